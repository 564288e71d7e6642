//! [`Source`]: where a catalog comes from; and how several lie over each other.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::files::Files;
use super::problem::Problem;
use super::{Catalog, check, load};

/// The most catalogs of a folder that are read: one after the other is tried where one of them is wrong.
const MOST_KEPT: usize = 20;

/// Where a catalog comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The catalog inside the binary.
    Embedded,
    /// A folder or a file.
    Path(PathBuf),
    /// From nowhere: a folder holds so many catalogs that the last are not read. Whoever opens it is told.
    TooMany {
        /// The folder.
        folder: PathBuf,
        /// How many catalogs it holds.
        count: usize,
    },
}

impl From<&OsStr> for Source {
    /// `embedded` is the one inside the binary, everything else a path (`./embedded` too).
    fn from(word: &OsStr) -> Self {
        if word == "embedded" { Self::Embedded } else { Self::Path(word.into()) }
    }
}

impl Source {
    /// Whether it has levels of its own, so that nothing need lie under it. What cannot be read has not to be completed.
    pub fn stands_alone(&self) -> bool {
        match self {
            Self::Embedded | Self::TooMany { .. } => true,
            Self::Path(path) => !path.exists() || Files::read(path).has_levels(),
        }
    }
}

/// The catalog that `sources` make, the lowest first: a role of the same id is replaced whole, a new one is added. What
/// has no levels of its own lies over the embedded catalog, named or not.
///
/// # Errors
///
/// Everything it is refused for.
pub fn open(sources: &[Source]) -> Result<Catalog, Vec<Problem>> {
    // What the tests proved is read only where it is looked at.
    if matches!(sources, [] | [Source::Embedded])
        && let Ok(embedded) = Catalog::embedded()
    {
        return Ok(embedded);
    }
    load(&stacked(sources))
}

/// Everything that is wrong with the catalog that `sources` make, in the order of the files; what was wrong before, with
/// the embedded catalog alone, is not told again.
pub fn check_all(sources: &[Source]) -> Vec<Problem> {
    check(&stacked(sources))
}

/// The catalogs in `folder`, by name: every visible folder and every `*.json`, as far as they are read. None where there is
/// no such folder.
pub fn kept_in(folder: &Path) -> Vec<Source> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_catalog = |path: &PathBuf| {
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        !hidden && (path.is_dir() || path.extension().is_some_and(|extension| extension == "json"))
    };
    let mut paths: Vec<PathBuf> = paths.filter(is_catalog).collect();
    paths.sort();
    let count = paths.len();
    let too_many = (count > MOST_KEPT).then(|| Source::TooMany { folder: folder.to_owned(), count });
    paths.into_iter().take(MOST_KEPT).map(Source::Path).chain(too_many).collect()
}

fn stacked(sources: &[Source]) -> Files {
    if sources == [Source::Embedded] {
        return Files::embedded();
    }
    let mut sources = sources.iter().map(|source| match source {
        Source::Embedded => Files::embedded().proven(),
        Source::Path(path) => Files::read(path),
        Source::TooMany { folder, count } => {
            Files::none(folder, format!("holds {count} catalogs: the first {MOST_KEPT} by name are read"))
        }
    });
    let Some(lowest) = sources.next() else { return Files::embedded() };
    let lowest = if lowest.has_levels() { lowest } else { Files::embedded().proven().under(lowest) };
    sources.fold(lowest, Files::under)
}
