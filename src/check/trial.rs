//! How rules are tried: a plan of a few lines, and what is found in it.

use super::rule::{Case, Rule};
use crate::diagnostic::Diagnostic;
use crate::plan::{Plan, Shared, read_plan};
use crate::source::SourceFile;
use crate::table::Tables;

/// The keys that every plan must have.
const REQUIRED: [(&str, &str); 7] = [
    ("co_quan_ban_hanh", "Ủy ban nhân dân xã Bình Minh"),
    ("ky_hieu", "KH-UBND"),
    ("dia_danh", "Bình Minh"),
    ("ngay_ban_hanh", "3/2026"),
    ("trich_yeu", "Thử một điều"),
    ("noi_nhan", "[Như trên]"),
    ("nguoi_ky", "{chuc_vu: Chủ tịch}"),
];

/// Reads a plan; the keys that every plan must have are added where they are missing.
#[track_caller]
pub(super) fn plan(text: &str) -> Plan {
    let mut whole = format!("{}\n", text.trim_end());
    // A plan that a decision issues has no head and no end of its own.
    let is_attached = whole.lines().any(|line| line.starts_with("kem_theo:"));
    let kept = |key: &str| !is_attached || ["co_quan_ban_hanh", "trich_yeu"].contains(&key);
    for (key, value) in REQUIRED.into_iter().filter(|(key, _)| kept(key)) {
        let prefix = format!("{key}:");
        if !whole.lines().any(|line| line.starts_with(&prefix)) {
            whole.push_str(&format!("{prefix} {value}\n"));
        }
    }
    let read = crate::yaml::read(&SourceFile::from_text("ke-hoach.yaml", &whole), &|_| true);
    assert_eq!(messages(&read.diagnostics), Vec::<&str>::new(), "{whole}");
    let (plan, diagnostics) = read_plan(&read.value.expect("a plan"), &Shared::default());
    assert_eq!(messages(&diagnostics), Vec::<&str>::new(), "{whole}");
    plan
}

fn messages(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect()
}

/// What a rule finds in a plan.
#[track_caller]
pub(super) fn findings(rule: &Rule, text: &str) -> Vec<Diagnostic> {
    let plan = plan(text);
    let mut found = Vec::new();
    (rule.check)(&Case::new(&plan, &Tables::new(&plan), plan.own_status()), &mut found);
    found
}

/// Asserts what a rule finds: the weight, the words at its place, the message, as in `lỗi «kh22»: chưa khai báo …`.
#[track_caller]
pub(super) fn check(rule: &Rule, text: &str, expected: &[&str]) {
    let show = |found: &Diagnostic| {
        let place = found.labels.first().map_or("", |label| label.span.text());
        format!("{} «{place}»: {}", found.severity.term(), found.message)
    };
    let found: Vec<_> = findings(rule, text).iter().map(show).collect();
    assert_eq!(found, expected, "{text}");
}
