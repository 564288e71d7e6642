//! Texts of many lines as a catalog keeps them: sentences in one line, and the points of a list one by one.

/// A text in its sentences and its points.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Prose {
    /// What stands outside lists, in one line; the line that leads in a list not.
    pub sentences: String,
    /// The points of its lists.
    pub points: Vec<String>,
}

/// A line of a text.
enum Part<'t> {
    Sentence(&'t str),
    Point(&'t str),
}

/// `text` in its sentences and its points.
pub(super) fn prose(text: &str) -> Prose {
    let parts = parts(text);
    let mut prose = Prose::default();
    let mut after = parts.iter().skip(1).map(Some).chain([None]);
    for part in &parts {
        let next = after.next().flatten();
        match part {
            // "In this role, you will:" says nothing once its points stand under a heading of their own.
            Part::Sentence(line) if leads_in(line) && matches!(next, Some(Part::Point(_))) => {}
            Part::Sentence(line) => append(&mut prose.sentences, " ", line),
            Part::Point(point) => prose.points.push(words(point)),
        }
    }
    prose
}

/// `text` in one line, its points one behind the other.
pub(super) fn line(text: &str) -> String {
    let mut whole = String::new();
    let mut in_list = false;
    for part in parts(text) {
        match part {
            Part::Point(point) => {
                append(&mut whole, if in_list { "; " } else { " " }, point.trim_end_matches([';', ',']));
                in_list = true;
            }
            Part::Sentence(line) => {
                if in_list && !whole.ends_with(['.', '!', '?', ':']) {
                    whole.push('.');
                }
                append(&mut whole, " ", line);
                in_list = false;
            }
        }
    }
    whole
}

fn append(whole: &mut String, between: &str, line: &str) {
    if !whole.is_empty() {
        whole.push_str(between);
    }
    whole.push_str(&words(line));
}

/// The words of a line, one blank between two.
fn words(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let lines = text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| point(line).map_or(Part::Sentence(line), Part::Point)).collect()
}

/// What stands behind the mark of a point: a dash, a dot, `1.` or `a)`.
fn point(line: &str) -> Option<&str> {
    let mark = line.strip_prefix(['-', '*', '•', '–', '—', '·', '‣', '◦', '▪', '●', 'o']);
    let behind = |rest: &str| rest.starts_with(char::is_whitespace);
    if let Some(rest) = mark.filter(|rest| behind(rest)) {
        return Some(rest.trim_start());
    }
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = (1..=2).contains(&(line.len() - number.len())).then_some(number);
    let rest = number?.strip_prefix(['.', ')'])?;
    behind(rest).then(|| rest.trim_start())
}

/// How a line ends that only leads in a list.
const ENDS: &[&str] = &["you will", "you can", "you should", "you must", "responsibilities", "you are expected to"];

/// Whether a line only leads in a list: short, and "you will", "you can" or the like at its end.
fn leads_in(line: &str) -> bool {
    let line = line.trim_end_matches(':').to_lowercase();
    line.len() <= 60 && ENDS.iter().any(|end| line.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "A baker bakes.\r\n\r\nIn this role, you will:\n- knead  dough;\n- light the oven\n\nNobody helps.";

    #[test]
    fn sentences_and_points_are_told_apart() {
        let Prose { sentences, points } = prose(TEXT);
        assert_eq!(sentences, "A baker bakes. Nobody helps.");
        assert_eq!(points, ["knead dough;", "light the oven"]);
        assert_eq!(prose("1. one\n2) two\n30 loaves a day").points, ["one", "two"]);
        assert_eq!(prose("Works the early shift:\n• at four").sentences, "Works the early shift:");
    }

    #[test]
    fn in_one_line_nothing_is_lost() {
        assert_eq!(line(TEXT), "A baker bakes. In this role, you will: knead dough; light the oven. Nobody helps.");
        assert_eq!(line("You can:\u{2028}"), "You can:");
        assert_eq!(line(" plain "), "plain");
    }
}
