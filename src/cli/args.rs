//! What can be typed: clap's types and the words of the help pages, nothing that does anything.
#![expect(clippy::doc_markdown, reason = "these doc comments are help pages, which show backticks as they are")]

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// The widest a help page gets, in cells.
const HELP_WIDTH: usize = 100;

/// Career ladders in your terminal: browse levels, compare roles, prepare for interviews
///
/// Without a subcommand, rungs opens the explorer: families, the rungs of one family, and the role on a rung.
/// The subcommands print the same as text, for reading, pipes and scripts.
#[derive(Debug, Default, Parser)]
#[command(name = "rungs", version, max_term_width = HELP_WIDTH)]
#[command(after_help = "See --help for examples and exit codes.")]
#[command(after_long_help = "\
Examples:
  rungs                                     open the explorer where you left it
  rungs --at payment:senior                 open it at a role
  rungs list                                the families
  rungs list --level senior                 all senior roles
  rungs show payment:senior payment:staff   two roles in full
  rungs compare payment:mid payment:senior  what the next rung asks for
  rungs list --level L5 | rungs show -      ids from another command

A role's id is <family>/<rung>. It may be typed loosely: any part that fits one role only
(payment:senior), a title or an alias. Output always has the whole id.

Results go to stdout, messages to stderr. A terminal gets an aligned table; a pipe gets one record
a line, tab-separated and never cut. The human text may change between versions: scripts should
read --json or the tab-separated columns.

Exit codes: 0 done, 1 nothing found, 2 wrong usage, 3 catalog not valid, 4 settings not valid,
5 could not write.")]
pub(super) struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub explore: ExploreArgs,
    #[command(flatten)]
    pub global: Global,
}

/// Options of the explorer.
#[derive(Debug, Default, Args)]
pub(super) struct ExploreArgs {
    /// Open the explorer at this role
    #[arg(long, value_name = "ID")]
    pub at: Option<String>,
    /// Open it at the start, not where you left it
    #[arg(long)]
    pub fresh: bool,
}

/// Options that stand before or after any subcommand.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// Keep bookmarks and read settings here
    ///
    /// Wins over RUNGS_CONFIG_DIR, which wins over the system's own place (see rungs config path).
    #[arg(long, global = true, value_name = "DIR")]
    pub config_dir: Option<PathBuf>,
    /// Keep the last place here
    ///
    /// Wins over RUNGS_DATA_DIR, which wins over the system's own place (see rungs config path).
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Print JSON
    ///
    /// An object with the name of its schema and the items. Fields are only ever added to a schema; a change that
    /// takes one away gets a new number.
    #[arg(long, global = true)]
    pub json: bool,
    /// Use colour and bold letters
    ///
    /// auto looks at NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM and whether a terminal reads, in that order.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    pub color: ColourChoice,
    /// Draw the explorer with ASCII only
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Take the output to be this many cells wide
    ///
    /// Otherwise the terminal's width, and 80 where there is none. Tab-separated output is never cut.
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ColourChoice {
    /// Where a terminal reads and nothing speaks against it
    #[default]
    Auto,
    /// In pipes and files too
    Always,
    /// Nowhere
    Never,
}

/// What rungs does beside the explorer.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    List(ListArgs),
    Show(ShowArgs),
    Compare(CompareArgs),
    /// Keep roles to come back to, with tags and a note
    #[command(subcommand)]
    Bookmark(BookmarkCommand),
    /// Check catalogs of career ladders
    #[command(subcommand)]
    Catalog(CatalogCommand),
    /// Look at where things are kept
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Play keys without a terminal and print the screen they lead to
    #[command(hide = true)]
    Screen(ScreenArgs),
}

