//! [`UniqueMap`]: a JSON object whose keys are ids. A key given twice is an error, never "the last one wins".

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The most entries, so that walking them stays cheap whatever a file holds.
const MOST: usize = 100;

/// Few entries in the order of the file, each key once. Look-ups walk the entries: there are seldom more than ten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UniqueMap<K, V>(Vec<(K, V)>);

impl<K: PartialEq, V> UniqueMap<K, V> {
    /// The value of `key`.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.0.iter().find_map(|(known, value)| (known == key).then_some(value))
    }

    /// All entries, in the order of the file.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> Default for UniqueMap<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: JsonSchema, V: JsonSchema> JsonSchema for UniqueMap<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}By{}", V::schema_name(), K::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (key, value) = (generator.subschema_for::<K>(), generator.subschema_for::<V>());
        json_schema!({
            "type": "object",
            "propertyNames": key,
            "additionalProperties": value,
            "maxProperties": MOST,
        })
    }
}

impl<K: Serialize, V: Serialize> Serialize for UniqueMap<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<'de, K, V> Deserialize<'de> for UniqueMap<K, V>
where
    K: Deserialize<'de> + PartialEq + fmt::Display,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<K, V>(PhantomData<(K, V)>);

        impl<'de, K, V> Visitor<'de> for Entries<K, V>
        where
            K: Deserialize<'de> + PartialEq + fmt::Display,
            V: Deserialize<'de>,
        {
            type Value = UniqueMap<K, V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with an id for each key")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                let mut entries: Vec<(K, V)> = Vec::new();
                while let Some((key, value)) = access.next_entry::<K, V>()? {
                    if entries.iter().any(|(known, _)| *known == key) {
                        return Err(A::Error::custom(format_args!("`{key}` is given twice")));
                    }
                    if entries.len() == MOST {
                        return Err(A::Error::custom(format_args!("has more than {MOST} entries")));
                    }
                    entries.push((key, value));
                }
                Ok(UniqueMap(entries))
            }
        }

        deserializer.deserialize_map(Entries(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::super::AxisId;
    use super::*;

    #[test]
    fn a_key_given_twice_is_an_error() {
        let once = serde_json::from_str::<UniqueMap<AxisId, u8>>(r#"{"impact": 1, "people": 2}"#).expect("unique");
        assert_eq!(once.get(&"people".parse().expect("an id")), Some(&2));
        let twice = serde_json::from_str::<UniqueMap<AxisId, u8>>(r#"{"impact": 1, "impact": 2}"#);
        assert!(twice.expect_err("twice").to_string().starts_with("`impact` is given twice"));
    }
}
