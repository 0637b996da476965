//! What came of every rule for one file.

use super::kind::{Kind, Regime};
use super::observed::Medium;
use super::rule::{Case, Rule, Verdict};
use super::rules::{RULES, old_code_fonts, other_typeface};
use crate::decree::Component;
use crate::diagnostic::Diagnostic;

/// What came of every rule for one file.
#[derive(Debug)]
pub struct Report {
    /// The format.
    pub medium: Medium,
    /// The rules under which the document is made.
    pub regime: Regime,
    /// Its kind.
    pub kind: Kind,
    /// The agency that issued it, line by line as in its header; empty where none is seen.
    pub issuer: Vec<String>,
    /// Whether it was judged as a draft.
    pub is_draft: bool,
    /// Every rule and what came of it; none where the decree does not rule such documents.
    pub rules: Vec<(&'static Rule, Verdict)>,
    /// The findings, in the order of the rules.
    pub findings: Vec<Diagnostic>,
}

/// How many rules came to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rules that were measured.
    pub measured: usize,
    /// Of these, those that are kept.
    pub fine: usize,
    /// Of these, those that are not.
    pub broken: usize,
    /// Rules that are not about such a document.
    pub not_applicable: usize,
    /// Rules about which the file does not tell.
    pub not_measured: usize,
}

impl Report {
    /// How many rules came to what.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for (_, verdict) in &self.rules {
            match verdict {
                Verdict::Fine => counts.fine += 1,
                Verdict::Found(_) => counts.broken += 1,
                Verdict::NotApplicable(_) => counts.not_applicable += 1,
                Verdict::NotMeasured(_) => counts.not_measured += 1,
            }
        }
        counts.measured = counts.fine + counts.broken;
        counts
    }

    /// The rules about which the file does not tell, or that are not about it, and why.
    pub fn silent(&self) -> impl Iterator<Item = (&'static Rule, &str)> {
        self.rules.iter().filter_map(|(rule, verdict)| match verdict {
            Verdict::NotApplicable(reason) | Verdict::NotMeasured(reason) => Some((*rule, reason.as_str())),
            Verdict::Fine | Verdict::Found(_) => None,
        })
    }

    /// Why rules about the file were not measured, one reason a rule.
    pub fn not_measured(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().filter_map(|(_, verdict)| match verdict {
            Verdict::NotMeasured(reason) => Some(reason.as_str()),
            Verdict::NotApplicable(_) | Verdict::Fine | Verdict::Found(_) => None,
        })
    }

    /// What was looked at, in one sentence.
    pub fn summary(&self) -> String {
        let Counts { measured, fine, broken, not_applicable, not_measured } = self.counts();
        let kind = self.kind.term();
        let draft = if self.is_draft { " (dự thảo)" } else { "" };
        format!(
            "{kind}{draft}: đo {measured} quy tắc, {fine} đúng, {broken} sai; {not_applicable} không áp dụng, \
             {not_measured} không đo được"
        )
    }
}

/// Judges a measured file by every rule.
pub(super) fn judge(case: &Case<'_>) -> Report {
    let mut findings = Vec::new();
    let mut rules = Vec::new();
    let parts = case.parts;
    match super::regime::other(case) {
        Some(finding) => {
            findings.push(finding);
            // Words in an old code say nothing; their typefaces do.
            if !case.observed.traits.legacy_fonts.is_empty() {
                old_code_fonts::RULE.judge(case, &mut findings);
                other_typeface::RULE.judge(case, &mut findings);
            }
        }
        None => rules.extend(RULES.iter().map(|rule| (*rule, rule.judge(case, &mut findings)))),
    }
    let medium = case.observed.medium;
    let issuer = parts.everywhere(Component::Issuer).map(|part| part.text.trim().to_owned()).collect();
    Report { issuer, medium, regime: parts.regime, kind: parts.kind, is_draft: case.is_draft(), rules, findings }
}
