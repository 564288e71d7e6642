//! The program without a terminal and without a disk: keys in, screens out. For the hidden `screen` command, which
//! prints the README's pictures, and for the tests.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Style};

use super::action::Action;
use super::effect::{Draft, Effect, Ladders, Outcome};
use super::key::Key;
use super::model::Model;
use super::practice::{Now, Paper};
use super::runtime;
use super::stories::{self, StoryFile};
use super::theme::Theme;
use super::update::{open_at, settle, update};
use super::view::draw;
use super::world::World;
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::practice::{Moment, StudyDay};
use crate::domain::story::StorySlug;
use crate::search::{Index, Kept, Sought};
use crate::store::{Entry, EntryId, Practice, Shelf, Stamper};

/// A world in memory. Its clock stands still, so that a screen is the same every time.
#[derive(Debug, Default)]
pub struct Rehearsal {
    stamper: Stamper,
    /// What becomes of changes.
    pub disk: Disk,
    on_their_way: Vec<EntryId>,
    refused: Vec<EntryId>,
    /// What was said on earlier days.
    pub practice: Practice,
    /// The day that was kept last.
    pub touched: Option<StudyDay>,
    /// What the editor writes in place of a note; without it there is no editor. In a story `{}` is what was there.
    pub editor: Option<String>,
    /// How late it is: nothing moves this clock but who rehearses.
    pub late: Late,
    /// What can be found, of which ladders.
    index: Option<(Ladders, Index)>,
    /// The files of answers, by name.
    pub answers: BTreeMap<Box<str>, String>,
    /// The files of stories, by name.
    pub stories: BTreeMap<Box<str>, String>,
    /// Themes of somebody's own.
    pub themes: Vec<Theme>,
    /// Every effect that was asked for, in order.
    pub performed: Vec<Effect>,
}

/// How late it is in a rehearsal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Late(pub Now);

/// Five to ten in the morning on the first of May 2026, in Greenwich.
impl Default for Late {
    fn default() -> Self {
        let day = date(2026, 5, 1).into();
        Self(Now { passed: Duration::ZERO, moment: Moment { off: 0, day } })
    }
}

/// Files of answers in memory.
impl Rehearsal {
    fn keep_answer(&mut self, mut paper: Paper) -> Outcome {
        if self.disk == Disk::Full {
            return Outcome::AnswerStuck(paper, "NOT SAVED: the disk is full".to_owned());
        }
        let next = || format!("answers/{}/{}.md", paper.question, self.answers.len() + 1).into();
        let file: Box<str> = paper.file.clone().unwrap_or_else(next);
        self.answers.insert(file.clone(), paper.text.clone());
        paper.file = Some(file);
        Outcome::AnswerKept(paper)
    }

    fn edit_answer(&mut self, paper: Paper) -> Outcome {
        let Outcome::AnswerKept(mut paper) = self.keep_answer(paper.clone()) else {
            return Outcome::AnswerStuck(paper, "NOT SAVED: the disk is full".to_owned());
        };
        let Some(text) = self.editor.clone() else {
            return Outcome::AnswerStuck(paper, "There is no editor in a rehearsal.".to_owned());
        };
        paper.text = text;
        self.keep_answer(paper.clone());
        Outcome::Answered(paper)
    }
}

/// Files of stories in memory.
impl Rehearsal {
    fn shelf(&self) -> Shelf {
        Shelf::of_texts(self.stories.iter().map(|(name, text)| (&**name, text.as_str())))
    }

