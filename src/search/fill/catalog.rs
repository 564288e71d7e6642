//! The lines of a catalog: families, roles, skills, KPIs, and questions as far as they may be read before an answer.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::kept::short;
use crate::catalog::{Asked, Catalog};
use crate::domain::{
    Decision, Destination, FamilyOutline, Kpi, Level, Probe, Right, Role, RoleId, Rung, Skill, SkillId, WholeQuestionId,
};
use crate::search::entry::{Field, Kind, Spot, Target};
use crate::search::names::{Named, Names};
use crate::search::part::{Builder, Facts, NONE, Part, Term, Use};
use crate::text::SafeText;

/// What facets can be asked for.
pub(in crate::search) fn names(catalog: &Catalog) -> Names {
    let named = |id: &str, name: &SafeText, aliases: &[SafeText], about: &str| {
        Named::new(id, name, aliases.iter().map(|alias| &**alias), about)
    };
    let level = |level: &Level| {
        let rank = SafeText::from(&*level.rank.to_string());
        named(level.id.as_str(), &level.name, &[level.aliases.as_slice(), &[rank]].concat(), "")
    };
    let terms = catalog.terms();
    let roles = catalog.rungs().map(|(family, rung)| family.role_id(rung)).zip(0..);
    Names {
        levels: catalog.framework().levels.iter().map(level).collect(),
        families: catalog.families().iter().map(|it| named(it.id.as_str(), &it.name, &it.aliases, "")).collect(),
        skills: terms.skills.iter().map(|it| named(it.id.as_str(), &it.name, &it.aliases, &it.meaning)).collect(),
        kpis: terms.kpis.iter().map(|it| named(it.id.as_str(), &it.name, &[], &it.measures)).collect(),
        roles: roles.collect(),
    }
}

/// Everything of `catalog` that can be found.
pub(in crate::search) fn catalog(catalog: &Catalog) -> Part {
    let terms = catalog.terms();
    let skills = terms.skills.iter().zip(0..).map(|(skill, place)| (skill.id.as_str(), (Term::Skill(place), skill)));
    let kpis = terms.kpis.iter().zip(0..).map(|(kpi, place)| (kpi.id.as_str(), (Term::Kpi(place), kpi)));
    let mut filling = Filling {
        build: Builder::for_roles(catalog.rungs().count()),
        catalog,
        skills: skills.collect(),
        kpis: kpis.collect(),
    };
    for (place, family) in catalog.families().iter().enumerate() {
        for rung in &family.rungs {
            filling.role(family, short(place), rung);
        }
    }
    for (place, family) in catalog.families().iter().enumerate() {
        filling.family(family, short(place));
    }
    filling.terms();
    filling.build.finish()
}

struct Filling<'a> {
    build: Builder,
    catalog: &'a Catalog,
    skills: HashMap<&'a str, (Term, &'a Skill), RandomState>,
    kpis: HashMap<&'a str, (Term, &'a Kpi), RandomState>,
}

