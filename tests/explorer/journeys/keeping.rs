//! Bookmarks, notes, tags and marks, and taking all of it back.

use rungs::store::Pin;
use rungs::tui::effect::{Effect, Rescue};
use rungs::tui::rehearsal::Disk;

use crate::explorer::reader::Reader;

fn note_of(reader: &Reader, role: &str) -> Option<String> {
    Some(reader.bookmark(role)?.note()?.raw.to_string())
}

fn tags_of(reader: &Reader, role: &str) -> Vec<String> {
    reader.bookmark(role).expect("a bookmark").tags().iter().map(|tag| tag.raw.to_string()).collect()
}

#[test]
fn a_bookmark_is_made_undone_and_made_again() {
    let reader = Reader::new().types("ljb").sees("Bookmarked Payments Engineer.").sees("1 bookmarked");
    assert!(reader.keeps("payments/mid"));
    let reader = reader.types("u").sees("Bookmark on Payments Engineer removed.").does_not_see("1 bookmarked");
    assert!(!reader.keeps("payments/mid"));
    let reader =
        reader.types("U").sees("Bookmark on Payments Engineer is back.").types("U").sees("Nothing to do again.");
    assert!(reader.keeps("payments/mid"));
}

#[test]
fn nothing_is_called_done_before_the_disk_says_so() {
    let reader = Reader::new().with_disk(Disk::Slow).types("ljb").sees("Saving").does_not_see("Bookmarked");
    // It counts all the same, and holds up no key.
    let reader = reader.sees("1 bookmarked").types("jk").sees("Saving").does_not_see("Bookmarked");
    reader.with_disk(Disk::Prompt).types("j").sees("Bookmarked Payments Engineer.").does_not_see("Saving");
}

#[test]
fn what_was_undone_while_it_was_saved_is_told_in_order() {
    let reader = Reader::new().with_disk(Disk::Slow).types("ljbu").does_not_see("removed");
    let reader = reader.with_disk(Disk::Prompt).types("j").sees("Bookmark on Payments Engineer removed.").types("gm");
    let screen = reader.screen();
    let told = |text: &str| screen.find(text).expect(text);
    assert!(told("Bookmark on Payments Engineer removed.") < told("Bookmarked Payments Engineer."), "newest first");
}

#[test]
fn what_could_not_be_saved_stays_said_and_can_be_saved_again() {
    let reader = Reader::new().with_disk(Disk::Full).types("ljb").sees("the disk is full").does_not_see("Bookmarked");
    let reader = reader.types("j").sees("NOT SAVED: 1 change: w w saves again, w y copies, w f writes a file.");
    let reader = reader.types("w").sees("w  save again").sees("y  copy").sees("f  write");
    let reader = reader.types("w").sees("the disk is full").types("b").types("k").sees("NOT SAVED: 2 changes:");
    let reader = reader.with_disk(Disk::Prompt).types("ww").sees("Bookmarked Senior Payments Engineer.");
    reader.types("j").does_not_see("NOT SAVED").types("ww").sees("There is no change that could not be saved.");
}

#[test]
fn the_next_change_takes_along_what_could_not_be_saved() {
    let reader = Reader::new().with_disk(Disk::Full).types("ljbj").sees("NOT SAVED: 1 change:").with_disk(Disk::Prompt);
    reader.types("b").does_not_see("NOT SAVED").types("j").does_not_see("NOT SAVED").does_not_see("Saving");
}

#[test]
fn what_could_not_be_saved_can_be_copied_or_written_elsewhere() {
    let reader = Reader::new().types("wywf").sees("There is no change that could not be saved.");
    assert_eq!(reader.world.performed, []);
    let reader = reader.with_disk(Disk::Full).types("bwywf");
    let asked: Vec<&Effect> = reader.world.performed.iter().skip(1).collect();
    assert_eq!(asked, [&Effect::Rescue(Rescue::Clipboard), &Effect::Rescue(Rescue::File)]);
}

#[test]
fn b_again_takes_the_bookmark_away() {
    assert!(!Reader::new().types("bb").sees("removed. u to undo").keeps("payments/junior"));
}

#[test]
fn a_note_comes_back_from_the_editor_and_keeps_the_role_bookmarked() {
    let reader = Reader::new().with_editor("ask Mara").types("le").sees("Note kept.");
    assert_eq!(note_of(&reader, "payments/junior").as_deref(), Some("ask Mara"));
    // One key takes all of it back: the note, and the bookmark that was made for it.
    let reader = reader.types("B").sees("ask Mara").sees("1 with notes").types("u").does_not_see("ask Mara");
    assert!(!reader.keeps("payments/junior"));
    assert_eq!(note_of(&reader.types("U"), "payments/junior").as_deref(), Some("ask Mara"));
}

