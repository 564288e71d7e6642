//! What verbs do in the three panes.

use super::{compare, keep, ladder, near, practice, term};
use crate::domain::{Destination, RoleId};
use crate::tui::action::{Motion, Pane, Verb};
use crate::tui::bookmark_list::BookmarkList;
use crate::tui::browse::{Browse, LevelRow};
use crate::tui::document::{Section, Stop};
use crate::tui::effect::Effect;
use crate::tui::filter::Filter;
use crate::tui::history::{Over, Spot};
use crate::tui::keymap::Context;
use crate::tui::layout::Room;
use crate::tui::model::{Model, Screen};

/// Runs a verb in the pane with the focus.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    match verb {
        Verb::Move(motion) => travel(model, motion),
        Verb::Scroll(motion) => scroll_detail(model, motion, 1),
        Verb::Open => return open(model),
        Verb::Out => focus(model, before(model.browse.focus)),
        Verb::Close => close(model),
        Verb::Quit => model.over = true,
        Verb::Focus(pane) => focus(model, pane),
        Verb::NextPane => focus(model, after(model.browse.focus)),
        Verb::PreviousPane => focus(model, before_around(model.browse.focus)),
        Verb::NextSection => go_to_section(model, Motion::Down),
        Verb::PreviousSection => go_to_section(model, Motion::Up),
        Verb::Fold => fold_here(model),
        Verb::FoldAll => fold_all(model),
        Verb::Zoom => {
            model.browse.zoomed = !model.browse.zoomed;
            super::settle::reveal(model);
        }
        Verb::Filter => {
            model.browse.detail.origin = model.browse.detail.cursor.stop;
            model.browse.filter_mut().open();
        }
        Verb::FindNext => step_found(model, Motion::Down),
        Verb::FindPrevious => step_found(model, Motion::Up),
        Verb::Back => step_history(model, Verb::Back),
        Verb::Forward => step_history(model, Verb::Forward),
        Verb::Bookmarks => {
            let list = BookmarkList::new(&model.catalog, &model.bookmarks, &mut model.ranker);
            model.screen = Screen::Bookmarks(list);
        }
        Verb::Compare => {
            let role = model.browse.role().cloned();
            compare::open(model, role.as_ref());
        }
        Verb::Mark | Verb::ClearMarks | Verb::Bookmark | Verb::Note | Verb::Pin(_) => {
            let role = model.browse.role().cloned();
            return role.map(|role| keep::run(model, verb, role.into())).unwrap_or_default();
        }
        _ => {}
    }
    Vec::new()
}

fn travel(model: &mut Model, motion: Motion) {
    let height = model.regions().height(model.browse.focus);
    let browse = &mut model.browse;
    match browse.focus {
        Pane::Families => browse.families.cursor.travel(motion, &browse.families.rows, height),
        Pane::Levels => {
            browse.levels.cursor.travel(motion, &browse.levels.rows, height);
            browse.levels.remember_rank(&model.catalog);
        }
        Pane::Detail => browse.detail.cursor.travel(motion, &browse.detail.document.rows, height),
    }
}

/// Scrolls the role's text `times` rows, whatever has the focus.
pub(super) fn scroll_detail(model: &mut Model, motion: Motion, times: usize) {
    let height = model.regions().height(Pane::Detail);
    let detail = &mut model.browse.detail;
    for _ in 0..times {
        detail.cursor.scroll(motion, &detail.document.rows, height);
    }
}

pub(super) fn focus(model: &mut Model, pane: Pane) {
    model.browse.focus = pane;
}

fn before(pane: Pane) -> Pane {
    match pane {
        Pane::Families | Pane::Levels => Pane::Families,
        Pane::Detail => Pane::Levels,
    }
}

fn after(pane: Pane) -> Pane {
    match pane {
        Pane::Families => Pane::Levels,
        Pane::Levels => Pane::Detail,
        Pane::Detail => Pane::Families,
    }
}

fn before_around(pane: Pane) -> Pane {
    if pane == Pane::Families { Pane::Detail } else { before(pane) }
}

