//! The documents of the real catalog: a comparison, a path and near roles, read back and held against what they are of.

use std::sync::LazyLock;

use rungs::catalog::Catalog;
use rungs::domain::compare::{Change, Comparison, Side, Value};
use rungs::domain::ladder::{Grid, Ladder, items};
use rungs::domain::near::nearest;
use rungs::domain::paths::Paths;
use rungs::export::{Format, Report, compare, ladder, near, path};

use super::read;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::embedded().unwrap());

fn side(id: &str) -> Side<'static> {
    CATALOG.side(&id.parse().unwrap()).unwrap()
}

fn comparison(ids: &[&str], base: usize) -> Comparison {
    let sides: Vec<Side<'_>> = ids.iter().map(|id| side(id)).collect();
    Comparison::of(&*CATALOG, &sides, base).unwrap()
}

/// The cells that all formats must have, part by part, without asides; and what the two for reading found.
fn read_all(report: &Report) -> (Vec<Vec<String>>, read::Found, read::Found) {
    let found = (
        read::csv(&Format::Csv.render(report)),
        read::markdown(&Format::Markdown.render(report)),
        read::html(&Format::Html.render(report)),
    );
    assert_eq!(found.1.headings, found.2.headings);
    assert_eq!(found.1.paras, found.2.paras);
    assert_eq!(found.1.tables, found.2.tables);
    assert_eq!(found.1.marked, found.2.marked);
    found
}

#[test]
fn a_comparison_reads_the_same_in_every_format() {
    let four =
        ["payment-systems-engineer/senior", "payment-systems-engineer/lead", "web-engineer/mid", "sales-engineer/mid"];
    for (ids, base) in [(&four[..2], 0), (&four[..3], 1), (&four[..], 3)] {
        let comparison = comparison(ids, base);
        let report = compare::report(&comparison);
        let (csv, page, _) = read_all(&report);
        assert_eq!(page.headings.len(), 1 + comparison.sections.len());
        let rows: usize = comparison.sections.iter().map(|section| section.rows.len()).sum();
        assert_eq!(csv.len(), 1 + rows);
        assert_eq!(csv[0], [&["section", "change", "row"], ids].concat());
        let mut records = csv.iter().skip(1);
        for (section, table) in comparison.sections.iter().zip(&page.tables) {
            assert!(
                section.verdicts.iter().all(|verdict| page.paras.iter().any(|para| para.ends_with(&*verdict.text)))
            );
            for (row, cells) in section.rows.iter().zip(&table[1..]) {
                let record = records.next().unwrap();
                assert_eq!((record[0].as_str(), record[1].as_str()), (section.part.id(), row.sign(base).word()));
                assert_eq!((cells[0].as_str(), &*cells[1]), (row.sign(base).sign(), &*row.label));
                assert_eq!(&*record[2], &*row.label);
                for (side, (cell, field)) in cells[2..].iter().zip(&record[3..]).enumerate() {
                    let value = row.cells[side].value.as_ref();
                    let facts = value.and_then(Value::facts).map(|facts| facts.to_string());
                    let prose = row.prose(side, base).map(ToString::to_string);
                    let expected: Vec<String> = facts.into_iter().chain(prose).collect();
                    assert_eq!(*field, expected.join("\n"));
                    let turn = row.turn(side, base).filter(|_| row.cells[side].change == Change::Changed);
                    assert!(turn.is_none_or(|turn| cell.contains(&turn)), "{cell}");
                }
            }
        }
    }
}

#[test]
fn the_words_that_differ_are_marked_in_both_formats_for_reading() {
    let comparison = comparison(&["technical-account-manager/mid", "solutions-engineer/senior"], 0);
    let (_, page, _) = read_all(&compare::report(&comparison));
    assert!(page.marked.contains(&"95%".to_owned()), "{:?}", page.marked);
}

#[test]
fn without_what_is_the_same_a_section_keeps_its_verdict() {
    let comparison = comparison(&["payment-systems-engineer/senior", "payment-systems-engineer/lead"], 0);
    let differences = compare::report(&comparison.clone().only_differences());
    let (csv, page, _) = read_all(&differences);
    assert!(csv.iter().all(|record| record[1] != "same"));
    assert_eq!(page.headings.len(), 9);
    assert!(csv.len() < read_all(&compare::report(&comparison)).0.len());
}

#[test]
fn a_path_and_near_roles_read_the_same_in_every_format() {
    let (from, to) = (side("payment-systems-engineer/senior"), side("software-engineer/staff"));
    let paths = Paths::of(CATALOG.framework(), CATALOG.sides().collect());
    let way = paths.find(&from.id, &to.id).unwrap();
    let (csv, page, _) = read_all(&path::report(&*CATALOG, &way));
    assert_eq!(page.tables.len(), way.steps.len());
    let points: u32 = csv[1..].iter().filter_map(|record| record[6].parse::<u32>().ok()).sum();
    assert_eq!(points, way.points());
    assert_eq!(csv.last().unwrap()[0], "software-engineer/staff");

    let all: Vec<Side<'_>> = CATALOG.sides().collect();
    let list = nearest(CATALOG.framework(), &from, &all, 20);
    let (csv, page, _) = read_all(&near::report(&*CATALOG, &from, &list));
    assert_eq!((csv.len(), page.tables[0].len()), (21, 21));
    assert_eq!(csv[1][..3], ["53", "Lead Payment Systems Engineer", "payment-systems-engineer/lead"]);
}

#[test]
fn a_ladder_reads_the_same_in_every_format() {
    let family = CATALOG.outline("payment-systems-engineer").unwrap();
    let rungs = CATALOG.ladder_of(family);
    let grid = Grid::of(&*CATALOG, &rungs);
    let (csv, page, _) = read_all(&ladder::grid_report(family, &grid));
    assert_eq!((csv.len(), csv[0].len()), (1 + grid.rows.len(), 2 + rungs.len()));
    assert_eq!(page.tables[0].len(), csv.len());
    for (row, record) in grid.rows.iter().zip(&csv[1..]) {
        let asked = row.cells.iter().map(|cell| cell.map(|cell| format!("{}/5", cell.proficiency.value())));
        let begins =
            |(cell, asked): (&String, Option<String>)| cell.split(',').next() == Some(&asked.unwrap_or_default());
        assert!(record[2..].iter().zip(asked).all(begins), "{record:?}");
    }
    for item in items(&*CATALOG, &rungs) {
        let steps = Ladder::of(&*CATALOG, &rungs, item);
        let (csv, page, _) = read_all(&ladder::steps_report(family, &steps));
        let stands: Vec<&str> = steps.steps.iter().map(|step| step.standing.id()).collect();
        assert_eq!(csv[1..].iter().map(|record| &*record[3]).collect::<Vec<_>>(), stands);
        assert_eq!(page.paras[0], *steps.verdict);
    }
}

#[test]
fn a_page_needs_no_other_file_and_no_script() {
    let comparison = comparison(&["payment-systems-engineer/senior", "payment-systems-engineer/lead"], 0);
    let page = Format::Html.render(&compare::report(&comparison));
    for loads in ["<script", "<link", "<img", "src=", "href=", "url(", "@import", "http"] {
        assert!(!page.contains(loads), "{loads}");
    }
    for needs in [
        "<html lang=",
        "<meta charset=",
        "@media print",
        "prefers-color-scheme: dark",
        "scope=\"col\"",
        "scope=\"row\"",
    ] {
        assert!(page.contains(needs), "{needs}");
    }
}
