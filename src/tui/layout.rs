//! Where things are on a screen of a given size. Pure, and asked by update and view alike, so that a page, a click and
//! a drawn row always mean the same place.

mod search;

use ratatui::layout::{Margin, Position, Rect, Size};

use super::action::Pane;
use super::practice::Face;
pub use search::{SearchRegions, search};

/// How much room there is, and what is made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Below 20x5: a sentence.
    TooSmall,
    /// From 20x5: one pane, no border, notices in the line of the hints.
    Tiny,
    /// From 40x8: one pane, no border, a preview under lists when there are 12 rows.
    One,
    /// From 70x12: two panes, a window that slides over the three.
    Two,
    /// From 100x16: all three panes.
    Three,
}

impl Room {
    /// What a screen of `size` has room for.
    pub fn of(size: Size) -> Self {
        match (size.width, size.height) {
            (100.., 16..) => Self::Three,
            (70.., 12..) => Self::Two,
            (40.., 8..) => Self::One,
            (20.., 5..) => Self::Tiny,
            _ => Self::TooSmall,
        }
    }
}

/// The families' pane takes a quarter of the screen, borders included, but no less and no more than this.
const FAMILIES_WIDTHS: (u16, u16) = (26, 38);
/// The levels' pane takes two fifths of what is left, but no less and no more than this: long titles differ at their
/// start.
const LEVELS_WIDTHS: (u16, u16) = (30, 40);
/// Height from which one pane leaves room for a preview, and the preview's height: a rule and three lines.
const PREVIEW: (u16, u16) = (12, 4);

/// A pane on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaneArea {
    /// With its border.
    pub outer: Rect,
    /// The line of its filter, when it has one.
    pub field: Option<Rect>,
    /// The rows of its list or text.
    pub rows: Rect,
}

/// Where everything of the explorer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regions {
    /// What there is room for.
    pub room: Room,
    /// The breadcrumb.
    pub header: Rect,
    /// The panes that show, by [`Pane`].
    panes: [Option<PaneArea>; 3],
    /// Under a list in one pane: the headline of what is selected.
    pub preview: Option<Rect>,
    /// What the program has to say. On a tiny screen it lies over the hints.
    pub notice: Rect,
    /// The keys.
    pub hints: Rect,
}

/// What of the model the layout depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The size of the screen.
    pub size: Size,
    /// The pane with the focus.
    pub focus: Pane,
    /// Whether the focused pane shows alone.
    pub zoomed: bool,
    /// Which panes show a filter's field.
    pub fields: [bool; 3],
}

/// The regions of the explorer.
pub fn regions(shape: Shape) -> Regions {
    let room = Room::of(shape.size);
    let (header, body, notice, hints) = frame(room, shape.size);
    let (shown, preview): (Vec<(Pane, Rect)>, _) = match room {
        Room::TooSmall => (Vec::new(), None),
        Room::Three | Room::Two if shape.zoomed => (vec![(shape.focus, body)], None),
        Room::Three => {
            let families = share(body.width, 1, 4).clamp(FAMILIES_WIDTHS.0, FAMILIES_WIDTHS.1);
            let (families, others) = columns(body, families);
            let (levels, detail) = columns(others, levels_width(others.width));
            (vec![(Pane::Families, families), (Pane::Levels, levels), (Pane::Detail, detail)], None)
        }
        Room::Two if shape.focus == Pane::Families => {
            let (families, levels) = columns(body, share(body.width, 1, 2));
            (vec![(Pane::Families, families), (Pane::Levels, levels)], None)
        }
        Room::Two => {
            let (levels, detail) = columns(body, levels_width(body.width));
            (vec![(Pane::Levels, levels), (Pane::Detail, detail)], None)
        }
        Room::One | Room::Tiny => {
            let previews = room == Room::One && shape.size.height >= PREVIEW.0 && shape.focus != Pane::Detail;
            let height = if previews { PREVIEW.1 } else { 0 };
            let (list, preview) = lines(body, body.height.saturating_sub(height));
            (vec![(shape.focus, list)], previews.then_some(preview))
        }
    };
    let mut panes = [None; 3];
    for (pane, outer) in shown {
        panes[pane as usize] = Some(pane_area(room, outer, shape.fields[pane as usize]));
    }
    Regions { room, header, panes, preview, notice, hints }
}

/// The first so many columns of `area`, and the others. Sums, not ratatui's solver: it would cost a sixth of a start.
fn columns(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    (Rect { width, ..area }, Rect { x: area.x + width, width: area.width - width, ..area })
}

/// The first so many lines of `area`, and the others.
fn lines(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    (Rect { height, ..area }, Rect { y: area.y + height, height: area.height - height, ..area })
}

/// So many parts of `of`, to the nearest cell.
fn share(length: u16, parts: u16, of: u16) -> u16 {
    (length * parts + of / 2) / of
}

fn levels_width(available: u16) -> u16 {
    (available * 2 / 5).clamp(LEVELS_WIDTHS.0, LEVELS_WIDTHS.1)
}

