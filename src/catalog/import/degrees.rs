//! How well a skill is asked for: in words, as a figure, or in both.

use super::names::plain;
use crate::domain::Proficiency;

/// What a cell says about how well a skill is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Degree {
    /// The skill is not asked for.
    NotAsked,
    /// It is asked for; nothing says how well.
    Unsaid,
    /// It is asked for so well.
    To(Proficiency),
    /// Words that stand for no degree.
    Words,
}

/// Each degree with its words, as [`plain`] writes them.
const WORDS: [&[&str]; 5] = [
    &[
        "aware",
        "awareness",
        "basic",
        "basics",
        "beginner",
        "novice",
        "foundation",
        "foundational",
        "foundations",
        "introductory",
        "fundamental",
        "fundamentals",
        "learning",
        "learner",
        "familiar",
        "familiarity",
        "entry",
        "low",
    ],
    &[
        "assisted",
        "working",
        "working knowledge",
        "developing",
        "elementary",
        "advanced beginner",
        "guided",
        "supported",
    ],
    &[
        "independent",
        "competent",
        "competence",
        "intermediate",
        "skilled",
        "capable",
        "solid",
        "medium",
        "moderate",
        "established",
        "autonomous",
    ],
    &["advanced", "practitioner", "proficient", "proficiency", "experienced", "strong", "high", "accomplished"],
    &["expert", "expertise", "master", "mastery", "mastered", "authority", "leading", "leader", "thought leader"],
];
const NOT_ASKED: &[&str] =
    &["", "0", "none", "no", "n", "nil", "na", "n a", "not applicable", "not required", "not needed", "not expected"];
const UNSAID: &[&str] =
    &["y", "yes", "x", "required", "needed", "true", "tbd", "tbc", "not set", "not stated", "not in use"];

/// How the sheet's words for degrees are read.
#[derive(Debug, Default)]
pub(super) struct Scale {
    /// The words that were said, least first; none where the usual ones are meant.
    words: Vec<String>,
}

impl Scale {
    /// The scale of `words`, least first, as far apart as there is room.
    pub(super) fn new(words: &[String]) -> Self {
        Self { words: words.iter().map(|word| plain(word)).collect() }
    }

    /// What `cell` says.
    pub(super) fn read(&self, cell: &str) -> Degree {
        if cell.chars().any(|c| matches!(c, '✓' | '✔' | '☑' | '●' | '•')) && plain(cell).is_empty() {
            return Degree::Unsaid;
        }
        if cell.trim() == "?" {
            return Degree::Unsaid;
        }
        let words = plain(cell);
        if let Some(place) = self.words.iter().position(|known| *known == words) {
            return degree(self.spread(place));
        }
        if NOT_ASKED.contains(&words.as_str()) {
            return Degree::NotAsked;
        }
        if UNSAID.contains(&words.as_str()) {
            return Degree::Unsaid;
        }
        if !self.words.is_empty() {
            return Degree::Words;
        }
        if let Ok(figure) = cell.trim().replace(',', ".").parse::<f32>()
            && figure.fract() != 0.0
        {
            return Degree::Words;
        }
        usual(&words).map_or(Degree::Words, degree)
    }

    /// What `cell` says and, where it says more than that, the rest: "3 - bakes alone".
    pub(super) fn split<'t>(&self, cell: &'t str) -> (Degree, &'t str) {
        let whole = self.read(cell);
        if whole != Degree::Words {
            return (whole, "");
        }
        let ends = cell.char_indices().filter(|(_, c)| matches!(c, ':' | '-' | '–' | '—' | '.' | '\n' | ')' | ','));
        let cut = ends.map(|(at, c)| (at, at + c.len_utf8())).next();
        if let Some((before, behind)) = cut.and_then(|(at, next)| Some((cell.get(..at)?, cell.get(next..)?))) {
            let degree = self.read(before);
            if matches!(degree, Degree::To(_)) && !behind.trim().is_empty() {
                return (degree, behind.trim_start_matches([':', '-', '–', '—', '.', ')', ' ']).trim());
            }
        }
        (Degree::Words, cell)
    }

    /// The degree of the word in place `place`.
    fn spread(&self, place: usize) -> u8 {
        let (steps, highest) = (self.words.len().saturating_sub(1), usize::from(Proficiency::HIGHEST) - 1);
        let up = if steps == 0 { highest } else { (2 * place * highest + steps) / (2 * steps) };
        u8::try_from(1 + up).unwrap_or(Proficiency::HIGHEST)
    }
}