/// List families, levels, roles or skills
///
/// --family and --level choose roles; WHAT says what of those roles is listed. Without WHAT that is the families, or
/// the roles themselves when some were chosen.
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
pub(super) struct ListArgs {
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
pub(super) enum Listed {
    /// Job families, each with one ladder
    Families,
    /// The levels all ladders share
    Levels,
    /// The roles on the rungs
    Roles,
    /// The skills roles ask for
    Skills,
}

/// Show roles in full
///
/// Everything a role asks for: scope, responsibilities, skills, KPIs, decision rights and moves. Roles that are not
/// found are named on stderr, the others are shown.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs show payment-systems-engineer/senior   by its id
  rungs show payment:senior                    as much of the id as it takes
  rungs show \"Senior Payment Systems Engineer\"
  rungs list --level staff | rungs show -      ids from another command
  rungs show payment:senior --json             every field, with ids and names")]
pub(super) struct ShowArgs {
    /// Ids or titles of roles; - reads ids from stdin, the first column of each line
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
}

/// Compare two to four roles side by side
///
/// Rows are lined up by what they are about, whatever the wording, within one family and across families: scope,
/// responsibilities, skills, KPIs, decision rights and moves. Each section starts with what it comes to against the
/// base. = is the same, ~ changed, + not in the base, - in the base only. Below 60 cells the roles stand under each other.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs compare payment:mid payment:senior            what the next rung asks for
  rungs compare payment:mid payment:senior -d         without what stays the same
  rungs compare tam:mid solutions-engineer:senior     across families
  rungs list -f identity | rungs compare - web:staff  ids from another command
  rungs compare payment:mid payment:senior --json     statuses, trends and changed words

Columns in a pipe:
  section, sign, what is compared, then a column for each role; - where a role has nothing there")]
pub(super) struct CompareArgs {
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
}

/// What can be done with bookmarks.
#[derive(Debug, Subcommand)]
pub(super) enum BookmarkCommand {
    Add(AddArgs),
    Remove(RemoveArgs),
    List(BookmarkListArgs),
}

/// Bookmark roles
///
/// One that is bookmarked already stays so; tags are added to its tags, and a note takes the place of its note. Prints
/// the bookmarks as they are then.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs bookmark add payment:senior
  rungs bookmark add payment:staff --tag target,2027 --note \"ask Ines about the ledger team\"
  rungs list --level staff | rungs bookmark add -")]
pub(super) struct AddArgs {
    /// Ids or titles of roles; - reads ids from stdin, the first column of each line
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
    /// Add this tag; several are separated by commas
    #[arg(short, long = "tag", value_name = "TAG", value_delimiter = ',')]
    pub tags: Vec<String>,
    /// Replace the note by this one; an empty one takes it away
    #[arg(short, long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// Take bookmarks away
///
/// Tags and note stay in the journal: bookmarking the role again brings them back. Prints what was taken away.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs bookmark remove payment:senior
  rungs bookmark list | grep target | rungs bookmark remove -")]
pub(super) struct RemoveArgs {
    /// Ids or titles of roles; - reads ids from stdin, the first column of each line
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
}

/// List the bookmarks, the latest first
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs bookmark list
  rungs bookmark list | rungs show -
  rungs bookmark list --json

Columns in a pipe:
  id, title, family, tags, the day it was added, first line of the note")]
pub(super) struct BookmarkListArgs {
    /// Name the columns in a pipe too
    #[arg(long)]
    pub header: bool,
}

/// What can be done with catalogs.
#[derive(Debug, Subcommand)]
pub(super) enum CatalogCommand {
    Check(CheckArgs),
    /// Print the outline that is embedded beside the families, made from them
    #[command(hide = true)]
    Outline(OutlineArgs),
}

/// Find what is wrong with a catalog
///
/// Names the file, the line, the place in the JSON, what is wrong and what may have been meant. All problems are
/// listed, not only the first. A catalog with errors is not used; one with warnings is.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs catalog check                 the catalog inside rungs
  rungs catalog check our-ladder/     a folder with catalog.json and families/*.json
  rungs catalog check ladder.json     everything in one file

Columns in a pipe:
  severity, kind of problem, file, line, column, place in the JSON, what is wrong

Ends with 3 when there is an error, with 0 when there are only warnings.")]
pub(super) struct CheckArgs {
    /// A folder or a file; without it, the catalog inside rungs
    pub path: Option<PathBuf>,
}

/// Which catalog to outline.
#[derive(Debug, Args)]
pub(super) struct OutlineArgs {
    /// A folder or a file; without it, the catalog inside rungs
    pub path: Option<PathBuf>,
}

/// What can be asked about the settings.
#[derive(Debug, Clone, Copy, Subcommand)]
pub(super) enum ConfigCommand {
    /// Print where bookmarks and the last place are kept
    Path,
}

/// What to play, and where.
#[derive(Debug, Args)]
pub(super) struct ScreenArgs {
    /// The size of the screen, such as 120x36
    #[arg(long, default_value = "120x36", value_parser = size)]
    pub size: (u16, u16),
    /// The keys, such as `jj<enter>`
    #[arg(long, default_value = "")]
    pub keys: String,
    /// The role to begin at
    #[arg(long, value_name = "ID")]
    pub at: Option<String>,
    /// The theme
    #[arg(long, default_value = "terminal")]
    pub theme: String,
    /// Print the styles too, line by line
    #[arg(long)]
    pub styles: bool,
}

/// `<width>x<height>`.
fn size(typed: &str) -> Result<(u16, u16), String> {
    let parsed = typed.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    parsed.filter(|(width, height)| *width > 0 && *height > 0).ok_or_else(|| "a size is <width>x<height>".to_owned())
}

/// The `--color` of a command line that clap refused, as far as it can be made out.
pub(super) fn colour_choice_in(arguments: &[OsString]) -> ColourChoice {
    let words: Vec<_> = arguments.iter().map(|word| word.to_string_lossy()).collect();
    let after_equals = words.iter().rev().find_map(|word| word.strip_prefix("--color="));
    let after_blank = words.windows(2).rev().find_map(|pair| (pair[0] == "--color").then(|| pair[1].as_ref()));
    after_equals.or(after_blank).and_then(|word| ColourChoice::from_str(word, false).ok()).unwrap_or_default()
}
