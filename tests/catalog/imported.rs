//! Sheets as people have them, and the catalogs that come of them.

use proptest::prelude::*;
use rungs::catalog::{Catalog, Column, Encoding, Files, Form, Import, ImportError, Said, Topic, decode, import, load};
use rungs::domain::RoleId;

/// A row for each role and skill; levels only inside titles, cells of many lines, one row twice.
const BAKERY: &str = include_str!("../cmd/import.in/bakery.csv");
/// A row for each skill, a column for each level; merged cells, words beside figures.
const GROWTH: &str = include_str!("../cmd/import.in/growth.csv");
/// Levels of one's own, words of one's own, merged cells in the long form.
const OWN_LEVELS: &str = include_str!("../cmd/import.in/own-levels.csv");

fn said() -> Said {
    Said { name: "Mill".to_owned(), ..Said::default() }
}

fn import_as(text: &str, said: &Said) -> Result<Import, ImportError> {
    import(&decode(text.as_bytes()).0, said, Catalog::embedded().unwrap().framework())
}

fn imported(text: &str) -> Import {
    import_as(text, &said()).unwrap()
}

fn catalog(import: &Import) -> Catalog {
    load(&Files::one("sheet.json", import.catalog.one().unwrap())).unwrap()
}

fn id(text: &str) -> RoleId {
    text.parse().unwrap()
}

/// Each role of a catalog with its level, its track and its skills: `mill/senior senior - stones 4, horses 0`.
fn roles(catalog: &Catalog) -> Vec<String> {
    let role = |(family, rung): (&rungs::domain::FamilyOutline, &rungs::domain::Rung)| {
        let id = family.role_id(rung);
        let skills = &catalog.role(&id).unwrap().skills;
        let skills: Vec<String> = skills.iter().map(|it| format!("{} {}", it.skill, it.proficiency.value())).collect();
        let track = rung.track.as_deref().map(|track| format!(" ({track})")).unwrap_or_default();
        format!("{id} {}{track}: {}", rung.title, skills.join(", "))
    };
    catalog.rungs().map(role).collect()
}

/// The remarks on one topic: `written -> became (note)`, with the line before it.
fn remarks(import: &Import, topic: Topic) -> Vec<String> {
    let of_topic = import.remarks.iter().filter(|remark| remark.topic == topic);
    let told = of_topic.map(|remark| {
        let line = remark.line.map(|line| format!("{line}: ")).unwrap_or_default();
        format!("{line}{} -> {} ({})", remark.written, remark.became, remark.note)
    });
    told.collect()
}

#[test]
fn a_long_sheet_with_levels_inside_titles_becomes_ladders() {
    let import = imported(BAKERY);
    let catalog = catalog(&import);
    assert_eq!(
        roles(&catalog),
        [
            "baker/apprentice Apprentice baker: dough-handling 2, oven-work 1, food-safety 1",
            "baker/mid Baker: dough-handling 4, oven-work 2, food-safety 2, planning-a-shift 2",
            "baker/senior Senior baker: dough-handling 4, oven-work 4, food-safety 2, planning-a-shift 4",
            "baker/senior-management Senior baker - management (management): dough-handling 4, oven-work 2, food-safety 4, planning-a-shift 4",
            "baker/head Head of baking: dough-handling 5, food-safety 4, reading-figures 5",
            "shop-manager/associate Shop analyst: reading-figures 2",
            "shop-manager/mid Shop manager: reading-figures 2, food-safety 2",
            "chief-baker/chief Chief baker: dough-handling 0, food-safety 0",
        ]
    );
    let departments: Vec<&str> = catalog.framework().departments.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(departments, ["Bread and pastry", "Shops", "Guild"]);
    let levels: Vec<(&str, u8)> = catalog.framework().levels.iter().map(|it| (it.id.as_str(), it.rank)).collect();
    assert_eq!(levels, [("apprentice", 1), ("associate", 2), ("mid", 3), ("senior", 4), ("head", 5), ("chief", 6)]);
    assert!(catalog.framework().levels.iter().all(|level| level.aliases.is_empty()), "the sheet says of none");
}

