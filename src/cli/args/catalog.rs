//! `rungs catalog`: what can be typed after it.

mod import;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::FormatArgs;

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
    /// Begin a catalog: a small example to be changed into your own
    ///
    /// One ladder of three rungs with a README that explains each file, and the schema for editors that know JSON Schema.
    New(NewArgs),
    /// Print the JSON Schema of a catalog's files
    ///
    /// One schema for every file: catalog.json, skills.json, kpis.json and families/*.json. A file names it in a field
    /// "$schema", and editors complete and check by it.
    Schema,
    /// Write a catalog as files, or print it as one
    ///
    /// What is written loads to the same thing: the catalog inside rungs, or the one that --catalog names, with all that
    /// lies over each other in one.
    Export(ExportCatalogArgs),
    /// List the catalogs that are open, the lowest first
    ///
    /// Which they are, who says so, how many families, roles and levels there are with each over those before it, and which
    /// are left out and why. Ends with 3 when one that was asked for by name is not valid.
    List(LayersArgs),
    /// Tell what changed between two versions of a ladder
    ///
    /// By ids: roles, families, levels, skills and KPIs that are new, gone or changed; of a role that is in both what a
    /// comparison shows, with the words that differ marked, and which skills are raised or lowered. Of questions it is
    /// told what is asked, never how answers are judged. Ends with 0 whether anything changed or not; stderr is told the
    /// sum.
    Diff(DiffArgs),
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

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs catalog new our-ladder
  rungs --catalog our-ladder")]
pub(in crate::cli) struct NewArgs {
    /// A folder that is not there yet, or is empty
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs catalog export > rungs.json             the catalog inside rungs in one file
  rungs catalog export -o rungs-data            the same as a folder
  rungs --catalog embedded --catalog ours catalog export -o both")]
pub(in crate::cli) struct ExportCatalogArgs {
    /// Where it goes: a file that ends in .json, or a folder; without it, stdout
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Write over what is there
    #[arg(long, requires = "output")]
    pub force: bool,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs catalog diff last-year.json our-ladder
  rungs catalog diff embedded our-ladder --format html > changes.html

Columns in a pipe:
  sign, kind of thing, id, field, what of the field (the name of a thing that is new or gone), which way it
  went, before, after")]
pub(in crate::cli) struct DiffArgs {
    /// The older catalog: a folder, a file, or embedded for the one inside rungs
    #[arg(value_name = "A")]
    pub before: PathBuf,
    /// The newer one
    #[arg(value_name = "B")]
    pub after: PathBuf,
    #[command(flatten)]
    pub format: FormatArgs,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Columns in a pipe:
  place from below, open or left out, who says so, families, roles, levels, the catalog, why it is left out")]
pub(in crate::cli) struct LayersArgs {
    /// Name the columns in a pipe too
    #[arg(long)]
    pub header: bool,
}
