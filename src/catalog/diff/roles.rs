//! Roles of two catalogs, those with one id compared as roles are.

use super::{Catalog, Field, edits, questions, things};
use crate::domain::compare::{Change, Comparison, Names, Part, Row, Side, Value, Words, changed_words};
use crate::domain::diff::{Edit, Edited, Kind};
use crate::domain::{Bank, FamilyId, Framework, Kpi, KpiId, Role, RoleId, SkillId};
use crate::text::SafeText;

/// What became of the roles of the family `id`.
pub(super) fn of_family(before: &Catalog, after: &Catalog, id: &FamilyId) -> Vec<Edited> {
    let ids = |catalog: &Catalog| -> Vec<RoleId> {
        let family = catalog.outline(id.as_str());
        family.into_iter().flat_map(|family| family.rungs.iter().map(|rung| family.role_id(rung))).collect()
    };
    let (old, new) = (ids(before), ids(after));
    let gone = old.iter().filter(|id| !new.contains(id));
    new.iter().chain(gone).filter_map(|id| role(before, after, id)).collect()
}

fn role(before: &Catalog, after: &Catalog, id: &RoleId) -> Option<Edited> {
    let (was, is) = (before.side(id), after.side(id));
    let name = is.as_ref().or(was.as_ref())?.role.title.clone();
    let (change, edits) = match (was, is) {
        (Some(was), Some(is)) => (Change::Changed, of_both(before, after, &was, &is)),
        (None, _) => (Change::Added, Vec::new()),
        (_, None) => (Change::Removed, Vec::new()),
    };
    let is_same = change == Change::Changed && edits.is_empty();
    (!is_same).then(|| Edited { kind: Kind::Role, id: id.to_string(), name, change, edits })
}

fn of_both(before: &Catalog, after: &Catalog, was: &Side<'_>, is: &Side<'_>) -> Vec<Edit> {
    let mut all = edits(texts(was.role), texts(is.role));
    let names = Both { before, after };
    if let Some(comparison) = Comparison::of(&names, &[was.clone(), is.clone()], 0) {
        // Questions are told apart below, by what is asked; here only families are held against each other.
        let sections = comparison.sections.iter().filter(|section| section.part != Part::Answers);
        all.extend(sections.flat_map(|section| section.rows.iter().filter_map(|row| of_row(section.part, row))));
    }
    let asked = [before.questions(&was.id), after.questions(&is.id)];
    let own = asked.map(|asked| asked.map_or(&[][..], |asked| &asked.questions));
    all.extend(questions(own[0], own[1]));
    let back = asked.map(|asked| asked.map_or(&[][..], |asked| &asked.ask));
    let field = |text: &SafeText| Field::of("worth asking back", text, text);
    all.extend(edits(back[0].iter().map(field).collect(), back[1].iter().map(field).collect()));
    all
}

/// What of a role is no row of a comparison.
fn texts(role: &Role) -> Vec<Field> {
    let fields = [
        Field::new("title", &role.title),
        Field::new("level", role.level.as_str()),
        Field::new("track", role.track.as_ref().map(SafeText::as_str).unwrap_or_default()),
        Field::new("also called", things::joined(&role.aliases)),
        Field::new("headline", &role.headline),
        Field::new("summary", &role.summary),
    ];
    fields.into_iter().filter(|field| !field.text.is_empty()).collect()
}

/// What became of a row; what a skill looks like counts too, as somebody edited it.
fn of_row(part: Part, row: &Row) -> Option<Edit> {
    let [was, is] = &row.cells[..] else { return None };
    let prose = |value: &Option<Value>| value.as_ref().and_then(Value::prose).cloned();
    let (old, new) = (prose(&was.value), prose(&is.value));
    if is.change == Change::Same && old == new {
        return None;
    }
    let is_reworded = old != new;
    let said = |value: &Option<Value>, prose: Option<SafeText>| {
        let facts = value.as_ref().and_then(Value::facts).map(|facts| facts.to_string());
        let prose = prose.filter(|_| is_reworded).map(|prose| prose.replace('\n', " / "));
        SafeText::line(&facts.into_iter().chain(prose).collect::<Vec<_>>().join(": "))
    };
    let (before, after) = (said(&was.value, old), said(&is.value, new));
    let change = if is.change == Change::Same { Change::Changed } else { is.change };
    let words = if change == Change::Changed { changed_words(&before, &after) } else { Words::default() };
    let turn = row.turn(1, 0);
    Some(Edit { section: part.id(), item: row.label.clone(), change, trend: is.trend, turn, before, after, words })
}

/// What things are called in either: as they are called now, where they still are.
struct Both<'a> {
    before: &'a Catalog,
    after: &'a Catalog,
}

impl Names for Both<'_> {
    fn framework(&self) -> &Framework {
        self.after.framework()
    }

    fn skill_name(&self, id: &SkillId) -> Option<&SafeText> {
        self.after.skill_name(id).or_else(|| self.before.skill_name(id))
    }

    fn kpi(&self, id: &KpiId) -> Option<&Kpi> {
        self.after.kpi(id).or_else(|| self.before.kpi(id))
    }

    fn title(&self, id: &RoleId) -> Option<&SafeText> {
        self.after.title(id).or_else(|| self.before.title(id))
    }

    fn bank(&self, id: &FamilyId) -> Option<&Bank> {
        self.after.bank(id)
    }
}
