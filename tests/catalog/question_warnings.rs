//! Catalogs with a warning about an interview question.

use serde_json::{Value, json};

use super::Case;
use crate::small::{push, remove, repeat, set, small};

/// Sets a field of the first own question of the role that is asked something.
fn own(catalog: &mut Value, field: &str, value: impl Into<Value>) {
    set(catalog, &format!("/families/1/roles/0/questions/0/{field}"), value);
}

/// Sets a field of the question in its family's bank.
fn bank(catalog: &mut Value, field: &str, value: impl Into<Value>) {
    set(catalog, &format!("/families/1/questions/0/{field}"), value);
}

/// Says that the family interviews like engineers do, in three rounds.
fn interviewed(catalog: &mut Value) {
    let round =
        json!({ "name": "Incident walk-through", "minutes": 60, "about": "One outage from the first alert on" });
    let interview = json!({ "mix": "engineering", "rounds": [round.clone(), round.clone(), round] });
    set(catalog, "/families/1/interview", interview);
    let ask = json!(["Who was woken last week?", "What did the last budget stop?", "Who reads the minutes?"]);
    set(catalog, "/families/1/roles/0/ask", ask);
}

/// Gives the role five questions and its family four, of these kinds.
fn asked(catalog: &mut Value, own: [&str; 5], bank: [&str; 4]) {
    let question = |kind: &str, place: usize| {
        let form = match kind {
            "system-design" => "design",
            "behavioural" => "past",
            "technical" => "explain",
            _ => "hypothetical",
        };
        let words = |what: &str| (0..60).map(|word| format!("{what}{place}w{word}")).collect::<Vec<_>>().join(" ");
        let mut question = small()["families"][1]["roles"][0]["questions"][0].clone();
        set(&mut question, "/id", format!("question-{place}"));
        set(&mut question, "/kind", kind);
        set(&mut question, "/form", form);
        set(&mut question, "/prompt", format!("{} 1 2", words("p")));
        for signal in 0..6 {
            set(
                &mut question,
                &format!("/signals/{signal}/text"),
                words("s")[signal * 40..signal * 40 + 39].to_owned(),
            );
        }
        question
    };
    let own: Vec<Value> = own.iter().zip(0..).map(|(kind, place)| question(kind, place)).collect();
    set(catalog, "/families/1/roles/0/questions", own);
    let bank: Vec<Value> = bank.iter().zip(10..).map(|(kind, place)| question(kind, place)).collect();
    set(catalog, "/families/1/questions", bank);
    for place in 0..4 {
        let lines = small()["families"][1]["questions"][0]["levels"].clone();
        set(catalog, &format!("/families/1/questions/{place}/levels"), lines);
    }
    for (place, thread) in ["incidents", "promises", "capacity", "releases"].into_iter().enumerate() {
        set(catalog, &format!("/families/1/questions/{place}/probes/3"), format!("thread:{thread}"));
    }
}

const ENGINEERING: [&str; 5] = ["technical", "system-design", "situational", "behavioural", "leadership"];
const FOUR_KINDS: [&str; 4] = ["technical", "system-design", "situational", "behavioural"];

