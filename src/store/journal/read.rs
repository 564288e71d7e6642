//! Reading a journal: every line to an entry or to a finding. Never locks, never writes to the journal, never holds
//! more than one line and the entries in memory.

use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use thiserror::Error;

use super::entry::{Entry, Record};
use super::line::{self, Checked, LONGEST_RECORD, READER};
use super::quarantine::{Quarantine, QuarantineAge, Unreadable};
use super::watch::Fingerprint;
use crate::store::disk::{self, Purpose, shown};

/// How much is asked of the disk at a time.
pub(super) const CHUNK: usize = 64 << 10;

/// Why a journal could not be read.
#[derive(Debug, Error)]
#[error("cannot read {}: {source}; it is left as it is", shown(.path))]
pub struct ReadError {
    /// The journal.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

/// All that was in a journal.
#[derive(Debug)]
pub struct Reading<R> {
    /// The entries, in the order of their lines.
    pub entries: Vec<Entry<R>>,
    /// The latest time on any line.
    pub newest: Option<Timestamp>,
    /// What there is to say about the other lines.
    pub findings: Findings,
}

impl<R> Default for Reading<R> {
    fn default() -> Self {
        Self { entries: Vec::new(), newest: None, findings: Findings::default() }
    }
}

/// What is not as this program would have written it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Findings {
    /// Lines that are no record.
    pub unreadable: usize,
    /// Those of them that are longer than a record may be.
    pub too_long: usize,
    /// Records whose checksum does not hold. They count all the same.
    pub altered: usize,
    /// Records of a newer version or an unknown kind, left alone.
    pub unknown: usize,
    /// Whether the last line has no end and cannot be read: a save was cut short, or is under way in another process.
    pub torn: bool,
    /// Where the unreadable lines were copied to.
    pub quarantine: Option<Quarantine>,
    /// The version a program must read to write here, if a line asks for one.
    pub min_reader: Option<u64>,
}

impl Findings {
    /// Whether this program must not write to the journal.
    pub fn is_read_only(&self) -> bool {
        self.min_reader.is_some_and(|needed| needed > READER)
    }

    /// What a reader should be told, once: nothing about what was told at an earlier start or is no damage.
    pub fn notice(&self) -> Option<String> {
        let mut sentences = Vec::new();
        if let Some(needed) = self.min_reader.filter(|needed| *needed > READER) {
            sentences.push(format!("kept by a newer rungs (format {needed}): shown, but changes are not saved"));
        }
        if let Some(Quarantine { path, age: QuarantineAge::New }) = &self.quarantine {
            sentences.push(format!("{} unreadable lines passed over, copied to {}", self.unreadable, shown(path)));
        } else if self.unreadable > 0 && self.quarantine.is_none() {
            sentences.push(format!("{} unreadable lines passed over and left in the file", self.unreadable));
        }
        if self.too_long > 0 && !sentences.is_empty() {
            sentences.push(format!("{} too long: a record may have {} MiB", self.too_long, LONGEST_RECORD >> 20));
        }
        if self.altered > 0 {
            sentences.push(format!("{} records changed since they were written (checksum)", self.altered));
        }
        (!sentences.is_empty()).then(|| sentences.join("; "))
    }
}

/// Reads the journal at `path`, with the state of the file it began from; one that is not there is empty.
pub(super) fn read<R: Record>(path: &Path) -> Result<(Reading<R>, Option<Fingerprint>), ReadError> {
    let (mut reading, fingerprint, unreadable) = look(path)?;
    reading.findings.quarantine = unreadable.keep(path);
    Ok((reading, fingerprint))
}

/// As [`read`], with the lines that cannot be read instead of a copy of them.
pub(super) fn look<R: Record>(path: &Path) -> Result<(Reading<R>, Option<Fingerprint>, Unreadable), ReadError> {
    let failed = |source| ReadError { path: path.to_owned(), source };
    let file = match disk::open(path, Purpose::Read) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok((Reading::default(), None, Unreadable::default()));
        }
        outcome => outcome.map_err(failed)?,
    };
    let fingerprint = Fingerprint::of(&file.metadata().map_err(failed)?);
    let mut reading = Reading::default();
    let mut unreadable = Unreadable::default();
    let mut source = BufReader::with_capacity(CHUNK, file);
    let mut line = Vec::new();
    while let Some(end) = next_line(&mut source, &mut line).map_err(failed)? {
        reading.take(&line, end, &mut unreadable);
    }
    Ok((reading, Some(fingerprint), unreadable))
}

impl<R: Record> Reading<R> {
    fn take(&mut self, line: &[u8], end: End, unreadable: &mut Unreadable) {
        // Editors on Windows put a mark before the first line.
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line).trim_ascii_end();
        if line.is_empty() && end != End::TooFar {
            return;
        }
        let above = self.newest.unwrap_or(Timestamp::UNIX_EPOCH);
        let decoded = if end == End::TooFar { None } else { line::decode(line, above) };
        let Some(decoded) = decoded else {
            self.findings.too_long += usize::from(end != End::OfFile && line.len() > LONGEST_RECORD);
            match end {
                End::OfFile => self.findings.torn = true,
                End::Break => {
                    self.findings.unreadable += 1;
                    unreadable.push(line);
                }
                End::TooFar => self.findings.unreadable += 1,
            }
            return;
        };
        self.newest = self.newest.max(Some(decoded.at));
        self.findings.altered += usize::from(decoded.checked == Checked::Wrong);
        self.findings.unknown += usize::from(decoded.entry.is_none());
        self.findings.min_reader = self.findings.min_reader.max(decoded.min_reader);
        self.entries.extend(decoded.entry);
    }
}

/// How a line ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// With a line break.
    Break,
    /// With the file.
    OfFile,
    /// Beyond the longest a record may be; the rest of it was passed over.
    TooFar,
}

/// Reads the next line into `line`, without its break and never more than a record may have.
pub(super) fn next_line(source: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<End>> {
    line.clear();
    let most = LONGEST_RECORD as u64 + 2;
    if source.by_ref().take(most).read_until(b'\n', line)? == 0 {
        return Ok(None);
    }
    if line.pop_if(|last| *last == b'\n').is_some() {
        return Ok(Some(End::Break));
    }
    if (line.len() as u64) < most {
        return Ok(Some(End::OfFile));
    }
    source.skip_until(b'\n')?;
    Ok(Some(End::TooFar))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_line_no_more_is_held_than_a_record_and_its_line_end_may_have() {
        let most = LONGEST_RECORD + 2;
        for (length, held, told) in
            [(most - 1, most - 1, End::Break), (most, most, End::TooFar), (2 * most, most, End::TooFar)]
        {
            let text = [vec![b'x'; length], b"\nnext".to_vec()].concat();
            let mut source = io::Cursor::new(text);
            let mut line = Vec::new();
            assert_eq!(next_line(&mut source, &mut line).ok(), Some(Some(told)), "{length}");
            assert_eq!(line.len(), held, "{length}");
            assert_eq!(next_line(&mut source, &mut line).ok(), Some(Some(End::OfFile)), "{length}");
            assert_eq!(line, b"next", "{length}");
        }
    }
}
