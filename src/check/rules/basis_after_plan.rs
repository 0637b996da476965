//! A document on which a plan rests and that is younger than the plan.

use crate::check::citations;
use crate::check::letters::place;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::cited::CitedDocument;
use crate::source::Span;
use crate::value::{Day, Ref};

/// A basis younger than the plan.
pub const BASIS_AFTER: Code = Code {
    id: "KH-0415",
    title: "căn cứ ban hành sau kế hoạch",
    about: "Văn bản làm căn cứ, văn bản nhắc tới trong câu phải ban hành không sau ngày ban hành kế hoạch. Sửa ngày của văn bản, hoặc ngày ban hành kế hoạch. \
            Ngày ban hành còn để trống thì chương trình nhắc ngày sớm nhất có thể ban hành.",
};

/// A legal basis, or a document that a sentence cites, is dated after the plan.
pub static RULE: Rule = Rule {
    code: BASIS_AFTER,
    level: Severity::Error,
    reason: "văn bản chưa ban hành thì chưa làm căn cứ được",
    about: BASIS_AFTER.about,
    wrong: "ngay_ban_hanh: 26/02/2026\ncan_cu: [kh]\nvan_ban: {kh: {loai: Kế hoạch, so_hieu: 21/KH-UBND, ngay: 29/3/2026}}",
    right: "ngay_ban_hanh: 26/02/2026\ncan_cu: [kh]\nvan_ban: {kh: {loai: Kế hoạch, so_hieu: 21/KH-UBND, ngay: 20/02/2026}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let Some(issued) = plan.issue_date() else { return };
    let (Some(first), Some(last)) = (issued.first_day(), issued.last_day()) else { return };
    let mut latest: Option<(Day, &Ref<CitedDocument>, &Span)> = None;
    for (basis, day, written) in bases(plan) {
        if day > last {
            let message = format!(
                "căn cứ «{}» ban hành ngày {}, sau ngày ban hành kế hoạch ({})",
                basis.name,
                day.display(),
                issued.display_short()
            );
            let finding = Diagnostic::error(BASIS_AFTER, basis.span.first_line(), message);
            let help = "sửa ngày của văn bản, hoặc khóa «ngay_ban_hanh»";
            found.push(finding.label(written.clone(), "ngày của văn bản ghi ở đây").help(help));
        } else if day > first && latest.is_none_or(|(known, ..)| day > known) {
            latest = Some((day, basis, written));
        }
    }
    for cited in citations::all(case.letters()) {
        if let Some(day) = cited.day.filter(|day| *day > last) {
            let message = format!(
                "văn bản số {} ghi ngày {}, sau ngày ban hành kế hoạch ({})",
                cited.symbol,
                day.display(),
                issued.display_short()
            );
            let finding = Diagnostic::error(BASIS_AFTER, place(cited.words.text, cited.written), message);
            found.push(finding.help("sửa ngày của văn bản, hoặc khóa «ngay_ban_hanh»"));
        }
    }
    found.extend(latest.map(|(day, basis, written)| bound(plan, day, basis, written)));
}

/// The documents on which a plan rests, each with its date.
fn bases(plan: &Plan) -> impl Iterator<Item = (&Ref<CitedDocument>, Day, &Span)> {
    let bases = plan.legal_bases.iter().flat_map(|basis| &basis.documents.0);
    bases.filter_map(|basis| {
        let date = plan.documents.get(&basis.name)?.date.as_ref()?;
        Some((basis, date.value.0.to_day()?, &date.span))
    })
}

/// What a basis says of a day that is still blank.
fn bound(plan: &Plan, day: Day, basis: &Ref<CitedDocument>, written: &Span) -> Diagnostic {
    let message = format!("kế hoạch chỉ ban hành được từ ngày {}, ngày của căn cứ «{}»", day.display(), basis.name);
    let place = plan.date.as_ref().map_or_else(|| basis.span.first_line(), |date| date.span.clone());
    let finding = Diagnostic { severity: Severity::Info, ..Diagnostic::error(BASIS_AFTER, place, message) };
    finding.label(written.clone(), "ngày của căn cứ ghi ở đây")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_sentence_cites_what_is_there() {
        let plan = "ngay_ban_hanh: 26/02/2026\nnoi_dung: [Theo Kế hoạch số 21/KH-UBND ngày 26 tháng 3 năm 2026]";
        let message = "lỗi «21/KH-UBND ngày 26 tháng 3 năm 2026»: văn bản số 21/KH-UBND ghi ngày 26/3/2026, sau ngày ban hành \
                       kế hoạch (26/02/2026)";
        check(&RULE, plan, &[message]);
        check(&RULE, &plan.replace("3 năm 2026", "3 năm 2025"), &[]);
    }

    #[test]
    fn a_basis_is_older_or_bounds_a_blank_day() {
        let plan = |issued: &str| {
            format!(
                "ngay_ban_hanh: {issued}\ncan_cu: [a, b, c]\nvan_ban: {{a: {{loai: Luật, ngay: 16/6/2025}}, \
                 b: {{loai: Kế hoạch, ngay: 10/02/2026}}, c: {{loai: Luật}}}}"
            )
        };
        check(&RULE, &plan("10/02/2026"), &[]);
        let late = "lỗi «b»: căn cứ «b» ban hành ngày 10/02/2026, sau ngày ban hành kế hoạch";
        check(&RULE, &plan("09/02/2026"), &[&format!("{late} (09/02/2026)")]);
        check(&RULE, &plan("01/2026"), &[&format!("{late} (01/2026)")]);
        let bound = "lưu ý «02/2026»: kế hoạch chỉ ban hành được từ ngày 10/02/2026, ngày của căn cứ «b»";
        check(&RULE, &plan("02/2026"), &[bound]);
        check(&RULE, &plan("03/2026"), &[]);
    }
}
