//! A family's text in its parts, found by where the lines of its JSON begin and not by reading it: of a family's 180 KB,
//! most of them questions, a first frame needs the head and one role.

use memchr::memmem;
use serde::de::DeserializeOwned;

/// How the parts of a family's file begin: two blanks for each step in. A test reads every embedded family in parts and
/// whole and finds the same.
const ROLES: &str = "\n  \"roles\": [";
const ROLES_END: &str = "\n  ]";
const ROLE: &str = "\n    {\n";
const ASK: &str = "\n      \"ask\": [";
const QUESTIONS: &str = "\n      \"questions\": [";

/// Where what answers a question begins, and where the question ends, in a role and in the bank.
const OF_ROLE: Answers = Answers { begin: "\n          \"signals\": [", end: "\n        }" };
const OF_BANK: Answers = Answers { begin: "\n      \"signals\": [", end: "\n    }" };

/// What is cut out of questions that are only asked.
struct Answers {
    begin: &'static str,
    end: &'static str,
}

/// The parts of a family's file, as they are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct FamilyText {
    /// What stands before the roles, without its end.
    head: &'static str,
    /// The roles and what stands behind them.
    rest: &'static str,
}

/// A role as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct RoleText {
    /// The role, without its end.
    body: &'static str,
    /// What it is asked, without its beginning.
    tail: &'static str,
}

impl FamilyText {
    /// The parts of `text`; `None` when it is not laid out like ours.
    pub(super) fn of(text: &'static str) -> Option<Self> {
        let (head, rest) = cut(text, ROLES)?;
        Some(Self { head, rest })
    }

    /// The role at `place` in the file, from 0; there must be so many. What stands behind it is not looked at.
    pub(super) fn role(&self, place: usize) -> Option<RoleText> {
        let mut starts = memmem::find_iter(self.rest.as_bytes(), ROLE).skip(place);
        let start = starts.next()?;
        Some(RoleText::of(self.before_end(start, starts.next())?))
    }

    /// All roles of the file, which are `count`.
    pub(super) fn roles(&self, count: usize) -> impl Iterator<Item = RoleText> {
        let mut starts = memmem::find_iter(self.rest.as_bytes(), ROLE).take(count).peekable();
        std::iter::from_fn(move || {
            let start = starts.next()?;
            let inner = starts.peek().map(|end| self.rest.get(start..*end));
            Some(RoleText::of(inner.unwrap_or_else(|| self.before_end(start, None))?))
        })
    }

    /// From `start` to `end` or the end of the roles: behind the last come questions, which begin like roles.
    fn before_end(&self, start: usize, end: Option<usize>) -> Option<&'static str> {
        let text = self.rest.get(start..end.unwrap_or(self.rest.len()))?;
        Some(cut(text, ROLES_END).map_or(text, |(role, _)| role))
    }

    /// What stands behind the roles, without its beginning.
    fn behind(&self) -> &'static str {
        cut(self.rest, ROLES_END).map_or("", |(_, behind)| behind)
    }

    /// The family without roles and questions.
    pub(super) fn head<T: DeserializeOwned>(&self) -> Option<T> {
        ended(self.head)
    }

    /// Whether anything stands behind its roles.
    pub(super) fn has_tail(&self) -> bool {
        self.behind().bytes().any(|byte| byte == b'"')
    }

    /// What stands behind its roles.
    pub(super) fn tail<T: DeserializeOwned>(&self) -> Option<T> {
        begun(self.behind())
    }

    /// The same without what answers its questions.
    pub(super) fn asked<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(&OF_BANK.cut_out("{", self.behind().trim_start().trim_start_matches(','), "")).ok()
    }
}

impl RoleText {
    /// Whether it is asked anything.
    pub(super) fn has_tail(&self) -> bool {
        !self.tail.is_empty()
    }

    fn of(text: &'static str) -> Self {
        let text = text.trim_end().trim_end_matches(',');
        let text = text.strip_suffix('}').unwrap_or(text);
        let place = [ASK, QUESTIONS].iter().find_map(|key| memmem::find(text.as_bytes(), key.as_bytes()));
        let (body, tail) = text.split_at(place.unwrap_or(text.len()));
        Self { body, tail }
    }

    /// The role without what it is asked.
    pub(super) fn body<T: DeserializeOwned>(&self) -> Option<T> {
        ended(self.body)
    }

    /// What it is asked.
    pub(super) fn tail<T: DeserializeOwned>(&self) -> Option<T> {
        whole(self.tail)
    }

    /// The same without what answers the questions.
    pub(super) fn asked<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(&OF_ROLE.cut_out("{", self.tail, "}")).ok()
    }
}

impl Answers {
    /// `text` without them, most of it, passed over faster than a parser can; with what is missing before and behind it.
    fn cut_out(&self, before: &str, text: &str, behind: &str) -> String {
        let (begin, end) = (memmem::Finder::new(self.begin), memmem::Finder::new(self.end));
        let mut left = String::with_capacity(text.len() / 2);
        left.push_str(before);
        let mut rest = text;
        while let Some(place) = begin.find(rest.as_bytes()) {
            let (asked, answers) = rest.split_at(place);
            left.push_str(asked.trim_end_matches(','));
            rest = end.find(answers.as_bytes()).map_or("", |end| &answers[end..]);
        }
        left + rest + behind
    }
}

fn cut<'a>(text: &'a str, at: &str) -> Option<(&'a str, &'a str)> {
    let place = memmem::find(text.as_bytes(), at.as_bytes())?;
    Some((text.get(..place)?, text.get(place + at.len()..)?))
}

/// An object whose end is missing.
fn ended<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(&[text.trim_end().trim_end_matches(','), "}"].concat()).ok()
}

/// An object whose beginning is missing.
fn begun<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(&["{", text.trim_start().trim_start_matches(',')].concat()).ok()
}

/// An object whose beginning and end are missing.
fn whole<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(&["{", text, "}"].concat()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::family_file::FamilyFile;
    use crate::domain::{Bank, Family, Role, RoleQuestions};

    /// The small catalog's families one by one, laid out as ours are.
    fn small() -> Vec<&'static str> {
        #[derive(serde::Deserialize)]
        struct Catalog {
            families: Vec<Box<serde_json::value::RawValue>>,
        }
        let text = include_str!("../../tests/support/small.json");
        let Catalog { families } = serde_json::from_str(text).expect("JSON");
        families.iter().map(|family| &*family.get().replace("\n    ", "\n").leak()).collect()
    }

    #[test]
    fn each_part_reads_as_in_the_whole() {
        let mut questions = 0;
        for text in small() {
            let parts = FamilyText::of(text).expect("laid out like ours");
            let whole: FamilyFile<'_> = serde_json::from_str(text).expect("a family");
            let (family, bank, roles) = whole.split();
            assert_eq!(parts.head::<Family>(), Some(family));
            assert_eq!(parts.tail::<Bank>(), Some(bank));
            assert_eq!(parts.roles(roles.len()).count(), roles.len());
            for ((place, next), role) in parts.roles(roles.len()).enumerate().zip(roles) {
                let part = parts.role(place).expect("a role");
                assert_eq!((part.body, part.tail), (next.body, next.tail));
                assert_eq!(part.body::<Role>(), serde_json::from_str(role.get()).ok());
                let asked: RoleQuestions = part.tail().expect("questions");
                assert_eq!(Some(&asked), serde_json::from_str(role.get()).ok().as_ref());
                questions += asked.questions.len();
            }
        }
        assert_eq!(questions, 2);
    }
}
