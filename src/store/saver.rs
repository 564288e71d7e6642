//! Saving without waiting: a thread owns the appends, so no key ever waits for a lock or a disk. What is not on disk yet
//! stays here too, to be tried again or put elsewhere. Knows no screens.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::journal::{Entry, Journal, ReadError, Reading, Record, SaveError, Saved, Step, append};

/// What became of entries that were to be kept.
pub type Report<R> = Result<Saved, NotSaved<R>>;

/// Entries that are not on disk, and why.
#[derive(Debug)]
pub struct NotSaved<R> {
    /// The entries.
    pub entries: Vec<Entry<R>>,
    /// Why, in words for the reader.
    pub error: SaveError,
}

/// A journal that is appended to by a thread of its own, started when it is first needed.
#[derive(Debug)]
pub struct Saver<R> {
    journal: Journal<R>,
    desk: Option<Desk<R>>,
    /// Refusals that needed no thread.
    refused: VecDeque<NotSaved<R>>,
    unsaved: Vec<Unsaved<R>>,
    pending: usize,
    under_way: UnderWay,
}

/// An entry that is not known to be on disk.
#[derive(Debug)]
struct Unsaved<R> {
    entry: Entry<R>,
    /// Whether a report said that it could not be saved, and it is not being tried again.
    refused: bool,
}

/// The entries on their way to disk, for whoever ends the program while the saver's owner is busy elsewhere.
#[derive(Debug, Clone, Default)]
pub struct UnderWay(Arc<(Mutex<usize>, Condvar)>);

impl UnderWay {
    /// Waits until there are none, but not longer than `patience`.
    pub fn wait(&self, patience: Duration) {
        let none = self.0.1.wait_timeout_while(self.count(), patience, |count| *count > 0);
        // A poisoned count is as good as any other here.
        drop(none);
    }

    fn begin(&self, entries: usize) {
        *self.count() += entries;
    }

    fn end(&self, entries: usize) {
        let mut count = self.count();
        *count = count.saturating_sub(entries);
        self.0.1.notify_all();
    }

    fn count(&self) -> MutexGuard<'_, usize> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The two ends that this side has of the thread.
#[derive(Debug)]
struct Desk<R> {
    orders: Sender<Vec<Entry<R>>>,
    reports: Receiver<Report<R>>,
}

impl<R: Record + Clone + Send + 'static> Saver<R> {
    /// A saver for `journal`; no thread yet.
    pub fn new(journal: Journal<R>) -> Self {
        let (refused, unsaved, under_way) = (VecDeque::new(), Vec::new(), UnderWay::default());
        Self { journal, desk: None, refused, unsaved, pending: 0, under_way }
    }

    /// Where the journal is.
    pub fn path(&self) -> Option<&Path> {
        self.journal.path()
    }

    /// When the journal was touched last, as [`Journal::touched`] says.
    pub fn touched(&self) -> Option<Timestamp> {
        self.journal.touched()
    }

    /// Reads the journal, as [`Journal::read`] does.
    ///
    /// # Errors
    ///
    /// As [`Journal::read`].
    pub fn read(&mut self) -> Result<Reading<R>, ReadError> {
        self.journal.read()
    }

    /// Stamps `record` and has it saved. Returns at once with the entry, which counts from now on.
    pub fn keep(&mut self, record: R) -> Entry<R> {
        let entry = self.journal.entry(record);
        self.unsaved.push(Unsaved { entry: entry.clone(), refused: false });
        self.save(vec![entry.clone()]);
        entry
    }

    /// Tries again what could not be saved.
    pub fn save_again(&mut self) {
        let again = |unsaved: &mut Unsaved<R>| std::mem::take(&mut unsaved.refused).then(|| unsaved.entry.clone());
        let entries: Vec<Entry<R>> = self.unsaved.iter_mut().filter_map(again).collect();
        if !entries.is_empty() {
            self.save(entries);
        }
    }

    /// What is not known to be on disk, in the order it was made.
    pub fn unsaved(&self) -> impl ExactSizeIterator<Item = &Entry<R>> {
        self.unsaved.iter().map(|unsaved| &unsaved.entry)
    }

    /// What became of the next entries, if that is known by now. Never waits.
    pub fn report(&mut self) -> Option<Report<R>> {
        let refused = self.refused.pop_front().map(Err);
        let report = refused.or_else(|| self.desk.as_ref()?.reports.try_recv().ok())?;
        Some(self.take_note(report))
    }

