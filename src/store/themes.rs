//! The files of a person's own themes, which the program only reads. What stands in them is known to whoever has the inks.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk;
use crate::text::SafeText;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 10;
/// The most files that are listed.
const MOST: usize = 200;
/// The longest name of a theme, in bytes.
const LONGEST: usize = 64;

/// A theme's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFile {
    /// What the theme is called: the file's name without its ending.
    pub name: String,
    /// Where the file is.
    pub path: PathBuf,
    /// What it says, or why it cannot be read, in a sentence.
    pub text: Result<String, String>,
}

/// The file of the theme called `name` in `directory`; none where there is none.
pub fn theme_file(directory: &Path, name: &str) -> Option<ThemeFile> {
    let path = path_of(directory, name)?;
    path.is_file().then(|| ThemeFile { name: name.to_owned(), text: disk::text(&path, LARGEST), path })
}

/// All files of themes in `directory`, by name.
pub fn theme_files(directory: &Path) -> Vec<ThemeFile> {
    theme_names(directory).iter().filter_map(|name| theme_file(directory, name)).collect()
}

/// The names of the themes in `directory`, in order.
pub(super) fn theme_names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let name = |path: PathBuf| {
        let is_toml = path.extension().is_some_and(|extension| extension == "toml");
        path.file_stem().filter(|_| is_toml)?.to_str().map(str::to_owned)
    };
    let names = entries.filter_map(|entry| name(entry.path())).filter(|name| path_of(directory, name).is_some());
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    names.truncate(MOST);
    names
}

/// Where the theme called `name` would be; none where no theme can be called that.
pub(super) fn path_of(directory: &Path, name: &str) -> Option<PathBuf> {
    let fits = !name.is_empty() && name.len() <= LONGEST && !name.starts_with('.') && !name.contains(['/', '\\']);
    (fits && SafeText::line(name) == *name).then(|| directory.join(format!("{name}.toml")))
}
