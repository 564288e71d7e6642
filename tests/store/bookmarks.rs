//! The fold: what entries come to does not depend on how they got here, and nothing anybody wrote is lost.

use jiff::Timestamp;
use proptest::prelude::*;
use rungs::store::{Bookmarks, Change, Entry, EntryId, Stamp, Stamper};

use super::nook::{Nook, add, append, fold, journal, role, subject};

/// Few subjects and few moments, so that changes meet.
const SUBJECTS: usize = 3;
/// A moment after all others here, and after today.
const LATER: i64 = 99_999_999_999_999;

fn entry(number: usize, at: i64, record: Change) -> Entry<Change> {
    let at = Timestamp::from_millisecond(at).unwrap();
    Entry { stamp: Stamp { at, id: id(number) }, record }
}

fn id(number: usize) -> EntryId {
    format!("w-{number}").as_str().into()
}

fn any_change(of: usize, kind: u8, word: &str, bases: &[usize]) -> Change {
    let of = subject(of);
    match kind {
        0 => Change::Add { of },
        1 => Change::Remove { of },
        2 => Change::Tags { of, tags: word.split(' ').map(str::to_owned).collect() },
        _ => Change::Note { of, text: word.to_owned(), base: bases.iter().map(|base| id(*base)).collect() },
    }
}

prop_compose! {
    fn changes()(drawn in prop::collection::vec(
        (0..SUBJECTS, 0_u8..6, "[ab ]{0,4}", prop::collection::vec(0_usize..20, 0..3), 0_i64..8),
        0..20,
    )) -> Vec<Entry<Change>> {
        drawn.iter().enumerate()
            .map(|(number, (of, kind, word, bases, at))| entry(number, *at, any_change(*of, *kind, word, bases)))
            .collect()
    }
}

/// What a reader sees of each subject, also what shows again when it is added again.
fn seen(bookmarks: &Bookmarks) -> Vec<(bool, Vec<String>, Option<String>)> {
    let mut all = bookmarks.clone();
    (0..SUBJECTS).for_each(|of| all.apply(&entry(1000, LATER, add(of))));
    let seen = |of| {
        let bookmark = all.get(&role(of)).unwrap();
        let tags = bookmark.tags().iter().map(|tag| tag.raw.to_string()).filter(|tag| !tag.is_empty()).collect();
        (bookmarks.contains(&role(of)), tags, bookmark.note().map(|note| note.raw.to_string()))
    };
    (0..SUBJECTS).map(seen).collect()
}

/// All words that can be got at: notes and conflict copies.
fn texts(bookmarks: &Bookmarks) -> Vec<String> {
    let mut all = bookmarks.clone();
    (0..SUBJECTS).for_each(|of| all.apply(&entry(1000, LATER, add(of))));
    let notes = all.iter().flat_map(|bookmark| bookmark.conflicts().into_iter().chain(bookmark.note()));
    notes.map(|note| note.raw.to_string()).filter(|text| !text.trim().is_empty()).collect()
}

