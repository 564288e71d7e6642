//! The levels of a sheet, and on which of them each role stands: as it was said, by names everybody knows, by numbers, by
//! how titles begin, or in the order they come in.

use std::collections::{HashMap, HashSet};

use super::build::cut;
use super::names::{Ids, plain, said};
use super::remark::{Remark, Topic};
use super::{Line, titles};
use crate::domain::{Framework, Level, LevelId, UniqueMap};
use crate::text::SafeText;

/// A role as the sheet names it: department, family, level, title, track.
pub(super) type Seat<'t> = (&'t str, &'t str, &'t str, &'t str, &'t str);

/// The seat of `line`.
pub(super) fn seat<'t>(line: &Line<'t>) -> Seat<'t> {
    (said(line.department), said(line.family), said(line.level), said(line.title), said(line.track))
}

/// Where a role stands.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    /// Its level, as its place among all, lowest first.
    pub level: usize,
    pub title: String,
    pub track: Option<String>,
}

/// The levels of a sheet, lowest first, and where each role stands.
#[derive(Debug)]
pub(super) struct Levels<'t> {
    pub levels: Vec<Level>,
    pub of: HashMap<Seat<'t>, Standing>,
}

/// Where levels come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Said,
    Names,
    Titles,
}

/// A level before it has a rank: what it is called, and its place among well-known ones where it is one.
#[derive(Debug, Clone)]
struct Named {
    name: String,
    order: Option<u32>,
}

/// Finds the levels of `lines`.
pub(super) fn levels<'t>(
    lines: &[Line<'t>],
    wanted: &[String],
    scale: &Framework,
    remarks: &mut Vec<Remark>,
) -> Levels<'t> {
    let mut seen = HashSet::new();
    let seats: Vec<Seat<'t>> = lines.iter().map(seat).filter(|seat| seen.insert(*seat)).collect();
    let source = source(&seats, wanted);
    let texts: HashSet<(&str, String)> = seats.iter().map(|seat| (seat.1, plain(text(seat)))).collect();
    let named: Vec<(Named, String, Option<String>)> = seats
        .iter()
        .map(|seat| {
            let (title, track) = title_and_track(seat, &texts);
            (name(seat, &title, source, wanted), title, track)
        })
        .collect();
    let mut order: Vec<Named> = match source {
        Source::Said => wanted.iter().map(|name| Named { name: name.clone(), order: None }).collect(),
        Source::Names | Source::Titles => Vec::new(),
    };
    for (named, ..) in &named {
        if !order.iter().any(|known| plain(&known.name) == plain(&named.name)) {
            order.push(named.clone());
        }
    }
    let how = match source {
        Source::Said => "as said",
        Source::Names | Source::Titles => sort(&mut order, source),
    };
    let place = |named: &Named| order.iter().position(|known| plain(&known.name) == plain(&named.name)).unwrap_or(0);
    let of: HashMap<Seat<'t>, Standing> = seats
        .iter()
        .zip(&named)
        .map(|(seat, (named, title, track))| {
            let title =
                if source == Source::Titles || !seat.3.is_empty() { title.clone() } else { composed(seat, named) };
            (*seat, Standing { level: place(named), title, track: track.clone() })
        })
        .collect();
    let levels = written(&order, scale);
    for (place, (level, named)) in levels.iter().zip(&order).enumerate() {
        let roles = of.values().filter(|standing| standing.level == place).count();
        let note = format!("{how}; {roles} role{}", if roles == 1 { "" } else { "s" });
        remarks.push(Remark::new(Topic::Level, &named.name, &format!("{}, rank {}", level.id, level.rank), &note));
    }
    Levels { levels, of }
}

/// What says the level of a seat: its level, else its title, else its family.
fn text<'t>(&(_, family, level, title, _): &Seat<'t>) -> &'t str {
    [level, title, family].into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// Whether the column of levels holds levels, or titles that tell them.
