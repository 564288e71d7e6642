//! How a role's interview goes: the family's rounds, the titles of the questions, what is worth asking back. What a
//! listener ticks is not here: who has read it cannot practise.

use super::sections::{INDENT, Page};
use super::{Section, Stop};
use crate::catalog::Catalog;
use crate::domain::Interview;
use crate::domain::pool::{Pool, Pooled, Source};
use crate::text::width;
use crate::tui::theme::Ink;

impl Page<'_> {
    /// The interview, if anything is known of it. Nothing of it is read while it is folded.
    pub(super) fn interview(&mut self, catalog: &Catalog) {
        let id = &self.key.role;
        if !catalog.is_interviewed(id) || !self.heading(Section::Interview, "Interview", "rounds and questions") {
            return;
        }
        let (Some(pool), Ok(family)) = (catalog.pool(id), id.family().parse()) else { return };
        self.rounds(catalog.bank(&family).and_then(|bank| bank.interview.as_ref()));
        self.questions(&pool);
        for (place, ask) in pool.ask.iter().enumerate() {
            self.above(place, "Worth asking back");
            let rows = self.wrapped(2 * INDENT, Ink::Text, ask);
            self.stop(Stop::Ask(place), rows);
        }
    }

    fn rounds(&mut self, interview: Option<&Interview>) {
        let rounds = interview.map_or(&[][..], |interview| &interview.rounds);
        for (place, round) in rounds.iter().enumerate() {
            self.above(place, "Rounds");
            let mut rows = self.wrapped(2 * INDENT, Ink::Text, &format!("{}, {} min", round.name, round.minutes));
            rows.extend(self.wrapped(3 * INDENT, Ink::Faint, &round.about));
            self.stop(Stop::Round(place), rows);
        }
    }

    fn questions(&mut self, pool: &Pool<'_>) {
        let words = |asked: &Pooled<'_>| format!("{}, {} min", asked.question.kind.word(), asked.question.minutes);
        let names = pool.questions.iter().map(|asked| width(&asked.question.title)).max().unwrap_or(0);
        let widest = pool.questions.iter().map(|asked| width(&words(asked))).max().unwrap_or(0);
        let beside = self.fits(INDENT + names + widest).then_some(names);
        let asks = self.key.asks.map(|key| format!("; {key} asks")).unwrap_or_default();
        let own = format!("Questions for this role{asks}");
        for (source, name) in [(Source::Own, own.as_str()), (Source::Bank, "Questions for every rung")] {
            let questions = pool.questions.iter().filter(|asked| asked.source == source);
            for (place, asked) in questions.enumerate() {
                self.above(place, name);
                let rows = self.named(&asked.question.title, beside, Vec::new(), &words(asked));
                self.stop(Stop::Question(asked.id.clone()), rows.into_iter().map(|row| row.set_in(INDENT)).collect());
            }
        }
    }

    /// What stands above the first of a list; not a stop of its own.
    fn above(&mut self, place: usize, name: &str) {
        if place == 0 {
            let rows = self.wrapped(INDENT, Ink::Accent, name);
            self.between(rows);
        }
    }
}
