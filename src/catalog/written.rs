//! A catalog as it is written down: in one file, or as the files of a folder. What is written loads to the same thing.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Catalog, schema};
use crate::domain::{
    Bank, DepartmentId, Entry, Family, FamilyId, Framework, Interview, Kpi, Question, Role, RoleQuestions, Skill,
    Terms, Thread,
};
use crate::text::SafeText;

/// A whole catalog, ready to be written.
#[derive(Debug, Clone)]
pub struct Written {
    pub(super) framework: Framework,
    pub(super) terms: Terms,
    pub(super) families: Vec<WrittenFamily>,
}

/// A family's file.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(rename = "Family")]
pub(super) struct WrittenFamily {
    /// Its id: the first part of the ids of its roles.
    pub id: FamilyId,
    /// What it is called.
    pub name: SafeText,
    /// The department it belongs to.
    pub department: DepartmentId,
    /// What else it is called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<SafeText>,
    /// What it does, in a sentence or two.
    #[serde(default, skip_serializing_if = "SafeText::is_unsaid")]
    pub summary: SafeText,
    /// The pieces of work that run through the ladder, in the order they are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub threads: Vec<Thread>,
    /// Where people come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entry: Vec<Entry>,
    /// Its roles.
    pub roles: Vec<WrittenRole>,
    /// How it interviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interview: Option<Interview>,
    /// Questions that every role of it is asked, their lines keyed by level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
}

/// A role with what it is asked.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(rename = "RoleWithQuestions")]
pub(super) struct WrittenRole {
    #[serde(flatten)]
    pub role: Role,
    #[serde(flatten)]
    pub asked: RoleQuestions,
}

impl WrittenFamily {
    /// `family` with its roles, and what everybody in it is asked.
    pub(super) fn new(family: Family, department: DepartmentId, roles: Vec<WrittenRole>, bank: Bank) -> Self {
        let Family { id, name, summary, threads, entry } = family;
        let Bank { interview, questions } = bank;
        Self { id, name, department, aliases: Vec::new(), summary, threads, entry, roles, interview, questions }
    }
}

/// A file that names its schema, for editors.
#[derive(Serialize)]
struct Named<'a, T> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    #[serde(flatten)]
    file: &'a T,
}

#[derive(Serialize)]
struct SkillsFile<'a> {
    skills: &'a [Skill],
}

#[derive(Serialize)]
struct KpisFile<'a> {
    kpis: &'a [Kpi],
}

impl Written {
    /// All of it in one file.
    ///
    /// # Errors
    ///
    /// Never for a catalog that was loaded; serialisation just cannot promise it.
    pub fn one(&self) -> serde_json::Result<String> {
        #[derive(Serialize)]
        struct One<'a> {
            #[serde(flatten)]
            framework: &'a Framework,
            skills: &'a [Skill],
            #[serde(skip_serializing_if = "is_empty")]
            kpis: &'a [Kpi],
            families: &'a [WrittenFamily],
        }
        let Self { framework, terms, families } = self;
        pretty(&One { framework, skills: &terms.skills, kpis: &terms.kpis, families })
    }

    /// The files of a folder by their path in it, laid out as `data/` is.
    ///
    /// # Errors
    ///
    /// As [`Written::one`].
    pub fn folder(&self) -> serde_json::Result<Vec<(String, String)>> {
        let Self { framework, terms, families } = self;
        let mut files = vec![
            ("schema.json".to_owned(), schema::json()?),
            ("catalog.json".to_owned(), named("schema.json", framework)?),
            ("skills.json".to_owned(), named("schema.json", &SkillsFile { skills: &terms.skills })?),
        ];
        if !terms.kpis.is_empty() {
            files.push(("kpis.json".to_owned(), named("schema.json", &KpisFile { kpis: &terms.kpis })?));
        }
        for family in families {
            files.push((format!("families/{}.json", family.id), named("../schema.json", family)?));
        }
        Ok(files)
    }

    /// How many families, roles and skills it has.
    pub fn counts(&self) -> (usize, usize, usize) {
        let roles = self.families.iter().map(|family| family.roles.len()).sum();
        (self.families.len(), roles, self.terms.skills.len())
    }
}

fn is_empty<T>(list: &&[T]) -> bool {
    list.is_empty()
}

fn named(schema: &str, file: &impl Serialize) -> serde_json::Result<String> {
    pretty(&Named { schema, file })
}

fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n")
}

impl From<&Catalog> for Written {
    fn from(catalog: &Catalog) -> Self {
        let family = |outline: &crate::domain::FamilyOutline| {
            let family = catalog.family(&outline.id)?.clone();
            let bank = catalog.bank(&outline.id).cloned().unwrap_or_default();
            let role = |rung: &crate::domain::Rung| {
                let id = outline.role_id(rung);
                let asked = catalog.questions(&id).cloned().unwrap_or_default();
                Some(WrittenRole { role: catalog.role(&id)?.clone(), asked })
            };
            let roles = outline.rungs.iter().filter_map(role).collect();
            let written = WrittenFamily::new(family, outline.department.clone(), roles, bank);
            Some(WrittenFamily { aliases: outline.aliases.to_vec(), ..written })
        };
        Self {
            framework: catalog.framework().clone(),
            terms: catalog.terms().clone(),
            families: catalog.families().iter().filter_map(family).collect(),
        }
    }
}
