//! What practice has to offer, and what is chosen of it.

use std::collections::BTreeSet;

use super::{Known, Practising, Stage, Step, Then};
use crate::domain::practice::{Length, Plan};
use crate::tui::practice::{Kind, Run, Timer, half};

impl Practising {
    /// What there is to choose from.
    pub(super) fn menu(&self, known: Known<'_>) -> String {
        let (title, told, waits) = self.look(known, |scene| {
            let told = scene.desk(|desk| {
                let count = desk.questions().iter().filter(|it| !it.aside).count();
                (count, desk.drill().len())
            });
            let waits = scene.waiting().map(|waiting| half(&waiting, scene.now.moment.day));
            (scene.title(&self.role), told, waits)
        });
        let (questions, drill) = told.unwrap_or_default();
        let mut text = format!("Practice for {title}, {questions} questions:\n");
        text.extend(waits.as_ref().map(|waits| format!("Half done: {waits}; 6 goes on with it.\n")));
        text.extend([format!("1. Practise for {} minutes, what is due first\n", self.minutes)]);
        for (place, length) in Length::ALL.into_iter().enumerate() {
            let (minutes, questions) = (length.minutes(), length.questions());
            text.extend([format!("{}. Mock interview of {minutes} minutes, {questions} questions\n", place + 2)]);
        }
        let signals = if drill == 1 { "1 signal".to_owned() } else { format!("{drill} signals") };
        text.extend([format!("5. Drill what you missed lately, {signals}\n")]);
        if waits.is_some() {
            text.push_str("6. Go on with the mock interview that waits\n7. Leave it; its answers are not judged\n");
        }
        text.push_str(
            "back leaves practice; in a question, skip goes to the next one, stop comes back here, help has more.\n",
        );
        text
    }

    pub(super) fn choose(&mut self, known: Known<'_>, word: &str) -> Step {
        match word {
            "" => self.asks(known).into(),
            "back" | "b" | "stop" | "families" | "home" => Step { then: Then::Leaves, ..Step::default() },
            "1" => {
                let plan = self.look(known, |scene| scene.plan(self.minutes, 0, &BTreeSet::new()));
                let steps = plan.into_iter().flat_map(|Plan { steps, .. }| steps);
                let questions: Vec<_> = steps.map(|step| step.question).collect();
                if questions.is_empty() {
                    return "Nothing is due today, and no question is new. A mock interview asks all the same.\n"
                        .into();
                }
                let run = Run::new(Kind::Practice, self.minutes, questions, Timer::start(known.now));
                self.next(known, run)
            }
            "2" | "3" | "4" => {
                let place = word.parse::<usize>().unwrap_or(2).saturating_sub(2);
                let length = Length::ALL.get(place).copied().unwrap_or(Length::Short);
                let Some(run) = self.look(known, |scene| Run::mock(scene, length)) else {
                    return "All questions are put aside: X in the plan on the screen takes one up again.\n".into();
                };
                self.stage = Stage::Between(run);
                let text = "Every question is asked first; what belongs in the answers is told at the end.\n";
                Step { text: text.to_owned(), then: Then::GoesOn, ..Step::default() }
            }
            "5" => self.drill(known),
            "6" => self.again(known),
            "7" => self.give_up(known),
            _ if self.look(known, |scene| scene.waiting().is_some()) => "Type 1 to 7, back or quit.\n".into(),
            _ => "Type 1 to 5, back or quit.\n".into(),
        }
    }
}