#[test]
fn no_text_of_the_sheet_is_lost() {
    let catalog = catalog(&imported(BAKERY));
    let baker = catalog.role(&id("baker/mid")).unwrap();
    assert_eq!(baker.summary, "A baker runs a bench through the night.");
    let duties: Vec<&str> = baker.responsibilities.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(duties.len(), 3);
    assert_eq!(duties[1], "pass on what the next shift must know");
    let use_of_dough = &baker.skills[0].in_use;
    assert_eq!(
        *use_of_dough,
        "You can: correct a dough while it is mixed, \"by feel\" and by the thermometer; keep a sourdough going through a heat wave"
    );
    let family = catalog.family(&"baker".parse().unwrap()).unwrap();
    assert_eq!(
        family.summary,
        "A baker turns flour, water and time into bread that is sold the same day. In this role, you will: mix, shape and bake by the order book; keep the ovens, the mixers and the bench fit for the next shift"
    );
    assert!(catalog.terms().skills[0].meaning.starts_with("Dough handling is judging by hand, eye and clock"));
    // A level nobody describes is described as its family.
    let chief = catalog.role(&id("chief-baker/chief")).unwrap();
    assert_eq!(
        (&*chief.summary, &*chief.responsibilities[0].text),
        ("A chief baker keeps the guild's seal.", "judge the master loaves once a year")
    );
}

#[test]
fn two_rungs_of_an_imported_ladder_compare_by_their_skills() {
    let catalog = catalog(&imported(BAKERY));
    let comparison = catalog.compare(&[id("baker/mid"), id("baker/senior")], 0).unwrap();
    let skills = comparison.sections.iter().find(|section| section.part.id() == "skills").unwrap();
    assert_eq!(skills.rows.len(), 4);
    let raised: Vec<&str> = skills
        .rows
        .iter()
        .filter(|row| row.turn(1, 0).is_some_and(|turn| turn.starts_with("raised")))
        .map(|row| row.label.as_str())
        .collect();
    assert_eq!(raised, ["Oven work", "Planning a shift"]);
    let sections: Vec<&str> = comparison.sections.iter().map(|section| section.part.id()).collect();
    assert_eq!(
        sections,
        ["step-up", "responsibilities", "skills", "kpis", "moves"],
        "no axes, no topics: nothing to say"
    );
}

#[test]
fn a_skill_asked_for_without_saying_how_well_is_neither_more_nor_less_than_another() {
    let catalog = catalog(&imported(BAKERY));
    let comparison = catalog.compare(&[id("chief-baker/chief"), id("baker/head")], 0).unwrap();
    let skills = comparison.sections.iter().find(|section| section.part.id() == "skills").unwrap();
    let told: Vec<(&str, Option<String>)> =
        skills.rows.iter().map(|row| (row.label.as_str(), row.turn(1, 0))).collect();
    assert_eq!(
        told,
        [
            ("Dough handling", Some("was not said".to_owned())),
            ("Food safety", Some("was not said".to_owned())),
            ("Reading figures", Some("gained".to_owned())),
        ]
    );
    let verdict = skills.verdicts.iter().map(|verdict| verdict.text.to_string()).collect::<String>();
    assert!(!verdict.contains("raised"), "{verdict}");
}

#[test]
fn everything_that_was_guessed_or_dropped_is_told() {
    let import = imported(BAKERY);
    assert_eq!(remarks(&import, Topic::Unused), ["Role Type ->  (nothing is taken from it)"]);
    assert_eq!(remarks(&import, Topic::Row), ["78: Planning a shift ->  (stands on line 67 for Baker already)"]);
    assert_eq!(remarks(&import, Topic::Column)[1], "Role -> family (guessed from the header)");
    assert_eq!(remarks(&import, Topic::Degree)[4], "NOT IN USE -> not said how well (2 times)");
    assert_eq!(remarks(&import, Topic::Level)[3], "Senior -> senior, rank 4 (by how titles begin; 2 roles)");
    assert_eq!(
        remarks(&import, Topic::Role)[3],
        "130: Senior baker - management -> baker/senior-management (Senior, 4 skills, track management)"
    );
}

#[test]
fn a_matrix_of_levels_becomes_one_ladder() {
    let import = imported(GROWTH);
    let catalog = catalog(&import);
    assert_eq!(
        roles(&catalog),
        [
            "mill/junior Junior: sifting 1",
            "mill/mid Mid: sifting 2, grinding 1, teaching 0",
            "mill/senior Senior: sifting 4, grinding 4, teaching 0",
        ]
    );
    let senior = catalog.role(&id("mill/senior")).unwrap();
    assert_eq!(senior.skills[0].in_use, "tells mills apart by the bran");
    assert_eq!(senior.skills[2].in_use, "Takes on one apprentice a year from the first day; to the letter of trade");
    let kinds: Vec<Option<&str>> =
        catalog.terms().skills.iter().map(|it| it.kind.map(rungs::domain::SkillKind::word)).collect();
    assert_eq!(kinds, [None, None, Some("people")]);
    assert_eq!(catalog.terms().skills[1].meaning, "Craft", "the area stands in the merged cell above");
}

