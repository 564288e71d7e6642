//! Asking: the question, the answer line by line, what is foretold of it, and what more a mock interview asks. What is typed
//! is in its file before anything else is said.

use super::{Known, Practising, Stage, Step, append};
use crate::cli::linear::errand::{Done, Errand};
use crate::domain::Question;
use crate::domain::practice::{Mode, Prediction};
use crate::store::{Practised, Remark};
use crate::text::SafeText;
use crate::tui::practice::{Committed, How, Kind, Paper, Revealed, Run, Timer, debrief};

impl Practising {
    /// The next question; after the last one of a mock interview its signals, else the end.
    pub(super) fn next(&mut self, known: Known<'_>, mut run: Run) -> Step {
        while let Some(id) = run.rest.pop_front() {
            if self.on(known, &id, |_| ()).is_some() {
                let begun = self.papers.iter().position(|paper| paper.question == id);
                let paper = begun.map_or_else(|| Paper::new(id), |place| self.papers.remove(place));
                return self.goes(known, Stage::Ask(run, paper, Timer::start(known.now)));
            }
        }
        let asked_so_far = run.is_asking();
        let Some(revealed) = run.next_to_judge(known.now) else {
            let ended = run.interview().filter(|_| asked_so_far);
            let remarks = ended.map(|interview| interview.asked_out(None)).unwrap_or_default();
            return self.over(known, run, remarks);
        };
        let ended = run.interview().filter(|_| asked_so_far);
        let remarks = ended.map(|interview| interview.asked_out(Some(revealed.question()))).unwrap_or_default();
        let mut text = String::new();
        if asked_so_far {
            text.push_str("Nothing more is asked. Now each answer beside its signals.\n");
        }
        let title = self.on(known, revealed.question(), |question| question.title.to_string());
        text.extend([format!("Now the signals of: {}.\n", title.unwrap_or_default())]);
        text.push_str(&answered(&revealed.committed));
        self.stage = Stage::Tick(run, revealed, 0);
        Step { text: text + &self.asks(known), errands: practice(remarks), ..Step::default() }
    }

    /// The question of `run`, and what was begun to answer it.
    pub(super) fn question(&self, known: Known<'_>, run: &Run, paper: &Paper) -> String {
        let asked = self.on(known, &paper.question, |question| {
            let after = match run.rest.len() {
                0 => "the last".to_owned(),
                left => format!("{left} after it"),
            };
            let Question { title, kind, minutes, prompt, .. } = question;
            format!("Question: {title}. {}, {minutes} minutes, {after}.\n{prompt}\n", kind.word())
        });
        let begun = if paper.is_blank() { String::new() } else { format!("You began: {}\n", text(paper)) };
        asked.unwrap_or_default() + &begun
    }

    /// A line at a question.
    pub(super) fn asked(
        &mut self,
        known: Known<'_>,
        mut run: Run,
        (mut paper, timer): (Paper, Timer),
        (line, word): (&str, &str),
    ) -> Step {
        match word {
            "skip" => {
                run.skipped += 1;
                let given = run.interview().into_iter().flat_map(|interview| &interview.given);
                let given = given.filter(|(question, _)| *question == paper.question);
                let remarks: Vec<Remark> = given.map(|(_, of)| Remark::Withdraw { of: of.clone() }).collect();
                if let Kind::Mock(interview) = &mut run.kind {
                    interview.given.retain(|(question, _)| *question != paper.question);
                }
                let kept = where_kept(&paper);
                if !paper.is_blank() {
                    self.papers.push(paper);
                }
                let step = self.next(known, run);
                let errands = practice(remarks).into_iter().chain(step.errands).collect();
                Step { text: kept + &step.text, errands, then: step.then }
            }
            "finish" if run.is_asking() => {
                if paper.is_blank() {
                    return self.finish(known, run, None);
                }
                let committed = commit(paper, timer, known);
                let errands = self.given(known, &run, &committed, None);
                let step = self.finish(known, run, Some(Revealed::new(committed, Mode::Mock, None)));
                Step { errands: errands.into_iter().chain(step.errands).collect(), ..step }
            }
            "edit" => {
                self.stage = Stage::Ask(run, paper.clone(), timer);
                Step { errands: vec![Errand::Edit(paper)], ..Step::default() }
            }
            "" => self.commit(known, run, (paper, timer)),
            _ => {
                append(&mut paper, line);
                self.stage = Stage::Ask(run, paper.clone(), timer);
                Step { errands: vec![Errand::Write(paper)], ..Step::default() }
            }
        }
    }

    /// The answer stands as it is.
    fn commit(&mut self, known: Known<'_>, run: Run, (paper, timer): (Paper, Timer)) -> Step {
        let committed = commit(paper, timer, known);
        let errands = self.given(known, &run, &committed, None);
        self.stage = Stage::Predict(run, committed);
        Step { errands, ..Step::default() }
    }

    /// What is kept of an answer of a mock interview as soon as it was given.
    fn given(&self, known: Known<'_>, run: &Run, committed: &Committed, predicted: Option<Prediction>) -> Vec<Errand> {
        let given = run.given(&self.role, committed, predicted, known.now);
        practice(given.map(|given| Remark::Practised(Practised::Given(Box::new(given)))).into_iter().collect())
    }

