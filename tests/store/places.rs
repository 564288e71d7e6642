//! Where things are kept, and the two small files beside the journals: the last place and the draft of a note.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use rungs::store::{Draft, DraftError, Explicit, Place, Places};

use super::nook::{Nook, mode, role};

fn find(explicit: [Option<&str>; 2], variables: &[(&str, &str)], custom: [Option<&str>; 2]) -> [Option<PathBuf>; 2] {
    let variables: HashMap<_, _> = variables.iter().copied().collect();
    let [config, data] = explicit.map(|path| path.map(PathBuf::from));
    let [custom_config, custom_data] = custom.map(|path| path.map(PathBuf::from));
    let custom = || Places { config: custom_config, data: custom_data };
    let places = Places::find(Explicit { config, data }, |name| variables.get(name).map(OsString::from), custom);
    assert_eq!(places.notice().is_some(), places.config.is_none() || places.data.is_none());
    [places.config, places.data]
}

fn paths(config: &str, data: &str) -> [Option<PathBuf>; 2] {
    [Some(config.into()), Some(data.into())]
}

const CUSTOM: [Option<&str>; 2] = [Some("/home/a/.config/rungs"), Some("/home/a/.local/share/rungs")];
const XDG: [(&str, &str); 2] = [("XDG_CONFIG_HOME", "/xdg/config"), ("XDG_DATA_HOME", "/xdg/data")];
const OURS: [(&str, &str); 2] = [("RUNGS_CONFIG_DIR", "/ours/config"), ("RUNGS_DATA_DIR", "/ours/data")];

#[test]
fn arguments_come_before_our_variables_before_xdg_before_the_custom_of_the_system() {
    let all: Vec<_> = [XDG, OURS].concat();
    assert_eq!(find([Some("/a"), Some("/b")], &all, CUSTOM), paths("/a", "/b"));
    assert_eq!(find([None, None], &all, CUSTOM), paths("/ours/config", "/ours/data"));
    assert_eq!(find([None, None], &XDG, CUSTOM), paths("/xdg/config/rungs", "/xdg/data/rungs"));
    assert_eq!(find([None, None], &[], CUSTOM), CUSTOM.map(|path| path.map(PathBuf::from)));
    assert_eq!(find([Some("/a"), None], &XDG, CUSTOM), paths("/a", "/xdg/data/rungs"), "each by itself");
    assert_eq!(find([Some("/a"), None], &[], CUSTOM), paths("/a", "/home/a/.local/share/rungs"));
    assert_eq!(find([None, Some("/b")], &[], CUSTOM), paths("/home/a/.config/rungs", "/b"));
}

#[test]
fn an_empty_variable_is_none_and_a_relative_xdg_home_does_not_count() {
    let empty = [("RUNGS_CONFIG_DIR", ""), ("RUNGS_DATA_DIR", ""), ("XDG_CONFIG_HOME", ""), ("XDG_DATA_HOME", "here")];
    assert_eq!(find([None, None], &empty, CUSTOM), CUSTOM.map(|path| path.map(PathBuf::from)));
}

#[test]
fn a_relative_directory_is_none_at_all() {
    assert_eq!(find([None, None], &[("RUNGS_CONFIG_DIR", "here")], CUSTOM)[0], None);
    assert_eq!(find([None, None], &[], [Some("rel/.config/rungs"), None]), [None, None]);
    assert_eq!(find([None, None], &[], [Some("/config"), Some("rel")]), [Some("/config".into()), None]);
}

#[test]
fn a_relative_argument_counts_from_the_current_directory() {
    let explicit = Explicit { config: Some("mine".into()), data: Some("/data".into()) };
    let places = Places::of_this_process(explicit);
    assert_eq!(places.config, Some(std::env::current_dir().unwrap().join("mine")));
    assert_eq!(places.data.as_deref(), Some(Path::new("/data")));
}

#[test]
fn every_file_has_its_name() {
    let places = Places { config: Some("/c".into()), data: Some("/d".into()) };
    let names = [
        (places.bookmarks(), "/c/bookmarks.jsonl"),
        (places.settings(), "/c/config.toml"),
        (places.catalogs(), "/c/catalogs"),
        (places.themes(), "/c/themes"),
        (places.practice(), "/d/practice.jsonl"),
        (places.answers(), "/d/answers"),
        (places.stories(), "/d/stories"),
        (places.place(), "/d/place.json"),
        (places.drafts(), "/d/drafts"),
    ];
    for (path, expected) in names {
        assert_eq!(path.as_deref(), Some(Path::new(expected)));
    }
    assert_eq!(Places::default().bookmarks(), None);
}

fn somewhere() -> Place {
    Place {
        at: Some(role(1)),
        pane: "levels".to_owned(),
        back: vec![role(2), role(3)],
        forward: vec![role(4)],
        theme: Some("mono".to_owned()),
        folded: Some(vec!["kpis".to_owned()]),
        exact: true,
        searched: ("ledger".to_owned(), 2),
        searches: vec!["ledger".to_owned(), "level:senior".to_owned()],
    }
}

