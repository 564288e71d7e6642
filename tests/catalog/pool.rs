//! What one role is asked: its own questions and its family's, each with the lines that hold on its rung.

use rungs::catalog::{Catalog, Files, load};
use rungs::domain::RoleId;
use rungs::domain::pool::{Lines, Pool, Source};
use serde_json::{Value, json};

use crate::small::{set, small};

/// The small catalog, its bank with a line for every level.
fn catalog(edit: impl FnOnce(&mut Value)) -> Catalog {
    let mut catalog = small();
    let lines = json!({ "staff": "Of staff", "junior": "Of junior", "mid": "Of mid", "senior": "Of senior" });
    set(&mut catalog, "/families/1/questions/0/levels", lines);
    set(&mut catalog, "/families/1/roles/0/ask", json!(["Who was woken last week?"]));
    edit(&mut catalog);
    load(&Files::one("own.json", catalog.to_string())).unwrap()
}

fn pool<'a>(catalog: &'a Catalog, role: &str) -> Pool<'a> {
    let role: RoleId = role.parse().unwrap();
    catalog.pool(&role).unwrap()
}

/// The lines with their levels: `senior: Of senior`.
fn told(lines: &Lines<'_>) -> Vec<String> {
    let told = |line: rungs::domain::pool::Line<'_>| {
        format!("{}: {}", line.level.map_or("-", |level| level.as_str()), line.text)
    };
    [lines.below, lines.at, lines.above].into_iter().flatten().map(told).collect()
}

#[test]
fn a_role_is_asked_its_own_questions_and_then_its_familys() {
    let catalog = catalog(|_| {});
    let pool = pool(&catalog, "reliability/senior");
    let ids: Vec<String> = pool.questions.iter().map(|pooled| pooled.id.to_string()).collect();
    assert_eq!(ids, ["reliability/senior#burnt-budget", "reliability/senior#full-disk", "reliability#silent-alert"]);
    let sources: Vec<Source> = pool.questions.iter().map(|pooled| pooled.source).collect();
    assert_eq!(sources, [Source::Own, Source::Own, Source::Bank]);
    assert_eq!(*pool.ask, ["Who was woken last week?"]);
    for pooled in &pool.questions {
        assert!(pool.question(&pooled.id).is_some_and(|found| found.question == pooled.question));
    }
    assert!(pool.question(&"reliability#burnt-budget".parse().unwrap()).is_none());
}

#[test]
fn own_lines_stand_beside_the_levels_they_mean() {
    let catalog = catalog(|_| {});
    assert_eq!(
        told(&pool(&catalog, "reliability/senior").questions[0].lines),
        [
            "mid: Holds all releases as the rota page says and waits for the lead to come back from lunch.",
            "senior: Lets the repair through behind a limit, holds the launch, and has the decision taken by noon.",
            "staff: Agrees with product and sales what a spent budget stops, for every service that sells.",
        ]
    );
}

#[test]
fn of_a_banks_lines_those_around_the_rung_are_taken() {
    let mut lines = Vec::new();
    for level in ["junior", "senior", "staff"] {
        let catalog = catalog(|catalog| {
            set(catalog, "/families/1/roles/0/level", level);
            set(catalog, "/families/1/roles/0/slug", "senior");
        });
        lines.push(told(&pool(&catalog, "reliability/senior").questions[2].lines));
    }
    assert_eq!(lines[0], ["junior: Of junior", "mid: Of mid"]);
    assert_eq!(lines[1], ["mid: Of mid", "senior: Of senior", "staff: Of staff"]);
    assert_eq!(lines[2], ["senior: Of senior", "staff: Of staff"]);
}

#[test]
fn a_role_nobody_wrote_questions_for_has_an_empty_pool() {
    let catalog = catalog(|_| {});
    let pool = pool(&catalog, "support/mid");
    assert!(pool.questions.is_empty() && pool.ask.is_empty());
}
