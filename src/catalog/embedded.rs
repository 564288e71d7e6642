//! The catalog inside the binary. Start-up parses the framework and the outline; the rest waits until it is asked for.

use serde::Deserialize;

use super::dictionary::Dictionary;
use super::ladder::Ladder;
use super::{Catalog, Lazy};
use crate::domain::{Framework, Kpi, Outline, Skill, Terms};

const FRAMEWORK: &str = include_str!("../../data/catalog.json");
const OUTLINE: &str = include_str!("../../data/outline.json");
pub(super) const SKILLS: &str = include_str!("../../data/skills.json");
pub(super) const KPIS: &str = include_str!("../../data/kpis.json");

macro_rules! families {
    ($($id:literal),* $(,)?) => {
        /// Each family's id and its file under `data/families`, in the order of the outline: a family's text is found by its
        /// place, as looking at ids that lie between the texts would bring all of these into memory.
        const FAMILIES: &[(&str, &str)] = &[$(($id, include_str!(concat!("../../data/families/", $id, ".json")))),*];
    };
}

families![
    "mobile-engineer",
    "search-engineer",
    "software-engineer",
    "web-engineer",
    "commerce-platform-engineer",
    "payment-systems-engineer",
    "ar-platform-engineer",
    "spatial-computing-engineer",
    "vr-platform-engineer",
    "xr-platform-engineer",
    "automation-specialist",
    "kernel-engineer",
    "systems-engineer",
    "cloud-carbon-optimization-engineer",
    "green-software-engineer",
    "sustainability-data-engineer",
    "identity-specialist",
    "privacy-specialist",
    "implementation-engineer",
    "implementation-specialist",
    "professional-services-engineer",
    "sales-engineer",
    "solutions-architect",
    "solutions-engineer",
    "customer-success-engineer",
    "customer-support-engineer",
    "enterprise-support-engineer",
    "escalation-engineer",
    "support-engineer",
    "support-specialist",
    "technical-account-manager",
    "technical-support-engineer",
    "technical-support-specialist",
    "field-engineer",
    "field-service-engineer",
];

/// The files of the embedded catalog by their path under `data/`, as [`super::load()`] takes them.
pub(crate) fn files() -> impl Iterator<Item = (String, &'static str)> {
    let shared = [("catalog.json", FRAMEWORK), ("skills.json", SKILLS), ("kpis.json", KPIS)];
    let shared = shared.into_iter().map(|(name, text)| (name.to_owned(), text));
    shared.chain(FAMILIES.iter().map(|(id, text)| (format!("families/{id}.json"), *text)))
}

impl Catalog {
    /// The catalog inside the binary.
    ///
    /// # Errors
    ///
    /// When the embedded text does not parse, which a test rules out.
    pub fn embedded() -> serde_json::Result<Self> {
        let framework: Framework = serde_json::from_str(FRAMEWORK)?;
        let outline: Outline = serde_json::from_str(OUTLINE)?;
        let ladders = FAMILIES.iter().zip(&outline.families);
        let ladders = ladders.map(|((_, text), family)| Ladder::unread(text, family.rungs.len())).collect();
        let lines = Some((Dictionary::new(SKILLS), Dictionary::new(KPIS)));
        Ok(Self { framework, outline, lines, terms: Lazy::unparsed((SKILLS, KPIS)), ladders })
    }
}

/// Parses the two dictionaries.
pub(super) fn terms(skills: &str, kpis: &str) -> Option<Terms> {
    #[derive(Deserialize)]
    struct Skills {
        skills: Vec<Skill>,
    }
    #[derive(Deserialize)]
    struct Kpis {
        kpis: Vec<Kpi>,
    }
    let Skills { skills } = serde_json::from_str(skills).ok()?;
    let Kpis { kpis } = serde_json::from_str(kpis).ok()?;
    Some(Terms { skills, kpis })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_of_families_stand_in_the_order_of_the_outline() {
        let outline: Outline = serde_json::from_str(OUTLINE).expect("an outline");
        let wanted: Vec<&str> = outline.families.iter().map(|family| family.id.as_str()).collect();
        let embedded: Vec<&str> = FAMILIES.iter().map(|(id, _)| *id).collect();
        assert_eq!(embedded, wanted);
    }
}
