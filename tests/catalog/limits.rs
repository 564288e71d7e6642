//! Every limit of a catalog at its edge: as much as may be is taken, and one more is told with the limit.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;

use rungs::catalog::{Check, Files, Problem, check, kept_in, open};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::small::{TEXT, problems_of, set, small};

const MIB: usize = 1 << 20;

/// What is wrong with the small catalog after an edit, as far as `checks` find it.
fn found(checks: &[Check], edit: impl FnOnce(&mut Value)) -> Vec<Problem> {
    let mut catalog = small();
    edit(&mut catalog);
    problems_of(catalog.to_string()).into_iter().filter(|problem| checks.contains(&problem.check)).collect()
}

/// The small catalog's first role with everything a role can have.
fn complete(catalog: &mut Value) {
    set(catalog, "/families/1/interview", json!({ "mix": "engineering", "rounds": [] }));
    let round = json!({ "name": "Whiteboard", "minutes": 45, "about": "You draw what runs." });
    set(catalog, "/families/1/interview/rounds", json!([round]));
    set(catalog, "/families/1/roles/0/ask", json!(["Who is paged at night, and how often was it in the last month?"]));
    set(catalog, "/families/1/roles/0/aliases", json!(["Site Engineer"]));
    set(catalog, "/families/1/aliases", json!(["Reliability Developer"]));
}

#[test]
fn a_text_may_have_so_many_bytes_and_not_one_more() {
    let of_names = ["/name", "/departments/0/name", "/skills/0/name", "/kpis/0/unit", "/families/1/name"];
    let of_roles = ["/families/1/roles/0/title", "/families/1/roles/0/aliases/0", "/families/1/threads/0/name"];
    let of_meanings = ["/levels/0/meaning", "/skills/0/meaning", "/kpis/0/measures", "/axes/0/meaning", "/x"];
    let limits = of_names.into_iter().chain(of_roles).map(|place| (place, 512));
    for (place, most) in limits.chain(of_meanings.map(|place| (place, 65_536))) {
        let with = |length: usize| {
            found(&[Check::LongText, Check::Wordy], |catalog| {
                complete(catalog);
                set(catalog, place, "x".repeat(length));
            })
        };
        assert_eq!(with(most), [], "{place}");
        let told: Vec<_> =
            with(most + 1).into_iter().map(|problem| (problem.check, problem.text.to_string())).collect();
        assert_eq!(told, [(Check::LongText, format!("has {} bytes: at most {most}", most + 1))], "{place}");
    }
    let with_key = |length| found(&[Check::LongText], |catalog| set(catalog, &format!("/{}", "k".repeat(length)), 1));
    assert_eq!((with_key(512).len(), with_key(513).len()), (0, 1));
}

#[test]
fn a_text_that_people_read_is_told_to_be_wordy_behind_its_last_character() {
    for (place, most) in [
        ("/families/1/summary", 500),
        ("/families/0/entry/0/note", 200),
        ("/families/1/interview/rounds/0/about", 240),
        ("/families/1/roles/0/headline", 160),
        ("/families/1/roles/0/step_up", 320),
        ("/families/1/roles/0/summary", 500),
        ("/families/1/roles/0/responsibilities/0/text", 240),
        ("/families/1/roles/0/skills/0/use", 120),
        ("/families/1/roles/0/kpis/0/target", 100),
        ("/families/1/roles/0/moves/0/note", 200),
        ("/families/1/roles/0/ask/0", 220),
        ("/families/1/roles/0/questions/0/title", 60),
        ("/families/1/roles/0/questions/0/prompt", 600),
        ("/families/1/roles/0/questions/0/signals/0/text", 160),
        ("/families/1/roles/0/questions/0/levels/at", 220),
        ("/families/1/roles/0/questions/0/follow_ups/0/ask", 200),
        ("/families/1/roles/0/questions/0/follow_ups/0/listen_for", 200),
        ("/families/1/roles/0/questions/0/red_flags/0/text", 160),
    ] {
        // Of two bytes each: characters are counted.
        let with = |length: usize| {
            let told = found(&[Check::LongText, Check::Wordy], |catalog| {
                complete(catalog);
                set(catalog, place, "é".repeat(length));
            });
            told.into_iter().map(|problem| (problem.check, problem.text.to_string())).collect::<Vec<_>>()
        };
        assert_eq!(with(most), [], "{place}");
        let wordy = |length| (Check::Wordy, format!("has {length} characters: {most} or fewer are read to the end"));
        assert_eq!(with(most + 1), [wordy(most + 1)], "{place}");
        assert_eq!(with(8_000), [wordy(8_000)], "{place}");
        assert_eq!(with(8_001), [(Check::LongText, "has 8001 characters: at most 8000".to_owned())], "{place}");
    }
}

