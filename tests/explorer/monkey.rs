//! A monkey at the explorer: any keys, clicks, pastes and sizes, always the same ones. After each event everything
//! that must hold is looked at.

mod practice;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Display;
use std::sync::Arc;

use rungs::catalog::{Catalog, Files, load};
use rungs::domain::RoleId;
use rungs::domain::compare::{FEWEST_SIDES, MOST_SIDES};
use rungs::domain::gap::{Account, Item};
use rungs::store::{Bookmark, Bookmarks, Change, Pin, Remark};
use rungs::tui::action::{Action, Motion, Pane, Verb};
use rungs::tui::browse::{Browse, MOST_MARKS};
use rungs::tui::cursor::{Cursor, Rows};
use rungs::tui::effect::{Effect, Outcome};
use rungs::tui::key::Key;
use rungs::tui::keymap::table;
use rungs::tui::ladder::{Face, LadderView};
use rungs::tui::layout;
use rungs::tui::map::Map;
use rungs::tui::model::{Model, Overlay, Screen};
use rungs::tui::progress::ProgressScreen;
use rungs::tui::rehearsal::{act, screen};
use serde_json::{Value, json};

use super::reader::Reader;
use practice::{SEEN, check_practice, place, ways};

/// Events from one opening to the next.
const SITTING: usize = 250;
/// The most presses of esc that lead home, one for each thing that can be open at once: help's text and help, the
/// picker's text and the picker, what a colleague asked and its summary, the comparison, the ladder, the map, the evidence and
/// the gap, near, progress, a story and the stories, a field, what is typed, a verdict and practice,
/// the bookmarks' tags and filter and the bookmarks, what is found in the role, the zoom, the role, the levels' filter and
/// the levels.
const ESCAPES: usize = 27;

/// Dice that always fall alike (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides as u64).expect("fewer than sides")
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }

    /// From 1 to `most`.
    fn length(&mut self, most: usize) -> u16 {
        u16::try_from(self.roll(most) + 1).expect("a length")
    }
}

/// The small catalog with fifty families, so that lists are longer than any screen is high.
fn crowded() -> Arc<Catalog> {
    let mut catalog: Value = serde_json::from_str(include_str!("../support/interviews.json")).expect("JSON");
    let support = catalog["families"][2].to_string();
    for number in 0..50 {
        let copy = support.replace("\"support/", &format!("\"family-{number}/"));
        let mut family: Value = serde_json::from_str(&copy).expect("JSON");
        family["id"] = json!(format!("family-{number}"));
        family["name"] = json!(format!("Family {number} 日本語 of Everything Ever Thought of"));
        family["department"] = json!(if number % 3 == 0 { "engineering" } else { "customers" });
        catalog["families"].as_array_mut().expect("a list").push(family);
    }
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), catalog.to_string()).expect("a catalog");
    let catalog = load(&Files::read(file.path())).expect("the crowded catalog loads");
    Arc::new(catalog)
}

fn event(dice: &mut Dice, model: &Model) -> Vec<Action> {
    let keys = |line: &str| Key::parse_line(line).expect("keys").into_iter().map(Action::Key).collect();
    let (x, y) = (dice.length(model.size.width.into()) - 1, dice.length(model.size.height.into()) - 1);
    match &model.screen {
        Screen::Practice(screen) if model.overlay.is_none() && dice.roll(2) == 0 => {
            return keys(dice.pick(ways(&screen.sitting.stage)));
        }
        _ => {}
    }
    match dice.roll(100) {
        0..50 => {
            let binding = dice.pick(&table().collect::<Vec<_>>());
            let chord = dice.pick(binding.keys);
            chord.split(' ').map(|key| Action::Key(Key::parse(key).expect("a key"))).collect()
        }
        50..60 => keys(dice.pick(&[
            "j", "k", "l", "v", "m", "G", "/", "<enter>", "<down>", "B", "b", "e", "c", "a", "gr", "gp", "gs", "R",
            "n", "3", "p", "v", "y", "i", "<tab>", "s", "<right>",
        ])),
        60..75 => {
            keys(dice.pick(&["a", "e", "s", "t", "日", "é", " ", "'", "!", "$", "4", "q", "Q", "g", "<backspace>"]))
        }
        75..85 => vec![Action::Click { x, y }],
        85..91 => vec![Action::Wheel { motion: dice.pick(&[Motion::Up, Motion::Down]), x, y }],
        91..93 => vec![Action::Resize { width: dice.length(300), height: dice.length(100) }],
        93..95 => vec![Action::Resize { width: dice.length(130), height: dice.length(40) }],
        95 => {
            vec![Action::Paste(dice.pick(&["sup", "q\nQ\u{3}", "日本\u{1b}[2J", "\u{300}\u{300}", "staff"]).to_owned())]
        }
        96 => vec![Action::FocusGained],
        97 => vec![Action::Done(Outcome::Failed("The disk is full.".to_owned()))],
        98 => vec![Action::Done(Outcome::Reloaded(Box::new(model.bookmarks.clone())))],
        _ => keys("<esc><esc>"),
    }
}

