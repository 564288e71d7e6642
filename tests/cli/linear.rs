//! `rungs --linear`: lines in, a transcript out. What is typed stands behind the prompts, as on a terminal.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::Home;

/// What comes of typing `lines` on the small catalog with questions, and how it ended.
fn typed(home: &Home, arguments: &[&str], lines: &str) -> (String, Option<i32>) {
    let catalog = format!("{}/tests/support/interviews.json", env!("CARGO_MANIFEST_DIR"));
    let mut command = home.rungs(&[arguments, &["--catalog", &catalog]].concat());
    command.env("RUNGS_NOW", "2026-05-01T10:00:00Z").env("TZ", "UTC");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("rungs runs");
    // One that ends before it has read everything closes the pipe.
    drop(child.stdin.take().expect("stdin").write_all(lines.as_bytes()));
    let output = child.wait_with_output().expect("an end");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(!text.contains(['\u{1b}', '\r', '\t']), "{text:?}");
    (text, output.status.code())
}

/// Compares the transcript of `lines` with the one kept as `name`.
fn transcript(name: &str, home: &Home, lines: &str) {
    let (text, code) = typed(home, &["--linear"], lines);
    assert_eq!(code, Some(0), "{text}");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn a_role_is_found_heard_compared_and_kept() {
    let lines = "1\n3\n2\n5\nbookmark\ncompare\n4\nback\nback\nback\nback\nbookmarks\n1\nbookmark\nquit\n";
    transcript("linear-browse", &Home::new(), lines);
}

#[test]
fn words_that_are_wrong_lead_nowhere_and_say_what_would_lead_on() {
    let lines = "99\n0\nfly\nback\nall\nbookmark\npractice\nshow\nshow nobody\nshow senior\nsearch\nsearch zzzz\n\
                 compare\ncompare payments:mid payments:mid\nbookmarks\nhelp\n\n";
    transcript("linear-wrong", &Home::new(), lines);
}

#[test]
fn searching_leads_to_roles() {
    transcript("linear-search", &Home::new(), "search senior payments\n1\nback\nsearch level:staf\nq\n");
}

#[test]
fn practice_asks_judges_and_keeps() {
    let home = Home::new();
    // In two lines, wrong letters, a tick taken back, something typed where one says it; then what was missed.
    let ticks =
        "x\ny\nn\nundo\nn\np\n".to_owned() + &"y\n".repeat(2) + &"n\n".repeat(2) + "p\nn\nresend\n" + &"\n".repeat(4);
    let result = "help\nfly\njudge well\njudge thin\nflag\nflag The third is no must\n\n";
    let lines = format!(
        "show payments:senior\npractice\n7\nhelp\n1\nhelp\nWe hold the payouts\n  for what is affected\n\n4\n2\n{ticks}{result}\
         5\n\nmaybe\np\nstop\nback\nquit\n"
    );
    transcript("linear-practice", &home, &lines);
    let journal = fs::read_to_string(home.0.path().join("data/practice.jsonl")).expect("a journal");
    let records: Vec<Value> = journal.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let of = |kind: &str| records.iter().filter(|record| record["t"] == kind).collect::<Vec<_>>();
    let modes: Vec<&str> = records.iter().filter_map(|record| record["mode"].as_str()).collect();
    assert_eq!(
        modes,
        ["practice", "practice", "practice", "drill", "drill"],
        "an answer, judged anew, and its sitting, a signal and its sitting"
    );
    let reviews = of("review");
    assert_eq!((&reviews[0]["pred"], &reviews[0]["rating"], &reviews[1]["rating"]), (&2.into(), &1.into(), &2.into()));
    assert_eq!(of("withdraw")[0]["of"], reviews[0]["id"]);
    assert_eq!(of("session")[0]["reviews"], Value::from(vec![reviews[1]["id"].clone()]));
    assert_eq!(of("flag")[0]["text"], "The third is no must");
    let file = home.0.path().join("data").join(reviews[1]["answer"].as_str().expect("a file"));
    assert_eq!(fs::read_to_string(file).expect("an answer"), "We hold the payouts\n  for what is affected\n");
    let log = home.json(&["practice", "log", "--json"]);
    assert_eq!(log["items"].as_array().map(Vec::len), Some(2), "{log}");
}

/// Two answers, the first written and the second aloud, what more is asked, and all their signals.
fn mock() -> String {
    let signals = |count: usize| "y\n".repeat(count) + "\n";
    format!("one\nand more\n\n1\n\n\n\n3\n\n{}{}", signals(8), signals(5))
}

#[test]
fn a_mock_interview_asks_all_before_it_judges() {
    let home = Home::new();
    let lines = format!("practice payments:senior\n2\n{}stop\nquit\n", mock());
    transcript("linear-mock", &home, &lines);
    let reviews = home.json(&["practice", "log", "--json"]);
    assert_eq!((&reviews["items"][0]["mode"], reviews["items"].as_array().map(Vec::len)), (&"mock".into(), Some(2)));
    let journal = fs::read_to_string(home.0.path().join("data/practice.jsonl")).expect("a journal");
    let session = journal.lines().last().expect("a sitting");
    assert!(session.contains(r#""t":"session""#) && session.contains(r#""minutes":20"#), "{session}");
}

/// What all files of answers hold.
fn written(home: &Home) -> String {
    let walk = |directory: &std::path::Path| -> Vec<_> {
        fs::read_dir(directory).into_iter().flatten().map(|entry| entry.expect("an entry").path()).collect()
    };
    let mut left = walk(&home.0.path().join("data/answers"));
    let mut text = String::new();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(walk(&path));
        } else {
            text.push_str(&fs::read_to_string(path).expect("an answer"));
        }
    }
    text
}

#[test]
fn whoever_leaves_a_mock_interview_after_any_line_loses_nothing_and_goes_on_with_it() {
    let answers = mock();
    let lines: Vec<&str> = answers.lines().collect();
    for (cut, way) in (0..lines.len()).zip(["", "stop\n", "quit\n"].into_iter().cycle()) {
        {
            let home = Home::new();
            let typed_so_far = lines.iter().take(cut).flat_map(|line| [*line, "\n"]).collect::<String>();
            let (text, _) = typed(&home, &["--linear"], &format!("practice payments:senior\n2\n{typed_so_far}{way}"));
            for line in ["one", "and more"].iter().take(cut) {
                assert!(written(&home).contains(line), "{line:?} is lost after {cut} lines, {way:?}: {text}");
            }
            // The last line but one judges the second answer; before the first there is nothing to go on with.
            let waits = (1..lines.len() - 1).contains(&cut);
            assert_eq!(text.contains("The mock interview waits"), waits, "after {cut} lines: {text}");
            let (menu, _) = typed(&home, &["--linear"], "practice payments:senior\n6\nstop\nquit\n");
            assert_eq!(menu.contains("a mock of 10:00 waits:"), waits, "after {cut} lines: {menu}");
            assert_eq!(menu.contains("Type 1 to 5"), !waits, "after {cut} lines: {menu}");
            // Gone on with to its end, it waits no more, and two answers are kept at most once.
            if waits {
                let rest = format!(
                    "practice payments:senior\n6\n{}",
                    "finish\n".to_owned() + &"y\n".repeat(8) + "\n" + &"y\n".repeat(6) + "\n"
                );
                let (end, _) = typed(&home, &["--linear"], &rest);
                assert!(!end.contains("The mock interview waits"), "after {cut} lines: {end}");
                let log = home.json(&["practice", "log", "--json"]);
                let kept = log["items"].as_array().map_or(0, Vec::len);
                assert!((1..=2).contains(&kept), "{kept} answers after {cut} lines: {end}");
            }
        }
    }
}

#[test]
fn an_interview_that_waits_is_left_for_good() {
    let home = Home::new();
    typed(&home, &["--linear"], "practice payments:senior\n2\none\n");
    let (text, _) = typed(&home, &["--linear"], "practice payments:senior\n8\n7\n6\nquit\n");
    assert!(text.contains("Type 1 to 7, back or quit."), "{text}");
    assert!(text.contains("The mock interview is left; what was written stays in its files."), "{text}");
    assert!(text.contains("Type 1 to 5, back or quit."), "{text}");
    assert_eq!(written(&home), "one\n");
}

#[test]
fn a_practised_answer_that_is_left_is_in_its_file_and_is_gone_on_with() {
    let home = Home::new();
    let lines = "practice payments:senior\n1\nhalf of it\nstop\n1\nthe rest\n\n";
    let (text, _) = typed(&home, &["--linear"], lines);
    assert!(text.contains("What you wrote is kept in answers/payments/senior/lost-day/20260501T100000Z.md."), "{text}");
    assert!(text.contains("You began: half of it\n"), "{text}");
    assert_eq!(written(&home), "half of it\nthe rest\n");
}

#[test]
fn an_editor_that_does_not_start_loses_nothing() {
    let home = Home::new();
    let config = home.0.path().join("config");
    fs::create_dir_all(&config).expect("a directory");
    fs::write(config.join("config.toml"), "editor = \"no-such-editor\"\n").expect("settings");
    let (text, code) = typed(&home, &["--linear"], "practice payments:senior\n1\nthat far\nedit\n");
    assert_eq!(code, Some(0), "nothing is lost, so nothing is wrong: {text}");
    assert!(text.contains("no-such-editor (from editor in config.toml)"), "{text}");
    assert!(text.contains("Type the answer here instead."), "{text}");
    assert_eq!(written(&home), "that far\n");
}

#[test]
fn stories_are_listed_read_and_told() {
    let home = Home::new();
    let stories = home.0.path().join("data/stories");
    fs::create_dir_all(&stories).expect("a directory");
    let ledgers = "+++\ntitle = \"Two ledgers, one night\"\nwhen = \"2026-03\"\nprobes = [\"skill:idempotency\"]\n\
                   strength = 4\n+++\n\n## Headline\n\nEvery cent was found by 11:00.\n";
    fs::write(stories.join("two-ledgers.md"), ledgers).expect("a story");
    fs::write(stories.join("rota.md"), "+++\ntitle = \"The rota\"\nfailure = true\n+++\n").expect("a story");
    fs::write(stories.join("broken.md"), "+++\ntitle = \"x\"\nstrenght = 3\n+++\n").expect("a story");
    let catalog = format!("{}/tests/support/interviews.json", env!("CARGO_MANIFEST_DIR"));
    home.stdout(&["gap", "want", "payments:senior", "--catalog", &catalog]);
    let listed = "stories\n2\n9\nstory\nstory rota\nstory e\nstory zebra\nsearch rota\n1\n";
    let answered = format!("practice payments:senior\n1\n\n\n{}\n\n\n\n", "y\n".repeat(6) + "n\nn\n");
    let told = "story\n9\nzzz\nledg\n1\nstory\nnone\nstory\n\nundo\nquit\n";
    transcript("linear-stories", &home, &format!("{listed}{answered}{told}"));
    let journal = fs::read_to_string(home.0.path().join("data/practice.jsonl")).expect("a journal");
    let told = |line: &str| serde_json::from_str::<Value>(line).expect("JSON")["story"].clone();
    let reviews: Vec<Value> = journal.lines().filter(|line| line.contains(r#""t":"review""#)).map(told).collect();
    assert_eq!(reviews, [Value::Null, "two-ledgers".into(), Value::Null]);
    assert_eq!(journal.matches(r#""t":"withdraw""#).count(), 3, "{journal}");
}

#[test]
fn without_a_place_to_keep_them_an_answer_is_said_not_to_be_kept_and_can_be_tried_again() {
    let home = Home::new();
    fs::create_dir_all(home.0.path().join("data")).expect("a directory");
    fs::write(home.0.path().join("data/answers"), "a file where a directory should be").expect("a file");
    let (text, code) = typed(&home, &["--linear"], "practice payments:senior\n2\none\n\n1\nquit\n");
    assert_eq!(code, Some(5), "{text}");
    assert!(text.contains("NOT SAVED: the answer is in no file"), "{text}");
    let journal = fs::read_to_string(home.0.path().join("data/practice.jsonl")).expect("a journal");
    assert!(journal.contains(r#""said":"one""#), "the journal has its words: {journal}");
}

#[test]
fn the_environment_asks_for_it_too_and_the_end_of_input_ends_it() {
    let home = Home::new();
    let catalog = format!("{}/tests/support/interviews.json", env!("CARGO_MANIFEST_DIR"));
    for (arguments, seen) in [
        (&["--catalog", &catalog][..], "families:"),
        (&["practice", "payments:senior", "--catalog", &catalog], "Practice for "),
    ] {
        let mut command = home.rungs(arguments);
        let output = command.env("RUNGS_LINEAR", "1").output().expect("rungs runs");
        assert_eq!(output.status.code(), Some(0));
        assert!(String::from_utf8_lossy(&output.stdout).contains(seen), "{output:?}");
    }
    let off = home.rungs(&[]).env("RUNGS_LINEAR", "0").output().expect("rungs runs");
    assert_eq!(off.status.code(), Some(2), "0 is off");
    assert_eq!(typed(&home, &["--linear", "--at", "payments:mid"], "").1, Some(0));
}

#[test]
fn what_cannot_be_read_is_said() {
    let home = Home::new();
    fs::write(home.0.path().join("config"), "a file where a directory should be").expect("a file");
    assert_eq!(typed(&home, &["--linear"], "quit\n").1, Some(5), "a journal that cannot be read is left as it is");
}
