//! A role as a page to be read: a part for each of its sections, a line for each of its fields.

use super::asked::{Asked, Judged};
use super::sheet::{Foot, Sheet};
use crate::domain::pool::Source;
use crate::domain::{Direction, ScopeScore};
use crate::export::{Chapter, Para, Part, Report};

/// `sheet` as a page.
pub(super) fn report(sheet: &Sheet<'_>) -> Report {
    Report { title: sheet.title.to_string(), about: about(sheet), columns: Vec::new(), parts: parts(sheet) }
}

/// `sheet` as a page among others.
pub(super) fn chapter(sheet: &Sheet<'_>) -> Chapter {
    let about = format!("{}, {}", sheet.level_name, sheet.family_name);
    Chapter { key: sheet.id.to_string(), about, report: report(sheet) }
}

fn about(sheet: &Sheet<'_>) -> Vec<Para> {
    let track = sheet.track.map(|track| format!(", {track} track")).unwrap_or_default();
    let place = format!("{} level{track}, {}, {}", sheet.level_name, sheet.family_name, sheet.department_name);
    let aliases: Vec<&str> = sheet.aliases.iter().map(AsRef::as_ref).collect();
    let also = (!aliases.is_empty()).then(|| Para::from(format!("Also called {}", aliases.join(", "))));
    let headline = (!sheet.headline.is_empty()).then(|| Para::from(format!("\"{}\"", sheet.headline)));
    [Para::from(place), Para::of("Id", sheet.id.as_str())].into_iter().chain(also).chain(headline).collect()
}

fn parts(sheet: &Sheet<'_>) -> Vec<Part> {
    let step_up = match sheet.foot {
        Foot::Ground => "What entry takes",
        Foot::Rung => "What changes from the rung below",
    };
    let text = |text: &str| if text.is_empty() { Vec::new() } else { vec![Para::from(text)] };
    let asked = |source: Source| sheet.questions.iter().filter(|asked| asked.source == source).map(question).collect();
    let rounds = sheet.interview.iter().flat_map(|interview| &interview.rounds);
    let rounds =
        rounds.map(|round| Para::of(&round.name, &sentence(&format!("{} minutes", round.minutes), &round.about)));
    let ask = sheet.ask.iter().map(|ask| Para::from(ask.as_str()));
    let parts = [
        ("step-up", step_up, text(sheet.step_up)),
        ("summary", "Summary", text(sheet.summary)),
        ("scope", "Scope", scope(sheet)),
        ("responsibilities", "Responsibilities", responsibilities(sheet)),
        ("skills", "Skills", skills(sheet)),
        ("kpis", "KPIs", kpis(sheet)),
        ("decisions", "Decisions", decisions(sheet)),
        ("moves", "Moves", moves(sheet)),
        ("interview", "Interview", rounds.collect()),
        ("questions", "Questions for this role", asked(Source::Own)),
        ("bank", "Questions for every rung", asked(Source::Bank)),
        ("ask", "Worth asking back", ask.collect()),
    ];
    let part = |(key, title, about): (&str, &str, Vec<Para>)| Part {
        key: key.to_owned(),
        title: title.to_owned(),
        about,
        rows: Vec::new(),
    };
    let said = parts.into_iter().filter(|(_, _, about)| !about.is_empty()).map(part);
    said.chain(sheet.questions.iter().filter_map(|asked| Some(rubric(asked, asked.rubric.as_ref()?)))).collect()
}

/// A fact, and the sentence that says what it looks like.
fn sentence(fact: &str, text: &str) -> String {
    if text.is_empty() { fact.to_owned() } else { format!("{fact}. {text}") }
}

fn scope(sheet: &Sheet<'_>) -> Vec<Para> {
    let line = |score: u8, text: &str| sentence(&format!("{score}/{}", ScopeScore::HIGHEST), text);
    sheet.scope.iter().map(|scope| Para::of(scope.axis_name, &line(scope.score, scope.text))).collect()
}

fn responsibilities(sheet: &Sheet<'_>) -> Vec<Para> {
    sheet.responsibilities.iter().map(|duty| Para::of(duty.thread_name, duty.text)).collect()
}

fn skills(sheet: &Sheet<'_>) -> Vec<Para> {
    let skill = |skill: &super::sheet::Ability<'_>| {
        let fact = format!("{}, {}", skill.proficiency.degree(), skill.weight.word());
        Para::of(skill.skill_name, &sentence(&fact, skill.in_use))
    };
    sheet.skills.iter().map(skill).collect()
}

fn kpis(sheet: &Sheet<'_>) -> Vec<Para> {
    let kpi = |kpi: &super::sheet::Measure<'_>| {
        let unit = kpi.unit.map(AsRef::as_ref);
        let about = [kpi.stake.word()].into_iter().chain(unit).chain(kpi.direction.map(Direction::words));
        Para::of(kpi.kpi_name, &sentence(&about.collect::<Vec<_>>().join(", "), kpi.target))
    };
    sheet.kpis.iter().map(kpi).collect()
}

fn decisions(sheet: &Sheet<'_>) -> Vec<Para> {
    let say =
        |say: &super::sheet::Say<'_>| Para::of(say.topic_name, &format!("{}, {}", say.right.word(), say.reach.words()));
    sheet.decisions.iter().map(say).collect()
}

fn moves(sheet: &Sheet<'_>) -> Vec<Para> {
    let step = |step: &super::sheet::Step<'_>| {
        let id = step.to.map(|id| format!(" ({id})")).unwrap_or_default();
        Para::of(step.title, &sentence(&format!("{}{id}", step.kind.words()), step.note))
    };
    sheet.moves.iter().map(step).collect()
}

fn question(asked: &Asked<'_>) -> Para {
    Para::of(asked.title, &format!("{}, {} minutes", asked.kind.word(), asked.minutes))
}

/// How answers to a question are judged.
fn rubric(asked: &Asked<'_>, judged: &Judged<'_>) -> Part {
    let prompt = Para::of("asked", asked.prompt);
    let signals = judged.signals.iter().map(|signal| Para::of(signal.need.word(), &signal.text));
    let lines = [("below", judged.levels.below), ("at", judged.levels.at), ("above", judged.levels.above)];
    let lines = lines.into_iter().filter_map(|(name, line)| Some(Para::of(name, line?)));
    let then =
        judged.follow_ups.iter().flat_map(|next| [Para::of("then", &next.ask), Para::of("hear", &next.listen_for)]);
    let flags = judged.red_flags.iter().map(|flag| Para::of(if flag.fatal { "fatal" } else { "flag" }, &flag.text));
    Part {
        key: asked.id.to_string(),
        title: format!("Question: {}", asked.title),
        about: [prompt].into_iter().chain(signals).chain(lines).chain(then).chain(flags).collect(),
        rows: Vec::new(),
    }
}
