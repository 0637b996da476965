//! The line drawn under a part, against the decree.

use super::parts::Part;
use super::rule::{Case, Findings, Silence, not_measured};
use crate::decree::measured::{RULE_NEAR, RULE_PASSES};
use crate::decree::{Allowed, Rule, Share};
use crate::diagnostic::Severity;
use crate::units::Length;

/// Judges the line under the last of some parts.
///
/// `demand` is its length in thousandths of the text; where `is_lenient`, lines that are a little shorter or longer pass.
///
/// # Errors
/// That its length was not measured.
pub(super) fn judge(
    case: &Case<'_>,
    found: &mut Findings<'_>,
    part: &Part,
    what: &str,
    demand: Rule<Share>,
    is_lenient: bool,
) -> Result<(), Silence> {
    let paragraph = case.observed.paragraph(part.piece);
    let Some(rule) = &paragraph.rule else {
        if case.observed.traits.loose_rules > 0 {
            return Err(not_measured("có đường kẻ mà không biết nằm dưới dòng nào"));
        }
        found.on(part.piece, &format!("dưới {what} không có đường kẻ ngang nét liền"));
        return Ok(());
    };
    let mut faults = Vec::new();
    let mut severity = Severity::Warning;
    let measured = rule.text_widths.map(|(last, longest)| {
        let ratios = [last, longest].map(|width| ratio(rule.length, width));
        if let Some((grave, ratio)) = length_fault(&demand, is_lenient, &ratios) {
            let text = if ratio == ratios[0] { last } else { longest };
            let length = rule.length.display_mm();
            faults.push(format!("dài {length}, bằng {}% dòng chữ dài {}", ratio / 10, text.display_mm()));
            severity = severity.max(grave);
        }
    });
    if !rule.is_solid {
        faults.push("không phải nét liền".to_owned());
        severity = Severity::Error;
    }
    let off = rule.off_center.filter(|off| off.to_emu().abs() > case.tolerance().center.to_emu());
    if let Some(off) = off {
        faults.push(format!("lệch {} khỏi giữa dòng chữ", Length::emu(off.to_emu().abs()).display_mm()));
        severity = Severity::Error;
    }
    if faults.is_empty() {
        return measured.ok_or_else(|| not_measured("không đo được độ dài của đường kẻ so với dòng chữ"));
    }
    let message = format!("đường kẻ dưới {what} {}; quy định {}", faults.join(", "), words(&demand));
    found.graded_on(severity, part.piece, &message);
    Ok(())
}

fn ratio(length: Length, width: Length) -> i64 {
    if width.is_zero() { 0 } else { length.to_emu() * 1_000 / width.to_emu() }
}

fn within(rule: &Rule<Share>, ratio: i64) -> bool {
    match rule.allowed {
        Allowed::Range(least, most) => (least.to_permille()..=most.to_permille()).contains(&ratio),
        Allowed::OneOf(values) => values.iter().any(|value| value.to_permille() == ratio),
    }
}

/// How grave the length of a line is off, and its ratio to the line of text that it is nearest to.
fn length_fault(demand: &Rule<Share>, is_lenient: bool, ratios: &[i64; 2]) -> Option<(Severity, i64)> {
    let any = |rule: &Rule<Share>| ratios.iter().any(|&ratio| within(rule, ratio));
    if any(demand) || is_lenient && any(&RULE_PASSES) {
        return None;
    }
    let severity = if is_lenient && any(&RULE_NEAR) { Severity::Warning } else { Severity::Error };
    // The line of text is named that it is meant for: the one whose demand it misses least.
    let Allowed::Range(least, most) = demand.allowed else { return Some((severity, ratios[0])) };
    let off = |ratio: i64| (least.to_permille() - ratio).max(ratio - most.to_permille());
    let nearest = ratios.iter().copied().min_by_key(|ratio| off(*ratio)).unwrap_or(ratios[0]);
    Some((severity, nearest))
}

fn words(demand: &Rule<Share>) -> String {
    match demand.allowed {
        Allowed::Range(least, most) if least.to_permille() < 1_000 && most.to_permille() > 1_000 => {
            "bằng độ dài dòng chữ, nét liền, ở giữa".to_owned()
        }
        Allowed::Range(least, most) if least.to_permille() < 340 && most.to_permille() == 500 => {
            "từ 1/3 đến 1/2 độ dài dòng chữ, nét liền, ở giữa".to_owned()
        }
        Allowed::Range(least, most) => {
            format!("từ {}% đến {}% dòng chữ", least.to_permille() / 10, most.to_permille() / 10)
        }
        Allowed::OneOf(_) => "độ dài khác".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decree::{Decree, TypeSet};

    #[test]
    fn either_line_may_satisfy_a_length() {
        let lines = Decree::new(TypeSet::Fourteen).lines;
        assert_eq!(length_fault(&lines.under_subject, true, &[700, 420]), None);
        assert_eq!(length_fault(&lines.under_subject, true, &[310, 200]), None);
        assert_eq!(length_fault(&lines.under_subject, true, &[580, 700]), Some((Severity::Warning, 580)));
        assert_eq!(length_fault(&lines.under_subject, true, &[950, 900]), Some((Severity::Error, 900)));
        assert_eq!(length_fault(&lines.under_motto, false, &[420, 420]), Some((Severity::Error, 420)));
    }
}
