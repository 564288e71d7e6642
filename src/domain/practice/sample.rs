//! An answer for tests: what a test is not about.

use super::{Mode, Moment, Review, StudyDay, Ticks, Verdict};

/// An answer to `question` on `day` that did as `rating`, in practice, with nothing ticked.
pub(super) fn review(question: &str, day: StudyDay, rating: Verdict) -> Review {
    Review {
        question: question.parse().expect("an id"),
        rev: 1,
        role: "payments/senior".parse().expect("an id"),
        moment: Moment { off: 0, day },
        mode: Mode::Practice,
        secs: 60,
        predicted: None,
        ticks: Ticks::new(),
        flags: Vec::new(),
        derived: rating,
        rating,
        cold: true,
        answer: None,
        said: None,
        story: None,
    }
}
