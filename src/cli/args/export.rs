//! `rungs export`: what can be typed after it.

use std::path::PathBuf;

use clap::Args;

use super::Printed;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs export payment:senior                           Markdown, to be read or pasted
  rungs export payment:senior -o senior.html            one page that needs no other file
  rungs list -f payment | rungs export - -o payment.md  a ladder in one document, with contents
  rungs export --bookmarked --format csv > kept.csv     one row for each field, for a spreadsheet
  rungs export --all --format json -o roles.json        every role with every field

rungs catalog export writes a catalog that rungs can open again; these documents are for others.

Columns of CSV:
  role, title, family, level, section, id, item, value, detail, text")]
pub(in crate::cli) struct ExportArgs {
    #[command(flatten)]
    pub which: WhichRoles,
    /// The form; without it, the one that the file's name ends in, else Markdown
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Printed>,
    /// Write a file, which must not be there yet; - is stdout
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over the file that is there
    #[arg(long, requires = "output")]
    pub force: bool,
    /// Each question in full: the prompt, and how an answer is judged
    #[arg(long)]
    pub rubric: bool,
}

// Which roles are written.
#[derive(Debug, Args)]
pub(in crate::cli) struct WhichRoles {
    /// Ids or titles of roles; - reads ids from stdin, the first column of each line
    #[arg(value_name = "ID", required_unless_present_any = ["bookmarked", "all"])]
    pub ids: Vec<String>,
    /// The roles that are bookmarked
    #[arg(long, conflicts_with_all = ["ids", "all"])]
    pub bookmarked: bool,
    /// Every role of the catalog
    #[arg(long, conflicts_with = "ids")]
    pub all: bool,
}
