//! What the settings call the verbs.

use crate::domain::gap::Support;
use crate::domain::practice::{Length, Prediction, Tick, Verdict};
use crate::export::Format;
use crate::store::Pin;
use crate::tui::action::{Aim, Copied, Motion, Pane, Verb, Way};
use crate::tui::effect::Rescue;
use crate::tui::export::Form;

impl Verb {
    /// What the settings call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Move(motion) => moving(motion),
            Self::Scroll(motion) => scrolling(motion),
            Self::Open => "open",
            Self::Out => "out",
            Self::Close => "close",
            Self::Quit => "quit",
            Self::QuitNow => "quit-now",
            Self::Focus(Pane::Families) => "families",
            Self::Focus(Pane::Levels) => "levels",
            Self::Focus(Pane::Detail) => "role",
            Self::NextPane => "next-pane",
            Self::PreviousPane => "previous-pane",
            Self::NextSection => "next-section",
            Self::PreviousSection => "previous-section",
            Self::Fold => "fold",
            Self::FoldAll => "fold-all",
            Self::Zoom => "zoom",
            Self::Filter => "filter",
            Self::FindNext => "find-next",
            Self::FindPrevious => "find-previous",
            Self::Matching => "matching",
            Self::Search => "search",
            Self::Complete => "complete",
            Self::Accept => "accept",
            Self::Mark => "mark",
            Self::ClearMarks => "clear-marks",
            Self::Compare => "compare",
            Self::Base(place) => one_of(&["base-1", "base-2", "base-3", "base-4"], place),
            Self::Differences => "differences",
            Self::Column(Way::Next) => "next-column",
            Self::Column(Way::Previous) => "previous-column",
            Self::Shift(Way::Next) => "shift-right",
            Self::Shift(Way::Previous) => "shift-left",
            Self::Rung(Way::Next) => "rung-up",
            Self::Rung(Way::Previous) => "rung-down",
            Self::AddColumn => "add-column",
            Self::RemoveColumn => "remove-column",
            Self::Ladder => "ladder",
            Self::Face => "turn",
            Self::Item(Way::Next) => "next-item",
            Self::Item(Way::Previous) => "previous-item",
            Self::Map => "map",
            Self::Near => "near",
            Self::Progress => "progress",
            Self::Bookmark => "bookmark",
            Self::Pin(Pin::Here) => "here",
            Self::Pin(Pin::Want) => "want",
            Self::Gap(Aim::Kept) => "gap",
            Self::Gap(Aim::This) => "gap-here",
            Self::Rate(figure) => one_of(&["rate-0", "rate-1", "rate-2", "rate-3", "rate-4", "rate-5"], figure.into()),
            Self::Support(Support::No) => "rate-no",
            Self::Support(Support::WithSupport) => "rate-support",
            Self::Support(Support::Alone) => "rate-alone",
            Self::Unrate => "unrate",
            Self::Evidence => "evidence",
            Self::Withdraw => "withdraw",
            Self::Bookmarks => "bookmarks",
            Self::Note => "note",
            Self::Tags => "tags",
            Self::Back => "back",
            Self::Forward => "forward",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::SaveAgain => "save-again",
            Self::Rescue(Rescue::Clipboard) => "copy-unsaved",
            Self::Rescue(Rescue::File) => "write-unsaved",
            Self::Copy(Copied::Names) => "copy-name",
            Self::Copy(Copied::Ids) => "copy-id",
            Self::Copy(Copied::Whole(Form::Document(Format::Markdown))) => "copy-markdown",
            Self::Copy(Copied::Whole(Form::Document(Format::Csv))) => "copy-csv",
            Self::Copy(Copied::Whole(Form::Document(Format::Html))) => "copy-html",
            Self::Copy(Copied::Whole(Form::Json)) => "copy-json",
            Self::Copy(Copied::Whole(Form::Plain)) => "copy-text",
            Self::Export(Form::Document(Format::Markdown)) => "export-markdown",
            Self::Export(Form::Document(Format::Csv)) => "export-csv",
            Self::Export(Form::Document(Format::Html)) => "export-html",
            Self::Export(Form::Json) => "export-json",
            Self::Export(Form::Plain) => "export-text",
            Self::Help => "help",
            Self::Messages => "messages",
            Self::Theme => "theme",
            Self::Themes => "themes",
            Self::Mouse => "mouse",
            Self::Redraw => "redraw",
            Self::Suspend => "suspend",
            practised => practising(practised),
        }
    }
}

fn one_of(names: &[&'static str], place: usize) -> &'static str {
    names.get(place).copied().unwrap_or("none-of-these")
}

fn moving(motion: Motion) -> &'static str {
    match motion {
        Motion::Up => "up",
        Motion::Down => "down",
        Motion::HalfUp => "half-page-up",
        Motion::HalfDown => "half-page-down",
        Motion::PageUp => "page-up",
        Motion::PageDown => "page-down",
        Motion::Top => "top",
        Motion::Bottom => "bottom",
    }
}

fn scrolling(motion: Motion) -> &'static str {
    match motion {
        Motion::Up => "scroll-up",
        Motion::Down => "scroll-down",
        Motion::HalfUp => "scroll-half-page-up",
        Motion::HalfDown => "scroll-half-page-down",
        Motion::PageUp => "scroll-page-up",
        Motion::PageDown => "scroll-page-down",
        Motion::Top => "scroll-top",
        Motion::Bottom => "scroll-bottom",
    }
}

/// The verbs of practice and of stories.
fn practising(verb: Verb) -> &'static str {
    match verb {
        Verb::Practise => "practise",
        Verb::Trust => "trust",
        Verb::Minutes(Way::Next) => "more-minutes",
        Verb::Minutes(Way::Previous) => "fewer-minutes",
        Verb::Mock => "mock",
        Verb::Sit(Length::Short) => "mock-short",
        Verb::Sit(Length::Usual) => "mock-usual",
        Verb::Sit(Length::Long) => "mock-long",
        Verb::Drill => "drill",
        Verb::Pair => "pair",
        Verb::Finish => "finish",
        Verb::Swap => "swap",
        Verb::Date => "date",
        Verb::Current => "current",
        Verb::PutAside => "put-aside",
        Verb::Flag => "flag",
        Verb::Skip => "skip",
        Verb::Editor => "editor",
        Verb::TypeHere => "type-here",
        Verb::Aloud => "aloud",
        Verb::Scaffold => "scaffold",
        Verb::Fresh => "fresh",
        Verb::Predict(Prediction::NotYet) => "predict-not-yet",
        Verb::Predict(Prediction::Close) => "predict-close",
        Verb::Predict(Prediction::AtLevel) => "predict-at-level",
        Verb::Tick(Tick::Hit) => "there",
        Verb::Tick(Tick::Part) => "part",
        Verb::Tick(Tick::Missed) => "missed",
        Verb::Story => "story",
        Verb::Stories => "stories",
        Verb::NewStory => "new-story",
        Verb::Recall => "recall",
        Verb::Override => "override",
        Verb::Judge(Verdict::NotYet) => "judge-not-yet",
        Verb::Judge(Verdict::Thin) => "judge-thin",
        Verb::Judge(Verdict::AtLevel) => "judge-at-level",
        Verb::Judge(Verdict::Above) => "judge-above",
        Verb::OnceMore => "once-more",
        // The rest has its name above.
        _ => "none-of-these",
    }
}
