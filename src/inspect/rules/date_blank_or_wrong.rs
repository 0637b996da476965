//! A date that is blank, padded wrongly, or no day of the calendar.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::date_fields;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};
use crate::vietnamese;

/// A date that is blank, padded wrongly, or no day of the calendar.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-D02",
        title: "ngày ban hành trống, viết sai",
        about: "Ngày dưới 10 và tháng 1, tháng 2 viết thêm số 0 ở trước; các tháng khác thì không: ngày 05 tháng 3.",
    },
    is_for_final: true,
    clause: "Phụ lục I, phần I, mục II, khoản 4",
    docx: "ngày, tháng của dòng địa danh, thời gian",
    pdf: "ngày, tháng của dòng địa danh, thời gian",
    cure: "Viết «ngày 05 tháng 3 năm 2026»: ngày 01–09, tháng 01, 02 có số 0, tháng 3–9 không.",
    wrong: "ngày 5 tháng 03 năm 2026",
    right: "ngày 05 tháng 3 năm 2026",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::PlaceDate)?;
    let Some([day, month, year]) = date_fields(&part.text) else {
        return Err(not_applicable("dòng thời gian không đúng dạng để đọc"));
    };
    let (Ok(day_number), Ok(month_number), Ok(year_number)) =
        (day.parse::<u8>(), month.parse::<u8>(), year.parse::<u16>())
    else {
        found.on(part.piece, "ngày, tháng ban hành còn trống");
        return Ok(());
    };
    if !is_day(day_number, month_number, year_number) {
        found.on(part.piece, &format!("không có ngày {day} tháng {month} năm {year}"));
        return Ok(());
    }
    let right = [vietnamese::day(day_number), vietnamese::month(month_number)];
    if right != [day, month] {
        let [right_day, right_month] = right;
        found.on(part.piece, &format!("«ngày {day} tháng {month}» viết là «ngày {right_day} tháng {right_month}»"));
    }
    Ok(())
}

/// Whether a day is one of the calendar.
fn is_day(day: u8, month: u8, year: u16) -> bool {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}
