//! A blank in a plan that is issued.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::cited;
use crate::plan::recipient::{SIGNER_NAME, Signature};
use crate::plan::whole::{DATE, NUMBER, STATUS};
use crate::plan::{Plan, Status};
use crate::schema::Key;
use crate::source::Span;

/// A blank in an issued plan.
pub const BLANK_IN_FINAL: Code = Code {
    id: "KH-0302",
    title: "bản ban hành còn để trống",
    about: "Kế hoạch được đánh dấu ban hành nhưng số, ngày hoặc họ tên người ký còn để trống. Điền đủ, hoặc đổi trạng thái về dự thảo.",
};

/// An issued plan lacks its number, a whole date, or a signer's name.
pub static RULE: Rule = Rule {
    code: BLANK_IN_FINAL,
    level: Severity::Error,
    reason: "Phụ lục I, phần I, mục II, khoản 3, 4 và 7",
    about: BLANK_IN_FINAL.about,
    wrong: "trang_thai: ban_hanh\nso: 29\nngay_ban_hanh: 3/2026\nnguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}",
    right: "trang_thai: ban_hanh\nso: 29\nngay_ban_hanh: 26/3/2026\nnguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    if case.status != Status::Issued {
        return;
    }
    if plan.attached.is_some() {
        of_issuing_document(plan, found);
    } else if plan.number.is_none() && !plan.place.is_refused(NUMBER.name()) {
        found.push(blank(plan, &NUMBER.key, plan.place.key(NUMBER.name()).cloned()));
    }
    if let Some(date) = plan.date.as_ref().filter(|date| !date.is_complete()) {
        found.push(blank(plan, &DATE.key, Some(date.span.clone())));
    }
    let is_blank = |signature: &&Signature| signature.name.is_none() && !signature.place.is_refused(SIGNER_NAME.name());
    let of_appendices = plan.appendices.values().flat_map(|appendix| appendix.signatures.iter());
    for signature in plan.signatures.iter().chain(of_appendices).filter(is_blank) {
        let message = format!("bản ban hành còn để trống «{}» ({})", SIGNER_NAME.name(), SIGNER_NAME.key.title);
        let help = format!("thêm {}: {}", SIGNER_NAME.name(), SIGNER_NAME.key.example);
        found.push(Diagnostic::error(BLANK_IN_FINAL, signature.place.of(SIGNER_NAME.name()), message).help(help));
    }
}

/// The document that issues a plan has a number and a date by the time that the plan is issued.
fn of_issuing_document(plan: &Plan, found: &mut Vec<Diagnostic>) {
    let Some(document) = plan.issuing_document() else { return };
    let is_blank = document.number.as_ref().is_none_or(|number| number.letters().starts_with('/'));
    let is_refused = |key| document.place.is_refused(key);
    let number = (&cited::NUMBER.key, is_blank && !is_refused(cited::NUMBER.name()));
    let date = (&cited::DATE.key, document.date.is_none() && !is_refused(cited::DATE.name()));
    for (key, _) in [number, date].into_iter().filter(|(_, is_blank)| *is_blank) {
        let message = format!("văn bản ban hành kế hoạch còn để trống «{}» ({})", key.key, key.title);
        let help = format!("điền {}: {}", key.key, key.example);
        found.push(Diagnostic::error(BLANK_IN_FINAL, document.place.of(key.key), message).help(help));
    }
}

