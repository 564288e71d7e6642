//! `rungs compare`: what can be typed after it.

use clap::Args;

use super::FormatArgs;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs compare payment:mid payment:senior            what the next rung asks for
  rungs compare payment:mid payment:senior -d         without what stays the same
  rungs compare tam:mid solutions-engineer:senior     across families
  rungs list -f identity | rungs compare - web:staff  ids from another command
  rungs compare payment:mid payment:senior --json     statuses, trends and changed words
  rungs compare payment:mid payment:senior --format html > step.html

Columns in a pipe:
  section, sign, what is compared, then a column for each role; - where a role has nothing there")]
pub(in crate::cli) struct CompareArgs {
    /// Ids or titles of two to four roles; - reads ids from stdin, the first column of each line
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
    /// Leave out what is the same in all of them
    #[arg(short = 'd', long)]
    pub only_diff: bool,
    /// Judge the others against this one, counted from 1
    #[arg(short, long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=4))]
    pub base: u8,
    /// Name the columns in a pipe too
    #[arg(long)]
    pub header: bool,
    #[command(flatten)]
    pub format: FormatArgs,
}
