//! Documents, read back by what others read them with: a Markdown parser with GitHub's tables, a CSV reader, an XML
//! parser. What a text holds comes back as it was, whatever signs are in it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "export/debriefs.rs"]
mod debriefs;
#[path = "export/documents.rs"]
mod documents;
#[path = "export/read.rs"]
mod read;
#[path = "export/roles.rs"]
mod roles;
#[path = "export/signs.rs"]
mod signs;
