//! CSV: one table with a name for each column, a record for each row. A cell that begins with `=`, `+`, `-` or `@` is a
//! formula to a spreadsheet, whoever wrote it: signs are words here, and a text that begins so gets an apostrophe before it.

use super::report::Report;

/// `report` as CSV; where it has several parts the first column says which a row is of.
pub(super) fn render(report: &Report) -> String {
    let in_parts = report.parts.iter().any(|part| !part.title.is_empty());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut record = |part: &str, cells: Vec<String>| {
        let part = in_parts.then(|| part.to_owned());
        // Writing to memory cannot fail, and every record has a cell for each column.
        drop(writer.write_record(part.into_iter().chain(cells).map(harmless)));
    };
    record("section", report.columns.iter().map(|column| column.key.clone()).collect());
    for part in &report.parts {
        for row in &part.rows {
            record(&part.key, row.iter().map(super::report::Cell::value).collect());
        }
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// `cell` as text that no spreadsheet runs.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}
