//! What shows, taken elsewhere by the real program: files in the directory it was started in, and the clipboard.

use std::fs;

use super::home::Home;

const NAME: &str = "rungs-compare-payment-systems-engineer-junior-payment-systems-engineer-associate";
const COMPARED: [&str; 4] = ["compare", "payment:junior", "payment:associate", "--format"];

#[test]
fn a_file_holds_what_the_command_prints_and_none_is_written_over() {
    let home = Home::lived_in();
    let mut session = home.open();
    session.keys("cEm");
    session.shows("Written to ");
    let printed = |format: &str, more: &[&str]| home.run(&[&COMPARED[..], &[format], more].concat()).stdout;
    let kept = |ending: &str| fs::read(home.join(&format!("{NAME}{ending}"))).unwrap();
    let whole = printed("markdown", &[]);
    assert!(whole.starts_with(b"# "));
    assert_eq!(kept(".md"), whole);

    session.keys("d2EmEj");
    session.shows("only differences");
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
    assert_eq!(kept("-2.md"), printed("markdown", &["--only-diff", "--base", "2"]));
    assert_eq!(kept(".json"), printed("json", &["--only-diff", "--base", "2"]));
    assert_eq!(kept(".md"), whole, "the first file is as it was");
}

#[test]
fn y_sends_markdown_to_the_clipboard_of_the_terminal() {
    let home = Home::lived_in();
    let mut session = home.open();
    session.keys("c");
    session.shows("2 Associate");
    let mark = session.mark();
    session.keys("y");
    session.shows("Copied as Markdown: sent to the terminal (OSC 52).");
    // In base64 `# Junior` is what it begins with.
    assert!(String::from_utf8_lossy(&session.since(mark)).contains("\x1b]52;c;IyBKdW5pb3"));
}

#[test]
fn a_directory_that_takes_no_file_is_told_and_harms_nothing() {
    let home = Home::lived_in();
    let here = home.join("gone");
    fs::create_dir(&here).unwrap();
    let mut command = home.rungs([]);
    command.cwd(&here);
    let mut session = super::home::opened(command);
    session.keys("c");
    session.shows("2 Associate");
    fs::remove_dir(&here).unwrap();
    session.keys("Em");
    session.shows("NOT WRITTEN");
    session.keys("y");
    session.shows("Copied as Markdown");
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
}
