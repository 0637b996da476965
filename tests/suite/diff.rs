//! Two plans compared by what they say.

use std::fs;

use kehoach::diff::render::{Entry, text};
use kehoach::diff::{self, Comparison};
use kehoach::plan::{Plan, Shared, read_plan, read_shared};
use kehoach::source::SourceFile;
use kehoach::yaml;

fn node(shown: &str, text: &str) -> yaml::Node {
    yaml::read(&SourceFile::from_text(shown, text), &|_| true).value.expect("YAML")
}

/// What the plans of the repository share.
fn shared() -> Shared {
    let nodes: Vec<_> = ["chuong_trinh", "co_quan", "van_ban"]
        .iter()
        .map(|name| {
            let path = format!("plans/_chung/{name}.yaml");
            node(&path, &fs::read_to_string(&path).expect("a shared file"))
        })
        .collect();
    read_shared(&Shared::default(), &nodes).0
}

fn plan(text: &str) -> Plan {
    read_plan(&node("a.yaml", text), &shared()).0
}

/// The report of two plans, without colour.
fn report(old: &str, new: &str) -> String {
    let (old, new) = (plan(old), plan(new));
    let comparison: Comparison<'_> = diff::compare(&old, &new);
    text::render(&[Entry::of(&comparison, "cu.yaml", "moi.yaml")], text::Look { colour: false, width: 120 })
}

#[test]
fn try_it() {
    let read = |path: &str| fs::read_to_string(path).expect("a plan");
    let commune = read("plans/2026/xa-suoi-ngan.yaml");
    println!("{}", report(&commune, &commune));
    if let Ok(other) = std::env::var("OTHER") {
        println!("{}", report(&read(&other), &commune));
    }
}
