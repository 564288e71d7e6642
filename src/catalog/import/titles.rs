//! The words that titles and levels begin with: what they say about rank.

use super::names::plain;

/// A word for a level, with its place among all words: only the order counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rank {
    pub order: u32,
    /// What the level is called.
    pub name: &'static str,
}

/// The order of a title that begins with none of the words.
pub(super) const PLAIN: Rank = Rank { order: 70, name: "Mid" };
/// One step below that.
pub(super) const BELOW_PLAIN: Rank = Rank { order: 60, name: "Associate" };
const SENIOR: Rank = Rank { order: 80, name: "Senior" };

/// Words as [`plain`] writes them.
const WORDS: &[(&str, u32, &str)] = &[
    ("work experience", 8, "Intern"),
    ("intern", 10, "Intern"),
    ("internship", 10, "Intern"),
    ("placement", 12, "Placement"),
    ("apprentice", 20, "Apprentice"),
    ("trainee", 30, "Trainee"),
    ("entry level", 35, "Entry level"),
    ("entry", 35, "Entry level"),
    ("graduate", 40, "Graduate"),
    ("new grad", 40, "Graduate"),
    ("junior", 50, "Junior"),
    ("jr", 50, "Junior"),
    ("assistant", 55, "Assistant"),
    ("associate", BELOW_PLAIN.order, BELOW_PLAIN.name),
    ("mid", PLAIN.order, PLAIN.name),
    ("mid level", PLAIN.order, PLAIN.name),
    ("midlevel", PLAIN.order, PLAIN.name),
    ("middle", PLAIN.order, PLAIN.name),
    ("intermediate", PLAIN.order, PLAIN.name),
    ("regular", PLAIN.order, PLAIN.name),
    ("senior", SENIOR.order, SENIOR.name),
    ("sr", SENIOR.order, SENIOR.name),
    ("snr", SENIOR.order, SENIOR.name),
    ("lead", 90, "Lead"),
    ("leading", 90, "Lead"),
    ("tech lead", 90, "Lead"),
    ("technical lead", 90, "Lead"),
    ("team lead", 90, "Lead"),
    ("senior lead", 95, "Senior lead"),
    ("staff", 100, "Staff"),
    ("senior staff", 105, "Senior staff"),
    ("principal", 110, "Principal"),
    ("senior principal", 115, "Senior principal"),
    ("distinguished", 117, "Distinguished"),
    ("fellow", 118, "Fellow"),
    ("head", 120, "Head"),
    ("head of", 120, "Head"),
    ("associate director", 125, "Associate director"),
    ("director", 130, "Director"),
    ("senior director", 135, "Senior director"),
    ("vp", 140, "Vice president"),
    ("vice president", 140, "Vice president"),
    ("chief", 150, "Chief"),
];
/// Words that tell a level behind a title too: "Data ethics lead".
const BEHIND: &[&str] = &["lead", "intern", "apprentice", "trainee", "director"];
/// What a ladder of managers calls the rungs before: "Problem analyst" below "Problem manager".
const BEFORE_MANAGERS: &[&str] = &["administrator", "analyst", "assistant", "coordinator", "officer"];

fn word(plain: &str) -> Option<Rank> {
    WORDS.iter().find(|(word, ..)| *word == plain).map(|&(_, order, name)| Rank { order, name })
}

/// What a level of this name is.
pub(super) fn of_name(name: &str) -> Option<Rank> {
    word(&plain(name))
}

/// A title in what says its rank and the rest, in plain words.
fn split(plain: &str) -> (Option<Rank>, &str) {
    let cuts: Vec<usize> = plain.match_indices(' ').map(|(place, _)| place).chain([plain.len()]).collect();
    let longest = cuts.iter().take(2).rev().find_map(|&cut| Some((word(plain.get(..cut)?)?, cut)));
    if let Some((rank, cut)) = longest {
        return (Some(rank), plain.get(cut..).unwrap_or_default().trim_start());
    }
    if let Some((before, last)) = plain.rsplit_once(' ')
        && BEHIND.contains(&last)
    {
        return (word(last), before);
    }
    (None, plain)
}

/// What a title says about rank; nothing for one that says nothing.
pub(super) fn of_title(title: &str) -> Option<Rank> {
    let plain = plain(title);
    let (rank, rest) = split(&plain);
    rank.filter(|_| !rest.is_empty()).or_else(|| word(&plain))
}

