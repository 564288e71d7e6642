//! The lines of the progress screen while they are written.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Stop;
use crate::catalog::Catalog;
use crate::domain::practice::{Calibration, Desk, OnDesk, ProbeRow, Progress, Scheduler, Standing, StudyDay, Verdict};
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::Practice;
use crate::text::{SafeText, pad, width, wrap};
use crate::tui::action::Verb;
use crate::tui::cursor::Rows;
use crate::tui::document::{Piece, Row};
use crate::tui::keymap::{Context, Keymap};
use crate::tui::theme::Ink;

/// Below this width what is said of a thing stands under what it is called.
const LEAST_BESIDE: usize = 76;
/// The widest a name gets where what is said of it stands beside it.
const NAME: usize = 44;
/// How far what belongs to a line is set in below it.
const INDENT: usize = 4;
/// Cells of five letters with blanks between, of a count of questions, of a verdict and of a freshness, each with two more.
const LETTERS: usize = 9 + 2;
const COUNT: usize = 12 + 2;
const VERDICT: usize = 8 + 2;
const FRESHNESS: usize = 6 + 2;

/// The lines while they are written.
pub(super) struct Page<'a> {
    cells: usize,
    today: StudyDay,
    unfolded: &'a BTreeSet<Stop>,
    rows: Rows<Row>,
    stops: Vec<Stop>,
}

impl<'a> Page<'a> {
    /// No line yet, for so many cells.
    pub(super) fn new(cells: usize, today: StudyDay, unfolded: &'a BTreeSet<Stop>) -> Self {
        Self { cells: cells.max(1), today, unfolded, rows: Rows::default(), stops: Vec::new() }
    }

    /// The lines and what each stop is.
    pub(super) fn done(self) -> (Rows<Row>, Vec<Stop>) {
        (self.rows, self.stops)
    }

    /// Writes how far somebody has come with the questions of `role`.
    pub(super) fn write(&mut self, catalog: &Catalog, practice: Option<&Practice>, keys: Keymap, role: &RoleId) {
        let none = Practice::default();
        let practice = practice.unwrap_or(&none);
        let Some(pool) = catalog.pool(role).filter(|pool| !pool.questions.is_empty()) else {
            let rows = self.wrapped(0, Ink::Text, "There are no questions for this role, and so nothing to practise.");
            return self.stop(Stop::Counts, rows);
        };
        let scheduler = Scheduler::default();
        let history = |id: &WholeQuestionId| practice.history(id, &scheduler);
        let desk = Desk::of(&pool, history, |id| practice.is_suspended(id), None);
        let progress = desk.progress();
        let mut counts = self.counts(&desk, &progress, keys);
        if let Some(interview) = practice.interview(role) {
            let when = when(interview.days_from(self.today));
            counts.extend(self.wrapped(0, Ink::Text, &format!("Interview on {}, {when}.", interview.day())));
        }
        self.stop(Stop::Counts, counts);
        self.rows.push(Row::default());
        self.heading("By what is probed");
        let legend = self.wrapped(0, Ink::Faint, &format!("the last five answers: {}", legend()));
        self.stop(Stop::Legend, legend);
        let names: Vec<_> = progress.probes.iter().map(|row| catalog.probe_name(role.family(), &row.probe)).collect();
        let widest = widest(names.iter().map(SafeText::as_str));
        for (row, name) in progress.probes.iter().zip(&names) {
            self.probe(&desk, row, name, widest);
        }
        self.rows.push(Row::default());
        self.heading("Questions");
        let widest = self::widest(desk.questions().iter().map(|it| it.pooled.question.title.as_str()));
        for place in desk.questions() {
            self.question(practice, role, place, widest);
        }
    }

    /// The counts above everything.
    fn counts(&self, desk: &Desk<'_>, progress: &Progress, keys: Keymap) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut say = |ink, text: &str| rows.extend(self.wrapped(0, ink, text));
        let (practised, questions) = progress.practised;
        if practised == 0 {
            let how = keys.words(Context::Progress, Verb::Practise, ": # begins");
            say(Ink::Strong, &format!("Nothing practised yet{how}."));
        }
        say(Ink::Text, &format!("Practised: {practised} of {}.", count(questions, "question")));
        let (hit, musts) = progress.musts;
        say(Ink::Text, &format!("Musts shown cold in the latest answers: {hit} of {musts}."));
        if practised > 0 {
            let standing: Standing = desk.questions().iter().map(|it| it.history.freshness(self.today)).collect();
            say(Ink::Text, &format!("Now: {standing}."));
        }
        if let Some(foreseen) = foreseen(progress.calibration) {
            say(Ink::Text, &foreseen);
        }
        rows
    }

    /// What is probed, and unfolded the questions that probe it.
    fn probe(&mut self, desk: &Desk<'_>, row: &ProbeRow, name: &str, widest: usize) {
        let probing = || desk.questions().iter().filter(|it| it.pooled.question.probes.contains(&row.probe));
        let practised = probing().filter_map(|it| it.history.freshness(self.today)).map(Some);
        let standing = practised.collect::<Standing>().to_string();
        let standing = if standing.is_empty() { "not practised".to_owned() } else { standing };
        let letters: Vec<String> = row.letters.chars().map(String::from).collect();
        let letters = letters.join(" ");
        let questions = count(row.questions, "question");
        let facts = [(LETTERS, letters.as_str()), (COUNT, questions.as_str()), (0, standing.as_str())];
        let mut rows = self.line(name, widest, facts);
        let stop = Stop::Probe(row.probe.clone());
        if self.unfolded.contains(&stop) {
            for it in probing() {
                rows.extend(self.wrapped(INDENT, Ink::Faint, &it.pooled.question.title));
            }
        }
        self.stop(stop, rows);
    }

