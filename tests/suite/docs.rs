//! The texts that the program makes are current, and what the guides show is true.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kehoach::decree::{Decree, TypeSet};
use kehoach::pipeline::Office;
use kehoach::plan::read::SHARED;
use kehoach::plan::settings::SETTINGS;
use kehoach::plan::whole::{PLAN, SYMBOL};
use kehoach::plan::{Shared, read_shared};
use kehoach::source::SourceFile;
use kehoach::yaml;

use crate::decree::{office, said_of};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Compares a committed text with what makes it; an outdated one is written anew, to be read and committed.
#[track_caller]
fn check_current(path: &str, made: &str) {
    let file = root().join(path);
    if fs::read_to_string(&file).unwrap_or_default() != made {
        fs::write(&file, made).expect("the text can be written");
        panic!("{path} was out of date and has been written anew: read it and commit it");
    }
}

#[test]
fn the_reference_of_keys_is_current() {
    check_current("docs/khoa.md", &kehoach::schema::reference::markdown(&[&PLAN, &SHARED, &SETTINGS]));
}

#[test]
fn the_schema_is_current() {
    check_current(
        "docs/ke-hoach.schema.json",
        &format!("{:#}\n", kehoach::schema::json::schema(&PLAN, &SHARED, &SYMBOL.key)),
    );
}

#[test]
fn the_page_of_codes_is_current() {
    check_current("docs/ma.md", &kehoach::check::reference::markdown());
}

#[test]
fn the_page_of_measured_rules_is_current() {
    check_current("docs/nd30.md", &kehoach::inspect::reference::markdown());
}

/// A finding of the golden cases is never graver than the page of codes says, and stands in it.
#[test]
fn the_levels_of_codes_are_those_that_are_found() {
    let levels = ["lưu ý", "cảnh báo", "lỗi"];
    let rank = |level: &str| levels.iter().position(|known| *known == level);
    let page = kehoach::check::reference::markdown();
    let said = |code: &str| page.lines().find(|line| line.starts_with(&format!("| [{code}](")));
    let mut count = 0;
    for entry in fs::read_dir(root().join("tests/golden")).expect("golden cases") {
        let snapshot = entry.expect("a case").path().join("thong-bao.snap");
        let found = fs::read_to_string(snapshot).unwrap_or_default();
        for line in found.lines() {
            let Some((level, code)) = line.split_once('[').filter(|(level, _)| levels.contains(level)) else {
                continue;
            };
            let code = code.split(']').next().unwrap_or_default();
            let row = said(code).unwrap_or_else(|| panic!("the page has no {code}"));
            assert!(rank(level) <= rank(row.split(" | ").nth(1).unwrap_or_default()), "{code}: {level} is found");
            count += 1;
        }
    }
    assert!(count > 50, "the cases raise codes");
}

/// Builds a plan in a project of its own; what the program says, and whether it found nothing.
fn build(name: &str, plan: &str) -> (bool, String) {
    let folder = tempfile::tempdir().expect("a folder for a project");
    let plans = folder.path().join("plans");
    fs::create_dir(&plans).expect("a folder for plans");
    fs::write(folder.path().join("kehoach.yaml"), "").expect("settings");
    fs::write(plans.join(name), plan).expect("a plan");
    let output = Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .args(["build", "--fail-on", "info"])
        .current_dir(folder.path())
        .output()
        .expect("the program runs");
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The whole plans that a text shows: those after a marking comment, or all.
fn plans_of(text: &str, marked: bool) -> Vec<String> {
    let blocks = text.split("```yaml\n").collect::<Vec<_>>();
    let pairs = blocks.windows(2);
    pairs
        .filter(|pair| !marked || pair[0].trim_end().ends_with("<!-- kế hoạch -->"))
        .filter_map(|pair| pair[1].split_once("```").map(|(plan, _)| plan.to_owned()))
        .collect()
}

#[test]
fn the_plans_of_the_guides_build() {
    let mut files: Vec<(PathBuf, bool)> = vec![(root().join("README.md"), false)];
    for entry in fs::read_dir(root().join("docs")).expect("the folder of guides") {
        let path = entry.expect("a guide").path();
        if path.extension().is_some_and(|ending| ending == "md") {
            files.push((path, true));
        }
    }
    let mut count = 0;
    for (path, marked) in files {
        for plan in plans_of(&fs::read_to_string(&path).expect("a text"), marked) {
            let (clean, said) = build("a.yaml", &plan);
            assert!(clean, "{}: {said}\n{plan}", path.display());
            count += 1;
        }
    }
    assert!(count >= 3, "the guides show whole plans");
}

/// The anchors of a text's headings, as Markdown viewers make them.
fn anchors(text: &str) -> Vec<String> {
    let kept = |letter: &char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let words = headings.map(|line| line.trim_start_matches('#').trim().to_lowercase());
    words
        .map(|words| words.chars().filter(kept).map(|letter| if letter == ' ' { '-' } else { letter }).collect())
        .collect()
}

#[test]
fn the_links_of_the_guides_lead_somewhere() {
    let mut count = 0;
    for name in ["README.md", "docs/huong-dan.md", "docs/so-tay.md", "docs/khoa.md", "docs/ma.md"] {
        let text = fs::read_to_string(root().join(name)).expect("a guide");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = match path {
                "" => root().join(name),
                path => root().join(name).parent().expect("a file lies in a folder").join(path),
            };
            assert!(target.exists(), "{name}: {link}");
            if !anchor.is_empty() {
                let found = anchors(&fs::read_to_string(&target).expect("a guide"));
                assert!(found.iter().any(|known| known == anchor), "{name}: {link}");
            }
            count += 1;
        }
    }
    assert!(count > 100, "the guides have links");
}

