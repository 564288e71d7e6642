//! A program in a terminal of its own: what it writes goes through an emulator, what it is waits to be asked. Nothing
//! here sleeps: whoever waits, waits for content or for an end, and not longer than [`PATIENCE`].

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, kill_process_group, waitid};
use vt100::{Parser, Screen};

/// How long anything is waited for before it counts as not happening: long, for a machine with much else to do.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
/// Columns and rows, if nothing else is asked for.
pub(crate) const SIZE: (u16, u16) = (100, 30);

/// The largest screen that is emulated; a terminal may claim to be larger.
const LARGEST: (u16, u16) = (1000, 500);

/// What begins and ends a frame, which a terminal shows as a whole.
const FRAME: (&[u8], &[u8]) = (b"\x1b[?2026h", b"\x1b[?2026l");

/// What was written so far.
struct Written {
    emulator: Parser,
    bytes: Vec<u8>,
    /// How many of the bytes the emulator has seen.
    shown: usize,
    over: bool,
    /// Whether the reading thread is to let go of the terminal.
    hung_up: bool,
}

impl Written {
    fn take(&mut self, bytes: &[u8]) {
        let from = self.bytes.len().min(self.shown).saturating_sub(FRAME.0.len());
        self.bytes.extend_from_slice(bytes);
        let begun = last(&self.bytes[from..], FRAME.0).map(|at| from + at);
        let ended = last(&self.bytes[from..], FRAME.1).map(|at| from + at);
        let until = begun.filter(|begun| ended < Some(*begun)).unwrap_or(self.bytes.len());
        if until > self.shown {
            self.emulator.process(&self.bytes[self.shown..until]);
            self.shown = until;
        }
    }
}

/// Where `sequence` stands last in `bytes`.
fn last(bytes: &[u8], sequence: &[u8]) -> Option<usize> {
    bytes.windows(sequence.len()).rposition(|window| window == sequence)
}

struct Shared {
    written: Mutex<Written>,
    news: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `wanted` holds; false if it does not in time.
    fn wait(&self, patience: Duration, mut wanted: impl FnMut(&Written) -> bool) -> bool {
        let unmet = |written: &mut Written| !wanted(written);
        let (_written, timeout) = self.news.wait_timeout_while(self.lock(), patience, unmet).unwrap();
        !timeout.timed_out()
    }
}

/// How a program ended.
#[derive(Debug, Clone, Copy)]
pub(crate) struct End {
    status: ExitStatus,
    /// When it did.
    pub(crate) at: Instant,
    /// How much time of a processor it had, where the system tells.
    pub(crate) cpu: Option<Duration>,
}

impl End {
    /// Its exit code; a death by a signal is none.
    pub(crate) fn code(&self) -> Option<i32> {
        self.status.code()
    }

    /// The signal that ended it.
    pub(crate) fn signal(&self) -> Option<i32> {
        self.status.signal()
    }
}

/// The terminal, the program in it, and what was seen of it.
pub(crate) struct Session {
    shared: Arc<Shared>,
    writer: Option<Box<dyn Write + Send>>,
    master: Option<Box<dyn MasterPty>>,
    pid: Pid,
    ends: Receiver<End>,
    end: Option<End>,
    /// The terminal's attributes before anything ran in it, in words.
    attributes: String,
}

