//! How what is wrong with the words of a plan is reported.

use super::rule::{Case, Rule};
use super::written::{letters, places};
use crate::diagnostic::Diagnostic;
use crate::language::{Fault, Misplaced, Seen, Style};
use crate::value::Text;

/// Reports one kind of fault, with what to write instead where that is plain.
pub(super) fn report(case: &Case<'_>, fault: Fault, rule: &Rule, found: &mut Vec<Diagnostic>) {
    report_where(case, fault, rule, |_| true, found);
}

/// Reports one kind of fault in some of the texts.
pub(super) fn report_where(
    case: &Case<'_>,
    fault: Fault,
    rule: &Rule,
    is_meant: impl Fn(&Text) -> bool,
    found: &mut Vec<Diagnostic>,
) {
    let of_kind = case.words().found.iter().filter(|one| one.finding.fault == fault && is_meant(one.text));
    found.extend(of_kind.map(|one| {
        let span = one.place.clone().unwrap_or_else(|| one.text.span.first_line());
        let mut told = Diagnostic::error(rule.code, span, one.finding.message.clone()).help(one.finding.help.clone());
        told.severity = rule.level;
        match (&one.place, &one.finding.replacement) {
            (Some(place), Some(with)) => told.fix(place.clone(), with.clone()),
            (Some(_) | None, _) => told,
        }
    }));
}

/// Reports what the plan writes in two ways.
pub(super) fn report_mixed(case: &Case<'_>, rule: &Rule, found: &mut Vec<Diagnostic>) {
    found.extend(case.words().mixed.iter().map(|mixed| {
        let place = |seen: &Seen<&Text>| {
            let found = places(seen.place, &letters(seen.place), std::slice::from_ref(&seen.range));
            found.into_iter().flatten().next().unwrap_or_else(|| seen.place.span.first_line())
        };
        let advice = match mixed.style {
            Style::Tone => "chọn một kiểu cho cả văn bản".to_owned(),
            Style::Vowel | Style::Yearly => {
                format!("chọn một cách viết, thường là «{}»", mixed.usual.words.to_lowercase())
            }
        };
        let mut told = Diagnostic::error(rule.code, place(&mixed.other), mixed.message());
        told.severity = rule.level;
        told.label(place(&mixed.usual), format!("ở đây viết «{}»", mixed.usual.words)).help(advice)
    }));
}

/// Reports words of another level or time than the plan's, in its own texts; `help` says what to write instead.
pub(super) fn report_out_of_place(
    case: &Case<'_>,
    why: Misplaced,
    rule: &Rule,
    message: impl Fn(&str) -> String,
    help: &str,
    found: &mut Vec<Diagnostic>,
) {
    for (text, phrases) in case.out_of_place() {
        let ranges: Vec<_> =
            phrases.iter().filter(|phrase| phrase.why == why).map(|phrase| phrase.range.clone()).collect();
        if ranges.is_empty() {
            continue;
        }
        let letters = letters(text);
        for (range, place) in ranges.iter().zip(places(text, &letters, &ranges)) {
            let span = place.unwrap_or_else(|| text.span.first_line());
            let mut told = Diagnostic::error(rule.code, span, message(&letters[range.clone()])).help(help);
            told.severity = rule.level;
            found.push(told);
        }
    }
}