/// What is kept, told from nothing but the changes asked for.
#[derive(Debug, Clone, Default, PartialEq)]
struct Kept {
    entries: BTreeMap<String, Entry>,
    pins: BTreeMap<Pin, String>,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Entry {
    is_there: bool,
    tags: Vec<String>,
    note: String,
}

impl Kept {
    fn change(&mut self, change: &Change) {
        let of = change.of().to_string();
        if let Change::Pin { pin, .. } = change {
            self.pins.insert(*pin, of);
            return;
        }
        if let Change::Unpin { pin, .. } = change {
            self.pins.remove(pin);
            return;
        }
        let entry = self.entries.entry(of).or_default();
        match change {
            Change::Add { .. } => entry.is_there = true,
            Change::Remove { .. } => entry.is_there = false,
            Change::Tags { tags, .. } => entry.tags.clone_from(tags),
            Change::Note { text, .. } => entry.note.clone_from(text),
            Change::Pin { .. } | Change::Unpin { .. } => {}
        }
    }

    /// What a reader sees of it.
    fn seen(&self) -> Self {
        let seen = self.entries.iter().filter(|(_, entry)| entry.is_there);
        Self { entries: seen.map(|(id, entry)| (id.clone(), entry.clone())).collect(), pins: self.pins.clone() }
    }

    fn read(bookmarks: &Bookmarks) -> Self {
        let entry = |bookmark: &Bookmark| Entry {
            is_there: true,
            tags: bookmark.tags().iter().map(|tag| tag.raw.to_string()).collect(),
            note: bookmark.note().map_or(String::new(), |note| note.raw.to_string()),
        };
        let entries = bookmarks.iter().map(|bookmark| (bookmark.of().to_string(), entry(bookmark))).collect();
        let pinned = |pin: Pin| Some((pin, bookmarks.pinned(pin)?.to_string()));
        Self { entries, pins: [Pin::Here, Pin::Want].into_iter().filter_map(pinned).collect() }
    }
}

/// Whether `action` may end the program: q, Q and ctrl-c where no text is typed, and the entries of help that say so.
fn may_quit(model: &Model, action: &Action) -> bool {
    let key = |name: &str| *action == Action::Key(Key::parse(name).expect("a key"));
    if let Some(Overlay::Help(help)) = &model.overlay {
        let runs = key("enter") || matches!(action, Action::Click { .. });
        return key("ctrl-c") || runs && matches!(help.verb(), Some(Verb::Quit | Verb::QuitNow));
    }
    key("ctrl-c") || !model.context().is_field() && (key("q") || key("Q"))
}

/// A monkey at one explorer.
struct Monkey {
    dice: Dice,
    reader: Reader,
    kept: Kept,
    /// What it said something about.
    said: HashSet<Item>,
    /// Where in practice it was, of [`SEEN`].
    seen: BTreeSet<&'static str>,
    /// The last thing it did, for failures.
    told: String,
}

impl Monkey {
    fn new(catalog: &Arc<Catalog>, seed: u64) -> Self {
        let mut dice = Dice(seed);
        let (width, height) = (dice.length(160), dice.length(50));
        let reader = Reader::on(Arc::clone(catalog), width, height);
        // Every other one is where there are questions.
        let reader = if seed.is_multiple_of(2) {
            reader
        } else {
            Reader::at(Arc::clone(catalog), "payments/senior", width, height)
        };
        let reader = super::storied::storied_on(reader.keeping(&["payments/mid", "gone/mid"]));
        let reader = if seed.is_multiple_of(2) { reader } else { reader.types("p<enter>") };
        let kept = Kept::read(&reader.model.bookmarks);
        Self { dice, reader, kept, said: HashSet::new(), seen: BTreeSet::new(), told: String::new() }
    }

