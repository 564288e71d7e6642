//! Rows and the one cursor all lists share. A row is a line on screen; a stop is what the cursor can stand on, and may
//! take several rows (a wrapped responsibility) or none of its own (a department's heading is a row without a stop).

use std::ops::Range;

use super::action::Motion;

/// Lines of a pane, and which of them belong together as one stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows<T> {
    rows: Vec<T>,
    /// The rows of each stop, in order.
    stops: Vec<Range<usize>>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), stops: Vec::new() }
    }
}

impl<T> Rows<T> {
    /// Adds a row the cursor passes over.
    pub fn push(&mut self, row: T) {
        self.rows.push(row);
    }

    /// Adds a stop of as many rows as there are.
    pub fn push_stop(&mut self, rows: impl IntoIterator<Item = T>) {
        let start = self.rows.len();
        self.rows.extend(rows);
        self.stops.push(start..self.rows.len());
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many stops there are.
    pub fn stops(&self) -> usize {
        self.stops.len()
    }

    /// The row at `place`.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.rows.get(place)
    }

    /// The rows of `stop`.
    pub fn rows_of(&self, stop: usize) -> Range<usize> {
        self.stops.get(stop).cloned().unwrap_or(0..0)
    }

    /// The stop a row belongs to.
    pub fn stop_at(&self, row: usize) -> Option<usize> {
        let stop = self.stops.partition_point(|rows| rows.end <= row);
        self.stops.get(stop).filter(|rows| rows.contains(&row)).map(|_| stop)
    }

    /// The rows that a pane `height` high shows from `offset`, each with its place.
    pub fn visible(&self, offset: usize, height: usize) -> impl Iterator<Item = (usize, &T)> {
        self.rows.iter().enumerate().skip(offset).take(height)
    }

    /// All rows.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &T> {
        self.rows.iter()
    }
}

/// A place in a list: the stop under the cursor and the first row on screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The stop under the cursor.
    pub stop: usize,
    /// The first row on screen.
    pub offset: usize,
}

impl Cursor {
    /// Moves over the stops of `rows`, in a pane `height` high.
    pub fn travel<T>(&mut self, motion: Motion, rows: &Rows<T>, height: usize) {
        let last = rows.stops().saturating_sub(1);
        self.stop = match motion {
            Motion::Up => self.stop.saturating_sub(1),
            Motion::Down => self.stop.saturating_add(1),
            Motion::HalfUp => self.leap(rows, height / 2, false),
            Motion::HalfDown => self.leap(rows, height / 2, true),
            Motion::PageUp => self.leap(rows, height.saturating_sub(1), false),
            Motion::PageDown => self.leap(rows, height.saturating_sub(1), true),
            Motion::Top => 0,
            Motion::Bottom => last,
        }
        .min(last);
        self.reveal(rows, height);
    }

    /// The stop about `distance` rows away, and at least one stop further.
    fn leap<T>(self, rows: &Rows<T>, distance: usize, down: bool) -> usize {
        let here = rows.rows_of(self.stop).start;
        if down {
            let target = here + distance;
            let reached = (self.stop..rows.stops()).take_while(|stop| rows.rows_of(*stop).start <= target).last();
            reached.unwrap_or(self.stop).max(self.stop + 1)
        } else {
            let target = here.saturating_sub(distance);
            let reached = (0..self.stop).find(|stop| rows.rows_of(*stop).start >= target);
            reached.unwrap_or(self.stop).min(self.stop.saturating_sub(1))
        }
    }

