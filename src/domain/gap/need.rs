//! [`Need`]: one thing a role asks for, beside what somebody says of themselves.

use std::cmp::Reverse;

use super::account::Account;
use super::item::{Item, Kind};
use super::rating::{Rating, Support};
use crate::domain::compare::{Names, Side, Value};
use crate::domain::decision::Right;
use crate::domain::family::Thread;
use crate::domain::framework::Topic;
use crate::domain::id::ThreadId;
use crate::domain::role::{Proficiency, SkillUse};
use crate::text::SafeText;

/// One thing a role asks for, beside what somebody says of themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// What is rated.
    pub item: Item,
    /// What it is called.
    pub label: SafeText,
    /// What the role asks.
    pub asked: Value,
    /// What the role somebody comes from asks of the same: a reference, no rating.
    pub from: Option<Value>,
    /// What they say.
    pub account: Account,
}

/// How somebody stands to what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Less than asked, by so many: steps of proficiency; 1 with support, 2 not at all.
    Short(u8),
    /// Not known.
    Unrated,
    /// As asked, or more.
    Met,
}

impl State {
    /// The sign for it: `-` short, `~` done with support, `?` not rated, `=` met.
    pub fn sign(self, kind: Kind) -> &'static str {
        match self {
            Self::Short(1) if kind != Kind::Skill => "~",
            Self::Short(_) => "-",
            Self::Unrated => "?",
            Self::Met => "=",
        }
    }
}

impl Need {
    /// How somebody stands to it.
    pub fn state(&self) -> State {
        let short = match (self.account.rating(), &self.asked) {
            (Some(Rating::Grade(grade)), Value::Skill { proficiency, .. }) => {
                proficiency.value().saturating_sub(grade.value())
            }
            (Some(Rating::Support(support)), Value::Text(_) | Value::Decision(_)) => {
                Support::Alone as u8 - support as u8
            }
            // Nothing, or a rating on the scale of something else, says nothing.
            _ => return State::Unrated,
        };
        if short == 0 { State::Met } else { State::Short(short) }
    }

    /// What sorts needs so that what matters most stands first.
    pub(super) fn order(&self) -> (u8, Reverse<u32>, Reverse<u32>) {
        let factor = match &self.asked {
            Value::Skill { weight, .. } => weight.factor(),
            _ => 1,
        };
        let (class, distance) = match self.state() {
            State::Short(by) => (0, u32::from(by)),
            State::Unrated => (1, u32::from(self.step())),
            // What is met needs no order but the role's.
            State::Met => return (2, Reverse(0), Reverse(0)),
        };
        (class, Reverse(distance * factor), Reverse(factor))
    }

    /// How far it is from what the role before asks; from nothing where it asks nothing.
    fn step(&self) -> u8 {
        match (&self.asked, &self.from) {
            (Value::Skill { proficiency, .. }, from) => {
                let before = match from {
                    Some(Value::Skill { proficiency, .. }) => proficiency.value(),
                    _ => 0,
                };
                proficiency.value().saturating_sub(before)
            }
            (_, None) => 2,
            (asked, Some(from)) => u8::from(!asked.is_same(from)),
        }
    }

    /// How somebody stands to what is asked, in a line: `[###--] 3/5 of 4, core: one short (from 3/5)`.
    pub fn facts(&self) -> String {
        let state = if self.state() == State::Met && self.item.kind() != Kind::Skill {
            Support::Alone.words()
        } else {
            self.state_words()
        };
        let lead = match (&self.asked, self.account.rating()) {
            // The whole text of the role before would hide what is asked.
            (Value::Text(text), _) => return format!("{state}: {}", text.replace('\n', " / ")),
            (Value::Skill { proficiency, weight, .. }, Some(Rating::Grade(grade))) => {
                let (full, highest) = (usize::from(grade.value()), usize::from(Proficiency::HIGHEST));
                let gauge = format!("[{}{}]", "#".repeat(full), "-".repeat(highest - full));
                format!("{gauge} {grade} of {}, {}", proficiency.digit(), weight.word())
            }
            _ => self.asked_words(),
        };
        let from = self.from_words().map(|from| format!(" (from {from})")).unwrap_or_default();
        format!("{lead}: {state}{from}")
    }

