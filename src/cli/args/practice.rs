//! `rungs practice`: what can be typed after it.

mod export;
mod story;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::domain::practice::Length;
pub(in crate::cli) use export::{ExportPracticeArgs, Exported};
pub(in crate::cli) use story::{GridArgs, NewStoryArgs, StoryCommand};

/// The longest session that can be planned, in minutes.
const LONGEST: i64 = 600;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
#[command(after_long_help = "\
Examples:
  rungs practice                   go on where you want to get to
  rungs practice payment:senior    practise for this role
  rungs practice plan              what would be asked today, without the explorer")]
pub(in crate::cli) struct PracticeArgs {
    /// The id or title of the role to practise for
    #[arg(value_name = "ROLE")]
    pub role: Option<String>,
    #[command(subcommand)]
    pub command: Option<PracticeCommand>,
}

// What can be done with practice beside the explorer.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(in crate::cli) enum PracticeCommand {
    /// Show what would be asked today, and why
    ///
    /// What is due comes before what is new, what has faded most before the rest. With an interview ahead there are as
    /// many new questions a day as bring all in before its last four days, and in these every question once more. The
    /// same log gives the same plan.
    Plan(PlanArgs),
    /// Rehearse an interview
    ///
    /// Opens the explorer at a mock interview for the role: a question to warm up, then two, four or five that count.
    /// Nothing is revealed before its end; then every answer is judged, and a debrief says what to do otherwise.
    Mock(MockArgs),
    /// Print a question
    ///
    /// The one that a plan would begin with, without what it is judged by: nothing is said away before it is answered.
    /// The same log gives the same question all day, so it can stand in a shell's greeting.
    Ask(AskArgs),
    /// Print an interviewer's sheet for a colleague, as Markdown
    ///
    /// Questions as a mock interview has them, as many kinds as there are, the one aimed at your weakest spot last but
    /// one; with signals to tick, level lines, follow-ups, red flags, time boxes and room for notes. What they ticked
    /// is entered with m on the plan of `rungs practice`.
    Sheet(SheetArgs),
    /// Read a job description: the nearest roles, why, and what to practise
    ///
    /// Plain matching of whole words: titles, skills and their other names, levels, and the words in which a family
    /// differs from the others. What speaks of benefits, applying or equal opportunity is passed over. Nothing leaves
    /// your machine. Ends with 1 where no role is near.
    From(FromArgs),
    /// Set, show or take away the date of an interview
    ///
    /// Practice for the role is planned towards it. Without a date the one that is set is printed, without a role all
    /// of them.
    Date(DateArgs),
    /// Show how far you have come with a role's questions, in counts
    ///
    /// Questions practised, musts that the latest cold answers hit, how many questions are fresh, fading or stale, how
    /// often it came as predicted, and the last five answers by what they probe: n not yet, t thin, A at level, +
    /// above. What was never answered was not shown.
    Progress(ProgressArgs),
    /// Keep stories to tell, and see which of them shows what a role is asked
    ///
    /// A story is a Markdown file in the data directory, readable by you alone, that any editor may change.
    #[command(subcommand)]
    Story(StoryCommand),
    /// Print answers, stories, a promotion packet or a debrief as Markdown
    ///
    /// What you wrote is text in it: signs of Markdown are escaped. Notes on roles and questions, and how you rate your
    /// stories, are left out unless you ask for them. What is missing for a role leaves with `rungs gap --format
    /// markdown`.
    Export(ExportPracticeArgs),
    /// List all answers, the earliest first
    ///
    /// Times are those of the clock on the wall where the answer was given. Answers that were undone are not listed.
    Log(LogArgs),
    /// List what was noted to be wrong with questions, the earliest first
    Flags,
    /// Check what is kept of practice, and change nothing
    ///
    /// Names each line of practice.jsonl that cannot be read, was altered or is of a newer version, each answer whose
    /// question or file is gone, and each story that is broken, shows what the catalog does not have, or was told and is gone.
    /// Ends with 5 when a line cannot be read.
    Doctor,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs practice mock payment:senior                 choose how long
  rungs practice mock payment:senior --minutes 45    begin at once")]
