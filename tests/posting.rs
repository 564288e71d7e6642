//! Pasted job descriptions: each role's own text finds its own family, texts about benefits change nothing, and texts about
//! other jobs find nothing.

use std::collections::BTreeMap;

use rungs::catalog::Catalog;
use rungs::domain::RoleId;
use rungs::domain::compare::Side;
use rungs::domain::posting::{Posting, Vocabulary};
use rungs::text::SafeText;

/// What stands in most job descriptions and says nothing of the job.
const NOISE: &str = "
What we offer
- A competitive salary with a yearly bonus and stock options
- Medical, dental and vision insurance, 401(k) with company match, pension scheme
- 30 days of paid holiday, parental leave, a learning budget of 2,000 a year, gym membership and free lunch on Thursdays
- A hybrid work model with two days a week in our Berlin office, home office allowance

We are an equal opportunity employer. We do not discriminate on the basis of race, religion, colour, national origin, gender, \
sexual orientation, age, marital status, veteran status or disability status. Reasonable accommodations are available on \
request. A background check may be required. Please send your application with a cover letter through our portal; no agencies. \
We look forward to your application!
";

/// How many of the 72 roles find their own family first when their summary, headline and responsibilities are pasted.
/// Measured, not wished for: with names of skills alone it was 38.
const FIRST: usize = 70;

fn vocabulary(catalog: &Catalog) -> Vocabulary<'_> {
    let ladders = catalog.families().iter().map(|family| (family, catalog.ladder_of(family)));
    Vocabulary::of(catalog, &catalog.terms().skills, ladders.collect())
}

fn read<'a>(vocabulary: &Vocabulary<'a>, text: &str) -> Posting<'a> {
    vocabulary.read(&SafeText::lines(text))
}

fn nearest(posting: &Posting<'_>) -> Option<String> {
    posting.near.first().map(|near| near.role.to_string())
}

/// A role's own words, as somebody would paste them.
fn own_words(side: &Side<'_>) -> String {
    let duties: Vec<String> = side.role.responsibilities.iter().map(|duty| format!("- {}", duty.text)).collect();
    format!("{}\n{}\n{}\n", side.role.summary, side.role.headline, duties.join("\n"))
}

#[test]
fn a_roles_own_text_finds_its_own_family() {
    let catalog = Catalog::embedded().unwrap();
    let vocabulary = vocabulary(&catalog);
    let mut places: BTreeMap<usize, Vec<RoleId>> = BTreeMap::new();
    for side in catalog.sides() {
        let posting = read(&vocabulary, &own_words(&side));
        let place = posting.near.iter().position(|near| near.family.id.as_str() == side.id.family());
        places.entry(place.unwrap_or(usize::MAX)).or_default().push(side.id);
    }
    let first = places.get(&0).map_or(0, Vec::len);
    assert!(first >= FIRST, "{first} of 72 first; the others: {places:?}");
    let within_three: usize = places.range(..3).map(|(_, roles)| roles.len()).sum();
    assert_eq!(within_three, 72, "{places:?}");
}

#[test]
fn benefits_and_equal_opportunity_change_nothing() {
    let catalog = Catalog::embedded().unwrap();
    let vocabulary = vocabulary(&catalog);
    for side in catalog.sides() {
        let text = own_words(&side);
        let before = nearest(&read(&vocabulary, &text));
        assert!(before.is_some(), "{}", side.id);
        let noisy = read(&vocabulary, &format!("{text}{NOISE}"));
        assert_eq!((nearest(&noisy), noisy.passed_over), (before, 10), "{}", side.id);
    }
}

#[test]
fn a_title_in_the_first_line_and_a_level_decide() {
    let catalog = Catalog::embedded().unwrap();
    let vocabulary = vocabulary(&catalog);
    let body = "You own the payouts flow: idempotent retries, a double-entry ledger, chargebacks. Lead incidents, mentor engineers.";
    for (first_line, wanted) in [
        ("Senior Backend Engineer, Payments", "payment-systems-engineer/senior"),
        ("Backend Engineer (IC5), Payments", "payment-systems-engineer/staff"),
        ("Payments Engineer", "payment-systems-engineer/mid"),
        ("Principal Payments Engineer - Berlin or remote", "payment-systems-engineer/principal"),
        ("Senior TAM", "technical-account-manager/senior"),
        ("Associate Solutions Engineer", "solutions-engineer/associate"),
    ] {
        assert_eq!(
            nearest(&read(&vocabulary, &format!("{first_line}\n\n{body}"))).as_deref(),
            Some(wanted),
            "{first_line}"
        );
    }
}

#[test]
fn verbs_are_no_levels_and_letters_within_words_no_skills() {
    let catalog = Catalog::embedded().unwrap();
    let vocabulary = vocabulary(&catalog);
    let posting = read(
        &vocabulary,
        "Payments\nYou lead the design, associate with partners and take the principal role in reviews.",
    );
    assert_eq!(posting.levels, []);
    // `C` is another name of systems programming, `se` of no role in small letters.
    let posting = read(&vocabulary, "Payments\nclass c driver, se habla; restful, dockside, sqlite");
    assert_eq!(posting.skills, []);
    assert!(read(&vocabulary, "x\nRust, C++ and memory safety").skills.iter().any(|skill| skill.words.len() == 3));
}

#[test]
fn other_jobs_and_no_jobs_are_near_to_nothing() {
    let catalog = Catalog::embedded().unwrap();
    let vocabulary = vocabulary(&catalog);
    for text in [
        "",
        "hello",
        NOISE,
        "Registered nurse for a busy surgical ward. You will assess patients, give medication, keep records, work with doctors and \
         families, and take part in the on-call rota. You bring a nursing diploma, two years in acute care and empathy.",
        "Sous chef wanted for a bistro with 60 seats. You run the pass in the evening, order vegetables and fish, train two commis \
         chefs and keep the kitchen clean. Experience with French cuisine, HACCP and menus for events. Tuesday to Saturday.",
        "Accountant: month-end close, general ledger, accounts payable, tax returns, audits, SAP and Excel. You prepare monthly \
         reports to management and reconcile bank accounts.",
    ] {
        assert_eq!(nearest(&read(&vocabulary, text)), None, "{text}");
    }
}

#[test]
fn questions_that_probe_what_is_named_come_first() {
    let catalog = Catalog::embedded().unwrap();
    let vocabulary = vocabulary(&catalog);
    let posting = read(&vocabulary, "Senior Payments Engineer\nIdempotency, above all idempotency keys.");
    let pool = catalog.pool(&posting.near[0].role).unwrap();
    let questions = posting.practise(&pool);
    assert_eq!(questions.len(), pool.questions.len());
    let probes_it = |place: usize| questions[place].question.probes.iter().any(|probe| *probe == "skill:idempotency");
    let count = (0..questions.len()).filter(|place| probes_it(*place)).count();
    assert!(count > 0 && (0..count).all(probes_it));
}
