//! A gap as text that fits the width, and one thing asked as a record.

use std::io;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::cli::output::{Look, Output};
use crate::domain::gap::{Gap, Need};
use crate::text::{pad, width, wrap};

/// The names of the columns of a [`record`].
pub(super) const COLUMNS: &[&str] = &["item", "sign", "what", "asked", "rated", "from", "evidence"];
/// What stands where there is nothing.
const ABSENT: &str = "-";
/// Below this width what is asked stands under what it is called.
const LEAST_BESIDE: usize = 60;
/// Text wider than this tires the eye.
const WIDEST: usize = 100;
/// Room for what a thing is called, where what is asked stands beside it.
const LABEL: usize = 26;
/// The sign with its blank.
const SIGN: usize = 2;
/// Before what stands under a row.
const UNDER: usize = 4;

/// A line of text, with its look.
type Line = (Option<Look>, String);

/// Prints `gap`.
pub(super) fn print(gap: &Gap, output: &mut Output) -> io::Result<()> {
    let cells = output.width().min(WIDEST);
    let mut lines = wrapped(Some(Look::Heading), "", &format!("Gap to {}", gap.target.title), cells);
    lines.extend(wrapped(Some(Look::Faint), "", gap.target.id.as_str(), cells));
    if let Some(from) = &gap.from {
        lines.extend(wrapped(None, "", &format!("from {} ({})", from.title, from.id), cells));
    }
    lines.extend(wrapped(None, "", &gap.verdict(), cells));
    for section in &gap.sections {
        lines.push((None, String::new()));
        lines.push((Some(Look::Heading), section.part().title().to_uppercase()));
        lines.extend(wrapped(None, "  ", &section.verdict, cells));
        lines.extend(section.needs.iter().flat_map(|need| row(need, cells)));
    }
    put(&lines, output)
}

/// Prints `needs` alone.
pub(super) fn print_needs(needs: &[&Need], output: &mut Output) -> io::Result<()> {
    let cells = output.width().min(WIDEST);
    put(&needs.iter().flat_map(|need| row(need, cells)).collect::<Vec<_>>(), output)
}

fn put(lines: &[Line], output: &mut Output) -> io::Result<()> {
    lines.iter().try_for_each(|(look, text)| match look {
        Some(look) => output.line(output.paint(*look, text)),
        None => output.line(text.trim_end()),
    })
}

/// `need` in the columns of a pipe.
pub(super) fn record(need: &Need) -> String {
    let rated = need.account.rating().map_or_else(|| ABSENT.to_owned(), |rating| rating.to_string());
    let from = need.from_words().unwrap_or_else(|| ABSENT.to_owned());
    let evidence = need.account.evidence.len();
    let (item, sign) = (&need.item, sign(need));
    format!("{item}\t{sign}\t{}\t{}\t{rated}\t{from}\t{evidence}", need.label, need.asked_words())
}

fn sign(need: &Need) -> &'static str {
    need.state().sign(need.item.kind())
}

/// What is asked, how it is rated, and under it evidence and earlier ratings.
fn row(need: &Need, cells: usize) -> Vec<Line> {
    let facts = need.facts();
    let mut lines = if cells >= LEAST_BESIDE {
        let column = cells - SIGN - LABEL - 2;
        let (label, facts) = (pieces(&need.label, LABEL), pieces(&facts, column));
        let line = |place: usize| {
            let sign = if place == 0 { sign(need) } else { "" };
            let at = |pieces: &[String]| pieces.get(place).cloned().unwrap_or_default();
            (None, format!("{}{}  {}", pad(sign, SIGN), pad(&at(&label), LABEL), at(&facts)))
        };
        (0..label.len().max(facts.len())).map(line).collect()
    } else {
        let mut lines = wrapped(None, &pad(sign(need), SIGN), &need.label, cells);
        lines.extend(wrapped(None, &pad("", UNDER), &facts, cells));
        lines
    };
    for evidence in &need.account.evidence {
        lines.extend(wrapped(None, &format!("{}* ", pad("", UNDER)), &evidence.to_string(), cells));
    }
    if let Some(earlier) = need.account.earlier_words(day) {
        lines.extend(wrapped(Some(Look::Faint), &pad("", UNDER), &earlier, cells));
    }
    lines
}

/// The day where the reader lives.
pub(super) fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::system()).date()
}

fn pieces(text: &str, cells: usize) -> Vec<String> {
    wrap(text, cells).into_iter().map(|line| text[line].to_owned()).collect()
}

/// `text` behind `lead`, its further lines set in as far.
fn wrapped(look: Option<Look>, lead: &str, text: &str, cells: usize) -> Vec<Line> {
    let indent = width(lead);
    let lines = pieces(text, cells.saturating_sub(indent)).into_iter().enumerate();
    lines
        .map(|(place, line)| (look, if place == 0 { format!("{lead}{line}") } else { pad("", indent) + &line }))
        .collect()
}
