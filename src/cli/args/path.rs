//! `rungs path`: what can be typed after it.

use clap::Args;

use super::FormatArgs;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs path payment:senior software:staff                the way, and what each step asks
  rungs path tam:mid solutions-engineer:senior --json     for a script
  rungs path payment:mid commerce:lead | rungs compare -  the roles on the way side by side

Columns in a pipe:
  id, title, kind of step, gap, new skills, raised skills, decisions gained; first the role
  where the way starts

Ends with 1 when there is no path, and says which role that can be reached is nearest.")]
pub(in crate::cli) struct PathArgs {
    /// The role to start from: its id or title
    #[arg(value_name = "FROM")]
    pub from: String,
    /// The role to get to: its id or title
    #[arg(value_name = "TO")]
    pub to: String,
    /// Name the columns in a pipe too
    #[arg(long)]
    pub header: bool,
    #[command(flatten)]
    pub format: FormatArgs,
}
