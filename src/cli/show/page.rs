//! A role as text, wrapped to a width that reads well. ASCII but for the words of the catalog.

use std::io;

use super::sheet::{Foot, Sheet};
use crate::cli::output::{Look, Output, bar};
use crate::domain::{Direction, Proficiency, ScopeScore};
use crate::text::{pad, width, wrap};

/// Text wider than this tires the eye.
const WIDEST: usize = 100;
/// The least room for words beside something else; with less they stand below it.
const LEAST_BESIDE: usize = 30;

/// Prints `sheet`.
pub(super) fn print(sheet: &Sheet<'_>, output: &mut Output) -> io::Result<()> {
    let mut page = Page { width: output.width().min(WIDEST), output };
    page.top(sheet)?;
    page.scope(sheet)?;
    page.responsibilities(sheet)?;
    page.skills(sheet)?;
    page.kpis(sheet)?;
    page.decisions(sheet)?;
    page.moves(sheet)?;
    page.questions(sheet)
}

struct Page<'o> {
    width: usize,
    output: &'o mut Output,
}

impl Page<'_> {
    fn top(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        self.painted(Look::Heading, sheet.title)?;
        self.output.line("=".repeat(width(sheet.title).min(self.width)))?;
        self.painted(Look::Faint, sheet.id.as_str())?;
        let track = sheet.track.map(|track| format!(", {track} track")).unwrap_or_default();
        let place = format!("{} level{track}, {}, {}", sheet.level_name, sheet.family_name, sheet.department_name);
        self.words(0, &place)?;
        if !sheet.aliases.is_empty() {
            let aliases: Vec<&str> = sheet.aliases.iter().map(AsRef::as_ref).collect();
            self.words(0, &format!("Also called {}", aliases.join(", ")))?;
        }
        self.output.line("")?;
        self.words(0, &format!("\"{}\"", sheet.headline))?;
        self.heading(match sheet.foot {
            Foot::Ground => "What entry takes",
            Foot::Rung => "What changes from the rung below",
        })?;
        self.words(2, sheet.step_up)?;
        self.heading("Summary")?;
        self.words(2, sheet.summary)
    }

    fn scope(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        self.heading("Scope")?;
        let names = widest(sheet.scope.iter().map(|scope| scope.axis_name));
        for scope in &sheet.scope {
            let bar = bar(scope.score, ScopeScore::HIGHEST);
            self.beside(&format!("  {}  {bar}  ", pad(scope.axis_name, names)), scope.text)?;
        }
        Ok(())
    }

    fn responsibilities(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        self.heading("Responsibilities")?;
        let mut last = None;
        for duty in &sheet.responsibilities {
            if last != Some(duty.thread) {
                let strand = duty.strand_name.map(|name| format!(" ({name})")).unwrap_or_default();
                self.words(2, &format!("{}{strand}", duty.thread_name))?;
            }
            last = Some(duty.thread);
            self.beside("    - ", duty.text)?;
        }
        Ok(())
    }

    fn skills(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        self.heading("Skills")?;
        let names = widest(sheet.skills.iter().map(|skill| skill.skill_name));
        for skill in &sheet.skills {
            let bar = bar(skill.proficiency.value(), Proficiency::HIGHEST);
            let weight = format!("{}, {}", skill.proficiency.word(), skill.weight.word());
            self.beside(&format!("  {}  {bar}  ", pad(skill.skill_name, names)), &weight)?;
            self.words(4, skill.in_use)?;
        }
        Ok(())
    }

    fn kpis(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        self.heading("KPIs")?;
        for kpi in &sheet.kpis {
            let unit = kpi.unit.map(AsRef::as_ref);
            let about: Vec<&str> = unit.into_iter().chain(kpi.direction.map(Direction::words)).collect();
            self.words(2, &format!("{}: {} ({})", kpi.kpi_name, kpi.stake.word(), about.join(", ")))?;
            self.words(4, kpi.target)?;
        }
        Ok(())
    }

    fn decisions(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        self.heading("Decisions")?;
        let names = widest(sheet.decisions.iter().map(|decision| decision.topic_name));
        for decision in &sheet.decisions {
            let right = format!("{:12}{}", decision.right.word(), decision.reach.words());
            self.beside(&format!("  {}  ", pad(decision.topic_name, names)), &right)?;
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
            self.words(2, &format!("{}: {}{id}", step.kind.words(), step.title))?;
            self.words(4, step.note)?;
        }
        Ok(())
    }

    /// What is asked; what to listen for is left to practice, where it shows after the answer.
    fn questions(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        if sheet.questions.is_empty() {
            return Ok(());
        }
        self.heading("Interview questions")?;
        for question in &sheet.questions {
            self.words(2, &format!("{} ({} minutes)", question.title, question.minutes))?;
            self.words(4, question.prompt)?;
        }
        Ok(())
    }

    fn heading(&mut self, name: &str) -> io::Result<()> {
        self.output.line("")?;
        self.painted(Look::Heading, &name.to_uppercase())
    }

    /// A paragraph with a look.
    fn painted(&mut self, look: Look, text: &str) -> io::Result<()> {
        for line in wrap(text, self.width) {
            self.output.line(self.output.paint(look, &text[line]))?;
        }
        Ok(())
    }

    /// A paragraph, set in by `indent`.
    fn words(&mut self, indent: usize, text: &str) -> io::Result<()> {
        for line in wrap(text, self.width.saturating_sub(indent)) {
            self.output.line(format_args!("{:indent$}{}", "", &text[line]))?;
        }
        Ok(())
    }

    /// A paragraph that starts behind `lead` and keeps to its right, or stands below it where that is too narrow.
    fn beside(&mut self, lead: &str, text: &str) -> io::Result<()> {
        let indent = width(lead);
        let room = self.width.saturating_sub(indent);
        if room < LEAST_BESIDE && width(text) > room {
            self.words(2, lead.trim())?;
            return self.words(4, text);
        }
        for (place, line) in wrap(text, room).into_iter().enumerate() {
            let lead = if place == 0 { lead.to_owned() } else { " ".repeat(indent) };
            self.output.line(format!("{lead}{}", &text[line]).trim_end())?;
        }
        Ok(())
    }
}

fn widest<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    names.map(width).max().unwrap_or_default()
}
