//! `rungs gap`: what lies between the reader and a role, and the ratings, evidence and roles that are kept for it.

mod item;
mod kept;
mod page;

use jiff::civil::Date;

use super::args::{EvidenceArgs, GapArgs, GapCommand, PinArgs, RateArgs};
use super::journals::{self, bookmarks, practice};
use super::output::{Form, Output, Wanted};
use super::pins::{here, none_kept, wanted};
use super::{Exit, Failure, Outcome, pins, resolve, typed_ids};
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::gap::{Item, Need, Rating};
use crate::export::gap::{ITEM_SCHEMA, NeedItem, SCHEMA, Sheet, report};
use crate::store::{Change, Journal, Pin, Places, Practice, Remark};

/// Does what `args` ask.
pub(super) fn gap(args: &GapArgs, places: &Places, catalog: &Catalog, output: &mut Output) -> Outcome {
    let Some(command) = &args.command else { return show(args, places, catalog, output) };
    if !args.ids.is_empty() {
        return Err(Failure::new(Exit::Usage, format!("`{}` stands before a subcommand of gap", args.ids.join(" "))));
    }
    match command {
        GapCommand::Here(args) => pin(Pin::Here, args, places, catalog, output),
        GapCommand::Want(args) => pin(Pin::Want, args, places, catalog, output),
        GapCommand::Rate(args) => rate(args, places, catalog, output),
        GapCommand::Evidence(args) => evidence(args, places, catalog, output),
    }
}

fn show(args: &GapArgs, places: &Places, catalog: &Catalog, output: &mut Output) -> Outcome {
    let form = output.wanted(&args.format)?;
    let typed = if args.ids.is_empty() { Vec::new() } else { typed_ids::expanded(&args.ids)? };
    let (from, target) = match &typed[..] {
        [] => {
            let (_, bookmarks) = bookmarks(places)?;
            (here(&bookmarks, catalog), wanted(&bookmarks, catalog)?)
        }
        [target] => {
            let (_, bookmarks) = bookmarks(places)?;
            (here(&bookmarks, catalog), resolve::role(catalog, target)?)
        }
        [from, target] => (Some(resolve::role(catalog, from)?), resolve::role(catalog, target)?),
        more => return Err(Failure::new(Exit::Usage, format!("gap takes one or two roles, not {}", more.len()))),
    };
    let (_, practice) = practice(places)?;
    let gap = pins::gap(catalog, &target, from.as_ref(), &practice)?;
    let gap = if args.only_open { gap.only_open() } else { gap };
    match form {
        Wanted::Document(format) => output.document(format, &report(&gap, page::day))?,
        Wanted::Here(Form::Json) => output.json(SCHEMA, &[Sheet::of(&gap)])?,
        Wanted::Here(Form::Plain) => {
            if args.header {
                output.line(page::COLUMNS.join("\t"))?;
            }
            for need in gap.needs() {
                output.line(page::record(need))?;
            }
        }
        Wanted::Here(Form::Table) => page::print(&gap, output)?,
    }
    Ok(Exit::Done)
}

/// Keeps a role as here or wanted, or none, and prints what is kept then.
fn pin(pin: Pin, args: &PinArgs, places: &Places, catalog: &Catalog, output: &mut Output) -> Outcome {
    let (mut journal, mut bookmarks) = bookmarks(places)?;
    let before = bookmarks.pinned(pin).cloned();
    let change = match (&args.id, args.clear, before) {
        (Some(typed), _, before) => {
            let id = resolve::role(catalog, typed)?;
            (before.as_ref() != Some(&id)).then(|| Change::Pin { of: id.into(), pin })
        }
        (None, true, Some(before)) => Some(Change::Unpin { of: before.into(), pin }),
        (None, ..) => None,
    };
    if let Some(change) = change {
        let entry = journals::keep(&mut journal, change)?;
        bookmarks.apply(&entry);
    }
    let Some(id) = bookmarks.pinned(pin) else {
        if args.clear {
            return Ok(Exit::Done);
        }
        return Err(Failure::new(Exit::NothingFound, none_kept(pin)));
    };
    output.records(&[kept::Kept::of(catalog, id)], super::output::Header::Aligned)?;
    Ok(Exit::Done)
}

fn rate(args: &RateArgs, places: &Places, catalog: &Catalog, output: &mut Output) -> Outcome {
    let asked = Asked::read(args.role.as_deref(), &args.item, places, catalog)?;
    let kind = asked.item.kind();
    let value = match args.value.as_str() {
        "-" => None,
        typed => {
            Some(Rating::typed(kind, typed).ok_or_else(|| Failure::new(Exit::Usage, item::no_rating(kind, typed)))?)
        }
    };
    let remark = Remark::Rating { item: asked.item.clone(), value };
    asked.keep(remark, catalog, output)
}

fn evidence(args: &EvidenceArgs, places: &Places, catalog: &Catalog, output: &mut Output) -> Outcome {
    let asked = Asked::read(args.role.as_deref(), &args.item, places, catalog)?;
    let remark = match (&args.text, args.remove) {
        (Some(text), _) => added(&asked.item, text, args.on)?,
        (None, number) => {
            let all = asked.practice.evidence(&asked.item);
            let chosen = number.and_then(|number| all.get(number.checked_sub(1)?));
            let (id, _) = chosen.ok_or_else(|| {
                let message = format!("{} has {} pieces of evidence", asked.item, all.len());
                Failure::new(Exit::NothingFound, message)
            })?;
            Remark::Withdraw { of: id.clone() }
        }
    };
    asked.keep(remark, catalog, output)
}

/// The evidence that was typed, which says something and is one line.
fn added(item: &Item, text: &str, on: Option<Date>) -> Result<Remark, Failure> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return Err(Failure::new(Exit::Usage, "evidence is a line of text"));
    }
    Ok(Remark::Evidence { item: item.clone(), text: line, on })
}

/// An item of a role that something is to be said about.
struct Asked {
    journal: Journal<Remark>,
    practice: Practice,
    here: Option<RoleId>,
    role: RoleId,
    item: Item,
}

impl Asked {
    /// The item of the role meant, or of the wanted one.
    fn read(role: Option<&str>, typed: &str, places: &Places, catalog: &Catalog) -> Result<Self, Failure> {
        let (_, bookmarks) = bookmarks(places)?;
        let role = match role {
            Some(role) => resolve::role(catalog, role)?,
            None => wanted(&bookmarks, catalog)?,
        };
        let (journal, practice) = practice(places)?;
        let gap = pins::gap(catalog, &role, None, &practice)?;
        let item = item::meant(catalog, &gap, typed)?;
        Ok(Self { journal, practice, here: here(&bookmarks, catalog), role, item })
    }

    /// Keeps `remark` and prints how the reader stands then.
    fn keep(mut self, remark: Remark, catalog: &Catalog, output: &mut Output) -> Outcome {
        let entry = journals::keep(&mut self.journal, remark)?;
        self.practice.apply(&entry);
        let gap = pins::gap(catalog, &self.role, self.here.as_ref(), &self.practice)?;
        let needs: Vec<&Need> = gap.needs().filter(|need| need.item == self.item).collect();
        match output.form() {
            Form::Json => {
                let items: Vec<_> = needs.into_iter().map(NeedItem::of).collect();
                output.json(ITEM_SCHEMA, &items)?;
            }
            Form::Plain => needs.into_iter().try_for_each(|need| output.line(page::record(need)))?,
            Form::Table => page::print_needs(&needs, output)?,
        }
        Ok(Exit::Done)
    }
}
