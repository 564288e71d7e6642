//! The reader's own editor on a note or an answer: the one of the settings, else `$VISUAL`, else `$EDITOR`, else `vi`, with
//! its arguments, never through a shell.

use std::env;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use super::terminal;
use crate::store::Draft;
use crate::text::SafeText;

/// Opens the editor that `wished` names, or else the environment, on `text` and waits for it. Returns what was written, and its draft, to be discarded once that is kept.
///
/// # Errors
///
/// A sentence that says what failed and where the draft is. The note is unchanged then.
pub fn edit(wished: &str, drafts: &Path, text: &str) -> Result<(String, Draft), String> {
    let editor = Editor::of_this_process(wished).map_err(|why| format!("{why}; the note is unchanged"))?;
    let draft = Draft::create(drafts, text).map_err(|error| error.to_string())?;
    let kept =
        format!("the note is unchanged, the draft is kept at {}", SafeText::line(&draft.path().to_string_lossy()));
    editor.open(draft.path()).map_err(|why| format!("{why}; {kept}"))?;
    let written = draft.read().map_err(|error| error.to_string())?;
    // Editors end the last line; a note is a text, and one that was not touched is the same text.
    let written =
        if text.ends_with('\n') { written } else { written.strip_suffix('\n').unwrap_or(&written).to_owned() };
    Ok((written, draft))
}

/// An editor's command line.
#[derive(Debug)]
pub struct Editor {
    /// Where it is named: a variable, or the settings.
    named: &'static str,
    /// The program and its arguments.
    words: Vec<String>,
}

impl Editor {
    /// The editor that `wished` names, the `editor` of the settings, or where that is empty the environment.
    ///
    /// # Errors
    ///
    /// When what names it cannot be read as a command line.
    pub fn of_this_process(wished: &str) -> Result<Self, String> {
        if let Some(editor) = Self::split("editor in config.toml", wished)? {
            return Ok(editor);
        }
        for variable in ["VISUAL", "EDITOR"] {
            let Some(value) = env::var_os(variable) else { continue };
            let value = value.into_string().map_err(|_| format!("{variable} is not UTF-8"))?;
            if let Some(editor) = Self::split(variable, &value)? {
                return Ok(editor);
            }
        }
        Ok(Self { named: "the default: VISUAL and EDITOR are not set", words: vec!["vi".to_owned()] })
    }

    /// The editor of a command line; none where that is empty.
    fn split(named: &'static str, line: &str) -> Result<Option<Self>, String> {
        let words = shell_words::split(line).map_err(|error| format!("{named}: {error}"))?;
        Ok(words.first().is_some_and(|program| !program.is_empty()).then_some(Self { named, words }))
    }

    /// The program, the first word of its command line.
    pub fn program(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Its command line, and where that is named.
    pub fn words(&self) -> (String, &'static str) {
        (shell_words::join(&self.words), self.named)
    }

    /// Gives it the terminal and the file at `path`, and waits for it.
    ///
    /// # Errors
    ///
    /// A sentence that says what failed; what the editor wrote by then is in the file.
    pub fn open(&self, path: &Path) -> Result<(), String> {
        terminal::hand_off();
        let ended = self.open_from_shell(path);
        let back = terminal::take_back();
        ended?;
        back.map_err(|error| format!("the terminal cannot be taken back: {error}"))
    }

    /// As [`Self::open`], for a command that has no screen to hand off.
    ///
    /// # Errors
    ///
    /// A sentence that says what failed; what the editor wrote by then is in the file.
    pub fn open_from_shell(&self, path: &Path) -> Result<(), String> {
        let (command, named) = (SafeText::line(&self.words.join(" ")), self.named);
        match self.run(path) {
            Err(error) => Err(format!("{command} (from {named}) does not start: {error}")),
            Ok(status) if !status.success() => Err(format!("{command} ended with {status}")),
            Ok(_) => Ok(()),
        }
    }

    fn run(&self, path: &Path) -> io::Result<ExitStatus> {
        let (program, arguments) = self.words.split_first().ok_or(io::ErrorKind::NotFound)?;
        let mut command = Command::new(program);
        command.args(arguments).arg(path);
        // Our own stdin may be a pipe; an editor wants the terminal.
        if !io::stdin().is_terminal() {
            command.stdin(Stdio::from(File::open("/dev/tty")?));
        }
        command.status()
    }
}
