//! A form in which a kind of data cannot be printed.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::mount::MountForm;

/// A place of the body prints data in a form that this kind of data does not have.
pub static RULE: Rule = Rule {
    code: Code::BadValue,
    level: Severity::Error,
    reason: "loại dữ liệu này không có dạng in ấy",
    about: "Mỗi loại dữ liệu chỉ in được theo một số dạng. Chọn một trong các dạng được nêu; dạng khác in được khi mẫu riêng của \
            cơ quan cho loại dữ liệu ấy xử lý nó.",
    wrong: "noi_dung: [{in: chi_tieu, dang: bang_nguon}]\nchi_tieu: {a: {loi: A}}",
    right: "noi_dung: [{in: chi_tieu, dang: bang}]\nchi_tieu: {a: {loi: A}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for mount in case.plan.mounts() {
        let forms = mount.kind.forms();
        let is_known =
            |form: MountForm| forms.contains(&form) || case.own.is_some_and(|own| own.handle(mount.kind.value, form));
        if let Some(form) = mount.form.as_ref().filter(|form| !is_known(form.value)) {
            let message = format!("«{}» không in được theo dạng «{}»", mount.kind.word(), form.word());
            let known: Vec<_> = forms.iter().map(|form| format!("{} ({})", form.word(), form.meaning())).collect();
            let help = format!("các dạng dùng được: {}", known.join(", "));
            found.push(Diagnostic::error(Code::BadValue, form.span.clone(), message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::OwnTemplates;
    use crate::check::trial::{check as check_rule, findings};
    use crate::plan::mount::MountKind;
    use crate::table::Tables;

    #[test]
    fn an_own_template_may_handle_another_form() {
        let plan = crate::check::trial::plan("noi_dung: [{in: chi_tieu, dang: mau_rieng}]\nchi_tieu: {a: {loi: A}}");
        let found = |text: &str| {
            let own = OwnTemplates::new([(MountKind::Targets, text.to_owned())]);
            let mut found = Vec::new();
            check(&Case::printed_by(&plan, &Tables::new(&plan), plan.own_status(), &own), &mut found);
            found.len()
        };
        assert_eq!(found("{% if dl.dang == \"mau_rieng\" %}<p>x</p>{% endif %}"), 0);
        assert_eq!(found("{% if dl.dang == \"bang\" %}<p>x</p>{% endif %}"), 1);
    }

    #[test]
    fn the_forms_of_the_kind_are_told() {
        check_rule(&RULE, RULE.wrong, &["lỗi «bang_nguon»: «chi_tieu» không in được theo dạng «bang_nguon»"]);
        let help = findings(&RULE, RULE.wrong).remove(0).help;
        let expected = "các dạng dùng được: danh_sach (danh sách), mot_doan (nối thành một đoạn), bang (bảng), bang_nam (bảng theo năm)";
        assert_eq!(help.as_deref(), Some(expected));
        check_rule(&RULE, "noi_dung: [{in: kinh_phi, dang: bang_nam}]", &[]);
        let message = "lỗi «mot_doan»: «kinh_phi» không in được theo dạng «mot_doan»";
        check_rule(&RULE, "noi_dung: [{in: kinh_phi, dang: mot_doan}]", &[message]);
    }
}