/// The finding for a blank key; without a place of its own it stands where the plan says that it is issued.
fn blank(plan: &Plan, key: &Key, place: Option<Span>) -> Diagnostic {
    let place = place
        .or_else(|| plan.status.as_ref().map(|status| status.span.clone()))
        .unwrap_or_else(|| plan.place.first_line());
    let otherwise = if plan.own_status() == Status::Issued {
        format!("viết {}: {} hoặc {}", STATUS.name(), Status::Draft.word(), Status::Submitted.word())
    } else {
        "dựng bản dự thảo".to_owned()
    };
    let message = format!("bản ban hành còn để trống «{}» ({})", key.key, key.title);
    let help = format!("điền {}: {}; nếu chưa ban hành thì {otherwise}", key.key, key.example);
    Diagnostic::error(BLANK_IN_FINAL, place, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::{check, plan};
    use crate::plan::{Shared, read_plan};
    use crate::source::SourceFile;
    use crate::table::Tables;
    use crate::yaml;

    const SIGNED: &str = "nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}";

    #[test]
    fn an_issued_plan_has_no_blank() {
        let all = [
            "lỗi «ban_hanh»: bản ban hành còn để trống «so» (Số văn bản)",
            "lỗi «3/2026»: bản ban hành còn để trống «ngay_ban_hanh» (Ngày ban hành)",
            "lỗi «{chuc_vu: Chủ tịch»: bản ban hành còn để trống «ho_ten» (Họ và tên)",
        ];
        check(&RULE, "trang_thai: ban_hanh", &all);
        let blank = format!("trang_thai: ban_hanh\nso:\nngay_ban_hanh: 1/3/2026\n{SIGNED}");
        check(&RULE, &blank, &["lỗi «so»: bản ban hành còn để trống «so» (Số văn bản)"]);
        check(&RULE, "so:", &[]);
        let unnamed = "trang_thai: ban_hanh\nso: 2\nngay_ban_hanh: 1/3/2026\nnguoi_ky: {chuc_vu: Chủ tịch, ho_ten: }";
        check(&RULE, unnamed, &["lỗi «ho_ten»: bản ban hành còn để trống «ho_ten» (Họ và tên)"]);
    }

    #[test]
    fn a_plan_issued_by_a_decision_has_its_number_and_date() {
        let attached = "trang_thai: ban_hanh\nkem_theo: {van_ban: qd}\nvan_ban: {qd: {loai: Quyết định";
        let all = [
            "lỗi «so_hieu»: văn bản ban hành kế hoạch còn để trống «so_hieu» (Số, ký hiệu)",
            "lỗi «{loai: Quyết định, so_hieu: /QĐ-UBND»: văn bản ban hành kế hoạch còn để trống «ngay» (Ngày ban hành)",
        ];
        check(&RULE, &format!("{attached}, so_hieu: /QĐ-UBND}}}}"), &all);
        check(&RULE, &format!("{attached}, so_hieu: 05/QĐ-UBND, ngay: 01/3/2026}}}}"), &[]);
    }

    #[test]
    fn what_is_there_but_not_taken_is_no_blank() {
        let text = "trang_thai: ban_hanh\nso: abc\nngay_ban_hanh: 1/3/2026\nnguoi_ky: {chuc_vu: A, ho_ten: [B]}";
        let file = SourceFile::from_text("ke-hoach.yaml", text);
        let (plan, read) = read_plan(&yaml::read(&file, &|_| true).value.expect("it is YAML"), &Shared::default());
        let is_about = |found: &&Diagnostic| found.message.contains("«so»") || found.message.contains("«ho_ten»");
        assert_eq!(read.iter().filter(is_about).count(), 2, "{read:?}");
        let mut found = Vec::new();
        (RULE.check)(&Case::new(&plan, &Tables::new(&plan), Status::Issued), &mut found);
        assert_eq!(found, []);
    }

    #[test]
    fn a_draft_built_for_issue_is_told_to_be_built_as_a_draft() {
        let draft = plan(&format!("so: 1\n{SIGNED}"));
        let mut found = Vec::new();
        (RULE.check)(&Case::new(&draft, &Tables::new(&draft), Status::Issued), &mut found);
        let help = found.first().and_then(|found| found.help.as_deref());
        assert_eq!(help, Some("điền ngay_ban_hanh: 26/02/2024; nếu chưa ban hành thì dựng bản dự thảo"));
    }
}
