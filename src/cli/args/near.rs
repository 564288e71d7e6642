//! `rungs near`: what can be typed after it.

use clap::Args;

use super::FormatArgs;
use crate::domain::near::NEAREST;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs near payment:senior                      nearly the same skills, and what each would add
  rungs near payment:senior -n 3 | rungs show -  the nearest three in full
  rungs near tam:mid --json                      for a script

Columns in a pipe:
  id, title, likeness in percent, skills shared, new and raised; 3->4 is from this role to that one")]
pub(in crate::cli) struct NearArgs {
    /// The id or title of a role
    #[arg(value_name = "ID")]
    pub id: String,
    /// List this many at most
    #[arg(short = 'n', long, value_name = "N", default_value_t = NEAREST, value_parser = super::at_least_one)]
    pub limit: usize,
    /// Name the columns in a pipe too
    #[arg(long)]
    pub header: bool,
    #[command(flatten)]
    pub format: FormatArgs,
}
