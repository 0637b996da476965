//! A document on which a plan rests though it is no longer in force.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::cited::CitedDocument;
use crate::source::Span;
use crate::value::{Day, Ref};

/// A basis that is no longer in force.
pub const BASIS_REPLACED: Code = Code {
    id: "KH-0416",
    title: "căn cứ đã hết hiệu lực, đã bị thay thế",
    about: "Danh mục văn bản ghi văn bản này hết hiệu lực (den_ngay) hoặc đã được thay (thay_bang) trước ngày ban hành kế hoạch, nên \
            không còn làm căn cứ. Dùng văn bản thay thế. Nhắc tới nó trong lời văn, như một việc đã qua, thì được.",
};

/// A legal basis has lapsed or was replaced before the plan.
pub static RULE: Rule = Rule {
    code: BASIS_REPLACED,
    level: Severity::Warning,
    reason: "căn cứ ban hành là văn bản đang có hiệu lực",
    about: BASIS_REPLACED.about,
    wrong: "ngay_ban_hanh: 05/3/2027\ncan_cu: [cu]\nvan_ban: {cu: {loai: Nghị định, den_ngay: 31/12/2026, thay_bang: moi}, moi: {loai: Nghị định}}",
    right: "ngay_ban_hanh: 05/3/2027\ncan_cu: [moi]\nvan_ban: {cu: {loai: Nghị định, den_ngay: 31/12/2026, thay_bang: moi}, moi: {loai: Nghị định}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let Some(issued) = plan.issue_date().and_then(|date| date.first_day()) else { return };
    for basis in plan.legal_bases.iter().flat_map(|basis| &basis.documents.0) {
        found.extend(plan.documents.get(&basis.name).and_then(|document| finding(plan, basis, document, issued)));
    }
}

fn finding(plan: &Plan, basis: &Ref<CitedDocument>, document: &CitedDocument, issued: Day) -> Option<Diagnostic> {
    let next = document.replaced_by.as_ref();
    let lapsed = document.until.as_ref().and_then(|until| Some((until.value.0.to_day()?, &until.span)));
    let (message, place): (String, &Span) = match (lapsed, next) {
        (Some((until, span)), _) if until < issued => {
            (format!("căn cứ «{}» chỉ có hiệu lực đến ngày {}", basis.name, until.display()), span)
        }
        // Until its last day a document is in force, whoever comes after it.
        (Some(_), _) | (None, None) => return None,
        (None, Some(next)) => {
            let from = plan.documents.get(&next.name)?.date.as_ref()?.value.0.to_day()?;
            if from > issued {
                return None;
            }
            let message =
                format!("căn cứ «{}» đã được thay bằng «{}», ban hành ngày {}", basis.name, next.name, from.display());
            (message, &next.span)
        }
    };
    let help = match next {
        Some(next) => format!("căn cứ vào «{}»", next.name),
        None => "căn cứ vào văn bản thay thế, hoặc bỏ căn cứ này".to_owned(),
    };
    let finding = Diagnostic::error(BASIS_REPLACED, basis.span.first_line(), message).as_warning();
    Some(finding.label(place.clone(), "danh mục văn bản ghi ở đây").help(help))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_basis_is_in_force() {
        let plan = |old: &str| {
            format!(
                "ngay_ban_hanh: 05/3/2026\ncan_cu: [cu]\nnoi_dung: [\"Theo {{{{ van_ban.cu }}}}.\"]\n\
                 van_ban: {{cu: {{loai: Nghị định, {old}}}, moi: {{loai: Nghị định, ngay: 01/02/2026}}, sau: {{loai: Nghị định, ngay: 06/3/2026}}}}"
            )
        };
        let lapsed = "cảnh báo «cu»: căn cứ «cu» chỉ có hiệu lực đến ngày 04/3/2026";
        check(&RULE, &plan("den_ngay: 04/3/2026"), &[lapsed]);
        check(&RULE, &plan("den_ngay: 05/3/2026"), &[]);
        let replaced = "cảnh báo «cu»: căn cứ «cu» đã được thay bằng «moi», ban hành ngày 01/02/2026";
        check(&RULE, &plan("thay_bang: moi"), &[replaced]);
        check(&RULE, &plan("thay_bang: moi, den_ngay: 31/12/2026"), &[]);
        check(&RULE, &plan("thay_bang: sau"), &[]);
    }
}
