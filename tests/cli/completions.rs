//! `rungs completions`: what a real shell offers at Tab, and what the others are answered.

use std::process::{Command, Stdio};

use rungs::catalog::Catalog;

use super::Home;

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/small.json");

fn has(shell: &str) -> bool {
    Command::new(shell).args(["-c", "true"]).stdin(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// What bash offers where the last of `words` is being typed, with the script in it.
fn offered(home: &Home, words: &[&str]) -> Vec<String> {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let typed = format!(
        "source <(rungs completions bash)\nCOMP_WORDS=({})\nCOMP_CWORD={}\nCOMP_TYPE=9\n\
         _clap_complete_rungs rungs \"${{COMP_WORDS[COMP_CWORD]}}\"\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
        quoted.join(" "),
        words.len() - 1
    );
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_rungs")).parent().expect("a folder");
    let path = format!("{}:{}", program.display(), std::env::var("PATH").expect("a path"));
    let mut bash = Command::new("bash");
    bash.args(["--norc", "--noprofile", "-c", &typed]).env_clear().env("PATH", path);
    bash.env("RUNGS_CONFIG_DIR", home.0.path().join("config")).env("RUNGS_DATA_DIR", home.0.path().join("data"));
    let output = bash.stdin(Stdio::null()).output().expect("bash runs");
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    lines.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[test]
fn bash_completes_commands_options_and_the_ids_of_the_open_catalog() {
    if !has("bash") {
        eprintln!("NOT TESTED: there is no bash here");
        return;
    }
    let home = Home::new();
    let ids = |catalog: &Catalog| -> Vec<String> {
        catalog.rungs().map(|(family, rung)| family.role_id(rung).to_string()).collect()
    };
    let embedded = ids(&Catalog::embedded().expect("it is valid"));
    let of = |start: &str| -> Vec<String> { embedded.iter().filter(|id| id.starts_with(start)).cloned().collect() };

    let commands = offered(&home, &["rungs", ""]);
    for command in ["list", "show", "compare", "gap", "export", "catalog", "completions", "man"] {
        assert!(commands.iter().any(|offer| offer == command), "{command} of {commands:?}");
    }
    assert!(!commands.iter().any(|offer| offer == "screen"), "it is hidden");
    for command in ["show", "compare", "export", "near", "path", "gap"] {
        assert_eq!(offered(&home, &["rungs", command, "payment-s"]), of("payment-s"), "{command}");
    }
    let second = ["rungs", "compare", "payment-systems-engineer/senior", "web-engineer/"];
    assert_eq!(offered(&home, &second), of("web-engineer/"));
    assert_eq!(offered(&home, &["rungs", "--at", "web-engineer/"]), of("web-engineer/"));
    assert_eq!(offered(&home, &["rungs", "list", "--family", "paym"]), ["payment-systems-engineer"]);
    assert_eq!(offered(&home, &["rungs", "list", "--level", "s"]), ["senior", "staff"]);
    assert_eq!(offered(&home, &["rungs", "ladder", "payment", "--skill", "idemp"]), ["idempotency"]);
    assert_eq!(offered(&home, &["rungs", "export", "--format", ""]), ["markdown", "csv", "html", "json"]);
    assert_eq!(offered(&home, &["rungs", "show", "--rub"]), ["--rubric"]);

    let small = std::fs::read_to_string(SMALL).expect("a catalog");
    std::fs::write(home.0.path().join("small.json"), small).expect("a catalog");
    let path = home.0.path().join("small.json").to_string_lossy().into_owned();
    let small = ids(&rungs::catalog::open(&[rungs::catalog::Source::Path(path.clone().into())]).expect("it is valid"));
    let first = small[0].split_once('/').expect("an id").0;
    let wanted: Vec<String> = small.iter().filter(|id| id.starts_with(first)).cloned().collect();
    assert_eq!(offered(&home, &["rungs", "--catalog", &path, "show", first]), wanted);
    let none = offered(&home, &["rungs", "--catalog", "nowhere", "show", "payment"]);
    assert!(none.is_empty(), "{none:?}");
}

#[test]
fn every_shell_has_a_script_that_asks_and_is_answered() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = home.stdout(&["completions", shell]);
        assert!(script.contains("RUNGS_COMPLETE") && script.contains("rungs"), "{shell}: {script}");
        let mut asked = home.rungs(&["--", "rungs", "show", "payment-systems-engineer/se"]);
        let asked = asked.env("RUNGS_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", "2").output().expect("a run");
        let answer = String::from_utf8(asked.stdout).expect("UTF-8");
        assert!(answer.starts_with("payment-systems-engineer/senior"), "{shell}: {answer}");
        assert_eq!((answer.lines().count(), asked.stderr), (1, Vec::new()), "{shell}");
    }
    let mut asked = home.rungs(&["--", "rungs", ""]);
    let refused = asked.env("RUNGS_COMPLETE", "tcsh").output().expect("a run");
    assert_eq!((refused.status.code(), refused.stdout), (Some(2), Vec::new()));
}
