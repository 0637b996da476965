//! A weekday beside a date that has another.

use std::borrow::Cow;

use crate::check::rule::{Case, Rule};
use crate::check::weekdays::{Claim, claims};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::whole::EVENTS;
use crate::plan::{Plan, event};
use crate::schema::{Visitor, Walk};
use crate::source::Span;
use crate::value::{Named, Part, Text, What};

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
        let claims = claims(&letters(case.plan, text));
        let wrong = claims.iter().enumerate().filter(|(_, claim)| claim.day.weekday() != claim.weekday);
        found.extend(wrong.map(|(at, claim)| {
            // How often the same words stand before it tells which of them are meant.
            let alike = |words: fn(&Claim) -> &String| {
                let same = |other: &&Claim| words(other) == words(claim);
                (claims[..at].iter().filter(same).count(), claims.iter().filter(same).count())
            };
            let whole = place(text, &claim.both, alike(|claim| &claim.both));
            let weekday = || place(text, &claim.written, alike(|claim| &claim.written));
            finding(claim, whole.or_else(weekday).unwrap_or_else(|| text.span.first_line()))
        }));
    }
}

/// The letters of a text, with the days of events that it names.
fn letters<'a>(plan: &Plan, text: &'a Text) -> Cow<'a, str> {
    if let [Part { what: What::Words(words), .. }] = text.parts.as_slice() {
        return Cow::Borrowed(words);
    }
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

fn finding(claim: &Claim, span: Span) -> Diagnostic {
    let right = claim.day.weekday().name();
    let message = format!("ngày {} là {right}, không phải {}", claim.day.display(), claim.weekday.name());
    let help = format!("sửa thành «{right}», hoặc sửa ngày");
    Diagnostic::error(WRONG_WEEKDAY, span, message).as_warning().help(help)
}

/// Where words of a text stand, which are the `which`th of so many alike.
fn place(text: &Text, words: &str, (which, of): (usize, usize)) -> Option<Span> {
    let found: Vec<_> = text.span.text().match_indices(words).map(|(at, _)| text.span.range.start + at).collect();
    let at = *found.get(which).filter(|_| found.len() == of)?;
    Some(Span::new(&text.span.file, at..at + words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn weekdays_agree_with_dates_wherever_words_stand() {
        let message = "cảnh báo «thứ Ba, ngày 15/6/2026»: ngày 15/6/2026 là thứ Hai, không phải thứ Ba";
        let sentence = "\"Họp sáng thứ Ba, ngày 15/6/2026.\"";
        check(&RULE, &format!("noi_dung: [{{loi: {sentence}}}]"), &[message]);
        check(&RULE, &format!("nhiem_vu: {{a: {{viec: A, thoi_han: {sentence}}}}}"), &[message]);
        check(&RULE, &format!("trach_nhiem: [{{co_quan: a, viec: [{sentence}]}}]"), &[message]);
        check(&RULE, &format!("nhiem_vu: {{a: {{viec: {sentence}, san_pham: [{sentence}]}}}}"), &[message, message]);
        let agenda =
            format!("{{ten: {sentence}, bat_dau: 7h30, muc: [{{trong: 1 giờ, viec: {sentence}, nguoi: {sentence}}}]}}");
        check(&RULE, &format!("noi_dung: [{{lich: {agenda}}}]"), &[message; 3]);
        check(&RULE, &format!("kinh_phi: {{khoan: {{a: {{ten: {sentence}, loi: {sentence}}}}}}}"), &[message; 2]);
        check(&RULE, "mo_dau: [\"Họp sáng thứ Hai, ngày 15/6/2026.\"]", &[]);
    }

    #[test]
    fn days_of_events_are_dates_too() {
        let plan = "su_kien: {le: {ten: lễ, ngay: 05/9/2026}}\nmo_dau: [\"Vào thứ Hai, ngày {{ su_kien.le.ngay }}.\"]";
        check(&RULE, plan, &["cảnh báo «thứ Hai»: ngày 05/9/2026 là thứ Bảy, không phải thứ Hai"]);
        check(&RULE, &plan.replace("thứ Hai", "thứ Bảy"), &[]);
    }
}
