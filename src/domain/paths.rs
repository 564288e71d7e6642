//! [`Paths`]: from one role to another by the steps of a catalog.
//!
//! **What is a step.** Three things, each in one direction only:
//!
//! - a move that a role names, if it leads to a role of the catalog (promotion, lateral, specialise, to management);
//! - an entry that a family names, from the role people come from to each role on the family's lowest level;
//! - the next rung of a ladder, whether or not a move says so: of the rungs that stand higher in the family, on the same
//!   track or where one of the two has none, those that stand lowest.
//!
//! Nobody is taken to go back the way they came: a move down is a step only where the catalog names it. Where several
//! lead from one role to another, the first in this order is the one that is shown. Titles outside the catalog
//! ("Engineering Manager") end a way: nothing is known behind them.
//!
//! **Which path.** The one of fewest steps; of those the one with the smallest total gap, the sum of what each step asks
//! beyond the role before it ([`Beyond::points`]); of those the first in the order of the catalog.

use std::collections::{HashMap, HashSet};

use super::beyond::{Beyond, points};
use super::compare::Side;
use super::framework::Framework;
use super::id::RoleId;
use super::near::{Likeness, likeness};
use super::role::{Destination, MoveKind, Role};
use crate::text::SafeText;

/// The steps of a catalog.
#[derive(Debug)]
pub struct Paths<'a> {
    sides: Vec<Side<'a>>,
    places: HashMap<RoleId, usize>,
    /// For each role the roles one step away, each once.
    steps: Vec<Vec<Link<'a>>>,
}

/// A step in the graph.
#[derive(Debug, Clone, Copy)]
struct Link<'a> {
    to: usize,
    way: Way,
    note: Option<&'a SafeText>,
}

/// What makes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// A move that the role before names.
    Move(MoveKind),
    /// An entry that the family of the role names.
    Entry,
    /// The next rung of the ladder, which no move names.
    NextRung,
}

impl Way {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Move(kind) => kind.words(),
            Self::Entry => "entry",
            Self::NextRung => "next rung",
        }
    }
}

/// A way from one role to another, of at least one step.
#[derive(Debug, Clone)]
pub struct Path<'a> {
    /// Where it starts.
    pub from: Side<'a>,
    /// The steps in their order; the last leads to where it ends.
    pub steps: Vec<Step<'a>>,
}

/// A step of a path.
#[derive(Debug, Clone)]
pub struct Step<'a> {
    /// The role it leads to.
    pub to: Side<'a>,
    /// What makes it a step.
    pub way: Way,
    /// What the catalog says it takes; a rung that no move names has no such words.
    pub note: Option<&'a SafeText>,
    /// What the role asks beyond the one before.
    pub gap: Beyond<'a>,
}

impl Path<'_> {
    /// The total gap: the gaps of all steps together.
    pub fn points(&self) -> u32 {
        self.steps.iter().map(|step| step.gap.points()).sum()
    }
}

/// What there is where no path leads to a role.
#[derive(Debug, Clone)]
pub struct NoPath<'a> {
    /// How many roles can be reached from the first one.
    pub reached: usize,
    /// The path to the one of them that is most like the role asked for, and how alike they are in percent, 1 to 99
    /// mostly; `None` when none shares a skill with it. Of those equally alike the one that takes fewest steps.
    pub nearest: Option<(Path<'a>, u8)>,
    /// How many steps it takes the other way round, if there is a way.
    pub back: Option<usize>,
}

impl<'a> Paths<'a> {
    /// The steps between `sides`, which are all roles of a catalog in its order.
    pub fn of(framework: &Framework, sides: Vec<Side<'a>>) -> Self {
        let places: HashMap<RoleId, usize> = sides.iter().map(|side| side.id.clone()).zip(0..).collect();
        let ladders = Ladders::of(framework, &sides);
        let mut steps: Vec<Vec<Link<'a>>> = sides.iter().map(|side| moves(side.role, &places)).collect();
        for (place, side) in sides.iter().enumerate() {
            for entry in &side.family.entry {
                if let Destination::Role(from) = &entry.from
                    && ladders.is_lowest(place)
                    && let Some(links) = places.get(from).and_then(|from| steps.get_mut(*from))
                {
                    links.push(Link { to: place, way: Way::Entry, note: Some(&entry.note) });
                }
            }
        }
        for (place, links) in steps.iter_mut().enumerate() {
            links.extend(ladders.next(place).map(|to| Link { to, way: Way::NextRung, note: None }));
            let mut known = HashSet::from([place]);
            links.retain(|link| known.insert(link.to));
        }
        Self { sides, places, steps }
    }

    /// The path from `from` to `to`.
    ///
    /// # Errors
    ///
    /// [`NoPath`] when no steps lead there, or when the two are one role or unknown.
    pub fn find(&self, from: &RoleId, to: &RoleId) -> Result<Path<'a>, NoPath<'a>> {
        let nowhere = NoPath { reached: 0, nearest: None, back: None };
        let (Some(from), Some(to)) = (self.places.get(from).copied(), self.places.get(to).copied()) else {
            return Err(nowhere);
        };
        let arrivals = self.arrivals(from, Some(to));
        if let Some(path) = self.path(from, to, &arrivals) {
            return Ok(path);
        }
        let nearest = self.most_like(to, &arrivals);
        Err(NoPath {
            reached: arrivals.iter().flatten().count(),
            nearest: nearest.and_then(|(place, likeness)| Some((self.path(from, place, &arrivals)?, likeness))),
            back: self.arrivals(to, Some(from)).get(from).copied().flatten().map(|arrival| arrival.steps),
        })
    }

