//! Phrases that any role could carry: they take a line and tell a reader nothing about this job.

use std::collections::HashMap;

use super::prose::prose;
use super::questions::{Part, asked};
use crate::catalog::draft::Draft;
use crate::catalog::problem::Check;
use crate::catalog::report::Report;

/// Each phrase with what is missing where it stands.
const FILLER: &[(&str, &str)] = &[
    ("drives excellence", "say what is better afterwards and by how much"),
    ("drive excellence", "say what is better afterwards and by how much"),
    ("operational excellence", "name the figure that is watched and its limit"),
    ("technical excellence", "name the review, test or limit that makes it so"),
    ("best practice", "name the practice"),
    ("best practices", "name the practices"),
    ("industry standard", "name the standard"),
    ("industry standards", "name the standards"),
    ("high quality", "name the defect that must not happen"),
    ("world class", "give the figure"),
    ("cutting edge", "name the technique"),
    ("state of the art", "name the technique"),
    ("ensures alignment", "say who agrees with whom about what"),
    ("ensure alignment", "say who agrees with whom about what"),
    ("aligns with business", "name the person and the decision"),
    ("align with business", "name the person and the decision"),
    ("business objectives", "name the objective"),
    ("business goals", "name the goal"),
    ("stakeholder management", "name the stakeholders and what they need to hear"),
    ("key stakeholders", "name them"),
    ("various stakeholders", "name them"),
    ("cross functional", "name the functions"),
    ("works closely with", "say what passes between them"),
    ("collaborates with", "say what passes between them"),
    ("liaises with", "say what passes between them"),
    ("fast paced", "give the rhythm: releases a week, calls a day"),
    ("team player", "say what is done for whom"),
    ("self starter", "say what is begun without being asked"),
    ("strong communication", "say what is written or said, and to whom"),
    ("excellent communication", "say what is written or said, and to whom"),
    ("communication skills", "say what is written or said, and to whom"),
    ("problem solving skills", "name the kind of problem"),
    ("attention to detail", "name the detail that goes wrong"),
    ("continuous improvement", "say what was improved last and how it is measured"),
    ("continuously improves", "say what was improved last and how it is measured"),
    ("thought leader", "say who follows and in what"),
    ("thought leadership", "say who follows and in what"),
    ("subject matter expert", "name the question people bring"),
    ("go to person", "name the question people bring"),
    ("value add", "give the figure"),
    ("adds value", "give the figure"),
    ("deliver value", "say to whom and how much"),
    ("delivers value", "say to whom and how much"),
    ("customer centric", "say what is done for the customer"),
    ("end to end ownership", "name both ends"),
    ("holistic", "name the parts"),
    ("synergies", "name the two things and what they share"),
    ("leverage", "say what is used for what"),
    ("leverages", "say what is used for what"),
    ("leveraging", "say what is used for what"),
    ("seamless", "say what the user does not notice"),
    ("seamlessly", "say what the user does not notice"),
    ("robust", "name the failure it withstands"),
    ("scalable solutions", "give the load"),
    ("innovative", "say what is new"),
    ("actionable insights", "say who does what because of it"),
    ("as needed", "say when"),
    ("as required", "say when"),
];

/// Checks the texts of all roles and questions. What a red flag quotes may be filler: that is why it is one.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    let filler = Filler::new();
    for written in prose(draft) {
        if let Some(said) = filler.in_text(written.text) {
            report.add(Check::Filler, &written.place(), said);
        }
    }
    for asked in asked(draft) {
        for text in asked.texts().filter(|text| text.part != Part::RedFlag) {
            if let Some(said) = filler.in_text(text.said) {
                report.add(Check::Filler, &text.place(&asked), said);
            }
        }
    }
}

/// The phrases by their first words: most words begin none.
struct Filler(HashMap<&'static str, Vec<Phrase>>);

/// The words of a phrase behind its first, the phrase, and what is missing where it stands.
type Phrase = (Vec<&'static str>, &'static str, &'static str);

impl Filler {
    fn new() -> Self {
        let mut by_first: HashMap<&str, Vec<Phrase>> = HashMap::new();
        for (phrase, instead) in FILLER {
            let mut words = phrase.split(' ');
            let first = words.next().unwrap_or_default();
            by_first.entry(first).or_default().push((words.collect(), phrase, instead));
        }
        Self(by_first)
    }

    /// What to say about the first phrase of the list that `text` holds.
    fn in_text(&self, text: &str) -> Option<String> {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let found = (0_usize..).zip(&words).find_map(|(place, word)| {
            let rest = words.get(place + 1..)?;
            self.0.get(*word)?.iter().find(|(phrase, ..)| rest.starts_with(phrase))
        });
        found.map(|(_, phrase, instead)| format!("\"{phrase}\" would fit any role: {instead}"))
    }
}
