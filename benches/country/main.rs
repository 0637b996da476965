//! A whole country as CI sees it: every plan checked, built, built again with nothing, with one plan and with one shared name
//! changed; and Typst alone beside it.
//!
//! `cargo bench --bench country -- --plans 300 --shared 80`: how many plans, and how many of a hundred sentences a province
//! shares among its plans. Without them all 3,355 plans, all different.

#![allow(clippy::disallowed_methods, reason = "a benchmark writes its plans, reads the clock and is told their number")]

#[path = "../phases/floor.rs"]
mod floor;
mod measure;
mod plans;
#[path = "../phases/plans.rs"]
#[expect(dead_code, reason = "the plans of one length are for another benchmark")]
mod words;

use std::fs;
use std::io::Write;
use std::path::Path;

use kehoach::layout::Typeface;
use kehoach::pipeline::document;
use kehoach::plan::{self, Shared};
use kehoach::source::SourceFile;
use kehoach::template::Templates;
use kehoach::yaml;

use crate::measure::{Taken, own_processors, run};
use crate::plans::Country;

/// That of the program, so that what is held against each other is alike in this.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Plans that Typst alone sets, to be held against as many of ours.
const FLOOR: usize = 30;

fn main() {
    let (number, shared) = (option("--plans").unwrap_or(plans::ALL), option("--shared").unwrap_or(0));
    let folder = tempfile::tempdir().expect("a folder for the plans");
    let root = folder.path();
    let country = Country::write(root, number, shared);
    let mut out = std::io::stdout();
    let mut tell = |what: &str, taken: &Taken| {
        writeln!(out, "{what:24} {taken}; {}", taken.said).expect("the result is written");
    };
    tell("check", &run(root, &["check"]));
    // Before the build and behind it: a machine that does other work too is not as fast at every moment.
    let before = floor_of(&country);
    let whole = run(root, &["build"]);
    let floor = f64::midpoint(before, floor_of(&country));
    tell("build", &whole);
    tell("nothing changed", &run(root, &["build"]));
    change(&country.plans[number / 2], "đợt", "lần");
    tell("one plan changed", &run(root, &["build"]));
    change(&country.shared, "ten: \"Tổ công tác số 0 ", "ten: \"Tổ giúp việc số 0 ");
    tell(&format!("one name of {} plans", country.users), &run(root, &["build"]));
    let ours = whole.processors.unwrap_or(whole.wall) / number as f64;
    writeln!(
        out,
        "a plan: {:.1} ms of processors for both files; Typst alone, PDF/A tagged, {:.1} ms; ratio {:.2}",
        ours * 1e3,
        floor * 1e3,
        ours / floor
    )
    .expect("the result is written");
}

/// Seconds of processors that Typst alone takes for a plan, on the average of some that follow each other, which are of all
/// lengths.
fn floor_of(country: &Country) -> f64 {
    let templates = Templates::load(&[]).unwrap_or_else(|found| panic!("{found:?}"));
    let typeface = Typeface::built_in();
    let node = |path: &Path| {
        let text = fs::read_to_string(path).expect("the file is there");
        let file = SourceFile::from_text(&path.display().to_string(), &text);
        yaml::read(&file, &|letter| typeface.covers(letter)).value.expect("what is generated is YAML")
    };
    let markup = |path: &Path| {
        let common = node(&path.with_file_name("_chung.yaml"));
        let (shared, _) = plan::read_shared(&Shared::default(), &[common]);
        let (plan, _) = plan::read_plan(&node(path), &shared);
        let document = document(&templates, &plan, plan.own_status()).unwrap_or_else(|found| panic!("{found:?}"));
        floor::markup(&document)
    };
    let markups: Vec<_> = country.plans.iter().take(FLOOR).map(|path| markup(path)).collect();
    let (plans, before) = (markups.len(), own_processors());
    markups.into_iter().for_each(|markup| drop(floor::pdf(markup, &typeface)));
    (own_processors() - before) / plans as f64
}

/// The number behind an option.
fn option(name: &str) -> Option<usize> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments.nth(1)?.parse().ok()
}

/// Changes the first place where words stand in a file.
fn change(path: &Path, words: &str, others: &str) {
    let text = fs::read_to_string(path).expect("the file is there");
    assert!(text.contains(words), "{words}");
    fs::write(path, text.replacen(words, others, 1)).expect("the file is written");
}
