//! [`Plan`]: how many roles there is room for beside each other, and how a row is laid out with them.

/// Below this width of the screen roles stand under each other.
const LEAST_ABREAST: u16 = 60;
/// A column is never narrower: text squeezed into less is no longer read.
const LEAST_COLUMN: usize = 24;
/// A column wider than this tires the eye.
const WIDEST_COLUMN: usize = 72;
/// The room for what a row is called, where it stands beside its cells: a sixth, but no less and no more than this.
const LABELS: (usize, usize) = (18, 28);
/// The sign with its blank.
pub(super) const SIGN: usize = 2;
/// Between two columns.
pub(super) const GAP: usize = 2;

/// How roles are laid out on a screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Plan {
    /// How a row is laid out.
    pub form: Form,
    /// How many roles show at once.
    pub shown: usize,
    /// How wide each of them is.
    pub column: usize,
}

/// How a row is laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// Its label, so many cells wide, and its cells on the same lines.
    Beside(usize),
    /// The label on a line of its own, the cells beside each other below it.
    Below,
    /// The label on a line of its own, the cells below it and below each other, each behind so many cells for its number.
    #[default]
    Stacked,
}

impl Plan {
    /// The plan for `sides` roles on a screen `screen` wide that leaves `width` cells for text: all roles if they have
    /// room, else as many as have.
    pub fn of(screen: u16, width: usize, sides: usize) -> Self {
        let label = (width / 6).clamp(LABELS.0, LABELS.1);
        let room = |lead: usize, shown: usize| {
            let column = width.saturating_sub(lead + GAP * shown.saturating_sub(1)) / shown.max(1);
            (column >= LEAST_COLUMN).then_some(column.min(WIDEST_COLUMN))
        };
        let abreast = |shown: usize| {
            let beside =
                room(SIGN + label + GAP, shown).map(|column| Self { form: Form::Beside(label), shown, column });
            beside.or_else(|| Some(Self { form: Form::Below, shown, column: room(SIGN, shown)? }))
        };
        let wide = (screen >= LEAST_ABREAST).then(|| (2..=sides).rev().find_map(abreast)).flatten();
        wide.unwrap_or(Self { form: Form::Stacked, shown: sides, column: width.saturating_sub(Self::numbers(width)) })
    }

    /// How many cells the number of a role takes where roles stand under each other.
    pub(super) fn numbers(width: usize) -> usize {
        if width < 40 { 2 } else { 5 }
    }

    /// Where the first column begins.
    pub(super) fn lead(self) -> usize {
        match self.form {
            Form::Beside(label) => SIGN + label + GAP,
            Form::Below => SIGN,
            Form::Stacked => 0,
        }
    }

    /// The roles that show: all in their order, or the base and beside it those from the `first` of the others on.
    pub(super) fn columns(self, sides: usize, base: usize, first: usize) -> Vec<usize> {
        if self.shown >= sides {
            return (0..sides).collect();
        }
        let others = (0..sides).filter(|side| *side != base).skip(first).take(self.shown.saturating_sub(1));
        std::iter::once(base).chain(others).collect()
    }

    /// The place among the columns that show of the one at cell `x` of the text.
    pub(super) fn column_at(self, x: usize) -> Option<usize> {
        let place = x.checked_sub(self.lead())? / (self.column + GAP);
        (self.form != Form::Stacked && place < self.shown).then_some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(screen: u16, sides: usize) -> (Form, usize, usize) {
        // The cursor's column, and a border where there is one.
        let frame = if screen < 70 { 1 } else { 3 };
        let plan = Plan::of(screen, usize::from(screen) - frame, sides);
        (plan.form, plan.shown, plan.column)
    }

    #[test]
    fn roles_stand_beside_each_other_as_far_as_24_cells_go() {
        assert_eq!(plan(120, 2), (Form::Beside(19), 2, 46));
        assert_eq!(plan(120, 3), (Form::Beside(19), 3, 30));
        assert_eq!(plan(120, 4), (Form::Below, 4, 27));
        assert_eq!(plan(80, 2), (Form::Beside(18), 2, 26));
        assert_eq!(plan(80, 3), (Form::Beside(18), 2, 26));
        assert_eq!(plan(60, 4), (Form::Below, 2, 27));
        assert_eq!(plan(300, 2), (Form::Beside(28), 2, WIDEST_COLUMN));
    }

    #[test]
    fn below_60_cells_roles_stand_under_each_other() {
        assert_eq!(plan(59, 4), (Form::Stacked, 4, 53));
        assert_eq!(plan(20, 2), (Form::Stacked, 2, 17));
        assert_eq!(plan(1, 2).0, Form::Stacked);
    }

    #[test]
    fn where_columns_page_the_base_stays() {
        let plan = Plan { form: Form::Below, shown: 2, column: 24 };
        assert_eq!(plan.columns(4, 1, 0), [1, 0]);
        assert_eq!(plan.columns(4, 1, 2), [1, 3]);
        assert_eq!(Plan { shown: 4, ..plan }.columns(4, 1, 0), [0, 1, 2, 3]);
        assert_eq!(
            (plan.column_at(1), plan.column_at(2), plan.column_at(28), plan.column_at(80)),
            (None, Some(0), Some(1), None)
        );
    }
}
