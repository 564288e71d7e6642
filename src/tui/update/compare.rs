//! What verbs do on the compare screen, and how it is opened.

use super::{browse, keep};
use crate::domain::compare::{FEWEST_SIDES, MOST_SIDES, Part};
use crate::domain::{Destination, RoleId};
use crate::store::RoleSet;
use crate::tui::action::{Motion, Pane, Verb, Way};
use crate::tui::compare::{Compare, Kept, Setting, Stop, meant, rungs};
use crate::tui::effect::Effect;
use crate::tui::keymap::Context;
use crate::tui::layout::Room;
use crate::tui::model::{Model, Overlay, Screen};
use crate::tui::pick::{Picker, Wanted};

/// Opens the comparison of what is marked, or of the role `here` with the next rung.
pub(super) fn open(model: &mut Model, here: Option<&RoleId>) {
    match meant(&model.catalog, &model.browse.marks, here, (model.keys, model.context_below())) {
        Ok(ids) => show(model, Setting::new(ids)),
        Err(instead) => model.notices.say(&instead),
    }
}

/// Opens a set of roles that was bookmarked, as far as the catalog still has them.
pub(super) fn open_set(model: &mut Model, ids: &[RoleId]) {
    let (known, gone): (Vec<&RoleId>, Vec<&RoleId>) = ids.iter().partition(|id| model.catalog.rung(id).is_some());
    let gone = gone.into_iter().map(RoleId::as_str).collect::<Vec<_>>().join(" and ");
    if known.len() < FEWEST_SIDES {
        model.notices.say(&format!("Too little to compare: {gone} is not in this catalog. The bookmark is kept."));
        return;
    }
    show(model, Setting::new(known.into_iter().cloned().collect()));
    if !gone.is_empty() {
        model.notices.say(&format!("Without {gone}, which is not in this catalog."));
    }
}

/// Shows a comparison over what is on screen.
pub(super) fn show(model: &mut Model, set: Setting) {
    let below = std::mem::take(&mut model.screen).under(|screen| matches!(screen, Screen::Compare(_)));
    model.screen = Screen::Compare(Box::new(Compare::new(set, below)));
}

/// Runs a verb on the compare screen.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let size = model.size;
    let Screen::Compare(compare) = &mut model.screen else { return Vec::new() };
    let height = compare.regions(size).pane.rows.height.max(1).into();
    let Compare { set, sheet, .. } = &mut **compare;
    match verb {
        Verb::Move(motion) => {
            let before = set.cursor.stop;
            set.cursor.read(motion, &sheet.rows, height);
            // Where hardly a row has room, each is shown from its start.
            if Room::of(size) == Room::Tiny && set.cursor.stop != before {
                set.cursor.offset = sheet.rows.rows_of(set.cursor.stop).start;
            }
        }
        Verb::Scroll(motion) => set.cursor.scroll(motion, &sheet.rows, height),
        Verb::Open => go_on(model),
        Verb::NextSection => go_to_section(compare, Motion::Down),
        Verb::PreviousSection => go_to_section(compare, Motion::Up),
        Verb::Fold => {
            if let Some(part) = compare.part() {
                fold(compare, part);
            }
        }
        Verb::FoldAll if set.folded.is_empty() => set.folded.extend(Part::ALL),
        Verb::FoldAll => set.folded.clear(),
        Verb::Differences if set.kept == Kept::All => set.kept = Kept::Differences,
        Verb::Differences => set.kept = Kept::All,
        Verb::Base(place) if place < set.ids.len() => set.base = place,
        Verb::Base(place) => {
            let how = model.keys.words(Context::Compare, Verb::AddColumn, ": # adds one");
            let words = format!("There are {} roles here, no {}{how}.", set.ids.len(), place + 1);
            model.notices.say(&words);
        }
        Verb::Column(way) => set.column = beside(set, way),
        Verb::Shift(way) => shift(set, way),
        Verb::Rung(way) => replace(model, way),
        Verb::AddColumn => pick(model),
        Verb::RemoveColumn if set.ids.len() == FEWEST_SIDES => {
            model.notices.say("Two roles are the fewest to compare: esc closes.");
        }
        Verb::RemoveColumn => remove(set),
        Verb::Bookmark => {
            let set = RoleSet::new(set.ids.clone());
            return set.map(|set| keep::run(model, verb, set.into())).unwrap_or_default();
        }
        Verb::Back | Verb::Forward => browse::step_history(model, verb),
        Verb::Close | Verb::Quit => close(model),
        _ => {}
    }
    Vec::new()
}

