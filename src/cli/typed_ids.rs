//! Ids as they come in: typed as arguments, or one a line on stdin where a `-` stands for them.

use std::io;

use super::{Exit, Failure};

/// The argument that stands for "read them from stdin".
const STDIN: &str = "-";

/// `arguments` with each `-` replaced by the ids on stdin: the first tab-separated column of each line, so that the
/// output of `rungs list` can be piped in.
pub(super) fn expanded(arguments: &[String]) -> Result<Vec<String>, Failure> {
    let mut ids = Vec::with_capacity(arguments.len());
    for argument in arguments {
        if argument == STDIN {
            ids.extend(from_lines(io::stdin().lock())?);
        } else {
            ids.push(argument.clone());
        }
    }
    if ids.is_empty() {
        return Err(Failure::new(Exit::NothingFound, "no ids on stdin"));
    }
    Ok(ids)
}

fn from_lines(reader: impl io::BufRead) -> Result<Vec<String>, Failure> {
    let mut ids = Vec::new();
    for line in reader.split(b'\n') {
        let line = line.map_err(|error| Failure::new(Exit::Usage, format!("could not read stdin: {error}")))?;
        let line = String::from_utf8_lossy(&line);
        let id = line.split('\t').next().unwrap_or_default().trim();
        if !id.is_empty() {
            ids.push(id.to_owned());
        }
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_column_of_each_line_is_an_id() {
        let ids = from_lines("a/b\tTitle\tsenior\r\n\n c/d \r\ne/f".as_bytes());
        assert_eq!(ids.ok(), Some(vec!["a/b".to_owned(), "c/d".to_owned(), "e/f".to_owned()]));
    }
}