/// Goes on from what is under the cursor.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    match model.browse.focus {
        Pane::Families => focus(model, Pane::Levels),
        Pane::Levels => {
            let levels = &model.browse.levels;
            let under = levels.rows.get(levels.rows.rows_of(levels.cursor.stop).start);
            match under {
                Some(LevelRow::Passage { role: Destination::Role(role), .. }) => {
                    let role = role.clone();
                    jump(model, &role);
                }
                _ => focus(model, Pane::Detail),
            }
        }
        Pane::Detail => {
            let detail = &model.browse.detail;
            match detail.document.stop(detail.cursor.stop).cloned() {
                Some(Stop::Heading(section)) => fold(model, section),
                Some(Stop::Move(Destination::Role(role))) => jump(model, &role),
                Some(Stop::Move(Destination::Outside(title))) => {
                    model.notices.say(&format!("{title} is not in this catalog."));
                }
                Some(Stop::Question(question)) => {
                    let role = model.browse.role().cloned();
                    return role.map(|role| practice::open_at(model, role, question)).unwrap_or_default();
                }
                _ => {}
            }
        }
    }
    Vec::new()
}

/// Closes one thing: the chord, the filter, the zoom, then goes out pane by pane.
fn close(model: &mut Model) {
    let shows_zoom = model.regions().room >= Room::Two;
    let browse = &mut model.browse;
    if browse.filter().shows() {
        *browse.filter_mut() = Filter::Off;
        super::fields::refilter(model);
    } else if browse.zoomed && shows_zoom {
        model.browse.zoomed = false;
    } else {
        focus(model, before(model.browse.focus));
    }
}

/// Opens a role anywhere in the catalog and remembers where the reader came from.
pub(super) fn jump(model: &mut Model, role: &RoleId) {
    if model.catalog.rung(role).is_none() {
        model.notices.warn(&format!("{role} is not in this catalog."));
        return;
    }
    if let Some(here) = here(model) {
        model.history.leave(here);
    }
    show(model, role);
}

/// What is compared, over the role being read; in the lists a rung of the family shown, for a role that people come from is not a place in it.
fn here(model: &Model) -> Option<Spot> {
    let Browse { focus, levels, detail, .. } = &model.browse;
    let over = match &model.screen {
        Screen::Compare(compare) => Some(Over::Compare(compare.set.clone())),
        Screen::Ladder(view) => Some(Over::Ladder(view.set.clone())),
        Screen::Near(near) => Some(Over::Near(near.set.clone())),
        Screen::Term(page) => Some(Over::Term(page.set.clone())),
        Screen::Browse
        | Screen::Bookmarks(_)
        | Screen::Map(_)
        | Screen::Gap(_)
        | Screen::Practice(_)
        | Screen::Progress(_)
        | Screen::Stories(_) => None,
    };
    let role = if *focus == Pane::Detail { levels.role() } else { levels.nearest_rung() };
    let role = role.cloned().or_else(|| ladder::role_here(model))?;
    Some(Spot { role, focus: *focus, stop: detail.cursor.stop, over })
}

/// Puts both lists on a role. A filter that hides it is cleared.
pub(super) fn show(model: &mut Model, role: &RoleId) {
    let Some(place) = model.catalog.families().iter().position(|family| family.id.as_str() == role.family()) else {
        return;
    };
    if !model.browse.families.select(place) {
        model.browse.families.filter = Filter::Off;
        model.browse.families.refilter(&model.catalog, &mut model.ranker, model.matching, place);
    }
    if model.browse.levels.family != place || model.browse.levels.filter.shows() {
        model.browse.levels.show(&model.catalog, place, None);
    }
    model.browse.levels.select(role);
    model.browse.levels.remember_rank(&model.catalog);
    model.browse.detail.cursor = crate::tui::cursor::Cursor::default();
    super::settle::reveal(model);
}

