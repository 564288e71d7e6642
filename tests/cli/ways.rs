//! `rungs path` and `rungs near` as a terminal, a pipe and a script get them.

use super::{Home, keys};

#[test]
fn every_width_gets_lines_that_fit() {
    let home = Home::new();
    for arguments in [&["path", "payment:senior", "software:staff"][..], &["near", "payment:senior"]] {
        for columns in [20, 40, 80, 200] {
            let text = home.on_a_terminal(columns, arguments, &[("NO_COLOR", "1")]);
            for line in text.lines().map(|line| line.trim_end_matches('\r')) {
                assert!(line.chars().count() <= usize::from(columns), "{arguments:?} at {columns}: {line}");
            }
        }
    }
}

#[test]
fn the_roles_of_a_path_can_be_piped_on() {
    let home = Home::new();
    let plain = home.stdout(&["path", "payment:mid", "web:mid"]);
    let ids: Vec<&str> = plain.lines().filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(ids, ["payment-systems-engineer/mid", "commerce-platform-engineer/mid", "web-engineer/mid"]);
    assert!(plain.lines().all(|line| line.split('\t').count() == 7), "{plain}");
    let document = home.json(&["compare", ids[0], ids[1], ids[2], "--json"]);
    assert_eq!(document["items"][0]["roles"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_path_has_the_documented_fields() {
    let document = Home::new().json(&["path", "payment:mid", "web:mid", "--json"]);
    assert_eq!(document["schema"], "rungs.path/1");
    let path = &document["items"][0];
    assert_eq!(keys(path), ["from", "gap", "steps", "to"]);
    let role = ["family", "family_name", "id", "level", "level_name", "rank", "title"];
    assert_eq!((keys(&path["from"]), keys(&path["to"])), (role.to_vec(), role.to_vec()));
    let steps = path["steps"].as_array().unwrap();
    let mut gap = 0;
    for step in steps {
        assert_eq!(keys(step), ["adds", "note", "to", "way"]);
        assert_eq!(keys(&step["adds"]), ["decisions", "gap", "skills"]);
        gap += step["adds"]["gap"].as_u64().unwrap();
        for skill in step["adds"]["skills"].as_array().unwrap() {
            assert_eq!(keys(skill), ["asked", "held", "id", "name", "points", "weight"]);
        }
    }
    assert_eq!((steps.len(), path["gap"].as_u64()), (2, Some(gap)));
    assert_eq!(steps[1]["to"], path["to"]);
}

#[test]
fn a_near_role_has_the_documented_fields() {
    let document = Home::new().json(&["near", "payment:senior", "--json"]);
    assert_eq!(document["schema"], "rungs.near/1");
    let items = document["items"].as_array().unwrap();
    assert_eq!(items.len(), 20);
    for item in items {
        assert_eq!(
            keys(item),
            ["adds", "family", "family_name", "id", "level", "level_name", "likeness", "of", "rank", "shared", "title"]
        );
        assert_eq!(item["of"], "payment-systems-engineer/senior");
        let shared = item["shared"].as_array().unwrap();
        assert!(!shared.is_empty() && shared.iter().all(|both| keys(both) == ["here", "id", "name", "there"]));
    }
}