#[test]
fn the_editor_gets_the_note_there_is() {
    let reader = Reader::new().keeping_with("payments/junior", &[], "ask Mara").with_editor("ask Mara").types("e");
    let reader = reader.sees("The note is as it was.");
    assert!(matches!(&reader.world.performed[..], [Effect::EditNote(draft)] if draft.text == "ask Mara"));
}

#[test]
fn blanks_are_no_note_and_no_reason_for_a_bookmark() {
    assert!(!Reader::new().with_editor(" \n\n").types("e").keeps("payments/junior"));
    let reader = Reader::new().keeping_with("payments/junior", &[], "ask Mara").with_editor("\n").types("e");
    assert_eq!(note_of(&reader.sees("Note emptied."), "payments/junior"), None);
}

#[test]
fn without_an_editor_the_note_stays_and_it_is_said() {
    let reader = Reader::new().keeping_with("payments/junior", &[], "ask Mara").types("e").sees("There is no editor");
    assert_eq!(note_of(&reader, "payments/junior").as_deref(), Some("ask Mara"));
}

#[test]
fn tags_are_typed_and_undone() {
    let reader = Reader::new().keeping(&["payments/mid"]).types("Bttarget, 2027 target<enter>").sees("Tags kept.");
    assert_eq!(tags_of(&reader, "payments/mid"), ["target", "2027"]);
    let reader = reader.sees("target 2027").types("t<ctrl-u>later<esc>").sees("target 2027").types("u");
    assert!(tags_of(&reader, "payments/mid").is_empty());
}

#[test]
fn bookmarks_are_filtered_by_role_tag_and_note() {
    let reader = || Reader::new().keeping_with("payments/mid", &["target"], "ask Mara").keeping(&["support/senior"]);
    reader().types("B/mara").sees("> Payments Engineer").sees("1/2").does_not_see("Senior Support");
    reader().types("B/target").sees("> Payments Engineer").does_not_see("Senior Support");
    reader().types("B/supp").sees("> Senior Support").does_not_see("Payments Engineer");
    reader().types("B/supp<enter><esc>").sees("Payments Engineer").sees("> Senior Support");
}

#[test]
fn a_bookmark_opens_its_role_and_the_way_back_is_known() {
    let reader = Reader::new().keeping(&["support/senior"]).types("B<enter>").reads("support/senior");
    reader.does_not_see("newest first").types("H").reads("payments/junior");
}

#[test]
fn a_bookmark_taken_away_in_the_list_comes_back_with_tags_and_note() {
    let reader = Reader::new().keeping_with("payments/mid", &["target"], "ask Mara").types("Bx").sees("none yet");
    reader.types("u").sees("target").sees("ask Mara");
}

#[test]
fn a_bookmark_of_a_role_that_is_gone_is_listed_and_kept() {
    let reader = Reader::new().keeping_with("treasury/lead", &["dream"], "ask Mara").types("B");
    let reader = reader.sees("treasury/lead (not in this catalog)").sees("1 missing").sees("ask Mara");
    let reader = reader
        .types("<enter>")
        .sees("treasury/lead is not in this catalog.")
        .sees("newest first")
        .types("Ttnext<enter>");
    assert_eq!(tags_of(&reader, "treasury/lead"), ["dreamnext"]);
    assert!(reader.types("q").keeps("treasury/lead"));
}

#[test]
fn four_roles_are_marked_and_a_fifth_is_refused() {
    let reader = Reader::new().types("l j j j ").sees("(4 of 4)").types("j ").sees("four are the most");
    assert_eq!(reader.model.browse.marks.len(), 4);
    let reader = reader.types("C").sees("Marks cleared.").does_not_see("4 marked").types("u").sees("4 marked");
    assert_eq!(reader.model.browse.marks.len(), 4);
}

#[test]
fn space_again_takes_a_mark_away_and_the_others_count_anew() {
    Reader::new()
        .types("l j k ")
        .sees("Mark on Junior Payments Engineer removed.")
        .sees("Payments Engineer           1");
}

#[test]
fn undoing_everything_leaves_things_as_they_were() {
    let reader = Reader::new().keeping_with("payments/mid", &["target"], "ask Mara").with_editor("something else");
    let before = format!("{:?}", (note_of(&reader, "payments/mid"), tags_of(&reader, "payments/mid")));
    let reader = reader.types("ljb b e  jbBt x<enter>jbq").types(&"u".repeat(20)).sees("Nothing to undo.");
    assert_eq!(before, format!("{:?}", (note_of(&reader, "payments/mid"), tags_of(&reader, "payments/mid"))));
    assert_eq!(reader.model.bookmarks.len(), 1);
    assert!(reader.model.browse.marks.is_empty());
}

