//! What a reader hands over: a file, or stdin where that is called `-`, up to a length.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::{Exit, Failure};
use crate::text::SafeText;

/// The bytes of `file`, at most `longest` of them; `None` where it has more.
pub(super) fn read(file: &Path, longest: u64) -> Result<Option<Vec<u8>>, Failure> {
    let told = |error: io::Error| Failure::new(Exit::Usage, format!("could not read {}: {error}", name(file)));
    let mut bytes = Vec::new();
    if file.as_os_str() == "-" {
        io::stdin().lock().take(longest + 1).read_to_end(&mut bytes).map_err(told)?;
    } else {
        File::open(file).and_then(|file| file.take(longest + 1).read_to_end(&mut bytes)).map_err(told)?;
    }
    Ok((bytes.len() as u64 <= longest).then_some(bytes))
}

/// What messages call `file`.
pub(super) fn name(file: &Path) -> SafeText {
    SafeText::line(&file.to_string_lossy())
}
