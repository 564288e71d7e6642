//! Texts written to break a reader: each is answered soon, with a place and a reason.

use std::fmt::Write;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use rungs::catalog::{Check, Problem, Severity};
use serde_json::json;

use crate::small::{TEXT, problems_of, small, with};

/// Much longer than any of these takes, much shorter than what walks a list once for each of its elements.
const SOON: Duration = Duration::from_secs(20);
const MIB: usize = 1 << 20;

/// The small catalog with another field at its end.
fn with_field(field: &str) -> String {
    let body = TEXT.trim_end().strip_suffix('}').unwrap();
    format!("{body}, {field}}}")
}

/// What is wrong with a text, which must be found out soon and end in a refusal.
#[track_caller]
fn refused(text: impl Into<String>) -> Vec<Problem> {
    let start = Instant::now();
    let problems = problems_of(text);
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert!(problems.iter().any(|problem| problem.severity == Severity::Error), "{problems:?}");
    assert!(problems.iter().all(|problem| problem.to_string().len() < 4_096));
    problems
}

#[track_caller]
fn refused_as(check: Check, text: impl Into<String>) -> Problem {
    let problems = refused(text);
    assert!(problems.iter().any(|problem| problem.check == check), "{problems:?}");
    problems.into_iter().find(|problem| problem.check == check).unwrap()
}

/// A text that is no more than odd: nothing worse than an unknown field.
#[track_caller]
fn odd(text: impl Into<String>) {
    let start = Instant::now();
    let problems = problems_of(text);
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    let checks: Vec<Check> = problems.iter().map(|problem| problem.check).collect();
    assert_eq!(checks, [Check::UnknownField]);
}

#[test]
fn a_catalog_cut_anywhere_is_refused_at_its_end() {
    let whole = small().to_string();
    for end in (1..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let problems = problems_of(&whole[..end]);
        let [problem] = &*problems else { panic!("{end}: {problems:?}") };
        assert_eq!(problem.check, Check::Malformed);
        assert_eq!((problem.line, problem.column), (Some(1), Some(whole[..end].chars().count() + 1)), "{end}");
    }
}

#[test]
fn what_json_does_not_allow_is_refused() {
    let rests = ["\0\0\0\0", "{}", "garbage", "]", "// the end"];
    for rest in rests {
        refused_as(Check::Malformed, format!("{TEXT}{rest}"));
    }
    let fields = [
        "// a comment\n\"x\": 1",
        "\"x\": 1,",
        "'x': 1",
        "x: 1",
        "\"x\": NaN",
        "\"x\": 1e400",
        "\"x\": -1e400",
        r#""x": "\ud800""#,
        r#""x": "\udc00\ud800""#,
        r#""x": "\uD83D\u""#,
        "\"x\": \"a\u{1}b\"",
    ];
    for field in fields {
        refused_as(Check::Malformed, with_field(field));
    }
    refused_as(Check::Malformed, with_field(&format!("\"x\": 1{}", "0".repeat(5 * MIB))));
}

#[test]
fn deep_nesting_is_refused_not_followed() {
    let lists = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    odd(with_field(&format!("\"x\": {}", lists(120))));
    for depth in [127, 128, 100_000, 1_000_000] {
        refused(lists(depth));
        refused_as(Check::Malformed, with_field(&format!("\"x\": {}", lists(depth))));
    }
    refused_as(Check::Malformed, "[".repeat(1_000_000));
    refused_as(Check::Malformed, "{\"a\":".repeat(100_000));
}

#[test]
fn eight_mebibytes_of_small_objects_are_answered_soon() {
    let objects = format!("[{}{{}}]", "{\"a\":0},".repeat(MIB));
    odd(with_field(&format!("\"x\": {objects}")));
    for list in ["families", "skills", "roles", "aliases", "responsibilities"] {
        refused(TEXT.replacen(&format!("\"{list}\": ["), &format!("\"{list}\": {objects}, \"// old\": ["), 1));
    }
}

#[test]
fn a_million_keys_are_answered_soon() {
    let mut keys = String::from("{");
    for n in 0..1_000_000 {
        write!(keys, "\"k{n}\":0,").unwrap();
    }
    keys.push_str("\"last\":0}");
    odd(with_field(&format!("\"x\": {keys}")));
    refused(keys.clone());
    refused_as(Check::Shape, TEXT.replacen("\"scope\": {", &format!("\"scope\": {keys}, \"// old\": {{"), 1));

    let fields = keys.trim_start_matches('{');
    let start = Instant::now();
    let problems = problems_of(format!("{{{},{fields}", TEXT.trim().trim_matches(['{', '}'])));
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert_eq!(problems.last().unwrap().text, "999801 more warnings are not listed");
}

#[test]
fn a_text_of_eight_mebibytes_names_its_field() {
    let long = "x".repeat(8 * MIB);
    for (pointer, path, check) in [
        ("/families/0/name", "families[0].name", Check::LongText),
        ("/families/0/roles/2/title", "families[0].roles[2].title", Check::LongText),
        ("/families/0/roles/2/summary", "families[0].roles[2].summary", Check::LongText),
        ("/families/1/questions/0/prompt", "families[1].questions[0].prompt", Check::LongText),
        ("/families/0/id", "families[0].id", Check::Shape),
        ("/families/0/roles/2/level", "families[0].roles[2].level", Check::Shape),
        ("/families/0/roles/2/moves/0/kind", "families[0].roles[2].moves[0].kind", Check::Shape),
        ("/x", "x", Check::LongText),
    ] {
        assert_eq!(refused_as(check, with(pointer, long.clone()).to_string()).path, path);
    }
    assert_eq!(refused_as(Check::LongText, with(&format!("/{long}"), 1).to_string()).path, "");
    refused_as(Check::Shape, with(&format!("/families/0/roles/2/decisions/{long}"), json!({})).to_string());
}

