//! [`Ledger`]: every question a catalog ever asked, so that what people practised never comes to mean another question.
//! An id is given once: a question that is gone stays in the ledger, and its id is not taken again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Catalog;
use crate::domain::{Need, Question, SignalId, WholeQuestionId};

/// The questions that were ever asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    records: BTreeMap<WholeQuestionId, Record>,
}

/// What is kept of a question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
struct Record {
    id: WholeQuestionId,
    /// Counts up when the musts change.
    rev: u32,
    /// The ids of its musts, in the order of the alphabet.
    musts: Vec<SignalId>,
    /// Whether it is asked no more.
    #[serde(default, skip_serializing_if = "Standing::is_asked")]
    standing: Standing,
}

/// Whether a question is still asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Standing {
    #[default]
    Asked,
    Retired,
}

impl Standing {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_asked(&self) -> bool {
        *self == Self::Asked
    }
}

/// What came of renewing a ledger, in numbers of questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Renewed {
    /// New in the ledger.
    pub added: usize,
    /// Asked in another form than before, with a higher revision.
    pub revised: usize,
    /// Asked no more.
    pub retired: usize,
}

/// Why a catalog cannot go into its ledger.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// A question under the id of one that was taken away.
    #[error("{0} was retired: a new question takes a new id")]
    Retired(WholeQuestionId),
    /// Other musts than the ledger has for this revision.
    #[error("{id} has other musts than before: make its rev {}", rev + 1)]
    OtherMusts {
        /// The question.
        id: WholeQuestionId,
        /// Its revision, here and in the ledger.
        rev: u32,
    },
    /// A revision below the ledger's.
    #[error("{id} has rev {rev}, and the ledger {known}: a rev never goes down")]
    OlderRevision {
        /// The question.
        id: WholeQuestionId,
        /// Its revision.
        rev: u32,
        /// The revision the ledger has.
        known: u32,
    },
}

impl Ledger {
    /// The ledger written in `json`.
    ///
    /// # Errors
    ///
    /// When it is no ledger.
    pub fn read(json: &str) -> serde_json::Result<Self> {
        #[derive(Deserialize)]
        struct Written {
            questions: Vec<Record>,
        }
        let Written { questions } = serde_json::from_str(json)?;
        Ok(Self { records: questions.into_iter().map(|record| (record.id.clone(), record)).collect() })
    }

    /// The ledger as it is written: a question a line, in the order of ids.
    ///
    /// # Errors
    ///
    /// Never; serialisation just cannot promise it.
    pub fn json(&self) -> serde_json::Result<String> {
        let lines: Vec<String> = self.records.values().map(serde_json::to_string).collect::<Result<_, _>>()?;
        Ok(format!("{{\"questions\":[\n{}\n]}}\n", lines.join(",\n")))
    }

    /// Takes in what `catalog` asks now: new questions are added, those that are gone retired.
    ///
    /// # Errors
    ///
    /// All refusals; the ledger is as it was then.
    pub fn renew(&mut self, catalog: &Catalog) -> Result<Renewed, Vec<Refusal>> {
        let asked: BTreeMap<WholeQuestionId, Record> =
            asked(catalog).map(|record| (record.id.clone(), record)).collect();
        let known = |record: &Record| Some((self.records.get(&record.id)?, record.clone()));
        let refusals: Vec<Refusal> =
            asked.values().filter_map(known).filter_map(|(known, record)| refusal(known, record)).collect();
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let mut renewed = Renewed::default();
        for record in self.records.values_mut() {
            if record.standing == Standing::Asked && !asked.contains_key(&record.id) {
                record.standing = Standing::Retired;
                renewed.retired += 1;
            }
        }
        for (id, record) in asked {
            let rev = record.rev;
            match self.records.insert(id, record) {
                None => renewed.added += 1,
                Some(known) if known.rev != rev => renewed.revised += 1,
                Some(_) => {}
            }
        }
        Ok(renewed)
    }
}

fn refusal(known: &Record, Record { id, rev, musts, .. }: Record) -> Option<Refusal> {
    if known.standing == Standing::Retired {
        Some(Refusal::Retired(id))
    } else if rev < known.rev {
        Some(Refusal::OlderRevision { id, rev, known: known.rev })
    } else if rev == known.rev && musts != known.musts {
        Some(Refusal::OtherMusts { id, rev })
    } else {
        None
    }
}

/// Every question of a catalog, as it is kept.
fn asked(catalog: &Catalog) -> impl Iterator<Item = Record> {
    catalog.families().iter().flat_map(|family| {
        let bank = catalog.bank(&family.id).into_iter().flat_map(|bank| &bank.questions);
        let bank = bank.map(|question| record(WholeQuestionId::of_bank(&family.id, &question.id), question));
        let own = family.rungs.iter().flat_map(|rung| {
            let role = family.role_id(rung);
            let own = catalog.questions(&role).into_iter().flat_map(|asked| &asked.questions);
            own.map(move |question| record(WholeQuestionId::of_role(&role, &question.id), question))
        });
        bank.chain(own)
    })
}

fn record(id: WholeQuestionId, question: &Question) -> Record {
    let musts = question.signals.iter().filter(|signal| signal.need == Need::Must);
    let mut musts: Vec<SignalId> = musts.map(|signal| signal.id.clone()).collect();
    musts.sort();
    Record { id, rev: question.rev, musts, standing: Standing::Asked }
}
