//! The swap test on the catalog inside the binary: a question that could be anybody's is told apart from all of its own.

use rungs::catalog::{Check, Files, check};
use serde_json::{Value, json};

fn read(path: &str) -> Value {
    let path = format!("{}/data/{path}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The embedded catalog in one file, each family's bank asking `question` and nothing else.
fn asking(question: &Value) -> Value {
    let mut catalog = read("catalog.json");
    catalog["skills"] = read("skills.json")["skills"].take();
    catalog["kpis"] = read("kpis.json")["kpis"].take();
    let outline = read("outline.json");
    let ids = outline["families"].as_array().unwrap().iter().map(|family| family["id"].as_str().unwrap());
    let families = ids.map(|id| {
        let mut family = read(&format!("families/{id}.json"));
        family["questions"] = json!([question]);
        family
    });
    catalog["families"] = families.collect();
    catalog
}

/// How many families are told that the question would fit others as well.
fn told(question: &Value) -> usize {
    let problems = check(&Files::one("own.json", asking(question).to_string()));
    problems
        .iter()
        .filter(|problem| problem.check == Check::AnyFamily && problem.path.contains("].questions[0]"))
        .count()
}

fn question(title: &str, prompt: &str, signals: [&str; 6], lines: [&str; 3], next: [&str; 4]) -> Value {
    let needs = ["must", "must", "must", "should", "should", "stretch"];
    let signal = |(place, (text, need))| json!({ "id": format!("signal-{place}"), "need": need, "text": text });
    let signals: Vec<Value> = signals.into_iter().zip(needs).enumerate().map(signal).collect();
    let [below, at, above] = lines;
    json!({
        "id": "anybodys", "rev": 1, "kind": "situational", "form": "hypothetical", "title": title, "minutes": 8,
        "probes": [], "prompt": prompt, "signals": signals,
        "levels": { "mid": below, "senior": at, "staff": above },
        "follow_ups": [
            { "ask": next[0], "listen_for": next[1] },
            { "ask": "Which number tells you in a month that it worked?", "listen_for": "A rate with base and window" }
        ],
        "red_flags": [{ "text": next[2] }, { "text": next[3] }]
    })
}

#[test]
fn a_question_that_could_be_anybodys_is_told_in_most_families() {
    let deadline = question(
        "A deadline that two people disagreed about",
        "In the last 12 months you disagreed with a colleague about a deadline of three weeks. The manager wanted it in \
         two, a customer had been promised a date, and 5 people worked on it. Say what the disagreement was, what you \
         did, who decided, what it cost and what you would do differently today with the same people.",
        [
            "Names the disagreement in a sentence before telling the story",
            "Says what the other person wanted and why",
            "States what was given up to keep the date",
            "Tells the customer before the date is missed",
            "Gives a figure for what the delay cost",
            "Turns the lesson into a rule for the team",
        ],
        [
            "Tells what happened, asks the manager to decide and keeps to the decision",
            "Owns the conversation, offers two options with their cost and gets a decision within a day",
            "Changes how the team agrees dates, so that the next disagreement is settled before work starts",
        ],
        [
            "Your colleague still says no. What now?",
            "Takes the decision to the person who owns it, with both views written down",
            "Blames the colleague and describes no action of their own",
            "Says the deadline was impossible and waited",
        ],
    );
    let night = question(
        "An incident at night with a new service",
        "At 02:10 an alert says that 4 percent of requests to a service fail. You are on call. The last deployment was 6 \
         hours ago, the team that wrote it is asleep, and a customer with a large contract has opened a ticket. The \
         dashboard shows latency up from 120 ms to 900 ms. Decide within 15 minutes what you do, and whom you tell.",
        [
            "Asks what customers see before touching anything",
            "Compares the start of the errors with the deployment and with other changes",
            "Rolls back before the cause is known if the harm grows",
            "Says who is woken and with which question",
            "Sends the customer a first message with the next time",
            "Makes the rollback a single command for every service",
        ],
        [
            "Follows the runbook, wakes the team and reports what is seen",
            "Owns the decision, bounds the harm with evidence and removes the cause for this service",
            "Makes it a rule for all services with a limit and an owner",
        ],
        [
            "The rollback fails. What now?",
            "Takes traffic away from the service and says what evidence would change that",
            "Restarts everything and calls it solved",
            "Waits for the team in the morning",
        ],
    );
    for question in [deadline, night] {
        let told = told(&question);
        assert!(told > 35 / 2, "{}: told in {told} of 35 families", question["title"]);
    }
}