/// Back to what it was opened from, which is as it was.
fn close(model: &mut Model) {
    let Screen::Compare(compare) = std::mem::take(&mut model.screen) else { return };
    model.screen = compare.below;
    keep::refresh_list(model);
}

/// Folds a heading, goes to the role of a move, and from any other row to the role of the column.
pub(super) fn go_on(model: &mut Model) {
    let Screen::Compare(compare) = &mut model.screen else { return };
    let role = match compare.sheet.stop(compare.set.cursor.stop).cloned() {
        Some(Stop::Heading(part)) => return fold(compare, part),
        Some(Stop::Move(_, Destination::Outside(title))) => {
            return model.notices.say(&format!("{title} is not in this catalog."));
        }
        Some(Stop::Move(_, Destination::Role(role))) => Some(role),
        Some(Stop::Row(..)) | None => compare.set.role().cloned(),
    };
    let Some(role) = role else { return };
    browse::jump(model, &role);
    model.screen = Screen::Browse;
    browse::focus(model, Pane::Detail);
    model.notices.say(&model.key_words(Verb::Back, "# goes back to the comparison."));
}

fn fold(compare: &mut Compare, part: Part) {
    if !compare.set.folded.remove(&part) {
        compare.set.folded.insert(part);
    }
    compare.set.cursor.stop = compare.sheet.position(&Stop::Heading(part)).unwrap_or(0);
}

fn go_to_section(compare: &mut Compare, motion: Motion) {
    let Compare { set, sheet, .. } = compare;
    let here = set.cursor.stop;
    let target = match motion {
        Motion::Up => sheet.headings().rev().find(|stop| *stop < here),
        _ => sheet.headings().find(|stop| *stop > here),
    };
    // A section is gone to in order to be read: its heading goes to the top.
    if let Some(stop) = target {
        set.cursor.stop = stop;
        set.cursor.offset = sheet.rows.rows_of(stop).start;
    }
}

/// The place of the column beside the one under the cursor; at an end the same.
fn beside(set: &Setting, way: Way) -> usize {
    match way {
        Way::Next => (set.column + 1).min(set.ids.len().saturating_sub(1)),
        Way::Previous => set.column.saturating_sub(1),
    }
}

/// The column changes places with its neighbour; cursor and base stay with their roles.
fn shift(set: &mut Setting, way: Way) {
    let (from, to) = (set.column, beside(set, way));
    set.ids.swap(from, to);
    set.column = to;
    if set.base == from {
        set.base = to;
    } else if set.base == to {
        set.base = from;
    }
}

/// Takes the column away. The base stays; if it was the base, the first is.
fn remove(set: &mut Setting) {
    set.ids.remove(set.column);
    set.base = match set.base {
        base if base == set.column => 0,
        base if base > set.column => base - 1,
        base => base,
    };
}

/// The nearest rung above or below that is in no other column, in the place of the column's role.
fn replace(model: &mut Model, way: Way) {
    let Screen::Compare(compare) = &mut model.screen else { return };
    let set = &mut compare.set;
    let Some(role) = set.ids.get(set.column).cloned() else { return };
    let free = rungs(&model.catalog, &role, way).into_iter().find(|rung| !set.ids.contains(rung));
    if let Some(rung) = free {
        set.ids[set.column] = rung;
        return;
    }
    let title = model.catalog.rung(&role).map_or_else(|| role.to_string(), |(_, rung)| rung.title.to_string());
    let where_to = if way == Way::Next { "above" } else { "below" };
    let how = model.keys.words(Context::Compare, Verb::AddColumn, ": # adds any role");
    model.notices.say(&format!("No other rung {where_to} {title}{how}."));
}

/// Has a role picked for another column, those beside the present one at hand.
fn pick(model: &mut Model) {
    let Screen::Compare(compare) = &model.screen else { return };
    let set = &compare.set;
    if set.ids.len() == MOST_SIDES {
        let how = model.key_words(Verb::RemoveColumn, ": # takes one away");
        return model.notices.say(&format!("Four roles are the most to compare{how}."));
    }
    let picker = Picker::new(&model.catalog, Wanted::Column, set.ids.clone(), set.role().cloned());
    model.overlay = Some(Overlay::Pick(Box::new(picker)));
}

/// Adds a column for `role`, or goes to the one it has.
pub(super) fn add(model: &mut Model, role: RoleId) {
    let Screen::Compare(compare) = &mut model.screen else { return };
    let set = &mut compare.set;
    let place = set.ids.iter().position(|id| *id == role);
    if place.is_none() && set.ids.len() < MOST_SIDES {
        set.ids.push(role);
    }
    set.column = place.unwrap_or(set.ids.len().saturating_sub(1));
}
