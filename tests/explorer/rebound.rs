//! Keys as somebody wishes them: wishes in, screens out; what cannot be is said with its place.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use proptest::prelude::*;
use rungs::store::Settings;
use rungs::tui::action::Verb;
use rungs::tui::key::Key;
use rungs::tui::keymap::{Context, Keymap, Lookup, table, toml};

use super::reader::Reader;

/// The keys as `settings` wish them, and what cannot be, each as `line:column: what`.
fn keys(settings: &str) -> (Keymap, Vec<String>) {
    let (settings, findings) = Settings::parse(settings, Path::new("config.toml"), &["terminal"]);
    assert_eq!(findings, []);
    let (keys, complaints) = Keymap::with(&settings.keys);
    let told = complaints.iter().map(|it| format!("{}:{}: {}", it.at.line, it.at.column, it.text));
    (keys, told.collect())
}

/// Somebody whose keys are these.
fn with_keys(settings: &str) -> Reader {
    let mut reader = Reader::new();
    let (keys, complaints) = keys(settings);
    assert_eq!(complaints, Vec::<String>::new());
    reader.model.keys = keys;
    reader
}

fn found(keys: Keymap, context: Context, typed: &str) -> Lookup {
    keys.lookup(context, None, Key::parse(typed).expect(typed))
}

/// What has a key twice, or behind the first key of a chord.
fn twice(keys: Keymap, context: Context) -> Option<String> {
    let mut taken: HashMap<Vec<Key>, Verb> = HashMap::new();
    for binding in keys.bindings(context) {
        for typed in binding.keys {
            let parsed: Vec<Key> = typed.split(' ').map(|key| Key::parse(key).expect(key)).collect();
            if taken.insert(parsed, binding.verb).is_some() {
                return Some(format!("{context:?}: {typed} twice"));
            }
        }
    }
    let hidden = |keys: &&Vec<Key>| keys.len() > 1 && taken.contains_key(&keys[..1]);
    taken.keys().find(hidden).map(|keys| format!("{context:?}: {keys:?} is hidden"))
}

