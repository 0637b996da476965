//! Units and bodies of the district level after it ended.

use crate::check::language::report_out_of_place;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::language::Misplaced;

/// Units and bodies of the district level after it ended.
pub const ENDED_UNIT: Code = Code {
    id: "KH-0620",
    title: "đơn vị, cơ quan cấp huyện sau ngày 01/7/2025",
    about: "Từ ngày 01/7/2025 chính quyền địa phương chỉ còn hai cấp: tỉnh, thành phố và xã, phường, đặc khu. Kế \
            hoạch ban hành từ ngày ấy không giao việc cho huyện, quận, thị xã, thị trấn. Câu nói về thời gian \
            trước, hoặc có chữ «cũ», không bị xét.",
};

/// Units and bodies of the district level after it ended.
pub static RULE: Rule = Rule {
    code: ENDED_UNIT,
    level: Severity::Warning,
    reason: "Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện",
    about: ENDED_UNIT.about,
    wrong: "mo_dau: [Báo cáo UBND huyện trước ngày 15/6/2026.]",
    right: "mo_dau: [Báo cáo UBND tỉnh trước ngày 15/6/2026.]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let message = |phrase: &str| format!("từ ngày 01/7/2025 không còn cấp huyện, nên không còn «{phrase}»");
    let help = "viết tên đơn vị, cơ quan hiện nay; nói về thời gian trước thì thêm chữ «cũ» hoặc «trước đây»";
    report_out_of_place(case, Misplaced::Ended, &RULE, message, help, found);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn the_date_of_the_plan_decides() {
        let message = "cảnh báo «UBND huyện»: từ ngày 01/7/2025 không còn cấp huyện, nên không còn «UBND huyện»";
        let plan = |date: &str| format!("ngay_ban_hanh: {date}\nmo_dau: [Báo cáo UBND huyện.]");
        check(&RULE, &plan("01/7/2025"), &[message]);
        check(&RULE, &plan("7/2025"), &[message]);
        check(&RULE, &plan("30/6/2025"), &[]);
        check(&RULE, "van_ban: {a: {loai: Kế hoạch, trich_yeu: giao UBND huyện}}", &[]);
    }
}
