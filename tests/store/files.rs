//! Files as people have them: links, modes, full disks, and things at the path that are no files at all.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use rungs::store::{Lock, SaveError, theme_file, theme_files, write_new};

use super::nook::{Nook, add, append, fold, journal, mode, read, role};
use crate::bars::bar;

fn fails(path: &Path) -> SaveError {
    let mut journal = journal(path);
    let entry = journal.entry(add(1));
    let error = journal.append(&[entry]).unwrap_err();
    let text = error.to_string();
    assert!(text.starts_with("NOT SAVED") && text.contains("bookmarks.jsonl"), "{text}");
    error
}

/// Whether `save` makes `target` longer.
fn grows(target: &Path, save: impl FnOnce()) -> bool {
    let before = fs::metadata(target).map_or(0, |there| there.len());
    save();
    fs::metadata(target).unwrap().len() > before
}

/// Saves and reads through `path` and checks that `target` is what grew.
fn reaches(path: &Path, target: &Path) {
    assert!(grows(target, || drop(append(&mut journal(path), add(8)))));
    assert!(fold(&read(path)).contains(&role(8)));
}

#[test]
fn links_stay_links_and_their_target_grows() {
    let nook = Nook::new();
    fs::create_dir(nook.join("dotfiles")).unwrap();
    let target = nook.join("dotfiles/bookmarks.jsonl");
    for (case, leads_to) in [("absolute", target.as_path()), ("relative", Path::new("dotfiles/bookmarks.jsonl"))] {
        let path = nook.join(&format!("{case}-bookmarks.jsonl"));
        symlink(leads_to, &path).unwrap();
        reaches(&path, &target);
        assert_eq!(fs::read_link(&path).unwrap(), leads_to, "{case}");
    }
    let mut last = target.clone();
    for step in 0..5 {
        let path = nook.join(&format!("{step}-bookmarks.jsonl"));
        symlink(&last, &path).unwrap();
        last = path;
    }
    reaches(&last, &target);
    assert!(fs::symlink_metadata(&last).unwrap().is_symlink());

    symlink(nook.join("dotfiles"), nook.join("config")).unwrap();
    reaches(&nook.join("config/bookmarks.jsonl"), &target);

    // From memory to a disk, where there are both.
    let (elsewhere, path) = (Nook::on_disk(), nook.join("far-bookmarks.jsonl"));
    elsewhere.add([1]);
    symlink(elsewhere.file(), &path).unwrap();
    reaches(&path, &elsewhere.file());
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    let device = |of: &Nook| fs::metadata(of.path()).unwrap().dev();
    println!("figure: across devices {}", device(&nook) != device(&elsewhere));
}

/// The control: who writes anew and renames has a file where the link was, and the target is as it was.
#[test]
fn a_writer_that_renames_is_caught() {
    let (nook, elsewhere) = (Nook::new(), Nook::new());
    elsewhere.add([1]);
    symlink(elsewhere.file(), nook.file()).unwrap();
    let renames = || {
        fs::write(nook.join("new"), nook.bytes().repeat(2)).unwrap();
        fs::rename(nook.join("new"), nook.file()).unwrap();
    };
    assert!(!grows(&elsewhere.file(), renames));
    assert!(!fs::symlink_metadata(nook.file()).unwrap().is_symlink());
}

#[test]
fn a_link_to_nothing_yet_gets_its_target_made_private() {
    let nook = Nook::new();
    symlink("later.jsonl", nook.file()).unwrap();
    reaches(&nook.file(), &nook.join("later.jsonl"));
    assert!(fs::symlink_metadata(nook.file()).unwrap().is_symlink());
    assert_eq!(mode(&nook.join("later.jsonl")), 0o600);
}

