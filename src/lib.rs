//! Career ladders in a terminal.
//!
//! ```text
//!  rungs   Software Platforms > Payment Systems Engineer > 4 Senior
//! ┌ 1 Families ────────────┐╔ 2 Levels ────────────────────╗┌ 3 Role ──────────────────────┐
//! │ Software Platforms    1│║ people come from             ║│ Senior Payment Systems Eng~  │
//! │> Payment Systems Eng~ 7│║    Backend Engineer          ║│ 4 Senior | L5 | IC4 | SDE III│
//! │                        │║ rungs                        ║│                              │
//! │  a family is a ladder; │║  3 Payment Systems Engineer  ║│ - WHAT CHANGES FROM THE RUNG │
//! │  departments group     │║> 4 Senior Payment Syst~   1* ║│   a section; its heading     │
//! │  them                  │║  5 Lead Payment Systems~  2  ║│   folds it                   │
//! │                        │║ people go on to              ║│ - SKILLS  12                 │
//! │                        │║    Director of Engineering   ║│   Idempotency  [####-] 4/5   │
//! └────────────────── 1/1 ─┘╚═════════════════════════ 4/7 ╝└───────────────── 1-9/159 v ──┘
//!  a notice: what just happened, and how to undo it
//!  ?:help  l:open  /:filter  b:bookmark   hints, from the one key table
//! ```
//!
//! **Words.** A *family* is one ladder; a *level* is a place on the scale all families share; a *rung* is where a family
//! meets a level, and the *role* is what a rung asks for. A *thread* is a piece of work that runs through one ladder, a
//! *strand* the kind of work it is. What is compared has an id that is shared: skills, KPIs, scope axes, decision topics.
//!
//! **Rooms**, and who may know whom (held by `tests/rules.rs`):
//!
//! ```text
//! text  <-  domain  <-  catalog  <-  cli
//!                   <-  store    <-  tui
//!                   <-  export   <-
//!           search  <-
//! ```
//!
//! [`text`] knows nobody and [`search`] only text; [`domain`] is values without files, clock or screen; [`catalog`]
//! turns JSON into ladders, [`store`] keeps what a person keeps, [`export`] makes documents of it all; [`tui`] is the explorer and alone names ratatui and
//! crossterm, [`search`] alone names nucleo; [`cli`] is the command line, which starts the explorer.

pub mod catalog;
pub mod cli;
pub mod domain;
pub mod export;
pub mod search;
pub mod store;
pub mod text;
pub mod tui;
