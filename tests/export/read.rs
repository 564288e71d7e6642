//! Documents read back: their titles, their paragraphs and the cells of their tables, as text.

use std::mem::take;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use roxmltree::{Document, Node, ParsingOptions};

/// What a reader of a document finds in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Headings, in their order.
    pub(crate) headings: Vec<String>,
    /// Paragraphs and items of lists.
    pub(crate) paras: Vec<String>,
    /// The rows of each table, its head first.
    pub(crate) tables: Vec<Vec<Vec<String>>>,
    /// The words that stand out in cells that are not heads of rows.
    pub(crate) marked: Vec<String>,
}

/// What a Markdown parser finds. Line breaks are `\n`; whatever it takes for HTML, code, a link or a picture fails.
pub(crate) fn markdown(text: &str) -> Found {
    parsed(text, |_| false)
}

/// The same where there are numbered lists.
pub(crate) fn markdown_with_numbers(text: &str) -> Found {
    parsed(text, |event| matches!(event, Event::Start(Tag::List(Some(1))) | Event::End(TagEnd::List(true))))
}

fn parsed(text: &str, too: impl Fn(&Event<'_>) -> bool) -> Found {
    let (mut found, mut open, mut row, mut strong) = (Found::default(), String::new(), Vec::new(), 0);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH) {
        match event {
            Event::Text(text) => open.push_str(&text),
            Event::InlineHtml(html) if &*html == "<br>" => open.push('\n'),
            Event::Start(Tag::Strong) => strong = open.len(),
            Event::End(TagEnd::Strong) if row.len() > 1 => found.marked.push(open[strong..].to_owned()),
            Event::End(TagEnd::Heading(_)) => found.headings.push(take(&mut open)),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => found.paras.push(take(&mut open)),
            Event::Start(Tag::Table(_)) => found.tables.push(Vec::new()),
            Event::End(TagEnd::TableCell) => row.push(take(&mut open)),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => found.tables.last_mut().unwrap().push(take(&mut row)),
            Event::Start(
                Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::List(None)
                | Tag::Item
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            )
            | Event::End(TagEnd::Strong | TagEnd::List(false) | TagEnd::Table) => {}
            other if too(&other) => {}
            other => panic!("{other:?} in\n{text}"),
        }
    }
    found
}

/// The records that a CSV reader finds.
pub(crate) fn csv(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What an XML parser finds in a page. Paragraphs within a cell are parted by `\n`.
pub(crate) fn html(text: &str) -> Found {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).unwrap();
    let all =
        |names: &'static [&str]| document.descendants().filter(move |node| names.contains(&node.tag_name().name()));
    let is_in = |node: &Node<'_, '_>, name: &str| node.ancestors().skip(1).any(|above| above.has_tag_name(name));
    let cells = |row: Node<'_, '_>| row.children().filter(Node::is_element).map(inside).collect::<Vec<_>>();
    let rows = |table: Node<'_, '_>| table.descendants().filter(|node| node.has_tag_name("tr")).map(cells).collect();
    Found {
        headings: all(&["h1", "h2"]).map(inside).collect(),
        paras: all(&["p", "li"]).filter(|node| !is_in(node, "td")).map(inside).collect(),
        tables: all(&["table"]).map(rows).collect(),
        marked: all(&["mark"]).map(inside).collect(),
    }
}

/// The text of a node; each of several paragraphs on a line.
fn inside(node: Node<'_, '_>) -> String {
    let text =
        |node: Node<'_, '_>| node.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect();
    let paras: Vec<String> = node.children().filter(|child| child.has_tag_name("p")).map(text).collect();
    if paras.is_empty() { text(node) } else { paras.join("\n") }
}