    /// Moves over the stops of `rows` as [`Self::travel`] does, but down and up never past lines that were not on
    /// screen: they show the rest of a stop higher than the pane first, and the headings between. A row of the stop under
    /// the cursor stays on screen, so that this holds for headings lower than the pane.
    pub fn read<T>(&mut self, motion: Motion, rows: &Rows<T>, height: usize) {
        let (place, before) = (rows.rows_of(self.stop), *self);
        let (is_first, is_last) = (self.stop == 0, self.stop + 1 >= rows.stops());
        // Above the first and below the last there may be rows without a stop.
        let top = if is_first { (place.start + 1).saturating_sub(height) } else { place.start };
        let bottom = if is_last { rows.len().min((place.end + height).saturating_sub(1)) } else { place.end };
        let (above, below) = (self.offset.saturating_sub(top), bottom.saturating_sub(self.offset + height));
        let page = height.saturating_sub(1).max(1);
        match motion {
            Motion::Down if below > 0 => self.offset += below.min(page),
            Motion::Up if above > 0 => self.offset -= above.min(page),
            Motion::Down if is_last => {}
            Motion::Up if is_first => {}
            _ => self.travel(motion, rows, height),
        }
        let reached = rows.rows_of(self.stop);
        match motion {
            Motion::Down => {
                let next = (before.offset + height).max((reached.start + 1).saturating_sub(height));
                self.offset = self.offset.min(next);
            }
            Motion::Up => {
                let next = before.offset.saturating_sub(height).min(reached.end.saturating_sub(1));
                self.offset = self.offset.max(next);
            }
            _ => {}
        }
    }

    /// Scrolls the rows, and takes the cursor along when its stop leaves the screen.
    pub fn scroll<T>(&mut self, motion: Motion, rows: &Rows<T>, height: usize) {
        self.offset = match motion {
            Motion::Up => self.offset.saturating_sub(1),
            Motion::Down => self.offset + 1,
            Motion::HalfUp => self.offset.saturating_sub(height / 2),
            Motion::HalfDown => self.offset + height / 2,
            Motion::PageUp => self.offset.saturating_sub(height.saturating_sub(1)),
            Motion::PageDown => self.offset + height.saturating_sub(1),
            Motion::Top => 0,
            Motion::Bottom => rows.len(),
        };
        self.clamp(rows, height);
        if !self.shows(self.stop, rows, height) {
            let mut stops = (0..rows.stops()).filter(|stop| self.shows(*stop, rows, height));
            let below = rows.rows_of(self.stop).start >= self.offset + height;
            let kept = if below { stops.next_back() } else { stops.next() };
            self.stop = kept.unwrap_or(self.stop);
        }
    }

    /// Whether a part of `stop` is on screen.
    fn shows<T>(self, stop: usize, rows: &Rows<T>, height: usize) -> bool {
        let place = rows.rows_of(stop);
        place.start < self.offset + height && place.end > self.offset
    }

    /// Scrolls just so far that the stop under the cursor is on screen, with a margin and with the headings above the
    /// first stop.
    pub fn reveal<T>(&mut self, rows: &Rows<T>, height: usize) {
        let place = rows.rows_of(self.stop);
        let margin = (height / 4).min(5);
        let first = if self.stop == 0 { 0 } else { place.start.saturating_sub(margin) };
        let last = if self.stop + 1 == rows.stops() { rows.len() } else { place.end + margin };
        self.offset = self.offset.max(last.saturating_sub(height)).min(first);
        // A stop higher than the pane shows its start; a margin never pushes it out.
        self.offset = self.offset.max(place.end.saturating_sub(height)).min(place.start);
        self.clamp(rows, height);
    }

    /// Keeps both inside `rows` and the stop under the cursor on screen, after rows or height changed.
    pub fn settle<T>(&mut self, rows: &Rows<T>, height: usize) {
        self.clamp(rows, height);
        if !self.shows(self.stop, rows, height) {
            self.reveal(rows, height);
        }
    }

