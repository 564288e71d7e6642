//! `rungs catalog`: what can be typed after it.

mod import;

use std::path::PathBuf;

use clap::{Args, Subcommand};

pub(in crate::cli) use import::{ImportArgs, SheetForm};

/// What can be done with catalogs.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(in crate::cli) enum CatalogCommand {
    /// Find what is wrong with a catalog
    ///
    /// Names the file, the line, the place in the JSON, what is wrong and what may have been meant. All problems are
    /// listed, not only the first. A catalog with errors is not used; one with warnings is.
    Check(CheckArgs),
    /// Make a catalog from a spreadsheet
    ///
    /// Takes CSV in both usual forms: a row for each role and skill, or a row for each skill and a column for each level.
    /// What the columns hold is guessed from their headers unless you say it. Without -o it only shows what would come
    /// of it: columns, levels, degrees, families, roles, skills, and every row that was not understood, with its line.
    Import(Box<ImportArgs>),
    /// Print the outline that is embedded beside the families, made from them
    #[command(hide = true)]
    Outline(OutlineArgs),
    /// Renew the ledger of every question ever asked, beside the families
    #[command(hide = true)]
    Ledger(LedgerArgs),
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs catalog check                 the catalog inside rungs
  rungs catalog check our-ladder/     a folder with catalog.json and families/*.json
  rungs catalog check ladder.json     everything in one file

Columns in a pipe:
  severity, kind of problem, file, line, column, place in the JSON, what is wrong

Ends with 3 when there is an error, with 0 when there are only warnings.")]
pub(in crate::cli) struct CheckArgs {
    /// A folder or a file; without it, what --catalog or RUNGS_CATALOG names, else the catalog inside rungs
    pub path: Option<PathBuf>,
}

// Which catalog to outline.
#[derive(Debug, Args)]
pub(in crate::cli) struct OutlineArgs {
    /// A folder or a file; without it, the catalog inside rungs
    pub path: Option<PathBuf>,
}

// Whose ledger to renew.
#[derive(Debug, Args)]
pub(in crate::cli) struct LedgerArgs {
    /// A folder with a catalog; its ledger is the file ledger.json in it
    pub folder: PathBuf,
}
