//! `rungs compare` as a terminal, a pipe and a script get it.

use serde_json::Value;

use super::{Home, keys};

const ROLES: [&str; 4] = ["payment:mid", "payment:senior", "tam:mid", "solutions-engineer:senior"];

fn comparing<'a>(sides: usize, more: &[&'a str]) -> Vec<&'a str> {
    ["compare"].into_iter().chain(ROLES.into_iter().take(sides)).chain(more.iter().copied()).collect()
}

/// A text without its blanks, so that it is found whatever lines it is on.
fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn every_width_gets_lines_that_fit_and_every_verdict() {
    let home = Home::new();
    for sides in 2..=4 {
        let document = home.json(&comparing(sides, &["--json"]));
        let sections = document["items"][0]["sections"].as_array().unwrap();
        for columns in [20, 40, 59, 60, 80, 120, 250] {
            let text = home.on_a_terminal(columns, &comparing(sides, &[]), &[("NO_COLOR", "1")]);
            let lines = text.lines().map(|line| line.trim_end_matches('\r'));
            for line in lines.clone() {
                assert!(line.chars().count() <= usize::from(columns), "{sides} at {columns}: {line}");
            }
            let flat = solid(&text);
            for section in sections {
                for verdict in section["verdict"].as_array().unwrap() {
                    let verdict = verdict["text"].as_str().unwrap();
                    assert!(flat.contains(&solid(verdict)), "{sides} at {columns}: {verdict}");
                }
            }
        }
    }
}

#[test]
fn on_a_terminal_two_roles_stand_beside_each_other_and_below_60_columns_under_each_other() {
    let home = Home::new();
    let arguments = ["compare", "payment:senior", "payment:lead"];
    let wide = home.on_a_terminal(80, &arguments, &[]);
    let autonomy = wide.lines().find(|line| line.starts_with("~ Autonomy")).unwrap();
    assert_eq!(autonomy.trim_end(), "~ Autonomy            [####--] 4/6                  [#####-] 5/6 (was 4/6)");
    let narrow = home.on_a_terminal(50, &arguments, &[]);
    let lines: Vec<&str> = narrow.lines().map(str::trim_end).collect();
    let autonomy = lines.iter().position(|line| *line == "~ Autonomy").unwrap();
    assert_eq!(lines[autonomy + 1], "    1  [####--] 4/6");
    assert_eq!(lines[autonomy + 3], "    2  [#####-] 5/6 (was 4/6)");
}

#[test]
fn changed_words_are_bold_and_underlined_where_colour_may_be() {
    let home = Home::new();
    let revenue = |colour| {
        let arguments = ["--color", colour, "compare", "tam:mid", "solutions-engineer:senior"];
        home.on_a_terminal(120, &arguments, &[])
    };
    // Of the one KPI both have, the figure and whose accounts they are differ; the stake does not.
    assert!(revenue("always").contains("\u{1b}[1m\u{1b}[4m95%\u{1b}[0m over"), "{}", revenue("always"));
    assert!(!revenue("never").contains('\u{1b}'));
}

#[test]
fn a_pipe_gets_a_record_for_each_row_that_json_has() {
    let home = Home::new();
    for (sides, more) in [(2, &[][..]), (3, &["--base", "2"]), (4, &["--only-diff"])] {
        let plain = home.stdout(&comparing(sides, more));
        let document = home.json(&comparing(sides, &[more, &["--json"]].concat()));
        let sections = document["items"][0]["sections"].as_array().unwrap();
        let rows: Vec<(&Value, &Value)> = sections
            .iter()
            .flat_map(|section| section["rows"].as_array().unwrap().iter().map(|row| (&section["id"], row)))
            .collect();
        assert_eq!(plain.lines().count(), rows.len());
        for (line, (section, row)) in plain.lines().zip(rows) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 3 + sides, "{line}");
            assert_eq!((cells[0], cells[1]), (section.as_str().unwrap(), row["sign"].as_str().unwrap()));
            assert_eq!(cells[2], row["label"].as_str().unwrap());
            for (cell, value) in cells[3..].iter().zip(row["cells"].as_array().unwrap()) {
                assert_eq!(*cell == "-", value["value"].is_null(), "{line}");
            }
        }
        if more.contains(&"--only-diff") {
            assert!(!plain.lines().any(|line| line.split('\t').nth(1) == Some("=")));
        }
    }
}