#[test]
fn every_verb_has_one_name_and_every_place_too() {
    let mut named: HashMap<&str, Verb> = HashMap::new();
    for binding in table() {
        let name = binding.verb.name();
        assert_ne!(name, "none-of-these", "{:?}", binding.verb);
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{name}");
        assert_eq!(*named.entry(name).or_insert(binding.verb), binding.verb, "{name} is two verbs");
    }
    let places: HashSet<String> = Context::ALL.map(Context::key).into_iter().collect();
    assert_eq!(places.len(), Context::ALL.len());
    assert!(places.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')), "{places:?}");
}

#[test]
fn the_example_of_the_readme_is_right() {
    let example =
        include_str!("../../README.md").split("```toml\n").find(|text| text.starts_with("[keys")).expect("an example");
    let (keys, complaints) = keys(example.split("```").next().expect("its end"));
    assert_eq!(complaints, Vec::<String>::new());
    assert_eq!(found(keys, Context::Families, "b"), Lookup::Verb(Verb::Map));
}

#[test]
fn a_key_that_is_added_works_beside_the_others() {
    let reader = with_keys("[keys.families]\nmap = \"ctrl-x\"\n[keys.map]\nclose = [\"x\"]\n");
    let reader = reader.types("<ctrl-x>").sees("Map").types("x").does_not_see("Map: families");
    reader.types("m").sees("Map: families").types("<esc>").does_not_see("Map: families");
}

#[test]
fn a_key_can_be_given_to_another_verb_and_hints_and_help_say_so() {
    let reader = with_keys("[keys.families]\nbookmark = \"none\"\nmap = [\"none\", \"b\"]\n");
    let reader = reader.sees("b:map").does_not_see("b:bookmark").does_not_see("m:map");
    let reader = reader.types("b").sees("Map: families").types("<esc>").types("m").does_not_see("Map: families");
    // Elsewhere it is as it was, and the palette runs what has no key.
    let reader = reader.types("l").sees("b:bookmark").types("1");
    let reader = reader.types("?the map: all").sees("> b                      the map");
    let reader = reader.types("<esc><esc>").types("?take the bookmark away").types("<enter>");
    reader.sees("Bookmarked");
}

#[test]
fn chords_are_added_and_show_what_comes_next() {
    let reader = with_keys("[keys.everywhere]\nmap = [\"Z m\", \"g x\"]\ntheme = \"Z t\"\n");
    let reader = reader.types("Z").sees("Z and then").sees("m  the map").sees("t  next theme");
    let reader = reader.types("m").sees("Map: families").types("<esc>").types("g").sees("x  the map");
    let reader = reader.types("x").sees("Map: families").types("Zt").sees("Theme: mono");
    reader.types("T").sees("Theme: light");
}

#[test]
fn everywhere_is_everywhere_but_where_one_types() {
    let (keys, complaints) = keys("[keys.everywhere]\ndown = [\"none\", \"ctrl-y\"]\n");
    assert_eq!(complaints, Vec::<String>::new());
    for context in Context::ALL {
        let down = table().find(|row| row.verb.name() == "down" && row.contexts.contains(&context));
        let Some(down) = down else { continue };
        let wished = found(keys, context, "ctrl-y") == Lookup::Verb(down.verb);
        assert_eq!(wished, !context.is_field(), "{context:?}");
        assert_eq!(found(keys, context, "down") == Lookup::Verb(down.verb), context.is_field(), "{context:?}");
    }
}

#[test]
fn what_cannot_be_is_said_and_the_table_stays() {
    let table = [
        ("[keys.famlies]\nopen = \"x\"", "1:7: there is no [keys.famlies]: did you mean `families`?"),
        ("[keys.families]\nopne = \"x\"", "2:1: there is no opne in families: did you mean `open`?"),
        ("[keys.families]\nswap = \"x\"", "2:1: swap does nothing in families, but in plan"),
        (
            "[keys.families]\nopen = \"b\"",
            "2:8: b already means bookmark in families: bookmark = \"none\" under [keys.families] takes it away",
        ),
        (
            "[keys.families]\nopen = \"g\"",
            "2:8: g and g s, which means stories in families, begin with the same key: stories = \"none\" under [keys.families] takes it away",
        ),
        (
            "[keys.families]\nopen = \"b b\"",
            "2:8: b b and b, which means bookmark in families, begin with the same key: bookmark = \"none\" under [keys.families] takes it away",
        ),
        ("[keys.families]\nopen = \"ctrl-c\"", "2:8: ctrl-c always means quit-now"),
        ("[keys.clock]\ntrust = \"ctrl-c\"", "2:9: ctrl-c always means quit-now"),
        ("[keys.families]\nopen = \"esc\"", "2:8: esc always means close"),
        ("[keys.families]\nclose = \"none\"", "2:9: the keys of close stay: they are the way out"),
        ("[keys.typing]\naccept = \"x\"", "2:10: x is typed there: take a key with ctrl or alt, or one with a name"),
        ("[keys.families]\nopen = \"C-x\"", "2:8: \"C-x\" is no key: did you mean `ctrl-x`?"),
        ("[keys.families]\nopen = \"<c-x>\"", "2:8: \"<c-x>\" is no key: did you mean `ctrl-x`?"),
        ("[keys.families]\nopen = \"shift-x\"", "2:8: \"shift-x\" is no key: did you mean `X`?"),
        ("[keys.families]\nopen = \"entr\"", "2:8: \"entr\" is no key: did you mean `enter`?"),
        (
            "[keys.families]\nopen = \"hyper\"",
            "2:8: \"hyper\" is no key: keys are written b, G, ctrl-d, alt-left, enter or g t",
        ),
        ("[keys.families]\nopen = \"a b c\"", "2:8: \"a b c\" is no key: write one, or two with a blank between"),
        ("[keys.families]\nopen = \"\"", "2:8: \"\" is no key: write one, or two with a blank between"),
        (
            "[keys.families]\nopen = [\"x\", \"X\"]\nzoom = [\"X\"]",
            "3:9: X already means open in families: open = \"none\" under [keys.families] takes it away",
        ),
    ];
    for (settings, what) in table {
        assert_eq!(keys(settings).1, [what], "{settings}");
    }
    let (keys, _) = keys("[keys.families]\nopen = [\"b\", \"F\"]\n");
    assert_eq!(found(keys, Context::Families, "b"), Lookup::Verb(Verb::Bookmark));
    assert_eq!(found(keys, Context::Families, "F"), Lookup::Verb(Verb::Open));
}

#[test]
fn the_printed_table_holds_already() {
    let printed = toml();
    let taken: String = printed
        .lines()
        .map(|line| line.strip_prefix('#').filter(|line| !line.starts_with(' ')).unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n");
    let (changed, complaints) = keys(&taken);
    assert_eq!(complaints, Vec::<String>::new());
    for context in Context::ALL {
        for (before, after) in Keymap::default().bindings(context).zip(changed.bindings(context)) {
            assert_eq!((before.verb, before.keys, before.help), (after.verb, after.keys, after.help), "{context:?}");
        }
        // Every verb of the place is there, under its name or under the one for all places.
        for binding in Keymap::default().bindings(context) {
            let line = format!("\n#{} = [", binding.verb.name());
            let section = |name: &str| {
                printed.split(&format!("[keys.{name}]\n")).nth(1).map(|rest| rest.split("\n[").next().unwrap_or(rest))
            };
            let stands = |name: &str| section(name).is_some_and(|text| format!("\n{text}").contains(&line));
            assert!(stands(&context.key()) || stands("everywhere"), "{context:?}: {line}");
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_wished_the_way_out_stays_and_no_key_does_two_things(
        wishes in prop::collection::vec(
            (0..=Context::ALL.len(), any::<prop::sample::Index>(), prop::collection::vec(0..18_usize, 1..4)),
            0..12,
        )
    ) {
        let names = ["none", "x", "q", "esc", "ctrl-c", "f1", "?", "b", "g", "g x", "X Y", "enter", "j", "ctrl-y", "f5", "space", "tab", "down"];
        let verbs: Vec<&str> = table().map(|row| row.verb.name()).collect();
        let mut settings = String::new();
        for (number, (context, verb, picked)) in wishes.iter().enumerate() {
            let context = Context::ALL.get(*context).map_or("everywhere".to_owned(), |context| context.key());
            let picked: Vec<String> = picked.iter().map(|key| format!("\"{}\"", names[*key])).collect();
            // A table may be named but once.
            if !settings.contains(&format!("[keys.{context}]")) {
                let keys = picked.join(", ");
                settings.extend([format!("[keys.{context}]\n{} = [{keys}] # {number}\n", verb.get(&verbs))]);
            }
        }
        let (keys, _) = keys(&settings);
        for context in Context::ALL {
            prop_assert_eq!(twice(keys, context), None);
            for (key, verb) in [("esc", Verb::Close), ("ctrl-c", Verb::QuitNow), ("f1", Verb::Help)] {
                let before = found(Keymap::default(), context, key);
                prop_assert_eq!(found(keys, context, key), before, "{:?} in {}", verb, context.key());
            }
            let verbs = |keys: Keymap| keys.bindings(context).map(|row| row.verb).collect::<HashSet<_>>();
            prop_assert_eq!(verbs(keys), verbs(Keymap::default()), "the palette has every verb");
        }
    }
}
