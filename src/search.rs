//! Text in, ranked hits with the matched letters out. The only room that names nucleo; what it finds is what the catalog
//! and the store hold, so it knows these two, and no screen.
//!
//! A [`ShortList`] is ranked by a [`Ranker`], places in one text are found by [`find()`]. Everything at once is an [`Index`]:
//!
//! ```text
//! Catalog ──▶ Index::of ──▶ .with(Kept { bookmarks, stories }) ──▶ Index          cheap to clone, made when first asked for
//!                                                                   │
//! "level:staff ledger" ──▶ index.query(typed, Matching) ──▶ Query ──┤             query.complaints(): `level:staf`: no such level; staff?
//!                          index.complete(typed, cursor)            │             what can be typed where the cursor is
//!                                                                   ▼
//!                                        index.answer(&query) ──▶ Answer { hits, near, query }
//!                                                                   │             near: words nothing has, and those taken for them
//!                                                                   ▼
//!      index.head(&answer, &hit) ──▶ Head { kind, target, title, under }                  for a row of the list
//!      index.show(&answer, &hit) ──▶ Shown { head, line, more }                           for the one that is looked at
//!      index.matched(&answer, &hit) ──▶ [Lit { field, text, letters, spot }]              for a preview
//!
//! Seeker::start(make) · ask(typed) · answer() · is_busy()       the same on a thread, for an index that is not is_small()
//! ```
//!
//! A [`Target`] is what a hit opens; a [`Spot`] is where on a role's page the line is.

mod answer;
mod complete;
mod entry;
mod facts;
mod fill;
mod find;
mod fold;
mod index;
mod light;
mod matcher;
mod names;
mod near;
mod part;
mod query;
mod rank;
mod recent;
mod seeker;
mod short_list;
mod word;

pub use answer::{Answer, Hit};
pub use complete::{Candidate, Completion};
pub use entry::{Field, Kind, Spot, Target};
pub use fill::Kept;
pub use find::find;
pub use index::{Head, Index, Lit, Shown};
pub use query::{Complaint, Query};
pub use rank::{Matching, Ranker};
pub use seeker::{Seeker, Sought};
pub use short_list::ShortList;
