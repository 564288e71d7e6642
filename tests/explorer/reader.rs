//! Somebody at the explorer: types, clicks, looks. Everything in memory, on a small catalog unless another is named.

use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use rungs::catalog::{Catalog, Files, load};
use rungs::domain::RoleId;
use rungs::store::{Bookmark, Change, Place, Subject};
use rungs::tui::action::{Action, Motion, Pane};
use rungs::tui::effect::{Effect, Outcome, Purpose};
use rungs::tui::key::Key;
use rungs::tui::model::{Model, Screen};
use rungs::tui::rehearsal::{Disk, Rehearsal, act, open, screen, styled, text};
use rungs::tui::theme::{Glyphs, Theme};
use rungs::tui::undo::Undo;
use rungs::tui::world::World;
use rungs::tui::{place, update};

/// Three families, seven roles; its wording never changes.
static SMALL: LazyLock<Arc<Catalog>> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/small.json");
    let catalog = load(&Files::read(&path)).expect("the small catalog loads");
    Arc::new(catalog)
});

/// The same with questions for the senior payments engineer: three of the role's own, two of its family's bank.
static INTERVIEWS: LazyLock<Arc<Catalog>> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/interviews.json");
    let catalog = load(&Files::read(&path)).expect("the catalog with interviews loads");
    Arc::new(catalog)
});

/// The catalog inside the binary.
static EMBEDDED: LazyLock<Arc<Catalog>> = LazyLock::new(|| Arc::new(Catalog::embedded().expect("it is valid")));

/// Somebody at the explorer.
pub(super) struct Reader {
    pub(super) model: Model,
    pub(super) world: Rehearsal,
    /// What was done so far: failures tell it and snapshots carry it.
    pub(super) story: String,
}

impl Reader {
    /// On the small catalog, with room for all three panes.
    pub(super) fn new() -> Self {
        Self::sized(120, 36)
    }

    /// On the small catalog.
    pub(super) fn sized(width: u16, height: u16) -> Self {
        Self::on(Arc::clone(&SMALL), width, height)
    }

    /// On the role `id` of the catalog inside the binary.
    pub(super) fn embedded(id: &str, width: u16, height: u16) -> Self {
        Self::at(Arc::clone(&EMBEDDED), id, width, height)
    }

    /// On the role with questions.
    pub(super) fn interviewed(width: u16, height: u16) -> Self {
        Self::at(Arc::clone(&INTERVIEWS), "payments/senior", width, height)
    }

    /// On the role `id` of `catalog`.
    pub(super) fn at(catalog: Arc<Catalog>, id: &str, width: u16, height: u16) -> Self {
        let model = open(catalog, width, height, Some(&id.parse().expect("an id")));
        Self { model, world: Rehearsal::default(), story: String::new() }
    }

    /// Lets so many seconds pass.
    pub(super) fn waits(mut self, seconds: u64) -> Self {
        self.story.extend(["(", &seconds.to_string(), " s)"]);
        self.world.late.0.passed += Duration::from_secs(seconds);
        let now = self.world.late.0;
        act(&mut self.model, &mut self.world, Action::Time(now));
        self
    }

    /// Ends the program and starts it again so many days later, with what was kept by then.
    pub(super) fn comes_again(self, days: i32) -> Self {
        let Self { model, mut world, mut story } = self;
        story.extend(["(again, ", &days.to_string(), " days later)"]);
        world.practice = model.practice.unwrap_or_default();
        world.late.0.moment.day = world.late.0.moment.day.plus(days);
        world.late.0.passed = Duration::ZERO;
        let size = model.size;
        let again = Self::interviewed(size.width, size.height);
        Self { model: again.model, world, story }
    }

    pub(super) fn on(catalog: Arc<Catalog>, width: u16, height: u16) -> Self {
        let model = open(catalog, width, height, None);
        Self { model, world: Rehearsal::default(), story: String::new() }
    }

