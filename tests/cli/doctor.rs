//! `rungs doctor`: it tells what is there, why it was taken so, and what is wrong.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::{Home, keys};

impl Home {
    /// A program in a folder of its own, which is the PATH.
    fn with_program(&self, name: &str, lines: &str) -> String {
        let folder = self.0.path().join("bin");
        fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join(name);
        fs::write(&file, format!("#!/bin/sh\n{lines}\n")).expect("a program");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("a program");
        folder.to_string_lossy().into_owned()
    }

    /// What the doctor says with these variables: state, what, found and why of each line, and how it ended.
    fn examined(&self, variables: &[(&str, &str)]) -> (Vec<[String; 4]>, Option<i32>) {
        let output = self.rungs(&["doctor"]).envs(variables.iter().copied()).output().expect("rungs runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let cells = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>().try_into().expect(line);
        (text.lines().map(cells).collect(), output.status.code())
    }
}

/// State, what was found and why of what is called so.
fn line<'a>(lines: &'a [[String; 4]], called: &str) -> (&'a str, &'a str, &'a str) {
    let found = lines.iter().find(|[_, what, ..]| what == called).expect(called);
    (&found[0], &found[2], &found[3])
}

#[test]
fn what_is_there_is_told_with_what_says_so() {
    let home = Home::new();
    let path = home.with_program("ed", "");
    let variables = [
        ("PATH", &*path),
        ("TERM", "xterm-256color"),
        ("COLORTERM", "truecolor"),
        ("LANG", "C.UTF-8"),
        ("EDITOR", "ed -v"),
        ("PAGER", "more"),
        ("SSH_TTY", "/dev/pts/1"),
    ];
    let (lines, code) = home.examined(&variables);
    assert_eq!(code, Some(0), "{lines:?}");
    assert_eq!(line(&lines, "terminal"), ("ok", "xterm-256color", "TERM"));
    assert_eq!(line(&lines, "colours"), ("ok", "all colours", "COLORTERM=truecolor"));
    assert_eq!(line(&lines, "borders"), ("ok", "box drawing", "LANG=C.UTF-8"));
    assert_eq!(line(&lines, "copying").1, "over SSH by OSC 52");
    assert_eq!(line(&lines, "editor"), ("ok", "ed -v", "EDITOR"));
    assert_eq!(line(&lines, "pager").0, "note", "more is not on this PATH");
    assert_eq!(line(&lines, "bookmarks").2, "nothing kept yet");
    assert_eq!(line(&lines, "catalog"), ("ok", "embedded", "inside rungs"));
    let (lines, _) = home.examined(&[("TERM", "xterm"), ("NO_COLOR", "1")]);
    assert_eq!(line(&lines, "theme"), ("ok", "mono", "NO_COLOR=1"));
    assert_eq!(line(&lines, "colours").1, "16 colours");
    assert_eq!(line(&lines, "borders").1, "plain ASCII");
}

#[test]
fn what_is_wrong_is_told_with_what_mends_it_and_ends_in_1() {
    let home = Home::new();
    home.write_bookmarks("not a record\n{\"t\":\"bookmark.add\",\"of\":\"payment-systems-engineer/senior\"}\n");
    fs::write(home.0.path().join("config/config.toml"), "theme = \"terminl\"\n").expect("settings");
    fs::create_dir(home.0.path().join("config/catalogs")).expect("a folder");
    fs::write(home.0.path().join("config/catalogs/ours.json"), "{").expect("a catalog");
    fs::write(home.0.path().join("data"), "").expect("a file in the way");
    let (lines, code) = home.examined(&[("TERM", "dumb"), ("EDITOR", "nothing-there")]);
    assert_eq!(code, Some(1), "{lines:?}");
    assert_eq!(line(&lines, "terminal").0, "note");
    assert_eq!(line(&lines, "copying").1, "nowhere");
    assert_eq!(line(&lines, "editor").0, "WRONG");
    let (state, _, why) = line(&lines, "settings");
    assert!(state == "WRONG" && why.contains("terminl") && why.contains("terminal"), "{why}");
    assert_eq!(line(&lines, "bookmarks").2, "1 of 2 lines cannot be read; the others are");
    assert!(line(&lines, "data directory").2.contains("is no directory"), "{lines:?}");
    assert!(
        lines
            .iter()
            .any(|[state, what, found, _]| state == "note" && what == "catalog" && found.ends_with("ours.json")),
        "{lines:?}"
    );
    assert!(
        !home.0.path().join("data.corrupt").exists()
            && fs::read_dir(home.0.path().join("config")).expect("it").count() == 3,
        "it writes nothing"
    );
}

#[test]
fn tmux_is_asked_what_it_does_to_copies_and_to_esc() {
    for (clipboard, wait, states) in [("on", "10", ["ok", "ok"]), ("external", "500", ["note", "note"])] {
        let home = Home::new();
        let path = home.with_program(
            "tmux",
            &format!("case $3 in set-clipboard) echo {clipboard};; escape-time) echo {wait};; esac"),
        );
        let (lines, _) = home.examined(&[("PATH", &path), ("TERM", "tmux-256color"), ("TMUX", "/tmp/tmux,1,0")]);
        assert_eq!([line(&lines, "copying").0, line(&lines, "Esc waits").0], states, "{lines:?}");
        assert_eq!(line(&lines, "Esc waits").1, format!("{wait} ms"));
    }
}

#[test]
fn json_has_the_fields_it_is_documented_with() {
    let home = Home::new();
    let told = home.json(&["doctor", "--json"]);
    assert_eq!(told["schema"], "rungs.doctor/1");
    for item in told["items"].as_array().expect("items") {
        assert_eq!(keys(item), ["found", "state", "what", "why"]);
    }
}

#[test]
fn on_a_terminal_nothing_is_cut() {
    let home = Home::new();
    let sent = home.on_a_terminal(40, &["doctor"], &[("TERM", "xterm"), ("NO_COLOR", "1")]);
    assert!(sent.lines().any(|line| line.split_whitespace().eq(["ok", "size", "40x40"])), "{sent:?}");
    assert!(sent.contains("VISUAL and EDITOR are not set; it is not on the PATH"), "{sent}");
}
