//! From the text of the file to settings and findings.

use std::path::{self, Path};

use toml::de::{DeTable, DeValue};

use super::Settings;
use super::finding::{Finding, Severity};
use super::keys::Wishes;
use super::table::{Around, ROWS, Row};
use super::value::{Given, Wrong};
use crate::store::disk;
use crate::text::{SafeText, hint, lines_and_columns};

/// The most findings that are told.
const MOST: usize = 100;
/// The most characters of a message.
const MESSAGE: usize = 300;

impl Settings {
    /// What `text`, which stands in the file at `path`, says and what is wrong with it, in the order of its lines. `themes`
    /// are the themes there are.
    pub fn parse(text: &str, path: &Path, themes: &[&str]) -> (Self, Vec<Finding>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // A line that is no TOML costs that line: the parser says where it stumbled and goes on behind it.
        let (root, errors) = DeTable::parse_recoverable(text);
        let whole = path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let mut stumbles: Vec<Wrong> = errors.iter().map(stumble).collect();
        stumbles.sort_by_key(|(at, _)| *at);
        let mut reader = Reader {
            directory: disk::parent(&whole),
            themes,
            text,
            stumbles: stumbles.iter().map(|(at, _)| *at).collect(),
            settings: Self::default(),
            wishes: Wishes::default(),
            wrong: first_of_each_line(text, stumbles),
            unknown: Vec::new(),
        };
        reader.table("", root.get_ref());
        reader.finish(path)
    }
}

struct Reader<'a> {
    text: &'a str,
    directory: &'a Path,
    themes: &'a [&'a str],
    /// Where the text is no TOML, from its start to its end.
    stumbles: Vec<usize>,
    settings: Settings,
    wishes: Wishes,
    wrong: Vec<Wrong>,
    unknown: Vec<Unknown>,
}

/// A key that nobody knows: where it is, the table it stands in, and its whole name.
struct Unknown {
    at: usize,
    of: String,
    name: String,
    is_table: bool,
}

impl Reader<'_> {
    /// Takes what stands in a table; `of` is its name with a dot behind it, or nothing for what stands in none.
    fn table(&mut self, of: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let name = format!("{of}{}", key.get_ref());
            let at = key.span().start;
            if let Some(row) = ROWS.iter().find(|row| row.name == name) {
                self.take(row, at, value);
                continue;
            }
            if let ("keys", DeValue::Table(tables)) = (&*name, value.get_ref()) {
                let mut wishes = std::mem::take(&mut self.wishes);
                let wrong = wishes.take(tables, |at, given| self.stumble(at, given).is_some());
                self.wrong.extend(wrong);
                self.wishes = wishes;
                continue;
            }
            let inside = format!("{name}.");
            match value.get_ref() {
                DeValue::Table(table) if ROWS.iter().any(|row| row.name.starts_with(&inside)) => {
                    self.table(&inside, table);
                }
                // Told by the parser already: what it made of the rest of such a line is nobody's wish.
                _ if self.stumble(at, value).is_some() => {}
                _ => self.unknown.push(Unknown { at, of: of.to_owned(), name, is_table: value.get_ref().is_table() }),
            }
        }
    }

    fn take(&mut self, row: &Row, at: usize, value: &Given<'_>) {
        if let Some(stumble) = self.stumble(at, value) {
            if let Some((_, why)) = self.wrong.iter_mut().find(|(at, _)| *at == stumble) {
                why.insert_str(0, &format!("{}: ", row.name));
            }
            return;
        }
        let line = self.text.get(..at).unwrap_or_default().matches('\n').count() + 1;
        let around = Around { themes: self.themes, directory: self.directory, line };
        if let Err((at, why)) = (row.take)(value, &around, &mut self.settings) {
            self.wrong.push((at, format!("{} {why}", row.name)));
        }
    }

    /// The first place between a key and the end of its value where the text is no TOML.
    fn stumble(&self, at: usize, value: &Given<'_>) -> Option<usize> {
        if value.get_ref().is_table() {
            return None;
        }
        let next = self.stumbles.partition_point(|stumble| *stumble < at);
        self.stumbles.get(next).copied().filter(|stumble| *stumble <= value.span().end)
    }

    fn finish(self, path: &Path) -> (Settings, Vec<Finding>) {
        let Self { text, mut settings, wishes, mut wrong, mut unknown, .. } = self;
        settings.keys = wishes.placed(text);
        // What was meant takes a while to find, so it is looked for where it can be told.
        unknown.sort_by_key(|key| key.at);
        wrong.extend(unknown.iter().take(MOST + 1).map(|key| (key.at, unknown_key(&key.of, &key.name, key.is_table))));
        wrong.sort_by_key(|(at, _)| *at);
        let places = lines_and_columns(text, wrong.iter().map(|(at, _)| *at));
        let file = SafeText::line(&path.to_string_lossy());
        let finding = |((line, column), (_, why)): ((usize, usize), &Wrong)| {
            let why: String = why.chars().take(MESSAGE).collect();
            let (line, column) = (Some(line), Some(column));
            Finding { file: file.clone(), line, column, severity: Severity::Error, text: SafeText::line(&why) }
        };
        let mut findings: Vec<Finding> = places.into_iter().zip(&wrong).map(finding).collect();
        if findings.len() > MOST {
            findings.truncate(MOST);
            let text = SafeText::line("holds more problems than are named here");
            findings.push(Finding { file, line: None, column: None, severity: Severity::Error, text });
        }
        (settings, findings)
    }
}

fn stumble(error: &toml::de::Error) -> Wrong {
    (error.span().map_or(0, |span| span.start), error.message().replace('\n', "; "))
}

/// Where the parser stumbles twice on a line, the second time comes of the first.
fn first_of_each_line(text: &str, stumbles: Vec<Wrong>) -> Vec<Wrong> {
    let places = lines_and_columns(text, stumbles.iter().map(|(at, _)| *at));
    let mut numbered: Vec<_> = places.into_iter().zip(stumbles).collect();
    numbered.dedup_by_key(|((line, _), _)| *line);
    numbered.into_iter().map(|(_, stumble)| stumble).collect()
}

/// What to say of a key that nobody knows.
fn unknown_key(of: &str, name: &str, is_table: bool) -> String {
    let key = name.strip_prefix(of).unwrap_or(name);
    let elsewhere = ROWS.iter().find(|row| row.name.rsplit('.').next() == Some(key) && !is_table);
    if let Some(row) = elsewhere {
        return match row.name.rsplit_once('.') {
            Some((table, _)) => format!("{key} stands under [{table}]"),
            None => format!("{key} stands in no table: move it above the first [...]"),
        };
    }
    if name == "keys" {
        return "keys stand under a place: write [keys.families] and verbs below it".to_owned();
    }
    if ROWS.iter().any(|row| row.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))) {
        return format!("{name} is a table: write [{name}] and its keys below it");
    }
    let mut known: Vec<&str> =
        ROWS.iter().filter_map(|row| Some(row.name.strip_prefix(of)?.split('.').next().unwrap_or_default())).collect();
    if of.is_empty() {
        known.push("keys");
    }
    format!("there is no {}{}", if is_table { format!("[{name}]") } else { name.to_owned() }, hint(key, &known))
}
