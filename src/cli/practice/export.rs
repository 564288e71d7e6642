//! `rungs practice export`: documents of what somebody wrote and did.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Sitting, story};
use crate::catalog::Catalog;
use crate::cli::args::{ExportPracticeArgs, Exported};
use crate::cli::home::Home;
use crate::cli::output::{Form, Output, message};
use crate::cli::{Exit, Failure, Outcome, journals};
use crate::domain::practice::{Debrief, Mode, Review};
use crate::domain::{RoleId, WholeQuestionId};
use crate::export::practice::{Answer, Answered, Notes, Packet, answers, debrief, packet, stories};
use crate::store::{Answers, Bookmarks, Places, Session, Stamp};
use crate::text::SafeText;

/// Prints what `args` name.
pub(super) fn export(args: &ExportPracticeArgs, home: &Home, catalog: &Catalog, output: &mut Output) -> Outcome {
    if output.form() == Form::Json {
        let how = "these are documents; as JSON there are `practice log`, `practice story list` and `gap`";
        return Err(Failure::new(Exit::Usage, how));
    }
    let notes = if args.with_notes { Notes::Shared } else { Notes::Private };
    let role = args.role.as_deref();
    let text = match args.what {
        Exported::Answers => all_answers(role, notes, home, catalog)?,
        Exported::Stories => all_stories(role, notes, home, catalog)?,
        Exported::Packet => whole_packet(role, notes, home, catalog)?,
        Exported::Debrief => last_debrief(role, home, catalog)?,
    };
    output.text(&text)?;
    Ok(Exit::Done)
}

fn all_answers(role: Option<&str>, notes: Notes, home: &Home, catalog: &Catalog) -> Result<String, Failure> {
    let sitting = Sitting::of(role, home, catalog)?;
    let log = sitting.practice.log();
    let flags = sitting.practice.flags();
    let answered = sitting.pool.questions.iter().filter_map(|pooled| {
        let given = log.iter().filter(|(_, review)| review.question == pooled.id && review.role == sitting.role);
        let given: Vec<Answer<'_>> =
            given.map(|(stamp, review)| Answer { at: stamp.at, review, text: words(review, &home.places) }).collect();
        let notes = flags.iter().filter(|(_, question, _)| **question == pooled.id);
        let notes = notes.map(|(.., text)| text.clone()).collect();
        (!given.is_empty()).then_some(Answered { pooled, answers: given, notes })
    });
    let answered: Vec<Answered<'_>> = answered.collect();
    if answered.is_empty() {
        return Err(Failure::new(Exit::NothingFound, format!("no answer was given for {} yet", sitting.role)));
    }
    Ok(answers(&sitting.gap.target, &answered, notes))
}

/// The words of an answer: its file, or what was said in a line.
fn words(review: &Review, places: &Places) -> Option<SafeText> {
    let said = || review.said.as_deref().map(SafeText::line);
    let Some(name) = review.answer.as_deref() else { return said() };
    let read = || {
        stays_inside(name, places)?;
        Answers::new(places.data.clone()).read(name).map_err(|error| error.to_string())
    };
    match read() {
        Ok(text) => Some(SafeText::lines(&text)),
        Err(why) => {
            message(&why);
            said()
        }
    }
}

/// Whether the answer called `name` is where answers are, behind all links: its name comes from a journal that may have
/// come from elsewhere.
fn stays_inside(name: &str, places: &Places) -> Result<(), String> {
    let real = |path: PathBuf| path.canonicalize().ok();
    let inside = || {
        let answers = real(places.answers()?)?;
        let file = real(places.data.as_ref()?.join(Path::new(name)))?;
        Some(file.starts_with(answers))
    };
    match inside() {
        Some(false) => Err(format!("`{}` leads out of the answers; it is not read", SafeText::line(name))),
        // What is not there is told by who reads it.
        Some(true) | None => Ok(()),
    }
}

