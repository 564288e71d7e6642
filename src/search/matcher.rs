//! nucleo's matcher, one for each thread: making one zeroes 135 KB, which takes longer than to match a title.

use std::cell::RefCell;

use nucleo::{Config, Matcher};

thread_local! {
    static MATCHER: RefCell<Matcher> = RefCell::new(Matcher::new(Config::DEFAULT));
}

/// What `look` finds with this thread's matcher, which is made when it is first needed. `look` must not ask for it again,
/// and leaves its settings as they were.
pub(super) fn with<T>(look: impl FnOnce(&mut Matcher) -> T) -> T {
    MATCHER.with_borrow_mut(look)
}
