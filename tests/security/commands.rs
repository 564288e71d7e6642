//! Every command on hostile text: what it prints in a pipe, as JSON, on a terminal, into a file, and what it complains of.

use std::fs;

use portable_pty::CommandBuilder;

use super::judge::{Way, assert_harmless};
use super::texts::{Home, ODD, RAW, catalog};
use crate::pty::Session;

pub(super) const LADDERS: [&str; 2] = ["--catalog", "../ladders.json"];

/// Every command that prints what a catalog or somebody says.
pub(super) const COMMANDS: &[&[&str]] = &[
    &["list"],
    &["list", "levels"],
    &["list", "roles"],
    &["list", "skills"],
    &["show", "payments/senior"],
    &["show", "payments/senior", "--rubric"],
    &["compare", "payments/senior", "payments/staff"],
    &["gap", "payments/mid", "payments/senior"],
    &["gap", "payments/senior"],
    &["ladder", "payments"],
    &["ladder", "payments", "--skill", "ledgers"],
    &["path", "payments/junior", "payments/staff"],
    &["near", "payments/senior"],
    &["search", "tower"],
    &["search", "alert"],
    &["bookmark", "list"],
    &["practice", "plan", "payments/senior"],
    &["practice", "ask", "payments/senior", "--rubric"],
    &["practice", "sheet", "payments/senior"],
    &["practice", "date"],
    &["practice", "progress", "payments/senior"],
    &["practice", "log", "payments/senior"],
    &["practice", "flags"],
    &["practice", "doctor"],
    &["practice", "story", "list"],
    &["practice", "story", "grid", "payments/senior"],
    &["catalog", "check"],
    &["catalog", "list"],
    &["catalog", "diff", "../before.json", "../ladders.json"],
    &["doctor"],
    &["config", "path"],
    &["config", "show"],
    &["screen", "--keys", "llG"],
];

/// Every command that makes a document.
pub(super) const DOCUMENTS: &[&[&str]] = &[
    &["export", "payments/senior", "payments/staff", "--rubric"],
    &["export", "--all"],
    &["compare", "payments/senior", "payments/staff"],
    &["gap", "payments/mid", "payments/senior"],
    &["ladder", "payments"],
    &["path", "payments/junior", "payments/staff"],
    &["near", "payments/senior"],
    &["practice", "export", "packet", "payments/senior", "--with-notes"],
    &["practice", "export", "stories", "payments/senior", "--with-notes"],
    &["practice", "export", "answers", "payments/senior"],
    &["practice", "export", "log", "payments/senior"],
    &["catalog", "export"],
    &["catalog", "diff", "../before.json", "../ladders.json"],
];