    /// How many entries there is no report of yet.
    pub fn pending(&self) -> usize {
        self.pending
    }

    /// What is on its way to disk, to be waited for from elsewhere.
    pub fn under_way(&self) -> UnderWay {
        self.under_way.clone()
    }

    /// Whether the journal was changed by anybody else since it was read. Asked while a save is under way it says no,
    /// and the truth the next time.
    pub fn changed_elsewhere(&self) -> bool {
        self.pending == 0 && self.journal.changed_elsewhere()
    }

    /// Waits for all reports, but not longer than `patience`; what is still [`Saver::pending`] then may be lost.
    pub fn finish(&mut self, patience: Duration) -> Vec<Report<R>> {
        let start = Instant::now();
        let mut reports = Vec::new();
        while self.pending > 0 {
            let report = self.report().or_else(|| {
                let left = patience.saturating_sub(start.elapsed());
                let report = self.desk.as_ref()?.reports.recv_timeout(left).ok()?;
                Some(self.take_note(report))
            });
            match report {
                Some(report) => reports.push(report),
                None => break,
            }
        }
        reports
    }

    fn save(&mut self, entries: Vec<Entry<R>>) {
        self.pending += entries.len();
        if let Err(not_saved) = self.order(entries) {
            self.refused.push_back(not_saved);
        }
    }

    /// Hands `entries` to the thread, which is started for the first ones.
    fn order(&mut self, entries: Vec<Entry<R>>) -> Result<(), NotSaved<R>> {
        let path = match self.journal.writable() {
            Ok(path) => path,
            Err(error) => return Err(NotSaved { entries, error }),
        };
        let stopped = |source| SaveError::Refused { path: path.to_owned(), step: Step::Start, source };
        let desk = match self.desk.take().map_or_else(|| Desk::open(path.to_owned(), self.under_way.clone()), Ok) {
            Ok(desk) => self.desk.insert(desk),
            Err(source) => return Err(NotSaved { entries, error: stopped(source) }),
        };
        self.under_way.begin(entries.len());
        desk.orders.send(entries).map_err(|mpsc::SendError(entries)| {
            self.under_way.end(entries.len());
            NotSaved { entries, error: stopped(io::ErrorKind::BrokenPipe.into()) }
        })
    }

    fn take_note(&mut self, report: Report<R>) -> Report<R> {
        let settled = match &report {
            Ok(saved) => {
                self.journal.appended(saved);
                self.unsaved.retain(|unsaved| !saved.entries.contains(&unsaved.entry.stamp.id));
                saved.entries.len()
            }
            Err(not_saved) => {
                for unsaved in &mut self.unsaved {
                    unsaved.refused |= not_saved.entries.iter().any(|entry| entry.stamp.id == unsaved.entry.stamp.id);
                }
                not_saved.entries.len()
            }
        };
        self.pending = self.pending.saturating_sub(settled);
        report
    }
}

impl<R: Record + Send + 'static> Desk<R> {
    fn open(path: PathBuf, under_way: UnderWay) -> io::Result<Self> {
        let (orders, incoming) = mpsc::channel::<Vec<Entry<R>>>();
        let (outgoing, reports) = mpsc::channel();
        let work = move || {
            while let Ok(mut entries) = incoming.recv() {
                // What has come in meanwhile goes into the same write: one lock and one sync for all of it.
                entries.extend(incoming.try_iter().flatten());
                let count = entries.len();
                save(&path, entries, &outgoing);
                under_way.end(count);
            }
        };
        thread::Builder::new().name("saver".to_owned()).spawn(work)?;
        Ok(Self { orders, reports })
    }
}

fn save<R: Record>(path: &Path, entries: Vec<Entry<R>>, reports: &Sender<Report<R>>) {
    let report = match append(path, &entries) {
        Ok(saved) => Ok(saved),
        // One record that is too long must not keep its neighbours from the disk.
        Err(SaveError::TooLong { .. }) if entries.len() > 1 => {
            for entry in entries {
                save(path, vec![entry], reports);
            }
            return;
        }
        Err(error) => Err(NotSaved { entries, error }),
    };
    // Nobody listens any more when the program is ending; what is in the queue is saved all the same.
    let _ = reports.send(report);
}
