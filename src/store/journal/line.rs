//! One line of a journal, there and back: an entry to JSON with its checksum, and any line a file may hold to what it
//! is. Knows no files.

use std::borrow::Cow;
use std::str;

use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::entry::{Entry, EntryId, Record, Stamp};

/// The version of the records this program writes, and the newest it reads.
pub const READER: u64 = 1;
/// The longest line that counts as a record, in bytes.
pub const LONGEST_RECORD: usize = 1 << 20;

/// What stands between the checked bytes and the checksum.
const CHECKSUM_FIELD: &str = r#","c":""#;
/// The whole end of a line with a checksum: the field, eight hex digits and `"}`.
const CHECKSUM_END: usize = CHECKSUM_FIELD.len() + 8 + 2;

/// The fields of every record, as they are written.
#[derive(Serialize)]
struct Written<'a, R> {
    v: u64,
    id: &'a EntryId,
    at: String,
    #[serde(flatten)]
    record: &'a R,
}

/// `entry` as its line, without the line break.
pub(super) fn encode<R: Record>(entry: &Entry<R>) -> serde_json::Result<String> {
    let Stamp { at, id } = &entry.stamp;
    let mut line = serde_json::to_string(&Written { v: READER, id, at: format!("{at:.3}"), record: &entry.record })?;
    line.pop();
    let checksum = checksum(line.as_bytes());
    line.push_str(CHECKSUM_FIELD);
    line.push_str(&checksum);
    line.push_str("\"}");
    Ok(line)
}

/// `entries` as the lines of a journal, each with its line break.
///
/// # Errors
///
/// When a record cannot be written as JSON.
pub fn lines<'a, R: Record + 'a>(entries: impl IntoIterator<Item = &'a Entry<R>>) -> serde_json::Result<String> {
    let mut lines = String::new();
    for entry in entries {
        lines.push_str(&encode(entry)?);
        lines.push('\n');
    }
    Ok(lines)
}

/// CRC-32 (IEEE) as eight small hex digits.
pub(super) fn checksum(bytes: &[u8]) -> String {
    format!("{:08x}", crc32fast::hash(bytes))
}

/// The fields of every record, as far as they are there. Everything else in the line is passed over unread.
#[derive(Deserialize)]
struct Head<'a> {
    v: Option<u64>,
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    at: Option<Cow<'a, str>>,
    #[serde(borrow)]
    t: Option<Cow<'a, str>>,
    min_reader: Option<u64>,
}

/// A line that is JSON and has the fields of every record in their shape.
#[derive(Debug)]
pub(super) struct Line<R> {
    /// The entry, or `None` for a record of a newer version or of a kind this program does not know.
    pub(super) entry: Option<Entry<R>>,
    /// When it was written, whatever it is.
    pub(super) at: Timestamp,
    /// Whether its checksum holds.
    pub(super) checked: Checked,
    /// The version a program must read to write to this journal.
    pub(super) min_reader: Option<u64>,
}

/// What a line's checksum says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Checked {
    /// It holds.
    Sound,
    /// The line has none: written by hand.
    Absent,
    /// It does not hold: the line changed after it was written.
    Wrong,
}

/// Reads one line without its line break; `above` is the latest time on the lines above. `None` if it is no record at all.
pub(super) fn decode<R: Record>(line: &[u8], above: Timestamp) -> Option<Line<R>> {
    let text = str::from_utf8(line).ok()?.trim_start();
    // Without this serde would take an array for the fields in their order.
    if !text.starts_with('{') || line.len() > LONGEST_RECORD {
        return None;
    }
    let head: Head = serde_json::from_str(text).ok()?;
    let at = match &head.at {
        Some(at) => at.parse().ok()?,
        None => above.saturating_add(1.millisecond()).unwrap_or(above),
    };
    let known = head.v.is_none_or(|v| v <= READER);
    let record = head.t.as_deref().filter(|_| known).and_then(|kind| R::read(kind, text));
    let id = || head.id.as_deref().map_or_else(|| checksum(line).as_str().into(), EntryId::from);
    Some(Line {
        entry: record.map(|record| Entry { stamp: Stamp { at, id: id() }, record }),
        at,
        checked: check(text),
        min_reader: head.min_reader,
    })
}

