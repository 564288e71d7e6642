//! What is written stays where it was meant to go: names that would lead elsewhere, links that somebody planted.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use rungs::store::{Answers, Draft, rescue_text};

use super::texts::{Home, ODD, catalog};

/// Names that lead out of a folder, hide in it, or that some system keeps for itself (class H28).
const NAMES: [&str; 22] = [
    "..",
    ".",
    "../../.ssh/authorized_keys",
    "/etc/cron.d/x",
    "..\\..\\x",
    "C:\\x",
    "CON",
    "NUL.md",
    "-rf",
    "a/b",
    "a/../../x",
    "a\0b",
    "~",
    "$HOME",
    "%00",
    "%2e%2e%2fx",
    "trailing. ",
    "\u{202e}txt.exe",
    "\u{1b}]0;x\u{7}",
    "new\nline",
    "\u{ff0e}\u{ff0e}\u{2215}x",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

/// Everything under `root`, with what it holds or leads to.
pub(super) fn tree(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn walk(at: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            let there = fs::symlink_metadata(&path).unwrap();
            if there.is_dir() {
                walk(&path, found);
            }
            let holds = match fs::read_link(&path) {
                Ok(target) => target.into_os_string().into_encoded_bytes(),
                Err(_) if there.is_file() => fs::read(&path).unwrap(),
                Err(_) => Vec::new(),
            };
            found.insert(path, holds);
        }
    }
    let mut found = BTreeMap::new();
    walk(root, &mut found);
    found
}

/// Does something and fails if that changed, made or removed anything in `home` outside of `folder`.
#[track_caller]
fn only_in(home: &Home, folder: &str, told: &str, act: impl FnOnce()) {
    let outside = |home: &Home| {
        let mut tree = tree(home.path());
        tree.retain(|path, _| !path.starts_with(home.join(folder)));
        tree
    };
    let before = outside(home);
    act();
    let after = outside(home);
    let changed: Vec<&PathBuf> = after
        .iter()
        .filter(|(path, holds)| before.get(*path) != Some(holds))
        .map(|(path, _)| path)
        .chain(before.keys().filter(|path| !after.contains_key(*path)))
        .collect();
    assert!(changed.is_empty(), "{told}: {changed:?} outside {folder}");
}

/// The control: who takes a name as it is writes elsewhere.
#[test]
#[should_panic(expected = "outside here")]
fn a_program_that_takes_a_name_as_it_is_is_caught() {
    let home = Home::new();
    only_in(&home, "here", "as it is", || fs::write(home.join("here").join("../elsewhere.md"), "text").unwrap());
}

/// A name that a command's argument can hold.
fn typed(name: &str) -> String {
    name.replace('\0', "")
}

#[test]
fn a_name_that_leads_elsewhere_is_no_id_of_a_catalog() {
    let home = Home::new();
    for name in NAMES {
        for (id, field) in
            [("payments", "id"), ("senior", "slug"), ("idempotency", "id"), ("slow-file", "id"), ("flows", "id")]
        {
            let mut ladders: serde_json::Value =
                serde_json::from_str(include_str!("../support/interviews.json")).unwrap();
            assert!(rename(&mut ladders, id, name), "no {field} {id}");
            home.write("ladders.json", &ladders.to_string());
            fs::remove_dir_all(home.join("here")).unwrap();
            fs::create_dir(home.join("here")).unwrap();
            only_in(&home, "here", name, || {
                for output in ["all.json", "all"] {
                    let made = home.run(&["--catalog", "../ladders.json", "catalog", "export", "--output", output]);
                    let is_harmless = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
                    assert!(is_harmless || made.status.code() == Some(3), "{name:?} as {id}: {made:?}");
                    assert!(is_harmless || tree(&home.join("here")).is_empty());
                }
            });
        }
    }
}

