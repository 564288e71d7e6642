//! What the program does between a key and its frame, and between a start and its first frame, without a process
//! around it. The bars are in `tests/README.md`.
#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use std::sync::{Arc, LazyLock};

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use rungs::catalog::{Catalog, Files, load};
use rungs::domain::compare::{Comparison, Side};
use rungs::domain::near::{NEAREST, nearest};
use rungs::domain::paths::Paths;
use rungs::domain::practice::Scheduler;
use rungs::domain::{RoleId, WholeQuestionId};
use rungs::search::{Matching, Ranker, ShortList};
use rungs::store::{Journal, Practice, Remark};
use rungs::tui::action::Action;
use rungs::tui::document::{Document, DocumentKey};
use rungs::tui::key::Key;
use rungs::tui::model::Model;
use rungs::tui::rehearsal;
use rungs::tui::runtime::Frames;
use rungs::tui::update::update;
use serde_json::{Value, json};

fn main() {
    divan::main();
}

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

fn parsed(path: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(format!("{DATA}/{path}")).unwrap()).unwrap()
}

/// Three megabytes of JSON in one text: the families there are, again and again under other ids and in other words.
static LARGE: LazyLock<String> = LazyLock::new(|| {
    let outline = parsed("outline.json");
    let ids: Vec<&str> = outline["families"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    let mut catalog = parsed("catalog.json");
    catalog["skills"] = parsed("skills.json")["skills"].take();
    catalog["kpis"] = parsed("kpis.json")["kpis"].take();
    let mut families = Vec::new();
    for letter in 'a'.. {
        for id in &ids {
            let mut text = parsed(&format!("families/{id}.json")).to_string();
            for id in &ids {
                text = text.replace(&format!("\"{id}\""), &format!("\"{id}-{letter}\""));
                text = text.replace(&format!("\"{id}/"), &format!("\"{id}-{letter}/"));
            }
            families.push(in_other_words(serde_json::from_str(&text).unwrap(), letter));
        }
        catalog["families"] = json!(families);
        let text = catalog.to_string();
        if text.len() > 3_000_000 {
            return text;
        }
    }
    unreachable!("letters are more than enough")
});

/// Every longer word of a text ends in another letter: a check looks for sentences that say the same.
fn in_other_words(value: Value, letter: char) -> Value {
    match value {
        Value::String(text) if text.contains(' ') => {
            let word = |word: &str| match word.char_indices().next_back() {
                Some((last, _)) if last > 2 => format!("{}{letter}", &word[..last]),
                _ => word.to_owned(),
            };
            Value::String(text.split(' ').map(word).collect::<Vec<_>>().join(" "))
        }
        Value::Array(values) => values.into_iter().map(|value| in_other_words(value, letter)).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(name, value)| (name, in_other_words(value, letter))).collect()
        }
        value => value,
    }
}

fn senior() -> RoleId {
    "payment-systems-engineer/senior".parse().unwrap()
}

/// The explorer at a role of the longest ladder, after `keys`.
fn explorer(width: u16, height: u16, keys: &[&str]) -> Model {
    let mut model = rehearsal::open(Arc::new(Catalog::embedded().unwrap()), width, height, Some(&senior()));
    for key in keys {
        press(&mut model, key);
    }
    model
}

fn press(model: &mut Model, key: &str) {
    update(model, Action::Key(Key::parse(key).unwrap()));
}

/// Key by key, each drawn as the runtime draws it, into memory.
fn drawn(bencher: Bencher<'_, '_>, mut model: Model, keys: [&str; 2]) {
    let mut frames = Frames::new(model.size).unwrap();
    frames.compose(&model).unwrap();
    let mut keys = keys.into_iter().cycle();
    bencher.bench_local(|| {
        press(&mut model, keys.next().unwrap());
        frames.compose(&model).unwrap()
    });
}

