//! The ledger: an id means one question for good.

use rungs::catalog::{Catalog, Files, Ledger, Refusal, Renewed, load};
use serde_json::{Value, json};

use crate::small::{remove, set, small};

const OWN: &str = "/families/1/roles/0/questions/0";

fn catalog(edit: impl FnOnce(&mut Value)) -> Catalog {
    let mut catalog = small();
    edit(&mut catalog);
    load(&Files::one("own.json", catalog.to_string())).unwrap()
}

/// The ledger of the small catalog, read back from what is written.
fn ledger() -> Ledger {
    let mut ledger = Ledger::default();
    assert_eq!(ledger.renew(&catalog(|_| {})), Ok(Renewed { added: 3, revised: 0, retired: 0 }));
    let read = Ledger::read(&ledger.json().unwrap()).unwrap();
    assert_eq!(read, ledger);
    read
}

fn told(refusals: &[Refusal]) -> Vec<String> {
    refusals.iter().map(ToString::to_string).collect()
}

#[test]
fn every_question_is_written_with_its_revision_and_its_musts() {
    let mut ledger = ledger();
    assert_eq!(
        ledger.json().unwrap(),
        r#"{"questions":[
{"id":"reliability#silent-alert","rev":1,"musts":["asks-first","own-change","why-not-heard"]},
{"id":"reliability/senior#burnt-budget","rev":1,"musts":["decider","harm","splits"]},
{"id":"reliability/senior#full-disk","rev":1,"musts":["apart","rate","writer"]}
]}
"#
    );
    assert_eq!(ledger.renew(&catalog(|_| {})), Ok(Renewed::default()));
}

#[test]
fn a_question_that_is_gone_is_retired_and_its_id_never_taken_again() {
    let mut ledger = ledger();
    let without = catalog(|catalog| drop(remove(catalog, OWN)));
    assert_eq!(ledger.renew(&without), Ok(Renewed { added: 0, revised: 0, retired: 1 }));
    assert_eq!(ledger.renew(&without), Ok(Renewed::default()));
    assert!(ledger.json().unwrap().contains(r#""musts":["decider","harm","splits"],"standing":"retired"}"#));
    let before = ledger.clone();
    let refusals = ledger.renew(&catalog(|_| {})).unwrap_err();
    assert_eq!(told(&refusals), ["reliability/senior#burnt-budget was retired: a new question takes a new id"]);
    assert_eq!(ledger, before);
}

#[test]
fn other_musts_need_a_higher_revision() {
    let mut ledger = ledger();
    let other_must = |catalog: &mut Value| set(catalog, &format!("{OWN}/signals/0/id"), "splits-in-two");
    let refusals = ledger.renew(&catalog(other_must)).unwrap_err();
    assert_eq!(told(&refusals), ["reliability/senior#burnt-budget has other musts than before: make its rev 2"]);
    let revised = catalog(|catalog| {
        other_must(catalog);
        set(catalog, &format!("{OWN}/rev"), 2);
    });
    assert_eq!(ledger.renew(&revised), Ok(Renewed { added: 0, revised: 1, retired: 0 }));
    let refusals = ledger.renew(&catalog(|_| {})).unwrap_err();
    assert_eq!(told(&refusals), ["reliability/senior#burnt-budget has rev 1, and the ledger 2: a rev never goes down"]);
}

#[test]
fn another_order_or_wording_of_musts_is_no_other_question() {
    let mut ledger = ledger();
    let reworded = catalog(|catalog| {
        let mut signals = small().pointer(&format!("{OWN}/signals")).unwrap().as_array().unwrap().clone();
        signals.swap(0, 2);
        signals[0]["text"] = json!("Names the one person who decides about day 12");
        set(catalog, &format!("{OWN}/signals"), signals);
    });
    assert_eq!(ledger.renew(&reworded), Ok(Renewed::default()));
}

#[test]
fn what_is_no_ledger_is_refused() {
    for wrong in ["", "{}", r#"{"questions":[{"id":"no question","rev":1,"musts":[]}]}"#] {
        assert!(Ledger::read(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn the_ledger_of_the_data_is_what_its_questions_make_it() {
    let written = include_str!("../../data/ledger.json");
    let mut ledger = Ledger::read(written).unwrap();
    let renewed = ledger.renew(&Catalog::embedded().unwrap());
    assert_eq!(renewed, Ok(Renewed::default()), "not up to date: rungs catalog ledger data");
    assert!(ledger.json().unwrap() == written, "not as it is written: rungs catalog ledger data");
}
