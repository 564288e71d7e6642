//! Signs, trends and verdicts of the small catalog, each checked by hand against its file.

use rungs::catalog::{Files, load};
use rungs::domain::compare::{Change, Comparison, Part, Trend};
use serde_json::{Value, json};

use super::{compare, ids, row, section, side, small_catalog};

/// The signs and keys of a section.
fn signs(comparison: &Comparison, part: Part) -> Vec<String> {
    let rows = section(comparison, part).rows.iter();
    rows.map(|row| format!("{} {}", row.sign(comparison.base).sign(), row.key)).collect()
}

fn verdict(comparison: &Comparison, part: Part) -> &str {
    &section(comparison, part).verdicts[0].text
}

#[test]
fn a_promotion_reads_as_one() {
    let comparison = compare(&small_catalog(), &ids(&["payments/senior", "payments/staff"]), 0);
    let verdicts: Vec<&str> = comparison.sections.iter().map(|section| section.verdicts[0].text.as_str()).collect();
    assert_eq!(
        verdicts,
        [
            "1 level up, Senior to Staff, on one ladder",
            "2 of 3 axes wider, 1 as wide in other words; Autonomy 4->5, People 3->4",
            "all 5 areas of work changed",
            "6 of 8 skills raised, 2 the same; Idempotency 4->5, Double-entry ledgers 3->4",
            "all 4 KPIs with another target",
            "2 of 3 decisions with more say, 1 shifted; Production change: recommends, teams (was decides, system); \
             Technical design: approves, teams (was decides, system)",
            "1 of 4 destinations changed, 1 new, 2 no longer listed; the base leads here (promotion); \
             adds Director of Engineering; without Engineering Manager",
        ]
    );
}

#[test]
fn rows_are_signed_and_stand_in_the_order_of_the_catalog() {
    let comparison = compare(&small_catalog(), &ids(&["payments/senior", "payments/staff"]), 0);
    assert_eq!(signs(&comparison, Part::Scope), ["~ autonomy", "~ impact", "~ people"]);
    assert_eq!(
        signs(&comparison, Part::Responsibilities),
        ["~ flows", "~ ledger", "~ providers", "~ on-call", "~ teaching"]
    );
    assert_eq!(
        signs(&comparison, Part::Moves),
        ["- payments/staff", "~ reliability/senior", "- Engineering Manager", "+ Director of Engineering"]
    );
    let skills = signs(&comparison.only_differences(), Part::Skills);
    assert_eq!(
        skills,
        ["~ idempotency", "~ ledgers", "~ incident-command", "~ mentoring", "~ observability", "~ api-design"]
    );
}

#[test]
fn a_right_that_falls_while_its_reach_widens_is_neither_raised_nor_lowered() {
    let comparison = compare(&small_catalog(), &ids(&["payments/senior", "payments/staff"]), 0);
    let change = row(section(&comparison, Part::Decisions), "production-change");
    assert_eq!((change.cells[1].change, change.cells[1].trend), (Change::Changed, Trend::Mixed));
    let facts = change.cells[1].value.as_ref().unwrap().facts().unwrap().to_string();
    let was = change.was(1, 0).unwrap();
    assert_eq!((&*facts, &*was), ("recommends, teams", "decides, system"));
    assert_eq!(change.was(0, 0), None);
}

#[test]
fn no_right_is_the_same_whatever_its_reach_and_any_right_is_more() {
    let comparison = compare(&small_catalog(), &ids(&["payments/junior", "payments/mid"]), 0);
    let trends = section(&comparison, Part::Decisions).rows.iter().map(|row| row.cells[1].trend);
    assert_eq!(trends.collect::<Vec<_>>(), [Trend::Up, Trend::Up, Trend::Up]);
    let design = row(section(&comparison, Part::Decisions), "technical-design");
    assert_eq!(design.cells[0].value.as_ref().unwrap().facts().unwrap().to_string(), "none");
}

#[test]
fn responsibilities_of_two_families_meet_by_the_kind_of_work() {
    let comparison = compare(&small_catalog(), &ids(&["payments/senior", "reliability/senior"]), 0);
    assert_eq!(signs(&comparison, Part::Responsibilities), ["~ build", "~ operate", "~ customer"]);
    let build = row(section(&comparison, Part::Responsibilities), "build");
    let texts: Vec<usize> =
        build.cells.iter().map(|cell| cell.value.as_ref().unwrap().prose().unwrap().lines().count()).collect();
    assert_eq!((build.label.as_str(), texts), ("Build", vec![2, 2]));
    assert_eq!(
        verdict(&comparison, Part::StepUp),
        "the same level, Senior; from Payments Engineer to Reliability Engineer"
    );
    assert_eq!(
        verdict(&comparison, Part::Skills),
        "1 of 9 skills raised, 2 with another weight, 1 lowered, 1 new, 1 no longer listed, 3 the same; \
         Observability 3->4, Testing 4->3; adds Plain writing; without Double-entry ledgers"
    );
    assert_eq!(
        verdict(&comparison, Part::Kpis),
        "1 of 5 KPIs new, 1 no longer listed, 3 the same; now owns First reply; no longer owns Reconciliation breaks"
    );
}

