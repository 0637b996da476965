//! The sources, read as text: who knows whom, where lengths stand, what is listed and what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use kehoach::plan::{read, settings, whole};
use kehoach::schema::Shape;
use kehoach::template::BUILT_IN;
use walkdir::WalkDir;

/// Which modules of ours each module may use. What is not named here it may not know.
const MAY_USE: &[(&str, &[&str])] = &[
    ("units", &[]),
    ("vietnamese", &[]),
    ("language", &["vietnamese"]),
    ("visible", &[]),
    ("digest", &[]),
    ("source", &[]),
    ("diagnostic", &["source", "visible"]),
    ("decree", &["units"]),
    ("value", &["source", "vietnamese"]),
    ("yaml", &["diagnostic", "source", "vietnamese", "visible"]),
    ("schema", &["diagnostic", "source", "value", "vietnamese", "yaml"]),
    ("plan", &["diagnostic", "schema", "source", "value", "vietnamese", "yaml"]),
    ("table", &["plan", "value", "vietnamese"]),
    ("check", &["diagnostic", "language", "plan", "schema", "source", "table", "value", "vietnamese"]),
    ("diff", &["plan", "schema", "source", "table", "value", "vietnamese"]),
    ("next_year", &["check", "diagnostic", "plan", "schema", "source", "value", "vietnamese", "yaml"]),
    ("template", &["diagnostic", "diff", "plan", "schema", "source", "table", "value", "vietnamese", "yaml"]),
    ("document", &["decree", "diagnostic", "source", "vietnamese"]),
    ("layout", &["decree", "document", "units"]),
    ("redline", &["decree", "layout", "units"]),
    ("writer", &["decree", "layout", "redline", "units"]),
    ("inspect", &["decree", "diagnostic", "units", "vietnamese"]),
    (
        "pipeline",
        &[
            "check",
            "decree",
            "diagnostic",
            "diff",
            "document",
            "inspect",
            "layout",
            "next_year",
            "plan",
            "redline",
            "schema",
            "source",
            "table",
            "template",
            "units",
            "value",
            "writer",
            "yaml",
        ],
    ),
    ("world", &["digest", "visible"]),
    ("cache", &["check", "diagnostic", "digest", "source", "visible", "world"]),
    (
        "project",
        &[
            "check",
            "decree",
            "diagnostic",
            "digest",
            "inspect",
            "layout",
            "pipeline",
            "plan",
            "source",
            "template",
            "units",
            "value",
            "visible",
            "world",
            "yaml",
        ],
    ),
    (
        "cli",
        &[
            "cache",
            "check",
            "diagnostic",
            "diff",
            "digest",
            "inspect",
            "layout",
            "pipeline",
            "plan",
            "project",
            "redline",
            "schema",
            "source",
            "template",
            "value",
            "vietnamese",
            "visible",
            "world",
        ],
    ),
];

/// Lines that a file may have, its tests not counted.
const MOST_LINES: usize = 500;

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
            // A macro stands at the root of the crate wherever it is written.
            let used = if ["record", "choice"].contains(&path[0].as_str()) { "schema" } else { path[0].as_str() };
            let allowed = used == *own || may_use.contains(&used);
            if !allowed {
                faults.push(format!("{}: {own} may not know {used}", source.path));
            }
            // The tree and its XML know what a part is called and which measure an appendix has chosen, and no number.
            let names = ["Component", "component", "Choice", "MeasureId", "TypeSet"];
            if *own == "document" && used == "decree" && !names.contains(&path[1].as_str()) {
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

/// Which file defines each module: `["layout", "tree"]`.
fn modules(sources: &[Source]) -> BTreeMap<Vec<String>, &str> {
    let owned = |path| module_path(path).into_iter().map(str::to_owned).collect::<Vec<_>>();
    sources
        .iter()
        .map(|source| (owned(&source.path), source.path.as_str()))
        .filter(|(module, _)| !module.is_empty())
        .collect()
}

/// A file's code apart from what it hands on, and the paths that it hands on: `pub use child::Name;`.
fn handed_on(source: &Source) -> (String, Vec<Vec<String>>) {
    let (mut rest, mut paths) = (String::new(), Vec::new());
    let code = code(&source.text);
    let mut parts = code.split("\npub use ");
    rest.push_str(parts.next().unwrap_or_default());
    let own: Vec<_> = module_path(&source.path).into_iter().map(str::to_owned).collect();
    for part in parts {
        let (statement, after) = part.split_once(';').expect("a statement ends");
        let (base, path) = match statement.strip_prefix("crate::") {
            Some(path) => (Vec::new(), path),
            None => (own.clone(), statement.strip_prefix("self::").unwrap_or(statement)),
        };
        collect(path, &base, &mut paths);
        rest.push('\n');
        rest.push_str(after);
    }
    (rest, paths)
}

/// The file that a path leads to, through every name that is handed on.
fn definition<'a>(
    path: &[String],
    modules: &BTreeMap<Vec<String>, &'a str>,
    handed: &BTreeMap<Vec<String>, Vec<String>>,
) -> Option<&'a str> {
    let end = (1..=path.len()).rev().find(|&end| modules.contains_key(&path[..end]))?;
    match path.get(..=end).and_then(|name| handed.get(name)) {
        Some(target) => definition(&[target, &path[end + 1..]].concat(), modules, handed),
        None => modules.get(&path[..end]).copied(),
    }
}

