//! Queries as people type them, each with what they want first and how much may be found at most, from `golden.txt`.

use rungs::catalog::Catalog;
use rungs::search::{Index, Matching};

const GOLDEN: &str = include_str!("golden.txt");

/// A line of the file: what is typed, what comes first (`kind id`, `-` for nothing), how many hits are allowed, and the
/// word that is taken for one that nothing has.
struct Wanted<'a> {
    typed: &'a str,
    first: &'a str,
    most: usize,
    near: Option<&'a str>,
}

fn wanted() -> Vec<Wanted<'static>> {
    let lines = GOLDEN.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let read = |line: &'static str| {
        let mut parts = line.split('|').map(str::trim);
        let mut part = || parts.next().unwrap_or_else(|| panic!("golden.txt: {line}"));
        let (typed, first, most) = (part(), part(), part().parse().unwrap());
        Wanted { typed, first, most, near: parts.next() }
    };
    lines.map(read).collect()
}

#[test]
fn people_find_what_they_mean_and_not_much_else() {
    let index = Index::of(&Catalog::embedded().unwrap());
    let mut wrong = Vec::new();
    for Wanted { typed, first, most, near } in wanted() {
        let answer = index.answer(&index.query(typed, Matching::Fuzzy));
        let found: Vec<String> = answer
            .hits
            .iter()
            .map(|hit| {
                let shown = index.show(&answer, hit);
                format!("{} {}", shown.head.kind.word(), shown.head.target.id())
            })
            .collect();
        let is_first = found.first().map_or("-", String::as_str) == first;
        let taken = answer.near.iter().map(|(_, taken)| taken.as_str()).collect::<Vec<_>>().join(" ");
        if !is_first || found.len() > most || taken != near.unwrap_or_default() {
            let some: Vec<_> = found.iter().take(4).map(String::as_str).collect();
            wrong.push(format!("{typed}: {} hits, near {taken:?}: {}", found.len(), some.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), wanted().len(), wrong.join("\n"));
}

#[test]
fn there_are_enough_queries() {
    assert!(wanted().len() >= 60);
}
