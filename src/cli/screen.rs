//! `rungs screen`: plays keys without a terminal and prints the screen they lead to. The README's pictures come from it.

use std::sync::Arc;

use super::args::{Global, ScreenArgs};
use super::opened::{self, Opened};
use super::output::Output;
use super::{Exit, Failure, Outcome, resolve};
use crate::store::{Places, Settings};
use crate::tui::key::Key;
use crate::tui::rehearsal::{self, Rehearsal};
use crate::tui::theme::{Glyphs, Theme};

/// Prints the screen after the keys. Nothing that is kept on disk is read or written.
pub(super) fn screen(args: &ScreenArgs, global: &Global, output: &mut Output) -> Outcome {
    let wrong = |message: String| Failure::new(Exit::Usage, message);
    let keys = Key::parse_line(&args.keys).map_err(|name| wrong(format!("`<{name}>` is no key")))?;
    let theme = Theme::named(&args.theme).ok_or_else(|| wrong(format!("`{}` is no theme", args.theme)))?;
    // Nothing of the reader's is looked at, so that a picture is the same everywhere.
    let Opened { catalog, .. } = opened::open(global, &Places::default(), &Settings::default())?;
    let at = args.at.as_deref().map(|typed| resolve::role(&catalog, typed)).transpose()?;
    let (width, height) = args.size;
    let mut model = rehearsal::open(Arc::new(catalog), width, height, at.as_ref());
    model.theme = theme;
    model.glyphs = if global.ascii { Glyphs::Ascii } else { Glyphs::Lines };
    rehearsal::type_keys(&mut model, &mut Rehearsal::default(), &keys);
    let screen = rehearsal::screen(&model);
    output.line(if args.styles { rehearsal::styled(&screen) } else { rehearsal::text(&screen) })?;
    Ok(Exit::Done)
}
