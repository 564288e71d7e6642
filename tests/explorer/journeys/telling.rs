//! Stories: written from the result of an answer, picked as the one that was told, looked through, recalled.

use rungs::domain::story::StorySlug;
use rungs::tui::effect::Effect;
use rungs::tui::keymap::{Context, Keymap};
use rungs::tui::stories::StoryFile;

use crate::explorer::reader::Reader;
use crate::explorer::storied::{at_result, file, storied};

/// The stories of the answers that stand, in their order.
fn told(reader: &Reader) -> Vec<Option<&str>> {
    let practice = reader.model.practice.as_ref().expect("practice is read");
    practice.log().into_iter().map(|(_, review)| review.story.as_deref()).collect()
}

/// What a new story began with, the last time one was asked for.
fn begun(reader: &Reader) -> &str {
    let edits = reader.world.performed.iter().rev().filter_map(|effect| match effect {
        Effect::EditStory(draft) => Some(&draft.file),
        _ => None,
    });
    let mut new = edits.filter_map(|file| match file {
        StoryFile::New { text, .. } => Some(text.as_str()),
        _ => None,
    });
    new.next().expect("a new story was asked for")
}

#[test]
fn the_story_that_was_told_goes_with_the_answer_and_one_key_takes_it_back() {
    let reader = at_result(storied(120, 36));
    assert_eq!(told(&reader), [None]);
    let reader =
        reader.types("lcent<enter>").sees("story: The missing cent").sees("NOT YET").does_not_see("write the story");
    assert_eq!(told(&reader), [Some("missing-cent")]);
    let reader = reader.sees("with its story").types("u").sees("write the story now");
    assert_eq!(told(&reader), [None]);
    let reader = reader.types("U").sees("story: The missing cent");
    assert_eq!(told(&reader), [Some("missing-cent")]);
    // Another verdict keeps the story, and another story the verdict.
    let reader = reader.types("o3").sees("AT LEVEL").sees("story: The missing cent");
    let reader = reader.types("ltwo ledgers<enter>").sees("AT LEVEL").sees("story: Two ledgers, one night");
    assert_eq!(told(&reader), [Some("two-ledgers")]);
    // Undone altogether and kept again, the answer still has it.
    let reader = reader.types("uuuu").sees("Signals").types("U").sees("NOT YET");
    assert_eq!(told(&reader), [None]);
}

#[test]
fn an_answer_that_is_judged_again_keeps_its_story() {
    let reader = at_result(storied(120, 36)).types("lcent<enter><enter>").comes_again(0);
    let reader = reader.types("pu").sees("MUST").types("y<enter>S").sees("story: missing-cent");
    assert_eq!(told(&reader), [Some("missing-cent")]);
    // Saying the weakest signal once more tells it no second time.
    let reader = reader.types("ry");
    assert_eq!(told(&reader), [Some("missing-cent"), None]);
}

#[test]
fn a_question_about_something_done_that_did_not_do_offers_the_key_that_writes_the_story() {
    let row = Keymap::default().bindings(Context::Result).find(|row| row.keys == ["l"]).expect("a row");
    let offer = format!("{} (l)", row.help);
    assert!(offer.starts_with("write the story now"), "{offer}");
    let reader = at_result(storied(120, 36)).sees(&offer).types("o3").does_not_see(&offer);
    // A case is answered by no story.
    reader.types("p").types("<enter>");
    let reader = storied(120, 36).types("p<enter><enter>vsaid<enter>1<enter>S").sees("NOT YET");
    reader.does_not_see(&offer);
}

#[test]
fn a_story_is_written_from_the_result_and_is_the_one_that_was_told() {
    let reader = at_result(Reader::interviewed(120, 36)).with_editor("{}I said no to the fee.\n");
    let reader =
        reader.types("l").sees("write a new one").types("<enter>").sees("story: The fee that nobody had agreed to");
    assert_eq!(told(&reader), [Some("the-fee-that-nobody-had-agreed-to")]);
    let begun = begun(&reader);
    assert!(begun.contains("title = \"The fee that nobody had agreed to\""), "{begun}");
    assert!(begun.contains("probes = [\"thread:flows\", \"skill:ledgers\"]"), "{begun}");
    assert!(begun.contains("# skill:idempotency  Idempotency"), "{begun}");
    let reader = reader.types("u").sees("write the story now").types("l").sees("The fee that nobody had agreed to");
    assert_eq!(told(&reader), [None]);
    reader.types("<esc>").sees("NOT YET");
}

