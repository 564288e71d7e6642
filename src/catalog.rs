//! JSON in, checked [`Catalog`] out. The embedded catalog opens without being checked again (the tests hold it valid)
//! and parses a role only when it is asked for; anybody else's goes through [`load()`] and is refused with all its
//! problems at once. Knows the ladder's types and JSON, not screens or what a person keeps.

mod asked;
mod check;
mod dictionary;
mod diff;
mod draft;
mod embedded;
mod example;
mod family_file;
mod family_text;
mod files;
mod format;
mod import;
mod ladder;
mod ledger;
mod load;
mod locate;
mod outline;
mod path;
mod probed;
mod problem;
mod reader;
mod report;
mod schema;
mod source;
mod watched;
mod written;

use std::sync::OnceLock;

use crate::domain::compare::{Comparison, Names, Side};
use crate::domain::pool::Pool;
use crate::domain::{
    Bank, Family, FamilyId, FamilyOutline, Framework, Kpi, KpiId, Outline, Probe, Role, RoleId, RoleQuestions, Rung,
    Skill, SkillId, Terms, Whole,
};
use crate::text::SafeText;
pub use asked::{AllAsked, Asked};
pub use check::check;
use dictionary::Dictionary;
pub use diff::diff;
pub use example::example;
pub use files::Files;
pub use import::{Column, Encoding, Form, Import, ImportError, Remark, Said, Topic, decode, import};
use ladder::{Ladder, LadderRole};
pub use ledger::{Ledger, Refusal, Renewed};
pub use load::load;
pub use outline::outline_json;
pub use probed::ProbeError;
pub use problem::{Check, Problem, Severity};
pub use schema::json as schema_json;
pub use source::{Source, check_all, kept_in, open};
pub use watched::Watched;
pub use written::Written;

/// A whole catalog: the framework and the outline at hand, everything else parsed when it is first asked for.
#[derive(Debug)]
pub struct Catalog {
    framework: Framework,
    outline: Outline,
    /// The skills and the KPIs one by one, where they are written down in the binary.
    lines: Option<(Dictionary<Skill>, Dictionary<Kpi>)>,
    terms: Lazy<Terms, (&'static str, &'static str)>,
    /// One for each family, in the order of the outline.
    ladders: Vec<Ladder>,
}

/// A value that is there, or the text it will be parsed from.
#[derive(Debug)]
struct Lazy<T, S> {
    value: OnceLock<T>,
    source: Option<S>,
}

impl<T, S: Copy> Lazy<T, S> {
    fn parsed(value: T) -> Self {
        Self { value: OnceLock::from(value), source: None }
    }

    fn unparsed(source: S) -> Self {
        Self { value: OnceLock::new(), source: Some(source) }
    }

    /// The value; `None` if its text does not parse, which the tests rule out for what is embedded.
    fn get(&self, parse: impl FnOnce(S) -> Option<T>) -> Option<&T> {
        if let Some(value) = self.value.get() {
            return Some(value);
        }
        let parsed = parse(self.source?)?;
        Some(self.value.get_or_init(|| parsed))
    }
}

impl Catalog {
    /// What is the same for every family.
    pub fn framework(&self) -> &Framework {
        &self.framework
    }

    /// The families as lists need them, by department and name.
    pub fn families(&self) -> &[FamilyOutline] {
        &self.outline.families
    }

    /// The outline of the family `id`.
    pub fn outline(&self, id: &str) -> Option<&FamilyOutline> {
        self.outline.families.iter().find(|family| family.id.as_str() == id)
    }

    /// The rung behind a role's id, with its family.
    pub fn rung(&self, id: &RoleId) -> Option<(&FamilyOutline, &Rung)> {
        let family = self.outline(id.family())?;
        Some((family, family.rung(id.slug())?))
    }

    /// All rungs with their families, in the order of the outline.
    pub fn rungs(&self) -> impl Iterator<Item = (&FamilyOutline, &Rung)> {
        self.families().iter().flat_map(|family| family.rungs.iter().map(move |rung| (family, rung)))
    }

    /// The family `id`: its threads and its entries.
    pub fn family(&self, id: &FamilyId) -> Option<&Family> {
        self.ladder(id.as_str())?.family()
    }

    /// How the family `id` interviews, and what it asks on every rung.
    pub fn bank(&self, id: &FamilyId) -> Option<&Bank> {
        self.ladder(id.as_str())?.bank()
    }

