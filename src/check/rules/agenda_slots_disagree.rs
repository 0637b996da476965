//! An agenda whose times do not follow each other.

use crate::check::rule::{Case, Rule};
use crate::check::trees::every_agenda;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::agenda::{self, AgendaDay, AgendaItem, Slot};
use crate::value::{ClockTime, Duration};

/// An agenda whose times do not follow each other.
pub const SLOTS_DISAGREE: Code = Code {
    id: "KH-0338",
    title: "giờ của lịch không khớp",
    about: "Hai mục của lịch chồng giờ nhau, một mục kết thúc trước khi bắt đầu, hoặc tổng thời gian ghi khác với tổng tính được. \
            Sửa giờ được nêu.",
};

/// The times of an agenda overlap, run backwards, cannot be told, or are another total than is stated.
pub static RULE: Rule = Rule {
    code: SLOTS_DISAGREE,
    level: Severity::Error,
    reason: "mỗi lúc một việc, việc sau tiếp việc trước",
    about: "Mỗi mục bắt đầu khi mục trên nó đã xong, kết thúc sau khi bắt đầu, trong cùng một ngày; giờ bắt đầu không viết thì là \
            giờ mục trên kết thúc. Các ngày theo thứ tự. Tổng thời gian (tong) bằng tổng của các mục.",
    wrong: "noi_dung: [{lich: {bat_dau: 07 giờ 30, muc: [{trong: 45 phút, viec: Đón tiếp}, {tu: 08 giờ 00, trong: 1 giờ, viec: Khai mạc}]}}]",
    right: "noi_dung: [{lich: {bat_dau: 07 giờ 30, muc: [{trong: 45 phút, viec: Đón tiếp}, {tu: 08 giờ 15, trong: 1 giờ, viec: Khai mạc}]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for agenda in every_agenda(case.plan) {
        for day in &agenda.days {
            judge_day(day, found);
        }
        let dated = || agenda.days.iter().filter_map(|day| day.date.as_ref());
        for (before, after) in dated().zip(dated().skip(1)) {
            if let (Some(first), Some(second)) = (before.value.0.to_day(), after.value.0.to_day())
                && second <= first
            {
                let message =
                    format!("ngày {} của lịch không sau ngày {} ở trên nó", second.display(), first.display());
                let finding = Diagnostic::error(SLOTS_DISAGREE, after.span.clone(), message);
                found.push(
                    finding.label(before.span.clone(), "ngày đứng trước").help("sửa ngày, hoặc đổi chỗ hai ngày"),
                );
            }
        }
    }
}

fn judge_day(day: &AgendaDay, found: &mut Vec<Diagnostic>) {
    let slots = day.slots();
    // An item that is wrong leaves the times of those after it open.
    let mut is_sound = true;
    let mut free: Option<ClockTime> = day.start.as_ref().map(|start| start.value);
    for (item, slot) in day.items.iter().zip(&slots).filter(|(item, _)| item.part.is_none()) {
        let wrong = fault(item, *slot, free);
        if is_sound || item.from.is_some() {
            is_sound = wrong.is_none() && item.place.refused.is_empty();
            found.extend(wrong);
        }
        free = slot.end.or(slot.start).or(free);
    }
    found.extend(wrong_total(day, &slots));
}

/// What is wrong with when an item is, beside the moment from which on there is time for it.
fn fault(item: &AgendaItem, slot: Slot, free: Option<ClockTime>) -> Option<Diagnostic> {
    let error = |key: &str, message: String, help: String| {
        Some(Diagnostic::error(SLOTS_DISAGREE, item.place.of(key), message).help(help))
    };
    let (from, to, lasting) = (agenda::FROM.name(), agenda::TO.name(), agenda::LASTING.name());
    let Some(start) = slot.start else {
        if item.place.has(from) {
            return None;
        }
        let message = "không biết mục này bắt đầu lúc nào".to_owned();
        let help = format!("thêm {from}: {}; hoặc thêm «{lasting}», «{to}» vào mục trên nó", agenda::FROM.key.example);
        return error(agenda::WHAT.name(), message, help);
    };
    if let Some(free) = free.filter(|free| item.from.is_some() && start < *free) {
        let message = format!("mục này bắt đầu lúc {}, mục trên đến {} mới xong", start.display(), free.display());
        return error(from, message, format!("sửa giờ; bỏ «{from}» thì mục này tiếp ngay mục trên"));
    }
    if let Some(end) = item.to.as_ref().map(|end| end.value) {
        let Some(length) = end.since(start) else {
            let message = format!("mục này kết thúc lúc {}, không sau giờ bắt đầu {}", end.display(), start.display());
            return error(to, message, format!("sửa giờ, hoặc thay «{to}» bằng «{lasting}»"));
        };
        if let Some(stated) = item.lasting.as_ref().filter(|stated| stated.value != length) {
            let message = format!(
                "mục này ghi dài {}, từ {} đến {} là {}",
                stated.display(),
                start.display(),
                end.display(),
                length.display()
            );
            return error(lasting, message, format!("sửa một trong hai, hoặc bỏ «{lasting}»"));
        }
    } else if let Some(stated) = item.lasting.as_ref().filter(|_| slot.end.is_none()) {
        let message =
            format!("mục này bắt đầu lúc {}, dài {} thì sang ngày hôm sau", start.display(), stated.display());
        return error(lasting, message, "sửa giờ, hoặc đưa mục này sang ngày khác".to_owned());
    }
    None
}

