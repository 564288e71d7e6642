//! [`Blocks`]: Markdown put together block by block, for documents that are no table.

use super::{escaped, escaped_line, unlisted};

/// Blocks of Markdown, a blank line between each two.
#[derive(Debug, Default)]
pub(in crate::export) struct Blocks(Vec<String>);

impl Blocks {
    /// A heading.
    pub(in crate::export) fn heading(&mut self, rank: usize, text: &str) {
        self.0.push(format!("{} {}", "#".repeat(rank), escaped(text)));
    }

    /// A paragraph of one line.
    pub(in crate::export) fn words(&mut self, text: &str) {
        self.0.push(escaped_line(text));
    }

    /// Markdown as it is.
    pub(in crate::export) fn markdown(&mut self, block: impl Into<String>) {
        self.0.push(block.into());
    }

    /// A list of lines that are Markdown already; nothing where there is none.
    pub(in crate::export) fn items(&mut self, sign: &str, items: impl IntoIterator<Item = String>) {
        let items: Vec<String> = items.into_iter().map(|item| format!("{sign} {}", unlisted(item))).collect();
        if !items.is_empty() {
            self.0.push(items.join("\n"));
        }
    }

    /// What somebody wrote, line by line, as a quotation.
    pub(in crate::export) fn quoted(&mut self, text: &str) {
        let line = |line: &str| match line.trim() {
            "" => ">".to_owned(),
            // Two blanks keep the line's end.
            line => format!("> {}  ", escaped_line(line)),
        };
        let lines: Vec<String> = text.lines().map(line).collect();
        self.0.push(lines.join("\n").trim_end().to_owned());
    }

    /// What somebody wrote, a paragraph for each of its paragraphs.
    pub(in crate::export) fn written(&mut self, text: &str) {
        for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            let lines: Vec<String> = paragraph.lines().map(|line| escaped_line(line.trim())).collect();
            self.0.push(lines.join("  \n"));
        }
    }

    /// All of it, with a line break at its end.
    pub(in crate::export) fn end(self) -> String {
        self.0.join("\n\n") + "\n"
    }
}
