//! What somebody says of themselves: nothing said is written over, and neither order nor repetition matters.

use jiff::Timestamp;
use proptest::prelude::*;
use rungs::domain::gap::{Item, Kind, Rating};
use rungs::store::{Bookmarks, Change, Entry, EntryId, Journal, Pin, Practice, Record, Remark, Stamp, Stamper};

use super::nook::{Nook, add, append, fold, role, subject};

fn item(number: usize) -> Item {
    match number {
        0 => Item::Skill { skill: "idempotency".parse().unwrap() },
        1 => Item::Thread { role: role(1), thread: "ledger".parse().unwrap() },
        _ => Item::Decision { role: role(1), topic: "hiring".parse().unwrap() },
    }
}

fn rating(number: usize, figure: u8) -> Option<Rating> {
    Rating::figure(item(number).kind(), figure % if number == 0 { 6 } else { 3 })
}

fn id(number: usize) -> EntryId {
    format!("w-{number}").as_str().into()
}

fn any_remark(kind: u8, of: usize, figure: Option<u8>, word: &str, other: usize) -> Remark {
    match kind {
        0..3 => Remark::Rating { item: item(of), value: figure.and_then(|figure| rating(of, figure)) },
        3..5 => {
            let on = figure.map(|figure| jiff::civil::date(2026, 1, i8::try_from(figure).unwrap() + 1));
            Remark::Evidence { item: item(of), text: word.to_owned(), on }
        }
        5 => Remark::Restore { of: id(other) },
        _ => Remark::Withdraw { of: id(other) },
    }
}

fn entry(number: usize, at: i64, record: Remark) -> Entry<Remark> {
    Entry { stamp: Stamp { at: Timestamp::from_millisecond(at).unwrap(), id: id(number) }, record }
}

prop_compose! {
    fn remarks()(drawn in prop::collection::vec(
        (0_u8..7, 0_usize..3, prop::option::of(0_u8..6), "[ab ]{0,4}", 0_usize..20, 0_i64..8), 0..20,
    )) -> Vec<Entry<Remark>> {
        drawn.iter().enumerate()
            .map(|(number, (kind, of, figure, word, other, at))| {
                entry(number, *at, any_remark(*kind, *of, *figure, word, *other))
            })
            .collect()
    }
}

/// What counts of each item.
fn seen(practice: &Practice) -> Vec<String> {
    (0..3).map(|number| format!("{:?}", practice.account(&item(number)))).collect()
}

proptest! {
    #[test]
    fn neither_order_nor_repetition_matters(
        (entries, shuffled) in remarks().prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle())),
        again in 0_usize..20,
    ) {
        let once: Practice = entries.iter().collect();
        prop_assert_eq!(&once, &shuffled.iter().collect::<Practice>());
        prop_assert_eq!(&once, &entries.iter().chain(shuffled.iter().take(again)).collect::<Practice>());
    }

    #[test]
    fn a_damaged_copy_under_the_same_id_leaves_the_outcome_independent_of_order(
        mut entries in remarks(), kinds in (0_u8..7, 0_u8..7), word in "[ab]{1,3}", of in 0_usize..3,
    ) {
        entries.push(entry(0, 9, any_remark(kinds.0, of, Some(1), &word, 3)));
        entries.push(entry(0, 9, any_remark(kinds.1, of, Some(2), "ab", 3)));
        prop_assert_eq!(entries.iter().collect::<Practice>(), entries.iter().rev().collect::<Practice>());
    }

    #[test]
    fn every_rating_is_kept_in_its_time_and_the_last_one_counts(figures in prop::collection::vec(0_u8..6, 1..20)) {
        let mut stamper = Stamper::new();
        let mut practice = Practice::default();
        for figure in &figures {
            let stamp = stamper.stamp(Timestamp::UNIX_EPOCH);
            practice.apply(&Entry { stamp, record: Remark::Rating { item: item(0), value: rating(0, *figure) } });
        }
        let account = practice.account(&item(0));
        let kept: Vec<_> = account.ratings.iter().map(|rated| rated.rating).collect();
        prop_assert_eq!(kept, figures.iter().map(|figure| rating(0, *figure)).collect::<Vec<_>>());
        prop_assert_eq!(account.rating(), rating(0, figures[figures.len() - 1]));
        prop_assert!(account.ratings.is_sorted_by_key(|rated| rated.at));
    }

    #[test]
    fn the_inverse_undoes_and_its_inverse_does_again(entries in remarks(), of in 0_usize..3, kind in 0_u8..5, word in "[abc]{1,4}") {
        let mut practice: Practice = entries.iter().collect();
        let mut stamper = Stamper::new();
        let mut stamped = |record| Entry { stamp: stamper.stamp(Timestamp::now()), record };
        let before = seen(&practice);
        let done = stamped(any_remark(kind, of, Some(2), &word, 0));
        practice.apply(&done);
        let after = seen(&practice);
        let undone = stamped(Remark::inverse(&done));
        practice.apply(&undone);
        prop_assert_eq!(seen(&practice), before);
        practice.apply(&stamped(Remark::inverse(&undone)));
        prop_assert_eq!(seen(&practice), after);
    }

    #[test]
    fn a_remark_is_written_and_read_without_loss(
        text in any::<String>(), of in 0_usize..3, figure in prop::option::of(0_u8..6), kind in 0_u8..7,
    ) {
        let nook = Nook::new();
        let mut journal: Journal<Remark> = Journal::new(Some(nook.join("practice.jsonl")));
        let written = [journal.entry(any_remark(kind, of, figure, &text, 7))];
        journal.append(&written).unwrap();
        prop_assert_eq!(journal.read().unwrap().entries, written);
    }
}

