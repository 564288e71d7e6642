//! The near screen: the way from where the reader is to a role, and the roles most like it.

use ratatui::layout::Size;

use super::action::Verb;
use super::cursor::Cursor;
use super::document::{Piece, Row};
use super::keymap::{Context, Keymap};
use super::model::Screen;
use super::role_rows::{RoleRows, Writer};
use super::theme::Ink;
use crate::catalog::Catalog;
use crate::domain::compare::Side;
use crate::domain::near::{NEAREST, nearest};
use crate::domain::paths::{NoPath, Path, Paths};
use crate::domain::{Beyond, RoleId, Topic};
use crate::export::{new_skills, raised_skills};
use crate::store::Pin;
use crate::text::width;

/// How far what is said of a role is set in.
const INDENT: usize = 6;

/// What the reader set: enough to open the screen again as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The role it is about.
    pub role: RoleId,
    /// Where the reader is, if they said so.
    pub here: Option<RoleId>,
    /// The role under the cursor and the first line on screen.
    pub cursor: Cursor,
}

/// The near screen.
#[derive(Debug)]
pub struct Near {
    /// What the reader set.
    pub set: Setting,
    /// What it was opened from, and closes back to.
    pub below: Screen,
    /// The text: a stop for each role on the way and each one that is near.
    pub page: RoleRows,
}

impl Near {
    /// The screen as `set` says, over `below`.
    pub fn new(set: Setting, below: Screen) -> Self {
        Self { set, below, page: RoleRows::default() }
    }

    /// The role under the cursor.
    pub fn role(&self) -> Option<&RoleId> {
        self.page.role(self.set.cursor)
    }

    /// Writes the text where it is out of date, and keeps the cursor in it.
    pub fn settle(&mut self, catalog: &Catalog, keys: Keymap, size: Size) {
        let Self { set, page, .. } = self;
        let mut cursor = set.cursor;
        page.settle(&mut cursor, size, |writer| Page(writer, keys).write(catalog, set));
        set.cursor = cursor;
    }
}

/// The text while it is written.
struct Page<'a>(&'a mut Writer, Keymap);

impl Page<'_> {
    fn write(&mut self, catalog: &Catalog, set: &Setting) {
        let Some(side) = catalog.side(&set.role) else { return };
        let all: Vec<Side<'_>> = catalog.sides().collect();
        self.way(catalog, set, &all);
        self.0.gap();
        let near = nearest(catalog.framework(), &side, &all, NEAREST);
        self.heading("Roles most like it", "by the skills they share");
        if near.is_empty() {
            self.0.words(0, Ink::Faint, "No other role shares a skill with it.");
        }
        for near in &near {
            let mut rows = self.named(&format!("{:>3}%", near.likeness), &near.side.role.title, &near.side.id);
            rows.extend(self.beyond(catalog, &near.adds));
            self.0.stop(near.side.id.clone(), rows);
        }
    }

    /// The way from where the reader is; what to press as long as that is not known.
    fn way(&mut self, catalog: &Catalog, set: &Setting, all: &[Side<'_>]) {
        let Some(here) = &set.here else {
            self.heading("The way there", "");
            let how = self.1.words(Context::Levels, Verb::Pin(Pin::Here), ": # on your own role says that it is yours");
            return self.0.words(0, Ink::Faint, &format!("Not known from where{how}."));
        };
        if *here == set.role {
            self.heading("The way there", "");
            return self.0.words(
                0,
                Ink::Faint,
                "You are here. Asked for on another role, the way from here to it stands here.",
            );
        }
        match Paths::of(catalog.framework(), all.to_vec()).find(here, &set.role) {
            Ok(path) => self.path(catalog, "The way there", &path),
            Err(no_path) => self.no_path(catalog, here, &no_path),
        }
    }

    fn path(&mut self, catalog: &Catalog, name: &str, path: &Path<'_>) {
        let steps = if path.steps.len() == 1 { "1 step".to_owned() } else { format!("{} steps", path.steps.len()) };
        self.heading(&format!("{name} from {}", path.from.role.title), &format!("{steps}, gap {}", path.points()));
        for (step, number) in path.steps.iter().zip(1..) {
            let mut rows = self.named(&format!("{number:>3}."), &step.to.role.title, &step.to.id);
            let note = step.note.map_or_else(String::new, |note| format!(": {note}"));
            rows.extend(self.0.wrapped(INDENT, Ink::Text, &format!("{}{note}", step.way.words())));
            rows.extend(self.beyond(catalog, &step.gap));
            rows.extend(self.say(catalog, &step.gap));
            self.0.stop(step.to.id.clone(), rows);
        }
    }

    fn no_path(&mut self, catalog: &Catalog, here: &RoleId, no_path: &NoPath<'_>) {
        let title = catalog.rung(here).map_or_else(|| here.to_string(), |(_, rung)| rung.title.to_string());
        self.heading(&format!("The way there from {title}"), "none");
        let back = no_path.back.map_or("", |_| " The other way round there is one.");
        self.0.words(0, Ink::Text, &format!("No moves of the catalog lead there.{back}"));
        if let Some((path, likeness)) = &no_path.nearest {
            self.0.words(0, Ink::Text, &format!("The nearest they lead to is {likeness}% like it:"));
            self.path(catalog, "The way nearest to it", path);
        }
    }

    fn beyond(&self, catalog: &Catalog, beyond: &Beyond<'_>) -> Vec<Row> {
        let lists = [("new", new_skills(catalog, beyond)), ("raised", raised_skills(catalog, beyond))];
        let filled = lists.into_iter().filter(|(_, list)| !list.is_empty());
        filled
            .flat_map(|(what, list)| self.0.wrapped(INDENT, Ink::Faint, &format!("{what}: {}", list.join(", "))))
            .collect()
    }

    /// In which decisions there is more say; the ladder and the comparison say how much.
    fn say(&self, catalog: &Catalog, beyond: &Beyond<'_>) -> Vec<Row> {
        let gained = |topic: &&Topic| beyond.decisions.iter().any(|more| *more.topic == topic.id);
        let names: Vec<&str> =
            catalog.framework().topics.iter().filter(gained).map(|topic| topic.name.as_str()).collect();
        if names.is_empty() {
            return Vec::new();
        }
        self.0.wrapped(INDENT, Ink::Faint, &format!("more say: {}", names.join(", ")))
    }

    fn heading(&mut self, name: &str, facts: &str) {
        self.0.heading(Ink::Heading, &name.to_uppercase(), facts);
    }

    /// A role's title behind what places it, and its id where there is room.
    fn named(&self, place: &str, title: &str, id: &RoleId) -> Vec<Row> {
        let mut pieces = vec![Piece::new(Ink::Accent, format!("{place}  ")), Piece::new(Ink::Link, title.to_owned())];
        let id = format!("  {id}");
        if INDENT + width(title) + width(&id) <= self.0.cells {
            pieces.push(Piece::new(Ink::Faint, id));
        }
        vec![Row(pieces)]
    }
}
