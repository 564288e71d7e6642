//! The terminal, and the programs that the explorer hands over to.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{Item, State};
use crate::cli::appearance;
use crate::cli::args::Cli;
use crate::cli::output::pager;
use crate::store::Settings;
use crate::tui::clipboard::{Route, Through};
use crate::tui::editor::Editor;
use crate::tui::theme::{Depth, Glyphs, Theme};

/// So many milliseconds tmux may wait behind Esc for the rest of a key before Esc feels slow.
const ESCAPE: u32 = 50;

type Variable<'a> = &'a dyn Fn(&str) -> Option<OsString>;

fn said(variable: Variable<'_>, name: &str) -> Option<String> {
    variable(name).filter(|value| !value.is_empty()).map(|value| value.to_string_lossy().into_owned())
}

/// The first of the variables that says something, as `NAME=value`.
fn first(variable: Variable<'_>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| Some(format!("{name}={}", said(variable, name)?)))
}

/// What the terminal is and can do.
pub(super) fn terminal(cli: &Cli, settings: &Settings, variable: Variable<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    let term = said(variable, "TERM");
    let draws = term.as_deref().is_some_and(|term| term != "dumb");
    let (state, why) = if draws {
        (State::Ok, "TERM")
    } else {
        (State::Note, "TERM is not set or dumb: commands and rungs --linear work, the explorer cannot draw")
    };
    items.push(Item::new(state, "terminal", term.as_deref().unwrap_or("none"), why));
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok().filter(|_| io::stdout().is_terminal());
    let (found, why) = match size {
        Some(size) => {
            (format!("{}x{}", size.ws_col, size.ws_row), "what the terminal says; 20x5 is the least that shows a list")
        }
        None => ("unknown".to_owned(), "stdout is no terminal here"),
    };
    items.push(Item::new(State::Ok, "size", found, why));
    let depth = match appearance::depth(variable) {
        Depth::Exact => "all colours",
        Depth::Indexed => "256 colours",
        Depth::Named => "16 colours",
    };
    let why =
        first(variable, &["COLORTERM", "TERM"]).unwrap_or_else(|| "neither COLORTERM nor TERM says more".to_owned());
    items.push(Item::new(State::Ok, "colours", depth, why));
    let demanded = appearance::theme(cli.global.color, variable);
    let why = match &demanded {
        Some(_) => first(variable, &["NO_COLOR", "CLICOLOR", "TERM"]).unwrap_or_else(|| "--color".to_owned()),
        None => "config.toml, or the last that was chosen".to_owned(),
    };
    let named = settings.theme.value.as_deref().unwrap_or("terminal");
    let theme = demanded.as_ref().map_or(named, Theme::name);
    items.push(Item::new(State::Ok, "theme", theme, why));
    let lines = match appearance::glyphs(settings.ascii.value, variable) {
        Glyphs::Lines => "box drawing",
        Glyphs::Ascii => "plain ASCII",
    };
    let why = first(variable, &["LC_ALL", "LC_CTYPE", "LANG"])
        .unwrap_or_else(|| "no locale is set: ascii = false in config.toml draws boxes all the same".to_owned());
    items.push(Item::new(State::Ok, "borders", lines, why));
    items.extend(clipboard(variable));
    items
}

/// The way of what is copied, and what tmux does to it and to Esc.
fn clipboard(variable: Variable<'_>) -> Vec<Item> {
    let Some(route) = Route::of(variable) else {
        return vec![Item::new(State::Note, "copying", "nowhere", "this terminal obeys no request; E writes files")];
    };
    let mut items = Vec::new();
    let option = |name: &str| tmux(name).unwrap_or_default();
    if route.through == Through::Tmux {
        let set = option("set-clipboard");
        let (state, why) = match set.as_str() {
            "on" => (State::Ok, "tmux: set-clipboard on".to_owned()),
            "" => (State::Note, "tmux did not answer; it passes copies on with `set -s set-clipboard on`".to_owned()),
            other => (
                State::Note,
                format!("tmux: set-clipboard {other} keeps copies back; `set -s set-clipboard on` passes them on"),
            ),
        };
        items.push(Item::new(state, "copying", route.to_string(), why));
        if let Ok(wait) = option("escape-time").parse::<u32>() {
            let state = if wait > ESCAPE { State::Note } else { State::Ok };
            let why = if wait > ESCAPE {
                "Esc feels slow: `set -s escape-time 10` in tmux.conf"
            } else {
                "tmux: escape-time"
            };
            items.push(Item::new(state, "Esc waits", format!("{wait} ms"), why));
        }
    } else {
        let why = "whether a terminal grants the request it does not say";
        items.push(Item::new(State::Ok, "copying", route.to_string(), why));
    }
    items
}

/// A server option of the tmux this runs in.
fn tmux(option: &str) -> Option<String> {
    let output = Command::new("tmux").args(["show-options", "-sv", option]).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The editor and the pager.
pub(super) fn programs(settings: &Settings, variable: Variable<'_>) -> Vec<Item> {
    let path = variable("PATH").unwrap_or_default();
    let editor = match Editor::of_this_process(&settings.editor.value) {
        Ok(editor) => {
            let (line, named) = editor.words();
            match there(editor.program(), &path) {
                Some(_) => Item::new(State::Ok, "editor", line, named),
                // Nobody has named one: notes and answers can be typed here all the same.
                None if settings.editor.value.is_empty() && first(variable, &["VISUAL", "EDITOR"]).is_none() => {
                    Item::new(State::Note, "editor", line, format!("{named}; it is not on the PATH"))
                }
                None => Item::new(State::Wrong, "editor", line, format!("{named}; no such program is on the PATH")),
            }
        }
        Err(why) => Item::new(State::Wrong, "editor", "unreadable", why),
    };
    let named =
        first(variable, &["RUNGS_PAGER", "PAGER"]).unwrap_or_else(|| "neither RUNGS_PAGER nor PAGER is set".to_owned());
    let pager = match pager(variable) {
        None => Item::new(State::Ok, "pager", "none", named),
        Some(words) => {
            let line = shell_words::join(&words);
            match words.first().and_then(|program| there(program, &path)) {
                Some(_) => Item::new(State::Ok, "pager", line, named),
                None => Item::new(
                    State::Note,
                    "pager",
                    line,
                    format!("{named}; it is not there, and long output scrolls by"),
                ),
            }
        }
    };
    vec![editor, pager]
}

/// Where a program is: at its path, or on the PATH.
fn there(program: &str, path: &OsString) -> Option<PathBuf> {
    let runs = |file: &Path| file.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0);
    if program.contains('/') {
        return Some(PathBuf::from(program)).filter(|file| runs(file));
    }
    std::env::split_paths(path).map(|folder| folder.join(program)).find(|file| runs(file))
}
