//! From texts to a [`Draft`]: the shapes of the files, and every mistake of shape in them.

mod lists;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_path_to_error::Segment;

use super::check::texts;
use super::draft::{Draft, Entry, FamilyDraft, VERSION};
use super::family_file::{FamilyFile, slug_of};
use super::files::{CatalogFile, Files, Part};
use super::format;
use super::problem::Check;
use super::report::{Place, Report};
use crate::domain::{Role, RoleQuestions};
use crate::text::SafeText;
use lists::Lists;

/// The most roles of a catalog, and the most skills or KPIs.
const MOST_ROLES: usize = 20_000;
/// The most families of a catalog.
const MOST_FAMILIES: usize = 1_000;
/// The most entries of any other list.
const MOST_ENTRIES: usize = 500;

/// Parses `files` as far as they parse.
pub(super) fn read(files: &Files, report: &mut Report) -> Draft {
    let mut reader = Reader { draft: Draft::default(), report, roles: 0 };
    for (number, file) in files.files.iter().enumerate() {
        reader.draft.layer = file.layer;
        if reader.file(number, file).is_none() {
            reader.draft.open(file.part);
        }
    }
    reader.finish()
}

struct Reader<'r> {
    draft: Draft,
    report: &'r mut Report,
    /// How many roles were seen.
    roles: usize,
}

/// The elements of a list, unparsed; `None` where a file has no such list.
type Elements<'a> = Option<Vec<&'a RawValue>>;

/// `catalog.json` without the lists that may have files of their own. What lies over another catalog need not have any of it.
#[derive(Deserialize, Default)]
#[serde(default)]
struct WholeFile<'a> {
    #[serde(deserialize_with = "present")]
    name: Option<SafeText>,
    #[serde(borrow, deserialize_with = "present")]
    departments: Elements<'a>,
    #[serde(borrow, deserialize_with = "present")]
    levels: Elements<'a>,
    #[serde(borrow, deserialize_with = "present")]
    axes: Elements<'a>,
    #[serde(borrow, deserialize_with = "present")]
    topics: Elements<'a>,
    #[serde(borrow, deserialize_with = "present")]
    strands: Elements<'a>,
}

/// `skills.json`, `kpis.json`, and what `catalog.json` may hold of the like.
#[derive(Deserialize, Default)]
#[serde(default)]
struct PartsFile<'a> {
    #[serde(borrow, deserialize_with = "present")]
    skills: Elements<'a>,
    #[serde(borrow, deserialize_with = "present")]
    kpis: Elements<'a>,
    #[serde(borrow)]
    families: Vec<&'a RawValue>,
}

/// A field that may be left out, but may not be null.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(value: D) -> Result<Option<T>, D::Error> {
    T::deserialize(value).map(Some)
}

/// A role and what it is asked.
type Asked = (Entry<Role>, RoleQuestions);

/// What can be saved of a family that does not parse.
#[derive(Deserialize, Default)]
struct Remains<'a> {
    #[serde(borrow)]
    roles: Vec<&'a RawValue>,
}

