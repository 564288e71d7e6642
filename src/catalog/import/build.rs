//! Lines of a sheet become departments, families, roles and skills.

use std::collections::HashMap;

use super::degrees::{Degree, Scale};
use super::levels::{self, Levels, Seat, Standing, seat};
use super::names::{Ids, plain, said};
use super::prose::{self, Prose};
use super::remark::{Remark, Topic};
use super::skills::{Skills, weight};
use super::{Form, Line, Said, titles};
use crate::catalog::written::{Written, WrittenFamily, WrittenRole};
use crate::domain::{
    Bank, Department, DepartmentId, Family, Framework, Proficiency, Responsibility, Role, RoleQuestions, SkillUse,
    Strand, Terms, Thread,
};
use crate::text::SafeText;

/// How many bytes of a name are kept: more is a text in the wrong cell. A title may get its level behind it, to tell it from
/// another, and a catalog takes three times as much.
const NAME: usize = 160;
/// The most characters of any other text: what the format takes.
const TEXT: usize = 8_000;
/// The thread and the strand that all responsibilities of a sheet stand under: it says what, not in which work.
const WORK: &str = "work";

/// The catalog that `lines` say, with remarks on all that came of them.
pub(super) fn catalog(
    lines: &[Line<'_>],
    form: Form,
    said: &Said,
    scale: &Framework,
    remarks: &mut Vec<Remark>,
) -> Written {
    let levels = levels::levels(lines, &said.levels, scale, remarks);
    let mut sheet = Sheet {
        name: if said.name.is_empty() { "Own ladder" } else { &said.name },
        form,
        is_graded: lines.iter().any(|line| !line.degree.is_empty()),
        degrees: Scale::new(&said.degrees),
        levels,
        skills: Skills::default(),
        departments: Vec::new(),
        families: Vec::new(),
        by_name: HashMap::new(),
        family_ids: Ids::default(),
        words: Vec::new(),
        remarks,
    };
    for line in lines {
        sheet.line(line);
    }
    sheet.finish()
}

/// `written` as a name; nothing where no letter of it is left.
pub(super) fn name(written: &str, line: u64, remarks: &mut Vec<Remark>) -> Option<SafeText> {
    let mut name = SafeText::line(written);
    if name.len() > NAME {
        remarks.push(Remark::row(line, written, "too long for a name: cut"));
        name = cut(&name);
    }
    (!name.trim().is_empty()).then_some(name)
}

/// As much of `name` as a name may be.
pub(super) fn cut(name: &str) -> SafeText {
    let end = (0..=NAME.min(name.len())).rev().find(|&end| name.is_char_boundary(end)).unwrap_or(0);
    SafeText::line(name.get(..end).unwrap_or_default())
}

/// `written` as a text.
fn text(written: &str, line: u64, remarks: &mut Vec<Remark>) -> SafeText {
    let text = SafeText::line(written);
    if text.chars().count() <= TEXT {
        return text;
    }
    remarks.push(Remark::row(line, written, &format!("longer than {TEXT} characters: cut")));
    SafeText::line(&text.chars().take(TEXT).collect::<String>())
}

struct Sheet<'t, 'r> {
    name: &'t str,
    form: Form,
    /// Whether the sheet says of any skill how well it is asked for.
    is_graded: bool,
    degrees: Scale,
    levels: Levels<'t>,
    skills: Skills,
    departments: Vec<Department>,
    families: Vec<Ladder<'t>>,
    /// Their places, by department and name in plain words.
    by_name: HashMap<(String, String), usize>,
    family_ids: Ids,
    /// The words for degrees that stood there, with what each was taken for and how often.
    words: Vec<(String, String, usize)>,
    remarks: &'r mut Vec<Remark>,
}

/// A family while it is filled.
struct Ladder<'t> {
    family: Family,
    about: &'t str,
    department: DepartmentId,
    rungs: Vec<Rung<'t>>,
    by_seat: HashMap<Seat<'t>, usize>,
}

