//! What shows, taken elsewhere by the real program: files in the directory it was started in, and the clipboard.

mod linear;

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
fn the_terminal_is_asked_by_the_way_there_is_and_only_when_a_key_asks() {
    // In base64 it is `payment-systems-engineer/junior`.
    const ASKED: &str = "]52;c;cGF5bWVudC1zeXN0ZW1zLWVuZ2luZWVyL2p1bmlvcg==";
    let (plain, wrapped) = (format!("\x1b{ASKED}\x07"), format!("\x1bP\x1b{ASKED}\x07\x1b\\"));
    for (variables, asked, told) in [
        (&[][..], &plain, "Sent to the terminal by OSC 52: "),
        (&[("SSH_TTY", "/dev/pts/3")], &plain, "Sent over SSH by OSC 52: "),
        (&[("TMUX", "/tmp/t,1,0")], &plain, "Sent through tmux by OSC 52 (needs set-clipboard on): "),
        (&[("STY", "1.pts")], &wrapped, "Sent through screen by OSC 52: "),
    ] {
        let home = Home::lived_in();
        let mut command = home.rungs([]);
        for (name, value) in variables {
            command.env(name, value);
        }
        let mut session = super::home::opened(command);
        session.keys("jky");
        session.shows("y and then");
        let is_asked = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("]52;");
        assert!(!is_asked(&session.since(0)), "nobody asked yet");
        let mark = session.mark();
        session.keys("i");
        session.shows(&format!("{told}payment-systems-engineer/junior"));
        let written = String::from_utf8_lossy(&session.since(mark)).into_owned();
        assert!(written.starts_with(&**asked), "{written:?}");
        assert_eq!(written.matches("]52;").count(), 1, "{written:?}");
        let mark = session.mark();
        session.keys("jq");
        session.end();
        assert!(!is_asked(&session.since(mark)), "it is asked once");
    }
}

#[test]
fn what_shows_is_sent_as_markdown() {
    let home = Home::lived_in();
    let mut session = home.open();
    session.keys("c");
    session.shows("2 Associate");
    let mark = session.mark();
    session.keys("ym");
    session.shows("Sent to the terminal by OSC 52: what shows, as Markdown");
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
    session.keys("ym");
    session.shows("what shows, as Markdown");
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
}