    /// Plays, goes home with esc, and undoes everything; where it was, and how often it took esc to come home.
    fn sit(mut self, seed: u64) -> (BTreeSet<&'static str>, usize) {
        let start = self.kept.clone();
        for number in 0..SITTING {
            self.reader.world.editor =
                self.dice.pick(&[None, Some(""), Some(" \n"), Some("a note"), Some("a\nb")]).map(str::to_owned);
            for action in event(&mut self.dice, &self.reader.model) {
                self.told = format!("sitting {seed}, event {number}, {action:?} at {}", self.reader.model.size);
                self.step(action);
            }
            let drawn = screen(&self.reader.model);
            // Drawing twice is half the time, so not after each event.
            let is_same = number % 5 != 0 || drawn == screen(&self.reader.model);
            assert!(is_same, "drawing twice draws something else: {}", self.told);
        }
        let mut escapes = 0;
        for press in 1..=ESCAPES {
            let was_home = self.is_home();
            self.press("esc");
            escapes = if was_home { escapes } else { press };
        }
        assert!(self.is_home(), "esc leads home: {}", self.told);
        for _ in 0..SITTING {
            self.press("u");
        }
        assert_eq!(self.kept.seen(), start, "undoing everything: {}", self.told);
        assert!(self.reader.model.browse.marks.is_empty(), "undoing everything: {}", self.told);
        let practice = self.reader.model.practice.clone().unwrap_or_default();
        assert!(practice.log().is_empty() && practice.sessions().is_empty(), "undoing everything: {}", self.told);
        assert!(practice.flags().is_empty() && practice.interviews().is_empty(), "undoing everything: {}", self.told);
        for item in &self.said {
            assert_eq!(practice.account(item), Account::default(), "undoing everything: {}", self.told);
        }
        (self.seen, escapes)
    }

    /// Whether nothing lies over the explorer and the leftmost pane is the one that is used.
    fn is_home(&self) -> bool {
        let model = &self.reader.model;
        let is_bare = model.overlay.is_none() && matches!(model.screen, Screen::Browse);
        is_bare && model.browse.focus == Pane::Families
    }

    fn press(&mut self, key: &str) {
        self.step(Action::Key(Key::parse(key).expect("a key")));
    }

