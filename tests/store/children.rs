//! The other processes: this test program again, told by the environment to be one of them. Each is an ignored test
//! that does nothing unless a test of `processes.rs` started it.

use std::env;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use jiff::civil::date;
use rungs::store::{Change, Draft, Journal, Place, Practised, Remark, lines};
use rustix::fs::Mode;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit, umask};

use super::nook::{Nook, add, append, journal, role, subject};

/// Names the directory that a child works in; without it the tests here do nothing.
const DIRECTORY: &str = "RUNGS_TEST_DIRECTORY";
/// Tells a child how many, or which one it is.
const NUMBER: &str = "RUNGS_TEST_NUMBER";

/// Starts the test `name` of this file as a process of its own.
pub(super) fn child(name: &str, directory: &Path, number: usize) -> Command {
    // A write beyond the size limit is an error and not the end, as for a program whose parent ignores the signal.
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""]).arg(env::current_exe().unwrap());
    command.args(["--exact", &format!("store::children::{name}"), "--ignored", "--nocapture", "--test-threads=1"]);
    command.env(DIRECTORY, directory).env(NUMBER, number.to_string());
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    command
}

/// A running child and what it says.
pub(super) struct Running {
    pub(super) child: Child,
    pub(super) says: BufReader<ChildStdout>,
}

impl Running {
    pub(super) fn start(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let says = BufReader::new(child.stdout.take().unwrap());
        Self { child, says }
    }

    /// The next word it says; `None` when it is gone. A word without an end was cut off and is none.
    pub(super) fn next_word(&mut self) -> Option<String> {
        loop {
            let mut line = String::new();
            if self.says.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            if let Some(word) = line.strip_suffix('\n').and_then(|line| line.strip_prefix("says ")) {
                return Some(word.to_owned());
            }
        }
    }

    pub(super) fn wait_for(&mut self, word: &str) {
        while self.next_word().expect("the child is gone") != word {}
    }
}

fn directory() -> Option<PathBuf> {
    let directory = env::var_os(DIRECTORY)?;
    say("ready");
    Some(directory.into())
}

fn number() -> usize {
    env::var(NUMBER).unwrap().parse().unwrap()
}

