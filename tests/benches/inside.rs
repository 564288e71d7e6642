//! What the program does between a key and its frame, and between a start and its first frame, without a process
//! around it. The bars are in `tests/README.md`.
#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use std::io;
use std::sync::{Arc, LazyLock};

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use rungs::catalog::{Catalog, Files, load};
use rungs::domain::RoleId;
use rungs::domain::compare::{Comparison, Side};
use rungs::search::{Matching, Ranker};
use rungs::tui::action::Action;
use rungs::tui::document::{Document, DocumentKey};
use rungs::tui::key::Key;
use rungs::tui::model::Model;
use rungs::tui::rehearsal;
use rungs::tui::update::update;
use rungs::tui::view::draw;
use serde_json::{Value, json};

fn main() {
    divan::main();
}

/// A catalog in one text with so many families: the one there is, under other names.
fn many(families: usize) -> String {
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let mut catalog = parse(include_str!("../../data/catalog.json"));
    let one = include_str!("../../data/families/payment-systems-engineer.json");
    let copy = |number| {
        let other = one.replace("payment-systems-engineer", &format!("family-{number}"));
        parse(&other.replace("Payment Systems", &format!("Payment Systems {number}")))
    };
    catalog["skills"] = parse(include_str!("../../data/skills.json"))["skills"].take();
    catalog["kpis"] = parse(include_str!("../../data/kpis.json"))["kpis"].take();
    catalog["families"] = json!((0..families).map(copy).collect::<Vec<_>>());
    catalog.to_string()
}

/// Three megabytes of JSON.
static LARGE: LazyLock<String> = LazyLock::new(|| many(3_000_000 / many(1).len()));

fn loaded(text: &str) -> Arc<Catalog> {
    let (catalog, _) = load(&Files::one("catalog.json", text)).map_err(|problems| format!("{problems:#?}")).unwrap();
    Arc::new(catalog)
}

fn senior() -> RoleId {
    "payment-systems-engineer/senior".parse().unwrap()
}

fn explorer(width: u16, height: u16) -> Model {
    rehearsal::open(Arc::new(Catalog::embedded().unwrap()), width, height, Some(&senior()))
}

fn press(model: &mut Model, key: &str) {
    update(model, Action::Key(Key::parse(key).unwrap()));
}

/// Key by key, each drawn as the runtime draws it, into nothing.
fn drawn(bencher: Bencher<'_, '_>, mut model: Model, keys: [&str; 2]) {
    let viewport = Viewport::Fixed(Rect::new(0, 0, model.size.width, model.size.height));
    let options = TerminalOptions { viewport };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(io::sink()), options).unwrap();
    terminal.draw(|frame| draw(&model, frame)).unwrap();
    let mut keys = keys.into_iter().cycle();
    bencher.bench_local(|| {
        press(&mut model, keys.next().unwrap());
        terminal.draw(|frame| draw(&model, frame)).unwrap();
    });
}

/// Bar: 600 us.
#[divan::bench]
fn frame_new_role_200x50(bencher: Bencher<'_, '_>) {
    drawn(bencher, explorer(200, 50), ["j", "k"]);
}

#[divan::bench]
fn frame_new_role_120x36(bencher: Bencher<'_, '_>) {
    drawn(bencher, explorer(120, 36), ["j", "k"]);
}

#[divan::bench]
fn frame_plain_cursor_move_120x36(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36);
    press(&mut model, "l");
    drawn(bencher, model, ["j", "k"]);
}

/// Bar: 1.3 times the move above.
#[divan::bench]
fn frame_plain_cursor_move_at_the_end_120x36(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36);
    press(&mut model, "l");
    press(&mut model, "G");
    drawn(bencher, model, ["k", "j"]);
}

#[divan::bench]
fn key_new_role(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36);
    let mut keys = ["j", "k"].into_iter().cycle();
    bencher.bench_local(|| press(&mut model, keys.next().unwrap()));
}

#[divan::bench]
fn key_plain_cursor_move(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36);
    press(&mut model, "l");
    let mut keys = ["j", "k"].into_iter().cycle();
    bencher.bench_local(|| press(&mut model, keys.next().unwrap()));
}

