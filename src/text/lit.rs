//! Lines of texts that are read in parts: several sentences behind bullets, and a line cut where what is lit begins and
//! ends.

use std::ops::Range;

use super::width::wrap;

/// What stands before each of several sentences.
const BULLET: &str = "- ";

/// The lines of `text` at `cells` wide: what stands before each, and its bytes. Where `text` has several lines of its
/// own, each of them is set behind a bullet.
pub fn listed(text: &str, cells: usize) -> Vec<(&'static str, Range<usize>)> {
    if !text.contains('\n') {
        return wrap(text, cells).into_iter().map(|line| ("", line)).collect();
    }
    let mut last: Option<usize> = None;
    let lines = wrap(text, cells.saturating_sub(BULLET.len())).into_iter();
    let behind_bullet = |line: Range<usize>| {
        let is_first = last.is_none_or(|last| text.get(last..line.start).is_some_and(|gap| gap.contains('\n')));
        last = Some(line.end);
        (if is_first { BULLET } else { "  " }, line)
    };
    lines.map(behind_bullet).collect()
}

/// The bytes of `line` in order, cut where a range of `lit` begins or ends, each part with whether it is lit. The ranges
/// of `lit` are in order.
pub fn parts(line: Range<usize>, lit: &[Range<usize>]) -> Vec<(bool, Range<usize>)> {
    let mut parts = Vec::new();
    let mut at = line.start;
    for range in lit {
        let (from, to) = (range.start.max(at), range.end.min(line.end));
        if from < to {
            parts.extend([(false, at..from), (true, from..to)]);
            at = to;
        }
    }
    parts.push((false, at..line.end));
    parts.retain(|(_, bytes)| !bytes.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_sentence_needs_no_bullet_and_several_get_one_each() {
        let lines = |text: &'static str, cells| {
            listed(text, cells).into_iter().map(|(lead, line)| format!("{lead}{}", &text[line])).collect::<Vec<_>>()
        };
        assert_eq!(lines("owns the ledger", 8), ["owns the", "ledger"]);
        assert_eq!(lines("owns the ledger\nleads", 10), ["- owns the", "  ledger", "- leads"]);
    }

    #[test]
    fn a_line_is_cut_where_what_is_lit_begins_and_ends() {
        assert_eq!(
            parts(2..10, &[0..3, 5..6, 9..20]),
            [(true, 2..3), (false, 3..5), (true, 5..6), (false, 6..9), (true, 9..10)]
        );
        assert_eq!(parts(2..10, &[]), [(false, 2..10)]);
    }

    proptest! {
        #[test]
        fn cutting_loses_nothing(start in 0_usize..20, len in 1_usize..20, lit in prop::collection::vec((0_usize..40, 0_usize..9), 0..6)) {
            let mut lit: Vec<Range<usize>> = lit.into_iter().map(|(from, len)| from..from + len).collect();
            lit.sort_by_key(|range| range.start);
            let parts = parts(start..start + len, &lit);
            let bytes: Vec<usize> = parts.iter().flat_map(|(_, bytes)| bytes.clone()).collect();
            prop_assert_eq!(bytes, (start..start + len).collect::<Vec<_>>());
            for (is_lit, bytes) in parts {
                for at in bytes {
                    prop_assert_eq!(is_lit, lit.iter().any(|range| range.contains(&at)));
                }
            }
        }
    }
}
