//! `rungs --linear`: the explorer as questions and answers, a line at a time, for screen readers and for terminals that
//! cannot move a cursor. Nothing is drawn, nothing is written twice, and no byte is a command to a terminal.
//!
//! What is typed and what is answered is decided in [`session`], which knows no stdin and no disk; here lines come in, go
//! out, and are kept.

mod document;
mod find;
mod practise;
mod session;

use std::collections::VecDeque;
use std::env;
use std::io::{self, BufRead, IsTerminal, Read};

use super::args::{Cli, ExploreArgs};
use super::output::{Output, message};
use super::{Exit, Failure, Outcome, home::Home, journals, opened, resolve};
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::store::{Bookmarks, Change, Journal, Remark};
use crate::text::SafeText;
use session::{Keep, Moment, Session};

/// The longest line that is read, in bytes; the rest of a longer one is left out.
const LONGEST: u64 = 64 << 10;

/// What to begin with.
#[derive(Debug, Clone, Copy)]
pub(super) enum Begin<'a> {
    /// The families, or the role of `--at`.
    Browse,
    /// Practice for a role, or for the one that is kept as wanted.
    Practice(Option<&'a str>),
}

/// Whether somebody wishes lines in the place of a screen.
pub(super) fn is_wished(explore: &ExploreArgs) -> bool {
    explore.linear || env::var_os("RUNGS_LINEAR").is_some_and(|value| !value.is_empty() && value != "0")
}

/// Asks and answers until `quit` or the end of what is typed.
pub(super) fn linear(cli: &Cli, begin: Begin<'_>, output: &mut Output) -> Outcome {
    output.unpaged();
    let catalog = opened::open_for_good(&cli.global)?;
    let home = Home::of(cli);
    let (bookmark_journal, bookmarks) = journals::bookmarks(&home.places)?;
    let (practice_journal, practice) = journals::practice(&home.places)?;
    let clock = home.clock();
    let watch = clock.stopwatch();
    let now = || Moment { at: clock.moment(), passed: watch.elapsed() };
    let mut books = Books { bookmarks: bookmark_journal, practice: practice_journal };
    let first = first(cli, begin, catalog, &bookmarks)?;
    let mut session = Session::new(catalog, bookmarks, practice, home.settings.minutes.value);
    let said = match (first, begin) {
        (Some(role), Begin::Practice(_)) => session.begin_practice(role, now()),
        (Some(role), Begin::Browse) => session.begin_at(&role),
        (None, _) => session.begin(),
    };
    let mut stdin = io::stdin().lock();
    // A terminal shows what is typed; elsewhere a transcript should have it too.
    let echoes = !stdin.is_terminal();
    say(output, &said, session.prompt())?;
    let mut exit = Exit::Done;
    while let Some(line) = line(&mut stdin)? {
        if echoes {
            output.line(SafeText::line(&line))?;
        }
        let reply = session.answer(&line, now());
        let mut text = reply.text;
        let mut keeps = VecDeque::from(reply.keep);
        while let Some(keep) = keeps.pop_front() {
            match books.keep(keep, &mut session, now()) {
                Ok((told, more)) => {
                    text.push_str(&told);
                    keeps.extend(more);
                }
                Err(why) => {
                    exit = Exit::Unwritable;
                    text.push_str(&why);
                    text.push('\n');
                }
            }
        }
        if reply.goes_on {
            text.push_str(&session.go_on(now()));
        }
        if session.is_over() {
            say(output, &text, "")?;
            return Ok(exit);
        }
        say(output, &text, session.prompt())?;
    }
    // What is typed has ended, but a sitting that was begun counts all the same.
    for keep in session.end(now()) {
        if let Err(why) = books.keep(keep, &mut session, now()) {
            message(&why);
            exit = Exit::Unwritable;
        }
    }
    output.line("")?;
    Ok(exit)
}

/// The role to begin with.
fn first(cli: &Cli, begin: Begin<'_>, catalog: &Catalog, bookmarks: &Bookmarks) -> Result<Option<RoleId>, Failure> {
    let typed = match begin {
        Begin::Practice(Some(typed)) => Some(typed),
        Begin::Practice(None) => return super::pins::wanted(bookmarks, catalog).map(Some),
        Begin::Browse => cli.explore.at.as_deref(),
    };
    typed.map(|typed| resolve::role(catalog, typed)).transpose()
}

fn say(output: &mut Output, text: &str, prompt: &str) -> io::Result<()> {
    output.text(text)?;
    output.text(prompt)?;
    output.flush()
}

/// The next line without its end; none when there is no more.
fn line(stdin: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let mut limited = stdin.by_ref().take(LONGEST);
    if limited.read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let is_cut = bytes.last() != Some(&b'\n') && bytes.len() as u64 == LONGEST;
    if is_cut {
        stdin.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim().to_owned()))
}

/// Where what is kept is written.
struct Books {
    bookmarks: Journal<Change>,
    practice: Journal<Remark>,
}

impl Books {
    /// Writes `keep`, then tells `session`: what it says to that, and what is to be kept besides.
    fn keep(&mut self, keep: Keep, session: &mut Session<'_>, now: Moment) -> Result<(String, Vec<Keep>), String> {
        let not_saved = |failure: Failure| format!("NOT SAVED: {}", failure.message());
        match keep {
            Keep::Bookmark(change) => {
                let entry = journals::keep(&mut self.bookmarks, change).map_err(not_saved)?;
                Ok((session.kept(&entry), Vec::new()))
            }
            Keep::Practice(remark) => {
                let entry = journals::keep(&mut self.practice, *remark).map_err(not_saved)?;
                Ok(session.practised(&entry, now))
            }
        }
    }
}
