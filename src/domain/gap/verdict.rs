//! What a gap comes to, in words and counts.

use super::Gap;
use super::item::Kind;
use super::need::{Need, State};
use crate::text::SafeText;

/// `meets 9 of 14 skills; 3 one short, 2 not rated`
pub(super) fn of_section(kind: Kind, needs: &[Need]) -> SafeText {
    let count = |state: State| needs.iter().filter(|need| need.state() == state).count();
    let (met, unrated) = (count(State::Met), count(State::Unrated));
    let noun = noun(kind, needs.len());
    if needs.is_empty() {
        return SafeText::line(&format!("asks for no {noun}"));
    }
    if unrated == needs.len() {
        return SafeText::line(&format!("{} {noun}, not rated yet", needs.len()));
    }
    let met = match met {
        0 => format!("none of {} {noun}", needs.len()),
        met if met == needs.len() && met == 1 => format!("the one {noun}"),
        met if met == needs.len() => format!("all {met} {noun}"),
        met => format!("{met} of {} {noun}", needs.len()),
    };
    let lead = match kind {
        Kind::Skill => format!("meets {met}"),
        Kind::Thread => format!("does {met} alone"),
        Kind::Decision => format!("takes {met} alone"),
    };
    let short = (1..=u8::MAX).map(|by| (count(State::Short(by)), by)).filter(|(count, _)| *count > 0);
    let short = short.map(|(count, by)| format!("{count} {}", short_words(kind, by)));
    let unrated = (unrated > 0).then(|| format!("{unrated} not rated"));
    let rest: Vec<String> = short.chain(unrated).collect();
    SafeText::line(&if rest.is_empty() { lead } else { format!("{lead}; {}", rest.join(", ")) })
}

/// How far something is short: `two short`, `with support`.
fn short_words(kind: Kind, by: u8) -> &'static str {
    match (kind, by) {
        (Kind::Skill, 1) => "one short",
        (Kind::Skill, 2) => "two short",
        (Kind::Skill, 3) => "three short",
        (Kind::Skill, 4) => "four short",
        (Kind::Skill, _) => "five short",
        (Kind::Thread | Kind::Decision, 1) => "with support",
        (Kind::Thread | Kind::Decision, _) => "not yet",
    }
}

impl Need {
    /// How somebody stands to it, in words: `two short`, `with support`, `not rated`, `met`.
    pub fn state_words(&self) -> &'static str {
        match self.state() {
            State::Short(by) => short_words(self.item.kind(), by),
            State::Unrated => "not rated",
            State::Met => "met",
        }
    }
}

fn noun(kind: Kind, count: usize) -> &'static str {
    match (kind, count) {
        (Kind::Skill, 1) => "skill",
        (Kind::Skill, _) => "skills",
        (Kind::Thread, 1) => "area of work",
        (Kind::Thread, _) => "areas of work",
        (Kind::Decision, 1) => "decision",
        (Kind::Decision, _) => "decisions",
    }
}

/// Whether the role is met, and if not what stands first in the way.
pub(super) fn of_all(gap: &Gap) -> SafeText {
    let all = gap.needs().count();
    let count = |of: fn(State) -> bool| gap.needs().filter(|need| of(need.state())).count();
    let met = count(|state| state == State::Met);
    let unrated = count(|state| state == State::Unrated);
    let short = all - met - unrated;
    let rest = if unrated > 0 { format!(", {unrated} not rated") } else { String::new() };
    let text = if unrated == all {
        format!("Not known: none of {all} rated yet")
    } else if short > 0 {
        let first = gap.needs().find(|need| matches!(need.state(), State::Short(_)));
        let first = first.map(|need| format!("; first {}: {}", need.label, need.state_words()));
        format!("Not yet: {short} of {all} short, {met} met{rest}{}", first.unwrap_or_default())
    } else if unrated > 0 {
        format!("Met as far as rated: {met} of {all}{rest}")
    } else {
        format!("Met: all {all}")
    };
    SafeText::line(&text)
}
