//! The bank: how the stories stand, each with how often it was told and what it shows, and what none of them shows.

use std::collections::BTreeSet;

use super::{About, Stop};
use crate::domain::RoleId;
use crate::domain::pool::Pool;
use crate::domain::story::{Grid, Health, Shown, Story, Strength};
use crate::store::{Broken, Pin, Tellings, Told};
use crate::text::{SafeText, pad, width};
use crate::tui::action::Verb;
use crate::tui::document::{Piece, Row};
use crate::tui::keymap::Context;
use crate::tui::practice::Page;
use crate::tui::theme::Ink;

/// Cells of a story's number, and of a story's column in the grid.
const NUMBER: usize = 3;
/// The widest a title or a name gets where something stands beside it.
const NAME: usize = 44;
/// How many things that no story shows are named above the stories.
const NAMED: usize = 3;
/// Below this width nothing stands beside a title.
const BESIDE: usize = 56;

/// Writes it; what each stop is.
pub(super) fn write(
    about: &About<'_>,
    role: Option<&RoleId>,
    unfolded: &BTreeSet<SafeText>,
    page: &mut Page,
) -> Vec<Stop> {
    let mut stops = Vec::new();
    let Some(shelf) = about.shelf else {
        page.passed(Ink::Faint, 0, "Reading the stories ...");
        return stops;
    };
    let tellings = about.tellings();
    let pool = role.and_then(|role| about.catalog.pool(role)).filter(|pool| !pool.questions.is_empty());
    let grid = pool.as_ref().map(|pool| Grid::of(&shelf.stories, pool));
    health(about, &shelf.stories, &tellings, page);
    if let (Some(grid), Some(role)) = (&grid, role) {
        missing(about, role, grid, page);
    }
    if !shelf.stories.is_empty() {
        page.passed_heading("Stories", "");
        stories(about, role, &tellings, page, &mut stops);
    }
    if !shelf.broken.is_empty() {
        let how = about.keys.words(Context::Stories, Verb::Editor, "  # opens one in your editor");
        page.passed_heading("No stories as they stand", how);
        for broken in &shelf.broken {
            let rows = page.beside("!", Ink::Wrong, &wrong(broken));
            page.rows.push_stop(rows);
            stops.push(Stop::Broken(broken.path.clone()));
        }
    }
    match (role, &pool, &grid) {
        (Some(role), Some(pool), Some(grid)) => asked(about, role, (pool, grid, unfolded), page, &mut stops),
        (Some(_), ..) => {
            page.passed_heading("What a role is asked", "");
            page.passed(Ink::Faint, 0, "Nobody has written questions for this role yet.");
        }
        (None, ..) => {
            page.passed_heading("What a role is asked", "");
            let how = ": # on a role keeps it, and then this says what no story shows";
            let how = about.keys.words(Context::Levels, Verb::Pin(Pin::Want), how);
            page.passed(Ink::Faint, 0, &format!("No role is kept as the one you want{how}."));
        }
    }
    stops
}

/// What is wrong with a file, and where.
pub fn wrong(broken: &Broken) -> String {
    let line = broken.line.map(|line| format!(", line {line}")).unwrap_or_default();
    format!("{}{line}: {}", broken.name(), broken.what)
}

/// How the stories stand, and what is missing.
fn health(about: &About<'_>, stories: &[Story], tellings: &Tellings, page: &mut Page) {
    if stories.is_empty() {
        let how = about.keys.words(Context::Stories, Verb::NewStory, ": # begins one, in your editor");
        let words = format!(
            "No stories yet. A story is something you did, written down so that you can tell it{how}. Eight are a good \
             start, five of them strong, one of something that went wrong."
        );
        return page.passed(Ink::Strong, 0, &words);
    }
    let health = Health::of(stories, |story| tellings.times(story));
    page.passed(Ink::Strong, 0, &health.to_string());
    for want in health.wants() {
        let rows = page.beside("-", Ink::Text, &want);
        for row in rows {
            page.rows.push(row);
        }
    }
}

/// The first of what no story shows, so that it is seen without looking for it.
fn missing(about: &About<'_>, role: &RoleId, grid: &Grid<'_>, page: &mut Page) {
    let names: Vec<SafeText> = grid.empty().map(|shown| about.probe(Some(role), shown.probe)).collect();
    if names.is_empty() || grid.stories.is_empty() {
        return;
    }
    let more = names.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more, below") } else { String::new() };
    let first = super::names(names.into_iter().take(NAMED));
    let rows = page.beside("-", Ink::Changed, &format!("no story for {first}{more}"));
    for row in rows {
        page.rows.push(row);
    }
}

