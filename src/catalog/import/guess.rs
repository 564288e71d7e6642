//! What the columns of a sheet hold: as it was said, else by their headers and by what stands below them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::columns::{Column, Heading, heading};
use super::degrees::{Degree, Scale};
use super::names::plain;
use super::remark::{Remark, Topic};
use super::table::{Row, Table};
use super::{Form, ImportError, Said, find_header, titles};

/// How many rows may stand above the headers.
const ABOVE: usize = 12;

/// What the columns of a sheet hold.
#[derive(Debug)]
pub(super) struct Plan {
    /// How the sheet is laid out.
    pub form: Form,
    /// The row of the headers, as its place in the table.
    pub header: usize,
    at: BTreeMap<Column, usize>,
    /// Of a matrix the columns that are levels.
    pub levels: Vec<LevelColumn>,
}

/// A column of a matrix that is a level.
#[derive(Debug)]
pub(super) struct LevelColumn {
    pub column: usize,
    /// The level, as its header says.
    pub label: String,
    /// The family, where a row above the headers names one for several columns.
    pub family: String,
}

impl Plan {
    /// The cell of `row` that holds `column`; empty where no column does.
    pub(super) fn cell<'t>(&self, row: &'t Row, column: Column) -> &'t str {
        self.at.get(&column).map_or("", |&place| row.cell(place))
    }

    /// Whether the sheet has the column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.at.contains_key(&column)
    }
}

/// The plan for `table`, with a remark for each column.
pub(super) fn plan(table: &Table, said: &Said, remarks: &mut Vec<Remark>) -> Result<Plan, ImportError> {
    let header = header(table, said);
    let row = table.rows.get(header).ok_or(ImportError::Empty)?;
    let headers = row.cells();
    let mut guess = Guess { table, header, headers, said: HashMap::new(), at: BTreeMap::new() };
    for (column, wanted) in &said.columns {
        let place = find_header(headers, wanted)?;
        guess.said.insert(place, *column);
        guess.at.insert(*column, place);
    }
    let Some(form) = said.form.or_else(|| guess.form(said)) else {
        return Err(ImportError::Unclear { headers: headers.to_vec() });
    };
    guess.plain_columns(form);
    guess.people_columns(form);
    guess.about();
    let mut levels = Vec::new();
    if form == Form::Matrix {
        if !guess.at.contains_key(&Column::Skill) {
            // The corner of a matrix often has no header.
            let first = (0..headers.len()).find(|place| !guess.at.values().any(|taken| taken == place));
            guess.at.extend(first.map(|first| (Column::Skill, first)));
        }
        levels = guess.levels();
    }
    let is_clear = match form {
        Form::Long => [Column::Skill, Column::Title, Column::Level].iter().any(|column| guess.at.contains_key(column)),
        Form::Matrix => !levels.is_empty(),
    };
    if !is_clear {
        return Err(ImportError::Unclear { headers: headers.to_vec() });
    }
    guess.tell(form, said, &levels, remarks);
    Ok(Plan { form, header, at: guess.at, levels })
}

/// The row of the headers: of the first few the one that most cells of are known, or that has the headers that were said.
fn header(table: &Table, said: &Said) -> usize {
    let known = |row: &Row| {
        let cells = row.cells().iter().filter(|cell| !cell.is_empty());
        let said = |cell: &str| said.columns.iter().any(|(_, wanted)| plain(wanted) == plain(cell));
        let count = |cell: &String| match (said(cell), heading(cell).is_some() || is_level(cell)) {
            (true, _) => 100,
            (false, known) => usize::from(known),
        };
        cells.map(count).sum::<usize>()
    };
    let first_wide = table.rows.iter().position(|row| row.cells().iter().filter(|cell| !cell.is_empty()).count() > 1);
    let mut best = (0, first_wide.unwrap_or(0));
    for (place, row) in table.rows.iter().take(ABOVE).enumerate() {
        let known = known(row);
        if known > best.0 {
            best = (known, place);
        }
    }
    best.1
}

/// Whether a header is a level: `Senior`, `L4`, `Grade 7`, `Lead developer`.
fn is_level(header: &str) -> bool {
    let has_stem = |(stem, _): (String, u32)| !stem.is_empty();
    titles::of_title(header).is_some() || titles::numbered(header).is_some_and(has_stem)
}

struct Guess<'t> {
    table: &'t Table,
    header: usize,
    headers: &'t [String],
    /// The columns that were said, by their place.
    said: HashMap<usize, Column>,
    at: BTreeMap<Column, usize>,
}