#[test]
fn a_matrix_may_hold_several_families_side_by_side() {
    let sheet = ",Miller,,Carter,\nSkill,Junior,Senior,Junior,Senior\nStones,1,4,,\nHorses,,1,2,5\n";
    assert_eq!(
        roles(&catalog(&imported(sheet))),
        [
            "carter/junior Junior carter: horses 2",
            "carter/senior Senior carter: horses 5",
            "miller/junior Junior miller: stones 1",
            "miller/senior Senior miller: stones 4, horses 1",
        ]
    );
}

#[test]
fn levels_and_degrees_of_ones_own_are_taken_as_they_are_said() {
    let degrees = ["bronze", "silver", "gold"].map(str::to_owned).to_vec();
    let import = import_as(OWN_LEVELS, &Said { degrees, ..said() }).unwrap();
    assert_eq!(
        roles(&catalog(&import)),
        ["carter/b1 Carter: horses 0", "miller/b1 Miller: stones 1, sieves 3", "miller/b2 Miller (B2): stones 5"]
    );
    assert_eq!(
        remarks(&import, Topic::Row),
        ["5: Horses ->  (\"lead\" is no proficiency: the skill is asked for, not said how well)"]
    );

    let levels = ["Prentice", "Miller", "Master miller"].map(str::to_owned).to_vec();
    let sheet = "Role,Skill,Proficiency\nMaster miller,Stones,5\nMiller,Stones,3\nPrentice of the mill,Stones,1\n";
    let import = import_as(sheet, &Said { levels, ..said() }).unwrap();
    let levels: Vec<String> = catalog(&import).framework().levels.iter().map(|it| it.name.to_string()).collect();
    assert_eq!(levels, ["Prentice", "Miller", "Master miller"]);
    assert!(catalog(&import).rungs().all(|(family, rung)| family.rungs.len() == 1 || rung.level.as_str() != "mid"));
}

#[test]
fn levels_that_the_embedded_scale_knows_have_its_ids() {
    let sheet = "Family,Level,Skill,Proficiency\nCarter,L3,Horses,1\nCarter,L5,Horses,4\nCarter,L4,Horses,2\n";
    let catalog = catalog(&imported(sheet));
    let told: Vec<(&str, &str)> =
        catalog.framework().levels.iter().map(|level| (level.id.as_str(), level.name.as_str())).collect();
    assert_eq!(told, [("associate", "L3"), ("mid", "L4"), ("senior", "L5")]);
    assert_eq!(
        catalog.rungs().map(|(_, rung)| rung.title.to_string()).collect::<Vec<_>>(),
        ["Carter L3", "Carter L4", "Carter L5"]
    );
}

#[test]
fn levels_nobody_knows_stay_in_the_order_of_the_sheet() {
    let sheet = "Skill,Squire,Knight,Lord\nRiding,aware,working,expert\n";
    let levels: Vec<String> =
        catalog(&imported(sheet)).framework().levels.iter().map(|level| level.id.to_string()).collect();
    assert_eq!(levels, ["squire", "knight", "lord"]);
}

#[test]
fn merged_and_missing_cells_are_what_stands_above_them() {
    let sheet = "Family;Level;Skill;Proficiency\nCarter;Junior;Horses;1\n;;Ropes;2\n\n;Senior;Horses;3\n;;Ropes;\nMiller;Junior;Stones;n/a\n";
    assert_eq!(
        roles(&catalog(&imported(sheet))),
        [
            "carter/junior Junior carter: horses 1, ropes 2",
            "carter/senior Senior carter: horses 3",
            "miller/junior Junior miller: "
        ]
    );
    // One skill, a row for each level.
    let sheet = "Skill,Level,Proficiency\nHorses,Junior,1\n,Senior,3\nRopes,Senior,2\n";
    assert_eq!(
        roles(&catalog(&imported(sheet))),
        ["mill/junior Junior: horses 1", "mill/senior Senior: horses 3, ropes 2"]
    );
}

#[test]
fn a_level_column_that_holds_degrees_is_not_the_level() {
    let sheet = "Role,Skill,Level\nJunior carter,Horses,1\nSenior carter,Horses,4\n";
    let import = imported(sheet);
    assert_eq!(remarks(&import, Topic::Column)[2], "Level -> proficiency (guessed from the header)");
    assert_eq!(
        roles(&catalog(&import)),
        ["carter/junior Junior carter: horses 1", "carter/senior Senior carter: horses 4"]
    );
}

