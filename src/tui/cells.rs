//! Where columns of short cells stand behind names: the skills of a family by its rungs, the families by levels. Pure:
//! update pages by it and view draws by it.

/// A column is never narrower: a blank, or the mark of the cursor, and a sign.
const LEAST: usize = 2;
/// A column is never wider: cells far apart are not read as a row.
const WIDEST: usize = 12;
/// Names are not cut below this for the sake of wider columns.
const NAMED: usize = 16;
/// Names are never cut below this.
const SHORTEST: usize = 5;

/// Where names and columns stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cells {
    /// How wide names are.
    pub names: usize,
    /// How wide a column is, the blank before it included.
    pub column: usize,
    /// How many columns show.
    pub shown: usize,
}

impl Cells {
    /// The plan for so many `columns`, the longest head `head` wide, behind names up to `names` wide, on `width` cells.
    pub fn of(width: usize, names: usize, columns: usize, head: usize) -> Self {
        let whole = [(head + 2).min(WIDEST), 5, 4, 3].into_iter().find(|column| names + columns * column <= width);
        if let Some(column) = whole {
            return Self { names, column, shown: columns };
        }
        let least = names.min(NAMED);
        let cut = [4, 3, LEAST].into_iter().find(|column| least + columns * column <= width);
        if let Some(column) = cut {
            return Self { names: width - columns * column, column, shown: columns };
        }
        let names = names.min(width.saturating_sub(columns * LEAST).max(SHORTEST));
        let shown = (width.saturating_sub(names) / LEAST).clamp(1, columns.max(1));
        Self { names, column: LEAST, shown }
    }

    /// The first column that shows, so that `column` of `columns` is among those that do; as it was where it can be.
    pub fn first(self, was: usize, column: usize, columns: usize) -> usize {
        let least = (column + 1).saturating_sub(self.shown);
        was.clamp(least, column.max(least)).min(columns.saturating_sub(self.shown))
    }

    /// The column at cell `x` behind the cursor's mark, when `first` is the first that shows.
    pub fn column_at(self, x: usize, first: usize) -> Option<usize> {
        let place = x.checked_sub(self.names)? / self.column.max(1);
        (place < self.shown).then_some(first + place)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn names_and_columns_fit_and_the_column_under_the_cursor_shows(
            width in 19_usize..200, names in 1_usize..60, columns in 1_usize..20, head in 1_usize..30,
            was in 0_usize..20, column in 0_usize..20,
        ) {
            let column = column.min(columns - 1);
            let cells = Cells::of(width, names, columns, head);
            prop_assert!(cells.names + cells.shown * cells.column <= width, "{cells:?}");
            prop_assert!(cells.column >= LEAST && cells.names >= names.min(SHORTEST));
            let first = cells.first(was, column, columns);
            prop_assert!((first..first + cells.shown).contains(&column) && first + cells.shown <= columns);
            let place = cells.names + (column - first) * cells.column;
            prop_assert_eq!(cells.column_at(place, first), Some(column));
        }
    }
}
