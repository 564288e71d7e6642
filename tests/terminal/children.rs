//! Programs that have a bug: this test program again, told by the environment to be one of them. Each is an ignored
//! test that does nothing unless a test of `ways_out.rs` started it.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use portable_pty::CommandBuilder;
use rungs::catalog::Catalog;
use rungs::tui::effect::{Effect, Outcome};
use rungs::tui::model::Model;
use rungs::tui::runtime::{self, Frames};
use rungs::tui::signals::LastWords;
use rungs::tui::update::settle;
use rungs::tui::world::World;
use rungs::tui::{crash, signals, terminal};

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
    let last_words: LastWords = Arc::new(move || std::fs::write(&file, "").unwrap());
    crash::prepare(Some(directory.join("data")), Arc::clone(&last_words));
    terminal::enter(&[]).unwrap();
    Some(last_words)
}

/// The real runtime, with a world in which every wish is the last.
fn run(world: &mut impl World) {
    let Some(last_words) = guarded() else { return };
    let caught = signals::catch().unwrap();
    let mut model = Model::new(Arc::new(Catalog::embedded().unwrap()), runtime::drawable(100, 30));
    settle(&mut model);
    let mut frames = Frames::new(model.size).unwrap();
    frames.draw(&model).unwrap();
    caught.attend(&last_words).unwrap();
    runtime::run(&mut model, world, &mut frames, |_| {}).unwrap();
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
        fn now(&mut self) -> rungs::tui::practice::Now {
            rungs::tui::rehearsal::Late::default().0
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
        fn now(&mut self) -> rungs::tui::practice::Now {
            rungs::tui::rehearsal::Late::default().0
        }

        fn perform(&mut self, _: Effect) -> Option<Outcome> {
            thread::spawn(|| panic!("the end of the world"));
            None
        }
    }
    run(&mut Elsewhere);
}
