//! No key does two things, and every verb has a key.

use std::collections::HashMap;

use super::*;
use crate::tui::key::{Key, Name};
use crate::tui::keymap::Keymap;

fn keys_of(context: Context) -> impl Iterator<Item = (&'static str, &'static Binding)> {
    Keymap::default().bindings(context).flat_map(|binding| binding.keys.iter().map(move |keys| (*keys, binding)))
}

#[test]
fn no_key_does_two_things_in_one_context() {
    for context in Context::ALL {
        let mut taken: HashMap<Vec<Key>, &str> = HashMap::new();
        for (keys, binding) in keys_of(context) {
            let parsed: Option<Vec<Key>> = keys.split(' ').map(Key::parse).collect();
            let parsed = parsed.expect(keys);
            let first = parsed[..1].to_vec();
            assert!(parsed.len() == 1 || !taken.contains_key(&first), "{context:?}: {keys} hides behind its first key");
            assert_eq!(taken.insert(parsed, binding.help), None, "{context:?}: {keys} is bound twice");
        }
    }
}

#[test]
fn every_verb_has_a_key_that_nothing_swallows() {
    let swallowed = ["ctrl-i", "ctrl-j", "ctrl-m", "ctrl-h", "ctrl-s", "ctrl-q", "ctrl-k", "ctrl-e", "f1"];
    for binding in table() {
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
        let first = Keymap::default().bindings(*context).find(|binding| binding.hint.is_some());
        assert_eq!(first.map(|binding| binding.verb), Some(Verb::Help), "{context:?}");
    }
}
