//! Before the first question: what is practised for, and the plan.

use super::{INDENT, Page, away, count};
use crate::domain::practice::{Outlook, Step, StudyDay};
use crate::store::Waiting;
use crate::text::{pad, width};
use crate::tui::action::{Verb, Way};
use crate::tui::document::{Piece, Row};
use crate::tui::keymap::Context;
use crate::tui::practice::Planning;
use crate::tui::practice::scene::Scene;
use crate::tui::theme::Ink;

/// The first time: the role, the one the reader holds, and a date.
pub(super) fn start(scene: &Scene<'_>, page: &mut Page) {
    page.heading("Practise for");
    page.text(Ink::Strong, INDENT, &scene.title(scene.role));
    page.blank();
    page.heading("You hold");
    if let Some(here) = scene.here {
        let how = scene.keys.words(Context::Start, Verb::Current, " (# picks another)");
        page.text(Ink::Text, INDENT, &format!("{}{how}", scene.title(here)));
    } else {
        let how = "; # picks a role, so that what is new to you comes first";
        let how = scene.keys.words(Context::Start, Verb::Current, how);
        page.text(Ink::Faint, INDENT, &format!("not said{how}"));
    }
    page.blank();
    page.heading("Interview");
    page.text(Ink::Text, INDENT, &interview(scene, Context::Start));
    page.blank();
    let questions = scene.catalog.pool(scene.role).map_or(0, |pool| pool.questions.len());
    let words = format!(
        "{} wait. You answer first; only then do you see what a listener ticks, and the same answer one level below, here \
         and one level above. Nothing leaves this machine.",
        count(questions, "question")
    );
    page.text(Ink::Text, 0, &words);
    page.blank();
    page.text(Ink::Strong, 0, &scene.begins(Context::Start, Verb::Open, "# makes a plan."));
}

/// The clock is far ahead.
pub(super) fn doubted(scene: &Scene<'_>, last: StudyDay, page: &mut Page) {
    let today = scene.now.moment.day;
    page.text(Ink::Strong, 0, &format!("Is today {today}?"));
    page.blank();
    let words = format!(
        "So the clock of this machine says, and what was practised last is from {last}, more than a year before. What you \
         practise is kept under its day for good, and when a question comes back is counted from that."
    );
    page.text(Ink::Text, 0, &words);
    page.blank();
    page.text(Ink::Text, 0, &scene.keys.words(Context::Clock, Verb::Trust, "#  it is: go on"));
    let leave = "#  it is not: leave, and set the clock; nothing is written";
    page.text(Ink::Text, 0, &scene.keys.words(Context::Clock, Verb::Close, leave));
}

fn interview(scene: &Scene<'_>, context: Context) -> String {
    let date = |words| scene.keys.words(context, Verb::Date, words);
    let today = scene.now.moment.day;
    match scene.interview() {
        None => format!("no date{}", date("; # sets one, and everything comes once more in its last four days")),
        Some(day) => format!("{}, {}{}", day.day(), away(today, day.day()), date(" (# changes it)")),
    }
}

