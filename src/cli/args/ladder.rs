//! `rungs ladder`: what can be typed after it.

use clap::Args;

use super::FormatArgs;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs ladder payment                              skills by rungs
  rungs ladder payment --skill incident-command     where it starts, rises and stops
  rungs ladder payment --thread ledger              one piece of work, from Junior to Principal
  rungs ladder payment --decision hiring            who has a say
  rungs ladder payment --axis impact --json         for a script

Columns in a pipe:
  skills by rungs  id, name, then a proficiency for each rung; - where it is not asked for
  with an option   id of the role, level, sign, how it stands to the rung below, what the role has")]
pub(in crate::cli) struct LadderArgs {
    /// A family: its id, the start of it, or its name
    #[arg(value_name = "FAMILY")]
    pub family: String,
    #[command(flatten)]
    pub item: ItemArgs,
    /// Name the columns in a pipe too
    #[arg(long)]
    pub header: bool,
    #[command(flatten)]
    pub format: FormatArgs,
}

// What to follow through the rungs; at most one.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(in crate::cli) struct ItemArgs {
    /// Follow this skill
    #[arg(short, long, value_name = "SKILL")]
    pub skill: Option<String>,
    /// Follow this thread of work
    #[arg(short, long, value_name = "THREAD")]
    pub thread: Option<String>,
    /// Follow this KPI
    #[arg(short, long, value_name = "KPI")]
    pub kpi: Option<String>,
    /// Follow this axis of scope
    #[arg(short, long, value_name = "AXIS")]
    pub axis: Option<String>,
    /// Follow this kind of decision
    #[arg(short, long, value_name = "DECISION")]
    pub decision: Option<String>,
}
