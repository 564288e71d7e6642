//! Which catalog a command is about: what the command line names, else `RUNGS_CATALOG`, else what the settings name or
//! the embedded one, with what lies in the config directory over it.

use std::env;

use super::args::Global;
use super::{Exit, Failure, home, output, places};
use crate::catalog::{self, Catalog, Problem, Source};
use crate::store::{Places, Settings};

/// How many problems of a catalog are told when it is refused.
const TOLD: usize = 3;

/// A catalog, and what the reader should know of it.
#[derive(Debug)]
pub(super) struct Opened {
    /// The catalog.
    pub catalog: Catalog,
    /// What it is made of, the lowest first.
    pub sources: Vec<Source>,
    /// Which of the reader's own catalogs are left out, and why.
    pub notices: Vec<String>,
}

/// Opens the catalog.
///
/// What somebody asks for by name now is refused with its errors. What only stands in the settings or lies in the config
/// directory is left out with a notice when it has errors: an old file there must not keep anybody from starting.
pub(super) fn open(global: &Global, places: &Places, settings: &Settings) -> Result<Opened, Failure> {
    let named = asked_for(global);
    if !named.is_empty() {
        let catalog = catalog::open(&named).map_err(|problems| refused(&problems))?;
        return Ok(Opened { catalog, sources: named, notices: Vec::new() });
    }
    let kept: Vec<Source> = kept(places, settings).into_iter().map(|(source, _)| source).collect();
    match catalog::open(&kept) {
        Ok(catalog) => Ok(Opened { catalog, sources: kept, notices: Vec::new() }),
        Err(_) => without_the_wrong(kept),
    }
}

/// Who says that a catalog is part of what is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The command line or `RUNGS_CATALOG`.
    Asked,
    /// The settings.
    Settings,
    /// It lies in the folder for catalogs.
    Folder,
    /// Nobody names another, or it has levels for one that has none.
    Inside,
}

/// The catalogs that are open where none is asked for by name, the lowest first.
fn kept(places: &Places, settings: &Settings) -> Vec<(Source, Origin)> {
    let wished = settings.catalogs.value.iter().map(|path| (Source::from(path.as_os_str()), Origin::Settings));
    let mut kept: Vec<(Source, Origin)> = wished.collect();
    if kept.is_empty() {
        kept.push((Source::Embedded, Origin::Inside));
    }
    let folder = places.catalogs().map_or_else(Vec::new, |folder| catalog::kept_in(&folder));
    kept.extend(folder.into_iter().map(|source| (source, Origin::Folder)));
    kept
}

/// The catalogs that are open or left out, the lowest first, and who says so.
pub(super) fn layers(global: &Global, places: &Places, settings: &Settings) -> Vec<(Source, Origin)> {
    let asked = asked_for(global);
    let mut layers = if asked.is_empty() {
        kept(places, settings)
    } else {
        asked.into_iter().map(|source| (source, Origin::Asked)).collect()
    };
    if layers.first().is_some_and(|(lowest, _)| !lowest.stands_alone()) {
        layers.insert(0, (Source::Embedded, Origin::Inside));
    }
    layers
}

/// The catalog of those `sources` that have no errors, each tried over those before it, so that one bad file costs none but
/// itself.
fn without_the_wrong(sources: Vec<Source>) -> Result<Opened, Failure> {
    let (mut taken, mut notices) = (Vec::new(), Vec::new());
    for source in sources {
        taken.push(source);
        if let Err(problems) = catalog::open(&taken) {
            taken.pop();
            notices.extend(problems.first().map(|first| format!("a catalog is left out: {first}")));
        }
    }
    let catalog = catalog::open(&taken).map_err(|problems| refused(&problems))?;
    Ok(Opened { catalog, sources: taken, notices })
}

/// The catalog until the process ends, which is soon: to take it apart would be work for nobody.
pub(super) fn open_for_good(global: &Global) -> Result<&'static Catalog, Failure> {
    let places = places(global);
    let settings = home::settings(global, &places).settings;
    let Opened { catalog, notices, .. } = open(global, &places, &settings)?;
    for notice in &notices {
        output::message(notice);
    }
    Ok(Box::leak(Box::new(catalog)))
}

/// The catalogs that somebody asked for by name, the lowest first.
pub(super) fn asked_for(global: &Global) -> Vec<Source> {
    if !global.catalog.is_empty() {
        return global.catalog.iter().map(|word| Source::from(word.as_os_str())).collect();
    }
    let variable = env::var_os("RUNGS_CATALOG").unwrap_or_default();
    let words = env::split_paths(&variable).filter(|path| !path.as_os_str().is_empty());
    words.map(|path| Source::from(path.as_os_str())).collect()
}

/// Why a catalog is not opened.
pub(super) fn refused(problems: &[Problem]) -> Failure {
    let mut told = vec!["the catalog has errors (see `rungs catalog check`):".to_owned()];
    told.extend(problems.iter().take(TOLD).map(ToString::to_string));
    let more = problems.len().saturating_sub(TOLD);
    if more > 0 {
        told.push(format!("and {more} more"));
    }
    Failure::new(Exit::Catalog, told.join("\n  "))
}
