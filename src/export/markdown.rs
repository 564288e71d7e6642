//! Markdown as GitHub reads it: headings, paragraphs and tables. What a text holds is never taken for a sign of Markdown
//! or HTML.

mod blocks;

use super::report::{Cell, Column, Para, Part, Piece, Report, Tone};
pub(in crate::export) use blocks::Blocks;

/// `report` as Markdown.
pub(super) fn render(report: &Report) -> String {
    let mut blocks = vec![format!("# {}", escaped(&report.title))];
    blocks.extend(report.about.iter().map(paragraph));
    for part in &report.parts {
        if !part.title.is_empty() {
            blocks.push(format!("## {}", escaped(&part.title)));
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
    blocks.join("\n\n") + "\n"
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
