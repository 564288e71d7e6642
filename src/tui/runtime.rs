//! The loop: draw, wait for events, update, carry out. It blocks in one read while nothing is under way.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind, MouseButton, MouseEventKind};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::action::{Action, Motion};
use super::effect::Effect;
use super::key::Key;
use super::model::Model;
use super::terminal;
use super::theme::Theme;
use super::update::update;
use super::view::draw;
use super::world::World;

/// How often the loop looks for news while the world is busy, and how long the terminal must be quiet to be at rest.
const BEAT: Duration = Duration::from_millis(2);
/// How long it looks for more events before it draws. Asked for no time at all, crossterm's reader of `/dev/tty` does not
/// look at all, not even at what it has read already; for less than a millisecond it looks without waiting, but again and
/// again until the time is over, so every key waits this long for its frame.
const GLANCE: Duration = Duration::from_micros(5);
/// The largest screen that is drawn; a terminal that says it is larger gets this much of it.
const LARGEST: Size = Size::new(1000, 500);

/// A size that can be drawn: some terminals report 0x0, and one lie of 65535x65535 would ask for gigabytes.
pub fn drawable(width: u16, height: u16) -> Size {
    Size::new(width.clamp(1, LARGEST.width), height.clamp(1, LARGEST.height))
}

/// What ratatui writes, gathered so that a frame goes out in one piece.
#[derive(Debug, Clone, Default)]
struct Outbox(Rc<RefCell<Vec<u8>>>);

impl Write for Outbox {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The screen, frame by frame.
pub struct Frames {
    terminal: Terminal<CrosstermBackend<Outbox>>,
    outbox: Outbox,
}

impl Frames {
    /// A blank screen of `size`.
    ///
    /// # Errors
    ///
    /// Never in practice: nothing is written yet.
    pub fn new(size: Size) -> io::Result<Self> {
        let outbox = Outbox::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, size.width, size.height));
        let terminal = Terminal::with_options(CrosstermBackend::new(outbox.clone()), TerminalOptions { viewport })?;
        Ok(Self { terminal, outbox })
    }

    /// Draws what changed since the last frame, as one synchronised update in one write.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, model: &Model) -> io::Result<()> {
        // Under `NO_COLOR` crossterm writes a full reset for every colour, which would wipe what is reversed; a theme
        // decides here, and the one without colours has none to write.
        crossterm::style::force_color_output(model.theme != Theme::Mono);
        self.terminal.draw(|frame| draw(model, frame))?;
        let mut frame = self.outbox.0.borrow_mut();
        let mut bytes = Vec::with_capacity(frame.len() + 16);
        bytes.extend_from_slice(b"\x1b[?2026h");
        bytes.append(&mut frame);
        bytes.extend_from_slice(b"\x1b[?2026l");
        terminal::present(&bytes)
    }

    /// Forgets what is on the screen, which now has `size`: the next frame draws every cell.
    fn forget(&mut self, size: Size) -> io::Result<()> {
        self.terminal.resize(Rect::new(0, 0, size.width, size.height))?;
        let mut frame = self.outbox.0.borrow_mut();
        frame.clear();
        frame.extend_from_slice(b"\x1b[0m\x1b[2J");
        Ok(())
    }
}

/// Runs until the reader quits. `shown` is what need not be done before the first frame stands, `after` what follows
/// each further one.
///
/// # Errors
///
/// When the terminal can no longer be read or written.
pub fn run(
    model: &mut Model,
    world: &mut impl World,
    frames: &mut Frames,
    shown: impl FnOnce() -> io::Result<()>,
    mut after: impl FnMut(&Model),
) -> io::Result<()> {
    frames.draw(model)?;
    shown()?;
    while !model.over {
        let actions = wait(world)?;
        let attended = actions.iter().any(|action| matches!(action, Action::Key(_) | Action::FocusGained));
        let noticed = if attended { world.look() } else { None };
        let mut actions: VecDeque<Action> = noticed.map(Action::Done).into_iter().chain(actions).collect();
        while let Some(action) = actions.pop_front() {
            step(model, world, frames, action, &mut actions)?;
            if model.over {
                return Ok(());
            }
        }
        frames.draw(model)?;
        after(model);
    }
    Ok(())
}

/// One action and everything that follows from it; `later` is what came in after it.
fn step(
    model: &mut Model,
    world: &mut impl World,
    frames: &mut Frames,
    action: Action,
    later: &mut VecDeque<Action>,
) -> io::Result<()> {
    let mut actions = VecDeque::from([action]);
    while let Some(action) = actions.pop_front() {
        for effect in update(model, action) {
            let edits = matches!(effect, Effect::EditNote(_));
            if effect == Effect::Redraw {
                frames.forget(model.size)?;
            }
            actions.extend(world.perform(effect).map(Action::Done));
            if edits {
                // Another program had the screen: its keys are not ours, and the window may have another size by now.
                discard_pending()?;
                let (width, height) = crossterm::terminal::size()?;
                *later = VecDeque::from(Vec::from_iter(self::action(Event::Resize(width, height))));
            }
        }
    }
    Ok(())
}

fn discard_pending() -> io::Result<()> {
    while event::poll(BEAT)? {
        event::read()?;
    }
    Ok(())
}

/// All actions there are by now, and at least one: a burst of keys is one frame.
fn wait(world: &mut impl World) -> io::Result<Vec<Action>> {
    let mut actions = Vec::new();
    loop {
        while let Some(outcome) = world.news() {
            actions.push(Action::Done(outcome));
        }
        if !actions.is_empty() {
            return Ok(actions);
        }
        if !world.is_busy() || event::poll(BEAT)? {
            break;
        }
    }
    actions.extend(action(event::read()?));
    while event::poll(GLANCE)? {
        actions.extend(action(event::read()?));
    }
    Ok(actions)
}

/// What an event means; `None` for a key's release and for what nothing is bound to.
fn action(event: Event) -> Option<Action> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Key::of(key).map(Action::Key),
        Event::Paste(text) => Some(Action::Paste(text)),
        Event::Resize(width, height) => {
            let size = drawable(width, height);
            Some(Action::Resize { width: size.width, height: size.height })
        }
        Event::Mouse(mouse) => {
            let (x, y) = (mouse.column, mouse.row);
            match mouse.kind {
                MouseEventKind::ScrollDown => Some(Action::Wheel { motion: Motion::Down, x, y }),
                MouseEventKind::ScrollUp => Some(Action::Wheel { motion: Motion::Up, x, y }),
                MouseEventKind::Down(MouseButton::Left) => Some(Action::Click { x, y }),
                _ => None,
            }
        }
        Event::FocusGained => Some(Action::FocusGained),
        Event::Key(_) | Event::FocusLost => None,
    }
}
