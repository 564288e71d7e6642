//! Themes of somebody's own: files that say what each ink looks like. A wrong line costs itself alone and is told with its
//! place; what cannot be read well on its ground is told too, and shown as it is wished.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use ratatui::style::{Color, Modifier};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::colours::{Pair, SIXTEEN, Shade};
use super::{Ink, Look, Origin, Table, Theme};
use crate::store::{self, Finding, Severity, ThemeFile};
use crate::text::{SafeText, hint, lines_and_columns};

/// The least contrast of letters to what lies behind them that reads well (WCAG 2, AA).
pub const LEAST_CONTRAST: f64 = 4.5;

/// How letters can stand out, by name.
const MODIFIERS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

/// What a table of an ink may say.
const KEYS: [&str; 3] = ["fg", "bg", "modifiers"];

/// Where somebody's own themes are. Nothing is read there before it is named or listed.
#[derive(Debug, Clone, Default)]
pub struct Themes {
    /// The directory; none where there is none.
    pub directory: Option<PathBuf>,
}

impl Themes {
    /// The theme called `name`, and what is wrong with its file; none where there is no such theme.
    pub fn named(&self, name: &str) -> Option<(Theme, Vec<Finding>)> {
        if let Some(theme) = Theme::named(name) {
            return Some((theme, Vec::new()));
        }
        let file = store::theme_file(self.directory.as_ref()?, name)?;
        let (theme, findings) = read(file);
        Some((theme?, findings))
    }

    /// All themes, those that come with the program first, and what is wrong with the files of the others.
    pub fn all(&self) -> (Vec<Theme>, Vec<Finding>) {
        let mut themes = Theme::SHIPPED.to_vec();
        let mut findings = Vec::new();
        for file in self.directory.as_ref().map(|directory| store::theme_files(directory)).unwrap_or_default() {
            let (theme, wrong) = read(file);
            themes.extend(theme);
            findings.extend(wrong);
        }
        (themes, findings)
    }
}

fn read(file: ThemeFile) -> (Option<Theme>, Vec<Finding>) {
    let path = SafeText::line(&file.path.to_string_lossy());
    let whole = |text: &str| {
        vec![Finding {
            file: path.clone(),
            line: None,
            column: None,
            severity: Severity::Error,
            text: SafeText::line(text),
        }]
    };
    if Theme::named(&file.name).is_some() {
        return (None, whole("has the name of a theme that comes with rungs: give it another"));
    }
    match file.text {
        Ok(text) => {
            let (theme, findings) = parse(&file.name, &text, &path);
            (Some(theme), findings)
        }
        Err(why) => (None, whole(&why)),
    }
}

/// The theme that `text` of `file` says, and what is wrong with it, in the order of its lines.
pub fn parse(name: &str, text: &str, file: &SafeText) -> (Theme, Vec<Finding>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (root, stumbles) = DeTable::parse_recoverable(text);
    let mut reader = Reader::default();
    for stumble in &stumbles {
        let at = stumble.span().map_or(0, |span| span.start);
        reader.wrong.push((at, Severity::Error, stumble.message().replace('\n', "; ")));
    }
    // What the parser made of a line that is no TOML is nobody's wish.
    let is_sound = |of: &Spanned<DeValue<'_>>| !reader_stumbled(&stumbles, of);
    for (key, value) in root.get_ref() {
        let at = key.span().start;
        match (Ink::ALL.into_iter().find(|ink| ink.name() == key.get_ref()), value.get_ref()) {
            (Some(ink), DeValue::Table(table)) => reader.ink(ink, at, table, is_sound),
            _ if !is_sound(value) => {}
            (Some(ink), _) => {
                let ink = ink.name();
                reader.wrong(at, format!("{ink} is a table: write [{ink}] and fg, bg or modifiers below it"));
            }
            (None, DeValue::Table(_)) if !KEYS.contains(&&**key.get_ref()) => {
                let names = Ink::ALL.map(Ink::name);
                reader.wrong(at, format!("there is no [{}]{}", key.get_ref(), hint(key.get_ref(), &names)));
            }
            (None, _) => {
                let key = key.get_ref();
                reader.wrong(at, format!("{key} stands under an ink: write [text], [heading] or another above it"));
            }
        }
    }
    reader.finish(name, text, file)
}

fn reader_stumbled(stumbles: &[toml::de::Error], value: &Spanned<DeValue<'_>>) -> bool {
    let span = value.span();
    stumbles.iter().filter_map(toml::de::Error::span).any(|at| at.start >= span.start && at.start <= span.end)
}

/// What was read so far: of each ink what is wished, and where it was named.
#[derive(Default)]
struct Reader {
    wishes: [(Option<usize>, Wish); Ink::ALL.len()],
    wrong: Vec<(usize, Severity, String)>,
}

#[derive(Clone, Copy, Default)]
struct Wish {
    letters: Option<Shade>,
    paper: Option<Shade>,
    modifiers: Option<Modifier>,
}

impl Reader {
    fn wrong(&mut self, at: usize, text: String) {
        self.wrong.push((at, Severity::Error, text));
    }

