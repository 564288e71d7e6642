//! Nothing of a rubric is on the screen before an answer is given, whatever is done to see it.

use std::collections::BTreeSet;

use rungs::domain::RoleId;
use rungs::domain::pool::Pooled;
use rungs::tui::document::Stop;
use rungs::tui::model::Screen;
use rungs::tui::practice::scaffold;

use super::reader::Reader;
use super::storied::storied;

/// Four words in a row of each text that is not to be seen before an answer.
pub(super) fn runs(text: &str) -> BTreeSet<String> {
    let text = plain(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(4.min(words.len()).max(1)).map(|run| run.join(" ")).collect()
}

/// Letters and blanks.
fn plain(text: &str) -> String {
    text.replace(|c: char| !c.is_alphanumeric(), " ")
}

/// The words on the screen, line after line, without borders.
pub(super) fn words(reader: &Reader) -> String {
    plain(&reader.screen()).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What of a question is not to be seen before an answer, but for words that its prompt and its title have too.
fn hidden(pooled: &Pooled<'_>) -> BTreeSet<String> {
    let question = pooled.question;
    let rubric = question.signals.iter().map(|signal| &signal.text);
    let rubric = rubric.chain(question.levels.iter().map(|(_, line)| line));
    let rubric = rubric.chain(question.follow_ups.iter().flat_map(|it| [&it.ask, &it.listen_for]));
    let rubric = rubric.chain(question.red_flags.iter().map(|flag| &flag.text));
    // What the page says of any question.
    let scaffold = scaffold(question.form).join(" ");
    let shown = runs(&format!("{} {} minutes; the last one {scaffold}", question.title, question.prompt));
    rubric.flat_map(|text| runs(text)).filter(|run| !shown.contains(run)).collect()
}

#[test]
fn nothing_of_any_rubric_of_the_catalog_shows_before_an_answer_is_given() {
    let sizes = [(120, 40), (80, 24), (60, 20), (40, 12)];
    let catalog = std::sync::Arc::clone(&Reader::embedded("kernel-engineer/staff", 80, 24).model.catalog);
    let roles: Vec<RoleId> = catalog.rungs().map(|(family, rung)| family.role_id(rung)).collect();
    let mut all = BTreeSet::new();
    for (number, role) in roles.iter().enumerate() {
        let pool = catalog.pool(role).expect("a role with questions");
        let mut asked = BTreeSet::new();
        for swapped in 0..pool.questions.len() {
            let (width, height) = sizes[(number + swapped) % sizes.len()];
            let keys = format!("p<enter>{}<enter>", "x".repeat(swapped));
            let mut reader = Reader::embedded(role.as_str(), width, height).types(&keys);
            let Screen::Practice(screen) = &reader.model.screen else { panic!("no practice") };
            let pooled = screen.sitting.question().and_then(|id| pool.question(id)).expect("a question");
            asked.insert(pooled.id.clone());
            let hidden = hidden(pooled);
            for keys in ["", "G", "hG", "l", "gs", "R", "v<enter>", "G"] {
                reader = reader.types(keys);
                let seen = format!(" {} ", words(&reader));
                let leaked: Vec<_> = hidden.iter().filter(|run| seen.contains(&format!(" {run} "))).collect();
                assert!(leaked.is_empty(), "{}: {leaked:?} at {width}x{height}\n{}", pooled.id, reader.screen());
            }
        }
        assert_eq!(asked.len(), pool.questions.len(), "{role}");
        all.extend(asked);
    }
    assert_eq!(all.len(), 524);
}

#[test]
fn nothing_of_the_rubric_shows_before_an_answer_is_given() {
    let catalog = std::sync::Arc::clone(&Reader::interviewed(80, 24).model.catalog);
    let pool = catalog.pool(&"payments/senior".parse().expect("an id")).expect("a role with questions");
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        let mut reader = Reader::interviewed(width, height).types("p<enter>+++++++++++<enter>");
        let mut asked = BTreeSet::new();
        for _ in &pool.questions {
            let Screen::Practice(screen) = &reader.model.screen else { panic!("no practice") };
            let pooled = screen.sitting.question().and_then(|id| pool.question(id)).expect("a question");
            asked.insert(pooled.id.clone());
            let question = pooled.question;
            let hidden = hidden(pooled);
            assert!(hidden.len() > 10, "{}", pooled.id);
            // Every part of every page up to the prediction, the editor's and the field's among them.
            for keys in [
                "",
                "G",
                "gg",
                "h",
                "G",
                "gg",
                "isome words",
                "<esc>",
                "G",
                "fnote<esc>",
                "l",
                "gs",
                "R",
                "v<enter>",
                "l",
                "gs",
                "G",
                "gg",
            ] {
                reader = reader.types(keys);
                let seen = format!(" {} ", words(&reader));
                let leaked: Vec<_> = hidden.iter().filter(|run| seen.contains(&format!(" {run} "))).collect();
                assert!(leaked.is_empty(), "{}: {leaked:?} at {width}x{height}\n{}", pooled.id, reader.screen());
            }
            reader = reader.types("3");
            let mut seen = words(&reader);
            for _ in 0..3 {
                reader = reader.types("<tab>G");
                seen.push_str(&words(&reader));
            }
            assert!(hidden.iter().any(|run| seen.contains(run.as_str())), "{}: nothing is revealed", pooled.id);
            reader = reader.types("<enter>");
            if !question.follow_ups.is_empty() {
                reader = reader.types("S");
            }
            reader = reader.types("<enter>");
        }
        assert_eq!(asked.len(), pool.questions.len());
    }
}

#[test]
fn nothing_of_any_rubric_shows_among_the_stories() {
    let catalog = std::sync::Arc::clone(&Reader::interviewed(80, 24).model.catalog);
    let pool = catalog.pool(&"payments/senior".parse().expect("an id")).expect("a role with questions");
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        let mut reader = storied(width, height).types("p<enter>");
        let mut seen = BTreeSet::new();
        let unfolding = format!("}}}}{}", "<enter>j".repeat(8));
        let titles = "<enter><enter>S<enter><enter><enter>";
        for keys in ["gs", &unfolding, "G", "gg", "<enter>G<esc>", "R", titles, "G"] {
            for key in rungs::tui::key::Key::parse_line(keys).expect("keys") {
                reader = reader.presses(key);
                seen.insert(format!(" {} ", words(&reader)));
            }
        }
        assert!(seen.iter().any(|seen| seen.contains("titles met a story")), "all was looked at");
        for pooled in &pool.questions {
            let leaked: Vec<_> = hidden(pooled)
                .into_iter()
                .filter(|run| seen.iter().any(|seen| seen.contains(&format!(" {run} "))))
                .collect();
            assert!(leaked.is_empty(), "{}: {leaked:?} at {width}x{height}", pooled.id);
        }
    }
}

