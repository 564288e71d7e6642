//! `rungs search`: what can be typed after it.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::search::Kind;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Words:
  'led            these letters in a row, no gaps       \"pci dss\"  words in a row
  ^web            begins a text                        work$      ends one
  !senior         without                              role: skill: q: note: story:  only of a kind

Facets, which combine, with ! for without:
  level:staff  level>=L6  family:web  skill:observability  kpi:repeat  weight:core  proficiency>=4  bookmarked

Examples:
  rungs search reconciliation                  what has to do with it
  rungs search staff kernel                    two words, wherever they stand
  rungs search level:staff skill:observability roles on a level that ask for a skill
  rungs search --kind question failover        what is asked about failover
  rungs search senior level:L5 --kind role | rungs show -

Columns in a pipe:
  id, kind, title, field, text

Exit code 1 when nothing is found.")]
pub(in crate::cli) struct SearchArgs {
    /// What to look for
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,
    /// Only things of these kinds, with commas between
    #[arg(short, long, value_name = "KIND", value_delimiter = ',', value_parser = kind())]
    pub kind: Vec<Kind>,
    /// List this many at most
    #[arg(short = 'n', long, value_name = "N", value_parser = super::at_least_one)]
    pub limit: Option<usize>,
    /// Take words as they are: no gaps, no initials, no wrong letter
    #[arg(short, long)]
    pub exact: bool,
    /// Name the columns in a pipe too
    #[arg(long)]
    pub header: bool,
}

/// The words that kinds of things are called by.
fn kind() -> impl TypedValueParser<Value = Kind> {
    let possible = Kind::ALL.map(|kind| match kind {
        Kind::Question => PossibleValue::new(kind.word()).alias("q"),
        _ => PossibleValue::new(kind.word()),
    });
    PossibleValuesParser::new(possible).try_map(|word| Kind::named(&word).ok_or("there is no such kind"))
}