#[test]
fn links_that_lead_nowhere_are_named() {
    let nook = Nook::new();
    symlink("missing/later.jsonl", nook.file()).unwrap();
    fails(&nook.file());
    fs::remove_file(nook.file()).unwrap();
    symlink("bookmarks.jsonl", nook.file()).unwrap();
    fails(&nook.file());
    let error = journal(&nook.file()).read().unwrap_err().to_string();
    assert!(error.contains("bookmarks.jsonl") && error.contains("left as it is"), "{error}");
}

#[test]
fn a_hard_link_stays_one() {
    let nook = Nook::new();
    nook.add([1]);
    fs::hard_link(nook.file(), nook.join("other")).unwrap();
    let before = fs::metadata(nook.file()).unwrap();
    reaches(&nook.file(), &nook.join("other"));
    let after = fs::metadata(nook.file()).unwrap();
    assert_eq!((before.ino(), before.nlink()), (after.ino(), after.nlink()));
    assert_eq!(after.nlink(), 2);
}

#[test]
fn modes_of_what_is_there_are_left_alone_and_new_ones_are_private() {
    let nook = Nook::new();
    let path = nook.join("a/b/bookmarks.jsonl");
    append(&mut journal(&path), add(1));
    for made in ["a", "a/b"] {
        assert_eq!(mode(&nook.join(made)), 0o700);
    }
    assert_eq!((mode(&path), mode(&nook.join("a/b/bookmarks.jsonl.lock"))), (0o600, 0o600));
    for (what, wanted) in [(path.clone(), 0o640), (nook.join("a"), 0o755)] {
        fs::set_permissions(&what, fs::Permissions::from_mode(wanted)).unwrap();
        append(&mut journal(&path), add(2));
        assert_eq!(mode(&what), wanted);
    }
}

#[test]
fn a_pipe_a_device_and_a_directory_are_refused_at_once() {
    let nook = Nook::new();
    assert!(Command::new("mkfifo").arg(nook.file()).status().unwrap().success());
    assert!(fails(&nook.file()).to_string().contains(": cannot open it: not a regular file; "));
    assert!(journal(&nook.file()).read().is_err());
    for device in ["/dev/null", "/dev/full", "/dev/zero"] {
        fs::remove_file(nook.file()).unwrap();
        symlink(device, nook.file()).unwrap();
        assert!(fails(&nook.file()).to_string().contains("not a regular file"));
        assert!(journal(&nook.file()).read().is_err());
    }
    fs::remove_file(nook.file()).unwrap();
    fs::create_dir(nook.file()).unwrap();
    fails(&nook.file());
}

#[test]
fn a_directory_that_cannot_be_made_is_an_error_with_its_path() {
    let nook = Nook::new();
    nook.write("");
    let why = fails(&nook.join("bookmarks.jsonl/rungs/x")).to_string();
    assert!(why.contains(": cannot make its directory: "), "{why}");
    if cfg!(target_os = "linux") {
        fails(Path::new("/proc/rungs/bookmarks.jsonl"));
    }
}

#[test]
fn a_file_name_with_escape_sequences_is_shown_harmless() {
    let nook = Nook::new();
    let path = nook.join("\u{1b}[2J-bookmarks.jsonl");
    fs::create_dir(&path).unwrap();
    assert!(!fails(&path).to_string().contains('\u{1b}'));
}

#[test]
fn where_no_lock_can_be_had_saving_goes_on_and_says_so() {
    let nook = Nook::new();
    fs::create_dir(nook.join("bookmarks.jsonl.lock")).unwrap();
    let mut journal = nook.journal();
    let entry = journal.entry(add(1));
    let saved = journal.append(&[entry]).unwrap();
    assert_eq!(saved.lock, Lock::Unavailable);
    assert!(saved.caution().unwrap().contains("without a lock"));
    assert!(fold(&nook.read()).contains(&role(1)));
    assert!(!journal.changed_elsewhere());
}

#[test]
fn a_link_in_the_place_of_the_lock_is_not_followed() {
    let nook = Nook::new();
    symlink(nook.join("elsewhere"), nook.join("bookmarks.jsonl.lock")).unwrap();
    let mut journal = nook.journal();
    let entry = journal.entry(add(1));
    assert_eq!(journal.append(&[entry]).unwrap().lock, Lock::Unavailable);
    assert!(fold(&nook.read()).contains(&role(1)) && !nook.join("elsewhere").exists());
}

