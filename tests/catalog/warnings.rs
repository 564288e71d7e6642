//! Catalogs with a warning.

use serde_json::json;

use super::Case;
use crate::small::{push, remove, set, small};

/// An edit to the small catalog, and everything that should be looked at then.
pub(super) const WARNINGS: &[Case] = &[
    (
        |c| set(c, "/families/0/roles/2/responsibilites", json!([])),
        &[
            "unknown-field | families[0].roles[2].responsibilites | unknown field \"responsibilites\": did you mean `responsibilities`?",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/colour", "red"),
        &["unknown-field | families[0].roles[2].colour | unknown field \"colour\""],
    ),
    (
        |c| set(c, "/families/0/roles/2/headline", "é".repeat(161)),
        &["wordy | families[0].roles[2].headline | has 161 characters: 160 or fewer are read to the end"],
    ),
    (
        |c| set(c, "/families/0/name", "CafÃ© Engineer"),
        &["mojibake | families[0].name | holds \"Ã©\", which was decoded wrongly on its way here"],
    ),
    (
        |c| set(c, "/families/0/name", "The shopâ€™s engineer"),
        &["mojibake | families[0].name | holds \"â€™\", which was decoded wrongly on its way here"],
    ),
    (
        |c| set(c, "/families/0/name", "Cafï¿½ Engineer"),
        &["mojibake | families[0].name | holds \"ï¿½\", which was decoded wrongly on its way here"],
    ),
    (
        |c| set(c, "/families/0/name", "Caf\u{fffd} Engineer"),
        &["mojibake | families[0].name | holds \"\u{fffd} E\", which was decoded wrongly on its way here"],
    ),
    (
        |c| set(c, "/families/2/roles", json!([])),
        &[
            "unknown-id | families[0].entry[0].from | unknown role `support/mid`: one of payments/junior, payments/mid, payments/senior, payments/staff, reliability/senior",
            "unknown-id | families[0].roles[1].moves[1].to | unknown role `support/mid`: one of payments/junior, payments/mid, payments/senior, payments/staff, reliability/senior",
            "nothing | families[2].roles | has no role",
            "unused-skill | skills[9] | no role asks for the skill `negotiation`",
        ],
    ),
    (|c| set(c, "/families", json!([])), &["nothing |  | has no family: there is nothing to browse"]),
    (
        |c| {
            remove(c, "/families/0/threads/4");
        },
        &[
            "unknown-id | families[0].roles[0].responsibilities[4].thread | unknown thread `teaching`: one of flows, ledger, on-call, providers",
            "unknown-id | families[0].roles[1].responsibilities[4].thread | unknown thread `teaching`: one of flows, ledger, on-call, providers",
            "unknown-id | families[0].roles[2].responsibilities[4].thread | unknown thread `teaching`: one of flows, ledger, on-call, providers",
            "unknown-id | families[0].roles[3].responsibilities[4].thread | unknown thread `teaching`: one of flows, ledger, on-call, providers",
            "count | families[0].threads | has 4 entries: 5 to 8 are right",
        ],
    ),
    (
        |c| {
            remove(c, "/families/0/roles/2/skills/7");
        },
        &["count | families[0].roles[2].skills | has 7 entries: 8 to 12 are right"],
    ),
    (
        |c| {
            remove(c, "/families/0/roles/2/kpis/3");
        },
        &["count | families[0].roles[2].kpis | has 3 entries: 4 to 6 are right"],
    ),
    (
        |c| {
            for text in ["Sits with the bank every month", "Reads each statement aloud on Fridays"] {
                push(c, "/families/0/roles/2/responsibilities", json!({ "thread": "ledger", "text": text }));
            }
        },
        &["count | families[0].roles[2].responsibilities | has 3 in the thread `ledger`: 1 or 2 say more"],
    ),
    (
        |c| {
            remove(c, "/families/0/roles/2/decisions/hiring");
        },
        &["gap | families[0].roles[2].decisions | has no decision right for hiring"],
    ),
    (
        |c| {
            remove(c, "/levels/2/scope/people");
        },
        &["gap | levels[2].scope | has no score on people"],
    ),
    (
        |c| {
            remove(c, "/families/1/questions/0/levels/senior");
        },
        &["gap | families[1].questions[0].levels | has no line for senior"],
    ),
    (
        |c| {
            remove(c, "/families/1/roles/0/questions/0/levels/above");
        },
        &["gap | families[1].roles[0].questions[0].levels | has no line for above"],
    ),
    (
        |c| {
            set(c, "/families/2/roles/0/moves/0/to", "support/staff");
            set(c, "/families/2/roles/1/level", "staff");
            set(c, "/families/2/roles/1/title", "Staff Support Engineer");
        },
        &["missing-rung | families[2].roles | has no senior between its lowest and its highest rung"],
    ),
    (
        |c| set(c, "/families/0/roles/2/title", "Staff Engineer, Payments"),
        &["title-prefix | families[0].roles[2].title | begins like a title of staff, but the role's level is senior"],
    ),
    (
        |c| set(c, "/families/0/roles/3/skills/0/proficiency", 2),
        &[
            "falling-proficiency | families[0].roles[3].skills[0].proficiency | `idempotency` falls from 4 at senior to 2",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/kpis/0/target", "as high as it gets"),
        &[
            "target-without-figure | families[0].roles[2].kpis[0].target | has no figure: a target is a number with a base and a window",
        ],
    ),
    (
        |c| {
            let below = small()["families"][0]["roles"][1].clone();
            set(c, "/families/0/roles/2/summary", format!("{} Twice.", below["summary"].as_str().unwrap()));
            set(c, "/families/0/roles/2/headline", below["headline"].clone());
            set(c, "/families/0/roles/2/step_up", below["step_up"].clone());
            set(c, "/families/0/roles/2/responsibilities/1/text", below["responsibilities"][1]["text"].clone());
            set(c, "/families/0/roles/2/skills/2/use", below["skills"][2]["use"].clone());
        },
        &[
            "near-twin | families[0].roles[2].headline | is nearly what mid says: a reader could not tell the two rungs apart",
            "near-twin | families[0].roles[2].responsibilities[1].text | is nearly what mid says: a reader could not tell the two rungs apart",
            "near-twin | families[0].roles[2].skills[2].use | is nearly what mid says: a reader could not tell the two rungs apart",
            "near-twin | families[0].roles[2].step_up | is nearly what mid says: a reader could not tell the two rungs apart",
            "near-twin | families[0].roles[2].summary | is nearly what mid says: a reader could not tell the two rungs apart",
        ],
    ),
    (
        |c| {
            set(c, "/families/0/roles/1/headline", "I carry a small change through some simple weeks of ledger work.");
            set(
                c,
                "/families/0/roles/2/headline",
                "I carry large complex change through several difficult weeks of ledger work.",
            );
        },
        &["only-degree | families[0].roles[2].headline | differs from what mid says in words of degree only"],
    ),
    (
        |c| {
            let said = small()["families"][0]["roles"][2]["responsibilities"][1]["text"].clone();
            let said = format!("First the talk. {}", said.as_str().unwrap().replace("the bank", "a bank"));
            set(c, "/families/1/roles/0/responsibilities/0/text", said);
        },
        &[
            "twin-sentence | families[1].roles[0].responsibilities[0].text | says nearly what is said of Senior Payments Engineer: \"Answers for the ledger when it disagrees with a bank, and corrects by new entries only\"",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/skills/2/use", "Leverages queries against the ledger"),
        &["filler | families[0].roles[2].skills[2].use | \"leverages\" would fit any role: say what is used for what"],
    ),
    (
        |c| {
            for role in 0..4 {
                set(c, &format!("/families/0/roles/{role}/skills/2/proficiency"), 3);
            }
        },
        &["steady-skill | families[0].roles | `sql` is 3 on all 4 rungs that ask for it: where does it grow?"],
    ),
    (
        |c| push(c, "/families/0/threads", json!({ "id": "spare", "name": "Spare", "strand": "build" })),
        &["unused-thread | families[0].threads[5] | no role of the family works on the thread `spare`"],
    ),
    (
        |c| push(c, "/skills", json!({ "id": "spare", "name": "Spare", "kind": "people", "meaning": "Nothing." })),
        &["unused-skill | skills[10] | no role asks for the skill `spare`"],
    ),
    (
        |c| {
            push(
                c,
                "/kpis",
                json!({ "id": "spare", "name": "Spare", "measures": "Nothing", "unit": "%", "direction": "up" }),
            );
        },
        &["unused-kpi | kpis[5] | no role has a stake in the KPI `spare`"],
    ),
    (
        |c| {
            remove(c, "/families/1/roles/0/questions/0/probes/3");
            set(c, "/families/1/roles/0/skills/3/weight", "core");
        },
        &[
            "probe-gap | families[1].roles[0].questions | nothing in its questions or the family's probes thread:releases, skill:testing",
        ],
    ),
];
