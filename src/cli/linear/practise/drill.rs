//! A drill: signals that were missed lately, one after another, each said aloud before it is heard.

use super::judged::{NOT_A_TICK, reviewed, tick_of};
use super::{Known, Practising, Stage, Step};
use crate::cli::linear::errand::{Done, Errand};
use crate::domain::practice::{DRILL_SECONDS, Mode, Review};
use crate::store::{EntryId, Practised, Remark, Session};
use crate::tui::practice::{Drilling, Heard, Timer, Weak};

impl Practising {
    /// Begins with what was missed lately: as much of it as there are minutes for.
    pub(super) fn drill(&mut self, known: Known<'_>) -> Step {
        let most = usize::try_from(u32::from(self.minutes) * 60 / DRILL_SECONDS).unwrap_or(usize::MAX).max(1);
        let weak = self.look(known, |scene| {
            scene.desk(|desk| {
                let weak = desk.drill().into_iter().take(most);
                let weak = weak.map(|prompt| Weak { question: prompt.id.clone(), signal: prompt.signal.id.clone() });
                weak.collect::<Vec<_>>()
            })
        });
        let weak = weak.unwrap_or_default();
        if weak.is_empty() {
            return "Nothing to drill: a drill takes the signals your last two answers missed.\n".into();
        }
        self.goes(known, Stage::Drill(Drilling::new(weak, self.minutes, Timer::start(known.now))))
    }

    /// What is to be said, or what it was.
    pub(super) fn weak(&self, known: Known<'_>, drilling: &Drilling) -> String {
        let Some(weak) = &drilling.on else { return String::new() };
        let text = self.on(known, &weak.question, |asked| {
            let signal = asked.signals.iter().find(|signal| signal.id == weak.signal)?;
            Some(match drilling.heard {
                Heard::Waiting => {
                    format!("{}\n{}\nA {} was missing. What was it?\n", asked.title, asked.prompt, signal.need.word())
                }
                Heard::Shown => format!("It was: {}\n", signal.text),
            })
        });
        text.flatten().unwrap_or_default()
    }

    /// A line in a drill.
    pub(super) fn drilled(&mut self, known: Known<'_>, mut drilling: Drilling, word: &str) -> Step {
        if word == "skip" {
            drilling.go_on(Timer::start(known.now));
            return self.drill_on(known, drilling);
        }
        match (drilling.heard, tick_of(word)) {
            (Heard::Waiting, _) if word.is_empty() => {
                drilling.heard = Heard::Shown;
                drilling.timer.pause(known.now);
                self.goes(known, Stage::Drill(drilling))
            }
            (Heard::Waiting, _) => {
                self.stage = Stage::Drill(drilling);
                "It is said aloud and not kept: Enter shows what it was.\n".into()
            }
            (Heard::Shown, None) => {
                self.stage = Stage::Drill(drilling);
                NOT_A_TICK.into()
            }
            (Heard::Shown, Some(tick)) => {
                let review = drilling.on.as_ref().and_then(|Weak { question, signal }| {
                    // Without its question, and so without its revision, there is nothing to keep.
                    let rev = self.on(known, question, |asked| asked.rev)?;
                    let (question, said) = ((question.clone(), rev), (signal.clone(), tick));
                    let secs = drilling.timer.seconds(known.now);
                    Some(Review::drilled(self.role.clone(), question, said, known.now.moment, secs))
                });
                if let Some(review) = review {
                    self.stage = Stage::Drill(drilling);
                    Step { errands: vec![Errand::Practice(vec![reviewed(review)])], ..Step::default() }
                } else {
                    drilling.go_on(Timer::start(known.now));
                    self.drill_on(known, drilling)
                }
            }
        }
    }

    /// One is on disk.
    pub(super) fn said(&mut self, known: Known<'_>, entry: &EntryId, review: &Review) -> Done {
        let told = "Kept; it does not change when the question comes back.\n".to_owned();
        match std::mem::take(&mut self.stage) {
            Stage::Drill(mut drilling) => {
                if let (Some(on), Some(tick)) = (drilling.on.clone(), review.ticks.values().next()) {
                    drilling.said.push((entry.clone(), on, *tick));
                }
                drilling.go_on(Timer::start(known.now));
                let step = self.drill_on(known, drilling);
                (told + &step.text, step.errands)
            }
            stage => {
                self.stage = stage;
                (told, Vec::new())
            }
        }
    }

    /// The next one, or the end.
    fn drill_on(&mut self, known: Known<'_>, drilling: Drilling) -> Step {
        let gone = |weak: &Weak| self.on(known, &weak.question, |_| ()).is_none();
        if drilling.on.as_ref().is_some_and(gone) {
            let mut drilling = drilling;
            drilling.go_on(Timer::start(known.now));
            return self.drill_on(known, drilling);
        }
        if drilling.on.is_some() {
            return self.goes(known, Stage::Drill(drilling));
        }
        let errands = self.drill_session(known, drilling);
        self.stage = Stage::Menu;
        Step { text: format!("That was the last one.\n{}", self.asks(known)), errands, ..Step::default() }
    }

    /// The drill as it is kept; nothing where nothing was said.
    pub(super) fn drill_session(&self, known: Known<'_>, mut drilling: Drilling) -> Vec<Errand> {
        if drilling.said.is_empty() {
            return Vec::new();
        }
        drilling.whole.pause(known.now);
        let session = Session {
            role: self.role.clone(),
            mode: Mode::Drill,
            minutes: drilling.minutes,
            secs: drilling.whole.seconds(known.now),
            reviews: drilling.said.iter().map(|(entry, ..)| entry.clone()).collect(),
            moment: known.now.moment,
        };
        vec![Errand::Practice(vec![Remark::Practised(Practised::Session(session))])]
    }
}
