//! Senior and Lead Payment Systems Engineer of the real catalog, compared by hand: what both ask was copied from their
//! file, and every sign was given by reading the two side by side.

use rungs::catalog::Catalog;
use rungs::domain::compare::{Cell, Change, Part, Trend};

use super::{compare, ids, section};

/// A section: what it comes to, and its rows, each a sign (with the way a change goes), an id, and what either role has.
type Written = (Part, &'static str, &'static [[&'static str; 4]]);

#[rustfmt::skip]
const WRITTEN: [Written; 7] = [
    (Part::StepUp, "1 level up, Senior to Lead, on one ladder", &[
        ["~", "step-up",
            "Moves from owning one service to owning a whole flow across services and providers, including its correctness when one of them fails half-way, and its incident calls.",
            "Moves from one flow of your own to everything a team runs: you set its rules for money-moving code, agree the daily close with finance, choose the order of the year, and are judged by what others ship."],
    ]),
    (Part::Scope, "5 of 6 axes wider, 1 as wide in other words; People 2->4, Autonomy 4->5", &[
        ["~ up", "autonomy",
            "4/6: Own system; is told the aim, not the way",
            "5/6: Directs one team inside agreed aims and budget"],
        ["~ up", "ambiguity",
            "3/6: Aim given, problem still to be found",
            "4/6: Conflicting aims of one team, weighed and settled"],
        ["~", "impact",
            "4/6: One payment flow used by several product teams",
            "4/6: All that one team runs"],
        ["~ up", "horizon",
            "3/6: Two to three quarters",
            "4/6: A year: renewals, scheme mandates, assessment dates"],
        ["~ up", "influence",
            "3/6: The team and the teams that use its system",
            "4/6: Team, finance controller, fraud ops, acquirer managers"],
        ["~ up", "people",
            "2/6: Brings one or two people to the next rung",
            "4/6: Develops five to eight people and knows each gap"],
    ]),
    (Part::Responsibilities, "7 of 8 areas of work changed, 1 new; adds Direction and order of work", &[
        ["~", "payment-flows",
            "Designs one state machine for the flow across its services, so that a capture after an expired authorisation, a refund that races a chargeback or a reply a day late still ends in one agreed state.",
            "Sets the team's rules for money-moving code (who signs a new state, which failure tests block a release) and approves the design of each new flow."],
        ["~", "ledger",
            "Owns the daily reconciliation of a flow: every break has a cause, an owner and an age limit, and our errors are corrected by a compensating entry, never by an edit.",
            "Agrees with the finance controller what closes each day, which breaks may stay open at month end and who writes one off, and keeps all of the team's flows to it."],
        ["~", "providers",
            "Leads the flow's move to another acquirer across all its services: certification, stored cards, a staged ramp with a rehearsed way back, and refunds and chargebacks that still arrive at the old one.",
            "Runs the quarterly review with each acquirer's integration manager on our own figures, and decides which of the team's traffic may fail over to whom and at what price."],
        ["~", "acceptance",
            "Finds where the flow loses approvals, by issuer, BIN range and decline code, and proves a remedy such as network tokens or an SCA exemption by a split test that counts fraud and lost liability shift too.",
            "Settles with fraud operations how much challenge, decline and chargeback the team's flows take, well inside the schemes' monitoring thresholds, and withdraws rules that refuse more good sales than they save."],
        ["~", "operations",
            "Is the incident lead for payment degradations: routes around a failing provider, bounds the money at risk, and closes each review with a test or drill that fails without the fix.",
            "Owns the rota: who may carry it alone, at what exposure payouts are paused, whom that wakes; rehearses one provider loss a quarter with all who serve on it."],
        ["~", "compliance",
            "Confirms the flow's PCI DSS scope each year: which of its services store, pass or could reach a card number, what segments off the rest, and the evidence behind both.",
            "Plans the team's share of the assessment: control owners named, complete populations listed for the assessor to sample from, and each gap put to the risk owner with a control in its place and an end date."],
        ["~", "enablement",
            "Reviews how two or three product teams call the flow, turns each repeated mistake into a guard in its client library, and brings a mid engineer to carry the flow's incidents.",
            "Grows five to eight engineers: picks the flow each could own next year, listens in on their first incident calls, and gives their manager a written account."],
        ["+", "direction",
            "-",
            "Orders the team's year around scheme mandates, contract renewals and the peak-season freeze, and holds back a launch until its pilot has reconciled for ten business days."],
    ]),
    (Part::Skills, "4 of 15 skills raised, 1 with another weight, 3 new, 3 no longer listed, 4 the same; Incident command 3->4, Resilience engineering 3->4; adds Roadmap planning, Team leadership and 1 more; without Third-party integration, Observability and 1 more", &[
        ["~", "idempotency",
            "4/5, core: Keys derived from the business operation, stored before the call and reused on each retry",
            "4/5, important: Makes key handling a release gate for the team: one library, one test for each adapter"],
        ["=", "double-entry-ledgers",
            "4/5, core: Models holds, captures, fees and refunds so that balances can be rebuilt as of any instant",
            "4/5, core: Keeps one posting convention through all of the team's flows, and defends it to the controller"],
        ["=", "distributed-systems",
            "4/5, core: Builds flows as sagas over an outbox, not distributed transactions, and says what that gives up",
            "4/5, core: Judges whether a design survives a split between ledger, queue and provider, and asks for proof"],
        ["=", "card-payments",
            "4/5, core: Explains a drop in approvals by issuer, BIN range, entry mode or authentication result",
            "4/5, core: Turns a scheme mandate into dated work: messages, files, receipts, certification"],
        ["=", "reconciliation",
            "4/5, important: Runs a three-way match of ledger, processor report and bank statement across time zones",
            "4/5, important: Sets which breaks are mended in a day, which may wait and which go to finance for write-off"],
        ["-", "third-party-integration",
            "4/5, important: Migrates with both sides running, stored cards moved over and late refunds left on the old side",
            "-"],
        ["-", "observability",
            "4/5, important: Defines service levels from the payer's side, and separates our failures from the provider's",
            "-"],
        ["-", "progressive-delivery",
            "4/5, important: Ramps an acquirer from 1% with stop limits written down beforehand and the way back rehearsed",
            "-"],
        ["~ up", "resilience-engineering",
            "3/5, important: Sets timeouts, breakers and a retry budget so that a slow acquirer cannot exhaust checkout",
            "4/5, important: Plans failover per flow, knowing what refunds, tokens and disputes stay with the failed provider"],
        ["~ up", "incident-command",
            "3/5, important: Stops new wrong charges first, lists the affected payments, and corrects them after the call",
            "4/5, core: Trains commanders, sets the thresholds for pausing payouts, takes the call finance listens in on"],
        ["~ up", "pci-dss",
            "3/5, important: Sorts the flow's systems into card-holding, connected and segmented off, and can show why",
            "4/5, important: Lists the team's in-scope systems with an owner each, and walks the assessor through requirement by requirement"],
        ["~ up", "mentoring",
            "3/5, useful: Brings a mid engineer from one adapter to leading a provider incident",
            "4/5, important: Gives each engineer a next flow to own, and says plainly what still stands between"],
        ["+", "planning",
            "-",
            "3/5, core: Sequences a year round mandates, renewals and freeze, with slack for one bad provider month"],
        ["+", "team-leadership",
            "-",
            "3/5, important: Delegates a flow with its authority, and steps in only at limits agreed beforehand"],
        ["+", "vendor-management",
            "-",
            "3/5, important: Holds an acquirer to its service terms with our own measurements, and knows whom to ring there"],
    ]),
    (Part::Kpis, "1 of 10 KPIs with more stake, 1 with another target, 4 new, 4 no longer listed; now owns Authorisation rate, Payouts on time and 2 more; no longer owns Reconciliation breaks, Time to mitigate and 1 more", &[
        ["-", "reconciliation-breaks",
            "own: under 50 per million captures per month, none unexplained after 2 business days or open after 10",
            "-"],
        ["~", "payment-availability",
            "own: 99.9% for the flow in every rolling 30 days, provider outages included",
            "own: 99.95% at month end on each of the team's flows, in 11 months of 12"],
        ["-", "time-to-mitigate",
            "own: under 15 minutes in 8 of 10 provider outages a year, where a second provider serves the method",
            "-"],
        ["-", "duplicate-movements",
            "own: under 0.2 per million operations across the flow, rolling 12 months",
            "-"],
        ["-", "disputes-on-time",
            "contribute: 99.5% of the flow's contested disputes per quarter",
            "-"],
        ["~ up", "authorisation-rate",
            "contribute: no release leaves the flow over 0.3 points below its holdout after 14 days",
            "own: at most 0.5 points below the target agreed per method and region, each quarter"],
        ["+", "payouts-on-time",
            "-",
            "own: 99.5% of the team's payouts due, per month"],
        ["+", "repeat-incidents",
            "-",
            "own: under 10% of the team's incidents, rolling 12 months"],
        ["+", "rota-readiness",
            "-",
            "own: 80% of the team, and each new engineer within 9 months of joining"],
        ["+", "audit-findings",
            "-",
            "contribute: 0 overdue on the team's controls at each quarter end"],
    ]),
    (Part::Decisions, "all 10 decisions with more say; Technical design: approves, team (was decides, system); Production change: approves, team (was decides, system)", &[
        ["~ up", "technical-design",
            "decides, system",
            "approves, team"],
        ["~ up", "production-change",
            "decides, system",
            "approves, team"],
        ["~ up", "incident-call",
            "decides, system",
            "decides, team"],
        ["~ up", "priorities",
            "recommends, team",
            "decides, team"],
        ["~ up", "vendor-or-tool",
            "recommends, team",
            "decides, team"],
        ["~ up", "hiring",
            "consulted, team",
            "recommends, team"],
        ["~ up", "budget",
            "consulted, team",
            "recommends, team"],
        ["~ up", "risk-exception",
            "recommends, system",
            "recommends, team"],
        ["~ up", "customer-commitment",
            "consulted, system",
            "recommends, team"],
        ["~ up", "policy-or-control",
            "recommends, system",
            "decides, team"],
    ]),
    (Part::Moves, "1 of 7 destinations changed, 3 new, 3 no longer listed; the base leads here (promotion); adds Staff Payment Systems Engineer, Lead Commerce Platform Engineer and 1 more; without Senior Commerce Platform Engineer and Payments Security Engineer", &[
        ["-", "payment-systems-engineer/lead",
            "promotion: Bring colleagues' flows through a peak season on rules that you wrote, and settle one month-end dispute with finance for the whole team.",
            "-"],
        ["-", "commerce-platform-engineer/senior",
            "lateral: Checkout and order state reuse the same failure thinking; learn promotions and tax.",
            "-"],
        ["-", "Payments Security Engineer",
            "specialise: Card boundary, key custody and token vaults all day; needs cryptography beyond what an assessment asks.",
            "-"],
        ["~", "Engineering Manager, Payments",
            "to management: Stop owning a flow. Take on six people, their reviews, hiring and a rota you no longer carry.",
            "to management: Give the design approvals to a successor; take pay, performance and the head count, with the same counterparts."],
        ["+", "payment-systems-engineer/staff",
            "-",
            "promotion: Solve one problem that sits in three teams and belongs to none, such as two ledgers or a private charge path, without their manager behind you."],
        ["+", "commerce-platform-engineer/lead",
            "-",
            "lateral: Team practice carries over whole; learn merchandising peaks, tax engines and a checkout judged on conversion."],
        ["+", "Payments Solution Architect",
            "-",
            "specialise: Leave team delivery for designs with large merchants and acquirers; needs a taste for contracts and presentations."],
    ]),
];

fn has(cell: &Cell) -> String {
    let Some(value) = &cell.value else { return "-".to_owned() };
    let facts = value.facts().map(|facts| facts.to_string());
    let prose = value.prose().map(ToString::to_string);
    facts.into_iter().chain(prose).collect::<Vec<_>>().join(": ")
}

fn sign(cell: &Cell) -> String {
    match (cell.change, cell.trend) {
        (Change::Changed, trend) if trend != Trend::Level => format!("~ {}", trend.word()),
        (change, _) => change.sign().to_owned(),
    }
}

#[test]
fn senior_and_lead_payment_systems_engineer_as_compared_by_hand() {
    let catalog = Catalog::embedded().unwrap();
    let roles = ids(&["payment-systems-engineer/senior", "payment-systems-engineer/lead"]);
    let comparison = compare(&catalog, &roles, 0);
    assert_eq!(comparison.sections.len(), WRITTEN.len() + 1, "answers are looked at below");
    for (section, (part, verdict, rows)) in comparison.sections.iter().zip(WRITTEN) {
        assert_eq!((section.part, section.verdicts[0].text.as_str()), (part, verdict));
        let found: Vec<[String; 4]> = section
            .rows
            .iter()
            .map(|row| [sign(&row.cells[1]), row.key.to_string(), has(&row.cells[0]), has(&row.cells[1])])
            .collect();
        assert_eq!(found, rows, "{part:?}");
    }
}

#[test]
fn each_question_of_the_bank_is_judged_by_the_lines_of_the_two_levels() {
    let catalog = Catalog::embedded().unwrap();
    let roles = ids(&["payment-systems-engineer/senior", "payment-systems-engineer/lead"]);
    let comparison = compare(&catalog, &roles, 0);
    let section = section(&comparison, Part::Answers);
    let bank = catalog.bank(&"payment-systems-engineer".parse().unwrap()).unwrap();
    assert_eq!((section.rows.len(), bank.questions.len()), (6, 6));
    for (row, question) in section.rows.iter().zip(&bank.questions) {
        assert_eq!((row.key.as_str(), &row.label), (question.id.as_str(), &question.title));
        let lines = ["senior", "lead"].map(|level| question.line(level).unwrap().to_string());
        assert_eq!([has(&row.cells[0]), has(&row.cells[1])], lines);
        assert_eq!(row.cells[1].change, Change::Changed);
    }
    assert_eq!(&*section.verdicts[0].text, "all 6 questions judged by another line");
}
