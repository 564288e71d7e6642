//! `rungs catalog list`: which catalogs are open, from where, and what each of them comes to.

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::{self, Source};
use crate::cli::args::{Global, LayersArgs};
use crate::cli::opened::{self, Origin};
use crate::cli::output::{Header, Output, Record};
use crate::cli::{Exit, Outcome, home, places};
use crate::text::SafeText;

/// `rungs.catalogs/1`: `{"place","open","from","families","roles","levels","catalog","why"}`; the numbers are of the catalog
/// with all that lies under it, null where it is left out; `why` is null where it is open.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Layer {
    place: usize,
    pub(in crate::cli) open: bool,
    pub(in crate::cli) from: &'static str,
    families: Option<usize>,
    roles: Option<usize>,
    levels: Option<usize>,
    pub(in crate::cli) catalog: SafeText,
    pub(in crate::cli) why: Option<String>,
}

/// Lists the catalogs.
pub(in crate::cli) fn list(args: &LayersArgs, global: &Global, output: &mut Output) -> Outcome {
    let (layers, exit) = layers(global);
    output.records(&layers, if args.header { Header::Always } else { Header::Aligned })?;
    Ok(exit)
}

/// The catalogs that are open or left out, the lowest first, and how a run about them ends.
pub(in crate::cli) fn layers(global: &Global) -> (Vec<Layer>, Exit) {
    let places = places(global);
    let settings = home::settings(global, &places).settings;
    let (mut taken, mut layers, mut exit) = (Vec::new(), Vec::new(), Exit::Done);
    for (place, (source, origin)) in opened::layers(global, &places, &settings).into_iter().enumerate() {
        let catalog = name(&source);
        taken.push(source);
        let (why, counts) = match catalog::open(&taken) {
            Ok(open) => (None, Some((open.families().len(), open.rungs().count(), open.framework().levels.len()))),
            Err(problems) => {
                taken.pop();
                if origin == Origin::Asked {
                    exit = Exit::Catalog;
                }
                (Some(problems.first().map(ToString::to_string).unwrap_or_default()), None)
            }
        };
        layers.push(Layer {
            place: place + 1,
            open: why.is_none(),
            from: words(origin),
            families: counts.map(|(families, ..)| families),
            roles: counts.map(|(_, roles, _)| roles),
            levels: counts.map(|(.., levels)| levels),
            catalog,
            why,
        });
    }
    (layers, exit)
}

fn name(source: &Source) -> SafeText {
    match source {
        Source::Embedded => SafeText::line("embedded"),
        Source::Path(path) | Source::TooMany { folder: path, .. } => SafeText::line(&path.to_string_lossy()),
    }
}

fn words(origin: Origin) -> &'static str {
    match origin {
        Origin::Asked => "asked for",
        Origin::Settings => "settings",
        Origin::Folder => "config directory",
        Origin::Inside => "inside rungs",
    }
}

impl Record for Layer {
    const SCHEMA: &'static str = "rungs.catalogs/1";
    const COLUMNS: &'static [&'static str] =
        &["place", "state", "from", "families", "roles", "levels", "catalog", "why"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let number = |number: Option<usize>| Cow::from(number.map(|number| number.to_string()).unwrap_or_default());
        vec![
            self.place.to_string().into(),
            if self.open { "open" } else { "left out" }.into(),
            self.from.into(),
            number(self.families),
            number(self.roles),
            number(self.levels),
            self.catalog.as_str().into(),
            self.why.as_deref().unwrap_or_default().into(),
        ]
    }
}
