//! `rungs practice export`: what can be typed after it.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs practice export answers payment:senior > answers.md
  rungs practice export packet payment:senior      what the role asks, and what shows it; gaps in brackets
  rungs practice export debrief                    of the last mock interview
  rungs practice export stories --with-notes
  rungs gap payment:senior --format markdown       what is not yet, and what is shown")]
pub(in crate::cli) struct ExportPracticeArgs {
    /// What to print
    #[arg(value_enum, value_name = "WHAT")]
    pub what: Exported,
    /// The id or title of a role; without one the role you keep as wanted; - reads it from stdin
    #[arg(value_name = "ROLE")]
    pub role: Option<String>,
    /// The form of the document
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub format: Written,
    /// Print notes for yourself too
    #[arg(long)]
    pub with_notes: bool,
}

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Exported {
    /// Your answers, question by question
    Answers,
    /// Your stories, but for those that are retired
    Stories,
    /// What the role asks with evidence and stories, for a promotion
    Packet,
    /// The last mock interview: times, verdicts, three things to change
    Debrief,
}

/// The form of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Written {
    /// Markdown, as GitHub reads it
    #[default]
    #[value(alias = "md")]
    Markdown,
}
