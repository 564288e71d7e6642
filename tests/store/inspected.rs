//! What is said of each line of a journal to somebody who asks; asking leaves no trace.

use std::fs;

use rungs::store::{Change, Fault, Inspection, Journal, LONGEST_RECORD, What, inspect, lines};

use super::nook::{Nook, add, note};

#[test]
fn each_line_of_a_journal_is_told_for_what_it_is() {
    let nook = Nook::new();
    let mut journal = nook.journal();
    let sound = lines(&[journal.entry(add(1)), journal.entry(note(1, "kept"))]).unwrap();
    let altered = lines(&[journal.entry(add(2))]).unwrap().replace("payments/r2", "payments/r3");
    let written = [
        "\u{feff}",
        &sound,
        " \r\n",
        r#"{"t":"bookmark.add","of":"payments/r4"}"#,
        "\nnot json\n",
        &altered,
        r#"{"v":2,"t":"bookmark.add","of":"payments/r5","min_reader":3}"#,
        "\n",
        r#"{"v":1,"t":"\u001b[2J","min_reader":2}"#,
        "\n",
        r#"{"v":1,"t":"bookmark.add","of":7}"#,
        "\n{}\n",
        &"x".repeat(LONGEST_RECORD + 9),
        "\n{\"v\":1,\"t\":\"bookm",
    ];
    nook.write(written.concat());
    let before = nook.bytes();
    let Inspection { lines, kinds, faults, min_reader } = inspect::<Change>(&nook.file()).unwrap();
    assert_eq!((lines, min_reader), (11, Some(3)));
    let kinds: Vec<_> = kinds.iter().map(|(kind, count)| (&**kind, *count)).collect();
    assert_eq!(kinds, [("bookmark.add", 3), ("bookmark.note", 1)]);
    let of = |line, what| Fault { line, what };
    let unknown = |kind: &str| What::Unknown(kind.into());
    let told = [
        of(5, What::Unreadable),
        of(6, What::Altered),
        of(7, What::Newer(2)),
        of(8, unknown("^[[2J")),
        of(9, unknown("bookmark.add")),
        of(10, unknown("")),
        of(11, What::TooLong),
        of(12, What::Torn),
    ];
    assert_eq!(faults, told);
    let words: Vec<_> = faults.iter().map(|fault| (fault.what.word(), fault.what.is_loss())).collect();
    let kept = ["altered", "newer", "unknown", "unknown", "unknown"].map(|word| (word, false));
    assert_eq!(words[0], ("unreadable", true));
    assert_eq!(words[1..6], kept);
    assert_eq!(words[6..], [("too-long", true), ("torn", true)]);
    assert_eq!(nook.bytes(), before);
    assert_eq!(nook.names(), ["bookmarks.jsonl"], "nothing is copied aside");
}

#[test]
fn a_journal_that_is_not_there_has_no_lines_and_a_folder_is_no_journal() {
    let nook = Nook::new();
    assert_eq!(inspect::<Change>(&nook.file()).unwrap(), Inspection::default());
    assert!(nook.names().is_empty());
    fs::create_dir(nook.file()).unwrap();
    assert!(inspect::<Change>(&nook.file()).unwrap_err().to_string().contains("bookmarks.jsonl"));
}

#[test]
fn whoever_only_looks_sees_everything_and_leaves_no_trace() {
    let nook = Nook::new();
    let kept = nook.add([1, 2]);
    nook.write([&nook.bytes()[..], b"no record\n"].concat());
    let before = nook.names();
    let journal = nook.journal();
    assert_eq!(journal.path(), Some(&*nook.file()));
    let reading = journal.look().unwrap();
    assert_eq!((reading.entries, reading.findings.unreadable), (kept, 1));
    assert_eq!(reading.findings.quarantine, None);
    assert_eq!(nook.names(), before, "nothing is copied aside");
    assert!(journal.changed_elsewhere(), "nothing is remembered of what was seen");
    let nowhere = Journal::<Change>::new(None);
    assert_eq!((nowhere.path(), nowhere.look().unwrap().entries.len()), (None, 0));
    fs::remove_file(nook.file()).unwrap();
    fs::create_dir(nook.file()).unwrap();
    assert!(nook.journal().look().is_err());
}