/// Seventy titles in ten families, and the role that is found. Bar: 10 us, without the role's text.
#[divan::bench]
fn key_letter_in_the_filter_of_70_titles(bencher: Bencher<'_, '_>) {
    let mut model = rehearsal::open(loaded(&many(10)), 120, 36, None);
    press(&mut model, "/");
    press(&mut model, "s");
    let mut keys = ["e", "backspace"].into_iter().cycle();
    bencher.bench_local(|| press(&mut model, keys.next().unwrap()));
}

/// The matching alone.
#[divan::bench]
fn key_rank_70_titles(bencher: Bencher<'_, '_>) {
    let catalog = loaded(&many(10));
    let titles: Vec<&str> = catalog.rungs().map(|(_, rung)| rung.title.as_str()).collect();
    let mut ranker = Ranker::default();
    bencher.bench_local(|| ranker.rank(black_box("se"), Matching::Fuzzy, titles.iter().copied()));
}

#[divan::bench]
fn key_letter_of_a_find_in_the_role(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36);
    for key in ["l", "/", "l"] {
        press(&mut model, key);
    }
    let mut keys = ["e", "backspace"].into_iter().cycle();
    bencher.bench_local(|| press(&mut model, keys.next().unwrap()));
}

#[divan::bench]
fn catalog_embedded_start() -> Catalog {
    Catalog::embedded().unwrap()
}

#[divan::bench]
fn catalog_embedded_start_and_first_role(bencher: Bencher<'_, '_>) {
    let role = senior();
    bencher.bench(|| {
        let catalog = Catalog::embedded().unwrap();
        catalog.role(&role).unwrap();
        catalog
    });
}

/// One more role of a family that is open.
#[divan::bench]
fn catalog_role_on_demand(bencher: Bencher<'_, '_>) {
    let staff: RoleId = "payment-systems-engineer/staff".parse().unwrap();
    let opened = || {
        let catalog = Catalog::embedded().unwrap();
        catalog.role(&senior()).unwrap();
        catalog
    };
    bencher.with_inputs(opened).bench_refs(|catalog| catalog.role(&staff).map(|role| role.skills.len()));
}

#[divan::bench]
fn catalog_embedded_whole_with_checks() -> usize {
    load(&Files::embedded()).unwrap().0.families().len()
}

#[divan::bench(sample_count = 20)]
fn catalog_three_megabytes_with_checks(bencher: Bencher<'_, '_>) {
    let bytes = BytesCount::of_str(LARGE.as_str());
    bencher.counter(bytes).with_inputs(|| Files::one("catalog.json", LARGE.as_str())).bench_refs(|files| load(files));
}

fn senior_at_55() -> DocumentKey {
    DocumentKey { role: senior(), width: 55, folded: std::collections::BTreeSet::default() }
}

#[divan::bench]
fn document_build(bencher: Bencher<'_, '_>) {
    let (catalog, key) = (Catalog::embedded().unwrap(), senior_at_55());
    bencher.bench(|| Document::build(&catalog, black_box(&key)));
}

#[divan::bench]
fn document_find(bencher: Bencher<'_, '_>) {
    let document = Document::build(&Catalog::embedded().unwrap(), &senior_at_55());
    bencher.bench(|| document.find(black_box("ledger")));
}

/// Two roles side by side, with every changed word. Bar: 200 us.
#[divan::bench(args = ["payment-systems-engineer/staff", "solutions-engineer/senior"])]
fn compare_with_senior(bencher: Bencher<'_, '_>, other: &str) {
    let catalog = Catalog::embedded().unwrap();
    let side = |id: RoleId| {
        let (family, _) = catalog.rung(&id).unwrap();
        Side { role: catalog.role(&id).unwrap(), family: catalog.family(&family.id).unwrap(), id }
    };
    let sides = [side(senior()), side(other.parse().unwrap())];
    bencher.bench_local(|| Comparison::of(&catalog, black_box(&sides), 0).unwrap());
}