#[test]
fn what_fails_is_said_and_stays_among_the_messages() {
    let reader = Reader::new().hears("The disk is full.").sees("The disk is full.").types("j").does_not_see("The disk");
    reader.types("gm").sees("The disk is full.").types("<esc>").does_not_see("The disk");
}

#[test]
fn a_note_written_once_is_there_again_whether_bookmarked_or_not() {
    let reader = Reader::new().keeping_with("payments/junior", &[], "Ask Mara.").with_editor("Ask Mara.");
    let reader = reader.types("lb").does_not_see("1 bookmarked").types("e").sees("The note is as it was.");
    reader.types("b").sees("1 bookmarked").types("B").sees("Ask Mara.");
}

#[test]
fn messages_scroll_to_what_was_said_before() {
    let reader = Reader::sized(120, 36).types("lbjbjb").types("gm");
    let reader = reader.sees("Bookmarked Senior Payments Engineer").types("jj");
    reader.does_not_see("Bookmarked Senior Payments Engineer").sees("Bookmarked Junior Payments Engineer");
}

#[test]
fn a_role_is_held_and_another_wanted_and_both_are_undone() {
    let pinned = |reader: &Reader, pin: Pin| reader.model.bookmarks.pinned(pin).map(ToString::to_string);
    let reader = Reader::new().types("ljgh").sees("You are here: Payments Engineer. u to undo.");
    let reader =
        reader.types("jgw").sees("You want this: Senior Payments Engineer.").sees("h w = you are here, want this");
    assert_eq!(pinned(&reader, Pin::Here).as_deref(), Some("payments/mid"));
    assert_eq!(pinned(&reader, Pin::Want).as_deref(), Some("payments/senior"));
    // Another role takes the pin; the one before has it again when that is undone.
    let reader = reader.types("jgw").sees("You want this: Staff").types("u").sees("You want this: Senior");
    let reader = reader.types("uu").does_not_see("h w =");
    assert_eq!((pinned(&reader, Pin::Here), pinned(&reader, Pin::Want)), (None, None));
    let reader = reader.types("UUkgw").sees("is no longer what you want. u to undo.");
    assert_eq!((pinned(&reader, Pin::Here).as_deref(), pinned(&reader, Pin::Want)), (Some("payments/mid"), None));
    assert!(reader.model.bookmarks.is_empty(), "a pin is no bookmark");
}

#[test]
fn roles_side_by_side_are_bookmarked_and_open_from_the_list() {
    let reader = Reader::new().types("ljjcb").sees("Bookmarked Senior Payments Engineer + Staff Payments Engineer.");
    let reader = reader.sees("Compare 2 *").types("u").does_not_see("Compare 2 *").types("U").sees("Compare 2 *");
    let reader = reader.types("qjB").sees("> Senior Payments Engineer + Staff Pay").sees("1 saved");
    let reader = reader.types("<enter>").compares(&["payments/senior", "payments/staff"], 2).types("<esc>");
    let reader = reader.types("c").compares(&["payments/senior", "payments/staff"], 2).types("b").sees("removed. u to");
    reader.types("q").sees("none yet");
}

#[test]
fn a_bookmarked_set_has_tags_and_a_note_and_is_found_by_them() {
    let reader = Reader::new().keeping(&["support/mid", "payments/mid+payments/staff"]).with_editor("for March");
    let reader = reader
        .types("B")
        .sees("> Payments Engineer + Staff Payments Engi~")
        .sees("│ Payments Engineer + Staff")
        .types("e")
        .sees("for March");
    let reader = reader.types("tpromotion<enter>").sees("promotion").types(" ").sees("These are several roles");
    reader.types("/march").sees("1/2").types("<ctrl-u>staff").sees("1/2").sees("> Payments Engineer + Staff");
}

#[test]
fn a_set_opens_without_the_roles_that_are_gone() {
    let reader = Reader::new().keeping(&["payments/mid+treasury/lead+support/mid"]).types("B");
    let reader = reader.sees("1 missing").sees("+ treasury/lead +").types("<enter>");
    let reader = reader.compares(&["payments/mid", "support/mid"], 2).sees("Without treasury/lead");
    drop(reader);
    let reader = Reader::new().keeping(&["payments/mid+treasury/lead"]).types("B<enter>");
    reader.sees("Too little to compare: treasury/lead is not in this catalog. The bookmark is kept.").sees("1 missing");
}
