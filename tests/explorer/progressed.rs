//! What the progress screen looks like at four sizes, with styles as text.

use rungs::domain::practice::Review;
use rungs::store::{Entry, Practised, Remark, Stamper};
use rungs::tui::theme::{Glyphs, Theme};
use serde_json::{Value, json};

use super::reader::Reader;
use super::screens::shot;

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 15), (20, 5)];
/// The one role of the small catalog that has questions.
const ROLE: &str = "reliability/senior";

fn answer(question: &str, day: &str, predicted: Option<u8>, rating: u8, ticks: &Value) -> Remark {
    let mut review = json!({
        "q": question, "rev": 1, "role": ROLE, "off": 0, "day": day, "mode": "practice", "secs": 300, "sig": ticks,
        "derived": rating, "rating": rating, "cold": true,
    });
    if let Some(predicted) = predicted {
        review["pred"] = predicted.into();
    }
    let review: Review = serde_json::from_value(review).expect("an answer");
    Remark::Practised(Practised::Review(Box::new(review)))
}

/// A reader who practised two of three questions in spring, put one aside and has an interview on the ninth of May.
pub(super) fn practised(width: u16, height: u16) -> Reader {
    let (budget, alert) = ("reliability/senior#burnt-budget", "reliability#silent-alert");
    let mut reader = Reader::sized(width, height);
    let mut stamper = Stamper::new();
    let musts = json!({"splits": "y", "harm": "y", "decider": "n"});
    let flag = |question: &str, text: &str| {
        let question = question.parse().expect("an id");
        Remark::Practised(Practised::Flag { question, text: text.to_owned() })
    };
    let remarks = [
        answer(budget, "2026-02-02", Some(3), 1, &json!({})),
        answer(budget, "2026-02-04", Some(3), 2, &json!({"splits": "y", "harm": "y", "decider": "p"})),
        answer(budget, "2026-04-28", Some(3), 3, &musts),
        answer(alert, "2026-04-29", Some(2), 2, &json!({})),
        answer(alert, "2026-04-30", None, 4, &json!({})),
        flag(budget, "The third signal is no must"),
        Remark::Practised(Practised::Suspend { question: alert.parse().expect("an id"), on: true }),
        Remark::Practised(Practised::Interview {
            role: ROLE.parse().expect("an id"),
            on: Some("2026-05-09".parse().expect("a date")),
        }),
    ];
    for record in remarks {
        let stamp = stamper.stamp("2026-04-30T12:00:00Z".parse().expect("a time"));
        reader.world.practice.apply(&Entry { stamp, record });
    }
    reader
}

#[test]
fn what_was_practised_at_four_sizes() {
    for (width, height) in SIZES {
        shot(&format!("progress-{width}x{height}"), &practised(width, height).types("jlgp"));
    }
}

#[test]
fn questions_unfold_to_what_is_asked() {
    for (width, height) in SIZES {
        shot(&format!("progress-unfolded-{width}x{height}"), &practised(width, height).types("jlgp}<enter>}<enter>"));
    }
}

#[test]
fn nothing_practised_and_no_questions() {
    for (width, height) in SIZES {
        shot(&format!("progress-new-{width}x{height}"), &Reader::sized(width, height).types("jlgp"));
        shot(&format!("progress-none-{width}x{height}"), &Reader::sized(width, height).types("lgp"));
    }
}

#[test]
fn without_colours_and_without_box_drawing() {
    shot("progress-mono-80x24", &practised(80, 24).themed(Theme::MONO, Glyphs::Ascii).types("jlgp}}j<enter>"));
}
