//! What one role asks beyond another: in words, and as a part of JSON documents.

use serde::Serialize;

use crate::domain::compare::{Names, Value};
use crate::domain::{Beyond, Decision, MoreSay, MoreSkill, Proficiency, Reach, Right, SkillId, TopicId, Weight};

/// `{"gap","skills","decisions"}`: `skills` are new or raised, each `{"id","name","held","asked","weight","points"}` with
/// `held` 0 where it is new; `decisions` are those with a new or greater say, each
/// `{"id","name","before","right","reach"}` with `before` null or `{"right","reach"}`. `gap` is the sum of the points.
#[derive(Debug, Serialize)]
pub struct Adds<'a> {
    gap: u32,
    skills: Vec<SkillField<'a>>,
    decisions: Vec<DecisionField<'a>>,
}

#[derive(Debug, Serialize)]
struct SkillField<'a> {
    id: &'a SkillId,
    name: &'a str,
    held: u8,
    asked: u8,
    weight: Weight,
    points: u32,
}

#[derive(Debug, Serialize)]
struct DecisionField<'a> {
    id: &'a TopicId,
    name: &'a str,
    before: Option<Decision>,
    right: Right,
    reach: Reach,
}

impl<'a> Adds<'a> {
    /// What `beyond` comes to.
    pub(super) fn of(names: &'a impl Names, beyond: &Beyond<'a>) -> Self {
        let skill = |more: &MoreSkill<'a>| SkillField {
            id: more.skill,
            name: skill_name(names, more.skill),
            held: held(more),
            asked: more.asked.value(),
            weight: more.weight,
            points: more.points(),
        };
        let decision = |more: &MoreSay<'a>| DecisionField {
            id: more.topic,
            name: topic_name(names, more.topic),
            before: more.before,
            right: more.here.right,
            reach: more.here.reach,
        };
        Self {
            gap: beyond.points(),
            skills: beyond.skills.iter().map(skill).collect(),
            decisions: beyond.decisions.iter().map(decision).collect(),
        }
    }
}

/// The skills that are new, as `Observability 3`.
pub fn new_skills(names: &impl Names, beyond: &Beyond<'_>) -> Vec<String> {
    let new = beyond.skills.iter().filter(|more| more.held.is_none());
    new.map(|more| format!("{} {}", skill_name(names, more.skill), more.asked.value())).collect()
}

/// The skills that are raised, as `SQL 3->4`.
pub fn raised_skills(names: &impl Names, beyond: &Beyond<'_>) -> Vec<String> {
    let raised = beyond.skills.iter().filter(|more| more.held.is_some());
    raised.map(|more| format!("{} {}->{}", skill_name(names, more.skill), held(more), more.asked.value())).collect()
}

/// The decisions with more say, as `Technical design: decides, team (was recommends, team)`.
pub fn says(names: &impl Names, beyond: &Beyond<'_>) -> Vec<String> {
    let facts = |decision: Decision| Value::Decision(decision).facts().map(|facts| facts.to_string());
    let say = |more: &MoreSay<'_>| {
        let was = more.before.and_then(facts).map(|was| format!(" (was {was})")).unwrap_or_default();
        format!("{}: {}{was}", topic_name(names, more.topic), facts(more.here).unwrap_or_default())
    };
    beyond.decisions.iter().map(say).collect()
}

/// What the skill `id` is called, or its id.
pub(super) fn skill_name<'a>(names: &'a impl Names, id: &'a SkillId) -> &'a str {
    names.skill_name(id).map_or(id.as_str(), |name| name.as_str())
}

/// What the kind of decision `id` is called, or its id.
pub(super) fn topic_name<'a>(names: &'a impl Names, id: &'a TopicId) -> &'a str {
    let topic = names.framework().topics.iter().find(|topic| topic.id == *id);
    topic.map_or(id.as_str(), |topic| topic.name.as_str())
}

fn held(more: &MoreSkill<'_>) -> u8 {
    more.held.map_or(0, Proficiency::value)
}
