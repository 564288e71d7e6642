//! [`Pool`]: every question a role can be asked, its own first and then its family's, each with the lines an answer is
//! judged by on this rung.

use serde::Serialize;

use super::family::Family;
use super::framework::Framework;
use super::id::{LevelId, RoleId};
use super::interview::{Bank, RoleQuestions};
use super::question::Question;
use super::question_id::WholeQuestionId;
use super::role::Role;
use crate::text::SafeText;

/// The questions of one role.
#[derive(Debug, Clone)]
pub struct Pool<'a> {
    /// The role they are asked for.
    pub role: RoleId,
    /// Its own questions in the order of the file, then those of its family's bank.
    pub questions: Vec<Pooled<'a>>,
    /// What is worth asking the interviewer.
    pub ask: &'a [SafeText],
}

/// A question as one role is asked it.
#[derive(Debug, Clone)]
pub struct Pooled<'a> {
    /// Which question it is, in the whole catalog.
    pub id: WholeQuestionId,
    /// Who asks it.
    pub source: Source,
    /// The question.
    pub question: &'a Question,
    /// How an answer is judged on this rung and beside it.
    pub lines: Lines<'a>,
}

/// Whose a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// This role's alone.
    Own,
    /// Every role's of the family.
    Bank,
}

/// How an answer is judged one level below a role's, on it and one level above. A bank has no line where the scale ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lines<'a> {
    /// What it would be worth one level below.
    pub below: Option<Line<'a>>,
    /// What is asked of this role.
    pub at: Option<Line<'a>>,
    /// What it would be worth one level above.
    pub above: Option<Line<'a>>,
}

/// How an answer is judged on one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// The level; `None` beyond either end of the scale, where a role's own question still says what less or more is.
    pub level: Option<&'a LevelId>,
    /// What an answer on that level sounds like.
    pub text: &'a SafeText,
}

impl<'a> Pool<'a> {
    /// The questions of the role `id` of `family`.
    pub fn of(
        framework: &'a Framework,
        (id, role, own): (&RoleId, &'a Role, &'a RoleQuestions),
        (family, bank): (&Family, &'a Bank),
    ) -> Self {
        let around = Around::of(framework, role);
        let asked_of_it = own.questions.iter().map(|question| Pooled {
            id: WholeQuestionId::of_role(id, &question.id),
            source: Source::Own,
            question,
            lines: around.own(question),
        });
        let asked_of_all = bank.questions.iter().map(|question| Pooled {
            id: WholeQuestionId::of_bank(&family.id, &question.id),
            source: Source::Bank,
            question,
            lines: around.bank(question),
        });
        Self { role: id.clone(), questions: asked_of_it.chain(asked_of_all).collect(), ask: &own.ask }
    }

    /// The question `id`.
    pub fn question(&self, id: &WholeQuestionId) -> Option<&Pooled<'a>> {
        self.questions.iter().find(|pooled| pooled.id == *id)
    }
}

/// A role's level with the levels next to it on the scale.
struct Around<'a> {
    below: Option<&'a LevelId>,
    at: &'a LevelId,
    above: Option<&'a LevelId>,
}

impl<'a> Around<'a> {
    fn of(framework: &'a Framework, role: &'a Role) -> Self {
        // A catalog that is read has its levels lowest rank first.
        let place = framework.levels.iter().position(|level| level.id == role.level);
        let level = |place: Option<usize>| Some(&framework.levels.get(place?)?.id);
        Self {
            below: level(place.and_then(|place| place.checked_sub(1))),
            at: &role.level,
            above: level(place.map(|place| place + 1)),
        }
    }

    fn own(&self, question: &'a Question) -> Lines<'a> {
        let line = |key, level| question.line(key).map(|text| Line { level, text });
        Lines { below: line("below", self.below), at: line("at", Some(self.at)), above: line("above", self.above) }
    }

    fn bank(&self, question: &'a Question) -> Lines<'a> {
        let line = |level: Option<&'a LevelId>| question.line(level?.as_str()).map(|text| Line { level, text });
        Lines { below: line(self.below), at: line(Some(self.at)), above: line(self.above) }
    }
}