#[test]
fn evidence_stands_by_its_day_and_goes_by_its_id() {
    let evidence = |number, at, text: &str, on: Option<jiff::civil::Date>| {
        entry(number, at, Remark::Evidence { item: item(0), text: text.to_owned(), on })
    };
    let day = |year| Some(jiff::civil::date(year, 5, 1));
    let entries =
        [evidence(1, 1, "later", day(2026)), evidence(2, 2, "earlier", day(1960)), evidence(3, 3, "\u{1b}[2J", None)];
    let mut practice: Practice = entries.iter().collect();
    let texts = |practice: &Practice| -> Vec<String> {
        practice.account(&item(0)).evidence.iter().map(|evidence| evidence.text.to_string()).collect()
    };
    assert_eq!(texts(&practice), ["earlier", "^[[2J", "later"]);
    let (first, _) = practice.evidence(&item(0)).swap_remove(0);
    practice.apply(&entry(4, 4, Remark::Withdraw { of: first }));
    assert_eq!(texts(&practice), ["^[[2J", "later"]);
}

#[test]
fn what_is_not_known_is_kept_and_passed_over() {
    let nook = Nook::new();
    let path = nook.join("practice.jsonl");
    let journal = r#"{"t":"review","q":"payments/senior/timeouts","rating":3}
{"t":"rating","skill":"idempotency","value":3}
{"t":"rating","skill":"idempotency","value":6}
{"t":"rating","skill":"idempotency","value":"alone"}
{"t":"rating","skill":"idempotency"}
{"t":"rating","role":"payments/r1","thread":"ledger","value":2}
{"t":"rating","thread":"ledger","value":"alone"}
{"t":"rating","v":2,"skill":"idempotency","value":1}
{"t":"evidence","skill":"idempotency","text":"x","on":"yesterday"}
"#;
    std::fs::write(&path, journal).unwrap();
    let mut opened: Journal<Remark> = Journal::new(Some(path.clone()));
    let reading = opened.read().unwrap();
    assert_eq!((reading.entries.len(), reading.findings.unknown, reading.findings.unreadable), (1, 8, 0));
    let entry = opened.entry(Remark::Rating { item: item(0), value: rating(0, 4) });
    opened.append(&[entry]).unwrap();
    assert!(std::fs::read_to_string(&path).unwrap().starts_with(journal), "all lines are still there");
    assert_eq!(Practice::from_iter(&opened.read().unwrap().entries).account(&item(0)).ratings.len(), 2);
}

#[test]
fn the_lines_are_as_documented() {
    let line = |remark: Remark| serde_json::to_string(&remark).unwrap();
    assert_eq!(line(any_remark(0, 0, Some(3), "", 0)), r#"{"t":"rating","skill":"idempotency","value":3}"#);
    assert_eq!(
        line(any_remark(0, 1, Some(1), "", 0)),
        r#"{"t":"rating","role":"payments/r1","thread":"ledger","value":"with-support"}"#
    );
    assert_eq!(
        line(any_remark(0, 2, None, "", 0)),
        r#"{"t":"rating","role":"payments/r1","topic":"hiring","value":null}"#
    );
    assert_eq!(
        line(any_remark(3, 0, Some(4), "x", 0)),
        r#"{"t":"evidence","skill":"idempotency","text":"x","on":"2026-01-05"}"#
    );
    assert_eq!(line(Remark::Withdraw { of: id(3) }), r#"{"t":"withdraw","of":"w-3"}"#);
    assert!(Remark::read("rating", r#"{"skill":"a","topic":"b","role":"c/d","value":1}"#).is_none(), "one item only");
    assert_eq!(Kind::ALL.map(Kind::word), ["skill", "thread", "decision"]);
}

#[test]
fn a_pin_is_on_one_role_at_a_time_and_undone_to_the_one_before() {
    let pin = |number| Change::Pin { of: subject(number), pin: Pin::Want };
    let nook = Nook::new();
    let mut journal = nook.journal();
    append(&mut journal, add(1));
    append(&mut journal, pin(1));
    let bookmarks = fold(&nook.read());
    assert_eq!((bookmarks.pinned(Pin::Want), bookmarks.pinned(Pin::Here)), (Some(&role(1)), None));
    assert!(bookmarks.contains(&role(1)) && bookmarks.len() == 1);

    let second = journal.entry(pin(2));
    let undo = bookmarks.inverse(&second);
    let mut after = bookmarks.clone();
    after.apply(&second);
    assert!(after.has_pin(&role(2), Pin::Want) && !after.has_pin(&role(1), Pin::Want));
    assert_eq!(after.len(), 1, "a pin is no bookmark");
    assert_eq!(undo, pin(1));
    let undone = journal.entry(undo);
    let redo = after.inverse(&undone);
    after.apply(&undone);
    assert!(after.has_pin(&role(1), Pin::Want));
    assert_eq!(redo, pin(2));

    // The first pin of all is undone to none.
    let mut none = Bookmarks::default();
    let first = journal.entry(pin(1));
    let undo = none.inverse(&first);
    none.apply(&first);
    none.apply(&journal.entry(undo));
    assert_eq!(none.pinned(Pin::Want), None);
    // And so it is read again.
    append(&mut journal, Change::Unpin { of: subject(1), pin: Pin::Want });
    assert_eq!(fold(&nook.read()).pinned(Pin::Want), None);
}

#[test]
fn of_two_judgements_under_one_id_the_greater_counts_whichever_came_first() {
    let said = |figure| entry(1, 1, Remark::Rating { item: item(0), value: rating(0, figure) });
    for figures in [[1, 4], [4, 1]] {
        let practice: Practice = figures.map(said).iter().collect();
        let ratings: Vec<_> = practice.account(&item(0)).ratings.iter().map(|rated| rated.rating).collect();
        assert_eq!(ratings, [rating(0, 4)]);
    }
}
