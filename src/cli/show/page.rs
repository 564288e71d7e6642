//! A role as text, wrapped to a width that reads well. ASCII but for the words of the catalog.

use std::io;

use crate::cli::output::{Look, Output, Prose, bar, gauge};
use crate::domain::{Direction, ScopeScore};
use crate::export::role::{Foot, Sheet};
use crate::text::{pad, width};

/// How wide the bar of a proficiency is, its figures included.
const BAR: usize = 11;

/// Prints `sheet`.
pub(super) fn print(sheet: &Sheet<'_>, output: &mut Output) -> io::Result<()> {
    let mut page = Page(Prose::new(output));
    page.top(sheet)?;
    page.scope(sheet)?;
    page.responsibilities(sheet)?;
    page.skills(sheet)?;
    page.kpis(sheet)?;
    page.decisions(sheet)?;
    page.moves(sheet)?;
    page.interview(sheet)
}

/// The text being printed.
pub(super) struct Page<'o>(pub(super) Prose<'o>);

impl Page<'_> {
    fn top(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        self.0.painted(0, Look::Heading, sheet.title)?;
        self.0.line(&"=".repeat(width(sheet.title).min(self.0.width)))?;
        self.0.painted(0, Look::Faint, sheet.id.as_str())?;
        let track = sheet.track.map(|track| format!(", {track} track")).unwrap_or_default();
        let place = format!("{} level{track}, {}, {}", sheet.level_name, sheet.family_name, sheet.department_name);
        self.0.words(0, &place)?;
        if !sheet.aliases.is_empty() {
            let aliases: Vec<&str> = sheet.aliases.iter().map(AsRef::as_ref).collect();
            self.0.words(0, &format!("Also called {}", aliases.join(", ")))?;
        }
        if !sheet.headline.is_empty() {
            self.0.line("")?;
            self.0.words(0, &format!("\"{}\"", sheet.headline))?;
        }
        let step_up = match sheet.foot {
            Foot::Ground => "What entry takes",
            Foot::Rung => "What changes from the rung below",
        };
        for (heading, text) in [(step_up, sheet.step_up), ("Summary", sheet.summary)] {
            if !text.is_empty() {
                self.heading(heading)?;
                self.0.words(2, text)?;
            }
        }
        Ok(())
    }

    fn scope(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        if sheet.scope.is_empty() {
            return Ok(());
        }
        self.heading("Scope")?;
        let names = widest(sheet.scope.iter().map(|scope| scope.axis_name));
        for scope in &sheet.scope {
            let bar = bar(scope.score, ScopeScore::HIGHEST);
            self.0.beside(&format!("  {}  {bar}  ", pad(scope.axis_name, names)), scope.text)?;
        }
        Ok(())
    }

    fn responsibilities(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        if sheet.responsibilities.is_empty() {
            return Ok(());
        }
        self.heading("Responsibilities")?;
        let mut last = None;
        for duty in &sheet.responsibilities {
            if last != Some(duty.thread) {
                let strand = duty.strand_name.map(|name| format!(" ({name})")).unwrap_or_default();
                self.0.words(2, &format!("{}{strand}", duty.thread_name))?;
            }
            last = Some(duty.thread);
            self.0.beside("    - ", duty.text)?;
        }
        Ok(())
    }

    fn skills(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        if sheet.skills.is_empty() {
            return Ok(());
        }
        self.heading("Skills")?;
        let names = widest(sheet.skills.iter().map(|skill| skill.skill_name));
        for skill in &sheet.skills {
            let bar = pad(&gauge(skill.proficiency), BAR);
            let weight = match skill.proficiency {
                unsaid if unsaid.is_unsaid() => skill.weight.word().to_owned(),
                said => format!("{}, {}", said.word(), skill.weight.word()),
            };
            self.0.beside(&format!("  {}  {bar}  ", pad(skill.skill_name, names)), &weight)?;
            if !skill.in_use.is_empty() {
                self.0.words(4, skill.in_use)?;
            }
        }
        Ok(())
    }

    fn kpis(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        if sheet.kpis.is_empty() {
            return Ok(());
        }
        self.heading("KPIs")?;
        for kpi in &sheet.kpis {
            let unit = kpi.unit.map(AsRef::as_ref);
            let about: Vec<&str> = unit.into_iter().chain(kpi.direction.map(Direction::words)).collect();
            self.0.words(2, &format!("{}: {} ({})", kpi.kpi_name, kpi.stake.word(), about.join(", ")))?;
            self.0.words(4, kpi.target)?;
        }
        Ok(())
    }

    fn decisions(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        if sheet.decisions.is_empty() {
            return Ok(());
        }
        self.heading("Decisions")?;
        let names = widest(sheet.decisions.iter().map(|decision| decision.topic_name));
        for decision in &sheet.decisions {
            let right = format!("{:12}{}", decision.right.word(), decision.reach.words());
            self.0.beside(&format!("  {}  ", pad(decision.topic_name, names)), &right)?;
        }
        Ok(())
    }

    fn moves(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        if sheet.moves.is_empty() {
            return Ok(());
        }
        self.heading("Moves")?;
        for step in &sheet.moves {
            let id = step.to.map(|id| format!(" ({id})")).unwrap_or_default();
            self.0.words(2, &format!("{}: {}{id}", step.kind.words(), step.title))?;
            self.0.words(4, step.note)?;
        }
        Ok(())
    }

    pub(super) fn heading(&mut self, name: &str) -> io::Result<()> {
        self.0.line("")?;
        self.0.painted(0, Look::Heading, &name.to_uppercase())
    }
}

fn widest<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    names.map(width).max().unwrap_or_default()
}
