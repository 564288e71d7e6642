//! Texts that somebody would write to harm whoever reads them (classes H19 to H27), and a home full of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use portable_pty::CommandBuilder;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Texts that obey nobody once they are cleaned, which a catalog must not hold at all.
pub(super) const RAW: &[&str] = &[
    // H19: sequences that clear, move, name the window, write the clipboard, link, ask, reset, draw pictures.
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}]0;pwn\u{7}",
    "\u{1b}]52;c;cm0gLXJmIH4K\u{7}",
    "\u{1b}]8;;file:///etc/passwd\u{1b}\\ok\u{1b}]8;;\u{1b}\\",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{1b}_Ga=T,f=24;AAAA\u{1b}\\",
    "\u{1b}^private\u{1b}\\",
    "\u{1b}[6n",
    "\u{1b}[21t",
    "\u{1b}c",
    "\u{1b}(0lqk",
    "\u{1b}[?1049l\u{1b}[31m",
    // H20: the same by one character, and left open.
    "\u{9b}2J",
    "\u{9d}52;c;cm0K\u{9c}",
    "\u{90}q\u{9c}",
    "\u{9f}x\u{9e}\u{98}",
    "open \u{1b}]0;never closed",
    "open \u{1b}[",
    "open \u{1b}",
    // H21: what forges a line.
    "Level 3\rLevel 9",
    "ok\u{8}\u{8}\u{8}no",
    "\u{e}shift\u{f}",
    "\u{7}\u{7}\u{7}bell",
    "\u{b}\u{c}\u{7f}",
    "next\u{85}line",
    // H22: Trojan Source, unbalanced at the start, in the middle, at the end.
    "\u{202e}admin",
    "admin\u{202e}\u{2066} resu\u{2069}",
    "ends \u{2067}",
    "\u{200e}\u{200f}\u{61c}marks\u{202a}\u{202b}\u{202c}\u{202d}\u{2068}",
    // H23: what hides.
    "St\u{200b}a\u{200c}f\u{200d}f\u{2060}\u{feff}\u{ad}",
    "\u{3164}\u{115f}\u{180e}blank",
    // H24: letters of nobody.
    "\u{e0041}\u{e0042}\u{e007f}tags",
    "\u{e000}\u{fdd0}\u{10ffff}private",
    // H26: breaks.
    "one\u{2028}two\u{2029}three",
    "tab\ttab\tand\nbreak\r\nbreak",
    // H27: a link's end that is none.
    "https://a\u{202e}b/\u{7}",
];

/// Texts that a catalog may hold and that still must not get out of their cells.
pub(super) const ODD: &[&str] = &[
    // H24: towers and chains.
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}tower",
    "\u{f40}\u{f72}\u{f74}\u{f7a}\u{f7c}\u{f80}\u{f71}\u{f7e} \u{e01}\u{e34}\u{e35}\u{e49}\u{e4a}\u{e4b}",
    "👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩",
    "🇩🇪🇫🇷🇩🇪🇫🇷🇩🇪🇫🇷🇩",
    "v\u{fe0f}\u{fe0f}\u{fe0f}\u{fe0f}",
    // H25: widths.
    "☠\u{fe0f} 👩\u{200d}🚀 ﷺ 𒐫 ꧅ ｆｕｌｌ 日本語",
    "שלום עולם مرحبا",
    // H27: signs of other languages.
    "``` > > > **** [x](javascript:alert(1)) file:///x -oProxyCommand=x",
    "<script>alert(1)</script> & \" ' </td>",
    "=cmd|' /C calc'!A0",
    "$(touch canary) `touch canary`; touch canary",
    "%00 %n %s {0} {{x}} \\u001b[2J \\x1b",
];

/// What a catalog's text fields are called; everything else in it is an id, a number or a word of the format.
const TEXTS: &[&str] = &[
    "name",
    "meaning",
    "aliases",
    "summary",
    "title",
    "headline",
    "step_up",
    "text",
    "use",
    "target",
    "note",
    "measures",
    "unit",
    "prompt",
    "ask",
    "listen_for",
    "junior",
    "mid",
    "senior",
    "staff",
];

/// The catalog with interviews, where text fields are given one of `texts` each, in turn from the `first` on, behind a
/// little of what they said.
pub(super) fn catalog(texts: &[&str], first: usize) -> String {
    let whole = include_str!("../support/interviews.json");
    let mut catalog: Value = serde_json::from_str(whole).unwrap();
    let mut next = first;
    fill(&mut catalog, "", &mut |text| {
        next += 1;
        let begun: String = text.chars().take(12).collect();
        // Titles must differ from one another.
        format!("{} {next} {begun}", texts[next % texts.len()])
    });
    catalog.to_string()
}

fn fill(value: &mut Value, field: &str, with: &mut impl FnMut(&str) -> String) {
    match value {
        Value::String(text) if TEXTS.contains(&field) => *text = with(text),
        Value::Array(values) => values.iter_mut().for_each(|value| fill(value, field, with)),
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| fill(value, name, with)),
        _ => {}
    }
}

