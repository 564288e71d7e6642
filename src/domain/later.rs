//! [`Later`]: a value that is there, or the JSON it is read from by the first who asks. Lists need names at once and
//! sentences only for what is looked at.

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A value that is read when it is first looked at. JSON that does not fit reads as the default; a test rules that out
/// for the catalog in the binary, and everybody else's is read whole before it is used.
pub struct Later<T> {
    json: Option<&'static RawValue>,
    value: OnceLock<T>,
}

impl<T> From<T> for Later<T> {
    fn from(value: T) -> Self {
        Self { json: None, value: OnceLock::from(value) }
    }
}

impl<T> Default for Later<T> {
    fn default() -> Self {
        Self { json: None, value: OnceLock::new() }
    }
}

impl<T: DeserializeOwned + Default> Deref for Later<T> {
    type Target = T;

    fn deref(&self) -> &T {
        let read = || self.json.and_then(|json| serde_json::from_str(json.get()).ok());
        self.value.get_or_init(|| read().unwrap_or_default())
    }
}

impl<'de: 'static, T> Deserialize<'de> for Later<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = <&'de RawValue>::deserialize(deserializer)?;
        Ok(Self { json: Some(json), value: OnceLock::new() })
    }
}

impl<T: DeserializeOwned + Default + Serialize> Serialize for Later<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<T: DeserializeOwned + Default + Clone> Clone for Later<T> {
    fn clone(&self) -> Self {
        (**self).clone().into()
    }
}

impl<T: DeserializeOwned + Default + PartialEq> PartialEq for Later<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: DeserializeOwned + Default + Eq> Eq for Later<T> {}

impl<T: DeserializeOwned + Default + fmt::Debug> fmt::Debug for Later<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_later_is_what_would_have_been_read_at_once() {
        let later: Later<Vec<u8>> = serde_json::from_str("[1, 2]").expect("JSON");
        assert!(later.value.get().is_none());
        assert_eq!(*later, [1, 2]);
        assert_eq!(later, Later::from(vec![1, 2]));
        assert_eq!(serde_json::to_string(&later).expect("JSON"), "[1,2]");
    }
}