    fn edit_story(&mut self, stories::Draft { file, why }: stories::Draft) -> Outcome {
        let Some(written) = self.editor.clone() else {
            return Outcome::Failed("There is no editor in a rehearsal.".to_owned());
        };
        let (name, begun) = match file {
            StoryFile::New { title, text } => {
                let slug = StorySlug::of_title(&title).unwrap_or_else(StorySlug::nameless);
                let names = std::iter::once(slug.clone()).chain((2..).map(|number| slug.numbered(number)));
                let mut names = names.map(|slug| format!("{slug}.md"));
                (names.find(|name| !self.stories.contains_key(name.as_str())).unwrap_or_default(), Some(text))
            }
            StoryFile::Kept(slug) => (format!("{slug}.md"), None),
            StoryFile::Broken(path) => (path.to_string_lossy().into_owned(), None),
        };
        let there = || self.stories.get(name.as_str()).cloned().unwrap_or_default();
        let text = written.replace("{}", &begun.clone().unwrap_or_else(there));
        if begun.as_ref() == Some(&text) {
            return Outcome::StoryEdited { slug: None, why, shelf: Box::new(self.shelf()), trouble: None };
        }
        let slug = StorySlug::named(&name);
        self.stories.insert(name.into(), text);
        Outcome::StoryEdited { slug, why, shelf: Box::new(self.shelf()), trouble: None }
    }
}

/// How the disk of a rehearsal takes changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Disk {
    /// At once.
    #[default]
    Prompt,
    /// Not until it is prompt again.
    Slow,
    /// Not at all.
    Full,
}

impl Rehearsal {
    /// `records` with their places in time, on their way to disk.
    fn stamped<R>(&mut self, records: Vec<R>) -> Vec<Entry<R>> {
        self.on_their_way.append(&mut self.refused);
        let entry = |record| Entry { stamp: self.stamper.stamp(Timestamp::UNIX_EPOCH), record };
        let entries: Vec<Entry<R>> = records.into_iter().map(entry).collect();
        self.on_their_way.extend(entries.iter().map(|entry| entry.stamp.id.clone()));
        entries
    }
}

impl World for Rehearsal {
    fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        self.performed.push(effect.clone());
        match effect {
            Effect::Keep(changes, purpose) => Some(Outcome::Kept(self.stamped(changes), purpose)),
            Effect::Say(remarks, purpose) => Some(Outcome::Said(self.stamped(remarks), purpose)),
            Effect::ReadPractice => {
                let (practice, touched) = (Box::new(self.practice.clone()), self.touched);
                Some(Outcome::PracticeRead { practice, notice: None, touched })
            }
            Effect::SaveAgain => {
                self.on_their_way.append(&mut self.refused);
                None
            }
            Effect::EditNote(draft) => Some(match self.editor.clone() {
                Some(text) => Outcome::Edited(Draft { text, ..draft }),
                None => Outcome::Failed("There is no editor in a rehearsal.".to_owned()),
            }),
            Effect::EditAnswer(paper) => Some(self.edit_answer(paper)),
            Effect::KeepAnswer(paper) => Some(self.keep_answer(paper)),
            Effect::ReadAnswer(mut paper) => {
                let text = paper.file.as_ref().and_then(|file| self.answers.get(file)).cloned();
                let there = text.map(|text| paper.text = text).is_some();
                Some(if there {
                    Outcome::AnswerKept(paper)
                } else {
                    Outcome::AnswerStuck(paper, "cannot read the answer".to_owned())
                })
            }
            Effect::ReadThemes => {
                let themes = Theme::SHIPPED.into_iter().chain(self.themes.iter().cloned()).collect();
                Some(Outcome::Themes { themes, notice: None })
            }
            Effect::ReadStories => Some(Outcome::Stories(Box::new(self.shelf()))),
            Effect::EditStory(draft) => Some(self.edit_story(draft)),
            Effect::Time => Some(Outcome::Time(self.now())),
            Effect::Index { ladders, bookmarks } => {
                let known = self.index.take().filter(|(of, _)| *of == ladders);
                let index = known.map_or_else(|| Index::of(&ladders.0), |(_, index)| index);
                let stories = self.shelf().stories;
                self.index = Some((ladders, index.with(Kept { bookmarks: &bookmarks, stories: &stories })));
                None
            }
            Effect::Seek { typed, matching } => {
                let (_, index) = self.index.as_ref()?;
                Some(Outcome::Found(Box::new(Sought::of(index, &typed, matching))))
            }
            Effect::Mouse(_)
            | Effect::Redraw
            | Effect::Suspend
            | Effect::Rescue(_)
            | Effect::Copy { .. }
            | Effect::Export { .. } => None,
        }
    }

    fn now(&mut self) -> Now {
        self.late.0
    }

    fn news(&mut self) -> Option<Outcome> {
        if self.disk == Disk::Slow || self.on_their_way.is_empty() {
            return None;
        }
        let changes = std::mem::take(&mut self.on_their_way);
        if self.disk == Disk::Full {
            self.refused.extend_from_slice(&changes);
            return Some(Outcome::NotSaved { changes, why: "NOT SAVED: the disk is full".to_owned() });
        }
        Some(Outcome::Saved { changes, caution: None })
    }
}