/// A home whose owner keeps nothing but harm.
pub(super) struct Home(TempDir);

impl Home {
    /// With nothing in it.
    pub(super) fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        for directory in ["config", "data", "here"] {
            fs::create_dir(home.join(directory)).unwrap();
        }
        home
    }

    /// With a catalog of odd texts, and with all texts in notes, tags, answers, evidence, stories and settings.
    pub(super) fn hostile() -> Self {
        let home = Self::new();
        home.write("ladders.json", &catalog(ODD, 0));
        home.write("before.json", &catalog(ODD, 1));
        let mut bookmarks = String::new();
        let roles = ["payments/junior", "payments/mid", "payments/senior", "payments/staff", "reliability/senior"];
        let all = || RAW.iter().chain(ODD);
        for (number, role) in roles.iter().enumerate() {
            let texts = || all().skip(number).step_by(roles.len());
            let note = texts().copied().collect::<Vec<_>>().join("\n");
            for line in [
                json!({ "t": "bookmark.add", "of": role }),
                json!({ "t": "bookmark.tags", "of": role, "tags": texts().collect::<Vec<_>>() }),
                json!({ "t": "bookmark.note", "of": role, "text": note + "\n\0 nul" }),
            ] {
                bookmarks.extend([&*line.to_string(), "\n"]);
            }
        }
        home.write("config/bookmarks.jsonl", &bookmarks);
        home.write("data/practice.jsonl", &practised());
        for (number, text) in all().enumerate() {
            let title = Value::from(*text);
            let story = format!(
                "+++\ntitle = {}\nwhen = \"2026\"\nprobes = [\"skill:ledgers\"]\nmetric = {}\nstrength = 4\n+++\n\n# Headline\n\n{text}\n",
                toml(&title),
                toml(&title)
            );
            home.write(&format!("data/stories/story-{number}.md"), &story);
        }
        home.write("data/stories/broken \u{1b}]0;x\u{7}\u{202e}.md", "+++\ntitle = \u{1b}[31m\n+++\n");
        home.write("data/answers/payments/senior/lost-day/1.md", &RAW.join("\n\n"));
        home
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn join(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// A file with its directories.
    pub(super) fn write(&self, name: &str, text: &str) {
        let path = self.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// What a program needs to know to be here and nowhere else.
    pub(super) fn surroundings(&self) -> [(&'static str, PathBuf); 6] {
        [
            ("RUNGS_CONFIG_DIR", self.join("config")),
            ("RUNGS_DATA_DIR", self.join("data")),
            ("RUNGS_NOW", "2026-11-23T05:28:00Z".into()),
            ("HOME", self.path().to_owned()),
            ("PATH", std::env::var_os("PATH").unwrap().into()),
            ("TERM", "xterm-256color".into()),
        ]
    }

    /// The program with `arguments`, in the directory `here`.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rungs"));
        command
            .args(arguments)
            .env_clear()
            .envs(self.surroundings())
            .current_dir(self.join("here"))
            .stdin(Stdio::null());
        command
    }

    /// Another program, whose arguments are to come, for a terminal in the directory `here`.
    pub(super) fn for_a_terminal(&self, program: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        for (name, value) in self.surroundings() {
            command.env(name, value);
        }
        command.cwd(self.join("here"));
        command
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }
}

/// A string of TOML: JSON's, where the two agree.
fn toml(text: &Value) -> String {
    text.to_string().replace('\u{7f}', "\\u007f")
}

/// A journal of practice whose free texts are all there are.
fn practised() -> String {
    let mut journal = String::new();
    for (number, text) in RAW.iter().chain(ODD).enumerate() {
        let at = "2026-11-16T18:10:00.000Z";
        let role = "payments/senior";
        for (id, mut line) in [
            (
                "r",
                json!({ "t": "review", "q": "payments/senior#lost-day", "rev": 1, "role": role, "off": 60, "day": "2026-11-16",
                "mode": "practice", "secs": 40, "sig": {}, "flags": [], "derived": 1, "rating": 1, "cold": true, "said": text,
                "story": "story-1", "answer": "answers/payments/senior/lost-day/1.md" }),
            ),
            ("e", json!({ "t": "evidence", "skill": "ledgers", "text": text, "on": "2026-05-01" })),
            ("f", json!({ "t": "flag", "q": "payments/senior#two-books", "text": text })),
        ] {
            line["v"] = 1.into();
            line["id"] = format!("{id}-{number}").into();
            line["at"] = at.into();
            journal.extend([&*line.to_string(), "\n"]);
        }
    }
    journal.push_str(
        "{\"t\":\"interview\",\"v\":1,\"id\":\"i-1\",\"at\":\"2026-11-16T18:00:00.000Z\",\"role\":\"payments/senior\",\"on\":\"2026-12-02\"}\n",
    );
    journal
}
