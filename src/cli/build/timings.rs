//! How long each plan took, as a file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The version of the form in which timings are written.
const VERSION: u32 = 1;

/// What became of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Result {
    /// A document of it was made.
    Built,
    /// Its documents were there.
    Kept,
    /// It was not built.
    Failed,
}

/// How long a plan took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Timing {
    /// The plan, by its path from the root of the project.
    pub(super) plan: String,
    /// What became of it.
    pub(super) result: Result,
    /// How long that took in this run, in milliseconds.
    pub(super) milliseconds: u64,
    /// How long it took when a document of it was last made, in milliseconds, if that is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) build_milliseconds: Option<u64>,
}

/// A file of timings.
#[derive(Debug, Serialize, Deserialize)]
struct File {
    version: u32,
    plans: Vec<Timing>,
}

/// Timings as a file.
pub(super) fn encode(mut plans: Vec<Timing>) -> Vec<u8> {
    plans.sort_by(|one, other| one.plan.cmp(&other.plan));
    let mut bytes = serde_json::to_vec_pretty(&File { version: VERSION, plans }).expect("names and numbers are JSON");
    bytes.push(b'\n');
    bytes
}

/// What each plan costs by a file of timings, in milliseconds: as long as it took when it was last built.
pub(super) fn costs(bytes: &[u8]) -> Option<BTreeMap<String, u64>> {
    let file: File = serde_json::from_slice(bytes).ok().filter(|file: &File| file.version == VERSION)?;
    let cost = |timing: Timing| (timing.plan, timing.build_milliseconds.unwrap_or(timing.milliseconds));
    Some(file.plans.into_iter().map(cost).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timings_are_read_as_they_were_written() {
        let timing = |plan: &str, milliseconds, build_milliseconds| Timing {
            plan: plan.to_owned(),
            result: Result::Kept,
            milliseconds,
            build_milliseconds,
        };
        let bytes = encode(vec![timing("b", 1, Some(90)), timing("a", 70, None)]);
        assert_eq!(costs(&bytes), Some([("a".to_owned(), 70), ("b".to_owned(), 90)].into()));
        assert_eq!(costs(&bytes[1..]), None);
        assert_eq!(costs(b"{\"version\": 2, \"plans\": []}"), None);
    }
}
