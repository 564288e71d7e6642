//! How each section of a role reads.

use std::fmt::Display;

use super::{Document, DocumentKey, Piece, Row, Section, Stop};
use crate::catalog::Catalog;
use crate::domain::{Decision, Destination, Level, Move, Proficiency, Role, ScopeScore, SkillUse};
use crate::text::{SafeText, pad, width, wrap};
use crate::tui::theme::Ink;

/// How far texts under a heading are set in.
pub(super) const INDENT: usize = 2;
/// How wide the bar of a proficiency is, its figures included.
const BAR: usize = 11;
/// Below this width what would stand beside a name goes under it.
const NARROW: usize = 44;

/// Writes the role's sections one after the other.
pub(super) fn build(catalog: &Catalog, key: &DocumentKey) -> Option<Document> {
    let role = catalog.role(&key.role)?;
    let level = catalog.framework().level(&role.level)?;
    let mut page = Page { document: Document::default(), width: usize::from(key.width).max(8), key };
    page.title(role, level);
    let lowest = catalog.outline(key.role.family())?.rungs.first()?.slug.as_str() == key.role.slug();
    page.text(
        Section::StepUp,
        if lowest { "What entry takes" } else { "What changes from the rung below" },
        &role.step_up,
    );
    page.text(Section::Summary, "Summary", &role.summary);
    page.scope(catalog, role);
    page.responsibilities(catalog, role);
    page.skills(catalog, role);
    page.kpis(catalog, role);
    page.decisions(catalog, role);
    page.moves(catalog, role);
    page.interview(catalog);
    Some(page.document)
}

/// The text being written.
pub(super) struct Page<'a> {
    document: Document,
    width: usize,
    pub(super) key: &'a DocumentKey,
}

