//! The shape of a family's file: the family in full, its roles left as raw JSON until one is opened.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::domain::{Bank, DepartmentId, Entry, Family, FamilyId, Interview, Question, Thread};
use crate::text::SafeText;

/// A family as it is written, roles unparsed.
#[derive(Debug, Deserialize)]
pub(super) struct FamilyFile<'a> {
    pub id: FamilyId,
    pub name: SafeText,
    pub department: DepartmentId,
    #[serde(default)]
    pub aliases: Vec<SafeText>,
    #[serde(default)]
    pub summary: SafeText,
    #[serde(default)]
    pub threads: Vec<Thread>,
    #[serde(default)]
    pub entry: Vec<Entry>,
    #[serde(borrow)]
    pub roles: Vec<&'a RawValue>,
    #[serde(default)]
    pub interview: Option<Interview>,
    #[serde(default)]
    pub questions: Vec<Question>,
}

impl<'a> FamilyFile<'a> {
    /// The family, its bank, and its roles as they are written.
    pub(super) fn split(self) -> (Family, Bank, Vec<&'a RawValue>) {
        let Self { id, name, summary, threads, entry, roles, interview, questions, .. } = self;
        (Family { id, name, summary, threads, entry }, Bank { interview, questions }, roles)
    }
}

/// The slug of a role that is still raw JSON: the field `slug`, else its level.
pub(super) fn slug_of(role: &RawValue) -> Option<Cow<'_, str>> {
    #[derive(Deserialize)]
    struct Place<'a> {
        #[serde(borrow)]
        slug: Option<Cow<'a, str>>,
        #[serde(borrow)]
        level: Cow<'a, str>,
    }
    let place: Place<'_> = serde_json::from_str(role.get()).ok()?;
    Some(place.slug.unwrap_or(place.level))
}
