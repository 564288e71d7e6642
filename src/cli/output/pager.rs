//! [`Paper`]: where stdout goes: straight out, or, where a person reads more than a screen of it, through their pager.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::mem;
use std::process::{Child, Command, Stdio};

use crate::tui::signals;

/// What pages where nobody says what: it ends at once where all fits, minds capitals only where there are some, shows
/// colours and leaves the text on the screen.
const DEFAULT: &str = "less -FIRX";

/// Where stdout goes.
#[derive(Debug)]
pub(super) enum Paper {
    /// Straight out.
    Straight(BufWriter<StdoutLock<'static>>),
    /// Kept back until it is known whether it fits the screen.
    Held(Held),
    /// To the pager.
    Paged(Box<Child>),
}

/// What may have to be paged.
#[derive(Debug)]
pub(super) struct Held {
    text: Vec<u8>,
    lines: usize,
    /// How many lines the screen has.
    screen: usize,
    /// The pager and its arguments.
    pager: Vec<String>,
}

impl Paper {
    /// Straight out, unless both ends of the program are a terminal of `screen` lines and a pager is wished.
    pub(super) fn new(is_wished: bool, screen: Option<usize>) -> Self {
        let reads_a_person = || io::stdin().is_terminal() && io::stdout().is_terminal();
        let pager = || pager(|name| env::var_os(name));
        match screen.filter(|_| is_wished && reads_a_person()).and_then(|screen| Some((screen, pager()?))) {
            Some((screen, pager)) => Self::Held(Held { text: Vec::new(), lines: 0, screen, pager }),
            None => Self::straight(),
        }
    }

    /// Straight out.
    pub(super) fn straight() -> Self {
        Self::Straight(BufWriter::new(io::stdout().lock()))
    }

    /// Opens the pager on what was kept back; straight out where it does not start, which is no error.
    fn open(&mut self) -> io::Result<()> {
        let Self::Held(Held { text, pager, .. }) = mem::replace(self, Self::straight()) else { return Ok(()) };
        if let Some(child) = started(&pager) {
            *self = Self::Paged(Box::new(child));
        }
        self.write_all(&text)
    }
}

/// The pager, with the text to come on its stdin.
fn started(pager: &[String]) -> Option<Child> {
    let (program, arguments) = pager.split_first()?;
    let child = Command::new(program).args(arguments).stdin(Stdio::piped()).spawn().ok()?;
    // Ctrl-C is a key of the pager's.
    drop(signals::leave_interrupts_to_others());
    Some(child)
}

/// The command line of the pager: `RUNGS_PAGER`, else `PAGER`, else a good one. None where it is empty, is `cat` or cannot be
/// read, and where the terminal can do nothing that a pager needs.
pub(in crate::cli) fn pager(variable: impl Fn(&str) -> Option<OsString>) -> Option<Vec<String>> {
    if variable("TERM").is_some_and(|term| term == "dumb") {
        return None;
    }
    let named = variable("RUNGS_PAGER").or_else(|| variable("PAGER")).unwrap_or_else(|| DEFAULT.into());
    let words = shell_words::split(named.to_str()?).ok()?;
    let program = words.first()?;
    (!program.is_empty() && program != "cat").then_some(words)
}

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Straight(stdout) => stdout.write(bytes),
            Self::Paged(child) => match &mut child.stdin {
                Some(stdin) => stdin.write(bytes),
                None => Ok(bytes.len()),
            },
            Self::Held(held) => {
                held.text.extend_from_slice(bytes);
                held.lines += memchr::memchr_iter(b'\n', bytes).count();
                // The last line of the screen is the prompt's.
                if held.lines >= held.screen {
                    self.open()?;
                }
                Ok(bytes.len())
            }
        }
    }

    /// Everything out, and read: a pager is waited for until the reader leaves it.
    fn flush(&mut self) -> io::Result<()> {
        match mem::replace(self, Self::straight()) {
            Self::Straight(mut stdout) => stdout.flush(),
            Self::Held(Held { text, .. }) => {
                self.write_all(&text)?;
                self.flush()
            }
            Self::Paged(mut child) => {
                drop(child.stdin.take());
                child.wait().map(drop)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(variables: &[(&str, &str)]) -> Option<String> {
        let find = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into());
        pager(find).map(|words| words.join("|"))
    }

    #[test]
    fn the_pager_is_the_own_one_then_that_of_the_environment_then_less() {
        assert_eq!(named(&[]).as_deref(), Some("less|-FIRX"));
        assert_eq!(named(&[("PAGER", "most -s")]).as_deref(), Some("most|-s"));
        assert_eq!(named(&[("PAGER", "most"), ("RUNGS_PAGER", "'my pager' x")]).as_deref(), Some("my pager|x"));
        for off in ["", "cat", " ", "'"] {
            assert_eq!(named(&[("PAGER", "most"), ("RUNGS_PAGER", off)]), None, "{off:?}");
        }
        assert_eq!(named(&[("TERM", "dumb")]), None);
    }
}
