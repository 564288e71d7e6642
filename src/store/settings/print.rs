//! The file as it would say the defaults.

use std::fmt::Write;

use super::table::{ROWS, Row};
use super::{Settings, Value};
use crate::text::wrap;

/// How wide comments get, in cells.
const WIDEST: usize = 96;

const HEAD: &str = "Settings of rungs, which only reads this file: `rungs config check` says what is wrong in it, `rungs config show` what \
                    holds and why. What stands here are the defaults; a key that is left out has them too.";

/// A whole file that says every default, each under what it means. `themes` are the themes there are.
pub fn default_file(themes: &[&str]) -> String {
    let mut file = comment(HEAD);
    let mut table = "";
    for row in ROWS {
        let (of, key) = row.name.rsplit_once('.').unwrap_or(("", row.name));
        file.push('\n');
        if of != table {
            let _ = writeln!(file, "[{of}]");
            table = of;
        }
        let (value, _) = row.of(&Settings::default());
        let _ = writeln!(file, "{}{key} = {value}", comment(&says(row, themes)));
    }
    file
}

/// The same with every key commented out, for somebody to change.
pub fn commented_out(themes: &[&str]) -> String {
    let mut file = String::new();
    for line in default_file(themes).lines() {
        let stays = line.starts_with(['#', '[']) || line.is_empty();
        let _ = writeln!(file, "{}{line}", if stays { "" } else { "#" });
    }
    file
}

/// What a key means, and what it may be where that is a list of names.
fn says(row: &Row, themes: &[&str]) -> String {
    match row.of(&Settings::default()).0 {
        Value::Text(name) if row.name == "theme" => format!("{} There are {name}, {}.", row.says, themes.join(", ")),
        _ => row.says.to_owned(),
    }
}

fn comment(text: &str) -> String {
    let mut comment = String::new();
    for line in wrap(text, WIDEST) {
        let _ = writeln!(comment, "# {}", &text[line]);
    }
    comment
}
