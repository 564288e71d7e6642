//! `--format`: the documents that some subcommands can print.

use clap::{Args, ValueEnum};

// What to print instead of text.
#[derive(Debug, Args)]
pub(in crate::cli) struct FormatArgs {
    /// Print a document
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Printed>,
}

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Printed {
    /// Headings and tables, as GitHub reads them
    #[value(alias = "md")]
    Markdown,
    /// One table for a spreadsheet
    Csv,
    /// One page that needs no other file
    Html,
    /// The same as --json
    Json,
}
