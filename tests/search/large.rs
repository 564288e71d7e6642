//! A company's catalog: 5,000 roles open, are indexed and searched while nobody waits for a key.

use std::time::Instant;

use rungs::catalog::{Files, load};
use rungs::search::{Index, Matching, Seeker};

use super::company;

/// Small enough for every run: the generator makes what a catalog must be.
#[test]
fn generated_catalogs_are_valid_and_searched() {
    for (text, roles, texts) in [
        (company::one_role(), 1..=1, 60..=80),
        (company::catalog(70), 70..=76, 4_000..=4_500),
        (company::in_full(70), 70..=76, 4_501..=5_500),
    ] {
        let loaded = load(&Files::one("large.json", text));
        let catalog = loaded.unwrap_or_else(|problems| panic!("{problems:#?}"));
        let index = Index::of(&catalog);
        let (has, says) = (catalog.rungs().count(), index.texts().count());
        assert!(roles.contains(&has) && texts.contains(&says), "{has} roles, {says} texts");
        let answer = index.answer(&index.query("level:staff ledger role:", Matching::Fuzzy));
        assert!(!answer.hits.is_empty());
    }
}

#[test]
#[ignore = "takes a minute to make and check 5,000 roles"]
fn five_thousand_roles_are_searched_while_a_query_is_typed_at_full_speed() {
    let start = Instant::now();
    let catalog = load(&Files::one("large.json", company::catalog(5_000))).unwrap_or_else(|_| panic!("not valid"));
    println!("{} roles read and checked in {:?}", catalog.rungs().count(), start.elapsed());
    let start = Instant::now();
    let mut seeker = Seeker::start(move || Index::of(&catalog)).unwrap();
    let typed = "level:senior reconciliation of the ledger";
    let asked: Vec<&str> = typed.char_indices().map(|(at, c)| &typed[..at + c.len_utf8()]).collect();
    let mut longest = std::time::Duration::ZERO;
    for typed in &asked {
        let key = Instant::now();
        seeker.ask(typed, Matching::Fuzzy);
        seeker.answer();
        longest = longest.max(key.elapsed());
    }
    let sought = loop {
        if let Some(sought) = seeker.answer() {
            break sought;
        }
        std::thread::yield_now();
    };
    println!(
        "{} lines indexed and the last question answered in {:?}; longest wait of a key {longest:?}",
        sought.index.lines(),
        start.elapsed()
    );
    assert_eq!(sought.typed, typed);
    assert!(!sought.answer.hits.is_empty());
}
