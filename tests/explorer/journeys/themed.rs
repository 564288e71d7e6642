//! Themes looked at before one is kept, and themes of somebody's own: files in, screens and findings out.

use ratatui::style::Color;
use rungs::store::Severity;
use rungs::text::SafeText;
use rungs::tui::rehearsal::screen;
use rungs::tui::theme::{Ink, Theme, parse};
use rungs::tui::themes::{By, Standing};

use crate::explorer::reader::Reader;
use crate::explorer::screens::shot;

/// The theme `dusk` that `text` says, and what is wrong with it, each as `line:column: text`.
fn dusk(text: &str) -> (Theme, Vec<String>) {
    let (theme, findings) = parse("dusk", text, &SafeText::line("themes/dusk.toml"));
    let told = findings.iter().map(|finding| {
        let warning = if finding.severity == Severity::Warning { "warning: " } else { "" };
        format!("{}:{}: {warning}{}", finding.line.unwrap_or(0), finding.column.unwrap_or(0), finding.text)
    });
    (theme, told.collect())
}

const DUSK: &str = "[text]\nfg = \"#e4d7c5\"\nbg = 235\n\n[heading]\nfg = \"#ffaf5f\"\nmodifiers = [\"italic\", \"bold\"]\n\n\
                    [selected]\nfg = \"#1c1c1c\"\nbg = \"#ffaf5f\"\nmodifiers = []\n\n[wrong]\nfg = \"bright-red\"\n";

#[test]
fn every_theme_shows_before_one_is_kept() {
    for (width, height) in [(120, 36), (80, 24), (60, 15), (20, 5)] {
        shot(&format!("themes-{width}x{height}"), &Reader::sized(width, height).types("lgTjj"));
    }
}

#[test]
fn the_theme_under_the_cursor_shows_and_enter_keeps_it() {
    let reader = Reader::new().types("lgT").sees("Theme: enter keeps").sees("> terminal").types("jj").sees("> light");
    assert_eq!((&reader.model.theme, &reader.model.chosen), (&Theme::LIGHT, &Theme::TERMINAL), "it only shows");
    assert_eq!(reader.place().theme.as_deref(), Some("terminal"), "whoever quits now has not chosen");
    let reader = reader.types("<enter>").sees("Theme: light.").does_not_see("enter keeps");
    assert_eq!(reader.model.theme, Theme::LIGHT);
    assert_eq!(reader.place().theme.as_deref(), Some("light"));
}

#[test]
fn esc_and_q_bring_the_theme_before_back() {
    for leave in ["<esc>", "q"] {
        let reader = Reader::new().types("T").sees("mono").types("gTjj").sees("> contrast").types(leave);
        assert_eq!((&reader.model.theme, &reader.model.chosen), (&Theme::MONO, &Theme::MONO), "{leave}");
        assert!(!reader.model.over, "{leave} closes the list only");
    }
}

#[test]
fn help_takes_the_place_of_the_list_and_of_the_theme_that_was_looked_at() {
    let reader =
        Reader::new().types("gTjj").sees("> light").types("?").sees("type to search").does_not_see("enter keeps");
    assert_eq!((&reader.model.theme, &reader.model.chosen), (&Theme::TERMINAL, &Theme::TERMINAL));
}

#[test]
fn somebodys_own_theme_is_listed_shown_and_kept() {
    let (theme, wrong) = dusk(DUSK);
    assert_eq!(wrong, Vec::<String>::new());
    let mut reader = Reader::new();
    reader.world.themes = vec![theme.clone()];
    let reader = reader.types("lgTG").sees("> dusk");
    let shown = screen(&reader.model);
    assert_eq!(shown[(0, 0)].bg, Color::Indexed(235), "its ground lies under everything");
    let reader = reader.types("<enter>").sees("Theme: dusk.");
    assert_eq!(reader.place().theme.as_deref(), Some("dusk"));
    // Opened again it is the one the cursor is on; the next one is the first.
    let reader = reader.types("gT").sees("> dusk").types("<esc>T").sees("Theme: terminal.");
    assert_eq!(reader.model.theme, Theme::TERMINAL);
    shot("own-theme-80x24", &{
        let mut reader = Reader::sized(80, 24);
        reader.model.theme = theme;
        reader.types("l")
    });
}

