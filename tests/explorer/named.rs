//! Sentences that name a key: they name the one that is bound, and none where none is.

use std::path::Path;

use rungs::domain::practice::Tick;
use rungs::store::{Pin, Settings};
use rungs::tui::action::{Aim, Verb};
use rungs::tui::keymap::{Context, Keymap, sentence};

use super::reader::Reader;

/// A key that the table gives to nothing.
const ANOTHER: &str = "alt-z";

/// What is typed to hear a sentence, which names the key of a verb in a place: what stands before that, the words with `#` for
/// the key, and what stands behind.
type Named = (Context, Verb, &'static str, [&'static str; 3]);

#[rustfmt::skip]
const SENTENCES: &[Named] = &[
    (Context::Levels, Verb::Mark, "lC", ["No role is marked", ": # marks one", "."]),
    (Context::Levels, Verb::Bookmarks, "lb", ["u to undo", ", # lists them", "."]),
    (Context::Levels, Verb::Compare, "l<space>", ["(1 of 4).", " # compares.", ""]),
    (Context::Levels, Verb::Undo, "l<space>C", ["Marks cleared.", " # to undo.", ""]),
    (Context::Detail, Verb::Filter, "lln", ["Nothing is looked for", ": # finds in the role", "."]),
    (Context::Detail, Verb::Open, "llGo", ["Questions for this role", "; # asks", ""]),
    (Context::Compare, Verb::AddColumn, "lc4", ["There are 2 roles here, no 4", ": # adds one", "."]),
    (Context::Bookmarks, Verb::Note, "lbB", ["no note yet", ": # writes one", ""]),
    (Context::Bookmarks, Verb::Note, "lbB", ["Note", " (# edits)", ""]),
    (Context::Levels, Verb::Bookmark, "B", ["none yet: ", "# on a role bookmarks it, ", "esc goes back"]),
    (Context::Levels, Verb::Pin(Pin::Want), "gt", ["", "#: I want this", ""]),
    (Context::Levels, Verb::Gap(Aim::This), "gt", ["", "#: rate me for it", ""]),
    (Context::Gap, Verb::Evidence, "lgrx", ["There is no evidence here", ": # adds some", "."]),
    (Context::Evidence, Verb::Accept, "lgre", ["what shows it", ", # keeps", ""]),
    (Context::Help, Verb::Accept, "?", ["Help: type to search", ", # runs", ", esc closes"]),
    (Context::Themes, Verb::Accept, "gT", ["Theme: ", "# keeps, ", "esc goes back"]),
    (Context::Pick, Verb::Accept, "lca", ["Compare with: type to filter", ", # adds", ", esc closes"]),
    (Context::Levels, Verb::Pin(Pin::Here), "lgn", ["Not known from where", ": # on your own role says that it is yours", "."]),
    (Context::Progress, Verb::Practise, "lgp", ["Nothing practised yet", ": # begins", "."]),
    (Context::Stories, Verb::NewStory, "gs", ["so that you can tell it", ": # begins one, in your editor", "."]),
    (Context::Start, Verb::Open, "lp", ["", "# makes a plan.", ""]),
    (Context::Start, Verb::Date, "lp", ["no date", "; # sets one, and everything", ""]),
    (Context::Start, Verb::Current, "lp", ["not said", "; # picks a role", ""]),
    (Context::Line, Verb::Accept, "lpd", ["yyyy-mm-dd, empty for none", "; # keeps", ""]),
    (Context::Plan, Verb::Open, "lp<enter>", ["with a look at the signals", "; # begins", ""]),
    (Context::Ask, Verb::Editor, "lp<enter><enter><enter>", ["Answer first: ", "# in your editor, ", "i by typing here"]),
    (Context::Ask, Verb::Skip, "lp<enter><enter><enter>", ["v aloud.", " # skips.", ""]),
    (Context::Ask, Verb::Aloud, "lp<enter><enter>i<tab>", ["esc leaves", ", # answers aloud", "."]),
    (Context::Writing, Verb::Accept, "lp<enter><enter>i", ["Your answer: ", "# is done, ", "esc pauses"]),
    (Context::Line, Verb::Accept, "lp<enter><enter>v", ["in a line, or nothing", "; # goes on", ""]),
    (Context::Reveal, Verb::Tick(Tick::Part), "lp<enter><enter>v<enter>2", ["y there", ", # in part", ", n missed"]),
    (Context::Reveal, Verb::Tick(Tick::Hit), "lp<enter><enter>v<enter>2", ["RED FLAGS", "  # where one was heard", ""]),
    (Context::FollowUp, Verb::Skip, "lp<enter><enter>v<enter>2<enter>", ["what to listen for", ", # skips what is left of these", "."]),
    (Context::OnceMore, Verb::Tick(Tick::Missed), "lp<enter><enter>v<enter>2<enter>Sr", ["p in part", ", # missed", "."]),
    (Context::WarmUp, Verb::Open, "lp<enter>M1", ["It is not scored", "; # goes on to the first question", "."]),
    (Context::Further, Verb::Open, "lp<enter>M1<enter>v<enter>2", ["Say it aloud", "; # goes on", "."]),
];

/// Somebody with these keys for `verb` in `context`, where the sentence stands.
fn there((context, verb, typed, _): Named, keys: &str) -> Reader {
    let settings = format!("[keys.{}]\n{} = {keys}\n", context.key(), verb.name());
    let (settings, findings) = Settings::parse(&settings, Path::new("config.toml"), &["terminal"]);
    assert_eq!(findings, []);
    let (keys, complaints) = Keymap::with(&settings.keys);
    assert_eq!(complaints, [], "{context:?} {verb:?}");
    let mut reader = Reader::interviewed(160, 50);
    reader.model.keys = keys;
    reader.types(typed)
}

#[test]
fn a_sentence_names_the_key_that_is_bound_and_none_where_none_is() {
    let mut wrong = Vec::new();
    for named in SENTENCES {
        let (context, verb, typed, [before, words, after]) = *named;
        let known = Keymap::default().key(context, verb).expect("a key");
        let with = |key: &str| format!("{before}{}{after}", words.replace('#', key));
        let told = if before.is_empty() { sentence(&with(known)) } else { with(known) };
        let seen = |keys: &str| there(*named, keys).screen();
        let mut holds = |is: bool, what: &str| {
            if !is {
                wrong.push(format!("{typed}: {what}"));
            }
        };
        holds(seen(&format!("[\"{known}\"]")).contains(&told), &told);
        holds(seen(&format!("[\"none\", \"{ANOTHER}\"]")).contains(&with(ANOTHER)), &with(ANOTHER));
        let none = seen("\"none\"");
        holds(none.contains(&format!("{before}{after}")), &format!("{before}{after}"));
        holds(!none.contains(&told) && !none.contains(&with(ANOTHER)), &format!("{told} although no key does it"));
    }
    assert_eq!(wrong, Vec::<String>::new());
}
