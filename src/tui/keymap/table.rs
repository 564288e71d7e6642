//! The rows of the key table, in the order that hints and help show them.

use super::Binding;
use super::Context::{
    self, Ask, Bookmarks, Compare, Detail, Drill, Drilled, Evidence, Families, Field, FollowUp, Further, Gap, Grid,
    Help, Interview, Judge, Ladder, Lengths, Levels, Line, Map, Messages, Near, OnceMore, Pick, Plan, Predict,
    Progress, Result, Reveal, Start, Summary, Tags, WarmUp, Writing,
};
use crate::domain::gap::Support;
use crate::domain::practice::{Length, Prediction, Tick, Verdict};
use crate::export::Format;
use crate::store::Pin;
use crate::tui::action::{Aim, Motion, Pane, Verb, Way};
use crate::tui::effect::Rescue;
use crate::tui::export::Form;

const EVERYWHERE: &[Context] = &[
    Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Progress, Start, Plan, Lengths, WarmUp,
    Interview, Further, Drill, Drilled, Ask, Predict, Reveal, FollowUp, Result, Judge, OnceMore, Summary, Messages,
];
const PRACTICE: &[Context] = &[
    Start, Plan, Lengths, WarmUp, Interview, Further, Drill, Drilled, Ask, Predict, Reveal, FollowUp, Result, Judge,
    OnceMore, Summary,
];
const BROWSE: &[Context] = &[Families, Levels, Detail];
const LISTS: &[Context] = &[Families, Levels, Bookmarks];
const ROLES: &[Context] = &[Families, Levels, Detail, Bookmarks, Ladder, Grid, Map, Near];
const PRACTISED: &[Context] = &[Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Progress];
// Not while a question is on: its time goes on.
const LOOKING_BACK: &[Context] =
    &[Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Progress, Start, Plan, Summary];
const LADDERED: &[Context] = &[Families, Levels, Detail, Bookmarks, Compare, Map, Near];
const SECTIONS: &[Context] = &[Detail, Compare];
const SECTIONED: &[Context] = &[Detail, Compare, Gap, Progress];
const PAGES: &[Context] = &[Families, Levels, Detail, Compare, Progress];
const VISITED: &[Context] = &[Families, Levels, Detail, Compare, Ladder, Grid, Map, Near];
const SCREENS: &[Context] = &[Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Progress];
const DOCUMENTS: &[Context] = &[Compare, Gap, Ladder, Grid];
const STAYING: &[Context] = &[
    Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Progress, Start, Plan, Lengths, WarmUp,
    Interview, Further, Drill, Drilled, Ask, Predict, Reveal, FollowUp, Result, Judge, OnceMore, Summary,
];
const FIELDS: &[Context] = &[Field, Help, Pick];

const fn row(
    verb: Verb,
    contexts: &'static [Context],
    keys: &'static [&'static str],
    hint: Option<&'static str>,
    help: &'static str,
) -> Binding {
    Binding { verb, contexts, keys, hint, help }
}

