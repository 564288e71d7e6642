//! Texts that hold signs of the formats themselves.

use proptest::prelude::*;
use rungs::domain::compare::Change;
use rungs::export::{Cell, Column, Format, Para, Part, Piece, Report, Tone};

use super::read;

/// One that trips each format: bars, backticks, tags, entities, quotes, formulas, links, struck-out words.
const SIGNS: &str = "a|b `c|d` <i>e</i> &amp; \"f\" 'g' *h* _i_ ~~j~~ [k](l) \\| $m$ <!-- n --> # C#, =1+1";

fn changed(text: &str) -> Piece {
    Piece { tone: Tone::Changed, text: text.to_owned() }
}

fn plain(text: &str) -> Piece {
    Piece { tone: Tone::Plain, text: text.to_owned() }
}

/// A document with `text` in each place that can hold one.
fn everywhere(text: &str) -> Report {
    let aside = Piece { tone: Tone::Aside, text: format!(" ({text})") };
    let para = |pieces: Vec<Piece>| Para(pieces);
    Report {
        title: text.to_owned(),
        about: vec![text.into()],
        columns: vec![Column::new("sign", "Sign"), Column::new(text, text), Column::new("b", "B")],
        parts: vec![Part {
            key: "part".to_owned(),
            title: text.to_owned(),
            about: vec![text.into(), Para::of(text, text)],
            rows: vec![vec![
                Cell::Sign(Change::Changed),
                Cell::Head(text.to_owned()),
                Cell::Text(vec![
                    para(vec![plain(text), aside]),
                    para(vec![changed(text), plain(" then "), changed(text)]),
                ]),
            ]],
        }],
    }
}

fn check(text: &str) {
    let report = everywhere(text);
    let cell = format!("{text} ({text})\n{text} then {text}");
    let (head, body) = (["Sign", text, "B"].map(str::to_owned), ["~", text, &cell].map(str::to_owned));
    for (format, found) in [
        (Format::Markdown, read::markdown(&Format::Markdown.render(&report))),
        (Format::Html, read::html(&Format::Html.render(&report))),
    ] {
        assert_eq!(found.headings, [text, text], "{format:?}");
        assert_eq!(found.paras, [text, text, &format!("{text}: {text}")], "{format:?}");
        assert_eq!(found.tables, [[head.to_vec(), body.to_vec()]], "{format:?}");
        assert_eq!(found.marked, [text, text], "{format:?}");
    }
    // A spreadsheet would run what begins like a formula.
    let guard = if text.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    let (head, body) = (format!("{guard}{text}"), format!("{guard}{text}\n{text} then {text}"));
    assert_eq!(
        read::csv(&Format::Csv.render(&report)),
        [["section", "sign", &head, "b"], ["part", "changed", &head, &body]]
    );
}

#[test]
fn every_sign_comes_back_as_it_was() {
    check(SIGNS);
    for text in SIGNS.split(' ') {
        check(text);
    }
    for text in [
        "- a",
        "+ a",
        "=1+1",
        "@a",
        "> a",
        "1. a",
        "2) a",
        "=== a",
        "---",
        "***",
        "| a |",
        "&lt;",
        "a\\",
        "``",
        "C #",
        "<br>",
        "~",
        "a ~ b ~ c",
        "~ a ~",
    ] {
        check(text);
    }
}

proptest! {
    #[test]
    fn any_words_come_back_as_they_were(words in prop::collection::vec("[ab1é|`<>&\"'*_~\\[\\]()\\\\$#!=+.:{}-]{1,6}", 1..6)) {
        check(&words.join(" "));
    }
}

#[test]
fn a_part_without_rows_has_no_table_and_one_part_alone_no_column_for_it() {
    let mut report = everywhere("x");
    report.parts[0].rows.clear();
    assert!(read::markdown(&Format::Markdown.render(&report)).tables.is_empty());
    assert!(read::html(&Format::Html.render(&report)).tables.is_empty());
    let mut report = everywhere("x");
    report.parts[0].title.clear();
    assert_eq!(read::csv(&Format::Csv.render(&report))[0], ["sign", "x", "b"]);
}
