//! The model on the screen. Reads only: whatever drawing needs is in the model, and drawing twice draws the same.

mod bookmarks;
mod browse;
mod cells;
mod chord;
mod compare;
mod detail;
mod footer;
mod gap;
mod help;
mod ladder;
mod lines;
mod map;
mod messages;
mod note;
mod pick;
mod practice;
mod progress;
mod role_rows;
mod search;
mod stops;
mod stories;
mod themes;
mod told;
mod too_small;

use ratatui::Frame;

use super::layout::Room;
use super::model::{Model, Overlay, Screen};

/// Draws the whole screen.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    draw_all(model, frame);
    model.theme.lay(frame.buffer_mut(), model.depth);
}

fn draw_all(model: &Model, frame: &mut Frame<'_>) {
    if Room::of(model.size) == Room::TooSmall {
        return too_small::draw(model, frame);
    }
    match &model.screen {
        Screen::Browse => browse::draw(model, frame),
        Screen::Bookmarks(list) => bookmarks::draw(model, list, frame),
        Screen::Compare(compare) => compare::draw(model, compare, frame),
        Screen::Ladder(view) => ladder::draw(model, view, frame),
        Screen::Map(map) => map::draw(model, map, frame),
        Screen::Gap(screen) => gap::draw(model, screen, frame),
        Screen::Near(near) => role_rows::draw_near(model, near, frame),
        Screen::Term(page) => role_rows::draw_term(model, page, frame),
        Screen::Progress(screen) => progress::draw(model, screen, frame),
        Screen::Stories(screen) => stories::draw(model, screen, frame),
        Screen::Practice(screen) => practice::draw(model, screen, frame),
    }
    match &model.overlay {
        Some(Overlay::Help(help)) => help::draw(model, help, frame),
        Some(Overlay::Messages(offset)) => messages::draw(model, *offset, frame),
        Some(Overlay::Pick(picker)) => pick::draw(model, picker, frame),
        Some(Overlay::Search(search)) => search::draw(model, search, frame),
        Some(Overlay::Told(picker)) => told::draw(model, picker, frame),
        Some(Overlay::Themes(picker)) => themes::draw(model, picker, frame),
        None => {}
    }
    if let Some(first) = model.chord.filter(|_| Room::of(model.size) > Room::Tiny) {
        chord::draw(model, first, frame);
    }
}
