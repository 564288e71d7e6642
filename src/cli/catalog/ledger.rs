//! `rungs catalog ledger`: the questions of a catalog go into its ledger, or the reasons why they cannot are told.

use std::fs;
use std::io;

use super::without_errors;
use crate::catalog::{Files, Ledger, Renewed};
use crate::cli::args::LedgerArgs;
use crate::cli::output::message;
use crate::cli::to_file::replace;
use crate::cli::{Exit, Failure, Outcome};

/// Renews the ledger in a catalog's folder.
pub(in crate::cli) fn ledger(args: &LedgerArgs) -> Outcome {
    let path = args.folder.join("ledger.json");
    let catalog = without_errors(&Files::read(&args.folder))?;
    let unreadable =
        |error: &dyn std::fmt::Display| Failure::new(Exit::Catalog, format!("{}: {error}", path.display()));
    let mut ledger = match fs::read_to_string(&path) {
        Ok(json) => Ledger::read(&json).map_err(|error| unreadable(&error))?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ledger::default(),
        Err(error) => return Err(unreadable(&error)),
    };
    let renewed = ledger.renew(&catalog).map_err(|refusals| {
        let refusals: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        Failure::new(Exit::Catalog, format!("the ledger is as it was:\n  {}", refusals.join("\n  ")))
    })?;
    let json = ledger.json().map_err(|error| unreadable(&error))?;
    // Half a ledger would forget what was asked.
    replace(&path, &json)
        .map_err(|error| Failure::new(Exit::Unwritable, format!("could not write {}: {error}", path.display())))?;
    let Renewed { added, revised, retired } = renewed;
    message(&format!("{added} added, {revised} revised, {retired} retired"));
    Ok(Exit::Done)
}