    /// A question, and unfolded what is asked, of what kind, and what was said to be wrong with it.
    fn question(&mut self, practice: &Practice, role: &RoleId, place: &OnDesk<'_>, widest: usize) {
        let (question, history) = (place.pooled.question, &place.history);
        let flags = practice.flags();
        let flags = flags.iter().filter(|(_, of, _)| **of == place.pooled.id).map(|(.., text)| text);
        let due = place.due(practice.interview(role), self.today).map(|due| self.back(due));
        let mut rest: Vec<String> = if place.aside { vec!["put aside".to_owned()] } else { due.into_iter().collect() };
        if flags.clone().next().is_some() {
            rest.push("flagged".to_owned());
        }
        if history.is_outdated(question) {
            rest.push("changed since".to_owned());
        }
        let verdict = history.verdict().map_or("", Verdict::words);
        let freshness = history.freshness(self.today).map_or("new", |freshness| freshness.word());
        let rest = rest.join(", ");
        let facts = [(VERDICT, verdict), (FRESHNESS, freshness), (0, rest.as_str())];
        let mut rows = self.line(&question.title, widest, facts);
        let stop = Stop::Question(place.pooled.id.clone());
        if self.unfolded.contains(&stop) {
            let kind = format!("{}, {}, {} min", question.kind.word(), question.form.word(), question.minutes);
            rows.extend(self.wrapped(INDENT, Ink::Faint, &kind));
            rows.extend(self.wrapped(INDENT, Ink::Text, &question.prompt));
            for flag in flags {
                rows.extend(self.wrapped(INDENT, Ink::Kept, &format!("flagged: {flag}")));
            }
        }
        self.stop(stop, rows);
    }

    /// When something comes back. What is late is due like everything else: nobody is told how late.
    fn back(&self, due: StudyDay) -> String {
        match self.today.days_until(due) {
            ..=0 => "due".to_owned(),
            1 => "back tomorrow".to_owned(),
            days => format!("back {due}, {}", when(days)),
        }
    }

    /// A name with what is said of it: beside it in columns so wide, or below it where that has no room.
    fn line(&self, name: &str, widest: usize, facts: [(usize, &str); 3]) -> Vec<Row> {
        if self.cells < LEAST_BESIDE {
            let mut rows = self.wrapped(0, Ink::Text, name);
            let facts: Vec<&str> = facts.map(|(_, fact)| fact).into_iter().filter(|fact| !fact.is_empty()).collect();
            rows.extend(self.wrapped(INDENT, Ink::Faint, &facts.join(", ")));
            return rows;
        }
        let names = wrap(name, widest);
        let taken: usize = widest + 2 + facts.iter().map(|(cells, _)| cells).sum::<usize>();
        let [.., (_, last)] = facts;
        let lasts = wrap(last, self.cells.saturating_sub(taken).max(1));
        let part = |text: &str, of: &[Range<usize>], place: usize| {
            of.get(place).and_then(|bytes| text.get(bytes.clone())).unwrap_or_default().to_owned()
        };
        let row = |place: usize| {
            let mut pieces = vec![Piece::new(Ink::Text, pad(&part(name, &names, place), widest + 2))];
            for (cells, fact) in &facts[..2] {
                pieces.push(Piece::new(Ink::Text, pad(if place == 0 { fact } else { "" }, *cells)));
            }
            pieces.push(Piece::new(Ink::Text, part(last, &lasts, place)));
            Row(pieces)
        };
        (0..names.len().max(lasts.len())).map(row).collect()
    }

    fn heading(&mut self, name: &str) {
        self.rows.push(Row(vec![Piece::new(Ink::Heading, name.to_uppercase())]));
    }

    fn wrapped(&self, indent: usize, ink: Ink, text: &str) -> Vec<Row> {
        let line = |bytes: Range<usize>| {
            Row(vec![Piece::blanks(indent), Piece::new(ink, text.get(bytes).unwrap_or_default().to_owned())])
        };
        wrap(text, self.cells.saturating_sub(indent).max(1)).into_iter().map(line).collect()
    }

    fn stop(&mut self, stop: Stop, rows: Vec<Row>) {
        self.stops.push(stop);
        self.rows.push_stop(rows);
    }
}

/// `You predicted at level 9 times, it was 5.`; nothing where nothing was ever predicted.
fn foreseen(Calibration { at_level, were, predicted, foreseen }: Calibration) -> Option<String> {
    let came = format!("{foreseen} of {} came as predicted.", count(predicted, "answer"));
    match (predicted, at_level) {
        (0, _) => None,
        (_, 0) => Some(format!("You never predicted at level; {came}")),
        _ => Some(format!("You predicted at level {}, it was {were}; {came}", count(at_level, "time"))),
    }
}

/// `n not yet, t thin, A at level, + above`
fn legend() -> String {
    Verdict::ALL.map(|verdict| format!("{} {verdict}", verdict.letter())).join(", ")
}

/// So many days from today.
fn when(days: i32) -> String {
    match days {
        ..=-1 => "over".to_owned(),
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    }
}

fn count(number: usize, what: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {what}{s}")
}

fn widest<'t>(names: impl Iterator<Item = &'t str>) -> usize {
    names.map(width).max().unwrap_or_default().clamp(1, NAME)
}
