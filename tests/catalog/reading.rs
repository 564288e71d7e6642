//! Catalogs on disk: folders and files, and everything a path may lead to instead.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::Path;

use rungs::catalog::{Check, Files, Problem, check, load, outline_json};
use serde_json::json;
use tempfile::TempDir;

use crate::small::{TEXT, remove, small};

/// What is wrong with the file `bytes`.
fn problems_of_bytes(bytes: &[u8]) -> Vec<Problem> {
    let home = TempDir::new().unwrap();
    let path = home.path().join("own.json");
    fs::write(&path, bytes).unwrap();
    check(&Files::read(&path))
}

fn only(problems: &[Problem]) -> &Problem {
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.first().unwrap()
}

/// Writes the small catalog as a folder.
fn small_folder() -> TempDir {
    let home = TempDir::new().unwrap();
    let mut catalog = small();
    let [skills, kpis, families] = ["/skills", "/kpis", "/families"].map(|list| remove(&mut catalog, list));
    let write = |name: &str, value: &serde_json::Value| fs::write(home.path().join(name), value.to_string()).unwrap();
    fs::create_dir(home.path().join("families")).unwrap();
    write("catalog.json", &catalog);
    write("skills.json", &json!({ "$schema": "./schema.json", "skills": skills }));
    write("kpis.json", &json!({ "// why": "as the board counts", "kpis": kpis }));
    for family in families.as_array().unwrap() {
        write(&format!("families/{}.json", family["id"].as_str().unwrap()), family);
    }
    home
}

#[test]
fn a_folder_and_a_single_file_are_the_same_catalog() {
    let home = small_folder();
    let file = home.path().join("one.json");
    fs::write(&file, small().to_string()).unwrap();
    let folder = load(&Files::read(home.path())).unwrap();
    assert_eq!(check(&Files::read(home.path())), []);
    let single = load(&Files::read(&file)).unwrap();
    assert_eq!(outline_json(&folder).unwrap(), outline_json(&single).unwrap());
    assert_eq!(folder.framework(), single.framework());
    assert_eq!(folder.terms(), single.terms());
    for (family, rung) in single.rungs() {
        assert_eq!(folder.role(&family.role_id(rung)), single.role(&family.role_id(rung)));
    }
}

