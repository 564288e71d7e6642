//! [`inspect`]: what each line of a journal is, for somebody who asks. Writes nothing at all, not even the copy of
//! unreadable lines that reading makes.

use std::collections::BTreeMap;
use std::io::{self, BufReader};
use std::path::Path;

use jiff::Timestamp;

use super::entry::Record;
use super::line::{self, Checked, LONGEST_RECORD, READER};
use super::read::{CHUNK, End, ReadError, next_line};
use crate::store::disk::{self, Purpose};
use crate::text::SafeText;

/// What the lines of a journal are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// How many lines it has that are not blank.
    pub lines: usize,
    /// How many records of each kind this program reads.
    pub kinds: BTreeMap<Box<str>, usize>,
    /// Lines that are not as this program would have written them, in their order.
    pub faults: Vec<Fault>,
    /// The version a program must read to write here, if a line asks for one.
    pub min_reader: Option<u64>,
}

/// A line that is not as this program would have written it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its number, from 1.
    pub line: usize,
    /// What is the matter.
    pub what: What,
}

/// What is the matter with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It is no record. It is passed over and stays where it is.
    Unreadable,
    /// It is longer than a record may be. It is passed over and stays where it is.
    TooLong,
    /// It is the last one and has no end: a save was cut short, or is under way.
    Torn,
    /// It was changed after it was written. It counts all the same.
    Altered,
    /// It is of a newer version, and left alone.
    Newer(u64),
    /// Its kind, or its shape within its kind, is not known. It is left alone.
    Unknown(SafeText),
}

impl What {
    /// One word for it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::TooLong => "too-long",
            Self::Torn => "torn",
            Self::Altered => "altered",
            Self::Newer(_) => "newer",
            Self::Unknown(_) => "unknown",
        }
    }

    /// Whether what the line said is lost.
    pub fn is_loss(&self) -> bool {
        matches!(self, Self::Unreadable | Self::TooLong | Self::Torn)
    }
}

/// What each line of the journal at `path` is; one that is not there has none.
///
/// # Errors
///
/// When the file is there and cannot be read.
pub fn inspect<R: Record>(path: &Path) -> Result<Inspection, ReadError> {
    let failed = |source| ReadError { path: path.to_owned(), source };
    let mut inspection = Inspection::default();
    let file = match disk::open(path, Purpose::Read) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(inspection),
        outcome => outcome.map_err(failed)?,
    };
    let mut source = BufReader::with_capacity(CHUNK, file);
    let mut line = Vec::new();
    let mut number = 0;
    while let Some(end) = next_line(&mut source, &mut line).map_err(failed)? {
        number += 1;
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii_end();
        if line.is_empty() && end != End::TooFar {
            continue;
        }
        inspection.lines += 1;
        if let Some(what) = inspection.look::<R>(line, end) {
            inspection.faults.push(Fault { line: number, what });
        }
    }
    Ok(inspection)
}

impl Inspection {
    /// Counts a line in, and says what is the matter with it.
    fn look<R: Record>(&mut self, line: &[u8], end: End) -> Option<What> {
        let decoded = if end == End::TooFar { None } else { line::decode::<R>(line, Timestamp::UNIX_EPOCH) };
        let Some(decoded) = decoded else {
            return Some(match end {
                End::OfFile => What::Torn,
                _ if line.len() > LONGEST_RECORD => What::TooLong,
                _ => What::Unreadable,
            });
        };
        self.min_reader = self.min_reader.max(decoded.min_reader);
        let (version, kind) = line::kind(line);
        if decoded.entry.is_none() {
            let newer = version.filter(|version| *version > READER);
            return Some(newer.map_or_else(|| What::Unknown(SafeText::line(&kind)), What::Newer));
        }
        *self.kinds.entry(kind.into()).or_default() += 1;
        (decoded.checked == Checked::Wrong).then_some(What::Altered)
    }
}
