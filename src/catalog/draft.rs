//! [`Draft`]: a catalog as far as it parses, each part with its place, for the checks that compare parts.
//!
//! Every element of every list, and every role, is parsed on its own: a mistake in one hides none in another. What does
//! not parse still counts as known where others refer to it, so that one mistake is one problem.

use std::collections::BTreeSet;

use super::files::Part;
use super::report::Place;
use crate::domain::{
    Axis, Bank, Department, DepartmentId, Family, Framework, Kpi, Level, Role, RoleId, RoleQuestions, Skill, Strand,
    Terms, Topic,
};
use crate::text::SafeText;

/// The version of the format that is read.
pub(super) const VERSION: u32 = 1;

/// A catalog as far as it parses.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub name: SafeText,
    pub departments: List<Department>,
    pub levels: List<Level>,
    pub axes: List<Axis>,
    pub topics: List<Topic>,
    pub strands: List<Strand>,
    pub skills: List<Skill>,
    pub kpis: List<Kpi>,
    pub families: Vec<FamilyDraft>,
    /// The ids of all roles.
    pub roles: Ids,
    /// The ids of all families.
    pub family_ids: Ids,
}

/// A family and its roles, in the order of the file.
#[derive(Debug)]
pub(super) struct FamilyDraft {
    pub place: Place,
    pub family: Family,
    pub department: DepartmentId,
    pub aliases: Vec<SafeText>,
    pub bank: Bank,
    pub roles: Vec<Entry<Role>>,
    /// What each of the roles is asked, in their order.
    pub questions: Vec<RoleQuestions>,
}

/// A parsed value and its place.
#[derive(Debug)]
pub(super) struct Entry<T> {
    pub place: Place,
    pub value: T,
}

/// The elements of a list that parse, and the ids of all.
#[derive(Debug)]
pub(super) struct List<T> {
    pub entries: Vec<Entry<T>>,
    pub ids: Ids,
    /// Whether any file had the list, empty or not.
    pub given: bool,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), ids: Ids::default(), given: false }
    }
}

impl<T> List<T> {
    /// The values alone.
    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().map(|entry| &entry.value)
    }

    /// The ids, if every file was read and none had the list.
    pub(super) fn missing(&mut self) -> Option<&mut Ids> {
        (!self.given && !self.ids.open).then_some(&mut self.ids)
    }

    fn into_values(self) -> Vec<T> {
        self.entries.into_iter().map(|entry| entry.value).collect()
    }
}

impl<'a> FromIterator<&'a str> for Ids {
    fn from_iter<I: IntoIterator<Item = &'a str>>(ids: I) -> Self {
        Self { known: ids.into_iter().map(Box::from).collect(), open: false }
    }
}

/// Ids that others may refer to.
#[derive(Debug, Default)]
pub(super) struct Ids {
    known: BTreeSet<Box<str>>,
    /// Whether something that could not be read may have had more of them.
    open: bool,
}

impl Ids {
    /// Whether a reference to `id` may be right.
    pub(super) fn allow(&self, id: &str) -> bool {
        self.open || self.known.contains(id)
    }

    /// The ids that are certain.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(|id| &**id)
    }

    /// Allows any id from now on.
    pub(super) fn open(&mut self) {
        self.open = true;
    }

    /// Adds `id`; whether it is new.
    pub(super) fn insert(&mut self, id: &str) -> bool {
        self.known.insert(id.into())
    }
}

impl Draft {
    /// Takes it that a file that could not be read had whatever others refer to.
    pub(super) fn open(&mut self, part: Part) {
        let Self { departments, levels, axes, topics, strands, skills, kpis, roles, .. } = self;
        let framework =
            [&mut departments.ids, &mut levels.ids, &mut axes.ids, &mut topics.ids, &mut strands.ids].into_iter();
        match part {
            Part::Catalog => {
                for ids in framework.chain([&mut skills.ids, &mut kpis.ids, roles]) {
                    ids.open();
                }
            }
            Part::Skills => skills.ids.open(),
            Part::Kpis => kpis.ids.open(),
            Part::Family => roles.open(),
        }
    }

    /// The rank of a role's level; `None` for one that is not known.
    pub(super) fn rank(&self, role: &Role) -> Option<u8> {
        self.levels.values().find(|level| level.id == role.level).map(|level| level.rank)
    }

    /// The framework, the skills and KPIs, and the families.
    pub(super) fn into_parts(self) -> (Framework, Terms, Vec<FamilyDraft>) {
        let framework = Framework {
            version: VERSION,
            name: self.name,
            departments: self.departments.into_values(),
            levels: self.levels.into_values(),
            axes: self.axes.into_values(),
            topics: self.topics.into_values(),
            strands: self.strands.into_values(),
        };
        (framework, Terms { skills: self.skills.into_values(), kpis: self.kpis.into_values() }, self.families)
    }
}

impl FamilyDraft {
    /// Its roles with what each is asked.
    pub(super) fn asked(&self) -> impl Iterator<Item = (&Entry<Role>, &RoleQuestions)> {
        self.roles.iter().zip(&self.questions)
    }

    /// Sorts its roles, what they are asked with them.
    pub(super) fn sort_roles_by_key<K: Ord>(&mut self, key: impl Fn(&Role) -> K) {
        let mut asked: Vec<_> = self.roles.drain(..).zip(self.questions.drain(..)).collect();
        asked.sort_by_key(|(role, _)| key(&role.value));
        (self.roles, self.questions) = asked.into_iter().unzip();
    }

    /// The id of one of its roles.
    pub(super) fn role_id(&self, role: &Role) -> RoleId {
        RoleId::new(&self.family.id, &role.slug())
    }
}
