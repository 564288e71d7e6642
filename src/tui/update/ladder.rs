//! What verbs do on a family's ladder, and how it is opened: from what is under the cursor.

use ratatui::layout::Size;

use super::mouse::{Hit, hit};
use super::{WHEEL_ROWS, browse, compare, keep};
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::compare::Part;
use crate::domain::ladder::Item;
use crate::tui::action::{Motion, Pane, Verb, Way};
use crate::tui::compare::Stop as Compared;
use crate::tui::document::Stop;
use crate::tui::effect::Effect;
use crate::tui::ladder::{Face, LadderView, Setting};
use crate::tui::layout::Room;
use crate::tui::model::{Model, Screen};
use crate::tui::term::Term;

/// Opens the ladder of the role under the cursor, with what of the role the cursor is on followed through the rungs.
pub(super) fn open(model: &mut Model) {
    let Some(role) = role_here(model) else { return model.notices.say("No role here, and so no ladder.") };
    let item = item_here(model, &role);
    match Setting::new(&model.catalog, &role, item) {
        Some(set) => show(model, set),
        None => model.notices.say(&format!("{role} is not in this catalog.")),
    }
}

/// Shows a ladder over what is on screen.
pub(super) fn show(model: &mut Model, set: Setting) {
    let below = std::mem::take(&mut model.screen).under(|screen| matches!(screen, Screen::Ladder(_)));
    model.screen = Screen::Ladder(Box::new(LadderView::new(&model.catalog, set, below)));
}

/// The role that the screen is about.
pub(super) fn role_here(model: &Model) -> Option<RoleId> {
    match &model.screen {
        Screen::Browse => model.browse.role().or_else(|| model.browse.levels.nearest_rung()).cloned(),
        Screen::Bookmarks(list) => list.role().cloned(),
        Screen::Compare(compare) => compare.set.role().cloned(),
        Screen::Ladder(view) => view.role().cloned(),
        Screen::Map(map) => map.role(&model.catalog),
        Screen::Gap(screen) => screen.target.clone(),
        Screen::Near(near) => near.role().cloned(),
        Screen::Term(page) => page.role().cloned(),
        Screen::Practice(screen) => Some(screen.sitting.role.clone()),
        Screen::Progress(screen) => screen.role.clone(),
        Screen::Stories(screen) => screen.role.clone(),
    }
}

/// What of `role` the cursor is on.
fn item_here(model: &Model, role: &RoleId) -> Option<Item> {
    match &model.screen {
        Screen::Browse if model.browse.focus == Pane::Detail => {
            let detail = &model.browse.detail;
            match detail.document.stop(detail.cursor.stop)?.clone() {
                Stop::Axis(id) => Some(Item::Axis(id)),
                Stop::Thread(id) => Some(Item::Thread(id)),
                Stop::Skill(id) => Some(Item::Skill(id)),
                Stop::Kpi(id) => Some(Item::Kpi(id)),
                Stop::Topic(id) => Some(Item::Topic(id)),
                Stop::Title
                | Stop::Heading(_)
                | Stop::Text(_)
                | Stop::Move(_)
                | Stop::Round(_)
                | Stop::Question(_)
                | Stop::Ask(_) => None,
            }
        }
        Screen::Compare(compare) => match compare.sheet.stop(compare.set.cursor.stop)? {
            Compared::Row(part, key) => compared(&model.catalog, role, *part, key),
            Compared::Heading(_) | Compared::Move(..) => None,
        },
        Screen::Term(page) => Some(match page.set.term.clone() {
            Term::Skill(id) => Item::Skill(id),
            Term::Kpi(id) => Item::Kpi(id),
        }),
        _ => None,
    }
}

/// What a row of a comparison is about. Across families responsibilities stand by strand, which no ladder has.
fn compared(catalog: &Catalog, role: &RoleId, part: Part, key: &str) -> Option<Item> {
    match part {
        Part::Scope => key.parse().ok().map(Item::Axis),
        Part::Skills => key.parse().ok().map(Item::Skill),
        Part::Kpis => key.parse().ok().map(Item::Kpi),
        Part::Decisions => key.parse().ok().map(Item::Topic),
        Part::Responsibilities => {
            let family = catalog.family(&role.family().parse().ok()?)?;
            let thread = family.threads.iter().find(|thread| thread.id.as_str() == key)?;
            Some(Item::Thread(thread.id.clone()))
        }
        Part::StepUp | Part::Moves | Part::Answers => None,
    }
}