#[test]
fn what_the_next_start_has_instead_is_said() {
    for (by, says) in [(By::Settings, "as config.toml says"), (By::Surroundings, "as NO_COLOR, TERM or --color say")] {
        let mut reader = Reader::new();
        reader.model.standing = Some(Standing { theme: Theme::MONO, by });
        reader.model.theme = Theme::MONO;
        let reader = reader.types("T").sees(&format!("Theme: light. The next start has mono again, {says}."));
        let reader = reader.types("gTk<enter>").sees("Theme: mono.").does_not_see("next start");
        reader.types("gTjj<enter>").sees("Theme: contrast. The next start has mono again");
    }
}

#[test]
fn an_own_theme_says_of_each_ink_what_it_wishes() {
    let (theme, wrong) = dusk(DUSK);
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(theme.name(), "dusk");
    let style = |ink| theme.style(ink);
    assert_eq!(style(Ink::Heading).fg, Some(Color::Rgb(255, 175, 95)));
    assert_eq!(style(Ink::Selected).bg, Some(Color::Rgb(255, 175, 95)));
    assert!(style(Ink::Selected).add_modifier.is_empty(), "what is said replaces what is usual");
    assert_eq!(style(Ink::Wrong).fg, Some(Color::LightRed), "one of the sixteen by its name");
    assert_eq!(style(Ink::Wrong).add_modifier, Theme::TERMINAL.style(Ink::Wrong).add_modifier);
    assert_eq!(style(Ink::Kept), Theme::MONO.style(Ink::Kept), "what is not said is as without colours");
}

#[test]
fn a_wrong_line_costs_itself_and_is_told_with_its_place() {
    let wrong = "[txt]\nfg = \"red\"\n\n[heading]\nfg = \"cyann\"\nbgg = 3\nbg = \"#12\"\nmodifiers = [\"bolt\"]\n\n\
                 [wrong]\nfg = 300\n\n[kept]\nfg = \"blue\"\n\n[link\nfg = 1\n";
    let (theme, told) = dusk(wrong);
    assert_eq!(theme.style(Ink::Kept).fg, Some(Color::Blue), "the right ones hold");
    assert_eq!(theme.style(Ink::Heading), Theme::MONO.style(Ink::Heading));
    let of = |start: &str| told.iter().find(|line| line.starts_with(start)).map_or("", |line| line.as_str());
    assert!(of("1:").contains("there is no [txt]") && of("1:").contains("text"), "{told:#?}");
    assert!(of("5:").contains("there is no colour \"cyann\"") && of("5:").contains("cyan"), "{told:#?}");
    assert!(of("6:").contains("heading: there is no bgg") && of("6:").contains("bg"), "{told:#?}");
    assert!(of("7:").contains("# and six digits"), "{told:#?}");
    assert!(of("8:").contains("there is no \"bolt\"") && of("8:").contains("bold"), "{told:#?}");
    assert!(of("11:").contains("300 is no colour"), "{told:#?}");
    assert!(!of("16:").is_empty(), "what is no TOML is told: {told:#?}");
    assert!(of("17:").contains("fg stands under an ink"), "{told:#?}");
    assert_eq!(told.len(), 8, "{told:#?}");
}

#[test]
fn what_reads_badly_is_warned_of_and_shown_as_it_is_wished() {
    let (theme, told) = dusk("[text]\nfg = \"#ffffff\"\nbg = \"#eeeeee\"\n\n[faint]\nfg = \"#111111\"\n");
    assert_eq!(theme.style(Ink::Faint).fg, Some(Color::Rgb(17, 17, 17)));
    assert!(told.iter().all(|line| line.contains("warning: ")), "{told:#?}");
    assert!(told[0].starts_with("1:2: warning: text reads badly: 1.2:1 against the ground"), "{told:#?}");
    assert_eq!(told.len(), 1, "what has no colours of its own is told with text: {told:#?}");
    // What lies under the cursor counts, with the letters of what is written there.
    let (_, told) = dusk("[text]\nfg = \"#000000\"\nbg = \"#ffffff\"\n[selected]\nbg = \"#202020\"\nmodifiers = []\n");
    assert!(
        told.iter().any(|line| line.starts_with("4:2: warning: faint reads badly") && line.contains("of selected"))
    );
    // Nobody knows what a terminal shows for the sixteen.
    let (_, told) = dusk("[text]\nfg = \"white\"\nbg = \"bright-white\"\n");
    assert_eq!(told, Vec::<String>::new());
}
