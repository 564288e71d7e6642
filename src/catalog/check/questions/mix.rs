//! How a family interviews: whoever says so asks the whole set, in the mix that was said.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::Asked;
use crate::catalog::check::counts::count;
use crate::catalog::draft::{Draft, FamilyDraft};
use crate::catalog::problem::Check;
use crate::catalog::report::{Place, Report};
use crate::domain::{Mix, Question};

/// The questions of a role, one for each part of its family's mix.
const OWN: RangeInclusive<usize> = 5..=5;
/// The questions of a bank for a ladder.
const LADDER_BANK: RangeInclusive<usize> = 6..=6;
/// The questions of a bank for a single rung.
const RUNG_BANK: RangeInclusive<usize> = 4..=4;
/// The questions to ask back.
const ASK: RangeInclusive<usize> = 3..=3;
const ROUNDS: RangeInclusive<usize> = 3..=6;
/// The fewest kinds among the questions of a bank.
const BANK_KINDS: usize = 4;
/// How long a round takes, in minutes.
const ROUND: RangeInclusive<u16> = 15..=240;

/// Checks every question's form, and the whole of every family that says how it interviews.
pub(super) fn check(all: &[Asked<'_>], draft: &Draft, report: &mut Report) {
    for asked in all {
        form(asked, report);
    }
    for family in &draft.families {
        whole(family, report);
    }
}

fn form(asked: &Asked<'_>, report: &mut Report) {
    let Question { kind, form, .. } = asked.question;
    if !kind.forms().contains(form) {
        let forms: Vec<&str> = kind.forms().iter().map(|form| form.word()).collect();
        let text = format_args!("a {} question is answered as {}", kind.word(), forms.join(" or "));
        report.add(Check::Form, &asked.place.then("form"), text);
    }
}

fn whole(family: &FamilyDraft, report: &mut Report) {
    let Some(interview) = &family.bank.interview else { return };
    let place = family.place.then("interview");
    count(interview.rounds.len(), &ROUNDS, "rounds", &place, report);
    for (round, index) in interview.rounds.iter().zip(0_usize..) {
        if !ROUND.contains(&round.minutes) {
            let (least, most) = (ROUND.start(), ROUND.end());
            let text = format_args!("{} minutes: {least} to {most} are right", round.minutes);
            report.add(Check::TimeBox, &place.then("rounds").then(index).then("minutes"), text);
        }
    }
    let bank = &family.bank.questions;
    let right = if family.roles.len() > 1 { LADDER_BANK } else { RUNG_BANK };
    count(bank.len(), &right, "questions", &family.place, report);
    let kinds: HashSet<_> = bank.iter().map(|question| question.kind).collect();
    if right.contains(&bank.len()) && kinds.len() < BANK_KINDS {
        let text = format_args!("are of {} kinds: {BANK_KINDS} ask more of a person", kinds.len());
        report.add(Check::KindMix, &family.place.then("questions"), text);
    }
    for (role, asked) in family.asked() {
        count(asked.ask.len(), &ASK, "ask", &role.place, report);
        count(asked.questions.len(), &OWN, "questions", &role.place, report);
        if OWN.contains(&asked.questions.len()) {
            kinds_of(&asked.questions, interview.mix, &role.place, report);
        }
    }
}

fn kinds_of(questions: &[Question], mix: Mix, place: &Place, report: &mut Report) {
    let mut left: Vec<_> = questions.iter().map(|question| question.kind).collect();
    let mut lacking = Vec::new();
    for wanted in mix.kinds() {
        match left.iter().position(|kind| wanted.contains(kind)) {
            Some(place) => drop(left.remove(place)),
            None => lacking.push(wanted.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(" or ")),
        }
    }
    if !lacking.is_empty() {
        let text = format_args!("lack {} for the {} mix of the family", lacking.join(", "), mix.word());
        report.add(Check::KindMix, &place.then("questions"), text);
    }
}