impl Filling<'_> {
    fn role(&mut self, family: &FamilyOutline, place: u16, rung: &Rung) {
        let id = family.role_id(rung);
        let title = self.build.spot(Spot::Title);
        self.build.doc(Kind::Role, Target::Role(id.clone()), Field::Title, &rung.title, title);
        self.build.under(&family.name);
        let levels = &self.catalog.framework().levels;
        let level = levels.iter().position(|level| level.id == rung.level);
        let facts = Facts {
            role: Some(self.build.role()),
            level: level.and_then(|level| u8::try_from(level).ok()),
            family: Some(place),
            ..Facts::default()
        };
        self.build.facts(&facts);
        for alias in rung.aliases.iter() {
            self.build.name(Field::Alias, alias, title);
        }
        if let Some(track) = &rung.track {
            self.build.name(Field::Track, track, title);
        }
        if let Some(level) = level.and_then(|place| levels.get(place)) {
            for name in std::iter::once(&level.name).chain(&level.aliases) {
                self.build.name(Field::Level, name, title);
            }
        }
        for name in std::iter::once(&family.name).chain(family.aliases.iter()) {
            self.build.name(Field::Family, name, title);
        }
        let Some((role, asked)) = self.catalog.passing(family, rung) else { return };
        self.texts(&role, title);
        self.measures(&role);
        self.steps(&role);
        for (place, ask) in asked.ask.iter().enumerate() {
            let spot = self.build.spot(Spot::Ask(place));
            self.build.say(Field::Ask, ask, spot);
        }
        for asked in &asked.questions {
            self.question(asked, WholeQuestionId::of_role(&id, &asked.id), &rung.title, &facts);
        }
    }

    fn texts(&mut self, role: &Role, title: u32) {
        self.build.say(Field::Headline, &role.headline, title);
        let (step_up, summary) = (self.build.spot(Spot::StepUp), self.build.spot(Spot::Summary));
        self.build.say(Field::StepUp, &role.step_up, step_up);
        self.build.say(Field::Summary, &role.summary, summary);
        for (axis, score) in role.scope.iter() {
            let spot = self.build.spot(Spot::Axis(axis.clone()));
            self.build.say(Field::Scope, &score.text, spot);
        }
        for done in &role.responsibilities {
            let spot = self.build.spot(Spot::Thread(done.thread.clone()));
            self.build.say(Field::Responsibility, &done.text, spot);
        }
    }

    fn measures(&mut self, role: &Role) {
        for used in &role.skills {
            let spot = self.build.spot(Spot::Skill(used.skill.clone()));
            let (weight, proficiency) = (used.weight as u8 + 1, used.proficiency.value());
            let strength = weight * 8 + proficiency;
            let line = self.skill_names(&used.skill, spot, strength);
            let text = self.build.text(&used.in_use);
            self.build.line(Field::Use, text, spot, strength);
            if let Some((what, _)) = self.skills.get(used.skill.as_str()) {
                self.build.uses(Use { what: *what, proficiency, weight, line });
            }
        }
        for target in &role.kpis {
            let spot = self.build.spot(Spot::Kpi(target.kpi.clone()));
            let strength = target.stake as u8;
            let kpi = self.kpis.get(target.kpi.as_str()).copied();
            let name = self.build.known(kpi.map_or(target.kpi.as_str(), |(_, kpi)| &kpi.name));
            let line = self.build.line(Field::Kpi, name, spot, strength);
            let text = self.build.known(&target.target);
            self.build.line(Field::Target, text, spot, strength);
            if let Some((what, _)) = kpi {
                self.build.uses(Use { what, proficiency: 0, weight: 0, line });
            }
        }
    }

    /// The names of a skill that a role asks for. Returns the line of the first.
    fn skill_names(&mut self, id: &SkillId, spot: u32, strength: u8) -> u32 {
        let skill = self.skills.get(id.as_str()).map(|(_, skill)| *skill);
        let name = self.build.known(skill.map_or(id.as_str(), |skill| skill.name.as_str()));
        let line = self.build.line(Field::Skill, name, spot, strength);
        for alias in skill.map_or(&[][..], |skill| &skill.aliases) {
            let alias = self.build.known(alias);
            self.build.line(Field::SkillAlias, alias, spot, strength);
        }
        line
    }

    fn steps(&mut self, role: &Role) {
        for topic in &self.catalog.framework().topics {
            let Some(Decision { right, reach }) = role.decisions.get(&topic.id) else { continue };
            if *right == Right::None {
                continue;
            }
            let spot = self.build.spot(Spot::Topic(topic.id.clone()));
            let says = [&topic.name, ": ", right.word(), ", ", reach.words()].concat();
            let text = self.build.known(&says);
            self.build.line(Field::Decision, text, spot, *right as u8);
        }
        for step in &role.moves {
            let title = match &step.to {
                Destination::Role(id) => self.title(id),
                Destination::Outside(title) => title.to_string(),
            };
            let spot = self.build.spot(Spot::Move(step.to.clone()));
            self.build.say(Field::Move, &[&title, " (", step.kind.words(), "): ", &step.note].concat(), spot);
        }
    }

    fn title(&self, id: &RoleId) -> String {
        self.catalog.rung(id).map_or_else(|| id.to_string(), |(_, rung)| rung.title.to_string())
    }

    fn family(&mut self, outline: &FamilyOutline, place: u16) {
        self.build.doc(Kind::Family, Target::Family(outline.id.clone()), Field::Title, &outline.name, NONE);
        let facts = Facts { family: Some(place), ..Facts::default() };
        self.build.facts(&facts);
        for alias in outline.aliases.iter() {
            self.build.name(Field::Alias, alias, NONE);
        }
        if let Some(department) = self.catalog.framework().department(&outline.department) {
            self.build.name(Field::Department, &department.name, NONE);
            self.build.under(&department.name);
        }
        let Some(family) = self.catalog.family(&outline.id) else { return };
        self.build.say(Field::Summary, &family.summary, NONE);
        for thread in &family.threads {
            self.build.say(Field::Thread, &thread.name, NONE);
        }
        for entry in &family.entry {
            let from = match &entry.from {
                Destination::Role(id) => self.title(id),
                Destination::Outside(title) => title.to_string(),
            };
            self.build.say(Field::Entry, &[&from, ": ", &entry.note].concat(), NONE);
        }
        for asked in &self.catalog.asked_of_all(outline).questions {
            self.question(asked, WholeQuestionId::of_bank(&outline.id, &asked.id), &outline.name, &facts);
        }
    }

    fn terms(&mut self) {
        let terms = self.catalog.terms();
        for (skill, place) in terms.skills.iter().zip(0..) {
            self.build.doc(Kind::Skill, Target::Skill(skill.id.clone()), Field::Title, &skill.name, NONE);
            for alias in &skill.aliases {
                self.build.name(Field::Synonym, alias, NONE);
            }
            self.build.say(Field::Meaning, &skill.meaning, NONE);
            self.build.uses(Use { what: Term::Skill(place), proficiency: 0, weight: 0, line: NONE });
        }
        for (kpi, place) in terms.kpis.iter().zip(0..) {
            self.build.doc(Kind::Kpi, Target::Kpi(kpi.id.clone()), Field::Title, &kpi.name, NONE);
            self.build.say(Field::Meaning, &kpi.measures, NONE);
            self.build.uses(Use { what: Term::Kpi(place), proficiency: 0, weight: 0, line: NONE });
        }
    }

    fn question(&mut self, asked: &Asked, id: WholeQuestionId, of: &str, facts: &Facts) {
        let spot = self.build.spot(Spot::Question(id.clone()));
        self.build.doc(Kind::Question, Target::Question(id), Field::Title, &asked.title, spot);
        self.build.facts(facts);
        self.build.say(Field::Prompt, &asked.prompt, spot);
        self.build.under(of);
        for probe in asked.probes.iter().filter_map(|probe| Probe::of(probe)) {
            let what = match probe {
                Probe::Skill(id) => self.skills.get(id).map(|(what, _)| *what),
                Probe::Kpi(id) => self.kpis.get(id).map(|(what, _)| *what),
                Probe::Thread(_) => None,
            };
            if let Some(what) = what {
                self.build.uses(Use { what, proficiency: 0, weight: 0, line: NONE });
            }
        }
    }
}
