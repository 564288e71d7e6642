//! [`JsonPath`]: a place within a JSON document, as people write it.

use std::fmt;

/// The most characters of a key that are shown.
const KEY_SHOWN: usize = 60;

/// The keys and indexes that lead from a document's root to a value.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct JsonPath(Vec<Segment>);

/// One step of a [`JsonPath`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Segment {
    /// Into an object.
    Key(Box<str>),
    /// Into a list.
    Index(usize),
}

impl JsonPath {
    /// The steps, from the root.
    pub(super) fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// The place one `step` further.
    pub(super) fn then(&self, step: impl Into<Segment>) -> Self {
        let mut longer = self.clone();
        longer.push(step);
        longer
    }

    /// Goes one `step` further.
    pub(super) fn push(&mut self, step: impl Into<Segment>) {
        self.0.push(step.into());
    }

    /// Goes one step back.
    pub(super) fn pop(&mut self) {
        self.0.pop();
    }
}

impl From<&str> for Segment {
    fn from(key: &str) -> Self {
        Self::Key(key.into())
    }
}

impl From<usize> for Segment {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// `roles[3].scope.impact`; a key that is no plain word is quoted: `["two words"]`.
impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) if is_plain(key) => {
                    let dot = if place == 0 { "" } else { "." };
                    write!(f, "{dot}{key}")?;
                }
                Segment::Key(key) => write!(f, "[{}]", quoted(key))?,
            }
        }
        Ok(())
    }
}

fn is_plain(key: &str) -> bool {
    (1..=KEY_SHOWN).contains(&key.len())
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$'))
}

/// `text` in quotation marks, cut to what a message can bear.
pub(super) fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(KEY_SHOWN).collect();
    let mark = if shown.len() < text.len() { "~" } else { "" };
    format!("\"{shown}{mark}\"")
}