    fn step(&mut self, action: Action) {
        let Self { reader: Reader { model, world, .. }, kept, said, seen, told, .. } = self;
        let may_quit = may_quit(model, &action);
        act(model, world, action);
        assert!(may_quit || !model.over, "it quit: {told}");
        model.over = false;
        for effect in world.performed.drain(..) {
            match effect {
                Effect::Keep(changes, _) => changes.iter().for_each(|change| kept.change(change)),
                Effect::Say(remarks, _) => said.extend(remarks.into_iter().filter_map(about)),
                _ => {}
            }
        }
        assert_eq!(Kept::read(&model.bookmarks), kept.seen(), "{told}");
        assert!(model.browse.marks.len() <= MOST_MARKS, "{told}");
        check_cursors(model, told);
        seen.extend(place(model));
    }
}

/// What a remark is about, where it does not take another back.
fn about(remark: Remark) -> Option<Item> {
    match remark {
        Remark::Rating { item, .. } | Remark::Evidence { item, .. } => Some(item),
        Remark::Withdraw { .. } | Remark::Restore { .. } | Remark::Practised(_) => None,
    }
}

/// Every cursor is where it belongs. `told` is what was done, for failures.
pub(super) fn check_cursors(model: &Model, told: &dyn Display) {
    let regions = model.regions();
    let Browse { families, levels, detail, .. } = &model.browse;
    let height = |pane| regions.pane(pane).map(|area| area.rows.height);
    check_cursor("families", families.cursor, &families.rows, height(Pane::Families), told);
    check_cursor("levels", levels.cursor, &levels.rows, height(Pane::Levels), told);
    check_cursor("role", detail.cursor, &detail.document.rows, height(Pane::Detail), told);
    if let Screen::Bookmarks(list) = &model.screen {
        let area = layout::bookmarks(model.size, list.filter.shows()).list;
        check_cursor("bookmarks", list.cursor, &list.rows, Some(area.rows.height), told);
    }
    if let Screen::Gap(screen) = &model.screen {
        let height = screen.regions(model.size).pane.rows.height;
        check_cursor("gap", screen.cursor, &screen.rows, Some(height), told);
    }
    if let Screen::Progress(screen) = &model.screen {
        let height = ProgressScreen::regions(model.size).pane.rows.height;
        check_cursor("progress", screen.cursor, &screen.rows, Some(height), told);
    }
    if let Screen::Stories(screen) = &model.screen {
        let height = screen.regions(model.size).pane.rows.height;
        check_cursor("stories", screen.cursor, &screen.rows, Some(height), told);
    }
    if let Screen::Compare(compare) = &model.screen {
        let (set, height) = (&compare.set, compare.regions(model.size).pane.rows.height);
        check_cursor("compare", set.cursor, &compare.sheet.rows, Some(height), told);
        let different: BTreeSet<&RoleId> = set.ids.iter().collect();
        assert!((FEWEST_SIDES..=MOST_SIDES).contains(&different.len()), "{:?}: {told}", set.ids);
        assert_eq!(different.len(), set.ids.len(), "{told}");
        let shown = compare.columns();
        assert!(shown.contains(&set.base) && shown.contains(&set.column), "{set:?} shows {shown:?}: {told}");
    }
    if let Screen::Ladder(view) = &model.screen {
        check_ladder(model, view, told);
    }
    if let Screen::Map(map) = &model.screen {
        let height = Map::regions(model.size).pane.rows.height;
        check_cursor("map", map.cursor, &map.rows, Some(height), told);
        let level = map.level(&model.catalog).expect("the cursor is on a role");
        let shown = map.first..map.first + Map::cells(&model.catalog, model.size).shown;
        assert!(shown.contains(&level), "level {level} of {shown:?}: {told}");
    }
    if let Screen::Practice(screen) = &model.screen {
        check_practice(model, screen, told);
    }
    let screens = std::iter::successors(Some(&model.screen), |screen| screen.below()).count();
    // The panes or the bookmarks, and one of each kind over them: comparison, ladder, map, gap, near, practice, progress,
    // stories.
    assert!(screens <= 9, "{screens} screens over each other: {told}");
    if let Some(Overlay::Pick(picker)) = &model.overlay {
        check_cursor("pick", picker.cursor, &picker.rows, Some(layout::pick(model.size).rows.height), told);
    }
    if let Some(Overlay::Told(picker)) = &model.overlay {
        check_cursor("told", picker.cursor, &picker.rows, Some(layout::pick(model.size).rows.height), told);
    }
    if let Some(Overlay::Help(help)) = &model.overlay {
        check_cursor("help", help.cursor, &help.rows, Some(layout::help(model.size).rows.height), told);
    }
}

fn check_ladder(model: &Model, view: &LadderView, told: &dyn Display) {
    let height = Some(view.regions(model.size).pane.rows.height);
    assert!(view.role().is_some(), "the cursor is on no rung: {told}");
    match view.set.face {
        Face::Steps => {
            check_cursor("steps", view.cursor(), &view.steps, height, told);
            let followed = view.ladder.as_ref().map(|ladder| &ladder.item);
            assert_eq!(followed, view.set.item.as_ref(), "{told}");
        }
        Face::Grid => {
            check_cursor("grid", view.set.skill, &view.skills, height, told);
            let shown = view.set.first..view.set.first + view.cells(model.size).shown;
            assert!(shown.contains(&view.set.rung), "rung {} of {shown:?}: {told}", view.set.rung);
        }
    }
}

/// The cursor is inside its list, the list fills its pane, and what is under the cursor is on screen.
fn check_cursor<T>(list: &str, cursor: Cursor, rows: &Rows<T>, height: Option<u16>, told: &dyn Display) {
    assert!(cursor.stop < rows.stops().max(1), "{list}: {cursor:?} of {} stops: {told}", rows.stops());
    let Some(height) = height.map(usize::from).filter(|height| *height > 0) else { return };
    assert!(cursor.offset <= rows.len().saturating_sub(height), "{list}: {cursor:?} leaves rows empty: {told}");
    let place = rows.rows_of(cursor.stop);
    let is_on_screen = place.start < cursor.offset + height && place.end > cursor.offset;
    assert!(is_on_screen || place.is_empty(), "{list}: {cursor:?} at {place:?} of {height} high: {told}");
}

fn play(sittings: u64) {
    let catalog = crowded();
    let (mut seen, mut escapes) = (BTreeSet::new(), Vec::new());
    for seed in 0..sittings {
        let (places, presses) = Monkey::new(&catalog, seed).sit(seed);
        seen.extend(places);
        escapes.push(presses);
    }
    escapes.sort_unstable();
    let (nearly_always, most) = (escapes[escapes.len() * 95 / 100], escapes[escapes.len() - 1]);
    println!(
        "figure: {} events, home by {most} times esc at most, {nearly_always} in 95 of 100",
        sittings * SITTING as u64
    );
    assert_eq!(seen, BTreeSet::from(SEEN), "it was not everywhere");
}

#[test]
fn a_monkey_breaks_nothing_in_25_000_events() {
    play(100);
}

#[test]
#[ignore = "minutes long; cargo test --release --test explorer a_million -- --ignored"]
fn a_monkey_breaks_nothing_in_a_million_events() {
    play(4_000);
}