#[test]
fn a_list_may_have_so_many_entries_and_not_one_more() {
    let fields = ["aliases", "responsibilities", "skills", "kpis", "moves", "ask", "questions"];
    let of_role = fields.map(|field| format!("/families/1/roles/0/{field}"));
    let of_family = ["aliases", "threads", "questions", "interview/rounds"].map(|field| format!("/families/1/{field}"));
    let of_framework = ["departments", "levels", "axes", "topics", "strands"].map(|field| format!("/{field}"));
    let lists = of_role.into_iter().chain(of_family).chain(of_framework).chain(["/families/0/entry".to_owned()]);
    for (place, most) in
        lists.map(|place| (place, 500)).chain([("/skills".to_owned(), 20_000), ("/kpis".to_owned(), 20_000)])
    {
        let with = |length: usize| {
            let told = found(&[Check::TooMuch], |catalog| {
                complete(catalog);
                let entry = catalog.pointer(&format!("{place}/0")).unwrap().clone();
                set(catalog, &place, vec![entry; length]);
            });
            told.into_iter().map(|problem| (problem.path.to_string(), problem.text.to_string())).collect::<Vec<_>>()
        };
        assert_eq!(with(most), [], "{place}");
        let told = with(most + 1);
        let field = place.rsplit('/').next().unwrap();
        assert_eq!(told.len(), 1, "{place}: {told:?}");
        assert!(told[0].0.ends_with(field), "{told:?}");
        assert_eq!(told[0].1, format!("has {} entries: at most {most}", most + 1));
    }
}

#[test]
fn of_a_family_with_too_long_a_list_that_is_told_and_nothing_that_stands_in_it() {
    let told = |places: &[&str]| -> Vec<String> {
        let mut catalog = small();
        complete(&mut catalog);
        for place in places {
            let entry = catalog.pointer(&format!("{place}/0")).unwrap().clone();
            set(&mut catalog, place, vec![entry; 501]);
        }
        problems_of(catalog.to_string()).iter().map(|it| format!("{} {}", it.path, it.text)).collect()
    };
    let (aliases, rounds) = ("/families/1/aliases", "/families/1/interview/rounds");
    let of_aliases = "families[1].aliases has 501 entries: at most 500";
    let of_rounds = "families[1].interview.rounds has 501 entries: at most 500";
    assert_eq!(told(&[aliases]), [of_aliases]);
    assert_eq!(told(&[rounds]), [of_rounds]);
    let mut both = told(&[aliases, rounds]);
    both.sort();
    assert_eq!(both, [of_aliases, of_rounds]);
}

#[test]
fn an_id_of_any_length_is_told_once() {
    for length in [65, 70_000] {
        let told = found(&[Check::Shape, Check::LongText], |catalog| set(catalog, "/skills/0/id", "x".repeat(length)));
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].text.starts_with("an id is 1 to 64 of a-z, 0-9 and -"), "{told:?}");
    }
}

#[test]
fn roles_are_counted_over_all_families_even_those_that_are_none() {
    let with = |count: usize| {
        found(&[Check::TooMuch], |catalog| {
            // A family that does not parse has its roles counted all the same.
            set(catalog, "/families/0/id", 7);
            set(catalog, "/families/0/roles", vec![json!({}); 400]);
            set(catalog, "/families/1/roles", json!([]));
            set(catalog, "/families/2/roles", vec![json!({}); count]);
        })
    };
    assert_eq!(with(19_600), []);
    let told = with(19_601);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        (&*told[0].path, &*told[0].text),
        ("families[2].roles", "this makes 20001 roles: a catalog may have 20000")
    );
}

