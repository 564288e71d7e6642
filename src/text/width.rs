//! Widths in terminal cells: measuring, cutting, padding and wrapping without splitting a character a reader sees.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The mark put in place of what did not fit. ASCII, so that it shows on any terminal.
const CUT_MARK: &str = "~";

/// How many terminal cells `text` takes when drawn.
pub fn width(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.graphemes(true).map(cells_of).sum() }
}

/// How many cells a letter with its marks takes where it is drawn. ratatui adds a cell for each sound mark of halfwidth kana,
/// which unicode-width counts already since 0.2.3: what is measured otherwise would not be where it is drawn.
pub(super) fn cells_of(grapheme: &str) -> usize {
    UnicodeWidthStr::width(grapheme) + grapheme.chars().filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}')).count()
}

/// Whether every byte is a cell: most text is, and looking for characters of several would take most of a frame.
pub fn is_plain(text: &str) -> bool {
    // Without a way out in the middle this looks at many bytes at once.
    text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'))
}

/// How many characters a reader sees in `text`.
pub fn letters_in(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.graphemes(true).count() }
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
        used += cells_of(grapheme);
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
    let mut lines = Vec::with_capacity(text.len() / cells.max(1) + 1);
    let mut start = 0;
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, start, cells.max(1), &mut lines);
        start += paragraph.len() + 1;
    }
    lines
}

/// Fills each line with as many words as fit. `offset` is where the paragraph begins in its text.
fn wrap_paragraph(paragraph: &str, offset: usize, cells: usize, lines: &mut Vec<Range<usize>>) {
    let mut line = offset..offset;
    let mut used = 0;
    let mut at = offset;
    for word in paragraph.split(' ') {
        let (start, end) = (at, at + word.len());
        at = end + 1;
        if word.is_empty() {
            continue;
        }
        let (gap, wide) = (start - line.end, width(word));
        if used + gap + wide <= cells {
            (line.end, used) = (end, used + gap + wide);
            continue;
        }
        if !line.is_empty() {
            lines.push(line);
        }
        (line, used) = (start..end, wide);
        if wide > cells {
            used = 0;
            for (place, grapheme) in word.grapheme_indices(true) {
                let wide = width(grapheme);
                if used > 0 && used + wide > cells {
                    lines.push(line.start..start + place);
                    (line.start, used) = (start + place, 0);
                }
                used += wide;
            }
        }
    }
    lines.push(line);
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
    fn sound_marks_of_halfwidth_kana_take_the_cells_they_are_drawn_in() {
        assert_eq!((width("\u{ff83}\u{ff9e}\u{ff70}\u{ff80}"), width("\u{30c7}")), (5, 2));
        assert_eq!(cut("\u{ff83}\u{ff9e}\u{ff70}\u{ff80}", 4), "\u{ff83}\u{ff9e}~");
    }

    #[test]
    fn an_empty_text_is_one_line() {
        assert_eq!(wrap("", 10), vec![0..0]);
    }

    #[test]
    fn lines_break_at_blanks_and_long_words_anywhere() {
        let lines =
            |text: &'static str, cells| wrap(text, cells).into_iter().map(|line| &text[line]).collect::<Vec<_>>();
        assert_eq!(lines("who owns  the ledger ", 8), ["who owns", "the", "ledger"]);
        assert_eq!(lines("a supercalifragilistic b", 8), ["a", "supercal", "ifragili", "stic b"]);
        assert_eq!(lines("  set in\n\nnext", 20), ["  set in", "", "next"]);
        assert_eq!(lines("日本語日", 5), ["日本", "語日"]);
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
