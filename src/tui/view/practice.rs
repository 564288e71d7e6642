//! Practice: the role and the time, the page of the stage, and beside an answer its signals and levels.

use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::widgets::{Clear, Widget};

use super::lines::{border, field, span, write, write_right};
use super::{footer, stops};
use crate::domain::practice::{DRILL_SECONDS, Mode};
use crate::text::{cut, width};
use crate::tui::action::Verb;
use crate::tui::keymap::Context;
use crate::tui::layout::{PaneArea, Room};
use crate::tui::model::Model;
use crate::tui::practice::{FOLLOW_UP, Face, PracticeScreen, REDO, Sheet, Stage, Turn, WARM_UP, Writing, asks, clock};
use crate::tui::theme::Ink;

/// Cells of the bar behind the time.
const BAR: usize = 8;
/// The width from which a mock interview shows a bar beside its own time.
const BESIDE: u16 = 80;

/// Draws the screen.
pub(super) fn draw(model: &Model, screen: &PracticeScreen, frame: &mut Frame<'_>) {
    let regions = screen.regions(model.size);
    header(model, screen, frame, regions.header);
    let face = screen.face();
    let sheets = &screen.sheets;
    let parts = [
        (regions.answer, &sheets.answer, Face::Answer, answered(screen)),
        (regions.main, &sheets.main, Face::Signals, title(screen)),
        (regions.levels, &sheets.levels, Face::Levels, "The same answer by level"),
    ];
    for (area, sheet, part, title) in parts {
        if let Some(area) = area {
            let stands = part == Face::Signals && screen.has_stops();
            draw_sheet(model, frame, area, sheet, (title, part == face && regions.writing.is_none(), stands));
        }
    }
    if let (Some(area), Stage::Question(_, Turn::Ask(asked))) = (regions.writing, &screen.sitting.stage)
        && let Writing::Here(text) = &asked.writing
    {
        let done = model.keys.words(Context::Writing, Verb::Accept, "# is done, ");
        border(model, frame, area, true, &format!("Your answer: {done}esc pauses"), "");
        if let Some(rule) = area.field {
            write(model, frame.buffer_mut(), rule, [(Ink::Faint, &*model.glyphs.rule().repeat(rule.width.into()))]);
        }
        let inside = Rect { x: area.rows.x + 1, width: area.rows.width.saturating_sub(2), ..area.rows };
        text.draw(inside, frame.buffer_mut());
    }
    let typed = match (&screen.field, &screen.sitting.stage) {
        (Some(field), _) => Some((asks(field.kind, model.keys), &field.line, field.refused)),
        (None, Stage::Question(_, Turn::Ask(asked))) => match &asked.writing {
            Writing::Aloud(line) => {
                let on = model.keys.words(Context::Line, Verb::Accept, "; # goes on");
                Some(((" said aloud: ", format!("in a line, or nothing{on}")), line, None))
            }
            Writing::No | Writing::Here(_) => None,
        },
        _ => None,
    };
    match typed {
        Some(((sign, how), line, refused)) => {
            let how = refused.unwrap_or(if Room::of(model.size) >= Room::Two { &how } else { "" });
            footer::draw(model, frame.buffer_mut(), Rect::default(), regions.hints);
            // On a tiny screen the field lies over the hints.
            Clear.render(regions.notice, frame.buffer_mut());
            field(model, frame, regions.notice, sign, line, true, how);
        }
        None => footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints),
    }
}

/// What the page is called.
fn title(screen: &PracticeScreen) -> &'static str {
    match &screen.sitting.stage {
        Stage::Opening | Stage::Start | Stage::Doubted(_) => "Practice",
        Stage::Plan(_) => "Plan",
        Stage::Lengths => "Mock interview",
        Stage::WarmUp(..) => "Warm-up",
        Stage::Drill(_) => "Drill",
        Stage::Pairing(_) => "Asked by a colleague",
        Stage::Summary(run) if run.interview().is_some() => "Debrief",
        Stage::Summary(_) => "Summary",
        Stage::Question(_, turn) => match turn {
            Turn::Ask(_) => "Question",
            Turn::Predict(_) => "Prediction",
            Turn::Reveal(_) => "Signals",
            Turn::FollowUp(..) => "Follow-up",
            Turn::Result(_) => "Result",
            Turn::Redo(..) => "Once more",
        },
    }
}

/// What the part beside the signals is called.
fn answered(screen: &PracticeScreen) -> &'static str {
    match &screen.sitting.stage {
        Stage::Question(_, Turn::Reveal(revealed)) if revealed.mode == Mode::Pair => "The question",
        _ => "Your answer",
    }
}