impl Regions {
    /// Where `pane` is; `None` when it does not show.
    pub fn pane(&self, pane: Pane) -> Option<PaneArea> {
        self.panes[pane as usize]
    }

    /// The pane under a cell.
    pub fn pane_at(&self, x: u16, y: u16) -> Option<(Pane, PaneArea)> {
        let panes = [Pane::Families, Pane::Levels, Pane::Detail].into_iter();
        let mut shown = panes.filter_map(|pane| Some((pane, self.pane(pane)?)));
        shown.find(|(_, area)| area.outer.contains((x, y).into()))
    }

    /// How many rows `pane` shows; for a hidden one as many as it would have alone.
    pub fn height(&self, pane: Pane) -> usize {
        self.pane(pane).map_or(1, |area| area.rows.height.max(1)).into()
    }
}

/// A screen of one framed pane, such as the bookmarks: header, body, notice, hints.
pub fn frame(room: Room, size: Size) -> (Rect, Rect, Rect, Rect) {
    let (header, below) = lines(Rect::from((Position::ORIGIN, size)), 1);
    let (above, hints) = lines(below, below.height.saturating_sub(1));
    let (body, notice) = lines(above, above.height.saturating_sub(u16::from(room != Room::Tiny)));
    (header, body, if room == Room::Tiny { hints } else { notice }, hints)
}

/// The parts of a pane: bordered from two panes on, the field in its first row.
pub fn pane_area(room: Room, outer: Rect, has_field: bool) -> PaneArea {
    headed_pane(room, outer, u16::from(has_field))
}

/// A pane whose first lines stay, as long as a row is left below them.
fn headed_pane(room: Room, outer: Rect, heads: u16) -> PaneArea {
    let inner = if room >= Room::Two { outer.inner(Margin::new(1, 1)) } else { outer };
    let height = heads.min(inner.height.saturating_sub(1));
    let (field, rows) = lines(inner, height);
    PaneArea { outer, field: (height > 0).then_some(field), rows }
}

/// Where the list of bookmarks is, and where the note of the one under its cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookmarkRegions {
    /// The breadcrumb.
    pub header: Rect,
    /// The list.
    pub list: PaneArea,
    /// The note; none where there is no room. Without borders its field is the rule that parts it from the list.
    pub note: Option<PaneArea>,
    /// What the program has to say.
    pub notice: Rect,
    /// The keys.
    pub hints: Rect,
}

/// The regions of the bookmarks: the note beside the list where that is wide enough, below it otherwise.
pub fn bookmarks(size: Size, has_field: bool) -> BookmarkRegions {
    let room = Room::of(size);
    let (header, body, notice, hints) = frame(room, size);
    let (list, note) = match room {
        Room::TooSmall | Room::Tiny => (body, None),
        Room::Three => {
            let (list, note) = columns(body, share(body.width, 3, 5));
            (list, Some(note))
        }
        Room::One | Room::Two => {
            let (list, note) = lines(body, share(body.height, 3, 5));
            (list, Some(note))
        }
    };
    let note = note.map(|note| pane_area(room, note, room == Room::One));
    BookmarkRegions { header, list: pane_area(room, list, has_field), note, notice, hints }
}

/// Where the comparison is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CompareRegions {
    /// What is compared.
    pub header: Rect,
    /// The rows; its field is where the roles are named, when they are.
    pub pane: PaneArea,
    /// What the program has to say.
    pub notice: Rect,
    /// The keys.
    pub hints: Rect,
}

/// The regions of a comparison whose roles are named in so many lines.
pub fn compare(size: Size, heads: usize) -> CompareRegions {
    let room = Room::of(size);
    let (header, body, notice, hints) = frame(room, size);
    let pane = headed_pane(room, body, u16::try_from(heads).unwrap_or(u16::MAX));
    CompareRegions { header, pane, notice, hints }
}

/// The help's popup: its field above its lines.
pub fn help(size: Size) -> PaneArea {
    pane_area(Room::of(size), popup(size, Size::new(92, 40)), true)
}

/// Where a ladder or the map is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LadderRegions {
    /// What it is.
    pub header: Rect,
    /// The rows; its field is what stays above them.
    pub pane: PaneArea,
    /// What is under the cursor, in words; none where there is no room.
    pub foot: Option<Rect>,
    /// What the program has to say.
    pub notice: Rect,
    /// The keys.
    pub hints: Rect,
}

/// The regions of a ladder or the map with so many lines above its rows and below them.
pub fn ladder(size: Size, heads: usize, foot: u16) -> LadderRegions {
    let room = Room::of(size);
    let (header, body, notice, hints) = frame(room, size);
    let foot = if room >= Room::One { foot.min(body.height.saturating_sub(5)) } else { 0 };
    let (body, below) = lines(body, body.height.saturating_sub(foot));
    let pane = headed_pane(room, body, u16::try_from(heads).unwrap_or(u16::MAX));
    LadderRegions { header, pane, foot: (foot > 0).then_some(below), notice, hints }
}

