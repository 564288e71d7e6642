//! [`Seeker`]: an index behind a thread, for catalogs whose answers take longer than a key may. The latest question wins:
//! one that is being answered when the next is asked is given up, and those between are never looked at.
//!
//! nucleo's own worker is not used here. It matches the columns of an item all or none, without a weight, and cannot say
//! that one word stands in the title and the next in a skill; it keeps every line as letters of its own; and it matches
//! letter by letter what here is one look over one piece of memory. The figures are in `tests/README.md`.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::{fmt, io, thread};

use super::answer::Answer;
use super::index::Index;
use super::rank::Matching;

/// Answers questions on a thread of its own, which ends with it.
#[derive(Debug)]
pub struct Seeker {
    tasks: Sender<Task>,
    answers: Receiver<Sought>,
    /// The number of the latest question.
    latest: Arc<AtomicU64>,
    /// The number of the latest question that was answered.
    answered: u64,
    /// The index, once it is made.
    index: Arc<Mutex<Option<Index>>>,
}

/// An answer with the index it is of.
#[derive(Debug, Clone)]
pub struct Sought {
    /// What was asked, as it was typed.
    pub typed: String,
    /// What shows its hits.
    pub index: Index,
    /// What was found.
    pub answer: Answer,
    number: u64,
}

impl Sought {
    /// What `typed` finds in `index`, here and now.
    pub fn of(index: &Index, typed: &str, matching: Matching) -> Self {
        let answer = index.answer(&index.query(typed, matching));
        Self { typed: typed.to_owned(), index: index.clone(), answer, number: 0 }
    }
}

/// Answers to the same question of the same seeker.
impl PartialEq for Sought {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && self.typed == other.typed
    }
}

enum Task {
    Answer { number: u64, typed: String, matching: Matching },
    Change(Box<dyn FnOnce(&Index) -> Index + Send>),
}

impl fmt::Debug for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Task")
    }
}

impl Seeker {
    /// Begins to make an index; questions may be asked at once and wait for it.
    ///
    /// # Errors
    ///
    /// When there can be no thread.
    pub fn start(make: impl FnOnce() -> Index + Send + 'static) -> io::Result<Self> {
        let (tasks, todo) = channel();
        let (done, answers) = channel();
        let latest = Arc::new(AtomicU64::new(0));
        let index = Arc::new(Mutex::new(None));
        let work = Work { todo, done, latest: Arc::clone(&latest), index: Arc::clone(&index) };
        thread::Builder::new().name("search".to_owned()).spawn(move || work.run(make()))?;
        Ok(Self { tasks, answers, latest, answered: 0, index })
    }

    /// Asks for what `typed` finds, in place of everything asked before.
    pub fn ask(&mut self, typed: &str, matching: Matching) {
        let number = self.latest.fetch_add(1, Ordering::AcqRel) + 1;
        if self.tasks.send(Task::Answer { number, typed: typed.to_owned(), matching }).is_err() {
            // A thread that is gone answers nothing, and nobody should wait for it.
            self.answered = number;
        }
    }

    /// Changes the index before the next question is answered.
    pub fn change(&mut self, change: impl FnOnce(&Index) -> Index + Send + 'static) {
        drop(self.tasks.send(Task::Change(Box::new(change))));
    }

    /// The answer to the latest question, once.
    pub fn answer(&mut self) -> Option<Sought> {
        let mut latest = None;
        loop {
            match self.answers.try_recv() {
                Ok(sought) => latest = Some(sought),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => {
                    self.answered = self.latest.load(Ordering::Acquire);
                    break;
                }
            }
        }
        let sought: Sought = latest?;
        self.answered = self.answered.max(sought.number);
        (sought.number == self.latest.load(Ordering::Acquire)).then_some(sought)
    }

    /// Whether an answer is still to come.
    pub fn is_busy(&self) -> bool {
        self.answered < self.latest.load(Ordering::Acquire)
    }

    /// The index, once it is made.
    pub fn index(&self) -> Option<Index> {
        self.index.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What the thread has.
struct Work {
    todo: Receiver<Task>,
    done: Sender<Sought>,
    latest: Arc<AtomicU64>,
    index: Arc<Mutex<Option<Index>>>,
}

impl Work {
    /// Works until nobody asks any more.
    fn run(&self, mut index: Index) {
        self.show(&index);
        while let Ok(task) = self.todo.recv() {
            match task {
                Task::Change(change) => {
                    index = change(&index);
                    self.show(&index);
                }
                Task::Answer { number, typed, matching } => {
                    let is_stale = || self.latest.load(Ordering::Acquire) != number;
                    if is_stale() {
                        continue;
                    }
                    let answer = index.answer_unless(&index.query(&typed, matching), &is_stale);
                    let sought = answer.map(|answer| Sought { typed, index: index.clone(), answer, number });
                    if sought.is_some_and(|sought| self.done.send(sought).is_err()) {
                        return;
                    }
                }
            }
        }
    }

    fn show(&self, index: &Index) {
        *self.index.lock().unwrap_or_else(PoisonError::into_inner) = Some(index.clone());
    }
}