#[test]
fn a_thousand_errors_and_two_hundred_warnings_of_a_kind_are_listed_and_the_rest_is_counted() {
    let listed = |errors: usize, warnings: usize| {
        let mut catalog = small();
        set(&mut catalog, "/$hidden", vec!["\u{202e}"; errors]);
        for n in 0..warnings {
            set(&mut catalog, &format!("/x{n}"), 0);
        }
        let problems = problems_of(catalog.to_string());
        let count = |check| problems.iter().filter(|problem| problem.check == check).count();
        let rest = problems.iter().find(|problem| problem.check == Check::NotListed);
        (count(Check::UnsafeText), count(Check::UnknownField), rest.map(|problem| problem.text.to_string()))
    };
    assert_eq!(listed(1_000, 200), (1_000, 200, None));
    assert_eq!(listed(1_001, 200), (1_000, 200, Some("1 more errors are not listed".to_owned())));
    assert_eq!(listed(1_000, 201), (1_000, 200, Some("1 more warnings are not listed".to_owned())));
    let both = "2 more errors and 3 more warnings are not listed".to_owned();
    assert_eq!(listed(1_002, 203), (1_000, 200, Some(both)));
}

#[test]
fn a_message_and_a_key_in_it_are_cut_to_what_can_be_read() {
    let told = found(&[Check::Shape], |catalog| set(catalog, "/families/0/roles/2/moves/0/kind", "x".repeat(MIB)));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].text.chars().count(), 400);
    let path = |length: usize| {
        let told = found(&[Check::UnknownField], |catalog| set(catalog, &format!("/{}", "k".repeat(length)), 1));
        told[0].path.to_string()
    };
    assert_eq!(path(60), "k".repeat(60));
    assert_eq!(path(61), format!("[\"{}~\"]", "k".repeat(60)));
}

#[test]
fn what_was_meant_is_said_until_half_a_million_words_were_compared() {
    let told = |unknown_fields: usize| {
        let told = found(&[Check::UnknownId], |catalog| {
            for n in 0..unknown_fields {
                set(catalog, &format!("/x{n}"), 0);
            }
            set(catalog, "/families/0/department", "enginering");
        });
        assert_eq!(told.len(), 1, "{told:?}");
        told[0].text.to_string()
    };
    assert!(told(20_000).ends_with("did you mean `engineering`?"));
    assert_eq!(told(70_000), "unknown department `enginering`");
}

/// What is wrong with a folder of families, each begun with these bytes and stretched with zeros to its length.
fn of_families<'a>(families: impl IntoIterator<Item = (&'a str, &'a [u8], u64)>) -> Vec<Problem> {
    let home = TempDir::new().unwrap();
    fs::create_dir(home.path().join("families")).unwrap();
    for (name, begun, length) in families {
        let path = home.path().join("families").join(name);
        fs::write(&path, begun).unwrap();
        File::options().append(true).open(&path).unwrap().set_len(length).unwrap();
    }
    check(&Files::read(home.path()))
}

#[test]
fn a_file_of_sixty_four_mebibytes_is_read_to_its_last_byte() {
    let home = TempDir::new().unwrap();
    let path = home.path().join("own.json");
    // What counts stands at the end.
    let mut text = vec![b' '; 64 * MIB - TEXT.len()];
    text.extend(TEXT.as_bytes());
    fs::write(&path, text).unwrap();
    assert_eq!(check(&Files::read(&path)), []);
    File::options().append(true).open(&path).unwrap().set_len(64 * (MIB as u64) + 1).unwrap();
    let told = check(&Files::read(&path));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((told[0].check, &*told[0].text), (Check::TooMuch, "is too large: a file may have 64 MiB"));
}

#[test]
fn all_files_together_may_have_two_hundred_and_twenty_six_mebibytes() {
    // No text, so that none of it is kept.
    let large = ["a.json", "b.json", "c.json", "d.json"].map(|name| (name, &b"\xff"[..], 64 * MIB as u64));
    let problems = of_families(large.into_iter().chain([("e.json", &b""[..], 0), ("f.json", &b"{"[..], 1)]));
    let of = |name: &str| {
        let of_file = |problem: &&Problem| problem.file.ends_with(name) && problem.check != Check::Shape;
        let mut told = problems.iter().filter(of_file);
        let problem = told.next().unwrap();
        assert!(told.next().is_none(), "{problems:?}");
        (problem.check, problem.text.to_string())
    };
    for name in ["a.json", "b.json", "c.json", "d.json"] {
        assert_eq!(of(name).0, Check::Encoding);
    }
    assert_eq!(of("e.json"), (Check::EmptyFile, "is empty".to_owned()));
    assert_eq!(of("f.json"), (Check::TooMuch, "is too large: all files of a catalog may have 256 MiB".to_owned()));
}