/// The version and the kind that a line names, the kind empty where it names none.
pub(super) fn kind(line: &[u8]) -> (Option<u64>, String) {
    let head: Option<Head<'_>> = serde_json::from_slice(line).ok();
    head.map(|head| (head.v, head.t.unwrap_or_default().into_owned())).unwrap_or_default()
}

fn check(line: &str) -> Checked {
    let line = line.trim_end().as_bytes();
    let (body, end) = line.split_at(line.len().saturating_sub(CHECKSUM_END));
    let written = end.strip_prefix(CHECKSUM_FIELD.as_bytes()).and_then(|rest| rest.strip_suffix(b"\"}"));
    match written {
        None => Checked::Absent,
        Some(written) if written == checksum(body).as_bytes() => Checked::Sound,
        Some(_) => Checked::Wrong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[serde(tag = "t", rename = "test.word")]
    struct Word {
        word: String,
    }

    impl Record for Word {
        fn read(kind: &str, line: &str) -> Option<Self> {
            #[derive(Deserialize)]
            struct Fields {
                word: String,
            }
            let Fields { word } = serde_json::from_str(line).ok().filter(|_| kind == "test.word")?;
            Some(Self { word })
        }
    }

    fn entry(word: &str) -> Entry<Word> {
        let stamp = Stamp { at: Timestamp::UNIX_EPOCH, id: "a-1".into() };
        Entry { stamp, record: Word { word: word.to_owned() } }
    }

    fn written(word: &str) -> String {
        encode(&entry(word)).unwrap_or_default()
    }

    fn read(line: &str) -> Option<Line<Word>> {
        decode(line.as_bytes(), Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_line_reads_as_documented() {
        let body = r#"{"v":1,"id":"a-1","at":"1970-01-01T00:00:00.000Z","t":"test.word","word":"hi""#;
        assert_eq!(written("hi"), format!(r#"{body},"c":"{:08x}"}}"#, crc32fast::hash(body.as_bytes())));
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        for word in ["", "\"\\\n\u{0}\u{1b}[2J", "日本", r#"","c":"00000000"}"#] {
            let line = read(&written(word)).map(|line| (line.entry, line.checked));
            assert_eq!(line, Some((Some(entry(word)), Checked::Sound)));
        }
    }

    #[test]
    fn a_line_by_hand_needs_its_kind_alone() {
        let line = read(r#" { "t": "test.word", "word": "hi" }"#);
        let read = line.and_then(|line| Some((line.checked, line.entry?.record)));
        assert_eq!(read, Some((Checked::Absent, entry("hi").record)));
    }

    #[test]
    fn unknown_fields_are_passed_over_whatever_they_hold() {
        let line = read(r#"{"t":"test.word","word":"hi","x":1e400,"y":[123456789012345678901234567890,{"a":null}]}"#);
        assert!(line.is_some_and(|line| line.entry.is_some()));
    }

    #[test]
    fn newer_records_and_unknown_kinds_are_lines_without_an_entry() {
        for newer in [r#"{"v":2,"t":"test.word","word":"hi"}"#, r#"{"t":"test.deed","word":"hi"}"#, "{}"] {
            assert!(read(newer).is_some_and(|line| line.entry.is_none()), "{newer}");
        }
    }

    #[test]
    fn what_is_no_record_is_refused() {
        for wrong in
            ["", "[]", "7", "{", "{}x", r#"{"v":"x"}"#, r#"{"at":"yesterday"}"#, "\0\0", r#"{"t":"a","t":"b"}"#]
        {
            assert!(read(wrong).is_none(), "{wrong}");
        }
    }
}
