//! Targets: where the old plan ended the new one begins, and what it aims at is a clerk's to decide.

use super::prose::one_line;
use super::walker::Walker;
use crate::plan::target::{BASE, BREAKDOWN, DECREASE, END, FRACTION, INCREASE, LEVEL, STEPS, UNIT, VALUE};
use crate::yaml::{Entry, Node, Value};

/// The longest unit that is told with a value, in letters.
const LONGEST_UNIT: usize = 20;

/// Moves the end of a target to its beginning and says what is to be decided; whether there is anything.
pub(super) fn target(walker: &mut Walker<'_>, node: &Node, entries: &[Entry]) -> bool {
    let get = |key: &str| entries.iter().find(|entry| entry.key == key && entry.node.value != Value::Blank);
    let is_own = |entry: &&Entry| {
        [BASE.name(), VALUE.name(), LEVEL.name(), END.name(), DECREASE.name(), INCREASE.name(), FRACTION.name()]
            .contains(&entry.key.as_str())
            || [STEPS.name(), BREAKDOWN.name()].contains(&entry.key.as_str())
    };
    let own: Vec<&Entry> = entries.iter().filter(is_own).filter(|entry| entry.node.value != Value::Blank).collect();
    let Some(first) = own.first() else { return false };
    let unit = get(UNIT.name()).and_then(|entry| match &entry.node.value {
        Value::Text(unit) if unit.chars().count() <= LONGEST_UNIT && !unit.contains("{{") => Some(unit.as_str()),
        Value::Blank | Value::Text(_) | Value::List(_) | Value::Map(_) => None,
    });
    let shown = |entry: &Entry| match (&entry.node.value, unit) {
        (Value::Text(value), Some("%")) => format!("{value}%"),
        (Value::Text(value), Some(unit)) => format!("{value} {unit}"),
        (Value::Blank | Value::Text(_) | Value::List(_) | Value::Map(_), _) => one_line(entry.node.span.text()),
    };
    let (old, new) = (walker.years.old.display(), walker.years.new.display());
    let base = get(BASE.name());
    let end = get(END.name()).map(|entry| &entry.node).or_else(|| last_step(get(STEPS.name())?));
    let mut words = Vec::new();
    if let (Some(base), Some(end)) = (base, end) {
        let level = one_line(end.span.text());
        words.push(format!("mức đầu kỳ đã lấy mức mà {old} phải đạt ({level}), thay bằng số đạt được"));
        walker.edits.replace(base.node.span.range.clone(), end.span.text());
    }
    let decided: Vec<_> = own.iter().filter(|entry| entry.key != BASE.name() || end.is_none()).collect();
    let asked: Vec<_> = decided.iter().map(|entry| format!("«{}»", entry.key)).collect();
    let is_scalar = |entry: &&&&Entry| matches!(entry.node.value, Value::Text(_));
    let was: Vec<_> =
        own.iter().filter(|entry| is_scalar(&entry)).map(|entry| (entry.key.as_str(), shown(entry))).collect();
    let was = match was.as_slice() {
        [] => "đang là số cũ".to_owned(),
        [(_, only)] => format!("{old}: {only}"),
        several => {
            let told: Vec<_> = several.iter().map(|(key, value)| format!("{key} {value}")).collect();
            format!("{old}: {}", told.join(", "))
        }
    };
    words.push(format!("{} của {new} ({was})", asked.join(", ")));
    let line = walker.line;
    // In brackets a key has no line of its own.
    if !node.span.text().starts_with('{') {
        walker.line = walker.edits.line(first.key_span.range.start);
    }
    walker.mark(words.join("; "));
    walker.line = line;
    true
}

/// The level of the last year.
fn last_step(steps: &Entry) -> Option<&Node> {
    match &steps.node.value {
        Value::Map(years) => years.last().map(|year| &year.node).filter(|node| matches!(node.value, Value::Text(_))),
        Value::Blank | Value::Text(_) | Value::List(_) => None,
    }
}
