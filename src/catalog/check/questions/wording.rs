//! How questions are worded: facts a person can decide on, signals a listener can tick, nothing nobody may ask.

use super::Asked;
use super::text::{Part, Text};
use crate::catalog::problem::Check;
use crate::catalog::report::Report;
use crate::domain::QuestionForm;

/// Words that judge an answer instead of saying what is heard.
const JUDGING: &[&str] = &[
    "appropriate",
    "appropriately",
    "clearly",
    "demonstrate",
    "demonstrates",
    "effective",
    "effectively",
    "good",
    "properly",
    "strong",
    "strongly",
    "understand",
    "understands",
];

/// Prompts that ask for an opinion of oneself.
const VAGUE: &[&str] = &[
    "how do you handle",
    "how would you handle",
    "how do you deal with",
    "tell me about yourself",
    "greatest weakness",
    "greatest strength",
    "where do you see yourself",
];

/// What must not be asked in an interview, in words that mean nothing else at work.
const PROTECTED: &[&str] = &[
    "disability",
    "ethnic",
    "ethnicity",
    "gender",
    "have children",
    "how old are you",
    "marital",
    "married",
    "maternity",
    "nationality",
    "political",
    "pregnancy",
    "pregnant",
    "religion",
    "religious",
    "sexual",
    "trade union",
    "your age",
    "your children",
];

/// Words that count as facts beside figures.
const FACTS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "hundred",
    "half",
    "third",
    "quarter",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "midnight",
    "noon",
];
/// The fewest facts of a case.
const FEWEST_FACTS: usize = 2;

/// Checks the texts of every question.
pub(super) fn check(all: &[Asked<'_>], report: &mut Report) {
    for asked in all {
        for text in asked.texts() {
            let lower = text.said.to_lowercase();
            let words: Vec<&str> = words(&lower).collect();
            match text.part {
                Part::Signal => signal(asked, &text, &words, report),
                Part::Prompt => prompt(asked, &text, &lower, &words, report),
                _ => {}
            }
            // Of some thousand texts only those that hold such a word are looked at a second time.
            if let Some(topic) = PROTECTED.iter().find(|topic| lower.contains(**topic) && is_said(&words, topic)) {
                let said = format_args!("\"{topic}\": no interview may ask about that");
                report.add(Check::ProtectedTopic, &text.place(asked), said);
            }
        }
    }
}

fn signal(asked: &Asked<'_>, text: &Text<'_>, words: &[&str], report: &mut Report) {
    if let Some(word) = words.iter().find(|word| JUDGING.binary_search(word).is_ok()) {
        let said = format_args!("\"{word}\" judges: say what is heard, so that a listener can tick it");
        report.add(Check::VagueSignal, &text.place(asked), said);
    }
}

fn prompt(asked: &Asked<'_>, text: &Text<'_>, lower: &str, words: &[&str], report: &mut Report) {
    if let Some(vague) = VAGUE.iter().find(|vague| lower.contains(**vague)) {
        let said = format_args!("\"{vague}\" asks for an opinion: give a case that costs something");
        report.add(Check::VaguePrompt, &text.place(asked), said);
    }
    let facts = words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit()) || FACTS.contains(word));
    let facts = facts.count();
    if facts < FEWEST_FACTS && asked.question.form != QuestionForm::Past {
        let said = format_args!("holds {facts} figures, days or times: a case to decide needs {FEWEST_FACTS}");
        report.add(Check::FewFacts, &text.place(asked), said);
    }
}

fn is_said(words: &[&str], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    words.windows(phrase.len()).any(|run| run == phrase)
}

/// The words of a text in small letters; a figure with its decimals is one.
fn words(lower: &str) -> impl Iterator<Item = &str> {
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '.' && c != ',' && c != ':');
    words.map(|word| word.trim_matches(['.', ',', ':'])).filter(|word| !word.is_empty())
}
