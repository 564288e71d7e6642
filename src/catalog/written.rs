//! A catalog as it is written down: in one file, or as the files of a folder. What is written loads to the same thing.

use serde::Serialize;

use super::Catalog;
use crate::domain::{
    DepartmentId, Entry, Family, FamilyId, Framework, Interview, Kpi, Question, Role, RoleQuestions, Skill, Terms,
    Thread,
};
use crate::text::SafeText;

/// A whole catalog, ready to be written.
#[derive(Debug, Clone)]
pub struct Written {
    pub(super) framework: Framework,
    pub(super) terms: Terms,
    pub(super) families: Vec<WrittenFamily>,
}

/// A family with its roles.
#[derive(Debug, Clone)]
pub(super) struct WrittenFamily {
    pub family: Family,
    pub department: DepartmentId,
    pub aliases: Vec<SafeText>,
    pub roles: Vec<WrittenRole>,
    pub interview: Option<Interview>,
    pub questions: Vec<Question>,
}

/// A role with what it is asked.
#[derive(Debug, Clone, Serialize)]
pub(super) struct WrittenRole {
    #[serde(flatten)]
    pub role: Role,
    #[serde(flatten)]
    pub asked: RoleQuestions,
}

impl WrittenFamily {
    /// A family nobody asks anything.
    pub(super) fn new(family: Family, department: DepartmentId, roles: Vec<WrittenRole>) -> Self {
        Self { family, department, aliases: Vec::new(), roles, interview: None, questions: Vec::new() }
    }
}

/// A family's file.
#[derive(Serialize)]
struct FamilyFile<'a> {
    id: &'a FamilyId,
    name: &'a SafeText,
    department: &'a DepartmentId,
    #[serde(skip_serializing_if = "is_empty")]
    aliases: &'a [SafeText],
    #[serde(skip_serializing_if = "SafeText::is_unsaid")]
    summary: &'a SafeText,
    #[serde(skip_serializing_if = "is_empty")]
    threads: &'a [Thread],
    #[serde(skip_serializing_if = "is_empty")]
    entry: &'a [Entry],
    roles: &'a [WrittenRole],
    #[serde(skip_serializing_if = "Option::is_none")]
    interview: Option<&'a Interview>,
    #[serde(skip_serializing_if = "is_empty")]
    questions: &'a [Question],
}

fn is_empty<T>(list: &&[T]) -> bool {
    list.is_empty()
}

impl<'a> From<&'a WrittenFamily> for FamilyFile<'a> {
    fn from(written: &'a WrittenFamily) -> Self {
        let WrittenFamily { family, department, aliases, roles, interview, questions } = written;
        let Family { id, name, summary, threads, entry } = family;
        Self { id, name, department, aliases, summary, threads, entry, roles, interview: interview.as_ref(), questions }
    }
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
            families: Vec<FamilyFile<'a>>,
        }
        let Self { framework, terms, families } = self;
        let families = families.iter().map(FamilyFile::from).collect();
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
            ("catalog.json".to_owned(), pretty(framework)?),
            ("skills.json".to_owned(), pretty(&SkillsFile { skills: &terms.skills })?),
        ];
        if !terms.kpis.is_empty() {
            files.push(("kpis.json".to_owned(), pretty(&KpisFile { kpis: &terms.kpis })?));
        }
        for family in families {
            let name = format!("families/{}.json", family.family.id);
            files.push((name, pretty(&FamilyFile::from(family))?));
        }
        Ok(files)
    }

    /// How many families, roles and skills it has.
    pub fn counts(&self) -> (usize, usize, usize) {
        let roles = self.families.iter().map(|family| family.roles.len()).sum();
        (self.families.len(), roles, self.terms.skills.len())
    }
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
            Some(WrittenFamily {
                family,
                department: outline.department.clone(),
                aliases: outline.aliases.to_vec(),
                roles: outline.rungs.iter().filter_map(role).collect(),
                interview: bank.interview,
                questions: bank.questions,
            })
        };
        Self {
            framework: catalog.framework().clone(),
            terms: catalog.terms().clone(),
            families: catalog.families().iter().filter_map(family).collect(),
        }
    }
}
