//! What can be typed: clap's types and the words of the help pages, nothing that does anything.
//!
//! What a subcommand does is said at its variant, not at its arguments: these are built only once it is asked for (`defer`),
//! as the whole tree would take longer than most subcommands, and words there would stand in the place of the variant's.
#![expect(clippy::doc_markdown, reason = "these doc comments are help pages, which show backticks as they are")]

mod bookmark;
mod catalog;
mod compare;
mod completions;
mod config;
mod export;
mod format;
mod gap;
mod ladder;
mod list;
mod man;
mod near;
mod path;
mod practice;
mod search;
mod show;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(super) use bookmark::{AddArgs, BookmarkCommand, BookmarkListArgs, RemoveArgs};
pub(super) use catalog::{
    CatalogCommand, CheckArgs, DiffArgs, ExportCatalogArgs, ImportArgs, LayersArgs, LedgerArgs, NewArgs, OutlineArgs,
    SheetForm,
};
pub(super) use compare::CompareArgs;
pub(super) use completions::CompletionsArgs;
pub(super) use config::ConfigCommand;
pub(super) use export::{ExportArgs, WhichRoles};
pub(super) use format::{FormatArgs, Printed};
pub(super) use gap::{EvidenceArgs, GapArgs, GapCommand, PinArgs, RateArgs};
pub(super) use ladder::{ItemArgs, LadderArgs};
pub(super) use list::{ListArgs, Listed};
pub(super) use man::ManArgs;
pub(super) use near::NearArgs;
pub(super) use path::PathArgs;
pub(super) use practice::{
    AskArgs, DateArgs, ExportPracticeArgs, Exported, FromArgs, GridArgs, Interview, LogArgs, MockArgs, NewStoryArgs,
    PlanArgs, PracticeArgs, PracticeCommand, ProgressArgs, SheetArgs, StoryCommand,
};
pub(super) use search::SearchArgs;
pub(super) use show::ShowArgs;

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
  rungs gap payment:senior                  what you are still missing for it
  rungs ladder payment --skill mentoring    one skill through all rungs
  rungs path payment:senior software:staff  the way there, and what each step asks
  rungs near payment:senior                 roles with nearly the same skills
  rungs search senior reconciliation        whatever has both words
  rungs practice payment:senior             interview questions, answered before the rubric shows
  rungs practice plan payment:senior        what to practise today, and why
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
    /// Ask and answer in plain lines instead of drawing, for screen readers and pipes
    ///
    /// RUNGS_LINEAR=1 means the same, also for rungs practice. Type help for the words it knows.
    #[arg(long)]
    pub linear: bool,
}

/// Options that stand before or after any subcommand.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// Keep bookmarks and read settings here
    ///
    /// Wins over RUNGS_CONFIG_DIR, which wins over the system's own place (see rungs config path).
    #[arg(long, global = true, value_name = "DIR")]
    pub config_dir: Option<PathBuf>,
    /// Keep ratings, evidence and the last place here
    ///
    /// Wins over RUNGS_DATA_DIR, which wins over the system's own place (see rungs config path).
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Read settings from this file
    ///
    /// Instead of config.toml in the directory for settings.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Read no settings
    #[arg(long, global = true, conflicts_with = "config")]
    pub no_config: bool,
    /// Browse this catalog, a folder or a file, instead of the one inside rungs
    ///
    /// One without levels of its own lies over the one inside: a role with the same id is replaced, a new one added.
    /// May be given several times, the lowest first; `embedded` names the one inside. Without it counts RUNGS_CATALOG
    /// (paths as in PATH), and without that what lies in the folder catalogs of the config directory, over the one inside.
    #[arg(long, global = true, value_name = "PATH")]
    pub catalog: Vec<PathBuf>,
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
    #[command(flatten)]
    pub paging: Paging,
    /// Take the output to be this many cells wide
    ///
    /// Otherwise the terminal's width, and 80 where there is none. Tab-separated output is never cut.
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
}