    /// How each role is best reached from `from`, layer by layer until `to` is; `None` for one that is not, and for
    /// `from` itself.
    fn arrivals(&self, from: usize, to: Option<usize>) -> Vec<Option<Arrival<'a>>> {
        let mut arrivals: Vec<Option<Arrival<'a>>> = vec![None; self.sides.len()];
        let mut layer = vec![from];
        let mut steps = 0;
        while !layer.is_empty() && to.is_none_or(|to| arrivals.get(to).is_some_and(Option::is_none)) {
            steps += 1;
            let mut next = Vec::new();
            for place in layer {
                let total = arrivals[place].map_or(0, |arrival| arrival.total);
                for link in self.steps[place].iter().filter(|link| link.to != from) {
                    let total = total + points(self.sides[place].role, self.sides[link.to].role);
                    let arrival = Arrival { before: place, steps, total, link: *link };
                    match &mut arrivals[link.to] {
                        Some(known) if known.steps < steps || known.total <= total => {}
                        Some(known) => *known = arrival,
                        free => {
                            *free = Some(arrival);
                            next.push(link.to);
                        }
                    }
                }
            }
            next.sort_unstable();
            layer = next;
        }
        arrivals
    }

    /// The path that `arrivals` from `from` hold to `to`.
    fn path(&self, from: usize, to: usize, arrivals: &[Option<Arrival<'a>>]) -> Option<Path<'a>> {
        let mut steps = Vec::new();
        let mut place = to;
        while place != from {
            let arrival = arrivals.get(place).copied().flatten()?;
            let (here, before) = (self.sides.get(place)?, self.sides.get(arrival.before)?);
            let gap = Beyond::of(before.role, here.role);
            steps.push(Step { to: here.clone(), way: arrival.link.way, note: arrival.link.note, gap });
            place = arrival.before;
        }
        steps.reverse();
        (!steps.is_empty()).then(|| Some(Path { from: self.sides.get(from)?.clone(), steps }))?
    }

    /// Of the roles that are reached the one most like the role in place `to`, and how alike they are.
    fn most_like(&self, to: usize, arrivals: &[Option<Arrival<'a>>]) -> Option<(usize, u8)> {
        let wanted = self.sides.get(to)?;
        let reached = arrivals.iter().enumerate().filter_map(|(place, arrival)| Some((place, (*arrival)?)));
        let alike = reached.filter_map(|(place, arrival)| {
            let Likeness { percent, shared } = likeness(wanted.role, self.sides.get(place)?.role)?;
            Some((place, percent, shared, arrival.steps))
        });
        let best = alike
            .min_by_key(|(place, percent, shared, steps)| (u8::MAX - percent, usize::MAX - shared, *steps, *place))?;
        Some((best.0, best.1))
    }
}

/// How a role is best reached.
#[derive(Debug, Clone, Copy)]
struct Arrival<'a> {
    before: usize,
    steps: usize,
    /// The gaps of all steps so far.
    total: u32,
    link: Link<'a>,
}

fn moves<'a>(role: &'a Role, places: &HashMap<RoleId, usize>) -> Vec<Link<'a>> {
    let links = role.moves.iter().filter_map(|step| {
        let Destination::Role(to) = &step.to else { return None };
        Some(Link { to: *places.get(to)?, way: Way::Move(step.kind), note: Some(&step.note) })
    });
    links.collect()
}

/// Which rungs stand on which.
struct Ladders<'s> {
    rungs: Vec<Rung<'s>>,
}

#[derive(Clone, Copy)]
struct Rung<'s> {
    family: &'s str,
    rank: u8,
    track: Option<&'s SafeText>,
}

impl<'s> Ladders<'s> {
    fn of(framework: &Framework, sides: &'s [Side<'_>]) -> Self {
        let rung = |side: &'s Side<'_>| Rung {
            family: side.id.family(),
            rank: framework.rank(&side.role.level),
            track: side.role.track.as_ref(),
        };
        Self { rungs: sides.iter().map(rung).collect() }
    }

    fn is_lowest(&self, place: usize) -> bool {
        let Some(here) = self.rungs.get(place) else { return false };
        self.rungs.iter().all(|other| other.family != here.family || other.rank >= here.rank)
    }

    /// The rungs right above the one in `place`.
    fn next(&self, place: usize) -> impl Iterator<Item = usize> {
        let above = move |other: &Rung<'_>| {
            self.rungs.get(place).is_some_and(|here| {
                let fits = here.track.is_none() || other.track.is_none() || here.track == other.track;
                other.family == here.family && other.rank > here.rank && fits
            })
        };
        let lowest = self.rungs.iter().filter(|rung| above(rung)).map(|rung| rung.rank).min();
        let rungs = self.rungs.iter().enumerate();
        rungs.filter(move |(_, rung)| Some(rung.rank) == lowest && above(rung)).map(|(place, _)| place)
    }
}