/// `4/5, told 2 times, last 2026-05-01`
pub fn facts(story: &Story, told: Option<Told>) -> String {
    let strength = story.strength.map(|strength| format!("{}/5", Strength::value(strength)));
    let failure = story.failure.then(|| "of a failure".to_owned());
    let retired = story.retired.then(|| "retired".to_owned());
    [strength, Some(self::told(told)), failure, retired].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn told(told: Option<Told>) -> String {
    match told {
        None => "never told".to_owned(),
        Some(Told { times: 1, last }) => format!("told once, {last}"),
        Some(Told { times, last }) => format!("told {times} times, last {last}"),
    }
}

/// Those that are told, with their numbers in the grid, and then the others.
fn stories(about: &About<'_>, role: Option<&RoleId>, tellings: &Tellings, page: &mut Page, stops: &mut Vec<Stop>) {
    let (told, retired): (Vec<&Story>, Vec<&Story>) = about.stories().iter().partition(|story| !story.retired);
    let widest = about.stories().iter().map(|story| width(&story.title)).max().unwrap_or_default().min(NAME);
    let numbered = told.into_iter().enumerate().map(|(place, story)| (format!("{:>2} ", place + 1), story));
    for (number, story) in numbered.chain(retired.into_iter().map(|story| (" ".repeat(NUMBER), story))) {
        let ink = if story.retired { Ink::Faint } else { Ink::Strong };
        let facts = facts(story, tellings.of(story));
        let beside =
            page.width >= BESIDE && width(&story.title) <= widest && NUMBER + widest + 2 + width(&facts) <= page.width;
        let mut rows = if beside {
            let title = pad(&story.title, widest + 2);
            vec![Row(vec![Piece::new(Ink::Faint, number), Piece::new(ink, title), Piece::new(Ink::Text, facts)])]
        } else {
            let mut rows = page.wrapped(ink, NUMBER, &story.title);
            if let Some(Row(first)) = rows.first_mut() {
                first.splice(..1, [Piece::new(Ink::Faint, number)]);
            }
            rows.extend(page.wrapped(Ink::Text, NUMBER, &facts));
            rows
        };
        let shows = about.shows(role, story);
        let shows = if shows.is_empty() { "shows nothing yet: probes in its file say what" } else { &shows };
        rows.extend(page.wrapped(Ink::Faint, NUMBER, shows));
        page.rows.push_stop(rows);
        stops.push(Stop::Story(story.slug.clone()));
    }
}

/// What the role is asked: first what no story shows, then the others with a cell for each story.
fn asked(
    about: &About<'_>,
    role: &RoleId,
    (pool, grid, unfolded): (&Pool<'_>, &Grid<'_>, &BTreeSet<SafeText>),
    page: &mut Page,
    stops: &mut Vec<Stop>,
) {
    let title = about.catalog.rung(role).map_or("the role", |(_, rung)| rung.title.as_str());
    page.rows.push(Row::default());
    page.passed(Ink::Heading, 0, &format!("What {title} is asked").to_uppercase());
    let (empty, shown): (Vec<&Shown<'_>>, Vec<&Shown<'_>>) = grid.columns.iter().partition(|it| it.by.is_empty());
    let mut stop = |probe: &SafeText, mut rows: Vec<Row>, page: &mut Page| {
        if unfolded.contains(probe) {
            rows.extend(rest(grid, pool, probe, page));
        }
        page.rows.push_stop(rows);
        stops.push(Stop::Probe(probe.clone()));
    };
    if empty.is_empty() {
        page.passed(Ink::Text, 0, "Every one of these has a story.");
    }
    for Shown { probe, .. } in empty {
        let name = about.probe(Some(role), probe);
        let rows = page.wrapped(Ink::Changed, 0, &format!("no story for {name}"));
        stop(probe, rows, page);
    }
    if shown.is_empty() {
        return;
    }
    let names: Vec<SafeText> = shown.iter().map(|it| about.probe(Some(role), it.probe)).collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or_default().min(NAME);
    let count = grid.stories.len();
    let has_cells = page.width >= BESIDE && widest + count * NUMBER <= page.width;
    page.rows.push(Row::default());
    if has_cells {
        let numbers: String = (1..=count).map(|number| format!("{number:>NUMBER$}")).collect::<Vec<_>>().concat();
        page.rows.push(Row(vec![Piece::blanks(widest), Piece::new(Ink::Faint, numbers)]));
    }
    for (Shown { probe, by, .. }, name) in shown.into_iter().zip(&names) {
        let rows = if has_cells && width(name) <= widest {
            let cell = |place: usize| if by.contains(&place) { "  x" } else { "  ." };
            let cells: String = (0..count).map(cell).collect();
            vec![Row(vec![Piece::new(Ink::Text, pad(name, widest)), Piece::new(Ink::Accent, cells)])]
        } else {
            let numbers: Vec<String> = by.iter().map(|place| (place + 1).to_string()).collect();
            page.wrapped(Ink::Text, 0, &format!("{name}: {}", numbers.join(", ")))
        };
        stop(probe, rows, page);
    }
}

/// Unfolded: the questions that probe it, and the stories that show it.
fn rest(grid: &Grid<'_>, pool: &Pool<'_>, probe: &SafeText, page: &Page) -> Vec<Row> {
    let asking = pool.questions.iter().filter(|pooled| pooled.question.probes.contains(probe));
    let asking =
        asking.flat_map(|pooled| page.wrapped(Ink::Faint, NUMBER, &format!("asked: {}", pooled.question.title)));
    let mut rows: Vec<Row> = asking.collect();
    let by = grid.columns.iter().find(|it| it.probe == probe).map_or(&[][..], |it| &it.by);
    for story in by.iter().filter_map(|place| grid.stories.get(*place)) {
        rows.extend(page.wrapped(Ink::Text, NUMBER, &format!("told: {}", story.title)));
    }
    rows
}