/// The plan: what is asked, and why.
pub(super) fn plan(scene: &Scene<'_>, minutes: u16, planning: &Planning, page: &mut Page) {
    let Some(plan) = &planning.plan else { return };
    let today = scene.now.moment.day;
    if let Some(waiting) = scene.waiting() {
        page.passed_heading("Half a mock interview", "");
        let how = [(Verb::Open, "# goes on"), (Verb::Swap, "# leaves it")];
        let words = format!("{}{}", half(&waiting, today), scene.keys.listed(Context::Plan, ": ", &how));
        let rows = page.wrapped(Ink::Strong, 0, &words);
        page.rows.push_stop(rows);
    }
    page.passed_heading(&format!("{minutes} minutes"), "");
    if plan.steps.is_empty() {
        let more = scene.keys.words(Context::Plan, Verb::Minutes(Way::Next), ": # asks for more all the same");
        page.passed(Ink::Text, INDENT, &format!("Nothing is due, and nothing new is left for today{more}."));
    } else {
        let words = format!(
            "{}, {} minutes with a look at the signals{}",
            count(plan.steps.len(), "question"),
            plan.minutes,
            scene.keys.words(Context::Plan, Verb::Open, "; # begins")
        );
        page.passed(Ink::Text, INDENT, &words);
        page.rows.push(Row::default());
    }
    for step in &plan.steps {
        let rows = question(scene, step, page);
        page.rows.push_stop(rows);
    }
    let aside = aside(scene);
    if !aside.is_empty() {
        page.passed_heading("Put aside", "");
        let up = scene.keys.words(Context::Plan, Verb::PutAside, " (# takes it up again)");
        for title in aside {
            let rows = page.beside("-", Ink::Faint, &format!("{title}{up}"));
            page.rows.push_stop(rows);
        }
    }
    page.passed_heading("Interview", "");
    let words = match (plan.outlook, scene.interview()) {
        (Some(outlook), _) => self::outlook(scene, outlook, minutes),
        (None, Some(day)) => {
            let date = scene.keys.words(Context::Plan, Verb::Date, "; # sets another date");
            format!("was {} ({}){date}", away(today, day.day()), day.day())
        }
        (None, None) => interview(scene, Context::Plan),
    };
    page.passed(Ink::Text, INDENT, &words);
    if let Some(next) = plan.next {
        page.passed(Ink::Faint, INDENT, &format!("next after these: {}, {next}", away(today, next)));
    }
}

/// `a mock of 09:12 waits: 3 answers to judge, 1 question not asked`
pub fn half(waiting: &Waiting<'_>, today: StudyDay) -> String {
    let form = if waiting.last.moment.day == today { "%H:%M" } else { "%Y-%m-%d %H:%M" };
    let since = waiting.since.strftime(form);
    let judge = count(waiting.given.len(), "answer");
    let asked = match waiting.unasked.len() {
        0 => String::new(),
        unasked => format!(", {} not asked", count(unasked, "question")),
    };
    format!("a mock of {since} waits: {judge} to judge{asked}")
}

/// The titles of what is put aside, in the order of the pool.
fn aside(scene: &Scene<'_>) -> Vec<String> {
    let pool = scene.catalog.pool(scene.role);
    let questions = pool.into_iter().flat_map(|pool| pool.questions);
    let aside = questions.filter(|pooled| scene.practice.is_suspended(&pooled.id));
    aside.map(|pooled| pooled.question.title.to_string()).collect()
}

/// Title, kind, time box and reason.
fn question(scene: &Scene<'_>, step: &Step, page: &Page) -> Vec<Row> {
    let look = |pooled: &crate::domain::pool::Pooled<'_>| {
        let question = pooled.question;
        (question.title.to_string(), format!("{}, {} min", question.kind.word(), question.minutes))
    };
    let (title, facts) = scene.question(&step.question, look).unwrap_or_default();
    let why = step.why.to_string();
    let room = page.width.saturating_sub(width(&facts) + width(&why) + 2 * INDENT);
    if room >= 24 && width(&title) <= room {
        let pieces = [(Ink::Strong, pad(&title, room + INDENT)), (Ink::Faint, format!("{facts}  ")), (Ink::Text, why)];
        return vec![Row(pieces.map(|(ink, text)| Piece::new(ink, text)).to_vec())];
    }
    let mut rows = page.wrapped(Ink::Strong, 0, &title);
    rows.extend(page.wrapped(Ink::Text, INDENT, &format!("{why}; {facts}")));
    rows
}

/// What is left until the interview.
fn outlook(scene: &Scene<'_>, outlook: Outlook, minutes: u16) -> String {
    let words = outlook.words(minutes);
    match outlook {
        Outlook { days: 0, .. } => format!("{words}: go well"),
        Outlook { fit, all, .. } if fit < all => {
            format!("{words}{}", scene.keys.words(Context::Plan, Verb::Minutes(Way::Next), "; # for more"))
        }
        _ => words,
    }
}