fn degree(value: u8) -> Degree {
    Proficiency::new(value).map_or(Degree::Words, Degree::To)
}

/// The degree of a word, or of a figure: `3`, `3/5`, `level 3`, `3 independent`, `expert 5`.
fn usual(words: &str) -> Option<u8> {
    let word = |words: &str| (1..).zip(WORDS).find_map(|(degree, known)| known.contains(&words).then_some(degree));
    if let Some(degree) = word(words) {
        return Some(degree);
    }
    let pieces: Vec<&str> = words.split(' ').collect();
    let figure = |piece: &str| {
        let digits = piece.strip_prefix(['l', 'p']).unwrap_or(piece);
        digits.parse::<u8>().ok().filter(|figure| (1..=Proficiency::HIGHEST).contains(figure))
    };
    match *pieces {
        [one] | ["level" | "grade" | "score", one] => figure(one),
        // "2/5" and "4.0", but not "expert (5)".
        [one, "5" | "0"] if figure(one).is_some() => figure(one),
        [one, other] if figure(one).is_some() => word(other).and(figure(one)),
        [one, other] if figure(other).is_some() => word(one).and(figure(other)),
        // "Working knowledge", "expert level": the word that counts, and one that does not.
        [one, "level" | "knowledge" | "user"] => word(one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(degree: &Degree) -> Option<u8> {
        match degree {
            Degree::To(degree) => Some(degree.value()),
            _ => None,
        }
    }

    #[test]
    fn words_and_figures_are_degrees() {
        let scale = Scale::default();
        let all = ["Awareness", "Working", "Competent", "PRACTITIONER", "Expert"].map(|word| value(&scale.read(word)));
        assert_eq!(all, [1, 2, 3, 4, 5].map(Some));
        let all =
            ["1", "2/5", "Level 3", "4.0", "Expert (5)", "L2", "3 - Skilled"].map(|word| value(&scale.read(word)));
        assert_eq!(all, [1, 2, 3, 4, 5, 2, 3].map(Some));
    }

    #[test]
    fn what_is_not_asked_and_what_is_not_said_are_two_things() {
        let scale = Scale::default();
        assert!(["", "-", "n/a", "None", "0"].iter().all(|cell| scale.read(cell) == Degree::NotAsked));
        assert!(["x", "✓", "yes", "TBD", "?", "not in use"].iter().all(|cell| scale.read(cell) == Degree::Unsaid));
        assert!(["Wizard", "6", "2.5", "-1x"].iter().all(|cell| scale.read(cell) == Degree::Words));
    }

    #[test]
    fn a_cell_may_say_how_well_and_what_it_looks_like() {
        let scale = Scale::default();
        let (degree, rest) = scale.split("3 - bakes alone, at night");
        assert_eq!((value(&degree), rest), (Some(3), "bakes alone, at night"));
        let (degree, rest) = scale.split("Expert:\nteaches others");
        assert_eq!((value(&degree), rest), (Some(5), "teaches others"));
        assert_eq!(scale.split("Bakes alone - at night"), (Degree::Words, "Bakes alone - at night"));
    }

    #[test]
    fn words_of_ones_own_are_spread_over_the_scale() {
        let scale = |words: &[&str]| Scale::new(&words.iter().map(ToString::to_string).collect::<Vec<_>>());
        let four = scale(&["Awareness", "Working", "Practitioner", "Expert"]);
        let all = ["awareness", "working", "practitioner", "expert"].map(|word| value(&four.read(word)));
        assert_eq!(all, [1, 2, 4, 5].map(Some));
        let ten = scale(&["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
        assert_eq!((value(&ten.read("1")), value(&ten.read("10"))), (Some(1), Some(5)));
        assert_eq!(value(&scale(&["can"]).read("can")), Some(5));
        assert_eq!(ten.read("expert"), Degree::Words);
    }
}
