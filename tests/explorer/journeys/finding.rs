//! Filters in lists and finding in a role.

use rungs::tui::action::Pane;

use crate::explorer::reader::Reader;

#[test]
fn words_match_in_any_order() {
    Reader::new().types("/eng sup").reads("support/mid").sees("1/3").does_not_see("Engineering           2");
}

#[test]
fn clearing_a_filter_keeps_what_was_selected() {
    let reader = Reader::new().types("/sup<enter>").reads("support/mid").types("<esc>").reads("support/mid");
    reader.sees("3/3").sees("> Support Engineer");
    Reader::new().types("l/staff<enter><esc>").reads("payments/staff").sees("people come from");
}

#[test]
fn a_filter_that_leaves_nothing_forgets_nothing() {
    let reader = Reader::new().types("j/xyzzy").sees("nothing matches").types("<esc><esc>");
    reader.reads("reliability/senior").sees("> Reliability Engineer");
    let reader = Reader::new().types("ljj/xyzzy").sees("nothing matches").types("<esc><esc>");
    reader.reads("payments/senior").sees("people come from");
    Reader::new().types("lk").reads("support/mid").types("/<esc>").reads("support/mid");
}

#[test]
fn the_list_moves_while_its_filter_is_typed() {
    Reader::new().types("/engineer<down>").reads("payments/junior").sees("/engineer").types("<up>x").sees("/engineerx");
}

#[test]
fn a_filter_of_families_finds_rungs_too() {
    Reader::new()
        .types("/staff")
        .reads("payments/staff")
        .types("<enter>l")
        .in_pane(Pane::Levels)
        .reads("payments/staff");
}

#[test]
fn letters_that_mean_the_family_again_leave_the_rung_that_fewer_meant() {
    Reader::new().types("/s").reads("payments/senior").types("<backspace>payments e").reads("payments/junior");
}

#[test]
fn other_names_are_found() {
    Reader::new().types("/sre").reads("reliability/senior");
    Reader::new().types("l/developer").reads("payments/mid");
}

#[test]
fn levels_are_found_by_what_other_companies_call_them() {
    Reader::new().types("/IC5").reads("payments/staff");
    Reader::new().types("l/L5").reads("payments/senior");
    Reader::new().types("l/l3").reads("payments/junior");
    Reader::new().types("ljjbkbB/l5").sees("Senior Payments Engineer").sees("1/2");
    Reader::embedded("software-engineer/senior", 120, 36).types("/L5 payment").reads("payment-systems-engineer/senior");
    Reader::embedded("software-engineer/senior", 120, 36)
        .types("/payment<enter>l/IC4")
        .reads("payment-systems-engineer/senior");
}

#[test]
fn signs_make_a_word_exact_first_last_or_unwanted() {
    Reader::new().types("/!eng").sees("nothing matches");
    Reader::new().types("/^rel").reads("reliability/senior").sees("1/3");
    Reader::new().types("l/^staff").reads("payments/staff");
}

#[test]
fn ctrl_t_wants_the_letters_in_a_row() {
    let reader =
        Reader::new().types("/spprt").reads("support/mid").types("<ctrl-t>").sees("nothing matches").sees("exact");
    reader.types("<ctrl-t>").reads("support/mid");
}

#[test]
fn a_kept_filter_is_edited_again() {
    Reader::new()
        .types("/sup<enter>")
        .types("/p")
        .sees("/supp")
        .types("<esc>")
        .sees("3/3")
        .types("<esc>")
        .does_not_see("/supp");
}

#[test]
fn what_is_pasted_goes_into_the_field_and_nowhere_else() {
    Reader::new().types("/").pastes("sup\nport").sees("/sup port");
    Reader::new().pastes("qQ").stays().reads("payments/junior");
}

#[test]
fn n_steps_through_what_is_found_in_the_role_and_around_its_end() {
    let reader = Reader::new().types("ljjl/ledger<enter>").sees("4 found").sees(">  Ledger");
    let reader = reader.types("n").sees(">  Double-entry ledgers").types("n").sees(">  Ledger");
    reader.types("N").sees(">  Double-entry ledgers");
}

#[test]
fn finding_begins_where_the_reader_is() {
    Reader::new()
        .types("ljjl}}}}}/ledger")
        .sees(">  Double-entry ledgers")
        .types("<ctrl-u>led")
        .sees(">  Double-entry ledgers");
}

#[test]
fn finding_goes_on_in_the_next_role() {
    let reader = Reader::new().types("ljjl/ledger<enter>hk").reads("payments/mid").sees("4 found");
    reader.types("l<esc>").does_not_see("found").in_pane(Pane::Detail);
}

#[test]
fn what_is_not_in_the_role_is_said() {
    Reader::new().types("ll/xyzzy<enter>n").sees("\"xyzzy\" is not in this role.");
    Reader::new().types("lln").sees("Nothing is looked for");
}

#[test]
fn a_jump_clears_a_filter_that_hides_where_it_leads() {
    let reader = Reader::new().types("/payments<enter>lG<enter>").reads("reliability/senior");
    reader.sees("> Reliability Engineer").sees("3 Senior Reliability Engineer");
}
