//! The pager: only where a person reads more than a screen, and never in the way.

use super::Home;

const LONG: &[&str] = &["show", "payment:senior"];

/// What a terminal of 40 lines is sent where the pager is `pager`.
fn paged(arguments: &[&str], pager: &str) -> String {
    Home::new().on_a_terminal(100, arguments, &[("RUNGS_PAGER", pager), ("NO_COLOR", "1")]).replace("\r\n", "\n")
}

#[test]
fn more_than_a_screen_goes_through_the_pager_whole() {
    let plain = paged(LONG, "cat");
    assert!(plain.lines().count() > 40, "{plain}");
    let marked: String = plain.lines().flat_map(|line| ["P:", line, "\n"]).collect();
    assert_eq!(paged(LONG, "/bin/sed 's/^/P:/'"), marked);
}

#[test]
fn less_than_a_screen_and_what_nobody_wants_paged_go_straight_out() {
    let short = paged(&["list", "levels"], "/bin/sed 's/^/P:/'");
    assert!(!short.contains("P:") && short.contains("junior"), "{short}");
    let plain = paged(LONG, "cat");
    assert_eq!(paged(&["--no-pager", "show", "payment:senior"], "/bin/sed 's/^/P:/'"), plain);
    assert_eq!(paged(LONG, ""), plain);
    let home = Home::new();
    let piped = home.rungs(LONG).env("RUNGS_PAGER", "/bin/sed 's/^/P:/'").output().expect("a run");
    assert!(!String::from_utf8_lossy(&piped.stdout).contains("P:"));
}

#[test]
fn a_pager_that_cannot_start_or_is_left_early_is_no_error() {
    let plain = paged(LONG, "cat");
    assert_eq!(paged(LONG, "/nowhere/pager --x"), plain);
    let first = plain.lines().next().expect("a line").to_owned() + "\n";
    assert_eq!(paged(LONG, "/usr/bin/head -n 1"), first);
    assert_eq!(paged(&["export", "--all"], "/usr/bin/head -n 1"), "# Ladders\n".replace("Ladders", &name()));
}

/// What the embedded catalog is called.
fn name() -> String {
    rungs::catalog::Catalog::embedded().expect("it is valid").framework().name.to_string()
}