/// Bar: 600 us.
#[divan::bench]
fn frame_new_role_200x50(bencher: Bencher<'_, '_>) {
    drawn(bencher, explorer(200, 50, &["l"]), ["j", "k"]);
}

#[divan::bench]
fn frame_new_role_120x36(bencher: Bencher<'_, '_>) {
    drawn(bencher, explorer(120, 36, &["l"]), ["j", "k"]);
}

#[divan::bench]
fn frame_plain_cursor_move_120x36(bencher: Bencher<'_, '_>) {
    drawn(bencher, explorer(120, 36, &["l", "l"]), ["j", "k"]);
}

/// Bar: 1.3 times the move above.
#[divan::bench]
fn frame_plain_cursor_move_at_the_end_120x36(bencher: Bencher<'_, '_>) {
    drawn(bencher, explorer(120, 36, &["l", "l", "G"]), ["k", "j"]);
}

#[divan::bench]
fn key_new_role(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36, &["l"]);
    let mut keys = ["j", "k"].into_iter().cycle();
    bencher.bench_local(|| press(&mut model, keys.next().unwrap()));
}

#[divan::bench]
fn key_plain_cursor_move(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36, &["l", "l"]);
    let mut keys = ["j", "k"].into_iter().cycle();
    bencher.bench_local(|| press(&mut model, keys.next().unwrap()));
}

/// The whole catalog: 72 titles in 35 families, and the role that is found.
#[divan::bench]
fn key_letter_in_the_filter(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36, &["/", "s"]);
    let mut keys = ["e", "backspace"].into_iter().cycle();
    bencher.bench_local(|| press(&mut model, keys.next().unwrap()));
}

/// The matching alone, on 72 titles. Bar: 10 us.
#[divan::bench]
fn key_rank_72_titles(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::embedded().unwrap();
    let titles: ShortList = catalog.rungs().map(|(_, rung)| [rung.title.as_str()]).collect();
    let mut ranker = Ranker::default();
    bencher.bench_local(|| ranker.rank(black_box("se"), Matching::Fuzzy, &titles));
}

#[divan::bench]
fn key_letter_of_a_find_in_the_role(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36, &["l", "l", "/", "l"]);
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
    load(&Files::embedded()).unwrap().families().len()
}

#[divan::bench(sample_count = 20)]
fn catalog_three_megabytes_with_checks(bencher: Bencher<'_, '_>) {
    let bytes = BytesCount::of_str(LARGE.as_str());
    let files = || Files::one("catalog.json", LARGE.as_str());
    bencher.counter(bytes).with_inputs(files).bench_refs(|files| load(files).unwrap().families().len());
}

fn senior_at_55() -> DocumentKey {
    DocumentKey { role: senior(), width: 55, folded: std::collections::BTreeSet::default(), asks: None }
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

const FOUR: [&str; 8] = ["l", "space", "j", "space", "j", "space", "j", "space"];

/// Four roles side by side, opened and closed again. Bar: 2 ms.
#[divan::bench]
fn key_compare_four_and_close(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36, &FOUR);
    bencher.bench_local(|| {
        press(&mut model, "c");
        press(&mut model, "esc");
    });
}

#[divan::bench]
fn key_cursor_move_over_four(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36, &[&FOUR[..], &["c"]].concat());
    let mut keys = ["j", "k"].into_iter().cycle();
    bencher.bench_local(|| press(&mut model, keys.next().unwrap()));
}

#[divan::bench]
fn frame_cursor_move_over_four_120x36(bencher: Bencher<'_, '_>) {
    drawn(bencher, explorer(120, 36, &[&FOUR[..], &["c"]].concat()), ["j", "k"]);
}

/// Another base: the comparison and its lines are made anew.
#[divan::bench]
fn key_other_base_of_four(bencher: Bencher<'_, '_>) {
    let mut model = explorer(120, 36, &[&FOUR[..], &["c"]].concat());
    let mut keys = ["2", "1"].into_iter().cycle();
    bencher.bench_local(|| press(&mut model, keys.next().unwrap()));
}

