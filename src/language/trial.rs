//! How rules are tried: what they find, as «letters → replacement».

use super::{Fault, findings};

/// Asserts what is found of one fault.
#[track_caller]
pub(super) fn check(fault: Fault, text: &str, expected: &[&str]) {
    let found: Vec<_> = findings(text)
        .into_iter()
        .filter(|finding| finding.fault == fault)
        .map(|finding| match finding.replacement {
            Some(with) => format!("{} → {with}", &text[finding.range]),
            None => text[finding.range].to_owned(),
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

/// Asserts that nothing at all is found in some texts.
#[track_caller]
pub(super) fn silent(texts: &[&str]) {
    for text in texts {
        assert_eq!(findings(text), Vec::new(), "{text}");
    }
}