impl Page<'_> {
    fn title(&mut self, role: &Role, level: &Level) {
        let mut rows = self.wrapped(0, Ink::Strong, &role.title);
        let names = std::iter::once(format!("{} {}", level.rank, level.name));
        let names: Vec<String> = names.chain(level.aliases.iter().map(ToString::to_string)).collect();
        rows.extend(self.wrapped(0, Ink::Accent, &names.join(" | ")));
        if !role.aliases.is_empty() {
            let aliases: Vec<&str> = role.aliases.iter().map(SafeText::as_str).collect();
            rows.extend(self.wrapped(0, Ink::Faint, &format!("also called {}", aliases.join(", "))));
        }
        if let Some(track) = &role.track {
            rows.extend(self.wrapped(0, Ink::Faint, &format!("track: {track}")));
        }
        if !role.headline.is_empty() {
            rows.push(Row::default());
            rows.extend(self.wrapped(0, Ink::Text, &role.headline));
        }
        self.stop(Stop::Title, rows);
    }

    /// A section's heading; `true` when what is under it shows.
    pub(super) fn heading(&mut self, section: Section, name: &str, count: impl Display) -> bool {
        let folded = self.key.folded.contains(&section);
        self.document.rows.push(Row::default());
        let sign = if folded { "+ " } else { "- " };
        let pieces = vec![
            Piece::new(Ink::Faint, sign),
            Piece::new(Ink::Heading, name.to_uppercase()),
            Piece::new(Ink::Faint, format!("  {count}")),
        ];
        self.stop(Stop::Heading(section), vec![Row(pieces)]);
        !folded
    }

    fn text(&mut self, section: Section, name: &str, text: &str) {
        if !text.is_empty() && self.heading(section, name, "") {
            let rows = self.wrapped(INDENT, Ink::Text, text);
            self.stop(Stop::Text(section), rows);
        }
    }

    fn scope(&mut self, catalog: &Catalog, role: &Role) {
        if catalog.framework().scope(role).next().is_none() || !self.heading(Section::Scope, "Scope", "") {
            return;
        }
        let names = catalog.framework().axes.iter().map(|axis| width(&axis.name)).max().unwrap_or(0);
        for (axis, score) in catalog.framework().scope(role) {
            let mut head = vec![Piece::new(Ink::Text, format!("{:INDENT$}{} ", "", pad(&axis.name, names)))];
            head.extend(bar(score.score, ScopeScore::HIGHEST));
            let rows = self.beside(head, &score.text);
            self.stop(Stop::Axis(axis.id.clone()), rows);
        }
    }

    fn responsibilities(&mut self, catalog: &Catalog, role: &Role) {
        let Some(family) = self.key.role.family().parse().ok().and_then(|id| catalog.family(&id)) else { return };
        if role.responsibilities.is_empty()
            || !self.heading(Section::Responsibilities, "Responsibilities", role.responsibilities.len())
        {
            return;
        }
        for thread in &family.threads {
            let mut rows = self.wrapped(INDENT, Ink::Accent, &thread.name);
            let mut texts = role.responsibilities.iter().filter(|text| text.thread == thread.id).peekable();
            if texts.peek().is_none() {
                rows.extend(self.wrapped(2 * INDENT, Ink::Faint, "not on this rung"));
            }
            for responsibility in texts {
                rows.extend(self.wrapped(2 * INDENT, Ink::Text, &responsibility.text));
            }
            self.stop(Stop::Thread(thread.id.clone()), rows);
        }
    }

    fn skills(&mut self, catalog: &Catalog, role: &Role) {
        if role.skills.is_empty() || !self.heading(Section::Skills, "Skills", role.skills.len()) {
            return;
        }
        let name = |id| catalog.skill(id).map_or_else(|| id.to_string(), |skill| skill.name.to_string());
        let words = |used: &SkillUse| match used.proficiency {
            // The bar's place says so.
            unsaid if unsaid.is_unsaid() => format!(" {}", used.weight.word()),
            said => format!(" {}, {}", said.word(), used.weight.word()),
        };
        let called: Vec<String> = role.skills.iter().map(|used| name(&used.skill)).collect();
        let names = called.iter().map(|name| width(name)).max().unwrap_or(0);
        let widest = role.skills.iter().map(|used| BAR + width(&words(used))).max().unwrap_or(0);
        let beside = self.fits(names + widest).then_some(names);
        for (used, name) in role.skills.iter().zip(&called) {
            let measure = gauge(used.proficiency);
            let mut rows = self.named(name, beside, measure, &words(used));
            if !used.in_use.is_empty() {
                rows.extend(self.wrapped(2 * INDENT, Ink::Faint, &used.in_use));
            }
            self.stop(Stop::Skill(used.skill.clone()), rows);
        }
    }

    fn kpis(&mut self, catalog: &Catalog, role: &Role) {
        if role.kpis.is_empty() || !self.heading(Section::Kpis, "KPIs", role.kpis.len()) {
            return;
        }
        let name = |id| catalog.kpi(id).map_or_else(|| id.to_string(), |kpi| kpi.name.to_string());
        let called: Vec<String> = role.kpis.iter().map(|target| name(&target.kpi)).collect();
        let names = called.iter().map(|name| width(name)).max().unwrap_or(0);
        let widest = role.kpis.iter().map(|target| width(target.stake.word())).max().unwrap_or(0);
        let beside = self.fits(names + widest).then_some(names);
        for (target, name) in role.kpis.iter().zip(&called) {
            let mut rows = self.named(name, beside, Vec::new(), target.stake.word());
            rows.extend(self.wrapped(2 * INDENT, Ink::Text, &target.target));
            self.stop(Stop::Kpi(target.kpi.clone()), rows);
        }
    }

    fn decisions(&mut self, catalog: &Catalog, role: &Role) {
        if role.decisions.is_empty() || !self.heading(Section::Decisions, "Decision rights", "") {
            return;
        }
        let topics = &catalog.framework().topics;
        let words = |decision: &Decision| format!("{:<10} {}", decision.right.word(), decision.reach.words());
        let names = topics.iter().map(|topic| width(&topic.name)).max().unwrap_or(0);
        let widest = role.decisions.iter().map(|(_, decision)| width(&words(decision))).max().unwrap_or(0);
        let beside = self.fits(names + widest).then_some(names);
        for topic in topics {
            let Some(decision) = role.decisions.get(&topic.id) else { continue };
            let rows = self.named(&topic.name, beside, Vec::new(), &words(decision));
            self.stop(Stop::Topic(topic.id.clone()), rows);
        }
    }

    fn moves(&mut self, catalog: &Catalog, role: &Role) {
        if role.moves.is_empty() || !self.heading(Section::Moves, "Moves", role.moves.len()) {
            return;
        }
        for Move { to, kind, note } in &role.moves {
            let (title, ink) = match to {
                Destination::Role(id) => {
                    (catalog.rung(id).map_or_else(|| id.to_string(), |(_, rung)| rung.title.to_string()), Ink::Link)
                }
                Destination::Outside(title) => (title.to_string(), Ink::Text),
            };
            let mut rows = self.wrapped(INDENT, ink, &title);
            rows.extend(self.wrapped(2 * INDENT, Ink::Faint, &format!("{}: {note}", kind.words())));
            self.stop(Stop::Move(to.clone()), rows);
        }
    }

    /// Whether a section's names and the widest of what stands beside them fit side by side.
    pub(super) fn fits(&self, cells: usize) -> bool {
        self.width >= NARROW && INDENT + cells < self.width
    }

    /// A name with its measure beside it in a column behind `widest` cells, or under it where there is no room; the same
    /// way for all of a section.
    pub(super) fn named(&self, name: &str, widest: Option<usize>, measure: Vec<Piece>, words: &str) -> Vec<Row> {
        let words = Piece::new(Ink::Accent, words.to_owned());
        let Some(widest) = widest else {
            let mut rows = self.wrapped(INDENT, Ink::Text, name);
            let mut under = vec![Piece::blanks(2 * INDENT)];
            under.extend(measure);
            under.push(words);
            rows.push(Row(under));
            return rows;
        };
        let mut row = vec![Piece::new(Ink::Text, format!("{:INDENT$}{} ", "", pad(name, widest)))];
        row.extend(measure);
        row.push(words);
        vec![Row(row)]
    }

    /// `text` beside `head`, its further lines set in under its first.
    fn beside(&self, head: Vec<Piece>, text: &str) -> Vec<Row> {
        let taken: usize = head.iter().map(|piece| width(&piece.text)).sum::<usize>() + 1;
        if self.width < NARROW {
            let mut rows = vec![Row(head)];
            rows.extend(self.wrapped(2 * INDENT, Ink::Faint, text));
            return rows;
        }
        let mut rows = self.wrapped(taken, Ink::Text, text);
        if let Some(Row(first)) = rows.first_mut() {
            let text = first.pop();
            first.clear();
            first.extend(head);
            first.push(Piece::new(Ink::Text, " "));
            first.extend(text);
        }
        rows
    }

    /// `text` in lines set in by `indent`.
    pub(super) fn wrapped(&self, indent: usize, ink: Ink, text: &str) -> Vec<Row> {
        let cells = self.width.saturating_sub(indent).max(1);
        let line = |bytes: std::ops::Range<usize>| {
            let line = Piece::new(ink, text.get(bytes).unwrap_or_default().to_owned());
            Row(if indent == 0 { vec![line] } else { vec![Piece::blanks(indent), line] })
        };
        wrap(text, cells).into_iter().map(line).collect()
    }

    /// Rows that belong to no stop.
    pub(super) fn between(&mut self, rows: Vec<Row>) {
        for row in rows {
            self.document.rows.push(row);
        }
    }

    pub(super) fn stop(&mut self, stop: Stop, rows: Vec<Row>) {
        self.document.stops.push(stop);
        self.document.rows.push_stop(rows);
    }
}

/// How well a skill is asked for, as a bar and as figures; words as wide where the ladder does not say.
pub(in crate::tui) fn gauge(proficiency: Proficiency) -> Vec<Piece> {
    if proficiency.is_unsaid() {
        return vec![Piece::new(Ink::Faint, format!("{:BAR$}", proficiency.figure()))];
    }
    bar(proficiency.value(), Proficiency::HIGHEST)
}

/// A measure as a bar and as figures: `[####--] 4/6`.
pub(in crate::tui) fn bar(value: u8, highest: u8) -> Vec<Piece> {
    let (full, empty) = (usize::from(value.min(highest)), usize::from(highest.saturating_sub(value)));
    vec![
        Piece::new(Ink::Accent, format!("[{}{}]", "#".repeat(full), "-".repeat(empty))),
        Piece::new(Ink::Text, format!(" {value}/{highest}")),
    ]
}
