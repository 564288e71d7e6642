//! A document that is written when it is first read: of a hundred roles passed in a burst of keys, only the last is.

use std::cell::OnceCell;
use std::ops::Deref;
use std::sync::Arc;

use super::{Document, DocumentKey};
use crate::catalog::Catalog;

/// A role's text, written by the first who reads it; empty where there is no role.
#[derive(Debug, Default)]
pub struct Text {
    source: Option<(Arc<Catalog>, DocumentKey)>,
    written: OnceCell<Document>,
}

impl Text {
    /// The text of a role.
    pub fn of(catalog: Arc<Catalog>, key: DocumentKey) -> Self {
        Self { source: Some((catalog, key)), written: OnceCell::new() }
    }

    /// What it is built from.
    pub fn key(&self) -> Option<&DocumentKey> {
        self.source.as_ref().map(|(_, key)| key)
    }

    /// Writes it, for whoever reads it next.
    pub fn write(&self) {
        self.written();
    }

    fn written(&self) -> &Document {
        self.written.get_or_init(|| match &self.source {
            Some((catalog, key)) => Document::build(catalog, key),
            None => Document::default(),
        })
    }
}

impl Deref for Text {
    type Target = Document;

    fn deref(&self) -> &Document {
        self.written()
    }
}
