//! Findings as a code quality report of GitLab, which it compares between branches by their fingerprints.

use std::collections::BTreeMap;
use std::hash::Hasher;

use serde_json::{Value, json};
use siphasher::sip::SipHasher13;

use super::Run;
use super::position;
use crate::diagnostic::{Diagnostic, Severity};

/// What a run found, as JSON; what is set aside is left out.
pub fn gitlab(run: &Run) -> String {
    let mut known = BTreeMap::new();
    let issues: Vec<_> =
        run.findings.iter().filter(|found| found.waived.is_none()).map(|found| issue(found, &mut known)).collect();
    format!("{:#}\n", Value::from(issues))
}

fn issue(found: &Diagnostic, known: &mut BTreeMap<u64, u64>) -> Value {
    let severity = match found.severity {
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Info => "info",
    };
    json!({
        "description": found.message,
        "check_name": found.code.id,
        "fingerprint": fingerprint(found, known),
        "severity": severity,
        "location": {"path": position::file(found), "lines": {"begin": position::line(found)}},
    })
}

/// What stays the same while lines move: code, file and message; findings alike are told apart by their order.
fn fingerprint(found: &Diagnostic, known: &mut BTreeMap<u64, u64>) -> String {
    let mut hasher = SipHasher13::new();
    for part in [found.code.id, position::file(found), &found.message] {
        hasher.write(part.as_bytes());
        hasher.write_u8(0);
    }
    let own = hasher.finish();
    let count = known.entry(own).or_default();
    *count += 1;
    format!("{own:016x}{count:04x}")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn findings_alike_have_fingerprints_of_their_own() {
        let mut run = sample::run();
        run.findings.push(run.findings[0].clone());
        let issues: Vec<Value> = serde_json::from_str(&gitlab(&run)).expect("it is JSON");
        assert_eq!(issues.len(), 3);
        assert_eq!(issues[0]["location"], json!({"path": "plans/a.yaml", "lines": {"begin": 2}}));
        assert_eq!((&issues[0]["severity"], &issues[1]["severity"]), (&json!("critical"), &json!("minor")));
        assert_ne!(issues[0]["fingerprint"], issues[2]["fingerprint"]);
    }
}
