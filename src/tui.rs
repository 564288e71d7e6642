//! The explorer on a terminal.
//!
//! ```text
//! crossterm event → Key → keymap(context) → Verb → update(&mut Model, Action) → Vec<Effect> → World → Action::Done
//!                                                      │
//!                                         draw(&Model, &mut Frame)   reads only
//! ```
//!
//! The only room that names ratatui and crossterm. Never uses the command line's room.

pub mod action;
pub mod ansi;
pub mod bookmark_list;
pub mod browse;
pub mod cells;
pub mod clipboard;
pub mod compare;
pub mod crash;
pub mod cursor;
pub mod document;
pub mod editor;
pub mod effect;
pub mod export;
pub mod filter;
pub mod gap;
pub mod help;
pub mod history;
pub mod key;
pub mod keymap;
pub mod ladder;
pub mod layout;
pub mod line_edit;
pub mod map;
pub mod model;
pub mod near;
pub mod notice;
pub mod pick;
pub mod place;
pub mod practice;
pub mod progress;
pub mod rehearsal;
pub mod role_rows;
pub mod runtime;
pub mod saving;
pub mod search;
pub mod signals;
pub mod stories;
pub mod term;
pub mod terminal;
pub mod text_area;
pub mod theme;
pub mod themes;
pub mod undo;
pub mod update;
pub mod view;
pub mod world;

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use crate::catalog::{Catalog, Watched};
use crate::domain::RoleId;
use crate::domain::practice::Length;
use crate::store::{Journal, Pin, Place, Places, Saver, Settings, UnderWay};
use action::{Action, Verb};
use effect::Effect;
use keymap::Keymap;
use model::Model;
use runtime::Frames;
use signals::LastWords;
use theme::{Depth, Glyphs, Themes};
use themes::Standing;
use world::{Live, World};

/// How the explorer opens.
#[derive(Debug)]
pub struct Start {
    /// The ladders.
    pub catalog: Arc<Catalog>,
    /// The files they were read from, where there are any.
    pub watched: Option<Watched>,
    /// What the reader should know of them, and what is wrong with the settings.
    pub notices: Vec<String>,
    /// Where things are kept.
    pub places: Places,
    /// The role to open on, instead of where the reader left.
    pub at: Option<RoleId>,
    /// Whether to forget where the reader left.
    pub fresh: bool,
    /// What to practise at once, if anything.
    pub practised: Option<Practised>,
    /// The mock interview to open practice at, if at one.
    pub mock: Option<Mocked>,
    /// The theme to use, instead of the one the reader chose.
    pub standing: Option<Standing>,
    /// Where the reader's own themes are.
    pub themes: Themes,
    /// How many colours the terminal has.
    pub depth: Depth,
    /// What frames are drawn with.
    pub glyphs: Glyphs,
    /// What keys do.
    pub keys: Keymap,
    /// What the reader wishes otherwise.
    pub settings: Settings,
}

/// Which mock interview to open at a start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mocked {
    /// The one that the reader chooses.
    Choose,
    /// One of this length, at once.
    Sit(Length),
}

/// What to practise for at a start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Practised {
    /// This role.
    Role(RoleId),
    /// The one the reader wants, else practised last, else holds, else left at.
    Kept,
}

