//! Searching: what was found, by number.

use super::session;
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::search::{Complaint, Index, Kept, Matching, Target};
use crate::text::SafeText;

/// How many hits are read out.
const MOST: usize = 20;
/// How many words are offered in place of one that nothing has.
const NEAR: usize = 3;

/// What was found, by number, and what each opens.
pub(super) struct Found {
    /// What is said of it.
    pub text: String,
    /// What opens by number; empty where nothing was found.
    pub targets: Vec<Target>,
}

/// Everything there is to be found, with what is kept as it is now.
pub(super) fn index(catalog: &Catalog, kept: &session::Kept) -> Index {
    Index::of(catalog).with(Kept { bookmarks: &kept.bookmarks, stories: &kept.shelf.stories })
}

/// Looks for `typed`.
pub(super) fn find(index: &Index, typed: &str) -> Found {
    let query = index.query(typed, Matching::Fuzzy);
    let nothing = |text: String| Found { text, targets: Vec::new() };
    if !query.complaints().is_empty() {
        let lines: Vec<String> = query.complaints().iter().map(Complaint::line).collect();
        return nothing(SafeText::lines(&lines.join("\n")).to_string() + "\n");
    }
    let shown = SafeText::line(typed);
    let answer = index.answer(&query);
    if answer.hits.is_empty() {
        let near = index.near_words(&query, NEAR);
        let near = if near.is_empty() { String::new() } else { format!(" Near: {}.", near.join(", ")) };
        return nothing(format!("Nothing found for {shown}.{near}\n"));
    }
    let mut text = format!("{} found for {shown}", answer.hits.len());
    text.push_str(if answer.hits.len() > MOST { ", the best 20:\n" } else { ":\n" });
    let mut targets = Vec::new();
    for (place, hit) in answer.hits.iter().take(MOST).enumerate() {
        let hit = index.show(&answer, hit);
        let under = hit.head.under.map(|under| format!(", {under}")).unwrap_or_default();
        let line = if hit.line.text == hit.head.title.text {
            String::new()
        } else {
            format!("; {}: {}", hit.line.field.word(), hit.line.text)
        };
        text.extend([format!("{}. {}: {}{under}{line}\n", place + 1, hit.head.kind.word(), hit.head.title.text)]);
        targets.push(hit.head.target.clone());
    }
    Found { text, targets }
}

/// The roles that a hit leads to; none for what has no roles.
pub(super) fn roles(target: &Target) -> Vec<RoleId> {
    match target {
        Target::Role(id) => vec![id.clone()],
        Target::Question(id) => id.role().into_iter().collect(),
        Target::Kept(of) => of.roles().to_vec(),
        Target::Family(_) | Target::Skill(_) | Target::Kpi(_) | Target::Story(_) => Vec::new(),
    }
}
