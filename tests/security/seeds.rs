//! Every seed of the fuzzer and every crash that it ever found, tried again without it.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::tried::WAYS_IN;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/seeds");
/// Longer than any of them takes by far, much shorter than what hangs.
const SOON: Duration = Duration::from_secs(10);

#[test]
fn every_seed_and_every_crash_is_taken() {
    let mut all = 0;
    for (name, attempt) in WAYS_IN {
        let folder = Path::new(SEEDS).join(name);
        let seeds = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut tried = 0;
        for seed in seeds {
            let path = seed.unwrap().path();
            println!("{}", path.display());
            let start = Instant::now();
            attempt(&fs::read(&path).unwrap());
            assert!(start.elapsed() < SOON, "{} takes {:?}", path.display(), start.elapsed());
            tried += 1;
        }
        assert!(tried >= 3, "only {tried} seeds in {}", folder.display());
        all += tried;
    }
    println!("figure: {all} seeds taken");
}

#[test]
fn every_folder_of_seeds_has_its_way_in_and_its_fuzzer() {
    for folder in fs::read_dir(SEEDS).unwrap() {
        let name = folder.unwrap().file_name().into_string().unwrap();
        assert!(WAYS_IN.iter().any(|(known, _)| *known == name), "nobody tries tests/seeds/{name}");
    }
    // A package has no fuzzers in it: a folder with a manifest of its own stays at home.
    let fuzzers = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/fuzz_targets");
    if fuzzers.is_dir() {
        for (name, _) in WAYS_IN {
            assert!(fuzzers.join(name).with_extension("rs").is_file(), "no fuzzer for {name}");
        }
    }
}
