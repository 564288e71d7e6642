//! Facets: what a part of a query asks of a thing beside words, and what is wrong with one that nobody knows.

use crate::domain::{Proficiency, Weight};
use crate::search::entry::Kind;
use crate::search::names::{Names, called, meant, nearest};
use crate::search::query::Token;

/// What is asked of a thing, and whether it must be so or must not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Filter {
    pub(in crate::search) facet: Facet,
    pub(in crate::search) keep: Keep,
}

/// Whether a facet must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Keep {
    With,
    Without,
}

/// What can be asked of a thing. Levels, families, skills and KPIs are named by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) enum Facet {
    Level(Range),
    Family(Vec<u16>),
    Skill(Vec<u16>),
    Kpi(Vec<u16>),
    /// How much a skill weighs, 1 to 3.
    Weight(Range),
    /// How well a skill is had, 1 to 5.
    Proficiency(Range),
    Bookmarked,
}

/// From one figure to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Range {
    from: u8,
    to: u8,
}

impl Range {
    pub(in crate::search) fn has(self, value: u8) -> bool {
        (self.from..=self.to).contains(&value)
    }
}

/// What can stand before a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Key {
    Level,
    Family,
    Skill,
    Kpi,
    Weight,
    Proficiency,
    Kind(Kind),
}

/// The words for keys.
pub(in crate::search) struct Keys;

impl Keys {
    /// Every key with how it is typed and what it does, in the order they are offered in.
    pub(in crate::search) const ALL: [(&'static str, Key, &'static str); 12] = [
        ("level:", Key::Level, "on this level; level>=staff and above"),
        ("family:", Key::Family, "of a family; alone: families only"),
        ("skill:", Key::Skill, "with a skill; alone: skills only"),
        ("kpi:", Key::Kpi, "with a KPI; alone: KPIs only"),
        ("weight:", Key::Weight, "a skill that weighs this much"),
        ("proficiency:", Key::Proficiency, "a skill this well, 1 to 5; proficiency>=4"),
        ("role:", Key::Kind(Kind::Role), "roles only"),
        ("question:", Key::Kind(Kind::Question), "questions only; also q:"),
        ("note:", Key::Kind(Kind::Note), "notes only"),
        ("story:", Key::Kind(Kind::Story), "stories only"),
        ("bookmark:", Key::Kind(Kind::Bookmark), "tags of bookmarks only"),
        (BOOKMARKED, Key::Kind(Kind::Bookmark), "what is bookmarked"),
    ];

    /// The key called `word`.
    fn named(word: &str) -> Option<Key> {
        let word = word.to_lowercase();
        if word == "prof" {
            return Some(Key::Proficiency);
        }
        let called = |name: &str| name.strip_suffix(':').is_some_and(|name| name == word);
        let known = Self::ALL.iter().find_map(|(name, key, _)| called(name).then_some(*key));
        known.or_else(|| Kind::named(&word).map(Key::Kind))
    }

    /// A key that `word` may have meant.
    fn near(word: &str) -> Option<&'static str> {
        let names = Self::ALL.iter().filter_map(|(name, ..)| name.strip_suffix(':'));
        let like = |name: &&str| strsim::osa_distance(name, &word.to_lowercase()) == 1;
        if word.len() < 4 { None } else { names.into_iter().find(like) }
    }
}

/// The facet that stands alone.
pub(in crate::search) const BOOKMARKED: &str = "bookmarked";

/// What a part of a query is.
pub(super) enum Reading<'a> {
    /// A word to look for.
    Word(Token<'a>),
    /// A kind, and perhaps a word.
    Kind(Kind, Token<'a>),
    /// A facet without a value: what it is about, and what limits a search to that where it stands alone.
    Bare(Kind),
    /// A facet.
    Filter(Filter),
    /// None of these, and why.
    Wrong(String),
}

/// What `token` is. Whatever has no key of ours is a word.
pub(super) fn read<'a>(token: Token<'a>, names: &Names) -> Reading<'a> {
    let (text, keep) = match token.text.strip_prefix('!') {
        Some(rest) => (rest, Keep::Without),
        None => (token.text, Keep::With),
    };
    if text.eq_ignore_ascii_case(BOOKMARKED) {
        return Reading::Filter(Filter { facet: Facet::Bookmarked, keep });
    }
    let Some(sign) = text.find([':', '<', '>', '=']) else { return Reading::Word(token) };
    let (word, rest) = text.split_at(sign);
    let (sign, value) = Sign::cut(rest);
    let Some(key) = Keys::named(word) else {
        return match (sign, Keys::near(word)) {
            (_, Some(meant)) => Reading::Wrong(format!("nothing is called {word}; {meant}?")),
            _ => Reading::Word(token),
        };
    };
    let unquoted = value.trim_matches('"');
    match key {
        Key::Kind(kind) => {
            return Reading::Kind(kind, Token { text: value, start: token.start + token.text.len() - value.len() });
        }
        Key::Family if unquoted.is_empty() => return Reading::Bare(Kind::Family),
        Key::Skill if unquoted.is_empty() => return Reading::Bare(Kind::Skill),
        Key::Kpi if unquoted.is_empty() => return Reading::Bare(Kind::Kpi),
        _ if unquoted.is_empty() => return Reading::Wrong(format!("what {word}? such as {}", example(key))),
        _ => {}
    }
    match facet(key, sign, unquoted, names) {
        Ok(facet) => Reading::Filter(Filter { facet, keep }),
        Err(why) => Reading::Wrong(why),
    }
}

