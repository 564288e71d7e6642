//! The search: its field, what it found, and what of the hit under the cursor matched.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::lines::{field, lit, popup, span, stand, write};
use crate::search::{Field, Head, Lit, Shown, Target};
use crate::text::{cut, letters_in, pad, width, wrap};
use crate::tui::layout::{self, Room};
use crate::tui::model::Model;
use crate::tui::search::{Advice, Row, Search};
use crate::tui::theme::Ink;

const TITLE: &str = "Search everything";
/// What may be typed, the most useful first.
const SYNTAX: &str =
    "'exact  ^start  !not  level:senior  skill:ledger  kpi:latency  family:web  role:  question:  note:";
/// How many cells the kind of a hit gets.
const KIND: usize = 9;

/// Draws the popup.
pub(super) fn draw(model: &Model, search: &Search, frame: &mut Frame<'_>) {
    let regions = layout::search(model.size);
    let (pane, height) = (regions.pane, usize::from(regions.pane.rows.height));
    popup(model, frame, pane, TITLE, &span(search.cursor.offset, height, search.rows.stops()));
    let stops = search.rows.stops();
    let is_found = matches!(search.selected(), Some(Row::Hit(_)));
    let found = if is_found { format!("{}/{stops}", (search.cursor.stop + 1).min(stops)) } else { String::new() };
    // Without a border there are no hints that say how to leave.
    let found = if Room::of(model.size) == Room::One { format!("{found}  esc closes") } else { found };
    if let Some(at) = pane.field {
        field(model, frame, at, "> ", &search.line, true, &found);
        complete(model, search, frame, at);
    }
    if let Some(at) = regions.advice {
        advise(model, search, frame, at);
    }
    if search.rows.is_empty() {
        nothing(model, search, frame, pane.rows);
    }
    for (place, row) in search.rows.visible(search.cursor.offset, height) {
        let y = pane.rows.y + u16::try_from(place - search.cursor.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..pane.rows };
        match row {
            Row::Recent(typed) => {
                write(
                    model,
                    frame.buffer_mut(),
                    line,
                    [(Ink::Text, "  "), (Ink::Text, typed), (Ink::Faint, "  again")],
                );
            }
            Row::Hit(hit) => {
                if let Some(head) = search.head(hit) {
                    draw_hit(model, frame, line, &head);
                }
            }
        }
        if place == search.cursor.stop {
            stand(model, frame.buffer_mut(), line, true);
        }
    }
    if let (Some(Row::Hit(hit)), Some(sought)) = (search.selected(), &search.sought) {
        let shown = sought.index.show(&sought.answer, hit);
        if let Some(at) = regions.reason {
            reason(model, frame, at, &shown);
        }
        if let Some(at) = regions.preview {
            let matched = sought.index.matched(&sought.answer, hit);
            preview(model, frame, at, &shown, matched);
        }
    }
}

/// Why no hit shows.
fn nothing(model: &Model, search: &Search, frame: &mut Frame<'_>, at: Rect) {
    let answered = search.sought.as_ref().filter(|sought| sought.typed == search.line.text());
    let words = match answered {
        _ if search.line.text().trim().is_empty() => {
            "Type to find roles, skills, KPIs, decisions, moves, questions, bookmarks, notes and stories."
        }
        None => "Looking ...",
        Some(sought) if sought.answer.query.is_empty() => "Nothing is asked for so far.",
        Some(_) => "Nothing is found. Fewer or shorter words find more; esc closes.",
    };
    for (y, bytes) in (at.y..at.bottom()).zip(wrap(words, usize::from(at.width).saturating_sub(3))) {
        let line = Rect { y, height: 1, ..at };
        write(
            model,
            frame.buffer_mut(),
            line,
            [(Ink::Faint, "  "), (Ink::Faint, words.get(bytes).unwrap_or_default())],
        );
    }
}

/// The letters that would complete the word, behind the cursor.
fn complete(model: &Model, search: &Search, frame: &mut Frame<'_>, at: Rect) {
    let Some(rest) = search.completion() else { return };
    let used = 2 + width(search.line.text());
    let room = usize::from(at.width).saturating_sub(used + 12);
    if width(&rest) <= room {
        let x = at.x + u16::try_from(used).unwrap_or_default();
        let place = Rect { x, width: at.right().saturating_sub(x), ..at };
        write(model, frame.buffer_mut(), place, [(Ink::Faint, rest.as_str())]);
        frame.set_cursor_position(Position::new(x, at.y));
    }
}

fn advise(model: &Model, search: &Search, frame: &mut Frame<'_>, at: Rect) {
    let (ink, words) = match search.advice() {
        Advice::Wrong(what) => (Ink::Wrong, what),
        Advice::Near(what) => (Ink::Strong, what),
        Advice::Values(values) => (Ink::Faint, values.join("  ")),
        Advice::Syntax => (Ink::Faint, SYNTAX.to_owned()),
    };
    let words = cut(&words, usize::from(at.width).saturating_sub(2)).into_owned();
    write(model, frame.buffer_mut(), at, [(ink, "  "), (ink, words.as_str())]);
}

