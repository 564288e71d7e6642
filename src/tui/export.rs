//! What a screen shows as a document, and what its file is called. The same documents as the command line prints.

use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::export::{self, Format, Report, compare, gap, ladder, role};
use crate::tui::compare::Kept;
use crate::tui::gap::day;
use crate::tui::ladder::Face;
use crate::tui::model::{Model, Screen};

/// The longest name without its ending, in bytes: file systems take 255, and a number may follow.
const LONGEST_NAME: usize = 200;

/// What a screen can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// A document for people.
    Document(Format),
    /// For programs.
    Json,
    /// For whatever takes nothing but words.
    Plain,
}

impl Form {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document(Format::Markdown) => "Markdown",
            Self::Document(Format::Csv) => "CSV",
            Self::Document(Format::Html) => "HTML",
            Self::Json => "JSON",
            Self::Plain => "plain text",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Document(Format::Markdown) => "md",
            Self::Document(Format::Csv) => "csv",
            Self::Document(Format::Html) => "html",
            Self::Json => "json",
            Self::Plain => "txt",
        }
    }

    fn text(
        self,
        report: impl FnOnce() -> Report,
        json: impl FnOnce() -> serde_json::Result<String>,
    ) -> Result<String, String> {
        match self {
            Self::Document(format) => Ok(format.render(&report())),
            Self::Json => json().map(|json| json + "\n").map_err(|error| error.to_string()),
            Self::Plain => Ok(export::plain(&report())),
        }
    }
}

/// A document, and what its file is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The name of its file, made of the ids of what it is about.
    pub name: String,
    /// All of it.
    pub text: String,
}

/// What the screen shows, in `form`; `None` where it shows nothing that is a document.
///
/// # Errors
///
/// Why it could not be written, in a sentence.
pub fn written(model: &Model, form: Form) -> Option<Result<Written, String>> {
    let (name, text) = match &model.screen {
        Screen::Compare(screen) => {
            let shown = screen.comparison()?.clone();
            let shown = if screen.set.kept == Kept::Differences { shown.only_differences() } else { shown };
            let json = || export::json(compare::SCHEMA, &[compare::Sheet::of(&shown)]);
            let ids: Vec<&str> = screen.set.ids.iter().map(RoleId::as_str).collect();
            (format!("compare-{}", ids.join("-")), form.text(|| compare::report(&shown), json))
        }
        Screen::Ladder(view) => {
            let family = model.catalog.families().get(view.set.family)?;
            if view.set.face == Face::Grid {
                let json = || export::json(ladder::SCHEMA, &[ladder::Sheet::of_grid(family, &view.grid)]);
                let text = form.text(|| ladder::grid_report(family, &view.grid), json);
                (format!("ladder-{}", family.id), text)
            } else {
                let ladder = view.ladder.as_ref()?;
                let json = || export::json(ladder::SCHEMA, &[ladder::Sheet::of_item(family, ladder)]);
                let text = form.text(|| ladder::steps_report(family, ladder), json);
                (format!("ladder-{}-{}-{}", family.id, ladder.item.kind(), ladder.item.key()), text)
            }
        }
        Screen::Gap(screen) => {
            let shown = screen.as_listed()?;
            let json = || export::json(gap::SCHEMA, &[gap::Sheet::of(&shown)]);
            (format!("gap-{}", shown.target.id), form.text(|| gap::report(&shown, day), json))
        }
        Screen::Browse
        | Screen::Bookmarks(_)
        | Screen::Map(_)
        | Screen::Near(_)
        | Screen::Term(_)
        | Screen::Practice(_)
        | Screen::Progress(_)
        | Screen::Stories(_) => return None,
    };
    Some(text.map(|text| Written { name: file_name(&name, form), text }))
}

/// The roles `ids` in full, in `form`, as commands print them; `None` where the catalog has none of them.
///
/// # Errors
///
/// Why they could not be written, in a sentence.
pub fn in_full(catalog: &Catalog, ids: &[RoleId], form: Form) -> Option<Result<Written, String>> {
    let sheets: Vec<role::Sheet<'_>> =
        ids.iter().filter_map(|id| Some(role::Sheet::of(catalog, catalog.whole(id)?, role::Rubric::Hidden))).collect();
    if sheets.is_empty() {
        return None;
    }
    let text = match form {
        Form::Document(format) => Ok(role::document(format, &catalog.framework().name, &sheets)),
        Form::Plain => Ok(role::plain(&sheets)),
        Form::Json => export::json(role::SCHEMA, &sheets).map(|json| json + "\n").map_err(|error| error.to_string()),
    };
    let ids: Vec<&str> = ids.iter().map(RoleId::as_str).collect();
    Some(text.map(|text| Written { name: file_name(&ids.join("-"), form), text }))
}

/// The name of a file about `about`: only what every file system takes as it is.
fn file_name(about: &str, form: Form) -> String {
    let sign = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let stem: String = format!("rungs-{about}").chars().map(sign).take(LONGEST_NAME).collect();
    format!("{}.{}", stem.trim_end_matches('-'), form.ending())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_path_and_never_too_long() {
        assert_eq!(file_name("compare-a/b-c/d", Form::Json), "rungs-compare-a-b-c-d.json");
        let long = file_name(&"longest-id/".repeat(50), Form::Document(Format::Html));
        assert!(long.len() <= LONGEST_NAME + ".html".len() && long.starts_with("rungs-longest-id-"), "{long}");
        assert!(!long.contains(['/', ' ']) && !long.contains("-."), "{long}");
    }
}