proptest! {
    #[test]
    fn the_order_of_entries_does_not_matter(
        (entries, shuffled) in changes().prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle())),
    ) {
        prop_assert_eq!(entries.iter().collect::<Bookmarks>(), shuffled.iter().collect::<Bookmarks>());
    }

    #[test]
    fn entries_that_come_again_do_not_matter(
        (entries, again) in changes().prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle())),
        count in 0_usize..20,
    ) {
        let once: Bookmarks = entries.iter().collect();
        let twice: Bookmarks = entries.iter().chain(again.iter().take(count)).collect();
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn a_damaged_copy_under_the_same_id_leaves_the_outcome_independent_of_order(
        mut entries in changes(), word in "[ab]{1,3}", of in 0..SUBJECTS, kinds in (0_u8..4, 0_u8..4),
    ) {
        // The latest of all, or it would not matter.
        entries.push(entry(0, 9, any_change(of, kinds.0, &word, &[])));
        entries.push(entry(0, 9, any_change(of, kinds.1, "ab", &[])));
        let forwards: Bookmarks = entries.iter().collect();
        let backwards: Bookmarks = entries.iter().rev().collect();
        prop_assert_eq!(forwards, backwards);
    }

    #[test]
    fn the_inverse_undoes_and_its_inverse_does_again(
        entries in changes(), of in 0..SUBJECTS, kind in 0_u8..5, word in "[abc]{0,4}", merge in any::<bool>(),
    ) {
        let mut bookmarks: Bookmarks = entries.iter().collect();
        let mut stamper = Stamper::new();
        let mut stamped = |record| Entry { stamp: stamper.stamp(Timestamp::now()), record };
        let subject = subject(of);
        let base = if merge { bookmarks.note_base_with_conflicts(&subject) } else { bookmarks.note_base(&subject) };
        let merges = base.len() > 1;
        let change = match any_change(of, kind, &word, &[]) {
            Change::Note { of, text, .. } => Change::Note { of, text, base },
            other => other,
        };
        let before = (seen(&bookmarks), texts(&bookmarks));

        let done = stamped(change);
        let undo = bookmarks.inverse(&done);
        bookmarks.apply(&done);
        let after = seen(&bookmarks);
        let undone = stamped(undo);
        let redo = bookmarks.inverse(&undone);
        bookmarks.apply(&undone);
        prop_assert_eq!(seen(&bookmarks), before.0);
        if merges && kind > 2 {
            let kept = word.is_empty() || texts(&bookmarks).contains(&word);
            prop_assert!(kept, "the merged text is a conflict copy now");
        } else {
            for text in before.1 {
                prop_assert!(texts(&bookmarks).contains(&text), "{} is lost", text);
            }
        }
        bookmarks.apply(&stamped(redo));
        prop_assert_eq!(seen(&bookmarks), after);
    }

    #[test]
    fn a_change_is_written_and_read_without_loss(word in any::<String>(), tags in prop::collection::vec(any::<String>(), 0..4)) {
        let nook = Nook::new();
        let mut journal = nook.journal();
        let written = [
            journal.entry(Change::Tags { of: subject(1), tags }),
            journal.entry(Change::Note { of: subject(1), text: word, base: vec![id(1), id(2)] }),
        ];
        journal.append(&written).unwrap();
        prop_assert_eq!(nook.read().entries, written);
    }
}

#[test]
fn the_bookmark_added_last_comes_first() {
    let entries =
        [entry(1, 10, add(1)), entry(2, 30, add(2)), entry(3, 20, add(3)), entry(4, 40, any_change(3, 2, "x", &[]))];
    let bookmarks: Bookmarks = entries.iter().collect();
    let order: Vec<_> = bookmarks.iter().map(|bookmark| bookmark.of().clone()).collect();
    assert_eq!(order, [subject(2), subject(3), subject(1)]);
    assert_eq!(bookmarks.len(), 3);
    assert_eq!(bookmarks.get(&role(3)).unwrap().added(), Timestamp::from_millisecond(20).ok());
}

#[test]
fn removing_a_bookmark_keeps_tags_and_note_for_the_next_time() {
    let mut bookmarks: Bookmarks = [
        entry(1, 1, add(1)),
        entry(2, 2, any_change(1, 2, "target soon", &[])),
        entry(3, 3, any_change(1, 4, "why", &[])),
    ]
    .iter()
    .collect();
    bookmarks.apply(&entry(4, 4, Change::Remove { of: subject(1) }));
    assert!(bookmarks.is_empty() && bookmarks.get(&role(1)).is_none());
    assert_eq!(bookmarks.note_base(&subject(1)), [id(3)], "a note can be edited without a bookmark");
    bookmarks.apply(&entry(5, 5, add(1)));
    assert!(!bookmarks.is_empty());
    let bookmark = bookmarks.get(&role(1)).unwrap();
    assert_eq!(bookmark.tags().iter().map(|tag| &*tag.raw).collect::<Vec<_>>(), ["target", "soon"]);
    assert_eq!(bookmark.note().map(|note| &*note.raw), Some("why"));
}

#[test]
fn what_is_written_is_kept_raw_and_shown_safely() {
    let nook = Nook::new();
    let raw = "one\r\n\u{1b}[2Jtwo\u{202e}\tx\u{0}";
    let mut journal = nook.journal();
    append(&mut journal, add(1));
    append(&mut journal, Change::Note { of: subject(1), text: raw.to_owned(), base: vec![] });
    append(&mut journal, Change::Tags { of: subject(1), tags: vec!["a\nb".to_owned()] });
    let bookmarks = fold(&nook.read());
    let bookmark = bookmarks.get(&role(1)).unwrap();
    let note = bookmark.note().unwrap();
    assert_eq!(&*note.raw, raw);
    assert_eq!(note.shown, "one\n^[[2Jtwo\u{fffd} x^@");
    assert_eq!((&*bookmark.tags()[0].raw, bookmark.tags()[0].shown.as_str()), ("a\nb", "a b"));
}