/// Whether more than a screen goes through a pager.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Paging {
    /// Print more than a screen without a pager
    ///
    /// Otherwise a person at a terminal gets it through RUNGS_PAGER, else PAGER, else less. cat or nothing in them means
    /// none.
    #[arg(long, global = true)]
    pub no_pager: bool,
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
#[command(defer = true)]
pub(super) enum Command {
    /// List families, levels, roles or skills
    ///
    /// --family and --level choose roles; WHAT says what of those roles is listed. Without WHAT that is the families,
    /// or the roles themselves when some were chosen.
    List(ListArgs),
    /// Show roles in full
    ///
    /// Everything a role asks for: scope, responsibilities, skills, KPIs, decision rights and moves; and how its
    /// interview goes: rounds, questions, and what is worth asking back. How answers are judged is left out, so that
    /// questions can still be practised; `--rubric` shows it. Roles that are not found are named on stderr, the others
    /// are shown.
    Show(ShowArgs),
    /// Compare two to four roles side by side
    ///
    /// Rows are lined up by what they are about, whatever the wording, within one family and across families: scope,
    /// responsibilities, skills, KPIs, decision rights and moves. Each section starts with what it comes to against the
    /// base. = is the same, ~ changed, + not in the base, - in the base only. Below 60 cells the roles stand under each
    /// other.
    Compare(CompareArgs),
    /// Show what is missing for a role
    ///
    /// Everything TO asks for beside how you rate yourself: skills 0 to 5 on the catalog's scale (0 none), areas of
    /// work and decisions no, with support or alone. What matters most stands first: what is short (skills by how far
    /// times the weight: useful 1, important 2, core 3), then what is not rated, then what is met. - is short, ~ done
    /// with support, ? not rated, = met. What FROM asks is shown for reference and is no rating. Without FROM the role
    /// you keep as yours is taken, without TO the one you keep as wanted.
    Gap(GapArgs),
    /// Show a family's ladder at a glance
    ///
    /// Without an option: which skill each rung asks for, and how well (1 aware, 2 assisted, 3 independent, 4 advanced,
    /// 5 expert). With one: a single skill, thread, KPI, axis of scope or decision through all rungs, each against the
    /// rung below it. = is the same, ~ changed, + starts, - stops.
    Ladder(LadderArgs),
    /// Find the way from one role to another
    ///
    /// A step is a move that a role names, an entry that a family names (to its lowest rung), or the next rung of a
    /// ladder; each goes one way only. The path has the fewest steps, and of those the smallest gap: for each skill
    /// that a step asks beyond the role before it, the steps of proficiency that are missing (all of them where the
    /// skill is new) times its weight (useful 1, important 2, core 3). A decision is gained where its right or its
    /// reach rises and neither falls.
    Path(PathArgs),
    /// List the roles nearest to one, by the skills they share
    ///
    /// A skill counts with its proficiency (1 to 5) times its weight (useful 1, important 2, core 3). Two roles are as
    /// alike as the sum of the lesser counts of all skills is of the sum of the greater: 0% shares nothing, 100% asks
    /// the same, and it is the same from either side. Of equals the one that shares more skills comes first, then the
    /// one on the nearer level. A role that shares no skill is not listed.
    Near(NearArgs),
    /// Search everything: roles, skills, KPIs, questions, bookmarks, notes and stories
    ///
    /// Every word must stand somewhere in a thing, in any order: in its title, another name of it, its level, a skill, a
    /// responsibility, a note. What is called so comes before what asks for it, and that before what mentions it. A capital
    /// letter minds the case; initials (pse) and letters with gaps (stfpay) find names. When nothing is found, a word of five
    /// letters or more may have a wrong one, which stderr is told.
    ///
    /// What answers an interview question is not searched.
    Search(SearchArgs),
    /// Practise interview questions for a role
    ///
    /// Opens the explorer at the practice of the role: a plan for the minutes there are, one question after another,
    /// answered before the signals show. Without a role it is the one you want, else the one you practised last, else
    /// the one you hold. The commands below are everything around the answers.
    Practice(PracticeArgs),
    /// Write roles as documents: Markdown, HTML, CSV or JSON
    ///
    /// One role, several, those that are bookmarked, or a whole catalog. Of several the document begins with a list of
    /// them. Roles that are not found are named on stderr, the others are written. How answers to interview questions are
    /// judged is left out; `--rubric` puts it in.
    Export(ExportArgs),
    /// Keep roles to come back to, with tags and a note
    #[command(subcommand)]
    Bookmark(BookmarkCommand),
    /// Check catalogs of career ladders, begin one, make one of a spreadsheet
    #[command(subcommand)]
    Catalog(CatalogCommand),
    /// Look at settings and at where things are kept
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print a script that makes a shell complete rungs, ids too
    ///
    /// The ids are those of the catalog that is open, also of one that the line names by --catalog.
    Completions(CompletionsArgs),
    /// Print the manual page, or write one for each command
    Man(ManArgs),
    /// Say what was found of terminal, colours, clipboard, editor and places, and why
    ///
    /// Looks, and changes nothing. Ends in 1 when something is wrong.
    Doctor,
    /// Play keys without a terminal and print the screen they lead to
    #[command(hide = true)]
    Screen(ScreenArgs),
}

// What to play, and where.
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

/// A number of things to list.
fn at_least_one(typed: &str) -> Result<usize, String> {
    typed.parse().ok().filter(|number| *number > 0).ok_or_else(|| "it takes a number from 1".to_owned())
}
