//! Catalogs of several sizes, each with the lines that can be found in it as a file for the peers; and what the index of
//! each costs.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::time::Instant;

use rungs::catalog::{Catalog, Files, load};
use rungs::search::{Index, Matching};
use tempfile::TempDir;

use crate::table::{Samples, Table};
use crate::terminal::milliseconds;
use crate::{Setting, company};

/// What is typed.
pub(crate) const TYPED: &str = "staff paym";

/// How many roles the large case has.
const LARGE: usize = 5_100;

/// A catalog, and what can be found in it.
pub(crate) struct Size {
    /// How many roles it has.
    pub(crate) roles: usize,
    /// How many texts can be found.
    pub(crate) lines: usize,
    /// The file for `--catalog`; none for the embedded one.
    pub(crate) catalog: Option<PathBuf>,
    /// The texts, one a line, in the same words for the peers.
    pub(crate) texts: PathBuf,
    /// What it was read from, and what keeps the files.
    source: (Option<String>, TempDir),
}

/// The embedded catalog, companies whose texts come to about 10,000 and 100,000 lines, one of 4 MB, the one of 5,000 roles, and
/// the largest there can be: a catalog has a thousand families at most, here of seven roles.
pub(crate) fn all() -> io::Result<Vec<Size>> {
    [None, Some(250), Some(700), Some(3_050), Some(5_000), Some(6_990)].into_iter().map(size).collect()
}

fn size(roles: Option<usize>) -> io::Result<Size> {
    let home = tempfile::tempdir()?;
    let text = roles.map(company::catalog);
    let catalog = text.as_ref().map(|_| home.path().join("company.json"));
    if let (Some(text), Some(path)) = (&text, &catalog) {
        fs::write(path, text)?;
    }
    let opened = open(text.as_deref());
    let texts = home.path().join("lines.txt");
    let mut file = BufWriter::new(File::create(&texts)?);
    let index = Index::of(&opened);
    index.texts().try_for_each(|text| writeln!(file, "{text}"))?;
    file.flush()?;
    let (roles, lines) = (opened.rungs().count(), index.texts().count());
    Ok(Size { roles, lines, catalog, texts, source: (text, home) })
}

fn open(text: Option<&str>) -> Catalog {
    match text {
        Some(text) => load(&Files::one("company.json", text)).unwrap(),
        None => Catalog::embedded().unwrap(),
    }
}

impl Size {
    /// What stands before the arguments of a command that is about this catalog.
    pub(crate) fn arguments<'a>(&'a self, others: &[&'a str]) -> Vec<&'a str> {
        let path = self.catalog.as_ref().and_then(|path| path.to_str());
        path.map_or_else(Vec::new, |path| vec!["--catalog", path]).into_iter().chain(others.iter().copied()).collect()
    }

    /// `bar`, where it holds for this size: what is larger than the large case is only told.
    pub(crate) fn up_to_large(&self, bar: f64) -> f64 {
        if self.roles <= LARGE { bar } else { f64::INFINITY }
    }

    /// How it is called in the table.
    pub(crate) fn name(&self) -> String {
        format!("{} roles, {} lines", self.roles, self.lines)
    }
}

/// Making the index, and the answer to each beginning of what is typed.
pub(crate) fn index(size: &Size, Setting { amount, .. }: &Setting, table: &mut Table) {
    let (mut made, mut answered) = (Samples::new(), Samples::new());
    for _ in 0..amount.keyed / 3 {
        // Read anew each time: what was read once is not read again.
        let catalog = open(size.source.0.as_deref());
        let start = Instant::now();
        let index = Index::of(&catalog);
        made.push(milliseconds(start.elapsed()));
        let keys = TYPED.char_indices().map(|(at, letter)| &TYPED[..at + letter.len_utf8()]);
        let start = Instant::now();
        let hits: usize = keys.map(|typed| index.answer(&index.query(typed, Matching::Fuzzy)).hits.len()).sum();
        answered.push(milliseconds(start.elapsed()) / f64::from(u32::try_from(TYPED.len()).unwrap()));
        assert!(hits > 0);
    }
    let bar = if size.catalog.is_none() { 5.0 } else { f64::INFINITY };
    table.figure(&format!("index made, {}", size.name()), "ms", made.median(), None, bar);
    table.figure(&format!("a letter's answer, {}", size.name()), "ms", answered.median(), None, f64::INFINITY);
}