    /// An answer is in its file, or came from there.
    pub(in crate::cli::linear) fn written(&mut self, known: Known<'_>, paper: Paper) -> Vec<Errand> {
        if let Some(Run { kind: Kind::Mock(interview), .. }) = self.run_mut()
            && let Some(waits) = interview.waiting.iter_mut().find(|revealed| *revealed.question() == paper.question)
        {
            waits.committed.paper = paper;
            return Vec::new();
        }
        match &mut self.stage {
            Stage::Ask(run, here, timer) if here.question == paper.question => {
                let named = here.file.is_none() && paper.file.is_some();
                *here = paper;
                if named {
                    // From its first line on it waits, should the program end in its middle.
                    let given = run.given(&self.role, &commit(here.clone(), *timer, known), None, known.now);
                    let remark = given.map(|given| Remark::Practised(Practised::Given(Box::new(given))));
                    return practice(remark.into_iter().collect());
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// The editor is done with an answer: unless it is empty it stands.
    pub(in crate::cli::linear) fn edited(&mut self, known: Known<'_>, paper: Paper) -> Done {
        let blank = paper.is_blank();
        let errands = self.written(known, paper);
        if blank {
            return ("Nothing is written yet: edit goes on, or type the answer here.\n".to_owned(), errands);
        }
        match std::mem::take(&mut self.stage) {
            Stage::Ask(run, paper, timer) => {
                let step = self.commit(known, run, (paper, timer));
                ("The answer is taken.\n".to_owned(), errands.into_iter().chain(step.errands).collect())
            }
            stage => {
                self.stage = stage;
                (String::new(), errands)
            }
        }
    }

    /// How the answer did, before anything is revealed.
    pub(super) fn predict(&mut self, known: Known<'_>, run: Run, committed: Committed, word: &str) -> Step {
        if word == "finish" && run.is_asking() {
            return self.finish(known, run, Some(Revealed::new(committed, Mode::Mock, None)));
        }
        let predicted = word.parse::<u8>().ok().and_then(|figure| Prediction::try_from(figure).ok());
        if predicted.is_none() && !word.is_empty() {
            self.stage = Stage::Predict(run, committed);
            return "Type 1, 2, 3 or nothing.\n".into();
        }
        let errands = self.given(known, &run, &committed, predicted);
        let revealed = Revealed::new(committed, run.mode(), predicted);
        let step = match &run.kind {
            Kind::Mock(_) => self.further(known, run, revealed, 0),
            Kind::Practice | Kind::Pair => self.goes(known, Stage::Tick(run, revealed, 0)),
        };
        Step { errands: errands.into_iter().chain(step.errands).collect(), ..step }
    }

    /// The next of what more a mock interview asks, or the next question.
    pub(super) fn further(&mut self, known: Known<'_>, mut run: Run, revealed: Revealed, place: usize) -> Step {
        let all = self.on(known, revealed.question(), |question| question.follow_ups.len());
        if all.is_some_and(|all| place < all) {
            return self.goes(known, Stage::Further(run, revealed, place));
        }
        if let Kind::Mock(interview) = &mut run.kind {
            interview.waiting.push_back(revealed);
        }
        self.next(known, run)
    }

    /// Nothing more is asked; what was answered is judged.
    pub(super) fn finish(&mut self, known: Known<'_>, mut run: Run, answered: Option<Revealed>) -> Step {
        if let Kind::Mock(interview) = &mut run.kind {
            interview.waiting.extend(answered);
        }
        run.rest.clear();
        self.next(known, run)
    }

    /// The end: the sitting is kept, after `remarks`.
    fn over(&mut self, known: Known<'_>, mut run: Run, mut remarks: Vec<Remark>) -> Step {
        run.timer.pause(known.now);
        let text = match &run.kind {
            Kind::Mock(_) if !run.reviews.is_empty() => {
                self.look(known, |scene| debrief(scene, &run)).join("\n") + "\n"
            }
            _ => "That was the last one.\n".to_owned(),
        };
        remarks.extend(self.session(known, run));
        self.stage = Stage::Menu;
        Step { text: text + &self.asks(known), errands: practice(remarks), ..Step::default() }
    }

    /// The sitting as it is kept; none without an answer.
    pub(super) fn session(&self, known: Known<'_>, mut run: Run) -> Option<Remark> {
        run.reviews.retain(|id| known.practice.review(id).is_some());
        let session = || Remark::Practised(Practised::Session(run.session(&self.role, known.now)));
        (!run.reviews.is_empty()).then(session)
    }
}

/// An answer that is given now. Words that no file takes are kept with what was said of it.
fn commit(paper: Paper, mut timer: Timer, known: Known<'_>) -> Committed {
    timer.pause(known.now);
    let how = match (&paper.file, paper.is_blank()) {
        (Some(_), false) => How::Written,
        _ => How::Aloud(SafeText::line(paper.text.trim()).to_string()),
    };
    Committed { paper, how, timer }
}

/// What is to be kept in one go, where there is something.
pub(super) fn practice(remarks: Vec<Remark>) -> Vec<Errand> {
    if remarks.is_empty() { Vec::new() } else { vec![Errand::Practice(remarks)] }
}

/// Where the text of an answer is, when it is left; nothing where nothing was written.
pub(super) fn where_kept(paper: &Paper) -> String {
    match &paper.file {
        Some(file) if !paper.is_blank() => format!("What you wrote is kept in {}.\n", SafeText::line(file)),
        _ => String::new(),
    }
}

fn text(paper: &Paper) -> SafeText {
    SafeText::lines(paper.text.trim_end())
}

/// An answer that was given a while ago.
fn answered(committed: &Committed) -> String {
    match &committed.how {
        How::Written if committed.paper.is_blank() => "The text of your answer is no longer there.\n".to_owned(),
        How::Written => format!("Your answer: {}\n", text(&committed.paper)),
        How::Aloud(line) if line.trim().is_empty() => "You answered it aloud.\n".to_owned(),
        How::Aloud(line) => format!("You answered it aloud: {}\n", SafeText::line(line)),
    }
}
