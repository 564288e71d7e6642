//! Ladders written out in full, each word looked up in the family's file.

use rungs::catalog::{Catalog, Files, load};
use rungs::domain::compare::Value;
use rungs::domain::ladder::{Item, Ladder};

use super::rungs;

/// A line for each rung: its sign, its level, how it stands and what it has.
fn told(catalog: &Catalog, family: &str, item: Item) -> Vec<String> {
    let ladder = Ladder::of(catalog, &rungs(catalog, family), item);
    let part = ladder.item.part();
    let mut lines = vec![format!("{}: {}", ladder.label, ladder.verdict)];
    for (place, step) in ladder.steps.iter().enumerate() {
        let value = step.cell.value.as_ref();
        let facts = value.and_then(Value::facts).map(|facts| facts.to_string()).unwrap_or_default();
        let was = ladder.was(place).map(|was| format!(" (was {was})")).unwrap_or_default();
        let prose = value.and_then(Value::prose).map_or("", |prose| prose.as_str());
        let words = step.standing.words(part);
        lines.push(format!("{} {}: {words} | {facts}{was} | {prose}", step.sign(), step.name));
    }
    lines
}

#[test]
fn a_skill_of_payment_systems_engineer() {
    let catalog = Catalog::embedded().unwrap();
    let lines = told(&catalog, "payment-systems-engineer", Item::Skill("incident-command".parse().unwrap()));
    assert_eq!(
        lines,
        [
            "Incident command: starts at Senior (3/5), rises 3->4 at Lead, stops after Staff",
            "  Junior:  |  | ",
            "  Associate:  |  | ",
            "  Mid:  |  | ",
            "+ Senior: starts | 3/5, important | Stops new wrong charges first, lists the affected payments, and \
             corrects them after the call",
            "~ Lead: raised | 4/5, core (was 3/5, important) | Trains commanders, sets the thresholds for pausing \
             payouts, takes the call finance listens in on",
            "~ Staff: with another weight | 4/5, useful (was core) | Takes command when the systems of three teams \
             disagree about the same money",
            "- Principal: stops |  | ",
        ]
    );
}

#[test]
fn a_thread_of_payment_systems_engineer() {
    let catalog = Catalog::embedded().unwrap();
    let lines = told(&catalog, "payment-systems-engineer", Item::Thread("direction".parse().unwrap()));
    assert_eq!(
        lines,
        [
            "Direction and order of work: starts at Lead",
            "  Junior:  |  | ",
            "  Associate:  |  | ",
            "  Mid:  |  | ",
            "  Senior:  |  | ",
            "+ Lead: starts |  | Orders the team's year around scheme mandates, contract renewals and the peak-season \
             freeze, and holds back a launch until its pilot has reconciled for ten business days.",
            "~ Staff: changed |  | Brings the leads of all teams that charge to one order of migration, names what \
             each has to stop, and shows monthly how much volume still takes the old paths.",
            "~ Principal: changed |  | Writes the three-year course of money movement, from card dependence to bank \
             rails and new entities, with each bet, its stop condition and its price.",
        ]
    );
}

#[test]
fn verdicts_say_where_it_starts_rises_jumps_falls_stops_and_comes_back() {
    let catalog = Catalog::embedded().unwrap();
    let verdict = |family: &str, item: Item| Ladder::of(&catalog, &rungs(&catalog, family), item).verdict.to_string();
    let skill = |id: &str| verdict("payment-systems-engineer", Item::Skill(id.parse().unwrap()));
    assert_eq!(skill("card-payments"), "on all 7 rungs (1/5), rises 1->5 by Staff");
    assert_eq!(skill("event-driven-systems"), "at Mid only (3/5)");
    assert_eq!(skill("vendor-management"), "starts at Lead (3/5), stops after Lead, comes back at Principal (4/5)");
    assert_eq!(skill("no-such-skill"), "on no rung");
    let web = |id: &str| verdict("web-engineer", Item::Axis(id.parse().unwrap()));
    assert_eq!(web("autonomy"), "on both rungs (3/6), jumps 3->5 at Staff");
    let kpi = |id: &str| verdict("payment-systems-engineer", Item::Kpi(id.parse().unwrap()));
    assert_eq!(
        kpi("authorisation-rate"),
        "starts at Junior (watch), contribute from Mid, own from Lead, contribute from Staff, stops after Staff"
    );
    // On the two lowest rungs the catalog says `none`: no right is no start.
    let topic = |id: &str| verdict("payment-systems-engineer", Item::Topic(id.parse().unwrap()));
    assert_eq!(topic("hiring"), "starts at Mid (consulted), recommends from Lead");
    assert_eq!(verdict("identity-specialist", Item::Axis("impact".parse().unwrap())), "on the one rung (4/6)");
}

/// A family whose ladder forks above its lowest rung.
const FORKED: [(&str, &str, u8); 5] = [
    ("mid", "", 2),
    ("senior", "technical", 4),
    ("senior-m", "management", 3),
    ("staff", "technical", 5),
    ("staff-m", "management", 3),
];

#[test]
fn where_a_ladder_forks_each_rung_stands_on_its_own_track() {
    let mut catalog: serde_json::Value = serde_json::from_str(include_str!("../support/small.json")).unwrap();
    let role = catalog["families"][0]["roles"][1].clone();
    let skill = role["skills"][0]["skill"].as_str().unwrap().to_owned();
    let roles = FORKED.map(|(slug, track, proficiency)| {
        let mut role = role.clone();
        role["slug"] = slug.into();
        role["level"] = slug.trim_end_matches("-m").into();
        role["title"] = format!("The {slug}").into();
        role["skills"][0]["proficiency"] = proficiency.into();
        if !track.is_empty() {
            role["track"] = track.into();
        }
        role
    });
    catalog["families"][0]["roles"] = roles.to_vec().into();
    // Moves that lead to the rungs that were there before.
    for family in catalog["families"].as_array_mut().unwrap() {
        for role in family["roles"].as_array_mut().unwrap() {
            role["moves"] = serde_json::json!([]);
        }
    }
    let text = catalog.to_string();
    let catalog = load(&Files::one("forked.json", &text)).expect("a valid catalog");
    let family = catalog.families().iter().find(|family| family.rungs.len() == 5).unwrap();
    let ladder = Ladder::of(&catalog, &catalog.ladder_of(family), Item::Skill(skill.parse().unwrap()));
    let below: Vec<(&str, Option<&str>)> = ladder
        .steps
        .iter()
        .map(|step| (step.role.id.slug(), step.below.map(|below| ladder.steps[below].role.id.slug())))
        .collect();
    assert_eq!(
        below,
        [
            ("mid", None),
            ("senior", Some("mid")),
            ("senior-m", Some("mid")),
            ("staff", Some("senior")),
            ("staff-m", Some("senior-m"))
        ]
    );
    assert_eq!(
        ladder.verdict.as_str(),
        "on all 5 rungs (2/5), jumps 2->4 at The senior, rises 2->3 at The senior-m, rises 4->5 at The staff"
    );
}
