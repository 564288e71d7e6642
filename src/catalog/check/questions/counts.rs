//! How much a question holds: enough to judge an answer by, little enough to listen for.

use std::ops::RangeInclusive;

use super::Asked;
use super::text::Part;
use crate::catalog::check::counts::count;
use crate::catalog::problem::Check;
use crate::catalog::report::Report;
use crate::domain::Need;

const MUSTS: RangeInclusive<usize> = 3..=4;
const SHOULDS: RangeInclusive<usize> = 2..=3;
const STRETCHES: RangeInclusive<usize> = 1..=2;
const FOLLOW_UPS: RangeInclusive<usize> = 2..=3;
const RED_FLAGS: RangeInclusive<usize> = 2..=3;
const PROBES: RangeInclusive<usize> = 2..=4;
/// In minutes.
const TIME_BOX: RangeInclusive<u8> = 5..=12;

/// Checks every question.
pub(super) fn check(all: &[Asked<'_>], report: &mut Report) {
    for asked in all {
        let question = asked.question;
        count(question.probes.len(), &PROBES, "probes", &asked.place, report);
        count(question.follow_ups.len(), &FOLLOW_UPS, "follow_ups", &asked.place, report);
        count(question.red_flags.len(), &RED_FLAGS, "red_flags", &asked.place, report);
        for (need, right) in [(Need::Must, MUSTS), (Need::Should, SHOULDS), (Need::Stretch, STRETCHES)] {
            let have = question.signals.iter().filter(|signal| signal.need == need).count();
            if !right.contains(&have) {
                let (word, few, many) = (need.word(), right.start(), right.end());
                let text = format_args!("has {have} signals of need {word}: {few} or {many} are right");
                report.add(Check::Count, &asked.place.then("signals"), text);
            }
        }
        let fatal = question.red_flags.iter().filter(|flag| flag.fatal).count();
        if fatal > 1 {
            let text = format_args!("has {fatal} fatal ones: what ends the matter is one thing");
            report.add(Check::Count, &asked.place.then("red_flags"), text);
        }
        if !TIME_BOX.contains(&question.minutes) {
            let (least, most) = (TIME_BOX.start(), TIME_BOX.end());
            let text = format_args!("{} minutes: {least} to {most} are right", question.minutes);
            report.add(Check::TimeBox, &asked.place.then("minutes"), text);
        }
        lengths(asked, report);
    }
}

/// Notes what is too short to say anything. Too long is an error, found while the file is read.
fn lengths(asked: &Asked<'_>, report: &mut Report) {
    for text in asked.texts() {
        let least = match text.part {
            Part::Title => 12,
            Part::Prompt => 250,
            Part::Line => 50,
            Part::Signal | Part::RedFlag => 25,
            Part::FollowUp => 20,
        };
        let length = text.said.chars().count();
        if length < least {
            let said = format_args!("has {length} characters: fewer than {least} say too little");
            report.add(Check::ShortText, &text.place(asked), said);
        }
    }
}
