//! Every plan of the project, renewed: it is a draft that can be built, and nothing else in it has changed.

use std::fs;
use std::path::{Path, PathBuf};

use kehoach::decree::{Decree, TypeSet};
use kehoach::diagnostic::Severity;
use kehoach::pipeline::{Office, Renewed};
use kehoach::plan::{Shared, read_shared};
use kehoach::source::SourceFile;
use kehoach::yaml;
use walkdir::WalkDir;

use crate::decree::{office, said_of};

/// Plans, each with the year for which it is renewed, and the errors that are then true.
const PLANS: [(&str, i32, &[&str]); 7] = [
    ("2022-2025/huyen-huong-son.yaml", 2026, &["KH-0422"]),
    ("2023/phuong-phuoc-tan.yaml", 2024, &[]),
    ("2024/thi-tran-tan-khai.yaml", 2025, &[]),
    ("2024/tinh-gia-lai.yaml", 2025, &[]),
    ("2024/xa-tra-lam.yaml", 2025, &[]),
    ("2026/tinh-truong-khe.yaml", 2031, &[]),
    ("2026/xa-suoi-ngan.yaml", 2027, &[]),
];

fn plans() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("plans")
}

/// What all plans share.
fn shared(office: &Office) -> Shared {
    let files = WalkDir::new(plans().join("_chung")).sort_by_file_name().into_iter();
    let read = |path: &Path| {
        let text = fs::read_to_string(path).expect("a shared file is text");
        let nodes = yaml::read(&SourceFile::from_text("_chung.yaml", &text), &|letter| office.typeface.covers(letter));
        nodes.value.expect("a shared file is YAML")
    };
    let files = files.map(|entry| entry.expect("the folder is readable")).filter(|entry| entry.file_type().is_file());
    let nodes: Vec<_> = files.map(|entry| read(entry.path())).collect();
    let (shared, wrong) = read_shared(&Shared::default(), &nodes);
    assert!(wrong.is_empty(), "{}", said_of(&wrong));
    shared
}

fn renewed(office: &Office, shared: &Shared, text: &str, year: i32) -> Renewed {
    office.renew(&SourceFile::from_text("cu.yaml", text), shared, year).expect("the plan is renewed")
}

/// Lines without marks, and without what an edit may touch: figures, the status, the signer, the level at which a target begins.
fn kept(text: &str) -> Vec<String> {
    let edited = ["trang_thai:", "ho_ten:", "so:", "ngay_ban_hanh:", "tu:"];
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("# CẦN QUYẾT:"));
    let lines = lines.map(|line| match edited.iter().find(|key| line.trim_start().starts_with(**key)) {
        Some(key) => (*key).to_owned(),
        // In brackets the signer stands at the end of the line.
        None => {
            let line = line.split_once(" ho_ten:").map_or(line, |(before, _)| before);
            line.chars().filter(|letter| !letter.is_ascii_digit() && *letter != ',').collect()
        }
    });
    lines.collect()
}

#[test]
fn every_plan_becomes_a_draft_of_another_year() {
    let office = office(Decree::new(TypeSet::Fourteen), &[]);
    let shared = shared(&office);
    for (name, year, errors) in PLANS {
        let old = fs::read_to_string(plans().join(name)).expect("a plan is text");
        let Renewed { text, undecided, .. } = renewed(&office, &shared, &old, year);
        assert_eq!(kept(&text), kept(&old), "{name}");
        let draft = office.read(&SourceFile::from_text("moi.yaml", &text), &shared, None);
        let of = |code: &str| draft.diagnostics.iter().filter(|found| found.code.id == code).count();
        assert_eq!(of("KH-0480"), undecided, "{name}");
        assert!(undecided > 5, "{name}: {undecided}");
        let wrong =
            draft.diagnostics.iter().filter(|found| found.severity == Severity::Error && found.waived.is_none());
        assert_eq!(wrong.map(|found| found.code.id).collect::<Vec<_>>(), errors, "{name}");
        // What a draft leaves to be decided keeps a plan from being issued.
        let issued =
            office.read(&SourceFile::from_text("moi.yaml", &text), &shared, Some(kehoach::plan::Status::Issued));
        let is_error =
            |found: &&kehoach::diagnostic::Diagnostic| found.code.id == "KH-0480" && found.severity == Severity::Error;
        assert_eq!(issued.diagnostics.iter().filter(is_error).count(), undecided, "{name}");
    }
}

#[test]
fn line_ends_and_other_bytes_of_a_file_stay() {
    let office = office(Decree::new(TypeSet::Fourteen), &[]);
    let shared = shared(&office);
    for (name, year, _) in PLANS {
        let old = fs::read_to_string(plans().join(name)).expect("a plan is text");
        let plain = renewed(&office, &shared, &old, year).text;
        let on_windows = format!("\u{feff}{}", old.replace('\n', "\r\n"));
        let windows = renewed(&office, &shared, &on_windows, year).text;
        assert_eq!(windows, format!("\u{feff}{}", plain.replace('\n', "\r\n")), "{name}");
    }
}
