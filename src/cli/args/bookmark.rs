//! `rungs bookmark`: what can be typed after it.

use clap::{Args, Subcommand};

/// What can be done with bookmarks.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(in crate::cli) enum BookmarkCommand {
    /// Bookmark roles
    ///
    /// One that is bookmarked already stays so; tags are added to its tags, and a note takes the place of its note.
    /// Prints the bookmarks as they are then.
    Add(AddArgs),
    /// Take bookmarks away
    ///
    /// Tags and note stay in the journal: bookmarking the role again brings them back. Prints what was taken away.
    Remove(RemoveArgs),
    /// List the bookmarks, the latest first
    List(BookmarkListArgs),
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs bookmark add payment:senior
  rungs bookmark add payment:staff --tag target,2027 --note \"ask Ines about the ledger team\"
  rungs bookmark add payment:senior+payment:staff
  rungs list --level staff | rungs bookmark add -")]
pub(in crate::cli) struct AddArgs {
    /// Ids or titles of roles, with + between for roles side by side; - reads ids from stdin, the first column of each
    /// line
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
    /// Add this tag; several are separated by commas
    #[arg(short, long = "tag", value_name = "TAG", value_delimiter = ',')]
    pub tags: Vec<String>,
    /// Replace the note by this one; an empty one takes it away
    #[arg(short, long, value_name = "TEXT")]
    pub note: Option<String>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs bookmark remove payment:senior
  rungs bookmark list | grep target | rungs bookmark remove -")]
pub(in crate::cli) struct RemoveArgs {
    /// Ids or titles of roles; - reads ids from stdin, the first column of each line
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs bookmark list
  rungs bookmark list | rungs show -
  rungs bookmark list --json

Columns in a pipe:
  id, title, family, tags, the day it was added, first line of the note")]
pub(in crate::cli) struct BookmarkListArgs {
    /// Name the columns in a pipe too
    #[arg(long)]
    pub header: bool,
}
