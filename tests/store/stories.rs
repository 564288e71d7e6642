//! Stories: their files, how often each was told, what they show of what a role is asked, and which titles recall them.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use jiff::Timestamp;
use proptest::prelude::*;
use rungs::catalog::Catalog;
use rungs::domain::practice::{Review, StudyDay};
use rungs::domain::story::{Grid, Health, Story, recalled, tellable};
use rungs::domain::{QuestionForm, RoleId};
use rungs::store::{Entry, EntryId, Practice, Practised, Remark, Shelf, Stamp, Stories, StoryError, blank_story};
use rungs::text::SafeText;
use serde_json::json;

use super::nook::Nook;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::embedded().unwrap());

fn id(number: usize) -> EntryId {
    format!("w-{number}").as_str().into()
}

fn day(number: i32) -> StudyDay {
    StudyDay::from(jiff::civil::date(2026, 5, 1)).plus(number)
}

/// An answer on a day that told the story of a number, if of one.
fn told(story: Option<u8>, on: i32) -> Remark {
    let review: Review = serde_json::from_value(json!({
        "q": "payments/senior#q", "rev": 1, "role": "payments/senior", "off": 0, "day": day(on), "mode": "practice",
        "secs": 60, "sig": {}, "derived": 1, "rating": 1, "cold": true, "story": story.map(|story| format!("story-{story}")),
    }))
    .unwrap();
    Remark::Practised(Practised::Review(Box::new(review)))
}

