//! `rungs catalog import`: what can be typed after it.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// How a sheet is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SheetForm {
    /// A row for each role and skill
    Long,
    /// A row for each skill, a column for each level
    Matrix,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs catalog import skills.csv                       show what would come of it
  rungs catalog import skills.csv -o ladder.json        everything in one file
  rungs catalog import skills.csv -o our-ladder         a folder: catalog.json, skills.json, families/*.json
  rungs catalog import skills.csv --level Grade --skill \"Core competency\"
  rungs catalog import skills.csv --level-order \"Apprentice,Developer,Senior,Lead\"
  rungs catalog import skills.csv --proficiency-order \"Bronze,Silver,Gold\"
  curl -s https://example.org/sheet.csv | rungs catalog import - --name \"Our ladder\"

Columns in a pipe:
  what it is about, line in the file, what stands there, what became of it, note

A cell without a proficiency, or with none, n/a or 0, does not ask for the skill. A blank cell of a family, role or level
means the one above. Levels that the catalog inside rungs knows by a name or an alias (L5, IC4) get its ids.")]
pub(in crate::cli) struct ImportArgs {
    /// A CSV file; - reads it from stdin
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Where the catalog goes: a file that ends in .json, or a folder
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Write over what is there
    #[arg(long, requires = "output")]
    pub force: bool,
    /// Only show what would come of it
    #[arg(long)]
    pub preview: bool,
    /// What the catalog is called; without it, as the file
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// How the sheet is laid out
    #[arg(long, value_enum, value_name = "FORM")]
    pub form: Option<SheetForm>,
    /// What stands between two cells: one character, or tab
    #[arg(long, value_name = "CHAR", value_parser = delimiter)]
    pub delimiter: Option<u8>,
    /// The levels, lowest first: their names, or how titles on them begin
    #[arg(long, value_name = "LEVELS", value_delimiter = ',')]
    pub level_order: Vec<String>,
    /// The words for how well a skill is had, least first
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    pub proficiency_order: Vec<String>,
    #[command(flatten)]
    pub columns: ColumnArgs,
}

// Which columns hold what, by their headers.
#[derive(Debug, Args)]
#[command(next_help_heading = "Columns, by their headers")]
pub(in crate::cli) struct ColumnArgs {
    /// The department that families belong to
    #[arg(long, value_name = "COLUMN")]
    pub department: Option<String>,
    /// The family: one ladder
    #[arg(long, value_name = "COLUMN")]
    pub family: Option<String>,
    /// What the family does
    #[arg(long, value_name = "COLUMN")]
    pub about_family: Option<String>,
    /// The level, or titles that tell it
    #[arg(long, value_name = "COLUMN")]
    pub level: Option<String>,
    /// The role's title
    #[arg(long, value_name = "COLUMN")]
    pub role: Option<String>,
    /// What the role does; points become responsibilities
    #[arg(long, value_name = "COLUMN")]
    pub about_role: Option<String>,
    /// Which of two ladders of its family the role is on
    #[arg(long, value_name = "COLUMN")]
    pub track: Option<String>,
    /// The skill
    #[arg(long, value_name = "COLUMN")]
    pub skill: Option<String>,
    /// What the skill means
    #[arg(long, value_name = "COLUMN")]
    pub about_skill: Option<String>,
    /// What kind of skill it is
    #[arg(long, value_name = "COLUMN")]
    pub kind: Option<String>,
    /// How well the skill is asked for
    #[arg(long, value_name = "COLUMN")]
    pub proficiency: Option<String>,
    /// What the skill looks like in the role
    #[arg(long, value_name = "COLUMN")]
    pub in_use: Option<String>,
    /// How much the skill weighs: core, important or useful
    #[arg(long, value_name = "COLUMN")]
    pub weight: Option<String>,
}

fn delimiter(typed: &str) -> Result<u8, String> {
    match typed.as_bytes() {
        [byte] if byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'"' => Ok(*byte),
        b"tab" | b"\\t" => Ok(b'\t'),
        _ => Err("one character such as , ; or |, or the word tab".to_owned()),
    }
}
