//! Where things are in the search: over all of a small screen, in a popup on a larger one, with a preview beside the hits
//! where there is room for one.

use ratatui::layout::{Rect, Size};

use super::{PaneArea, Room, columns, lines, pane_area, popup, share};

/// The largest the popup gets.
const LARGEST: Size = Size::new(128, 34);
/// The width of its inside from which a preview stands beside the hits.
const PREVIEW: u16 = 92;

/// Where everything of the search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchRegions {
    /// The popup with its field and the hits.
    pub pane: PaneArea,
    /// The line under the field; none on a tiny screen.
    pub advice: Option<Rect>,
    /// Below the hits, why the one under the cursor matched, where no preview says it.
    pub reason: Option<Rect>,
    /// What of the hit matched, beside the hits.
    pub preview: Option<Rect>,
}

/// The regions of the search on a screen of `size`.
pub fn search(size: Size) -> SearchRegions {
    let room = Room::of(size);
    let mut pane = pane_area(room, popup(size, LARGEST), true);
    if room == Room::Tiny {
        return SearchRegions { pane, advice: None, reason: None, preview: None };
    }
    let (advice, rows) = lines(pane.rows, 1);
    pane.rows = rows;
    if rows.width >= PREVIEW {
        let (hits, beside) = columns(rows, share(rows.width, 11, 20));
        pane.rows = hits;
        // A column is left for the line between them.
        let preview = Rect { x: beside.x + 2, width: beside.width.saturating_sub(2), ..beside };
        return SearchRegions { pane, advice: Some(advice), reason: None, preview: Some(preview) };
    }
    let (hits, reason) = lines(rows, rows.height.saturating_sub(2));
    pane.rows = hits;
    SearchRegions { pane, advice: Some(advice), reason: Some(reason), preview: None }
}
