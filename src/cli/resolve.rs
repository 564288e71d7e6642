//! From what a person typed to the one thing meant: `payment:senior`, a title, the start of an id. Output always has
//! the whole id, so everything typed loosely ends here.

use strsim::jaro_winkler;

use super::{Exit, Failure};
use crate::catalog::Catalog;
use crate::domain::{FamilyOutline, Level, RoleId};
use crate::text::SafeText;

/// How many near ids an unknown one is answered with.
const NEAREST: usize = 3;
/// How many candidates an ambiguous one is answered with.
const CANDIDATES: usize = 12;

/// The role meant by `typed`.
pub(super) fn role(catalog: &Catalog, typed: &str) -> Result<RoleId, Failure> {
    let known = catalog.rungs().map(|(family, rung)| {
        let level = catalog.framework().level(&rung.level);
        Known {
            what: family.role_id(rung),
            id: family.role_id(rung).as_str().to_owned(),
            family_names: names(&family.name, &family.aliases),
            rung_names: level.map(|level| names(&level.name, &level.aliases)).unwrap_or_default(),
            names: names(&rung.title, &rung.aliases),
        }
    });
    meant(typed, "role", known.collect())
}

/// The family meant by `typed`.
pub(super) fn family<'a>(catalog: &'a Catalog, typed: &str) -> Result<&'a FamilyOutline, Failure> {
    let known = catalog.families().iter().map(|family| Known {
        what: family,
        id: family.id.as_str().to_owned(),
        names: names(&family.name, &family.aliases),
        family_names: Vec::new(),
        rung_names: Vec::new(),
    });
    meant(typed, "family", known.collect())
}

/// The level meant by `typed`.
pub(super) fn level<'a>(catalog: &'a Catalog, typed: &str) -> Result<&'a Level, Failure> {
    let known = catalog.framework().levels.iter().map(|level| Known {
        what: level,
        id: level.id.as_str().to_owned(),
        names: names(&level.name, &level.aliases),
        family_names: Vec::new(),
        rung_names: Vec::new(),
    });
    meant(typed, "level", known.collect())
}

/// Something with an id, and what it may be called.
struct Known<'a, T> {
    what: T,
    id: String,
    /// What it is called; the first is shown.
    names: Vec<&'a str>,
    /// Of a role: what its family is called.
    family_names: Vec<&'a str>,
    /// Of a role: what its level is called.
    rung_names: Vec<&'a str>,
}

fn names<'a>(name: &'a SafeText, aliases: &'a [SafeText]) -> Vec<&'a str> {
    std::iter::once(name).chain(aliases).map(SafeText::as_str).collect()
}

/// The one of `known` that fits best. Several that fit equally well are as little an answer as none.
fn meant<T>(typed: &str, kind: &str, known: Vec<Known<'_, T>>) -> Result<T, Failure> {
    let key = folded(typed);
    let fits: Vec<Option<u8>> = known.iter().map(|known| known.looseness(&key)).collect();
    let Some(best) = fits.iter().flatten().min() else {
        return Err(unknown(typed, kind, &known));
    };
    let mut fitting = known.into_iter().zip(&fits).filter(|(_, fit)| *fit == &Some(*best)).map(|(known, _)| known);
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => Ok(only.what),
        (first, second) => Err(ambiguous(typed, &first.into_iter().chain(second).chain(fitting).collect::<Vec<_>>())),
    }
}

impl<T> Known<'_, T> {
    /// How loosely `key` fits, 0 for the id itself; `None` when it does not.
    fn looseness(&self, key: &str) -> Option<u8> {
        if key.is_empty() {
            return None;
        }
        if self.id == key {
            return Some(0);
        }
        if self.names.iter().any(|name| folded(name) == key) {
            return Some(1);
        }
        match (parts(&self.id), parts(key)) {
            (Some((family, rung)), Some((typed_family, typed_rung))) => {
                let family = part_looseness(typed_family, family, &self.family_names)?;
                let rung = part_looseness(typed_rung, rung, &self.rung_names)?;
                Some(2 + 2 * family + rung)
            }
            _ => self.id.starts_with(key).then_some(2),
        }
    }
}

/// The family's and the rung's part of a role's id. A colon is easier to type than a slash on some keyboards.
fn parts(id: &str) -> Option<(&str, &str)> {
    id.split_once(['/', ':'])
}

/// 0 when `typed` is the part of an id or a name for it, 1 when it is the start of the part.
fn part_looseness(typed: &str, part: &str, names: &[&str]) -> Option<u8> {
    if typed == part || names.iter().any(|name| folded(name) == typed) {
        return Some(0);
    }
    (!typed.is_empty() && part.starts_with(typed)).then_some(1)
}

/// Small letters with hyphens for blanks: how an id would write it.
fn folded(text: &str) -> String {
    text.to_lowercase().split([' ', '_', '-']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

fn unknown<T>(typed: &str, kind: &str, known: &[Known<'_, T>]) -> Failure {
    let key = folded(typed);
    let likeness = |known: &Known<'_, T>| match (parts(&known.id), parts(&key)) {
        (Some((family, rung)), Some((typed_family, typed_rung))) => {
            jaro_winkler(family, typed_family) + jaro_winkler(rung, typed_rung)
        }
        _ => {
            let names = known.names.iter().map(|name| jaro_winkler(&folded(name), &key));
            names.fold(jaro_winkler(&known.id, &key), f64::max)
        }
    };
    let mut nearest: Vec<(f64, &Known<'_, T>)> = known.iter().map(|known| (likeness(known), known)).collect();
    nearest.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let nearest: Vec<_> = nearest.into_iter().take(NEAREST).map(|(_, known)| known).collect();
    let message = format!("no {kind} `{}`; the nearest:{}", SafeText::line(typed), lines(&nearest));
    Failure::new(Exit::NothingFound, message)
}

fn ambiguous<T>(typed: &str, candidates: &[Known<'_, T>]) -> Failure {
    let shown: Vec<_> = candidates.iter().take(CANDIDATES).collect();
    let rest = match candidates.len() - shown.len() {
        0 => String::new(),
        more => format!("\n  and {more} more"),
    };
    let message = format!("`{}` may be any of these:{}{rest}", SafeText::line(typed), lines(&shown));
    Failure::new(Exit::NothingFound, message)
}

/// A line for each: its id and what it is called.
fn lines<T>(known: &[&Known<'_, T>]) -> String {
    let widest = known.iter().map(|known| known.id.len()).max().unwrap_or_default();
    let line = |known: &&Known<'_, T>| {
        let name = known.names.first().copied().unwrap_or_default();
        format!("\n  {:widest$}  {name}", known.id)
    };
    known.iter().map(line).collect()
}
