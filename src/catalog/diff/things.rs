//! Everything but roles as lists of fields.

use super::{Catalog, Field, Thing};
use crate::domain::diff::Kind;
use crate::domain::{Destination, FamilyId, Level, SkillKind};
use crate::text::SafeText;

/// What all families share.
pub(super) fn shared(catalog: &Catalog) -> Vec<Thing> {
    let framework = catalog.framework();
    let mut all = Vec::new();
    let mut put = |kind, id: &str, name: &SafeText, fields: Vec<Field>| {
        let fields = [Field::new("name", name)].into_iter().chain(fields).filter(|field| !field.text.is_empty());
        all.push(Thing { kind, id: id.to_owned(), name: name.clone(), fields: fields.collect() });
    };
    for department in &framework.departments {
        put(Kind::Department, department.id.as_str(), &department.name, Vec::new());
    }
    for level in &framework.levels {
        put(Kind::Level, level.id.as_str(), &level.name, level_fields(catalog, level));
    }
    for axis in &framework.axes {
        put(Kind::Axis, axis.id.as_str(), &axis.name, vec![Field::new("meaning", &axis.meaning)]);
    }
    for topic in &framework.topics {
        put(Kind::Topic, topic.id.as_str(), &topic.name, vec![Field::new("meaning", &topic.meaning)]);
    }
    for strand in &framework.strands {
        put(Kind::Strand, strand.id.as_str(), &strand.name, vec![Field::new("meaning", &strand.meaning)]);
    }
    for skill in &catalog.terms().skills {
        let kind = Field::new("kind", skill.kind.map(SkillKind::word).unwrap_or_default());
        let fields =
            vec![kind, Field::new("also called", joined(&skill.aliases)), Field::new("meaning", &skill.meaning)];
        put(Kind::Skill, skill.id.as_str(), &skill.name, fields);
    }
    for kpi in &catalog.terms().kpis {
        let fields = vec![
            Field::new("measures", &kpi.measures),
            Field::new("unit", &kpi.unit),
            Field::new("direction", kpi.direction.words()),
        ];
        put(Kind::Kpi, kpi.id.as_str(), &kpi.name, fields);
    }
    all
}

fn level_fields(catalog: &Catalog, level: &Level) -> Vec<Field> {
    let axis = |id: &crate::domain::AxisId| {
        let known = catalog.framework().axes.iter().find(|axis| axis.id == *id);
        known.map_or_else(|| id.to_string(), |axis| axis.name.to_string())
    };
    let scope = level
        .scope
        .iter()
        .map(|(id, score)| Field::of("scope", axis(id), format!("{}/6: {}", score.score, score.text)));
    let own = [
        Field::new("rank", level.rank.to_string()),
        Field::new("also called", joined(&level.aliases)),
        Field::new("meaning", &level.meaning),
    ];
    own.into_iter().chain(scope).collect()
}

/// The family `id` without its roles and its questions.
pub(super) fn family(catalog: &Catalog, id: &FamilyId) -> Option<Thing> {
    let outline = catalog.outline(id.as_str())?;
    let family = catalog.family(id)?;
    let threads = family
        .threads
        .iter()
        .map(|thread| Field::of("areas of work", thread.id.as_str(), format!("{} ({})", thread.name, thread.strand)));
    let entries = family.entry.iter().map(|entry| {
        let from = match &entry.from {
            Destination::Role(id) => id.to_string(),
            Destination::Outside(title) => title.to_string(),
        };
        Field::of("people come from", from, &entry.note)
    });
    let interview = catalog.bank(id).and_then(|bank| bank.interview.as_ref());
    let rounds = interview
        .into_iter()
        .flat_map(|interview| &interview.rounds)
        .map(|round| Field::of("interview", &round.name, format!("{} minutes: {}", round.minutes, round.about)));
    let mix =
        interview.and_then(|interview| Some(serde_json::to_value(interview.mix).ok()?.to_string())).unwrap_or_default();
    let own = [
        Field::new("name", &family.name),
        Field::new("department", outline.department.as_str()),
        Field::new("also called", joined(&outline.aliases)),
        Field::new("summary", &family.summary),
        Field::new("mix of questions", mix),
    ];
    let fields = own.into_iter().chain(threads).chain(entries).chain(rounds).filter(|field| !field.text.is_empty());
    Some(Thing { kind: Kind::Family, id: id.to_string(), name: family.name.clone(), fields: fields.collect() })
}

/// A list on one line.
pub(super) fn joined(texts: &[SafeText]) -> String {
    texts.iter().map(SafeText::as_str).collect::<Vec<_>>().join(", ")
}
