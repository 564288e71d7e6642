//! Keeps questions that probe the same thing apart, as far as that can be done, and otherwise leaves the order alone.

use std::collections::HashMap;

/// The `items` in an order in which no two under the same key follow each other, where there is one. Of those orders the
/// one that keeps the given order longest; where there is none, as few neighbours as the first that is left allows.
pub(super) fn apart<T>(mut items: Vec<(&str, T)>) -> Vec<T> {
    let mut ordered: Vec<(&str, T)> = Vec::with_capacity(items.len());
    while !items.is_empty() {
        let last = ordered.last().map(|(key, _)| *key);
        let keys: Vec<&str> = items.iter().map(|(key, _)| *key).collect();
        let fits = |place: &usize| {
            let others = keys.iter().enumerate().filter(|(other, _)| other != place).map(|(_, key)| *key);
            keys.get(*place).is_some_and(|key| last != Some(key) && can_follow(key, others))
        };
        let differs = |place: &usize| keys.get(*place).copied() != last;
        let places = 0..keys.len();
        let place = places.clone().find(fits).or_else(|| places.clone().find(differs)).unwrap_or(0);
        ordered.push(items.remove(place));
    }
    ordered.into_iter().map(|(_, item)| item).collect()
}

/// Whether `rest` can stand behind `last` with no two alike in a row: nothing in it may be more than half of it, and
/// what is like `last`, which cannot come first, not even that by one.
fn can_follow<'a>(last: &str, rest: impl Iterator<Item = &'a str>) -> bool {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for key in rest {
        *counts.entry(key).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    counts.iter().all(|(key, count)| if *key == last { *count <= all / 2 } else { *count <= all.div_ceil(2) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ordered(keys: &str) -> String {
        let items: Vec<String> = keys.chars().map(String::from).collect();
        apart(items.iter().map(|key| (key.as_str(), key.clone())).collect()).concat()
    }

    fn neighbours(keys: &str) -> usize {
        keys.as_bytes().windows(2).filter(|pair| pair.first() == pair.last()).count()
    }

    /// Every order of the letters.
    fn orders(keys: &str) -> Vec<String> {
        if keys.is_empty() {
            return vec![String::new()];
        }
        let without = |at: usize| -> String {
            keys.chars().enumerate().filter(|(place, _)| *place != at).map(|(_, letter)| letter).collect()
        };
        let from =
            |(at, first): (usize, char)| orders(&without(at)).into_iter().map(move |rest| format!("{first}{rest}"));
        keys.chars().enumerate().flat_map(from).collect()
    }

    #[test]
    fn the_order_stays_where_nothing_is_alike() {
        assert_eq!(ordered("abcd"), "abcd");
        assert_eq!(ordered("aab"), "aba");
        assert_eq!(ordered("baa"), "aba");
        assert_eq!(ordered("aabbc"), "ababc");
        assert_eq!(ordered("aaa"), "aaa");
    }

    proptest! {
        #[test]
        fn no_two_alike_follow_each_other_where_that_can_be(keys in "[abc]{0,7}") {
            let ours = ordered(&keys);
            let fewest = orders(&keys).iter().map(|order| neighbours(order)).min().unwrap_or(0);
            if fewest == 0 {
                prop_assert_eq!(neighbours(&ours), 0, "{} became {}", keys, ours);
            }
            let sorted = |text: &str| { let mut it: Vec<char> = text.chars().collect(); it.sort_unstable(); it };
            prop_assert_eq!(sorted(&ours), sorted(&keys));
        }
    }
}
