//! What verbs do in the search, how it is opened, and how what was found is opened from it.

use std::sync::Arc;

use super::settle::search_height;
use super::{browse, compare, keep, stories, term};
use crate::domain::{FamilyId, RoleId, WholeQuestionId};
use crate::search::{Sought, Spot, Target};
use crate::store::Subject;
use crate::tui::action::{Pane, Verb};
use crate::tui::compare::Setting;
use crate::tui::document::{Section, Stop};
use crate::tui::effect::{Effect, Ladders};
use crate::tui::key::Key;
use crate::tui::line_edit::LineEdit;
use crate::tui::model::{Model, Overlay, Screen};
use crate::tui::search::{Row, Search};
use crate::tui::term::Term;

/// Opens the search as it was left. What is kept may have changed since, so it is read anew.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    // Until the answer comes with a newer one.
    model.searched.index = None;
    model.overlay = Some(Overlay::Search(Box::new(Search::new(&model.searched))));
    let ladders = Ladders(Arc::clone(&model.catalog));
    vec![Effect::Index { ladders, bookmarks: Box::new(model.bookmarks.clone()) }]
}

/// Asks for what is typed by now: here where the answer takes less than a frame, else in the world.
pub(super) fn follow(model: &mut Model) -> Option<Effect> {
    let Model { overlay: Some(Overlay::Search(search)), searched, matching, .. } = model else { return None };
    let typed = search.question(*matching)?;
    match &searched.index {
        Some(index) if index.is_small() => {
            search.take(Sought::of(index, &typed, *matching), &searched.recent);
            None
        }
        _ => Some(Effect::Seek { typed, matching: *matching }),
    }
}

/// Takes what the world found.
pub(super) fn found(model: &mut Model, sought: Sought) {
    model.searched.index = Some(sought.index.clone());
    if let Some(Overlay::Search(search)) = &mut model.overlay {
        search.take(sought, &model.searched.recent);
    }
}

/// Runs a verb in the search.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let height = search_height(model);
    let Model { overlay: Some(Overlay::Search(search)), searched, .. } = model else { return Vec::new() };
    match verb {
        Verb::Move(motion) => search.cursor.travel(motion, &search.rows, height),
        Verb::Complete => {
            search.kept = false;
            if let Some(rest) = search.completion() {
                search.line.insert(&rest);
            } else {
                Key::parse("right").map(|right| search.line.take(right));
            }
        }
        Verb::Mark => {
            let Some(Row::Hit(hit)) = search.selected() else { return Vec::new() };
            let role = search.shown(hit).and_then(|shown| role_of(shown.head.target).cloned());
            match role {
                Some(role) => return keep::run(model, Verb::Mark, role.into()),
                None => model.notices.say("Only roles can be marked, to be compared."),
            }
        }
        Verb::Accept => return accept(model),
        Verb::Close | Verb::Quit => {
            searched.stop = search.cursor.stop;
            search.line.text().clone_into(&mut searched.typed);
            model.overlay = None;
        }
        _ => {}
    }
    Vec::new()
}

fn role_of(target: &Target) -> Option<&RoleId> {
    match target {
        Target::Role(role) => Some(role),
        Target::Kept(of) => of.role(),
        _ => None,
    }
}

/// Opens what is under the cursor.
fn accept(model: &mut Model) -> Vec<Effect> {
    let Model { overlay: Some(Overlay::Search(search)), searched, .. } = model else { return Vec::new() };
    match search.selected().cloned() {
        None => Vec::new(),
        Some(Row::Recent(typed)) => {
            search.line = LineEdit::with(&typed);
            search.kept = false;
            Vec::new()
        }
        Some(Row::Hit(hit)) => {
            searched.remember(search);
            let found = search.shown(&hit).map(|shown| (shown.head.target.clone(), shown.line.spot.cloned()));
            model.overlay = None;
            found.map(|(target, spot)| go(model, target, spot)).unwrap_or_default()
        }
    }
}

/// Opens what was found, at the line that matched.
fn go(model: &mut Model, target: Target, spot: Option<Spot>) -> Vec<Effect> {
    match target {
        Target::Role(role) => read(model, &role, spot),
        Target::Kept(Subject::Role(role)) => read(model, &role, None),
        Target::Kept(of @ Subject::Set(_)) => {
            compare::show(model, Setting::new(of.roles().to_vec()));
        }
        Target::Family(family) => go_to_family(model, &family),
        Target::Skill(skill) => term::open(model, Term::Skill(skill)),
        Target::Kpi(kpi) => term::open(model, Term::Kpi(kpi)),
        Target::Question(question) => {
            let role = asked_of(model, &question);
            if let Some(role) = role {
                read(model, &role, Some(Spot::Question(question)));
            }
        }
        Target::Story(slug) => return stories::read_one(model, slug),
    }
    Vec::new()
}

/// Opens a role in the explorer with the cursor on a line of it.
pub(super) fn read(model: &mut Model, role: &RoleId, spot: Option<Spot>) {
    browse::jump(model, role);
    model.screen = Screen::Browse;
    browse::focus(model, Pane::Detail);
    let Some(spot) = spot else { return };
    let (section, stop) = stop_of(spot);
    if let Some(section) = section {
        model.browse.detail.folded.remove(&section);
    }
    browse::stand_on(model, &stop);
}

/// The section a line is in, and what the line is on the page.
fn stop_of(spot: Spot) -> (Option<Section>, Stop) {
    match spot {
        Spot::Title => (None, Stop::Title),
        Spot::StepUp => (Some(Section::StepUp), Stop::Text(Section::StepUp)),
        Spot::Summary => (Some(Section::Summary), Stop::Text(Section::Summary)),
        Spot::Axis(axis) => (Some(Section::Scope), Stop::Axis(axis)),
        Spot::Thread(thread) => (Some(Section::Responsibilities), Stop::Thread(thread)),
        Spot::Skill(skill) => (Some(Section::Skills), Stop::Skill(skill)),
        Spot::Kpi(kpi) => (Some(Section::Kpis), Stop::Kpi(kpi)),
        Spot::Topic(topic) => (Some(Section::Decisions), Stop::Topic(topic)),
        Spot::Move(to) => (Some(Section::Moves), Stop::Move(to)),
        Spot::Question(question) => (Some(Section::Interview), Stop::Question(question)),
        Spot::Ask(place) => (Some(Section::Interview), Stop::Ask(place)),
    }
}

/// Goes to the rungs of a family, the lowest first.
fn go_to_family(model: &mut Model, id: &FamilyId) {
    if let Some(role) = lowest(model, id.as_str()) {
        browse::jump(model, &role);
        model.screen = Screen::Browse;
        browse::focus(model, Pane::Levels);
    }
}

/// A role that is asked a question: its own, for one of a bank the open role if it is of that family, else the lowest.
fn asked_of(model: &Model, question: &WholeQuestionId) -> Option<RoleId> {
    let family = question.family();
    let open = || model.browse.role().filter(|role| role.family() == family).cloned();
    question.role().or_else(open).or_else(|| lowest(model, family))
}

/// The lowest rung of a family.
fn lowest(model: &Model, family: &str) -> Option<RoleId> {
    let family = model.catalog.outline(family)?;
    family.rungs.first().map(|rung| family.role_id(rung))
}
