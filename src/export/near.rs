//! Near roles as a document.

use serde::Serialize;

use super::beyond::{Adds, skill_name};
use super::{Cell, Column as Heading, Part, Report, new_skills, raised_skills};
use crate::domain::compare::{Column, Names, Side};
use crate::domain::near::{Near, SharedSkill};
use crate::domain::{RoleId, SkillId};

/// The name of the JSON shape of a [`NearSheet`].
pub const SCHEMA: &str = "rungs.near/1";

/// `rungs.near/1`: an item for each near role, the nearest first. Fields are added, never renamed or taken away.
///
/// It has the fields of a role (`id`, `title`, `level`, `level_name`, `rank`, `family`, `family_name`), `of`, the id of the
/// role it is near to, `likeness` in percent (1 to 100), `shared`, the skills of both, each `{"id","name","here","there"}`
/// with the proficiency in the role asked about and in this one, and `adds`: see [`Adds`].
#[derive(Debug, Serialize)]
pub struct NearSheet<'a> {
    #[serde(flatten)]
    head: Column,
    of: &'a RoleId,
    likeness: u8,
    shared: Vec<Shared<'a>>,
    adds: Adds<'a>,
}

#[derive(Debug, Serialize)]
struct Shared<'a> {
    id: &'a SkillId,
    name: &'a str,
    here: u8,
    there: u8,
}

impl<'a> NearSheet<'a> {
    /// The sheet of `near`, a role near to `of`.
    pub fn of(names: &'a impl Names, of: &'a RoleId, near: &Near<'a>) -> Self {
        let shared = |skill: &SharedSkill<'a>| Shared {
            id: skill.skill,
            name: skill_name(names, skill.skill),
            here: skill.here.value(),
            there: skill.there.value(),
        };
        Self {
            head: Column::of(names, &near.side),
            of,
            likeness: near.likeness,
            shared: near.shared.iter().map(shared).collect(),
            adds: Adds::of(names, &near.adds),
        }
    }
}

/// The skills both ask for, as `SQL 3` where they ask alike and `SQL 3->4` where they do not.
pub fn shared_skills(names: &impl Names, near: &Near<'_>) -> Vec<String> {
    let shared = |skill: &SharedSkill<'_>| {
        let (name, here, there) = (skill_name(names, skill.skill), skill.here.value(), skill.there.value());
        if here == there { format!("{name} {here}") } else { format!("{name} {here}->{there}") }
    };
    near.shared.iter().map(shared).collect()
}

/// What the skills both ask for are called.
pub fn shared_names<'a>(names: &'a impl Names, near: &Near<'a>) -> Vec<&'a str> {
    near.shared.iter().map(|skill| skill_name(names, skill.skill)).collect()
}

/// The roles near to `role` as a document.
pub fn report(names: &impl Names, role: &Side<'_>, near: &[Near<'_>]) -> Report {
    let row = |near: &Near<'_>| {
        let listed = |skills: Vec<String>| Cell::text(skills.join("; "));
        vec![
            Cell::text(near.likeness.to_string()),
            Cell::Head(near.side.role.title.to_string()),
            Cell::text(near.side.id.as_str()),
            listed(shared_skills(names, near)),
            listed(new_skills(names, &near.adds)),
            listed(raised_skills(names, &near.adds)),
        ]
    };
    Report {
        title: format!("Roles nearest to {}", role.role.title),
        about: vec![format!("{}: by the skills they share; 3->4 is from this role to that one.", role.id).into()],
        columns: vec![
            Heading::new("likeness", "Likeness in %"),
            Heading::new("title", "Role"),
            Heading::new("id", "Id"),
            Heading::new("shared", "Shares"),
            Heading::new("new", "New"),
            Heading::new("raised", "Raised"),
        ],
        parts: vec![Part {
            key: "near".to_owned(),
            title: String::new(),
            about: Vec::new(),
            rows: near.iter().map(row).collect(),
        }],
    }
}
