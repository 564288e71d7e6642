//! `rungs search`: everything at once, as a table, tab-separated or JSON.

mod item;

use std::io;

use super::args::SearchArgs;
use super::output::{Form, Header, Look, Output, message};
use super::{Exit, Failure, Outcome, journals};
use crate::catalog::Catalog;
use crate::search::{Answer, Complaint, Index, Kept, Matching, Query};
use crate::store::{Places, Shelf, Stories};
use crate::text::SafeText;
use item::Item;

/// How many words are offered in place of one that nothing has.
const NEAR: usize = 3;

/// Looks for what `args` ask.
pub(super) fn search(args: &SearchArgs, places: &Places, catalog: &Catalog, output: &mut Output) -> Outcome {
    let typed = args.query.join(" ");
    let index = index(places, catalog)?;
    let matching = if args.exact { Matching::Exact } else { Matching::Fuzzy };
    let query = index.query(&typed, matching).of_kinds(args.kind.iter().copied());
    if !query.complaints().is_empty() {
        let lines: Vec<String> = query.complaints().iter().map(Complaint::line).collect();
        return Err(Failure::new(Exit::Usage, SafeText::lines(&lines.join("\n")).as_str()));
    }
    if query.is_empty() {
        return Err(Failure::new(Exit::Usage, "what to search for? see `rungs search --help`"));
    }
    let answer = index.answer(&query);
    let shown: Vec<_> =
        answer.hits.iter().take(args.limit.unwrap_or(usize::MAX)).map(|hit| index.show(&answer, hit)).collect();
    let items: Vec<Item<'_>> = shown.iter().map(Item::of).collect();
    let header = if args.header { Header::Always } else { Header::Aligned };
    match output.form() {
        Form::Table => table(&items, output)?,
        Form::Json | Form::Plain => output.records(&items, header)?,
    }
    if answer.hits.is_empty() {
        return Err(Failure::new(Exit::NothingFound, nothing(&index, &query, &typed)));
    }
    for line in told(&answer) {
        message(&line);
    }
    Ok(Exit::Done)
}

/// Everything there is. Stories that cannot be read do not keep the rest from being searched.
fn index(places: &Places, catalog: &Catalog) -> Result<Index, Failure> {
    let (_, bookmarks) = journals::bookmarks(places)?;
    let shelf = Stories::new(places.stories()).read().unwrap_or_else(|error| {
        message(&error.to_string());
        Shelf::default()
    });
    Ok(Index::of(catalog).with(Kept { bookmarks: &bookmarks, stories: &shelf.stories }))
}

/// Which words were taken for others.
fn told(answer: &Answer) -> impl Iterator<Item = String> {
    let line = |(typed, taken): &(String, String)| format!("nothing for `{}`; near: {taken}", SafeText::line(typed));
    answer.near.iter().map(line)
}

/// That nothing was found, and what words there are that look like those that nothing has.
fn nothing(index: &Index, query: &Query, typed: &str) -> String {
    let near: Vec<&str> = index.near_words(query, NEAR);
    let near = if near.is_empty() { String::new() } else { format!("; near: {}", near.join(", ")) };
    format!("nothing for `{}`{near}", SafeText::line(typed))
}

/// A line for each hit: its kind, what it is called with what it belongs to, and the line that matched.
fn table(items: &[Item<'_>], output: &mut Output) -> io::Result<()> {
    const GAP: usize = 2;
    if items.is_empty() {
        return Ok(());
    }
    let kinds = items.iter().map(|item| item.kind.len()).max().unwrap_or(0);
    let room = output.width().saturating_sub(kinds + GAP);
    let widest = items.iter().map(Item::title_width).max().unwrap_or(0);
    // Half is for what matched, more where titles are short.
    let titles = widest.min(room * 3 / 5);
    let rest = room.saturating_sub(titles + GAP);
    let heading = format!("{:kinds$}  {:titles$}  WHERE", "KIND", "WHAT");
    output.line(output.paint(Look::Heading, &heading))?;
    for item in items {
        let title = item.title(titles, output);
        let place = item.place(rest, output);
        output.line(format!("{:kinds$}  {title}  {place}", item.kind).trim_end())?;
    }
    Ok(())
}