/// Says a word to the parent, past what the test harness prints on the same line.
fn say(word: &str) {
    let mut out = io::stdout().lock();
    out.write_all(format!("\nsays {word}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

#[test]
#[ignore = "a process of the tests in processes.rs, which run it"]
fn adds_ten() {
    adds(10);
}

#[test]
#[ignore = "a process of the tests in processes.rs, which run it"]
fn adds_two_hundred() {
    adds(200);
}

fn adds(count: usize) {
    let Some(directory) = directory() else { return };
    let mut journal = journal(&directory.join("bookmarks.jsonl"));
    for step in 0..count {
        append(&mut journal, add(number() * count + step));
    }
}

/// Adds, removes and writes notes about few roles, each by everybody.
#[test]
#[ignore = "a process of the tests in processes.rs, which run it"]
fn mixes_two_hundred() {
    let Some(directory) = directory() else { return };
    let mut journal = journal(&directory.join("bookmarks.jsonl"));
    for step in 0..200 {
        let of = subject(step % 10);
        let change = match step % 3 {
            0 => Change::Add { of },
            1 => Change::Remove { of },
            _ => Change::Note { of, text: format!("{}-{step}", number()), base: vec![] },
        };
        append(&mut journal, change);
    }
}

/// Bookmarks, notes and practice for ever, saying each when it is acknowledged.
#[test]
#[ignore = "a process of the tests in processes.rs, which run it"]
fn keeps_for_ever() {
    let Some(directory) = directory() else { return };
    let mut journal = journal(&directory.join("bookmarks.jsonl"));
    let mut practice = Journal::<Remark>::new(Some(directory.join("practice.jsonl")));
    journal.read().unwrap();
    practice.read().unwrap();
    say("open");
    for step in 0.. {
        let number = number() * 1_000_000 + step;
        let change = match step % 4 {
            0 => Change::Note { of: subject(number), text: "long ".repeat(step % 400), base: vec![] },
            1 => {
                let on = Some(date(2999, 12, 2));
                let remark = Remark::Practised(Practised::Interview { role: role(number), on });
                let entry = practice.entry(remark);
                practice.append(std::slice::from_ref(&entry)).unwrap();
                say(entry.stamp.id.as_str());
                continue;
            }
            _ => add(number),
        };
        let entry = append(&mut journal, change);
        say(entry.stamp.id.as_str());
    }
}

/// The control: the whole list is written anew each time, as a program without a journal would.
#[test]
#[ignore = "a process of the tests in processes.rs, which run it"]
fn rewrites_for_ever() {
    let Some(directory) = directory() else { return };
    say("open");
    rewrites(&directory, 0..);
}

/// The same for as many as `adds_ten`, and without a lock.
#[test]
#[ignore = "a process of the tests in processes.rs, which run it"]
fn rewrites_ten() {
    let Some(directory) = directory() else { return };
    rewrites(&directory, 0..10);
}

fn rewrites(directory: &Path, steps: impl Iterator<Item = usize>) {
    let path = directory.join("control.txt");
    for step in steps {
        let mut all = fs::read_to_string(&path).unwrap_or_default();
        let word = format!("{}-{step}", number());
        all.push_str(&word);
        all.push('\n');
        let mut file = BufWriter::with_capacity(512, File::create(&path).unwrap());
        file.write_all(all.as_bytes()).unwrap();
        file.flush().unwrap();
        say(&word);
    }
}

#[test]
#[ignore = "a process of the tests in processes.rs, which run it"]
fn holds_the_lock() {
    let Some(directory) = directory() else { return };
    let lock = File::create(directory.join("bookmarks.jsonl.lock")).unwrap();
    lock.lock().unwrap();
    say("held");
    io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

#[test]
#[ignore = "a process of the tests in processes.rs, which run it"]
fn creates_everything_under_a_umask() {
    let Some(directory) = directory() else { return };
    umask(Mode::from_bits_truncate(number().try_into().unwrap()));
    let path = directory.join("config/rungs/bookmarks.jsonl");
    append(&mut journal(&path), add(1));
    let bytes = [fs::read(&path).unwrap(), b"not json\n".to_vec()].concat();
    fs::write(&path, bytes).unwrap();
    journal(&path).read().unwrap();
    Place::default().save(&directory.join("data/rungs/place.json")).unwrap();
    Draft::create(&directory.join("data/rungs/drafts"), "note").unwrap();
}

/// The control: a program that thinks of nobody.
#[test]
#[ignore = "a process of the tests in processes.rs, which run it"]
fn creates_something_as_it_comes() {
    let Some(directory) = directory() else { return };
    umask(Mode::empty());
    fs::write(directory.join("careless"), "for all to see").unwrap();
}

/// Files may not grow beyond what they are plus 0 to 400 bytes, as on a disk that is nearly full.
#[test]
#[ignore = "a process of the tests in processes.rs, which run it"]
fn fills_the_disk() {
    if directory().is_none() {
        return;
    }
    let nook = Nook::new();
    nook.add([1, 2, 3]);
    let hard = getrlimit(Resource::Fsize).maximum;
    let mut journal = nook.journal();
    journal.read().unwrap();
    let (mut saved, mut refused, mut spoilt) = (0, 0, 0);
    for room in 0..=400 {
        let before = nook.bytes();
        let entry = journal.entry(add(room));
        setrlimit(Resource::Fsize, Rlimit { current: Some(before.len() as u64 + room as u64), maximum: hard }).unwrap();
        let outcome = journal.append(std::slice::from_ref(&entry));
        setrlimit(Resource::Fsize, Rlimit { current: hard, maximum: hard }).unwrap();
        match outcome {
            Ok(_) => {
                saved += 1;
                assert_eq!(nook.read().entries.last(), Some(&entry));
                assert!(nook.bytes().starts_with(&before));
            }
            Err(error) => {
                refused += 1;
                let text = error.to_string();
                assert!(text.contains("NOT SAVED") && text.contains("bookmarks.jsonl"), "{text}");
                assert_eq!(nook.bytes(), before, "with room for {room}");
            }
        }
        // The control: who writes the whole file anew leaves half of what is new there.
        let control = nook.join("control");
        let new = [&before[..], lines([&entry]).unwrap().as_bytes()].concat();
        setrlimit(Resource::Fsize, Rlimit { current: Some(before.len() as u64 + room as u64), maximum: hard }).unwrap();
        let is_told = fs::write(&control, &new).is_err();
        setrlimit(Resource::Fsize, Rlimit { current: hard, maximum: hard }).unwrap();
        spoilt += usize::from(is_told && fs::read(control).unwrap() != before);
    }
    assert!(saved > 100 && refused > 100, "{saved} saved, {refused} refused");
    assert!(spoilt > 100, "the disk was never full");
    say(&format!("{} of 401: {saved} saved, {refused} refused; a control left {spoilt} half", saved + refused));

    // Without the lock somebody else may be writing there too: then nothing is cut off, and the rest is passed over.
    fs::remove_file(nook.join("bookmarks.jsonl.lock")).unwrap();
    fs::create_dir(nook.join("bookmarks.jsonl.lock")).unwrap();
    let (before, entries) = (nook.bytes(), nook.read().entries);
    let entry = journal.entry(add(401));
    setrlimit(Resource::Fsize, Rlimit { current: Some(before.len() as u64 + 10), maximum: hard }).unwrap();
    let refused = journal.append(std::slice::from_ref(&entry));
    setrlimit(Resource::Fsize, Rlimit { current: hard, maximum: hard }).unwrap();
    assert!(refused.is_err());
    assert!(nook.bytes().starts_with(&before) && nook.bytes().len() == before.len() + 10);
    journal.append(std::slice::from_ref(&entry)).unwrap();
    assert_eq!(nook.read().entries, [entries, vec![entry]].concat());
    say("done");
}
