//! [`Gap`]: what lies between somebody and a role. Each skill, area of work and decision the role asks for, beside what
//! they say of themselves. Screens, text and exports all show this one value. Knows no catalog and no clock.
//!
//! **How far.** A skill is short by what is asked minus how it is rated, and never by less than nothing. An area of work
//! or a decision is done alone (met), with support (short by 1) or not (short by 2). What is not rated is not known: it
//! is neither short nor met, and what the role somebody comes from asks is shown beside it but is no rating.
//!
//! **What matters most** stands first in each section: what is short, then what is not rated, then what is met. Skills
//! that are short stand by how far times the weight (useful 1, important 2, core 3), the others by how far. What is not
//! rated stands by how far it would be for somebody who has just what the role before asks, or nothing where no role is
//! before. Equals stand by weight, then in the order of the role.

mod account;
mod item;
mod need;
mod rating;
mod verdict;

use super::compare::{Column, Names, Part, Side};
use crate::text::SafeText;
pub use account::{Account, Evidence, Rated};
pub use item::{Item, Kind};
pub use need::{Need, State};
pub use rating::{Grade, Rating, Support};

/// What lies between somebody and a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The role to reach.
    pub target: Column,
    /// The role somebody comes from, for what it asks.
    pub from: Option<Column>,
    /// One for each [`Kind`], in its order.
    pub sections: Vec<Section>,
}

/// What is asked of one kind, under what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What kind.
    pub kind: Kind,
    /// What it comes to, in words and counts: `meets 9 of 14 skills; 3 one short, 2 not rated`.
    pub verdict: SafeText,
    /// What is asked, what matters most first.
    pub needs: Vec<Need>,
}

impl Section {
    /// Its name in data, which comparisons use too.
    pub fn part(&self) -> Part {
        match self.kind {
            Kind::Skill => Part::Skills,
            Kind::Thread => Part::Responsibilities,
            Kind::Decision => Part::Decisions,
        }
    }
}

impl Gap {
    /// The gap to `target` of somebody who comes `from` a role, or from nowhere in particular, and who says `account` of
    /// each thing asked.
    pub fn of(
        names: &impl Names,
        target: &Side<'_>,
        from: Option<&Side<'_>>,
        account: impl Fn(&Item) -> Account,
    ) -> Self {
        let section = |kind: Kind| {
            let mut needs = need::needs(names, kind, target, from, &account);
            needs.sort_by_key(Need::order);
            let verdict = verdict::of_section(kind, &needs);
            Section { kind, verdict, needs }
        };
        Self {
            target: Column::of(names, target),
            from: from.map(|from| Column::of(names, from)),
            sections: Kind::ALL.into_iter().map(section).collect(),
        }
    }

    /// All that is asked, section by section.
    pub fn needs(&self) -> impl Iterator<Item = &Need> {
        self.sections.iter().flat_map(|section| &section.needs)
    }

    /// Whether the role is met, in a sentence.
    pub fn verdict(&self) -> SafeText {
        verdict::of_all(self)
    }

    /// Without what is met. The verdicts stay: they still speak of everything.
    #[must_use]
    pub fn only_open(mut self) -> Self {
        for section in &mut self.sections {
            section.needs.retain(|need| need.state() != State::Met);
        }
        self
    }
}
