//! Byte offsets as a person finds them in an editor.

/// Lines and columns, both from 1, of ascending byte `offsets` in `text`. A column is a character, not a byte.
pub fn lines_and_columns(text: &str, offsets: impl IntoIterator<Item = usize>) -> Vec<(usize, usize)> {
    let (mut seen, mut line, mut column) = (0, 1, 1);
    let mut places = Vec::new();
    for offset in offsets {
        let offset = text.floor_char_boundary(offset);
        for c in text.get(seen..offset).unwrap_or_default().chars() {
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        seen = seen.max(offset);
        places.push((line, column));
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lines_and_columns_count_what_stands_before(text in "[ab\né日]{0,30}") {
            let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            for (offset, place) in offsets.iter().zip(lines_and_columns(&text, offsets.iter().copied())) {
                let before = &text[..*offset];
                let line = before.split('\n').count();
                let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
                prop_assert_eq!(place, (line, column));
            }
        }
    }
}
