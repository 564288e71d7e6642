//! Problems stand where the value begins: file, line and character.

use rungs::catalog::{Check, Files, Problem, check, load, outline_json};

use crate::small::{TEXT, problems_of, small};

/// The one problem of a text.
fn only(text: &str) -> Problem {
    let problems = problems_of(text);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.into_iter().next().unwrap()
}

fn place(problem: &Problem) -> (usize, usize) {
    (problem.line.unwrap(), problem.column.unwrap())
}

#[test]
fn a_wrong_id_deep_in_a_role_is_shown_like_a_compiler_shows_it() {
    let (at, _) = TEXT.match_indices(r#""ledgers","#).nth(3).unwrap();
    let wrong = format!("{}{}", &TEXT[..at], TEXT[at..].replacen("ledgers", "legders", 1));
    assert_eq!(
        only(&wrong).to_string(),
        "own.json:428:24: families[0].roles[2].skills[1].skill: unknown skill `legders`: did you mean `ledgers`?"
    );
    assert!(wrong.lines().nth(427).unwrap()[23..].starts_with(r#""legders""#));
}

#[test]
fn columns_count_characters_not_bytes() {
    let wrong = TEXT.replacen(r#""version": 1"#, r#""// für später": "ü", "version": 3"#, 1);
    assert_eq!(place(&only(&wrong)), (2, 36));
}

#[test]
fn malformed_json_is_shown_where_it_stops_making_sense() {
    let problem = only("{\n  \"version\": 1,\n  oops\n}");
    assert_eq!(problem.to_string(), "own.json:3:3: key must be a string");
    assert_eq!(place(&only("{\"ü\": nil}")), (1, 8));
    assert_eq!(place(&only("{\n  \"version\": 1,\n")), (3, 1));
}

#[test]
fn a_missing_field_is_shown_at_its_object() {
    let wrong = TEXT.replacen(r#"{ "id": "customers", "name": "Customers" }"#, r#"{ "id": "customers" }"#, 1);
    assert_eq!(only(&wrong).to_string(), "own.json:6:5: departments[1]: missing field `name`");
}

#[test]
fn a_mistake_in_each_role_is_told_for_each_role_in_the_order_of_the_file() {
    let wrong = TEXT.replace(r#""origin": "seed""#, r#""origin": "sown""#);
    let problems = problems_of(wrong);
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "families[0].roles[0].origin",
            "families[0].roles[1].origin",
            "families[0].roles[2].origin",
            "families[1].roles[0].origin",
            "families[2].roles[0].origin",
            "families[2].roles[1].origin",
        ]
    );
    assert!(problems.iter().all(|problem| problem.check == Check::Shape));
    assert!(problems.is_sorted_by_key(place));
}

#[test]
fn a_mistake_in_one_part_hides_none_in_another() {
    let wrong = TEXT
        .replacen(r#""rank": 2"#, r#""rank": "two""#, 1)
        .replacen(r#""kind": "technical""#, r#""kind": "technicle""#, 1)
        .replacen(r#""thread": "flows""#, r#""thread": "flaws""#, 1);
    let paths: Vec<String> = problems_of(wrong).iter().map(|problem| problem.path.to_string()).collect();
    assert_eq!(paths, ["levels[1].rank", "skills[0].kind", "families[0].roles[0].responsibilities[0].thread"]);
}

#[test]
fn more_problems_than_anybody_reads_are_counted() {
    let mut catalog = small();
    let role = catalog["families"][0]["roles"][2].clone();
    for n in 0..150 {
        let mut another = role.clone();
        another["slug"] = format!("extra-{n}").into();
        for skill in another["skills"].as_array_mut().unwrap() {
            skill["skill"] = format!("nothing-{n}").into();
        }
        catalog["families"][0]["roles"].as_array_mut().unwrap().push(another);
    }
    let problems = problems_of(catalog.to_string());
    let last = problems.last().unwrap();
    assert_eq!(last.check, Check::NotListed);
    // 150 x 8 unknown skills, 7 repeated ones each, and a repeated title each: 1,000 are listed.
    assert!(last.text.starts_with("1400 more errors"), "{last}");
}

#[test]
fn a_loud_kind_of_warning_hides_no_other() {
    let mut catalog = small();
    let mut role = catalog["families"][0]["roles"][2].clone();
    for skill in role["skills"].as_array_mut().unwrap() {
        skill["in_use"] = "words ".repeat(60).into();
    }
    for n in 0..60 {
        role["slug"] = format!("extra-{n}").into();
        role["title"] = format!("Extra {n}").into();
        catalog["families"][0]["roles"].as_array_mut().unwrap().push(role.clone());
    }
    let problems = problems_of(catalog.to_string());
    let mut kinds: Vec<Check> = problems.iter().map(|problem| problem.check).collect();
    let all = kinds.len();
    kinds.sort_unstable();
    kinds.dedup();
    assert!(kinds.len() > 2, "{kinds:?} of {all}");
    for kind in kinds {
        let of_kind = problems.iter().filter(|problem| problem.check == kind).count();
        assert!(of_kind <= 200, "{of_kind} of {kind:?}");
    }
    assert!(problems.last().unwrap().text.contains("more warnings are not listed"), "{}", problems.last().unwrap());
}

#[test]
fn the_small_catalog_loads_with_an_outline_in_the_order_of_departments_and_ranks() {
    let catalog = load(&Files::one("small.json", TEXT)).unwrap();
    assert_eq!(check(&Files::one("small.json", TEXT)), []);
    let told: serde_json::Value = serde_json::from_str(&outline_json(&catalog).unwrap()).unwrap();
    let names: Vec<&str> =
        told["families"].as_array().unwrap().iter().map(|family| family["id"].as_str().unwrap()).collect();
    assert_eq!(names, ["payments", "reliability", "support"]);
    let payments = &told["families"][0];
    assert_eq!(
        payments["from"],
        serde_json::json!([{ "role": "support/mid" }, { "role": "= Backend Developer" }]),
        "the step from reliability leads to a higher rung and is shown there"
    );
    assert_eq!(
        payments["to"],
        serde_json::json!([
            { "role": "reliability/senior", "kind": "lateral" },
            { "role": "= Director of Engineering", "kind": "to-management" },
        ])
    );
    let slugs: Vec<&str> =
        payments["rungs"].as_array().unwrap().iter().map(|rung| rung["slug"].as_str().unwrap()).collect();
    assert_eq!(slugs, ["junior", "mid", "senior", "staff"]);
}
