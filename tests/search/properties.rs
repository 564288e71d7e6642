//! What holds for any query: typing narrows, deleting widens back, words come in any order, what is lit was typed.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use rungs::catalog::Catalog;
use rungs::search::{Hit, Index, Kept, Matching};
use rungs::store::Bookmarks;
use unicode_normalization::UnicodeNormalization;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(&Catalog::embedded().unwrap()));
/// Words that people type, and starts of such.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut words: BTreeSet<String> = BTreeSet::new();
    for text in INDEX.texts().step_by(7) {
        words.extend(text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase));
    }
    words.into_iter().collect()
});

/// The things that have all words, nothing left out, by their targets.
fn matching(typed: &str) -> BTreeSet<String> {
    let query = INDEX.query(typed, Matching::Fuzzy);
    let answer = INDEX.answer(&query);
    let shown = |hit: &Hit| format!("{:?}", INDEX.head(&answer, hit).target);
    INDEX.matching(&query).iter().map(shown).collect()
}

fn found(typed: &str) -> Vec<String> {
    let answer = INDEX.answer(&INDEX.query(typed, Matching::Fuzzy));
    answer.hits.iter().map(|hit| format!("{:?} {}", INDEX.head(&answer, hit).target, hit.score)).collect()
}

/// Words that say nothing are left out beside others: where one is typed the query asks for less than before.
fn says_something(word: &str) -> bool {
    let with = INDEX.query(&format!("{word} zzyzx"), Matching::Fuzzy);
    with != INDEX.query("zzyzx", Matching::Fuzzy)
}

fn word() -> impl Strategy<Value = String> {
    (0_usize..100_000, 1_usize..12).prop_filter_map("says something", |(place, letters)| {
        let word: String = WORDS[place % WORDS.len()].chars().take(letters).collect();
        says_something(&word).then_some(word)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn typing_narrows_and_deleting_widens_back(first in word(), second in word()) {
        let typed = format!("{first} {second}");
        let mut wider: Option<BTreeSet<String>> = None;
        for (end, _) in typed.char_indices().skip(1).chain([(typed.len(), ' ')]) {
            let typed = &typed[..end];
            if !typed.split(' ').filter(|word| !word.is_empty()).all(says_something) {
                continue;
            }
            let narrower = matching(typed);
            if let Some(wider) = &wider {
                prop_assert!(narrower.is_subset(wider), "{typed}: {:?}", narrower.difference(wider).next());
            }
            prop_assert_eq!(&matching(typed), &narrower);
            wider = Some(narrower);
        }
    }

    #[test]
    fn the_order_of_words_does_not_matter(first in word(), second in word(), third in word()) {
        let one = found(&format!("{first} {second} {third}"));
        prop_assert_eq!(&one, &found(&format!("{third} {first} {second}")));
        prop_assert_eq!(&one, &found(&format!("{second} {third} {first}")));
    }

    #[test]
    fn a_query_finds_the_same_again_whatever_was_asked_meanwhile(first in word(), second in word()) {
        let before = found(&first);
        found(&format!("{first} {second}"));
        prop_assert_eq!(found(&first), before);
    }

    #[test]
    fn every_lit_letter_was_typed_or_taken_for_what_was(first in word(), second in word()) {
        let answer = INDEX.answer(&INDEX.query(&format!("{first} {second}"), Matching::Fuzzy));
        let near = answer.near.iter().map(|(_, taken)| taken.as_str()).collect::<String>();
        let typed = format!("{first}{second}{near}");
        for hit in &answer.hits {
            let shown = INDEX.show(&answer, hit);
            for line in INDEX.matched(&answer, hit).chain([shown.head.title, shown.line]) {
                let letters: Vec<char> = line.text.chars().collect();
                for letter in &line.letters {
                    let lit = letters[*letter as usize].to_lowercase().nfd().next().unwrap();
                    prop_assert!(typed.contains(lit), "{lit} of {} for {typed}", line.text);
                }
            }
        }
    }

    #[test]
    fn what_was_asked_before_changes_no_answer(words in prop::collection::vec(word(), 1..4), sign in "[ '!^]") {
        let typed = words.join(&format!(" {sign}"));
        let fresh = INDEX.with(Kept { bookmarks: &Bookmarks::default(), stories: &[] });
        let ask = |index: &Index, typed: &str| index.answer(&index.query(typed, Matching::Fuzzy)).hits;
        for (end, _) in typed.char_indices().skip(1).chain([(typed.len(), ' ')]) {
            ask(&INDEX, &typed[..end]);
        }
        prop_assert_eq!(ask(&INDEX, &typed), ask(&fresh, &typed));
    }

    #[test]
    fn what_stands_in_a_text_is_found(place in 0_usize..10_000) {
        let text = INDEX.texts().nth(place % INDEX.texts().count()).unwrap();
        prop_assume!(!text.contains(['"', '\\']));
        let query = INDEX.query(&format!("\"{text}\""), Matching::Fuzzy);
        prop_assert!(query.is_empty() || !INDEX.matching(&query).is_empty(), "{text}");
    }

    #[test]
    fn no_text_whatever_breaks_a_question(typed in "\\PC{0,40}", cursor in 0_usize..60) {
        let answer = INDEX.answer(&INDEX.query(&typed, Matching::Fuzzy));
        for hit in answer.hits.iter().take(20) {
            INDEX.show(&answer, hit);
            INDEX.matched(&answer, hit).for_each(drop);
        }
        let completion = INDEX.complete(&typed, cursor);
        prop_assert!(typed.get(completion.replaced).is_some());
    }

    #[test]
    fn facets_in_any_mixture_break_nothing(parts in prop::collection::vec(
        prop::sample::select(&["level:staff", "!level:mid", "skill:sql", "weight:core", "proficiency>=4", "kpi:repeat",
            "family:web", "bookmarked", "!bookmarked", "role:", "q:", "skill:", "ledger", "!web", "level>=", "'", "!", "^", "$", "\""][..]), 0..6)) {
        let typed = parts.join(" ");
        let whole = matching(&typed);
        for hit in INDEX.answer(&INDEX.query(&typed, Matching::Fuzzy)).hits {
            prop_assert!(hit.score > 0);
        }
        prop_assert!(whole.len() <= INDEX.texts().count());
    }
}
