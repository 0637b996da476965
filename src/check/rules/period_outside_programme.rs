//! A plan that speaks of years of which its programme does not.

use crate::check::rule::{Case, Rule};
use crate::check::texts;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::whole::PERIOD;

/// A period outside that of the programme.
pub const OUTSIDE_PROGRAMME: Code = Code {
    id: "KH-0422",
    title: "thời kỳ ngoài giai đoạn của chương trình",
    about: "Thời kỳ của kế hoạch nằm trong giai đoạn của chương trình mà kế hoạch thực hiện. Sửa một trong hai.",
};

/// The period of the plan goes beyond that of the programme which it carries out.
pub static RULE: Rule = Rule {
    code: OUTSIDE_PROGRAMME,
    level: Severity::Error,
    reason: "kế hoạch thực hiện một chương trình trong những năm có chương trình",
    about: OUTSIDE_PROGRAMME.about,
    wrong: "thoi_ky: 2026\nchuong_trinh: {ten: CT, giai_doan: 2021-2025, du_an: {a: {so: 1, ten: A}}}\ndu_an: {a: {}}",
    right: "thoi_ky: 2025\nchuong_trinh: {ten: CT, giai_doan: 2021-2025, du_an: {a: {so: 1, ten: A}}}\ndu_an: {a: {}}",
    check,
};

/// Names of values by which a text calls the programme.
const PROGRAMME: [&str; 3] = ["chuong_trinh", "du_an", "ten_du_an"];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let Some(programme) = plan.programme.as_ref().and_then(|programme| programme.period.as_ref()) else { return };
    let Some(period) = &plan.period else { return };
    let (own, whole) = (period.value, programme.value);
    if whole.from <= own.from && own.to <= whole.to || !carries_out(plan) {
        return;
    }
    let message = format!("{} ngoài {} của chương trình", own.display(), whole.display());
    let help = if own.from > whole.to {
        format!(
            "chương trình kết thúc năm {}: khai chương trình của giai đoạn mới ở khóa «chuong_trinh» của kế hoạch, hoặc sửa khóa «{}»",
            whole.to,
            PERIOD.name()
        )
    } else {
        format!("sửa khóa «{}», hoặc giai đoạn của chương trình", PERIOD.name())
    };
    let finding = Diagnostic::error(OUTSIDE_PROGRAMME, period.span.clone(), message);
    found.push(finding.label(programme.span.clone(), "giai đoạn của chương trình").help(help));
}

/// Whether a plan speaks of its programme: one that a folder shares may be another plan's.
fn carries_out(plan: &Plan) -> bool {
    let is_called = |path: Vec<&str>| path.first().is_some_and(|root| PROGRAMME.contains(root));
    !plan.projects.is_empty() || texts::named(plan).into_iter().any(is_called)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn only_who_carries_out_a_programme_keeps_its_years() {
        let plan = |period: &str, words: &str| {
            format!("thoi_ky: {period}\nchuong_trinh: {{ten: CT, giai_doan: 2021-2025}}\nnoi_dung: [\"{words}\"]")
        };
        let called = "{{ chuong_trinh.ten }}";
        let message = "lỗi «2024-2026»: giai đoạn 2024 - 2026 ngoài giai đoạn 2021 - 2025 của chương trình";
        check(&RULE, &plan("2024-2026", called), &[message]);
        check(&RULE, &plan("2024-2026", "Câu."), &[]);
        check(&RULE, &plan("2022-2025", called), &[]);
    }
}
