//! [`Home`]: where things are kept and what the reader wishes, as a command has them.

use std::path::PathBuf;

use super::args::{Cli, Global};
use super::output::message;
use super::places;
use crate::store::{Asked, Clock, Finding, Places, Settings, notice};
use crate::tui::theme::Theme;

/// Where things are kept, and what the reader wishes.
pub(super) struct Home {
    pub places: Places,
    pub settings: Settings,
}

impl Home {
    /// The home of this process. What is wrong with the settings is told on stderr, in a line.
    pub(super) fn of(cli: &Cli) -> Self {
        let places = places(&cli.global);
        let (settings, findings) = settings(&cli.global, &places);
        if let Some(notice) = notice(&findings) {
            message(&notice);
        }
        Self { places, settings }
    }

    /// The clock on this wall.
    pub(super) fn clock(&self) -> Clock {
        Clock::of_this_process().with_rollover(self.settings.rollover.value)
    }
}

/// The file of the settings, and who says so; none where there is to be none.
pub(super) fn file(global: &Global, places: &Places) -> Option<(PathBuf, Asked)> {
    match &global.config {
        _ if global.no_config => None,
        Some(file) => Some((file.clone(), Asked::ByName)),
        None => Some((places.settings()?, Asked::ByCustom)),
    }
}

/// The settings, and what is wrong with them.
pub(super) fn settings(global: &Global, places: &Places) -> (Settings, Vec<Finding>) {
    match file(global, places) {
        Some((file, asked)) => Settings::load(&file, asked, &Theme::ALL.map(Theme::name)),
        None => (Settings::default(), Vec::new()),
    }
}