impl Reader<'_> {
    /// Reads one file; `None` when nothing can be said of what it should have held.
    fn file(&mut self, number: usize, file: &CatalogFile) -> Option<()> {
        let text = self.text(number, file)?;
        let root = Place::root(number);
        match file.part {
            Part::Family => self.family(text, &root),
            Part::Skills | Part::Kpis => self.parts(text, &root),
            Part::Catalog => {
                self.version(text, &root)?;
                let framework = self.framework(text, &root);
                self.parts(text, &root).and(framework)
            }
        }
    }

    fn finish(self) -> Draft {
        let Self { mut draft, report, .. } = self;
        let root = Place::root(0);
        let roles = || draft.families.iter().flat_map(|family| &family.roles).map(|role| &role.value);
        let has_skills = roles().any(|role| !role.skills.is_empty());
        let has_kpis = roles().any(|role| !role.kpis.is_empty());
        let Draft { name, departments, levels, skills, kpis, .. } = &mut draft;
        if name.is_none() && !departments.ids.is_open() {
            report.add(Check::Shape, &root, "missing field `name`");
        }
        // A company that speaks of no axes, topics or strands has none.
        for (list, field) in [(departments.missing(), "departments"), (levels.missing(), "levels")] {
            if let Some(ids) = list {
                ids.open();
                report.add(Check::Shape, &root, format_args!("missing field `{field}`"));
            }
        }
        for (list, field, is_wanted) in [(skills.missing(), "skills", has_skills), (kpis.missing(), "kpis", has_kpis)] {
            if let Some(ids) = list.filter(|_| is_wanted) {
                ids.open();
                let text = format_args!("missing field `{field}`: here, or in a {field}.json beside this file");
                report.add(Check::Shape, &root, text);
            }
        }
        draft.uncover();
        draft
    }

    /// The text of a file, if it is JSON without surprises.
    fn text<'f>(&mut self, number: usize, file: &'f CatalogFile) -> Option<&'f str> {
        let text = match &file.text {
            Ok(text) => text,
            Err(unread) => {
                match &unread.before {
                    Some(before) => self.report.add_at_byte(unread.check, number, before.len(), &unread.text),
                    None => self.report.add_file(unread.check, number, &unread.text),
                }
                return None;
            }
        };
        let shape = match file.part {
            Part::Catalog => &format::CATALOG,
            Part::Skills => &format::SKILLS_FILE,
            Part::Kpis => &format::KPIS_FILE,
            Part::Family => &format::FAMILY,
        };
        if file.proven {
            return Some(text);
        }
        match texts::check(text, number, shape, self.report) {
            Ok(()) => Some(text),
            Err(error) => {
                self.report.add_at_byte(Check::Malformed, number, offset(text, &error), message(&error));
                None
            }
        }
    }

    /// `None` for a version of the format that is not read: what else is wrong would mislead.
    fn version(&mut self, text: &str, root: &Place) -> Option<()> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        let Versioned { version } = self.parse(text, root)?;
        if version == VERSION {
            return Some(());
        }
        let text = format_args!("is written in version {version} of the format: this program reads version {VERSION}");
        self.report.add(Check::Version, &root.then("version"), text);
        None
    }

    fn framework(&mut self, text: &str, root: &Place) -> Option<()> {
        let file: WholeFile<'_> = self.parse(text, root)?;
        let Self { draft, report, .. } = self;
        draft.name = file.name.or(draft.name.take());
        let layer = draft.layer;
        let mut list = Lists { layer, most: MOST_ENTRIES, root, report };
        list.read(file.departments, ("departments", "department"), &mut draft.departments);
        let beneath: Vec<_> = draft.levels.values().map(|level| (level.id.clone(), level.rank)).collect();
        list.read(file.levels, ("levels", "level"), &mut draft.levels);
        for level in draft.levels.entries.iter().filter(|level| level.place.file == root.file) {
            let known = beneath.iter().find(|(id, rank)| *id == level.value.id && *rank != level.value.rank);
            if let Some((_, rank)) = known {
                let text = format_args!("is {rank} in the catalog beneath: a level that both have keeps its rank");
                list.report.add(Check::LevelOrder, &level.place.then("rank"), text);
            }
        }
        list.read(file.axes, ("axes", "axis"), &mut draft.axes);
        list.read(file.topics, ("topics", "topic"), &mut draft.topics);
        list.read(file.strands, ("strands", "strand"), &mut draft.strands);
        Some(())
    }

    fn parts(&mut self, text: &str, root: &Place) -> Option<()> {
        let file: PartsFile<'_> = self.parse(text, root)?;
        let Self { draft, report, .. } = self;
        let mut list = Lists { layer: draft.layer, most: MOST_ROLES, root, report };
        list.read(file.skills, ("skills", "skill"), &mut draft.skills);
        list.read(file.kpis, ("kpis", "KPI"), &mut draft.kpis);
        let place = root.then("families");
        if file.families.len() > MOST_FAMILIES {
            let text = format_args!("has {} entries: at most {MOST_FAMILIES}", file.families.len());
            report.add(Check::TooMuch, &place, text);
            draft.open(Part::Family);
            return Some(());
        }
        for (index, family) in file.families.iter().enumerate() {
            if self.family(family.get(), &place.then(index)).is_none() {
                self.draft.open(Part::Family);
            }
        }
        Some(())
    }

    fn family(&mut self, text: &str, place: &Place) -> Option<()> {
        let Some(file) = self.parse::<FamilyFile<'_>>(text, place) else {
            let Remains { roles } = serde_json::from_str(text).unwrap_or_default();
            self.roles(&roles, place)?;
            return None;
        };
        let (aliases, department) = (file.aliases.clone(), file.department.clone());
        let (family, bank, raw_roles) = file.split();
        let lists = [
            ("aliases", aliases.len()),
            ("threads", family.threads.len()),
            ("entry", family.entry.len()),
            ("questions", bank.questions.len()),
        ];
        let rounds = bank.interview.as_ref().map_or(0, |interview| interview.rounds.len());
        let crowded =
            crowded(&lists, place, self.report) | crowded(&[("rounds", rounds)], &place.then("interview"), self.report);
        let roles = self.roles(&raw_roles, place)?;
        let layer = self.draft.layer;
        if !self.draft.family_ids.insert(family.id.as_str(), layer) {
            let text = format_args!("another family has the id `{}`", family.id);
            self.report.add(Check::DuplicateId, &place.then("id"), text);
            return Some(());
        }
        let (draft, report) = (&mut self.draft, &mut *self.report);
        let mut own = Vec::new();
        for ((raw, role), index) in raw_roles.into_iter().zip(roles).zip(0_usize..) {
            match slug_of(raw) {
                Some(slug) if !draft.roles.insert(&format!("{}/{slug}", family.id), layer) => {
                    let text =
                        format_args!("another role of the family has the id `{slug}`: a `slug` tells them apart");
                    report.add(Check::DuplicateId, &place.then("roles").then(index), text);
                }
                Some(_) => own.extend(role),
                None => draft.roles.open(),
            }
        }
        if !crowded {
            let (roles, questions) = own.into_iter().unzip();
            draft.families.push(FamilyDraft {
                place: place.clone(),
                layer,
                family,
                department,
                aliases,
                bank,
                roles,
                questions,
            });
        }
        Some(())
    }

    /// The roles, as far as they parse; `None` when there are too many to look at.
    fn roles(&mut self, raw_roles: &[&RawValue], family: &Place) -> Option<Vec<Option<Asked>>> {
        let place = family.then("roles");
        self.roles += raw_roles.len();
        if self.roles > MOST_ROLES {
            let text = format_args!("this makes {} roles: a catalog may have {MOST_ROLES}", self.roles);
            self.report.add(Check::TooMuch, &place, text);
            return None;
        }
        let role = |(index, raw): (usize, &&RawValue)| {
            let place = place.then(index);
            let value: Role = self.parse(raw.get(), &place)?;
            let asked: RoleQuestions = self.parse(raw.get(), &place)?;
            let lists = [
                ("aliases", value.aliases.len()),
                ("responsibilities", value.responsibilities.len()),
                ("skills", value.skills.len()),
                ("kpis", value.kpis.len()),
                ("moves", value.moves.len()),
                ("ask", asked.ask.len()),
                ("questions", asked.questions.len()),
            ];
            if crowded(&lists, &place, self.report) { None } else { Some((Entry { place, value }, asked)) }
        };
        Some(raw_roles.iter().enumerate().map(role).collect())
    }

    fn parse<'a, T: Deserialize<'a>>(&mut self, text: &'a str, place: &Place) -> Option<T> {
        parse(text, place, self.report)
    }
}

