//! `rungs show`: what can be typed after it.

use clap::Args;

use super::FormatArgs;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs show payment-systems-engineer/senior   by its id
  rungs show payment:senior                    as much of the id as it takes
  rungs show \"Senior Payment Systems Engineer\"
  rungs list --level staff | rungs show -      ids from another command
  rungs show payment:senior --json             every field, with ids and names
  rungs show payment:senior --format markdown  to be pasted (rungs export writes files)
  rungs show payment:senior --rubric           each question with how its answers are judged")]
pub(in crate::cli) struct ShowArgs {
    /// Ids or titles of roles; - reads ids from stdin, the first column of each line
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,

    /// Show each question in full: the prompt, and how an answer is judged
    #[arg(long)]
    pub rubric: bool,
    #[command(flatten)]
    pub format: FormatArgs,
}
