//! A basis that is not cited in full.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Status;
use crate::plan::cited::{CitedDocument, DATE, ISSUER, NUMBER, SUBJECT};

/// A basis lacks its number, day, issuer or title.
pub const BASIS_INCOMPLETE: Code = Code {
    id: "KH-0484",
    title: "căn cứ viện dẫn chưa đủ",
    about: "Căn cứ ghi tên loại, số và ký hiệu, ngày ban hành, cơ quan ban hành và trích yếu của văn bản; Hiến pháp, luật, pháp lệnh \
            chỉ ghi tên và ngày. Điền khóa còn thiếu ở «van_ban». Bản dự thảo còn được thiếu.",
};

/// A plan to be signed or issued rests on a document that it does not cite in full.
pub static RULE: Rule = Rule {
    code: BASIS_INCOMPLETE,
    level: Severity::Warning,
    reason: "Phụ lục I, phần I, mục II, khoản 6",
    about: BASIS_INCOMPLETE.about,
    wrong: "trang_thai: trinh_ky\ncan_cu: [a]\nvan_ban: {a: {loai: Quyết định, so_hieu: 90/QĐ-TTg, trich_yeu: phê duyệt Chương trình}}",
    right: "trang_thai: trinh_ky\ncan_cu: [a]\n\
            van_ban: {a: {loai: Quyết định, so_hieu: 90/QĐ-TTg, ngay: 18/01/2022, co_quan: Thủ tướng Chính phủ, \
            trich_yeu: phê duyệt Chương trình}}",
    check,
};

/// Documents that their name and day tell.
const BY_NAME: [&str; 4] = ["hiến pháp", "bộ luật", "luật", "pháp lệnh"];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if case.status == Status::Draft {
        return;
    }
    let plan = case.plan;
    // Of a proposal the basis itself says whose it is.
    let bases = plan.legal_bases.iter().filter(|basis| basis.proposer.is_none());
    for id in bases.flat_map(|basis| &basis.documents.0) {
        let Some(document) = plan.documents.get(&id.name) else { continue };
        let missing = missing(document);
        if let [first, ..] = missing.as_slice() {
            let names: Vec<_> = missing.iter().map(|key| format!("«{key}»")).collect();
            let message = format!("căn cứ «{}» chưa ghi {}", id.name, names.join(", "));
            let help = format!("thêm {first} vào văn bản «{}» ở van_ban", id.name);
            found.push(Diagnostic::error(BASIS_INCOMPLETE, id.span.first_line(), message).as_warning().help(help));
        }
    }
}

fn missing(document: &CitedDocument) -> Vec<&'static str> {
    let Some(kind) = &document.kind else { return Vec::new() };
    let is_by_name = BY_NAME.contains(&kind.letters().to_lowercase().as_str());
    let keys = [
        (NUMBER.name(), document.number.is_some() || is_by_name),
        (DATE.name(), document.date.is_some()),
        (ISSUER.name(), document.issuer.is_some() || is_by_name),
        (SUBJECT.name(), document.subject.is_some()),
    ];
    // A key that was not understood is told where it is written.
    keys.into_iter().filter(|(key, given)| !given && !document.place.has(key)).map(|(key, _)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_basis_is_cited_in_full() {
        check(&RULE, RULE.wrong, &["cảnh báo «a»: căn cứ «a» chưa ghi «ngay», «co_quan»"]);
        check(&RULE, &RULE.wrong.replace("trinh_ky", "du_thao"), &[]);
        let law = "trang_thai: trinh_ky\ncan_cu: [a]\nvan_ban: {a: {loai: Luật, ngay: 16/6/2025, trich_yeu: Đất đai}}";
        check(&RULE, law, &[]);
        check(&RULE, &law.replace(" ngay: 16/6/2025,", ""), &["cảnh báo «a»: căn cứ «a» chưa ghi «ngay»"]);
        check(&RULE, &law.replace("can_cu: [a]\n", ""), &[]);
        let proposal = "trang_thai: trinh_ky\ncan_cu: [{theo_de_nghi: Phòng Kinh tế, van_ban: a}]\n\
                        van_ban: {a: {loai: Tờ trình, so_hieu: 5/TTr-PKT, ngay: 02/02/2026}}";
        check(&RULE, proposal, &[]);
    }
}
