//! `rungs --linear`: the explorer as questions and answers, a line at a time, for screen readers and for terminals that
//! cannot move a cursor. Nothing is drawn, nothing is written twice, and no byte is a command to a terminal.
//!
//! What is typed and what is answered is decided in [`session`], which knows no stdin and no disk; here lines come in and go
//! out, and [`errand`] keeps what is to be kept, before anything is said to it: whoever leaves in the middle loses nothing.

mod document;
mod errand;
mod find;
mod practise;
mod session;

use std::env;
use std::io::{self, BufRead, IsTerminal, Read};

use super::args::{Cli, ExploreArgs};
use super::output::Output;
use super::{Failure, Outcome, home::Home, journals, opened, resolve};
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::store::{Answers, Bookmarks, Stories};
use crate::text::SafeText;
use crate::tui::practice::Now;
use errand::{Books, Stuck};
use session::{Kept, Session};

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
    let (clock, answers) = (home.clock(), Answers::new(home.places.data.clone()));
    let watch = clock.stopwatch();
    let now = || Now { passed: watch.elapsed(), moment: clock.moment() };
    let stories = Stories::new(home.places.stories());
    // Stories that cannot be read now are told of when they are asked for.
    let shelf = stories.read().unwrap_or_default();
    let first = first(cli, begin, catalog, &bookmarks)?;
    let kept = Kept { bookmarks, practice, shelf };
    let mut session = Session::new(catalog, kept, home.settings.minutes.value, now());
    let editor = &home.settings.editor.value;
    let mut books = Books {
        bookmarks: bookmark_journal,
        practice: practice_journal,
        answers,
        stories,
        editor,
        clock: &clock,
        stuck: Stuck::default(),
    };
    let said = match (first, begin) {
        (Some(role), Begin::Practice(_)) => session.begin_practice(role),
        (Some(role), Begin::Browse) => session.begin_at(&role),
        (None, _) => session.begin(),
    };
    let mut stdin = io::stdin().lock();
    // A terminal shows what is typed; elsewhere a transcript should have it too.
    let echoes = !stdin.is_terminal();
    say(output, &said, session.prompt())?;
    while let Some(line) = line(&mut stdin)? {
        if echoes {
            output.line(SafeText::line(&line))?;
        }
        let reply = session.answer(&line, now());
        let text = books.run(reply, &mut session);
        if session.is_over() {
            say(output, &text, "")?;
            return Ok(books.exit());
        }
        say(output, &text, session.prompt())?;
    }
    // What is typed has ended, but what was given by then counts all the same.
    output.line("")?;
    let reply = session.end(now());
    let text = books.run(reply, &mut session);
    output.text(&text)?;
    Ok(books.exit())
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
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end().to_owned()))
}
