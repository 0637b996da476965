//! The sources, read as text: who knows whom, where lengths stand, what is listed and what is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use kehoach::plan::key;
use kehoach::plan::schema::Shape;
use kehoach::template::BUILT_IN;
use walkdir::WalkDir;

/// Which modules of ours each module may use. What is not named here it may not know.
const MAY_USE: &[(&str, &[&str])] = &[
    ("units", &[]),
    ("emphasis", &[]),
    ("vietnamese", &["emphasis"]),
    ("source", &["vietnamese"]),
    ("diagnostic", &["source"]),
    ("decree", &["units"]),
    ("plan", &["diagnostic", "emphasis", "source", "vietnamese"]),
    ("template", &["diagnostic", "emphasis", "plan", "source", "vietnamese"]),
    ("document", &["decree", "diagnostic", "emphasis", "source", "vietnamese"]),
    ("writer", &["decree", "document", "units"]),
    ("pipeline", &["decree", "diagnostic", "document", "plan", "source", "template", "writer"]),
    ("world", &[]),
    ("cli", &["decree", "diagnostic", "pipeline", "plan", "source", "template", "units", "world", "writer"]),
];

/// Lines that a file may have, its tests not counted.
const MOST_LINES: usize = 700;

/// Files that are longer, and why.
const LONGER: &[&str] = &[
    // A table: one entry a key, and nothing else.
    "src/plan/key.rs",
];

/// A source file without its tests.
struct Source {
    /// Its path from the root of the project.
    path: String,
    /// Its text up to its tests.
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Files below a folder, as paths from the root of the project, sorted.
fn files(folder: &str) -> Vec<String> {
    let entries = WalkDir::new(root().join(folder)).sort_by_file_name().into_iter();
    entries
        .map(|entry| entry.expect("the folder is readable"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(root()).expect("the file is in the project");
            path.to_str().expect("paths are text").replace('\\', "/")
        })
        .collect()
}

/// Every source file that is not for tests alone.
fn sources() -> Vec<Source> {
    let read = |path: &String| fs::read_to_string(root().join(path)).expect("a source is text");
    let all: Vec<_> = files("src").into_iter().filter(|path| path.ends_with(".rs")).collect();
    let tests: Vec<String> = all.iter().flat_map(|path| test_modules(path, &read(path))).collect();
    let is_test =
        |path: &str| tests.iter().any(|test| path == format!("{test}.rs") || path.starts_with(&format!("{test}/")));
    let found: Vec<_> = all
        .iter()
        .filter(|path| !is_test(path))
        .map(|path| {
            let text = read(path);
            let text = text.split_once("#[cfg(test)]\nmod tests {").map_or(text.as_str(), |(text, _)| text).to_owned();
            Source { path: path.clone(), text }
        })
        .collect();
    assert!(found.len() > 30, "the sources are there");
    found
}

/// Files, without their ending, that a file declares for tests alone.
fn test_modules(path: &str, text: &str) -> Vec<String> {
    let folder = module_path(path).iter().fold("src".to_owned(), |folder, part| format!("{folder}/{part}"));
    text.split("#[cfg(test)]\n")
        .skip(1)
        .filter_map(|after| after.lines().next()?.strip_suffix(';')?.rsplit_once("mod ").map(|(_, name)| name))
        .map(|name| format!("{folder}/{name}"))
        .collect()
}

/// The module that a file is: `["writer", "docx", "body"]`; empty for the crate itself.
fn module_path(path: &str) -> Vec<&str> {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    path.split('/').filter(|part| !matches!(*part, "mod" | "lib" | "main")).collect()
}

/// Code without the lines that are comments.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Every path of ours that a file names, from the crate on: `crate::a::{b, c}` is `a::b` and `a::c`.
fn paths(source: &Source) -> Vec<Vec<String>> {
    let code = code(&source.text);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::").chain(code.match_indices("super::")) {
        let before = &code[..at];
        if before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':') {
            continue;
        }
        let mut base = module_path(&source.path);
        let mut rest = &code[at..];
        if let Some(inside) = rest.strip_prefix("crate::") {
            (base, rest) = (Vec::new(), inside);
        }
        while let Some(inside) = rest.strip_prefix("super::") {
            base.pop();
            rest = inside;
        }
        collect(rest, &base.into_iter().map(str::to_owned).collect::<Vec<_>>(), &mut found);
    }
    found
}

/// Reads one tree of a `use`, or a path in code, and returns what follows it.
fn collect<'a>(text: &'a str, base: &[String], found: &mut Vec<Vec<String>>) -> &'a str {
    let mut path = base.to_vec();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        if let Some(mut inside) = rest.strip_prefix('{') {
            loop {
                inside = inside.trim_start().trim_start_matches(',').trim_start();
                if let Some(after) = inside.strip_prefix('}') {
                    return after;
                }
                inside = collect(inside, &path, found);
                // Passes over a renaming; a group that does not end is no Rust.
                let end = inside.find([',', '}']).expect("a group ends");
                inside = &inside[end..];
            }
        }
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
        path.push(rest[..end].to_owned());
        rest = &rest[end..];
        match rest.strip_prefix("::") {
            Some(after) => rest = after,
            None => break,
        }
    }
    found.push(path);
    rest
}

