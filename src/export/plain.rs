//! Plain text: no signs but words, a line for each thing that is said, nothing beside anything else. For a mail, a chat and
//! a screen reader alike.

use super::report::{Cell, Column, Para, Part, Report};

/// `report` as plain text; it ends with a line break.
pub fn plain(report: &Report) -> String {
    let mut lines = vec![report.title.clone()];
    lines.extend(report.about.iter().map(paragraph));
    for part in &report.parts {
        lines.push(String::new());
        if !part.title.is_empty() {
            lines.push(part.title.to_uppercase());
        }
        match &part.about[..] {
            [one] => lines.push(paragraph(one)),
            several => lines.extend(several.iter().map(|para| format!("- {}", paragraph(para)))),
        }
        rows(&report.columns, part, &mut lines);
    }
    lines.join("\n") + "\n"
}

/// What a row is about, and below it what each column says.
fn rows(columns: &[Column], part: &Part, lines: &mut Vec<String>) {
    for row in &part.rows {
        let told = columns.iter().zip(row).filter(|(_, cell)| !matches!(cell, Cell::Empty));
        for (column, cell) in told {
            let name = if column.title.is_empty() { &column.key } else { &column.title };
            match cell {
                Cell::Empty => {}
                Cell::Sign(change) => lines.push(format!("  {}", change.word())),
                Cell::Head(text) => lines.push(format!("- {text}")),
                Cell::Text(paras) => {
                    let said: Vec<String> = paras.iter().map(paragraph).collect();
                    lines.push(format!("  {name}: {}", said.join(" ")));
                }
            }
        }
    }
}

fn paragraph(para: &Para) -> String {
    para.0.iter().map(|piece| piece.text.as_str()).collect()
}
