//! A register: of all values written to it the one with the latest stamp counts, in whatever order they come.

use crate::store::journal::Stamp;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct Register<T>(Option<(Stamp, T)>);

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Ord> Register<T> {
    /// Keeps the later of what is there and `value`. Two values under one stamp, as a damaged copy of a line may have,
    /// are told apart by themselves, so that the outcome still does not hang on their order.
    pub(in crate::store) fn set(&mut self, stamp: &Stamp, value: T) {
        self.0 = self.0.take().max(Some((stamp.clone(), value)));
    }

    pub(in crate::store) fn get(&self) -> Option<&T> {
        self.0.as_ref().map(|(_, value)| value)
    }

    pub(in crate::store) fn stamp(&self) -> Option<&Stamp> {
        self.0.as_ref().map(|(stamp, _)| stamp)
    }
}
