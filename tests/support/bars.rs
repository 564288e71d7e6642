//! The bars of the promises, where time is what is promised.

use std::time::Duration;

/// How long something may take of which `promised` is said: so long where the promises are measured, ten times as long in
/// the ordinary run, which may have company.
pub(crate) fn bar(promised: Duration) -> Duration {
    if std::env::var_os("PROMISES_MEASURED").is_some() { promised } else { promised * 10 }
}
