//! The catalog inside the binary. Start-up parses the framework and the outline; the rest waits until it is asked for.

use serde::Deserialize;

use super::dictionary::Dictionary;
use super::{Catalog, Lazy};
use crate::domain::{Framework, Kpi, Outline, Skill, Terms};

const FRAMEWORK: &str = include_str!("../../data/catalog.json");
const OUTLINE: &str = include_str!("../../data/outline.json");
pub(super) const SKILLS: &str = include_str!("../../data/skills.json");
pub(super) const KPIS: &str = include_str!("../../data/kpis.json");

macro_rules! families {
    ($($id:literal),* $(,)?) => {
        /// Each family's file under `data/families`, by id.
        const FAMILIES: &[(&str, &str)] = &[$(($id, include_str!(concat!("../../data/families/", $id, ".json")))),*];
    };
}

families![
    "ar-platform-engineer",
    "automation-specialist",
    "cloud-carbon-optimization-engineer",
    "commerce-platform-engineer",
    "customer-success-engineer",
    "customer-support-engineer",
    "enterprise-support-engineer",
    "escalation-engineer",
    "field-engineer",
    "field-service-engineer",
    "green-software-engineer",
    "identity-specialist",
    "implementation-engineer",
    "implementation-specialist",
    "kernel-engineer",
    "mobile-engineer",
    "payment-systems-engineer",
    "privacy-specialist",
    "professional-services-engineer",
    "sales-engineer",
    "search-engineer",
    "software-engineer",
    "solutions-architect",
    "solutions-engineer",
    "spatial-computing-engineer",
    "support-engineer",
    "support-specialist",
    "sustainability-data-engineer",
    "systems-engineer",
    "technical-account-manager",
    "technical-support-engineer",
    "technical-support-specialist",
    "vr-platform-engineer",
    "web-engineer",
    "xr-platform-engineer",
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
        let text_of = |id: &str| FAMILIES.iter().find_map(|(known, text)| (*known == id).then_some(*text));
        let ladders = outline
            .families
            .iter()
            .map(|family| Lazy::unparsed(text_of(family.id.as_str()).unwrap_or_default()))
            .collect();
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
