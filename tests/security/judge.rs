//! What may leave the program, judged by a parser that knows nothing of it: vte, which reads terminals' sequences.

use vte::{Params, Parser, Perform};

use crate::tried::is_forbidden;

/// Which way text leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// A frame of the explorer: styles, places, and how it begins and ends.
    Frame,
    /// To the screen for the whole of a session: its own switches as well.
    Screen,
    /// The same after the key that copies: one request to the clipboard as well.
    ScreenThatCopies,
    /// To a terminal, from a command: lines and styles.
    Terminal,
    /// To a pipe, a file or the clipboard: lines and tabs.
    Plain,
}

/// What was let out, and what of it should not have been.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    /// In words, each once for each time.
    pub(super) offences: Vec<String>,
    /// What was put on the clipboard, still in base64.
    pub(super) copied: Vec<String>,
    /// The letters that a terminal shows.
    pub(super) shown: String,
}

/// Judges `bytes` that left by `way`.
pub(super) fn judge(way: Way, bytes: &[u8]) -> Verdict {
    let mut judge = Judge { way, verdict: Verdict::default() };
    if let Err(error) = std::str::from_utf8(bytes) {
        judge.verdict.offences.push(format!("no UTF-8: {error}"));
    }
    let mut parser = Parser::new();
    parser.advance(&mut judge, bytes);
    // What is left open swallows whatever comes next.
    parser.advance(&mut judge, b"#");
    let Verdict { offences, shown, .. } = &mut judge.verdict;
    if shown.pop() != Some('#') {
        offences.push("a sequence is left open".to_owned());
    }
    let letters: Vec<char> = shown.chars().collect();
    let joins = |at: usize| {
        let before = letters[..at].iter().rev().find(|c| !matches!(c, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'));
        before.is_some_and(|c| is_picture(*c)) && letters.get(at + 1).is_some_and(|c| is_picture(*c))
    };
    let hidden = letters.iter().enumerate().filter(|&(at, c)| is_forbidden(*c) && !(*c == '\u{200d}' && joins(at)));
    offences.extend(hidden.map(|(_, c)| format!("U+{:04X}", u32::from(*c))));
    judge.verdict
}

/// Fails on the first thing that should not have left.
#[track_caller]
pub(super) fn assert_harmless(way: Way, bytes: &[u8], told: &str) {
    let Verdict { offences, .. } = judge(way, bytes);
    assert!(offences.is_empty(), "{told}: {offences:?} in\n{}", String::from_utf8_lossy(bytes).escape_debug());
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

struct Judge {
    way: Way,
    verdict: Verdict,
}

impl Judge {
    fn offence(&mut self, what: String) {
        self.verdict.offences.push(what);
    }

    fn is_screen(&self) -> bool {
        matches!(self.way, Way::Frame | Way::Screen | Way::ScreenThatCopies)
    }

    /// Whether a control sequence is one of those that the program says it writes.
    fn allows(&self, numbers: &[u16], private: &[u8], action: char) -> bool {
        match (private, action) {
            (b"", 'm') => self.way != Way::Plain,
            // The program always says where to: `ESC [ H` alone is a stranger's.
            (b"", 'H') => self.is_screen() && numbers.len() == 2 && !numbers.contains(&0),
            (b"", 'C') => self.is_screen() && numbers.len() == 1 && !numbers.contains(&0),
            (b"", 'J' | 'K') => self.is_screen() && self.way != Way::Frame,
            (b"?", 'h' | 'l') => {
                let known: &[u16] = match self.way {
                    Way::Frame => &[25, 2026],
                    _ => &[25, 1000, 1004, 1006, 1049, 2004, 2026],
                };
                self.is_screen() && numbers.iter().all(|number| known.contains(number))
            }
            _ => false,
        }
    }
}

impl Perform for Judge {
    fn print(&mut self, c: char) {
        self.verdict.shown.push(c);
    }

    fn execute(&mut self, byte: u8) {
        match byte {
            b'\n' | b'\t' if !self.is_screen() => {}
            // A terminal's own driver puts it before each end of line.
            b'\r' if self.way == Way::Terminal => {}
            _ => return self.offence(format!("control character {byte:#04x}")),
        }
        self.verdict.shown.push(char::from(byte).max(' '));
    }

    fn hook(&mut self, _: &Params, _: &[u8], _: bool, action: char) {
        self.offence(format!("DCS {action}"));
    }

    fn osc_dispatch(&mut self, parts: &[&[u8]], _: bool) {
        let asked = match parts {
            [b"52", b"c", text] if self.way == Way::ScreenThatCopies && *text != b"?" => {
                String::from_utf8(text.to_vec())
            }
            _ => return self.offence(format!("OSC {parts:?}")),
        };
        match asked {
            Ok(text) => self.verdict.copied.push(text),
            Err(error) => self.offence(format!("OSC 52: {error}")),
        }
    }

    fn csi_dispatch(&mut self, numbers: &Params, private: &[u8], is_cut: bool, action: char) {
        let flat: Vec<u16> = numbers.iter().flatten().copied().collect();
        if is_cut || !self.allows(&flat, private, action) {
            self.offence(format!("CSI {} {flat:?} {action}", String::from_utf8_lossy(private)));
        }
    }

    fn esc_dispatch(&mut self, between: &[u8], _: bool, byte: u8) {
        self.offence(format!("ESC {between:?} {byte:#04x}"));
    }
}

#[test]
fn the_judge_tells_what_a_program_writes_from_what_a_text_does() {
    let ours = "\x1b[?1049h\x1b[2J\x1b[?25l\x1b[?2004h\x1b[?1004h\x1b[?1000h\x1b[?1006h\x1b[?2026h\x1b[3;7H\x1b[0;1;38;5;9mab\x1b[K";
    assert_eq!(judge(Way::Screen, ours.as_bytes()).offences, [""; 0]);
    let copy = judge(Way::ScreenThatCopies, b"\x1b]52;c;YWI=\x07");
    assert_eq!((copy.offences.len(), &copy.copied[..]), (0, &["YWI=".to_owned()][..]));
    assert_eq!(judge(Way::Plain, "two\tcells\nof text, 👩\u{200d}🚀 日本".as_bytes()).offences, [""; 0]);

    for raw in [
        "\x1b]52;c;YWI=\x07",
        "\x1b]0;title\x07",
        "\x1b]8;;file:///x\x1b\\y",
        "\x1b[6n",
        "\x1b[21t",
        "\x1bc",
        "\x1bPq\x1b\\",
        "\x1b_Gx\x1b\\",
        "\x1b[?1003h",
        "a\rb",
        "a\nb",
        "a\tb",
        "\x07",
        "\u{9b}2J",
        "\u{85}",
        "a\u{202e}b",
        "\x1b[H",
        "\x1b[C",
        "\x1b]0;open",
        "open\x1b",
        "open\x1b[1",
        "a\u{200d}b",
        "\u{e0041}",
        "\u{2028}",
        "\x7f",
    ] {
        assert!(!judge(Way::Screen, raw.as_bytes()).offences.is_empty(), "{raw:?} is let through");
    }
    assert!(!judge(Way::ScreenThatCopies, b"\x1b]52;c;?\x07").offences.is_empty(), "the clipboard is asked for");
    assert!(!judge(Way::Plain, b"\x1b[1mbold\x1b[0m").offences.is_empty(), "a style in a pipe");
    assert!(!judge(Way::Plain, b"\xff\xfe").offences.is_empty(), "no text");
}
