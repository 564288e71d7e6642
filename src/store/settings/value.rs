//! [`Value`]: what a key of the settings holds, as it is shown, and how each kind is taken from the file.

use std::fmt;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use serde::Serialize;
use toml::Spanned;
use toml::de::DeValue;

use crate::text::{SafeText, hint};

/// What a key holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Words.
    Text(SafeText),
    /// Yes or no.
    Switch(bool),
    /// A whole number.
    Whole(u16),
    /// Several words.
    Texts(Vec<SafeText>),
}

/// As it is written in the file.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |text: &SafeText| toml::Value::from(text.as_str());
        match self {
            Self::Text(one) => write!(f, "{}", text(one)),
            Self::Switch(on) => write!(f, "{on}"),
            Self::Whole(number) => write!(f, "{number}"),
            Self::Texts(all) => write!(f, "{}", toml::Value::Array(all.iter().map(text).collect())),
        }
    }
}

/// Where it is wrong, as a byte of the file, and what would be right.
pub(super) type Wrong = (usize, String);

/// A value of the file, and where it stands.
pub(super) type Given<'i> = Spanned<DeValue<'i>>;

/// `given` is wrong: a key takes `wanted` and not that.
pub(super) fn wrong<T>(given: &Given<'_>, wanted: &str) -> Result<T, Wrong> {
    let not = match given.get_ref() {
        DeValue::String(text) => format!("\"{text}\""),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(on) => on.to_string(),
        DeValue::Datetime(_) => "a date".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    };
    Err((given.span().start, format!("takes {wanted}, not {not}")))
}

/// `true` or `false`.
pub(super) fn switch(given: &Given<'_>) -> Result<bool, Wrong> {
    given.get_ref().as_bool().map_or_else(|| wrong(given, "true or false"), Ok)
}

/// `true`, `false`, or `word` for neither.
pub(super) fn switch_or(given: &Given<'_>, word: &str) -> Result<Option<bool>, Wrong> {
    match given.get_ref() {
        DeValue::Boolean(on) => Ok(Some(*on)),
        DeValue::String(text) if text == word => Ok(None),
        _ => wrong(given, &format!("true, false or \"{word}\"")),
    }
}

/// A whole number within `range`.
pub(super) fn whole(given: &Given<'_>, range: RangeInclusive<u16>) -> Result<u16, Wrong> {
    let number = given.get_ref().as_integer();
    let number = number.and_then(|number| u16::from_str_radix(number.as_str(), number.radix()).ok());
    let wanted = || format!("a whole number from {} to {}", range.start(), range.end());
    number.filter(|number| range.contains(number)).map_or_else(|| wrong(given, &wanted()), Ok)
}

/// One of `words`.
pub(super) fn one_of<'i>(given: &'i Given<'_>, words: &[&str]) -> Result<&'i str, Wrong> {
    match given.get_ref().as_str() {
        Some(text) if words.contains(&text) => Ok(text),
        Some(text) => Err((given.span().start, format!("takes no \"{text}\"{}", hint(text, words)))),
        None => wrong(given, &format!("one of {}", words.join(", "))),
    }
}

/// A command line, as a shell would split it.
pub(super) fn command<'i>(given: &'i Given<'_>) -> Result<&'i str, Wrong> {
    let Some(text) = given.get_ref().as_str() else {
        return wrong(given, "a command in quotes, such as \"code --wait\"");
    };
    match shell_words::split(text) {
        Ok(_) => Ok(text),
        Err(error) => Err((given.span().start, format!("is no command: {error}"))),
    }
}

/// Several paths: relative ones count from `directory`, `~` is `home`. What is called `embedded` stays that: it is no path.
pub(super) fn paths(
    given: &Given<'_>,
    directory: &Path,
    home: impl Fn() -> Option<PathBuf>,
) -> Result<Vec<PathBuf>, Wrong> {
    const WANTED: &str = "a list of paths, such as [\"~/ladders\"]";
    let Some(list) = given.get_ref().as_array() else { return wrong(given, WANTED) };
    let path = |item: &Given<'_>| {
        let Some(text) = item.get_ref().as_str().filter(|text| !text.is_empty()) else { return wrong(item, WANTED) };
        let refused = |why: &str| Err((item.span().start, format!("names {text}: {why}")));
        match text.strip_prefix('~') {
            None if text == "embedded" => Ok(text.into()),
            None => Ok(directory.join(text)),
            Some(rest) if rest.is_empty() || rest.starts_with('/') => match home() {
                Some(home) => Ok(home.join(rest.trim_start_matches('/'))),
                None => refused("HOME is not set"),
            },
            Some(_) => refused("write the whole path, or ~/ for your own home"),
        }
    };
    list.iter().map(path).collect()
}