fn all_stories(role: Option<&str>, notes: Notes, home: &Home, catalog: &Catalog) -> Result<String, Failure> {
    let shelf = story::shelf(&home.places)?;
    let (_, practice) = journals::practice(&home.places)?;
    let tellings = practice.tellings();
    // Areas of work have names in their family only, so a story's are looked up in that of the role.
    let (_, bookmarks) = journals::bookmarks(&home.places)?;
    let family = match role {
        Some(typed) => Some(super::role(Some(typed), &bookmarks, catalog)?),
        None => bookmarks.pinned(crate::store::Pin::Want).cloned(),
    };
    let family = family.as_ref().map_or("", RoleId::family);
    if shelf.stories.iter().all(|story| story.retired) {
        let message = "no stories yet; `rungs practice story new TITLE --edit` begins one";
        return Err(Failure::new(Exit::NothingFound, message));
    }
    let named = |probe: &SafeText| catalog.probe_name(family, probe);
    Ok(stories(&shelf.stories, named, |story| tellings.times(story), notes))
}

fn whole_packet(role: Option<&str>, notes: Notes, home: &Home, catalog: &Catalog) -> Result<String, Failure> {
    let sitting = Sitting::of(role, home, catalog)?;
    let shelf = story::shelf(&home.places)?;
    let (_, bookmarks) = journals::bookmarks(&home.places)?;
    let unreadable = || Failure::new(Exit::Catalog, "a role of the catalog cannot be read");
    let written = Packet {
        gap: &sitting.gap,
        target: catalog.role(&sitting.role).ok_or_else(unreadable)?,
        from: sitting.gap.from.as_ref().and_then(|from| catalog.role(&from.id)),
        stories: &shelf.stories,
        note: note(&bookmarks, &sitting.role),
    };
    let day = |at: Timestamp| -> Date { at.to_zoned(sitting.clock.zone().clone()).date() };
    Ok(packet(&written, day(sitting.clock.now()), day, notes))
}

/// What is noted at the bookmark of a role.
fn note<'a>(bookmarks: &'a Bookmarks, role: &RoleId) -> Option<&'a SafeText> {
    bookmarks.get(role)?.note().map(|note| &note.shown)
}

fn last_debrief(role: Option<&str>, home: &Home, catalog: &Catalog) -> Result<String, Failure> {
    let (_, practice) = journals::practice(&home.places)?;
    let (_, bookmarks) = journals::bookmarks(&home.places)?;
    let role = role.map(|typed| super::role(Some(typed), &bookmarks, catalog)).transpose()?;
    let is_meant = |(_, session): &(Stamp, &Session)| {
        session.mode == Mode::Mock && role.as_ref().is_none_or(|role| session.role == *role)
    };
    let none = || {
        let of = role.as_ref().map(|role| format!(" for {role}")).unwrap_or_default();
        Failure::new(Exit::NothingFound, format!("no mock interview{of} is kept yet; the explorer has them on `p`"))
    };
    let (stamp, session) = practice.sessions().into_iter().rfind(is_meant).ok_or_else(none)?;
    let question = |id: &WholeQuestionId| super::question(catalog, id);
    let given = session.reviews.iter().filter_map(|id| practice.review(id));
    let told = Debrief::of(given.map(|review| (review, question(&review.question))).collect());
    let unknown = || Failure::new(Exit::NothingFound, format!("{} is not in this catalog", session.role));
    let side = catalog.side(&session.role).ok_or_else(unknown)?;
    let ended = session.moment.wall(stamp.at).strftime("%Y-%m-%d %H:%M").to_string();
    let column = crate::domain::compare::Column::of(catalog, &side);
    let stories = session.reviews.iter().any(|id| practice.review(id).is_some_and(|review| review.story.is_some()));
    let stories = if stories { story::shelf(&home.places)?.stories } else { Vec::new() };
    let titled = |slug: &str| {
        let story = stories.iter().find(|story| story.slug.as_str() == slug);
        story.map_or_else(|| slug.to_owned(), |story| story.title.to_string())
    };
    Ok(debrief(&column, &ended, (session.minutes, session.secs), &told, titled))
}