#[test]
fn the_place_comes_back_as_it_was_left() {
    let nook = Nook::new();
    let path = nook.join("data/place.json");
    assert_eq!(Place::load(&path), Place::default());
    for place in [somewhere(), Place::default(), somewhere()] {
        place.save(&path).unwrap();
        assert_eq!(Place::load(&path), place);
    }
    assert_eq!((mode(&path), mode(&nook.join("data"))), (0o600, 0o700));
    assert_eq!(fs::read_dir(nook.join("data")).unwrap().count(), 1, "no temporary file stays");
}

#[test]
fn a_place_that_cannot_be_read_is_the_start() {
    let nook = Nook::new();
    let path = nook.join("place.json");
    for damaged in ["", "{", "[]", "\0\0\0", "{\"at\":7}", "{\"at\":\"not an id\"}", "{\"back\":[\"x\"]}"] {
        fs::write(&path, damaged).unwrap();
        assert_eq!(Place::load(&path), Place::default(), "{damaged}");
    }
    fs::write(&path, "{\"pane\":\"role\",\"of tomorrow\":{\"x\":1e400}}").unwrap();
    assert_eq!(Place::load(&path).pane, "role");
    fs::write(&path, b"\xff\xfe").unwrap();
    assert_eq!(Place::load(&path), Place::default());
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(Place::load(&path), Place::default());
    assert!(somewhere().save(&path).is_err());
}

#[test]
fn a_link_to_the_place_stays_a_link() {
    let nook = Nook::new();
    fs::create_dir(nook.join("synced")).unwrap();
    let path = nook.join("place.json");
    for target in ["synced/place.json", "synced/not yet.json"] {
        symlink(target, &path).unwrap();
        Place::default().save(&path).unwrap();
        somewhere().save(&path).unwrap();
        assert_eq!(fs::read_link(&path).unwrap(), Path::new(target));
        assert_eq!(Place::load(&nook.join(target)), somewhere());
        fs::remove_file(&path).unwrap();
    }
    symlink("place.json", &path).unwrap();
    let error = somewhere().save(&path).unwrap_err().to_string();
    assert!(error.contains("symbolic links") && error.contains("place.json"), "{error}");
}

#[test]
fn a_pipe_where_the_place_should_be_is_neither_waited_for_nor_replaced() {
    let nook = Nook::new();
    let pipe = nook.join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    symlink(&pipe, nook.join("place.json")).unwrap();
    assert_eq!(Place::load(&nook.join("place.json")), Place::default());
    assert!(somewhere().save(&nook.join("place.json")).is_err());
    assert!(!fs::metadata(&pipe).unwrap().is_file());
}

#[test]
fn a_draft_is_private_and_holds_the_note_until_it_is_discarded() {
    let nook = Nook::new();
    let drafts = nook.join("drafts");
    let (one, two) = (Draft::create(&drafts, "why\n\u{1b}").unwrap(), Draft::create(&drafts, "").unwrap());
    assert_ne!(one.path(), two.path());
    assert_eq!((mode(&drafts), mode(one.path())), (0o700, 0o600));
    assert_eq!(one.path().extension().unwrap(), "md");
    assert_eq!(one.read().unwrap(), "why\n\u{1b}");

    // Many editors write beside and rename.
    fs::write(nook.join("new"), "better").unwrap();
    fs::rename(nook.join("new"), one.path()).unwrap();
    assert_eq!(one.read().unwrap(), "better");
    let path = one.path().to_owned();
    one.discard();
    assert!(!path.exists());
    let path = two.path().to_owned();
    drop(two);
    assert!(path.exists(), "a draft is lost only when it is discarded");
}

#[test]
fn a_draft_that_cannot_be_taken_back_stays_and_is_named() {
    let nook = Nook::new();
    let draft = Draft::create(&nook.join("drafts"), "note").unwrap();
    let most = 256 << 10;
    fs::write(draft.path(), "x".repeat(most)).unwrap();
    assert_eq!(draft.read().unwrap().len(), most);
    fs::write(draft.path(), "x".repeat(most + 1)).unwrap();
    let too_long = draft.read().unwrap_err();
    assert!(matches!(too_long, DraftError::TooLong { .. }));
    fs::write(draft.path(), b"caf\xe9").unwrap();
    let latin = draft.read().unwrap_err();
    assert!(matches!(latin, DraftError::NotText { at: 3, .. }));
    for error in [too_long, latin] {
        let text = error.to_string();
        assert!(text.contains(draft.path().to_str().unwrap()) && text.contains("note is unchanged"), "{text}");
    }
    assert_eq!(fs::read(draft.path()).unwrap(), b"caf\xe9");
    fs::remove_file(draft.path()).unwrap();
    assert!(matches!(draft.read(), Err(DraftError::Unreadable { .. })));
    assert!(Command::new("mkfifo").arg(draft.path()).status().unwrap().success());
    assert!(matches!(draft.read(), Err(DraftError::Unreadable { .. })));
}

#[test]
fn a_draft_that_cannot_be_made_says_where() {
    let nook = Nook::new();
    fs::write(nook.join("drafts"), "").unwrap();
    let error = Draft::create(&nook.join("drafts"), "note").unwrap_err().to_string();
    assert!(error.contains("drafts") && error.contains("note is unchanged"), "{error}");
}
