//! `rungs config show`: what holds, and why.

use std::borrow::Cow;
use std::env;
use std::path::PathBuf;

use serde::Serialize;

use crate::cli::args::{ColourChoice, Global};
use crate::cli::output::{Header, Output, Record};
use crate::cli::{Exit, Outcome, appearance};
use crate::store::{SETTINGS, Settings, Value};
use crate::text::SafeText;
use crate::tui::editor::Editor;
use crate::tui::keymap::{Binding, Context, Keymap};

/// `rungs.config.setting/1`: what holds, `{"key","value","from","at"}`. `from` is `default`, `file`, `environment` or `option`; `at`
/// says where: the file and its line, the variable, the option; it is null for a default.
#[derive(Debug, Serialize)]
struct Held {
    key: Cow<'static, str>,
    value: Value,
    from: Origin,
    at: Option<SafeText>,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Origin {
    Default,
    File,
    Environment,
    Option,
}

impl Record for Held {
    const SCHEMA: &'static str = "rungs.config.setting/1";
    const COLUMNS: &'static [&'static str] = &["key", "value", "from"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let from = match (&self.at, self.from) {
            (None, _) => Cow::from("default"),
            (Some(at), Origin::Environment) => format!("environment: {at}").into(),
            (Some(at), _) => at.as_str().into(),
        };
        vec![self.key.as_ref().into(), self.value.to_string().into(), from]
    }
}

/// Prints every key with its value and where that comes from; `file` is where the settings are read.
pub(super) fn show(
    settings: &Settings,
    keys: Keymap,
    global: &Global,
    file: Option<PathBuf>,
    output: &mut Output,
) -> Outcome {
    let file = file.map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
    let held = SETTINGS.iter().map(|row| {
        let (value, line) = row.of(settings);
        let (from, at, value) = match (stronger(row.name, settings, global), line) {
            (Some((from, at, value)), _) => (from, Some(SafeText::line(at)), value),
            (None, Some(line)) => (Origin::File, Some(SafeText::line(&format!("{file}:{line}"))), value),
            (None, None) => (Origin::Default, None, value),
        };
        Held { key: row.name.into(), value, from, at }
    });
    let bound = settings.keys.iter().filter_map(|wish| {
        let of = |context: &Context| context.is_meant_by(&wish.context.text);
        let is_wished = |row: &&Binding| row.verb.name() == &*wish.verb.text;
        let held = |keys: Keymap, context| keys.bindings(context).filter(is_wished).flat_map(|row| row.keys);
        // What could not be granted anywhere is not what holds.
        let mut changed = Context::ALL.into_iter().filter(of);
        let context = changed.find(|context| !held(keys, *context).eq(held(Keymap::default(), *context)))?;
        let value = Value::Texts(held(keys, context).map(|key| SafeText::line(key)).collect());
        let key = format!("keys.{}.{}", wish.context.text, wish.verb.text).into();
        Some(Held { key, value, from: Origin::File, at: Some(SafeText::line(&format!("{file}:{}", wish.verb.line))) })
    });
    output.records(&held.chain(bound).collect::<Vec<_>>(), Header::Aligned)?;
    Ok(Exit::Done)
}

/// What counts in the place of the settings.
fn stronger(key: &str, settings: &Settings, global: &Global) -> Option<(Origin, &'static str, Value)> {
    let text = |text: &str| Value::Text(SafeText::line(text));
    match key {
        "theme" => {
            let theme = appearance::theme(global.color, |name| env::var_os(name))?;
            let alone = |name: &&str| {
                appearance::theme(ColourChoice::Auto, |asked| env::var_os(asked).filter(|_| asked == *name)).is_some()
            };
            let (from, at) = match global.color {
                ColourChoice::Auto => (
                    Origin::Environment,
                    ["NO_COLOR", "CLICOLOR", "TERM"].into_iter().find(alone).unwrap_or("NO_COLOR"),
                ),
                ColourChoice::Always | ColourChoice::Never => (Origin::Option, "--color"),
            };
            Some((from, at, text(theme.name())))
        }
        "ascii" if global.ascii => Some((Origin::Option, "--ascii", Value::Switch(true))),
        "editor" if settings.editor.value.is_empty() => {
            let (words, named) = Editor::of_this_process("").ok()?.words();
            ["VISUAL", "EDITOR"].contains(&named).then(|| (Origin::Environment, named, text(&words)))
        }
        _ => None,
    }
}
