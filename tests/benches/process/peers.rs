//! Who is measured: ours, the least a ratatui program can be, a program that does nothing, and fzf where there is one.

use std::env;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use ratatui::Frame;
use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, List, ListState};
use tempfile::TempDir;

/// What the last line of a bare screen reads.
pub(crate) const BARE_MARK: &str = "READY";
/// What the last line of our screen reads.
pub(crate) const OUR_MARK: &str = "?:help";

/// The programs, as somebody has them who installed them: copied. What a linker wrote a moment ago lies in the page
/// cache in smaller pieces than what was read in one go, and a large program pays more for that than a small one.
pub(crate) struct Peers(TempDir);

impl Peers {
    /// Copies our program and this one.
    pub(crate) fn install() -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::copy(env!("CARGO_BIN_EXE_rungs"), folder.path().join("rungs"))?;
        fs::copy(env::current_exe()?, folder.path().join("peer"))?;
        Ok(Self(folder))
    }

    /// Our own program, keeping things under `home`.
    pub(crate) fn ours(&self, home: &Path, arguments: &[&str]) -> Command {
        let mut command = alone(Command::new(self.0.path().join("rungs")));
        command.env("RUNGS_CONFIG_DIR", home.join("config")).env("RUNGS_DATA_DIR", home.join("data")).args(arguments);
        command
    }

    /// This program in another part: `bare` or `empty`.
    pub(crate) fn part(&self, name: &str) -> Command {
        let mut command = alone(Command::new(self.0.path().join("peer")));
        command.arg(name);
        command
    }
}

/// Takes everything but the terminal's name out of the environment.
pub(crate) fn alone(mut command: Command) -> Command {
    let path = env::var_os("PATH").unwrap_or_default();
    command.env_clear().env("PATH", path).env("TERM", "xterm-256color").env("COLORTERM", "truecolor");
    command
}

/// The least: three bordered lists, `j` and `k` and `q`.
pub(crate) fn bare() -> io::Result<()> {
    let families: Vec<String> = (0..70).map(|i| format!("Role number {i} of the list")).collect();
    let levels: Vec<String> = (0..7).map(|i| format!("L{i} level")).collect();
    let detail: Vec<String> =
        (0..40).map(|i| format!("{i:02} a line of detail that is about sixty cells wide")).collect();
    let lists = [("Families", families), ("Levels", levels), ("Detail", detail)];
    let mut terminal = ratatui::init();
    let mut selected = 0_usize;
    loop {
        terminal.draw(|frame| draw(frame, &lists, selected))?;
        if let Event::Key(key) = event::read()? {
            match key.code {
                KeyCode::Char('q') => break,
                KeyCode::Char('j') => selected = (selected + 1) % 70,
                KeyCode::Char('k') => selected = (selected + 69) % 70,
                _ => {}
            }
        }
    }
    ratatui::restore();
    Ok(())
}

fn draw(frame: &mut Frame<'_>, lists: &[(&str, Vec<String>); 3], selected: usize) {
    let widths = [Constraint::Length(26), Constraint::Length(30), Constraint::Fill(1)];
    let areas: [_; 3] = Layout::horizontal(widths).areas(frame.area());
    for (place, ((title, items), area)) in lists.iter().zip(areas).enumerate() {
        let mut state = ListState::default().with_selected((place < 2).then_some(selected % items.len()));
        let list = List::new(items.iter().map(String::as_str))
            .block(Block::bordered().title(*title).title_bottom(BARE_MARK))
            .highlight_style(Style::new().add_modifier(Modifier::REVERSED))
            .highlight_symbol("> ");
        frame.render_stateful_widget(list, area, &mut state);
    }
}
