//! Whether something that a story or somebody at the keyboard names as probed is in the catalog, and what was meant if not.

use thiserror::Error;

use super::Catalog;
use crate::catalog::ladder::Ladder;
use crate::domain::{Family, Probe, RoleId};
use crate::text::{SafeText, nearest};

/// Why a probe is none.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProbeError {
    /// It is not written as one.
    #[error("`{0}` is none of skill:ID, thread:ID and kpi:ID")]
    NoProbe(SafeText),
    /// The catalog has nothing of that id.
    #[error("`{written}` is not in this catalog{}", .meant.as_ref().map(|meant| format!(": did you mean `{meant}`?")).unwrap_or_default())]
    Unknown {
        /// As it was written.
        written: SafeText,
        /// What is most like it.
        meant: Option<String>,
    },
}

impl Catalog {
    /// Whether `written` names a skill, a KPI, or an area of work of any family.
    ///
    /// # Errors
    ///
    /// When it does not, with what was meant.
    pub fn check_probe(&self, written: &str) -> Result<(), ProbeError> {
        let no_probe = || ProbeError::NoProbe(SafeText::line(written));
        let (kind, id, known) = match Probe::of(written).ok_or_else(no_probe)? {
            Probe::Skill(id) => ("skill", id, id.parse().is_ok_and(|id| self.skill(&id).is_some())),
            Probe::Kpi(id) => ("kpi", id, id.parse().is_ok_and(|id| self.kpi(&id).is_some())),
            Probe::Thread(id) => ("thread", id, self.threads().any(|known| known == id)),
        };
        if known {
            return Ok(());
        }
        let candidates: Vec<&str> = match kind {
            "skill" => self.terms().skills.iter().map(|skill| skill.id.as_str()).collect(),
            "kpi" => self.terms().kpis.iter().map(|kpi| kpi.id.as_str()).collect(),
            _ => self.threads().collect(),
        };
        let meant = nearest(id, candidates, 1).first().map(|id| format!("{kind}:{id}"));
        Err(ProbeError::Unknown { written: SafeText::line(written), meant })
    }

    /// What the questions of `role` probe, each once, as it is written and as a reader calls it.
    pub fn asked(&self, role: &RoleId) -> Vec<(SafeText, SafeText)> {
        let mut asked: Vec<(SafeText, SafeText)> = Vec::new();
        let questions = self.pool(role).into_iter().flat_map(|pool| pool.questions);
        for probe in questions.flat_map(|pooled| &pooled.question.probes) {
            if !asked.iter().any(|(known, _)| known == probe) {
                asked.push((probe.clone(), self.probe_name(role.family(), probe)));
            }
        }
        asked
    }

    /// The ids of the areas of work of all families.
    fn threads(&self) -> impl Iterator<Item = &str> {
        let families = self.ladders.iter().filter_map(Ladder::family);
        families.flat_map(|Family { threads, .. }| threads.iter().map(|thread| thread.id.as_str()))
    }
}
