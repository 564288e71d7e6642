//! A terminal that keeps time: what is written to it is stamped when it arrives and only looked at in a lull.

use std::fs::File;
use std::io::{self, Read, Write};
use std::num::NonZeroU16;
use std::os::fd::OwnedFd;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{ioctl_tiocsctty, setsid};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{OptionalActions, Termios, Winsize, tcgetattr, tcsetattr, tcsetwinsize};

/// So long nothing comes when a program that does not think in between has said what it had to say.
const QUIET: Duration = Duration::from_millis(25);
/// So long a program may take until its first byte.
const PATIENCE: Duration = Duration::from_secs(10);

/// The terminal of this process's own session. Programs are started in it one after the other, by `posix_spawn`:
/// a fork would cost more than the start of some of them.
pub(crate) struct Terminal {
    ours: File,
    theirs: OwnedFd,
    cooked: Termios,
    rows: NonZeroU16,
    columns: NonZeroU16,
}

impl Terminal {
    /// A new session with a new terminal. Ends with the process that started this one.
    pub(crate) fn take(columns: u16, rows: u16) -> io::Result<Self> {
        #[cfg(target_os = "linux")]
        rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
        setsid()?;
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC)?;
        grantpt(&ours)?;
        unlockpt(&ours)?;
        let name = ptsname(&ours, Vec::new())?;
        let theirs: OwnedFd =
            File::options().read(true).write(true).open(name.to_str().map_err(io::Error::other)?)?.into();
        ioctl_tiocsctty(&theirs)?;
        tcsetwinsize(&theirs, Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 })?;
        let cooked = tcgetattr(&theirs)?;
        let [rows, columns] = [rows, columns].map(NonZeroU16::try_from);
        let (rows, columns) = (rows.map_err(io::Error::other)?, columns.map_err(io::Error::other)?);
        Ok(Self { ours: ours.into(), theirs, cooked, rows, columns })
    }

    /// Starts `command` on the terminal; its stdin too, unless one is given.
    pub(crate) fn start(&self, command: &mut Command, stdin: Option<Stdio>) -> io::Result<Run<'_>> {
        command.stdin(stdin.map_or_else(|| self.stdio(), Ok)?).stdout(self.stdio()?).stderr(self.stdio()?);
        let started = Instant::now();
        let child = command.spawn()?;
        let screen = vt100::Parser::new(self.rows, self.columns, 0);
        Ok(Run { terminal: self, child, started, unread: Vec::new(), screen, quiet: QUIET })
    }

    fn stdio(&self) -> io::Result<Stdio> {
        Ok(self.theirs.try_clone()?.into())
    }

    /// What comes within `time`; nothing when nothing does.
    fn read(&self, time: Duration) -> io::Result<Option<(Instant, Vec<u8>)>> {
        let time = Timespec::try_from(time).map_err(io::Error::other)?;
        if poll(&mut [PollFd::new(&self.ours, PollFlags::IN)], Some(&time))? == 0 {
            return Ok(None);
        }
        let mut bytes = vec![0; 64 << 10];
        let read = (&self.ours).read(&mut bytes)?;
        let arrived = Instant::now();
        bytes.truncate(read);
        Ok(Some((arrived, bytes)))
    }
}

/// A program on the terminal.
pub(crate) struct Run<'a> {
    terminal: &'a Terminal,
    child: Child,
    started: Instant,
    unread: Vec<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
    /// So long nothing comes when it has said what it had to say.
    pub(crate) quiet: Duration,
}

/// What came of a key.
pub(crate) struct Answer {
    /// Until its first byte, in milliseconds.
    pub(crate) first: f64,
    /// Until its last byte, in milliseconds.
    pub(crate) settled: f64,
    /// How many bytes it had.
    pub(crate) bytes: f64,
}

