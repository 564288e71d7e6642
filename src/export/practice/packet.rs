//! The packet for a promotion: what the target role asks, and what shows it: evidence, stories, and a gap in brackets where
//! nothing does. Figures and days; no adjective is added.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Notes;
use crate::domain::Role;
use crate::domain::gap::{Gap, Item, Kind, Need, State};
use crate::domain::story::{Heading, Story};
use crate::export::markdown::{Blocks, escaped};
use crate::text::SafeText;

/// What a packet is made of.
#[derive(Debug, Clone, Copy)]
pub struct Packet<'a> {
    /// What lies between its writer and the role.
    pub gap: &'a Gap,
    /// The role.
    pub target: &'a Role,
    /// The role its writer holds.
    pub from: Option<&'a Role>,
    /// Stories, those that are retired among them.
    pub stories: &'a [Story],
    /// What its writer noted about the role for themselves.
    pub note: Option<&'a SafeText>,
}

/// `packet` on the day `today`; `day` says which day it was where its writer lives.
pub fn packet(packet: &Packet<'_>, today: Date, day: impl Fn(Timestamp) -> Date, notes: Notes) -> String {
    let Packet { gap, target, from, note, .. } = packet;
    let mut blocks = Blocks::default();
    blocks.heading(1, &format!("Promotion packet: {}", gap.target.title));
    blocks.heading(2, "Profile");
    let held = gap.from.as_ref().map_or_else(
        || "[the role you hold; `rungs gap here ID` keeps it]".to_owned(),
        |from| format!("{} ({})", from.title, from.level_name),
    );
    let profile = [
        ("Name", "[your name]".to_owned()),
        ("Role now", held),
        ("Role asked for", format!("{} ({})", gap.target.title, gap.target.level_name)),
        ("Day", today.to_string()),
    ];
    blocks.items("-", profile.map(|(name, text)| format!("**{name}**: {}", bracketed(&text))));
    if let (Notes::Shared, Some(note)) = (notes, note) {
        blocks.words("Note:");
        blocks.quoted(note);
    }
    blocks.heading(2, "Why this level");
    blocks.words(&target.step_up);
    if let Some(from) = from {
        blocks.words(&format!("Now: {}", from.headline));
    }
    let shown = gap.needs().filter(|need| !packet.shows(need, &day).is_empty()).count();
    blocks.words(&format!("Of {} things the role asks, {shown} are shown below.", gap.needs().count()));
    for (kind, title) in [(Kind::Thread, "Responsibilities"), (Kind::Skill, "Skills"), (Kind::Decision, "Decisions")] {
        blocks.heading(2, title);
        for need in gap.needs().filter(|need| need.item.kind() == kind) {
            packet.one(need, &day, &mut blocks);
        }
    }
    packet.growth(&mut blocks);
    packet.endorsers(&day, &mut blocks);
    blocks.end()
}

impl Packet<'_> {
    /// What is asked, and what shows it.
    fn one(&self, need: &Need, day: &impl Fn(Timestamp) -> Date, blocks: &mut Blocks) {
        blocks.heading(3, &need.label);
        match need.item.kind() {
            Kind::Thread => blocks.quoted(need.asked.prose().map_or("", SafeText::as_str)),
            Kind::Skill | Kind::Decision => blocks.words(&format!("Asked: {}", need.asked_words())),
        }
        let shows = self.shows(need, day);
        if shows.is_empty() {
            blocks.markdown(bracketed(&format!("[nothing shows this yet: {}]", need.label)));
        }
        blocks.items("-", shows.iter().map(|shows| escaped(shows)));
    }

    /// What shows `need`: evidence with its day, stories with their time and their figure.
    fn shows(&self, need: &Need, day: &impl Fn(Timestamp) -> Date) -> Vec<String> {
        let evidence = need.account.evidence.iter().map(|evidence| {
            let on = evidence.on.unwrap_or_else(|| day(evidence.noted));
            format!("{on}: {}", evidence.text)
        });
        let stories = self.told().filter(|story| story.shows(&probe(&need.item))).map(|story| {
            let when = story.when.as_ref().map(|when| format!("{when}: ")).unwrap_or_default();
            let line = story.part(Heading::Headline).lines().next().map(str::trim).filter(|line| !line.is_empty());
            let line = line.map(|line| format!(". {line}")).unwrap_or_default();
            let metric = match &story.metric {
                Some(metric) => format!(" ({metric})"),
                None => " [a figure with its base and its time]".to_owned(),
            };
            format!("{when}{}{line}{metric}", story.title)
        });
        evidence.chain(stories).collect()
    }

    fn told(&self) -> impl Iterator<Item = &Story> {
        self.stories.iter().filter(|story| !story.retired)
    }

    fn growth(&self, blocks: &mut Blocks) {
        blocks.heading(2, "Growth");
        let short = self.gap.needs().filter(|need| matches!(need.state(), State::Short(_)));
        let short: Vec<String> =
            short.map(|need| format!("**{}**: {}", escaped(&need.label), escaped(need.state_words()))).collect();
        if short.is_empty() {
            blocks.markdown(bracketed("[what you learn next, and by when]"));
        }
        blocks.items("-", short);
    }

    /// Whom to ask: somebody who saw each thing that is shown.
    fn endorsers(&self, day: &impl Fn(Timestamp) -> Date, blocks: &mut Blocks) {
        blocks.heading(2, "Endorsers to ask");
        let threads = self.gap.needs().filter(|need| need.item.kind() == Kind::Thread);
        let shown = threads.filter_map(|need| Some((need, self.shows(need, day).into_iter().next_back()?)));
        let ask: Vec<String> = shown
            .map(|(need, shows)| format!("\\[name\\] for **{}**, who saw: {}", escaped(&need.label), escaped(&shows)))
            .collect();
        if ask.is_empty() {
            blocks.markdown(bracketed("[three people who saw this work, one of them from another team]"));
        }
        blocks.items("-", ask);
    }
}

/// What a story has to show to show `item`.
fn probe(item: &Item) -> String {
    format!("{}:{}", item.kind().word(), item.id())
}

/// A text with its brackets as they are, so that a gap is seen.
fn bracketed(text: &str) -> String {
    // Escaped they are no link, and still brackets.
    escaped(text)
}
