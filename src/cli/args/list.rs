//! `rungs list`: what can be typed after it.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs list                                  the families
  rungs list --family payment                 the roles of one family
  rungs list levels                           the scale all families share
  rungs list skills --family payment -l lead  what leads in one family must be able to do
  rungs list roles --level L5 --json          for a script

Columns in a pipe:
  families  id, name, department, number of roles
  levels    id, name, rank, number of roles, meaning
  roles     id, level, title, headline
  skills    id, name, kind, number of roles, meaning")]
pub(in crate::cli) struct ListArgs {
    /// What to list
    #[arg(value_enum)]
    pub what: Option<Listed>,
    /// Roles of this family only: its id, the start of it, or its name
    #[arg(short, long, value_name = "FAMILY")]
    pub family: Option<String>,
    /// Roles on this level only: its id, its name, or another name for it such as L5
    #[arg(short, long, value_name = "LEVEL")]
    pub level: Option<String>,
    /// Name the columns in a pipe too
    #[arg(long)]
    pub header: bool,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Listed {
    /// Job families, each with one ladder
    Families,
    /// The levels all ladders share
    Levels,
    /// The roles on the rungs
    Roles,
    /// The skills roles ask for
    Skills,
}
