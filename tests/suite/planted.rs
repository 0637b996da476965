//! Planted faults: one clean plan, and beside it files that each plant one fault in it, which one rule alone must find.
//!
//! A new fault is a new file of `tests/planted`, named after the code that must be found (`KH-0401.yaml`, or
//! `KH-0401-x.yaml` where a rule has several): a list of `{thay: words that stand there once, bang: words in their place}`.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use kehoach::decree::{Decree, TypeSet};
use kehoach::diagnostic::Diagnostic;
use kehoach::pipeline::{Office, room};
use kehoach::plan::Shared;
use kehoach::source::SourceFile;
use serde::Deserialize;

/// The plan without a fault.
const CLEAN: &str = "sach.yaml";

/// Words of the clean plan, and what is planted in their place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Planting {
    thay: String,
    bang: String,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/planted")
}

fn read(name: &str) -> String {
    fs::read_to_string(folder().join(name)).expect("a file of planted faults is text")
}

/// Everything that is found in a plan.
fn findings(office: &Office, text: &str) -> Vec<Diagnostic> {
    let checked = office.read(&SourceFile::from_text("ke-hoach.yaml", text), &Shared::default(), None);
    let mut found = checked.diagnostics;
    if let Some(printable) = checked.value {
        match office.document(&printable) {
            Ok(document) => found.extend(room(&office.layout(&document), &printable.plan)),
            Err(faults) => found.extend(faults),
        }
    }
    found
}

fn plant(clean: &str, name: &str) -> String {
    let plantings: Vec<Planting> = serde_saphyr::from_str(&read(name)).unwrap_or_else(|why| panic!("{name}: {why}"));
    plantings.into_iter().fold(clean.to_owned(), |text, Planting { thay, bang }| {
        assert_eq!(text.matches(&thay).count(), 1, "{name}: «{thay}» must stand once in the clean plan");
        text.replace(&thay, &bang)
    })
}

#[test]
fn each_planted_fault_is_found_and_nothing_else() {
    let office = crate::decree::office(Decree::new(TypeSet::Fourteen), &[]);
    let clean = read(CLEAN);
    let told = |found: &[Diagnostic]| -> Vec<String> {
        found.iter().map(|found| format!("{} {}", found.code.id, found.message)).collect()
    };
    assert_eq!(told(&findings(&office, &clean)), Vec::<String>::new(), "the clean plan");
    let entries = fs::read_dir(folder()).expect("the folder of planted faults");
    let names: BTreeSet<_> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    let mut wrong = Vec::new();
    for name in names.iter().filter(|name| *name != CLEAN) {
        let found = findings(&office, &plant(&clean, name));
        let code = name.trim_end_matches(".yaml").split('-').take(2).collect::<Vec<_>>().join("-");
        if found.len() != 1 || found[0].code.id != code {
            wrong.push(format!("{name}: {:#?}", told(&found)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