/// What a title is without what it says about rank: "developer" of "Senior developer".
pub(super) fn trade(title: &str) -> String {
    let plain = plain(title);
    let (_, rest) = split(&plain);
    let rest = match rest.rsplit_once(' ') {
        Some((before, last)) if step(last).is_some() => before,
        _ => rest,
    };
    if rest.is_empty() { plain } else { rest.to_owned() }
}

/// The rank of `title` on the ladder of `family`.
pub(super) fn on_ladder(title: &str, family: &str) -> Rank {
    let (title, family) = (plain(title), plain(family));
    let rank = of_title(&title).unwrap_or(PLAIN);
    let last = |text: &str| text.rsplit(' ').next().map(str::to_owned).unwrap_or_default();
    if last(&family) == "manager" && BEFORE_MANAGERS.contains(&last(&title).as_str()) {
        return match rank {
            PLAIN => BELOW_PLAIN,
            SENIOR => PLAIN,
            other => other,
        };
    }
    rank
}

/// A title in itself and what stands behind a dash or in brackets: "Senior developer" and "management".
pub(super) fn aside(title: &str) -> Option<(&str, &str)> {
    let dashed = [" - ", " – ", " — "].iter().find_map(|dash| title.rsplit_once(dash));
    let bracketed = || title.strip_suffix(')')?.rsplit_once('(');
    let (before, behind) = dashed.or_else(bracketed)?;
    let (before, behind) = (before.trim(), behind.trim());
    (!before.is_empty() && !behind.is_empty()).then_some((before, behind))
}

/// A level that is a number: what stands before it, and the number. `L4`, `Grade 7`, `Engineer II`, `3`.
pub(super) fn numbered(label: &str) -> Option<(String, u32)> {
    let plain = plain(label);
    let (stem, last) = plain.rsplit_once(' ').unwrap_or(("", &plain));
    if let Some(number) = step(last) {
        return Some((stem.to_owned(), number));
    }
    let digits = last.trim_start_matches(|c: char| c.is_alphabetic());
    let letters = last.get(..last.len() - digits.len())?;
    let number = digits.parse().ok().filter(|_| letters.chars().count() <= 3)?;
    Some((format!("{stem} {letters}").trim().to_owned(), number))
}

/// A number, in figures or as the Romans wrote it.
fn step(word: &str) -> Option<u32> {
    const ROMAN: [&str; 8] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"];
    let roman = (1..).zip(ROMAN).find_map(|(number, roman)| (roman == word).then_some(number));
    roman.or_else(|| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_its_rank_at_its_beginning_or_its_end() {
        let name = |title: &str| of_title(title).map(|rank| rank.name);
        assert_eq!(name("Senior developer"), Some("Senior"));
        assert_eq!(name("Sr. Staff Engineer"), Some("Senior"));
        assert_eq!(name("Senior staff engineer"), Some("Senior staff"));
        assert_eq!(name("Head of (agile) delivery"), Some("Head"));
        assert_eq!(name("Data ethics lead"), Some("Lead"));
        assert_eq!(name("Developer"), None);
        assert_eq!(name("Leadership coach"), None);
    }

    #[test]
    fn the_rungs_before_a_manager_stand_below() {
        assert_eq!(on_ladder("Problem analyst", "Problem manager"), BELOW_PLAIN);
        assert_eq!(on_ladder("Senior operations analyst", "Control centre manager"), PLAIN);
        assert_eq!(on_ladder("Data analyst", "Data analyst"), PLAIN);
    }

    #[test]
    fn what_stands_aside_is_a_track() {
        assert_eq!(aside("Senior developer - management"), Some(("Senior developer", "management")));
        assert_eq!(aside("Baker (nights)"), Some(("Baker", "nights")));
        assert_eq!(aside("Co-ordinator"), None);
    }

    #[test]
    fn levels_may_be_numbers() {
        assert_eq!(numbered("IC4"), Some(("ic".to_owned(), 4)));
        assert_eq!(numbered("Grade 7"), Some(("grade".to_owned(), 7)));
        assert_eq!(numbered("Engineer II"), Some(("engineer".to_owned(), 2)));
        assert_eq!(numbered("Senior"), None);
        assert_eq!(trade("Senior Software Engineer"), "software engineer");
        assert_eq!(trade("Engineer III"), "engineer");
    }
}