#[test]
fn modules_know_only_whom_they_may() {
    let mut faults = Vec::new();
    for source in sources() {
        let own = module_path(&source.path);
        let Some(own) = own.first() else { continue };
        let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| name == own) else {
            faults.push(format!("{}: the table has no module {own}", source.path));
            continue;
        };
        for path in paths(&source) {
            let used = path[0].as_str();
            let allowed = used == *own || may_use.contains(&used);
            if !allowed {
                faults.push(format!("{}: {own} may not know {used}", source.path));
            }
            // The tree and its XML know what a part is called, and no number.
            if *own == "document" && used == "decree" && !matches!(path[1].as_str(), "Component" | "component") {
                faults.push(format!("{}: document may not know {}", source.path, path.join("::")));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn paths_are_read_from_groups_and_from_parents() {
    let source = Source {
        path: "src/writer/docx/body.rs".to_owned(),
        text: "use crate::{a, b::{self, C as D}};\n// crate::z\nuse super::super::layout;\nuse super::super::super::plan::{\n    Plan,\n};\nlet x = crate::units::Length::ZERO;\nmy_crate::no;"
            .to_owned(),
    };
    let found: Vec<_> = paths(&source).iter().map(|path| path.join("::")).collect();
    let expected = ["a", "b::self", "b::C", "units::Length::ZERO", "writer::layout", "plan::Plan"];
    assert_eq!(found, expected);
}

/// Whether code holds a word, whole.
fn names(code: &str, word: &str) -> bool {
    let letter = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    code.match_indices(word)
        .any(|(at, _)| !letter(code[..at].chars().next_back()) && !letter(code[at + word.len()..].chars().next()))
}

#[test]
fn the_outside_is_reached_through_world_alone() {
    let outside = ["std::fs", "tempfile", "walkdir", "is_file", "is_dir", "canonicalize", "read_dir", "current_dir"];
    let never = ["SystemTime", "Instant", "now_utc", "now_local", "TcpStream", "process::Command"];
    let mut faults = Vec::new();
    for source in sources() {
        let code = code(&source.text);
        let forbidden = outside.iter().filter(|_| source.path != "src/world.rs").chain(&never);
        faults.extend(forbidden.filter(|word| names(&code, word)).map(|word| format!("{}: {word}", source.path)));
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn the_binary_only_calls_the_library() {
    let main = sources().into_iter().find(|source| source.path == "src/main.rs").expect("there is a binary");
    assert!(main.text.lines().count() < 30);
    assert_eq!(main.text.matches("kehoach::").count(), main.text.matches("kehoach::cli::run").count());
}

/// A length is a decision about the layout, so it stands with the decree.
///
/// One is no decision: the height of a paragraph that DOCX demands where there is nothing to print, the least that Word
/// sets. It belongs to the format.
#[test]
fn lengths_stand_in_the_decree_alone() {
    let mut found = Vec::new();
    for source in sources() {
        if source.path.starts_with("src/decree/") || source.path == "src/units.rs" {
            continue;
        }
        for line in code(&source.text).lines() {
            let is_literal = |unit: &str| {
                line.split(&format!("Length::{unit}("))
                    .skip(1)
                    .any(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit() || letter == '-'))
            };
            if ["mm", "um", "pt", "pt_tenths", "twips", "emu"].into_iter().any(is_literal) {
                found.push(format!("{}: {}", source.path, line.trim()));
            }
        }
    }
    assert_eq!(found, ["src/writer/docx/body.rs: pub(super) const THINNEST: Length = Length::twips(20);"]);
}

#[test]
fn every_template_is_built_in() {
    let there: Vec<_> = files("templates").iter().map(|path| path.replacen("templates/", "", 1)).collect();
    let built_in: Vec<_> = BUILT_IN.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(built_in, there, "src/template/built_in.rs lists templates/ in order");
}

#[test]
fn files_are_short() {
    let sources = sources();
    let longer: Vec<_> = sources
        .iter()
        .filter(|source| source.text.lines().count() > MOST_LINES)
        .map(|source| source.path.as_str())
        .collect();
    let (known, found): (BTreeSet<_>, BTreeSet<_>) = (LONGER.iter().copied().collect(), longer.into_iter().collect());
    assert_eq!(found, known, "files longer than {MOST_LINES} lines, left; those known to be, right");
}

/// Names of the keys in the table: `pub static NAME: Field`.
fn key_names(table: &str) -> Vec<&str> {
    let names: Vec<_> = table
        .lines()
        .filter_map(|line| line.strip_prefix("pub static ")?.split_once(": Field").map(|(name, _)| name))
        .collect();
    assert!(names.len() > 80, "the table of keys is there");
    names
}

#[test]
fn every_key_is_read() {
    let sources = sources();
    let table = sources.iter().find(|source| source.path == "src/plan/key.rs").expect("there is a table of keys");
    let readers: String = sources
        .iter()
        // The settings' measures are read by their shape and chosen by name where the office is opened.
        .filter(|source| source.path.starts_with("src/plan/") || source.path == "src/cli/office.rs")
        .filter(|source| source.path != table.path)
        .map(|source| code(&source.text))
        .collect();
    let shapes = code(&table.text);
    for name in key_names(&table.text) {
        assert!(names(&readers, &format!("key::{name}")), "nothing reads the key {name}");
        assert!(names(&shapes, &format!("&{name}")), "no shape has the key {name}");
    }
}

#[test]
fn keys_of_a_shape_are_unique() {
    let shapes = Shape::reached(&[&key::PLAN, &key::SHARED, &key::SETTINGS]);
    for shape in &shapes {
        let keys: BTreeSet<_> = shape.fields.iter().map(|field| field.key).collect();
        assert_eq!(keys.len(), shape.fields.len(), "a key stands twice in «{}»", shape.title);
    }
    assert!(shapes.len() > 20, "the shapes are reached");
}
