//! What can happen: the verbs that keys are bound to, and everything else that reaches [`super::update`].

use super::effect::{Outcome, Rescue};
use super::export::Form;
use super::key::Key;
use super::practice::Now;
use crate::domain::gap::Support;
use crate::domain::practice::{Length, Prediction, Tick, Verdict};
use crate::store::Pin;

/// Something a person asks for. Focus decides what it means: `Move` in a list, in the detail and in the help is one verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Moves the cursor.
    Move(Motion),
    /// Scrolls the role's text, wherever the focus is.
    Scroll(Motion),
    /// Goes on: from a list to the next pane, from a heading to its text, from a move to its role.
    Open,
    /// Goes out: to the pane before.
    Out,
    /// Closes the topmost thing: a popup, a filter, a screen. Never quits.
    Close,
    /// Closes the topmost popup or screen, else quits.
    Quit,
    /// Quits from anywhere.
    QuitNow,
    /// Gives a pane the focus.
    Focus(Pane),
    /// Gives the next pane the focus.
    NextPane,
    /// Gives the pane before the focus.
    PreviousPane,
    /// Goes to the next section of the role.
    NextSection,
    /// Goes to the section before.
    PreviousSection,
    /// Folds or unfolds the section under the cursor.
    Fold,
    /// Folds or unfolds all sections.
    FoldAll,
    /// Shows the focused pane alone.
    Zoom,
    /// Filters the list, or finds in the role.
    Filter,
    /// Goes to the next place found.
    FindNext,
    /// Goes to the place found before.
    FindPrevious,
    /// Flips fuzzy and exact matching.
    Matching,
    /// Searches everything.
    Search,
    /// Completes what is being typed.
    Complete,
    /// Takes the filter as it is.
    Accept,
    /// Marks the role for comparing.
    Mark,
    /// Takes all marks away.
    ClearMarks,
    /// Compares what is marked, or the role with the next rung.
    Compare,
    /// Judges the others against the column in this place, from 0.
    Base(usize),
    /// Shows only the rows in which the roles differ, or all again.
    Differences,
    /// Goes to the column beside.
    Column(Way),
    /// Changes places with the column beside.
    Shift(Way),
    /// Puts the rung above or below in the place of the column's role.
    Rung(Way),
    /// Adds a column, for a role to be picked.
    AddColumn,
    /// Takes the column away.
    RemoveColumn,
    /// Shows what is under the cursor through all rungs of its family.
    Ladder,
    /// Flips one thing through the rungs and the skills by rungs.
    Face,
    /// Goes to the next thing that goes through the rungs, or to the one before.
    Item(Way),
    /// Shows all families by levels.
    Map,
    /// Shows the way to the role and the roles most like it.
    Near,
    /// Shows how far the reader has come with the role's questions.
    Progress,
    /// Bookmarks the role, or takes the bookmark away.
    Bookmark,
    /// Puts a pin on the role, or takes it off.
    Pin(Pin),
    /// Shows what is missing for a role.
    Gap(Aim),
    /// Rates what is under the cursor by a figure.
    Rate(u8),
    /// Rates what is under the cursor by who does it.
    Support(Support),
    /// Takes the rating away.
    Unrate,
    /// Adds a line of evidence.
    Evidence,
    /// Takes the latest evidence away.
    Withdraw,
    /// Practises for the role.
    Practise,
    /// Says that the clock is right.
    Trust,
    /// Gives the plan more minutes, or fewer.
    Minutes(Way),
    /// Rehearses an interview.
    Mock,
    /// Begins a mock interview of a length.
    Sit(Length),
    /// Says what was missed lately.
    Drill,
    /// Enters what a colleague ticked.
    Pair,
    /// Ends a mock interview before its last question.
    Finish,
    /// Has another question in the place of this one.
    Swap,
    /// Sets the date of the interview.
    Date,
    /// Picks the role the reader holds.
    Current,
    /// Puts the question aside, or takes it up again.
    PutAside,
    /// Says what is wrong with the question.
    Flag,
    /// Goes on without an answer.
    Skip,
    /// Answers in the editor.
    Editor,
    /// Answers by typing here.
    TypeHere,
    /// Answers aloud.
    Aloud,
    /// Shows what belongs in such an answer.
    Scaffold,
    /// Begins a question anew, without what was answered before.
    Fresh,
    /// Foretells how the answer does.
    Predict(Prediction),
    /// Ticks what is under the cursor.
    Tick(Tick),
    /// Says which story an answer told, or writes it.
    Story,
    /// Shows the stories.
    Stories,
    /// Writes a new story.
    NewStory,
    /// Recalls stories by the titles of questions.
    Recall,
    /// Puts another verdict in place of the derived one.
    Override,
    /// The verdict that counts.
    Judge(Verdict),
    /// Says the weakest signal once more.
    OnceMore,
    /// Shows the bookmarks.
    Bookmarks,
    /// Edits the note in the editor.
    Note,
    /// Edits the tags.
    Tags,
    /// Goes back to where the last jump came from.
    Back,
    /// Goes forward again.
    Forward,
    /// Undoes the last change.
    Undo,
    /// Does again what was undone.
    Redo,
    /// Tries again to save what could not be saved.
    SaveAgain,
    /// Puts what could not be saved elsewhere.
    Rescue(Rescue),
    /// Sends something to the clipboard.
    Copy(Copied),
    /// Writes what shows to a file.
    Export(Form),
    /// Shows help: all keys, searchable, runnable.
    Help,
    /// Shows the messages of this session.
    Messages,
    /// Takes the next theme.
    Theme,
    /// Shows all themes, each as it looks.
    Themes,
    /// Leaves the mouse to the terminal, or takes it again.
    Mouse,
    /// Draws the screen anew.
    Redraw,
    /// Stops the program and gives the shell back.
    Suspend,
}

/// What goes to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Copied {
    /// What the roles are called.
    Names,
    /// Their ids.
    Ids,
    /// What shows, or the roles in full.
    Whole(Form),
}

/// Which role a gap is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aim {
    /// The one the reader wants, or else holds.
    Kept,
    /// The one under the cursor.
    This,
}

/// How far and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Motion {
    /// One up.
    Up,
    /// One down.
    Down,
    /// Half a page up.
    HalfUp,
    /// Half a page down.
    HalfDown,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first.
    Top,
    /// To the last.
    Bottom,
}

/// One of the two neighbours: of a column, of a rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// The one after: to the right, above.
    Next,
    /// The one before: to the left, below.
    Previous,
}

/// A pane of the explorer, from left to right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pane {
    /// The families, by department.
    #[default]
    Families,
    /// The rungs of the family.
    Levels,
    /// The role on the rung.
    Detail,
}

/// Everything that reaches `update`.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A key, not yet looked up.
    Key(Key),
    /// A verb, from the help overlay or a click.
    Run(Verb),
    /// Text pasted into the terminal.
    Paste(String),
    /// The wheel turned over a cell.
    Wheel {
        /// Which way.
        motion: Motion,
        /// Where, from the left.
        x: u16,
        /// Where, from the top.
        y: u16,
    },
    /// The left button went down over a cell.
    Click {
        /// Where, from the left.
        x: u16,
        /// Where, from the top.
        y: u16,
    },
    /// The window has another size.
    Resize {
        /// In cells.
        width: u16,
        /// In cells.
        height: u16,
    },
    /// It is this late by now.
    Time(Now),
    /// The window got the focus: others may have changed things meanwhile.
    FocusGained,
    /// An effect is done.
    Done(Outcome),
}