/// Every key there is.
pub const TABLE: &[Binding] = &[
    row(Verb::Help, EVERYWHERE, &["?", ":", "f1"], Some("help"), "all keys; type to search them, enter runs one"),
    row(
        Verb::Open,
        &[Families, Levels],
        &["l", "enter", "right"],
        Some("open"),
        "into the next pane, or to the role people come from or go to",
    ),
    row(Verb::Open, &[Bookmarks], &["enter", "l", "right"], Some("open"), "open the role, or the roles side by side"),
    row(Verb::Open, &[Detail], &["enter", "l", "right"], Some("open"), "fold a heading, or go to the role of a move"),
    row(Verb::Open, &[Compare], &["enter"], Some("open"), "fold a heading, follow a move, or read the column's role"),
    row(Verb::Open, &[Ladder], &["enter"], Some("open"), "open the role on the rung; H comes back"),
    row(
        Verb::Item(Way::Next),
        &[Ladder],
        &["n", "l", "right"],
        Some("next"),
        "the next skill, thread, KPI, axis or decision",
    ),
    row(
        Verb::Item(Way::Previous),
        &[Ladder],
        &["N", "h", "left"],
        None,
        "the skill, thread, KPI, axis or decision before",
    ),
    row(Verb::Open, &[Grid], &["enter"], Some("follow"), "this skill on every rung"),
    row(Verb::Open, &[Map, Near], &["enter"], Some("open"), "open the role in the explorer"),
    row(Verb::Column(Way::Next), &[Grid, Map], &["l", "right"], Some("rung"), "to the next rung up"),
    row(Verb::Column(Way::Previous), &[Grid, Map], &["h", "left"], None, "to the next rung down"),
    row(Verb::Face, &[Ladder, Grid], &["v", "tab"], Some("turn"), "the skills by rung, or one thing on every rung"),
    row(Verb::Differences, &[Compare], &["d"], Some("differences"), "only the rows that differ, or all"),
    row(Verb::Column(Way::Next), &[Compare], &["l", "right", "tab"], Some("column"), "next column; they page"),
    row(Verb::Column(Way::Previous), &[Compare], &["h", "left", "shift-tab"], None, "column before"),
    row(Verb::Base(0), &[Compare], &["1"], Some("base"), "judge the others against column 1"),
    row(Verb::Base(1), &[Compare], &["2"], None, "judge the others against column 2"),
    row(Verb::Base(2), &[Compare], &["3"], None, "judge the others against column 3"),
    row(Verb::Base(3), &[Compare], &["4"], None, "judge the others against column 4"),
    row(Verb::Rung(Way::Next), &[Compare], &["n", "+"], Some("next"), "the next rung up in this column"),
    row(Verb::Rung(Way::Previous), &[Compare], &["N", "-"], None, "the next rung down in this column"),
    row(Verb::AddColumn, &[Compare], &["a"], Some("add"), "add a column: pick any role"),
    row(Verb::RemoveColumn, &[Compare], &["x"], Some("remove"), "take this column away"),
    row(Verb::Shift(Way::Previous), &[Compare], &["<"], None, "move this column to the left"),
    row(Verb::Shift(Way::Next), &[Compare], &[">"], None, "move this column to the right"),
    row(Verb::Rate(0), &[Gap], &["0"], Some("rate"), "rate a skill 0: none; work or a decision: no"),
    row(Verb::Rate(1), &[Gap], &["1"], None, "rate a skill 1: aware; work or a decision: with support"),
    row(Verb::Rate(2), &[Gap], &["2"], None, "rate a skill 2: assisted; work or a decision: alone"),
    row(Verb::Rate(3), &[Gap], &["3"], None, "rate a skill 3: independent"),
    row(Verb::Rate(4), &[Gap], &["4"], None, "rate a skill 4: advanced"),
    row(Verb::Rate(5), &[Gap], &["5"], None, "rate a skill 5: expert"),
    row(Verb::Support(Support::No), &[Gap], &["n"], Some("no"), "rate work or a decision: no, not yet"),
    row(Verb::Support(Support::WithSupport), &[Gap], &["s"], Some("support"), "rate work or a decision: with support"),
    row(Verb::Support(Support::Alone), &[Gap], &["a"], Some("alone"), "rate work or a decision: alone"),
    row(Verb::Unrate, &[Gap], &["-", "backspace"], None, "not known any more; earlier ratings stay"),
    row(Verb::Evidence, &[Gap], &["e"], Some("evidence"), "note what shows it: a line, a day such as 2026-05-01 first"),
    row(Verb::Withdraw, &[Gap], &["x"], None, "take the evidence noted last away"),
    row(Verb::Differences, &[Gap], &["d"], Some("unmet"), "hide what is met and sort anew, or show all"),
    row(Verb::Open, &[Gap], &["enter"], Some("read"), "read the role"),
    row(Verb::Open, &[Start], &["enter"], Some("plan"), "make a plan for the minutes there are"),
    row(Verb::Open, &[Plan], &["enter"], Some("begin"), "begin with the first question"),
    row(Verb::Minutes(Way::Next), &[Plan], &["+", "="], Some("more"), "five minutes more, or another question"),
    row(Verb::Minutes(Way::Previous), &[Plan], &["-"], None, "five minutes less"),
    row(Verb::Swap, &[Plan], &["x"], Some("swap"), "another question in the place of this one"),
    row(
        Verb::Mock,
        &[Plan, Summary],
        &["M"],
        Some("mock"),
        "rehearse an interview; nothing is revealed before its end",
    ),
    row(
        Verb::Drill,
        &[Plan, Summary],
        &["D"],
        Some("drill"),
        "say the signals that your last answers missed, 90 seconds each",
    ),
    row(Verb::Open, &[Drill], &["enter"], Some("show"), "show what was missing"),
    row(Verb::Open, &[Lengths], &["enter"], Some("begin"), "begin the one under the cursor"),
    row(Verb::Sit(Length::Short), &[Lengths], &["1"], Some("20 min"), "twenty minutes, two questions"),
    row(Verb::Sit(Length::Usual), &[Lengths], &["2"], Some("45 min"), "45 minutes, four questions"),
    row(Verb::Sit(Length::Long), &[Lengths], &["3"], Some("60 min"), "an hour, five questions"),
    row(Verb::Open, &[WarmUp], &["enter"], Some("go on"), "go on to the first question"),
    row(Verb::Open, &[Further], &["enter"], Some("go on"), "go on; what to listen for shows at the end"),
    row(
        Verb::Editor,
        &[Ask, Interview, Predict],
        &["e"],
        Some("editor"),
        "answer in your editor; the file stays yours",
    ),
    row(Verb::TypeHere, &[Ask, Interview, Predict], &["i"], Some("type"), "answer by typing here; tab is done"),
    row(Verb::Aloud, &[Ask, Interview], &["v"], Some("aloud"), "answer aloud, and say in a line what you said"),
    row(Verb::Open, &[Ask, Interview], &["enter"], Some("answer"), "take what is written as the answer"),
    row(Verb::Scaffold, &[Ask], &["h"], Some("hint"), "what belongs in such an answer, or hide it"),
    row(Verb::Predict(Prediction::NotYet), &[Predict], &["1"], Some("not yet"), "it will not do yet"),
    row(Verb::Predict(Prediction::Close), &[Predict], &["2"], Some("close"), "it will come close"),
    row(Verb::Predict(Prediction::AtLevel), &[Predict], &["3"], Some("at level"), "it will be at level"),
    row(Verb::Open, &[Predict], &["enter"], None, "reveal without a prediction"),
    row(
        Verb::Tick(Tick::Hit),
        &[Reveal, OnceMore, Drilled],
        &["y"],
        Some("there"),
        "it was there; of a red flag: it was heard",
    ),
    row(Verb::Tick(Tick::Part), &[Reveal, OnceMore, Drilled], &["p"], Some("part"), "it was there in part"),
    row(Verb::Tick(Tick::Missed), &[Reveal, OnceMore, Drilled], &["n"], Some("missed"), "it was missed"),
    row(Verb::Open, &[Reveal], &["enter"], Some("go on"), "go on; what is not ticked was missed"),
    row(Verb::NextPane, &[Reveal], &["tab"], Some("turn"), "signals, answer, levels"),
    row(Verb::PreviousPane, &[Reveal], &["shift-tab"], None, "levels, answer, signals"),
    row(Verb::Open, &[FollowUp], &["enter"], Some("go on"), "what to listen for, then the next"),
    row(
        Verb::Skip,
        &[Ask, Interview, FollowUp],
        &["S"],
        Some("skip"),
        "go on without an answer; it is asked another time",
    ),
    row(
        Verb::Finish,
        &[WarmUp, Interview, Further],
        &["F"],
        Some("end"),
        "end the interview here; what was answered is judged",
    ),
    row(Verb::Open, &[Result], &["enter"], Some("go on"), "the next question, or the summary"),
    row(Verb::Override, &[Result], &["o"], Some("override"), "put your own verdict in place of the derived one"),
    row(Verb::OnceMore, &[Result], &["r"], Some("redo"), "say the weakest signal once more, in a minute"),
    row(Verb::Judge(Verdict::NotYet), &[Judge], &["1"], Some("not yet"), "it was not yet at level"),
    row(Verb::Judge(Verdict::Thin), &[Judge], &["2"], Some("thin"), "it was thin"),
    row(Verb::Judge(Verdict::AtLevel), &[Judge], &["3"], Some("at level"), "it was at level"),
    row(Verb::Judge(Verdict::Above), &[Judge], &["4"], Some("above"), "it was above"),
    row(Verb::Open, &[OnceMore], &["enter"], Some("back"), "back without saying how it was"),
    row(Verb::Open, &[Summary], &["enter"], Some("plan on"), "another plan, for who has time left"),
    row(Verb::Date, &[Start, Plan], &["d"], Some("date"), "the date of the interview"),
    row(Verb::Current, &[Start], &["c"], Some("role"), "pick the role you hold"),
    row(Verb::Undo, PRACTICE, &["u"], Some("undo"), "undo the last tick, answer, date or flag, after a restart too"),
    row(
        Verb::PutAside,
        &[Plan, Ask, Result],
        &["X"],
        Some("aside"),
        "put the question aside for good, or take it up again",
    ),
    row(Verb::Flag, &[Ask, Reveal, Result], &["f"], Some("flag"), "note what is wrong with the question"),
    row(Verb::Fresh, &[Ask], &["N"], None, "begin a changed question anew, its earlier answers put away"),
    row(
        Verb::Fold,
        &[Progress],
        &["enter", "o"],
        Some("more"),
        "what is asked, or which questions probe this; again: less",
    ),
    row(Verb::Out, &[Levels, Detail], &["h", "left"], Some("back"), "out to the pane before"),
    row(
        Verb::Filter,
        LISTS,
        &["/", "f"],
        Some("filter"),
        "filter the list: words in any order, 'exact ^start end$ !not",
    ),
    row(Verb::Filter, &[Detail], &["/", "f"], Some("find"), "find in the role"),
    row(Verb::FindNext, &[Detail], &["n"], None, "next place found"),
    row(Verb::FindPrevious, &[Detail], &["N"], None, "place found before"),
    row(
        Verb::Bookmark,
        &[Families, Levels, Detail, Ladder, Grid, Map, Near],
        &["b"],
        Some("bookmark"),
        "bookmark the role, or take the bookmark away",
    ),
    row(Verb::Bookmark, &[Compare], &["b"], None, "bookmark these roles side by side, or take it away"),
    row(
        Verb::Bookmark,
        &[Bookmarks],
        &["b", "x"],
        Some("remove"),
        "take the bookmark away; u brings it back, with its note",
    ),
    row(Verb::Note, ROLES, &["e"], Some("note"), "write a note in your editor; it keeps the role bookmarked"),
    row(Verb::Tags, &[Bookmarks], &["t"], Some("tags"), "tag the bookmark: words with blanks between"),
    row(Verb::Bookmarks, BROWSE, &["B", "g b"], Some("bookmarks"), "bookmarks, newest first"),
    row(Verb::Pin(Pin::Here), ROLES, &["g h"], None, "I am here: keep the role as the one you hold, or no more"),
    row(Verb::Pin(Pin::Want), ROLES, &["g w"], None, "I want this: keep the role as the one you want, or no more"),
    row(Verb::Gap(Aim::Kept), ROLES, &["g t"], None, "what is missing for the role you want, or else hold"),
    row(Verb::Gap(Aim::This), ROLES, &["g r"], None, "rate yourself for this role"),
    row(Verb::Practise, PRACTISED, &["p"], Some("practise"), "practise interview questions for the role"),
    row(Verb::Progress, LOOKING_BACK, &["g p"], None, "progress: how you did with the role's interview questions"),
    row(Verb::Mark, ROLES, &["space"], Some("mark"), "mark the role for comparing, up to four"),
    row(
        Verb::Compare,
        ROLES,
        &["c", "g c"],
        Some("compare"),
        "compare marks; one: with this role; none: with the rung above",
    ),
    row(Verb::ClearMarks, ROLES, &["C"], None, "take all marks away"),
    row(Verb::Ladder, LADDERED, &["v"], Some("ladder"), "this on every rung; in a list, the family's skills by rung"),
    row(Verb::Map, SCREENS, &["m"], Some("map"), "the map: all families by levels, and what you keep"),
    row(Verb::NextSection, SECTIONED, &["}"], Some("section"), "next section"),
    row(Verb::PreviousSection, SECTIONED, &["{"], None, "section before"),
    row(Verb::Near, SCREENS, &["g n"], None, "the way here from your own role, and the roles most like it"),
    row(Verb::Fold, SECTIONS, &["o"], None, "fold or unfold the section"),
    row(Verb::FoldAll, PAGES, &["O"], None, "fold or unfold all sections"),
    row(Verb::Copy, DOCUMENTS, &["y"], None, "copy what shows as Markdown, over ssh too (OSC 52)"),
    row(
        Verb::Export(Form::Document(Format::Markdown)),
        DOCUMENTS,
        &["E m"],
        None,
        "write what shows to a Markdown file",
    ),
    row(Verb::Export(Form::Document(Format::Html)), DOCUMENTS, &["E h"], None, "write what shows to an HTML file"),
    row(Verb::Export(Form::Document(Format::Csv)), DOCUMENTS, &["E c"], None, "write what shows to a CSV file"),
    row(Verb::Export(Form::Json), DOCUMENTS, &["E j"], None, "write what shows to a JSON file"),
    row(Verb::Undo, SCREENS, &["u"], None, "undo the last bookmark, pin, tag, note, rating or mark"),
    row(Verb::Redo, STAYING, &["U", "ctrl-r"], None, "do it again"),
    row(Verb::Back, VISITED, &["H", "[", "alt-left", "ctrl-o"], None, "back to where the last jump came from"),
    row(Verb::Forward, VISITED, &["L", "]", "alt-right"], None, "forward again"),
    row(Verb::Move(Motion::Down), EVERYWHERE, &["j", "down"], None, "down"),
    row(Verb::Move(Motion::Up), EVERYWHERE, &["k", "up"], None, "up"),
    row(Verb::Move(Motion::Top), EVERYWHERE, &["g g", "home"], None, "to the first"),
    row(Verb::Move(Motion::Bottom), EVERYWHERE, &["G", "end"], None, "to the last"),
    row(Verb::Move(Motion::HalfDown), EVERYWHERE, &["ctrl-d"], None, "half a page down"),
    row(Verb::Move(Motion::HalfUp), EVERYWHERE, &["ctrl-u"], None, "half a page up"),
    row(Verb::Move(Motion::PageDown), EVERYWHERE, &["pgdn", "ctrl-f"], None, "a page down"),
    row(Verb::Move(Motion::PageUp), EVERYWHERE, &["pgup", "ctrl-b"], None, "a page up"),
    row(Verb::Scroll(Motion::Down), STAYING, &["J", "shift-down"], None, "scroll the role (or the note) down"),
    row(Verb::Scroll(Motion::Up), STAYING, &["K", "shift-up"], None, "scroll the role (or the note) up"),
    row(Verb::Focus(Pane::Families), BROWSE, &["1"], None, "to the families"),
    row(Verb::Focus(Pane::Levels), BROWSE, &["2"], None, "to the levels"),
    row(Verb::Focus(Pane::Detail), BROWSE, &["3"], None, "to the role"),
    row(Verb::NextPane, BROWSE, &["tab"], None, "next pane"),
    row(Verb::PreviousPane, BROWSE, &["shift-tab"], None, "pane before"),
    row(Verb::Zoom, BROWSE, &["z"], None, "show this pane alone, or all again"),
    row(Verb::Matching, LISTS, &["ctrl-t"], None, "filter by fuzzy or by exact letters"),
    row(Verb::SaveAgain, EVERYWHERE, &["w w"], None, "save again what could not be saved"),
    row(Verb::Rescue(Rescue::Clipboard), EVERYWHERE, &["w y"], None, "copy what could not be saved"),
    row(Verb::Rescue(Rescue::File), EVERYWHERE, &["w f"], None, "write what could not be saved to a file"),
    row(Verb::Messages, STAYING, &["g m"], None, "messages so far"),
    row(Verb::Theme, EVERYWHERE, &["T"], None, "next theme"),
    row(Verb::Mouse, EVERYWHERE, &["%"], None, "give the mouse to the terminal to select text, or take it back"),
    row(Verb::Redraw, EVERYWHERE, &["ctrl-l"], None, "draw the screen anew"),
    row(Verb::Suspend, EVERYWHERE, &["ctrl-z"], None, "stop, back to the shell; fg comes back"),
    row(Verb::Close, EVERYWHERE, &["esc"], None, "close what is open, clear a filter; never quits"),
    row(Verb::Quit, EVERYWHERE, &["q"], Some("quit"), "close what is open, else quit; nothing is lost"),
    row(
        Verb::QuitNow,
        &[
            Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Progress, Start, Plan, Lengths,
            WarmUp, Interview, Further, Drill, Drilled, Ask, Writing, Line, Predict, Reveal, FollowUp, Result, Judge,
            OnceMore, Summary, Messages, Field, Tags, Evidence, Help, Pick,
        ],
        &["ctrl-c"],
        None,
        "quit from anywhere",
    ),
    row(Verb::QuitNow, EVERYWHERE, &["Q"], None, "quit from anywhere"),
    row(Verb::Accept, &[Tags], &["enter"], Some("keep"), "keep the tags"),
    row(Verb::Accept, &[Evidence], &["enter"], Some("keep"), "keep the evidence"),
    row(Verb::Close, &[Evidence], &["esc"], Some("leave"), "leave it as it was"),
    row(Verb::Suspend, &[Evidence], &["ctrl-z"], None, "stop, back to the shell; fg comes back"),
    row(Verb::Accept, &[Writing], &["tab", "ctrl-d"], Some("done"), "take this as the answer"),
    row(Verb::Close, &[Writing], &["esc"], Some("pause"), "stop typing; the text stays"),
    row(Verb::Suspend, &[Writing, Line], &["ctrl-z"], None, "stop, back to the shell; fg comes back"),
    row(Verb::Accept, &[Line], &["enter"], Some("keep"), "keep the line"),
    row(Verb::Close, &[Line], &["esc"], Some("leave"), "leave it"),
    row(Verb::Close, &[Tags], &["esc"], Some("leave"), "leave the tags as they were"),
    row(Verb::Suspend, &[Tags], &["ctrl-z"], None, "stop, back to the shell; fg comes back"),
    row(Verb::Accept, &[Field], &["enter"], Some("keep"), "keep the filter"),
    row(Verb::Accept, &[Pick], &["enter"], Some("take"), "take the role"),
    row(Verb::Accept, &[Help], &["enter"], Some("run"), "run the entry"),
    row(Verb::Move(Motion::Down), FIELDS, &["down", "ctrl-n"], None, "down in the list"),
    row(Verb::Move(Motion::Up), FIELDS, &["up", "ctrl-p"], Some("move"), "up in the list"),
    row(Verb::Move(Motion::PageDown), FIELDS, &["pgdn"], None, "a page down in the list"),
    row(Verb::Move(Motion::PageUp), FIELDS, &["pgup"], None, "a page up in the list"),
    row(Verb::Matching, &[Field, Pick], &["ctrl-t"], Some("fuzzy/exact"), "match fuzzy or exact letters"),
    row(Verb::Close, FIELDS, &["esc"], Some("clear"), "clear the text, then leave the field"),
    row(Verb::Suspend, FIELDS, &["ctrl-z"], None, "stop, back to the shell; fg comes back"),
];

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::tui::key::{Key, Name};

    fn keys_of(context: Context) -> impl Iterator<Item = (&'static str, &'static Binding)> {
        super::super::bindings(context).flat_map(|binding| binding.keys.iter().map(move |keys| (*keys, binding)))
    }

    #[test]
    fn no_key_does_two_things_in_one_context() {
        for context in Context::ALL {
            let mut taken: HashMap<Vec<Key>, &str> = HashMap::new();
            for (keys, binding) in keys_of(context) {
                let parsed: Option<Vec<Key>> = keys.split(' ').map(Key::parse).collect();
                let parsed = parsed.expect(keys);
                let first = parsed[..1].to_vec();
                assert!(
                    parsed.len() == 1 || !taken.contains_key(&first),
                    "{context:?}: {keys} hides behind its first key"
                );
                assert_eq!(taken.insert(parsed, binding.help), None, "{context:?}: {keys} is bound twice");
            }
        }
    }

    #[test]
    fn every_verb_has_a_key_that_nothing_swallows() {
        let swallowed = ["ctrl-i", "ctrl-j", "ctrl-m", "ctrl-h", "ctrl-s", "ctrl-q", "ctrl-k", "ctrl-e", "f1"];
        for binding in TABLE {
            let plain = |keys: &&&str| {
                keys.split(' ').all(|key| {
                    let parsed = Key::parse(key).expect(key);
                    !parsed.ctrl && !parsed.alt && !swallowed.contains(&key)
                })
            };
            let exempt = [Verb::QuitNow, Verb::Redraw, Verb::Suspend, Verb::Matching].contains(&binding.verb)
                || matches!(binding.verb, Verb::Move(_));
            assert!(exempt || binding.keys.iter().any(|keys| plain(&keys)), "{}", binding.help);
            assert!(!binding.keys[0].is_empty() && !swallowed.contains(&binding.keys[0]), "{}", binding.help);
        }
    }

    #[test]
    fn a_field_leaves_every_plain_character_to_the_text() {
        for (keys, _) in FIELDS.iter().flat_map(|context| keys_of(*context)) {
            let key = Key::parse(keys).expect(keys);
            assert!(key.ctrl || matches!(key.name, Name::Named(_)), "{keys}");
        }
    }

    #[test]
    fn help_comes_first_wherever_keys_are_hinted() {
        for context in EVERYWHERE {
            let first = super::super::bindings(*context).find(|binding| binding.hint.is_some());
            assert_eq!(first.map(|binding| binding.verb), Some(Verb::Help), "{context:?}");
        }
    }
}