/// Two roles side by side, with every changed word. Bar: 200 us.
#[divan::bench(args = ["payment-systems-engineer/staff", "solutions-engineer/senior"])]
fn compare_with_senior(bencher: Bencher<'_, '_>, other: &str) {
    let catalog = Catalog::embedded().unwrap();
    let sides = [catalog.side(&senior()).unwrap(), catalog.side(&other.parse().unwrap()).unwrap()];
    bencher.bench_local(|| Comparison::of(&catalog, black_box(&sides), 0).unwrap());
}

/// Each of the 72 roles with each other one. Bar: 200 us a pair, so 1.02 s.
#[divan::bench(sample_count = 5)]
fn compare_all_72x71_pairs(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::embedded().unwrap();
    let sides: Vec<Side<'_>> = catalog.sides().collect();
    let pairs = || sides.iter().flat_map(|one| sides.iter().map(move |other| [one.clone(), other.clone()]));
    let pairs: Vec<_> = pairs().filter(|[one, other]| one.id != other.id).collect();
    bencher.counter(ItemsCount::new(pairs.len())).bench_local(|| {
        for pair in &pairs {
            black_box(Comparison::of(&catalog, black_box(pair), 0).unwrap());
        }
    });
}

/// The twenty nearest of one role, every role read from JSON first. Bar: 20 ms.
#[divan::bench]
fn near_one_role_from_start(bencher: Bencher<'_, '_>) {
    bencher.bench(|| {
        let catalog = Catalog::embedded().unwrap();
        let all: Vec<Side<'_>> = catalog.sides().collect();
        nearest(catalog.framework(), &catalog.side(&senior()).unwrap(), &all, NEAREST).len()
    });
}

/// The twenty nearest of each of the 72 roles. Bar: 20 ms.
#[divan::bench]
fn near_all_72_roles(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::embedded().unwrap();
    let all: Vec<Side<'_>> = catalog.sides().collect();
    let near = |side| nearest(catalog.framework(), side, &all, NEAREST).len();
    bencher.bench_local(|| all.iter().map(near).sum::<usize>());
}

#[divan::bench]
fn path_of_two_families(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::embedded().unwrap();
    let staff: RoleId = "software-engineer/staff".parse().unwrap();
    bencher.bench_local(|| {
        let paths = Paths::of(catalog.framework(), catalog.sides().collect());
        paths.find(&senior(), &staff).unwrap().steps.len()
    });
}

/// A year of practice in a journal: 10,000 answers to 500 questions.
#[divan::bench]
fn practice_open_10_000_answers(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.jsonl");
    let line = |number: usize| {
        let (question, day) = (number % 500, 1 + number / 500);
        format!(
            r#"{{"v":1,"id":"a-{number}","at":"2026-05-{day:02}T09:00:00.{:03}Z","t":"review","q":"payment-systems-engineer/senior#q-{question}","rev":1,"role":"payment-systems-engineer/senior","off":60,"day":"2026-05-{day:02}","mode":"practice","secs":431,"pred":3,"sig":{{"unknown-not-failed":"y","contain-first":"p","prove-the-set":"n"}},"flags":[],"derived":1,"rating":1,"cold":true,"answer":"answers/payment-systems-engineer/senior/q-{question}/20260105T074303Z.md"}}"#,
            number % 500
        ) + "\n"
    };
    std::fs::write(&file, (0..10_000).map(line).collect::<String>()).unwrap();
    let scheduler = Scheduler::default();
    let questions: Vec<WholeQuestionId> =
        (0..500).map(|number| format!("payment-systems-engineer/senior#q-{number}").parse().unwrap()).collect();
    bencher.bench_local(|| {
        let mut journal: Journal<Remark> = Journal::new(Some(file.clone()));
        let practice: Practice = journal.read().unwrap().entries.iter().collect();
        questions.iter().filter(|question| practice.history(question, &scheduler).due().is_some()).count()
    });
}
