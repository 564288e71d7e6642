//! [`Vocabulary`]: what a catalog calls its roles, skills and levels, and the words its families are written in. Made once
//! for many texts.

use std::collections::{BTreeSet, HashMap};

use super::score::Ranked;
use super::word::{Word, words};
use super::{NamedSkill, Posting, job, level, score};
use crate::domain::compare::{Names, Side};
use crate::domain::family::FamilyOutline;
use crate::domain::framework::Level;
use crate::domain::id::{RoleId, SkillId};
use crate::domain::terms::Skill;
use crate::text::SafeText;

/// An abbreviation of so many letters counts in capitals only: `SE`, `CSE`, but not `se`.
const ABBREVIATION: usize = 3;

/// What a catalog calls its roles, skills and levels, and the words its families are written in.
#[derive(Debug)]
pub struct Vocabulary<'a> {
    levels: Vec<(&'a Level, Term<'a>)>,
    skills: Vec<(&'a Skill, Vec<Term<'a>>)>,
    /// Titles and other names of families and roles, each with what it names.
    titles: Vec<(Titled, Term<'a>)>,
    pub(super) families: Vec<Spoken<'a>>,
    /// The last words of titles: engineer, specialist.
    people: BTreeSet<String>,
    /// In how many families a word is used.
    used: HashMap<String, usize>,
    /// In how many families a skill is asked for.
    pub(super) asked: HashMap<&'a SkillId, usize>,
}

/// What a title names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Titled {
    /// A family, by its place.
    Family(usize),
    /// A role of a family.
    Role(usize, RoleId),
}

/// A family with the words it is written in.
#[derive(Debug)]
pub(super) struct Spoken<'a> {
    pub(super) outline: &'a FamilyOutline,
    pub(super) roles: Vec<SpokenRole<'a>>,
}

/// A role with the words it is written in.
#[derive(Debug)]
pub(super) struct SpokenRole<'a> {
    pub(super) side: Side<'a>,
    pub(super) words: BTreeSet<String>,
}

/// A name as words that stand one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term<'a> {
    name: &'a SafeText,
    words: Vec<Word>,
    is_abbreviation: bool,
}

impl<'a> Term<'a> {
    fn of(name: &'a SafeText) -> Self {
        let words = words(name);
        let is_abbreviation = match &words[..] {
            [only] => only.written.len() <= ABBREVIATION && !only.written.chars().any(char::is_lowercase),
            _ => false,
        };
        Self { name, words, is_abbreviation }
    }

    /// As it is written.
    pub(super) fn name(&self) -> &'a SafeText {
        self.name
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it stands in `text` from the word `place` on, on one line.
    pub(super) fn fits(&self, text: &[Word], place: usize) -> bool {
        let Some(there) = text.get(place..place + self.words.len()) else { return false };
        let is_same = |(here, there): (&Word, &Word)| {
            here.stem == there.stem && (!self.is_abbreviation || here.written == there.written)
        };
        let is_one_line = there.first().map(|word| word.line) == there.last().map(|word| word.line);
        !self.words.is_empty() && is_one_line && self.words.iter().zip(there).all(is_same)
    }
}

