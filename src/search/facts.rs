//! Which things have what facets ask for.

use super::entry::{Field, Kind};
use super::index::Index;
use super::part::{Doc, Line, NONE, Part, Term, Use};
use super::query::{Facet, Filter, Keep, Query};

impl Index {
    /// Whether a thing is of a kind that is wanted and has what facets ask for. `has_word` tells lines with a word of
    /// the query.
    pub(super) fn passes(&self, part: &Part, doc: &Doc, query: &Query, has_word: &dyn Fn(&Line) -> bool) -> bool {
        let of_kind = match (query.kinds.is_empty(), query.words.is_empty()) {
            (false, _) => query.kinds.contains(&doc.kind),
            (true, false) => true,
            // Facets alone ask for roles, and for what they name.
            (true, true) => doc.kind == Kind::Role || query.filters.iter().any(|filter| names(filter, doc.kind)),
        };
        let holds = |filter: &Filter| self.holds(part, doc, filter, &query.filters, has_word);
        of_kind && query.filters.iter().all(|filter| holds(filter) == (filter.keep == Keep::With))
    }

    fn holds(
        &self,
        part: &Part,
        doc: &Doc,
        filter: &Filter,
        filters: &[Filter],
        has_word: &dyn Fn(&Line) -> bool,
    ) -> bool {
        let facts = &doc.facts;
        let uses = part.uses_of(doc);
        let is_skill = |used: &&Use| matches!(used.what, Term::Skill(_));
        // With a measure a skill must have both.
        let measures = |used: &Use| match filter.keep {
            Keep::With => filters.iter().all(|other| other.keep == Keep::Without || measured(other, used)),
            Keep::Without => measured(filter, used),
        };
        match &filter.facet {
            Facet::Level(range) => facts.level.is_some_and(|level| range.has(level)),
            Facet::Family(places) => facts.family.is_some_and(|family| places.contains(&family)),
            Facet::Skill(places) => uses
                .iter()
                .any(|used| matches!(&used.what, Term::Skill(place) if places.contains(place)) && measures(used)),
            Facet::Kpi(places) => {
                uses.iter().any(|used| matches!(&used.what, Term::Kpi(place) if places.contains(place)))
            }
            Facet::Weight(_) | Facet::Proficiency(_) => {
                let mut fitting = uses.iter().filter(is_skill).filter(|used| measures(used)).peekable();
                // A word that stands at a skill is meant to be of the measure.
                let lines = doc.lines.start..doc.lines.end;
                let at_skill = |line: &&Line| matches!(line.field, Field::Skill | Field::SkillAlias) && has_word(line);
                let lines = &part.lines[lines.start as usize..lines.end as usize];
                let mut matched = lines.iter().filter(at_skill).peekable();
                if matched.peek().is_none() || filter.keep == Keep::Without {
                    return fitting.peek().is_some();
                }
                let spots: Vec<_> = fitting.filter_map(|used| part.spot(part.lines.get(used.line as usize)?)).collect();
                matched.any(|line| part.spot(line).is_some_and(|spot| spots.contains(&spot)))
            }
            Facet::Bookmarked => {
                facts.role.map_or(matches!(doc.kind, Kind::Bookmark | Kind::Note), |role| self.is_bookmarked(role))
            }
        }
    }
}

/// The line of a role that says what a facet asks for, where one asks for a skill, a KPI or a measure.
pub(super) fn line_asked_for(part: &Part, doc: &Doc, query: &Query) -> Option<u32> {
    let asked = query.filters.iter().filter(|filter| filter.keep == Keep::With);
    let is_of = |filter: &Filter, used: &Use| match (&filter.facet, &used.what) {
        (Facet::Skill(places), Term::Skill(place)) | (Facet::Kpi(places), Term::Kpi(place)) => places.contains(place),
        (Facet::Weight(_) | Facet::Proficiency(_), Term::Skill(_)) => true,
        _ => false,
    };
    let fits = |used: &&Use| {
        used.line != NONE
            && asked.clone().any(|filter| is_of(filter, used))
            && asked.clone().all(|filter| measured(filter, used))
    };
    part.uses_of(doc).iter().filter(fits).map(|used| used.line).next()
}

/// Whether a facet names things of a kind.
fn names(filter: &Filter, kind: Kind) -> bool {
    let named = match filter.facet {
        Facet::Family(_) => Kind::Family,
        Facet::Skill(_) => Kind::Skill,
        Facet::Kpi(_) => Kind::Kpi,
        _ => return false,
    };
    filter.keep == Keep::With && named == kind
}

/// Whether a use of a skill has the measure that a facet asks for; other facets ask for none.
fn measured(filter: &Filter, used: &Use) -> bool {
    match filter.facet {
        Facet::Weight(range) => range.has(used.weight),
        Facet::Proficiency(range) => range.has(used.proficiency),
        _ => true,
    }
}