    /// What is asked, in a few words: `4/5, core`, `decides, team`; of an area of work its first sentence.
    pub fn asked_words(&self) -> String {
        words(&self.asked)
    }

    /// What the role before asks, in a few words.
    pub fn from_words(&self) -> Option<String> {
        match self.from.as_ref()? {
            Value::Skill { proficiency, .. } => Some(proficiency.figure()),
            from => Some(words(from)),
        }
    }
}

fn words(value: &Value) -> String {
    match value.facts() {
        Some(facts) => facts.to_string(),
        None => value.prose().and_then(|prose| prose.lines().next()).unwrap_or_default().to_owned(),
    }
}

/// What `target` asks of `kind`, in its order, each with what `from` asks and what is said.
pub(super) fn needs(
    names: &impl Names,
    kind: Kind,
    target: &Side<'_>,
    from: Option<&Side<'_>>,
    account: &impl Fn(&Item) -> Account,
) -> Vec<Need> {
    let asked = match kind {
        Kind::Skill => skills(names, target, from),
        Kind::Thread => threads(target, from),
        Kind::Decision => decisions(names, target, from),
    };
    asked.into_iter().map(|need| Need { account: account(&need.item), ..need }).collect()
}

fn skills(names: &impl Names, target: &Side<'_>, from: Option<&Side<'_>>) -> Vec<Need> {
    let value = |used: &SkillUse| Value::Skill {
        proficiency: used.proficiency,
        weight: used.weight,
        in_use: used.in_use.clone(),
    };
    let asked = |used: &SkillUse| {
        let before = from.and_then(|from| from.role.skills.iter().find(|before| before.skill == used.skill));
        Need {
            item: Item::Skill { skill: used.skill.clone() },
            label: names.skill_name(&used.skill).cloned().unwrap_or_else(|| SafeText::line(used.skill.as_str())),
            asked: value(used),
            from: before.map(value),
            account: Account::default(),
        }
    };
    target.role.skills.iter().map(asked).collect()
}

/// Of the role before the same thread; in another family, where threads have other names, the same kind of work.
fn threads(target: &Side<'_>, from: Option<&Side<'_>>) -> Vec<Need> {
    let asked = |thread: &Thread| {
        let text = texts(target, |id| *id == thread.id)?;
        let before = from.and_then(|from| {
            let strand = |id: &ThreadId| from.family.threads.iter().find(|known| known.id == *id).map(|it| &it.strand);
            let is_same = |id: &ThreadId| {
                if from.family.id == target.family.id { *id == thread.id } else { strand(id) == Some(&thread.strand) }
            };
            texts(from, is_same)
        });
        Some(Need {
            item: Item::Thread { role: target.id.clone(), thread: thread.id.clone() },
            label: thread.name.clone(),
            asked: text,
            from: before,
            account: Account::default(),
        })
    };
    target.family.threads.iter().filter_map(asked).collect()
}

/// What a role does in the threads that are `meant`, a sentence a line.
fn texts(side: &Side<'_>, meant: impl Fn(&ThreadId) -> bool) -> Option<Value> {
    let duties = side.role.responsibilities.iter().filter(|duty| meant(&duty.thread));
    let texts: Vec<&str> = duties.map(|duty| duty.text.as_str()).collect();
    (!texts.is_empty()).then(|| Value::Text(SafeText::lines(&texts.join("\n"))))
}

/// Where others decide, nothing is asked.
fn decisions(names: &impl Names, target: &Side<'_>, from: Option<&Side<'_>>) -> Vec<Need> {
    let asked = |topic: &Topic| {
        let decision = target.role.decisions.get(&topic.id).filter(|decision| decision.right != Right::None)?;
        Some(Need {
            item: Item::Decision { role: target.id.clone(), topic: topic.id.clone() },
            label: topic.name.clone(),
            asked: Value::Decision(*decision),
            from: from.and_then(|from| from.role.decisions.get(&topic.id)).map(|before| Value::Decision(*before)),
            account: Account::default(),
        })
    };
    names.framework().topics.iter().filter_map(asked).collect()
}