    /// Keeps both inside `rows` after they changed.
    pub fn clamp<T>(&mut self, rows: &Rows<T>, height: usize) {
        self.stop = self.stop.min(rows.stops().saturating_sub(1));
        self.offset = self.offset.min(rows.len().saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Stops of the given heights, a heading before every third.
    fn rows(heights: &[usize]) -> Rows<usize> {
        let mut rows = Rows::default();
        for (stop, height) in heights.iter().enumerate() {
            if stop % 3 == 0 {
                rows.push(stop);
            }
            rows.push_stop(vec![stop; *height]);
        }
        rows
    }

    #[test]
    fn a_row_knows_its_stop() {
        let rows = rows(&[1, 2]);
        assert_eq!((0..4).map(|row| rows.stop_at(row)).collect::<Vec<_>>(), [None, Some(0), Some(1), Some(1)]);
    }

    #[test]
    fn the_heading_above_the_first_stop_comes_back_into_view() {
        let rows = rows(&[1; 30]);
        let mut cursor = Cursor::default();
        cursor.travel(Motion::Bottom, &rows, 8);
        assert_eq!(cursor.offset, rows.len() - 8);
        cursor.travel(Motion::Top, &rows, 8);
        assert_eq!(cursor, Cursor::default());
    }

    /// Reads down to the end and up again. In a pane of one line headings have no room beside a stop.
    fn reads_all(heights: &[usize], height: usize) {
        let rows = rows(heights);
        let mut cursor = Cursor::default();
        cursor.settle(&rows, height);
        for motion in [Motion::Down, Motion::Up] {
            let mut seen = vec![false; rows.len()];
            for _ in 0..rows.len() * 2 {
                seen.iter_mut().skip(cursor.offset).take(height).for_each(|row| *row = true);
                cursor.read(motion, &rows, height);
                assert!(cursor.shows(cursor.stop, &rows, height), "{cursor:?}");
            }
            let missed = (0..rows.len()).find(|row| !seen[*row] && (height > 1 || rows.stop_at(*row).is_some()));
            assert_eq!(missed, None, "{motion:?} over {heights:?} in {height}");
            let end = cursor;
            cursor.read(motion, &rows, height);
            assert_eq!(cursor, end);
        }
    }

    #[test]
    fn a_heading_between_stops_is_read_in_a_low_pane() {
        reads_all(&[1, 1, 1, 2], 1);
        reads_all(&[1, 1, 1, 4], 2);
        reads_all(&[4, 1, 5, 1], 2);
    }

    fn motion() -> impl Strategy<Value = Motion> {
        use Motion::{Bottom, Down, HalfDown, HalfUp, PageDown, PageUp, Top, Up};
        prop::sample::select(vec![Up, Down, HalfUp, HalfDown, PageUp, PageDown, Top, Bottom])
    }

    proptest! {
        #[test]
        fn the_stop_under_the_cursor_is_on_screen(
            heights in prop::collection::vec(1_usize..4, 1..40),
            motions in prop::collection::vec((motion(), any::<bool>()), 1..30),
            height in 4_usize..20,
        ) {
            let rows = rows(&heights);
            let mut cursor = Cursor::default();
            for (motion, scroll) in motions {
                if scroll { cursor.scroll(motion, &rows, height) } else { cursor.travel(motion, &rows, height) }
                let place = rows.rows_of(cursor.stop);
                prop_assert!(place.start < cursor.offset + height && place.end > cursor.offset);
                prop_assert!(cursor.offset == 0 || cursor.offset + height <= rows.len());
            }
        }

        #[test]
        fn reading_down_and_up_again_shows_every_row(heights in prop::collection::vec(1_usize..9, 1..12), height in 1_usize..6) {
            reads_all(&heights, height);
        }

        #[test]
        fn paging_moves_until_the_end_is_reached(heights in prop::collection::vec(1_usize..4, 2..40), height in 1_usize..20) {
            let rows = rows(&heights);
            let mut cursor = Cursor::default();
            while cursor.stop + 1 < rows.stops() {
                let before = cursor.stop;
                cursor.travel(Motion::HalfDown, &rows, height);
                prop_assert!(cursor.stop > before);
            }
        }
    }
}
