//! Questions to the embedded catalog and what they find.

use rungs::catalog::Catalog;
use rungs::domain::story::{Heading, Story};
use rungs::search::{Answer, Complaint, Field, Hit, Index, Kept, Kind, Matching, Shown, Spot, Target};
use rungs::store::{Bookmarks, Change, Entry, EntryId, Stamp};

fn index() -> Index {
    Index::of(&Catalog::embedded().unwrap())
}

fn ask(index: &Index, typed: &str) -> Answer {
    index.answer(&index.query(typed, Matching::Fuzzy))
}

fn first<'a>(index: &'a Index, answer: &Answer) -> Shown<'a> {
    index.show(answer, answer.hits.first().unwrap_or_else(|| panic!("nothing found for {:?}", answer.query)))
}

fn ids(index: &Index, answer: &Answer) -> Vec<String> {
    answer.hits.iter().map(|hit| index.head(answer, hit).target.id().to_owned()).collect()
}

#[test]
fn a_hit_says_what_it_is_where_the_word_stands_and_which_letters_match() {
    let index = index();
    let answer = ask(&index, "level:senior reconciliation role:");
    let shown = first(&index, &answer);
    assert_eq!((shown.head.kind, shown.head.target.id()), (Kind::Role, "payment-systems-engineer/senior"));
    assert_eq!((shown.line.field, shown.line.text), (Field::Skill, "Reconciliation"));
    assert_eq!(shown.line.letters, (0..14).collect::<Vec<_>>());
    assert_eq!(shown.line.spot, Some(&Spot::Skill("reconciliation".parse().unwrap())));
    assert_eq!(shown.head.under, Some("Payment Systems Engineer"));
    assert!(shown.more > 0);
}

#[test]
fn words_may_stand_in_different_fields_of_a_role() {
    let index = index();
    let answer = ask(&index, "reconciliation senior");
    assert_eq!(first(&index, &answer).head.target.id(), "payment-systems-engineer/senior");
    assert_eq!(ids(&index, &answer), ids(&index, &ask(&index, "senior reconciliation")));
}

#[test]
fn facets_alone_list_the_roles_that_have_them() {
    let catalog = Catalog::embedded().unwrap();
    let index = Index::of(&catalog);
    let staff = ask(&index, "level:staff");
    let wanted = catalog.rungs().filter(|(_, rung)| rung.level.as_str() == "staff").count();
    assert_eq!(staff.hits.len(), wanted);
    let answer = ask(&index, "skill:observability proficiency>=4 weight:core");
    for hit in &answer.hits {
        let Target::Role(id) = index.head(&answer, hit).target else { panic!("not a role") };
        let skills = &catalog.role(id).unwrap().skills;
        let used = skills.iter().find(|used| used.skill.as_str() == "observability").unwrap();
        assert!(used.proficiency.value() >= 4 && used.weight.word() == "core", "{id}");
    }
    assert!(ask(&index, "level:staff !level:staff").hits.is_empty());
    assert_eq!(ids(&index, &ask(&index, "level>=staff family:payment")).len(), 2);
}

#[test]
fn a_facet_beside_another_takes_nothing_away_until_it_is_typed() {
    let index = index();
    let found = |typed: &str| ids(&index, &ask(&index, typed));
    for begun in ["skill:", "kpi:", "family:", "s", "skill"] {
        let is_word = !begun.ends_with(':');
        assert_eq!(found(&format!("level:staff {begun}")) == found("level:staff"), !is_word, "{begun}");
    }
    assert!(found("skill: kpi: recon").iter().all(|id| id.starts_with("reconcil")), "alone they are kinds");
}

#[test]
fn what_nobody_understands_is_said_with_what_was_meant() {
    let index = index();
    let said = |typed| index.query(typed, Matching::Fuzzy).complaints().iter().map(Complaint::line).collect::<Vec<_>>();
    assert_eq!(said("level:staf"), ["`level:staf`: no such level; staff?"]);
    assert_eq!(said("famly:web"), ["`famly:web`: nothing is called famly; family?"]);
    assert_eq!(said("weight:heavy"), ["`weight:heavy`: a weight is useful, important or core"]);
    assert_eq!(said("level:"), ["`level:`: what level? such as level:senior"]);
    assert_eq!(said("10:30 https://x level:L5 level>=IC4 !bookmarked"), Vec::<String>::new());
}

#[test]
fn a_wrong_letter_is_forgiven_when_nothing_else_is_found_and_said() {
    let index = index();
    let answer = ask(&index, "idempotancy");
    assert_eq!(answer.near, [("idempotancy".to_owned(), "idempotency".to_owned())]);
    assert_eq!(first(&index, &answer).head.target.id(), "idempotency");
    let answer = ask(&index, "zzyzx");
    assert!(answer.hits.is_empty() && answer.near.is_empty());
}

