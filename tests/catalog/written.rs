//! Catalogs as files: what is written loads to the same thing, the example is clean, the schema says what the loader says.

use std::fs;
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use rungs::catalog::{Catalog, Files, Written, check, example, load, schema_json};
use serde_json::{Value, json};

use crate::shapes::{complete, path, places};
use crate::small::{TEXT, set, small};

fn write(folder: &Path, files: Vec<(String, String)>) {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Everything that two catalogs hold is the same.
fn assert_same(one: &Catalog, other: &Catalog) {
    assert_eq!(one.framework(), other.framework());
    assert_eq!(one.families(), other.families());
    assert_eq!(one.terms(), other.terms());
    for family in one.families() {
        assert_eq!(one.family(&family.id), other.family(&family.id));
        assert_eq!(one.bank(&family.id), other.bank(&family.id));
        for rung in &family.rungs {
            let id = family.role_id(rung);
            assert!(one.role(&id).is_some());
            assert_eq!(one.role(&id), other.role(&id));
            assert_eq!(one.questions(&id), other.questions(&id));
        }
    }
}

#[test]
fn what_is_written_loads_to_the_same_thing() {
    let catalogs = [
        Catalog::embedded().unwrap(),
        load(&Files::one("small.json", TEXT)).unwrap(),
        load(&Files::one("complete.json", complete().to_string())).unwrap(),
    ];
    for catalog in catalogs {
        let written = Written::from(&catalog);
        let one = load(&Files::one("one.json", written.one().unwrap())).unwrap();
        assert_same(&one, &catalog);
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), written.folder().unwrap());
        assert_same(&load(&Files::read(folder.path())).unwrap(), &catalog);
        assert_eq!(Written::from(&one).one().unwrap(), written.one().unwrap(), "written again it is the same text");
    }
}

#[test]
fn the_example_has_nothing_to_warn_of() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), example().unwrap());
    let files = Files::read(folder.path());
    assert_eq!(check(&files).iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    let catalog = load(&files).unwrap();
    let ids: Vec<String> = catalog.sides().map(|side| side.id.to_string()).collect();
    assert_eq!(ids, ["technical-writer/junior", "technical-writer/mid", "technical-writer/senior"]);
    assert!(Catalog::embedded().unwrap().outline("technical-writer").is_none(), "a trade that the embedded one lacks");
}

/// The schema, compiled.
fn schema() -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("schema.json", serde_json::from_str(&schema_json().unwrap()).unwrap()).unwrap();
    let index = compiler.compile("schema.json", &mut schemas).unwrap();
    (schemas, index)
}

fn json_files(folder: &Path) -> Vec<(String, Value)> {
    let files = fs::read_dir(folder).unwrap().chain(fs::read_dir(folder.join("families")).unwrap());
    let paths = files.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|it| it == "json"));
    // These are about the catalog, not part of it.
    let is_part = |path: &std::path::PathBuf| {
        !["schema.json", "outline.json", "ledger.json"].iter().any(|other| path.ends_with(other))
    };
    let read = |path: std::path::PathBuf| {
        (path.display().to_string(), serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap())
    };
    paths.filter(is_part).map(read).collect()
}

#[test]
fn the_schema_fits_our_data_and_the_example_and_each_file_names_it() {
    let (schemas, index) = schema();
    let data = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
    let written = fs::read_to_string(data.join("schema.json")).unwrap();
    assert!(written == schema_json().unwrap(), "out of date: rungs catalog schema > data/schema.json");
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), example().unwrap());
    let mut seen = 0;
    for (name, file) in json_files(data).into_iter().chain(json_files(folder.path())) {
        assert!(schemas.validate(&file, index).is_ok(), "{name}: {:?}", schemas.validate(&file, index).err());
        let named = if name.contains("/families/") { "../schema.json" } else { "schema.json" };
        assert_eq!(file["$schema"], named, "{name}");
        seen += 1;
    }
    assert!(seen > 38, "{seen}");
    for whole in [small(), complete()] {
        assert!(schemas.validate(&whole, index).is_ok(), "{:?}", schemas.validate(&whole, index).err());
    }
}

#[test]
fn the_schema_refuses_what_the_loader_refuses_for_its_shape() {
    let (schemas, index) = schema();
    let catalog = complete();
    // What may be left out may be null.
    let optional = [".families[].interview", ".families[].roles[].slug", ".families[].roles[].track", ".skills[].kind"];
    let mut seen = 0;
    for (kind, pointer) in places(&catalog) {
        let right = catalog.pointer(&pointer).unwrap();
        for wrong in [json!(null), json!(true), json!(-1), json!(0.5), json!("?!"), json!(" "), json!([]), json!({})] {
            let is_text = right.is_string() && !kind.ends_with("id") && wrong == json!("?!");
            let same_kind = std::mem::discriminant(right) == std::mem::discriminant(&wrong) && !wrong.is_number();
            if is_text || same_kind && !wrong.is_string() || wrong.is_null() && optional.contains(&&*kind) {
                continue;
            }
            let mut catalog = catalog.clone();
            set(&mut catalog, &pointer, wrong.clone());
            let refused = schemas.validate(&catalog, index).is_err();
            assert!(refused, "{} as {wrong}", path(&pointer));
            seen += 1;
        }
    }
    assert!(seen > 700, "{seen}");
    let broken: [(&str, Value); 5] = [
        ("/families/0/roles/2/skills/0/proficiency", json!(6)),
        ("/families/0/roles/2/skills/0/weight", json!("heavy")),
        ("/levels/0/scope/impact/score", json!(7)),
        ("/families/0/roles/2/moves/1/title", json!("Both")),
        ("/families/0/roles/2/level", json!("Senior level")),
    ];
    for (pointer, wrong) in broken {
        let mut catalog = small();
        set(&mut catalog, pointer, wrong);
        assert!(schemas.validate(&catalog, index).is_err(), "{pointer}");
    }
}