pub(super) fn step_history(model: &mut Model, verb: Verb) {
    let Some(here) = here(model) else { return };
    let spot = if verb == Verb::Back { model.history.back(here) } else { model.history.forward(here) };
    let Some(spot) = spot else {
        model.notices.say(if verb == Verb::Back {
            "Nothing to go back to: jumps along moves are remembered."
        } else {
            "Nothing to go forward to."
        });
        return;
    };
    // The focus first: where only one pane shows, the role's text is made when it is the one.
    model.screen = Screen::Browse;
    focus(model, spot.focus);
    show(model, &spot.role);
    model.browse.detail.cursor.stop = spot.stop;
    super::settle::reveal(model);
    match spot.over {
        Some(Over::Compare(set)) => compare::show(model, set),
        Some(Over::Ladder(set)) => ladder::show(model, set),
        Some(Over::Near(set)) => near::show(model, set),
        Some(Over::Term(set)) => term::show(model, set),
        None => {}
    }
}

fn go_to_section(model: &mut Model, motion: Motion) {
    let height = model.regions().height(Pane::Detail);
    let detail = &mut model.browse.detail;
    let here = detail.cursor.stop;
    let target = match motion {
        Motion::Up => detail.document.headings().rev().find(|stop| *stop < here),
        _ => detail.document.headings().find(|stop| *stop > here),
    };
    let Some(stop) = target else { return };
    detail.cursor.stop = stop;
    // A section is gone to in order to be read: its heading goes to the top.
    detail.cursor.offset = detail.document.rows.rows_of(stop).start;
    detail.cursor.clamp(&detail.document.rows, height);
}

fn fold_here(model: &mut Model) {
    let detail = &model.browse.detail;
    if let Some(section) = detail.document.section_at(detail.cursor.stop) {
        fold(model, section);
    }
}

fn fold(model: &mut Model, section: Section) {
    let folded = &mut model.browse.detail.folded;
    if !folded.remove(&section) {
        folded.insert(section);
    }
    stand_on_heading(model, section);
}

fn fold_all(model: &mut Model) {
    let detail = &mut model.browse.detail;
    let section = detail.document.section_at(detail.cursor.stop).unwrap_or(Section::StepUp);
    let all = std::collections::BTreeSet::from(Section::ALL);
    let is_as_at_first = detail.folded.is_empty() || detail.folded == Section::folded_at_first();
    detail.folded = if is_as_at_first { all } else { std::collections::BTreeSet::new() };
    stand_on_heading(model, section);
}

fn stand_on_heading(model: &mut Model, section: Section) {
    stand_on(model, &Stop::Heading(section));
}

/// Puts the cursor in the role's text on what `wanted` is, its start when that is not in it.
pub(super) fn stand_on(model: &mut Model, wanted: &Stop) {
    super::settle(model);
    let height = model.regions().height(Pane::Detail);
    let detail = &mut model.browse.detail;
    detail.cursor.stop = detail.document.position(|stop| stop == wanted).unwrap_or(0);
    detail.cursor.reveal(&detail.document.rows, height);
}

/// Goes to the next or the last place found, around the end.
pub(super) fn step_found(model: &mut Model, motion: Motion) {
    let height = model.regions().height(Pane::Detail);
    let detail = &mut model.browse.detail;
    let rows = &detail.document.rows;
    let stops = detail.found.iter().filter_map(|place| rows.stop_at(place.parts.first()?.0));
    let stops: Vec<usize> = stops.collect();
    let here = detail.cursor.stop;
    let next = match motion {
        Motion::Up => stops.iter().rev().find(|stop| **stop < here).or(stops.last()),
        _ => stops.iter().find(|stop| **stop > here).or(stops.first()),
    };
    match next {
        Some(stop) => {
            detail.cursor.stop = *stop;
            detail.cursor.reveal(rows, height);
        }
        None if detail.filter.query().is_empty() => {
            let how = model.keys.words(Context::Detail, Verb::Filter, ": # finds in the role");
            model.notices.say(&format!("Nothing is looked for{how}."));
        }
        None => model.notices.say(&format!("\"{}\" is not in this role.", detail.filter.query())),
    }
}
