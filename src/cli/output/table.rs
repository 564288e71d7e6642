//! Rows under each other for a person at a terminal.

use std::borrow::Cow;

use crate::text::{cut, pad, width};

/// Between two columns.
const GAP: &str = "  ";

/// The names of the columns and the rows as lines of at most `cells`. The last columns are cut first: what identifies
/// a row stands at its start.
pub(super) fn aligned(columns: &[&str], rows: &[Vec<Cow<'_, str>>], cells: usize) -> Vec<String> {
    let names: Vec<Cow<'_, str>> = columns.iter().map(|name| Cow::from(name.to_uppercase())).collect();
    let widest = |column: usize| {
        rows.iter().chain([&names]).filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns.len()).map(widest).collect();
    let line = |row: &Vec<Cow<'_, str>>| {
        let padded: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| pad(cell, *width)).collect();
        cut(padded.join(GAP).trim_end(), cells).into_owned()
    };
    std::iter::once(&names).chain(rows).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_and_the_last_is_cut() {
        let rows =
            [vec!["a/b".into(), "日本".into(), "one two three".into()], vec!["ccc/d".into(), "".into(), "".into()]];
        let lines = aligned(&["id", "name", "what"], &rows, 20);
        assert_eq!(lines, ["ID     NAME  WHAT", "a/b    日本  one tw~", "ccc/d"]);
    }
}
