//! The key table as the settings would say it.

use std::fmt::Write;

use super::context::EVERYWHERE;
use super::{Binding, Context, table};

const HEAD: &str = "\
# Keys. Each list is added to the keys that a verb has in a place; \"none\" takes them away, and [\"none\", \"x\"] puts
# x in their place. Two keys with a blank between are pressed one after the other. [keys.everywhere] is for all
# places but those where one types. esc, ctrl-c and f1 always close, quit and help. What stands here holds anyway.
";

/// Every verb of every place with its keys and what it does, commented out. What holds nearly everywhere stands first, and
/// only there.
pub fn toml() -> String {
    let mut file = HEAD.to_owned();
    section(&mut file, EVERYWHERE, table().filter(|row| is_common(row)));
    for context in Context::ALL {
        section(&mut file, &context.key(), table().filter(|row| !is_common(row) && row.contexts.contains(&context)));
    }
    file
}

/// Whether a row is for most places.
fn is_common(row: &Binding) -> bool {
    row.contexts.len() * 2 > Context::ALL.len()
}

fn section(file: &mut String, name: &str, rows: impl Iterator<Item = &'static Binding>) {
    let mut merged: Vec<(&'static str, Vec<&'static str>, &'static str)> = Vec::new();
    for row in rows {
        match merged.iter_mut().find(|(name, ..)| *name == row.verb.name()) {
            Some((_, keys, _)) => keys.extend(row.keys),
            None => merged.push((row.verb.name(), row.keys.to_vec(), row.help)),
        }
    }
    if merged.is_empty() {
        return;
    }
    let _ = writeln!(file, "\n[keys.{name}]");
    for (verb, keys, help) in merged {
        let keys: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
        let _ = writeln!(file, "#{verb} = [{}]  # {help}", keys.join(", "));
    }
}
