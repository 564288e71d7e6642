//! `rungs completions`, and what a shell that has its script asks for at each Tab: subcommands and options, and the ids of
//! the catalog that is open where one is to be typed. Nothing of it is on the way of any other command.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};

use clap::builder::ValueHint;
use clap::{Arg, Command, CommandFactory, ValueEnum};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::{EnvCompleter, Shells};

use super::args::{Cli, CompletionsArgs, Global};
use super::output::Output;
use super::{Exit, Failure, Outcome, home, opened, places};
use crate::catalog::Catalog;

/// Names the shell that asks; set by the script alone.
const ASKED_BY: &str = "RUNGS_COMPLETE";
const NAME: &str = "rungs";

/// The shell that asks what can be typed next, if one does.
pub(super) fn asked_by() -> Option<OsString> {
    env::var_os(ASKED_BY).filter(|shell| !shell.is_empty())
}

/// Prints the script that makes a shell ask.
pub(super) fn script(args: &CompletionsArgs, output: &mut Output) -> Outcome {
    let name = args.shell.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let shell = shells.completer(&name).ok_or_else(|| unknown(&name))?;
    shell.write_registration(ASKED_BY, NAME, NAME, NAME, &mut script)?;
    output.text(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}

/// Tells `shell` what can be typed next; `arguments` are the program, `--`, and what is typed so far.
pub(super) fn answer(shell: &OsStr, arguments: &[OsString]) -> Exit {
    match candidates(shell, arguments) {
        Ok(()) => Exit::Done,
        Err(failure) => failure.tell(),
    }
}

fn candidates(shell: &OsStr, arguments: &[OsString]) -> Result<(), Failure> {
    let name = shell.to_string_lossy();
    let shells = Shells::builtins();
    let shell: &dyn EnvCompleter = shells.completer(&name).ok_or_else(|| unknown(&name))?;
    let typed: Vec<OsString> = arguments.iter().skip_while(|word| *word != "--").skip(1).cloned().collect();
    let global = global(&typed);
    let mut command = Cli::command();
    // What a subcommand takes is known only once it is built.
    command.build();
    let mut command = with_ids(command, &global);
    let mut answer = Vec::new();
    shell.write_complete(&mut command, typed, env::current_dir().ok().as_deref(), &mut answer)?;
    let mut stdout = io::stdout().lock();
    stdout.write_all(&answer)?;
    stdout.flush()?;
    Ok(())
}

fn unknown(shell: &str) -> Failure {
    Failure::new(Exit::Usage, format!("no completions for `{}`", crate::text::SafeText::line(shell)))
}

/// What of the options everywhere says which catalog is meant. A line that is still being typed cannot be parsed.
fn global(typed: &[OsString]) -> Global {
    let mut global = Global::default();
    let mut words = typed.iter().map(|word| word.to_string_lossy().into_owned());
    while let Some(word) = words.next() {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (word, None),
        };
        let mut value = || value.clone().or_else(|| words.next()).map(Into::into);
        match name.as_str() {
            "--catalog" => global.catalog.extend(value()),
            "--config-dir" => global.config_dir = value(),
            "--data-dir" => global.data_dir = value(),
            "--config" => global.config = value(),
            "--no-config" => global.no_config = true,
            _ => {}
        }
    }
    global
}

/// `command` and all below it, each argument that takes an id knowing which there are.
fn with_ids(command: Command, global: &Global) -> Command {
    command.mut_args(|argument| with_ids_of(argument, global)).mut_subcommands(|below| with_ids(below, global))
}

/// What an argument is about stands in the name of its value.
fn with_ids_of(argument: Arg, global: &Global) -> Arg {
    let name = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let list: fn(&Catalog) -> Vec<CompletionCandidate> = match name.as_deref().unwrap_or_default() {
        "ID" | "ROLE" | "FROM" | "TO" | "ROLE|QUESTION" => roles,
        "FAMILY" => |catalog| named(catalog.families().iter().map(|family| (family.id.as_str(), &*family.name))),
        "LEVEL" => |catalog| named(catalog.framework().levels.iter().map(|level| (level.id.as_str(), &*level.name))),
        "SKILL" | "ITEM" => {
            |catalog| named(catalog.terms().skills.iter().map(|skill| (skill.id.as_str(), &*skill.name)))
        }
        "KPI" => |catalog| named(catalog.terms().kpis.iter().map(|kpi| (kpi.id.as_str(), &*kpi.name))),
        "AXIS" => |catalog| named(catalog.framework().axes.iter().map(|axis| (axis.id.as_str(), &*axis.name))),
        "DECISION" => |catalog| named(catalog.framework().topics.iter().map(|topic| (topic.id.as_str(), &*topic.name))),
        "THREAD" => threads,
        _ => return argument,
    };
    let global = global.clone();
    argument.value_hint(ValueHint::Other).add(ArgValueCandidates::new(move || ids(&global, list)))
}

/// The ids of one kind in the catalog that is open; none where it cannot be opened, as nobody reads messages while typing.
fn ids(global: &Global, list: fn(&Catalog) -> Vec<CompletionCandidate>) -> Vec<CompletionCandidate> {
    let places = places(global);
    let settings = home::settings(global, &places).settings;
    opened::open(global, &places, &settings).map(|opened| list(&opened.catalog)).unwrap_or_default()
}

fn roles(catalog: &Catalog) -> Vec<CompletionCandidate> {
    let role = |(family, rung): (&crate::domain::FamilyOutline, &crate::domain::Rung)| {
        candidate(family.role_id(rung).as_str(), &rung.title)
    };
    catalog.rungs().map(role).collect()
}

/// The areas of work of all families, each once: which family is meant may not be typed yet.
fn threads(catalog: &Catalog) -> Vec<CompletionCandidate> {
    let families = catalog.families().iter().filter_map(|family| catalog.family(&family.id));
    let mut threads: Vec<(&str, &str)> =
        families.flat_map(|family| family.threads.iter().map(|thread| (thread.id.as_str(), &*thread.name))).collect();
    threads.sort_unstable();
    threads.dedup_by_key(|(id, _)| *id);
    named(threads.into_iter())
}

fn named<'a>(things: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<CompletionCandidate> {
    things.map(|(id, name)| candidate(id, name)).collect()
}

/// What can be typed, and what shells that show more say of it.
fn candidate(id: &str, name: &str) -> CompletionCandidate {
    CompletionCandidate::new(id).help(Some(name.to_owned().into()))
}
