//! Picking the story that was told, by typing a part of its title, or a new one to be written.

use std::path::PathBuf;

use super::bank;
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::story::{Story, StorySlug};
use crate::search::{Matching, Ranker};
use crate::store::{Shelf, Tellings};
use crate::text::SafeText;
use crate::tui::cursor::{Cursor, Rows};
use crate::tui::line_edit::LineEdit;

/// The open picker.
#[derive(Debug)]
pub struct StoryPicker {
    /// What is typed.
    pub line: LineEdit,
    /// A new one, and the stories that match, those first that show what the question probes.
    pub rows: Rows<PickRow>,
    /// Its cursor.
    pub cursor: Cursor,
    /// What the question probes.
    probed: Vec<SafeText>,
    /// The story that the answer has already.
    told: Option<StorySlug>,
    /// Whether the cursor begins on the stories there are.
    prefers: Prefers,
    /// All that can be picked.
    offers: Vec<Offer>,
}

/// A line of the picker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PickRow {
    /// Write a new one.
    New,
    /// None was told after all.
    Without,
    /// One there is.
    Offer(Offer, Vec<u32>),
}

/// A story that can be picked, or a file that has to be put right first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Which it is.
    pub of: Of,
    /// What it is called, or what is wrong with it.
    pub title: String,
    /// How good it is and how often it was told.
    pub facts: String,
    /// What it shows.
    pub shows: String,
}

/// What an offer is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// A story that shows something the question probes.
    Fitting(StorySlug),
    /// Another one.
    Other(StorySlug),
    /// One that is told no more.
    Retired(StorySlug),
    /// A file that is no story as it stands.
    Broken(PathBuf),
}

/// What the cursor begins on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefers {
    /// A new one.
    New,
    /// The first of those there are.
    There,
}

impl StoryPicker {
    /// For an answer to a question that probes `probed` and has the story `told`. It is empty until it is filled.
    pub fn new(probed: Vec<SafeText>, told: Option<StorySlug>, prefers: Prefers) -> Self {
        let (line, rows, cursor) = (LineEdit::default(), Rows::default(), Cursor::default());
        Self { line, rows, cursor, probed, told, prefers, offers: Vec::new() }
    }

    /// What is under the cursor.
    pub fn row(&self) -> Option<&PickRow> {
        self.rows.get(self.cursor.stop)
    }

    /// How many stories there are, whatever is typed.
    pub fn stories(&self) -> usize {
        self.offers.iter().filter(|offer| offer.of.slug().is_some()).count()
    }

    /// Takes in the stories that are `there`, told as often as `tellings` say; what they show is called as in the family of `role`.
    pub fn fill(&mut self, there: &Shelf, tellings: &Tellings, (catalog, role): (&Catalog, &RoleId)) {
        let name = |probe: &SafeText| catalog.probe_name(role.family(), probe);
        let offer = |story: &Story| Offer {
            of: match story {
                Story { retired: true, slug, .. } => Of::Retired(slug.clone()),
                Story { slug, .. } if self.probed.iter().any(|probe| story.shows(probe)) => Of::Fitting(slug.clone()),
                Story { slug, .. } => Of::Other(slug.clone()),
            },
            title: story.title.to_string(),
            facts: bank::facts(story, tellings.of(story)),
            shows: super::names(story.probes.iter().map(name)),
        };
        let broken = there.broken.iter().map(|broken| Offer {
            of: Of::Broken(broken.path.clone()),
            title: bank::wrong(broken),
            facts: String::new(),
            shows: String::new(),
        });
        let mut offers: Vec<Offer> = there.stories.iter().map(offer).chain(broken).collect();
        offers.sort_by_key(|offer| match &offer.of {
            Of::Fitting(_) => 0,
            Of::Other(_) => 1,
            Of::Retired(_) => 2,
            Of::Broken(_) => 3,
        });
        self.offers = offers;
    }

    /// Lists the stories that match what is typed, by title and by what they show.
    pub fn refilter(&mut self, ranker: &mut Ranker, matching: Matching) {
        let query = self.line.text().trim();
        self.rows = Rows::default();
        self.rows.push_stop([PickRow::New]);
        self.cursor = Cursor::default();
        if query.is_empty() {
            if self.told.is_some() {
                self.rows.push_stop([PickRow::Without]);
            }
            let first = self.rows.stops();
            for offer in &self.offers {
                self.rows.push_stop([PickRow::Offer(offer.clone(), Vec::new())]);
            }
            if self.prefers == Prefers::There && !self.offers.is_empty() {
                let told = |offer: &Offer| self.told.is_some() && offer.of.slug() == self.told.as_ref();
                self.cursor.stop = first + self.offers.iter().position(told).unwrap_or(0);
            }
            return;
        }
        let list = self.offers.iter().map(|offer| [offer.title.as_str(), offer.shows.as_str()]).collect();
        for hit in ranker.rank(query, matching, &list) {
            if let Some(offer) = self.offers.get(hit) {
                let letters = ranker.light(query, matching, &offer.title);
                self.rows.push_stop([PickRow::Offer(offer.clone(), letters)]);
            }
        }
        self.cursor.stop = usize::from(self.rows.stops() > 1);
    }
}

impl Of {
    /// The story it is.
    pub fn slug(&self) -> Option<&StorySlug> {
        match self {
            Self::Fitting(slug) | Self::Other(slug) | Self::Retired(slug) => Some(slug),
            Self::Broken(_) => None,
        }
    }
}