pub(in crate::cli) struct MockArgs {
    /// The id or title of the role; without one as for practice
    #[arg(value_name = "ROLE")]
    pub role: Option<String>,
    /// 20, 45 or 60; without it the explorer asks
    #[arg(short, long, value_name = "N", value_parser = length)]
    pub minutes: Option<Length>,
}

fn length(typed: &str) -> Result<Length, String> {
    let length = typed.parse().ok().and_then(Length::of);
    length.ok_or_else(|| "an interview takes 20, 45 or 60 minutes".to_owned())
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs practice plan                            for the role you keep as wanted
  rungs practice plan payment:senior --minutes 45
  rungs practice plan | rungs practice ask -     the questions of the plan

Columns in a pipe:
  question, minutes, new, due, near or early, why in words, title")]
pub(in crate::cli) struct PlanArgs {
    /// The id or title of a role; without one the role you keep as wanted; - reads it from stdin
    #[arg(value_name = "ROLE")]
    pub role: Option<String>,
    /// For so many minutes, each question with three for its signals; without it as many as the settings say, at first 15
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=LONGEST))]
    pub minutes: Option<u16>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs practice ask                             one question for the role you keep as wanted
  rungs practice ask payment:senior -n 3
  rungs practice ask payment:senior#timeout-duplicates --rubric
  rungs practice plan | rungs practice ask -     the questions of the plan")]
pub(in crate::cli) struct AskArgs {
    /// A role, or questions by their ids; without one the role you keep as wanted; - reads them from stdin, the first
    /// column of each line
    #[arg(value_name = "ROLE|QUESTION")]
    pub ids: Vec<String>,
    /// Of a role, so many questions
    #[arg(short = 'n', long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=99))]
    pub number: u16,
    /// Print the signals, the level lines, the follow-ups and the red flags too
    #[arg(long)]
    pub rubric: bool,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs practice sheet payment:senior -n 4 > sheet.md
  rungs practice sheet payment:senior --output sheet.md")]
pub(in crate::cli) struct SheetArgs {
    /// The id or title of a role; without one the role you keep as wanted; - reads it from stdin
    #[arg(value_name = "ROLE")]
    pub role: Option<String>,
    /// So many questions
    #[arg(short = 'n', long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=99))]
    pub number: u16,
    /// Write to this file, which must not be there yet
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs practice from job.txt
  wl-paste | rungs practice from -
  rungs practice from job.txt -n 1 | rungs practice plan -

Columns in a pipe:
  role, title, level, titles named, skills named, words that few families use")]
pub(in crate::cli) struct FromArgs {
    /// A file with the description; - reads it from stdin
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// List this many roles at most, one of each family
    #[arg(short = 'n', long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=99))]
    pub limit: u16,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs practice date payment:senior 2026-12-02
  rungs practice date payment:senior none
  rungs practice date                            all that are set, the earliest first

Columns in a pipe:
  role, title, date, days until then")]
pub(in crate::cli) struct DateArgs {
    /// The id or title of a role
    #[arg(value_name = "ROLE")]
    pub role: Option<String>,
    /// The day, such as 2026-12-02, or none
    #[arg(value_name = "DATE|none", value_parser = interview)]
    pub date: Option<Interview>,
}

/// When an interview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Interview {
    /// On a day.
    On(Date),
    /// On none.
    None,
}

fn interview(typed: &str) -> Result<Interview, String> {
    if typed == "none" {
        return Ok(Interview::None);
    }
    typed.parse().map(Interview::On).map_err(|_| "a date is like 2026-12-02, or none".to_owned())
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Columns in a pipe:
  what, name, count, of how many, last five answers; - where there is nothing")]
pub(in crate::cli) struct ProgressArgs {
    /// The id or title of a role; without one the role you keep as wanted; - reads it from stdin
    #[arg(value_name = "ROLE")]
    pub role: Option<String>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs practice log payment:senior              those for one role
  rungs practice log --json                      with what was ticked

Columns in a pipe:
  time, question, role, mode, derived verdict, chosen verdict, predicted, seconds, story, file; - where there is nothing")]
pub(in crate::cli) struct LogArgs {
    /// Only answers for this role; - reads it from stdin
    #[arg(value_name = "ROLE")]
    pub role: Option<String>,
}
