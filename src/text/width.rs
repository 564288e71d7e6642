//! Widths in terminal cells: measuring, cutting, padding and wrapping without splitting a character a reader sees.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The mark put in place of what did not fit. ASCII, so that it shows on any terminal.
const CUT_MARK: &str = "~";

/// How many terminal cells `text` takes when drawn.
pub fn width(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.graphemes(true).map(UnicodeWidthStr::width).sum() }
}

/// Whether every byte is a cell: most text is, and looking for characters of several would take most of a frame.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// `text`, or as much of its start as fits into `cells` with a `~` at the end.
pub fn cut(text: &str, cells: usize) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let Some(room) = cells.checked_sub(CUT_MARK.len()) else {
        return Cow::Borrowed("");
    };
    if is_plain(text) {
        return Cow::Owned(format!("{}{CUT_MARK}", text.get(..room).unwrap_or_default()));
    }
    let mut used = 0;
    let mut kept = String::with_capacity(cells);
    for grapheme in text.graphemes(true) {
        used += UnicodeWidthStr::width(grapheme);
        if used > room {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.push_str(CUT_MARK);
    Cow::Owned(kept)
}

/// `text` cut or filled up with blanks to exactly `cells`.
pub fn pad(text: &str, cells: usize) -> String {
    let mut padded = cut(text, cells).into_owned();
    padded.extend(std::iter::repeat_n(' ', cells.saturating_sub(width(&padded))));
    padded
}

/// The byte ranges of the lines `text` falls into at `cells` wide, blanks at the breaks left out.
///
/// Words longer than a line are broken between characters. The ranges never overlap and keep the order of the text,
/// so a match found in `text` can be lit in its lines. An empty text is one empty line.
pub fn wrap(text: &str, cells: usize) -> Vec<Range<usize>> {
    let options = textwrap::Options::new(cells.max(1)).word_splitter(textwrap::WordSplitter::NoHyphenation);
    let start = text.as_ptr().addr();
    textwrap::wrap(text, options)
        .iter()
        .map(|line| match line {
            Cow::Borrowed(line) => {
                let from = line.as_ptr().addr().saturating_sub(start).min(text.len());
                from..from + line.len()
            }
            // Only indents and hyphens make owned lines, and neither is asked for.
            Cow::Owned(_) => 0..text.len(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_cut_text_ends_in_a_mark() {
        assert_eq!(cut("Staff Engineer", 14), "Staff Engineer");
        assert_eq!(cut("Staff Engineer", 8), "Staff E~");
        assert_eq!(cut("Staff", 1), "~");
        assert_eq!(cut("Staff", 0), "");
    }

    #[test]
    fn wide_characters_are_never_split() {
        assert_eq!(cut("日本語", 4), "日~");
        assert_eq!(pad("日本語", 4), "日~ ");
    }

    #[test]
    fn an_empty_text_is_one_line() {
        assert_eq!(wrap("", 10), vec![0..0]);
    }

    proptest! {
        #[test]
        fn a_padded_text_has_the_width_asked_for(text in "\\PC{0,40}", cells in 0_usize..60) {
            prop_assert_eq!(width(&pad(&text, cells)), cells);
        }

        #[test]
        fn plain_text_measures_as_all_text_does(text in "[ -~]{0,20}", cells in 0_usize..20) {
            prop_assert_eq!(width(&text), UnicodeWidthStr::width(&*text));
            let accented = text.replace('e', "é");
            prop_assert_eq!(cut(&text, cells).replace('e', "é"), cut(&accented, cells));
        }

        #[test]
        fn wrapping_loses_nothing_but_blanks(text in "[a-zé日 ]{0,200}", cells in 2_usize..60) {
            let lines = wrap(&text, cells);
            let joined: String = lines.iter().map(|line| &text[line.clone()]).collect();
            let solid = |text: &str| text.replace(' ', "");
            prop_assert_eq!(solid(&joined), solid(&text));
            for line in lines {
                prop_assert!(width(&text[line]) <= cells);
            }
        }
    }
}