#[test]
fn twenty_thousand_roles_are_the_most() {
    let with_roles = |count: usize| {
        let mut catalog = small();
        let mut role = catalog["families"][2]["roles"][0].clone();
        role["moves"] = json!([]);
        let roles = (0..count - 5).map(|n| {
            let mut role = role.clone();
            role["slug"] = format!("r{n}").into();
            role["title"] = format!("Title {n}").into();
            role
        });
        catalog["families"][2]["roles"] = roles.collect();
        catalog["families"][2]["roles"][0]["slug"] = "mid".into();
        catalog.to_string()
    };
    let start = Instant::now();
    let problems = problems_of(with_roles(20_000));
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert!(problems.iter().all(|problem| problem.severity == Severity::Warning), "{}", problems[0]);
    let problem = refused_as(Check::TooMuch, with_roles(20_001));
    assert_eq!(problem.text, "this makes 20001 roles: a catalog may have 20000");
}

#[test]
fn a_thousand_families_in_one_file_are_the_most() {
    let mut catalog = small();
    let mut family = catalog["families"][2].clone();
    family["roles"] = json!([]);
    for n in 3..1_001 {
        family["id"] = format!("family-{n}").into();
        catalog["families"].as_array_mut().unwrap().push(family.clone());
    }
    let problem = refused_as(Check::TooMuch, catalog.to_string());
    assert_eq!((&*problem.path, &*problem.text), ("families", "has 1001 entries: at most 1000"));
    catalog["families"].as_array_mut().unwrap().pop();
    assert!(problems_of(catalog.to_string()).iter().all(|problem| problem.severity == Severity::Warning));
}

#[test]
fn a_chain_of_thousands_of_promotions_ends_and_a_circle_of_them_is_found() {
    let chain = |last: &str| {
        let mut catalog = small();
        let role = catalog["families"][2]["roles"][0].clone();
        let roles = (0..5_000).map(|n| {
            let mut role = role.clone();
            let next = if n == 4_999 { last.to_owned() } else { format!("support/r{}", n + 1) };
            role["slug"] = format!("r{n}").into();
            role["title"] = format!("Title {n}").into();
            role["moves"] = json!([{ "to": next, "kind": "promotion", "note": "Wait." }]);
            role
        });
        let roles: Vec<_> = roles.collect();
        catalog["families"][2]["roles"].as_array_mut().unwrap().extend(roles);
        catalog.to_string()
    };
    let start = Instant::now();
    let problems = problems_of(chain("support/senior"));
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert!(problems.iter().all(|problem| problem.severity == Severity::Warning), "{}", problems[0]);
    let circle = refused_as(Check::PromotionCircle, chain("support/r0"));
    assert_eq!(circle.path, "families[2].roles[5001].moves[0].to");
}

#[test]
fn ids_that_only_look_alike_are_refused_not_merged() {
    for id in
        ["Engineering", "engineering ", "eng\u{200b}ineering", "\u{435}ngineering", "engine\u{301}ering", "a/b", ""]
    {
        let refused = refused(with("/departments/0/id", id).to_string());
        assert!(refused.iter().any(|problem| problem.path == "departments[0].id"), "{id}: {refused:?}");
    }
}

#[test]
fn numbers_out_of_range_are_refused_not_wrapped() {
    for number in ["-1", "-0.0", "1.0", "256", "4294967296", "99999999999999999999", "1e2"] {
        for field in ["rank", "score", "proficiency", "minutes", "version"] {
            let at = TEXT.find(&format!("\"{field}\": ")).unwrap() + field.len() + 4;
            let end = at + TEXT[at..].find([',', ' ', '\n']).unwrap();
            refused(format!("{}{number}{}", &TEXT[..at], &TEXT[end..]));
        }
    }
}

#[test]
fn a_version_that_is_not_read_is_the_only_thing_said() {
    for version in ["0", "2", "4000000000"] {
        let problems = refused(TEXT.replacen("\"version\": 1", &format!("\"version\": {version}"), 1));
        assert_eq!(problems.iter().map(|problem| problem.check).collect::<Vec<_>>(), [Check::Version]);
    }
    refused_as(Check::Shape, TEXT.replacen("\"version\": 1", "\"version\": 999999999999", 1));
    refused_as(Check::Shape, TEXT.replacen("\"version\": 1", "\"version\": \"1\"", 1));
    refused_as(Check::Shape, TEXT.replacen("\"version\": 1,", "", 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_change_of_bytes_makes_a_reader_fall_over(
        edits in prop::collection::vec((0..TEXT.len(), prop::sample::select(&b"{}[]\",:0x\\ "[..])), 1..4),
    ) {
        let mut bytes = TEXT.as_bytes().to_vec();
        for (at, byte) in edits {
            if bytes[at].is_ascii() {
                bytes[at] = byte;
            }
        }
        for problem in problems_of(String::from_utf8(bytes).unwrap()) {
            prop_assert!(problem.line.is_some() && problem.column.is_some());
        }
    }
}