#[test]
fn problems_of_a_folder_name_the_file_they_are_in() {
    let home = small_folder();
    let path = home.path().join("families/support.json");
    let wrong = fs::read_to_string(&path).unwrap().replacen(r#""to":"payments/junior""#, r#""to":"payments/jnior""#, 1);
    fs::write(&path, wrong).unwrap();
    fs::write(home.path().join("kpis.json"), "{").unwrap();
    let told: Vec<String> = check(&Files::read(home.path())).iter().map(ToString::to_string).collect();
    let [kpis, support] = &*told else { panic!("{told:#?}") };
    assert!(kpis.ends_with("/kpis.json:1:2: EOF while parsing an object"), "{kpis}");
    assert!(support.contains("/families/support.json:1:"), "{support}");
    assert!(
        support.ends_with(": roles[0].moves[1].to: unknown role `payments/jnior`: did you mean `payments/junior`?")
    );
}

#[test]
fn an_outline_a_hidden_file_and_a_note_beside_the_families_are_not_read() {
    let home = small_folder();
    for name in ["outline.json", "families/.support.json.swp", "families/.hidden.json", "families/README.md"] {
        fs::write(home.path().join(name), "not JSON").unwrap();
    }
    assert_eq!(check(&Files::read(home.path())), []);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    assert_eq!(problems_of_bytes(format!("\u{feff}{TEXT}").as_bytes()), []);
}

#[test]
fn what_is_no_text_is_refused_in_one_sentence() {
    let utf_16: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut latin_1 = TEXT.as_bytes().to_vec();
    let name = TEXT.find("A small").unwrap();
    latin_1[name] = 0xff;
    let cases: [(&[u8], Check, &str); 5] = [
        (b"", Check::EmptyFile, "own.json: is empty"),
        (b"\xef\xbb\xbf \n\t", Check::EmptyFile, "own.json: is empty"),
        (&utf_16, Check::Encoding, "own.json: is UTF-16: save it as UTF-8"),
        (&latin_1, Check::Encoding, "own.json:3:12: is not UTF-8: byte 30 begins no character"),
        (&[0; 4096], Check::Malformed, "own.json:1:1: expected value"),
    ];
    for (bytes, check, told) in cases {
        let problems = problems_of_bytes(bytes);
        let problem = only(&problems);
        assert_eq!(problem.check, check);
        assert!(problem.to_string().ends_with(told), "{problem}");
    }
}

#[test]
fn what_is_no_regular_file_is_refused_at_once() {
    let home = TempDir::new().unwrap();
    let at = |name: &str| home.path().join(name);
    let pipe = at("pipe");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    symlink(at("loop"), at("loop")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
    File::create(at("sparse")).unwrap().set_len(8 << 30).unwrap();
    File::create(at("large")).unwrap().set_len((64 << 20) + 1).unwrap();
    let cases: [(&Path, Check, &str); 9] = [
        (&pipe, Check::Unreadable, "is no regular file"),
        (&at("loop"), Check::Unreadable, "cannot be read: "),
        (&at("socket"), Check::Unreadable, "cannot be read: "),
        (&at("missing"), Check::Unreadable, "is not there"),
        (&at("sparse"), Check::TooMuch, "is too large: a file may have 64 MiB"),
        (&at("large"), Check::TooMuch, "is too large: a file may have 64 MiB"),
        (Path::new("/dev/zero"), Check::Unreadable, "is no regular file"),
        (Path::new("/proc/self/mem"), Check::Unreadable, "cannot be read: "),
        (home.path(), Check::Unreadable, "is not there"),
    ];
    for (path, check_of, told) in cases {
        let problems = check(&Files::read(path));
        let problem = only(&problems);
        assert_eq!(problem.check, check_of, "{problem}");
        assert!(problem.text.contains(told), "{problem}");
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_is_refused() {
    let home = small_folder();
    fs::remove_file(home.path().join("skills.json")).unwrap();
    fs::create_dir(home.path().join("skills.json")).unwrap();
    let problems = check(&Files::read(home.path()));
    assert!(only(&problems).to_string().ends_with("skills.json: is a folder where a file is needed"));
}

#[test]
fn a_link_to_a_catalog_is_followed() {
    let home = small_folder();
    let families = home.path().join("families");
    fs::rename(families.join("support.json"), home.path().join("elsewhere")).unwrap();
    symlink("../elsewhere", families.join("support.json")).unwrap();
    let link = home.path().with_extension("link");
    symlink(home.path(), &link).unwrap();
    assert_eq!(check(&Files::read(&link)), []);
    fs::remove_file(link).unwrap();
}

#[test]
fn a_file_name_cannot_play_tricks_in_a_message() {
    let home = small_folder();
    File::create(home.path().join("families/\u{1b}[2J\n\u{202e}.json")).unwrap().write_all(b"{").unwrap();
    let problems = check(&Files::read(home.path()));
    let told = only(&problems).to_string();
    assert!(told.contains("families/^[[2J \u{fffd}.json:1:2: "), "{told}");
    assert!(!told.contains(['\u{1b}', '\n', '\u{202e}']));
}

#[test]
fn a_thousand_families_are_the_most() {
    let home = small_folder();
    for n in 0..998 {
        fs::write(home.path().join(format!("families/x{n}.json")), "").unwrap();
    }
    let problems = check(&Files::read(home.path()));
    let too_much: Vec<&Problem> = problems.iter().filter(|problem| problem.check == Check::TooMuch).collect();
    assert_eq!(too_much.len(), 1);
    assert_eq!(too_much[0].text, "holds 1001 files: at most 1000");
}