/// An edit to the small catalog, and everything that should be looked at then.
pub(super) const WARNINGS: &[Case] = &[
    (
        |c| own(c, "probes/0", "skill:negotiation"),
        &["foreign-probe | families[1].roles[0].questions[0].probes[0] | `skill:negotiation` is not asked of the role"],
    ),
    (
        |c| bank(c, "probes/0", "kpi:reconciliation-breaks"),
        &[
            "foreign-probe | families[1].questions[0].probes[0] | `kpi:reconciliation-breaks` is not asked of any role of the family",
        ],
    ),
    // Nothing is wrong with a whole set in the mix that was said.
    (
        |c| {
            interviewed(c);
            asked(c, ENGINEERING, FOUR_KINDS);
        },
        &[],
    ),
    (
        interviewed,
        &[
            "count | families[1].questions | has 1 entries: 4 are right",
            "count | families[1].roles[0].questions | has 2 entries: 5 are right",
        ],
    ),
    (
        |c| {
            interviewed(c);
            asked(c, ["technical", "technical", "situational", "customer", "leadership"], FOUR_KINDS);
            remove(c, "/families/1/interview/rounds/0");
            set(c, "/families/1/interview/rounds/1/minutes", 480);
            remove(c, "/families/1/roles/0/ask/0");
        },
        &[
            "count | families[1].interview.rounds | has 2 entries: 3 to 6 are right",
            "time-box | families[1].interview.rounds[1].minutes | 480 minutes: 15 to 240 are right",
            "count | families[1].roles[0].ask | has 2 entries: 3 are right",
            "kind-mix | families[1].roles[0].questions | lack system design, behavioural for the engineering mix of the family",
        ],
    ),
    (
        |c| {
            interviewed(c);
            set(c, "/families/1/interview/mix", "governance");
            asked(c, ["technical", "situational", "situational", "behavioural", "leadership"], ["technical"; 4]);
        },
        &["kind-mix | families[1].questions | are of 1 kinds: 4 ask more of a person"],
    ),
    (
        |c| {
            interviewed(c);
            set(c, "/families/1/interview/mix", "governance");
            asked(c, ["technical", "situational", "situational", "behavioural", "technical"], FOUR_KINDS);
        },
        &[
            "kind-mix | families[1].roles[0].questions | lack customer or leadership for the governance mix of the family",
        ],
    ),
    (
        |c| own(c, "form", "past"),
        &["form | families[1].roles[0].questions[0].form | a situational question is answered as hypothetical"],
    ),
    (
        |c| own(c, "minutes", 45),
        &["time-box | families[1].roles[0].questions[0].minutes | 45 minutes: 5 to 12 are right"],
    ),
    (
        |c| {
            remove(c, "/families/1/roles/0/questions/0/signals/1");
            remove(c, "/families/1/roles/0/questions/0/follow_ups/0");
            own(c, "red_flags/0/fatal", true);
            push(c, "/families/1/roles/0/questions/0/probes", "skill:sql");
            repeat(c, "/families/1/roles/0/questions/0/red_flags", 0);
        },
        &[
            "count | families[1].roles[0].questions[0].follow_ups | has 1 entries: 2 to 3 are right",
            "count | families[1].roles[0].questions[0].probes | has 5 entries: 2 to 4 are right",
            "count | families[1].roles[0].questions[0].red_flags | has 3 fatal ones: what ends the matter is one thing",
            "count | families[1].roles[0].questions[0].signals | has 2 signals of need must: 3 or 4 are right",
        ],
    ),
    (
        |c| own(c, "prompt", "On day 9 of 30 the budget is spent. What now?"),
        &["short-text | families[1].roles[0].questions[0].prompt | has 45 characters: fewer than 250 say too little"],
    ),
    (
        |c| {
            let prompt = small()["families"][1]["roles"][0]["questions"][0]["prompt"].clone();
            let prompt = prompt.as_str().unwrap().replace("day 9 of 30", "late").replace("day 12", "soon");
            let prompt = prompt.replace("8 %", "much").replace("half", "all").replace("noon", "evening");
            own(c, "prompt", format!("{prompt} How do you handle it, and why?"));
        },
        &[
            "vague-prompt | families[1].roles[0].questions[0].prompt | \"how do you handle\" asks for an opinion: give a case that costs something",
            "few-facts | families[1].roles[0].questions[0].prompt | holds 0 figures, days or times: a case to decide needs 2",
        ],
    ),
    (
        |c| own(c, "signals/0/text", "Demonstrates a grasp of what the release holds"),
        &[
            "vague-signal | families[1].roles[0].questions[0].signals[0].text | \"demonstrates\" judges: say what is heard, so that a listener can tick it",
        ],
    ),
    (
        |c| own(c, "follow_ups/0/ask", "You have children, and it is six in the evening."),
        &[
            "protected-topic | families[1].roles[0].questions[0].follow_ups[0].ask | \"have children\": no interview may ask about that",
        ],
    ),
    // Words that have another meaning at work are no topic.
    (|c| own(c, "follow_ups/0/ask", "A child process is disabled by a race of two workers."), &[]),
    (
        |c| own(c, "follow_ups/0/listen_for", "Names the key stakeholders and their dates"),
        &[
            "filler | families[1].roles[0].questions[0].follow_ups[0].listen_for | \"key stakeholders\" would fit any role: name them",
        ],
    ),
    // People really say so; that is why it is a red flag.
    (|c| own(c, "red_flags/0/text", "Says that best practices were followed as needed"), &[]),
    (
        |c| {
            let at = small()["families"][1]["roles"][0]["questions"][0]["levels"]["at"].clone();
            own(c, "levels/above", at);
            bank(c, "levels/senior", "Moves the threshold, tells the rota and writes down why the pager stayed silent");
            let more = "Closely moves the entire threshold, fully tells the whole rota and always writes down why the \
                        entire pager stayed fully silent";
            bank(c, "levels/staff", more);
        },
        &[
            "only-degree | families[1].questions[0].levels.staff | differs from the line for senior in words of degree only",
            "near-twin | families[1].roles[0].questions[0].levels.at | is nearly the line for above: the same answer would be judged the same there",
        ],
    ),
    (
        |c| {
            let first = small()["families"][1]["roles"][0]["questions"][0].clone();
            set(c, "/families/1/roles/0/questions/1/prompt", first["prompt"].clone());
            for signal in 0..6 {
                let text = first["signals"][signal]["text"].clone();
                bank(c, &format!("signals/{signal}/text"), text);
            }
        },
        &[
            "twin-question | families[1].roles[0].questions[0].signals | listens for nearly what \"The alert nobody heard\" does",
            "twin-question | families[1].roles[0].questions[1].prompt | asks nearly what \"The budget is gone on day 9\" does",
        ],
    ),
];
