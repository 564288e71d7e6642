//! Programs that have a bug: this test program again, told by the environment to be one of them. Each is an ignored
//! test that does nothing unless a test of `ways_out.rs` or `failing.rs` started it.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use portable_pty::CommandBuilder;
use rungs::catalog::Catalog;
use rungs::tui::action::Pane;
use rungs::tui::effect::{Effect, Outcome};
use rungs::tui::practice::Now;
use rungs::tui::rehearsal::{Late, Rehearsal, open};
use rungs::tui::runtime::{self, Frames};
use rungs::tui::signals::LastWords;
use rungs::tui::update::settle;
use rungs::tui::world::World;
use rungs::tui::{crash, editor, signals, terminal};

use super::home::Home;

/// Names the directory that a child works in; without it the tests here do nothing.
const DIRECTORY: &str = "RUNGS_TEST_DIRECTORY";

/// The test `name` of this file as a program of its own.
pub(super) fn child(home: &Home, name: &str) -> CommandBuilder {
    let program = env::current_exe().unwrap();
    let test = format!("terminal::children::{name}");
    let arguments = ["--exact", &test, "--ignored", "--nocapture", "--test-threads=1"];
    let mut command = home.command(program.to_str().unwrap(), arguments);
    command.env(DIRECTORY, home.path());
    command
}

/// The real guard over the terminal; what is to be kept in the end is a file.
fn guarded() -> Option<LastWords> {
    let directory = PathBuf::from(env::var_os(DIRECTORY)?);
    let file = directory.join("last-words");
    let last_words: LastWords = Arc::new(move || fs::write(&file, "").unwrap());
    crash::prepare(Some(directory.join("data")), Arc::clone(&last_words));
    terminal::enter(&[]).unwrap();
    Some(last_words)
}

/// The real runtime, with a world in which every wish is the last.
fn run(world: &mut impl World) {
    let Some(last_words) = guarded() else { return };
    let caught = signals::catch().unwrap();
    let junior = "payment-systems-engineer/junior".parse().unwrap();
    let mut model = open(Arc::new(Catalog::embedded().unwrap()), 100, 30, Some(&junior));
    model.browse.focus = Pane::Levels;
    settle(&mut model);
    let mut frames = Frames::new(model.size).unwrap();
    frames.draw(&model).unwrap();
    caught.attend(&last_words).unwrap();
    runtime::run(&mut model, world, &mut frames, |_| {}).unwrap();
}

/// A world in memory where things go wrong once the test says where, in a file.
struct Fragile {
    world: Rehearsal,
    home: PathBuf,
}

impl Fragile {
    fn is_doomed(&self, place: &str) -> bool {
        fs::read_to_string(self.home.join("doom")).is_ok_and(|told| told == place)
    }
}

impl World for Fragile {
    fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        if let Effect::EditNote(_) = &effect {
            let gate = self.home.join("gate");
            // Nothing is read from the gate before the test opens it.
            thread::spawn(move || panic!("{END}: {:?}", fs::read(gate)));
            drop(editor::edit("", &self.home.join("drafts"), "a note"));
        }
        self.world.perform(effect)
    }

    fn news(&mut self) -> Option<Outcome> {
        self.world.news()
    }

    fn drawn(&mut self) {
        if self.is_doomed("frame") {
            // In the midst of one, with a style on.
            terminal::present(b"\x1b[?2026h\x1b[7;1m\x1b[5;5Hhalf a fra").unwrap();
            panic!("{END}");
        }
    }

    fn now(&mut self) -> Now {
        self.world.now()
    }

    fn look(&mut self) -> Option<Outcome> {
        assert!(!self.is_doomed("update"), "{END}");
        if self.is_doomed("thread") {
            drop(thread::spawn(|| panic!("{END}")).join());
        }
        None
    }
}

const END: &str = "the end of the world";

#[test]
#[ignore = "a program of the tests in failing.rs, which run it"]
fn panics_when_it_is_told() {
    let Some(home) = env::var_os(DIRECTORY) else { return };
    run(&mut Fragile { world: Rehearsal::default(), home: home.into() });
}

#[test]
#[ignore = "a program of the tests in ways_out.rs, which run it"]
fn panics_by_itself() {
    assert!(guarded().is_none(), "the end of the world");
}

#[test]
#[ignore = "a program of the tests in ways_out.rs, which run it"]
fn panics_in_the_runtime() {
    struct Doomed;
    impl World for Doomed {
        fn now(&mut self) -> Now {
            Late::default().0
        }

        fn perform(&mut self, _: Effect) -> Option<Outcome> {
            panic!("the end of the world")
        }
    }
    run(&mut Doomed);
}

#[test]
#[ignore = "a program of the tests in ways_out.rs, which run it"]
fn panics_in_another_thread() {
    struct Elsewhere;
    impl World for Elsewhere {
        fn now(&mut self) -> Now {
            Late::default().0
        }

        fn perform(&mut self, _: Effect) -> Option<Outcome> {
            thread::spawn(|| panic!("the end of the world"));
            None
        }
    }
    run(&mut Elsewhere);
}