/// Stories with these probes, strengths, and whether they are retired.
fn shelf(of: &[(Vec<SafeText>, u8, bool)]) -> Vec<Story> {
    let files: Vec<(String, String)> = of
        .iter()
        .enumerate()
        .map(|(place, (probes, strength, retired))| {
            let probes: Vec<String> = probes.iter().map(|probe| format!("{:?}", probe.as_str())).collect();
            let front = format!("title = \"Story {place}\"\nprobes = [{}]", probes.join(", "));
            (format!("story-{place}.md"), format!("+++\n{front}\nstrength = {strength}\nretired = {retired}\n+++\n"))
        })
        .collect();
    let shelf = Shelf::of_texts(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    assert!(shelf.broken.is_empty(), "{:?}", shelf.broken);
    shelf.stories
}

fn asked(role: &str) -> (RoleId, Vec<SafeText>) {
    let role: RoleId = role.parse().unwrap();
    let asked = CATALOG.asked(&role).into_iter().map(|(probe, _)| probe).collect();
    (role, asked)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_story_was_told_in_as_many_answers_as_name_it_and_stand(
        answers in prop::collection::vec((prop::option::of(0_u8..4), 0_i32..9, any::<bool>()), 0..20),
        turned in any::<bool>(),
    ) {
        let at = |seconds: usize| Timestamp::from_second(1_700_000_000 + i64::try_from(seconds).unwrap()).unwrap();
        let entry = |place: usize, record| Entry { stamp: Stamp { at: at(place), id: id(place) }, record };
        let mut entries: Vec<Entry<Remark>> = Vec::new();
        for (place, (story, on, undone)) in answers.iter().enumerate() {
            entries.push(entry(place, told(*story, *on)));
            if *undone {
                entries.push(entry(1000 + place, Remark::Withdraw { of: id(place) }));
            }
        }
        if turned {
            entries.reverse();
        }
        let tellings = entries.iter().collect::<Practice>().tellings();
        for (place, story) in shelf(&vec![(Vec::new(), 3, false); 5]).iter().enumerate() {
            let standing = answers.iter().filter(|(of, _, undone)| !undone && of.is_some_and(|of| usize::from(of) == place));
            let days: Vec<i32> = standing.map(|(_, on, _)| *on).collect();
            prop_assert_eq!(tellings.times(story), days.len());
            prop_assert_eq!(tellings.of(story).map(|told| told.last), days.into_iter().max().map(day));
        }
    }

    #[test]
    fn the_grid_has_each_thing_once_and_what_is_empty_no_story_shows(
        shows in prop::collection::vec((prop::collection::vec(0_usize..40, 0..4), 1_u8..6, any::<bool>()), 0..14),
        times in prop::collection::vec(0_usize..7, 14),
    ) {
        let (role, asked) = asked("payment-systems-engineer/senior");
        let shows: Vec<_> = shows
            .into_iter()
            .map(|(places, strength, retired)| {
                let probes: BTreeSet<usize> = places.into_iter().map(|place| place % asked.len()).collect();
                (probes.into_iter().map(|place| asked[place].clone()).collect::<Vec<_>>(), strength, retired)
            })
            .collect();
        let stories = shelf(&shows);
        let pool = CATALOG.pool(&role).unwrap();
        let grid = Grid::of(&stories, &pool);
        let columns: Vec<&SafeText> = grid.columns.iter().map(|column| column.probe).collect();
        prop_assert_eq!(columns, asked.iter().collect::<Vec<_>>());
        prop_assert_eq!(grid.stories.len(), tellable(&stories));
        let empty: Vec<&SafeText> = grid.empty().map(|column| column.probe).collect();
        for probe in &asked {
            let is_shown = stories.iter().any(|story| !story.retired && story.probes.contains(probe));
            prop_assert_eq!(is_shown, !empty.contains(&probe));
        }
        let used = |story: &Story| stories.iter().position(|known| known == story).map_or(0, |place| times[place]);
        let health = Health::of(&stories, used);
        let worn: Vec<(&Story, usize)> =
            stories.iter().zip(times.iter().copied()).filter(|(story, times)| !story.retired && *times > 3).collect();
        prop_assert_eq!(&health.worn, &worn);
        let strong = stories.iter().filter(|story| !story.retired && story.strength.is_some_and(|it| it.value() > 3));
        prop_assert_eq!((health.stories, health.strong), (tellable(&stories), strong.count()));
    }

    #[test]
    fn titles_that_ask_for_a_story_come_once_each_and_what_was_done_comes_first(number in 0_i32..400) {
        let role: RoleId = "payment-systems-engineer/senior".parse().unwrap();
        let pool = CATALOG.pool(&role).unwrap();
        let form = |id: &_| pool.question(id).unwrap().question.form;
        let titles = recalled(&pool, day(number));
        prop_assert_eq!(titles.iter().collect::<BTreeSet<_>>().len(), titles.len());
        let asking = pool.questions.iter().filter(|it| [QuestionForm::Past, QuestionForm::Hypothetical].contains(&it.question.form));
        prop_assert_eq!(titles.len(), asking.count());
        let done = titles.iter().take_while(|id| form(id) == QuestionForm::Past).count();
        prop_assert!(done > 0 && titles[done..].iter().all(|id| form(id) == QuestionForm::Hypothetical));
        prop_assert_eq!(&titles, &recalled(&pool, day(number)));
    }
}

#[test]
fn every_role_has_titles_to_recall_and_their_order_is_not_learnt() {
    for (family, rung) in CATALOG.rungs() {
        let pool = CATALOG.pool(&family.role_id(rung)).unwrap();
        let orders: BTreeSet<_> = (0..30).map(|number| recalled(&pool, day(number))).collect();
        assert!(orders.len() > 5, "{}: {} orders in a month", family.role_id(rung), orders.len());
    }
}

#[test]
fn a_story_begun_gets_a_number_where_its_name_is_taken_and_then_the_name_its_teller_gives_it() {
    let nook = Nook::new();
    let stories = Stories::new(Some(nook.join("stories")));
    let text = |title: &str| blank_story(title, &[], &[]);
    let first = stories.begin("The fee", &text("The fee")).unwrap();
    let second = stories.begin("The fee", &text("The fee")).unwrap();
    assert_eq!((first.file_name(), second.file_name()), (Some("the-fee.md".as_ref()), Some("the-fee-2.md".as_ref())));
    assert_eq!(stories.begin("???", &text("x")).unwrap().file_name(), Some("story.md".as_ref()));
    // A title that is another's keeps the number; one of its own is its name; nothing is ever written over.
    assert_eq!(stories.settle(second.clone()), second);
    fs::write(&second, text("The quiet fee")).unwrap();
    let named = stories.settle(second.clone());
    assert_eq!(named, nook.join("stories/the-quiet-fee.md"));
    assert!(!second.exists() && fs::read_to_string(&named).unwrap() == text("The quiet fee"));
    fs::write(&named, text("The fee")).unwrap();
    assert_eq!(stories.settle(named.clone()), named);
    assert_eq!(fs::read_to_string(&first).unwrap(), text("The fee"));
    fs::write(&named, "broken").unwrap();
    assert_eq!(stories.settle(named.clone()), named);
    assert!(matches!(stories.add("The fee", ""), Err(StoryError::Taken(_))));
    assert!(matches!(Stories::new(None).begin("x", ""), Err(StoryError::Nowhere)));
}

#[test]
fn what_came_went_or_was_written_is_noticed_and_nothing_else() {
    let nook = Nook::new();
    let stories = Stories::new(Some(nook.join("stories")));
    let before = stories.state();
    assert_eq!(stories.state(), before);
    let path = stories.add("One", "+++\ntitle = \"One\"\n+++\n").unwrap();
    let there = stories.state();
    assert_ne!(there, before);
    assert_eq!(stories.read().unwrap().stories.len(), 1);
    assert_eq!(stories.state(), there);
    fs::write(nook.join("stories/notes.txt"), "no story").unwrap();
    assert_eq!(stories.state(), there);
    fs::write(&path, "+++\ntitle = \"One more\"\n+++\n").unwrap();
    let written = stories.state();
    assert_ne!(written, there);
    fs::remove_file(&path).unwrap();
    assert_eq!(stories.state(), before);
}

#[test]
fn a_line_that_only_begins_with_a_sign_is_text_of_the_story() {
    let text =
        "+++\ntitle = \"x\"\n+++\n\n## Action\n\n#1 was the ledger\n#hashtag\n### Result\n\nNone.\n## Notes\n\nmine\n";
    let shelf = Shelf::of_texts([("x.md", text)]);
    let parts: Vec<&str> = shelf.stories[0].parts.iter().map(SafeText::as_str).collect();
    assert_eq!(parts, ["", "", "", "", "#1 was the ledger\n#hashtag", "None.", ""]);
}

#[test]
fn a_folder_that_is_not_there_holds_no_stories_and_what_is_no_folder_is_told() {
    let nook = Nook::new();
    let stories = |name: &str| Stories::new(Some(nook.join(name))).read();
    assert!(stories("stories").is_ok());
    fs::write(nook.join("stories"), "").unwrap();
    assert!(matches!(stories("stories"), Err(StoryError::Unreadable { .. })));
}

#[test]
fn a_story_that_cannot_be_read_is_told_with_its_line() {
    let table: [(&[u8], Option<usize>); 6] = [
        (b"+++\n\ntitle = \" \"\n+++\n", Some(3)),
        (b"+++\ntitle = \"x\"\nprobes = [\"kpi:uptime\",\n  \"uptime\"]\n+++\n", Some(4)),
        (b"+++\ntitle = \"x\"\nwhen = nine\n+++\n", Some(3)),
        (b"+++\ntitle = \"x\"\nstrength = 9\n+++\n", Some(3)),
        (b"+++\ntitle = \"x\"\n", Some(2)),
        (b"+++\ntitle = \"x\"\n+++\n\xff\n", Some(4)),
    ];
    let nook = Nook::new();
    let stories = Stories::new(Some(nook.join("stories")));
    let path = stories.add("x", "").unwrap();
    for (text, line) in table {
        fs::write(&path, text).unwrap();
        let shelf = stories.read().unwrap();
        let broken = shelf.wrong(&"x".parse().unwrap()).unwrap();
        assert_eq!((broken.line, broken.name().as_str()), (line, "x.md"), "{}", broken.what);
        assert!(shelf.story(&"x".parse().unwrap()).is_none() && shelf.wrong(&"y".parse().unwrap()).is_none());
    }
    fs::rename(&path, nook.join("stories/Two Ledgers.md")).unwrap();
    let shelf = stories.read().unwrap();
    let misnamed: Vec<_> = shelf.broken.iter().map(|broken| (broken.line, broken.what.as_str())).collect();
    let what = "a story's file is named in small letters, figures and hyphens, such as two-ledgers.md";
    assert_eq!(misnamed, [(None, what)]);
}

#[test]
fn a_story_may_have_256_kib_and_not_one_byte_more() {
    let nook = Nook::new();
    let stories = Stories::new(Some(nook.join("stories")));
    let front = "+++\ntitle = \"x\"\nwhen = \" May \"\nmetric = \"\"\n# Action\n+++\n";
    let path = stories.add("x", "").unwrap();
    for (length, is_read) in [(256 << 10, true), ((256 << 10) + 1, false), ((256 << 10) + 9, false)] {
        fs::write(&path, format!("{front}{}", "x".repeat(length - front.len()))).unwrap();
        let shelf = stories.read().unwrap();
        assert_eq!((shelf.stories.len(), shelf.broken.len()), (usize::from(is_read), usize::from(!is_read)));
        if let Some(story) = shelf.story(&"x".parse().unwrap()) {
            assert_eq!((story.when.as_deref(), story.metric.as_deref()), (Some("May"), None));
            assert!(story.parts.iter().all(|part| part.is_empty()), "a comment before the text is no heading");
        }
    }
}
