//! Power cuts. The calls of real runs are played on a disk that keeps only what was synced: of everything else any part
//! may be there after the cut. What was acknowledged must be there in every such state.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rungs::catalog::Catalog;
use rungs::domain::RoleId;

use super::nook::{Nook, fold, read};
use super::traced::{self, Call, calls, told};

/// What a call did to the disk.
#[derive(Debug, Clone)]
enum Step {
    MakeDirectory(PathBuf),
    MakeFile(PathBuf),
    Append(PathBuf, usize),
    SyncFile(PathBuf),
    SyncDirectory(PathBuf),
    /// The program said that this role is bookmarked.
    Acknowledge(RoleId),
}

/// A disk: what stands on it, and how much of that would be there after a cut.
#[derive(Debug, Clone, Default)]
struct Disk {
    /// Files with how many bytes they have, and how many of those are safe.
    files: BTreeMap<PathBuf, (usize, usize)>,
    directories: BTreeSet<PathBuf>,
    /// The names that a cut may take away.
    unsafe_names: Vec<PathBuf>,
}

impl Disk {
    fn play(&mut self, step: &Step) {
        match step {
            Step::MakeDirectory(path) => {
                self.directories.insert(path.clone());
                self.unsafe_names.push(path.clone());
            }
            Step::MakeFile(path) => {
                self.files.insert(path.clone(), (0, 0));
                self.unsafe_names.push(path.clone());
            }
            Step::Append(path, bytes) => self.files.get_mut(path).unwrap().0 += bytes,
            Step::SyncFile(path) => {
                let (there, safe) = self.files.get_mut(path).unwrap();
                *safe = *there;
            }
            Step::SyncDirectory(path) => self.unsafe_names.retain(|name| name.parent() != Some(path)),
            Step::Acknowledge(_) => {}
        }
    }

    /// Every state it may be in after a cut: any of the names that are not safe gone, and of each file any length from
    /// what is safe to what was written.
    fn states(&self) -> Vec<BTreeMap<&Path, usize>> {
        let mut states = Vec::new();
        assert!(self.unsafe_names.len() < 7, "more states than a test can try: {:?}", self.unsafe_names);
        for gone in 0..1_u32 << self.unsafe_names.len() {
            let gone = |path: &Path| {
                (0..).zip(&self.unsafe_names).any(|(bit, name)| gone >> bit & 1 == 1 && path.starts_with(name))
            };
            let mut with: Vec<BTreeMap<&Path, usize>> = vec![BTreeMap::new()];
            for (path, (there, safe)) in self.files.iter().filter(|(path, _)| !gone(path)) {
                let lengths = *safe..=*there;
                with = with
                    .iter()
                    .flat_map(|state| {
                        lengths.clone().map(|length| {
                            let mut state = state.clone();
                            state.insert(path, length);
                            state
                        })
                    })
                    .collect();
            }
            states.extend(with);
        }
        states
    }
}

/// What one run did below `root`, in order.
fn steps(run: &[Call], root: &Path, known: &mut BTreeSet<PathBuf>) -> Vec<Step> {
    let mut steps = Vec::new();
    for call in run.iter().filter(|call| call.result >= 0 && call.is_under(root)) {
        let path = call.path.clone().unwrap();
        let is_new = known.insert(path.clone());
        match call.name.as_str() {
            "mkdir" | "mkdirat" => steps.push(Step::MakeDirectory(path)),
            "openat" if call.arguments.contains("O_CREAT") && is_new => steps.push(Step::MakeFile(path)),
            "openat" | "flock" => {}
            "write" | "pwrite64" => steps.push(Step::Append(path, usize::try_from(call.result).unwrap())),
            "fsync" | "fdatasync" if path.is_dir() => steps.push(Step::SyncDirectory(path)),
            "fsync" | "fdatasync" => steps.push(Step::SyncFile(path)),
            other => unreachable!("a save asks for {other}: the disk of this test does not know it"),
        }
    }
    steps
}

const WATCHED: &str = "trace=mkdir,mkdirat,openat,creat,write,pwrite64,writev,fdatasync,fsync,sync,syncfs,ftruncate,truncate,\
    rename,renameat,renameat2,link,linkat,unlink,unlinkat,flock";

/// What bookmarking one role after another asks of the disk, each in a process of its own. Some are killed before they
/// sync, and the next goes on behind what they left.
fn recorded(nook: &Nook) -> (Vec<Step>, PathBuf) {
    let root = nook.join("home");
    fs::create_dir(&root).unwrap();
    let mut known = BTreeSet::from([root.clone()]);
    let mut all = Vec::new();
    let catalog = Catalog::embedded().unwrap();
    let roles = catalog.rungs().map(|(family, rung)| family.role_id(rung));
    for (number, role) in roles.enumerate() {
        let mut options = vec!["-e", WATCHED];
        // The first two, and some later, are killed at their first or second sync.
        let when = format!("inject=fsync,fdatasync:signal=SIGKILL:when={}", number % 2 + 1);
        if number < 2 || number % 20 == 6 {
            options.extend(["-e", &when]);
        }
        let mut command: Command = traced::rungs(nook, &options, &["bookmark", "add", role.as_str()]);
        let output = command.output().unwrap();
        all.extend(steps(&calls(nook), &root, &mut known));
        if output.status.success() {
            all.push(Step::Acknowledge(role));
        } else {
            assert!(options.len() > 2, "{}", told(&output));
        }
    }
    (all, root)
}

/// Cuts the power behind every step and at every length of what was not synced; how many states were tried, and in how
/// many of them something acknowledged is gone.
fn cut_everywhere(steps: &[Step], journal: &Path) -> (usize, usize) {
    let after = Nook::new();
    let file = after.join("bookmarks.jsonl");
    let written = fs::read(journal).unwrap();
    let (mut disk, mut acknowledged) = (Disk::default(), Vec::new());
    let (mut tried, mut lost) = (0, 0);
    for step in steps {
        disk.play(step);
        if let Step::Acknowledge(role) = step {
            acknowledged.push(role);
        }
        for state in disk.states() {
            tried += 1;
            match state.get(journal) {
                Some(length) => fs::write(&file, &written[..*length]).unwrap(),
                None => drop(fs::remove_file(&file)),
            }
            let bookmarks = fold(&read(&file));
            lost += usize::from(!acknowledged.iter().all(|role| bookmarks.contains(role)));
        }
    }
    (tried, lost)
}

#[test]
fn a_power_cut_at_any_moment_takes_nothing_that_was_acknowledged() {
    if !traced::is_there() {
        return;
    }
    let nook = Nook::on_disk();
    let (steps, root) = recorded(&nook);
    let journal = root.join(".config/rungs/bookmarks.jsonl");
    let acknowledged = steps.iter().filter(|step| matches!(step, Step::Acknowledge(_))).count();
    assert!(acknowledged >= 60, "{steps:#?}");
    let (tried, lost) = cut_everywhere(&steps, &journal);
    println!("figure: {tried} states, {acknowledged} acknowledged, {lost} states in which one is gone");
    assert_eq!(lost, 0, "{steps:#?}");
    assert!(tried >= 10_000, "{tried} states only");

    // The control: without its syncs the same program must lose something, or the cuts prove nothing.
    for without in ["file", "directory"] {
        let careless = steps.iter().filter(|step| match step {
            Step::SyncFile(_) => without != "file",
            Step::SyncDirectory(_) => without != "directory",
            _ => true,
        });
        let careless: Vec<Step> = careless.take(20).cloned().collect();
        assert!(cut_everywhere(&careless, &journal).1 > 0, "without syncing a {without}");
    }
}
