//! What shows: one page, or three beside an answer, each with its lines for a width and the reader's place in them.

use ratatui::layout::Size;

use super::page;
use super::revealed::{Face, Mark};
use super::run::{Stage, Turn};
use super::scene::Scene;
use super::{PracticeScreen, Writing};
use crate::domain::WholeQuestionId;
use crate::tui::cursor::{Cursor, Rows};
use crate::tui::document::Row;
use crate::tui::layout::{self, PaneArea, PracticeRegions, Split};

/// Everything that shows.
#[derive(Debug, Default)]
pub struct Sheets {
    /// The page; where an answer is revealed, its signals.
    pub main: Sheet,
    /// The answer beside the signals.
    pub answer: Sheet,
    /// The levels below them.
    pub levels: Sheet,
    /// What can be ticked, in the order of the page's stops.
    pub marks: Vec<Mark>,
    /// What the sheets show, so that another page begins at its top.
    of: Option<Showing>,
    size: Size,
}

/// Lines and a place in them.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The lines.
    pub rows: Rows<Row>,
    /// The place.
    pub cursor: Cursor,
}

/// What a page is about.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Showing {
    stage: std::mem::Discriminant<Stage>,
    turn: Option<(Option<std::mem::Discriminant<Turn>>, WholeQuestionId, usize)>,
}

impl Showing {
    fn of(stage: &Stage) -> Self {
        let turn = match stage {
            Stage::Question(_, turn) => {
                let place = if let Turn::FollowUp(_, follow_up) = turn { follow_up.place } else { 0 };
                Some((Some(std::mem::discriminant(turn)), turn.question().clone(), place))
            }
            Stage::Drill(drilling) => {
                let on = drilling.on.as_ref();
                on.map(|weak| (None, weak.question.clone(), drilling.said.len()))
            }
            _ => None,
        };
        Self { stage: std::mem::discriminant(stage), turn }
    }
}

impl PracticeScreen {
    /// Where everything is.
    pub fn regions(&self, size: Size) -> PracticeRegions {
        layout::practice(size, self.split())
    }

    /// How the screen is shared.
    fn split(&self) -> Split {
        match &self.sitting.stage {
            Stage::Question(_, Turn::Reveal(revealed)) => {
                Split::Revealed { face: revealed.face, levels: self.sheets.levels.rows.len() }
            }
            Stage::Question(_, Turn::Ask(asked)) if matches!(asked.writing, Writing::Here(_)) => {
                Split::Writing { above: self.sheets.main.rows.len() }
            }
            _ => Split::Whole,
        }
    }

    /// Whether the page has things to stand on, and is not only text to be scrolled.
    pub fn has_stops(&self) -> bool {
        matches!(
            self.sitting.stage,
            Stage::Plan(_) | Stage::Lengths | Stage::Pairing(_) | Stage::Question(_, Turn::Reveal(_))
        )
    }

    /// The sheet that the keys go to, with its height.
    pub fn sheet_mut(&mut self, size: Size) -> (&mut Sheet, usize) {
        let regions = self.regions(size);
        let height = |area: Option<PaneArea>| area.map_or(1, |area| area.rows.height.max(1)).into();
        match self.face() {
            Face::Signals => (&mut self.sheets.main, height(regions.main)),
            Face::Answer => (&mut self.sheets.answer, height(regions.answer)),
            Face::Levels => (&mut self.sheets.levels, height(regions.levels)),
        }
    }

    /// The part that the keys go to.
    pub fn face(&self) -> Face {
        match &self.sitting.stage {
            Stage::Question(_, Turn::Reveal(revealed)) => revealed.face,
            _ => Face::Signals,
        }
    }

    /// Writes everything anew, and keeps the reader's place.
    pub fn settle(&mut self, scene: &Scene<'_>, size: Size) {
        let showing = Showing::of(&self.sitting.stage);
        if self.sheets.of.as_ref() != Some(&showing) {
            self.sheets = Sheets { of: Some(showing), ..Sheets::default() };
            if let Stage::Pairing(run) = &self.sitting.stage {
                self.sheets.main.cursor.stop = page::next_to_enter(scene, run);
            }
        }
        let width = |area: Option<PaneArea>| area.map_or(1, |area| usize::from(area.rows.width).saturating_sub(2));
        if let Stage::Question(_, Turn::Reveal(revealed)) = &self.sitting.stage {
            // How high the levels are depends on how wide they are, and the rest on that.
            let regions = layout::practice(size, Split::Revealed { face: Face::Levels, levels: 1 });
            self.sheets.levels.rows = page::levels(scene, revealed, width(regions.levels));
            let regions = self.regions(size);
            self.sheets.main.rows = page::signals(scene, revealed, width(regions.main));
            self.sheets.answer.rows = page::answer(scene, revealed, width(regions.answer));
        } else {
            let regions = self.regions(size);
            self.sheets.main.rows = page::page(scene, &self.sitting, width(regions.main));
        }
        self.sheets.marks = page::marks(scene, &self.sitting);
        let regions = self.regions(size);
        let resized = self.sheets.size != size;
        self.sheets.size = size;
        let Sheets { main, answer, levels, .. } = &mut self.sheets;
        for (sheet, area) in [(main, regions.main), (answer, regions.answer), (levels, regions.levels)] {
            let height = area.map_or(1, |area| area.rows.height.max(1)).into();
            if resized {
                sheet.cursor.reveal(&sheet.rows, height);
            }
            sheet.cursor.settle(&sheet.rows, height);
        }
    }
}
