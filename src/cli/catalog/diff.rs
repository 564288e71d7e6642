//! `rungs catalog diff`: what changed between two versions of a ladder.

use std::io;

use crate::catalog::{self, Catalog, Source};
use crate::cli::args::DiffArgs;
use crate::cli::compare::cell::{self, Line, paragraphs, wrapped};
use crate::cli::output::{Form, Look, Output, Wanted, message};
use crate::cli::{Exit, Failure, Outcome, opened};
use crate::domain::compare::Change;
use crate::domain::diff::{Edit, Edited};
use crate::export::diff as document;
use crate::text::SafeText;

/// The widest a text gets.
const WIDEST: usize = 100;
/// What stands before what a field was, and before what it is.
const WAS: &str = "      was  ";
const NOW: &str = "      now  ";

/// Prints what is not the same in the second catalog.
pub(in crate::cli) fn diff(args: &DiffArgs, output: &mut Output) -> Outcome {
    let wanted = output.wanted(&args.format)?;
    let [before, after] = [&args.before, &args.after].map(|path| Source::from(path.as_os_str()));
    let all = catalog::diff(&open(before)?, &open(after)?);
    let name = |path: &std::path::Path| SafeText::line(&path.to_string_lossy()).to_string();
    match wanted {
        Wanted::Here(Form::Json) => {
            output.json(document::SCHEMA, &all.iter().map(document::Item::of).collect::<Vec<_>>())?;
        }
        Wanted::Here(Form::Plain) => all.iter().try_for_each(|edited| plain(edited, output))?,
        Wanted::Here(Form::Table) => all.iter().try_for_each(|edited| told(edited, output))?,
        Wanted::Document(format) => {
            output.document(format, &document::report(&name(&args.before), &name(&args.after), &all))?;
        }
    }
    output.flush()?;
    message(&document::counted(&all));
    Ok(Exit::Done)
}

fn open(source: Source) -> Result<Catalog, Failure> {
    catalog::open(&[source]).map_err(|problems| opened::refused(&problems))
}

/// A record for each field that changed, and for each thing that is new or gone.
fn plain(edited: &Edited, output: &mut Output) -> io::Result<()> {
    let Edited { kind, id, name, change, edits } = edited;
    if edits.is_empty() {
        return output.line(format_args!("{}\t{}\t{id}\t\t{name}\t\t\t", change.sign(), kind.word()));
    }
    edits.iter().try_for_each(|edit| {
        let Edit { section, item, change, turn, before, after, .. } = edit;
        let turn = turn.as_deref().unwrap_or_default();
        let sign = change.sign();
        output.line(format_args!("{sign}\t{}\t{id}\t{section}\t{item}\t{turn}\t{before}\t{after}", kind.word()))
    })
}

/// The same for a person.
fn told(edited: &Edited, output: &mut Output) -> io::Result<()> {
    let cells = output.width().min(WIDEST);
    let head = format!("{} {}", edited.change.sign(), document::headed(edited));
    let mut lines = wrapped(Some(Look::Heading), &head, cells);
    for edit in &edited.edits {
        let field = format!("{} {}", edit.change.sign(), document::field(edit));
        lines.extend(wrapped(None, &field, cells - 4).into_iter().map(|line| line.behind("    ")));
        let (gone, new) = edit.lit();
        let texts = [(WAS, &edit.before, gone, Change::Added), (NOW, &edit.after, new, Change::Removed)];
        for (lead, text, lit, never) in texts {
            if edit.change != never && !text.is_empty() {
                let text = paragraphs(text, cells.saturating_sub(lead.len()), lit).into_iter().enumerate();
                let lead = |place| if place == 0 { lead.to_owned() } else { " ".repeat(lead.len()) };
                lines.extend(text.map(|(place, line): (usize, Line)| line.behind(lead(place))));
            }
        }
    }
    cell::print(&lines, output)
}
