//! The JSON Schema of a catalog's files, made from the types that they become. One schema fits every file of a folder: what
//! a file is shows in what it holds.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::written::WrittenFamily;
use crate::domain::{Framework, Kpi, Skill};

/// `catalog.json`: the framework, and all that may stand in files of its own.
#[derive(JsonSchema)]
#[schemars(rename = "Catalog")]
#[expect(dead_code, reason = "only its shape is asked for")]
struct CatalogFile {
    #[schemars(flatten)]
    framework: Framework,
    /// The skills, if not in `skills.json`.
    skills: Vec<Skill>,
    /// The KPIs, if not in `kpis.json`.
    kpis: Vec<Kpi>,
    /// The families, if not in `families/*.json`.
    families: Vec<WrittenFamily>,
}

/// The schema, with a line break at its end.
///
/// # Errors
///
/// Never; serialisation just cannot promise it.
pub fn json() -> serde_json::Result<String> {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let catalog = generator.subschema_for::<CatalogFile>();
    let family = generator.subschema_for::<WrittenFamily>();
    let (skills, kpis) = (generator.subschema_for::<Vec<Skill>>(), generator.subschema_for::<Vec<Kpi>>());
    let mut definitions = Value::Object(generator.take_definitions(true));
    // What lies over another catalog, or has files beside it, need not have the rest.
    if let Some(required) = definitions.pointer_mut("/Catalog/required") {
        *required = json!(["version"]);
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A catalog of career ladders for rungs",
        "type": "object",
        "if": { "required": ["roles"] },
        "then": family,
        "else": {
            "if": { "required": ["version"] },
            "then": catalog,
            "else": {
                "properties": { "skills": skills, "kpis": kpis },
                "anyOf": [{ "required": ["skills"] }, { "required": ["kpis"] }]
            }
        },
        "$defs": definitions
    });
    serde_json::to_string_pretty(&schema).map(|text| text + "\n")
}
