//! Differences, in the form that was asked for.

use super::super::arguments::Diff;
use super::side::{Pair, Side};

/// What is written, and whether anything differs.
pub(super) struct Rendered {
    pub(super) bytes: Vec<u8>,
    pub(super) differs: bool,
}

/// Renders what differs between the plans of each pair.
///
/// PLACEHOLDER, to be replaced at merge: it lists the names alone, whatever the format.
///
/// # Errors
/// Why the form cannot be written, in a sentence.
pub(super) fn render(pairs: &[Pair], diff: &Diff) -> Result<Rendered, String> {
    let name = |side: &Option<Side>| side.as_ref().map_or("-", |side| side.shown.as_str()).to_owned();
    let lines = pairs.iter().map(|pair| format!("{} → {}\n", name(&pair.old), name(&pair.new)));
    let text: String = lines.collect();
    let differs = pairs.iter().any(|pair| match (&pair.old, &pair.new) {
        (Some(old), Some(new)) => old.printable.plan != new.printable.plan,
        (None, _) | (_, None) => true,
    });
    let _ = (diff.format, &diff.author, &diff.time);
    let _ = pairs.iter().flat_map(|pair| [&pair.old, &pair.new]).flatten().map(|side| (&side.file, &side.office));
    Ok(Rendered { bytes: text.into_bytes(), differs })
}
