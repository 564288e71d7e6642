//! Roles as documents: one as it is read, several behind a list of them, and one table of all their fields for a
//! spreadsheet. How answers are judged stands in them only where that was asked for.

mod asked;
mod fill;
mod page;
mod sheet;
mod table;

use super::{Book, Format, Report, csv, html, markdown};
pub use asked::Rubric;
pub(crate) use asked::{Asked, Judged};
pub(crate) use sheet::Foot;
pub use sheet::{SCHEMA, Sheet};

/// The name of the JSON shape of many roles in a file: `rungs.export/1`, whose items are those of [`SCHEMA`].
pub const EXPORT_SCHEMA: &str = "rungs.export/1";

/// The roles `sheets` of the catalog called `catalog` in `format`.
pub fn document(format: Format, catalog: &str, sheets: &[Sheet<'_>]) -> String {
    match (format, sheets) {
        (Format::Csv, _) => csv::render(&table::report(sheets)),
        (_, [one]) => format.render(&page::report(one)),
        (Format::Markdown, _) => markdown::bound(&book(catalog, sheets)),
        (Format::Html, _) => html::bound(&book(catalog, sheets)),
    }
}

/// The role `sheet` as Markdown: what is copied, printed and written are the same bytes.
pub fn markdown(sheet: &Sheet<'_>) -> String {
    Format::Markdown.render(&page::report(sheet))
}

/// The role `sheet` as a document.
pub fn report(sheet: &Sheet<'_>) -> Report {
    page::report(sheet)
}

/// The roles `sheets` as plain text, a blank line between them.
pub fn plain(sheets: &[Sheet<'_>]) -> String {
    sheets.iter().map(|sheet| super::plain(&page::report(sheet))).collect::<Vec<_>>().join("\n")
}

/// Roles of one family are called by it, others by the catalog.
fn book(catalog: &str, sheets: &[Sheet<'_>]) -> Book {
    let family = sheets.first().filter(|first| sheets.iter().all(|sheet| sheet.family == first.family));
    let title = family.map_or(catalog, |first| first.family_name);
    Book { title: title.to_owned(), chapters: sheets.iter().map(page::chapter).collect() }
}