fn example(key: Key) -> &'static str {
    match key {
        Key::Weight => "weight:core",
        Key::Proficiency => "proficiency>=4",
        _ => "level:senior",
    }
}

fn facet(key: Key, sign: Sign, value: &str, names: &Names) -> Result<Facet, String> {
    let unknown = |what: &str, known: &[crate::search::names::Named]| match nearest(known, value) {
        Some(near) => format!("no such {what}; {near}?"),
        None => format!("no such {what}"),
    };
    let several = |what: &str, known| match meant(known, value) {
        _ if sign != Sign::Is => Err(format!("a {what} is or is not: {what}:{value}")),
        places if places.is_empty() => Err(unknown(what, known)),
        places => Ok(places),
    };
    match key {
        Key::Level => {
            let place = called(&names.levels, value).ok_or_else(|| unknown("level", &names.levels))?;
            Ok(Facet::Level(sign.range(u8::try_from(place).unwrap_or(u8::MAX))))
        }
        Key::Family => several("family", &names.families).map(Facet::Family),
        Key::Skill => several("skill", &names.skills).map(Facet::Skill),
        Key::Kpi => several("KPI", &names.kpis).map(Facet::Kpi),
        Key::Weight => {
            let weights = [Weight::Useful, Weight::Important, Weight::Core];
            let weight = weights.into_iter().find(|weight| weight.word() == value.to_lowercase());
            let weight = weight.ok_or("a weight is useful, important or core")?;
            Ok(Facet::Weight(sign.range(weight_figure(weight))))
        }
        Key::Proficiency => {
            let all = (1..=Proficiency::HIGHEST).filter_map(Proficiency::new);
            let is_meant =
                |known: &Proficiency| known.word() == value.to_lowercase() || known.value().to_string() == value;
            let found = all.into_iter().find(is_meant);
            let found = found.ok_or("a proficiency is 1 to 5: aware, assisted, independent, advanced, expert")?;
            Ok(Facet::Proficiency(sign.range(found.value())))
        }
        Key::Kind(_) => Err("a kind has no measure".to_owned()),
    }
}

/// How much a skill weighs, 1 to 3.
pub(in crate::search) fn weight_figure(weight: Weight) -> u8 {
    weight as u8 + 1
}

/// What stands between key and value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Is,
    Over,
    Under,
    AtLeast,
    AtMost,
}

impl Sign {
    /// The sign that `rest` begins with, and what is behind it.
    fn cut(rest: &str) -> (Self, &str) {
        let signs = [
            (">=", Self::AtLeast),
            ("<=", Self::AtMost),
            (":>=", Self::AtLeast),
            (":<=", Self::AtMost),
            (">", Self::Over),
            ("<", Self::Under),
            (":", Self::Is),
            ("=", Self::Is),
        ];
        let found = signs.into_iter().find_map(|(text, sign)| Some((sign, rest.strip_prefix(text)?)));
        found.unwrap_or((Self::Is, rest))
    }

    fn range(self, value: u8) -> Range {
        let (from, to) = match self {
            Self::Is => (value, value),
            Self::Over => (value.saturating_add(1), u8::MAX),
            Self::Under => (0, value.saturating_sub(1)),
            Self::AtLeast => (value, u8::MAX),
            Self::AtMost => (0, value),
        };
        // Below the lowest there is nothing: a range that ends before it begins has no figure in it.
        if self == Self::Under && value == 0 { Range { from: 1, to: 0 } } else { Range { from, to } }
    }
}
