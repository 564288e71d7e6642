//! Roles as documents: alone, several behind a list of them, and as a table of all their fields.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use pulldown_cmark::{Event, Parser, Tag};
use roxmltree::{Document, ParsingOptions};
use rungs::catalog::Catalog;
use rungs::domain::{Proficiency, RoleId};
use rungs::export::Format;
use rungs::export::role::{Rubric, Sheet, document, markdown};

use super::read;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::embedded().unwrap());

fn ids() -> Vec<RoleId> {
    CATALOG.rungs().map(|(family, rung)| family.role_id(rung)).collect()
}

fn sheet(id: &RoleId, rubric: Rubric) -> Sheet<'static> {
    Sheet::of(&*CATALOG, CATALOG.whole(id).unwrap(), rubric)
}

fn written(format: Format, ids: &[RoleId], rubric: Rubric) -> String {
    let sheets: Vec<Sheet<'_>> = ids.iter().map(|id| sheet(id, rubric)).collect();
    document(format, "Ladders", &sheets)
}

#[test]
fn every_role_reads_the_same_in_markdown_and_as_a_page_and_holds_all_it_asks() {
    for id in ids() {
        let page = written(Format::Markdown, std::slice::from_ref(&id), Rubric::Hidden);
        assert_eq!(page, markdown(&sheet(&id, Rubric::Hidden)));
        let found = read::markdown(&page);
        let html = read::html(&written(Format::Html, std::slice::from_ref(&id), Rubric::Hidden));
        assert_eq!((&found.headings, &found.paras), (&html.headings, &html.paras), "{id}");
        let role = CATALOG.role(&id).unwrap();
        assert_eq!(found.headings[0], *role.title);
        let has = |text: &str| found.paras.iter().any(|para| para.contains(text));
        assert!([&role.headline, &role.step_up, &role.summary].iter().all(|text| has(text)), "{id}");
        assert!(role.responsibilities.iter().all(|duty| has(&duty.text)), "{id}");
        assert!(role.skills.iter().all(|used| has(&used.in_use)), "{id}");
        assert!(role.kpis.iter().all(|kpi| has(&kpi.target)), "{id}");
        assert!(role.moves.iter().all(|step| has(&step.note)), "{id}");
        assert!(role.scope.iter().all(|(_, score)| has(&score.text)), "{id}");
    }
}

#[test]
fn how_answers_are_judged_stands_in_no_form_that_nobody_asked_it_of() {
    let id: RoleId = "payment-systems-engineer/senior".parse().unwrap();
    let pool = CATALOG.pool(&id).unwrap();
    for format in [Format::Markdown, Format::Html, Format::Csv] {
        let [hidden, shown] =
            [Rubric::Hidden, Rubric::Shown].map(|rubric| written(format, std::slice::from_ref(&id), rubric));
        let texts = |document: &str| match format {
            Format::Markdown => read::markdown(document).paras.join("\n"),
            Format::Html => read::html(document).paras.join("\n"),
            Format::Csv => read::csv(document).concat().join("\n"),
        };
        let (hidden, shown) = (texts(&hidden), texts(&shown));
        for pooled in &pool.questions {
            assert!(hidden.contains(&*pooled.question.title) && shown.contains(&*pooled.question.title));
            for text in
                pooled.question.signals.iter().map(|signal| &signal.text).chain(pooled.lines.at.map(|at| at.text))
            {
                assert!(!hidden.contains(&**text) && shown.contains(&**text), "{format:?}: {text}");
            }
        }
    }
}

#[test]
fn the_list_of_several_leads_to_each_of_them() {
    let ids = ids();
    let page = written(Format::Markdown, &ids, Rubric::Hidden);
    let (mut links, mut headings, mut open) = (Vec::new(), Vec::new(), None);
    for event in Parser::new(&page) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Start(Tag::Heading { .. }) => open = Some(String::new()),
            Event::Text(text) => open.iter_mut().for_each(|open| open.push_str(&text)),
            Event::End(pulldown_cmark::TagEnd::Heading(_)) => headings.extend(open.take()),
            _ => {}
        }
    }
    assert_eq!((links.len(), headings[..2].to_vec()), (ids.len(), vec!["Ladders".to_owned(), "Contents".to_owned()]));
    for (link, id) in links.iter().zip(&ids) {
        let title = &CATALOG.role(id).unwrap().title;
        assert_eq!(*link, format!("#{}", title.to_lowercase().replace(' ', "-")));
        assert!(headings.contains(&title.to_string()));
    }

    let page = written(Format::Html, &ids, Rubric::Hidden);
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let read = Document::parse_with_options(&page, options).unwrap();
    let all: Vec<&str> = read.descendants().filter_map(|node| node.attribute("id")).collect();
    let known: BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!(all.len(), known.len(), "an id names one place");
    let links: Vec<&str> = read.descendants().filter_map(|node| node.attribute("href")).collect();
    assert_eq!(links.len(), ids.len());
    assert!(links.iter().all(|link| link.strip_prefix('#').is_some_and(|id| known.contains(id))));
    for loads in ["<script", "<link", "<img", "src=", "url(", "@import", "http"] {
        assert!(!page.contains(loads), "{loads}");
    }
}

#[test]
fn the_roles_of_one_family_stand_under_its_name() {
    let of_family: Vec<RoleId> = ids().into_iter().filter(|id| id.family() == "payment-systems-engineer").collect();
    let page = written(Format::Markdown, &of_family, Rubric::Hidden);
    assert!(page.starts_with("# Payment Systems Engineer\n\n## Contents\n\n- ["), "{}", &page[..80]);
}

#[test]
fn the_table_has_a_row_for_each_field_with_its_number_in_a_column_of_its_own() {
    let ids = ids();
    let records = read::csv(&written(Format::Csv, &ids, Rubric::Hidden));
    assert_eq!(records[0], ["role", "title", "family", "level", "section", "id", "item", "value", "detail", "text"]);
    for id in &ids {
        let role = CATALOG.role(id).unwrap();
        let rows = |section: &str| -> Vec<&Vec<String>> {
            records.iter().filter(|record| record[0] == id.as_str() && record[4] == section).collect()
        };
        let skills = rows("skills");
        assert_eq!(skills.len(), role.skills.len());
        for (row, used) in skills.iter().zip(&role.skills) {
            let proficiency = row[7].parse().ok().and_then(Proficiency::new);
            assert_eq!(
                (&*row[5], proficiency, &*row[8]),
                (used.skill.as_str(), Some(used.proficiency), used.weight.word())
            );
        }
        assert_eq!(rows("responsibilities").len(), role.responsibilities.len());
        assert_eq!((rows("kpis").len(), rows("moves").len()), (role.kpis.len(), role.moves.len()));
        assert_eq!(rows("scope").len(), CATALOG.framework().axes.len());
    }
}