#[test]
fn nothing_written_and_something_broken_tell_nothing() {
    let reader = at_result(Reader::interviewed(120, 36)).with_editor("{}").types("l<enter>");
    assert_eq!((told(&reader), reader.world.stories.len()), (vec![None], 0));
    let reader = reader.sees("Nothing was written, and no story is kept.").with_editor("+++\ntitle = x\n+++\n");
    let reader = reader.types("l<enter>").sees("the-fee-that-nobody-had-agreed-to.md, line 2:").sees("NOT YET");
    assert_eq!(told(&reader), [None]);
    // Put right from the picker, it is the one that was told.
    let reader =
        reader.with_editor("+++\ntitle = \"The fee\"\n+++\n").types("l").sees("! the-fee-that").types("<down><enter>");
    assert_eq!(told(&reader.sees("story: The fee")), [Some("the-fee-that-nobody-had-agreed-to")]);
}

#[test]
fn the_picker_says_how_often_each_was_told_and_what_was_told_can_be_none_after_all() {
    let reader = at_result(storied(140, 36)).types("lcent<enter>l").sees("5/5, told once, 2026-05-01");
    let reader = reader.sees("* Two ledgers").sees("retired").types("<up>");
    let reader = reader.types("<up>").types("<up>");
    let reader = reader.sees("none after all").types("<esc>lnone").does_not_see("none after all").types("<esc><esc>");
    let reader = reader.types("l<pgup><down><enter>").sees("write the story now");
    assert_eq!(told(&reader), [None]);
}

#[test]
fn the_same_story_twice_in_a_mock_interview_is_said_in_its_debrief() {
    let mut reader = storied(120, 36).types("p<enter>M1<enter>");
    for next in ["QUESTION 2", "MUST"] {
        reader = reader.types("vsaid<enter>3");
        while !reader.screen().contains(next) {
            reader = reader.types("<enter>");
        }
    }
    let reader = reader.types("<enter>").sees("Result").types("lcent<enter>").sees("story: The missing cent");
    let reader = reader.types("<enter><enter>").sees("Result").types("l").sees("told once").types("<esc>");
    let reader = reader.types("lcent<enter>").sees("told 2 times so far").types("<enter>").sees("DEBRIEF");
    assert_eq!(told(&reader), [Some("missing-cent"), Some("missing-cent")]);
    let reader = reader.sees("story: The missing cent").sees("THE SAME STORY");
    let reader = reader.sees("The missing cent: told 2 times in this interview");
    // And undone, it was told once.
    let reader = reader.types("u").sees("Result").does_not_see("story: ");
    assert_eq!(told(&reader), [Some("missing-cent"), None]);
}

#[test]
fn the_bank_says_what_no_story_shows_and_writes_one_for_it() {
    let reader = storied(120, 50).types("gs").sees("Stories for Senior Payments Engineer");
    let reader =
        reader.sees("- no story for Reconciliation breaks; Mentoring").sees("broken.md, line 3: unknown field");
    let reader =
        reader.stands_on("1 An audit").types("}").stands_on("! broken").types("}").stands_on("no story for Recon");
    let reader = reader.types("<enter>").sees("asked: A settlement file that must not be late").types("<enter>");
    let reader = reader.does_not_see("asked:").with_editor("{}Two breaks, found by hand.\n").types("n");
    let reader = reader.sees("Story kept: Reconciliation breaks.").stands_on("7 Reconciliation breaks");
    assert!(begun(&reader).contains("probes = [\"kpi:reconciliation-breaks\"]"));
    let reader = reader.sees("10 stories").sees("- no story for Mentoring").types("<esc>").sees("2 Levels");
    reader.types("gs").sees("10 stories").types("gs").sees("2 Levels");
}

