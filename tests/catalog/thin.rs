//! A catalog that says little is a catalog: what it leaves out is nowhere missed. Ours leaves nothing out.

use rungs::catalog::{Catalog, Check, Files, check, load};
use serde_json::{Value, json};

use crate::small::told;

/// Two rungs and a skill, and nothing more.
fn thin() -> Value {
    json!({
        "$schema": "rungs.schema.json",
        "version": 1,
        "name": "Mill",
        "departments": [{ "id": "mill", "name": "Mill" }],
        "levels": [{ "id": "junior", "rank": 1, "name": "Junior" }, { "id": "senior", "rank": 2, "name": "Senior" }],
        "skills": [{ "id": "stones", "name": "Dressing stones" }],
        "families": [{
            "id": "miller",
            "name": "Miller",
            "department": "mill",
            "roles": [
                { "level": "junior", "title": "Junior miller", "skills": [{ "skill": "stones" }] },
                { "level": "senior", "title": "Senior miller", "skills": [{ "skill": "stones", "proficiency": 4 }] }
            ]
        }]
    })
}

#[test]
fn what_a_whole_catalog_leaves_out_is_not_missed() {
    assert_eq!(
        told(&thin()),
        [
            "count | families[0].roles[0].skills | has 1 entries: 8 to 12 are right",
            "count | families[0].roles[1].skills | has 1 entries: 8 to 12 are right",
        ]
    );
    let catalog = load(&Files::one("own.json", thin().to_string())).expect("no error");
    let role = catalog.role(&"miller/junior".parse().unwrap()).unwrap();
    assert!(role.summary.is_empty() && role.kpis.is_empty() && role.skills[0].proficiency.is_unsaid());
}

#[test]
fn skills_that_roles_ask_for_are_missed() {
    let mut catalog = thin();
    catalog.as_object_mut().unwrap().remove("skills");
    assert_eq!(told(&catalog)[0], "shape |  | missing field `skills`: here, or in a skills.json beside this file");
}

#[test]
fn the_embedded_catalog_leaves_nothing_out() {
    let problems = check(&Files::embedded());
    assert!(problems.iter().all(|problem| !matches!(problem.check, Check::Wordy | Check::Count | Check::Gap)));
    let catalog = Catalog::embedded().unwrap();
    let framework = catalog.framework();
    for level in &framework.levels {
        assert!(!level.meaning.is_empty() && level.scope.iter().count() == framework.axes.len(), "{}", level.id);
    }
    let meanings = framework.axes.iter().map(|it| &it.meaning).chain(framework.topics.iter().map(|it| &it.meaning));
    assert!(meanings.chain(framework.strands.iter().map(|it| &it.meaning)).all(|meaning| !meaning.is_empty()));
    assert!(catalog.terms().skills.iter().all(|skill| skill.kind.is_some() && !skill.meaning.is_empty()));
    let mut roles = 0;
    for side in catalog.sides() {
        let (role, id) = (side.role, &side.id);
        assert!(!side.family.summary.is_empty() && !side.family.threads.is_empty(), "{id}");
        assert!(![&role.headline, &role.step_up, &role.summary].iter().any(|text| text.is_empty()), "{id}");
        assert!(!role.responsibilities.is_empty() && !role.kpis.is_empty() && !role.decisions.is_empty(), "{id}");
        assert!(role.skills.iter().all(|used| !used.proficiency.is_unsaid() && !used.in_use.is_empty()), "{id}");
        roles += 1;
    }
    assert!(roles > 70, "{roles}");
}