/// Which files of ours each file names.
///
/// A path names the file that defines what it leads to: what a file only hands on belongs to the file it comes from. A file
/// that hands a name on and uses it too names where it comes from.
fn edges(sources: &[Source]) -> BTreeMap<&str, BTreeSet<&str>> {
    let modules = modules(sources);
    let name = |path: &[String]| path.last().expect("a path has a name").clone();
    let mut handed = BTreeMap::new();
    for (module, path) in &modules {
        let source = sources.iter().find(|source| source.path == *path).expect("a module has a source");
        for target in handed_on(source).1 {
            handed.insert([module.as_slice(), &[name(&target)]].concat(), target);
        }
    }
    let mut edges = BTreeMap::new();
    for (module, path) in &modules {
        let source = sources.iter().find(|source| source.path == *path).expect("a module has a source");
        let (code, own_handed) = handed_on(source);
        let mut named = paths(&Source { path: source.path.clone(), text: code.clone() });
        let declares = |line: &&str| line.trim_end().ends_with(';') && line.contains("mod ");
        let code: String = code.lines().filter(|line| !declares(line)).map(|line| format!("{line}\n")).collect();
        named.extend(own_handed.into_iter().filter(|target| names(&code, &name(target))));
        // A file names its children without a way to them.
        let children = modules.keys().filter(|child| child.len() == module.len() + 1 && child.starts_with(module));
        for child in children {
            for (at, _) in code.match_indices(&format!("{}::", name(child))) {
                let before = code[..at].trim_end_matches("self::");
                if !before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':') {
                    collect(&code[at..], module, &mut named);
                }
            }
        }
        let found = named.iter().filter_map(|path| definition(path, &modules, &handed));
        edges.insert(*path, found.filter(|found| found != path).collect());
    }
    edges
}

/// A way from a file back to itself, if there is one.
fn circle<'a>(edges: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Option<Vec<&'a str>> {
    fn walk<'a>(
        file: &'a str,
        edges: &BTreeMap<&'a str, BTreeSet<&'a str>>,
        way: &mut Vec<&'a str>,
        done: &mut BTreeSet<&'a str>,
    ) -> bool {
        if let Some(start) = way.iter().position(|known| *known == file) {
            way.drain(..start);
            way.push(file);
            return true;
        }
        if done.contains(file) {
            return false;
        }
        way.push(file);
        if edges.get(file).into_iter().flatten().any(|next| walk(next, edges, way, done)) {
            return true;
        }
        way.pop();
        done.insert(file);
        false
    }
    let (mut way, mut done) = (Vec::new(), BTreeSet::new());
    edges.keys().any(|file| walk(file, edges, &mut way, &mut done)).then_some(way)
}

/// No file knows itself through others, so each can be read after those it names.
///
/// What several files of a folder share stands in a file of its own that names none of them; `mod.rs` hands names on and
/// calls the others, so they may not name what it defines.
#[test]
fn no_file_knows_itself_through_others() {
    let sources = sources();
    let edges = edges(&sources);
    assert!(edges.values().map(BTreeSet::len).sum::<usize>() > 60, "the files name each other");
    assert_eq!(circle(&edges), None);
}

#[test]
fn circles_are_found_through_names_that_are_handed_on() {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let parent = source("src/writer/mod.rs", "//! x\n\nmod a;\nmod b;\n\npub use self::a::{A, C};\npub use b::D;\n");
    let a = source("src/writer/a.rs", "use super::D;\n");
    let to_c = source("src/writer/b.rs", "use crate::writer::C;\n");
    let found = [parent, a, to_c];
    assert_eq!(circle(&edges(&found)), Some(vec!["src/writer/a.rs", "src/writer/b.rs", "src/writer/a.rs"]));

    let uses = source("src/writer/mod.rs", "mod a;\n\npub use a::A;\n\npub struct P(A);\n");
    let to_parent = source("src/writer/a.rs", "fn f(p: super::P) {}\n");
    assert!(circle(&edges(&[uses, to_parent])).is_some());
    let calls = source("src/writer/mod.rs", "mod a;\n\npub struct P;\n\npub fn f() { a::f(); }\n");
    let to_parent = source("src/writer/a.rs", "fn f(p: super::P) {}\n");
    assert!(circle(&edges(&[calls, to_parent])).is_some());
    let hands_on = source("src/writer/mod.rs", "mod a;\n\npub use a::A;\n\npub struct P;\n");
    let to_parent = source("src/writer/a.rs", "fn f(p: super::P) {}\n");
    assert_eq!(circle(&edges(&[hands_on, to_parent])), None);
}

/// Whether code holds a word, whole.
fn names(code: &str, word: &str) -> bool {
    let letter = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    code.match_indices(word)
        .any(|(at, _)| !letter(code[..at].chars().next_back()) && !letter(code[at + word.len()..].chars().next()))
}

#[test]
fn the_outside_is_reached_through_world_alone() {
    let outside = [
        "std::fs",
        "gix",
        "notify",
        "tempfile",
        "walkdir",
        "is_file",
        "is_dir",
        "canonicalize",
        "read_dir",
        "current_dir",
        "Instant",
    ];
    let never = ["SystemTime", "now_utc", "now_local", "TcpStream", "process::Command"];
    let mut faults = Vec::new();
    for source in sources() {
        let code = code(&source.text);
        let forbidden = outside.iter().filter(|_| !source.path.starts_with("src/world/")).chain(&never);
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
    assert_eq!(found, ["src/writer/docx/paragraph.rs: pub(super) const THINNEST: Length = Length::twips(20);"]);
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
    assert_eq!(longer, Vec::<&str>::new(), "files longer than {MOST_LINES} lines");
}

#[test]
fn keys_of_a_shape_are_unique() {
    let shapes = Shape::reached(&[&whole::PLAN, &read::SHARED, &settings::SETTINGS]);
    for shape in &shapes {
        let keys: BTreeSet<_> = shape.keys.iter().map(|key| key.key).collect();
        assert_eq!(keys.len(), shape.keys.len(), "a key stands twice in «{}»", shape.title);
    }
    assert!(shapes.len() > 20, "the shapes are reached");
}
