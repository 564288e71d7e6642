//! `rungs practice story`: what can be typed after it.

use clap::{Args, Subcommand};

/// What can be done with stories.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(in crate::cli) enum StoryCommand {
    /// Make the file of a new story
    ///
    /// A Markdown file in the data directory, with headings to write under; prints where it is.
    New(NewStoryArgs),
    /// List your stories
    ///
    /// With how strong each is and how often it was told. A file that is no story as it stands is named on stderr, with
    /// the line and what would be right; it is never changed.
    #[command(after_long_help = "\
Columns in a pipe:
  name, title, when, strength, times told, what it shows, told, failure or retired; - where there is nothing")]
    List,
    /// Show which story shows what a role is asked
    ///
    /// What no story shows stands first: that is what to write next. Then how your stories stand: 8 to 12 of them, 5 of
    /// strength 4 or 5, one of a failure, none told more than three times.
    Grid(GridArgs),
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs practice story new \"Two ledgers, one night\" --edit
  rungs practice story new \"The missing cent\" --shows skill:reconciliation,thread:ledger")]
pub(in crate::cli) struct NewStoryArgs {
    /// What it is called
    #[arg(value_name = "TITLE")]
    pub title: String,
    /// What it shows: skill:ID, thread:ID or kpi:ID; several are separated by commas
    #[arg(long, value_name = "PROBE", value_delimiter = ',')]
    pub shows: Vec<String>,
    /// Open it in your editor ($VISUAL or $EDITOR)
    #[arg(short, long)]
    pub edit: bool,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Columns in a pipe:
  what is probed, its name, questions that probe it, names of stories that show it; - where none does")]
pub(in crate::cli) struct GridArgs {
    /// The id or title of a role; without one the role you keep as wanted; - reads it from stdin
    #[arg(value_name = "ROLE")]
    pub role: Option<String>,
}
