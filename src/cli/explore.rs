//! `rungs` alone and `rungs practice`: the explorer, where there is a terminal to draw on.

use std::env;
use std::io::{self, IsTerminal};
use std::sync::Arc;

use super::args::{Cli, MockArgs};
use super::home::{self, Wished};
use super::opened::{self, Opened};
use super::{Exit, Failure, Outcome, appearance, output, places, resolve};
use crate::catalog::{Catalog, Watched};
use crate::domain::RoleId;
use crate::store;
use crate::tui::themes::{By, Standing};
use crate::tui::{self, Mocked, Practised, Start};

/// Opens the explorer and stays until the reader quits.
///
/// Keys come from the terminal itself, so stdin may be a pipe; stdout must be a terminal that can move its cursor.
pub(super) fn explore(cli: &Cli) -> Outcome {
    let at = |catalog: &Catalog| cli.explore.at.as_deref().map(|typed| resolve::role(catalog, typed)).transpose();
    open(cli, at, |_| Ok(None), None)
}

/// Opens the explorer at the practice of a role.
pub(super) fn practise(cli: &Cli, role: Option<&str>) -> Outcome {
    open(cli, |_| Ok(None), |catalog| practised(catalog, role), None)
}

/// Opens the explorer at a mock interview for a role.
pub(super) fn rehearse(cli: &Cli, args: &MockArgs) -> Outcome {
    let mock = args.minutes.map_or(Mocked::Choose, Mocked::Sit);
    open(cli, |_| Ok(None), |catalog| practised(catalog, args.role.as_deref()), Some(mock))
}

fn practised(catalog: &Catalog, role: Option<&str>) -> Result<Option<Practised>, Failure> {
    match role {
        Some(typed) => resolve::role(catalog, typed).map(|role| Some(Practised::Role(role))),
        None => Ok(Some(Practised::Kept)),
    }
}

fn open(
    cli: &Cli,
    at: impl FnOnce(&Catalog) -> Result<Option<RoleId>, Failure>,
    practised: impl FnOnce(&Catalog) -> Result<Option<Practised>, Failure>,
    mock: Option<Mocked>,
) -> Outcome {
    let can_draw = env::var_os("TERM").is_some_and(|term| !term.is_empty() && term != "dumb");
    if !io::stdout().is_terminal() || !can_draw {
        return Err(Failure::new(
            Exit::Usage,
            "the explorer needs a terminal; `rungs --linear` asks and answers in plain lines anywhere; in a script use `rungs list`, `rungs show`, `rungs compare`, \
             `rungs gap`, `rungs bookmark`, `rungs catalog` or `rungs config` (see `rungs --help`)",
        ));
    }
    let places = places(&cli.global);
    let Wished { settings, keys, findings } = home::settings(&cli.global, &places);
    let Opened { catalog, sources, mut notices } = opened::open(&cli.global, &places, &settings)?;
    let (at, practised) = (at(&catalog)?, practised(&catalog)?);
    notices.extend(store::notice(&findings));
    let demanded = appearance::theme(cli.global.color, |name| env::var_os(name));
    // What is written down wins over what was chosen on screen.
    let themes = home::themes(&cli.global, &places);
    let wished = settings.theme.value.as_deref().filter(|_| demanded.is_none()).and_then(|name| themes.named(name));
    let standing = match (demanded, wished) {
        (Some(theme), _) => Some(Standing { theme, by: By::Surroundings }),
        (None, Some((theme, findings))) => {
            notices.extend(store::notice(&findings));
            Some(Standing { theme, by: By::Settings })
        }
        (None, None) => None,
    };
    let ascii = if cli.global.ascii { Some(true) } else { settings.ascii.value };
    let start = Start {
        catalog: Arc::new(catalog),
        watched: Watched::of(sources),
        notices,
        places,
        at,
        fresh: cli.explore.fresh,
        practised,
        mock,
        standing,
        themes,
        depth: appearance::depth(|name| env::var_os(name)),
        glyphs: appearance::glyphs(ascii, |name| env::var_os(name)),
        keys,
        settings,
    };
    let not_kept = tui::run(start).map_err(|error| Failure::new(Exit::Usage, format!("the terminal: {error}")))?;
    for what in &not_kept {
        output::message(what);
    }
    Ok(if not_kept.is_empty() { Exit::Done } else { Exit::Unwritable })
}
