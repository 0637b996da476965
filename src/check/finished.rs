//! The words of a finished file, read as those of a plan are: one finding a kind of fault, so that a long file is no flood.

use super::rule::Rule;
use super::rules;
use crate::diagnostic::{Diagnostic, Site};
use crate::language::{Fault, Finding, Scanner};

/// Letters of a line from which on doubled spaces are no way of laying it out.
const LONG: usize = 80;

/// The rule that a fault breaks; `None` for what only a plan can do wrong.
fn rule(fault: Fault) -> Option<&'static Rule> {
    Some(match fault {
        Fault::ImpossibleSyllable => &rules::impossible_syllable::RULE,
        Fault::Slip => &rules::typing_slip::RULE,
        Fault::DoubledWord => &rules::doubled_word::RULE,
        Fault::Quote => &rules::quote_unpaired::RULE,
        Fault::Spacing | Fault::DoubledSpace => &rules::space_misplaced::RULE,
        Fault::DatePadding => &rules::date_padding::RULE,
        Fault::NumberMark => &rules::decimal_point::RULE,
        Fault::Currency => &rules::currency_sign::RULE,
        Fault::AgencyCapitals => &rules::agency_capitals::RULE,
        Fault::CitationCase => &rules::citation_case::RULE,
        Fault::DocumentTypeCase => &rules::document_type_small::RULE,
        Fault::UnitCapital => &rules::unit_capital::RULE,
        Fault::DayCase => &rules::weekday_capital::RULE,
        Fault::PeopleSmall => &rules::people_small::RULE,
        Fault::CapitalAfterSemicolon => &rules::capital_after_semicolon::RULE,
        Fault::EndMark => return None,
    })
}

/// What is wrong with the words of a file.
pub fn check_words<'t>(texts: impl IntoIterator<Item = (Site, &'t str)>) -> Vec<Diagnostic> {
    let mut scanner = Scanner::default();
    // Of each rule the first fault, with its place, and how many there are.
    let mut first: Vec<(&Rule, Site, Finding, usize)> = Vec::new();
    for (site, text) in texts {
        for finding in scanner.read(text, Some(&site)) {
            let is_layout = finding.fault == Fault::DoubledSpace && text.chars().count() < LONG;
            let Some(rule) = rule(finding.fault).filter(|_| !is_layout) else { continue };
            match first.iter_mut().find(|(known, ..)| known.code == rule.code) {
                Some((.., count)) => *count += 1,
                None => first.push((rule, site.clone(), finding, 1)),
            }
        }
    }
    let mut found: Vec<_> = first
        .into_iter()
        .map(|(rule, site, finding, count)| {
            let more = if count > 1 { format!("; cùng loại ở {} chỗ nữa", count - 1) } else { String::new() };
            at(rule, site, format!("{}{more}", finding.message)).help(finding.help)
        })
        .collect();
    let mixed = scanner.mixed().into_iter();
    found.extend(mixed.map(|mixed| at(&rules::spelled_two_ways::RULE, mixed.other.place.clone(), mixed.message())));
    found
}

fn at(rule: &Rule, site: Site, message: String) -> Diagnostic {
    let mut found = Diagnostic::at(rule.code, site, message);
    found.severity = rule.level;
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_one_kind_are_one_finding() {
        let site = |page| Site::Page { file: "a.pdf".to_owned(), page };
        let texts = [(site(1), "Vốn lòng ghép của của xã."), (site(2), "Vốn lòng ghép./."), (site(3), "Số:  05")];
        let shown: Vec<_> = check_words(texts)
            .iter()
            .map(|found| (found.code.id, found.site.clone(), found.message.contains("1 chỗ nữa")))
            .collect();
        assert_eq!(shown, [("KH-0602", Some(site(1)), true), ("KH-0603", Some(site(1)), false)]);
    }
}
