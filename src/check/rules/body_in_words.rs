//! A declared body that is named in words where its id belongs.

use crate::check::mentions::{self, Who};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

/// Words that are the name of a declared body, in place of its id.
pub const BODY_IN_WORDS: Code = Code {
    id: "KH-0323",
    title: "ghi tên cơ quan thay cho mã",
    about: "Chỗ này ghi bằng lời đúng tên một cơ quan đã khai báo. Viết mã của cơ quan ấy, để danh sách tự liệt kê tìm thấy.",
};

/// A task or a project names a declared body by its name, not by its id.
pub static RULE: Rule = Rule {
    code: BODY_IN_WORDS,
    level: Severity::Warning,
    reason: "«liet_ke» tìm nhiệm vụ, dự án của một cơ quan theo mã của nó",
    about: "Lời đúng là tên hay tên ngắn của một cơ quan đã khai báo vẫn được in, nhưng «liet_ke» không tìm thấy việc ấy. Viết mã của cơ quan.",
    wrong: "co_quan: {kt: {ten: Phòng Kinh tế}}\nnhiem_vu: {a: {viec: A, chu_tri: Phòng Kinh tế}}",
    right: "co_quan: {kt: {ten: Phòng Kinh tế}}\nnhiem_vu: {a: {viec: A, chu_tri: kt}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    for mention in mentions::of_tasks(plan).into_iter().chain(mentions::of_projects(plan)).flatten() {
        let Who::Words(words) = mention.who else { continue };
        let Some(id) = mentions::declared(plan, words) else { continue };
        let message =
            format!("«{}» là tên của cơ quan «{id}», viết bằng lời thì «liet_ke» không tìm thấy", words.letters());
        let help = format!("viết mã {id}");
        found.push(Diagnostic::error(BODY_IN_WORDS, words.span.first_line(), message).as_warning().help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn names_and_short_names_have_ids() {
        let plan = |keys: &str| {
            format!("co_quan: {{kt: {{ten: Phòng Kinh tế, ten_ngan: Phòng KT}}}}\nnhiem_vu: {{a: {{viec: A, {keys}}}}}")
        };
        let message = |name: &str| {
            format!("cảnh báo «{name}»: «{name}» là tên của cơ quan «kt», viết bằng lời thì «liet_ke» không tìm thấy")
        };
        check(&RULE, &plan("chu_tri: {Phòng Kinh tế: phần X}"), &[&message("Phòng Kinh tế")]);
        check(&RULE, &plan("dong_chu_tri: [Phòng KT]"), &[&message("Phòng KT")]);
        check(&RULE, &plan("phoi_hop: [phòng kinh tế]"), &[&message("phòng kinh tế")]);
        check(&RULE, &plan("chu_tri: kt, phoi_hop: [Phòng Kinh tế huyện]"), &[]);
    }
}