    /// On the small catalog again, where another reader left.
    pub(super) fn reopening(place: Place) -> Self {
        let mut reader = Self::new();
        place::restore(&mut reader.model, place);
        update::settle(&mut reader.model);
        reader
    }

    /// Where this reader is, as it is kept for the next start.
    pub(super) fn place(&self) -> Place {
        place::of(&self.model)
    }

    /// With bookmarks from earlier days, which `u` does not take away.
    pub(super) fn keeping(mut self, roles: &[&str]) -> Self {
        for role in roles {
            self = self.kept(Change::Add { of: subject(role) });
        }
        self
    }

    /// With a bookmark from earlier days that has tags and a note.
    pub(super) fn keeping_with(self, role: &str, tags: &[&str], note: &str) -> Self {
        let (of, tags) = (subject(role), tags.iter().map(ToString::to_string).collect());
        let change = Change::Note { of: of.clone(), text: note.to_owned(), base: Vec::new() };
        self.keeping(&[role]).kept(Change::Tags { of, tags }).kept(change)
    }

    fn kept(mut self, change: Change) -> Self {
        let outcome = self.world.perform(Effect::Keep(vec![change], Purpose::Do)).expect("changes are kept");
        act(&mut self.model, &mut self.world, Action::Done(outcome));
        self.model.undo = Undo::default();
        self.world.performed.clear();
        self
    }

    /// With an editor that leaves `text`.
    pub(super) fn with_editor(mut self, text: &str) -> Self {
        self.world.editor = Some(text.to_owned());
        self
    }

    /// With the file of a story, there from earlier days or written elsewhere meanwhile.
    pub(super) fn with_story(mut self, name: &str, text: &str) -> Self {
        self.world.stories.insert(name.into(), text.to_owned());
        self
    }

    /// With a disk that from now on takes changes like this.
    pub(super) fn with_disk(mut self, disk: Disk) -> Self {
        self.world.disk = disk;
        self
    }

    /// At the very first start.
    pub(super) fn welcomed(mut self) -> Self {
        self.model.welcome = true;
        self
    }

    pub(super) fn themed(mut self, theme: Theme, glyphs: Glyphs) -> Self {
        (self.model.theme, self.model.glyphs) = (theme, glyphs);
        self
    }

    /// Types a line of keys such as `ljj<enter>`.
    pub(super) fn types(mut self, keys: &str) -> Self {
        self.story.push_str(keys);
        for key in Key::parse_line(keys).expect("keys") {
            act(&mut self.model, &mut self.world, Action::Key(key));
        }
        self
    }

    /// Presses one key.
    pub(super) fn presses(mut self, key: Key) -> Self {
        act(&mut self.model, &mut self.world, Action::Key(key));
        self
    }

    pub(super) fn pastes(self, text: &str) -> Self {
        self.does(&format!("(paste {text:?})"), Action::Paste(text.to_owned()))
    }

    /// Clicks on the first letter of `text`.
    #[track_caller]
    pub(super) fn clicks(self, text: &str) -> Self {
        let (x, y) = self.find(text);
        self.does(&format!("(click {text:?})"), Action::Click { x, y })
    }

    /// Turns the wheel over `text`.
    #[track_caller]
    pub(super) fn wheels(mut self, motion: Motion, text: &str, times: usize) -> Self {
        let (x, y) = self.find(text);
        for _ in 0..times {
            self = self.does(&format!("(wheel {motion:?} over {text:?})"), Action::Wheel { motion, x, y });
        }
        self
    }

    pub(super) fn resizes(self, width: u16, height: u16) -> Self {
        self.does(&format!("(resize {width}x{height})"), Action::Resize { width, height })
    }

    /// Comes back to the window from another.
    pub(super) fn comes_back(self) -> Self {
        self.does("(focus)", Action::FocusGained)
    }

    /// Learns that something could not be done.
    pub(super) fn hears(self, why: &str) -> Self {
        self.does("(failure)", Action::Done(Outcome::Failed(why.to_owned())))
    }

