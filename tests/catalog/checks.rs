//! Every check fires on a catalog made to trip it: these words at this place, and nothing beside them.

#[path = "errors.rs"]
mod errors;
#[path = "question_warnings.rs"]
mod question_warnings;
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
/// Checks that need more families than the small catalog has; `swap.rs` trips them.
const ABOUT_MANY_FAMILIES: &[Check] = &[Check::AnyFamily];

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
    let mut fired_by_any = fired(warnings::WARNINGS, Severity::Warning);
    fired_by_any.extend(fired(question_warnings::WARNINGS, Severity::Warning));
    assert_eq!(fired_by_any, all(Severity::Warning));
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
    let of_contents = |check: &&Check| !ABOUT_FILES.contains(check) && !ABOUT_MANY_FAMILIES.contains(check);
    let checks = Check::ALL.iter().filter(|check| check.severity() == severity).filter(of_contents);
    checks.map(|check| check.word()).collect()
}
