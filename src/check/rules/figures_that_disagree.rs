//! Figures of a table that are not those of the place with which they are to agree.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::Table;
use crate::plan::table::agreement::{Agreement, ValuePath};
use crate::table::{Lost, NoNumber, Sourced};
use crate::value::Quantity;
use crate::vietnamese;

/// Two figures that are to be one.
pub const DISAGREE: Code = Code {
    id: "KH-0327",
    title: "hai số phải khớp lại khác nhau",
    about: "Bảng khai ở khóa khop rằng một số của nó bằng số ở nơi khác, mà hai số khác nhau. Sửa số sai; hoặc gọi số từ một \
            nơi bằng {{ … }} để chỉ phải viết một lần.",
};

/// A table declares that a figure is that of another place, and it is not.
pub static RULE: Rule = Rule {
    code: DISAGREE,
    level: Severity::Error,
    reason: "số liệu trong một văn bản phải thống nhất",
    about: DISAGREE.about,
    wrong: "kinh_phi: {tong: 5 triệu đồng}\nnoi_dung: [{bang: {don_vi: triệu đồng, khop: [{o: tong.tien, voi: kinh_phi.tong}], cot: [{ten: A}, {ten: Tiền, ma: tien, loai: so}], dong: [[x, 2], [y, 4], {tong: Cộng}]}}]",
    right: "kinh_phi: {tong: 6 triệu đồng}\nnoi_dung: [{bang: {don_vi: triệu đồng, khop: [{o: tong.tien, voi: kinh_phi.tong}], cot: [{ten: A}, {ten: Tiền, ma: tien, loai: so}], dong: [[x, 2], [y, 4], {tong: Cộng}]}}]",
    check,
};

/// Names that are listed.
const MOST_NAMES: usize = 12;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables() {
        // What is wrong with the figures themselves has been said.
        let is_clear = !table.has_refused() && computed.is_whole;
        for agreement in table.agreements.iter().filter(|_| is_clear) {
            found.extend(judge(case, table, agreement));
        }
    }
}

fn judge(case: &Case<'_>, table: &Table, agreement: &Agreement) -> Option<Diagnostic> {
    let (own, other) = (agreement.cell.as_ref()?, agreement.other.as_ref()?);
    let (first, second) = match case.book.both(table, own, other) {
        Ok(both) => both,
        Err((name, why)) => {
            let span = if std::ptr::eq(name, &raw const own.value) { &own.span } else { &other.span };
            let (code, message, help) = no_number(name, &why);
            return Some(Diagnostic::error(code, span.clone(), message).help(help));
        }
    };
    if agrees(&first, &second) {
        return None;
    }
    let message = format!(
        "«{}» là {}, «{}» là {}",
        own.written(),
        first.figure.display(),
        other.written(),
        second.figure.display()
    );
    Some(
        Diagnostic::error(DISAGREE, agreement.place.first_line(), message)
            .label(first.figure.span.clone(), format!("{} ở đây", first.figure.display()))
            .label(second.figure.span.clone(), format!("{} ở đây", second.figure.display()))
            .help("sửa số sai; nếu hai số vốn khác nhau thì bỏ dòng này"),
    )
}

/// Whether two figures are one, at the decimals of the coarser where those are fixed.
fn agrees(one: &Sourced, other: &Sourced) -> bool {
    let decimals = [one.decimals, other.decimals].into_iter().flatten().min();
    let rounded = |figure: Quantity| match decimals {
        Some(decimals) => Quantity { number: figure.number.to_decimals(decimals), ..figure },
        None => figure,
    };
    rounded(one.figure.value).agrees(rounded(other.figure.value))
}

