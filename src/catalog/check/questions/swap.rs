//! The swap test: moved to another family, a question about this job no longer fits.
//!
//! How well a question fits a family is how many of its words the family's own texts use, each counting the more the fewer
//! families use it, measured against how rich in such words the family is. A question that fits its own family hardly
//! better than families on average, and that holds few words which are rare in the catalog, names nothing of the job.

use std::collections::{HashMap, HashSet};

use super::Asked;
use crate::catalog::check::prose::{prose, words};
use crate::catalog::draft::Draft;
use crate::catalog::problem::Check;
use crate::catalog::report::Report;

/// With fewer families there is nobody to swap with.
const FEWEST_FAMILIES: usize = 8;
/// The least a question fits its own family, in hundredths of how it fits families on average. A question that could be
/// anybody's stays below it in two families of three.
const LEAST_FIT: f64 = 120.0;
/// The fewest words that are rare in the catalog, in hundredths of a question's words. Those among the questions written
/// for the embedded families that fit others as well begin at 10; questions that could be anybody's have about 8.
const FEWEST_RARE: f64 = 9.3;
/// A word is rare when it is used by at most one family in so many.
const RARE: usize = 8;
/// Shorter words say nothing about a job.
const SHORTEST: usize = 3;

/// Checks every question.
pub(super) fn check(all: &[Asked<'_>], draft: &Draft, report: &mut Report) {
    if all.is_empty() || draft.families.len() < FEWEST_FAMILIES {
        return;
    }
    let vocabulary = Vocabulary::of(draft);
    for asked in all {
        let (fit, rare) = vocabulary.measure(asked);
        if fit < LEAST_FIT && rare < FEWEST_RARE {
            let text = "would fit most other families as well as this one: name what only this job has";
            report.add(Check::AnyFamily, &asked.place.then("prompt"), text);
        }
    }
}

/// Which families use which word.
struct Vocabulary {
    /// The families that use a word, and what the word counts.
    words: HashMap<String, (Vec<usize>, f64)>,
    /// How rich in rare words each family is.
    wealth: Vec<f64>,
}

impl Vocabulary {
    fn of(draft: &Draft) -> Self {
        let count = draft.families.len();
        let mut users: HashMap<String, Vec<usize>> = HashMap::new();
        for (family, text) in texts(draft) {
            for word in stems(text) {
                let users = users.entry(word).or_default();
                if users.last() != Some(&family) {
                    users.push(family);
                }
            }
        }
        let mut wealth = vec![0.0; count];
        let weighed = users.into_iter().map(|(word, users)| {
            let weight = (real(count) / real(users.len())).ln().powi(2);
            for family in &users {
                if let Some(wealth) = wealth.get_mut(*family) {
                    *wealth += weight;
                }
            }
            (word, (users, weight))
        });
        let words = weighed.collect();
        Self { words, wealth: wealth.into_iter().map(f64::sqrt).collect() }
    }

    /// How the question fits its own family, in hundredths of the mean over all families; and its rare words, in
    /// hundredths of its words.
    fn measure(&self, asked: &Asked<'_>) -> (f64, f64) {
        let own: HashSet<String> = asked.texts().flat_map(|text| stems(text.said)).collect();
        let mut fits = vec![0.0; self.wealth.len()];
        let mut rare = 0;
        for word in &own {
            let (users, weight) = self.words.get(word).map_or((&[][..], 0.0), |(users, weight)| (&**users, *weight));
            rare += usize::from(users.len() * RARE <= self.wealth.len());
            for family in users {
                if let Some(fit) = fits.get_mut(*family) {
                    *fit += weight;
                }
            }
        }
        let of_wealth = |(fit, wealth): (&f64, &f64)| if *wealth > 0.0 { fit / wealth } else { 0.0 };
        let fits: Vec<f64> = fits.iter().zip(&self.wealth).map(of_wealth).collect();
        let mean = fits.iter().sum::<f64>() / real(fits.len());
        let fit = fits.get(asked.family).copied().unwrap_or_default();
        (hundredths(fit, mean), hundredths(real(rare), real(own.len())))
    }
}

fn hundredths(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole * 100.0 } else { 0.0 }
}

/// The texts of each family and of what its roles are asked for, a family's one after the other.
fn texts(draft: &Draft) -> impl Iterator<Item = (usize, &str)> {
    let skills: HashMap<&str, _> = draft.skills.values().map(|skill| (skill.id.as_str(), skill)).collect();
    let kpis: HashMap<&str, _> = draft.kpis.values().map(|kpi| (kpi.id.as_str(), kpi)).collect();
    let mut texts: Vec<(usize, &str)> = prose(draft).map(|written| (written.family, written.text)).collect();
    for (family, draft) in draft.families.iter().enumerate() {
        let mut add = |text| texts.push((family, text));
        add(&draft.family.name);
        add(&draft.family.summary);
        draft.family.threads.iter().for_each(|thread| add(&thread.name));
        draft.family.entry.iter().for_each(|entry| add(&entry.note));
        for role in &draft.roles {
            add(&role.value.title);
            for known in role.value.skills.iter().filter_map(|used| skills.get(used.skill.as_str())) {
                add(&known.name);
                add(&known.meaning);
            }
            for target in &role.value.kpis {
                add(&target.target);
                if let Some(known) = kpis.get(target.kpi.as_str()) {
                    add(&known.name);
                    add(&known.measures);
                }
            }
        }
    }
    texts.sort_by_key(|(family, _)| *family);
    texts.into_iter()
}

/// The longer words of a text without figures and without the endings that only grammar adds.
fn stems(text: &str) -> impl Iterator<Item = String> + use<> {
    let words = words(text).into_iter();
    words.filter(|word| word.len() >= SHORTEST && !word.bytes().all(|byte| byte.is_ascii_digit())).map(|word| {
        let stem = ["ing", "ed", "es", "er", "ly", "s"].iter().find_map(|ending| word.strip_suffix(ending));
        match stem {
            Some(stem) if stem.len() >= SHORTEST => stem.to_owned(),
            _ => word,
        }
    })
}

/// A count as a number to divide by; there are never enough families for it to matter.
fn real(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
