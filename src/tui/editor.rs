//! The reader's own editor on a note: `$VISUAL`, else `$EDITOR`, else `vi`, with its arguments, never through a shell.

use std::env;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::{Command, Stdio};

use super::terminal;
use crate::store::Draft;
use crate::text::SafeText;

/// Opens the editor on `text` and waits for it. Returns what was written, and its draft, to be discarded once that is kept.
///
/// # Errors
///
/// A sentence that says what failed and where the draft is. The note is unchanged then.
pub fn edit(drafts: &Path, text: &str) -> Result<(String, Draft), String> {
    let (variable, words) = command()?;
    let draft = Draft::create(drafts, text).map_err(|error| error.to_string())?;
    terminal::hand_off();
    let ended = run(&words, draft.path());
    let back = terminal::take_back();
    let kept =
        format!("the note is unchanged, the draft is kept at {}", SafeText::line(&draft.path().to_string_lossy()));
    let named = SafeText::line(&words.join(" "));
    match ended {
        Err(error) => return Err(format!("{named} (from {variable}) does not start: {error}; {kept}")),
        Ok(status) if !status.success() => return Err(format!("{named} ended with {status}; {kept}")),
        Ok(_) => {}
    }
    back.map_err(|error| format!("the terminal cannot be taken back: {error}; {kept}"))?;
    let written = draft.read().map_err(|error| error.to_string())?;
    // Editors end the last line; a note is a text, and one that was not touched is the same text.
    let written =
        if text.ends_with('\n') { written } else { written.strip_suffix('\n').unwrap_or(&written).to_owned() };
    Ok((written, draft))
}

/// The editor's command line, and the variable it comes from.
fn command() -> Result<(&'static str, Vec<String>), String> {
    for variable in ["VISUAL", "EDITOR"] {
        let Some(value) = env::var_os(variable) else { continue };
        let value = value.into_string().map_err(|_| format!("{variable} is not UTF-8; the note is unchanged"))?;
        let words =
            shell_words::split(&value).map_err(|error| format!("{variable}: {error}; the note is unchanged"))?;
        if words.first().is_some_and(|program| !program.is_empty()) {
            return Ok((variable, words));
        }
    }
    Ok(("the default: VISUAL and EDITOR are not set", vec!["vi".to_owned()]))
}

fn run(words: &[String], draft: &Path) -> io::Result<std::process::ExitStatus> {
    let (program, arguments) = words.split_first().ok_or(io::ErrorKind::NotFound)?;
    let mut command = Command::new(program);
    command.args(arguments).arg(draft);
    // Our own stdin may be a pipe; an editor wants the terminal.
    if !io::stdin().is_terminal() {
        command.stdin(Stdio::from(File::open("/dev/tty")?));
    }
    command.status()
}
