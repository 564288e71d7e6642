//! The text a new story begins with.

use crate::domain::story::Heading;
use crate::text::SafeText;

/// A story called `title` that shows `probes`, to be written: the front matter and the headings, each with what belongs there.
/// `asked` says what else a role is asked for, as a comment.
pub fn blank(title: &str, probes: &[SafeText], asked: &[(SafeText, SafeText)]) -> String {
    let quoted = |text: &str| toml::Value::String(SafeText::line(text).to_string()).to_string();
    let probes: Vec<String> = probes.iter().map(|probe| quoted(probe)).collect();
    let mut text = format!(
        "+++\n\
         title = {}\n\
         when = \"\"          # 2026-03, or spring 2025\n\
         probes = [{}]        # what it shows\n\
         metric = \"\"        # a figure with what it is a part of, and how long it took\n\
         stakes = \"\"        # what would have happened otherwise\n\
         strength = 3       # 1 to 5\n\
         failure = false    # whether it tells of something that went wrong\n\
         retired = false    # whether it is told no more\n",
        quoted(title),
        probes.join(", "),
    );
    text.extend(asked.iter().map(|(probe, name)| format!("# {probe}  {name}\n")));
    text.push_str("+++\n");
    text.extend(Heading::ALL.map(|heading| format!("\n## {}\n\n", heading.words())));
    text
}