    fn ink(&mut self, ink: Ink, at: usize, table: &DeTable<'_>, is_sound: impl Fn(&Spanned<DeValue<'_>>) -> bool) {
        let mut wish = Wish::default();
        for (key, value) in table.iter().filter(|(_, value)| is_sound(value)) {
            let name: &str = key.get_ref();
            let taken = match name {
                "fg" => colour(value).map(|shade| wish.letters = shade),
                "bg" => colour(value).map(|shade| wish.paper = shade),
                "modifiers" => modifiers(value).map(|modifiers| wish.modifiers = Some(modifiers)),
                _ => Err((key.span().start, format!("there is no {name}{}", hint(name, &KEYS)))),
            };
            if let Err((at, why)) = taken {
                self.wrong(at, format!("{}: {why}", ink.name()));
            }
        }
        if let Some(place) = self.wishes.get_mut(ink as usize) {
            *place = (Some(at), wish);
        }
    }

    fn finish(mut self, name: &str, text: &str, file: &SafeText) -> (Theme, Vec<Finding>) {
        let (_, ground) = self.wishes.first().copied().unwrap_or_default();
        let readable = |letters: Option<Shade>, paper: Option<Shade>| match (letters, paper.or(ground.paper)) {
            (Some(letters), Some(paper)) => Some(letters.readable_on(paper)),
            _ => letters,
        };
        let look = |ink: Ink| {
            let (_, wish) = self.wishes.get(ink as usize).copied().unwrap_or_default();
            let usual =
                if wish.letters.is_some() { ink.modifiers().difference(Modifier::DIM) } else { ink.modifiers() };
            let modifiers = wish.modifiers.unwrap_or(usual);
            // The ground of text lies under everything and need not be laid again.
            let (letters, paper) = if ink == Ink::Text { (None, None) } else { (wish.letters, wish.paper) };
            Look { letters: readable(letters, paper), paper, modifiers }
        };
        let looks = Ink::ALL.map(look);
        let letters = readable(ground.letters, None);
        let table = Table { name: Cow::Owned(name.to_owned()), paper: ground.paper, letters, looks };
        let theme = Theme(Origin::Own(Arc::new(table)));
        // What has no colours of its own is the same pair as text, and told with it.
        let differs = |ink: Ink| {
            let (_, wish) = self.wishes.get(ink as usize).copied().unwrap_or_default();
            ink == Ink::Text || wish.letters.is_some() || wish.paper.is_some()
        };
        let told: Vec<Pair> = theme
            .pairs()
            .filter(|pair| pair.contrast < LEAST_CONTRAST && (pair.on.is_some() || differs(pair.ink)))
            .collect();
        for pair in told {
            let named = |ink: Ink| self.wishes.get(ink as usize).and_then(|(at, _)| *at);
            let ground = pair.on.map_or_else(String::new, |on| format!(" of {}", on.name()));
            let text = format!(
                "{} reads badly: {:.1}:1 against the ground{ground}, at least {LEAST_CONTRAST}:1 reads well",
                pair.ink.name(),
                pair.contrast,
            );
            let at = pair.on.and_then(named).or_else(|| named(pair.ink)).or_else(|| named(Ink::Text));
            self.wrong.push((at.unwrap_or_default(), Severity::Warning, text));
        }
        self.wrong.sort_by_key(|(at, ..)| *at);
        let places = lines_and_columns(text, self.wrong.iter().map(|(at, ..)| *at));
        let findings = places.into_iter().zip(&self.wrong).map(|((line, column), (_, severity, text))| Finding {
            file: file.clone(),
            line: Some(line),
            column: Some(column),
            severity: *severity,
            text: SafeText::line(text),
        });
        (theme, findings.collect())
    }
}

type Wrong = (usize, String);

/// A colour; none for the terminal's own.
fn colour(given: &Spanned<DeValue<'_>>) -> Result<Option<Shade>, Wrong> {
    const WANTED: &str = "a colour is a name such as \"cyan\", \"#rrggbb\", a number from 0 to 255, or \"default\"";
    let wrong = |why: String| Err((given.span().start, why));
    match given.get_ref() {
        DeValue::Integer(number) => match u8::from_str_radix(number.as_str(), number.radix()) {
            Ok(index) => Ok(Some(Shade::new(Color::Indexed(index)))),
            Err(_) => wrong(format!("{} is no colour: {WANTED}", number.as_str())),
        },
        DeValue::String(text) if text == "default" => Ok(None),
        DeValue::String(text) => {
            if let Some((_, named, _)) = SIXTEEN.iter().find(|(name, ..)| name == text) {
                return Ok(Some(Shade { exact: *named, named: *named }));
            }
            match text.strip_prefix('#') {
                Some(digits) if digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()) => {
                    let value = u32::from_str_radix(digits, 16).unwrap_or_default();
                    let [_, red, green, blue] = value.to_be_bytes();
                    Ok(Some(Shade::new(Color::Rgb(red, green, blue))))
                }
                Some(_) => wrong(format!("\"{text}\" is no colour: # and six digits, 0-9 and a-f")),
                None => {
                    let names: Vec<&str> = SIXTEEN.iter().map(|(name, ..)| *name).chain(["default"]).collect();
                    let nearest = hint(text, &names);
                    let why = if nearest.is_empty() { format!(": {WANTED}").into() } else { nearest };
                    wrong(format!("there is no colour \"{text}\"{why}"))
                }
            }
        }
        _ => wrong(format!("that is no colour: {WANTED}")),
    }
}

/// How letters stand out; none of them where the list is empty.
fn modifiers(given: &Spanned<DeValue<'_>>) -> Result<Modifier, Wrong> {
    let names = MODIFIERS.map(|(name, _)| name);
    let wanted = || format!("modifiers are a list of {}", names.join(", "));
    let Some(list) = given.get_ref().as_array() else { return Err((given.span().start, wanted())) };
    let mut all = Modifier::empty();
    for item in list {
        let word = item.get_ref().as_str().ok_or_else(|| (item.span().start, wanted()))?;
        let found = MODIFIERS.iter().find(|(name, _)| *name == word);
        let (_, modifier) =
            found.ok_or_else(|| (item.span().start, format!("there is no \"{word}\"{}", hint(word, &names))))?;
        all |= *modifier;
    }
    Ok(all)
}
