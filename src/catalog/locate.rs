//! Where in a text a JSON value stands: paths to byte offsets.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::path::{JsonPath, Segment};

/// The byte offset at which the value at each of `paths` begins in `text`; of the nearest value around it when a path
/// leads nowhere. One walk for all paths, and only into what they lead through: a file may have a million keys.
pub(super) fn locate(text: &str, paths: &[&JsonPath]) -> Vec<usize> {
    let mut wanted: Vec<Wanted<'_>> =
        paths.iter().enumerate().map(|(order, path)| Wanted { steps: path.segments(), order, offset: 0 }).collect();
    wanted.sort_by_key(|wanted| wanted.steps);
    if let Ok(root) = serde_json::from_str::<&RawValue>(text) {
        Below { start: text.as_ptr().addr(), depth: 0, wanted: &mut wanted }.enter(root);
    }
    wanted.sort_by_key(|wanted| wanted.order);
    wanted.into_iter().map(|wanted| wanted.offset).collect()
}

struct Wanted<'p> {
    steps: &'p [Segment],
    order: usize,
    offset: usize,
}

/// The paths that lead through one value, sorted, and how deep that value is.
struct Below<'w, 'p> {
    start: usize,
    depth: usize,
    wanted: &'w mut [Wanted<'p>],
}

impl<'p> Below<'_, 'p> {
    fn enter(&mut self, value: &RawValue) {
        let offset = value.get().as_ptr().addr() - self.start;
        for wanted in &mut *self.wanted {
            wanted.offset = offset;
        }
        // A path that ends here sorts before those that lead further.
        let ends = self.wanted.partition_point(|wanted| wanted.steps.len() <= self.depth);
        if let Some(deeper @ [_, ..]) = self.wanted.get_mut(ends..) {
            let below = Below { start: self.start, depth: self.depth, wanted: deeper };
            // What does not parse was reported by whoever made the path; its paths stay at this value.
            let _ = below.deserialize(&mut serde_json::Deserializer::from_str(value.get()));
        }
    }

    /// The paths whose next step is `step`.
    fn through(&mut self, step: &Segment) -> Option<Below<'_, 'p>> {
        let from = self.wanted.partition_point(|wanted| wanted.steps.get(self.depth) < Some(step));
        let to = self.wanted.partition_point(|wanted| wanted.steps.get(self.depth) <= Some(step));
        let wanted = self.wanted.get_mut(from..to).filter(|wanted| !wanted.is_empty())?;
        Some(Below { start: self.start, depth: self.depth + 1, wanted })
    }
}

impl<'de> DeserializeSeed<'de> for Below<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Below<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut access: A) -> Result<(), A::Error> {
        let mut index = 0;
        loop {
            let more = match self.through(&Segment::Index(index)) {
                Some(mut below) => access.next_element::<&RawValue>()?.map(|value| below.enter(value)),
                None => access.next_element::<IgnoredAny>()?.map(drop),
            };
            if more.is_none() {
                return Ok(());
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut access: A) -> Result<(), A::Error> {
        while let Some(Key(key)) = access.next_key()? {
            match self.through(&Segment::Key(key.into())) {
                Some(mut below) => below.enter(access.next_value()?),
                None => drop(access.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// A key of an object, borrowed from the text unless it holds an escape.
#[derive(serde::Deserialize)]
pub(super) struct Key<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    /// Any JSON, with keys and texts that need escapes and more than one byte.
    fn document() -> impl Strategy<Value = Value> {
        let text = "[a-c\"\\\\\n{}\\[\\],:é日]{0,4}";
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            text.prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map(text, inner, 0..5).prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    /// The path of every value in `value`, with the value.
    fn all_paths<'v>(value: &'v Value, path: &JsonPath, found: &mut Vec<(JsonPath, &'v Value)>) {
        found.push((path.clone(), value));
        match value {
            Value::Array(elements) => {
                elements.iter().enumerate().for_each(|(index, element)| all_paths(element, &path.then(index), found));
            }
            Value::Object(fields) => {
                fields.iter().for_each(|(key, field)| all_paths(field, &path.then(&**key), found));
            }
            _ => {}
        }
    }

    proptest! {
        #[test]
        fn a_value_starts_where_it_is_located(document in document(), pretty in any::<bool>(), shuffle in any::<u64>()) {
            let text = if pretty { serde_json::to_string_pretty(&document) } else { serde_json::to_string(&document) };
            let text = format!("\n {}\n", text.unwrap());
            let mut values = Vec::new();
            all_paths(&document, &JsonPath::default(), &mut values);
            // In any order, and more than once.
            values.extend_from_within(..values.len() / 2);
            values.sort_by_key(|(path, _)| crc32fast::hash(format!("{shuffle}{path}").as_bytes()));
            let paths: Vec<&JsonPath> = values.iter().map(|(path, _)| path).collect();
            for (offset, (path, value)) in locate(&text, &paths).into_iter().zip(&values) {
                let first = serde_json::Deserializer::from_str(&text[offset..]).into_iter::<Value>().next();
                prop_assert_eq!(&first.unwrap().unwrap(), *value, "{}", path);
            }
        }
    }

    #[test]
    fn a_path_that_leads_nowhere_is_at_the_last_value_on_its_way() {
        let text = r#"{"a": [1, {"b": 2}]}"#;
        let path = JsonPath::default().then("a").then(1);
        let nowhere = [path.then("c").then(7), path.then("b").then("x"), JsonPath::default().then("z")];
        let paths: Vec<&JsonPath> = nowhere.iter().collect();
        assert_eq!(locate(text, &paths), [10, 16, 0]);
    }
}
