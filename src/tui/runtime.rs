//! The loop: draw, wait for events, update, carry out. It blocks in one read while nothing is under way.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind, MouseButton, MouseEventKind};
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::action::{Action, Motion};
use super::ansi::Ansi;
use super::effect::{Effect, Outcome};
use super::key::Key;
use super::model::Model;
use super::terminal;
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

/// The screen, frame by frame.
#[derive(Debug)]
pub struct Frames(Terminal<Ansi>);

impl Frames {
    /// A blank screen of `size`.
    ///
    /// # Errors
    ///
    /// Never in practice: nothing is written yet.
    pub fn new(size: Size) -> io::Result<Self> {
        let viewport = Viewport::Fixed(Rect::new(0, 0, size.width, size.height));
        Terminal::with_options(Ansi::new(size), TerminalOptions { viewport }).map(Self)
    }

    /// What changed since the last frame, as one synchronised update.
    ///
    /// # Errors
    ///
    /// Never in practice: nothing is written yet.
    pub fn compose(&mut self, model: &Model) -> io::Result<Vec<u8>> {
        let Self(screen) = self;
        screen.draw(|frame| draw(model, frame))?;
        Ok(screen.backend_mut().take())
    }

    /// Draws what changed since the last frame, in one write.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, model: &Model) -> io::Result<()> {
        terminal::present(&self.compose(model)?)
    }

    /// Forgets what is on the screen, which now has `size`: the next frame draws every cell.
    fn forget(&mut self, size: Size) -> io::Result<()> {
        *self = Self::new(size)?;
        self.0.backend_mut().wipe();
        Ok(())
    }
}

/// Runs until the reader quits, from the first frame on, which stands. `after` is what follows each further one.
///
/// # Errors
///
/// When the terminal can no longer be read or written.
pub fn run(
    model: &mut Model,
    world: &mut impl World,
    frames: &mut Frames,
    mut after: impl FnMut(&mut Model),
) -> io::Result<()> {
    let mut resized = resized_meanwhile(model.size)?;
    while !model.over {
        let until = until_next_second(model);
        let actions = resized.take().map_or_else(|| wait(world, until), |action| Ok(vec![action]))?;
        let attended = actions.iter().any(|action| matches!(action, Action::Key(_) | Action::FocusGained));
        let noticed = if attended { world.look() } else { None };
        let time = model.is_timed().then(|| Action::Time(world.now()));
        // What a key acts on comes before it; what is told comes behind it, as a key wipes what was told before.
        let is_told = matches!(noticed, Some(Outcome::Renewed(_) | Outcome::Failed(_)));
        let (told, noticed) = if is_told { (noticed, None) } else { (None, noticed) };
        let (told, noticed) = (told.map(Action::Done), noticed.map(Action::Done));
        let mut actions: VecDeque<Action> = time.into_iter().chain(noticed).chain(actions).chain(told).collect();
        while let Some(action) = actions.pop_front() {
            step(model, world, frames, action, &mut actions)?;
            if model.over {
                return Ok(());
            }
        }
        frames.draw(model)?;
        world.drawn();
        after(model);
        // What is written is on its way only: who carries it to the screen may need the processor this runs on, so nothing is
        // done in advance before the terminal was at rest. A key that comes meanwhile is not made to wait for it either.
        if !event::poll(BEAT)? {
            model.browse.read_ahead(&model.catalog);
        }
    }
    Ok(())
}

/// The new size of a window that changed since it was asked for the first frame's.
fn resized_meanwhile(size: Size) -> io::Result<Option<Action>> {
    // crossterm listens for new sizes from the first time it is asked for an event, so only then is none missed.
    event::poll(Duration::ZERO)?;
    let now = window()?;
    Ok((now != size).then_some(Action::Resize { width: now.width, height: now.height }))
}

/// The size of the window, as far as it can be drawn.
///
/// # Errors
///
/// When the terminal does not say.
pub fn window() -> io::Result<Size> {
    let (width, height) = terminal::size()?;
    Ok(drawable(width, height))
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
            let edits = matches!(effect, Effect::EditNote(_) | Effect::EditAnswer(_) | Effect::EditStory(_));
            if effect == Effect::Redraw {
                frames.forget(model.size)?;
            }
            let outcome = world.perform(effect).map(Action::Done);
            // What an editor took counts as much as what was typed here.
            let time = (edits && model.is_timed()).then(|| Action::Time(world.now()));
            actions.extend(time.into_iter().chain(outcome));
            if edits {
                // Another program had the screen: its keys are not ours, and the window may have another size by now.
                discard_pending()?;
                let Size { width, height } = window()?;
                *later = VecDeque::from([Action::Resize { width, height }]);
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

/// How long it takes until the timer on the screen shows another second.
fn until_next_second(model: &Model) -> Option<Duration> {
    let since = model.timed()?.subsec_nanos();
    Some(Duration::from_secs(1).saturating_sub(Duration::from_nanos(since.into())))
}

/// All actions there are by now, and at least one: a burst of keys is one frame. None when `until` is over and nothing
/// happened: a timer that shows goes on.
fn wait(world: &mut impl World, until: Option<Duration>) -> io::Result<Vec<Action>> {
    let mut actions = Vec::new();
    loop {
        while let Some(outcome) = world.news() {
            actions.push(Action::Done(outcome));
        }
        if !actions.is_empty() {
            return Ok(actions);
        }
        if world.is_busy() {
            if event::poll(BEAT)? {
                break;
            }
        } else {
            let Some(until) = until else { break };
            if !event::poll(until)? {
                return Ok(actions);
            }
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