/// Runs a verb on the ladder.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let size = model.size;
    let Screen::Ladder(view) = &mut model.screen else { return Vec::new() };
    match verb {
        Verb::Move(motion) => travel(view, size, motion),
        Verb::Scroll(motion) => scroll(view, size, motion),
        Verb::Column(Way::Next) => view.set.rung += 1,
        Verb::Column(Way::Previous) => view.set.rung = view.set.rung.saturating_sub(1),
        Verb::Item(way) => {
            if let Some(item) = view.beside(way == Way::Next).cloned() {
                view.follow(item);
            }
        }
        Verb::Face => turn(view),
        Verb::Open => go_on(model),
        Verb::Back | Verb::Forward => browse::step_history(model, verb),
        Verb::Close | Verb::Quit => close(model),
        Verb::Compare => {
            let role = view.role().cloned();
            compare::open(model, role.as_ref());
        }
        Verb::Mark | Verb::ClearMarks | Verb::Bookmark | Verb::Note | Verb::Pin(_) => {
            let role = view.role().cloned();
            return role.map(|role| keep::run(model, verb, role.into())).unwrap_or_default();
        }
        _ => {}
    }
    Vec::new()
}

/// Back to what it was opened from, which is as it was.
pub(super) fn close(model: &mut Model) {
    model.screen = std::mem::take(&mut model.screen).into_below();
    keep::refresh_list(model);
}

fn travel(view: &mut LadderView, size: Size, motion: Motion) {
    let height = view.regions(size).pane.rows.height.max(1).into();
    if view.set.face == Face::Grid {
        return view.set.skill.travel(motion, &view.skills, height);
    }
    let before = view.set.rung;
    let mut cursor = view.cursor();
    cursor.read(motion, &view.steps, height);
    // Where hardly a rung has room, each is shown from its start.
    if Room::of(size) == Room::Tiny && cursor.stop != before {
        cursor.offset = view.steps.rows_of(cursor.stop).start;
    }
    view.put(cursor);
}

fn scroll(view: &mut LadderView, size: Size, motion: Motion) {
    let height = view.regions(size).pane.rows.height.max(1).into();
    if view.set.face == Face::Grid {
        return view.set.skill.scroll(motion, &view.skills, height);
    }
    let mut cursor = view.cursor();
    cursor.scroll(motion, &view.steps, height);
    view.put(cursor);
}

/// From one thing through the rungs to the grid, and back to what was followed, or to the skill under the cursor.
fn turn(view: &mut LadderView) {
    if view.set.face == Face::Steps {
        view.set.face = Face::Grid;
        return;
    }
    let skill = view.skill().map(|row| Item::Skill(row.skill.clone()));
    if let Some(item) = view.set.item.clone().or(skill) {
        view.follow(item);
    }
}

/// Opens the role on the rung; in the grid, follows the skill.
pub(super) fn go_on(model: &mut Model) {
    let Screen::Ladder(view) = &mut model.screen else { return };
    if view.set.face == Face::Grid {
        if let Some(row) = view.skill() {
            let item = Item::Skill(row.skill.clone());
            view.follow(item);
        }
        return;
    }
    let Some(role) = view.role().cloned() else { return };
    browse::jump(model, &role);
    model.screen = Screen::Browse;
    browse::focus(model, Pane::Detail);
    model.notices.say(&model.key_words(Verb::Back, "# goes back to the ladder."));
}

/// The wheel scrolls the rungs, and moves over the skills.
pub(super) fn wheel(view: &mut LadderView, size: Size, motion: Motion) {
    match view.set.face {
        Face::Steps => (0..WHEEL_ROWS).for_each(|_| scroll(view, size, motion)),
        Face::Grid => travel(view, size, motion),
    }
}

/// Selects what was clicked; on what was selected already it opens.
pub(super) fn click(model: &mut Model, may_open: bool, x: u16, y: u16) {
    let size = model.size;
    let Screen::Ladder(view) = &mut model.screen else { return };
    let area = view.regions(size).pane;
    let clicked = match view.set.face {
        Face::Steps => {
            let mut cursor = view.cursor();
            let clicked = hit(&mut cursor, &view.steps, area, x, y);
            view.put(cursor);
            clicked
        }
        Face::Grid => {
            let clicked = hit(&mut view.set.skill, &view.skills, area, x, y);
            let column = view.cells(size).column_at(usize::from(x.saturating_sub(area.rows.x + 1)), view.set.first);
            match column.filter(|_| clicked != Hit::Outside) {
                Some(column) if column != view.set.rung => {
                    view.set.rung = column;
                    Hit::Selected
                }
                _ => clicked,
            }
        }
    };
    if clicked == Hit::Again && may_open {
        go_on(model);
    }
}
