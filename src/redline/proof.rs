//! The proof that a file holds two versions: read as a word processor reads it once all changes are accepted, or rejected.
//!
//! Knows nothing of how the file was written. Room without words is no text, and a row of one cell is what stands in it.

use std::fmt;
use std::io::{Cursor, Read};

use ::roxmltree::{Document, Node};
use ::zip::ZipArchive;

/// What a reader does with all changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Takes what came and drops what went.
    Accepted,
    /// Drops what came and takes back what went.
    Rejected,
}

/// How a file with changes is not what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untrue {
    /// With which reading.
    pub reading: Reading,
    /// Which paragraph or row differs, counted from 1 in the version it should be.
    pub line: usize,
    /// What it should say; empty beyond the end.
    pub expected: String,
    /// What it says; empty beyond the end.
    pub found: String,
}

impl fmt::Display for Untrue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (done, version) = match self.reading {
            Reading::Accepted => ("chấp nhận", "mới"),
            Reading::Rejected => ("từ chối", "cũ"),
        };
        let Self { line, expected, found, .. } = self;
        write!(
            f,
            "{done} mọi thay đổi thì không được bản {version}: ở đoạn {line}, đúng ra là «{expected}» thì lại là «{found}»"
        )
    }
}

impl std::error::Error for Untrue {}

/// Whether a file with changes holds both versions, each as the file of that version alone says it.
///
/// # Errors
/// The first paragraph that is not that of the version.
pub fn prove(marked: &[u8], old: &[u8], new: &[u8]) -> Result<(), Untrue> {
    let marked = text(marked);
    for (reading, version) in [(Reading::Accepted, new), (Reading::Rejected, old)] {
        let (expected, found) = (lines(&text(version), reading), lines(&marked, reading));
        let (mut wanted, mut had) = (expected.iter(), found.iter());
        for line in 1..=expected.len().max(found.len()) {
            let (expected, found) = (wanted.next(), had.next());
            if expected != found {
                let [expected, found] = [expected, found].map(|line| line.cloned().unwrap_or_default());
                return Err(Untrue { reading, line, expected, found });
            }
        }
    }
    Ok(())
}

/// The main part of a file; nothing where there is none.
fn text(file: &[u8]) -> String {
    let mut text = String::new();
    let read = ZipArchive::new(Cursor::new(file)).ok().and_then(|mut archive| {
        let mut part = archive.by_name("word/document.xml").ok()?;
        part.read_to_string(&mut text).ok()
    });
    if read.is_some() { text } else { String::new() }
}

/// The paragraphs of a document, and its rows.
fn lines(text: &str, reading: Reading) -> Vec<String> {
    let Ok(tree) = Document::parse(text) else { return Vec::new() };
    let body = tree.root_element().children().find(|node| is(*node, "body"));
    body.map(|body| flow(body, reading)).unwrap_or_default()
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn child<'a, 'd>(node: Node<'a, 'd>, name: &str) -> Option<Node<'a, 'd>> {
    node.children().find(|child| is(*child, name))
}

/// What stands one below the other in a body or a cell.
fn flow(parent: Node<'_, '_>, reading: Reading) -> Vec<String> {
    let mut lines = Vec::new();
    // A paragraph whose end is gone goes on in the next.
    let mut begun = String::new();
    let end = |begun: &mut String, lines: &mut Vec<String>| {
        let line = std::mem::take(begun);
        lines.extend((!line.is_empty()).then_some(line));
    };
    for node in parent.children() {
        if is(node, "p") {
            words(node, reading, &mut begun);
            let mark = child(node, "pPr").and_then(|properties| child(properties, "rPr"));
            if stays(mark, reading) {
                end(&mut begun, &mut lines);
            }
        } else if is(node, "tbl") {
            end(&mut begun, &mut lines);
            for row in node.children().filter(|node| is(*node, "tr") && stays(child(*node, "trPr"), reading)) {
                lines.extend(of_row(row, reading));
            }
        }
    }
    end(&mut begun, &mut lines);
    lines
}

/// Whether what has some properties is there in a reading.
fn stays(properties: Option<Node<'_, '_>>, reading: Reading) -> bool {
    let gone = match reading {
        Reading::Accepted => "del",
        Reading::Rejected => "ins",
    };
    properties.is_none_or(|properties| child(properties, gone).is_none())
}

fn of_row(row: Node<'_, '_>, reading: Reading) -> Vec<String> {
    let mut cells: Vec<_> = row.children().filter(|node| is(*node, "tc")).map(|cell| flow(cell, reading)).collect();
    if cells.len() == 1 {
        return cells.remove(0);
    }
    let has_words = cells.iter().any(|cell| !cell.is_empty());
    let line = || cells.iter().map(|cell| cell.join(" ¶ ")).collect::<Vec<_>>().join(" | ");
    has_words.then(line).into_iter().collect()
}

/// The words of a paragraph; a line break reads as a space.
fn words(parent: Node<'_, '_>, reading: Reading, out: &mut String) {
    for node in parent.children().filter(Node::is_element) {
        match (node.tag_name().name(), reading) {
            ("ins", Reading::Accepted) | ("del", Reading::Rejected) | ("r", _) => words(node, reading, out),
            ("t" | "delText", _) => out.push_str(node.text().unwrap_or_default()),
            ("br", _) => out.push(' '),
            _ => {}
        }
    }
}
