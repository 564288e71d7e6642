//! Where a catalog is written to: one file or a folder, never over what is there unless that was asked for, and each
//! file whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use crate::catalog::Written;
use crate::cli::to_file::{failed, replace, shown};
use crate::cli::{Exit, Failure};

/// Where a catalog is written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// One file.
    File(PathBuf),
    /// The files of a folder.
    Folder(PathBuf),
}

impl Place {
    /// What `path` means: a name that ends in `.json` is a file, unless there is a folder of that name.
    pub(super) fn of(path: &Path) -> Self {
        let is_file = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) && !path.is_dir();
        if is_file || path.is_file() { Self::File(path.to_owned()) } else { Self::Folder(path.to_owned()) }
    }

    /// Whether something is there already; an empty folder is nothing.
    pub(super) fn is_taken(&self) -> bool {
        let path = self.path();
        let is_empty = || fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none());
        path.symlink_metadata().is_ok() && !(matches!(self, Self::Folder(_)) && is_empty())
    }

    /// Refuses to write over what is there, unless that is asked for.
    pub(super) fn check(&self, force: bool) -> Result<(), Failure> {
        if self.is_taken() && !force {
            let message = format!("{} is there already: --force writes over it", shown(self.path()));
            return Err(Failure::new(Exit::Unwritable, message));
        }
        Ok(())
    }

    fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Folder(path) => path,
        }
    }
}

/// How much a catalog holds, in words.
pub(super) fn counted(catalog: &Written) -> String {
    let (families, roles, skills) = catalog.counts();
    let count = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let (families, roles) = (count(families, "family", "families"), count(roles, "role", "roles"));
    format!("{families}, {roles}, {}", count(skills, "skill", "skills"))
}

/// Writes `catalog` to `place`; where that is, for people.
pub(super) fn write(place: &Place, catalog: &Written) -> Result<String, Failure> {
    let unwritten = |error: serde_json::Error| Failure::new(Exit::Unwritable, error.to_string());
    match place {
        Place::File(path) => {
            replace(path, &catalog.one().map_err(unwritten)?).map_err(|error| failed(path, &error))?;
            Ok(shown(path))
        }
        Place::Folder(folder) => {
            let files = catalog.folder().map_err(unwritten)?;
            fill(folder, &files)?;
            stale(folder, &files)?;
            Ok(format!("{}/", shown(folder).trim_end_matches('/')))
        }
    }
}

/// Writes `files`, each by its path in `folder`.
pub(super) fn fill(folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    for (name, text) in files {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|error| failed(parent, &error))?;
        replace(&path, text).map_err(|error| failed(&path, &error))?;
    }
    Ok(())
}

/// Takes away the families of the catalog that was there before: they would be part of the new one.
fn stale(folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    let families = folder.join("families");
    let Ok(entries) = fs::read_dir(&families) else { return Ok(()) };
    for path in entries.flatten().map(|entry| entry.path()) {
        let is_ours = files.iter().any(|(name, _)| folder.join(name) == path);
        if !is_ours && path.extension().is_some_and(|ending| ending == "json") {
            fs::remove_file(&path).map_err(|error| failed(&path, &error))?;
        }
    }
    Ok(())
}
