//! [`Standing`]: how many questions are how fresh, in counts and words.

use std::fmt;

use serde::Serialize;

use super::memory::Freshness;

/// How many questions are how fresh.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// They would be answered as well as last time.
    pub fresh: usize,
    /// They are fading.
    pub fading: usize,
    /// They are as good as gone.
    pub stale: usize,
    /// They were never answered cold.
    pub new: usize,
}

impl Standing {
    /// The counts with their words, the freshest first.
    fn counts(self) -> [(usize, &'static str); 4] {
        [
            (self.fresh, Freshness::Fresh.word()),
            (self.fading, Freshness::Fading.word()),
            (self.stale, Freshness::Stale.word()),
            (self.new, "never answered"),
        ]
    }
}

impl FromIterator<Option<Freshness>> for Standing {
    fn from_iter<T: IntoIterator<Item = Option<Freshness>>>(questions: T) -> Self {
        let mut standing = Self::default();
        for freshness in questions {
            *match freshness {
                Some(Freshness::Fresh) => &mut standing.fresh,
                Some(Freshness::Fading) => &mut standing.fading,
                Some(Freshness::Stale) => &mut standing.stale,
                None => &mut standing.new,
            } += 1;
        }
        standing
    }
}

/// `4 fresh, 1 stale, 2 never answered`: what there is none of is left out.
impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let some = self.counts().into_iter().filter(|(count, _)| *count > 0);
        let words: Vec<String> = some.map(|(count, word)| format!("{count} {word}")).collect();
        f.pad(&words.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_counts_once_and_what_there_is_none_of_is_not_named() {
        let questions = [Some(Freshness::Stale), None, Some(Freshness::Fresh), None, Some(Freshness::Fresh)];
        let standing: Standing = questions.into_iter().collect();
        assert_eq!(standing, Standing { fresh: 2, fading: 0, stale: 1, new: 2 });
        assert_eq!(standing.to_string(), "2 fresh, 1 stale, 2 never answered");
        assert_eq!(Standing::default().to_string(), "");
    }
}
