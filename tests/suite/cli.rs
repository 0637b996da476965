//! Terminal sessions: `tests/cli/*.md`, each in a copy of the folder of its name.
//!
//! `NAME.in` is the project in which a session runs; what `NAME.out` holds must be there afterwards. After a change of
//! words, `TRYCMD=overwrite cargo test cli` writes the sessions anew; read them before committing.

use std::io::{Cursor, Read};

use crate::project::Project;

#[test]
fn sessions() {
    // Help is wrapped to the width of the terminal.
    trycmd::TestCases::new().env("COLUMNS", "100").case("tests/cli/*.md");
}

/// The main part of the DOCX that a project builds.
fn document(project: &Project) -> String {
    project.build(&["--format", "docx"]).ended(0, &[]);
    let mut archive = zip::ZipArchive::new(Cursor::new(project.read("output/tot.docx"))).expect("a zip");
    let mut xml = String::new();
    archive.by_name("word/document.xml").expect("the part").read_to_string(&mut xml).expect("text");
    xml
}

#[test]
fn settings_in_range_shape_the_document() {
    let project = Project::new();
    let usual = document(&project);
    project.write("kehoach.yaml", "le: {trai: 35 mm}\n");
    let chosen = document(&project);
    assert!(!usual.contains("w:left=\"1984\"") && chosen.contains("w:left=\"1984\""), "{chosen}");
}

#[test]
fn a_template_of_the_agency_takes_the_place_of_the_built_in_one() {
    let project = Project::new();
    let built_in = include_str!("../../templates/phan/cuoi.xml");
    project.write("templates/phan/cuoi.xml", built_in.replace("<luu>", "<nhan>Trang thông tin xã</nhan><luu>"));
    assert!(document(&project).contains("Trang thông tin xã"));
}

#[test]
fn colors_are_for_those_who_ask() {
    let project = Project::new();
    project.write("plans/xau.yaml", "");
    assert!(project.build(&["--color", "always"]).said.contains('\u{1b}'));
    assert!(!project.build(&[]).said.contains('\u{1b}'));
    assert!(!project.build(&["--color", "never"]).said.contains('\u{1b}'));
}

#[test]
fn a_new_plan_of_one_page_is_of_one_page() {
    for level in ["tinh", "xa", "phuong", "dac-khu"] {
        let project = Project::new();
        let ran = std::process::Command::new(env!("CARGO_BIN_EXE_kehoach"))
            .args(["new", "--kind", "ngan", "--level", level, "--place", "Thượng Đình Cương Hòa Bình"])
            .arg(project.path("plans/tot-moi.yaml"))
            .output();
        assert!(ran.expect("the program runs").status.success(), "{level}");
        project.build(&["--format", "pdf", "plans/tot-moi.yaml"]).ended(0, &["đã dựng 1/1"]);
        let pdf = project.read("output/tot-moi.pdf");
        let pages = b"/Type/Pages/Count 1/";
        assert!(pdf.windows(pages.len()).any(|bytes| bytes == pages), "{level}");
    }
}