impl Guess<'_> {
    fn is_free(&self, place: usize) -> bool {
        !self.at.values().any(|taken| *taken == place)
    }

    /// The first free column with this heading.
    fn find(&self, wanted: Heading) -> Option<usize> {
        (0..self.headers.len()).find(|&place| self.is_free(place) && heading(&self.headers[place]) == Some(wanted))
    }

    /// How the sheet is laid out, where its headers tell.
    fn form(&self, said: &Said) -> Option<Form> {
        let is_said = |header: &str| said.levels.iter().any(|level| plain(level) == plain(header));
        let levels = self.headers.iter().filter(|header| heading(header).is_none());
        if levels.filter(|header| is_said(header) || is_level(header)).count() >= 2 {
            return Some(Form::Matrix);
        }
        let people = [Heading::Group, Heading::Role, Heading::Title, Heading::Level];
        let has_people = people.iter().any(|&wanted| self.find(wanted).is_some())
            || [Column::Family, Column::Title, Column::Level].iter().any(|column| self.at.contains_key(column));
        let skill = self.at.get(&Column::Skill).copied().or_else(|| self.find(Heading::Plain(Column::Skill)));
        if has_people { Some(Form::Long) } else { skill.map(|_| Form::Matrix) }
    }

    /// The columns whose headers say all.
    fn plain_columns(&mut self, form: Form) {
        for column in Column::ALL {
            let of_long = matches!(column, Column::Degree | Column::InUse | Column::Level);
            if self.at.contains_key(&column) || form == Form::Matrix && of_long {
                continue;
            }
            let place = self.find(Heading::Plain(column));
            self.at.extend(place.map(|place| (column, place)));
        }
    }

    /// Which of the columns is the department, which the family, which the title, which the level.
    fn people_columns(&mut self, form: Form) {
        let free = |column: Column, guess: &Self| !guess.at.contains_key(&column);
        let (above, group) = self.groups();
        let role = self.find(Heading::Role);
        let title = self.find(Heading::Title);
        let mut level = self.find(Heading::Level).filter(|_| form == Form::Long);
        if let Some(place) = level
            && free(Column::Degree, self)
            && (role.is_some() || title.is_some() || !free(Column::Title, self))
            && self.at.contains_key(&Column::Skill)
            && self.is_degrees(place)
        {
            // "Role, skill, level": how well the skill is asked for.
            self.at.insert(Column::Degree, place);
            level = None;
        }
        let mut take = |column: Column, place: Option<usize>| {
            if let Some(place) = place {
                self.at.entry(column).or_insert(place);
            }
        };
        take(Column::Level, level);
        take(Column::Title, title);
        let level = self.at.get(&Column::Level).copied();
        let has_title = self.at.contains_key(&Column::Title);
        let is_ladder = |role: usize| match (level, form, has_title) {
            (_, Form::Matrix, _) | (_, _, true) => true,
            (Some(level), ..) => self.has_several(role, level),
            (None, ..) => false,
        };
        let role_is_ladder = role.is_some_and(is_ladder);
        let family = |guess: &mut Self, place: Option<usize>| {
            if let Some(place) = place {
                guess.at.entry(Column::Family).or_insert(place);
            }
        };
        if let Some(above) = above.filter(|_| !role_is_ladder) {
            self.at.entry(Column::Department).or_insert(above);
        }
        match (group, role) {
            (Some(group), Some(role)) if role_is_ladder => {
                family(self, Some(role));
                self.at.entry(Column::Department).or_insert(group);
            }
            (group, Some(role)) if !role_is_ladder => {
                family(self, group);
                self.at.entry(Column::Title).or_insert(role);
            }
            (group, role) => family(self, role.or(group)),
        }
    }

    /// The columns of what roles belong to: a department, where there are two of them, and what has roles.
    fn groups(&self) -> (Option<usize>, Option<usize>) {
        let mut groups = (0..self.headers.len())
            .filter(|&place| self.is_free(place) && heading(&self.headers[place]) == Some(Heading::Group));
        match (groups.next(), groups.next()) {
            (Some(first), Some(second)) => {
                let is_family = |place: usize| {
                    let name = plain(&self.headers[place]);
                    name.contains("family") || name.contains("ladder")
                };
                let first_is_family = is_family(first) && !is_family(second)
                    || self.has_several(second, first) && !self.has_several(first, second);
                if first_is_family { (Some(second), Some(first)) } else { (Some(first), Some(second)) }
            }
            (one, _) => (None, one),
        }
    }

    /// Whether what stands in `role` has more than one value in `level` for most of its values.
    fn has_several(&self, role: usize, level: usize) -> bool {
        let mut levels: HashMap<String, HashSet<String>> = HashMap::new();
        let (mut last_role, mut last_level) = (String::new(), String::new());
        for row in self.table.below(self.header) {
            let (role, level) = (plain(row.cell(role)), plain(row.cell(level)));
            last_role = if role.is_empty() { last_role } else { role };
            last_level = if level.is_empty() { last_level } else { level };
            levels.entry(last_role.clone()).or_default().insert(last_level.clone());
        }
        2 * levels.values().filter(|levels| levels.len() > 1).count() >= levels.len()
    }

    /// Whether all that stands in a column are degrees.
    fn is_degrees(&self, place: usize) -> bool {
        let scale = Scale::default();
        let cells = self.table.below(self.header).map(|row| row.cell(place)).filter(|cell| !cell.is_empty());
        let mut degrees = cells.map(|cell| scale.read(cell)).peekable();
        degrees.peek().is_some() && degrees.all(|degree| degree != Degree::Words)
    }

    /// What descriptions are about.
    fn about(&mut self) {
        let take = |guess: &mut Self, heading: Heading, column: Column| {
            if !guess.at.contains_key(&column)
                && let Some(place) = guess.find(heading)
            {
                guess.at.insert(column, place);
            }
        };
        take(self, Heading::AboutGroup, Column::AboutFamily);
        take(self, Heading::AboutLevel, Column::AboutRole);
        let family = self.at.get(&Column::Family).copied();
        if let (Some(family), Some(about)) = (family, self.find(Heading::AboutRole)) {
            // "Role description" is of the family where each family has one.
            let of_role = self.has_several(family, about);
            let column = if of_role { Column::AboutRole } else { Column::AboutFamily };
            self.at.entry(column).or_insert(about);
        }
        take(self, Heading::AboutRole, Column::AboutRole);
        let skill = self.at.get(&Column::Skill).copied();
        if let (Some(skill), Some(about)) = (skill, self.find(Heading::About)) {
            let of_use = self.has_several(skill, about);
            let column = if of_use { Column::InUse } else { Column::AboutSkill };
            self.at.entry(column).or_insert(about);
        }
        take(self, Heading::About, Column::AboutRole);
    }

    /// The columns of a matrix that nothing else was found for, with the families named above them.
    fn levels(&self) -> Vec<LevelColumn> {
        let above = self.header.checked_sub(1).and_then(|above| self.table.rows.get(above));
        let labels: Vec<String> = self.headers.iter().map(|header| plain(header)).collect();
        let free = || (0..self.headers.len()).filter(|&place| self.is_free(place) && !labels[place].is_empty());
        let repeat = free().any(|place| free().any(|other| other < place && labels[other] == labels[place]));
        let mut family = "";
        let mut levels = Vec::new();
        for place in free() {
            if let Some(above) = above.filter(|_| repeat) {
                let skipped = levels.last().map_or(0, |last: &LevelColumn| last.column + 1);
                let named = (skipped..=place).rev().map(|place| above.cell(place)).find(|name| !name.is_empty());
                family = named.unwrap_or(family);
            }
            let label = self.headers[place].clone();
            levels.push(LevelColumn { column: place, label, family: family.to_owned() });
        }
        levels
    }

    fn tell(&self, form: Form, said: &Said, levels: &[LevelColumn], remarks: &mut Vec<Remark>) {
        let delimiter = match self.table.delimiter {
            b',' => "commas",
            b';' => "semicolons",
            b'\t' => "tabs",
            _ => "other signs",
        };
        let rows = self.table.below(self.header).count();
        let guessed = if said.form.is_some() { "as said" } else { "guessed" };
        let line = self.table.line_of(self.header);
        let note = format!("{guessed}; {rows} rows, cells between {delimiter}, headers on line {line}");
        remarks.push(Remark::new(Topic::Sheet, "form", form.word(), &note));
        for (place, header) in self.headers.iter().enumerate() {
            let column = self.at.iter().find(|(_, taken)| **taken == place).map(|(column, _)| *column);
            let (topic, became, note) = match column {
                Some(column) if self.said.contains_key(&place) => (Topic::Column, column.words(), "as said"),
                Some(column) => (Topic::Column, column.words(), "guessed from the header"),
                None if levels.iter().any(|level| level.column == place) => {
                    (Topic::Column, "a level", "guessed from the header")
                }
                None if header.is_empty() => continue,
                None => (Topic::Unused, "", "nothing is taken from it"),
            };
            let header = if header.is_empty() { "(no header)" } else { header };
            remarks.push(Remark::new(topic, header, became, note));
        }
    }
}
