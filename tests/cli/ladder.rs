//! `rungs ladder` as a terminal and a script get it.

use super::Home;

#[test]
fn every_width_gets_lines_that_fit_and_every_skill() {
    let home = Home::new();
    let document = home.json(&["ladder", "payment", "--json"]);
    let skills = document["items"][0]["skills"].as_array().unwrap();
    for columns in [20, 30, 40, 59, 60, 80, 120, 250] {
        let text = home.on_a_terminal(columns, &["ladder", "payment"], &[("NO_COLOR", "1")]);
        let lines: Vec<&str> = text.lines().map(|line| line.trim_end_matches('\r')).collect();
        assert!(lines.iter().all(|line| line.chars().count() <= usize::from(columns)), "{columns}: {text}");
        for skill in skills {
            let cells = skill["cells"].as_array().unwrap().iter();
            let cells: Vec<String> = cells
                .map(|cell| cell["proficiency"].as_u64().map_or(".".to_owned(), |asked| asked.to_string()))
                .collect();
            let row = |line: &&&str| line.split_whitespace().rev().take(cells.len()).eq(cells.iter().rev());
            assert!(lines.iter().any(|line| row(&line)), "{columns}: {}", skill["name"]);
        }
    }
}

#[test]
fn one_thing_through_the_rungs_fits_and_stands_under_its_rung_where_it_is_narrow() {
    let home = Home::new();
    let arguments = ["ladder", "payment", "--skill", "incident"];
    for columns in [20, 40, 59, 60, 80, 120, 250] {
        let text = home.on_a_terminal(columns, &arguments, &[("NO_COLOR", "1")]);
        assert!(text.lines().all(|line| line.trim_end().chars().count() <= usize::from(columns)), "{columns}: {text}");
        assert!(text.split_whitespace().collect::<String>().contains("stopsafterStaff"), "{columns}: {text}");
    }
    let line = |columns: u16, start: &str| {
        let text = home.on_a_terminal(columns, &arguments, &[("NO_COLOR", "1")]);
        let lines: Vec<String> = text.lines().map(|line| line.trim_end().to_owned()).collect();
        let place = lines.iter().position(|line| line.starts_with(start)).unwrap();
        (lines[place].clone(), lines[place + 1].clone())
    };
    assert_eq!(line(80, "~ 5 Lead").0, "~ 5 Lead       [####-] 4/5, core; raised (was 3/5, important)");
    let (head, below) = line(59, "~ 5 Lead");
    assert_eq!((&*head, &*below), ("~ 5 Lead", "    [####-] 4/5, core; raised (was 3/5, important)"));
}

#[test]
fn changed_words_are_bold_and_underlined_where_colour_may_be() {
    let home = Home::new();
    let arguments = |colour| ["--color", colour, "ladder", "payment", "--kpi", "authorisation-rate"];
    let lit = home.on_a_terminal(120, &arguments("always"), &[]);
    assert!(lit.contains("\u{1b}[1m\u{1b}[4m"), "{lit}");
    assert!(!home.on_a_terminal(120, &arguments("never"), &[]).contains('\u{1b}'));
}
