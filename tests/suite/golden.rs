//! Golden cases: each folder of `tests/golden` holds a plan, and beside it what is found in it and what becomes of it.
//!
//! A new case is a new folder with a `ke-hoach.yaml`, named after the behavior; files that begin with `_` are what it
//! shares. `INSTA_UPDATE=always cargo test golden` writes the snapshots; read them before committing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use kehoach::decree::{Decree, TypeSet};
use kehoach::diagnostic::render::full::{Styling, full};
use kehoach::diagnostic::{Code, Diagnostic, has_errors};
use kehoach::document::{self, Document};
use kehoach::pipeline::{Format, Office, room};
use kehoach::plan::{Shared, read_shared};
use kehoach::source::SourceFile;
use kehoach::yaml;

/// The cases whose DOCX is shown part by part.
const SHOWN_AS_DOCX: [&str; 2] = ["one_page_without_body_tree", "two_appendices_with_roman_numerals"];
/// The plan of a case.
const PLAN: &str = "ke-hoach.yaml";

fn office() -> Office {
    crate::decree::office(Decree::new(TypeSet::Fourteen), &[])
}

/// What is found in a case's plan, and the document if nothing forbids it.
fn run(office: &Office, folder: &Path) -> (Vec<Diagnostic>, Option<Document>) {
    let (shared, mut diagnostics) = shared(office, folder);
    let file = source(&folder.join(PLAN));
    let checked = office.read(&file, &shared, None);
    diagnostics.extend(checked.diagnostics);
    let document = checked.value.filter(|_| !has_errors(&diagnostics)).and_then(|printable| {
        let document = office.document(&printable).map_err(|found| diagnostics.extend(found)).ok()?;
        diagnostics.extend(room(&office.layout(&document), &printable.plan));
        Some(document)
    });
    (diagnostics, document)
}

fn source(path: &Path) -> std::sync::Arc<SourceFile> {
    let name = path.file_name().expect("a file").to_string_lossy().into_owned();
    SourceFile::from_bytes(&name, &fs::read(path).expect("the file of a case")).expect("a case is text")
}

fn shared(office: &Office, folder: &Path) -> (Shared, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let nodes: Vec<_> = names(folder)
        .into_iter()
        .filter(|name| name.starts_with('_'))
        .filter_map(|name| {
            let checked = yaml::read(&source(&folder.join(name)), &|letter| office.typeface.covers(letter));
            diagnostics.extend(checked.diagnostics);
            checked.value
        })
        .collect();
    let (shared, wrong) = read_shared(&Shared::default(), &nodes);
    diagnostics.extend(wrong);
    (shared, diagnostics)
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("the folder of a case");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// What stands beside a case's plan, by name.
fn snapshots(office: &Office, folder: &Path) -> BTreeMap<String, String> {
    let (diagnostics, document) = run(office, folder);
    let mut snapshots = BTreeMap::new();
    if !diagnostics.is_empty() {
        let drawn: Vec<_> = diagnostics.iter().map(|diagnostic| full(diagnostic, Styling::Plain)).collect();
        snapshots.insert("thong-bao".to_owned(), drawn.join("\n\n"));
    }
    if let Some(document) = document {
        snapshots.insert("van-ban".to_owned(), document::dump(&document));
        let case = folder.file_name().expect("a case has a name").to_string_lossy();
        if SHOWN_AS_DOCX.contains(&case.as_ref()) {
            let bytes = office.write(&office.layout(&document), Format::Docx).expect("DOCX is written");
            snapshots.extend(parts(&bytes));
        }
    }
    snapshots
}

/// Each part of a DOCX as indented XML.
fn parts(docx: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("a part");
            let mut xml = String::new();
            part.read_to_string(&mut xml).expect("a part of text");
            (format!("docx-{}", part.name().replace(['/', '[', ']'], "-").trim_matches('-')), indented(&xml))
        })
        .collect()
}

fn indented(xml: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut writer = quick_xml::Writer::new_with_indent(Vec::new(), b' ', 1);
    loop {
        match reader.read_event().expect("well-formed XML") {
            quick_xml::events::Event::Eof => break,
            event => writer.write_event(event).expect("memory takes it"),
        }
    }
    String::from_utf8(writer.into_inner()).expect("text")
}

#[test]
fn cases() {
    let office = office();
    insta::glob!("../golden", "*/ke-hoach.yaml", |path| {
        let folder = path.parent().expect("a plan is in a folder");
        let snapshots = snapshots(&office, folder);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.remove_snapshot_suffix();
        settings.remove_input_file();
        settings.set_omit_expression(true);
        settings.bind(|| {
            for (name, text) in &snapshots {
                insta::assert_snapshot!(name.as_str(), text);
            }
        });
        let kept = names(folder);
        let kept = kept.iter().filter_map(|name| name.strip_suffix(".snap"));
        let stale: Vec<_> = kept.filter(|name| !snapshots.contains_key(*name)).collect();
        assert!(stale.is_empty(), "{}: nothing writes {stale:?} any more", folder.display());
    });
}

#[test]
fn folders_hold_a_plan_and_are_named_after_their_outcome() {
    let office = office();
    for case in names(&root()) {
        let folder = root().join(&case);
        assert!(names(&folder).contains(PLAN), "{case} holds no {PLAN}");
        let (diagnostics, _) = run(&office, &folder);
        let messages: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
        assert_eq!(case.starts_with("error_"), !messages.is_empty(), "{case}: {messages:?}");
    }
}

#[test]
fn every_code_is_raised() {
    let office = office();
    let mut raised = BTreeSet::new();
    for case in names(&root()) {
        raised.extend(run(&office, &root().join(case)).0.into_iter().map(|diagnostic| diagnostic.code.id));
    }
    // What no single plan can raise is raised there, by the real program; rules are tried beside their code.
    let elsewhere = [include_str!("bad_input.rs"), include_str!("costly.rs"), include_str!("incremental.rs")].concat();
    for code in Code::ALL {
        let asserted = elsewhere.contains(&format!("\"{}\"", code.id));
        assert!(raised.contains(code.id) || asserted, "no case raises {} {}", code.id, code.title);
    }
}
