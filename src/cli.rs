//! The command line: arguments in, results on stdout, messages on stderr, and how it ended. One file for each
//! subcommand. Knows the catalog and what a person keeps; of the explorer only how to start it.

mod appearance;
mod args;
mod bookmark;
mod bytes;
mod catalog;
mod compare;
mod complete;
mod config;
mod doctor;
mod explore;
mod export;
mod failure;
mod gap;
mod home;
mod journals;
mod ladder;
mod linear;
mod list;
mod man;
mod near;
mod opened;
mod output;
mod path;
mod pins;
mod practice;
mod resolve;
mod screen;
mod search;
mod show;
mod to_file;
mod typed_ids;

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};

use crate::store::{Explicit, Places};
use crate::tui::signals;
use args::{CatalogCommand, Cli, Command, Global};
use failure::Failure;
use output::Output;

/// How a run ended. The numbers that stand for it are given in one place, `main`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// It did what it was asked, or the reader of its output had enough.
    Done,
    /// Nothing matched, or an id stands for nothing.
    NothingFound,
    /// It was asked wrongly, or asked for the explorer without a terminal.
    Usage,
    /// A catalog cannot be read or is not valid.
    Catalog,
    /// The settings are not valid.
    Config,
    /// Something could not be written, or what is kept could not be read.
    Unwritable,
}

/// How a subcommand ended, or why it stopped.
type Outcome = Result<Exit, Failure>;

/// Does what `arguments` (the program's name first) ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // A system that does not know such limits has nothing to catch.
    let _ = signals::let_full_files_refuse();
    if let Some(shell) = complete::asked_by() {
        return complete::answer(&shell, &arguments);
    }
    let cli = match parse(&arguments) {
        Ok(cli) => cli,
        Err(error) => return told_by_clap(error, &arguments),
    };
    let mut output = Output::new(&cli.global);
    let ended = carry_out(&cli, &mut output);
    let flushed = output.flush();
    match (ended, flushed) {
        (Ok(exit), Ok(())) => exit,
        (Err(failure), _) => failure.tell(),
        (Ok(_), Err(error)) => Failure::from(error).tell(),
    }
}

/// Nothing typed needs no parser: building clap's tree of subcommands would take a tenth of the way to the first frame.
fn parse(arguments: &[OsString]) -> clap::error::Result<Cli> {
    if arguments.len() <= 1 {
        return Ok(Cli::default());
    }
    Cli::try_parse_from(arguments).and_then(explorer_arguments_stand_alone)
}

fn carry_out(cli: &Cli, output: &mut Output) -> Outcome {
    let Some(command) = &cli.command else {
        let is_linear = linear::is_wished(&cli.explore);
        return if is_linear { linear::linear(cli, linear::Begin::Browse, output) } else { explore::explore(cli) };
    };
    match command {
        Command::List(args) => list::list(args, opened::open_for_good(&cli.global)?, output),
        Command::Show(args) => show::show(args, opened::open_for_good(&cli.global)?, output),
        Command::Compare(args) => compare::compare(args, opened::open_for_good(&cli.global)?, output),
        Command::Gap(args) => gap::gap(args, &places(&cli.global), opened::open_for_good(&cli.global)?, output),
        Command::Ladder(args) => ladder::ladder(args, opened::open_for_good(&cli.global)?, output),
        Command::Path(args) => path::path(args, opened::open_for_good(&cli.global)?, output),
        Command::Near(args) => near::near(args, opened::open_for_good(&cli.global)?, output),
        Command::Search(args) => {
            search::search(args, &places(&cli.global), opened::open_for_good(&cli.global)?, output)
        }
        Command::Practice(args) => match &args.command {
            Some(command) => practice::practice(command, cli, opened::open_for_good(&cli.global)?, output),
            None if linear::is_wished(&cli.explore) => {
                linear::linear(cli, linear::Begin::Practice(args.role.as_deref()), output)
            }
            None => explore::practise(cli, args.role.as_deref()),
        },
        Command::Export(args) => {
            export::export(args, &places(&cli.global), opened::open_for_good(&cli.global)?, output)
        }
        Command::Bookmark(command) => {
            bookmark::bookmark(command, &places(&cli.global), opened::open_for_good(&cli.global)?, output)
        }
        Command::Catalog(CatalogCommand::Check(args)) => catalog::check(args, &cli.global, output),
        Command::Catalog(CatalogCommand::Import(args)) => catalog::import(args, output),
        Command::Catalog(CatalogCommand::New(args)) => catalog::new(args),
        Command::Catalog(CatalogCommand::Schema) => catalog::schema(output),
        Command::Catalog(CatalogCommand::Export(args)) => catalog::export(args, &cli.global, output),
        Command::Catalog(CatalogCommand::List(args)) => catalog::list(args, &cli.global, output),
        Command::Catalog(CatalogCommand::Diff(args)) => catalog::diff(args, output),
        Command::Catalog(CatalogCommand::Outline(args)) => catalog::outline(args, output),
        Command::Catalog(CatalogCommand::Ledger(args)) => catalog::ledger(args),
        Command::Completions(args) => complete::script(args, output),
        Command::Man(args) => man::man(args, output),
        Command::Doctor => doctor::doctor(cli, output),
        Command::Config(command) => config::config(*command, cli, output),
        Command::Screen(args) => screen::screen(args, &cli.global, output),
    }
}

fn places(global: &Global) -> Places {
    let Global { config_dir, data_dir, .. } = global;
    Places::of_this_process(Explicit { config: config_dir.clone(), data: data_dir.clone() })
}

/// `--at`, `--fresh` and `--linear` belong to the explorer; clap can only forbid them by forbidding the global options too.
fn explorer_arguments_stand_alone(cli: Cli) -> clap::error::Result<Cli> {
    let asks_for_explorer = cli.explore.at.is_some() || cli.explore.fresh || cli.explore.linear;
    if cli.command.is_some() && asks_for_explorer {
        let message = "--at, --fresh and --linear are for the explorer and cannot stand before a subcommand";
        return Err(Cli::command().error(ErrorKind::ArgumentConflict, message));
    }
    Ok(cli)
}

/// Help and version go to stdout, everything else to stderr, both through our own decision on colour.
fn told_by_clap(error: clap::Error, arguments: &[OsString]) -> Exit {
    let choice = args::colour_choice_in(arguments);
    let error = with_tip_for_a_role(error);
    let text = error.render();
    if error.use_stderr() {
        output::to_stderr(&text, choice);
        return Exit::Usage;
    }
    match output::to_stdout(&text, choice) {
        Ok(()) => Exit::Done,
        Err(error) => Failure::from(error).tell(),
    }
}

/// Somebody who types `rungs backend` may want to see a role; there is no subcommand that catches all words.
fn with_tip_for_a_role(mut error: clap::Error) -> clap::Error {
    let is_near_a_subcommand = error.get(ContextKind::SuggestedSubcommand).is_some();
    let word = error.get(ContextKind::InvalidSubcommand).map(ToString::to_string);
    if let (Some(word), false) = (word, is_near_a_subcommand) {
        let tip = format!("to show a role, type 'rungs show {word}'");
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    }
    error
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_means_what_the_parser_would_make_of_it() {
        let parsed = Cli::try_parse_from(["rungs"]).map(|cli| format!("{cli:?}")).unwrap();
        assert_eq!(format!("{:?}", parse(&["rungs".into()]).unwrap()), parsed);
    }
}