#[test]
fn a_title_beside_a_level_stays_the_title() {
    let sheet = "Department,Job family,Job title,Grade,Competency,Importance,Rating\n\
                 Stables,Carting,Groom,1,Horses,must have,2\nStables,Carting,Ostler,2,Horses,nice to have,4\n";
    let catalog = catalog(&imported(sheet));
    assert_eq!(roles(&catalog), ["carting/1 Groom: horses 2", "carting/2 Ostler: horses 4"]);
    let weights: Vec<&str> = catalog.sides().map(|side| side.role.skills[0].weight.word()).collect();
    assert_eq!(weights, ["core", "useful"]);
}

#[test]
fn what_the_columns_hold_can_be_said() {
    let sheet = "Wer,Stufe,Was,Wie gut\nFuhrmann,1,Pferde,3\nFuhrmann,2,Pferde,5\n";
    assert!(matches!(import_as(sheet, &said()), Err(ImportError::Unclear { .. })));
    let columns =
        [(Column::Family, "wer"), (Column::Level, "Stufe"), (Column::Skill, "Was"), (Column::Degree, "WIE GUT")];
    let columns = columns.map(|(column, header)| (column, header.to_owned())).to_vec();
    let import = import_as(sheet, &Said { columns, form: Some(Form::Long), ..said() }).unwrap();
    assert_eq!(roles(&catalog(&import)), ["fuhrmann/1 Fuhrmann 1: pferde 3", "fuhrmann/2 Fuhrmann 2: pferde 5"]);
    let wrong = Said { columns: vec![(Column::Skill, "Wass".to_owned())], ..said() };
    let error = import_as(sheet, &wrong).unwrap_err().to_string();
    assert_eq!(error, "no column is called \"Wass\": did you mean \"Was\"?");
}

#[test]
fn a_sheet_saved_by_a_spreadsheet_of_another_age_reads_the_same() {
    let sheet = "Rôle;Niveau\n".replace("Rôle", "Skill").replace("Niveau", "Senior;Junior") + "Café;3;1\nPâte;4;2\n";
    let old: Vec<u8> = sheet.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let (text, encoding) = decode(&old);
    assert_eq!((text.as_str(), encoding), (sheet.as_str(), Encoding::Windows1252));
    let skills: Vec<String> = catalog(&imported(&text)).terms().skills.iter().map(|it| it.id.to_string()).collect();
    assert_eq!(skills, ["cafe", "pate"]);
}

#[test]
fn what_is_written_as_a_folder_is_what_is_written_as_a_file() {
    let import = imported(BAKERY);
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in import.catalog.folder().unwrap() {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let read = load(&Files::read(folder.path())).expect("no error");
    assert_eq!(roles(&read), roles(&catalog(&import)));
    assert_eq!(read.framework(), catalog(&import).framework());
    assert_eq!(read.terms(), catalog(&import).terms());
}

#[test]
fn nothing_becomes_nothing() {
    assert!(matches!(import_as("", &said()), Err(ImportError::Empty)));
    assert!(matches!(import_as("Family,Level,Skill\n", &said()), Err(ImportError::NoRows { header: 1 })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever stands in the cells: a catalog that loads comes of it, or a reason.
    #[test]
    fn any_sheet_is_imported_or_refused(
        header in prop::collection::vec("(Role|Family|Level|Skill|Proficiency|Senior|Junior|Description|Category|)", 1..6),
        rows in prop::collection::vec(prop::collection::vec("[-a-zA-Z0-9 ,;\"\u{1b}é日\n]{0,12}|Senior x|Lead|3|expert", 1..6), 0..12),
    ) {
        let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |cells: &Vec<String>| cells.iter().map(cell).collect::<Vec<_>>().join(",");
        let text: Vec<String> = std::iter::once(&header).chain(&rows).map(line).collect();
        match import_as(&text.join("\n"), &said()) {
            Ok(import) => {
                let catalog = catalog(&import);
                prop_assert!(catalog.rungs().count() > 0);
                let read = import.remarks.iter().filter(|remark| remark.topic == Topic::Role).count();
                prop_assert_eq!(read, catalog.rungs().count());
            }
            Err(ImportError::Refused(problems)) => prop_assert!(false, "{problems:?}"),
            Err(_) => {}
        }
    }
}
