//! Numbers as Vietnamese writes them: a comma before decimals, points between thousands, and money.

use super::finding::{Fault, Finding};
use super::lexer::{Kind, Line};

/// Words behind a number that has decimals.
const UNITS: [&str; 14] =
    ["ha", "km", "kg", "m", "tỷ", "tỉ", "triệu", "nghìn", "ngàn", "tấn", "tạ", "lít", "đồng", "lần"];

/// A decimal point, or commas between thousands.
pub(super) fn find(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let number = line.letters(at);
    let has_comma = number.contains(',');
    if !has_comma && !number.contains('.') || !stands_alone(line, at) {
        return;
    }
    let right = if has_comma { grouped_by_commas(line, at, number) } else { decimal_point(line, at, number) };
    if let Some(right) = right {
        let message = if has_comma {
            format!("«{number}» dùng dấu phẩy ngăn hàng nghìn")
        } else {
            format!("«{number}» dùng dấu chấm trước phần thập phân")
        };
        found.push(Finding::mended(Fault::NumberMark, line.tokens[at].range(), message, right));
    }
}

/// Whether a number is no part of a code or of a date.
fn stands_alone(line: &Line<'_>, at: usize) -> bool {
    let joins =
        |kind: Option<Kind>| matches!(kind, Some(Kind::Word(_) | Kind::Mark('/' | '-' | '.' | '_' | '@' | ':')));
    !joins(at.checked_sub(1).and_then(|before| line.kind(before))) && !joins(line.kind(at + 1))
}

/// `7,5` for `7.5`, where a unit says that it is a measure; the number of a section begins a text.
fn decimal_point(line: &Line<'_>, at: usize, number: &str) -> Option<String> {
    let (whole, decimals) = number.split_once('.')?;
    let is_decimal = (1..=2).contains(&decimals.len()) && !decimals.contains('.') && !whole.is_empty();
    let unit = if line.kind(at + 1) == Some(Kind::Space) { line.letters(at + 2) } else { "" };
    let is_rate = unit == "tỷ" && matches!(line.letters(at + 4), "lệ" | "trọng" | "suất");
    let is_measure = line.is_mark(at + 1, '%') || UNITS.contains(&unit) && !is_rate;
    let is_label = line.tokens[..at].iter().all(|token| token.kind == Kind::Space)
        || matches!(
            line.before(at),
            "mục" | "Mục" | "khoản" | "điểm" | "tiểu" | "số" | "biểu" | "Biểu" | "bảng" | "Bảng"
        );
    (is_decimal && is_measure && !is_label).then(|| format!("{whole},{decimals}"))
}

/// `1.234.567` for `1,234,567`; one comma, or a list of numbers in three digits, needs a unit.
fn grouped_by_commas(line: &Line<'_>, at: usize, number: &str) -> Option<String> {
    let (whole, decimals) = number.split_once('.').map_or((number, None), |(whole, decimals)| (whole, Some(decimals)));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<_> = groups.collect();
    let is_grouped = (1..=3).contains(&first.len()) && !rest.is_empty() && rest.iter().all(|group| group.len() == 3);
    let is_money = line.kind(at + 1) == Some(Kind::Space) && matches!(line.letters(at + 2), "đồng" | "VNĐ" | "VND");
    let is_plain = rest.len() > 1 && first.len() < 3 || decimals.is_some();
    let right = || {
        let whole = whole.replace(',', ".");
        decimals.map_or_else(|| whole.clone(), |decimals| format!("{whole},{decimals}"))
    };
    (is_grouped && !first.starts_with('0') && (is_money || is_plain)).then(right)
}

/// VNĐ.
pub(super) fn find_currency(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    if line.letters(at) == "VNĐ" && !line.is_part_of_code(at) {
        let message = "«VNĐ» không phải ký hiệu tiền";
        found.push(Finding::mended(Fault::Currency, line.tokens[at].range(), message, "đồng"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::trial::{check, silent};

    #[test]
    fn decimals_stand_behind_a_comma() {
        check(
            Fault::NumberMark,
            "Giảm 7.5%, còn 12.25 ha và 1.5 triệu đồng",
            &["7.5 → 7,5", "12.25 → 12,25", "1.5 → 1,5"],
        );
    }

    #[test]
    fn thousands_are_parted_by_points() {
        check(Fault::NumberMark, "Vốn 1,234,567 và 500,000 đồng", &["1,234,567 → 1.234.567", "500,000 → 500.000"]);
        check(
            Fault::NumberMark,
            "Tổng 1,234.5 và 12,345,678.25",
            &["1,234.5 → 1.234,5", "12,345,678.25 → 12.345.678,25"],
        );
        check(Fault::Currency, "Vốn 5 triệu VNĐ", &["VNĐ → đồng"]);
    }

    #[test]
    fn numbers_of_sections_codes_and_lists_are_left_alone() {
        silent(&[
            "1.2 tỷ lệ hộ nghèo",
            "Mục 2.1 tỷ lệ, mục 2.1 ha, công nghiệp 4.0, Bộ số 1.2.3, 1.234 ha, 1.234,5 triệu đồng, 1,234 triệu đồng",
            "các bản đồ 101,102,103; 15.3.2026; 3.500.000 đồng; 0,5%; VND; A1,5; 12.5/KH",
        ]);
    }
}
