//! A comparison for other programs: every change with its values; the schema is `docs/diff.schema.json`.

use serde::Serialize;

use super::Entry;
use crate::diff::view::{Row, Side};
use crate::source::Span;

/// The version of the format.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    plans: Vec<Pair<'a>>,
}

#[derive(Serialize)]
struct Pair<'a> {
    old: Option<&'a str>,
    new: Option<&'a str>,
    title: &'a str,
    notes: &'a [String],
    changes: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    topic: &'static str,
    kind: &'static str,
    address: &'a str,
    place: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    aspect: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    old: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words: Vec<Words<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    details: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    bodies: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    old_place: Option<Place<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new_place: Option<Place<'a>>,
}

#[derive(Serialize)]
struct Words<'a> {
    side: &'static str,
    words: &'a str,
}

/// A place in a file, as `check --format json` tells it.
#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    byte: usize,
}

/// The report.
pub fn render(entries: &[Entry]) -> String {
    let plans = entries.iter().map(|entry| Pair {
        old: entry.old.as_deref(),
        new: entry.new.as_deref(),
        title: &entry.title,
        notes: &entry.notes,
        changes: entry.rows.iter().map(item).collect(),
    });
    let report = Report { version: VERSION, plans: plans.collect() };
    let mut json = serde_json::to_string_pretty(&report).unwrap_or_default();
    json.push('\n');
    json
}

fn item(row: &Row) -> Item<'_> {
    let words = row.pieces.iter().map(|piece| Words {
        side: match piece.side {
            Side::Both => "both",
            Side::Old => "old",
            Side::New => "new",
        },
        words: &piece.words,
    });
    Item {
        topic: row.topic.word(),
        kind: row.sign.english(),
        address: &row.address,
        place: &row.place,
        aspect: row.aspect,
        old: row.old.as_deref(),
        new: row.new.as_deref(),
        words: words.collect(),
        difference: row.difference.as_deref(),
        percent: row.percent.as_deref(),
        note: row.note.as_deref(),
        details: &row.details,
        bodies: &row.bodies,
        old_place: row.old_span.as_ref().map(place),
        new_place: row.new_span.as_ref().map(place),
    }
}

fn place(span: &Span) -> Place<'_> {
    let point = |at: usize| {
        let (line, column) = span.file.line_column(at);
        Point { line, column, byte: span.file.disk_offset(at) }
    };
    Place { file: &span.file.name, start: point(span.range.start), end: point(span.range.end) }
}
