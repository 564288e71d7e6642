//! [`Watched`]: catalogs on disk that may change while they are open.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::files::paths_in;
use super::source::{Source, open};
use super::{Catalog, Problem};

/// The files of an open catalog, as they were when they were read.
#[derive(Debug)]
pub struct Watched {
    sources: Vec<Source>,
    seen: Vec<Seen>,
}

/// A file, and what tells that it is another now.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    path: PathBuf,
    /// Its length in bytes and when it was written; none where there is none.
    state: Option<(u64, Option<SystemTime>)>,
}

impl Watched {
    /// The catalog that `sources` make, just opened; `None` where no file has a part in it.
    pub fn of(sources: Vec<Source>) -> Option<Self> {
        let is_on_disk = |source: &Source| matches!(source, Source::Path(_));
        sources.iter().any(is_on_disk).then(|| Self { seen: seen(&sources), sources })
    }

    /// The catalog as it is now, if a file of it changed since it was looked at: opened, or refused with its errors.
    pub fn reopened(&mut self) -> Option<Result<Catalog, Vec<Problem>>> {
        let now = seen(&self.sources);
        if now == self.seen {
            return None;
        }
        // What changes while it is read has another state the next time.
        self.seen = now;
        Some(open(&self.sources))
    }
}

fn seen(sources: &[Source]) -> Vec<Seen> {
    let path = |source: &Source| match source {
        Source::Path(path) => Some(path.clone()),
        Source::Embedded | Source::TooMany { .. } => None,
    };
    let paths =
        sources.iter().filter_map(path).flat_map(|path| if path.is_dir() { paths_in(&path) } else { vec![path] });
    paths.map(|path| Seen { state: state(&path), path }).collect()
}

fn state(path: &Path) -> Option<(u64, Option<SystemTime>)> {
    let metadata: Metadata = fs::metadata(path).ok()?;
    Some((metadata.len(), metadata.modified().ok()))
}
