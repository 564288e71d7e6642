//! A small catalog to begin with: three rungs of one ladder, nothing left out, nothing to warn of.

use super::schema;

const FILES: [(&str, &str); 5] = [
    ("README.md", include_str!("example/README.md")),
    ("catalog.json", include_str!("example/catalog.json")),
    ("skills.json", include_str!("example/skills.json")),
    ("kpis.json", include_str!("example/kpis.json")),
    ("families/technical-writer.json", include_str!("example/families/technical-writer.json")),
];

/// Its files by their path in a folder, with a README that explains them and the schema they name.
///
/// # Errors
///
/// As [`schema::json`].
pub fn example() -> serde_json::Result<Vec<(String, String)>> {
    let files = FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    Ok(files.chain([("schema.json".to_owned(), schema::json()?)]).collect())
}