/// A role while it is filled.
struct Rung<'t> {
    line: u64,
    standing: Standing,
    about: &'t str,
    skills: Vec<(u64, SkillUse)>,
}

impl<'t> Sheet<'t, '_> {
    fn line(&mut self, line: &Line<'t>) {
        let (degree, in_use) = self.degree(line);
        if self.form == Form::Matrix && degree == Degree::NotAsked {
            return;
        }
        let seat = seat(line);
        let Some(standing) = self.levels.of.get(&seat).cloned() else { return };
        let Some(family) = self.family(line, &standing) else { return };
        let Some(ladder) = self.families.get_mut(family) else { return };
        let about = said(line.about_family);
        if ladder.about.is_empty() && !about.is_empty() {
            ladder.about = about;
            ladder.family.summary = text(&prose::line(about), line.number, self.remarks);
        }
        let rung = *ladder.by_seat.entry(seat).or_insert_with(|| {
            ladder.rungs.push(Rung { line: line.number, standing, about: "", skills: Vec::new() });
            ladder.rungs.len() - 1
        });
        let Some(rung) = ladder.rungs.get_mut(rung) else { return };
        let about = said(line.about_role);
        if rung.about.is_empty() {
            rung.about = about;
        } else if !about.is_empty() && about != rung.about {
            let note = "what it says about the role differs from a row above: the first is kept";
            self.remarks.push(Remark::row(line.number, &rung.standing.title, note));
        }
        if said(line.skill).is_empty() || degree == Degree::NotAsked {
            return;
        }
        let Some(skill) = self.skills.id(line, self.remarks) else { return };
        let proficiency = if let Degree::To(proficiency) = degree { proficiency } else { Proficiency::default() };
        let weight = weight(said(line.weight)).unwrap_or_else(|| {
            let note = format!("\"{}\" is no weight: taken as important", line.weight);
            self.remarks.push(Remark::row(line.number, line.skill, &note));
            crate::domain::Weight::default()
        });
        let in_use = text(&prose::line(in_use), line.number, self.remarks);
        let used = SkillUse { skill, proficiency, weight, in_use };
        match rung.skills.iter_mut().find(|(_, known)| known.skill == used.skill) {
            None => rung.skills.push((line.number, used)),
            Some((first, known)) => {
                let note = again(known, &used, *first, &rung.standing.title);
                self.remarks.push(Remark::row(line.number, line.skill, &note));
                merge(known, &used);
            }
        }
    }

    /// How well the skill of a line is asked for, and what it looks like.
    fn degree(&mut self, line: &Line<'t>) -> (Degree, &'t str) {
        let (degree, rest) = self.degrees.split(line.degree);
        let in_use = said(line.in_use);
        let is_asked = !said(line.skill).is_empty();
        // A sheet without degrees, or a row that only says what the skill looks like, asks all the same.
        if self.form == Form::Long && line.degree.is_empty() && is_asked {
            return (if in_use.is_empty() && self.is_graded { Degree::NotAsked } else { Degree::Unsaid }, in_use);
        }
        if degree == Degree::Words {
            if self.form == Form::Matrix {
                return (Degree::Unsaid, rest);
            }
            let note = format!("\"{}\" is no proficiency: the skill is asked for, not said how well", line.degree);
            self.remarks.push(Remark::row(line.number, line.skill, &note));
            return (Degree::Unsaid, in_use);
        }
        if is_asked {
            let word = line.degree.get(..line.degree.len() - rest.len()).unwrap_or_default();
            let word = word.trim_end_matches([':', '-', '–', '—', '.', ',', ' ', '\n', '\r']);
            let became = match &degree {
                Degree::To(proficiency) => proficiency.degree(),
                Degree::Unsaid => Proficiency::default().degree(),
                Degree::NotAsked | Degree::Words => "not asked".to_owned(),
            };
            match self.words.iter_mut().find(|(known, ..)| known == word) {
                Some((.., count)) => *count += 1,
                None => self.words.push((word.to_owned(), became, 1)),
            }
        }
        (degree, if rest.is_empty() { in_use } else { rest })
    }

    /// The place of the family of a line, which is made where it is new.
    fn family(&mut self, line: &Line<'t>, standing: &Standing) -> Option<usize> {
        let (department, family) = (said(line.department), said(line.family));
        let trade;
        let family = match (family, said(line.title)) {
            ("", "") => self.name,
            ("", title) => {
                trade = capital(&titles::trade(titles::aside(title).map_or(title, |(before, _)| before)));
                &trade
            }
            (family, _) => family,
        };
        let department = if department.is_empty() { self.name } else { department };
        let key = (plain(department), plain(family));
        if let Some(place) = self.by_name.get(&key) {
            return Some(*place);
        }
        let called = name(family, line.number, self.remarks)
            .or_else(|| name(&standing.title, line.number, self.remarks))
            .unwrap_or_else(|| SafeText::line(self.name));
        let department = self.department(department, line.number)?;
        let family = Family {
            id: self.family_ids.make(&called, "family").parse().ok()?,
            name: called,
            summary: SafeText::default(),
            threads: Vec::new(),
            entry: Vec::new(),
        };
        let (rungs, by_seat) = (Vec::new(), HashMap::new());
        self.families.push(Ladder { family, about: "", department, rungs, by_seat });
        self.by_name.insert(key, self.families.len() - 1);
        Some(self.families.len() - 1)
    }

    fn department(&mut self, called: &str, line: u64) -> Option<DepartmentId> {
        let called = name(called, line, self.remarks).unwrap_or_else(|| SafeText::line("Company"));
        let known = self.departments.iter().find(|known| plain(&known.name) == plain(&called));
        if let Some(known) = known {
            return Some(known.id.clone());
        }
        let mut ids = Ids::default();
        for known in &self.departments {
            ids.unique(known.id.as_str());
        }
        let id: DepartmentId = ids.make(&called, "department").parse().ok()?;
        self.departments.push(Department { id: id.clone(), name: called });
        Some(id)
    }

    fn finish(self) -> Written {
        let Self { name, levels, skills, departments, families, words, remarks, .. } = self;
        for (word, became, count) in words {
            let word = if word.is_empty() { "(nothing)" } else { &word };
            let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
            remarks.push(Remark::new(Topic::Degree, word, &became, &times));
        }
        let families: Vec<WrittenFamily> =
            families.into_iter().map(|ladder| finished(ladder, &levels, remarks)).collect();
        let asked = |skill: &crate::domain::Skill| {
            let roles = families.iter().flat_map(|family| &family.roles);
            roles.filter(|role| role.role.skills.iter().any(|used| used.skill == skill.id)).count()
        };
        for skill in &skills.entries {
            let note = format!("asked of {}", count(asked(skill), "role"));
            remarks.push(Remark::new(Topic::Skill, &skill.name, skill.id.as_str(), &note));
        }
        let has_threads = families.iter().any(|family| !family.threads.is_empty());
        let strand = WORK.parse().ok().filter(|_| has_threads).map(|id| Strand {
            id,
            name: SafeText::line("Work"),
            meaning: SafeText::default(),
        });
        let framework = Framework {
            version: 1,
            name: SafeText::line(name),
            departments,
            levels: levels.levels,
            axes: Vec::new(),
            topics: Vec::new(),
            strands: strand.into_iter().collect(),
        };
        Written { framework, terms: Terms { skills: skills.entries, kpis: Vec::new() }, families }
    }
}

