//! Figures, their spread, and the table they are told in.

use std::fmt;

/// Samples of one thing.
pub(crate) struct Samples(Vec<f64>);

impl Samples {
    /// None yet.
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    /// One more.
    pub(crate) fn push(&mut self, sample: f64) {
        self.0.push(sample);
    }

    /// The value that so many percent of the samples lie below.
    fn quantile(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let place = (sorted.len().saturating_sub(1) * percent + 50) / 100;
        sorted.get(place).copied().unwrap_or(f64::NAN)
    }

    /// The middle one.
    pub(crate) fn median(&self) -> f64 {
        self.quantile(50)
    }

    /// The largest.
    pub(crate) fn most(&self) -> f64 {
        self.quantile(100)
    }
}

/// Two programs measured in turn, and the ratio of each pair.
pub(crate) struct Pairs {
    ours: Samples,
    theirs: Samples,
    ratios: Samples,
}

impl FromIterator<(f64, f64)> for Pairs {
    fn from_iter<I: IntoIterator<Item = (f64, f64)>>(pairs: I) -> Self {
        let mut all = Self { ours: Samples::new(), theirs: Samples::new(), ratios: Samples::new() };
        for (ours, theirs) in pairs {
            all.ours.push(ours);
            all.theirs.push(theirs);
            all.ratios.push(ours / theirs);
        }
        all
    }
}

/// What stands behind a bar that is missed.
const MISSED: &str = "NO";

/// What is printed at the end.
#[derive(Default)]
pub(crate) struct Table(Vec<[String; 6]>);

impl Table {
    /// A ratio and the most it may be; the spread is the middle half of the pairs.
    pub(crate) fn ratio(&mut self, what: &str, unit: &str, pairs: &Pairs, bar: Option<f64>) {
        let Pairs { ours, theirs, ratios } = pairs;
        let ratio = ratios.median();
        let spread = format!("{ratio:.2} ({:.2}-{:.2})", ratios.quantile(25), ratios.quantile(75));
        let value = |samples: &Samples| format!("{:.2} {unit}", samples.median());
        let bar_text = bar.map_or_else(|| "-".to_owned(), |bar| format!("{bar:.2}x"));
        self.row([what.to_owned(), value(ours), value(theirs), spread, bar_text, verdict(bar.map(|bar| ratio <= bar))]);
    }

    /// A figure and the most it may be.
    pub(crate) fn figure(&mut self, what: &str, unit: &str, ours: f64, bare: Option<f64>, bar: f64) {
        let value = |figure: f64| format!("{} {unit}", (figure * 10.0).round() / 10.0);
        let bare = bare.map_or_else(|| "-".to_owned(), value);
        // What nothing is asked of is only told.
        let asked = bar.is_finite();
        let shown = if asked { value(bar) } else { "-".to_owned() };
        self.row([what.to_owned(), value(ours), bare, "-".to_owned(), shown, verdict(asked.then_some(ours <= bar))]);
    }

    /// Whether no bar is missed.
    pub(crate) fn holds(&self) -> bool {
        self.0.iter().all(|[.., verdict]| verdict != MISSED)
    }

    fn row(&mut self, row: [String; 6]) {
        eprintln!("{}", row.join("  "));
        self.0.push(row);
    }
}

fn verdict(holds: Option<bool>) -> String {
    match holds {
        Some(true) => "yes",
        Some(false) => MISSED,
        None => "-",
    }
    .to_owned()
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["what", "ours", "peer", "ratio (middle half)", "bar", "holds?"].map(str::to_owned);
        let rule = [const { String::new() }; 6];
        for (number, row) in [&head, &rule].into_iter().chain(&self.0).enumerate() {
            for (column, cell) in row.iter().enumerate() {
                let width = self.0.iter().chain([&head]).map(|row| row[column].len()).max().unwrap_or(0);
                if number == 1 {
                    write!(f, "|{:-<1$}", "", width + 2)?;
                } else {
                    write!(f, "| {cell:width$} ")?;
                }
            }
            writeln!(f, "|")?;
        }
        Ok(())
    }
}