#[test]
fn a_thousand_files_of_families_are_read() {
    let names: Vec<String> = (0..1_000).map(|n| format!("{n:04}.json")).collect();
    let problems = of_families(names.iter().map(|name| (name.as_str(), &b""[..], 0)));
    assert!(problems.iter().all(|problem| problem.check != Check::TooMuch));
    assert_eq!(problems.iter().filter(|problem| problem.check == Check::EmptyFile).count(), 1_000);
}

#[test]
fn of_more_than_a_thousand_files_of_families_none_is_read_and_their_number_is_told() {
    for count in [1_001, 10_000] {
        let names: Vec<String> = (0..count).map(|n| format!("{n:05}.json")).collect();
        let problems = of_families(names.iter().map(|name| (name.as_str(), &b"{"[..], 1)));
        let told: Vec<_> = problems.iter().filter(|problem| problem.check == Check::TooMuch).collect();
        assert_eq!(told.len(), 1, "{problems:?}");
        assert!(told[0].file.ends_with("/families"), "{told:?}");
        assert_eq!(&*told[0].text, format!("holds {count} files: at most 1000"));
        assert!(problems.iter().all(|problem| problem.check != Check::Malformed), "{problems:?}");
    }
}

#[test]
fn families_that_are_a_file_are_told_and_so_is_a_folder_where_a_file_is_needed() {
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("families"), "{}").unwrap();
    let told = |path: &Path| -> Vec<_> {
        let problems = check(&Files::read(path));
        problems
            .iter()
            .map(|problem| (problem.check, problem.to_string().replace(&*home.path().to_string_lossy(), "")))
            .collect()
    };
    let unreadable = |text: &str| (Check::Unreadable, text.to_owned());
    let no_folder = unreadable("/families: is no folder: it should hold a file for each family");
    assert_eq!(told(home.path())[0], no_folder);
    // Beside a whole catalog too: it is not read as if nobody had written families.
    fs::write(home.path().join("catalog.json"), TEXT).unwrap();
    assert_eq!(told(home.path()), [no_folder]);
    fs::remove_file(home.path().join("families")).unwrap();
    symlink("families", home.path().join("families")).unwrap();
    let circle = told(home.path());
    assert_eq!(circle.len(), 1, "{circle:?}");
    assert!(circle[0].1.starts_with("/families: cannot be read: "), "a link to itself: {circle:?}");
    fs::remove_file(home.path().join("families")).unwrap();
    fs::create_dir_all(home.path().join("families/mobile.json")).unwrap();
    assert_eq!(told(home.path()), [unreadable("/families/mobile.json: is a folder where a file is needed")]);
}

#[test]
fn of_a_folder_of_catalogs_twenty_are_read_and_the_number_of_more_is_told() {
    let home = TempDir::new().unwrap();
    let kept = |count: usize| {
        (0..count).for_each(|n| fs::write(home.path().join(format!("{n:03}.json")), r#"{"version":1}"#).unwrap());
        kept_in(home.path())
    };
    let twenty = kept(20);
    assert_eq!((twenty.len(), open(&twenty).map_err(|problems| problems.len()).is_ok()), (20, true));
    let more = kept(21);
    assert_eq!((more[..20].to_vec(), more.len()), (twenty, 21));
    let told = open(&more).unwrap_err();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((told[0].check, &*told[0].file), (Check::TooMuch, &*home.path().to_string_lossy()));
    assert_eq!(told[0].text, "holds 21 catalogs: the first 20 by name are read");
}

#[test]
fn a_name_that_is_no_path_to_a_file_is_told_and_nothing_is_read() {
    let told = check(&Files::read(Path::new("/dev/null/catalog.json")));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].check, Check::Unreadable);
}
