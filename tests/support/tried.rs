//! What is tried with bytes that anybody may have written, one function for each way in. The fuzzer calls them with bytes of
//! its own making (`tests/fuzz`), an ordinary test with every seed and every crash there ever was (`tests/seeds`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Arc, LazyLock};

use rungs::catalog::{Catalog, Files, ImportError, Said, check, decode, import, load};
use rungs::search::{Index, Matching};
use rungs::store::{Bookmarks, Change, Journal, Practice, Remark, Settings, Shelf};
use rungs::text::{SafeText, cut, pad, width, wrap};
use rungs::tui::action::Action;
use rungs::tui::key::Key;
use rungs::tui::rehearsal::{Rehearsal, act, open, screen, text};

/// Something that takes bytes.
pub(crate) type Try = fn(&[u8]);

/// The ways in, by the names of their folders of seeds.
pub(crate) const WAYS_IN: [(&str, Try); 8] = [
    ("catalog", catalog),
    ("journal", journal),
    ("config", config),
    ("query", query),
    ("keys", keys),
    ("sanitiser", sanitiser),
    ("csv", csv),
    ("story", story),
];

static SMALL: LazyLock<Arc<Catalog>> = LazyLock::new(|| {
    let text = include_str!("interviews.json");
    Arc::new(load(&Files::one("small.json", text)).unwrap_or_else(|problems| panic!("{problems:?}")))
});
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(&SMALL));

/// Whether `c` moves, hides, reorders or belongs to nobody. A list of its own, on purpose: the program's is under test.
pub(crate) fn is_forbidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{3164}' | '\u{ffa0}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}'
        | '\u{e000}'..='\u{f8ff}' | '\u{1fffe}' | '\u{1ffff}' | '\u{e0000}'..='\u{e007f}' | '\u{f0000}'..='\u{10ffff}')
}

/// That nothing of `shown` is obeyed by a terminal.
fn assert_harmless(shown: &str) {
    let found = shown.chars().find(|c| is_forbidden(*c) && !matches!(c, '\n' | '\u{200d}'));
    assert_eq!(found, None, "{shown:?}");
}

/// A file of a catalog: refused with a place, or opened and shown.
pub(crate) fn catalog(bytes: &[u8]) {
    let Ok(written) = str::from_utf8(bytes) else { return };
    let files = Files::one("any.json", written);
    for problem in check(&files) {
        assert_harmless(&problem.to_string());
    }
    let Ok(catalog) = load(&files) else { return };
    let catalog = Arc::new(catalog);
    let roles: Vec<_> = catalog.rungs().map(|(family, rung)| family.role_id(rung)).take(3).collect();
    for role in &roles {
        let model = open(Arc::clone(&catalog), 100, 24, Some(role));
        assert_harmless(&text(&screen(&model)));
    }
    let index = Index::of(&catalog);
    index.answer(&index.query("a", Matching::Fuzzy));
}

/// A journal that lies there: everything of it that can be read stays readable beside what is added.
pub(crate) fn journal(bytes: &[u8]) {
    let path = private("bookmarks.jsonl");
    fs::write(&path, bytes).unwrap_or_else(|error| panic!("{error}"));
    let mut journal = Journal::<Change>::new(Some(path.clone()));
    if let Ok(before) = journal.read() {
        let known: Bookmarks = before.entries.iter().collect();
        known.iter().for_each(|bookmark| assert!(bookmark.of().roles().len() < 100_000));
        let change = Change::Add { of: "payments/senior".parse().unwrap_or_else(|_| panic!("an id")) };
        let entry = journal.entry(change);
        if journal.append(&[entry]).is_ok() {
            let after = Journal::<Change>::new(Some(path.clone())).read().unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(after.entries.len(), before.entries.len() + 1, "a record is lost or another appeared");
            let there = fs::read(&path).unwrap_or_default();
            assert!(there.starts_with(bytes), "what was there was changed");
        }
    }
    if let Ok(said) = Journal::<Remark>::new(Some(path.clone())).read() {
        let _: Practice = said.entries.iter().collect();
    }
    let folder = path.parent().unwrap_or(Path::new("/nowhere"));
    for copy in fs::read_dir(folder).into_iter().flatten().flatten() {
        let _ = fs::remove_file(copy.path());
    }
}

/// A file that only this process uses, in memory where there is such a place.
fn private(name: &str) -> PathBuf {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let thread = format!("{:?}", std::thread::current().id()).replace(['(', ')'], "");
    let folder = folder.join(format!("rungs-tried-{}-{thread}", process::id()));
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{error}"));
    folder.join(name)
}