fn source(seats: &[Seat<'_>], wanted: &[String]) -> Source {
    if !wanted.is_empty() {
        return Source::Said;
    }
    let labels: HashSet<(&str, &str)> =
        seats.iter().filter(|seat| !seat.2.is_empty()).map(|seat| (seat.1, seat.2)).collect();
    let is_title = |&&(family, label): &&(&str, &str)| {
        let (words, family) = (plain(label), plain(family));
        let trade = family.rsplit(' ').next().filter(|trade| !trade.is_empty());
        let names_trade = trade.is_some_and(|trade| words.split(' ').any(|word| word == trade));
        names_trade || titles::of_name(label).is_none() && titles::of_title(label).is_some()
    };
    let titles = labels.iter().filter(is_title).count();
    if 2 * titles >= labels.len() { Source::Titles } else { Source::Names }
}

/// The title of a seat as the sheet writes it, and its track. "Senior developer - management" is one where the family
/// has a "Senior developer" too.
fn title_and_track(seat: &Seat<'_>, texts: &HashSet<(&str, String)>) -> (String, Option<String>) {
    let (_, family, _, title, track) = *seat;
    let title = if title.is_empty() { text(seat) } else { title };
    if !track.is_empty() {
        return (title.to_owned(), Some(track.to_owned()));
    }
    let aside = titles::aside(title).filter(|(before, _)| texts.contains(&(family, plain(before))));
    (title.to_owned(), aside.map(|(_, track)| track.to_owned()))
}

fn name(seat: &Seat<'_>, title: &str, source: Source, wanted: &[String]) -> Named {
    let (_, family, level, ..) = *seat;
    match source {
        Source::Said => of_wanted(text(seat), wanted),
        Source::Names if !level.is_empty() => {
            Named { name: level.to_owned(), order: titles::of_name(level).map(|rank| rank.order) }
        }
        Source::Names | Source::Titles => {
            let stem = titles::aside(title).map_or(title, |(before, _)| before);
            let rank = titles::on_ladder(stem, family);
            match titles::numbered(stem).filter(|(before, _)| rank == titles::PLAIN && !before.is_empty()) {
                Some((_, number)) => Named { name: format!("Step {number}"), order: Some(rank.order + number.min(9)) },
                None => Named { name: rank.name.to_owned(), order: Some(rank.order) },
            }
        }
    }
}

/// The level among `wanted` that `text` is, begins with or ends with; the longest that fits.
fn of_wanted(text: &str, wanted: &[String]) -> Named {
    let words = plain(text);
    let fits = |name: &&String| {
        let name = plain(name);
        words == name || words.starts_with(&format!("{name} ")) || words.ends_with(&format!(" {name}"))
    };
    let found = wanted.iter().filter(fits).max_by_key(|name| plain(name).len());
    Named { name: found.map_or_else(|| text.to_owned(), Clone::clone), order: None }
}

/// Puts levels into their order; how that was found.
fn sort(order: &mut Vec<Named>, source: Source) -> &'static str {
    let numbers: Vec<Option<(String, u32)>> = order.iter().map(|named| titles::numbered(&named.name)).collect();
    let stems: HashSet<Option<&String>> = numbers.iter().map(|number| number.as_ref().map(|(stem, _)| stem)).collect();
    if source == Source::Names && stems.len() == 1 && !stems.contains(&None) {
        order.sort_by_key(|named| titles::numbered(&named.name).map(|(_, number)| number));
        return "by its number";
    }
    let ranks: Vec<u32> = order.iter().filter_map(|named| named.order).collect();
    if source == Source::Names && ranks.is_sorted() {
        let known = !ranks.is_empty() && ranks.len() == order.len();
        return if known { "by its name" } else { "in the order of the sheet" };
    }
    // A level nobody knows stays behind the one it stands behind in the sheet.
    let mut above = 0;
    let mut keyed: Vec<(u32, Named)> = std::mem::take(order)
        .into_iter()
        .map(|named| {
            above = named.order.unwrap_or(above);
            (above, named)
        })
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    order.extend(keyed.into_iter().map(|(_, named)| named));
    if source == Source::Titles { "by how titles begin" } else { "by its name" }
}

/// A title made of a level and a family: "Senior developer", "Developer L4".
fn composed(&(_, family, level, ..): &Seat<'_>, named: &Named) -> String {
    let level = if level.is_empty() { &named.name } else { level };
    if family.is_empty() {
        return level.to_owned();
    }
    if titles::numbered(level).is_some() || named.order.is_none() {
        return format!("{family} {level}");
    }
    let mut words = family.split(' ');
    let first = words.next().unwrap_or_default();
    let is_name = first.chars().skip(1).any(char::is_uppercase)
        || words.next().is_some_and(|second| second.starts_with(char::is_uppercase));
    let mut letters = family.chars();
    let small = letters.next().map(char::to_lowercase).into_iter().flatten().chain(letters).collect::<String>();
    format!("{level} {}", if is_name { family } else { &small })
}

/// The levels with ids and ranks. One that `scale` knows has its id, so that both go together.
fn written(order: &[Named], scale: &Framework) -> Vec<Level> {
    let by_name = |name: &str| {
        scale.levels.iter().find(|level| plain(&level.name) == name || level.id.as_str() == name.replace(' ', "-"))
    };
    let by_alias = |name: &str| scale.levels.iter().find(|level| level.aliases.iter().any(|it| plain(it) == name));
    let mut ids = Ids::default();
    let mut known: Vec<Option<&Level>> = order.iter().map(|named| by_name(&plain(&named.name))).collect();
    for level in known.iter().flatten() {
        ids.unique(level.id.as_str());
    }
    for (known, named) in known.iter_mut().zip(order) {
        if known.is_none()
            && let Some(level) = by_alias(&plain(&named.name)).filter(|level| !ids.has(level.id.as_str()))
        {
            ids.unique(level.id.as_str());
            *known = Some(level);
        }
    }
    let level = |(rank, (named, known)): (usize, (&Named, Option<&Level>))| {
        let id = known.map_or_else(|| ids.make(&named.name, "level"), |level| level.id.to_string());
        let id: LevelId = id.parse().ok()?;
        Some(Level {
            id,
            rank: u8::try_from(rank + 1).ok()?,
            // A row that was read a cell too far has a whole text in the place of its level.
            name: cut(&SafeText::line(&named.name)),
            aliases: Vec::new(),
            meaning: SafeText::default(),
            scope: UniqueMap::default(),
        })
    };
    order.iter().zip(known).enumerate().filter_map(level).collect()
}
