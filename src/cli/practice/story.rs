//! `rungs practice story`: files for what somebody did, and which of them shows what a role is asked.

mod grid;

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::Catalog;
use crate::cli::args::{NewStoryArgs, StoryCommand};
use crate::cli::home::Home;
use crate::cli::output::{Form, Header, Output, Record, message};
use crate::cli::{Exit, Failure, Outcome, journals};
use crate::domain::story::{Heading, Story, Strength};
use crate::store::{Broken, Pin, Places, Shelf, Stories, StoryError, blank_story};
use crate::text::SafeText;
use crate::tui::editor::Editor;

/// What stands where there is nothing.
const ABSENT: &str = "-";

/// Does what `command` asks.
pub(super) fn story(command: &StoryCommand, home: &Home, catalog: &Catalog, output: &mut Output) -> Outcome {
    match command {
        StoryCommand::New(args) => new(args, home, catalog, output),
        StoryCommand::List => list(&home.places, output),
        StoryCommand::Grid(args) => grid::grid(args, home, catalog, output),
    }
}

impl From<StoryError> for Failure {
    fn from(error: StoryError) -> Self {
        let exit = match error {
            StoryError::NoName(_) => Exit::Usage,
            _ => Exit::Unwritable,
        };
        Self::new(exit, error.to_string())
    }
}

/// The stories, those that are broken named on stderr.
pub(super) fn shelf(places: &Places) -> Result<Shelf, Failure> {
    let shelf = Stories::new(places.stories()).read()?;
    for broken in &shelf.broken {
        message(&words(broken));
    }
    Ok(shelf)
}

/// A broken file, its line, and what is wrong there.
pub(super) fn words(Broken { path, line, what }: &Broken) -> String {
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{}{line}: {what}", SafeText::line(&path.to_string_lossy()))
}

/// `rungs.practice.story/1`: a story. Fields are added, never renamed or taken away.
///
/// `story` is its name, `told` how often, `probes` what it shows; `when`, `metric`, `stakes` and `strength` may be null. `headline` is
/// what stands under that heading, and `path` the file.
#[derive(Debug, Serialize)]
struct Listed<'a> {
    story: &'a str,
    title: &'a SafeText,
    when: Option<&'a SafeText>,
    strength: Option<u8>,
    told: usize,
    probes: &'a [SafeText],
    metric: Option<&'a SafeText>,
    stakes: Option<&'a SafeText>,
    failure: bool,
    retired: bool,
    headline: &'a SafeText,
}

impl<'a> Listed<'a> {
    fn of(story: &'a Story, told: usize) -> Self {
        Self {
            story: story.slug.as_str(),
            title: &story.title,
            when: story.when.as_ref(),
            strength: story.strength.map(Strength::value),
            told,
            probes: &story.probes,
            metric: story.metric.as_ref(),
            stakes: story.stakes.as_ref(),
            failure: story.failure,
            retired: story.retired,
            headline: story.part(Heading::Headline),
        }
    }
}

impl Record for Listed<'_> {
    const SCHEMA: &'static str = "rungs.practice.story/1";
    const COLUMNS: &'static [&'static str] = &["name", "title", "when", "strength", "told", "shows", "kind"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let kind = match (self.retired, self.failure) {
            (true, _) => "retired",
            (false, true) => "failure",
            (false, false) => "told",
        };
        vec![
            self.story.into(),
            self.title.as_str().into(),
            self.when.map_or(ABSENT, SafeText::as_str).into(),
            self.strength.map_or_else(|| ABSENT.into(), |strength| strength.to_string().into()),
            self.told.to_string().into(),
            if self.probes.is_empty() { ABSENT.into() } else { joined(self.probes).into() },
            kind.into(),
        ]
    }
}

fn joined(texts: &[SafeText]) -> String {
    texts.iter().map(SafeText::as_str).collect::<Vec<_>>().join(", ")
}

fn list(places: &Places, output: &mut Output) -> Outcome {
    let shelf = shelf(places)?;
    let (_, practice) = journals::practice(places)?;
    let tellings = practice.tellings();
    let listed = |story| Listed::of(story, tellings.times(story));
    let stories: Vec<_> = shelf.stories.iter().map(listed).collect();
    output.records(&stories, Header::Aligned)?;
    if stories.is_empty() {
        let message = "no stories yet; `rungs practice story new TITLE --edit` begins one";
        return Err(Failure::new(Exit::NothingFound, message));
    }
    Ok(Exit::Done)
}

/// `rungs.practice.story-file/1`: the file that was made, `{"story","path"}`.
#[derive(Debug, Serialize)]
struct Made {
    story: String,
    path: SafeText,
}

fn new(args: &NewStoryArgs, home: &Home, catalog: &Catalog, output: &mut Output) -> Outcome {
    let Home { places, settings } = home;
    let mut shows = Vec::new();
    for typed in &args.shows {
        let typed = SafeText::line(typed.trim());
        catalog.check_probe(&typed).map_err(|error| Failure::new(Exit::Usage, error.to_string()))?;
        shows.push(typed);
    }
    let title = args.title.trim();
    let path = Stories::new(places.stories()).add(title, &blank_story(title, &shows, &asked(places, catalog)?))?;
    if args.edit {
        let opened = Editor::of_this_process(&settings.editor.value).and_then(|editor| editor.open_from_shell(&path));
        let kept = |why| format!("{why}; the story is kept at {}", SafeText::line(&path.to_string_lossy()));
        opened.map_err(|why| Failure::new(Exit::Unwritable, kept(why)))?;
    }
    let file = SafeText::line(&path.to_string_lossy());
    if output.form() == Form::Json {
        let story = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        output.json("rungs.practice.story-file/1", &[Made { story, path: file }])?;
    } else {
        output.line(file)?;
    }
    // What the editor left is read at once: whoever wrote it is still there.
    let broken = Stories::new(places.stories()).read()?.broken;
    for broken in broken.iter().filter(|broken| broken.path == path) {
        message(&words(broken));
    }
    Ok(Exit::Done)
}

/// What the wanted role is asked, with names, for whoever wonders what a story could show.
fn asked(places: &Places, catalog: &Catalog) -> Result<Vec<(SafeText, SafeText)>, Failure> {
    let (_, bookmarks) = journals::bookmarks(places)?;
    Ok(bookmarks.pinned(Pin::Want).map(|role| catalog.asked(role)).unwrap_or_default())
}
