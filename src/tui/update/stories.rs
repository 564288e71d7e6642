//! What verbs do on the stories screen, how it is opened, and what becomes of the stories that were read or written.

use super::mouse::{Hit, hit};
use super::{WHEEL_ROWS, ladder, practice};
use crate::domain::story::{FEWEST, StorySlug, recalled, tellable};
use crate::store::{Pin, Shelf, blank_story};
use crate::text::SafeText;
use crate::tui::action::{Motion, Verb};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::stories::{About, Draft, Opened, Page, Recall, Stop, StoriesScreen, StoryFile, Why};

/// Opens the stories over what is on screen; on the stories themselves, closes them.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if matches!(model.screen, Screen::Stories(_)) {
        return close(model);
    }
    show(model, Opened::Bank)
}

/// Recalls stories: from the stories, or right away from the plan.
pub(super) fn recall(model: &mut Model) -> Vec<Effect> {
    if !matches!(model.screen, Screen::Stories(_)) {
        return show(model, Opened::Recall);
    }
    begin(model);
    Vec::new()
}

/// Opens one of them, over what is on screen.
pub(super) fn read_one(model: &mut Model, slug: StorySlug) -> Vec<Effect> {
    let effects = show(model, Opened::Bank);
    if let Screen::Stories(screen) = &mut model.screen {
        screen.page = Page::Reading(slug);
    }
    effects
}

/// The stories held against the role that is practised, or wanted, or on the screen.
fn show(model: &mut Model, opened: Opened) -> Vec<Effect> {
    let kept = |pin: Pin| model.bookmarks.pinned(pin).cloned();
    let here = ladder::role_here(model);
    let roles = match &model.screen {
        Screen::Practice(_) => [here, kept(Pin::Want), kept(Pin::Here)],
        _ => [kept(Pin::Want), here, kept(Pin::Here)],
    };
    let role = roles.into_iter().flatten().find(|id| model.catalog.rung(id).is_some());
    let below = practice::under(model, |screen| matches!(screen, Screen::Stories(_)));
    model.screen = Screen::Stories(Box::new(StoriesScreen::new(role, opened, below)));
    let read = model.practice.is_none().then_some(Effect::ReadPractice);
    [Effect::Time].into_iter().chain(read).chain([Effect::ReadStories]).collect()
}

/// Runs a verb on the stories screen.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let size = model.size;
    let Screen::Stories(screen) = &mut model.screen else { return Vec::new() };
    let height = screen.regions(size).pane.rows.height.max(1).into();
    match verb {
        Verb::Move(motion) if screen.has_stops() => screen.cursor.read(motion, &screen.rows, height),
        Verb::Move(motion) | Verb::Scroll(motion) => screen.cursor.scroll(motion, &screen.rows, height),
        Verb::NextSection | Verb::PreviousSection => {
            screen.cursor.stop = screen.section(verb == Verb::NextSection).unwrap_or(screen.cursor.stop);
            screen.cursor.reveal(&screen.rows, height);
        }
        Verb::Open => go_on(model),
        Verb::Skip => pick(model, None),
        Verb::Editor => return edit(model),
        Verb::NewStory => return write_new(model),
        Verb::Close | Verb::Quit => return step_out(model),
        _ => {}
    }
    Vec::new()
}

/// Enter: reads the story, unfolds what is probed, or goes on recalling.
fn go_on(model: &mut Model) {
    let Some(now) = model.now else { return };
    let Screen::Stories(screen) = &mut model.screen else { return };
    let stop = screen.stop().cloned();
    match (&mut screen.page, stop) {
        (Page::Bank, Some(Stop::Story(slug))) => screen.turn(Page::Reading(slug)),
        (Page::Bank, Some(Stop::Probe(_))) => screen.fold(),
        (Page::Bank, Some(Stop::Broken(_))) => {
            {
                let how = model.key_words(Verb::Editor, ": # opens it in your editor");
                model.notices.say(&format!("It cannot be read as it stands{how}."));
            };
        }
        (Page::Recall(recall), Some(Stop::Story(slug))) if recall.waits() => pick(model, Some(slug)),
        (Page::Recall(recall), _) if recall.on().is_some() => {
            recall.go_on(now);
            screen.turn_over();
        }
        (Page::Recall(_), _) => drop(step_out(model)),
        _ => {}
    }
}

/// A story was picked for the title that shows, or none came to mind.
fn pick(model: &mut Model, story: Option<StorySlug>) {
    let Some(now) = model.now else { return };
    let Screen::Stories(screen) = &mut model.screen else { return };
    if let Page::Recall(recall) = &mut screen.page {
        recall.pick(story, now);
        screen.turn_over();
    }
}

/// Back to the stories from one of them, else to what they were opened from.
fn step_out(model: &mut Model) -> Vec<Effect> {
    let Screen::Stories(screen) = &mut model.screen else { return Vec::new() };
    match (&screen.page, screen.opened) {
        (Page::Bank, _) | (Page::Recall(_), Opened::Recall) => close(model),
        (Page::Reading(_) | Page::Recall(_), _) => {
            screen.turn(Page::Bank);
            Vec::new()
        }
    }
}

/// Back to what it was opened from. Practice looks at the time anew.
fn close(model: &mut Model) -> Vec<Effect> {
    ladder::close(model);
    if matches!(model.screen, Screen::Practice(_)) { vec![Effect::Time] } else { Vec::new() }
}