/// Calls whatever has the id `id` by another name, wherever it is named; says whether it was anywhere.
fn rename(value: &mut serde_json::Value, id: &str, name: &str) -> bool {
    match value {
        serde_json::Value::String(text) if text == id => {
            name.clone_into(text);
            true
        }
        serde_json::Value::Array(values) => {
            values.iter_mut().filter_map(|value| rename(value, id, name).then_some(())).count() > 0
        }
        serde_json::Value::Object(fields) => {
            fields.values_mut().filter_map(|value| rename(value, id, name).then_some(())).count() > 0
        }
        _ => false,
    }
}

#[test]
fn a_sheet_whose_names_lead_elsewhere_is_imported_into_its_folder() {
    for name in NAMES {
        let home = Home::new();
        let cell = name.replace('"', "\"\"");
        home.write(
            "sheet.csv",
            &format!("Family,Level,Title,Skill,Proficiency\n\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",2\nPlain,Senior,Plain,SQL,2\n"),
        );
        only_in(&home, "here/new", name, || {
            home.run(&["catalog", "import", "../sheet.csv", "--output", "new/"]);
            home.run(&["catalog", "import", "../sheet.csv", "--output", "new", "--force"]);
        });
        let made = tree(&home.join("here"));
        assert!(made.keys().all(|path| path.to_str().is_some_and(str::is_ascii)), "{name:?}: {:?}", made.keys());
    }
}

#[test]
fn a_story_by_any_name_is_a_file_among_the_stories() {
    let home = Home::new();
    for name in NAMES {
        only_in(&home, "data/stories", name, || {
            home.run(&["practice", "story", "new", "--", &typed(name)]);
        });
    }
    let stories = fs::read_dir(home.join("data/stories")).unwrap();
    for story in stories {
        let story = story.unwrap().file_name().into_string().unwrap();
        let stem = story.strip_suffix(".md").unwrap();
        assert!(
            stem.len() < 200
                && stem.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "{story}"
        );
    }
}

#[test]
fn no_record_of_a_journal_leads_out_of_the_answers() {
    let home = Home::new();
    let answers = Answers::new(Some(home.join("data")));
    println!("figure: 0 outside by {} names", NAMES.len());
    for name in NAMES {
        for name in [name.to_owned(), format!("answers/{name}/x.md"), format!("answers/../{name}")] {
            only_in(&home, "data/answers", &name, || {
                let _ = answers.write(&name, "text");
                if let Ok(path) = answers.path(&name) {
                    assert!(path.starts_with(home.join("data/answers")), "{path:?}");
                    assert!(!path.components().any(|part| part == std::path::Component::ParentDir), "{path:?}");
                }
            });
        }
    }
}

/// Links that lead to a file that is there and to one that is not.
struct Victims {
    home: Home,
    planted: Vec<PathBuf>,
}

impl Victims {
    fn new() -> Self {
        let home = Home::new();
        home.write("victims/there", "untouched");
        home.write("ladders.json", &catalog(ODD, 0));
        Self { home, planted: Vec::new() }
    }

    /// Puts links at `names`, one after the other to the file that is there and to the one that is not.
    fn plant(&mut self, names: &[&str]) {
        for name in names {
            let at = self.home.join(name);
            fs::create_dir_all(at.parent().unwrap()).unwrap();
            let victim = ["there", "not-there"][self.planted.len() % 2];
            symlink(self.home.join("victims").join(victim), &at).unwrap();
            self.planted.push(at);
        }
    }

    #[track_caller]
    fn are_untouched(&self, told: &str) {
        let victims = tree(&self.home.join("victims"));
        assert_eq!(victims.into_values().collect::<Vec<_>>(), [b"untouched"], "{told}");
    }
}

/// The control: who opens what lies there follows the link.
#[test]
#[should_panic(expected = "as it lies there")]
fn a_program_that_follows_a_planted_link_is_caught() {
    let mut victims = Victims::new();
    victims.plant(&["here/role.md"]);
    fs::write(victims.home.join("here/role.md"), "harm").unwrap();
    victims.are_untouched("as it lies there");
}

#[test]
fn no_planted_link_is_followed_by_a_command() {
    for turn in 0..2 {
        let mut victims = Victims::new();
        if turn == 1 {
            victims.plant(&["one-more"]);
        }
        victims.plant(&[
            "config/bookmarks.jsonl.lock",
            "data/practice.jsonl.lock",
            "data/stories/two-ledgers.md",
            "here/role.md",
            "here/sheet.md",
            "here/catalog.json",
            "here/new",
            "here/imported.json",
            "config/config.toml",
        ]);
        victims.home.write("sheet.csv", "Family,Level,Title,Skill,Proficiency\nPlain,Senior,Plain,SQL,2\n");
        for arguments in [
            &["bookmark", "add", "payments/senior"][..],
            &["gap", "want", "payments/senior"],
            &["gap", "rate", "ledgers", "3"],
            &["practice", "date", "payments/senior", "2999-12-02"],
            &["practice", "story", "new", "Two ledgers"],
            &["export", "payments/senior", "--output", "role.md"],
            &["export", "payments/senior", "--output", "role.md", "--force"],
            &["practice", "sheet", "payments/senior", "--output", "sheet.md"],
            &["catalog", "export", "--output", "catalog.json"],
            &["catalog", "export", "--output", "catalog.json", "--force"],
            &["catalog", "new", "new"],
            &["catalog", "export", "--output", "new"],
            &["catalog", "import", "../sheet.csv", "--output", "imported.json"],
            &["catalog", "import", "../sheet.csv", "--output", "imported.json", "--force"],
            &["config", "edit"],
        ] {
            let mut command = victims.home.command(&[&["--catalog", "../ladders.json"], arguments].concat());
            command.env("EDITOR", "true").output().unwrap();
            victims.are_untouched(&format!("{arguments:?}"));
        }
        println!("figure: 0 of {} links of commands", victims.planted.len());
        // What is kept was kept all the same.
        let kept = victims.home.run(&["--catalog", "../ladders.json", "bookmark", "list"]);
        assert!(String::from_utf8_lossy(&kept.stdout).contains("payments/senior"), "{kept:?}");
    }
}

#[test]
fn no_planted_link_is_followed_by_a_copy_of_what_cannot_be_read() {
    let home = Home::new();
    home.write("config/bookmarks.jsonl", "no record\n");
    home.run(&["bookmark", "list"]);
    let corrupt =
        tree(&home.join("config")).into_keys().find(|path| path.to_string_lossy().contains(".corrupt-")).unwrap();
    let name = corrupt.strip_prefix(home.path()).unwrap().to_str().unwrap();
    for planted in 1..=2 {
        let mut victims = Victims::new();
        victims.home.write("config/bookmarks.jsonl", "no record\n");
        victims.plant(&["a", name][2 - planted..]);
        victims.home.run(&["bookmark", "list"]);
        victims.are_untouched("a corrupt copy");
    }
    println!("figure: 0 of 1 for a corrupt copy");
}

#[test]
fn no_planted_link_is_followed_by_an_answer() {
    let question = "payments/senior#lost-day".parse().unwrap();
    let now = "2026-11-23T05:28:00Z".parse().unwrap();
    for planted in ["x", "answers/payments/senior/lost-day/20261123T052800Z.md"] {
        let mut victims = Victims::new();
        victims.plant(&["data/first", &format!("data/{planted}")]);
        let answers = Answers::new(Some(victims.home.join("data")));
        let name = answers.begin(&question, now).unwrap();
        assert_ne!(&*name, planted);
        answers.write(&name, "text").unwrap();
        if planted != "x" {
            answers.write(planted, "text").unwrap();
        }
        victims.are_untouched("an answer");
    }
    println!("figure: 0 of 1 for an answer");
}

#[test]
fn drafts_and_rescued_lines_have_names_that_nobody_can_plant() {
    let home = Home::new();
    let names = || {
        let draft = Draft::create(&home.join("data/drafts"), "text").unwrap().path().to_owned();
        [draft, rescue_text("text", ".jsonl", &[&home.join("data")]).unwrap()]
    };
    let (one, other) = (names(), names());
    for path in one.iter().chain(&other) {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(one.iter().zip(&other).all(|(one, other)| one != other));
}