/// The first block of a language in a text.
fn block<'t>(text: &'t str, language: &str) -> &'t str {
    let (_, rest) = text.split_once(&format!("```{language}\n")).unwrap_or_else(|| panic!("no {language} in {text}"));
    rest.split_once("```").expect("a block ends").0
}

/// A plan with some keys of its outermost level put in place of the same keys of another.
fn with_keys_of(base: &str, fragment: &str) -> String {
    let key_of = |line: &str| line.split_once(':').filter(|_| !line.starts_with(' ')).map(|(key, _)| key.to_owned());
    let replaced: Vec<_> = fragment.lines().filter_map(key_of).collect();
    let mut kept = true;
    let mut plan = String::new();
    for line in base.lines() {
        kept = key_of(line).map_or(kept, |key| !replaced.contains(&key));
        if kept {
            plan += &format!("{line}\n");
        }
    }
    plan + fragment
}

/// What a line of a dump prints: its words in single spaces, without some marks of emphasis and without those of merged cells.
fn printed(line: &str, marks: &[char]) -> Vec<String> {
    let words = line.split_once(": ").map_or(line, |(_, words)| words).replace(marks, "");
    let unmarked = |cell: &str| match cell.rsplit_once(" [") {
        Some((words, span)) if span.contains('×') => words.to_owned(),
        _ => cell.to_owned(),
    };
    let spaced = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.split('⏎').map(|line| spaced(&line.split(" | ").map(unmarked).collect::<Vec<_>>().join(" | "))).collect()
}

/// The recipes' files that plans share.
fn shared_of(office: &Office, text: &str) -> Shared {
    let (_, text) = text.split_once("<!-- tệp chung -->").expect("the cookbook shows a shared file");
    let file = SourceFile::from_text("_chung.yaml", block(text, "yaml"));
    let node = yaml::read(&file, &|letter| office.typeface.covers(letter)).value.expect("a shared file is YAML");
    let (shared, wrong) = read_shared(&Shared::default(), std::slice::from_ref(&node));
    assert!(wrong.is_empty(), "{}", said_of(&wrong));
    shared
}

#[test]
fn the_recipes_of_the_cookbook_print_what_they_show() {
    let office = office(Decree::new(TypeSet::Fourteen), &[]);
    let text = fs::read_to_string(root().join("docs/so-tay.md")).expect("the cookbook");
    let [base] = plans_of(&text, true).try_into().expect("the cookbook shows one whole plan");
    let shared = shared_of(&office, &text);
    let mut untrue = Vec::new();
    for recipe in text.split("<!-- đoạn").skip(1) {
        let (mark, recipe) = recipe.split_once("-->").expect("a comment ends");
        let recipe = recipe.split("\n### ").next().unwrap_or_default();
        let (fragment, expected) = (block(recipe, "yaml"), block(recipe, "text"));
        let file = SourceFile::from_text("so-tay.yaml", &with_keys_of(&base, fragment));
        let checked = office.read(&file, &shared, None);
        let found = said_of(&checked.diagnostics);
        let codes: Vec<_> = checked.diagnostics.iter().map(|found| found.code.id).collect();
        if codes.concat() != mark.trim_matches([':', ' ']) {
            untrue.push(format!("finds {codes:?}:\n{fragment}\n{found}"));
            continue;
        }
        let plan = checked.value.unwrap_or_else(|| panic!("{fragment}\n{found}"));
        let document = office.document(&plan).unwrap_or_else(|found| panic!("{fragment}\n{}", said_of(&found)));
        let dump = kehoach::document::dump(&document);
        // A star that is no mark is shown as it stands.
        let lines: Vec<_> = [&['*', '_'][..], &[]]
            .iter()
            .flat_map(|marks| dump.lines().flat_map(|line| printed(line, marks)))
            .collect();
        for line in expected.lines() {
            // The layout prints some lines in capitals.
            let is_printed = lines.iter().any(|printed| printed == line || printed.to_uppercase() == line);
            if !is_printed {
                untrue.push(format!("not printed: {line}\n{fragment}\n{dump}"));
            }
        }
    }
    assert!(untrue.is_empty(), "{}", untrue.join("\n\n"));
}

#[test]
fn new_plans_build_without_findings() {
    for level in ["tinh", "xa", "phuong", "dac-khu"] {
        for kind in ["giam-ngheo", "chuong-trinh", "ngan"] {
            let folder = tempfile::tempdir().expect("a folder");
            let file = folder.path().join("moi.yaml");
            let new = || {
                Command::new(env!("CARGO_BIN_EXE_kehoach"))
                    .args(["new", "--level", level, "--kind", kind, "--place", "Trà Lâm"])
                    .arg(&file)
                    .output()
                    .expect("the program runs")
            };
            assert!(new().status.success());
            let plan = fs::read_to_string(&file).expect("a new plan");
            assert!(plan.contains("Trà Lâm"));
            let (clean, said) = build("moi.yaml", &plan);
            assert!(clean, "{level} {kind}: {said}");
            fs::write(&file, "của văn thư").expect("a plan of the clerk's own");
            assert_eq!(new().status.code(), Some(2), "a file is never written over");
            assert_eq!(fs::read_to_string(&file).expect("the plan"), "của văn thư");
        }
    }
}

#[test]
fn every_plan_of_the_project_builds() {
    let output = tempfile::tempdir().expect("a folder");
    let run = Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .args(["build", "--out"])
        .arg(output.path())
        .current_dir(root())
        .output()
        .expect("the program runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}
