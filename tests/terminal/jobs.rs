//! Under a shell with job control: stopped, the shell has its terminal; brought back, the screen is as it was.

use std::cell::Cell;
use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use super::home::{Home, RUNGS, opened};
use crate::pty::{PATIENCE, SIZE, Session};

/// A shell with a prompt, in which the explorer runs.
struct Shell {
    session: Session,
    prompts: usize,
}

impl Shell {
    /// Starts the explorer from a shell.
    fn with_rungs(home: &Home) -> Self {
        Self::with(home, RUNGS)
    }

    /// Starts what `line` starts from a shell.
    fn with(home: &Home, line: &str) -> Self {
        // Without line editing the shell leaves the terminal's attributes alone, and they can be compared.
        let mut command = home.command("bash", ["--norc", "--noprofile", "--noediting", "-i"]);
        command.env("PS1", "ready> ");
        let session = Session::start(command, SIZE);
        session.shows("ready>");
        let mut shell = Self { session, prompts: 1 };
        shell.types(&format!("{line}\r"));
        shell.session.shows("?:help");
        shell.session.assert_taken();
        shell
    }

    fn types(&mut self, keys: &str) {
        self.session.keys(keys);
    }

    /// Waits until the shell prompts again.
    fn prompts(&mut self) {
        self.prompts += 1;
        let prompts = self.prompts;
        let count = |written: &[u8]| String::from_utf8_lossy(written).matches("ready> ").count();
        self.session.writes("a prompt", |written| count(written) >= prompts);
    }

    /// The explorer's process: the job in the foreground.
    fn job(&self) -> Pid {
        let job = self.session.foreground();
        assert_ne!(job, self.session.pid(), "the shell itself is in the foreground");
        job
    }
}

/// Stops the explorer as `stop` does and brings it back, a number of times; each time the screen is as it was.
fn assert_comes_back(times: usize, stop: impl Fn(&mut Shell), meanwhile: impl Fn(&Session)) {
    let home = Home::lived_in();
    let mut shell = Shell::with_rungs(&home);
    shell.types("jj");
    shell.session.shows("> 3 Mid");
    for _ in 0..times {
        let before = shell.session.contents();
        stop(&mut shell);
        shell.prompts();
        meanwhile(&shell.session);
        shell.types("fg\r");
        shell.session.wait_until("the same screen", |screen| screen == before);
        shell.session.assert_taken();
        shell.types("j");
        shell.session.shows("> 4 Senior");
        shell.types("k");
        shell.session.shows("> 3 Mid");
    }
    shell.types("q");
    shell.prompts();
    shell.session.assert_given_back();
    shell.types("exit\r");
    assert_eq!(shell.session.end().code(), Some(0));
}

fn by_key(shell: &mut Shell) {
    shell.types("\x1a");
}

fn by(signal: Signal) -> impl Fn(&mut Shell) {
    move |shell| kill_process(shell.job(), signal).unwrap()
}

#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_fg_brings_the_screen_back() {
    assert_comes_back(5, by_key, Session::assert_given_back);
}

#[test]
#[ignore = "200 cycles: run before a release"]
fn ctrl_z_and_fg_two_hundred_times_with_new_sizes_between() {
    // By the key and by a signal from elsewhere in turn.
    let stops = Cell::new(0);
    let in_turn = |shell: &mut Shell| {
        stops.set(stops.get() + 1);
        if stops.get() % 2 == 0 { by(Signal::TSTP)(shell) } else { by_key(shell) }
    };
    assert_comes_back(200, in_turn, |session| {
        session.assert_given_back();
        session.resize((80, 24));
        session.resize(SIZE);
    });
    println!("figure: {} of 200", stops.get());
}

#[test]
fn a_stop_from_elsewhere_is_the_same() {
    assert_comes_back(3, by(Signal::TSTP), Session::assert_given_back);
}

#[test]
fn after_a_stop_that_nobody_can_meet_the_screen_is_drawn_again() {
    assert_comes_back(3, by(Signal::STOP), |_| {});
}

#[test]
fn it_has_the_windows_size_when_it_comes_back() {
    let home = Home::lived_in();
    let mut shell = Shell::with_rungs(&home);
    for size in [(80, 24), (120, 36)] {
        by_key(&mut shell);
        shell.prompts();
        shell.session.resize(size);
        shell.types("fg\r");
        shell.session.wait_until("the new size", |screen| {
            let widest = screen.lines().map(|line| line.chars().count()).max();
            screen.lines().count() == usize::from(size.1) && widest == Some(usize::from(size.0))
        });
    }
}

