//! placeholder for lib docs

pub mod catalog;
pub mod cli;
pub mod domain;
pub mod search;
pub mod store;
pub mod text;
pub mod tui;