/// What to say of a skill that a role has twice.
fn again(known: &SkillUse, other: &SkillUse, first: u64, title: &str) -> String {
    let degree = if known.proficiency == other.proficiency {
        String::new()
    } else {
        format!(" and asks for {}: the higher counts", other.proficiency.degree())
    };
    format!("stands on line {first} for {title} already{degree}")
}

/// Two rows for one skill: the higher degree, and what both say.
fn merge(known: &mut SkillUse, other: &SkillUse) {
    known.proficiency = known.proficiency.max(other.proficiency);
    known.weight = known.weight.max(other.weight);
    if !known.in_use.contains(other.in_use.as_str()) {
        let both = format!("{} {}", known.in_use, other.in_use);
        known.in_use = SafeText::line(&both.trim().chars().take(TEXT).collect::<String>());
    }
}

/// A family with its roles, lowest first, and remarks on both.
fn finished(ladder: Ladder<'_>, levels: &Levels<'_>, remarks: &mut Vec<Remark>) -> WrittenFamily {
    let Ladder { mut family, about, department, mut rungs, .. } = ladder;
    // The role that is called as its family has the first claim on the level's id.
    let is_namesake = |rung: &Rung<'_>| plain(&rung.standing.title) == plain(&family.name);
    rungs.sort_by_key(|rung| (rung.standing.level, !is_namesake(rung)));
    let note = count(rungs.len(), "role");
    remarks.push(Remark::new(Topic::Family, &family.name, family.id.as_str(), &note));
    let mut slugs = Ids::default();
    let mut titles: Vec<(Option<String>, String)> = Vec::new();
    let mut roles = Vec::new();
    for rung in rungs {
        let Some(level) = levels.levels.get(rung.standing.level) else { continue };
        let Standing { title, track, .. } = &rung.standing;
        let Some(called) = name(title, rung.line, remarks) else { continue };
        let title = once(&mut titles, track.as_ref(), &called, &level.name);
        let slug = match track {
            Some(track) => slugs.make(&format!("{}-{track}", level.id), "role"),
            None if slugs.has(level.id.as_str()) => slugs.make(&title, "role"),
            None => slugs.unique(level.id.as_str()),
        };
        // Of a role nobody describes at least the family's job can be read.
        let Prose { sentences, points } = prose::prose(if rung.about.is_empty() { about } else { rung.about });
        let duty = |point: String| {
            let text = text(&point, rung.line, remarks);
            Some(Responsibility { thread: WORK.parse().ok()?, text }).filter(|duty| !duty.text.is_empty())
        };
        let responsibilities: Vec<Responsibility> = points.into_iter().filter_map(duty).collect();
        let skills: Vec<SkillUse> = rung.skills.into_iter().map(|(_, used)| used).collect();
        let note = format!("{}, {}", level.name, count(skills.len(), "skill"));
        let note = track.as_ref().map_or(note.clone(), |track| format!("{note}, track {track}"));
        let id = format!("{}/{slug}", family.id);
        remarks.push(Remark { line: Some(rung.line), ..Remark::new(Topic::Role, &title, &id, &note) });
        let role = Role {
            slug: slug.parse().ok().filter(|_| slug != level.id.as_str()),
            level: level.id.clone(),
            track: track.as_ref().map(|track| SafeText::line(track)),
            title: SafeText::line(&title),
            summary: text(&sentences, rung.line, remarks),
            responsibilities,
            skills,
            ..Role::of_level(level.id.clone())
        };
        roles.push(WrittenRole { role, asked: RoleQuestions::default() });
    }
    if roles.iter().any(|role| !role.role.responsibilities.is_empty()) {
        let thread = |id: &str| Some(Thread { id: id.parse().ok()?, name: "Work".into(), strand: id.parse().ok()? });
        family.threads.extend(thread(WORK));
    }
    WrittenFamily::new(family, department, roles, Bank::default())
}

/// A title that no other role of the track has.
fn once(titles: &mut Vec<(Option<String>, String)>, track: Option<&String>, title: &str, level: &str) -> String {
    let numbered = (2..).map(|number| format!("{title} ({level}, {number})"));
    let mut candidates = [title.to_owned(), format!("{title} ({level})")].into_iter().chain(numbered);
    let key = |title: &str| (track.cloned(), title.to_lowercase());
    let free = candidates.find(|title| !titles.contains(&key(title))).unwrap_or_else(|| title.to_owned());
    titles.push(key(&free));
    free
}

fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
}
