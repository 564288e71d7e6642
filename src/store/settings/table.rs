//! The keys of the settings: what each is called, means and takes.

use std::env;
use std::path::{Path, PathBuf};

use super::value::{self, Given, Value, Wrong};
use super::{Setting, Settings};
use crate::domain::practice::Rollover;
use crate::store::themes;
use crate::text::SafeText;

/// What stands for the theme that was chosen last.
pub(super) const LAST: &str = "last";
/// What stands for ASCII where locale or terminal ask for it.
const AUTO: &str = "auto";
/// The fewest and the most minutes of a plan.
const MINUTES: (u16, u16) = (5, 120);

/// A key of the settings.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// What it is called, a dot between its table and itself.
    pub name: &'static str,
    /// What it means, in a sentence or some.
    pub says: &'static str,
    /// Takes a value of the file into the settings.
    pub(super) take: fn(&Given<'_>, &Around<'_>, &mut Settings) -> Result<(), Wrong>,
    /// What holds, and the line that says so.
    pub(super) show: fn(&Settings) -> (Value, Option<usize>),
}

/// What a value is taken with.
#[derive(Debug)]
pub(super) struct Around<'a> {
    /// The themes there are.
    pub themes: &'a [&'a str],
    /// What relative paths count from.
    pub directory: &'a Path,
    /// The line the key stands on.
    pub line: usize,
}

impl Row {
    /// What holds, and the line of the file that says so; none for the default.
    pub fn of(&self, settings: &Settings) -> (Value, Option<usize>) {
        (self.show)(settings)
    }
}

impl Around<'_> {
    fn set<T>(&self, setting: &mut Setting<T>, value: T) {
        *setting = Setting { value, line: Some(self.line) };
    }
}

/// Every key there is, those without a table first.
pub const ROWS: &[Row] = &[
    Row {
        name: "theme",
        says: "The theme at the start. \"last\" is the one you took last with T; any other is a wish written down and wins over \
               that, also one of your own, NAME.toml in the folder themes beside this file. NO_COLOR wins over both, and so \
               does --color never.",
        take: |given, around, settings| {
            let mut names: Vec<&str> = [LAST].into_iter().chain(around.themes.iter().copied()).collect();
            // Somebody's own themes are looked for only where one of them is named.
            let directory = around.directory.join("themes");
            let typed = given.get_ref().as_str().filter(|name| !names.contains(name));
            let own = typed.map(|_| themes::theme_names(&directory)).unwrap_or_default();
            names.extend(own.iter().map(String::as_str));
            let name = value::one_of(given, &names)?;
            around.set(&mut settings.theme, (name != LAST).then(|| name.into()));
            Ok(())
        },
        show: |settings| {
            let name = settings.theme.value.as_deref().unwrap_or(LAST);
            (Value::Text(SafeText::line(name)), settings.theme.line)
        },
    },
    Row {
        name: "mouse",
        says: "Whether wheel and clicks are for rungs at the start, or left to the terminal; % switches.",
        take: |given, around, settings| {
            around.set(&mut settings.mouse, value::switch(given)?);
            Ok(())
        },
        show: |settings| (Value::Switch(settings.mouse.value), settings.mouse.line),
    },
    Row {
        name: "ascii",
        says: "Whether frames are drawn with ASCII only. \"auto\" does so where the locale is not UTF-8 or the terminal has no \
               line characters. --ascii wins.",
        take: |given, around, settings| {
            around.set(&mut settings.ascii, value::switch_or(given, AUTO)?);
            Ok(())
        },
        show: |settings| {
            let shown = settings.ascii.value.map_or_else(|| Value::Text(SafeText::line(AUTO)), Value::Switch);
            (shown, settings.ascii.line)
        },
    },
    Row {
        name: "editor",
        says: "The editor for notes, answers, stories and this file, with arguments, such as \"code --wait\". It comes before \
               $VISUAL and $EDITOR, which \"\" leaves it to.",
        take: |given, around, settings| {
            around.set(&mut settings.editor, value::command(given)?.into());
            Ok(())
        },
        show: |settings| (Value::Text(SafeText::line(&settings.editor.value)), settings.editor.line),
    },
    Row {
        name: "rollover",
        says: "The hour, 0 to 23, at which a day of practice begins. What was practised keeps the day it was written with.",
        take: |given, around, settings| {
            let hour = value::whole(given, 0..=23)?;
            let hour = u8::try_from(hour).ok().and_then(Rollover::new).unwrap_or_default();
            around.set(&mut settings.rollover, hour);
            Ok(())
        },
        show: |settings| (Value::Whole(settings.rollover.value.hour().into()), settings.rollover.line),
    },
    Row {
        name: "catalogs",
        says: "Your own catalogs, files or folders, the lowest first, as --catalog takes them: one with levels of its own \
               stands alone, \"embedded\" names the one inside rungs. Relative paths count from this file's directory, ~ is \
               your home. What lies in the folder catalogs beside this file is laid over them.",
        take: |given, around, settings| {
            let home = || env::var_os("HOME").filter(|home| !home.is_empty()).map(PathBuf::from);
            around.set(&mut settings.catalogs, value::paths(given, around.directory, home)?);
            Ok(())
        },
        show: |settings| {
            let paths = settings.catalogs.value.iter().map(|path| SafeText::line(&path.to_string_lossy()));
            (Value::Texts(paths.collect()), settings.catalogs.line)
        },
    },
    Row {
        name: "practice.minutes",
        says: "The minutes, 5 to 120, that a plan of practice is made for; + and - on the plan change it.",
        take: |given, around, settings| {
            let (fewest, most) = MINUTES;
            around.set(&mut settings.minutes, value::whole(given, fewest..=most)?);
            Ok(())
        },
        show: |settings| (Value::Whole(settings.minutes.value), settings.minutes.line),
    },
];