#[test]
fn a_question_chosen_in_its_role_shows_nothing_of_its_rubric_either() {
    let sizes = [(120, 40), (80, 24), (60, 20), (40, 12)];
    let catalog = std::sync::Arc::clone(&Reader::embedded("kernel-engineer/staff", 80, 24).model.catalog);
    let roles: Vec<RoleId> = catalog.rungs().map(|(family, rung)| family.role_id(rung)).step_by(12).collect();
    for (number, role) in roles.iter().enumerate() {
        let pool = catalog.pool(role).expect("a role with questions");
        let (width, height) = sizes[number % sizes.len()];
        let mut reader = Reader::embedded(role.as_str(), width, height).types("llG<enter>");
        let mut asked = Vec::new();
        for _ in 0..60 {
            reader = reader.types("j");
            let detail = &reader.model.browse.detail;
            let Some(Stop::Question(id)) = detail.document.stop(detail.cursor.stop).cloned() else { continue };
            let hidden = hidden(pool.question(&id).expect("a question"));
            reader = reader.types("<enter>");
            let Screen::Practice(screen) = &reader.model.screen else { panic!("no practice") };
            assert_eq!(screen.sitting.question(), Some(&id));
            for keys in ["", "G", "hG"] {
                reader = reader.types(keys);
                let seen = format!(" {} ", words(&reader));
                let leaked: Vec<_> = hidden.iter().filter(|run| seen.contains(&format!(" {run} "))).collect();
                assert!(leaked.is_empty(), "{id}: {leaked:?} at {width}x{height}\n{}", reader.screen());
            }
            reader = reader.types("<esc>");
            asked.push(id);
        }
        asked.dedup();
        assert_eq!(asked.len(), pool.questions.len(), "{role}: {asked:?}");
    }
}