#[test]
fn two_edits_of_one_note_are_both_there_until_a_third_takes_them_in() {
    for round in 0..100 {
        let nook = Nook::new();
        let (mut here, mut there) = (journal(&nook.file()), journal(&nook.file()));
        let first = append(&mut here, any_change(1, 4, "first", &[]));
        append(&mut here, add(1));
        let base = vec![first.stamp.id];
        let texts = [format!("here {round}"), format!("there {round}")];
        let edit = |text: &String, base: &Vec<EntryId>| Change::Note {
            of: subject(1),
            text: text.clone(),
            base: base.clone(),
        };
        append(&mut here, edit(&texts[0], &base));
        append(&mut there, edit(&texts[1], &base));

        let bookmarks = fold(&nook.read());
        let bookmark = bookmarks.get(&role(1)).unwrap();
        let mut found: Vec<_> =
            bookmark.conflicts().into_iter().chain(bookmark.note()).map(|note| note.raw.to_string()).collect();
        found.sort();
        assert_eq!(found, texts, "and not the text both began from");

        here.read().unwrap();
        let both = bookmarks.note_base_with_conflicts(&subject(1));
        append(&mut here, edit(&texts.join(" and "), &both));
        let bookmarks = fold(&nook.read());
        let bookmark = bookmarks.get(&role(1)).unwrap();
        assert_eq!(bookmark.conflicts(), Vec::<&rungs::store::Note>::new());
        assert_eq!(bookmark.note().map(|note| note.raw.to_string()), Some(texts.join(" and ")));
    }
    println!("figure: 100 of 100");
}

#[test]
fn an_undone_note_does_not_come_back_as_a_conflict_copy() {
    let mut bookmarks: Bookmarks = [entry(1, 1, add(1)), entry(2, 2, any_change(1, 4, "old", &[]))].iter().collect();
    let edit = entry(3, 3, any_change(1, 4, "new", &[2]));
    let undo = bookmarks.inverse(&edit);
    bookmarks.apply(&edit);
    bookmarks.apply(&entry(4, 4, undo));
    let bookmark = bookmarks.get(&role(1)).unwrap();
    assert_eq!(bookmark.note().map(|note| &*note.raw), Some("old"));
    assert!(bookmark.conflicts().is_empty());
}

#[test]
fn of_two_notes_under_one_id_the_greater_counts_whichever_came_first() {
    for words in [["a", "b"], ["b", "a"]] {
        let notes = words.map(|word| entry(2, 2, any_change(1, 4, word, &[])));
        let bookmarks: Bookmarks = [&entry(1, 1, add(1))].into_iter().chain(&notes).collect();
        let bookmark = bookmarks.get(&role(1)).unwrap();
        assert_eq!(bookmark.note().map(|note| &*note.raw), Some("b"));
        assert!(bookmark.conflicts().is_empty(), "no text of its own");
    }
}

#[test]
fn an_edit_that_takes_in_everything_is_based_on_each_note_once() {
    let mut bookmarks: Bookmarks = [entry(2, 9, any_change(1, 4, "latest", &[]))].iter().collect();
    assert_eq!(bookmarks.note_base_with_conflicts(&subject(1)), [id(2)]);
    // Built upon the latest by a writer whose clock is behind.
    bookmarks.apply(&entry(3, 5, any_change(1, 4, "behind", &[2])));
    assert_eq!(bookmarks.note_base_with_conflicts(&subject(1)), [id(3), id(2)]);
}

#[test]
fn notes_that_name_each_other_as_their_base_still_show() {
    let entries =
        [entry(1, 1, add(1)), entry(2, 2, any_change(1, 4, "a", &[3])), entry(3, 3, any_change(1, 4, "b", &[2]))];
    let bookmarks: Bookmarks = entries.iter().collect();
    assert_eq!(bookmarks.get(&role(1)).unwrap().note().map(|note| &*note.raw), Some("b"));
}

#[test]
fn reading_again_keeps_a_change_that_is_not_saved_yet() {
    let nook = Nook::new();
    nook.add([1]);
    let mut bookmarks = fold(&nook.read());
    bookmarks.apply(&entry(9, 9, add(2)));
    nook.add([3]);
    bookmarks.extend(&nook.read().entries);
    assert!([1, 2, 3].iter().all(|number| bookmarks.contains(&role(*number))));
}
