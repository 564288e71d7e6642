//! `rungs catalog import`: where it writes, what it never writes over, and that what it writes is a catalog.

use std::fs;
use std::io::Write;
use std::process::{Output, Stdio};

use super::Home;

const BAKERY: &str = include_str!("../cmd/import.in/bakery.csv");

/// Runs an import in a folder of its own; the exit code, stdout and stderr.
fn import(home: &Home, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = home.rungs(&["catalog", "import"]);
    command.args(arguments).current_dir(home.0.path());
    let Output { status, stdout, stderr } = command.output().expect("a run");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (status.code(), text(stdout), text(stderr))
}

fn home() -> Home {
    let home = Home::new();
    fs::write(home.0.path().join("bakery.csv"), BAKERY).expect("a sheet");
    home
}

fn check(home: &Home, path: &str) -> (Option<i32>, String) {
    let mut command = home.rungs(&["catalog", "check", path]);
    let Output { status, stdout, .. } = command.current_dir(home.0.path()).output().expect("a run");
    (status.code(), String::from_utf8_lossy(&stdout).into_owned())
}

#[test]
fn a_sheet_becomes_one_file_that_is_a_catalog() {
    let home = home();
    let (exit, stdout, stderr) = import(&home, &["bakery.csv", "-o", "ladder.json"]);
    assert_eq!((exit, stdout.as_str()), (Some(0), ""));
    assert!(stderr.ends_with("rungs: 3 families, 8 roles, 5 skills in ladder.json\n"), "{stderr}");
    assert!(stderr.contains("line 78: Planning a shift: stands on line 67 for Baker already"), "{stderr}");
    let (exit, problems) = check(&home, "ladder.json");
    assert_eq!(exit, Some(0));
    assert!(problems.lines().all(|line| line.starts_with("warning\t")), "{problems}");
}

#[test]
fn nothing_that_is_there_is_written_over_unless_that_is_asked_for() {
    let home = home();
    let read = |name: &str| fs::read_to_string(home.0.path().join(name)).ok();
    fs::write(home.0.path().join("ladder.json"), "mine").expect("a file");
    let (exit, _, stderr) = import(&home, &["bakery.csv", "-o", "ladder.json"]);
    assert_eq!((exit, stderr.as_str()), (Some(5), "rungs: ladder.json is there already: --force writes over it\n"));
    assert_eq!(read("ladder.json").as_deref(), Some("mine"));
    assert_eq!(import(&home, &["bakery.csv", "-o", "ladder.json", "--preview"]).0, Some(0));
    assert_eq!(read("ladder.json").as_deref(), Some("mine"));
    assert_eq!(import(&home, &["bakery.csv", "-o", "ladder.json", "--force"]).0, Some(0));
    assert!(read("ladder.json").is_some_and(|text| text.contains("Head of baking")));

    assert_eq!(import(&home, &["bakery.csv", "-o", "ours"]).0, Some(0));
    fs::write(home.0.path().join("ours/NOTES.md"), "mine").expect("a file");
    fs::write(home.0.path().join("ours/families/gone.json"), "{}").expect("a file");
    assert_eq!(import(&home, &["bakery.csv", "-o", "ours"]).0, Some(5));
    assert_eq!(import(&home, &["bakery.csv", "-o", "ours", "--force"]).0, Some(0));
    assert_eq!(read("ours/NOTES.md").as_deref(), Some("mine"));
    assert_eq!(read("ours/families/gone.json"), None, "what is no longer in the sheet is no longer in the catalog");
    assert_eq!(check(&home, "ours").0, Some(0));
}

