//! What practice has to offer, and what is chosen of it.

use std::collections::{BTreeSet, VecDeque};

use super::{Practising, Step, Then};
use crate::catalog::Catalog;
use crate::cli::linear::session::Moment;
use crate::domain::compare::Names;
use crate::domain::practice::{DRILL_SECONDS, Length, Mode, Wish};
use crate::store::Practice;

impl Practising {
    /// The place in words.
    pub(in crate::cli::linear) fn here(&self, catalog: &Catalog, practice: &Practice) -> String {
        let title = catalog.title(&self.role).map_or_else(|| self.role.to_string(), ToString::to_string);
        let told = self.desk(catalog, practice, |desk| {
            let drill = desk.drill().len();
            let count = desk.questions().iter().filter(|it| !it.aside).count();
            (count, drill)
        });
        let (questions, drill) = told.unwrap_or_default();
        let mut text = format!("Practice for {title}, {questions} questions:\n");
        text.extend([format!("1. Practise for {} minutes, what is due first\n", self.minutes)]);
        for (place, length) in Length::ALL.into_iter().enumerate() {
            let (minutes, questions) = (length.minutes(), length.questions());
            text.extend([format!("{}. Mock interview of {minutes} minutes, {questions} questions\n", place + 2)]);
        }
        let signals = if drill == 1 { "1 signal".to_owned() } else { format!("{drill} signals") };
        text.extend([format!("5. Drill what you missed lately, {signals}\n")]);
        text.push_str("back leaves practice; in a question, skip goes to the next one and stop comes back here.\n");
        text
    }

    pub(super) fn choose(&mut self, catalog: &Catalog, practice: &Practice, word: &str, now: Moment) -> Step {
        self.began = now.passed;
        match word {
            "" | "again" => self.here(catalog, practice).into(),
            "back" | "b" | "stop" | "families" | "home" => Step { then: Then::Leaves, ..Step::default() },
            "help" | "?" => {
                "Type a number of the list; back leaves practice, quit ends everything.\n".to_owned().into()
            }
            "1" => {
                let wish = Wish {
                    today: now.at.day,
                    minutes: self.minutes,
                    interview: practice.interview(&self.role),
                    more: 0,
                };
                let plan = self.desk(catalog, practice, |desk| desk.plan(wish, &BTreeSet::new()));
                let questions = plan.into_iter().flat_map(|plan| plan.steps).map(|step| step.question);
                (self.mode, self.rest) = (Mode::Practice, questions.collect());
                self.start(catalog, practice, "Nothing is due today, and no question is new.\n", now)
            }
            "2" | "3" | "4" => {
                let place = word.parse::<usize>().unwrap_or(2) - 2;
                let length = Length::ALL.get(place).copied().unwrap_or(Length::Short);
                let mock = self.desk(catalog, practice, |desk| desk.mock(length).questions);
                (self.mode, self.rest) = (Mode::Mock, mock.into_iter().flatten().collect());
                self.start(catalog, practice, "All questions are put aside.\n", now)
            }
            "5" => {
                let most = usize::try_from(u32::from(self.minutes) * 60 / DRILL_SECONDS).unwrap_or(usize::MAX).max(1);
                let weak = self.desk(catalog, practice, |desk| {
                    let weak = desk.drill().into_iter().take(most);
                    weak.map(|prompt| (prompt.id.clone(), prompt.signal.id.clone())).collect::<VecDeque<_>>()
                });
                (self.mode, self.weak) = (Mode::Drill, weak.unwrap_or_default());
                if self.weak.is_empty() {
                    return "Nothing to drill: a drill takes the signals your last two answers missed.\n"
                        .to_owned()
                        .into();
                }
                self.next_weak(catalog, practice, now)
            }
            _ => "Type 1 to 5, back or quit.\n".to_owned().into(),
        }
    }

    /// Asks the first question; `nothing` is said where there is none.
    fn start(&mut self, catalog: &Catalog, practice: &Practice, nothing: &str, now: Moment) -> Step {
        if self.rest.is_empty() {
            return nothing.to_owned().into();
        }
        let mut step = self.next(catalog, practice, now);
        if self.mode == Mode::Mock {
            step.text.insert_str(0, "Every question is asked first; what belongs in the answers is told at the end.\n");
        }
        step
    }
}
