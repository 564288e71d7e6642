//! What the program is made of: crates of the public registry, unchanged, under licences that we allow. Advisories are
//! `cargo deny`'s business (`.ci/run`).

use std::process::Command;

use serde_json::Value;

/// Licences that ask for no more than their text.
const ALLOWED: [&str; 8] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Unicode-3.0",
    "Zlib",
];
/// Crates under the MPL, which asks for their own files to stay open: used as they are.
const MPL: [&str; 4] = ["nucleo", "nucleo-matcher", "option-ext", "priority-queue"];

#[test]
fn every_crate_is_one_of_the_public_registry_unchanged() {
    let lock: toml::Table = include_str!("../../Cargo.lock").parse().unwrap();
    let packages = lock["package"].as_array().unwrap();
    assert!(packages.len() > 100);
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let source = package.get("source").and_then(toml::Value::as_str);
        if name == "rungs" {
            assert_eq!(source, None);
        } else {
            assert_eq!(source, Some("registry+https://github.com/rust-lang/crates.io-index"), "{name}");
            assert_eq!(package["checksum"].as_str().map(str::len), Some(64), "{name}");
        }
    }
}

#[test]
fn every_licence_is_one_that_we_allow() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // Only crates for this machine: others need not be there.
    let host = rustc_host();
    let mut metadata = Command::new(cargo);
    metadata.args(["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", &host]);
    let output = metadata.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    if !output.status.success() {
        // Without a network it cannot be looked up; Cargo.lock was looked at above.
        println!("SKIPPED: {}", String::from_utf8_lossy(&output.stderr));
        return;
    }
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100);
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let licence = package["license"].as_str().unwrap_or_else(|| panic!("{name} has no licence"));
        assert!(is_allowed(name, licence), "{name} is under {licence}");
    }
    println!("figure: {} crates", packages.len());
}

/// The control.
#[test]
fn a_licence_that_asks_for_more_is_caught() {
    assert!(is_allowed("other", "MIT OR GPL-3.0-only") && is_allowed("nucleo", "MPL-2.0"));
    assert!(!is_allowed("other", "MPL-2.0") && !is_allowed("other", "MIT AND GPL-3.0-only"));
}

fn rustc_host() -> String {
    let told = Command::new("rustc").arg("-vV").output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    told.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// Whether all that must be kept of `licence` is allowed: of what stands between `OR`s one is enough.
fn is_allowed(name: &str, licence: &str) -> bool {
    let one = |licence: &str| {
        let licence = licence.trim_matches(['(', ')', ' ']);
        ALLOWED.contains(&licence) || licence == "MPL-2.0" && MPL.contains(&name)
    };
    licence.split(" AND ").all(|part| part.replace('/', " OR ").split(" OR ").any(one))
}
