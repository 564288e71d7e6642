//! The debrief of a mock interview whose questions and stories are full of signs, read back.

use rungs::catalog::{Catalog, Files, load};
use rungs::domain::Question;
use rungs::domain::compare::Column;
use rungs::domain::practice::{Debrief, Review};
use rungs::export::practice::debrief;
use serde_json::{Value, json};

use super::read;

const SIGNS: [&str; 9] = [
    "# First | second",
    "- a list",
    "1. a list",
    "> a quotation",
    "<b>bold</b> &amp;",
    "`code` and ```fence",
    "[a link](x) *stands* ~~out~~",
    "| a | cell |",
    "=== a heading",
];

/// A catalog that calls its role and its questions `sign`, and asks for it.
fn catalog(sign: &str) -> Catalog {
    let mut catalog: Value = serde_json::from_str(include_str!("../support/interviews.json")).unwrap();
    for family in catalog["families"].as_array_mut().unwrap() {
        for role in family["roles"].as_array_mut().unwrap() {
            if role["title"] == "Senior Payments Engineer" {
                role["title"] = json!(sign);
            }
            for question in role.get_mut("questions").and_then(Value::as_array_mut).into_iter().flatten() {
                question["title"] = json!(sign);
                question["signals"][0]["text"] = json!(sign);
                question["red_flags"][0]["text"] = json!(sign);
            }
        }
    }
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), catalog.to_string()).unwrap();
    load(&Files::read(file.path())).unwrap()
}

#[test]
fn a_debrief_full_of_signs_comes_back_as_it_was() {
    for sign in SIGNS {
        let catalog = catalog(sign);
        let role = "payments/senior".parse().unwrap();
        let question: &Question = &catalog.questions(&role).unwrap().questions[0];
        let review = |flags: &Value| -> Review {
            let review = json!({
                "q": format!("payments/senior#{}", question.id), "rev": 1, "role": "payments/senior", "off": 0,
                "day": "2026-05-01", "mode": "mock", "secs": 300, "sig": {}, "flags": flags, "derived": 1, "rating": 1,
                "cold": true, "story": sign,
            });
            serde_json::from_value(review).unwrap()
        };
        let reviews = [review(&json!([0])), review(&json!([]))];
        let told = Debrief::of(reviews.iter().map(|review| (review, Some(question))).collect());
        let column = Column::of(&catalog, &catalog.side(&role).unwrap());
        let found = read::markdown_with_numbers(&debrief(&column, "today", (20, 600), &told, |slug| {
            format!("The story {slug}")
        }));
        assert_eq!(found.headings, [format!("Debrief: {sign}"), "To change next time".to_owned()]);
        let [table] = &found.tables[..] else { panic!("{found:?}") };
        let row = [sign, "5:00", &format!("{}:00", question.minutes), "not yet", "-", &format!("The story {sign}")]
            .map(str::to_owned);
        assert_eq!(table[1..], [row.to_vec(), row.to_vec()]);
        for para in [
            format!("The story {sign} was told 2 times"),
            format!("{sign}: leave out what was heard: {sign}"),
            format!("{sign}: {sign}"),
        ] {
            assert!(found.paras.contains(&para), "{para}\n{found:#?}");
        }
    }
}
