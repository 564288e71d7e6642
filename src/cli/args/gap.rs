//! `rungs gap`: what can be typed after it.

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::FormatArgs;

#[derive(Debug, Args)]
#[command(override_usage = "\
rungs gap [OPTIONS] [[FROM] TO]
       rungs gap [OPTIONS] <COMMAND>")]
#[command(after_long_help = "\
Examples:
  rungs gap here payment:mid              keep a role as the one you hold
  rungs gap want payment:senior           keep a role as the one you want
  rungs gap                               from the one to the other
  rungs gap payment:mid                   do I meet my own rung?
  rungs gap rate idempotency 3            rate yourself, for the role you want
  rungs gap evidence ledger \"closed the March books alone\" --on 2026-04-02
  rungs gap -d --json                     what is not met, for a script
  rungs gap --format markdown             not yet and shown, with evidence and days

Columns in a pipe:
  item, sign, what it is called, what is asked, how you rate it, what FROM asks, pieces of evidence;
  - where there is nothing

A role that is called here, want, rate or evidence is typed after --.")]
pub(in crate::cli) struct GapArgs {
    #[command(subcommand)]
    pub command: Option<GapCommand>,
    /// TO, or FROM and TO: ids or titles of roles; - reads ids from stdin, the first column of each line
    #[arg(value_name = "ROLE", num_args = 0..=2)]
    pub ids: Vec<String>,
    /// Leave out what is met
    #[arg(short = 'd', long)]
    pub only_open: bool,
    /// Name the columns in a pipe too
    #[arg(long)]
    pub header: bool,
    #[command(flatten)]
    pub format: FormatArgs,
}

// What is kept for gaps.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(in crate::cli) enum GapCommand {
    /// Keep a role as the one you hold, or print it
    Here(PinArgs),
    /// Keep a role as the one you want, or print it
    Want(PinArgs),
    /// Rate yourself
    ///
    /// A skill is yours whatever role asks for it; areas of work and decisions are rated for each role. Earlier ratings
    /// are kept and shown. Prints how you stand then.
    Rate(RateArgs),
    /// Note what shows that you can do something
    ///
    /// One line each, as many as you like. Prints how you stand then.
    Evidence(EvidenceArgs),
}

// The role to keep.
#[derive(Debug, Args)]
pub(in crate::cli) struct PinArgs {
    /// The id or title of a role; without one the kept role is printed
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// Keep none
    #[arg(long, conflicts_with = "id")]
    pub clear: bool,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs gap rate idempotency 3
  rungs gap rate \"production change\" with-support
  rungs gap rate thread:ledger alone --role payment:staff
  rungs gap rate idempotency -            not known any more")]
pub(in crate::cli) struct RateArgs {
    /// A skill, area of work or decision of the role: its id, the start of it, or its name
    #[arg(value_name = "ITEM")]
    pub item: String,
    /// 0 to 5 or its word for a skill; no, with-support or alone for the others; - for not known
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    pub value: String,
    /// Of this role, not of the one you keep as wanted
    #[arg(short, long, value_name = "ID")]
    pub role: Option<String>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs gap evidence idempotency \"retry keys for payouts\" --on 2026-05-01
  rungs gap evidence thread:ledger \"closed the March books alone\"
  rungs gap evidence idempotency --remove 1    the first one shown")]
pub(in crate::cli) struct EvidenceArgs {
    /// A skill, area of work or decision of the role: its id, the start of it, or its name
    #[arg(value_name = "ITEM")]
    pub item: String,
    /// What shows it, in a line
    #[arg(value_name = "TEXT", required_unless_present = "remove")]
    pub text: Option<String>,
    /// The day it happened, such as 2026-05-01
    #[arg(long, value_name = "DATE", requires = "text")]
    pub on: Option<Date>,
    /// Take one away instead: its number as it is shown, from 1
    #[arg(long, value_name = "N", conflicts_with = "text")]
    pub remove: Option<usize>,
    /// Of this role, not of the one you keep as wanted
    #[arg(short, long, value_name = "ID")]
    pub role: Option<String>,
}
