//! Markdown as GitHub reads it: headings, paragraphs and tables. What a text holds is never taken for a sign of Markdown
//! or HTML.

mod anchors;
mod blocks;

use super::report::{Book, Cell, Chapter, Column, Para, Part, Piece, Report, Tone};
use anchors::Anchors;
pub(in crate::export) use blocks::Blocks;

/// `report` as Markdown.
pub(super) fn render(report: &Report) -> String {
    blocks(report, 1).join("\n\n") + "\n"
}

/// `book` as Markdown: the list of its chapters, then each of them.
pub(super) fn bound(book: &Book) -> String {
    let mut anchors = Anchors::default();
    let contents = "Contents";
    anchors.of(&book.title);
    anchors.of(contents);
    let item = |chapter: &Chapter| {
        let anchor = anchors.of(&chapter.report.title);
        for part in &chapter.report.parts {
            anchors.of(&part.title);
        }
        format!("- [{}](#{anchor}), {}", escaped(&chapter.report.title), escaped(&chapter.about))
    };
    let list: Vec<String> = book.chapters.iter().map(item).collect();
    let mut all = vec![heading(1, &book.title), heading(2, contents), list.join("\n")];
    all.extend(book.chapters.iter().flat_map(|chapter| blocks(&chapter.report, 2)));
    all.join("\n\n") + "\n"
}

fn heading(rank: usize, text: &str) -> String {
    format!("{} {}", "#".repeat(rank), escaped(text))
}

/// The blocks of `report`, its title of `rank`.
fn blocks(report: &Report, rank: usize) -> Vec<String> {
    let mut blocks = vec![heading(rank, &report.title)];
    blocks.extend(report.about.iter().map(paragraph));
    for part in &report.parts {
        if !part.title.is_empty() {
            blocks.push(heading(rank + 1, &part.title));
        }
        match &part.about[..] {
            [] => {}
            [one] => blocks.push(paragraph(one)),
            several => {
                blocks.push(several.iter().map(|para| format!("- {}", paragraph(para))).collect::<Vec<_>>().join("\n"));
            }
        }
        if !part.rows.is_empty() {
            blocks.push(table(&report.columns, part));
        }
    }
    blocks
}

fn table(columns: &[Column], part: &Part) -> String {
    let heads = columns.iter().map(|column| escaped(&column.title));
    let rule = columns.iter().map(|_| "---".to_owned());
    let rows = part.rows.iter().map(|row| line(row.iter().map(cell)));
    [line(heads), line(rule)].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Sign(change) => escaped(change.sign()),
        Cell::Head(text) => format!("**{}**", escaped(text)),
        Cell::Text(paras) => paras.iter().map(pieces).collect::<Vec<_>>().join("<br>"),
    }
}

/// A paragraph on a line of its own, whose start is not taken for that of a list.
fn paragraph(para: &Para) -> String {
    unlisted(pieces(para))
}

/// A line of Markdown whose start is not taken for that of a list, a quotation or a heading.
fn unlisted(text: String) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let at = match text.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => digits,
        Some(b'-' | b'+' | b'=' | b'>') if digits == 0 => 0,
        _ => return text,
    };
    format!("{}\\{}", &text[..at], &text[at..])
}

/// `text` as a line that begins a paragraph.
pub(in crate::export) fn escaped_line(text: &str) -> String {
    unlisted(escaped(text))
}

fn pieces(para: &Para) -> String {
    let piece = |piece: &Piece| match piece.tone {
        Tone::Plain | Tone::Aside => escaped(&piece.text),
        Tone::Changed | Tone::Strong => format!("**{}**", escaped(&piece.text)),
    };
    para.0.iter().map(piece).collect()
}

/// `text` with nothing in it that Markdown or HTML would take for a sign.
pub(in crate::export) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '<' => safe.push_str("&lt;"),
            '&' => safe.push_str("&amp;"),
            '\n' => safe.push_str("<br>"),
            '~' if stands_alone(text, at) => safe.push('~'),
            // `$` begins a formula on GitHub, `~` strikes out, `#` may end a heading.
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' => safe.extend(['\\', c]),
            _ => safe.push(c),
        }
    }
    safe
}

/// Whether the sign at `at` has blanks on both sides, where it neither opens nor closes anything.
fn stands_alone(text: &str, at: usize) -> bool {
    let is_free = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == b' ');
    is_free(at.checked_sub(1).and_then(|before| text.as_bytes().get(before))) && is_free(text.as_bytes().get(at + 1))
}
