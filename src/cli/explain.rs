//! `kehoach explain`: what a finding means, where it comes from, how it is cured.

use super::outcome::Outcome;
use super::terminal::{Terminal, print_to_stdout};
use crate::check::reference;
use crate::inspect;
use crate::vietnamese;

/// Explains a code.
pub(super) fn run(code: &str, terminal: &Terminal) -> Outcome {
    let wanted = code.trim().to_uppercase();
    if let Some(text) = reference::explain(&wanted).or_else(|| inspect::reference::explain(&wanted)) {
        return if print_to_stdout(&text) { Outcome::Clean } else { Outcome::Failed };
    }
    let known = reference::codes().into_iter().chain(inspect::reference::codes());
    let near = vietnamese::nearest(&wanted, known);
    let near = near.map(|near| format!("; có phải {near}?")).unwrap_or_default();
    terminal.failure(&format!("không có mã thông báo «{code}»{near}; danh sách mã: docs/ma.md, docs/nd30.md"));
    Outcome::Failed
}