/// Takes an action and everything that follows from it.
pub fn act(model: &mut Model, world: &mut impl World, action: Action) {
    let time = model.is_timed().then(|| Action::Time(world.now()));
    let mut actions: VecDeque<Action> = time.into_iter().chain([action]).collect();
    while let Some(action) = actions.pop_front().or_else(|| world.news().map(Action::Done)) {
        for effect in update(model, action) {
            actions.extend(world.perform(effect).map(Action::Done));
        }
    }
}

/// Types `keys`.
pub fn type_keys(model: &mut Model, world: &mut impl World, keys: &[Key]) {
    for key in keys {
        act(model, world, Action::Key(*key));
    }
}

/// The program as it opens, at `at` or at the start.
pub fn open(catalog: Arc<Catalog>, width: u16, height: u16, at: Option<&RoleId>) -> Model {
    let mut model = Model::new(catalog, runtime::drawable(width, height));
    settle(&mut model);
    if let Some(role) = at {
        open_at(&mut model, role);
    }
    model
}

/// The screen as it is drawn.
pub fn screen(model: &Model) -> Buffer {
    let Ok(mut terminal) = Terminal::new(TestBackend::new(model.size.width, model.size.height));
    let Ok(_) = terminal.draw(|frame| draw(model, frame));
    terminal.backend().buffer().clone()
}

/// A screen with its styles: each line of text that has any is followed by its runs, such as `  3-9 bold, reversed`.
pub fn styled(screen: &Buffer) -> String {
    let mut lines = String::new();
    for (y, line) in (0..screen.area.height).zip(text(screen).lines()) {
        lines.push_str(line);
        lines.push('\n');
        let mut runs: Vec<(u16, u16, String)> = Vec::new();
        for x in 0..screen.area.width {
            let style = words(screen[(x, y)].style());
            match runs.last_mut() {
                Some((_, last, same)) if *same == style => *last = x,
                _ => runs.push((x, x, style)),
            }
        }
        let runs = runs.iter().filter(|(.., style)| !style.is_empty());
        let runs: Vec<String> = runs.map(|(first, last, style)| format!("{first}-{last} {style}")).collect();
        if !runs.is_empty() {
            lines.extend(["    \u{b7} ", &runs.join("; "), "\n"]);
        }
    }
    lines
}

/// A style in words; none for the terminal's own.
fn words(style: Style) -> String {
    let modifiers = style.add_modifier.iter_names().map(|(name, _)| name.to_lowercase());
    let colour = |colour: Option<Color>, of: &str| {
        colour.filter(|colour| *colour != Color::Reset).map(|colour| format!("{of}{colour}").to_lowercase())
    };
    let colours = [colour(style.fg, ""), colour(style.bg, "on ")].into_iter().flatten();
    modifiers.chain(colours).collect::<Vec<_>>().join(" ")
}

/// The text of a screen, a line each, blanks at their ends left out.
pub fn text(screen: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..screen.area.height {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..screen.area.width {
            let symbol = screen[(x, y)].symbol();
            if skip == 0 {
                line.push_str(symbol);
            }
            // A wide character takes the cell after it too.
            skip = crate::text::width(symbol).max(skip).saturating_sub(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