#[test]
fn a_story_is_read_and_edited_and_comes_back_to_its_place() {
    let reader =
        storied(120, 36).types("gsjjj<enter>").sees("It ended well: The missing cent.").sees("(nothing written yet)");
    let reader = reader.sees("metric: 212 of 212, in 4 hours").with_editor(&file("The cent", "", 2, "")).types("e");
    let reader = reader.sees("It ended well: The cent.").sees("2/5").does_not_see("212 of 212");
    let reader = reader.types("q").stands_on("4 The cent").types("e").types("<esc>").stays();
    let edited: Vec<_> =
        reader.world.performed.iter().filter(|effect| matches!(effect, Effect::EditStory(_))).collect();
    let slug: StorySlug = "missing-cent".parse().expect("a slug");
    assert!(edited.iter().all(|effect| format!("{effect:?}").contains(&format!("Kept({slug:?})"))), "{edited:?}");
    // What names nothing of the catalog is said there.
    storied(120, 36).types("gsjjjj<enter>").sees("`skill:teaching-nobody-knows` is not in this catalog");
}

#[test]
fn a_broken_file_is_put_right_from_the_bank() {
    let reader =
        storied(120, 50).types("gs}").stands_on("! broken.md").types("<enter>").sees("e opens it in your editor");
    let reader = reader.with_editor(&file("Mended", "\"skill:mentoring\"", 3, "")).types("e");
    reader.sees("Story kept: Mended.").does_not_see("NO STORIES AS").does_not_see("no story for Mentoring");
}

#[test]
fn what_is_written_elsewhere_shows_when_the_bank_opens() {
    let reader = storied(120, 50).types("gs").sees("9 stories").types("<esc>");
    let reader = reader.with_story("another.md", &file("Another", "\"skill:mentoring\"", 5, ""));
    reader.types("gs").sees("10 stories, 6 of strength 4 or 5").does_not_see("no story for Mentoring");
}

#[test]
fn the_role_is_the_one_that_is_practised_else_the_one_that_is_wanted() {
    let reader = storied(120, 36).types("gs").sees("for Senior Payments Engineer").types("<esc>");
    let reader = reader.types("gwkgs").sees("for Senior Payments Engineer").types("<esc>");
    reader.types("p<enter>gs").sees("for Senior Payments Engineer").types("<esc>").sees("MINUTES");
}

#[test]
fn recalling_needs_eight_stories_and_says_how_many_there_are() {
    let reader = Reader::interviewed(120, 36).with_story("one.md", &file("One", "", 3, "")).types("gsR");
    let reader = reader.sees("Recalling needs 8 stories that you tell, and there is 1: n writes one.").types("<esc>");
    let reader = reader.sees("2 Levels").types("p<enter>R").sees("there is 1").types("<esc>").sees("MINUTES");
    // Of ten files one is broken and one story retired: nine are left.
    storied(120, 36)
        .types("gsR")
        .sees("The fee that nobody had agreed to")
        .sees("0:00 / 0:10")
        .does_not_see("What I tell no more");
    drop(reader);
}

#[test]
fn a_title_meets_a_story_and_at_the_end_it_says_which_met_none() {
    let reader = storied(120, 36).types("p<enter>R").waits(4).sees("0:04 / 0:10").does_not_see("It ended well");
    let reader =
        reader.types("jjj<enter>").sees("The missing cent (after 4 s)").sees("It ended well: The missing cent.");
    let reader = reader.sees("It shows Payment flows; Double-entry ledgers, which is probed here.");
    let reader = reader.types("<enter>").waits(12).sees("0:12 / 0:10").types("jjj<enter>").sees("(after 12 s, late)");
    let reader = reader.types("<enter>S").sees("No story came to mind.").types("<enter>");
    let reader = reader.sees("2 of 3 titles met a story, 1 within 10 seconds").sees("picked 2 times: The missing cent");
    let reader = reader.with_editor("{}x").types("n").sees("Story kept:");
    assert!(begun(&reader).contains("probes = ["), "{}", begun(&reader));
    // Nothing of it is kept as practice, and it closes back to the plan.
    let reader = reader.types("<enter>").sees("MINUTES");
    assert!(told(&reader).is_empty());
}

#[test]
fn practice_that_was_begun_waits_whatever_lies_over_it() {
    let reader = storied(120, 36).types("p<enter>+++gsgpgs").sees("Stories for").types("p").sees("30 MINUTES");
    reader.types("gsp").sees("30 MINUTES").types("gpgsgpp").sees("30 MINUTES").types("<esc>").sees("2 Levels");
}