#[test]
fn a_comparison_has_the_documented_fields() {
    let document = Home::new().json(&comparing(3, &["--base", "2", "--json"]));
    assert_eq!(document["schema"], "rungs.compare/1");
    let [comparison] = &document["items"].as_array().unwrap()[..] else { panic!("{document}") };
    assert_eq!(keys(comparison), ["base", "roles", "sections"]);
    assert_eq!(comparison["base"], "payment-systems-engineer/senior");
    let roles = comparison["roles"].as_array().unwrap();
    let fields = ["family", "family_name", "id", "level", "level_name", "rank", "title"];
    assert!(roles.len() == 3 && roles.iter().all(|role| keys(role) == fields));
    let sections = comparison["sections"].as_array().unwrap();
    let ids: Vec<&str> = sections.iter().map(|section| section["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["step-up", "scope", "responsibilities", "skills", "kpis", "decisions", "moves", "answers"]);
    let held: [&[&str]; 8] = [
        &["texts"],
        &["score", "texts"],
        &["texts"],
        &["proficiency", "texts", "weight"],
        &["stake", "texts"],
        &["reach", "right"],
        &["kind", "texts"],
        &["texts"],
    ];
    for (section, held) in sections.iter().zip(held) {
        assert_eq!(keys(section), ["id", "rows", "title", "verdict"]);
        let judged: Vec<&Value> = section["verdict"].as_array().unwrap().iter().map(|it| &it["role"]).collect();
        assert_eq!(judged, [&roles[0]["id"], &roles[2]["id"]]);
        for row in section["rows"].as_array().unwrap() {
            assert_eq!(keys(row), ["cells", "id", "label", "sign", "status"]);
            for cell in row["cells"].as_array().unwrap() {
                assert_eq!(keys(cell), ["mark", "role", "trend", "value", "words_gone", "words_new"]);
                assert!(cell["value"].is_null() || keys(&cell["value"]) == held, "{cell}");
            }
        }
    }
}

#[test]
fn a_status_is_the_same_whichever_the_base_and_marks_are_against_it() {
    let home = Home::new();
    let of = |base: &str| home.json(&comparing(2, &["--base", base, "--json"]));
    let (one, other) = (of("1"), of("2"));
    let rows = |document: &Value| -> Vec<Value> {
        let sections = document["items"][0]["sections"].as_array().unwrap();
        sections.iter().flat_map(|section| section["rows"].as_array().unwrap().clone()).collect()
    };
    for (row, mirror) in rows(&one).iter().zip(rows(&other)) {
        let (mark, mirrored) = (row["cells"][1]["mark"].as_str(), mirror["cells"][0]["mark"].as_str());
        assert_eq!((&row["id"], &row["status"]), (&mirror["id"], &mirror["status"]));
        assert_eq!((row["cells"][0]["mark"].as_str(), mirror["cells"][1]["mark"].as_str()), (Some("="), Some("=")));
        let expected = match mark {
            Some("+") => Some("-"),
            Some("-") => Some("+"),
            same => same,
        };
        assert_eq!(mirrored, expected, "{row}");
        let is_in_both = row["cells"].as_array().unwrap().iter().all(|cell| !cell["value"].is_null());
        let status = if !is_in_both {
            "only"
        } else if mark == Some("=") {
            "same"
        } else {
            "changed"
        };
        assert_eq!(row["status"], status);
    }
    assert_eq!(rows(&one).len(), rows(&other).len());
}