/// Parses the value `text` at `place`; its first mistake of shape goes into the report.
fn parse<'a, T: Deserialize<'a>>(text: &'a str, place: &Place, report: &mut Report) -> Option<T> {
    let mut document = serde_json::Deserializer::from_str(text);
    match serde_path_to_error::deserialize(&mut document) {
        Ok(value) => Some(value),
        Err(error) => {
            let mut place = place.clone();
            for segment in error.path() {
                match segment {
                    Segment::Seq { index } => place.path.push(*index),
                    Segment::Map { key } => place.path.push(&**key),
                    Segment::Enum { .. } | Segment::Unknown => break,
                }
            }
            report.add(Check::Shape, &place, message(error.inner()));
            None
        }
    }
}

/// Whether one of the `lists` of the object at `place` has more entries than a screen or a check should ever walk.
fn crowded(lists: &[(&str, usize)], place: &Place, report: &mut Report) -> bool {
    let mut crowded = false;
    for &(field, length) in lists {
        if length > MOST_ENTRIES {
            let text = format_args!("has {length} entries: at most {MOST_ENTRIES}");
            report.add(Check::TooMuch, &place.then(field), text);
            crowded = true;
        }
    }
    crowded
}

/// What a parser says, without the line and column that count from the start of a fragment.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&position).map_or(text.clone(), str::to_owned)
}

/// The byte a parser's line and column mean. Its columns are bytes, counted from 1, and 0 before the first.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    if error.is_eof() {
        return text.len();
    }
    let line_start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    (line_start + error.column().saturating_sub(1)).min(text.len())
}