fn on(ladders: &[&'static str], command: &[&'static str], more: &[&'static str]) -> Vec<&'static str> {
    [ladders, command, more].concat()
}

/// Runs `arguments`, which must at least be understood, and judges all that comes out.
#[track_caller]
fn prints(home: &Home, arguments: &[&str]) -> String {
    let output = home.run(arguments);
    assert_harmless(Way::Plain, &output.stdout, &format!("{arguments:?}"));
    assert_harmless(Way::Plain, &output.stderr, &format!("{arguments:?}, complaint"));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn no_command_lets_a_text_through_into_a_pipe_or_json() {
    let home = Home::hostile();
    for command in COMMANDS {
        let plain = prints(&home, &on(&LADDERS, command, &[]));
        let json = prints(&home, &on(&LADDERS, command, &["--json"]));
        assert!(!plain.is_empty(), "{command:?} prints nothing: {}", told(&home, &on(&LADDERS, command, &[])));
        // A sheet is paper and says so, a picture is a picture.
        if !command.contains(&"sheet") && command[0] != "screen" {
            serde_json::from_str::<serde_json::Value>(&json).unwrap_or_else(|error| panic!("{command:?}: {error}"));
        }
    }
}

#[test]
fn lines_that_are_typed_and_lines_that_are_answered_are_harmless() {
    let home = Home::hostile();
    let mut lines = String::from("1\n2\nall\nnote\nbookmark\ncompare\n1\nback\nbookmarks\n1\nback\nsearch tower\n1\n");
    for text in RAW.iter().chain(ODD) {
        let text = text.replace('\n', " ");
        lines.extend([&*text, "\nshow ", &text, "\nsearch ", &text, "\ncompare ", &text, " x\n"]);
    }
    let practice = RAW.join(" \n").replace("\r\n", " ");
    lines.extend(["show payments:senior\npractice\n7\n1\n", &practice, "\nstop\nback\nquit\n"]);
    home.write("lines", &lines);
    for arguments in [&["--linear"][..], &["--linear", "--at", "\u{1b}]0;x\u{7}"]] {
        let mut command = home.command(&[&LADDERS, arguments].concat());
        let output = command.stdin(fs::File::open(home.join("lines")).unwrap()).output().unwrap();
        assert_harmless(Way::Plain, &output.stdout, "lines");
        assert_harmless(Way::Plain, &output.stderr, "lines, complaint");
        assert!(arguments.len() > 1 || output.stdout.len() > 10_000, "{output:?}");
    }
}

#[test]
fn a_shell_that_asks_for_ids_gets_nothing_but_ids() {
    let home = Home::hostile();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        for typed in ["pay", "", "\u{1b}]0;x\u{7}", "\u{9b}\u{202e}"] {
            let mut asked = home.command(&["--", "rungs", "--catalog", "../ladders.json", "show", typed]);
            let output = asked.env("RUNGS_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", "4").output().unwrap();
            // What parts the words of an answer is the shell's own business.
            let words = String::from_utf8(output.stdout).unwrap().replace(['\u{b}', '\r'], "\n");
            assert_harmless(Way::Plain, words.as_bytes(), &format!("{shell}, {typed:?}"));
            assert_harmless(Way::Plain, &output.stderr, &format!("{shell}, {typed:?}, complaint"));
            assert!(typed != "pay" || words.contains("payments/senior"), "{shell}: {words}");
        }
    }
}

fn told(home: &Home, arguments: &[&str]) -> String {
    String::from_utf8_lossy(&home.run(arguments).stderr).into_owned()
}

#[test]
fn no_document_holds_what_a_text_wanted() {
    let home = Home::hostile();
    let mut made = 0;
    for document in DOCUMENTS {
        for form in ["markdown", "csv", "html", "json"] {
            made += usize::from(!prints(&home, &on(&LADDERS, document, &["--format", form])).is_empty());
        }
        made += usize::from(!prints(&home, &on(&LADDERS, document, &[])).is_empty());
    }
    assert!(made > DOCUMENTS.len() * 3, "only {made} documents");
    for ending in ["md", "csv", "html", "json"] {
        let path = format!("role.{ending}");
        prints(&home, &["--catalog", "../ladders.json", "export", "payments/senior", "--output", &path]);
        assert_harmless(Way::Plain, &fs::read(home.join("here").join(&path)).unwrap(), &path);
    }
}

#[test]
fn no_command_lets_a_text_through_onto_a_terminal() {
    let home = Home::hostile();
    // By itself and through a pager, whose line is never a shell's.
    let pagers = ["sed -n p", "sed -n p ; touch canary", "$(touch canary)", "`touch canary`", "sed p | touch canary"];
    for (number, command) in COMMANDS.iter().enumerate() {
        let mut line = CommandBuilder::new(env!("CARGO_BIN_EXE_rungs"));
        line.args(on(&LADDERS, command, &["--color", "always"]));
        line.env_clear();
        for (name, value) in home.surroundings() {
            line.env(name, value);
        }
        if number % 2 == 0 {
            line.arg("--no-pager");
        } else {
            line.env("PAGER", pagers[number / 2 % pagers.len()]);
        }
        line.cwd(home.join("here"));
        let mut session = Session::start(line, (80, 24));
        session.end();
        assert!(!home.join("here/canary").exists(), "{command:?} made a canary");
        assert_harmless(Way::Terminal, &session.since(0), &format!("{command:?} on a terminal"));
    }
}

#[test]
fn a_catalog_with_harmful_text_is_refused_in_harmless_words() {
    let home = Home::new();
    for (number, text) in RAW.iter().enumerate() {
        let path = format!("harm-{number} {}.json", text.replace(['/', '\0'], ""));
        home.write(&path, &catalog(&[text], 0));
        let path = home.join(&path).display().to_string();
        for arguments in
            [&["catalog", "check", &path][..], &["catalog", "check", &path, "--json"], &["--catalog", &path, "list"]]
        {
            let output = home.run(arguments);
            assert_eq!(output.status.code(), Some(3), "{text:?} is let in: {output:?}");
            prints(&home, arguments);
        }
    }
}

/// Arguments of every kind, with `@` where the text goes.
const ARGUMENTS: &[&[&str]] = &[
    &["@"],
    &["show", "@"],
    &["show", "payments/@"],
    &["show", "payments/senior", "--@"],
    &["list", "@"],
    &["list", "--family", "@"],
    &["list", "--level", "@"],
    &["compare", "@", "payments/senior"],
    &["compare", "payments/senior", "payments/staff", "--base", "@"],
    &["gap", "@"],
    &["gap", "rate", "@", "3"],
    &["gap", "rate", "ledgers", "@"],
    &["gap", "evidence", "ledgers", "--", "@"],
    &["ladder", "@"],
    &["ladder", "payments", "--skill", "@"],
    &["path", "payments/senior", "@"],
    &["near", "@"],
    &["search", "--", "@"],
    &["search", "level:@"],
    &["search", "level:staff", "skill:@"],
    &["export", "payments/senior", "--format", "@"],
    &["export", "payments/senior", "--output", "@"],
    &["export", "payments/senior", "--output", "@/x.md"],
    &["bookmark", "add", "payments/senior", "--tag", "@"],
    &["bookmark", "add", "payments/senior", "--note", "@"],
    &["bookmark", "list", "--tag", "@"],
    &["bookmark", "list"],
    &["bookmark", "list", "--json"],
    &["bookmark", "remove", "@"],
    &["practice", "plan", "@"],
    &["practice", "plan", "payments/senior", "--minutes", "@"],
    &["practice", "date", "payments/senior", "@"],
    &["practice", "from", "@"],
    &["practice", "ask", "payments/senior", "@"],
    &["practice", "story", "new", "--", "@"],
    &["practice", "story", "list"],
    &["practice", "sheet", "payments/senior", "--output", "@.md"],
    &["catalog", "check", "@"],
    &["catalog", "import", "@"],
    &["catalog", "import", "../sheet.csv", "--preview"],
    &["catalog", "export", "@"],
    &["--config", "@", "config", "show"],
    &["--config-dir", "@", "config", "path"],
    &["--data-dir", "@", "practice", "doctor"],
    &["--width", "@", "list"],
    &["--color", "@", "list"],
    &["--catalog", "@", "list"],
    &["--at", "@"],
    &["screen", "--keys", "@"],
    &["screen", "--keys", "<@>"],
    &["screen", "--theme", "@"],
];

#[test]
fn no_argument_is_said_back_as_it_was_typed() {
    let ordinary =
        ["\u{1b}]52;c;cm0K\u{7}\u{1b}[2J", "\u{9b}2J\u{202e}x\u{e0041}", "a\rb\u{8}\u{7f}\u{85}\u{2028}\u{200b}z\n"];
    judge_arguments(&ordinary);
}

#[test]
#[ignore = "a minute long; cargo test --test security -- --ignored"]
fn no_argument_of_any_class_is_said_back_as_it_was_typed() {
    judge_arguments(&[RAW, ODD].concat());
}

fn judge_arguments(texts: &[&str]) {
    for text in texts {
        let home = Home::new();
        home.write("ladders.json", &catalog(ODD, 0));
        home.write("sheet.csv", &format!("Family,Level,Title,Skill\n\"{text}\",Senior,\"{text} x\",\"{text}\"\n"));
        for arguments in ARGUMENTS {
            let filled: Vec<String> = arguments.iter().map(|argument| argument.replace('@', text)).collect();
            let filled: Vec<&str> = filled.iter().map(String::as_str).collect();
            let with = if arguments.contains(&"--catalog") { &[][..] } else { &LADDERS };
            for form in [&[][..], &["--json"]] {
                prints(&home, &[with, form, &filled].concat());
            }
            let output = home.run(&[with, &["--color=always"], &filled].concat());
            assert_harmless(Way::Terminal, &output.stdout, &format!("{arguments:?} in colour"));
            assert_harmless(Way::Terminal, &output.stderr, &format!("{arguments:?} in colour, complaint"));
        }
    }
}

/// The control: a program that prints what it was given is caught with every text.
#[test]
fn a_program_that_prints_what_it_reads_is_caught() {
    for text in RAW {
        let output = std::process::Command::new("printf").args(["%s", text]).output().unwrap();
        assert_eq!(output.stdout, text.as_bytes());
        let caught = super::judge::judge(Way::Plain, &output.stdout).offences;
        assert!(!caught.is_empty(), "{text:?} gets past the judge");
    }
}