/// What is said of a name that gives no number.
fn no_number(name: &ValuePath, why: &NoNumber) -> (Code, String, String) {
    let written = name.written();
    let listed = |names: &[String]| names.iter().take(MOST_NAMES).cloned().collect::<Vec<_>>().join(", ");
    match why {
        NoNumber::Lost(lost @ Lost::Unknown(_, names)) => {
            let near = lost.nearest(&name.0).map(|near| vietnamese::question(&near));
            let help = near.unwrap_or_else(|| format!("có: {}", listed(names)));
            (Code::UnknownId, format!("không có số nào tên «{written}»"), help)
        }
        NoNumber::Lost(Lost::Group(names)) => {
            let example = names.first().map_or_else(String::new, |name| format!(", ví dụ {written}.{name}"));
            (Code::UnknownId, format!("«{written}» là một nhóm số"), format!("gọi một số của nhóm{example}"))
        }
        NoNumber::Absent | NoNumber::Lost(Lost::Unclear) => (
            DISAGREE,
            format!("«{written}» không có số nào để đối chiếu"),
            "điền số ấy, hoặc bỏ dòng đối chiếu này".to_owned(),
        ),
        NoNumber::NotNumber => (
            Code::NotNumber,
            format!("«{written}» không phải một con số"),
            "viết tên một con số: tong.MÃ_CỘT, bang.MÃ.tong.MÃ_CỘT, kinh_phi.tong, chi_tieu.MÃ.gia_tri".to_owned(),
        ),
        NoNumber::NoMoneyUnit => (
            Code::NotNumber,
            format!("«{written}» là số tiền, mà cột không nói tính bằng đơn vị nào"),
            "thêm don_vi: triệu đồng vào bảng, hoặc ghi đơn vị trong ngoặc ở tiêu đề cột".to_owned(),
        ),
        NoNumber::OtherUnit(from, to) => (
            Code::NotNumber,
            format!("«{written}» tính bằng {}, bảng này tính bằng {}", from.name, to.name),
            "dùng cùng một đơn vị".to_owned(),
        ),
        NoNumber::OtherKind(kind) => (
            Code::NotNumber,
            format!("«{written}» là {}, không cùng loại", kind.what()),
            "đối chiếu hai số cùng loại".to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    fn plan(agreement: &str) -> String {
        let columns = "{ten: A}, {ten: Số hộ (hộ), ma: ho, loai: so}, {ten: Tiền, ma: tien, loai: so, so_le: 1}";
        let rows = "{ma: x, o: [x, 2, \"1,5\"]}, {ma: y, o: [y, 4, ~]}, {tong: Cộng}";
        format!(
            "kinh_phi: {{tong: \"1,54 triệu đồng\", khoan: {{k: {{ten: K, so_luong: 6, don_vi: hộ}}}}}}\nchi_tieu: {{c: {{ten: c, so_sanh: it_nhat, gia_tri: 5}}}}\nnoi_dung: [{{bang: {{ma: t, don_vi: triệu đồng, khop: [{agreement}], cot: [{columns}], dong: [{rows}]}}}}]"
        )
    }

    #[test]
    fn figures_are_compared_as_they_are_printed() {
        for right in [
            "{o: tong.tien, voi: kinh_phi.tong}",
            "{o: tong.ho, voi: kinh_phi.khoan.k.so_luong}",
            "{o: tong.ho, voi: chi_tieu.c.gia_tri}",
            "{o: so_dong, voi: bang.t.x.ho}",
        ] {
            check(&RULE, &plan(right), &[]);
        }
        let place = "{o: y.ho, voi: kinh_phi.khoan.k.so_luong}";
        let first = place.trim_end_matches('}');
        let message = format!("lỗi «{first}»: «y.ho» là 4, «kinh_phi.khoan.k.so_luong» là 6");
        check(&RULE, &plan(place), &[&message]);
    }

    #[test]
    fn names_that_give_no_number_are_told() {
        let told = |agreement: &str, message: &str| check(&RULE, &plan(agreement), &[message]);
        told("{o: tong.h, voi: kinh_phi.tong}", "lỗi «tong.h»: không có số nào tên «tong.h»");
        told("{o: tong, voi: kinh_phi.tong}", "lỗi «tong»: «tong» là một nhóm số");
        told("{o: y.tien, voi: kinh_phi.tong}", "lỗi «y.tien»: «y.tien» không có số nào để đối chiếu");
        told("{o: tong.ho, voi: dia_danh}", "lỗi «dia_danh»: «dia_danh» không phải một con số");
        told("{o: tong.ho, voi: bang.u.tong.ho}", "lỗi «bang.u.tong.ho»: không có số nào tên «bang.u.tong.ho»");
        let message = "lỗi «kinh_phi.tong»: «kinh_phi.tong» là số tiền, mà cột không nói tính bằng đơn vị nào";
        told("{o: tong.ho, voi: kinh_phi.tong}", message);
    }
}
