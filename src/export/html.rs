//! One HTML file that needs nothing else: no script, no font, no picture. Light or dark as the reader's system is, made
//! for print as well, and well-formed XML, so that other programs can read it.

use super::report::{Book, Cell, Chapter, Column, Para, Part, Piece, Report, Tone};

/// Says by weight and line what it says by colour.
const STYLE: &str = include_str!("report.css");

/// `report` as HTML.
pub(super) fn render(report: &Report) -> String {
    page(&report.title, &content(report, Rank::Page, ""))
}

/// `book` as HTML: the list of its chapters, then each of them.
pub(super) fn bound(book: &Book) -> String {
    let item = |chapter: &Chapter| {
        let (key, title) = (escaped(&chapter.key), escaped(&chapter.report.title));
        format!("<li><a href=\"#{key}\">{title}</a>, {}</li>\n", escaped(&chapter.about))
    };
    let chapter = |chapter: &Chapter| {
        let key = escaped(&chapter.key);
        let prefix = format!("{}-", chapter.key);
        format!("<article id=\"{key}\">\n{}</article>\n", content(&chapter.report, Rank::Chapter, &prefix))
    };
    let contents = format!("<nav>\n<h2>Contents</h2>\n<ol>\n{}</ol>\n</nav>\n", each(&book.chapters, item));
    let title = escaped(&book.title);
    page(&book.title, &format!("<h1>{title}</h1>\n{contents}{}", each(&book.chapters, chapter)))
}

/// Where a document stands, and so how large its headings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    /// It is the page.
    Page,
    /// It is one of several.
    Chapter,
}

impl Rank {
    /// The element of its title, and that of the titles of its parts.
    fn headings(self) -> (&'static str, &'static str) {
        match self {
            Self::Page => ("h1", "h2"),
            Self::Chapter => ("h2", "h3"),
        }
    }
}

fn page(title: &str, main: &str) -> String {
    let title = escaped(title);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{main}</main>\n</body>\n</html>\n"
    )
}

/// The document, the ids of its parts behind `prefix`.
fn content(report: &Report, rank: Rank, prefix: &str) -> String {
    let (top, heading) = rank.headings();
    let about = each(&report.about, |para| format!("<p>{}</p>\n", pieces(para)));
    let parts = each(&report.parts, |of| part(&report.columns, of, heading, prefix));
    format!("<{top}>{}</{top}>\n{about}{parts}", escaped(&report.title))
}

fn each<T>(items: &[T], text: impl Fn(&T) -> String) -> String {
    items.iter().map(text).collect::<Vec<_>>().concat()
}

fn part(columns: &[Column], part: &Part, heading: &str, prefix: &str) -> String {
    let title = escaped(&part.title);
    let title = if title.is_empty() { title } else { format!("<{heading}>{title}</{heading}>\n") };
    let about = match &part.about[..] {
        [] => String::new(),
        [one] => format!("<p>{}</p>\n", pieces(one)),
        several => {
            let items = each(several, |para| format!("<li>{}</li>\n", pieces(para)));
            format!("<ul>\n{items}</ul>\n")
        }
    };
    let table = if part.rows.is_empty() { String::new() } else { table(columns, part) };
    format!("<section id=\"{}\">\n{title}{about}{table}</section>\n", escaped(&format!("{prefix}{}", part.key)))
}

/// A table may be wider than a narrow window; then it alone is scrolled, with the keyboard too.
fn table(columns: &[Column], part: &Part) -> String {
    let head = |column: &Column| format!("<th scope=\"col\">{}</th>", escaped(&column.title));
    let heads = each(columns, head);
    let rows = each(&part.rows, |row| format!("<tr>{}</tr>\n", each(row, cell)));
    let name = escaped(if part.title.is_empty() { "Table" } else { &part.title });
    format!(
        "<div class=\"wide\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">\n<table>\n\
         <thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => "<td></td>".to_owned(),
        Cell::Sign(change) => {
            format!("<td class=\"sign\"><abbr title=\"{}\">{}</abbr></td>", change.word(), escaped(change.sign()))
        }
        Cell::Head(text) => format!("<th scope=\"row\">{}</th>", escaped(text)),
        Cell::Text(paras) => {
            let paras = each(paras, |para| format!("<p>{}</p>", pieces(para)));
            format!("<td>{paras}</td>")
        }
    }
}

fn pieces(para: &Para) -> String {
    let piece = |piece: &Piece| {
        let text = escaped(&piece.text);
        match piece.tone {
            Tone::Plain => text,
            Tone::Changed => format!("<mark>{text}</mark>"),
            Tone::Strong => format!("<strong>{text}</strong>"),
            Tone::Aside => format!("<small>{text}</small>"),
        }
    };
    each(&para.0, piece)
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(c),
        }
    }
    safe
}
