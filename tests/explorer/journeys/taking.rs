//! What shows, taken elsewhere: copied as Markdown, or written to a file in one of four forms.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rungs::domain::RoleId;
use rungs::export::{self, Format, compare, gap, ladder, role};
use rungs::text::SafeText;
use rungs::tui::effect::Effect;
use rungs::tui::model::Screen;

use crate::explorer::reader::Reader;

/// The comparison of Junior and Mid, judged against the one in place `base`.
fn compared(reader: &Reader, base: usize) -> rungs::domain::compare::Comparison {
    let ids: Vec<RoleId> = ["payments/junior", "payments/mid"].iter().map(|id| id.parse().expect("an id")).collect();
    reader.model.catalog.compare(&ids, base).expect("both are there")
}

fn file(name: &str, text: String) -> Effect {
    Effect::Export { name: name.to_owned(), text }
}

/// A document on its way to the clipboard.
fn copied(text: &str) -> Effect {
    sent("what shows, as Markdown", text.trim_end())
}

fn sent(what: &str, text: &str) -> Effect {
    Effect::Copy { what: what.to_owned(), text: SafeText::lines(text) }
}

#[test]
fn a_comparison_is_copied_as_markdown() {
    let reader = Reader::new().types("cym");
    let text = Format::Markdown.render(&compare::report(&compared(&reader, 0)));
    assert!(text.starts_with("# ") && text.contains("(base)"), "{text}");
    assert_eq!(reader.world.performed, [copied(&text)]);
}

#[test]
fn what_is_taken_is_what_shows() {
    let all = Reader::new().types("cym");
    let base = Reader::new().types("c2ym");
    let text = Format::Markdown.render(&compare::report(&compared(&base, 1)));
    assert_eq!(base.world.performed, [copied(&text)]);
    assert_ne!(base.world.performed, all.world.performed);

    let differences = Reader::new().types("cdym");
    let text = Format::Markdown.render(&compare::report(&compared(&differences, 0).only_differences()));
    assert_eq!(differences.world.performed, [copied(&text)]);
    assert_ne!(differences.world.performed, all.world.performed);
    // All again, and folded sections are left out of sight, not out of the document.
    assert_eq!(Reader::new().types("cddOym").world.performed, all.world.performed);
}

#[test]
fn the_second_key_says_what_file_it_becomes() {
    let reader = Reader::new().types("cE").sees("E and then");
    let reader = reader
        .sees("m  write the role, or what shows, as Markdown")
        .sees("t  write the role, or what shows, as plain text");
    let reader = reader.types("mEhEcEj");
    let comparison = compared(&reader, 0);
    let report = compare::report(&comparison);
    let json = export::json(compare::SCHEMA, &[compare::Sheet::of(&comparison)]).expect("JSON") + "\n";
    let name = "rungs-compare-payments-junior-payments-mid";
    assert_eq!(
        reader.world.performed,
        [
            file(&format!("{name}.md"), Format::Markdown.render(&report)),
            file(&format!("{name}.html"), Format::Html.render(&report)),
            file(&format!("{name}.csv"), Format::Csv.render(&report)),
            file(&format!("{name}.json"), json),
        ]
    );
}

#[test]
fn a_ladder_is_taken_as_it_stands() {
    let reader = Reader::new().types("vymEm");
    let family = &reader.model.catalog.families()[0];
    let grid = rungs::domain::ladder::Grid::of(&*reader.model.catalog, &reader.model.catalog.ladder_of(family));
    let text = Format::Markdown.render(&ladder::grid_report(family, &grid));
    assert!(text.contains("skills by rungs"), "{text}");
    assert_eq!(reader.world.performed, [copied(&text), file("rungs-ladder-payments.md", text)]);

    // Turned, it is the one skill that is followed.
    let reader = Reader::new().types("ljjl/idempotency<enter>vymEj");
    let [Effect::Copy { text, .. }, Effect::Export { name, text: json }] = &reader.world.performed[..] else {
        panic!("{:?}", reader.world.performed)
    };
    assert!(text.starts_with("# ") && text.contains(": Idempotency\n") && text.contains("rises 2"), "{text}");
    assert_eq!(name, "rungs-ladder-payments-skill-idempotency.json");
    assert!(json.starts_with("{\n  \"schema\": \"rungs.ladder/1\"") && json.ends_with("}\n"), "{json}");
}

