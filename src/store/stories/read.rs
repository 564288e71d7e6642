//! The text of a file to a story, or the line where it is none and what would be right there.

use serde::Deserialize;

use crate::domain::Probe;
use crate::domain::story::{Heading, Story, StorySlug, Strength};
use crate::text::SafeText;

/// What stands alone on the lines before and behind the front matter.
const FENCE: &str = "+++";

/// A line, from 1, and what is wrong there.
type Wrong = (usize, String);

/// The front matter.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    title: toml::Spanned<String>,
    #[serde(default)]
    when: String,
    #[serde(default)]
    probes: Vec<toml::Spanned<String>>,
    #[serde(default)]
    metric: String,
    #[serde(default)]
    stakes: String,
    strength: Option<toml::Spanned<i64>>,
    #[serde(default)]
    failure: bool,
    #[serde(default)]
    retired: bool,
}

/// The story called `slug` that `text` tells.
pub(super) fn story(slug: StorySlug, text: &str) -> Result<Story, Wrong> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<&str> = text.lines().collect();
    if lines.first().map(|line| line.trim_end()) != Some(FENCE) {
        return Err((1, format!("a story begins with a line `{FENCE}`, its title and another `{FENCE}`")));
    }
    let end = lines.iter().skip(1).position(|line| line.trim_end() == FENCE).map(|place| place + 1);
    let end = end.ok_or_else(|| (lines.len(), format!("no line `{FENCE}` ends what began on line 1")))?;
    let front = lines.get(1..end).unwrap_or_default().join("\n");
    // The first line of the front matter is the second of the file.
    let line_of = |at: usize| front.get(..at).unwrap_or_default().matches('\n').count() + 2;
    let read: Front = toml::from_str(&front).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(span.start));
        (line, error.message().replace('\n', "; "))
    })?;
    let title = SafeText::line(read.title.get_ref().trim());
    if title.is_empty() {
        return Err((line_of(read.title.span().start), "a story has a title: title = \"...\"".to_owned()));
    }
    let wrong = read.probes.iter().find(|probe| Probe::of(probe.get_ref()).is_none());
    if let Some(wrong) = wrong {
        let what = format!("`{}` is none of skill:<id>, thread:<id> and kpi:<id>", SafeText::line(wrong.get_ref()));
        return Err((line_of(wrong.span().start), what));
    }
    let strength =
        match &read.strength {
            None => None,
            Some(figure) => Some(Strength::new(*figure.get_ref()).ok_or_else(|| {
                (line_of(figure.span().start), format!("strength is 1 to 5, not {}", figure.get_ref()))
            })?),
        };
    let some = |text: &str| Some(SafeText::line(text.trim())).filter(|text| !text.is_empty());
    Ok(Story {
        slug,
        title,
        when: some(&read.when),
        probes: read.probes.iter().map(|probe| SafeText::line(probe.get_ref())).collect(),
        metric: some(&read.metric),
        stakes: some(&read.stakes),
        strength,
        failure: read.failure,
        retired: read.retired,
        parts: parts(lines.get(end..).unwrap_or_default()),
    })
}

/// Whether a line is a heading in Markdown: `#1 of all` is none.
fn is_heading(line: &str) -> bool {
    let behind = line.trim_start_matches('#');
    behind.len() < line.len() && (behind.is_empty() || behind.starts_with([' ', '\t', '\r']))
}

/// What stands under each heading, whatever its rank and its letters; what stands under others or none is not ours.
fn parts(lines: &[&str]) -> [SafeText; Heading::ALL.len()] {
    let mut parts: [String; Heading::ALL.len()] = Default::default();
    let mut under = None;
    for line in lines {
        if is_heading(line) {
            let words = line.trim_matches(['#', ' ', '\t', '\r']);
            under = Heading::ALL.into_iter().find(|known| known.words().eq_ignore_ascii_case(words));
            continue;
        }
        if let Some(part) = under.and_then(|heading: Heading| parts.get_mut(heading as usize)) {
            part.push_str(line);
            part.push('\n');
        }
    }
    parts.map(|part| SafeText::lines(part.trim()))
}
