//! The way from here to the clipboard of whoever sits at the terminal: OSC 52, a request to the terminal (xterm control
//! sequences). It goes where the screen goes, so over ssh too. Whether it was granted no terminal says, and none is asked
//! what its clipboard holds.

use std::ffi::OsString;
use std::fmt::{self, Write};

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// The most that is sent, in bytes. Terminals that take no more than 100,000 bytes in one sequence drop what is longer
/// without a word, and base64 makes four bytes of three.
pub const MOST: usize = 74_994;

/// The most bytes of one string that GNU screen passes on, in the versions that take least (256), with room to spare.
const SCREENFUL: usize = 240;

/// What a request passes on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Through {
    /// Nothing: the terminal reads it.
    Nothing,
    /// tmux, which takes it itself and passes it on when its option `set-clipboard` is `on`. Nothing is wrapped: that would
    /// need `allow-passthrough`, which is off by default, and keep tmux's own buffers empty.
    Tmux,
    /// GNU screen, which passes on only what is wrapped for it.
    Screen,
}

/// The way to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Route {
    /// What is in between.
    pub through: Through,
    /// Whether the terminal is on another machine.
    pub is_remote: bool,
}

impl Route {
    /// The way that these environment variables tell of; none where the terminal obeys no sequence at all.
    pub fn of(variable: impl Fn(&str) -> Option<OsString>) -> Option<Self> {
        let said = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = said("TERM")?.to_string_lossy().into_owned();
        if term == "dumb" {
            return None;
        }
        // Where one runs in the other both are said; the terminal type is that of the inner one.
        let through = match (said("TMUX").is_some(), said("STY").is_some()) {
            (true, true) if term.starts_with("screen.") => Through::Screen,
            (true, _) => Through::Tmux,
            (false, true) => Through::Screen,
            (false, false) => Through::Nothing,
        };
        Some(Self { through, is_remote: ["SSH_TTY", "SSH_CONNECTION"].into_iter().any(|name| said(name).is_some()) })
    }

    /// The bytes that ask for `text` to be put on the clipboard; none of its own are among them, they are in base64.
    pub fn request(self, text: &str) -> String {
        let mut plain = String::new();
        // Writing to a string cannot fail.
        let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain);
        // A bell ends a request as well: it is a byte shorter, and the end it stands for would end screen's wrapping too.
        let mut rest = plain.trim_end_matches("\x1b\\").to_owned() + "\x07";
        if self.through != Through::Screen {
            return rest;
        }
        let mut wrapped = String::new();
        while !rest.is_empty() {
            // All of it is ASCII.
            let after = rest.split_off(rest.len().min(SCREENFUL));
            let _ = write!(wrapped, "\x1bP{rest}\x1b\\");
            rest = after;
        }
        wrapped
    }
}

/// Which way it is, to follow `sent`; short, as what is said of it stands in one line.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.is_remote, self.through) {
            (false, Through::Nothing) => "to the terminal by OSC 52",
            (true, Through::Nothing) => "over SSH by OSC 52",
            (false, Through::Tmux) => "through tmux by OSC 52 (needs set-clipboard on)",
            (true, Through::Tmux) => "over SSH through tmux by OSC 52 (needs set-clipboard on)",
            (false, Through::Screen) => "through screen by OSC 52",
            (true, Through::Screen) => "over SSH through screen by OSC 52",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The way in an environment of `NAME=value` words.
    fn route(variables: &str) -> Option<Route> {
        Route::of(|asked| {
            let found = variables.split(' ').filter_map(|word| word.split_once('=')).find(|(name, _)| *name == asked);
            found.map(|(_, value)| value.into())
        })
    }

    #[test]
    fn the_way_is_known_from_the_environment() {
        let (local, remote) = ("to the terminal by OSC 52", "over SSH by OSC 52");
        let tmux = "through tmux by OSC 52 (needs set-clipboard on)";
        let screen = "through screen by OSC 52";
        let (remote_tmux, remote_screen) = (&*format!("over SSH {tmux}"), &*format!("over SSH {screen}"));
        for (variables, expected) in [
            ("TERM=xterm-256color", Some(local)),
            ("TERM=xterm SSH_TTY=/dev/pts/3", Some(remote)),
            ("TERM=xterm SSH_CONNECTION=1", Some(remote)),
            ("TERM=tmux-256color TMUX=/tmp/tmux-0/default,1,0", Some(tmux)),
            ("TERM=screen-256color TMUX=/tmp/tmux-0/default,1,0 SSH_TTY=/dev/pts/3", Some(remote_tmux)),
            ("TERM=screen.xterm-256color STY=12.pts-0", Some(screen)),
            ("TERM=screen STY=12.pts-0 SSH_TTY=/dev/pts/3", Some(remote_screen)),
            // tmux in screen, and screen in tmux.
            ("TERM=tmux-256color TMUX=/tmp/t,1,0 STY=12.pts-0", Some(tmux)),
            ("TERM=screen-256color TMUX=/tmp/t,1,0 STY=12.pts-0", Some(tmux)),
            ("TERM=screen.tmux-256color TMUX=/tmp/t,1,0 STY=12.pts-0", Some(screen)),
            // What is empty says nothing.
            ("TERM=xterm TMUX= STY= SSH_TTY=", Some(local)),
            ("TERM=dumb SSH_TTY=/dev/pts/3", None),
            ("TERM= TMUX=/tmp/t,1,0", None),
            ("", None),
        ] {
            let shown = route(variables).map(|route| route.to_string());
            assert_eq!(shown, expected.map(str::to_owned), "{variables}");
        }
    }

    #[test]
    fn a_terminal_and_tmux_are_asked_as_they_are() {
        for variables in ["TERM=xterm", "TERM=tmux-256color TMUX=/tmp/t,1,0"] {
            let asked = route(variables).expect(variables).request("Senior\nStaff");
            assert_eq!(asked, "\x1b]52;c;U2VuaW9yClN0YWZm\x07", "{variables}");
        }
    }

    #[test]
    fn screen_passes_on_what_is_wrapped_in_pieces_it_takes() {
        let screen = route("TERM=screen STY=12.pts-0").expect("a way");
        let asked = screen.request(&"career ladder ".repeat(40));
        let pieces: Vec<&str> =
            asked.split_terminator("\x1b\\").map(|piece| piece.strip_prefix("\x1bP").expect("a piece")).collect();
        assert!(pieces.len() > 2 && pieces.iter().all(|piece| piece.len() <= SCREENFUL), "{pieces:?}");
        let plain = Route { through: Through::Nothing, ..screen }.request(&"career ladder ".repeat(40));
        assert_eq!(pieces.concat(), plain);
    }

    #[test]
    fn the_longest_text_fits_what_terminals_take() {
        let direct = route("TERM=xterm").expect("a way");
        let asked = direct.request(&"x".repeat(MOST));
        assert!(asked.len() <= 100_000 && asked.len() > 99_996, "{}", asked.len());
    }
}