    /// The role `id`.
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.ladder_role(id)?.role()
    }

    /// What the role `id` is asked, and what it is worth asking back.
    pub fn questions(&self, id: &RoleId) -> Option<&RoleQuestions> {
        self.ladder_role(id)?.questions()
    }

    /// Whether anything is known of an interview for the role `id`; nothing is read to find out.
    pub fn is_interviewed(&self, id: &RoleId) -> bool {
        let by_role = self.ladder_role(id).is_some_and(LadderRole::has_questions);
        by_role || self.ladder(id.family()).is_some_and(Ladder::has_bank)
    }

    /// Every question the role `id` can be asked, with the lines an answer is judged by on this rung.
    pub fn pool(&self, id: &RoleId) -> Option<Pool<'_>> {
        let ladder = self.ladder(id.family())?;
        let role = self.ladder_role(id)?;
        let asked = (id, role.role()?, role.questions()?);
        Some(Pool::of(&self.framework, asked, (ladder.family()?, ladder.bank()?)))
    }

    /// The role `id` with its family, as roles are compared.
    pub fn side(&self, id: &RoleId) -> Option<Side<'_>> {
        let (outline, _) = self.rung(id)?;
        Some(Side { id: id.clone(), role: self.role(id)?, family: self.family(&outline.id)? })
    }

    /// The role `id` with all that a document about it needs.
    pub fn whole(&self, id: &RoleId) -> Option<Whole<'_>> {
        let (outline, _) = self.rung(id)?;
        Some(Whole { outline, side: self.side(id)?, pool: self.pool(id)? })
    }

    /// The roles of a family, lowest rung first, as a ladder takes them.
    pub fn ladder_of(&self, family: &FamilyOutline) -> Vec<Side<'_>> {
        family.rungs.iter().filter_map(|rung| self.side(&family.role_id(rung))).collect()
    }

    /// All roles with their families, in the order of the outline.
    pub fn sides(&self) -> impl Iterator<Item = Side<'_>> {
        self.rungs().filter_map(|(family, rung)| self.side(&family.role_id(rung)))
    }

    /// The skills and KPIs.
    pub fn terms(&self) -> &Terms {
        static NONE: Terms = Terms { skills: Vec::new(), kpis: Vec::new() };
        self.terms.get(|(skills, kpis)| embedded::terms(skills, kpis)).unwrap_or(&NONE)
    }

    /// The skill `id`.
    pub fn skill(&self, id: &SkillId) -> Option<&Skill> {
        let line = self.lines.as_ref().and_then(|(skills, _)| skills.get(id.as_str()));
        line.or_else(|| self.terms().skill(id))
    }

    /// The KPI `id`.
    pub fn kpi(&self, id: &KpiId) -> Option<&Kpi> {
        let line = self.lines.as_ref().and_then(|(_, kpis)| kpis.get(id.as_str()));
        line.or_else(|| self.terms().kpi(id))
    }

    /// What a question of the family `family` probes, as a reader calls it; as it is `written` where nothing is known of it.
    pub fn probe_name(&self, family: &str, written: &SafeText) -> SafeText {
        let name = match Probe::of(written) {
            Some(Probe::Skill(id)) => id.parse().ok().and_then(|id| self.skill_name(&id)),
            Some(Probe::Kpi(id)) => id.parse().ok().and_then(|id| self.kpi_name(&id)),
            Some(Probe::Thread(id)) => {
                let threads = self.ladder(family).and_then(Ladder::family).map_or(&[][..], |family| &family.threads);
                threads.iter().find(|thread| thread.id.as_str() == id).map(|thread| &thread.name)
            }
            None => None,
        };
        name.unwrap_or(written).clone()
    }

    /// The roles `ids` side by side, each judged against the one in place `base`; `None` unless there are two to four
    /// that can be read.
    pub fn compare(&self, ids: &[RoleId], base: usize) -> Option<Comparison> {
        let sides: Option<Vec<Side<'_>>> = ids.iter().map(|id| self.side(id)).collect();
        Comparison::of(self, &sides?, base)
    }

    fn ladder(&self, family: &str) -> Option<&Ladder> {
        let place = self.families().iter().position(|known| known.id.as_str() == family)?;
        self.ladders.get(place)
    }

    fn ladder_role(&self, id: &RoleId) -> Option<&LadderRole> {
        let place = self.outline(id.family())?.rungs.iter().position(|rung| rung.slug.as_str() == id.slug())?;
        let roles = self.ladder(id.family())?.roles();
        // A file may have its roles in another order than the outline; to ask each for its name takes longer than to
        // open the likely one.
        let mut likely_first = roles.get(place).into_iter().chain(roles);
        likely_first.find(|role| role.role().is_some_and(|role| role.slug().as_str() == id.slug()))
    }
}

impl Names for Catalog {
    fn framework(&self) -> &Framework {
        &self.framework
    }

    fn skill_name(&self, id: &SkillId) -> Option<&SafeText> {
        self.skill(id).map(|skill| &skill.name)
    }

    fn kpi(&self, id: &KpiId) -> Option<&Kpi> {
        self.kpi(id)
    }

    fn title(&self, id: &RoleId) -> Option<&SafeText> {
        self.rung(id).map(|(_, rung)| &rung.title)
    }

    fn bank(&self, id: &FamilyId) -> Option<&Bank> {
        self.bank(id)
    }
}
