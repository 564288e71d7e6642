//! The texts of a catalog, read but not yet parsed: from the binary, from a folder, from one file, from memory.
//!
//! A folder is laid out like `data/`: `catalog.json`, `skills.json`, `kpis.json` and `families/*.json` (an
//! `outline.json` is not read: it says nothing that the others do not). One file is a `catalog.json` that holds
//! everything: beside the framework's own fields `skills`, `kpis` and `families`, each a list of what a folder keeps in
//! files. A folder's `catalog.json` may hold some of that too, so there is one shape and not two.
//!
//! Whatever a path leads to, reading ends soon and within bounds: only regular files, only so many bytes.

use std::borrow::Cow;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::embedded;
use super::problem::Check;
use crate::text::SafeText;

/// The most bytes of one file.
const FILE_BYTES: u64 = 64 << 20;
/// The most bytes of all files of a catalog.
const ALL_BYTES: u64 = 256 << 20;
/// The most files of a catalog.
const MOST_FILES: usize = 1_000;

/// The texts of one catalog, those that cannot be read with the reason why.
#[derive(Debug)]
pub struct Files {
    pub(super) files: Vec<CatalogFile>,
}

/// One text, and where it came from.
#[derive(Debug)]
pub(super) struct CatalogFile {
    /// What messages call it.
    pub name: SafeText,
    /// What it holds.
    pub part: Part,
    /// Which of the catalogs that lie over each other it belongs to, the lowest being 0.
    pub layer: usize,
    /// Whether the tests proved it valid, so that nobody need look at it again.
    pub proven: bool,
    /// The text, or why there is none.
    pub text: Result<Cow<'static, str>, Unread>,
}

/// Which part of a catalog a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The framework, and perhaps everything else.
    Catalog,
    /// The skills.
    Skills,
    /// The KPIs.
    Kpis,
    /// One family.
    Family,
}

/// Why a file has no text.
#[derive(Debug, Clone)]
pub(super) struct Unread {
    pub check: Check,
    pub text: String,
    /// What could be decoded before the trouble began, when it began in the midst of a text.
    pub before: Option<String>,
}

impl Unread {
    fn new(check: Check, text: impl Into<String>) -> Self {
        Self { check, text: text.into(), before: None }
    }
}

impl Files {
    /// The files of the catalog inside the binary.
    pub fn embedded() -> Self {
        let file = |(path, text): (String, &'static str)| {
            let part = match path.as_str() {
                "skills.json" => Part::Skills,
                "kpis.json" => Part::Kpis,
                "catalog.json" => Part::Catalog,
                _ => Part::Family,
            };
            let name = SafeText::line(&format!("data/{path}"));
            CatalogFile { name, part, layer: 0, proven: false, text: Ok(Cow::Borrowed(text)) }
        };
        Self { files: embedded::files().map(file).collect() }
    }

    /// A catalog in one text, which messages call `name`.
    pub fn one(name: &str, text: impl Into<String>) -> Self {
        let text = decode(text.into().into_bytes()).map(Cow::Owned);
        let name = SafeText::line(name);
        Self { files: vec![CatalogFile { name, part: Part::Catalog, layer: 0, proven: false, text }] }
    }

    /// The catalog at `path`: a folder or one file.
    ///
    /// What cannot be read is a problem of the catalog, told by [`super::load()`] together with all others.
    pub fn read(path: &Path) -> Self {
        let mut reader = Reader { files: Vec::new(), bytes_left: ALL_BYTES };
        if path.is_dir() {
            reader.folder(path);
        } else {
            reader.file(path, Part::Catalog);
        }
        Self { files: reader.files }
    }

    /// No file, since `path` holds too much.
    pub(super) fn none(path: &Path, too_much: String) -> Self {
        let mut reader = Reader { files: Vec::new(), bytes_left: 0 };
        reader.push(path, Part::Family, Err(Unread::new(Check::TooMuch, too_much)));
        Self { files: reader.files }
    }

    /// These with `upper` laid over them.
    #[must_use]
    pub(super) fn under(mut self, upper: Self) -> Self {
        let layer = self.files.last().map_or(0, |file| file.layer + 1);
        self.files.extend(upper.files.into_iter().map(|file| CatalogFile { layer, ..file }));
        self
    }

    /// The same, known to be valid.
    pub(super) fn proven(mut self) -> Self {
        for file in &mut self.files {
            file.proven = true;
        }
        self
    }

    /// Whether it brings a scale of levels, without which it cannot stand alone. A `catalog.json` that nobody can read may
    /// have had one; a folder without that file has none.
    pub(super) fn has_levels(&self) -> bool {
        #[derive(Deserialize)]
        struct Whole {
            #[serde(default)]
            levels: Option<IgnoredAny>,
        }
        let whole = self.files.iter().find(|file| file.part == Part::Catalog);
        whole.is_some_and(|file| match &file.text {
            Ok(text) => serde_json::from_str(text).map_or(true, |Whole { levels }| levels.is_some()),
            Err(_) => true,
        })
    }
}