#[test]
fn what_answers_a_question_is_not_found() {
    let catalog = Catalog::embedded().unwrap();
    let index = Index::of(&catalog);
    let family = "payment-systems-engineer".parse().unwrap();
    let question = &catalog.bank(&family).unwrap().questions[0];
    assert_eq!(ask(&index, &format!("\"{}\"", question.prompt)).hits.len(), 1);
    let hidden = question.signals.iter().map(|it| &it.text).chain(question.levels.iter().map(|(_, line)| line));
    let hidden = hidden.chain(question.red_flags.iter().map(|it| &it.text));
    let hidden = hidden.chain(question.follow_ups.iter().flat_map(|it| [&it.ask, &it.listen_for]));
    for text in hidden {
        assert!(ask(&index, &format!("\"{text}\"")).hits.is_empty(), "{text}");
    }
}

fn kept(changes: &[Change]) -> Bookmarks {
    let entry = |(number, change): (usize, &Change)| Entry {
        stamp: Stamp { at: "2026-05-01T09:00:00Z".parse().unwrap(), id: EntryId::from(format!("a-{number}").as_str()) },
        record: change.clone(),
    };
    changes.iter().enumerate().map(entry).collect::<Vec<_>>().iter().collect()
}

#[test]
fn tags_notes_and_stories_are_found_and_bookmarked_is_a_facet() {
    let of: rungs::store::Subject = "web-engineer/staff".parse().unwrap();
    let bookmarks = kept(&[
        Change::Add { of: of.clone() },
        Change::Tags { of: of.clone(), tags: vec!["plan-b".to_owned()] },
        Change::Note { of, text: "Ask Nadia\nabout the quokka budget".to_owned(), base: Vec::new() },
    ]);
    let mut parts: [rungs::text::SafeText; Heading::ALL.len()] = Default::default();
    parts[Heading::Action as usize] = "Moved the wombat ledger over a weekend".into();
    let story = Story {
        slug: "two-ledgers".parse().unwrap(),
        title: "Two ledgers, one night".into(),
        when: None,
        probes: vec!["skill:reconciliation".into()],
        metric: None,
        stakes: None,
        strength: None,
        failure: false,
        retired: false,
        parts,
    };
    let index = index().with(Kept { bookmarks: &bookmarks, stories: &[story] });
    let found = |typed: &str| {
        let answer = ask(&index, typed);
        let shown = first(&index, &answer);
        (shown.head.kind, shown.head.target.id().to_owned(), shown.line.text.to_owned(), answer.hits.len())
    };
    assert_eq!(found("plan-b"), (Kind::Bookmark, "web-engineer/staff".into(), "plan-b".into(), 1));
    assert_eq!(found("quokka"), (Kind::Note, "web-engineer/staff".into(), "about the quokka budget".into(), 1));
    assert_eq!(found("wombat").0, Kind::Story);
    assert_eq!(found("story: skill:reconciliation").1, "two-ledgers");
    assert_eq!(found("bookmarked"), (Kind::Role, "web-engineer/staff".into(), "Staff Web Engineer".into(), 1));
}

#[test]
fn keys_and_values_are_completed_where_the_cursor_is() {
    let index = index();
    let texts = |typed: &str, cursor| {
        let completion = index.complete(typed, cursor);
        let texts = completion.candidates.into_iter().map(|candidate| candidate.text).collect::<Vec<_>>();
        (completion.replaced, texts)
    };
    assert_eq!(texts("ledger lev", 10), (7..10, vec!["level:".to_owned()]));
    assert_eq!(texts("level:st ledger", 8), (0..8, vec!["level:staff".to_owned()]));
    assert_eq!(texts("!weight:c", 9), (0..9, vec!["!weight:core".to_owned()]));
    assert_eq!(texts("proficiency>=4", 14), (0..14, vec!["proficiency>=4".to_owned()]));
    assert!(texts("", 0).1.contains(&"family:".to_owned()));
    assert_eq!(texts("skill:idem", 10).1, ["skill:idempotency"]);
}

#[test]
fn a_preview_has_every_line_that_matched() {
    let index = index();
    let answer = ask(&index, "senior reconciliation");
    let hit: &Hit = answer.hits.first().unwrap();
    let lines: Vec<_> = index.matched(&answer, hit).collect();
    assert!(lines.iter().all(|line| !line.letters.is_empty()));
    assert!(lines.iter().any(|line| line.field == Field::Skill) && lines.iter().any(|line| line.field == Field::Title));
}

#[test]
fn a_thread_answers_the_latest_question_with_the_same() {
    let mut seeker = rungs::search::Seeker::start(index).unwrap();
    for typed in ["r", "re", "rec", "reconciliation"] {
        seeker.ask(typed, Matching::Fuzzy);
    }
    let sought = loop {
        if let Some(sought) = seeker.answer() {
            break sought;
        }
        std::thread::yield_now();
    };
    assert!(!seeker.is_busy());
    assert_eq!(sought.typed, "reconciliation");
    let index = index();
    assert_eq!(ids(&sought.index, &sought.answer), ids(&index, &ask(&index, "reconciliation")));
}

#[test]
fn letters_that_were_scattered_before_count_as_unknown_again() {
    let index = index();
    ask(&index, "paysyseng");
    let typed = "paysyseng reconcilation";
    let (known, fresh) = (ask(&index, typed), ask(&self::index(), typed));
    assert!(!fresh.hits.is_empty());
    assert_eq!((known.hits, known.near), (fresh.hits, fresh.near));
}
