//! What a screen shows, taken elsewhere: onto the clipboard, or into a file.

use crate::export::Format;
use crate::tui::effect::Effect;
use crate::tui::export::{Form, Written, written};
use crate::tui::model::Model;

/// The most that is copied, in bytes. Terminals that take no more than 100,000 bytes in one sequence drop what is longer
/// without a word, and base64 makes four bytes of three.
const MOST_COPIED: usize = 74_000;

/// Copies what shows, as Markdown.
pub(super) fn copy(model: &mut Model) -> Vec<Effect> {
    let Some(Written { text, .. }) = document(model, Form::Document(Format::Markdown)) else { return Vec::new() };
    match copied(text) {
        Ok(effect) => vec![effect],
        Err(instead) => {
            model.notices.say(&instead);
            Vec::new()
        }
    }
}

/// Writes what shows to a file.
pub(super) fn write(model: &mut Model, form: Form) -> Vec<Effect> {
    let file = document(model, form);
    file.map(|Written { name, text }| Effect::Export { name, text }).into_iter().collect()
}

fn document(model: &mut Model, form: Form) -> Option<Written> {
    match written(model, form) {
        Some(Ok(written)) => return Some(written),
        Some(Err(why)) => model.notices.warn(&format!("It could not be written: {why}")),
        None => model.notices.say("Nothing here to copy or to write."),
    }
    None
}

/// The effect that copies `text`, or what to do instead.
fn copied(text: String) -> Result<Effect, String> {
    let thousands = text.len().div_ceil(1000);
    if text.len() > MOST_COPIED {
        return Err(format!("Too long for most terminals to copy ({thousands} kB): E writes a file."));
    }
    Ok(Effect::Copy(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_terminals_would_drop_is_not_sent() {
        let longest = "x".repeat(MOST_COPIED);
        assert_eq!(copied(longest.clone()), Ok(Effect::Copy(longest.clone())));
        let instead = "Too long for most terminals to copy (75 kB): E writes a file.";
        assert_eq!(copied(longest + "x"), Err(instead.to_owned()));
    }
}
