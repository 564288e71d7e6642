//! `rungs man`: the help pages as manual pages.

use std::fs;
use std::io;
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::args::{Cli, ManArgs};
use super::output::{Output, message};
use super::to_file::{failed, replace, shown};
use super::{Exit, Failure, Outcome};

/// Prints the page of the whole program, or writes one for each command.
pub(super) fn man(args: &ManArgs, output: &mut Output) -> Outcome {
    let mut command = Cli::command().disable_help_subcommand(true);
    // What a subcommand takes is known only once it is built.
    command.build();
    let Some(folder) = &args.dir else {
        output.text(&page(&command)?.1)?;
        return Ok(Exit::Done);
    };
    fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    let written = write_all(&command, folder)?;
    message(&format!("{written} pages in {}", shown(folder)));
    Ok(Exit::Done)
}

/// Writes the page of `command` and those of all below it; how many that are.
fn write_all(command: &Command, folder: &Path) -> Result<usize, Failure> {
    let (name, text) = page(command)?;
    let path = folder.join(name);
    replace(&path, &text).map_err(|error| failed(&path, &error))?;
    let below = command.get_subcommands().filter(|below| !below.is_hide_set());
    below.map(|below| write_all(below, folder)).try_fold(1, |sum, written| Ok(sum + written?))
}

/// The name of the file and the text of the page of `command`.
fn page(command: &Command) -> io::Result<(String, String)> {
    let man = Man::new(command.clone()).manual("rungs");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.get_subcommands().any(|below| !below.is_hide_set()) {
        man.render_subcommands_section(&mut page)?;
    }
    let mut page = String::from_utf8_lossy(&page).into_owned();
    if let Some(more) = command.get_after_long_help() {
        page.push_str(&as_it_stands("NOTES", &more.to_string()));
    }
    Ok((man.get_filename(), page))
}

/// A section whose lines are kept: examples run together would be none.
fn as_it_stands(title: &str, text: &str) -> String {
    let line = |line: &str| {
        let safe = line.replace('\\', "\\e").replace('-', "\\-");
        // A line that begins so would be taken for a request.
        let guard = if safe.starts_with(['.', '\'']) { "\\&" } else { "" };
        format!("{guard}{safe}\n")
    };
    format!(".SH {title}\n.nf\n{}.fi\n", text.lines().map(line).collect::<String>())
}
