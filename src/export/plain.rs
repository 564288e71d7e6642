//! Plain text: no signs but words, a line for each thing that is said, nothing beside anything else. For a mail, a chat and
//! a screen reader alike.

use super::report::{Cell, Column, Para, Part, Report};

/// `report` as plain text; it ends with a line break.
pub fn plain(report: &Report) -> String {
    let (mut lines, parts) = sections(report);
    for (title, told) in parts {
        lines.push(String::new());
        if !title.is_empty() {
            lines.push(title.to_uppercase());
        }
        lines.extend(told);
    }
    lines.join("\n") + "\n"
}

/// The lines before the parts of `report`, and each part by its title and its lines.
pub fn sections(report: &Report) -> (Vec<String>, Vec<(String, Vec<String>)>) {
    let head = [report.title.clone()].into_iter().chain(report.about.iter().map(paragraph)).collect();
    let part = |part: &Part| {
        let mut lines = match &part.about[..] {
            [one] => vec![paragraph(one)],
            several => several.iter().map(|para| format!("- {}", paragraph(para))).collect(),
        };
        rows(&report.columns, part, &mut lines);
        (part.title.clone(), lines)
    };
    (head, report.parts.iter().map(part).collect())
}

/// What a row is about, and below it what each column says.
fn rows(columns: &[Column], part: &Part, lines: &mut Vec<String>) {
    for row in &part.rows {
        let told = columns.iter().zip(row).filter(|(_, cell)| !matches!(cell, Cell::Empty));
        let mut sign = String::new();
        for (column, cell) in told {
            let name = if column.title.is_empty() { &column.key } else { &column.title };
            match cell {
                Cell::Empty => {}
                // What became of a row stands before its name in a table and is heard behind it.
                Cell::Sign(change) => sign = format!(": {}", change.word()),
                Cell::Head(text) => lines.push(format!("- {text}{}", std::mem::take(&mut sign))),
                Cell::Text(paras) => lines.push(format!("  {name}: {}", sentences(paras))),
            }
        }
    }
}

/// One behind the other, each ended so that it is heard to end.
fn sentences(paras: &[Para]) -> String {
    let mut said = String::new();
    for para in paras.iter().map(paragraph).filter(|para| !para.is_empty()) {
        if !said.is_empty() {
            said.push_str(if said.ends_with(['.', '?', '!', ':']) { " " } else { ". " });
        }
        said.push_str(&para);
    }
    said
}

fn paragraph(para: &Para) -> String {
    para.0.iter().map(|piece| piece.text.as_str()).collect()
}
