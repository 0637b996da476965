//! Reads nodes and collects what is wrong with them.

use super::kind::{Key, Kind};
use super::limit::{Budget, Limit};
use super::mistake;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::yaml::{Entry, Node};

/// Reads nodes and collects what is wrong with them.
#[derive(Debug, Default)]
pub struct Reader {
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
    /// How many targets are open around the one that is read.
    pub(crate) depth: usize,
    budget: Budget,
    /// Unknown keys so far; nobody reads suggestions for more than a few.
    pub(super) unknown: usize,
}

impl Reader {
    /// Reports a finding.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Uses up some of a limit; whether there was enough left. Having too much is reported once.
    pub fn spend(&mut self, limit: Limit, amount: usize, span: &Span) -> bool {
        let (enough, finding) = self.budget.spend(limit, amount, span);
        self.diagnostics.extend(finding);
        enough
    }

    /// Reports a value of another type than the key needs.
    pub fn wrong_type(&mut self, node: &Node, wanted: &Kind, key: &Key) {
        self.report(mistake::wrong_type(node, wanted, key));
    }

    /// Reports an item of a list that says nothing.
    pub(super) fn blank_item(&mut self, item: &Node, key: &Key) {
        let message = format!("một dòng của «{}» còn trống", key.key);
        self.report(
            Diagnostic::error(Code::BadValue, item.span.clone(), message)
                .help("viết nội dung sau dấu gạch, hoặc xóa dòng"),
        );
    }

    /// Reports an id that says nothing.
    pub(super) fn blank_entry(&mut self, entry: &Entry, key: &Key, what: &str) {
        let message = format!("mã «{}» của «{}» còn trống", entry.key, key.key);
        self.report(
            Diagnostic::error(Code::WrongType, entry.key_span.clone(), message)
                .help(format!("viết {what}, hoặc xóa mã")),
        );
    }
}
