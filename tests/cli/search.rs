//! `rungs search`, as scripts and terminals meet it.

use super::Home;

#[test]
fn ids_of_roles_can_be_piped_on() {
    let home = Home::new();
    let found = home.stdout(&["search", "reconciliation", "level:senior", "--kind", "role", "-n", "1"]);
    let id = found.split('\t').next().expect("an id");
    assert_eq!(id, "payment-systems-engineer/senior");
    assert!(home.stdout(&["show", id]).contains("Reconciliation"));
}

#[test]
fn a_terminal_gets_a_table_that_fits_with_the_letters_lit() {
    let home = Home::new();
    let sent = home.on_a_terminal(80, &["search", "reconciliation", "--color", "always"], &[]);
    assert!(sent.contains("\u{1b}[1m\u{1b}[4mReconciliation\u{1b}"), "{sent:?}");
    let plain = home.on_a_terminal(60, &["search", "ledger", "--color", "never"], &[]);
    assert!(plain.lines().count() > 3);
    for line in plain.lines() {
        assert!(line.trim_end().chars().count() <= 60, "{line:?}");
        assert!(!line.contains('\u{1b}'));
    }
}

#[test]
fn what_is_kept_is_found() {
    let home = Home::new();
    home.stdout(&["bookmark", "add", "payment:senior", "--tag", "plan-b", "--note", "ask about the quokka budget"]);
    let found = home.stdout(&["search", "quokka"]);
    assert_eq!(found.trim_end().split('\t').collect::<Vec<_>>()[..2], ["payment-systems-engineer/senior", "note"]);
    assert!(
        home.stdout(&["search", "plan-b", "--kind", "bookmark"])
            .starts_with("payment-systems-engineer/senior\tbookmark")
    );
    assert_eq!(home.stdout(&["search", "bookmarked"]).lines().count(), 1);
}

#[test]
fn json_says_which_letters_match() {
    let home = Home::new();
    let found = home.json(&["search", "level:senior", "reconciliation", "--json"]);
    let first = &found["items"][0];
    assert_eq!((&found["schema"], &first["field"]), (&"rungs.search/1".into(), &"skill".into()));
    assert_eq!(first["letters"].as_array().map(Vec::len), Some("reconciliation".len()));
}
