//! The documents of a plan as they lie in the folder of outputs, and why one has to be made.

use std::fmt;
use std::path::PathBuf;

use super::super::jobs::with_ending;
use super::prepare::Target;
use crate::cache::Entry;
use crate::digest::Digest;
use crate::pipeline::Format;
use crate::world::World;

/// Larger than any document of a plan, in bytes.
const LARGEST: u64 = 1 << 30;

/// A document as it lies there.
pub(super) struct Document {
    pub(super) format: Format,
    pub(super) path: PathBuf,
    pub(super) bytes: Option<Vec<u8>>,
    pub(super) content: Option<Digest>,
    /// Why it is not the one that was last built.
    pub(super) flaw: Option<Reason>,
}

/// A document that is as it has to be, or would be if this run built any.
pub(super) struct Output {
    /// Its path.
    pub(super) path: PathBuf,
    /// What it holds, or would.
    pub(super) content: Digest,
    /// Why it was made, or would have to be; `None` for one that was there.
    pub(super) why: Option<Reason>,
}

/// Why a document is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reason {
    /// Nothing is known of it.
    Unknown,
    /// It is not there.
    Missing,
    /// It is not what was written.
    Edited,
    /// What it shows has changed, and through what.
    Changed(String),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("chưa có ghi chép về lần dựng trước"),
            Self::Missing => f.write_str("tệp không có ở đó"),
            Self::Edited => f.write_str("tệp khác với lúc dựng xong"),
            Self::Changed(changes) => f.write_str(changes),
        }
    }
}

/// The documents of a plan in some formats, held against what is known of them.
pub(super) fn documents(
    world: &dyn World,
    target: &Target,
    formats: &[Format],
    known: Option<&Entry>,
) -> Vec<Document> {
    let document = |format: &Format| {
        let path = with_ending(&target.target, format.extension());
        let bytes = world.read(&path, LARGEST).ok();
        let content = bytes.as_ref().map(|bytes| Digest::of(bytes));
        let recorded = known.and_then(|entry| entry.outputs.get(format.extension()));
        let flaw = match (recorded, &content) {
            (_, None) => Some(Reason::Missing),
            (None, Some(_)) => Some(Reason::Unknown),
            (Some(recorded), Some(content)) => Some(Reason::Edited).filter(|_| recorded != content),
        };
        Document { format: *format, path, bytes, content, flaw }
    };
    formats.iter().map(document).collect()
}

impl Document {
    /// The document as one that was kept; `None` if it is not there.
    pub(super) fn kept(&self) -> Option<Output> {
        Some(Output { path: self.path.clone(), content: self.content?, why: None })
    }
}
