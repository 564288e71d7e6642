//! The skills of a sheet: one entry for one name, however often it stands there.

use std::collections::HashMap;

use super::names::{Ids, plain, said};
use super::prose;
use super::remark::Remark;
use super::{Line, build::name};
use crate::domain::{Skill, SkillId, SkillKind, Weight};
use crate::text::SafeText;

/// Words for kinds of skill.
const KINDS: &[(SkillKind, &[&str])] = &[
    (
        SkillKind::Technical,
        &["technical", "tech", "technology", "hard", "hard skill", "hard skills", "engineering", "digital"],
    ),
    (SkillKind::Domain, &["domain", "business", "knowledge", "industry", "functional", "commercial"]),
    (SkillKind::Practice, &["practice", "practices", "process", "method", "methods", "delivery", "ways of working"]),
    (
        SkillKind::People,
        &[
            "people",
            "soft",
            "soft skill",
            "soft skills",
            "behavioural",
            "behavioral",
            "interpersonal",
            "leadership",
            "communication",
        ],
    ),
];

/// Words for weights.
const WEIGHTS: &[(Weight, &[&str])] = &[
    (Weight::Core, &["core", "must", "must have", "essential", "critical", "high", "required", "3"]),
    (Weight::Important, &["important", "should", "should have", "medium", "normal", "2"]),
    (Weight::Useful, &["useful", "nice", "nice to have", "could", "could have", "optional", "desirable", "low", "1"]),
];

/// How much `cell` says a skill weighs; nothing for words that stand for no weight.
pub(super) fn weight(cell: &str) -> Option<Weight> {
    let words = plain(cell);
    if words.is_empty() {
        return Some(Weight::default());
    }
    WEIGHTS.iter().find(|(_, known)| known.contains(&words.as_str())).map(|(weight, _)| *weight)
}

/// The skills of a sheet, in its order.
#[derive(Debug, Default)]
pub(super) struct Skills {
    pub entries: Vec<Skill>,
    by_name: HashMap<String, usize>,
    ids: Ids,
}

impl Skills {
    /// The id of the skill that `line` names; nothing where it names none.
    pub(super) fn id(&mut self, line: &Line<'_>, remarks: &mut Vec<Remark>) -> Option<SkillId> {
        let key = plain(line.skill);
        let called = name(line.skill, line.number, remarks)?;
        let known = self.by_name.get(&key).copied().filter(|_| !key.is_empty());
        let place = if let Some(place) = known {
            place
        } else {
            let id = self.ids.make(&called, "skill").parse().ok()?;
            self.entries.push(Skill {
                id,
                name: called,
                kind: None,
                aliases: Vec::new(),
                meaning: SafeText::default(),
            });
            self.by_name.insert(key, self.entries.len() - 1);
            self.entries.len() - 1
        };
        let skill = self.entries.get_mut(place)?;
        let (about, kind) = (said(line.about_skill), said(line.kind));
        if skill.meaning.is_empty() && (!about.is_empty() || !kind.is_empty()) {
            let words = plain(kind);
            skill.kind = KINDS.iter().find(|(_, known)| known.contains(&words.as_str())).map(|(kind, _)| *kind);
            let about = prose::line(about);
            // A group that is no kind we know is kept in the words about the skill.
            let group = if skill.kind.is_some() { "" } else { kind };
            let about = match (group, about.as_str()) {
                ("", about) => about.to_owned(),
                (group, "") => group.to_owned(),
                (group, about) => format!("{group}. {about}"),
            };
            skill.meaning = SafeText::line(&about);
        } else if !about.is_empty() && !skill.meaning.ends_with(SafeText::line(&prose::line(about)).as_str()) {
            let note = "what it says about the skill differs from a row above: the first is kept";
            remarks.push(Remark::row(line.number, line.skill, note));
        }
        Some(skill.id.clone())
    }
}
