//! How near each role is to a text: by the titles, skills and words that it has of the role.

use std::collections::BTreeSet;

use super::vocabulary::{Spoken, SpokenRole, Titled, Vocabulary, rarity};
use super::word::Word;
use super::{NamedLevel, NamedSkill, Near};
use crate::text::SafeText;

/// What a title is worth in the first line, which is nearly always the job's own.
const HEADLINE: f64 = 6.0;
/// What a title is worth elsewhere, where it is often a colleague's.
const TITLE: f64 = 1.0;
/// What the words of a role are worth beside its skills. Tried on the texts of the 72 roles: from 2 on most find their own
/// family, more than 4 changes nothing.
const WORDS: f64 = 4.0;
/// The least that is near at all, where no title is named. The texts of the roles come to 5 and more; a paragraph about a
/// nurse, a cook or an accountant to at most 2.2.
const LEAST: f64 = 3.0;
/// The least part of the nearest that is still worth naming.
const PART: f64 = 0.25;
/// How many words are named that few families use.
const NAMED: usize = 8;
/// In at most what part of the families a word is rare.
const RARE: usize = 4;

/// What was found in a text.
pub(super) struct Ranked<'t, 'a> {
    pub(super) words: &'t [Word],
    pub(super) skills: &'t [NamedSkill<'a>],
    pub(super) levels: &'t [NamedLevel<'a>],
}

/// One role of each family that is near to the text, the nearest first.
pub(super) fn near<'a>(vocabulary: &Vocabulary<'a>, text: &Ranked<'_, 'a>) -> Vec<Near<'a>> {
    let stems: BTreeSet<&str> = text.words.iter().map(|word| word.stem.as_str()).collect();
    let titles = vocabulary.titles_in(text.words);
    let mut families: Vec<(f64, Near<'a>)> = Vec::new();
    for (place, family) in vocabulary.families.iter().enumerate() {
        let of_family = |titled: &Titled| match titled {
            Titled::Family(named) | Titled::Role(named, _) => *named == place,
        };
        let named: Vec<_> = titles.iter().filter(|(_, titled, _)| of_family(titled)).collect();
        let is_first = |at: usize| text.words.get(at).is_some_and(|word| word.line == 0);
        let worth = |at: usize| if is_first(at) { HEADLINE } else { TITLE };
        let by_title = named.iter().map(|(at, ..)| worth(*at)).fold(0.0, f64::max);
        let scored: Vec<(f64, &SpokenRole<'a>)> =
            family.roles.iter().map(|role| (score(vocabulary, role, &stems, text), role)).collect();
        let Some(best) = scored.iter().map(|(score, _)| *score).max_by(f64::total_cmp) else { continue };
        if by_title == 0.0 && best < LEAST {
            continue;
        }
        let is_named = |role: &SpokenRole<'_>| {
            named.iter().any(|(_, titled, _)| matches!(titled, Titled::Role(_, id) if *id == role.side.id))
        };
        let Some(role) = rung(vocabulary, &scored, text.levels, is_named) else { continue };
        let own: BTreeSet<&SafeText> = named.iter().map(|(_, _, name)| *name).collect();
        let near = told(vocabulary, family, role, own.into_iter().collect(), &stems, text);
        families.push((by_title + best, near));
    }
    families.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| a.role.cmp(&b.role)));
    let least = families.first().map_or(0.0, |(score, _)| score * PART);
    families.into_iter().take_while(|(score, _)| *score >= least).map(|(_, near)| near).collect()
}

/// How near a role is by skills and words, each as much as it tells families apart, and not by how many the role has.
fn score(vocabulary: &Vocabulary<'_>, role: &SpokenRole<'_>, stems: &BTreeSet<&str>, text: &Ranked<'_, '_>) -> f64 {
    let (mut skills, mut all_skills) = (0.0, 0.0_f64);
    for used in &role.side.role.skills {
        let families = vocabulary.asked.get(&used.skill).copied().unwrap_or_default();
        let worth = f64::from(used.weight.factor()) * rarity(families, vocabulary.families.len());
        all_skills += worth * worth;
        if text.skills.iter().any(|skill| *skill.id == used.skill) {
            skills += worth;
        }
    }
    let (mut words, mut all_words) = (0.0, 0.0_f64);
    for word in &role.words {
        let worth = vocabulary.weight(word);
        all_words += worth * worth;
        if stems.contains(word.as_str()) {
            words += worth;
        }
    }
    over(skills, all_skills.sqrt()) + WORDS * over(words, all_words.sqrt())
}

fn over(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// The rung that is meant: one whose title is named, one on a level that is named or nearest to it, else the one whose own
/// words fit best.
fn rung<'r, 'a>(
    vocabulary: &Vocabulary<'a>,
    scored: &[(f64, &'r SpokenRole<'a>)],
    levels: &[NamedLevel<'a>],
    is_named: impl Fn(&SpokenRole<'_>) -> bool,
) -> Option<&'r SpokenRole<'a>> {
    let rank = |role: &SpokenRole<'_>| {
        let mut known = vocabulary.levels().filter(|(level, _)| level.id == role.side.role.level);
        known.next().map_or(0, |(level, _)| level.rank)
    };
    let away = |role: &SpokenRole<'_>| {
        levels.iter().map(|named| named.level.rank.abs_diff(rank(role))).min().unwrap_or_default()
    };
    let best = scored.iter().min_by(|(one, a), (other, b)| {
        let by_level = away(a).cmp(&away(b));
        // A title without its level, such as that of the family, is also the title of a rung.
        let by_title = if levels.is_empty() { is_named(b).cmp(&is_named(a)) } else { std::cmp::Ordering::Equal };
        by_level.then(by_title).then_with(|| other.total_cmp(one)).then_with(|| a.side.id.cmp(&b.side.id))
    });
    best.map(|(_, role)| *role)
}

fn told<'a>(
    vocabulary: &Vocabulary<'a>,
    family: &Spoken<'a>,
    role: &SpokenRole<'a>,
    titles: Vec<&'a SafeText>,
    stems: &BTreeSet<&str>,
    text: &Ranked<'_, 'a>,
) -> Near<'a> {
    let mut uses: Vec<_> = role.side.role.skills.iter().collect();
    uses.sort_by_key(|used| std::cmp::Reverse(used.weight.factor()));
    let named = |id| text.skills.iter().find(|skill| skill.id == id).map(|skill| skill.name);
    let rare = rarity(vocabulary.families.len().div_ceil(RARE), vocabulary.families.len());
    let mut words: Vec<&String> = role.words.iter().filter(|word| stems.contains(word.as_str())).collect();
    words.retain(|word| vocabulary.weight(word) >= rare);
    words.sort_by(|one, other| vocabulary.weight(other).total_cmp(&vocabulary.weight(one)).then(one.cmp(other)));
    let level = vocabulary.levels().find(|(level, _)| level.id == role.side.role.level).map(|(level, _)| level);
    Near {
        family: family.outline,
        role: role.side.id.clone(),
        title: &role.side.role.title,
        level,
        titles,
        skills: uses.into_iter().filter_map(|used| named(&used.skill)).collect(),
        words: words.into_iter().take(NAMED).cloned().collect(),
    }
}