/// Kind, name with its letters lit, and what it belongs to.
fn draw_hit(model: &Model, frame: &mut Frame<'_>, line: Rect, head: &Head<'_>) {
    let marked = match head.target {
        Target::Role(role) => model.browse.marks.contains(role),
        _ => false,
    };
    let mark = if marked { "* " } else { "  " };
    // On a narrow screen the names need the room.
    let kind = if line.width >= 40 { pad(head.kind.word(), KIND) } else { String::new() };
    let pieces = [(Ink::Text, " "), (Ink::Kept, mark), (Ink::Faint, kind.as_str())];
    let pieces = pieces.into_iter().chain(lit(head.title.text, &head.title.letters, Ink::Text));
    let under = head.under.map(|under| format!("  {under}")).unwrap_or_default();
    write(model, frame.buffer_mut(), line, pieces.chain([(Ink::Faint, under.as_str())]));
}

/// In which field the hit under the cursor matched, and the line.
fn reason(model: &Model, frame: &mut Frame<'_>, at: Rect, shown: &Shown<'_>) {
    let more = if shown.more > 0 { format!(" +{}", shown.more) } else { String::new() };
    let field = format!("  {}{more}", shown.line.field.words());
    let (first, second) = (Rect { height: 1, ..at }, Rect { y: at.y + at.height.saturating_sub(1), height: 1, ..at });
    if at.height < 2 {
        return;
    }
    write(model, frame.buffer_mut(), first, [(Ink::Heading, field.as_str())]);
    let (text, letters) = windowed(&shown.line, usize::from(at.width).saturating_sub(4));
    let pieces = std::iter::once((Ink::Text, "  ")).chain(lit(&text, &letters, Ink::Text));
    write(model, frame.buffer_mut(), second, pieces);
}

/// As much of a line as fits, from where its first lit letter is on screen.
fn windowed(line: &Lit<'_>, cells: usize) -> (String, Vec<u32>) {
    let first = line.letters.first().map_or(0, |letter| *letter as usize);
    let last = line.letters.last().map_or(0, |letter| *letter as usize);
    if last < cells || first < 4 {
        return (cut(line.text, cells).into_owned(), line.letters.clone());
    }
    // A few words before it, so that it is read in its sentence.
    let skip = first.saturating_sub(cells / 4);
    let start = line.text.grapheme_indices(true).nth(skip).map_or(line.text.len(), |(at, _)| at);
    let rest = line.text.get(start..).unwrap_or_default();
    let moved = |letter: &u32| (*letter as usize + 2).checked_sub(skip).and_then(|at| u32::try_from(at).ok());
    let letters = line.letters.iter().filter_map(moved).collect();
    (cut(&format!("~ {rest}"), cells).into_owned(), letters)
}

/// What the hit is and every line of it that matched, field by field.
fn preview<'a>(
    model: &Model,
    frame: &mut Frame<'_>,
    at: Rect,
    shown: &Shown<'_>,
    matched: impl Iterator<Item = Lit<'a>>,
) {
    for y in at.y..at.bottom() {
        let rule = Rect { x: at.x.saturating_sub(1), y, width: 1, height: 1 };
        write(model, frame.buffer_mut(), rule, [(Ink::Faint, model.glyphs.border(false).vertical_left)]);
    }
    let cells = usize::from(at.width).saturating_sub(2);
    let mut y = at.y;
    // Says whether there is room for another one.
    let mut line = |indent: usize, pieces: Vec<(Ink, &str)>| {
        if y < at.bottom() {
            let place = Rect { x: at.x + 1 + u16::try_from(indent).unwrap_or_default(), y, height: 1, ..at };
            let place = Rect { width: at.right().saturating_sub(place.x), ..place };
            write(model, frame.buffer_mut(), place, pieces);
        }
        y = y.saturating_add(1);
        y < at.bottom()
    };
    for bytes in wrap(shown.head.title.text, cells) {
        line(0, vec![(Ink::Strong, shown.head.title.text.get(bytes).unwrap_or_default())]);
    }
    if let Some(under) = shown.head.under {
        line(0, vec![(Ink::Faint, under)]);
    }
    let mut field: Option<Field> = None;
    for matched in matched.filter(|matched| matched.field != Field::Title) {
        if field.is_none_or(|field| field.words() != matched.field.words()) {
            field = Some(matched.field);
            line(0, Vec::new());
            line(0, vec![(Ink::Heading, matched.field.words())]);
        }
        for bytes in wrap(matched.text, cells.saturating_sub(2)) {
            let before = letters_in(matched.text.get(..bytes.start).unwrap_or_default());
            let text = matched.text.get(bytes).unwrap_or_default();
            let until = before + letters_in(text);
            let here = matched.letters.iter().map(|letter| *letter as usize);
            let here = here.filter(|letter| (before..until).contains(letter));
            let letters: Vec<u32> = here.filter_map(|letter| u32::try_from(letter - before).ok()).collect();
            if !line(2, lit(text, &letters, Ink::Text)) {
                return;
            }
        }
    }
}