struct Reader {
    files: Vec<CatalogFile>,
    bytes_left: u64,
}

impl Reader {
    fn folder(&mut self, folder: &Path) {
        let files = [("catalog.json", Part::Catalog), ("skills.json", Part::Skills), ("kpis.json", Part::Kpis)];
        for (name, part) in files {
            let path = folder.join(name);
            if path.symlink_metadata().is_ok() {
                self.file(&path, part);
            }
        }
        let families = folder.join("families");
        match json_files(&families) {
            // None of them is read: what is wrong with a thousand would hide that there are too many.
            Ok(paths) if paths.len() > MOST_FILES => {
                let text = format!("holds {} files: at most {MOST_FILES}", paths.len());
                self.push(&families, Part::Family, Err(Unread::new(Check::TooMuch, text)));
            }
            Ok(paths) => {
                for path in &paths {
                    self.file(path, Part::Family);
                }
            }
            // Families may stand in catalog.json.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                let text = "is no folder: it should hold a file for each family";
                self.push(&families, Part::Family, Err(Unread::new(Check::Unreadable, text)));
            }
            Err(error) => self.push(&families, Part::Family, Err(unreadable(&error))),
        }
        if self.files.is_empty() {
            // Any of the files would do, but this is the one that says what the folder is.
            self.file(&folder.join("catalog.json"), Part::Catalog);
        }
    }

    fn file(&mut self, path: &Path, part: Part) {
        let text = read_bytes(path, self.bytes_left).and_then(|bytes| {
            self.bytes_left = self.bytes_left.saturating_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
            decode(bytes)
        });
        self.push(path, part, text);
    }

    fn push(&mut self, path: &Path, part: Part, text: Result<String, Unread>) {
        let name = SafeText::line(&path.to_string_lossy());
        self.files.push(CatalogFile { name, part, layer: 0, proven: false, text: text.map(Cow::Owned) });
    }
}

/// Every file that the catalog in `folder` may be read from, there or not.
pub(super) fn paths_in(folder: &Path) -> Vec<PathBuf> {
    let mut paths = ["catalog.json", "skills.json", "kpis.json"].map(|name| folder.join(name)).to_vec();
    paths.extend(json_files(&folder.join("families")).unwrap_or_default());
    paths
}

/// The visible `*.json` of a folder, by name.
fn json_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !hidden && path.extension().is_some_and(|extension| extension == "json") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read_bytes(path: &Path, bytes_left: u64) -> Result<Vec<u8>, Unread> {
    let file = open(path).map_err(|error| unreadable(&error))?;
    let metadata = file.metadata().map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        return Err(Unread::new(Check::Unreadable, "is a folder where a file is needed"));
    }
    if !metadata.is_file() {
        return Err(Unread::new(Check::Unreadable, "is no regular file"));
    }
    let most = FILE_BYTES.min(bytes_left);
    let too_large = || {
        let which = if most < FILE_BYTES { "all files of a catalog" } else { "a file" };
        let bytes = if most < FILE_BYTES { ALL_BYTES } else { FILE_BYTES };
        Unread::new(Check::TooMuch, format!("is too large: {which} may have {} MiB", bytes >> 20))
    };
    if metadata.len() > most {
        return Err(too_large());
    }
    // The length is only what the file had a moment ago (and 0 under /proc), so the read has a bound of its own.
    let mut bytes = Vec::new();
    let read = file.take(most + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if u64::try_from(read).is_ok_and(|read| read <= most) { Ok(bytes) } else { Err(too_large()) }
}

/// Opens without waiting for the other end of a pipe and without making a terminal ours.
fn open(path: &Path) -> io::Result<File> {
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

fn unreadable(error: &io::Error) -> Unread {
    let text = match error.kind() {
        io::ErrorKind::NotFound => "is not there".to_owned(),
        _ => format!("cannot be read: {error}"),
    };
    Unread::new(Check::Unreadable, text)
}

/// The text of a file without its byte order mark.
fn decode(bytes: Vec<u8>) -> Result<String, Unread> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Unread::new(Check::Encoding, "is UTF-16: save it as UTF-8"));
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(error.as_bytes().get(..good).unwrap_or_default()).into_owned();
        let text = format!("is not UTF-8: byte {} begins no character", good + 1);
        Unread { check: Check::Encoding, text, before: Some(before) }
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    if text.trim().is_empty() { Err(Unread::new(Check::EmptyFile, "is empty")) } else { Ok(text) }
}
