//! `rungs show`: interviews, and who gets to see how answers are judged.

use rungs::catalog::Catalog;
use serde_json::Value;

use super::{Home, keys};

#[test]
fn how_answers_are_judged_shows_only_to_who_asks_for_it() {
    let home = Home::new();
    let catalog = Catalog::embedded().expect("it is valid");
    let pool = catalog.pool(&"payment-systems-engineer/senior".parse().expect("an id")).expect("a pool");
    let sources = ["own"; 5].into_iter().chain(["bank"; 6]);
    let hidden = home.json(&["show", "payment:senior", "--json"]);
    let shown = home.json(&["show", "payment:senior", "--json", "--rubric"]);
    let (hidden, shown) = (&hidden["items"][0], &shown["items"][0]);
    assert_eq!(keys(&hidden["interview"]), ["mix", "rounds"]);
    assert_eq!(keys(&hidden["interview"]["rounds"][0]), ["about", "minutes", "name"]);
    assert_eq!(hidden["ask"].as_array().map(Vec::len), Some(3));
    for ((place, source), asked) in sources.enumerate().zip(&pool.questions) {
        let (hidden, shown) = (&hidden["questions"][place], &shown["questions"][place]);
        assert_eq!((&hidden["id"], &hidden["source"]), (&Value::from(asked.id.as_str()), &Value::from(source)));
        assert_eq!(hidden["prompt"], *asked.question.prompt);
        assert_eq!((&hidden["rubric"], &shown["prompt"]), (&Value::Null, &hidden["prompt"]));
        assert_eq!(keys(&shown["rubric"]), ["follow_ups", "levels", "red_flags", "signals"]);
        for (line, told) in [("below", asked.lines.below), ("at", asked.lines.at), ("above", asked.lines.above)] {
            assert_eq!(shown["rubric"]["levels"][line], **told.expect("a line").text);
        }
    }
    for columns in [20, 40, 80, 120] {
        let width = columns.to_string();
        let squeezed = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let page = squeezed(home.stdout(&["show", "payment:senior", "--width", &width]));
        let whole = squeezed(home.stdout(&["show", "payment:senior", "--width", &width, "--rubric"]));
        for asked in &pool.questions {
            assert!(page.contains(&*asked.question.title) && whole.contains(&*asked.question.title), "{columns}");
            let signals = asked.question.signals.iter().map(|signal| &*signal.text);
            for text in signals.chain(asked.question.levels.iter().map(|(_, line)| &**line)) {
                assert!(!page.contains(text), "{columns}: {text}");
            }
            assert!(whole.contains(&*asked.question.signals[0].text) && whole.contains(&*asked.question.prompt));
        }
    }
}

#[test]
fn a_role_has_every_documented_field_with_ids_and_names() {
    let document = Home::new().json(&["show", "payment:senior", "--json"]);
    let role = &document["items"][0];
    assert_eq!(document["schema"], "rungs.role/1");
    assert_eq!(
        keys(role),
        [
            "aliases",
            "ask",
            "decisions",
            "department",
            "department_name",
            "family",
            "family_name",
            "headline",
            "id",
            "interview",
            "kpis",
            "level",
            "level_name",
            "moves",
            "origin",
            "questions",
            "rank",
            "responsibilities",
            "scope",
            "skills",
            "step_up",
            "summary",
            "title",
            "track",
        ]
    );
    let lists: &[(&str, &[&str])] = &[
        ("scope", &["axis", "axis_name", "score", "set_by", "text"]),
        ("responsibilities", &["strand", "strand_name", "text", "thread", "thread_name"]),
        ("skills", &["proficiency", "proficiency_name", "skill", "skill_name", "use", "weight"]),
        ("kpis", &["direction", "kpi", "kpi_name", "measures", "stake", "target", "unit"]),
        ("decisions", &["reach", "right", "topic", "topic_name"]),
        ("moves", &["kind", "note", "title", "to"]),
        ("questions", &["form", "id", "kind", "minutes", "probes", "prompt", "rev", "rubric", "source", "title"]),
    ];
    for (list, fields) in lists {
        let items = role[list].as_array().unwrap();
        assert!(!items.is_empty(), "{list}");
        assert!(items.iter().all(|item| keys(item) == *fields), "{list}");
    }
    let axes: Vec<&Value> = role["scope"].as_array().unwrap().iter().map(|scope| &scope["axis"]).collect();
    assert_eq!(axes, ["autonomy", "ambiguity", "impact", "horizon", "influence", "people"]);
    assert!(role["scope"].as_array().unwrap().iter().any(|scope| scope["set_by"] == "role"));
    assert!(role["scope"].as_array().unwrap().iter().any(|scope| scope["set_by"] == "level"));
    assert_eq!(role["moves"][0]["title"], "Lead Payment Systems Engineer");
}
