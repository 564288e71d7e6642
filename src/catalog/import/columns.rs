//! What a column of a sheet can hold, and the many names people give it.

use super::names::plain;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The department a family belongs to.
    Department,
    /// The family: one ladder.
    Family,
    /// What the family does.
    AboutFamily,
    /// The level, or a title that tells it.
    Level,
    /// The role's title.
    Title,
    /// What the role does.
    AboutRole,
    /// Which of two ladders of its family the role belongs to.
    Track,
    /// The skill.
    Skill,
    /// What the skill means.
    AboutSkill,
    /// What kind of skill it is.
    Kind,
    /// How well the skill is asked for.
    Degree,
    /// What the skill looks like in the role.
    InUse,
    /// How much the skill weighs.
    Weight,
}

impl Column {
    /// Every column there is, in the order they are told.
    pub const ALL: [Self; 13] = [
        Self::Department,
        Self::Family,
        Self::AboutFamily,
        Self::Level,
        Self::Title,
        Self::AboutRole,
        Self::Track,
        Self::Skill,
        Self::AboutSkill,
        Self::Kind,
        Self::Degree,
        Self::InUse,
        Self::Weight,
    ];

    /// What it holds, in a few words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Family => "family",
            Self::AboutFamily => "about the family",
            Self::Level => "level",
            Self::Title => "title",
            Self::AboutRole => "about the role",
            Self::Track => "track",
            Self::Skill => "skill",
            Self::AboutSkill => "about the skill",
            Self::Kind => "kind of skill",
            Self::Degree => "proficiency",
            Self::InUse => "the skill in use",
            Self::Weight => "weight",
        }
    }
}

/// What a header seems to say. Of what families, roles and levels are called only the whole sheet tells which is which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Heading {
    /// What several roles belong to.
    Group,
    AboutGroup,
    /// A ladder, or a title on one.
    Role,
    AboutRole,
    /// A title, and nothing else.
    Title,
    Level,
    AboutLevel,
    /// A description of whatever it may be.
    About,
    /// One of the columns that have no other names.
    Plain(Column),
}

/// The names of headings, in small letters.
const NAMES: &[(Heading, &[&str])] = &[
    (
        Heading::Group,
        &[
            "role family",
            "job family",
            "family",
            "career family",
            "department",
            "discipline",
            "profession",
            "function",
            "job function",
            "practice",
            "team",
            "division",
            "group",
            "role group",
            "job group",
            "craft",
            "chapter",
            "ladder",
            "career ladder",
            "organisation",
            "organization",
            "business area",
            "stream",
        ],
    ),
    (
        Heading::AboutGroup,
        &[
            "role family description",
            "job family description",
            "family description",
            "department description",
            "about the family",
            "ladder description",
            "family summary",
        ],
    ),
    (
        Heading::Role,
        &[
            "role",
            "role name",
            "job",
            "job name",
            "job role",
            "position",
            "occupation",
            "profile",
            "career path",
            "path",
        ],
    ),
    (
        Heading::AboutRole,
        &[
            "role description",
            "job description",
            "role summary",
            "role purpose",
            "job summary",
            "position description",
            "about the role",
            "purpose",
            "role overview",
            "job purpose",
        ],
    ),
    (Heading::Title, &["title", "job title", "role title", "position title", "official title"]),
    (
        Heading::Level,
        &[
            "level",
            "role level",
            "job level",
            "career level",
            "grade",
            "job grade",
            "band",
            "pay band",
            "rung",
            "seniority",
            "seniority level",
            "step",
            "tier",
            "stage",
            "career stage",
            "level name",
            "rank",
            "ic level",
        ],
    ),
    (
        Heading::AboutLevel,
        &[
            "role level description",
            "level description",
            "grade description",
            "level summary",
            "level definition",
            "responsibilities",
            "responsibility",
            "accountabilities",
            "scope",
            "duties",
            "summary",
            "overview",
        ],
    ),
    (Heading::About, &["description", "details", "definition", "notes", "text", "what it means", "meaning"]),
    (Heading::Plain(Column::Track), &["track", "career track", "ic or manager", "branch", "specialism", "path type"]),
    (
        Heading::Plain(Column::Skill),
        &[
            "skill",
            "skill name",
            "skills",
            "competency",
            "competence",
            "competencies",
            "competency name",
            "capability",
            "capability name",
            "criterion",
            "criteria",
            "ability",
            "attribute",
            "expectation area",
            "skill or competency",
            "behaviour",
            "behavior",
            "knowledge",
            "skill title",
            "dimension",
            "topic",
            "theme",
        ],
    ),
    (
        Heading::Plain(Column::AboutSkill),
        &[
            "skill description",
            "competency description",
            "competence description",
            "capability description",
            "about the skill",
            "skill definition",
            "competency definition",
            "what is it",
        ],
    ),
    (
        Heading::Plain(Column::Kind),
        &[
            "skill type",
            "skill category",
            "skill group",
            "competency group",
            "competency category",
            "competency type",
            "category",
            "area",
            "cluster",
            "skill area",
            "type of skill",
            "kind",
            "pillar",
            "domain",
        ],
    ),
    (
        Heading::Plain(Column::Degree),
        &[
            "proficiency",
            "proficiency level",
            "skill level",
            "competency level",
            "competence level",
            "level of skill",
            "required level",
            "required proficiency",
            "expected level",
            "expected proficiency",
            "target level",
            "rating",
            "score",
            "mastery",
            "mastery level",
            "depth",
            "skill proficiency",
            "level required",
            "degree",
        ],
    ),
    (
        Heading::Plain(Column::InUse),
        &[
            "skill level description",
            "proficiency description",
            "competency level description",
            "example",
            "examples",
            "evidence",
            "indicator",
            "indicators",
            "behaviours",
            "behaviors",
            "behavioural indicators",
            "what it looks like",
            "what good looks like",
            "expectation",
            "expectations",
            "use",
            "in use",
            "in practice",
            "looks like",
        ],
    ),
    (
        Heading::Plain(Column::Weight),
        &["weight", "importance", "priority", "weighting", "criticality", "must have", "essential or desirable"],
    ),
];

/// What the header `written` seems to say.
pub(super) fn heading(written: &str) -> Option<Heading> {
    let plain = plain(written);
    NAMES.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(heading, _)| *heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_things_and_all_are_plain() {
        let mut names: Vec<&str> = NAMES.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        assert!(names.iter().all(|name| plain(name) == *name));
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn headers_are_known_however_they_are_written() {
        assert_eq!(heading(" Skill_Name "), Some(Heading::Plain(Column::Skill)));
        assert_eq!(heading("ROLE LEVEL"), Some(Heading::Level));
        assert_eq!(heading("Colour"), None);
    }
}
