//! Every boundary of the rule, as a table.

use super::*;
use crate::domain::question::RedFlag;

/// A question with so many musts, shoulds and stretches, two red flags of which the first is fatal, and eight minutes.
fn question(musts: usize, shoulds: usize, stretches: usize) -> Question {
    let signals = |need: &str, count: usize| {
        (0..count)
            .map(|number| format!(r#"{{"id":"{need}-{number}","need":"{need}","text":"Says so"}}"#))
            .collect::<Vec<_>>()
    };
    let signals =
        [signals("must", musts), signals("should", shoulds), signals("stretch", stretches)].concat().join(",");
    let json = format!(
        r#"{{"id":"q","rev":1,"kind":"situational","form":"hypothetical","title":"T","minutes":8,"probes":[],"prompt":"P",
        "signals":[{signals}],"levels":{{}},"follow_ups":[],"red_flags":[{{"text":"Ends it","fatal":true}},{{"text":"Worries"}}]}}"#
    );
    serde_json::from_str(&json).expect("a question")
}

/// Ticks from letters, must by must, should by should, stretch by stretch: `yyp|yn|y`. A dot is not ticked.
fn ticks(letters: &str) -> Ticks {
    let mut ticks = Ticks::new();
    for (need, letters) in ["must", "should", "stretch"].into_iter().zip(letters.split('|')) {
        for (number, letter) in letters.chars().enumerate() {
            let tick = match letter {
                'y' => Tick::Hit,
                'p' => Tick::Part,
                'n' => Tick::Missed,
                _ => continue,
            };
            ticks.insert(format!("{need}-{number}").parse().expect("an id"), tick);
        }
    }
    ticks
}

struct Case {
    letters: &'static str,
    flags: &'static [u8],
    seconds: u32,
    first: bool,
}

const IN_TIME: u32 = 8 * 60;

fn case(letters: &'static str) -> Case {
    Case { letters, flags: &[], seconds: IN_TIME, first: false }
}

fn of(Case { letters, flags, seconds, first }: Case) -> (Verdict, Reason) {
    let counts: Vec<usize> = letters.split('|').map(str::len).collect();
    let question = question(counts[0], counts[1], counts[2]);
    let ticks = ticks(letters);
    let derived = derive(&question, Evidence { ticks: &ticks, flags, time: Time::Seconds(seconds), first });
    (derived.verdict, derived.reason)
}

#[test]
fn a_missed_must_or_less_than_half_is_not_yet() {
    assert_eq!(of(case("yyyn|yyy|y")), (Verdict::NotYet, Reason::MustMissed));
    // What nobody ticked was missed.
    assert_eq!(of(case("yyy.|yyy|y")), (Verdict::NotYet, Reason::MustMissed));
    // Musts in part alone: 3 of 8 points, then exactly half of them with one should.
    assert_eq!(of(case("ppp|nn|n")), (Verdict::NotYet, Reason::UnderHalf));
    assert_eq!(of(case("ppp|yn|n")).0, Verdict::Thin);
    assert_eq!(of(case("ppp|pp|n")), (Verdict::Thin, Reason::UnderThreeQuarters));
}

#[test]
fn less_than_three_quarters_is_thin() {
    // Of 8 points 5.5 and 6: just below the line and on it.
    assert_eq!(of(case("yyp|pn|n")), (Verdict::Thin, Reason::UnderThreeQuarters));
    assert_eq!(of(case("yyp|yn|n")), (Verdict::AtLevel, Reason::Complete));
    assert_eq!(of(case("yyy|nn|n")), (Verdict::AtLevel, Reason::Complete));
    // Of 4 musts and 3 shoulds, 11 points: 8 and 8.5 about 0.75.
    assert_eq!(of(case("yyyy|nnn|n")), (Verdict::Thin, Reason::UnderThreeQuarters));
    assert_eq!(of(case("yyyy|pnn|n")), (Verdict::AtLevel, Reason::Complete));
}

#[test]
fn above_takes_nine_tenths_a_stretch_time_and_a_second_try() {
    // Of 10 points, 9 and 8.5.
    assert_eq!(of(case("yyyy|yn|y")), (Verdict::Above, Reason::Stretch));
    assert_eq!(of(case("yyyy|pn|y")), (Verdict::AtLevel, Reason::Complete));
    assert_eq!(of(case("yyyy|yn|n")), (Verdict::AtLevel, Reason::Complete));
    assert_eq!(of(case("yyyy|yn|p")), (Verdict::AtLevel, Reason::Complete));
    assert_eq!(of(Case { first: true, ..case("yyyy|yy|y") }), (Verdict::AtLevel, Reason::Complete));
    assert_eq!(of(Case { seconds: IN_TIME + 1, ..case("yyyy|yy|y") }), (Verdict::AtLevel, Reason::Complete));
}

#[test]
fn more_than_a_quarter_over_time_is_thin_unless_time_does_not_count() {
    assert_eq!(of(Case { seconds: 600, ..case("yyy|yy|n") }), (Verdict::AtLevel, Reason::Complete));
    assert_eq!(of(Case { seconds: 601, ..case("yyy|yy|n") }), (Verdict::Thin, Reason::OverTime));
    let (question, ticks) = (question(3, 2, 1), ticks("yyy|yy|y"));
    let untimed = Evidence { ticks: &ticks, flags: &[], time: Time::Uncounted, first: false };
    assert_eq!(derive(&question, untimed).verdict, Verdict::Above);
}

#[test]
fn a_red_flag_thins_and_a_fatal_one_ends_it() {
    assert_eq!(of(Case { flags: &[1], ..case("yyy|yy|y") }), (Verdict::Thin, Reason::RedFlag));
    assert_eq!(of(Case { flags: &[1, 0], ..case("yyy|yy|y") }), (Verdict::NotYet, Reason::FatalFlag));
    // One that the question no longer has says nothing.
    assert_eq!(of(Case { flags: &[7], ..case("yyy|yy|n") }), (Verdict::AtLevel, Reason::Complete));
}

#[test]
fn the_reason_counts_what_was_there() {
    let (question, ticks) = (question(4, 2, 1), ticks("yyyn|yp|y"));
    let evidence = Evidence { ticks: &ticks, flags: &[], time: Time::Uncounted, first: true };
    let derived = derive(&question, evidence);
    assert_eq!(derived.to_string(), "must 3 of 4, should 1 of 2, stretch 1: a must was missed");
    assert_eq!(derived.percent, 75);
}

#[test]
fn ticks_of_signals_that_are_gone_change_nothing() {
    let question = question(2, 1, 1);
    let mut with = ticks("yy|y|n");
    with.insert("gone".parse().expect("an id"), Tick::Missed);
    let evidence = Evidence { ticks: &with, flags: &[], time: Time::Uncounted, first: false };
    assert_eq!(derive(&question, evidence).verdict, Verdict::AtLevel);
    assert_eq!(question.red_flags.first().map(|flag: &RedFlag| flag.fatal), Some(true));
}

#[test]
fn ratings_and_ticks_are_written_as_figures_and_letters() {
    assert_eq!(serde_json::to_string(&Verdict::ALL).expect("JSON"), "[1,2,3,4]");
    assert!(serde_json::from_str::<Verdict>("0").is_err() && serde_json::from_str::<Verdict>("5").is_err());
    assert_eq!(serde_json::to_string(&ticks("yp||")).expect("JSON"), r#"{"must-0":"y","must-1":"p"}"#);
}