/// Opens the explorer and stays until the reader quits.
///
/// # Errors
///
/// When the terminal cannot be used. What could not be saved at the end is in the value.
pub fn run(start: Start) -> io::Result<Vec<String>> {
    let Start { catalog, watched, notices, places, at, fresh, practised, mock, depth, glyphs, keys, settings, .. } =
        start;
    let mut saver = Saver::new(Journal::new(places.bookmarks()));
    let reading = saver.read();
    let practice = Saver::new(Journal::new(places.practice()));
    let mut model = Model::new(catalog, runtime::window()?);
    model.glyphs = glyphs;
    model.depth = depth;
    model.keys = keys;
    model.mouse = settings.mouse.value;
    model.usual_minutes = settings.minutes.value;
    terminal::want_mouse(model.mouse);
    let place_file = places.place();
    let was_here = place_file.as_ref().is_some_and(|path| path.exists());
    if let Some(path) = place_file.as_ref().filter(|_| was_here && !fresh) {
        let place = Place::load(path);
        // Files of themes are read only where one of them is named.
        if let Some((theme, _)) = place.theme.as_deref().and_then(|name| start.themes.named(name)) {
            model.chosen = theme;
        }
        place::restore(&mut model, place);
    }
    model.welcome = !was_here;
    // What the environment demands or the settings say is not chosen here, and not kept as that.
    model.theme = start.standing.as_ref().map_or_else(|| model.chosen.clone(), |standing| standing.theme.clone());
    model.standing = start.standing;
    if let Some(role) = &at {
        update::open_at(&mut model, role);
        model.browse.focus = action::Pane::Detail;
    }
    match reading {
        Ok(reading) => {
            model.bookmarks = reading.entries.iter().collect();
            if let Some(notice) = reading.findings.notice() {
                model.notices.warn(&notice);
            }
        }
        Err(error) => model.notices.warn(&error.to_string()),
    }
    for notice in &notices {
        model.notices.warn(notice);
    }
    if let Some(notice) = places.notice() {
        model.notices.warn(notice);
    }
    update::settle(&mut model);
    let under_way = [saver.under_way(), practice.under_way()];
    let mut world = Live::new(saver, practice, &places, &settings, watched).with_themes(start.themes);
    if let Some(practised) = practised {
        practise(&mut model, &mut world, practised);
        let verb = mock.map(|mock| match mock {
            Mocked::Choose => Verb::Mock,
            Mocked::Sit(length) => Verb::Sit(length),
        });
        verb.map(|verb| update::update(&mut model, Action::Run(verb)));
    }

    let here = Arc::new(Mutex::new(place::of(&model)));
    let last_words = last_words(Arc::clone(&here), place_file.clone(), under_way);
    crash::prepare(places.data.clone(), Arc::clone(&last_words));
    let mut frames = Frames::new(model.size)?;
    let first = frames.compose(&model)?;
    let caught = signals::catch()?;
    terminal::enter(&first)?;
    let result = caught.attend(&last_words).and_then(|()| {
        runtime::run(&mut model, &mut world, &mut frames, |model| {
            *here.lock().unwrap_or_else(PoisonError::into_inner) = place::of(model);
        })
    });
    signals::claim_the_end();
    terminal::leave();
    let mut lost = world.finish();
    if let Some(Err(error)) = place_file.map(|path| place::of(&model).save(&path)) {
        lost.push(error.to_string());
    }
    result.map(|()| lost)
}

/// Opens practice before the first frame, over the role it is for.
fn practise(model: &mut Model, world: &mut Live, practised: Practised) {
    let mut take = |model: &mut Model, effects: Vec<Effect>| {
        for outcome in effects.into_iter().filter_map(|effect| world.perform(effect)) {
            // What these outcomes ask for is theirs: a plan, and nothing of the world.
            update::update(model, Action::Done(outcome));
        }
    };
    take(model, vec![Effect::ReadPractice]);
    let role = match practised {
        Practised::Role(role) => Some(role),
        Practised::Kept => {
            let there = |role: &&RoleId| model.catalog.rung(role).is_some();
            let last = model.practice.as_ref().and_then(|practice| Some(&practice.log().last()?.1.role));
            let kept =
                [model.bookmarks.pinned(Pin::Want), last, model.bookmarks.pinned(Pin::Here), model.browse.role()];
            kept.into_iter().flatten().find(there).cloned()
        }
    };
    let Some(role) = role else { return model.notices.say("No role to practise for yet: p on one does.") };
    update::open_at(model, &role);
    model.browse.focus = action::Pane::Detail;
    let effects = update::practise_at(model, role);
    take(model, effects);
}

/// Keeps the reader's place when the program is ended from outside, and has what is being saved arrive.
fn last_words(here: Arc<Mutex<Place>>, file: Option<PathBuf>, under_way: [UnderWay; 2]) -> LastWords {
    Arc::new(move || {
        for saving in &under_way {
            saving.wait(world::PATIENCE);
        }
        // Whoever holds the lock may be the thread that panicked: never wait for it.
        if let (Ok(place), Some(file)) = (here.try_lock(), &file) {
            let _ = place.save(file);
        }
    })
}
