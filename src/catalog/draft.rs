//! [`Draft`]: a catalog as far as it parses, each part with its place, for the checks that compare parts.
//!
//! Every element of every list, and every role, is parsed on its own: a mistake in one hides none in another. What does
//! not parse still counts as known where others refer to it, so that one mistake is one problem.
//!
//! Catalogs that lie over each other are one draft: what has an id that is known from beneath takes its place, families
//! only once everything is checked, as each is checked where it was written.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use super::files::Part;
use super::report::Place;
use crate::domain::{
    Axis, Bank, Department, DepartmentId, Family, FamilyId, Framework, Kpi, Level, Role, RoleId, RoleQuestions, Skill,
    Strand, Terms, Topic,
};
use crate::text::SafeText;

/// The version of the format that is read.
pub(super) const VERSION: u32 = 1;

/// A catalog as far as it parses.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Which of the catalogs that lie over each other is being read, the lowest being 0.
    pub layer: usize,
    pub name: Option<SafeText>,
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
    /// Which of the catalogs that lie over each other has it.
    pub layer: usize,
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
    /// Adds an element, in the place of one from beneath with the same id.
    pub(super) fn add(&mut self, id: &str, entry: Entry<T>) {
        let number = self.entries.len();
        match self.ids.known.get_mut(id).map(|known| known.entry.get_or_insert(number)) {
            Some(place) if *place < number => self.entries[*place] = entry,
            _ => self.entries.push(entry),
        }
    }

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
        let known = |id: &str| (id.into(), Known { layer: 0, entry: None });
        Self { known: ids.into_iter().map(known).collect(), open: false }
    }
}

/// Ids that others may refer to.
#[derive(Debug, Default)]
pub(super) struct Ids {
    known: BTreeMap<Box<str>, Known>,
    /// Whether something that could not be read may have had more of them.
    open: bool,
}

/// What is known of whatever has an id.
#[derive(Debug, Clone, Copy)]
struct Known {
    /// The uppermost layer that has it.
    layer: usize,
    /// Its number in its list, once it parsed.
    entry: Option<usize>,
}

impl Ids {
    /// Whether a reference to `id` may be right.
    pub(super) fn allow(&self, id: &str) -> bool {
        self.open || self.known.contains_key(id)
    }

    /// The ids that are certain.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.known.keys().map(|id| &**id)
    }

    /// Whether something that could not be read may have had more of them.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Allows any id from now on.
    pub(super) fn open(&mut self) {
        self.open = true;
    }

    /// Adds `id`; whether it is new in its layer.
    pub(super) fn insert(&mut self, id: &str, layer: usize) -> bool {
        match self.known.entry(id.into()) {
            Slot::Vacant(slot) => {
                slot.insert(Known { layer, entry: None });
                true
            }
            Slot::Occupied(mut slot) => std::mem::replace(&mut slot.get_mut().layer, layer) < layer,
        }
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

    /// Takes out what lies beneath something with the same id: roles, and banks of families that have another above.
    pub(super) fn uncover(&mut self) {
        for number in (1..self.families.len()).rev() {
            let (below, above) = self.families.split_at_mut(number);
            let Some(upper) = above.first() else { continue };
            let beneath = below.iter_mut().filter(|lower| lower.layer < upper.layer);
            for lower in beneath.filter(|lower| lower.family.id == upper.family.id) {
                lower.give_way(upper);
            }
        }
    }

    /// The ids of a family's threads, those beneath it among them.
    pub(super) fn threads_of(&self, family: &FamilyDraft) -> Ids {
        let beneath =
            self.families.iter().filter(|other| other.layer < family.layer && other.family.id == family.family.id);
        let threads = beneath.chain([family]).flat_map(|family| &family.family.threads);
        threads.map(|thread| thread.id.as_str()).collect()
    }

    /// The framework, the skills and KPIs, and the families, each laid over what is beneath it.
    pub(super) fn into_parts(self) -> (Framework, Terms, Vec<FamilyDraft>) {
        let mut levels = self.levels.into_values();
        levels.sort_by_key(|level| level.rank);
        let framework = Framework {
            version: VERSION,
            name: self.name.unwrap_or_default(),
            departments: self.departments.into_values(),
            levels,
            axes: self.axes.into_values(),
            topics: self.topics.into_values(),
            strands: self.strands.into_values(),
        };
        (framework, Terms { skills: self.skills.into_values(), kpis: self.kpis.into_values() }, merged(self.families))
    }
}

/// Families of one id laid over each other, the lowest first.
fn merged(families: Vec<FamilyDraft>) -> Vec<FamilyDraft> {
    let mut places: BTreeMap<FamilyId, usize> = BTreeMap::new();
    let mut merged: Vec<FamilyDraft> = Vec::with_capacity(families.len());
    for family in families {
        match places.entry(family.family.id.clone()) {
            Slot::Occupied(place) => {
                if let Some(beneath) = merged.get_mut(*place.get()) {
                    beneath.lay_over(family);
                }
            }
            Slot::Vacant(place) => {
                place.insert(merged.len());
                merged.push(family);
            }
        }
    }
    merged
}

impl FamilyDraft {
    /// Takes out what `upper` replaces: roles of the same id, and the parts of the bank that `upper` has.
    fn give_way(&mut self, upper: &Self) {
        let above: Vec<_> = upper.roles.iter().map(|role| role.value.slug()).collect();
        let asked = self.roles.drain(..).zip(self.questions.drain(..));
        let kept: Vec<_> = asked.filter(|(role, _)| !above.contains(&role.value.slug())).collect();
        (self.roles, self.questions) = kept.into_iter().unzip();
        if upper.bank.interview.is_some() {
            self.bank.interview = None;
        }
        if !upper.bank.questions.is_empty() {
            self.bank.questions.clear();
        }
    }

    /// Lays `upper` over it. A thread of the same id is replaced, others are added, as roles are; what `upper` does not
    /// say of the ways in, of other names and of interviews stays.
    fn lay_over(&mut self, upper: Self) {
        let Self { place, layer, family, department, aliases, bank, roles, questions } = upper;
        let beneath = std::mem::replace(&mut self.family, family);
        let own: Vec<_> = self.family.threads.iter().map(|thread| thread.id.clone()).collect();
        let kept = beneath.threads.into_iter().filter(|thread| !own.contains(&thread.id));
        self.family.threads.splice(0..0, kept);
        if self.family.entry.is_empty() {
            self.family.entry = beneath.entry;
        }
        (self.place, self.layer, self.department) = (place, layer, department);
        if !aliases.is_empty() {
            self.aliases = aliases;
        }
        self.bank.interview = bank.interview.or(self.bank.interview.take());
        self.bank.questions.extend(bank.questions);
        self.roles.extend(roles);
        self.questions.extend(questions);
    }

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