#[test]
fn a_word_that_changed_in_a_target_is_marked_in_both_texts() {
    let comparison = compare(&small_catalog(), &ids(&["payments/senior", "support/senior"]), 0);
    let availability = row(section(&comparison, Part::Kpis), "availability");
    let lit = |place: usize, ranges: &[std::ops::Range<usize>]| {
        let text = availability.cells[place].value.as_ref().unwrap().prose().unwrap().as_str();
        ranges.iter().map(|range| text[range.clone()].to_owned()).collect::<Vec<_>>()
    };
    let words = &availability.cells[1].words;
    assert_eq!((lit(0, &words.gone), lit(1, &words.new)), (vec!["90".to_owned()], vec!["92".to_owned()]));
    assert!(!words.is_rewritten(availability.cells[1].value.as_ref().unwrap().prose().unwrap()));
}

#[test]
fn with_more_than_two_roles_each_is_judged_against_the_base_alone() {
    let roles = ids(&["payments/junior", "payments/mid", "payments/staff"]);
    let comparison = compare(&small_catalog(), &roles, 1);
    let verdicts = &section(&comparison, Part::Skills).verdicts;
    let sides: Vec<usize> = verdicts.iter().map(|verdict| verdict.side).collect();
    assert_eq!(sides, [0, 2]);
    assert!(verdicts[0].text.starts_with("7 of 8 skills lowered, 1 the same"), "{}", verdicts[0].text);
    assert!(verdicts[1].text.starts_with("all 8 skills raised"), "{}", verdicts[1].text);
    let sql = row(section(&comparison, Part::Skills), "sql");
    let trends: Vec<Trend> = sql.cells.iter().map(|cell| cell.trend).collect();
    assert_eq!((trends, sql.sign(1)), (vec![Trend::Down, Trend::Level, Trend::Up], Change::Changed));
}

#[test]
fn one_role_five_roles_or_a_base_beside_them_is_no_comparison() {
    let catalog = small_catalog();
    let roles = ids(&["payments/junior", "payments/mid", "payments/senior", "payments/staff", "support/mid"]);
    let sides: Vec<_> = roles.iter().map(|id| side(&catalog, id)).collect();
    assert_eq!(Comparison::of(&catalog, &sides[..1], 0), None);
    assert_eq!(Comparison::of(&catalog, &sides, 0), None);
    assert_eq!(Comparison::of(&catalog, &sides[..2], 2), None);
    assert!(Comparison::of(&catalog, &sides[..4], 3).is_some());
}

#[test]
fn answers_are_judged_by_the_line_of_each_level_where_the_roles_are_of_one_family() {
    let mut catalog: Value = serde_json::from_str(include_str!("../support/small.json")).unwrap();
    let bank = catalog["families"][1]["questions"].clone();
    catalog["families"][0]["questions"] = bank;
    let lines = json!({ "junior": "One", "mid": "Two", "senior": "Three", "staff": "Three" });
    catalog["families"][0]["questions"][0]["levels"] = lines;
    catalog["families"][0]["questions"][0]["probes"] = json!([]);
    let catalog = load(&Files::one("small.json", catalog.to_string())).unwrap();
    let comparison = compare(&catalog, &ids(&["payments/mid", "payments/senior", "payments/staff"]), 1);
    let section = section(&comparison, Part::Answers);
    let row = row(section, "silent-alert");
    assert_eq!(&*row.label, "The alert nobody heard");
    let lines: Vec<&str> =
        row.cells.iter().map(|cell| cell.value.as_ref().unwrap().prose().unwrap().as_str()).collect();
    assert_eq!(lines, ["Two", "Three", "Three"]);
    assert_eq!(row.cells.iter().map(|cell| cell.change.sign()).collect::<String>(), "~==");
    let verdicts: Vec<&str> = section.verdicts.iter().map(|verdict| verdict.text.as_str()).collect();
    assert_eq!(verdicts, ["the one question judged by another line", "the one question the same"]);

    let across = compare(&catalog, &ids(&["payments/mid", "payments/senior", "reliability/senior"]), 0);
    let section = super::section(&across, Part::Answers);
    assert!(section.rows.is_empty());
    assert!(section.verdicts.iter().all(|verdict| &*verdict.text == "each family asks its own questions"));
}

#[test]
fn where_nobody_asks_anything_nothing_is_said_about_answers() {
    let comparison = compare(&small_catalog(), &ids(&["payments/mid", "payments/senior"]), 0);
    assert!(comparison.sections.iter().all(|section| section.part != Part::Answers));
}
