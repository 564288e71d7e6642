//! A drill: beginning it, showing a signal that was said, judging it, and back by undoing.

use super::kept::reviewed;
use super::{change, look, say};
use crate::domain::practice::{DRILL_SECONDS, Mode, Review, Tick};
use crate::store::{EntryId, Practised, Remark, Session};
use crate::tui::action::Verb;
use crate::tui::effect::{Effect, Purpose};
use crate::tui::keymap::Context;
use crate::tui::model::{Model, Screen};
use crate::tui::practice::{Drilling, Heard, Now, Sitting, Stage, Timer, Weak};

/// Begins with what was missed lately: as much of it as there are minutes for.
pub(super) fn begin(model: &mut Model) {
    let made = look(model, |scene, sitting| {
        let most = usize::try_from(u32::from(sitting.minutes) * 60 / DRILL_SECONDS).unwrap_or(usize::MAX).max(1);
        scene.desk(|desk| {
            let weak = desk.drill().into_iter().take(most);
            let weak = weak.map(|prompt| Weak { question: prompt.id.clone(), signal: prompt.signal.id.clone() });
            let answered = desk.questions().iter().any(|it| it.history.latest().is_some());
            (weak.collect::<Vec<_>>(), answered, sitting.minutes)
        })
    });
    let Some((weak, answered, minutes)) = made else { return };
    if weak.is_empty() {
        model.notices.say(if answered {
            "Nothing to drill: every signal the level asks was there in your last two answers."
        } else {
            "Nothing to drill yet: a drill takes the signals your answers missed, and nothing was answered so far."
        });
        return;
    }
    change(model, |_, now| Stage::Drill(Drilling::new(weak, minutes, Timer::start(now))));
}

/// Enter: the signal shows, or after the last one a new plan.
pub(super) fn go_on(model: &mut Model) {
    let now = model.now;
    let Screen::Practice(screen) = &mut model.screen else { return };
    let Stage::Drill(drilling) = &mut screen.sitting.stage else { return };
    match (&drilling.on, drilling.heard) {
        (None, _) => super::begin::plan(model),
        (Some(_), Heard::Waiting) => {
            drilling.heard = Heard::Shown;
            if let Some(now) = now {
                drilling.timer.pause(now);
            }
        }
        (Some(_), Heard::Shown) => {
            let ticks = [
                (Verb::Tick(Tick::Hit), "# there"),
                (Verb::Tick(Tick::Part), "# in part"),
                (Verb::Tick(Tick::Missed), "# missed"),
            ];
            let how = model.keys.listed(Context::Drilled, " ", &ticks);
            let end = if how.is_empty() { "" } else { "." };
            model.notices.say(&format!("Was it in what you said?{how}{end}"));
        }
    }
}

/// Keeps how it went. It moves no memory.
pub(super) fn judge(model: &mut Model, tick: Tick) -> Vec<Effect> {
    let review = look(model, |scene, sitting| {
        let Stage::Drill(Drilling { on: Some(weak), heard: Heard::Shown, timer, .. }) = &sitting.stage else {
            return None;
        };
        scene.question(&weak.question, |pooled| {
            let question = (weak.question.clone(), pooled.question.rev);
            let said = (weak.signal.clone(), tick);
            Review::drilled(scene.role.clone(), question, said, scene.now.moment, timer.seconds(scene.now))
        })
    });
    review.map(|review| say(vec![reviewed(review)])).unwrap_or_default()
}

/// One is kept: the next, or the end, with which the sitting is kept.
pub(super) fn kept_as(sitting: &mut Sitting, now: Now, entry: &EntryId, review: &Review) -> Vec<Effect> {
    let Stage::Drill(drilling) = &mut sitting.stage else { return Vec::new() };
    let Some((signal, tick)) = review.ticks.iter().next() else { return Vec::new() };
    let weak = Weak { question: review.question.clone(), signal: signal.clone() };
    if drilling.on.as_ref() != Some(&weak) {
        return Vec::new();
    }
    drilling.said.push((entry.clone(), weak, *tick));
    drilling.go_on(Timer::start(now));
    if drilling.on.is_some() {
        return Vec::new();
    }
    drilling.whole.pause(now);
    let session = Session {
        role: sitting.role.clone(),
        mode: Mode::Drill,
        minutes: drilling.minutes,
        secs: drilling.whole.seconds(now),
        reviews: drilling.said.iter().map(|(entry, ..)| entry.clone()).collect(),
        moment: now.moment,
    };
    vec![Effect::Say(vec![Remark::Practised(Practised::Session(session))], Purpose::Also)]
}

/// One is taken back: it shows again, to be judged anew. In another drill, or none, there is nothing to see of it.
pub(super) fn show_again(sitting: &mut Sitting, now: Now, of: &EntryId, secs: u32) {
    let Stage::Drill(drilling) = &mut sitting.stage else { return };
    let Some(place) = drilling.said.iter().position(|(entry, ..)| entry == of) else { return };
    let (_, weak, _) = drilling.said.remove(place);
    drilling.whole.resume(now);
    drilling.back_to(weak, Timer::stopped(secs));
}
