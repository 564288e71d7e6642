//! How the explorer may look here: with or without colours, with lines or plain ASCII. Decided from arguments and
//! environment before the terminal is touched, so that it is never asked anything.

use std::ffi::OsString;

use super::args::ColourChoice;
use super::output::Colour;
use crate::tui::theme::{Depth, Glyphs, Theme};

/// The theme that the environment demands; none when the reader is free to choose.
pub(super) fn theme(choice: ColourChoice, variable: impl Fn(&str) -> Option<OsString>) -> Option<Theme> {
    match Colour::decide(choice, variable, true) {
        Colour::On => None,
        Colour::Off => Some(Theme::MONO),
    }
}

/// What somebody asks for; else lines where the locale can write them and the terminal has them, and ASCII elsewhere.
pub(super) fn glyphs(ascii: Option<bool>, variable: impl Fn(&str) -> Option<OsString>) -> Glyphs {
    if let Some(ascii) = ascii {
        return if ascii { Glyphs::Ascii } else { Glyphs::Lines };
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(&variable).find(|value| !value.is_empty());
    let locale = locale.map(|locale| locale.to_string_lossy().to_lowercase().replace('-', "")).unwrap_or_default();
    let plain = variable("TERM").is_some_and(|term| term == "linux" || term == "dumb");
    if plain || !locale.contains("utf8") { Glyphs::Ascii } else { Glyphs::Lines }
}

/// How many colours the terminal says it has: all of them only where it says so, for one that has not shows others.
pub(super) fn depth(variable: impl Fn(&str) -> Option<OsString>) -> Depth {
    let says = |name, words: &[&str]| {
        variable(name).is_some_and(|value| words.iter().any(|word| value.to_string_lossy().contains(word)))
    };
    if says("COLORTERM", &["truecolor", "24bit"]) || says("TERM", &["-direct"]) {
        Depth::Exact
    } else if says("TERM", &["256color"]) {
        Depth::Indexed
    } else {
        Depth::Named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(variables: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<OsString> + 'a {
        |name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
    }

    #[test]
    fn no_color_demands_the_theme_without_colours() {
        assert_eq!(theme(ColourChoice::Auto, found(&[("NO_COLOR", "1")])), Some(Theme::MONO));
        assert_eq!(theme(ColourChoice::Auto, found(&[("NO_COLOR", "")])), None);
        assert_eq!(theme(ColourChoice::Never, found(&[])), Some(Theme::MONO));
        assert_eq!(theme(ColourChoice::Always, found(&[("NO_COLOR", "1")])), None);
    }

    #[test]
    fn a_terminal_has_as_many_colours_as_it_says() {
        let depth = |variables: &[(&str, &str)]| depth(found(variables));
        assert_eq!(depth(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]), Depth::Exact);
        assert_eq!(depth(&[("TERM", "linux"), ("COLORTERM", "24bit")]), Depth::Exact);
        assert_eq!(depth(&[("TERM", "xterm-direct")]), Depth::Exact);
        assert_eq!(depth(&[("TERM", "screen-256color"), ("COLORTERM", "yes")]), Depth::Indexed);
        assert_eq!(depth(&[("TERM", "linux")]), Depth::Named);
        assert_eq!(depth(&[]), Depth::Named);
    }

    #[test]
    fn lines_need_a_locale_that_can_write_them() {
        let glyphs = |variables: &[(&str, &str)]| glyphs(None, found(variables));
        assert_eq!(glyphs(&[("LANG", "en_GB.UTF-8")]), Glyphs::Lines);
        assert_eq!(glyphs(&[("LANG", "C.utf8")]), Glyphs::Lines);
        assert_eq!(glyphs(&[("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")]), Glyphs::Ascii);
        assert_eq!(glyphs(&[("LC_ALL", ""), ("LANG", "en_GB.UTF-8")]), Glyphs::Lines);
        assert_eq!(glyphs(&[("LANG", "en_GB.UTF-8"), ("TERM", "linux")]), Glyphs::Ascii);
        assert_eq!(glyphs(&[]), Glyphs::Ascii);
    }

    #[test]
    fn ascii_and_lines_can_be_asked_for() {
        assert_eq!(glyphs(Some(true), found(&[("LANG", "en_GB.UTF-8")])), Glyphs::Ascii);
        assert_eq!(glyphs(Some(false), found(&[("LANG", "C")])), Glyphs::Lines);
    }
}
