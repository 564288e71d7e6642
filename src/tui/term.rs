//! The page of a skill or a KPI: what it is, and which roles have to do with it, ladder by ladder from the rung it starts on.

use ratatui::layout::Size;

use super::cursor::Cursor;
use super::document::{Piece, Row};
use super::model::Screen;
use super::role_rows::{RoleRows, Writer};
use super::theme::Ink;
use crate::catalog::Catalog;
use crate::domain::compare::{Names, Side};
use crate::domain::{KpiId, RoleId, SkillId};
use crate::text::{SafeText, pad, width};

/// How far what is said of a role is set in.
const INDENT: usize = 6;
/// How many cells a level's name gets.
const LEVEL: usize = 11;

/// A skill or a KPI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A skill.
    Skill(SkillId),
    /// A KPI.
    Kpi(KpiId),
}

/// What the reader set: enough to open the page again as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// What it is about.
    pub term: Term,
    /// The role under the cursor and the first line on screen.
    pub cursor: Cursor,
}

/// The page.
#[derive(Debug)]
pub struct TermPage {
    /// What the reader set.
    pub set: Setting,
    /// What it was opened from, and closes back to.
    pub below: Screen,
    /// The text: a stop for each role.
    pub page: RoleRows,
}

impl Term {
    /// The word for what it is.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Skill(_) => "Skill",
            Self::Kpi(_) => "KPI",
        }
    }

    /// What it is called.
    pub fn name(&self, catalog: &Catalog) -> String {
        let name = match self {
            Self::Skill(id) => catalog.skill_name(id),
            Self::Kpi(id) => catalog.kpi_name(id),
        };
        name.map_or_else(|| self.id().to_owned(), ToString::to_string)
    }

    fn id(&self) -> &str {
        match self {
            Self::Skill(id) => id.as_str(),
            Self::Kpi(id) => id.as_str(),
        }
    }

    /// What a role asks of it: a figure in short, and what it comes to there. `None` where it has nothing to do with it.
    fn asked(&self, side: &Side<'_>) -> Option<(String, String)> {
        match self {
            Self::Skill(id) => side.role.skills.iter().find(|skill| skill.skill == *id).map(|skill| {
                let (proficiency, weight) = (skill.proficiency, skill.weight.word());
                let words = format!("{}, {weight}", proficiency.degree());
                (words, skill.in_use.to_string())
            }),
            Self::Kpi(id) => side
                .role
                .kpis
                .iter()
                .find(|kpi| kpi.kpi == *id)
                .map(|kpi| (kpi.stake.word().to_owned(), kpi.target.to_string())),
        }
    }
}

impl TermPage {
    /// The page as `set` says, over `below`.
    pub fn new(set: Setting, below: Screen) -> Self {
        Self { set, below, page: RoleRows::default() }
    }

    /// The role under the cursor.
    pub fn role(&self) -> Option<&RoleId> {
        self.page.role(self.set.cursor)
    }

    /// Writes the text where it is out of date, and keeps the cursor in it.
    pub fn settle(&mut self, catalog: &Catalog, size: Size) {
        let Self { set, page, .. } = self;
        let mut cursor = set.cursor;
        page.settle(&mut cursor, size, |writer| Page(writer).write(catalog, &set.term));
        set.cursor = cursor;
    }
}

/// The text while it is written.
struct Page<'a>(&'a mut Writer);

impl Page<'_> {
    fn write(&mut self, catalog: &Catalog, term: &Term) {
        self.head(catalog, term);
        let all: Vec<Side<'_>> = catalog.sides().collect();
        let having: Vec<(&Side<'_>, (String, String))> =
            all.iter().filter_map(|side| Some((side, term.asked(side)?))).collect();
        let families: Vec<&str> = having.iter().map(|(side, _)| side.family.id.as_str()).collect();
        let families = families.chunk_by(|one, other| one == other).count();
        self.0.gap();
        let verb = match term {
            Term::Skill(_) => "Needed",
            Term::Kpi(_) => "Measured",
        };
        self.heading(
            &format!("{verb} in {}", count(having.len(), "role")),
            &format!("of {}", count(families, "ladder")),
        );
        for ladder in having.chunk_by(|(one, _), (other, _)| one.family.id == other.family.id) {
            self.ladder(catalog, ladder);
        }
    }

    /// What it is.
    fn head(&mut self, catalog: &Catalog, term: &Term) {
        match term {
            Term::Skill(id) => {
                let Some(skill) = catalog.skill(id) else { return self.0.words(0, Ink::Faint, "Not in this catalog.") };
                let kind = skill.kind.map(|kind| format!("{} ", kind.word())).unwrap_or_default();
                self.heading(&skill.name, &format!("{kind}skill"));
                if !skill.meaning.is_empty() {
                    self.0.words(0, Ink::Text, &skill.meaning);
                }
                if !skill.aliases.is_empty() {
                    let aliases: Vec<&str> = skill.aliases.iter().map(SafeText::as_str).collect();
                    self.0.words(0, Ink::Faint, &format!("known by: {}", aliases.join(", ")));
                }
            }
            Term::Kpi(id) => {
                let Some(kpi) = catalog.kpi(id) else { return self.0.words(0, Ink::Faint, "Not in this catalog.") };
                self.heading(&kpi.name, &format!("in {}, {}", kpi.unit, kpi.direction.words()));
                self.0.words(0, Ink::Text, &kpi.measures);
            }
        }
    }

    /// The roles of one ladder, the lowest first.
    fn ladder(&mut self, catalog: &Catalog, ladder: &[(&Side<'_>, (String, String))]) {
        let Some((first, _)) = ladder.first() else { return };
        let level = |side: &Side<'_>| {
            let level = catalog.framework().level(&side.role.level);
            level.map_or_else(String::new, |level| level.name.to_string())
        };
        let rungs = catalog.outline(first.family.id.as_str()).map_or(0, |family| family.rungs.len());
        // On a ladder of one rung nothing starts anywhere.
        let from = if rungs > 1 { format!("from {}", level(first)) } else { String::new() };
        self.0.gap();
        self.0.heading(Ink::Strong, &first.family.name, &from);
        for (side, (figure, words)) in ladder {
            let room = LEVEL.max(width(&level(side)));
            let line = vec![
                Piece::blanks(2),
                Piece::new(Ink::Link, pad(&level(side), room)),
                Piece::new(Ink::Text, format!("  {figure}")),
            ];
            let mut rows = vec![Row(line)];
            rows.extend(self.0.wrapped(INDENT, Ink::Faint, words));
            self.0.stop(side.id.clone(), rows);
        }
    }

    fn heading(&mut self, name: &str, facts: &str) {
        self.0.heading(Ink::Heading, &name.to_uppercase(), facts);
    }
}

fn count(number: usize, of: &str) -> String {
    format!("{number} {of}{}", if number == 1 { "" } else { "s" })
}
