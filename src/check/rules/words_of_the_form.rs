//! Words that the form prints by itself and that are written once more.

use crate::check::letters::strip_start;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::recipient::Recipient;
use crate::plan::whole::ARCHIVE;
use crate::value::Text;

/// Words that would be printed twice.
pub const PRINTED_TWICE: Code = Code {
    id: "KH-0419",
    title: "chữ này chương trình tự in",
    about: "Chương trình tự in những chữ cố định của mẫu: KẾ HOẠCH trên trích yếu, Căn cứ trước căn cứ, số trước số hiệu, Phụ lục I \
            trên tên phụ lục, Lưu: trước nơi lưu, Dự án 1 trước tên dự án, «báo cáo» trước nội dung báo cáo, Luật trước tên luật, \
            dấu ngoặc quanh mục đích gửi ở nơi nhận. Viết thêm thì in hai lần.",
};

/// A value begins with the words that the form prints before it.
pub static RULE: Rule = Rule {
    code: PRINTED_TWICE,
    level: Severity::Warning,
    reason: "chữ cố định của mẫu do chương trình in, viết thêm thì thành hai lần",
    about: PRINTED_TWICE.about,
    wrong: "trich_yeu: Kế hoạch giảm nghèo năm 2026",
    right: "trich_yeu: Giảm nghèo năm 2026",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let mut look = |text: Option<&Text>, words: &str| {
        let letters = text.map(Text::letters).unwrap_or_default();
        if let Some(text) = text
            && let Some(rest) = strip_start(letters.trim_start(), words)
            && !rest.trim().is_empty()
        {
            found.push(finding(text, &letters, rest));
        }
    };
    look(plan.subject.as_ref().filter(|subject| !is_planning(subject)), "kế hoạch");
    for basis in &plan.legal_bases {
        let verb = basis.verb.as_ref().map_or_else(|| "Căn cứ".to_owned(), Text::letters).to_lowercase();
        if basis.documents.0.is_empty() {
            look(basis.text.as_ref(), &verb);
        }
    }
    for document in plan.documents.values() {
        look(document.number.as_ref(), "số");
        // Of a law nothing stands between its kind and its name.
        let kind = document.kind.as_ref().map(|kind| kind.letters().to_lowercase()).unwrap_or_default();
        if matches!(kind.as_str(), "luật" | "bộ luật" | "pháp lệnh") {
            look(document.subject.as_ref(), &kind);
        }
    }
    for line in &plan.archive.0 {
        look(Some(line), "lưu");
    }
    for report in plan.reports.values() {
        look(report.what.as_ref(), "báo cáo");
    }
    numbered(plan, &mut look);
    found.extend(plan.recipients.iter().filter_map(recipient));
}

/// A line of nơi nhận that brings the brackets of its purpose, or is that of the archive.
fn recipient(line: &Recipient) -> Option<Diagnostic> {
    if let Some(purpose) = line.purpose.as_ref().filter(|purpose| purpose.letters().starts_with('(')) {
        let words = purpose.letters();
        let message = "dấu ngoặc quanh lời này do chương trình tự in, viết thêm thì in hai lần";
        let help = format!("viết «{}»", words.trim_matches(['(', ')', ' ']));
        return Some(Diagnostic::error(PRINTED_TWICE, purpose.span.first_line(), message).as_warning().help(help));
    }
    let text = line.text.as_ref()?;
    let letters = text.letters();
    let behind = strip_start(letters.trim_start(), "lưu")?.trim_start().strip_prefix(':')?;
    let message = "dòng «Lưu:» do chương trình tự in, viết thêm thì in hai lần";
    let help = format!("bỏ dòng này ở nơi nhận; viết {}: \"{}\" nếu khác VT", ARCHIVE.name(), behind.trim());
    Some(Diagnostic::error(PRINTED_TWICE, text.span.first_line(), message).as_warning().help(help))
}

/// Whether a subject is about family planning, in the words of a plan.
fn is_planning(subject: &Text) -> bool {
    subject.letters().to_lowercase().starts_with("kế hoạch hóa")
}