impl<'a> Vocabulary<'a> {
    /// The vocabulary of a catalog: its names, skills, and the families with their roles.
    pub fn of(
        names: &'a impl Names,
        all_skills: &'a [Skill],
        ladders: Vec<(&'a FamilyOutline, Vec<Side<'a>>)>,
    ) -> Self {
        let terms = |name: &'a SafeText, aliases: &'a [SafeText]| {
            std::iter::once(name).chain(aliases).map(Term::of).collect::<Vec<_>>()
        };
        let levels = names.framework().levels.iter();
        let levels = levels.flat_map(|level| terms(&level.name, &level.aliases).into_iter().map(move |it| (level, it)));
        let mut titles = Vec::new();
        let mut families = Vec::new();
        let mut asked: HashMap<&SkillId, usize> = HashMap::new();
        for (place, (outline, sides)) in ladders.into_iter().enumerate() {
            let own = terms(&outline.name, &outline.aliases);
            titles.extend(own.into_iter().map(|term| (Titled::Family(place), term)));
            for rung in &outline.rungs {
                let role = outline.role_id(rung);
                let own = terms(&rung.title, &rung.aliases).into_iter();
                titles.extend(own.map(|term| (Titled::Role(place, role.clone()), term)));
            }
            let skills: BTreeSet<&SkillId> =
                sides.iter().flat_map(|side| &side.role.skills).map(|used| &used.skill).collect();
            for skill in skills {
                *asked.entry(skill).or_default() += 1;
            }
            let roles =
                sides.into_iter().map(|side| SpokenRole { words: spoken(names, all_skills, outline, &side), side });
            families.push(Spoken { outline, roles: roles.collect() });
        }
        let mut used: HashMap<String, usize> = HashMap::new();
        for family in &families {
            let words: BTreeSet<&String> = family.roles.iter().flat_map(|role| &role.words).collect();
            for word in words {
                *used.entry(word.clone()).or_default() += 1;
            }
        }
        let people = titles.iter().filter_map(|(_, term): &(_, Term<'_>)| term.words.last());
        Self {
            levels: levels.collect(),
            skills: all_skills.iter().map(|skill| (skill, terms(&skill.name, &skill.aliases))).collect(),
            people: people.map(|word| word.stem.clone()).collect(),
            titles,
            families,
            used,
            asked,
        }
    }

    /// What the job description `text` comes to; no role is near to one that does not speak of the jobs of the catalog.
    pub fn read(&self, text: &SafeText) -> Posting<'a> {
        let (job, passed_over) = job::job(text);
        let words = words(&job);
        let levels = level::named(self, &words);
        let skills = self.skills_in(&words);
        let near = score::near(self, &Ranked { words: &words, skills: &skills, levels: &levels });
        Posting { levels, skills, near, passed_over }
    }

    /// The names of levels.
    pub(super) fn levels(&self) -> impl Iterator<Item = (&'a Level, &Term<'a>)> {
        self.levels.iter().map(|(level, term)| (*level, term))
    }

    /// Whether a word is what people are called.
    pub(super) fn is_people(&self, stem: &str) -> bool {
        self.people.contains(stem)
    }

    /// How much a word tells families apart; nothing where all of them use it, or none.
    pub(super) fn weight(&self, stem: &str) -> f64 {
        self.used.get(stem).map_or(0.0, |used| rarity(*used, self.families.len()))
    }

    /// The titles in `words`, each with the word it begins at: of those within each other only the longest.
    pub(super) fn titles_in(&self, words: &[Word]) -> Vec<(usize, &Titled, &'a SafeText)> {
        let mut found: Vec<(usize, usize, &Titled, &'a SafeText)> = Vec::new();
        for place in 0..words.len() {
            let fits = self.titles.iter().filter(|(_, term)| term.fits(words, place));
            found.extend(fits.map(|(titled, term)| (place, place + term.len(), titled, term.name())));
        }
        let is_within = |(start, end, ..): &(usize, usize, &Titled, &SafeText)| {
            found.iter().any(|(from, to, ..)| from <= start && end <= to && end - start < to - from)
        };
        let longest = found.iter().filter(|found| !is_within(found));
        longest.map(|(start, _, titled, name)| (*start, *titled, *name)).collect()
    }

    /// The skills that `words` name.
    fn skills_in(&self, words: &[Word]) -> Vec<NamedSkill<'a>> {
        let is_there = |term: &&Term<'a>| (0..words.len()).any(|place| term.fits(words, place));
        let named = self.skills.iter().map(|(skill, terms)| NamedSkill {
            id: &skill.id,
            name: &skill.name,
            words: terms.iter().filter(is_there).map(Term::name).collect(),
        });
        named.filter(|skill| !skill.words.is_empty()).collect()
    }
}

/// How much it says that something is of `few` families out of `all`.
pub(super) fn rarity(few: usize, all: usize) -> f64 {
    let number = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    (number(all + 1) / number(few.max(1))).ln()
}

/// The words a role is written in: its names and those of its work, skills and KPIs, what changes from the rung below, how its
/// skills are used. Not those of its summary and its responsibilities, by which tests can tell how well this works.
fn spoken(names: &impl Names, skills: &[Skill], outline: &FamilyOutline, side: &Side<'_>) -> BTreeSet<String> {
    let Side { role, family, .. } = side;
    let mut texts: Vec<&SafeText> = vec![&family.name, &family.summary, &role.title, &role.step_up];
    texts.extend(outline.aliases.iter());
    texts.extend(family.threads.iter().map(|thread| &thread.name));
    for used in &role.skills {
        let skill = skills.iter().find(|skill| skill.id == used.skill);
        texts.extend(skill.into_iter().flat_map(|skill| std::iter::once(&skill.name).chain(&skill.aliases)));
        texts.push(&used.in_use);
    }
    texts.extend(role.kpis.iter().filter_map(|target| names.kpi_name(&target.kpi)));
    texts.into_iter().flat_map(|text| words(text)).map(|word| word.stem).collect()
}