#[test]
fn a_sheet_may_come_through_a_pipe() {
    let home = home();
    let mut command = home.rungs(&["catalog", "import", "-", "--name", "Bakery", "--json"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("a run");
    child.stdin.take().expect("a pipe").write_all(BAKERY.as_bytes()).expect("written");
    let Output { status, stdout, .. } = child.wait_with_output().expect("an end");
    assert!(status.success());
    let told: serde_json::Value = serde_json::from_slice(&stdout).expect("JSON");
    assert_eq!(told["schema"], "rungs.import/1");
    let roles = told["items"].as_array().expect("items").iter().filter(|item| item["about"] == "role");
    assert_eq!(roles.count(), 8);
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let home = home();
    let (exit, _, stderr) = import(&home, &["bakery.csv", "-o", "bakery.csv/ours"]);
    assert_eq!(exit, Some(5));
    assert!(stderr.starts_with("rungs: could not write bakery.csv/ours"), "{stderr}");
}

#[test]
fn on_a_terminal_the_preview_and_the_check_are_for_reading() {
    let home = home();
    let sheet = home.0.path().join("bakery.csv");
    let shown = home.on_a_terminal(90, &["catalog", "import", sheet.to_str().expect("a path")], &[]);
    for line in [
        "3 families, 8 roles, 5 skills",
        "Levels, lowest first",
        "Working",
        "2/5 assisted (10 times)",
        "-o ladder.json",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }

    // Thirty skills without a word of what they mean in the role, on two rungs: too many to read one by one.
    let skills: Vec<String> =
        (0..30).map(|number| format!("Skill {number},1,{}", "long ".repeat(40 + number))).collect();
    let many = home.0.path().join("many.csv");
    fs::write(&many, format!("Skill,Junior,Senior\r\n{}", skills.join("\r\n"))).expect("a sheet");
    assert_eq!(import(&home, &["many.csv", "-o", "many.json"]).0, Some(0));
    let many = home.0.path().join("many.json");
    let told = home.on_a_terminal(90, &["catalog", "check", many.to_str().expect("a path")], &[]);
    assert!(told.contains("warning: 10 more of the kind wordy: a pipe gets them all"), "{told}");
    let (_, piped) = check(&home, "many.json");
    assert_eq!(piped.lines().filter(|line| line.starts_with("warning\twordy\t")).count(), 30);
}

#[test]
fn levels_told_in_sentences_are_compared_by_their_sentences() {
    let home = Home::new();
    let sheet = "\u{feff}Competency;Junior Engineer;Engineer\r\n\
                 Coding;\"Small, reviewed changes; asks \"\"why\"\"\";Owns a feature end to end\r\n\
                 Feedback;Gives it to peers;Gives it to peers\r\n";
    fs::write(home.0.path().join("sheet.csv"), sheet).expect("a sheet");
    assert_eq!(import(&home, &["sheet.csv", "-o", "ours.json"]).0, Some(0));
    let run = |arguments: &[&str]| {
        let mut command = home.rungs(&["--catalog", "ours.json"]);
        let Output { stdout, .. } = command.args(arguments).current_dir(home.0.path()).output().expect("a run");
        String::from_utf8_lossy(&stdout).into_owned()
    };
    let compared = run(&["compare", "sheet/junior", "sheet/mid"]);
    let row = |skill: &str| compared.lines().filter(|line| line.contains(skill)).collect::<Vec<_>>().join("\n");
    let coding =
        "skills\t~\tCoding\tnot said, important: Small, reviewed changes; asks \"why\"\tnot said, important: Owns";
    assert!(row("Coding").starts_with(coding), "{compared}");
    assert!(row("Feedback").starts_with("skills\t=\tFeedback"), "{compared}");
    let told = run(&["compare", "sheet/junior", "sheet/mid", "--format", "markdown"]);
    assert!(told.contains("1 of 2 skills in other words, 1 the same"), "{told}");
    let ladder = run(&["ladder", "sheet", "--skill", "coding"]);
    assert!(ladder.contains("sheet/mid\tmid\t~\tretold\tnot said, important: Owns"), "{ladder}");
    let shown = run(&["show", "sheet/junior"]);
    assert!(shown.contains("Small, reviewed changes; asks \"why\"") && !shown.contains('?'), "{shown}");
}

#[test]
fn texts_in_the_place_of_names_are_cut_and_the_sheet_is_a_catalog_all_the_same() {
    let home = Home::new();
    let long = "ground by hand ".repeat(60);
    let sheet =
        format!("Role,Level,Skill,Proficiency\nBaker,{long}x,Oven,2\nBaker,{long}y,Oven,3\n{long},Senior,Oven,4\n");
    fs::write(home.0.path().join("long.csv"), sheet).expect("a sheet");
    let (exit, _, stderr) = import(&home, &["long.csv", "-o", "ours.json"]);
    assert_eq!(exit, Some(0), "{stderr}");
    assert!(stderr.contains("too long for a name: cut"), "{stderr}");
    assert_eq!(check(&home, "ours.json").0, Some(0));
}
