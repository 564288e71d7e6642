//! Every text of a document, keys and unknown fields among them: characters that must not be there, texts that are
//! empty, too long or wrongly decoded, fields the format does not have. One walk, no values kept.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::catalog::format::{Excess, Limit, Shape};
use crate::catalog::locate::Key;
use crate::catalog::path::quoted;
use crate::catalog::problem::Check;
use crate::catalog::report::{Place, Report};
use crate::text::first_offence;

/// The most bytes of a key.
const KEY: Limit = Limit::Bytes(512);
/// The most bytes of a text the format knows nothing of.
const UNKNOWN: Limit = Limit::Bytes(64 << 10);

/// Checks all texts of the document `text`, file number `file`.
///
/// # Errors
///
/// When it is no JSON, nests too deep, or holds a number no computer keeps.
pub(in crate::catalog) fn check(
    text: &str,
    file: usize,
    shape: &'static Shape,
    report: &mut Report,
) -> serde_json::Result<()> {
    // First without looking, so that a document that is cut short has that one problem.
    serde_json::from_str::<IgnoredAny>(text)?;
    let mut walk = Walk { place: Place::root(file), report };
    let mut document = serde_json::Deserializer::from_str(text);
    Value { walk: &mut walk, shape: Some(shape) }.deserialize(&mut document)
}

struct Walk<'r> {
    place: Place,
    report: &'r mut Report,
}

/// The value the walk has come to, and what the format wants there.
struct Value<'w, 'r> {
    walk: &'w mut Walk<'r>,
    shape: Option<&'static Shape>,
}

impl Walk<'_> {
    fn text(&mut self, text: &str, shape: Option<&Shape>) {
        self.characters(text, "");
        let limit = match shape {
            Some(Shape::Text(limit)) => {
                if text.trim().is_empty() {
                    self.report.add(Check::EmptyText, &self.place, "is empty");
                }
                *limit
            }
            // The types say what an id or a word may be.
            Some(Shape::Id | Shape::Any) => return,
            _ => UNKNOWN,
        };
        match limit.exceeded_by(text) {
            Some(Excess::TooLong(told)) => self.report.add(Check::LongText, &self.place, told),
            Some(Excess::Wordy(told)) => self.report.add(Check::Wordy, &self.place, told),
            None => {}
        }
    }

    fn key(&mut self, key: &str, shape: Option<&Shape>) {
        self.characters(key, "the key ");
        if let Some(shape @ Shape::Object(fields)) = shape
            && shape.under(key).is_none()
            && !is_comment(key)
        {
            let hint = self.report.hint(key, fields.iter().map(|(name, _)| *name));
            let place = self.place.then(key);
            self.report.add(Check::UnknownField, &place, format_args!("unknown field {}{hint}", quoted(key)));
        }
    }

    fn characters(&mut self, text: &str, what: &str) {
        if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return;
        }
        if let Some((at, c)) = first_offence(text) {
            let nth = text.get(..at).map_or(0, |before| before.chars().count()) + 1;
            let code = u32::from(c);
            let message = format_args!("{what}holds U+{code:04X} as character {nth}, which hides or moves text");
            self.report.add(Check::UnsafeText, &self.place, message);
        } else if let Some(garbled) = mojibake(text) {
            let message = format_args!("{what}holds {}, which was decoded wrongly on its way here", quoted(garbled));
            self.report.add(Check::Mojibake, &self.place, message);
        }
    }
}

/// Whether a field is a note of the author, such as `$schema` or `// why`: the format has no names like that.
fn is_comment(key: &str) -> bool {
    key.starts_with('$') || key.starts_with("//")
}

/// The first piece of `text` that looks like two or three bytes of UTF-8 shown as characters of their own.
fn mojibake(text: &str) -> Option<&str> {
    let first = |(at, c): (usize, char)| {
        let rest = text.get(at..)?;
        let next = rest.chars().nth(1);
        let garbled = match c {
            'Ã' | 'Â' => matches!(next, Some('\u{a0}'..='\u{bf}' | '‚'..='™' | 'Œ'..='ž' | 'ƒ' | 'ˆ' | '˜')),
            'â' => next == Some('€'),
            'ï' => rest.starts_with("ï¿½"),
            char::REPLACEMENT_CHARACTER => true,
            _ => false,
        };
        let length = if matches!(c, 'Ã' | 'Â') { 2 } else { 3 };
        let end = rest.char_indices().nth(length).map_or(rest.len(), |(end, _)| end);
        if garbled { rest.get(..end) } else { None }
    };
    text.char_indices().find_map(first)
}

impl<'de> DeserializeSeed<'de> for Value<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.walk.text(text, self.shape);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Self { walk, shape } = self;
        if matches!(shape, Some(Shape::Object(_) | Shape::Map(_))) {
            // The types would take the fields from the list in order, where no check looks for them.
            walk.report.add(Check::Shape, &walk.place, "is a list where an object is needed");
        }
        let element = shape.and_then(Shape::element);
        for index in 0.. {
            walk.place.path.push(index);
            let more = access.next_element_seed(Value { walk: &mut *walk, shape: element })?;
            walk.place.path.pop();
            if more.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Self { walk, shape } = self;
        while let Some(Key(key)) = access.next_key()? {
            if let Some(Excess::TooLong(excess)) = KEY.exceeded_by(&key) {
                // Not entered: each problem in there would carry the whole key with it.
                walk.report.add(Check::LongText, &walk.place, format_args!("the key {} {excess}", quoted(&key)));
                access.next_value::<IgnoredAny>()?;
                continue;
            }
            walk.key(&key, shape);
            walk.place.path.push(&*key);
            access.next_value_seed(Value { walk: &mut *walk, shape: shape.and_then(|shape| shape.under(&key)) })?;
            walk.place.path.pop();
        }
        Ok(())
    }
}
