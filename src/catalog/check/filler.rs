//! Phrases that any role could carry: they take a line and tell a reader nothing about this job.

use super::prose::{prose, words};
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

/// Checks the texts of all roles.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    let filler: Vec<(Vec<String>, &str, &str)> =
        FILLER.iter().map(|(phrase, instead)| (words(phrase), *phrase, *instead)).collect();
    for written in prose(draft) {
        let words = words(written.text);
        let found = filler.iter().find(|(phrase, ..)| words.windows(phrase.len()).any(|run| run == phrase));
        if let Some((_, phrase, instead)) = found {
            let text = format_args!("\"{phrase}\" would fit any role: {instead}");
            report.add(Check::Filler, &written.place(), text);
        }
    }
}
