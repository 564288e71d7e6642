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

/// One role, whose texts come to about 70 lines; the embedded catalog; companies whose texts come to about 10,000 and 100,000
/// lines, one of 4 MB, the one of 5,000 roles, and one whose texts come to more than 300,000 lines: a catalog has a thousand
/// families at most, here of seven roles that say all they have to say.
pub(crate) fn all() -> io::Result<Vec<Size>> {
    let companies = [250, 700, 3_050, 5_000].map(|roles| Some(company::catalog(roles)));
    let texts = [Some(company::one_role()), None].into_iter().chain(companies).chain([Some(company::in_full(6_990))]);
    texts.map(size).collect()
}

fn size(text: Option<String>) -> io::Result<Size> {
    let home = tempfile::tempdir()?;
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

    /// Whether it is so small that a letter is measured beside a bare program's cursor move.
    pub(crate) fn is_beside_bare(&self) -> bool {
        self.roles == 1 || self.catalog.is_none()
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
