//! `rungs config`: the settings, what is wrong with them, and where things are kept.

mod path;
mod show;

use std::borrow::Cow;

use serde::Serialize;

use super::args::{Cli, ConfigCommand};
use super::home::{self, Wished};
use super::output::{Form, Header, Output, Record, message};
use super::{Exit, Failure, Outcome, places};
use crate::store::{Finding, SETTINGS, Settings, Severity, Value, commented_out, create_settings, default_file};
use crate::text::SafeText;
use crate::tui::editor::Editor;
use crate::tui::keymap;
use crate::tui::theme::Theme;

/// Does what `command` asks.
pub(super) fn config(command: ConfigCommand, cli: &Cli, output: &mut Output) -> Outcome {
    let places = places(&cli.global);
    let file = home::file(&cli.global, &places);
    match command {
        ConfigCommand::Path => path::path(&places, file.map(|(file, _)| file), output),
        ConfigCommand::Show => {
            let Wished { settings, keys, findings } = home::settings(&cli.global, &places);
            let ended = show::show(&settings, keys, &cli.global, file.map(|(file, _)| file), output)?;
            told(&findings);
            Ok(ended)
        }
        ConfigCommand::Default => default(output),
        ConfigCommand::Check => {
            let (_, of_themes) = home::themes(&cli.global, &places).all();
            check(&[home::settings(&cli.global, &places).findings, of_themes].concat(), output)
        }
        ConfigCommand::Edit => {
            let Some((file, _)) = file else {
                let why = "no file to edit: --no-config reads none, and without a directory for settings there is none";
                return Err(Failure::new(Exit::Usage, why));
            };
            let unwritable = |why| Failure::new(Exit::Unwritable, why);
            let shown = SafeText::line(&file.to_string_lossy());
            create_settings(&file, &format!("{}\n{}", commented_out(&Theme::names()), keymap::toml()))
                .map_err(|error| unwritable(format!("cannot make {shown}: {error}")))?;
            let before = home::settings(&cli.global, &places).settings;
            Editor::of_this_process(&before.editor.value)
                .and_then(|editor| editor.open_from_shell(&file))
                .map_err(|why| unwritable(format!("{why}; the settings are in {shown}")))?;
            output.line(shown)?;
            // What the editor left is read at once: whoever wrote it is still there.
            let findings = home::settings(&cli.global, &places).findings;
            told(&findings);
            Ok(if findings.is_empty() { Exit::Done } else { Exit::Config })
        }
    }
}

fn told(findings: &[Finding]) {
    for finding in findings {
        message(&finding.to_string());
    }
}

/// `rungs.config.finding/1`: something wrong with the settings, `{"file","line","column","severity","text"}`; `line` and
/// `column`, from 1, are null where it is about the whole file; `severity` is `error` or `warning`.
impl Record for Finding {
    const SCHEMA: &'static str = "rungs.config.finding/1";
    const COLUMNS: &'static [&'static str] = &["file", "line", "column", "text", "severity"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default().into();
        vec![
            self.file.as_str().into(),
            number(self.line),
            number(self.column),
            self.text.as_str().into(),
            self.severity.word().into(),
        ]
    }
}

fn check(findings: &[Finding], output: &mut Output) -> Outcome {
    match output.form() {
        // As compilers say it, for editors to jump to; a terminal would cut what matters most.
        Form::Table => findings.iter().try_for_each(|finding| output.line(finding))?,
        Form::Plain | Form::Json => output.records(findings, Header::Aligned)?,
    }
    let is_wrong = findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if is_wrong { Exit::Config } else { Exit::Done })
}

/// `rungs.config.key/1`: a key of the settings, `{"key","default","says"}`.
#[derive(Debug, Serialize)]
struct Described {
    key: &'static str,
    default: Value,
    says: &'static str,
}

fn default(output: &mut Output) -> Outcome {
    if output.form() == Form::Json {
        let key = |row: &crate::store::Row| Described {
            key: row.name,
            default: row.of(&Settings::default()).0,
            says: row.says,
        };
        output.json("rungs.config.key/1", &SETTINGS.iter().map(key).collect::<Vec<_>>())?;
    } else {
        output.line(default_file(&Theme::names()))?;
        output.line(keymap::toml().trim_end())?;
    }
    Ok(Exit::Done)
}
