//! [`Comparison`]: two to four roles side by side, aligned by the ids they share. Screens, text and exports all show
//! this one value. Knows no catalog: what things are called comes in through [`Names`].

mod align;
mod row;
mod value;
mod verdict;
mod words;

use serde::Serialize;

use super::family::Family;
use super::framework::Framework;
use super::id::{FamilyId, KpiId, LevelId, RoleId, SkillId};
use super::interview::Bank;
use super::role::Role;
use super::terms::Kpi;
use crate::text::SafeText;
pub(super) use align::rows;
pub use row::{Cell, Change, Row, Status};
pub use value::{Trend, Value};
pub use verdict::Verdict;
pub(super) use verdict::{RETOLD, phrases};
pub use words::{Words, changed_words};

/// The fewest roles that can be compared.
pub const FEWEST_SIDES: usize = 2;
/// The most roles that can be compared.
pub const MOST_SIDES: usize = 4;

/// What the things that are compared are called, and in which order they are shown. A catalog knows.
pub trait Names {
    /// Levels, axes, topics and strands.
    fn framework(&self) -> &Framework;

    /// What the skill `id` is called.
    fn skill_name(&self, id: &SkillId) -> Option<&SafeText>;

    /// The KPI `id`.
    fn kpi(&self, id: &KpiId) -> Option<&Kpi>;

    /// What the KPI `id` is called.
    fn kpi_name(&self, id: &KpiId) -> Option<&SafeText> {
        self.kpi(id).map(|kpi| &kpi.name)
    }

    /// What the role `id` is called.
    fn title(&self, id: &RoleId) -> Option<&SafeText>;

    /// What the family `id` asks on every rung.
    fn bank(&self, id: &FamilyId) -> Option<&Bank>;
}

/// One of the roles to compare.
#[derive(Debug, Clone)]
pub struct Side<'a> {
    /// Its id.
    pub id: RoleId,
    /// What it asks for.
    pub role: &'a Role,
    /// The ladder it stands on.
    pub family: &'a Family,
}

/// Two to four roles side by side, each judged against one of them, the base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The place among the columns of the role the others are judged against.
    pub base: usize,
    /// The roles, in the order they were given.
    pub columns: Vec<Column>,
    /// One for each [`Part`], in its order; none for answers where no family has a question.
    pub sections: Vec<Section>,
}

/// A role as a column's head and every JSON document name it:
/// `{"id","title","level","level_name","rank","family","family_name"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its id.
    pub id: RoleId,
    /// What it is called.
    pub title: SafeText,
    /// Its level.
    pub level: LevelId,
    /// What its level is called.
    pub level_name: SafeText,
    /// The place of its level on the scale.
    pub rank: u8,
    /// Its family.
    pub family: FamilyId,
    /// What its family is called.
    pub family_name: SafeText,
}

/// Rows of one kind, under what they come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What is compared.
    pub part: Part,
    /// What it comes to: one for each column that is not the base.
    pub verdicts: Vec<Verdict>,
    /// What is compared, one row for each id that any of the roles has.
    pub rows: Vec<Row>,
}

/// What of a role is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What changes from the rung below.
    StepUp,
    /// Scores on the axes of scope.
    Scope,
    /// Responsibilities: by thread within one family, by strand across families.
    Responsibilities,
    /// Skills.
    Skills,
    /// KPIs.
    Kpis,
    /// Decision rights.
    Decisions,
    /// Where people go from here, by destination.
    Moves,
    /// How an answer to each question of the family is judged on the role's level.
    Answers,
}

impl Part {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 8] = [
        Self::StepUp,
        Self::Scope,
        Self::Responsibilities,
        Self::Skills,
        Self::Kpis,
        Self::Decisions,
        Self::Moves,
        Self::Answers,
    ];

    /// Its name in data.
    pub fn id(self) -> &'static str {
        match self {
            Self::StepUp => "step-up",
            Self::Scope => "scope",
            Self::Responsibilities => "responsibilities",
            Self::Skills => "skills",
            Self::Kpis => "kpis",
            Self::Decisions => "decisions",
            Self::Moves => "moves",
            Self::Answers => "answers",
        }
    }

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::StepUp => "Step up",
            Self::Scope => "Scope",
            Self::Responsibilities => "Responsibilities",
            Self::Skills => "Skills",
            Self::Kpis => "KPIs",
            Self::Decisions => "Decisions",
            Self::Moves => "Moves",
            Self::Answers => "How an answer is judged",
        }
    }
}

impl Comparison {
    /// Compares `sides` with the one in place `base`; `None` unless there are two to four and the base is one of them.
    pub fn of(names: &impl Names, sides: &[Side<'_>], base: usize) -> Option<Self> {
        if !(FEWEST_SIDES..=MOST_SIDES).contains(&sides.len()) || base >= sides.len() {
            return None;
        }
        let columns: Vec<Column> = sides.iter().map(|side| Column::of(names, side)).collect();
        let section = |part: Part| {
            let rows = align::rows(names, sides, part, base);
            let verdicts = verdict::verdicts(part, &rows, &columns, base);
            Section { part, verdicts, rows }
        };
        let has_questions =
            |side: &Side<'_>| names.bank(&side.family.id).is_some_and(|bank| !bank.questions.is_empty());
        let framework = names.framework();
        let is_compared = |part: &Part| match part {
            Part::Answers => sides.iter().any(has_questions),
            // What the whole catalog does not speak of is no section.
            Part::Scope => !framework.axes.is_empty(),
            Part::Decisions => !framework.topics.is_empty(),
            _ => true,
        };
        let sections = Part::ALL.into_iter().filter(is_compared).map(section).collect();
        Some(Self { base, columns, sections })
    }

    /// Without the rows in which all roles are the same. The verdicts stay: they still speak of all rows.
    #[must_use]
    pub fn only_differences(mut self) -> Self {
        for section in &mut self.sections {
            section.rows.retain(|row| row.sign(self.base) != Change::Same);
        }
        self
    }
}

impl Column {
    /// The head of `side`.
    pub fn of(names: &impl Names, side: &Side<'_>) -> Self {
        let level = names.framework().level(&side.role.level);
        Self {
            id: side.id.clone(),
            title: side.role.title.clone(),
            level: side.role.level.clone(),
            level_name: level.map_or_else(|| SafeText::line(side.role.level.as_str()), |level| level.name.clone()),
            rank: names.framework().rank(&side.role.level),
            family: side.family.id.clone(),
            family_name: side.family.name.clone(),
        }
    }
}
