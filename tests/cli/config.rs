//! `rungs config`, and settings as plain commands heed them.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::{Value, json};

use super::Home;

impl Home {
    fn with_settings(text: &str) -> Self {
        let home = Self::new();
        fs::create_dir_all(home.0.path().join("config")).expect("a directory");
        fs::write(home.0.path().join("config/config.toml"), text).expect("settings");
        home
    }
}

/// The value of `key`, where it comes from, and where that is, its last part.
fn held(home: &Home, key: &str, arguments: &[&str], variables: &[(&str, &str)]) -> (Value, String, String) {
    let mut command = home.rungs(&[&["config", "show", "--json"], arguments].concat());
    let output = command.envs(variables.iter().copied()).output().expect("rungs runs");
    let shown: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(shown["schema"], "rungs.config.setting/1");
    let item = shown["items"].as_array().expect("items").iter().find(|item| item["key"] == key).expect(key).clone();
    let at = item["at"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default().to_owned();
    (item["value"].clone(), item["from"].as_str().expect("an origin").to_owned(), at)
}

#[test]
fn what_is_shown_names_where_it_comes_from() {
    let home = Home::with_settings("theme = \"terminal\"\n\nascii = false\nrollover = 6\n");
    let of = |key, arguments: &[&str], variables: &[(&str, &str)]| held(&home, key, arguments, variables);
    let told = |value: Value, from: &str, at: &str| (value, from.to_owned(), at.to_owned());
    assert_eq!(of("theme", &[], &[]), told(json!("terminal"), "file", "config.toml:1"));
    assert_eq!(of("theme", &[], &[("NO_COLOR", "1")]), told(json!("mono"), "environment", "NO_COLOR"));
    assert_eq!(of("theme", &[], &[("CLICOLOR", "0")]), told(json!("mono"), "environment", "CLICOLOR"));
    assert_eq!(of("theme", &["--color", "never"], &[]), told(json!("mono"), "option", "--color"));
    assert_eq!(of("theme", &["--color", "always"], &[("NO_COLOR", "1")]).1, "file");
    assert_eq!(of("ascii", &[], &[]), told(json!(false), "file", "config.toml:3"));
    assert_eq!(of("ascii", &["--ascii"], &[]), told(json!(true), "option", "--ascii"));
    assert_eq!(of("rollover", &["--no-config"], &[]), told(json!(4), "default", ""));
    assert_eq!(of("editor", &[], &[("EDITOR", "vim -u x")]), told(json!("vim -u x"), "environment", "EDITOR"));
    assert_eq!(of("mouse", &[], &[]), told(json!(true), "default", ""));
}

#[test]
fn a_wrong_setting_is_told_once_and_a_command_does_its_work() {
    let home = Home::with_settings("[practice]\nminutes = \"long\"\n");
    let output = home.output(&["practice", "plan", "payment:senior"]);
    assert!(output.status.success() && !output.stdout.is_empty());
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(
        told,
        "rungs: config.toml:2: practice.minutes takes a whole number from 5 to 120, not \"long\" (see rungs config check)\n"
    );
    assert_eq!(home.output(&["practice", "plan", "payment:senior", "--no-config"]).stderr, b"");
}

#[test]
fn the_minutes_and_the_hour_of_the_file_are_those_of_a_plan_unless_it_is_given_others() {
    let home = Home::with_settings("rollover = 0\n[practice]\nminutes = 45\n");
    let plan = |arguments: &[&str]| {
        let mut command = home.rungs(&[&["practice", "plan", "payment:senior", "--json"], arguments].concat());
        let output = command.env("RUNGS_NOW", "2026-05-02T02:30:00Z").env("TZ", "UTC").output().expect("rungs runs");
        let plan: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        (plan["items"][0]["minutes"].clone(), plan["items"][0]["today"].clone())
    };
    assert_eq!(plan(&[]), (json!(45), json!("2026-05-02")));
    assert_eq!(plan(&["--minutes", "10"]), (json!(10), json!("2026-05-02")));
    assert_eq!(plan(&["--no-config"]), (json!(15), json!("2026-05-01")));
}

#[test]
fn editing_makes_a_file_that_changes_nothing_and_says_what_was_made_of_it() {
    let home = Home::new();
    let editor = home.0.path().join("editor");
    fs::write(&editor, "#!/bin/sh\ncp \"$1\" \"$1.before\"\necho 'rollover = 77' >>\"$1\"\n").expect("a script");
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("a mode");
    let sent = home.on_a_terminal(100, &["config", "check"], &[]);
    assert_eq!(sent, "");
    // An editor wants a terminal; on this one rungs says how it ended by what it prints.
    let shell = format!("\"{}\" config edit 2>&1; echo \"ended $?\"", env!("CARGO_BIN_EXE_rungs"));
    let size = portable_pty::PtySize { rows: 20, cols: 200, pixel_width: 0, pixel_height: 0 };
    let pty = portable_pty::native_pty_system().openpty(size).expect("a terminal");
    let mut command = portable_pty::CommandBuilder::new("sh");
    command.args(["-c", &shell]);
    command.env("RUNGS_CONFIG_DIR", home.0.path().join("config"));
    command.env("RUNGS_DATA_DIR", home.0.path().join("data"));
    command.env("VISUAL", &editor);
    let mut child = pty.slave.spawn_command(command).expect("a shell");
    drop(pty.slave);
    let mut sent = Vec::new();
    let _ = std::io::Read::read_to_end(&mut pty.master.try_clone_reader().expect("a reader"), &mut sent);
    child.wait().expect("an end");
    let sent = String::from_utf8(sent).expect("UTF-8");
    // Below the last table it is a verb of that table.
    assert!(sent.contains("rollover takes keys, such as"), "{sent}");
    assert!(sent.contains("ended 4"), "{sent}");
    let made = fs::read_to_string(home.0.path().join("config/config.toml.before")).expect("a file");
    assert!(made.contains("\n#mouse = true\n"), "{made}");
}

#[test]
fn json_of_keys_and_of_problems_has_the_fields_it_is_documented_with() {
    let home = Home::with_settings("theme = 3\n");
    let keys = home.json(&["config", "default", "--json"]);
    assert_eq!(keys["schema"], "rungs.config.key/1");
    let all = keys["items"].as_array().expect("items");
    assert_eq!(all.iter().find(|item| item["key"] == "practice.minutes").expect("a key")["default"], 15);
    assert!(all.iter().all(|item| super::keys(item) == ["default", "key", "says"]));
    let output = home.output(&["config", "check", "--json"]);
    assert_eq!(output.status.code(), Some(4));
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(found["schema"], "rungs.config.finding/1");
    let found = &found["items"][0];
    assert_eq!((&found["line"], &found["column"]), (&json!(1), &json!(9)));
    assert_eq!(found["text"], "theme takes one of last, terminal, mono, light, contrast, dark, cvd, not 3");
    assert_eq!(
        (&found["severity"], super::keys(found)),
        (&json!("error"), ["column", "file", "line", "severity", "text"].to_vec())
    );
}

#[test]
fn a_theme_of_ones_own_is_checked_and_its_contrast_warned_of() {
    let home = Home::with_settings("theme = \"dusk\"\n");
    let found = || String::from_utf8(home.output(&["config", "check", "--json"]).stdout).expect("UTF-8");
    assert!(found().contains("takes no \\\"dusk\\\""), "it is not there yet: {}", found());
    let themes = home.0.path().join("config/themes");
    fs::create_dir(&themes).expect("a directory");
    fs::write(themes.join("dusk.toml"), "[text]\nfg = \"#777777\"\nbg = \"#555555\"\n").expect("a theme");
    let output = home.output(&["config", "check"]);
    assert_eq!(output.status.code(), Some(0), "a warning is no error");
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(told.contains("themes/dusk.toml\t1\t2\ttext reads badly: 1.7:1"), "{told}");
    assert!(told.lines().all(|line| line.ends_with("\twarning")), "{told}");
    let shown = home.json(&["config", "show", "--json"]);
    assert_eq!(shown["items"][0]["value"], "dusk");
    // What comes with rungs keeps its name, and a line that is wrong is an error.
    fs::write(themes.join("mono.toml"), "").expect("a theme");
    fs::write(themes.join("dusk.toml"), "[heading]\nfg = \"orenge\"\n").expect("a theme");
    let output = home.output(&["config", "check"]);
    assert_eq!(output.status.code(), Some(4));
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(told.contains("dusk.toml\t2\t6\theading: there is no colour \"orenge\""), "{told}");
    assert!(told.contains("mono.toml\t\t\thas the name of a theme that comes with rungs"), "{told}");
}