#[test]
fn it_can_be_stopped_while_a_filter_is_typed_and_from_the_help() {
    for (keys, shown) in [("/lead", "/lead"), ("?scroll", "scroll the role")] {
        let home = Home::lived_in();
        let mut shell = Shell::with_rungs(&home);
        shell.types(keys);
        shell.session.shows(shown);
        let before = shell.session.contents();
        by_key(&mut shell);
        shell.prompts();
        shell.types("fg\r");
        shell.session.wait_until("the same screen", |screen| screen == before);
    }
}

#[test]
fn a_signal_while_it_is_stopped_ends_it_when_it_goes_on() {
    let home = Home::lived_in();
    let mut shell = Shell::with_rungs(&home);
    by_key(&mut shell);
    shell.prompts();
    shell.types("kill %1; fg\r");
    shell.session.shows("Terminated");
    shell.prompts();
    shell.session.assert_given_back();
}

#[cfg(target_os = "linux")]
fn is_stopped(process: Pid) -> bool {
    let stat = fs::read_to_string(format!("/proc/{}/stat", process.as_raw_nonzero())).unwrap();
    stat.contains(") T ")
}

#[test]
#[cfg(target_os = "linux")]
fn sent_to_the_background_it_stops_again_and_leaves_the_terminal_to_the_shell() {
    let home = Home::lived_in();
    let mut shell = Shell::with_rungs(&home);
    let before = shell.session.contents();
    let job = shell.job();
    by_key(&mut shell);
    shell.prompts();
    shell.types("bg\r");
    shell.prompts();
    let asked = Instant::now();
    while !is_stopped(job) {
        assert!(asked.elapsed() < PATIENCE, "does not stop again");
        thread::yield_now();
    }
    shell.session.assert_given_back();
    shell.types("fg\r");
    shell.session.wait_until("the same screen", |screen| screen == before);
    shell.types("Q");
    shell.prompts();
    shell.session.assert_given_back();
}

#[test]
fn a_window_that_is_closed_while_it_is_stopped_ends_it() {
    let home = Home::lived_in();
    let mut shell = Shell::with_rungs(&home);
    shell.types("b");
    shell.session.shows("1 bookmarked");
    let job = shell.job();
    by_key(&mut shell);
    shell.prompts();
    let (closed, _) = shell.session.hang_up();
    // Its parent has ended, too: whoever takes over orphans has waited for it when it is no more.
    while test_kill_process(job).is_ok() && !is_over(job) {
        assert!(closed.elapsed() < Duration::from_secs(2), "still there");
        thread::yield_now();
    }
    assert_eq!(home.bookmarked(), ["payment-systems-engineer/junior"]);
}

/// Whether it has ended and is only not waited for.
fn is_over(job: Pid) -> bool {
    let stat = fs::read_to_string(format!("/proc/{}/stat", job.as_raw_nonzero())).unwrap_or_default();
    stat.rsplit_once(')').is_none_or(|(_, rest)| rest.trim_start().starts_with('Z'))
}

#[test]
fn without_a_shell_there_is_nothing_to_stop_for() {
    for script in ["exec \"$0\"", "\"$0\"; true"] {
        let home = Home::lived_in();
        let mut session = opened(home.shell(script));
        session.keys("\x1a");
        session.shows("Nothing to suspend to");
        session.assert_taken();
        session.keys("q");
        assert_eq!(session.end().code(), Some(0));
    }
}

/// The seconds that the timer of a question shows, in a screen of practice.
fn seconds(screen: &str) -> Option<u64> {
    let (before, _) = screen.lines().next()?.split_once(" / ")?;
    let (minutes, seconds) = before.rsplit(' ').next()?.split_once(':')?;
    Some(minutes.parse::<u64>().ok()? * 60 + seconds.parse::<u64>().ok()?)
}

#[test]
fn time_in_the_shell_is_taken_off_the_time_of_an_answer() {
    const AWAY: u64 = 4;
    let home = Home::lived_in();
    let mut shell = Shell::with(&home, &format!("{RUNGS} practice payment:senior"));
    shell.session.shows("Enter makes a plan.");
    shell.types("\r");
    shell.session.shows("15 MINUTES");
    let asked = Instant::now();
    shell.types("\r");
    shell.session.wait_until("a second", |screen| seconds(screen) == Some(1));
    by_key(&mut shell);
    shell.prompts();
    // The shell has its terminal for so long; what is waited for here is its prompt and then the timer.
    shell.types(&format!("sleep {AWAY}\r"));
    shell.prompts();
    shell.types("fg\r");
    shell.session.wait_until("the timer goes on", |screen| seconds(screen).is_some_and(|seconds| seconds > 1));
    let counted = seconds(&shell.session.contents()).unwrap();
    let most = asked.elapsed().as_secs().saturating_sub(AWAY);
    assert!(counted <= most, "{counted} s counted, of {most} s in which it was there");
    shell.types("Q");
    shell.prompts();
    shell.session.assert_given_back();
}
