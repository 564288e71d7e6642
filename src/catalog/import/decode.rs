//! Bytes of a spreadsheet as text: UTF-8, what Excel calls Unicode text (UTF-16), or what it calls CSV (Windows-1252).

/// How a sheet was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// UTF-16 with a mark.
    Utf16,
    /// None of the others: one byte a character, as spreadsheets of Western Europe and America are saved.
    Windows1252,
}

impl Encoding {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// What the bytes 0x80 to 0x9F stand for in Windows-1252; five of them for nothing.
const HIGH: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ";

/// The text of `bytes`, without its mark, and how it was written.
pub fn decode(bytes: &[u8]) -> (String, Encoding) {
    let pairs = |from: fn([u8; 2]) -> u16| {
        let units = bytes.get(2..).unwrap_or_default().chunks_exact(2);
        let units = units.map(|pair| from([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => (pairs(u16::from_le_bytes), Encoding::Utf16),
        [0xfe, 0xff, ..] => (pairs(u16::from_be_bytes), Encoding::Utf16),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (text.trim_start_matches('\u{feff}').to_owned(), Encoding::Utf8),
            Err(_) => (bytes.iter().map(|&byte| single(byte)).collect(), Encoding::Windows1252),
        },
    }
}

fn single(byte: u8) -> char {
    match byte {
        0x80..=0x9f => HIGH.chars().nth(usize::from(byte - 0x80)).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_ways_a_spreadsheet_is_saved_read_alike() {
        let text = "Skill;Größe – “so”";
        let utf16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(text.as_bytes()), (text.to_owned(), Encoding::Utf8));
        assert_eq!(decode(format!("\u{feff}{text}").as_bytes()), (text.to_owned(), Encoding::Utf8));
        assert_eq!(decode(&utf16), (text.to_owned(), Encoding::Utf16));
        let old = b"Skill;Gr\xf6\xdfe \x96 \x93so\x94";
        assert_eq!(decode(old), (text.to_owned(), Encoding::Windows1252));
    }
}
