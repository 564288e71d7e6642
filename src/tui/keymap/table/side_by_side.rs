//! The rows of what lays roles beside each other: compare, ladder, map and gap.

use super::row;
use crate::domain::gap::Support;
use crate::tui::action::{Verb, Way};
use crate::tui::keymap::Binding;
use crate::tui::keymap::Context::{Compare, Gap, Grid, Ladder, Map, Near};

pub(super) const ROWS: &[Binding] = &[
    row(Verb::Open, &[Compare], &["enter"], Some("open"), "fold a heading, follow a move, or read the column's role"),
    row(Verb::Open, &[Ladder], &["enter"], Some("open"), "open the role on the rung; H comes back"),
    row(
        Verb::Item(Way::Next),
        &[Ladder],
        &["n", "l", "right"],
        Some("next"),
        "the next skill, thread, KPI, axis or decision",
    ),
    row(
        Verb::Item(Way::Previous),
        &[Ladder],
        &["N", "h", "left"],
        None,
        "the skill, thread, KPI, axis or decision before",
    ),
    row(Verb::Open, &[Grid], &["enter"], Some("follow"), "this skill on every rung"),
    row(Verb::Open, &[Map, Near], &["enter"], Some("open"), "open the role in the explorer"),
    row(Verb::Column(Way::Next), &[Grid, Map], &["l", "right"], Some("rung"), "to the next rung up"),
    row(Verb::Column(Way::Previous), &[Grid, Map], &["h", "left"], None, "to the next rung down"),
    row(Verb::Face, &[Ladder, Grid], &["v", "tab"], Some("turn"), "the skills by rung, or one thing on every rung"),
    row(Verb::Differences, &[Compare], &["d"], Some("differences"), "only the rows that differ, or all"),
    row(Verb::Column(Way::Next), &[Compare], &["l", "right", "tab"], Some("column"), "next column; they page"),
    row(Verb::Column(Way::Previous), &[Compare], &["h", "left", "shift-tab"], None, "column before"),
    row(Verb::Base(0), &[Compare], &["1"], Some("base"), "judge the others against column 1"),
    row(Verb::Base(1), &[Compare], &["2"], None, "judge the others against column 2"),
    row(Verb::Base(2), &[Compare], &["3"], None, "judge the others against column 3"),
    row(Verb::Base(3), &[Compare], &["4"], None, "judge the others against column 4"),
    row(Verb::Rung(Way::Next), &[Compare], &["n", "+"], Some("next"), "the next rung up in this column"),
    row(Verb::Rung(Way::Previous), &[Compare], &["N", "-"], None, "the next rung down in this column"),
    row(Verb::AddColumn, &[Compare], &["a"], Some("add"), "add a column: pick any role"),
    row(Verb::RemoveColumn, &[Compare], &["x"], Some("remove"), "take this column away"),
    row(Verb::Shift(Way::Previous), &[Compare], &["<"], None, "move this column to the left"),
    row(Verb::Shift(Way::Next), &[Compare], &[">"], None, "move this column to the right"),
    row(Verb::Rate(0), &[Gap], &["0"], Some("rate"), "rate a skill 0: none; work or a decision: no"),
    row(Verb::Rate(1), &[Gap], &["1"], None, "rate a skill 1: aware; work or a decision: with support"),
    row(Verb::Rate(2), &[Gap], &["2"], None, "rate a skill 2: assisted; work or a decision: alone"),
    row(Verb::Rate(3), &[Gap], &["3"], None, "rate a skill 3: independent"),
    row(Verb::Rate(4), &[Gap], &["4"], None, "rate a skill 4: advanced"),
    row(Verb::Rate(5), &[Gap], &["5"], None, "rate a skill 5: expert"),
    row(Verb::Support(Support::No), &[Gap], &["n"], Some("no"), "rate work or a decision: no, not yet"),
    row(Verb::Support(Support::WithSupport), &[Gap], &["s"], Some("support"), "rate work or a decision: with support"),
    row(Verb::Support(Support::Alone), &[Gap], &["a"], Some("alone"), "rate work or a decision: alone"),
    row(Verb::Unrate, &[Gap], &["-", "backspace"], None, "not known any more; earlier ratings stay"),
    row(Verb::Evidence, &[Gap], &["e"], Some("evidence"), "note what shows it: a line, a day such as 2026-05-01 first"),
    row(Verb::Withdraw, &[Gap], &["x"], None, "take the evidence noted last away"),
    row(Verb::Differences, &[Gap], &["d"], Some("unmet"), "hide what is met and sort anew, or show all"),
    row(Verb::Open, &[Gap], &["enter"], Some("read"), "read the role"),
];
