//! Ấp, sóc, buôn in the plan of a phường or a thị trấn.

use crate::check::language::report_out_of_place;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::language::Misplaced;

/// Ấp, sóc, buôn in the plan of a phường or a thị trấn.
pub const HAMLET_IN_WARD: Code = Code {
    id: "KH-0621",
    title: "ấp, sóc, buôn trong kế hoạch của phường",
    about: "Ấp, sóc, buôn là tên gọi thôn của xã; dưới phường, thị trấn là tổ dân phố, khu phố. Chữ này hay sót \
            lại khi chép kế hoạch của xã.",
};

/// Ấp, sóc, buôn in the plan of a phường or a thị trấn.
pub static RULE: Rule = Rule {
    code: HAMLET_IN_WARD,
    level: Severity::Warning,
    reason: "phường, thị trấn chia thành tổ dân phố, khu phố; xã chia thành thôn, ấp, buôn",
    about: HAMLET_IN_WARD.about,
    wrong: "co_quan_ban_hanh: Ủy ban nhân dân phường Phước Tân\nmo_dau: [Các khu phố và các ấp rà soát hộ nghèo.]",
    right: "co_quan_ban_hanh: Ủy ban nhân dân phường Phước Tân\nmo_dau: [Các khu phố rà soát hộ nghèo.]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let message = |phrase: &str| format!("phường, thị trấn không có ấp, sóc, buôn: «{phrase}»");
    let help = "viết tổ dân phố hoặc khu phố, theo tên gọi ở địa phương";
    report_out_of_place(case, Misplaced::Hamlet, &RULE, message, help, found);
}