#[test]
fn readers_do_not_care_for_the_lock() {
    let nook = Nook::new();
    nook.add([1]);
    let lock = File::open(nook.join("bookmarks.jsonl.lock")).unwrap();
    lock.lock().unwrap();
    let start = std::time::Instant::now();
    assert_eq!(nook.read().entries.len(), 1);
    let took = start.elapsed();
    println!("figure: a reader beside a lock {} ms", took.as_millis());
    assert!(took < bar(Duration::from_millis(50)), "{took:?}");
}

#[test]
fn a_new_file_takes_no_place_that_is_taken() {
    let nook = Nook::new();
    let write = |name: &str, text: &str| {
        write_new(nook.path(), name, text).map(|path| path.strip_prefix(nook.path()).unwrap().to_owned())
    };
    assert_eq!(write("page.md", "one").unwrap(), Path::new("page.md"));
    assert_eq!(write("page.md", "two").unwrap(), Path::new("page-2.md"));
    // Nor is a link followed, wherever it leads, nor a directory taken for a file.
    symlink(nook.join("elsewhere"), nook.join("page-3.md")).unwrap();
    fs::create_dir(nook.join("page-4.md")).unwrap();
    assert_eq!(write("page.md", "five").unwrap(), Path::new("page-5.md"));
    assert_eq!(write("v1.2", "no ending").unwrap(), Path::new("v1.2"));
    assert_eq!(write("page", "no ending").unwrap(), Path::new("page"));
    assert_eq!(write("page", "no ending").unwrap(), Path::new("page-2"));
    let texts = ["page.md", "page-2.md", "page-5.md"].map(|name| fs::read_to_string(nook.join(name)).unwrap());
    assert_eq!(texts, ["one", "two", "five"]);
    assert!(!nook.join("elsewhere").exists());
    // A file of the reader's, as others of theirs are.
    File::create(nook.join("other")).unwrap();
    assert_eq!(mode(&nook.join("page.md")), mode(&nook.join("other")));
    for number in 2..=1_000 {
        File::create(nook.join(&format!("all-{number}.md"))).unwrap();
    }
    assert_eq!(write("all.md", "first").unwrap(), Path::new("all.md"));
    assert_eq!(write("all.md", "no more").unwrap_err().kind(), ErrorKind::AlreadyExists);
    let nowhere = write_new(&nook.join("missing"), "page.md", "text").unwrap_err();
    assert_eq!(nowhere.kind(), ErrorKind::NotFound);
}

#[test]
fn a_theme_of_64_kib_is_read_whole_and_one_of_a_byte_more_is_not() {
    let nook = Nook::new();
    let text = "# ".repeat(32 << 10);
    fs::write(nook.join("fits.toml"), &text).unwrap();
    fs::write(nook.join("large.toml"), text.clone() + "#").unwrap();
    let said = theme_files(nook.path()).into_iter().map(|theme| theme.text);
    assert_eq!(said.collect::<Vec<_>>(), [Ok(text), Err("is too large: it may have 64 KiB".to_owned())]);
}

#[test]
fn a_theme_has_a_name_that_stays_in_its_folder_and_can_be_shown() {
    let nook = Nook::new();
    let themes = nook.join("themes");
    fs::create_dir(&themes).unwrap();
    let theme = |name: &str| {
        fs::write(themes.join(format!("{name}.toml")), "").unwrap();
        theme_file(&themes, name)
    };
    assert!(theme("dusk").is_some() && theme(&"a".repeat(64)).is_some());
    for name in ["", ".hidden", "../outside", "a\\b", "a\u{1b}b", &"a".repeat(65)] {
        assert_eq!(theme(name), None, "{name:?}");
    }
    assert_eq!(theme_files(&themes).len(), 2);
}
