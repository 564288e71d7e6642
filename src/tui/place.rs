//! Where the reader is, for the next start: read from the model, and put back into it.

use super::action::Pane;
use super::document::Section;
use super::history::{History, Spot};
use super::model::Model;
use super::theme::Theme;
use super::update;
use crate::domain::RoleId;
use crate::search::Matching;
use crate::store::Place;

/// The names of the panes on disk.
const PANES: [(Pane, &str); 3] = [(Pane::Families, "families"), (Pane::Levels, "levels"), (Pane::Detail, "role")];

/// Where the reader is now.
pub fn of(model: &Model) -> Place {
    let name = |pane: Pane| PANES.iter().find(|(known, _)| *known == pane).map_or("", |(_, name)| name);
    let (back, forward) = model.history.spots();
    let roles = |spots: &[Spot]| spots.iter().map(|spot| spot.role.clone()).collect();
    Place {
        at: model.browse.role().cloned(),
        pane: name(model.browse.focus).to_owned(),
        back: roles(back),
        forward: roles(forward),
        theme: Some(model.chosen.name().to_owned()),
        folded: Some(model.browse.detail.folded.iter().map(|section| section.name().to_owned()).collect()),
        exact: model.matching == Matching::Exact,
        searched: (model.searched.typed.clone(), model.searched.stop),
        searches: model.searched.recent.clone(),
    }
}

/// Puts the reader back. What the catalog or the program no longer knows is left out.
pub fn restore(model: &mut Model, place: Place) {
    let pane = PANES.iter().find(|(_, name)| *name == place.pane).map_or(Pane::Families, |(pane, _)| *pane);
    let known = |role: &RoleId| model.catalog.rung(role).is_some();
    let spots = |roles: Vec<RoleId>| {
        let roles = roles.into_iter().filter(|role| known(role));
        roles.map(|role| Spot { role, focus: Pane::Detail, stop: 0, over: None }).collect()
    };
    model.history = History::of(spots(place.back), spots(place.forward));
    if let Some(folded) = place.folded {
        model.browse.detail.folded = folded.iter().filter_map(|name| Section::named(name)).collect();
    }
    model.matching = if place.exact { Matching::Exact } else { Matching::Fuzzy };
    (model.searched.typed, model.searched.stop) = place.searched;
    model.searched.recent = place.searches;
    if let Some(theme) = place.theme.as_deref().and_then(Theme::named) {
        model.chosen = theme;
    }
    model.theme = model.chosen.clone();
    if let Some(role) = place.at {
        update::open_at(model, &role);
    }
    model.browse.focus = pane;
}
