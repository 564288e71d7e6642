//! `rungs doctor`: what was found of the terminal, the programs around it and the places where things are kept, and why it
//! was taken so. Looks, and changes nothing.

mod around;
mod kept;

use std::borrow::Cow;
use std::env;
use std::io;

use serde::Serialize;

use super::args::Cli;
use super::output::{Form, Header, Look, Output, Record};
use super::{Exit, Outcome, home, places};
use crate::text::SafeText;

/// How far apart what is called and what was found stand on a terminal.
const CALLED: usize = 20;

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    /// As it should be.
    Ok,
    /// It works, and could be better.
    Note,
    /// Something does not work until this is mended.
    Wrong,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Note => "note",
            Self::Wrong => "WRONG",
        }
    }
}

/// `rungs.doctor/1`: `{"state","what","found","why"}`; `state` is ok, note or wrong, `why` what it was known from or what would
/// mend it. Fields are added, never renamed or taken away.
#[derive(Debug, Serialize)]
struct Item {
    state: State,
    what: &'static str,
    found: SafeText,
    why: SafeText,
}

impl Item {
    fn new(state: State, what: &'static str, found: impl AsRef<str>, why: impl AsRef<str>) -> Self {
        Self { state, what, found: SafeText::line(found.as_ref()), why: SafeText::line(why.as_ref()) }
    }
}

impl Record for Item {
    const SCHEMA: &'static str = "rungs.doctor/1";
    const COLUMNS: &'static [&'static str] = &["state", "what", "found", "why"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![self.state.word().into(), self.what.into(), (&*self.found).into(), (&*self.why).into()]
    }
}

/// Prints what is found; ends as something wrong does where anything is.
pub(super) fn doctor(cli: &Cli, output: &mut Output) -> Outcome {
    let places = places(&cli.global);
    let wished = home::settings(&cli.global, &places);
    let variable = |name: &str| env::var_os(name);
    let mut items = vec![Item::new(State::Ok, "rungs", env!("CARGO_PKG_VERSION"), "this program")];
    items.extend(around::terminal(cli, &wished.settings, &variable));
    items.extend(around::programs(&wished.settings, &variable));
    items.extend(kept::places(&places));
    items.extend(kept::settings(cli, &places, &wished));
    items.extend(kept::journals(&places));
    items.extend(kept::catalogs(&cli.global));
    match output.form() {
        Form::Table => told(&items, output)?,
        Form::Json | Form::Plain => output.records(&items, Header::Aligned)?,
    }
    let is_wrong = items.iter().any(|item| item.state == State::Wrong);
    Ok(if is_wrong { Exit::NothingFound } else { Exit::Done })
}

/// Nothing of it may be cut off, so there is no table.
fn told(items: &[Item], output: &mut Output) -> io::Result<()> {
    for Item { state, what, found, why } in items {
        let what = format!("{:6}{what:CALLED$}", state.word());
        let look = if *state == State::Ok { Look::Faint } else { Look::Heading };
        output.line(format_args!("{}{found}", output.paint(look, &what)))?;
        if !why.is_empty() {
            output.line(format_args!("{:26}{}", "", output.paint(Look::Faint, why)))?;
        }
    }
    Ok(())
}
