//! A sheet as rows of cells, each with its line in the file.

use std::collections::HashMap;

use super::ImportError;

/// What may stand between two cells, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many rows are looked at to find out which.
const LOOKED_AT: usize = 60;

/// The rows of a sheet that have anything in them.
#[derive(Debug)]
pub(super) struct Table {
    /// What stands between two cells.
    pub delimiter: u8,
    pub rows: Vec<Row>,
}

/// A row of a sheet.
#[derive(Debug)]
pub(super) struct Row {
    /// The line it begins on, from 1.
    pub line: u64,
    cells: Vec<String>,
}

impl Row {
    /// The cell in the column `column`; empty behind the last.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// All cells.
    pub(super) fn cells(&self) -> &[String] {
        &self.cells
    }
}

impl Table {
    /// The line of the row in place `row`.
    pub(super) fn line_of(&self, row: usize) -> u64 {
        self.rows.get(row).map_or(1, |row| row.line)
    }

    /// The rows below the row in place `header`.
    pub(super) fn below(&self, header: usize) -> impl Iterator<Item = &Row> {
        self.rows.iter().skip(header + 1)
    }
}

/// Reads `text`, with what stands between two cells where it is said.
pub(super) fn read(text: &str, delimiter: Option<u8>) -> Result<Table, ImportError> {
    // Excel's way to say it in the file itself.
    let (said, lines_before, text) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((sep, rest)) => (sep.trim_end_matches('\r').bytes().next(), 1, rest),
        None => (None, 0, text),
    };
    let delimiter = delimiter.or(said).unwrap_or_else(|| likely(text));
    let mut rows = rows(text, delimiter, usize::MAX)?;
    for row in &mut rows {
        row.line += lines_before;
    }
    if rows.is_empty() { Err(ImportError::Empty) } else { Ok(Table { delimiter, rows }) }
}

/// The delimiter that gives most rows the same number of cells.
fn likely(text: &str) -> u8 {
    let fit = |delimiter: u8| {
        let rows = rows(text, delimiter, LOOKED_AT).unwrap_or_default();
        let mut by_width: HashMap<usize, usize> = HashMap::new();
        for row in &rows {
            *by_width.entry(row.cells.len()).or_default() += 1;
        }
        let (width, count) = by_width.into_iter().max_by_key(|&(width, count)| (count, width)).unwrap_or_default();
        if width < 2 { (0, 0) } else { (100 * count / rows.len().max(1), width) }
    };
    // The first of equals is the likeliest.
    DELIMITERS.into_iter().rev().max_by_key(|&delimiter| fit(delimiter)).unwrap_or(b',')
}

fn rows(text: &str, delimiter: u8, most: usize) -> Result<Vec<Row>, ImportError> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let (mut rows, mut counted, mut line) = (Vec::new(), 0, 1);
    for record in reader.records().take(most) {
        let record = record.map_err(|error| ImportError::Malformed {
            line: error.position().map_or(1, csv::Position::line),
            message: error.to_string(),
        })?;
        // The parser's own line is that of the blank lines it skipped.
        let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(counted);
        let blank = text.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        let newlines = text.get(counted..start + blank).map_or(0, |passed| passed.matches('\n').count());
        line += u64::try_from(newlines).unwrap_or_default();
        counted = start + blank;
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { line, cells });
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        read(text, None).expect("a table")
    }

    #[test]
    fn the_delimiter_is_the_one_that_fits() {
        assert_eq!(table("a,b,c\n1,2,3\n").delimiter, b',');
        assert_eq!(table("a;b;c\n1,5;2, or so, or;3\n1;2;3").delimiter, b';');
        assert_eq!(table("a\tb\n1\t2, 3\n").delimiter, b'\t');
        assert_eq!(table("sep=|\na,b|c\nd,e|f").delimiter, b'|');
        assert_eq!(table("alone\nat last").delimiter, b',');
    }

    #[test]
    fn a_row_knows_its_line_over_blank_ones_and_cells_of_many_lines() {
        let table = table("a,b\r\n\r\n\r\n\"one\r\ntwo\",\"say \"\"x\"\"\"\r\n,\r\nlast,c\r\n");
        let told: Vec<(u64, &str, &str)> = table.rows.iter().map(|row| (row.line, row.cell(0), row.cell(1))).collect();
        assert_eq!(told, [(1, "a", "b"), (4, "one\r\ntwo", "say \"x\""), (7, "last", "c")]);
        assert_eq!(table.rows[0].cell(9), "");
    }

    #[test]
    fn a_sheet_with_nothing_in_it_is_no_table() {
        assert!(matches!(read("\n,,\n", None), Err(ImportError::Empty)));
    }
}
