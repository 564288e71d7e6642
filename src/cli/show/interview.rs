//! How a role's interview goes, as text: rounds, questions, what is worth asking back. How answers are judged shows only
//! to who asks for it.

use std::io;

use super::page::Page;
use crate::domain::pool::Source;
use crate::export::role::{Asked, Judged, Sheet};

impl Page<'_> {
    /// The interview, if anything is known of it.
    pub(super) fn interview(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        if sheet.interview.is_none() && sheet.questions.is_empty() && sheet.ask.is_empty() {
            return Ok(());
        }
        self.heading("Interview")?;
        for round in sheet.interview.iter().flat_map(|interview| &interview.rounds) {
            self.0.words(2, &format!("{} ({} minutes)", round.name, round.minutes))?;
            self.0.words(4, &round.about)?;
        }
        for (source, name) in [(Source::Own, "Questions for this role"), (Source::Bank, "Questions for every rung")] {
            let mut questions = sheet.questions.iter().filter(|question| question.source == source).peekable();
            if questions.peek().is_some() {
                self.heading(name)?;
            }
            questions.try_for_each(|question| self.question(question))?;
        }
        if !sheet.ask.is_empty() {
            self.heading("Worth asking back")?;
        }
        sheet.ask.iter().try_for_each(|ask| self.0.beside("  - ", ask))
    }

    fn question(&mut self, question: &Asked<'_>) -> io::Result<()> {
        let Asked { title, kind, minutes, prompt, rubric, .. } = question;
        self.0.words(2, &format!("{title} ({}, {minutes} minutes)", kind.word()))?;
        match rubric {
            Some(judged) => {
                self.0.words(4, prompt)?;
                self.judged(judged)
            }
            None => Ok(()),
        }
    }

    fn judged(&mut self, judged: &Judged<'_>) -> io::Result<()> {
        for signal in judged.signals {
            self.0.beside(&format!("    {:<9}", signal.need.word()), &signal.text)?;
        }
        let lines = [("below", judged.levels.below), ("at", judged.levels.at), ("above", judged.levels.above)];
        for (name, line) in lines {
            if let Some(line) = line {
                self.0.beside(&format!("    {name:<9}"), line)?;
            }
        }
        for next in judged.follow_ups {
            self.0.beside("    then     ", &next.ask)?;
            self.0.beside("      hear   ", &next.listen_for)?;
        }
        for flag in judged.red_flags {
            let name = if flag.fatal { "fatal" } else { "flag" };
            self.0.beside(&format!("    {name:<9}"), &flag.text)?;
        }
        Ok(())
    }
}