/// Where practice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PracticeRegions {
    /// The role and the time.
    pub header: Rect,
    /// The page, or the signals of an answer; none while another part of it has the screen.
    pub main: Option<PaneArea>,
    /// The answer.
    pub answer: Option<PaneArea>,
    /// The answer by levels.
    pub levels: Option<PaneArea>,
    /// Where an answer is typed.
    pub writing: Option<PaneArea>,
    /// What the program has to say.
    pub notice: Rect,
    /// The keys.
    pub hints: Rect,
}

/// What shares the screen in practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// A page has all of it.
    Whole,
    /// A question above so many lines, and below it the answer being typed.
    Writing {
        /// The lines of the question.
        above: usize,
    },
    /// Answer, signals and levels: side by side from 80 columns on, else the one with the keys.
    Revealed {
        /// Which has the keys.
        face: Face,
        /// The lines of the levels.
        levels: usize,
    },
}

/// The width from which an answer stands beside its signals.
const BESIDE: u16 = 80;

/// The regions of practice.
pub fn practice(size: Size, split: Split) -> PracticeRegions {
    let room = Room::of(size);
    let (header, body, notice, hints) = frame(room, size);
    let (mut main, mut answer, mut levels, mut writing) = (None, None, None, None);
    let borders = if room >= Room::Two { 2 } else { 0 };
    let rows = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(borders);
    match split {
        Split::Whole => main = Some(pane_area(room, body, false)),
        Split::Writing { above } => {
            let (question, answer) = lines(body, rows(above).min(body.height / 2));
            main = Some(pane_area(room, question, false));
            // Without borders a rule parts the two.
            writing = Some(headed_pane(room, answer, u16::from(borders == 0)));
        }
        Split::Revealed { levels: wanted, .. } if room >= Room::Two && size.width >= BESIDE => {
            let (above, below) = lines(body, body.height - rows(wanted).min(body.height * 2 / 5));
            let (left, right) = columns(above, share(above.width, 2, 5));
            (answer, main) = (Some(pane_area(room, left, false)), Some(pane_area(room, right, false)));
            levels = Some(pane_area(room, below, false));
        }
        Split::Revealed { face, .. } => {
            let area = Some(pane_area(room, body, false));
            match face {
                Face::Signals => main = area,
                Face::Answer => answer = area,
                Face::Levels => levels = area,
            }
        }
    }
    PracticeRegions { header, main, answer, levels, writing, notice, hints }
}

/// The picker's popup: its field above the roles.
pub fn pick(size: Size) -> PaneArea {
    pane_area(Room::of(size), popup(size, Size::new(92, 30)), true)
}

/// A popup in the middle of the screen, as large as there is use and room for.
pub fn popup(size: Size, wanted: Size) -> Rect {
    let screen = Rect::from((Position::ORIGIN, size));
    if Room::of(size) <= Room::One {
        return screen;
    }
    let width = wanted.width.min(size.width.saturating_sub(4));
    let height = wanted.height.min(size.height.saturating_sub(4));
    Rect { x: share(size.width - width, 1, 2), y: share(size.height - height, 1, 2), width, height }
}

/// A popup for `lines` of at most `cells` at the bottom right, right above what the program has to say. It lies over a part
/// of the screen, so it has a border at every size.
pub fn corner(size: Size, cells: usize, lines: usize) -> PaneArea {
    let (_, body, ..) = frame(Room::of(size), size);
    let with_border = |length: usize, most: u16| u16::try_from(length + 2).unwrap_or(u16::MAX).min(most);
    let (width, height) = (with_border(cells, body.width), with_border(lines, body.height));
    let outer = Rect { x: body.right() - width, y: body.bottom() - height, width, height };
    PaneArea { outer, field: None, rows: outer.inner(Margin::new(1, 1)) }
}

#[cfg(test)]
mod tests {
    use super::Room::{One, Three, Tiny, TooSmall, Two};
    use super::*;

    #[test]
    fn no_region_leaves_the_screen_at_any_size() {
        for (width, height) in (1..=130).flat_map(|width| (1..=40).map(move |height| (width, height))) {
            let size = Size::new(width, height);
            let screen = Rect::from((Position::ORIGIN, size));
            for focus in [Pane::Families, Pane::Levels, Pane::Detail] {
                let regions = regions(Shape { size, focus, zoomed: width % 2 == 0, fields: [true; 3] });
                let panes = regions.panes.into_iter().flatten();
                let areas = panes.flat_map(|pane| [Some(pane.outer), pane.field, Some(pane.rows)]).flatten();
                for area in areas.chain([regions.header, regions.notice, regions.hints]).chain(regions.preview) {
                    assert_eq!(area.intersection(screen), area, "{size} {focus:?}");
                }
                assert_eq!(regions.pane(focus).is_some(), regions.room > Room::TooSmall);
            }
        }
    }

    #[test]
    fn the_five_rooms_begin_where_they_should() {
        let rooms = [(100, 16), (99, 16), (70, 12), (69, 12), (40, 8), (39, 8), (20, 5), (19, 5), (20, 4)];
        let rooms = rooms.map(|(width, height)| Room::of(Size::new(width, height)));
        assert_eq!(rooms, [Three, Two, Two, One, One, Tiny, Tiny, TooSmall, TooSmall]);
    }
}
