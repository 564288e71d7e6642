//! What is kept and read: the directories, the settings, the journals and the catalogs.

use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};

use super::{Item, State};
use crate::cli::args::{Cli, Global};
use crate::cli::home::{self, Wished};
use crate::cli::{Exit, catalog};
use crate::store::{Change, Inspection, Places, READER, ReadError, Remark, inspect};

/// The directories, and whether they can be written to.
pub(super) fn places(places: &Places) -> Vec<Item> {
    let directory = |what: &'static str, path: &Option<PathBuf>| match path {
        None => Item::new(
            State::Wrong,
            what,
            "nowhere",
            "nothing is kept: set HOME, or RUNGS_CONFIG_DIR and RUNGS_DATA_DIR",
        ),
        Some(path) => {
            let there = nearest(path);
            let shown = path.to_string_lossy();
            if !there.is_dir() {
                Item::new(State::Wrong, what, shown, format!("{} is no directory", there.display()))
            } else if access(there, Access::WRITE_OK).is_err() {
                Item::new(
                    State::Wrong,
                    what,
                    shown,
                    format!("{} cannot be written to: nothing is kept there", there.display()),
                )
            } else if there == path {
                Item::new(State::Ok, what, shown, "")
            } else {
                Item::new(State::Ok, what, shown, "not made yet: the first thing that is kept makes it")
            }
        }
    };
    vec![directory("config directory", &places.config), directory("data directory", &places.data)]
}

/// The path, or the first directory above it that is there.
fn nearest(path: &Path) -> &Path {
    path.ancestors().find(|path| path.exists()).unwrap_or(path)
}

/// The settings, and what is wrong with them.
pub(super) fn settings(cli: &Cli, places: &Places, wished: &Wished) -> Vec<Item> {
    let Some((file, _)) = home::file(&cli.global, places) else {
        return vec![Item::new(State::Ok, "settings", "none", "--no-config, or no config directory")];
    };
    let shown = file.to_string_lossy();
    if wished.findings.is_empty() {
        let why = if file.exists() {
            ""
        } else {
            "not there, so everything is as it comes; `rungs config default` prints one"
        };
        return vec![Item::new(State::Ok, "settings", shown, why)];
    }
    wished.findings.iter().map(|finding| Item::new(State::Wrong, "settings", &*shown, finding.to_string())).collect()
}

/// The journals, and what of them cannot be read.
pub(super) fn journals(places: &Places) -> Vec<Item> {
    let of = |what, path: Option<PathBuf>, look: &dyn Fn(&Path) -> Result<Inspection, ReadError>| {
        let path = path?;
        let shown = path.to_string_lossy();
        if !path.exists() {
            return Some(Item::new(State::Ok, what, shown, "nothing kept yet"));
        }
        Some(match look(&path) {
            Err(error) => Item::new(State::Wrong, what, shown, error.to_string()),
            Ok(found) if found.min_reader.is_some_and(|needed| needed > READER) => {
                Item::new(State::Wrong, what, shown, "a newer rungs keeps it: it is read, and nothing is written to it")
            }
            Ok(found) if found.faults.iter().any(|fault| fault.what.is_loss()) => {
                let count = found.faults.iter().filter(|fault| fault.what.is_loss()).count();
                Item::new(
                    State::Wrong,
                    what,
                    shown,
                    format!("{count} of {} lines cannot be read; the others are", found.lines),
                )
            }
            Ok(found) => Item::new(State::Ok, what, shown, format!("every line can be read: {}", found.lines)),
        })
    };
    let bookmarks = of("bookmarks", places.bookmarks(), &|path| inspect::<Change>(path));
    let practice = of("practice", places.practice(), &|path| inspect::<Remark>(path));
    bookmarks.into_iter().chain(practice).collect()
}

/// The catalogs that are open, and those that are left out.
pub(super) fn catalogs(global: &Global) -> Vec<Item> {
    let (layers, exit) = catalog::layers(global);
    let state = |open| match (open, exit) {
        (true, _) => State::Ok,
        (false, Exit::Done) => State::Note,
        (false, _) => State::Wrong,
    };
    let item = |layer: catalog::Layer| {
        let why = layer.why.unwrap_or_else(|| layer.from.to_owned());
        Item::new(state(layer.open), "catalog", &*layer.catalog, why)
    };
    layers.into_iter().map(item).collect()
}
