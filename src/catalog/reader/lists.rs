//! Lists of things with ids: levels, skills and the like, each element parsed on its own.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::parse;
use crate::catalog::draft::{Entry, List};
use crate::catalog::problem::Check;
use crate::catalog::report::{Place, Report};

/// Reads lists of things with ids.
pub(super) struct Lists<'a> {
    /// The layer they belong to.
    pub layer: usize,
    /// The most elements of one.
    pub most: usize,
    /// The object they are fields of.
    pub root: &'a Place,
    pub report: &'a mut Report,
}

impl Lists<'_> {
    /// Parses each element of the list `field`, if there is one, on its own, and notes ids that come twice.
    pub(super) fn read<'a, T: Deserialize<'a>>(
        &mut self,
        raw: Option<Vec<&'a RawValue>>,
        (field, what): (&str, &str),
        list: &mut List<T>,
    ) {
        #[derive(Deserialize)]
        struct Named<'a> {
            #[serde(borrow)]
            id: Cow<'a, str>,
        }
        let Self { layer, most, root, report } = self;
        let Some(raw) = raw else { return };
        let place = root.then(field);
        list.given = true;
        if raw.len() > *most {
            report.add(Check::TooMuch, &place, format_args!("has {} entries: at most {most}", raw.len()));
            list.ids.open();
            return;
        }
        for (index, raw) in raw.iter().enumerate() {
            let place = place.then(index);
            let id = serde_json::from_str(raw.get()).map_or_else(|_| None, |Named { id }| Some(id));
            match &id {
                Some(id) if list.ids.insert(id, *layer) => {}
                Some(id) => {
                    let text = format_args!("another {what} has the id `{id}`");
                    report.add(Check::DuplicateId, &place.then("id"), text);
                }
                None => list.ids.open(),
            }
            if let Some(value) = parse(raw.get(), &place, report) {
                list.add(id.as_deref().unwrap_or_default(), Entry { place, value });
            }
        }
    }
}
