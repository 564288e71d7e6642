//! What a number leads to, by the list it is of.

use super::{Place, Reply, Session};
use crate::cli::linear::document::Document;
use crate::cli::linear::find;
use crate::search::Target;

impl Session<'_> {
    /// What has this number in the list.
    pub(super) fn choose(&mut self, number: usize) -> Reply {
        let place = number.checked_sub(1);
        let (count, opened) = match &self.place {
            Place::Families => {
                let count = self.catalog.families().len();
                (count, place.filter(|place| *place < count).map(Place::Family))
            }
            Place::Family(family) => {
                let family = self.catalog.families().get(*family);
                let rungs = family.map_or(&[][..], |family| &family.rungs);
                let role =
                    family.zip(place.and_then(|place| rungs.get(place))).map(|(family, rung)| family.role_id(rung));
                (rungs.len(), role.and_then(|role| Document::of_role(self.catalog, &role)).map(Place::Document))
            }
            Place::Document(document) => {
                if let Some(section) = place.and_then(|place| document.section(place)) {
                    return section.into();
                }
                (document.len(), None)
            }
            Place::Roles(roles) => {
                let role = place.and_then(|place| roles.get(place));
                (roles.len(), role.and_then(|role| Document::of_role(self.catalog, role)).map(Place::Document))
            }
            Place::Hits(_, targets) => {
                if let Some(target) = place.and_then(|place| targets.get(place)).cloned() {
                    return self.follow(&target);
                }
                (targets.len(), None)
            }
            Place::Stories => {
                let slug = place.and_then(|place| self.kept.shelf.stories.get(place)).map(|story| story.slug.clone());
                if let Some(slug) = slug {
                    return self.story(&slug).into();
                }
                (self.kept.shelf.stories.len(), None)
            }
            Place::Practice(_) => (0, None),
        };
        match opened {
            Some(place) => self.open(place),
            None if count == 0 => format!("There is no {number}: the list is empty.\n").into(),
            None => format!("There is no {number}: the list goes from 1 to {count}.\n").into(),
        }
    }

    /// Opens what was found.
    fn follow(&mut self, target: &Target) -> Reply {
        if let Target::Family(id) = target {
            let place = self.catalog.families().iter().position(|family| family.id == *id);
            return place.map(|place| self.open(Place::Family(place))).unwrap_or_default();
        }
        if let Target::Story(slug) = target {
            return self.story(slug).into();
        }
        match (&find::roles(target)[..], target) {
            ([role], _) => self.open_role(role),
            ([], Target::Skill(id)) => self.search(&format!("skill:{id}")),
            ([], _) => format!("It has no page here: {} is its id.\n", target.id()).into(),
            (several, _) => self.open_compared(several),
        }
    }
}
