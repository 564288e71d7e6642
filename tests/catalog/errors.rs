//! Catalogs with an error.

use serde_json::json;

use super::Case;
use crate::small::{remove, repeat, set};

/// A line long enough to judge an answer by.
const LINE: &str = "Reads the three graphs aloud to the person on call and waits.";

/// An edit to the small catalog, and everything that is wrong then.
pub(super) const ERRORS: &[Case] = &[
    (
        |c| set(c, "/version", 2),
        &["version | version | is written in version 2 of the format: this program reads version 1"],
    ),
    (
        |c| set(c, "/families/0/name", "Pay\u{202e}ments"),
        &["unsafe-text | families[0].name | holds U+202E as character 4, which hides or moves text"],
    ),
    (
        |c| set(c, "/families/0/roles/2/\u{1b}[2J", 1),
        &[
            "unsafe-text | families[0].roles[2] | the key holds U+001B as character 1, which hides or moves text",
            "unknown-field | families[0].roles[2][\"^[[2J\"] | unknown field \"^[[2J\"",
        ],
    ),
    (|c| set(c, "/families/0/roles/2/headline", " "), &["empty-text | families[0].roles[2].headline | is empty"]),
    (
        |c| set(c, "/families/0/roles/2/headline", "é".repeat(8_001)),
        &["long-text | families[0].roles[2].headline | has 8001 characters: at most 8000"],
    ),
    (
        |c| set(c, "/families/0/roles/2/title", "é".repeat(257)),
        &["long-text | families[0].roles[2].title | has 514 bytes: at most 512"],
    ),
    (
        |c| set(c, &format!("/{}", "k".repeat(513)), 1),
        &[
            "long-text |  | the key \"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk~\" has 513 bytes: at most 512",
        ],
    ),
    (
        |c| set(c, "/families/0/department", "enginering"),
        &["unknown-id | families[0].department | unknown department `enginering`: did you mean `engineering`?"],
    ),
    (
        |c| set(c, "/families/0/threads/0/strand", "bulid"),
        &["unknown-id | families[0].threads[0].strand | unknown strand `bulid`: did you mean `build`?"],
    ),
    (
        |c| set(c, "/levels/0/scope/influence", json!({ "score": 1, "text": "a" })),
        &["unknown-id | levels[0].scope.influence | unknown scope axis `influence`: one of autonomy, impact, people"],
    ),
    (
        |c| set(c, "/families/2/roles/1/level", "principal"),
        &[
            "unknown-id | families[2].roles[0].moves[0].to | unknown role `support/senior`: did you mean `support/mid`?",
            "unknown-id | families[2].roles[1].level | unknown level `principal`: one of junior, mid, senior, staff",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/scope/impacts", json!({ "score": 1, "text": "a" })),
        &["unknown-id | families[0].roles[2].scope.impacts | unknown scope axis `impacts`: did you mean `impact`?"],
    ),
    (
        |c| set(c, "/families/0/roles/2/responsibilities/0/thread", "flow"),
        &[
            "unknown-id | families[0].roles[2].responsibilities[0].thread | unknown thread `flow`: did you mean `flows`?",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/skills/0/skill", "idempotancy"),
        &[
            "unknown-id | families[0].roles[2].skills[0].skill | unknown skill `idempotancy`: did you mean `idempotency`?",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/kpis/0/kpi", "uptime"),
        &[
            "unknown-id | families[0].roles[2].kpis[0].kpi | unknown KPI `uptime`: one of availability, change-failure, first-reply, reconciliation-breaks, time-to-mitigate",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/decisions/hirings", json!({ "right": "none", "reach": "team" })),
        &[
            "unknown-id | families[0].roles[2].decisions.hirings | unknown decision topic `hirings`: did you mean `hiring`?",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/moves/1/to", "reliability/snior"),
        &[
            "unknown-id | families[0].roles[2].moves[1].to | unknown role `reliability/snior`: did you mean `reliability/senior`?",
        ],
    ),
    (
        |c| set(c, "/families/0/entry/0/from", "suport/mid"),
        &["unknown-id | families[0].entry[0].from | unknown role `suport/mid`: did you mean `support/mid`?"],
    ),
    (
        |c| set(c, "/families/1/questions/0/probes/0", "skill:observabilty"),
        &[
            "unknown-id | families[1].questions[0].probes[0] | unknown skill `observabilty`: did you mean `observability`?",
        ],
    ),
    (
        |c| set(c, "/families/1/questions/0/probes/0", "observability"),
        &["unknown-id | families[1].questions[0].probes[0] | is none of skill:<id>, thread:<id> and kpi:<id>"],
    ),
    (
        |c| set(c, "/families/1/questions/0/levels/seniors", LINE),
        &["unknown-id | families[1].questions[0].levels.seniors | unknown level `seniors`: did you mean `senior`?"],
    ),
    (
        |c| set(c, "/families/1/roles/0/questions/0/levels/beneath", LINE),
        &[
            "unknown-id | families[1].roles[0].questions[0].levels.beneath | unknown line `beneath`: one of above, at, below",
        ],
    ),
    (
        |c| repeat(c, "/departments", 0),
        &["duplicate-id | departments[2].id | another department has the id `engineering`"],
    ),
    (|c| repeat(c, "/axes", 0), &["duplicate-id | axes[3].id | another axis has the id `autonomy`"]),
    (|c| repeat(c, "/topics", 0), &["duplicate-id | topics[3].id | another topic has the id `technical-design`"]),
    (|c| repeat(c, "/strands", 0), &["duplicate-id | strands[3].id | another strand has the id `build`"]),
    (|c| repeat(c, "/skills", 0), &["duplicate-id | skills[10].id | another skill has the id `idempotency`"]),
    (|c| repeat(c, "/kpis", 0), &["duplicate-id | kpis[5].id | another KPI has the id `availability`"]),
    (|c| repeat(c, "/families", 1), &["duplicate-id | families[3].id | another family has the id `reliability`"]),
    (
        |c| repeat(c, "/families/0/threads", 0),
        &["duplicate-id | families[0].threads[5].id | another thread of the family has the id `flows`"],
    ),
    (
        |c| repeat(c, "/families/1/questions", 0),
        &[
            "duplicate-id | families[1].questions[1].id | another question beside it has the id `silent-alert`",
            "twin-question | families[1].questions[1].prompt | asks nearly what \"The alert nobody heard\" does",
            "twin-question | families[1].questions[1].signals | listens for nearly what \"The alert nobody heard\" does",
        ],
    ),
    (
        |c| repeat(c, "/families/1/questions/0/signals", 0),
        &[
            "duplicate-id | families[1].questions[0].signals[6].id | another signal of the question has the id `asks-first`",
        ],
    ),
    (
        |c| repeat(c, "/families/0/roles/2/skills", 0),
        &["duplicate-id | families[0].roles[2].skills[8].skill | the role has the skill `idempotency` already"],
    ),
    (
        |c| repeat(c, "/families/0/roles/2/kpis", 0),
        &["duplicate-id | families[0].roles[2].kpis[4].kpi | the role has the KPI `availability` already"],
    ),
    (
        |c| repeat(c, "/families/0/roles", 2),
        &[
            "duplicate-id | families[0].roles[4] | another role of the family has the id `senior`: a `slug` tells them apart",
        ],
    ),
    (
        |c| set(c, "/families/2/roles/0/title", "senior support engineer"),
        &[
            "title-prefix | families[2].roles[0].title | begins like a title of senior, but the role's level is mid",
            "duplicate-title | families[2].roles[1].title | another role of the family has the title \"Senior Support Engineer\"",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/scope/impact/score", 7),
        &["score | families[0].roles[2].scope.impact.score | score 7 is above 6"],
    ),
    (
        |c| set(c, "/levels/1/rank", 1),
        &["level-order | levels[1].rank | rank 1 does not ascend: levels are listed lowest first, from rank 1"],
    ),
    (
        |c| set(c, "/levels/0/rank", 0),
        &["level-order | levels[0].rank | rank 0 does not ascend: levels are listed lowest first, from rank 1"],
    ),
    (
        |c| set(c, "/families/0/roles/2/moves/0/to", "payments/mid"),
        &["promotion-down | families[0].roles[2].moves[0].to | is a promotion from senior down to mid"],
    ),
    (
        |c| {
            set(c, "/families/0/roles/1/moves/0/to", "payments/second");
            set(c, "/families/0/roles/2/slug", "second");
            set(c, "/families/0/roles/2/level", "mid");
            set(c, "/families/0/roles/2/title", "Second Engineer");
            set(c, "/families/0/roles/2/moves/0/to", "payments/mid");
            set(c, "/families/1/roles/0/moves/0/to", "payments/mid");
        },
        &[
            "missing-rung | families[0].roles | has no senior between its lowest and its highest rung",
            "promotion-circle | families[0].roles[2].moves[0].to | leads back to where these promotions began",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/moves/1/kind", "promotion"),
        &[
            "promotion-outside | families[0].roles[2].moves[1].to | is a promotion to another family: that is a lateral move, or one to specialise",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/moves/1/to", "payments/senior"),
        &["self-reference | families[0].roles[2].moves[1].to | leads to the role itself"],
    ),
    (
        |c| set(c, "/families/0/entry/0/from", "payments/junior"),
        &["self-reference | families[0].entry[0].from | is a rung of the family itself: an entry comes from outside"],
    ),
    (
        |c| set(c, "/families/0/roles/2/level", 5),
        &["shape | families[0].roles[2].level | invalid type: integer `5`, expected an id"],
    ),
    (
        |c| {
            remove(c, "/families/0/roles/2/title");
        },
        &["shape | families[0].roles[2] | missing field `title`"],
    ),
    (
        |c| {
            remove(c, "/families/0/name");
        },
        &["shape | families[0] | missing field `name`"],
    ),
    (
        |c| {
            remove(c, "/levels");
        },
        &["shape |  | missing field `levels`"],
    ),
    (
        |c| {
            remove(c, "/skills");
        },
        &["shape |  | missing field `skills`: here, or in a skills.json beside this file"],
    ),
    (
        |c| set(c, "/families/0/roles/2/skills/0/proficiency", 6),
        &["shape | families[0].roles[2].skills[0].proficiency | 6 is no proficiency: 1 to 5"],
    ),
    (
        |c| set(c, "/families/0/roles/2/moves/1/kind", "sideways"),
        &[
            "shape | families[0].roles[2].moves[1].kind | unknown variant `sideways`, expected one of `promotion`, `lateral`, `specialise`, `to-management`",
        ],
    ),
    (
        |c| set(c, "/families/0/roles/2/moves/1/title", "Both"),
        &["shape | families[0].roles[2].moves[1] | has both `to` and `title`: keep one"],
    ),
    (
        |c| set(c, "/families/0/roles/2/scope/impact", json!([4, "by position"])),
        &["shape | families[0].roles[2].scope.impact | is a list where an object is needed"],
    ),
    (
        |c| {
            let aliases: Vec<String> = (0..501).map(|n| format!("alias {n}")).collect();
            set(c, "/families/0/roles/2/aliases", aliases);
        },
        &["too-much | families[0].roles[2].aliases | has 501 entries: at most 500"],
    ),
];
