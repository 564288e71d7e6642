//! The key table: the sets of places that keys share, and the rows room by room, in the order that hints and help show
//! them.

mod explorer;
mod practice;
mod search;
mod shared;
mod side_by_side;
mod stories;
#[cfg(test)]
mod tests;
mod themes;

use super::Binding;
use super::Context::{
    self, Ask, Bookmarks, Clock, Compare, Detail, Drill, Drilled, Families, Field, FollowUp, Further, Gap, Grid, Help,
    Interview, Judge, Ladder, Lengths, Levels, Map, Messages, Near, OnceMore, Pairing, Pick, Plan, Predict, Progress,
    Recall, Recalled, Result, Reveal, Start, Stories, Story, Summary, Term, Themes, Told, WarmUp,
};
use crate::tui::action::Verb;

const EVERYWHERE: &[Context] = &[
    Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Term, Progress, Stories, Story, Recall,
    Recalled, Clock, Start, Plan, Lengths, WarmUp, Interview, Further, Pairing, Drill, Drilled, Ask, Predict, Reveal,
    FollowUp, Result, Judge, OnceMore, Summary, Messages, Themes,
];
const PRACTICE: &[Context] = &[
    Start, Plan, Lengths, WarmUp, Interview, Further, Pairing, Drill, Drilled, Ask, Predict, Reveal, FollowUp, Result,
    Judge, OnceMore, Summary,
];
const BROWSE: &[Context] = &[Families, Levels, Detail];
const LISTS: &[Context] = &[Families, Levels, Bookmarks];
const ROLES: &[Context] = &[Families, Levels, Detail, Bookmarks, Ladder, Grid, Map, Near, Term];
const PRACTISED: &[Context] =
    &[Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Term, Progress, Stories, Story];
// Not while a question is on: its time goes on.
const LOOKING_BACK: &[Context] = &[
    Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Term, Progress, Stories, Story, Start,
    Plan, Summary,
];
const LADDERED: &[Context] = &[Families, Levels, Detail, Bookmarks, Compare, Map, Near, Term];
const SECTIONS: &[Context] = &[Detail, Compare];
const SECTIONED: &[Context] = &[Detail, Compare, Gap, Progress, Stories];
const PAGES: &[Context] = &[Families, Levels, Detail, Compare, Progress];
const VISITED: &[Context] = &[Families, Levels, Detail, Compare, Ladder, Grid, Map, Near, Term];
const SCREENS: &[Context] =
    &[Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Term, Progress, Stories, Story];
// Where a role is under the cursor, or several are on the screen.
const NAMED: &[Context] = &[Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Term, Progress];
const STAYING: &[Context] = &[
    Families, Levels, Detail, Bookmarks, Compare, Gap, Ladder, Grid, Map, Near, Term, Progress, Stories, Story, Recall,
    Recalled, Clock, Start, Plan, Lengths, WarmUp, Interview, Further, Pairing, Drill, Drilled, Ask, Predict, Reveal,
    FollowUp, Result, Judge, OnceMore, Summary,
];
const FIELDS: &[Context] = &[Field, Help, Pick, Told];
// Where `s` rates what one does with support, the chord is left.
const SEARCHED: &[Context] =
    &[Families, Levels, Detail, Bookmarks, Compare, Ladder, Grid, Map, Near, Term, Progress, Stories, Story];

/// The sets that have a name, and what help for all keys calls them.
pub(super) const SETS: [(&[Context], &str); 4] = [
    (EVERYWHERE, "everywhere but where one types"),
    (STAYING, "everywhere but where one types or reads messages"),
    (PRACTICE, "all of practice"),
    (SCREENS, "every screen but practice"),
];

const fn row(
    verb: Verb,
    contexts: &'static [Context],
    keys: &'static [&'static str],
    hint: Option<&'static str>,
    help: &'static str,
) -> Binding {
    Binding { verb, contexts, keys, hint, help }
}

/// Every key there is.
pub fn table() -> impl Iterator<Item = &'static Binding> + Clone {
    [explorer::ROWS, side_by_side::ROWS, practice::ROWS, stories::ROWS, search::ROWS, shared::ROWS, themes::ROWS]
        .into_iter()
        .flatten()
}
