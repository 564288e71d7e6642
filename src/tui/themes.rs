//! The open list of themes: the one under the cursor shows at once, behind it.

use ratatui::layout::Size;

use super::action::Verb;
use super::cursor::{Cursor, Rows};
use super::keymap::{Context, Keymap};
use super::layout::{self, PaneArea};
use super::theme::Theme;
use crate::text::width;

/// The open list.
#[derive(Debug)]
pub struct ThemePicker {
    /// All themes, those that come with the program first.
    pub rows: Rows<Theme>,
    /// Its cursor.
    pub cursor: Cursor,
    /// The theme there was before.
    pub before: Theme,
}

/// A theme that is taken at every start, whatever was chosen before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The theme.
    pub theme: Theme,
    /// Who says so.
    pub by: By,
}

/// Who says which theme it is at every start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The settings.
    Settings,
    /// `NO_COLOR` and the like, or an option.
    Surroundings,
}

impl ThemePicker {
    /// The themes that come with the program, the cursor on `now`, which is among them.
    pub fn new(now: &Theme) -> Self {
        let mut picker = Self { rows: Rows::default(), cursor: Cursor::default(), before: now.clone() };
        picker.list(Theme::SHIPPED.to_vec(), now);
        picker
    }

    /// Lists `themes`, the cursor on the one called as `now`, which is added where it is not among them.
    pub fn list(&mut self, mut themes: Vec<Theme>, now: &Theme) {
        let place = themes.iter().position(|theme| theme.name() == now.name());
        if place.is_none() {
            themes.push(now.clone());
        }
        self.cursor.stop = place.unwrap_or(themes.len() - 1);
        self.rows = Rows::default();
        for theme in themes {
            self.rows.push_stop([theme]);
        }
    }

    /// The theme under the cursor.
    pub fn theme(&self) -> Option<&Theme> {
        self.rows.get(self.cursor.stop)
    }

    /// Where the list is on a screen of `size`: in a corner, so that the theme shows beside it.
    pub fn area(&self, size: Size, keys: Keymap) -> PaneArea {
        let names = (0..self.rows.len()).filter_map(|place| self.rows.get(place)).map(|theme| width(theme.name()));
        let widest = names.max().unwrap_or_default().max(width(&title(keys)));
        layout::corner(size, widest + 4, self.rows.len())
    }
}

/// What the list is called.
pub fn title(keys: Keymap) -> String {
    format!("Theme: {}esc goes back", keys.words(Context::Themes, Verb::Accept, "# keeps, "))
}

impl Standing {
    /// What becomes of another theme that is taken now.
    pub fn says(&self) -> String {
        let name = self.theme.name();
        match self.by {
            By::Settings => format!("The next start has {name} again, as config.toml says."),
            By::Surroundings => format!("The next start has {name} again, as NO_COLOR, TERM or --color say."),
        }
    }
}