/// The finding for a stated total that the items do not make up; nothing while one of them has no length.
fn wrong_total(day: &AgendaDay, slots: &[Slot]) -> Option<Diagnostic> {
    let stated = day.total.as_ref()?;
    let items = day.items.iter().zip(slots).filter(|(item, _)| item.part.is_none());
    let sum: Duration = items.map(|(_, slot)| slot.length()).sum::<Option<Duration>>()?;
    (sum != stated.value).then(|| {
        let message = format!("tổng thời gian ghi {}, các mục cộng lại được {}", stated.display(), sum.display());
        let help = format!("sửa số sai, hoặc xóa «{}»", agenda::TOTAL.name());
        Diagnostic::error(SLOTS_DISAGREE, stated.span.clone(), message).help(help)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial;

    #[track_caller]
    fn check(keys: &str, expected: &[&str]) {
        trial::check(&RULE, &format!("noi_dung: [{{lich: {{{keys}}}}}]"), expected);
    }

    #[test]
    fn items_do_not_overlap() {
        check(
            "bat_dau: 7h30, muc: [{trong: 30 phút, viec: A}, {den: 8h15, viec: B}, {tu: 9h, trong: 1 giờ, viec: C}]",
            &[],
        );
        let message = "lỗi «tu»: mục này bắt đầu lúc 08 giờ 00, mục trên đến 08 giờ 15 mới xong";
        check("bat_dau: 7h30, muc: [{trong: 45 phút, viec: A}, {tu: 8h, trong: 1 giờ, viec: B}]", &[message]);
        let message = "lỗi «tu»: mục này bắt đầu lúc 07 giờ 00, mục trên đến 07 giờ 30 mới xong";
        check("bat_dau: 7h30, muc: [{tu: 7h, den: 8h, viec: A}]", &[message]);
        let message = "lỗi «tu»: mục này bắt đầu lúc 08 giờ 00, mục trên đến 09 giờ 00 mới xong";
        check("muc: [{tu: 9h, viec: A}, {tu: 8h, viec: B}]", &[message]);
    }

    #[test]
    fn items_end_after_they_begin() {
        let message = "lỗi «den»: mục này kết thúc lúc 08 giờ 00, không sau giờ bắt đầu 09 giờ 00";
        check("muc: [{tu: 9h, den: 8h, viec: A}]", &[message]);
        let message = "lỗi «trong»: mục này ghi dài 30 phút, từ 08 giờ 00 đến 09 giờ 00 là 1 giờ";
        check("muc: [{tu: 8h, den: 9h, trong: 30 phút, viec: A}]", &[message]);
        let message = "lỗi «trong»: mục này bắt đầu lúc 23 giờ 00, dài 2 giờ thì sang ngày hôm sau";
        check("muc: [{tu: 23h, trong: 2 giờ, viec: A}]", &[message]);
    }

    #[test]
    fn the_beginning_of_an_item_is_known() {
        let message = "lỗi «viec»: không biết mục này bắt đầu lúc nào";
        check("muc: [{trong: 30 phút, viec: A}, {trong: 30 phút, viec: B}]", &[message]);
        check("bat_dau: 8h, muc: [{viec: A}, {trong: 30 phút, viec: B}]", &[message]);
        check("bat_dau: 8h, muc: [{buoi: Sáng}, {viec: A}, {buoi: Chiều}, {tu: 13h, viec: B}]", &[]);
    }

    #[test]
    fn totals_and_days_are_compared() {
        let items = "muc: [{buoi: Sáng}, {tu: 8h, den: 9h, viec: A}, {tu: 10h, trong: 90 phút, viec: B}]";
        check(&format!("tong: 2 giờ 30 phút, {items}"), &[]);
        let message = "lỗi «3 giờ»: tổng thời gian ghi 3 giờ, các mục cộng lại được 2 giờ 30 phút";
        check(&format!("tong: 3 giờ, {items}"), &[message]);
        let days =
            |first: &str, second: &str| format!("cac_ngay: [{{ngay: {first}, {items}}}, {{ngay: {second}, {items}}}]");
        check(&days("15/6/2026", "16/6/2026"), &[]);
        let message = "lỗi «15/6/2026»: ngày 15/6/2026 của lịch không sau ngày 16/6/2026 ở trên nó";
        check(&days("16/6/2026", "15/6/2026"), &[message]);
    }
}
