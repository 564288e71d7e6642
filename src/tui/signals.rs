//! Signals, and a terminal that goes away. Each is met on a thread of its own, because the main thread sits in a read
//! that crossterm does not give up when its terminal is gone (crossterm issue 793: it spins instead).

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

#[cfg(not(target_os = "macos"))]
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, getpgrp, getpid, getsid, kill_current_process_group, kill_process};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGXFSZ};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::terminal;

/// What is still to be kept when the program is ended from outside.
pub type LastWords = Arc<dyn Fn() + Send + Sync>;

/// Signals that are caught, and wait to be met.
#[derive(Debug)]
pub struct Caught(Signals);

/// Catches signals from here on. Before the terminal is taken, so that none of them ends the program without giving it
/// back; they are met when [`Caught::attend`] starts the threads for it, which a first frame need not wait for.
///
/// # Errors
///
/// When the system does not let them be caught.
pub fn catch() -> io::Result<Caught> {
    Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT]).map(Caught)
}

/// Lets Ctrl-C pass from here on: another program has the terminal, whose key it is.
///
/// # Errors
///
/// When the system does not let it be caught.
pub fn leave_interrupts_to_others() -> io::Result<()> {
    signal_hook::flag::register(SIGINT, Arc::default()).map(drop)
}

/// Lets a file that may grow no more refuse a write, from here on, as a full disk does: left alone the system ends the program,
/// with what was not kept yet and the terminal as it is.
///
/// # Errors
///
/// When the system does not let it be caught.
pub fn let_full_files_refuse() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::default()).map(drop)
}

impl Caught {
    /// Starts to attend to signals, those caught meanwhile first, and to the terminal's hanging up.
    ///
    /// # Errors
    ///
    /// When a thread cannot be started.
    pub fn attend(self, last_words: &LastWords) -> io::Result<()> {
        let Self(mut signals) = self;
        let words = Arc::clone(last_words);
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                met(signal, &words);
            }
        })?;
        let words = Arc::clone(last_words);
        thread::Builder::new().name("hang-up".to_owned()).spawn(move || watch_terminal(&words))?;
        Ok(())
    }
}

fn met(signal: i32, last_words: &LastWords) {
    match signal {
        // Keys pressed in an editor are the editor's business.
        SIGINT | SIGQUIT if terminal::is_handed_off() => {}
        SIGTSTP => {
            terminal::suspend();
            stop();
        }
        // There is nothing to do in the background, and a read from there would still hang in the foreground.
        SIGCONT if terminal::is_elsewhere() => stop(),
        SIGCONT => {
            // A failure to take the terminal again shows at the next frame.
            let _ = terminal::resume();
            wake();
        }
        _ => end(signal, last_words),
    }
}

/// How long the process was stopped so far, in nanoseconds.
static STOPPED: AtomicU64 = AtomicU64::new(0);

/// Stops the process, until it gets SIGCONT.
fn stop() {
    let since = Instant::now();
    let _ = emulate_default_handler(SIGTSTP);
    STOPPED.fetch_add(u64::try_from(since.elapsed().as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
}

/// How long the process was stopped so far by ctrl-z: time that nobody spent on an answer.
pub fn stopped() -> Duration {
    Duration::from_nanos(STOPPED.load(Ordering::Relaxed))
}

/// The thread that ends the program, once there is one.
static LAST: OnceLock<ThreadId> = OnceLock::new();

/// Makes this thread the one that ends the program. Where another one is at it already this never returns: a signal, a
/// hang-up, a panic and a key may come at once, and the second must not cut off what the first still keeps.
pub fn claim_the_end() {
    let here = thread::current().id();
    while *LAST.get_or_init(|| here) != here {
        thread::park();
    }
}

/// Ends the process as the signal would have, so that the parent sees what happened.
fn end(signal: i32, last_words: &LastWords) {
    claim_the_end();
    terminal::leave();
    last_words();
    let _ = emulate_default_handler(signal);
}

/// Wakes the main thread from its read: crossterm takes this signal for a new size, which draws everything anew.
fn wake() {
    let _ = kill_process(getpid(), Signal::WINCH);
}

/// Sends the whole job to the background, as ctrl-z does in a shell.
///
/// # Errors
///
/// When there is no shell that could bring it back.
pub fn suspend() -> Result<(), &'static str> {
    // A shell that can bring a job back gives it a group of its own; who is in the session's first group has none.
    if getsid(None).is_ok_and(|session| session == getpgrp()) {
        return Err("Nothing to suspend to: no shell with job control started this program.");
    }
    kill_current_process_group(Signal::TSTP).map_err(|_| "The system does not let this program stop itself.")
}

/// Waits until the terminal hangs up, and ends the process then: nobody is left to read or type. The terminal is stdout,
/// which always is one here; a process may have none to call its own, or keys from elsewhere.
#[cfg(not(target_os = "macos"))]
fn watch_terminal(last_words: &LastWords) {
    let stdout = rustix::stdio::stdout();
    loop {
        let mut terminal = [PollFd::new(&stdout, PollFlags::empty())];
        match poll(&mut terminal, None) {
            Ok(_) if !terminal[0].revents().is_empty() => return end(SIGHUP, last_words),
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return,
        }
    }
}

/// macOS cannot poll a terminal: its attributes are asked for every second, and fail once it is gone.
#[cfg(target_os = "macos")]
fn watch_terminal(last_words: &LastWords) {
    while rustix::termios::tcgetattr(rustix::stdio::stdout()).is_ok() {
        thread::sleep(std::time::Duration::from_secs(1));
    }
    end(SIGHUP, last_words);
}