impl Session {
    /// Starts `command` in a terminal of `size`.
    pub(crate) fn start(command: CommandBuilder, size: (u16, u16)) -> Self {
        let pty = native_pty_system().openpty(pty_size(size)).unwrap();
        let attributes = attributes(&*pty.master);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let writer = pty.master.take_writer().unwrap();
        let (rows, columns) = emulated(size);
        let emulator = Parser::new(rows, columns, 0);
        let written = Mutex::new(Written { emulator, bytes: Vec::new(), shown: 0, over: false, hung_up: false });
        let shared = Arc::new(Shared { written, news: Condvar::new() });
        let child: Box<dyn Child> = pty.slave.spawn_command(command).unwrap();
        let mut child = child.downcast::<std::process::Child>().expect("a child as std has it");
        drop(pty.slave);

        let seen = Arc::clone(&shared);
        thread::spawn(move || {
            let mut buffer = [0; 16 << 10];
            loop {
                let count = reader.read(&mut buffer).unwrap_or(0);
                let mut written = seen.lock();
                written.over = count == 0 || written.hung_up;
                written.take(&buffer[..count]);
                let over = written.over;
                if over {
                    // Closed before anybody is told, who may rely on it.
                    drop(std::mem::replace(&mut reader, Box::new(std::io::empty())));
                }
                seen.news.notify_all();
                if over {
                    return;
                }
            }
        });
        let pid = Pid::from_raw(child.id().try_into().unwrap()).unwrap();
        let (tell, ends) = mpsc::channel();
        thread::spawn(move || {
            // First only looked at: what it used can be read until it is waited for.
            waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT).unwrap();
            let (at, cpu) = (Instant::now(), cpu(pid));
            let _ = tell.send(End { status: child.wait().unwrap(), at, cpu });
        });
        Self { shared, writer: Some(writer), master: Some(pty.master), pid, ends, end: None, attributes }
    }

    /// Types `keys`, as bytes of one write.
    pub(crate) fn keys(&mut self, keys: impl AsRef<[u8]>) {
        self.writer.as_mut().unwrap().write_all(keys.as_ref()).unwrap();
    }

    /// Waits until the screen is as `wanted`; `what` says it in words.
    pub(crate) fn wait_until(&self, what: &str, mut wanted: impl FnMut(&str) -> bool) {
        let shown = self.shared.wait(PATIENCE, |written| wanted(&text(written.emulator.screen())));
        assert!(shown, "waited for {what}, on the screen:\n{}", self.contents());
    }

    /// Waits until all that was written is as `wanted`.
    pub(crate) fn writes(&self, what: &str, mut wanted: impl FnMut(&[u8]) -> bool) {
        let written = self.shared.wait(PATIENCE, |written| wanted(&written.bytes));
        assert!(written, "waited for {what}, on the screen:\n{}", self.contents());
    }

    /// Waits until `text` is on the screen.
    pub(crate) fn shows(&self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    /// Waits until `text` is not on the screen.
    pub(crate) fn lacks(&self, text: &str) {
        self.wait_until(&format!("no more {text}"), |screen| !screen.contains(text));
    }

    /// What is on the screen, as text.
    pub(crate) fn contents(&self) -> String {
        self.screen(text)
    }

    /// Something about the screen.
    pub(crate) fn screen<T>(&self, ask: impl FnOnce(&Screen) -> T) -> T {
        ask(self.shared.lock().emulator.screen())
    }

    /// How many bytes were written so far.
    pub(crate) fn mark(&self) -> usize {
        self.shared.lock().bytes.len()
    }

    /// What was written since `mark`.
    pub(crate) fn since(&self, mark: usize) -> Vec<u8> {
        self.shared.lock().bytes[mark..].to_vec()
    }

    /// Whether nothing at all is written for `time`.
    pub(crate) fn is_silent_for(&self, time: Duration) -> bool {
        let mark = self.mark();
        !self.shared.wait(time, |written| written.bytes.len() > mark || written.over)
    }

    /// Gives the window another size.
    pub(crate) fn resize(&self, size: (u16, u16)) {
        let (rows, columns) = emulated(size);
        self.shared.lock().emulator.screen_mut().set_size(rows, columns);
        self.master.as_ref().unwrap().resize(pty_size(size)).unwrap();
    }

    /// The process that was started in the terminal.
    pub(crate) fn pid(&self) -> Pid {
        self.pid
    }

    /// The processes that the terminal's keys go to, by their leader.
    pub(crate) fn foreground(&self) -> Pid {
        Pid::from_raw(self.master.as_ref().unwrap().process_group_leader().unwrap()).unwrap()
    }

    /// Sends the process a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Waits for the end of everything in the terminal.
    pub(crate) fn end(&mut self) -> End {
        assert!(self.shared.wait(PATIENCE, |written| written.over), "does not end:\n{}", self.contents());
        self.ends_in_time()
    }

    /// Closes the terminal, as a window that is closed, and waits for the end of the process; says when it was closed.
    pub(crate) fn hang_up(&mut self) -> (Instant, End) {
        self.shared.lock().hung_up = true;
        // The reading thread notices when there is something to read: ctrl-l has everything drawn anew.
        self.keys("\x0c");
        assert!(self.shared.wait(PATIENCE, |written| written.over), "draws nothing:\n{}", self.contents());
        drop(self.writer.take());
        drop(self.master.take());
        let closed = Instant::now();
        (closed, self.ends_in_time())
    }

    fn ends_in_time(&mut self) -> End {
        *self.end.get_or_insert_with(|| self.ends.recv_timeout(PATIENCE).expect("an end of the process"))
    }

    /// That the terminal is as it was before the program: attributes, screen, cursor, mouse, paste, reports of focus.
    pub(crate) fn assert_given_back(&self) {
        assert_eq!(attributes(&**self.master.as_ref().unwrap()), self.attributes);
        let written = self.shared.lock();
        let screen = written.emulator.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(screen.mouse_protocol_encoding(), vt100::MouseProtocolEncoding::Default);
        assert!(!screen.inverse() && !screen.bold(), "a style is left on");
        let focus = last(&written.bytes, b"\x1b[?1004h");
        assert!(focus.is_some() && focus < last(&written.bytes, b"\x1b[?1004l"), "focus is reported");
        assert!(last(&written.bytes, FRAME.0) < last(&written.bytes, FRAME.1), "a frame is open");
    }

    /// That the program has the terminal: raw, its own screen, mouse and paste reported.
    pub(crate) fn assert_taken(&self) {
        assert_ne!(attributes(&**self.master.as_ref().unwrap()), self.attributes);
        let taken = |screen: &Screen| {
            let mouse = screen.mouse_protocol_mode() == vt100::MouseProtocolMode::PressRelease;
            screen.alternate_screen() && screen.bracketed_paste() && mouse
        };
        assert!(self.screen(taken), "the terminal is not taken over:\n{}", self.contents());
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if self.end.is_none() && self.ends.try_recv().is_err() {
            // It leads a session and with it a group; what runs in groups of its own hears the terminal hang up.
            let _ = kill_process_group(self.pid, Signal::KILL);
        }
    }
}

/// The lines of a screen. Blanks at their ends do not count: drawn or never touched, they look the same.
fn text(screen: &Screen) -> String {
    screen.contents().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn attributes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("attributes of the terminal"))
}

fn pty_size((columns, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// Rows and columns for the emulator, which has no screen without cells.
fn emulated((columns, rows): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    let clamp = |cells: u16, most| NonZeroU16::new(cells.clamp(1, most)).unwrap();
    (clamp(rows, LARGEST.1), clamp(columns, LARGEST.0))
}

/// The time of a processor that a process has had, and those that it waited for.
pub(crate) fn cpu(pid: Pid) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
    // The name, in parentheses, may hold anything.
    let fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11).take(4);
    let ticks: u64 = fields.map(|ticks| ticks.parse::<u64>().unwrap()).sum();
    Some(Duration::from_millis(ticks * 10))
}