/// Begins to recall, where there are stories enough and titles that ask for one.
fn begin(model: &mut Model) {
    let (Some(now), Screen::Stories(screen)) = (model.now, &mut model.screen) else { return };
    let there = model.stories.as_ref().map_or(0, |shelf| tellable(&shelf.stories));
    if there < FEWEST {
        screen.opened = Opened::Bank;
        let are = if there == 1 { "is 1" } else { &format!("are {there}") };
        let how = model.key_words(Verb::NewStory, ": # writes one");
        return model.notices.say(&format!("Recalling needs {FEWEST} stories that you tell, and there {are}{how}."));
    }
    let pool = screen.role.as_ref().and_then(|role| model.catalog.pool(role));
    let questions = pool.map(|pool| recalled(&pool, now.moment.day)).unwrap_or_default();
    if questions.is_empty() {
        screen.opened = Opened::Bank;
        return model.notices.say("No question of a role here asks for a story.");
    }
    screen.turn(Page::Recall(Recall::new(questions, now)));
}

/// Opens the editor on the story that is read or under the cursor, or on a file that cannot be read.
fn edit(model: &mut Model) -> Vec<Effect> {
    let Screen::Stories(screen) = &model.screen else { return Vec::new() };
    let file = match (screen.story(), screen.stop()) {
        (Some(slug), _) => StoryFile::Kept(slug.clone()),
        (None, Some(Stop::Broken(path))) => StoryFile::Broken(path.clone()),
        _ => {
            let how = model.key_words(Verb::NewStory, ": # writes one");
            model.notices.say(&format!("No story here to edit{how}."));
            return Vec::new();
        }
    };
    vec![Effect::EditStory(Draft { file, why: Why::Itself })]
}

/// Opens the editor on a new story: for what is under the cursor, if that is probed or asked.
fn write_new(model: &mut Model) -> Vec<Effect> {
    let Screen::Stories(screen) = &model.screen else { return Vec::new() };
    let (catalog, role) = (&model.catalog, screen.role.as_ref());
    let asked = match (&screen.page, screen.stop()) {
        (Page::Recall(_), Some(Stop::Question(question))) => Some(question),
        (Page::Recall(recall), _) => recall.on(),
        _ => None,
    };
    let pool = role.and_then(|role| catalog.pool(role));
    let pooled = asked.zip(pool.as_ref()).and_then(|(id, pool)| pool.question(id));
    let (title, probes) = match (pooled, screen.stop()) {
        (Some(pooled), _) => (pooled.question.title.clone(), pooled.question.probes.clone()),
        (None, Some(Stop::Probe(probe))) => {
            (catalog.probe_name(role.map_or("", crate::domain::RoleId::family), probe), vec![probe.clone()])
        }
        _ => (SafeText::line("A new story"), Vec::new()),
    };
    let asked = role.map(|role| catalog.asked(role)).unwrap_or_default();
    let file = StoryFile::New { title: title.to_string(), text: blank_story(&title, &probes, &asked) };
    vec![Effect::EditStory(Draft { file, why: Why::Itself })]
}

/// The stories are read, or were changed elsewhere.
pub(super) fn read(model: &mut Model, shelf: Shelf) {
    model.stories = Some(shelf);
    practice::refill(model);
    let Screen::Stories(screen) = &mut model.screen else { return };
    screen.refresh();
    if screen.opened == Opened::Recall && screen.page == Page::Bank {
        begin(model);
    }
}

/// The editor is done with a story.
pub(super) fn edited(
    model: &mut Model,
    (slug, why): (Option<StorySlug>, Why),
    shelf: Shelf,
    trouble: Option<&str>,
) -> Vec<Effect> {
    read(model, shelf);
    if let Some(trouble) = trouble {
        model.notices.warn(trouble);
    }
    let Some(slug) = slug else {
        if trouble.is_none() {
            model.notices.say("Nothing was written, and no story is kept.");
        }
        return Vec::new();
    };
    if let Some(broken) = model.stories.as_ref().and_then(|shelf| shelf.wrong(&slug)) {
        let line = broken.line.map(|line| format!(", line {line}")).unwrap_or_default();
        let words = format!("No story as it stands: {}{line}: {}", broken.name(), broken.what);
        model.notices.warn(&words);
        return Vec::new();
    }
    let Some(title) = model.stories.as_ref().and_then(|shelf| Some(shelf.story(&slug)?.title.clone())) else {
        return Vec::new();
    };
    if trouble.is_none() {
        model.notices.say(&format!("Story kept: {title}."));
    }
    if why == Why::Told {
        return practice::tell(model, Some(slug));
    }
    if let Screen::Stories(screen) = &mut model.screen {
        screen.stand_on(&slug);
    }
    Vec::new()
}

/// Something was told, or taken back.
pub(super) fn refresh(model: &mut Model) {
    if let Screen::Stories(screen) = &mut model.screen {
        screen.refresh();
    }
}

/// Writes the lines anew where they are out of date.
pub(super) fn settle(model: &mut Model) {
    let (shelf, practice) = (model.stories.as_ref(), model.practice.as_ref());
    let about = About { catalog: &model.catalog, shelf, practice, keys: model.keys };
    if let Screen::Stories(screen) = &mut model.screen {
        screen.settle(&about, model.size);
    }
}

/// The wheel scrolls.
pub(super) fn wheel(model: &mut Model, motion: Motion) {
    let size = model.size;
    if let Screen::Stories(screen) = &mut model.screen {
        let height = screen.regions(size).pane.rows.height.max(1).into();
        for _ in 0..WHEEL_ROWS {
            screen.cursor.scroll(motion, &screen.rows, height);
        }
    }
}

/// Selects what was clicked; what was selected already opens.
pub(super) fn click(model: &mut Model, may_open: bool, x: u16, y: u16) {
    let size = model.size;
    let Screen::Stories(screen) = &mut model.screen else { return };
    let area = screen.regions(size).pane;
    if screen.has_stops() && hit(&mut screen.cursor, &screen.rows, area, x, y) == Hit::Again && may_open {
        go_on(model);
    }
}
