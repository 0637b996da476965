//! A weekday beside a date that has another.

use crate::check::rule::{Case, Rule};
use crate::check::weekdays::{Claim, claims};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::whole::EVENTS;
use crate::plan::{Plan, event};
use crate::schema::{Visitor, Walk};
use crate::source::Span;
use crate::value::{Named, Text, What};

/// A weekday beside a date that has another.
pub const WRONG_WEEKDAY: Code = Code {
    id: "KH-0339",
    title: "thứ không đúng với ngày",
    about: "Thứ viết cạnh một ngày không phải thứ của ngày ấy. Sửa thứ theo thông báo, hoặc sửa ngày. Chỉ xét ngày viết đủ năm, \
            và chỗ chắc chắn nói về thứ: «lần thứ hai» thì không.",
};

/// A text writes a weekday beside a date that has another.
pub static RULE: Rule = Rule {
    code: WRONG_WEEKDAY,
    level: Severity::Warning,
    reason: "thứ và ngày lệch nhau thì người đọc đến nhầm ngày",
    about: WRONG_WEEKDAY.about,
    wrong: "mo_dau: [\"Khai mạc lúc 07 giờ 30 thứ Ba, ngày 15/6/2026.\"]",
    right: "mo_dau: [\"Khai mạc lúc 07 giờ 30 thứ Hai, ngày 15/6/2026.\"]",
    check,
};

#[derive(Default)]
struct Texts<'a>(Vec<&'a Text>);

impl<'a> Visitor<'a> for Texts<'a> {
    fn text(&mut self, text: &'a Text) {
        self.0.push(text);
    }
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let mut texts = Texts::default();
    case.plan.walk(&mut texts);
    for text in texts.0 {
        let wrong = claims(&letters(case.plan, text)).into_iter().filter(|claim| claim.day.weekday() != claim.weekday);
        found.extend(wrong.map(|claim| finding(text, &claim)));
    }
}

/// The letters of a text, with the days of events that it names.
fn letters(plan: &Plan, text: &Text) -> String {
    let shown = |named: &Named| match named.path.as_slice() {
        [root, id, key] if root == EVENTS.name() && key == event::DATE.name() => {
            let date = plan.events.get(id).and_then(|event| event.date.as_ref());
            date.map(|date| date.display_short()).unwrap_or_default()
        }
        [..] => "{{ }}".to_owned(),
    };
    let spelled = |what: &What| match what {
        What::Words(words) => words.clone(),
        What::Value(named) => shown(named),
        What::Break => " ".to_owned(),
    };
    text.parts.iter().map(|part| spelled(&part.what)).collect()
}

fn finding(text: &Text, claim: &Claim) -> Diagnostic {
    let right = claim.day.weekday().name();
    let message = format!("ngày {} là {right}, không phải {}", claim.day.display(), claim.weekday.name());
    let help = format!("sửa thành «{right}», hoặc sửa ngày");
    Diagnostic::error(WRONG_WEEKDAY, place(text, &claim.written), message).as_warning().help(help)
}

/// Where words of a text stand, if they stand in it once.
fn place(text: &Text, words: &str) -> Span {
    let whole = text.span.text();
    let mut found = whole.match_indices(words).map(|(at, _)| text.span.range.start + at);
    match (found.next(), found.next()) {
        (Some(at), None) => Span::new(&text.span.file, at..at + words.len()),
        (Some(_) | None, _) => text.span.first_line(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn weekdays_agree_with_dates_wherever_words_stand() {
        let message = "cảnh báo «thứ Ba»: ngày 15/6/2026 là thứ Hai, không phải thứ Ba";
        let sentence = "\"Họp sáng thứ Ba, ngày 15/6/2026.\"";
        check(&RULE, &format!("noi_dung: [{{loi: {sentence}}}]"), &[message]);
        check(&RULE, &format!("nhiem_vu: {{a: {{viec: A, thoi_han: {sentence}}}}}"), &[message]);
        check(&RULE, &format!("trach_nhiem: [{{co_quan: a, viec: [{sentence}]}}]"), &[message]);
        check(&RULE, "mo_dau: [\"Họp sáng thứ Hai, ngày 15/6/2026.\"]", &[]);
    }

    #[test]
    fn days_of_events_are_dates_too() {
        let plan = "su_kien: {le: {ten: lễ, ngay: 05/9/2026}}\nmo_dau: [\"Vào thứ Hai, ngày {{ su_kien.le.ngay }}.\"]";
        check(&RULE, plan, &["cảnh báo «thứ Hai»: ngày 05/9/2026 là thứ Bảy, không phải thứ Hai"]);
        check(&RULE, &plan.replace("thứ Hai", "thứ Bảy"), &[]);
    }
}
