//! Every check fires on a catalog made to trip it: these words at this place, and nothing beside them.

#[path = "errors.rs"]
mod errors;
#[path = "warnings.rs"]
mod warnings;

use std::collections::BTreeSet;

use rungs::catalog::{Check, Severity};
use serde_json::Value;

use crate::small::{small, told};

/// An edit to the small catalog, and all that is wrong then: check, path and text.
type Case = (fn(&mut Value), &'static [&'static str]);

/// Checks that are about files, not about what is in them; `reading.rs`, `hostile.rs` and `places.rs` trip them.
const ABOUT_FILES: &[Check] =
    &[Check::Unreadable, Check::EmptyFile, Check::Encoding, Check::Malformed, Check::NotListed];

#[test]
fn nothing_is_wrong_with_the_small_catalog() {
    assert_eq!(told(&small()), Vec::<String>::new());
}

#[test]
fn each_error_is_told_with_its_place_and_what_would_be_right() {
    assert_eq!(fired(errors::ERRORS, Severity::Error), all(Severity::Error));
}

#[test]
fn each_warning_is_told_with_its_place() {
    assert_eq!(fired(warnings::WARNINGS, Severity::Warning), all(Severity::Warning));
}

/// The words of the checks of one severity that fire in `cases`, each of which must tell what it says.
fn fired(cases: &[Case], severity: Severity) -> BTreeSet<&'static str> {
    let mut words = BTreeSet::new();
    for (edit, expected) in cases {
        let mut catalog = small();
        edit(&mut catalog);
        assert_eq!(told(&catalog), *expected);
        let fired =
            all(severity).into_iter().filter(|word| expected.iter().any(|told| told.starts_with(&format!("{word} |"))));
        words.extend(fired);
    }
    words
}

/// The words of all checks of one severity that look at what is in a catalog.
fn all(severity: Severity) -> BTreeSet<&'static str> {
    let checks = Check::ALL.iter().filter(|check| check.severity() == severity && !ABOUT_FILES.contains(check));
    checks.map(|check| check.word()).collect()
}