#[test]
fn a_gap_is_taken_with_what_is_listed() {
    let from_mid = "ljghjgwgt";
    let written = |keys: &str, only_open: bool| {
        let mut reader = Reader::new().types(from_mid).types(keys);
        reader.world.performed.clear();
        let reader = reader.types("ymEm");
        let Screen::Gap(screen) = &reader.model.screen else { panic!("no gap") };
        let gap = screen.gap().expect("a gap").clone();
        let gap = if only_open { gap.only_open() } else { gap };
        let day = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
        let text = Format::Markdown.render(&gap::report(&gap, day));
        let expected = [copied(&text), file("rungs-gap-payments-senior.md", text.clone())];
        assert_eq!(reader.world.performed, expected, "{keys}");
        text
    };
    let all = written("3", false);
    assert!(all.contains("Mentoring"), "{all}");
    let open = written("3d", true);
    assert!(open.len() < all.len() && !open.contains("Mentoring"), "{open}");
    // What is rated stays listed until the list is made anew.
    assert_eq!(written("d3", false), all);
}

#[test]
fn a_role_is_taken_in_full_as_commands_print_it() {
    let reader = Reader::new().types("ljymyjytEmEhEcEjEt");
    let ids: [RoleId; 1] = ["payments/mid".parse().expect("an id")];
    let catalog = &*reader.model.catalog;
    let sheets = [role::Sheet::of(catalog, catalog.whole(&ids[0]).expect("a role"), role::Rubric::Hidden)];
    let document = |format| role::document(format, &catalog.framework().name, &sheets);
    let json = export::json(role::SCHEMA, &sheets).expect("JSON") + "\n";
    let plain = role::plain(&sheets);
    assert!(plain.starts_with("Payments Engineer\nMid level") && plain.contains("\nSKILLS\n- "), "{plain}");
    assert!(!plain.contains(['*', '#', '|', '\\']), "{plain}");
    let markdown = document(Format::Markdown);
    assert_eq!(markdown, role::markdown(&sheets[0]));
    let of = |form: &str, text: &str| sent(&format!("Payments Engineer, as {form}"), text.trim_end());
    let name = "rungs-payments-mid";
    assert_eq!(
        reader.world.performed,
        [
            of("Markdown", &markdown),
            of("JSON", &json),
            of("plain text", &plain),
            file(&format!("{name}.md"), markdown),
            file(&format!("{name}.html"), document(Format::Html)),
            file(&format!("{name}.csv"), document(Format::Csv)),
            file(&format!("{name}.json"), json),
            file(&format!("{name}.txt"), plain),
        ]
    );
}

#[test]
fn what_is_marked_is_taken_in_full_together() {
    let reader = Reader::new().types("l j ym");
    let [Effect::Copy { what, text }] = &reader.world.performed[..] else { panic!("{:?}", reader.world.performed) };
    assert_eq!(what, "2 roles, as Markdown");
    assert!(text.contains("## Contents") && text.contains("## Junior Payments Engineer"), "{text}");
}

#[test]
fn a_comparison_as_plain_text_says_whose_each_line_is() {
    let reader = Reader::new().types("cyt");
    let [Effect::Copy { text, .. }] = &reader.world.performed[..] else { panic!("{:?}", reader.world.performed) };
    assert!(text.contains("\nSKILLS\n") && text.contains("\n  Junior Payments Engineer (base): "), "{text}");
}

#[test]
fn where_no_role_is_there_is_nothing_to_take() {
    let reader = Reader::new().types("BEmyyym").sees("Nothing here to copy or to write.");
    assert_eq!(reader.world.performed, []);
}

#[test]
fn the_name_and_the_id_of_what_is_under_the_cursor_are_copied() {
    for (keys, names, ids) in [
        ("", "Payments Engineer", "payments"),
        ("l", "Junior Payments Engineer", "payments/junior"),
        ("lj", "Payments Engineer", "payments/mid"),
        ("ljl", "Payments Engineer", "payments/mid"),
        ("lm", "Junior Payments Engineer", "payments/junior"),
        ("lgr", "Junior Payments Engineer", "payments/junior"),
        ("lgp", "Junior Payments Engineer", "payments/junior"),
        ("lbB", "Junior Payments Engineer", "payments/junior"),
    ] {
        let mut reader = Reader::new().types(keys);
        reader.world.performed.clear();
        let reader = reader.types("y").sees("y and then").sees("y  copy the name");
        let reader = reader.types("yyi");
        assert_eq!(reader.world.performed, [sent(names, names), sent(ids, ids)], "{keys}");
    }
}

#[test]
fn what_is_marked_or_lies_side_by_side_is_copied_together() {
    for keys in ["l j ", "l j kc", "l j m"] {
        let reader = Reader::new().types(keys).types("yyyi");
        let names = "Junior Payments Engineer\nPayments Engineer";
        let expected = [sent("2 names", names), sent("2 ids", "payments/junior\npayments/mid")];
        assert_eq!(reader.world.performed, expected, "{keys}");
    }
}
