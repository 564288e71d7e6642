//! The lock that writers of one journal take in turn: a file beside it, never renamed or deleted. Waiting ends after
//! two seconds, whoever holds it; readers never take it.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::store::disk::{self, Purpose};

/// How long an append waits for its turn.
const PATIENCE: Duration = Duration::from_secs(2);
/// The longest nap between two tries.
const LONGEST_NAP: Duration = Duration::from_millis(40);

/// Whether an append had the journal to itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// It had.
    Held,
    /// Another process held the lock all the time. Single appends stay whole on a local disk all the same.
    TimedOut,
    /// Files cannot be locked there: an old network file system, or a lock file that cannot be opened.
    Unavailable,
}

/// Waits for the lock of the journal at `path`; it is held as long as the file lives.
pub(super) fn take(path: &Path) -> (Lock, Option<File>) {
    let Ok(file) = disk::open(&disk::beside(path, ".lock"), Purpose::Lock) else {
        return (Lock::Unavailable, None);
    };
    let start = Instant::now();
    let mut nap = Duration::from_millis(1);
    loop {
        match file.try_lock() {
            Ok(()) => return (Lock::Held, Some(file)),
            Err(TryLockError::Error(_)) => return (Lock::Unavailable, None),
            Err(TryLockError::WouldBlock) if start.elapsed() >= PATIENCE => return (Lock::TimedOut, None),
            Err(TryLockError::WouldBlock) => thread::sleep(nap),
        }
        nap = after(nap);
    }
}

/// The nap after one of this length: longer ones, so that a long wait costs no processor.
fn after(nap: Duration) -> Duration {
    (nap * 2).min(LONGEST_NAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn naps_grow_to_the_longest() {
        let naps: Vec<u128> = std::iter::successors(Some(Duration::from_millis(1)), |nap| Some(after(*nap)))
            .map(|nap| nap.as_millis())
            .take(8)
            .collect();
        assert_eq!(naps, [1, 2, 4, 8, 16, 32, 40, 40]);
    }
}