fn draw_sheet(
    model: &Model,
    frame: &mut Frame<'_>,
    area: PaneArea,
    sheet: &Sheet,
    (title, focused, stands): (&str, bool, bool),
) {
    let place = span(sheet.cursor.offset, area.rows.height.into(), sheet.rows.len());
    border(model, frame, area, focused, title, &place);
    if stands {
        return stops::draw(model, frame, area, &sheet.rows, sheet.cursor);
    }
    stops::draw_text(model, frame, area, &sheet.rows, sheet.cursor);
}

/// The role and what kind of question it is; on the right the time of what is being answered.
fn header(model: &Model, screen: &PracticeScreen, frame: &mut Frame<'_>, area: Rect) {
    let room = Room::of(model.size);
    // Without borders it is here that one sees whether there is more.
    let more = Some(place(screen, model.size)).filter(|place| room < Room::Two && !place.is_empty());
    let parts = [time(model, screen, room), left(model, screen, room), more];
    let time = parts.into_iter().flatten().collect::<Vec<_>>().join("  ");
    let role = model.catalog.rung(&screen.sitting.role).map_or("", |(_, rung)| rung.title.as_str());
    let start = if room >= Room::Two { " rungs   Practice   " } else { "" };
    // An interviewer does not say what kind of question it is.
    let question = screen.sitting.question().filter(|_| screen.sitting.interview().is_none());
    let kind = question.and_then(|id| {
        let pool = model.catalog.pool(&screen.sitting.role)?;
        Some(format!("   {}", pool.question(id)?.question.kind.word()))
    });
    let kind = kind.filter(|_| room >= Room::Two).unwrap_or_default();
    let left = usize::from(area.width).saturating_sub(width(start) + width(&kind) + width(&time) + 2);
    let pieces = [(Ink::Strong, start), (Ink::Text, &*cut(role, left)), (Ink::Faint, &*kind)];
    write(model, frame.buffer_mut(), area, pieces);
    let right = Rect { width: area.width.saturating_sub(u16::from(room >= Room::Two)), ..area };
    write_right(model, frame.buffer_mut(), right, Ink::Strong, &time);
}

/// How far the part with the keys is scrolled.
fn place(screen: &PracticeScreen, size: Size) -> String {
    let regions = screen.regions(size);
    let (area, sheet) = match screen.face() {
        Face::Signals => (regions.main, &screen.sheets.main),
        Face::Answer => (regions.answer, &screen.sheets.answer),
        Face::Levels => (regions.levels, &screen.sheets.levels),
    };
    area.map_or_else(String::new, |area| span(sheet.cursor.offset, area.rows.height.into(), sheet.rows.len()))
}

/// `7:12 / 8:00 [#######-]`, and where it is over, by how much.
fn time(model: &Model, screen: &PracticeScreen, room: Room) -> Option<String> {
    let spent = screen.sitting.timer()?.seconds(model.now?);
    let allowed = match &screen.sitting.stage {
        Stage::WarmUp(..) => WARM_UP,
        Stage::Drill(_) => DRILL_SECONDS,
        Stage::Question(_, Turn::FollowUp(..)) => FOLLOW_UP,
        Stage::Question(_, Turn::Redo(..)) => REDO,
        _ => {
            let pool = model.catalog.pool(&screen.sitting.role)?;
            u32::from(pool.question(screen.sitting.question()?)?.question.minutes) * 60
        }
    };
    let full = usize::try_from(spent.min(allowed)).ok()? * BAR / usize::try_from(allowed.max(1)).ok()?;
    let bar = format!("[{}{}]", "#".repeat(full), "-".repeat(BAR - full));
    let over = if spent > allowed { format!(" +{}", clock(spent - allowed)) } else { String::new() };
    let figures = format!("{} / {}{over}", clock(spent), clock(allowed));
    Some(match room {
        Room::TooSmall | Room::Tiny if screen.sitting.interview().is_some() => return None,
        Room::TooSmall | Room::Tiny => clock(spent),
        Room::One if model.size.width < 60 => figures,
        // The whole interview has its time beside it.
        _ if model.size.width < BESIDE && screen.sitting.interview().is_some() => figures,
        _ => format!("{figures} {bar}"),
    })
}

/// `38:12 left`: what is left of a mock interview.
fn left(model: &Model, screen: &PracticeScreen, room: Room) -> Option<String> {
    let (run, interview) = screen.sitting.interview()?;
    let (spent, all) = (interview.timer.seconds(model.now?), u32::from(run.minutes) * 60);
    let word = if room > Room::Tiny { " left" } else { "" };
    Some(if spent <= all { format!("{}{word}", clock(all - spent)) } else { format!("-{}{word}", clock(spent - all)) })
}
