//! The terminal: taken over, given back. Whatever is switched on is switched off again, on every way out.
//!
//! One lock guards all writes, so that no frame is cut in two by a signal and nothing is drawn on a terminal that was
//! given back. Bytes go straight to the file descriptor: a panic while printing must not hang on a lock of std's.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::io::Errno;
use rustix::process::getpgrp;
use rustix::termios::{
    OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetpgrp, tcgetwinsize, tcsetattr,
};

/// Alternate screen, empty even where a killed program left it, cursor hidden, bracketed paste, focus reports. No question to
/// the terminal, so no answer to wait for.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[2J\x1b[?25l\x1b[?2004h\x1b[?1004h";
/// Clicks and the wheel, in SGR form; not every movement of the pointer, which would wake the program for nothing.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";
/// The end of a frame begun, no style, then everything of [`ENTER`] undone.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?1004l\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// How long a way out waits for a frame that is being written.
const PATIENCE: Duration = Duration::from_millis(300);
/// How long after an editor's end a signal may still come from a key that was pressed in it.
const ECHO: Duration = Duration::from_millis(200);

/// Who has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// The shell: not entered yet, or given back.
    Shell,
    /// This program.
    Us,
    /// The editor, until it ends.
    Editor,
    /// The shell, while this program is stopped.
    Stopped,
}

struct State {
    holder: Holder,
    mouse: bool,
    /// The attributes that an editor was given the terminal with: what it leaves behind is not the shell's.
    lent: Option<Termios>,
    taken_back: Option<Instant>,
}

static STATE: Mutex<State> = Mutex::new(State { holder: Holder::Shell, mouse: true, lent: None, taken_back: None });

fn state() -> MutexGuard<'static, State> {
    // A thread that panicked while it held the lock must not keep others from giving the terminal back.
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The lock, or after [`PATIENCE`] none: a write may hang on a terminal that was stopped.
fn state_in_time() -> Option<MutexGuard<'static, State>> {
    let start = Instant::now();
    loop {
        match STATE.try_lock() {
            Ok(state) => return Some(state),
            Err(TryLockError::Poisoned(state)) => return Some(state.into_inner()),
            Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => return None,
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(2)),
        }
    }
}

/// How many columns and rows the terminal has: the one that is drawn on, which is stdout.
///
/// # Errors
///
/// When it does not say.
pub fn size() -> io::Result<(u16, u16)> {
    let size = tcgetwinsize(rustix::stdio::stdout())?;
    Ok((size.ws_col, size.ws_row))
}

/// Takes the terminal over and shows the first frame, in one write: between the two there is nothing to see.
///
/// # Errors
///
/// When raw mode cannot be switched on; nothing is switched on then.
pub fn enter(frame: &[u8]) -> io::Result<()> {
    let mut state = state();
    enter_as(&mut state, frame)
}

fn enter_as(state: &mut State, frame: &[u8]) -> io::Result<()> {
    enable_raw_mode()?;
    state.holder = Holder::Us;
    let mouse = if state.mouse { MOUSE_ON } else { &[] };
    let written = write(&[ENTER, mouse, frame].concat());
    if written.is_err() {
        leave_as(state, Holder::Shell);
    }
    written
}

/// Gives the terminal back: every step whatever became of the others, and nothing at all the second time.
pub fn leave() {
    match state_in_time() {
        Some(mut state) => leave_as(&mut state, Holder::Shell),
        None => restore(),
    }
}

fn leave_as(state: &mut State, holder: Holder) {
    if state.holder == Holder::Us {
        restore();
    }
    state.holder = holder;
}

fn restore() {
    // Errors are of no use here: the terminal may be gone, and the next step may still work.
    let _ = write(MOUSE_OFF);
    let _ = write(LEAVE);
    let _ = disable_raw_mode();
}

/// Leaves the terminal to an editor; signals from its keyboard are the editor's until [`take_back`].
pub fn hand_off() {
    let mut state = state();
    leave_as(&mut state, Holder::Editor);
    state.lent = tcgetattr(rustix::stdio::stdout()).ok();
}

/// Takes the terminal over again after an editor. What was typed and not read by then was not meant for us.
///
/// # Errors
///
/// As [`enter`].
pub fn take_back() -> io::Result<()> {
    let mut state = state();
    let stdout = rustix::stdio::stdout();
    if let Some(lent) = state.lent.take() {
        let _ = tcsetattr(stdout, OptionalActions::Now, &lent);
    }
    enter_as(&mut state, &[])?;
    state.taken_back = Some(Instant::now());
    let _ = tcflush(stdout, QueueSelector::IFlush);
    Ok(())
}

/// Whether an editor has the terminal, or had it a moment ago: a signal is met a little after it was sent.
pub fn is_handed_off() -> bool {
    state_in_time().is_some_and(|state| {
        state.holder == Holder::Editor || state.taken_back.is_some_and(|since| since.elapsed() < ECHO)
    })
}

/// Gives the terminal back before the process is stopped, until [`resume`].
pub fn suspend() {
    if let Some(mut state) = state_in_time()
        && state.holder == Holder::Us
    {
        leave_as(&mut state, Holder::Stopped);
    }
}

/// Whether the shell has the terminal, or another job of it.
pub fn is_elsewhere() -> bool {
    tcgetpgrp(rustix::stdio::stdout()).is_ok_and(|group| group != getpgrp())
}

/// Takes the terminal over again after a stop, in whatever state it is by now.
///
/// # Errors
///
/// As [`enter`].
pub fn resume() -> io::Result<()> {
    let Some(mut state) = state_in_time() else { return Ok(()) };
    if !matches!(state.holder, Holder::Us | Holder::Stopped) {
        return Ok(());
    }
    // Still ours after a stop that nobody can meet.
    leave_as(&mut state, Holder::Stopped);
    enter_as(&mut state, &[])
}

/// Whether the mouse is to be taken when the terminal is.
///
/// Taken from then on, as [`set_mouse`] does at once.
pub fn want_mouse(on: bool) {
    state().mouse = on;
}

/// Takes the mouse or leaves it to the terminal.
///
/// # Errors
///
/// When the terminal cannot be written to.
pub fn set_mouse(on: bool) -> io::Result<()> {
    let mut state = state();
    state.mouse = on;
    write(if on { MOUSE_ON } else { MOUSE_OFF })
}

/// Writes a frame, in one piece, while the terminal is ours.
///
/// # Errors
///
/// When the terminal cannot be written to.
pub fn present(frame: &[u8]) -> io::Result<()> {
    let state = state();
    if state.holder == Holder::Us { write(frame) } else { Ok(()) }
}

fn write(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Another program may have left the terminal non-blocking; wait until it takes more.
            Err(Errno::AGAIN) => {
                let stdout = rustix::stdio::stdout();
                let mut wanted = [rustix::event::PollFd::new(&stdout, rustix::event::PollFlags::OUT)];
                rustix::event::poll(&mut wanted, None)?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
