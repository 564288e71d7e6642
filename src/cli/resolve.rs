//! From what a person typed to the one thing meant: `payment:senior`, a title, the start of an id. Output always has
//! the whole id, so everything typed loosely ends here.

use strsim::jaro_winkler;

use super::{Exit, Failure};
use crate::catalog::Catalog;
use crate::domain::{FamilyOutline, Level, RoleId};
use crate::store::{RoleSet, Subject};
use crate::text::SafeText;

/// How many near ids an unknown one is answered with.
const NEAREST: usize = 3;
/// How many candidates an ambiguous one is answered with.
const CANDIDATES: usize = 12;

/// The role meant by `typed`.
pub(super) fn role(catalog: &Catalog, typed: &str) -> Result<RoleId, Failure> {
    // A whole id means itself: no need to read what every role is called.
    if let Some((family, rung)) = typed.parse().ok().and_then(|id| catalog.rung(&id)) {
        return Ok(family.role_id(rung));
    }
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

/// The role meant by `typed`, or the roles to stand side by side, with a `+` between them.
pub(super) fn subject(catalog: &Catalog, typed: &str) -> Result<Subject, Failure> {
    // The whole first: a title may have a plus of its own.
    let whole = role(catalog, typed);
    if whole.is_ok() || !typed.contains('+') {
        return whole.map(Subject::from);
    }
    let ids = typed.split('+').map(|part| role(catalog, part)).collect::<Result<Vec<_>, _>>()?;
    let wrong = || Failure::new(Exit::Usage, format!("`{typed}`: two to four different roles stand side by side"));
    RoleSet::new(ids).map(Subject::from).ok_or_else(wrong)
}

/// The family meant by `typed`.
pub(super) fn family<'a>(catalog: &'a Catalog, typed: &str) -> Result<&'a FamilyOutline, Failure> {
    let known =
        |family: &'a FamilyOutline| Known::whole(family, family.id.as_str(), names(&family.name, &family.aliases));
    meant(typed, "family", catalog.families().iter().map(known).collect())
}

/// The level meant by `typed`.
pub(super) fn level<'a>(catalog: &'a Catalog, typed: &str) -> Result<&'a Level, Failure> {
    let known = |level: &'a Level| Known::whole(level, level.id.as_str(), names(&level.name, &level.aliases));
    meant(typed, "level", catalog.framework().levels.iter().map(known).collect())
}

/// The one of `known`, each with its id and its names, meant by `typed`.
pub(super) fn one_of<'a, T>(
    typed: &str,
    kind: &str,
    known: impl IntoIterator<Item = (T, &'a str, Vec<&'a str>)>,
) -> Result<T, Failure> {
    meant(typed, kind, known.into_iter().map(|(what, id, names)| Known::whole(what, id, names)).collect())
}

/// Something with an id, and what it may be called.
pub(super) struct Known<'a, T> {
    what: T,
    id: String,
    /// What it is called; the first is shown.
    names: Vec<&'a str>,
    /// Of a role: what its family is called.
    family_names: Vec<&'a str>,
    /// Of a role: what its level is called.
    rung_names: Vec<&'a str>,
}

/// What something is called, with its other names.
pub(super) fn names<'a>(name: &'a SafeText, aliases: &'a [SafeText]) -> Vec<&'a str> {
    std::iter::once(name).chain(aliases).map(SafeText::as_str).collect()
}

/// The one of `known` that fits best. Several that fit equally well are as little an answer as none.
pub(super) fn meant<T>(typed: &str, kind: &str, known: Vec<Known<'_, T>>) -> Result<T, Failure> {
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

impl<'a, T> Known<'a, T> {
    /// Something whose id has no parts.
    pub(super) fn whole(what: T, id: &str, names: Vec<&'a str>) -> Self {
        Self { what, id: id.to_owned(), names, family_names: Vec::new(), rung_names: Vec::new() }
    }

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
                Some(2 + 3 * family + rung)
            }
            _ => self.id.starts_with(key).then_some(2),
        }
    }
}

/// The family's and the rung's part of a role's id. A colon is easier to type than a slash on some keyboards.
fn parts(id: &str) -> Option<(&str, &str)> {
    id.split_once(['/', ':'])
}

/// 0 when `typed` is the part of an id, 1 when it is a name for it, 2 when the part begins with it.
fn part_looseness(typed: &str, part: &str, names: &[&str]) -> Option<u8> {
    if typed == part {
        Some(0)
    } else if names.iter().any(|name| folded(name) == typed) {
        Some(1)
    } else {
        (!typed.is_empty() && part.starts_with(typed)).then_some(2)
    }
}

/// Small letters with hyphens for blanks: how an id would write it.
fn folded(text: &str) -> String {
    text.to_lowercase().split([' ', '_', '-']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

fn unknown<T>(typed: &str, kind: &str, known: &[Known<'_, T>]) -> Failure {
    let key = folded(typed);
    let likeness = |known: &Known<'_, T>| {
        if let (Some((family, rung)), Some((typed_family, typed_rung))) = (parts(&known.id), parts(&key)) {
            return jaro_winkler(family, typed_family) + jaro_winkler(rung, typed_rung);
        }
        let names = known.names.iter().map(|name| jaro_winkler(&folded(name), &key));
        names.fold(jaro_winkler(&known.id, &key), f64::max)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn roles() -> Vec<Known<'static, &'static str>> {
        let known = |id: &'static str, names: &[&'static str], family: &'static str, level: &[&'static str]| Known {
            what: id,
            id: id.to_owned(),
            names: names.to_vec(),
            family_names: vec![family],
            rung_names: level.to_vec(),
        };
        vec![
            known("platform/senior", &["Senior Platform Engineer", "SRE"], "Platform", &["Senior", "L5"]),
            known("platform/senior-management", &["Platform Lead", "Team Lead"], "Platform", &["Senior", "L5"]),
            known("platform/staff", &["Staff Platform Engineer"], "Platform", &["Staff", "L6"]),
            known("platform-security/senior", &["Platform Defender"], "Platform Security", &["Senior", "L5"]),
            known("platform-security/lead", &["Security Lead", "Team Lead"], "Platform Security", &["Lead"]),
        ]
    }

    fn found(typed: &str) -> Option<&'static str> {
        meant(typed, "role", roles()).ok()
    }

    #[test]
    fn an_id_wins_over_everything_that_begins_with_it() {
        assert_eq!(found("platform/senior"), Some("platform/senior"));
        assert_eq!(found("platform:senior"), Some("platform/senior"));
        assert_eq!(found("Platform Security:Senior"), Some("platform-security/senior"));
    }

    #[test]
    fn the_start_of_each_part_is_enough_when_it_fits_one() {
        assert_eq!(found("platform/st"), Some("platform/staff"));
        assert_eq!(found("platform-s:l"), Some("platform-security/lead"));
        assert_eq!(found("plat:l6"), Some("platform/staff"));
        assert_eq!(found("platform:l5"), None);
        assert_eq!(found("platform-se"), None);
        assert_eq!(found("p:s"), None);
    }

    #[test]
    fn a_title_or_alias_is_found_whatever_its_letters() {
        assert_eq!(found("sre"), Some("platform/senior"));
        assert_eq!(found("  STAFF platform  engineer "), Some("platform/staff"));
        assert_eq!(found("team lead"), None);
    }

    #[test]
    fn nothing_typed_is_nothing_found() {
        for typed in ["", " ", "/", ":", "platform/", "/senior"] {
            assert_eq!(found(typed), None, "{typed:?}");
        }
    }
}
