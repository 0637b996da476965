//! Two units of money for one number.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::mount::Mount;
use crate::plan::table::Table;
use crate::plan::table::UNIT;
use crate::value::{MoneyUnit, Text};

/// A table says twice in which unit its money is, and differently.
pub const UNITS_DISAGREE: Code = Code {
    id: "KH-0357",
    title: "hai đơn vị tiền trong một bảng",
    about: "Dòng «Đơn vị tính» trên bảng và tiêu đề cột, hoặc hai tiêu đề cột của bảng tự lập, ghi hai đơn vị tiền khác nhau: \
            người đọc không biết số tính theo đơn vị nào. Giữ một đơn vị.",
};

/// The line above a table and the title of a column name two units of money, or two titles of a generated table do.
pub static RULE: Rule = Rule {
    code: UNITS_DISAGREE,
    level: Severity::Error,
    reason: "mỗi con số chỉ đứng dưới một đơn vị tiền",
    about: UNITS_DISAGREE.about,
    wrong: "noi_dung: [{bang: {don_vi: tỷ đồng, cot: [{ten: Thôn}, {ten: Vốn (triệu đồng), loai: so}], dong: [[A, 5]]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Vốn (triệu đồng), loai: so}], dong: [[A, 5]]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, _) in case.tables() {
        judge_table(table, found);
    }
    for mount in case.plan.mounts() {
        judge_mount(mount, found);
    }
}

fn judge_table(table: &Table, found: &mut Vec<Diagnostic>) {
    // The line above says it of every number; «triệu đồng, hộ» and the like leave it to the titles.
    let above = table.unit.as_ref().map(|unit| format!("({})", unit.letters()));
    let Some(above) = above.filter(|unit| !unit.contains([',', ';'])).and_then(|unit| MoneyUnit::named_in(&unit))
    else {
        return;
    };
    let leaves = table.leaves().0;
    for title in leaves.iter().filter(|column| column.holds().is_figure()).filter_map(|column| column.title.as_ref()) {
        let letters = title.letters();
        // «đồng/hộ» is a rate, no other unit of the same money.
        let Some(own) = MoneyUnit::named_in(&letters).filter(|own| *own != above && !letters.contains('/')) else {
            continue;
        };
        let message = format!("tiêu đề cột ghi «{}», dòng «Đơn vị tính» trên bảng ghi «{}»", own.name, above.name);
        let help = format!("xóa {} của bảng và ghi đơn vị ở từng cột, hoặc sửa tiêu đề cột", UNIT.name());
        found.push(Diagnostic::error(UNITS_DISAGREE, title.span.clone(), message).help(help));
    }
}

fn judge_mount(mount: &Mount, found: &mut Vec<Diagnostic>) {
    let mut titles = mount.titles_with_units();
    let Some((_, first)) = titles.next() else { return };
    for (column, other) in titles.filter(|(_, unit)| *unit != first) {
        let span = column.title.as_ref().map_or(&column.key.span, |title: &Text| &title.span).clone();
        let message = format!("tiêu đề này ghi «{}», tiêu đề trước của bảng ghi «{}»", other.name, first.name);
        let help = format!("một bảng tự lập in tiền theo một đơn vị: ghi «{}» ở cả các tiêu đề", first.name);
        found.push(Diagnostic::error(UNITS_DISAGREE, span, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn one_number_has_one_unit() {
        check(
            &RULE,
            RULE.wrong,
            &["lỗi «Vốn (triệu đồng)»: tiêu đề cột ghi «triệu đồng», dòng «Đơn vị tính» trên bảng ghi «tỷ đồng»"],
        );
        let table = |unit: &str, title: &str| {
            format!(
                "noi_dung: [{{bang: {{don_vi: {unit}, cot: [{{ten: A}}, {{ten: {title}, loai: so}}], dong: [[A, 5]]}}}}]"
            )
        };
        check(&RULE, &table("triệu đồng", "Vốn (triệu đồng)"), &[]);
        check(&RULE, &table("triệu đồng", "Mức hỗ trợ (đồng/hộ)"), &[]);
        check(&RULE, &table("hộ", "Vốn (tỷ đồng)"), &[]);
        let mount = "noi_dung: [{in: kinh_phi, dang: bang, cot: [noi_dung, {so_tien: Vốn (tỷ đồng)}, {theo_nam: Chia ra (triệu đồng)}]}]\nkinh_phi: {khoan: {a: {ten: A, so_tien: 1 đồng}}}";
        check(
            &RULE,
            mount,
            &["lỗi «Chia ra (triệu đồng)»: tiêu đề này ghi «triệu đồng», tiêu đề trước của bảng ghi «tỷ đồng»"],
        );
        check(&RULE, &mount.replace("triệu", "tỷ"), &[]);
    }
}
