//! What is known of one plan, and how it is written down.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::finding::Kept;
use super::inputs::Inputs;
use crate::check::Facts;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;

/// The version of the form in which entries are written.
const VERSION: u32 = 1;

/// What is known of a plan since it was last built.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What was read.
    pub inputs: Inputs,
    /// What of it was printed: another content makes other outputs.
    pub printed: Digest,
    /// The contents of the outputs that show this, by format.
    pub outputs: BTreeMap<String, Digest>,
    /// What was found, and kept nothing from being built.
    pub findings: Vec<Diagnostic>,
    /// What is compared with other plans.
    pub facts: Option<Facts>,
    /// How long it took to build, in milliseconds, if that was asked for.
    pub cost: Option<u64>,
}

/// An entry as it is written.
#[derive(Serialize, Deserialize)]
struct Written {
    version: u32,
    inputs: Inputs,
    printed: Digest,
    outputs: BTreeMap<String, Digest>,
    findings: Vec<Kept>,
    facts: Option<Facts>,
    cost: Option<u64>,
}

impl Entry {
    /// The entry as bytes, its own digest in front.
    pub(super) fn encode(&self) -> Vec<u8> {
        let Self { inputs, printed, outputs, findings, facts, cost } = self.clone();
        let findings = findings.into_iter().map(Kept::from).collect();
        let written = Written { version: VERSION, inputs, printed, outputs, findings, facts, cost };
        let body = serde_json::to_vec(&written).expect("texts and numbers are JSON");
        let mut bytes = format!("{}\n", Digest::of(&body)).into_bytes();
        bytes.extend(body);
        bytes
    }

    /// An entry from bytes; `None` for any that `encode` has not written whole.
    pub(super) fn decode(bytes: &[u8]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (digest, body) = (std::str::from_utf8(&bytes[..end]).ok()?, &bytes[end + 1..]);
        if Digest::parse(digest)? != Digest::of(body) {
            return None;
        }
        let written: Written = serde_json::from_slice(body).ok()?;
        let Written { version: VERSION, inputs, printed, outputs, findings, facts, cost } = written else {
            return None;
        };
        let findings = findings.into_iter().map(Kept::told).collect::<Option<_>>()?;
        Some(Self { inputs, printed, outputs, findings, facts, cost })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::diagnostic::render::full::{Styling, full};
    use crate::source::{SourceFile, Span};

    fn entry() -> Entry {
        let lines: Vec<String> = (0..40).map(|line| format!("k{line}: chữ {line}\r\n")).collect();
        let file = SourceFile::from_text("plans/a.yaml", &lines.concat());
        let at = file.text.find("chữ 20").expect("in the text");
        let place = Span::new(&file, at..at + 8);
        let found = Diagnostic::error(Code::WrongType, place.clone(), "sai").as_warning().label(place, "ở đây");
        Entry {
            inputs: Inputs::new("", ""),
            printed: Digest::of(b"a"),
            outputs: [("pdf".to_owned(), Digest::of(b"b"))].into(),
            findings: vec![found.help("sửa"), Diagnostic::in_file(Code::NotText, "b", "sai")],
            facts: None,
            cost: Some(3),
        }
    }

    #[test]
    fn an_entry_is_read_as_it_was_written() {
        let (old, new) = (entry(), Entry::decode(&entry().encode()).expect("it is whole"));
        assert_eq!((old.inputs, old.printed, old.outputs, old.cost), (new.inputs, new.printed, new.outputs, new.cost));
        let shown = |found: &[Diagnostic]| found.iter().map(|found| full(found, Styling::Plain)).collect::<Vec<_>>();
        assert_eq!(shown(&old.findings), shown(&new.findings));
    }

    #[test]
    fn whatever_is_damaged_is_no_entry() {
        let whole = entry().encode();
        for at in (0..whole.len()).step_by(7) {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            assert!(Entry::decode(&bytes).is_none(), "byte {at}");
            assert!(Entry::decode(&whole[..at]).is_none(), "cut at {at}");
        }
        assert!(Entry::decode(b"").is_none());
    }
}