/// A settings file.
pub(crate) fn config(bytes: &[u8]) {
    let Ok(written) = str::from_utf8(bytes) else { return };
    let (settings, findings) = Settings::parse(written, Path::new("/etc/rungs/config.toml"), &["terminal", "mono"]);
    for finding in findings {
        assert_harmless(&finding.to_string());
    }
    let again = Settings::parse(written, Path::new("/etc/rungs/config.toml"), &["terminal", "mono"]).0;
    assert_eq!(format!("{settings:?}"), format!("{again:?}"));
}

/// Something that is looked for.
pub(crate) fn query(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    for matching in [Matching::Fuzzy, Matching::Exact] {
        let query = INDEX.query(&typed, matching);
        let answer = INDEX.answer(&query);
        for hit in answer.hits.iter().take(20) {
            INDEX.show(&answer, hit);
        }
    }
}

/// Keys, pastes and sizes.
pub(crate) fn keys(bytes: &[u8]) {
    let at = "payments/senior".parse().ok();
    let mut model = open(Arc::clone(&SMALL), 80, 24, at.as_ref());
    let mut world = Rehearsal::default();
    world.editor = Some("written\n{}".to_owned());
    let named: Vec<Key> =
        ["<esc>", "<enter>", "<tab>", "<up>", "<down>", "<left>", "<right>", "<backspace>", "<pgup>", "<pgdn>"]
            .iter()
            .filter_map(|name| Key::parse_line(name).ok()?.first().copied())
            .collect();
    let mut rest = bytes.iter().copied().take(300);
    while let Some(byte) = rest.next() {
        let action = match byte {
            b' '..=b'~' if byte != b'<' => Key::parse_line(&char::from(byte).to_string())
                .ok()
                .and_then(|keys| keys.first().map(|key| Action::Key(*key))),
            0xf0.. => {
                let (width, height) = (rest.next().unwrap_or(1), rest.next().unwrap_or(1));
                Some(Action::Resize { width: width.max(1).into(), height: height.max(1).into() })
            }
            0xe0..0xf0 => {
                Some(Action::Paste(String::from_utf8_lossy(&rest.by_ref().take(9).collect::<Vec<_>>()).into_owned()))
            }
            0xd0..0xe0 => {
                Some(Action::Click { x: rest.next().unwrap_or(0).into(), y: rest.next().unwrap_or(0).into() })
            }
            other => named.get(usize::from(other) % named.len().max(1)).map(|key| Action::Key(*key)),
        };
        if let Some(action) = action {
            act(&mut model, &mut world, action);
        }
        if model.over {
            return;
        }
    }
    assert_harmless(&text(&screen(&model)));
}

/// A text from anywhere.
pub(crate) fn sanitiser(bytes: &[u8]) {
    let raw = String::from_utf8_lossy(bytes);
    assert_eq!(broken(&raw), None, "{raw:?}");
}

/// A spreadsheet.
pub(crate) fn csv(bytes: &[u8]) {
    let said = Said { name: "Any".to_owned(), ..Said::default() };
    match import(&decode(bytes).0, &said, SMALL.framework()) {
        Ok(made) => {
            for remark in &made.remarks {
                let _ = format!("{remark:?}");
            }
            let written = made.catalog.one().unwrap_or_else(|error| panic!("{error}"));
            load(&Files::one("made.json", written)).unwrap_or_else(|problems| panic!("{problems:?}"));
        }
        Err(ImportError::Refused(problems)) => panic!("what was made of it is no catalog: {problems:?}"),
        Err(_) => {}
    }
}

/// A story as somebody wrote it.
pub(crate) fn story(bytes: &[u8]) {
    let written = String::from_utf8_lossy(bytes);
    let shelf = Shelf::of_texts([("any-story.md", &*written)]);
    for story in &shelf.stories {
        assert_harmless(&story.title);
    }
}

/// Why what becomes of `raw` is not as promised, if it is not.
pub(crate) fn broken(raw: &str) -> Option<&'static str> {
    let (line, lines) = (SafeText::line(raw), SafeText::lines(raw));
    let may_not_stand = |c: char| is_forbidden(c) && c != '\u{200d}';
    let is = |wrong: bool, why: &'static str| wrong.then_some(why);
    is(line.chars().any(may_not_stand), "something forbidden is left in a line")
        .or_else(|| is(lines.split('\n').any(|part| part.chars().any(may_not_stand)), "something forbidden is left"))
        .or_else(|| is(SafeText::line(&line) != line, "a line changes when it is cleaned again"))
        .or_else(|| is(SafeText::lines(&lines) != lines, "lines change when they are cleaned again"))
        .or_else(|| is(width(&cut(&line, 7)) > 7, "cut to 7 cells it takes more"))
        .or_else(|| is(width(&line) <= 20 && width(&pad(&line, 20)) != 20, "padded to 20 cells it takes others"))
        .or_else(|| {
            is(wrap(&line, 9).into_iter().any(|part| width(&line[part]) > 9), "wrapped at 9 cells a line is longer")
        })
}