    fn does(mut self, told: &str, action: Action) -> Self {
        self.story.push_str(told);
        act(&mut self.model, &mut self.world, action);
        self
    }

    #[track_caller]
    pub(super) fn sees(self, words: &str) -> Self {
        assert!(self.screen().contains(words), "no {words:?} on screen\n{}", self.told());
        self
    }

    #[track_caller]
    pub(super) fn does_not_see(self, words: &str) -> Self {
        assert!(!self.screen().contains(words), "{words:?} is on screen\n{}", self.told());
        self
    }

    /// Sees that the role under the cursor is `id`.
    #[track_caller]
    pub(super) fn reads(self, id: &str) -> Self {
        assert_eq!(self.model.browse.role().map_or("none", RoleId::as_str), id, "\n{}", self.told());
        self
    }

    /// Sees that the keys go to `pane`.
    #[track_caller]
    pub(super) fn in_pane(self, pane: Pane) -> Self {
        assert_eq!(self.model.browse.focus, pane, "\n{}", self.told());
        self
    }

    /// Sees the roles `ids` side by side, and under the cursor the column `column`, counted from 1.
    #[track_caller]
    pub(super) fn compares(self, ids: &[&str], column: usize) -> Self {
        let Screen::Compare(compare) = &self.model.screen else { panic!("no comparison\n{}", self.told()) };
        let shown: Vec<&str> = compare.set.ids.iter().map(RoleId::as_str).collect();
        assert_eq!((shown, compare.set.column + 1), (ids.to_vec(), column), "\n{}", self.told());
        self
    }

    /// Sees the program end.
    #[track_caller]
    pub(super) fn leaves(self) -> Self {
        assert!(self.model.over, "still open\n{}", self.told());
        self
    }

    /// Sees that the program goes on.
    #[track_caller]
    pub(super) fn stays(self) -> Self {
        assert!(!self.model.over, "over\n{}", self.told());
        self
    }

    /// Whether the role `id` is bookmarked.
    pub(super) fn keeps(&self, id: &str) -> bool {
        self.bookmark(id).is_some()
    }

    pub(super) fn bookmark(&self, id: &str) -> Option<&Bookmark> {
        self.model.bookmarks.get(&id.parse().expect("an id"))
    }

    /// The line under the cursor of a screen of lines.
    pub(super) fn line(&self) -> String {
        let screen = self.screen();
        let line = screen.lines().find(|line| line.starts_with("║>") || line.starts_with('>'));
        line.map(|line| line.trim_matches(['║', '>', ' ']).to_owned()).unwrap_or_default()
    }

    #[track_caller]
    pub(super) fn stands_on(self, words: &str) -> Self {
        let line = self.line();
        assert!(line.starts_with(words), "on {line:?}, not {words:?}\n{}", self.told());
        self
    }

    /// The screen as text.
    pub(super) fn screen(&self) -> String {
        text(&screen(&self.model))
    }

    /// The screen with its styles.
    pub(super) fn styled(&self) -> String {
        styled(&screen(&self.model))
    }

    fn told(&self) -> String {
        format!("after `{}` at {}:\n{}", self.story, self.model.size, self.screen())
    }

    /// Where `text` begins on screen. It must stand there once, or a test would not mean one place.
    #[track_caller]
    fn find(&self, text: &str) -> (u16, u16) {
        let screen = self.screen();
        let mut places = screen
            .lines()
            .enumerate()
            .flat_map(|(y, line)| line.match_indices(text).map(move |(at, _)| (rungs::text::width(&line[..at]), y)));
        let (Some((x, y)), None) = (places.next(), places.next()) else {
            panic!("{text:?} is not on screen once\n{}", self.told());
        };
        (u16::try_from(x).expect("a column"), u16::try_from(y).expect("a row"))
    }
}

fn subject(role: &str) -> Subject {
    role.parse().expect("an id")
}