/// Names behind a number that the program gives: appendices, projects of the programme.
fn numbered(plan: &Plan, look: &mut impl FnMut(Option<&Text>, &str)) {
    for appendix in plan.appendices.values() {
        let title = appendix.title.as_ref();
        let letters = title.map(Text::letters).unwrap_or_default();
        // «Phụ lục» alone may begin a true title; with a number behind it is the label.
        let behind = strip_start(&letters, "phụ lục").unwrap_or_default().trim_start();
        let is_label = behind.starts_with(|letter: char| "IVX0123456789:".contains(letter));
        look(title.filter(|_| is_label), "phụ lục");
    }
    for project in plan.programme.iter().flat_map(|programme| programme.projects.values()) {
        let number = project.number.as_ref().map(Text::letters).unwrap_or_default();
        let kind = if project.part_of.is_some() { "tiểu dự án" } else { "dự án" };
        look(project.name.as_ref(), &format!("{kind} {}", number.to_lowercase()));
    }
}

fn finding(text: &Text, letters: &str, rest: &str) -> Diagnostic {
    let printed = letters.trim_start().strip_suffix(rest).unwrap_or(letters);
    let message = format!("«{printed}» do chương trình tự in, viết thêm thì in hai lần");
    // What numbers an appendix is not its name either.
    let rest = rest.trim_start_matches([' ', ':', '.', '-']);
    let behind = rest.trim_start_matches(|letter: char| "IVX".contains(letter) || letter.is_ascii_digit());
    let rest = if behind.starts_with([':', '.', '-']) { behind.trim_start_matches([' ', ':', '.', '-']) } else { rest };
    let help = format!("bỏ «{printed}», viết tiếp từ «{}»", crate::vietnamese::shortened(rest));
    Diagnostic::error(PRINTED_TWICE, text.span.first_line(), message).as_warning().help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn twice(plan: &str, place: &str, words: &str) {
        check(
            &RULE,
            plan,
            &[&format!("cảnh báo «{place}»: «{words}» do chương trình tự in, viết thêm thì in hai lần")],
        );
    }

    #[test]
    fn words_of_the_form_are_not_written() {
        twice("trich_yeu: KẾ HOẠCH giảm nghèo", "KẾ HOẠCH giảm nghèo", "KẾ HOẠCH");
        twice("can_cu: [{loi: Căn cứ chức năng}]", "Căn cứ chức năng", "Căn cứ");
        twice("can_cu: [{dong_tu: Thực hiện, loi: thực hiện chỉ đạo}]", "thực hiện chỉ đạo", "thực hiện");
        twice("van_ban: {a: {loai: Kế hoạch, so_hieu: số 21/KH-UBND}}", "số 21/KH-UBND", "số");
        twice("luu: \"Lưu: VT\"", "\"Lưu: VT\"", "Lưu");
        twice("phu_luc: {a: {ten: \"Phụ lục I: Biểu\", noi_dung: [Câu.]}}", "\"Phụ lục I: Biểu\"", "Phụ lục");
        let programme = "chuong_trinh: {ten: CT, du_an: {a: {so: 1, ten: \"Dự án 1: Nhà ở\"}}}";
        twice(programme, "\"Dự án 1: Nhà ở\"", "Dự án 1");
        twice("bao_cao: {a: {noi_dung: báo cáo tiến độ, co_quan: x, gui: x}}", "báo cáo tiến độ", "báo cáo");
    }

    #[test]
    fn lines_of_recipients_are_printed_once() {
        let line = |line: &str, message: &str| check(&RULE, &format!("noi_nhan: [{line}]"), &[message]);
        let brackets = "cảnh báo «(báo cáo)»: dấu ngoặc quanh lời này do chương trình tự in, viết thêm thì in hai lần";
        line("{loi: UBND tỉnh, de: (báo cáo)}", brackets);
        line("\"Lưu: VT\"", "cảnh báo «\"Lưu: VT\"»: dòng «Lưu:» do chương trình tự in, viết thêm thì in hai lần");
        check(&RULE, "noi_nhan: [Lưu trú sinh viên, {loi: UBND tỉnh, de: báo cáo}]", &[]);
        twice("van_ban: {a: {loai: Luật, trich_yeu: Luật Đất đai}}", "Luật Đất đai", "Luật");
    }

    #[test]
    fn like_words_may_be_meant() {
        check(&RULE, "trich_yeu: Kế hoạch hóa gia đình năm 2026", &[]);
        check(&RULE, "phu_luc: {a: {ten: Phụ lục hợp đồng mẫu, noi_dung: [Câu.]}}", &[]);
        check(&RULE, "can_cu: [{dong_tu: Thực hiện, loi: chỉ đạo của Chủ tịch}]", &[]);
    }
}
