//! Leaving in the middle, and going on with a mock interview that was left half way, here or on the screen.

use super::asked::{practice, where_kept};
use super::{Known, Practising, Stage, Step, Then};
use crate::cli::linear::errand::Errand;
use crate::store::{Over, Practised, Remark};
use crate::tui::practice::{Kind, Run};

impl Practising {
    /// Ends what is on: what was given by then is kept, and where it is is said.
    pub(in crate::cli::linear) fn leave(&mut self, known: Known<'_>) -> Step {
        let (run, paper) = match std::mem::take(&mut self.stage) {
            Stage::Menu => return Step::default(),
            Stage::Drill(drilling) => {
                return Step { errands: self.drill_session(known, drilling), ..Step::default() };
            }
            Stage::Between(run) | Stage::Result(run, _) | Stage::Story(run, ..) => (run, None),
            Stage::Ask(run, paper, _) => (run, Some(paper)),
            Stage::Predict(run, committed) => (run, Some(committed.paper)),
            Stage::Further(run, revealed, _)
            | Stage::Tick(run, revealed, _)
            | Stage::FollowUp(run, revealed, ..)
            | Stage::Unkept(run, revealed) => (run, Some(revealed.committed.paper)),
        };
        let mut text = paper.as_ref().map(where_kept).unwrap_or_default();
        match run.kind {
            Kind::Mock(_) if self.look(known, |scene| scene.waiting().is_some()) => {
                text.push_str("The mock interview waits: practice goes on with it, here and on the screen.\n");
            }
            Kind::Mock(_) => {}
            Kind::Practice | Kind::Pair => self.papers.extend(paper.filter(|paper| !paper.is_blank())),
        }
        let session = self.session(known, run);
        Step { text, errands: practice(session.into_iter().collect()), ..Step::default() }
    }

    /// Goes on with the mock interview that waits, once its answers are read.
    pub(super) fn again(&mut self, known: Known<'_>) -> Step {
        let Some(run) = self.look(known, Run::again) else { return NONE_WAITS.into() };
        let waiting = run.interview().into_iter().flat_map(|interview| &interview.waiting);
        let papers = waiting.map(|revealed| revealed.committed.paper.clone()).filter(|paper| paper.file.is_some());
        let errands = papers.map(Errand::Read).collect();
        self.stage = Stage::Between(run);
        Step { errands, then: Then::GoesOn, ..Step::default() }
    }

    /// Leaves the mock interview that waits: its answers are not judged.
    pub(super) fn give_up(&mut self, known: Known<'_>) -> Step {
        let sitting = self.look(known, |scene| scene.waiting().map(|waiting| waiting.sitting));
        let Some(sitting) = sitting else { return NONE_WAITS.into() };
        let over = Remark::Practised(Practised::Over { sitting, what: Over::All });
        Step { errands: practice(vec![over]), ..Step::default() }
    }
}

const NONE_WAITS: &str = "No mock interview waits. Type 1 to 5, back or quit.\n";