impl Run<'_> {
    /// Milliseconds from the start of the process until the screen showed `mark`.
    pub(crate) fn first_frame(&mut self, mark: &str) -> io::Result<f64> {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            self.gather(PATIENCE)?;
            for (arrived, bytes) in std::mem::take(&mut self.unread) {
                self.screen.process(&bytes);
                if self.screen.screen().contents().contains(mark) {
                    // Whatever else there is of this frame belongs to it.
                    self.settle()?;
                    return Ok(milliseconds(arrived - self.started));
                }
            }
        }
        Err(io::Error::other(format!("never saw {mark:?} on\n{}", self.screen.screen().contents())))
    }

    /// Types `keys` in one write and waits for all that comes of it.
    pub(crate) fn press(&mut self, keys: &str) -> io::Result<Answer> {
        let pressed = Instant::now();
        (&self.terminal.ours).write_all(keys.as_bytes())?;
        self.gather(PATIENCE)?;
        let time = |chunk: Option<&(Instant, Vec<u8>)>| chunk.map_or(f64::NAN, |(at, _)| milliseconds(*at - pressed));
        let (first, settled) = (time(self.unread.first()), time(self.unread.last()));
        Ok(Answer { first, settled, bytes: self.settle()? })
    }

    /// Waits until nothing comes any more, or `time` long for something to come.
    fn gather(&mut self, time: Duration) -> io::Result<()> {
        let mut time = time;
        while let Some(chunk) = self.terminal.read(time)? {
            self.unread.push(chunk);
            time = self.quiet;
        }
        Ok(())
    }

    /// Takes in what was gathered, and what still comes; how many bytes it was.
    pub(crate) fn settle(&mut self) -> io::Result<f64> {
        self.gather(Duration::ZERO)?;
        let mut count = 0;
        for (_, bytes) in std::mem::take(&mut self.unread) {
            self.screen.process(&bytes);
            count += bytes.len();
        }
        Ok(u32::try_from(count).map_or(f64::INFINITY, f64::from))
    }

    /// How many bytes come within `time`.
    pub(crate) fn listen(&mut self, time: Duration) -> io::Result<f64> {
        let end = Instant::now() + time;
        while let Some(chunk) = self.terminal.read(end.saturating_duration_since(Instant::now()))? {
            self.unread.push(chunk);
        }
        self.settle()
    }

    /// What stands in reverse video, or on the lines whose first cell of a run does: where the cursor is.
    pub(crate) fn selected(&self) -> String {
        let screen = self.screen.screen();
        let (rows, columns) = (self.terminal.rows.get(), self.terminal.columns.get());
        let inverse = |row, column| screen.cell(row, column).is_some_and(vt100::Cell::inverse);
        let lines = (0..rows).filter_map(|row| {
            let from = (0..columns).find(|column| inverse(row, *column))?;
            screen.rows(from, 30).nth(row.into())
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The most memory the process ever had, in kB.
    pub(crate) fn peak_memory(&self) -> io::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        Ok(number(&status, "VmHWM:"))
    }

    /// How often its threads were woken or interrupted so far.
    pub(crate) fn wake_ups(&self) -> io::Result<f64> {
        let mut sum = 0.0;
        for task in std::fs::read_dir(format!("/proc/{}/task", self.child.id()))? {
            let status = std::fs::read_to_string(task?.path().join("status"))?;
            sum += number(&status, "voluntary_ctxt_switches:") + number(&status, "nonvoluntary_ctxt_switches:");
        }
        Ok(sum)
    }

    /// Types `keys` and waits for the end of the process; without keys it is killed.
    pub(crate) fn end(mut self, keys: &str) -> io::Result<()> {
        if keys.is_empty() {
            self.child.kill()?;
        }
        (&self.terminal.ours).write_all(keys.as_bytes())?;
        self.child.wait()?;
        self.settle()?;
        Ok(tcsetattr(&self.terminal.theirs, OptionalActions::Flush, &self.terminal.cooked)?)
    }
}

fn number(status: &str, name: &str) -> f64 {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(f64::NAN)
}

/// A time in milliseconds.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
