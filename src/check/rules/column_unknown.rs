//! Columns that are asked for and that a form does not have.

use std::collections::BTreeSet;

use crate::check::data;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::COLUMNS;
use crate::plan::mount::known_columns::{Cells, Usual, known, of};
use crate::plan::mount::{Mount, MountForm, MountKind};
use crate::plan::task::{TASK, Task};
use crate::vietnamese::did_you_mean;

/// A column that cannot be printed.
pub const COLUMN: Code = Code {
    id: "KH-0330",
    title: "cột không in được",
    about: "Khóa «cot» chọn những cột mà dạng in này có, mỗi cột một lần. Sửa tên cột theo gợi ý, hoặc bỏ cột.",
};

/// A place asks for a column that its form does not have, or for one twice.
pub static RULE: Rule = Rule {
    code: COLUMN,
    level: Severity::Error,
    reason: "cột không có thì không biết in gì",
    about: COLUMN.about,
    wrong: "noi_dung: [{in: nhiem_vu, dang: bang, cot: [stt, viec, chutri]}]\nnhiem_vu: {a: {viec: A}}",
    right: "noi_dung: [{in: nhiem_vu, dang: bang, cot: [stt, viec, chu_tri]}]\nnhiem_vu: {a: {viec: A}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for mount in case.plan.mounts() {
        judge(case, mount, found);
    }
    let tasks = Task::all(&case.plan.tasks);
    for (id, _) in tasks.iter().flat_map(|(_, task)| task.own.iter()) {
        let is_taken = known(MountKind::Tasks, MountForm::Table).iter().any(|column| column.key == id.name);
        if is_taken || TASK.key(&id.name).is_some() {
            let message = format!("mã cột riêng «{}» trùng với tên một khóa của nhiệm vụ", id.name);
            found.push(Diagnostic::error(COLUMN, id.span.clone(), message).help("viết vào khóa ấy, hoặc đặt mã khác"));
        }
    }
}

fn judge(case: &Case<'_>, mount: &Mount, found: &mut Vec<Diagnostic>) {
    let Some(first) = mount.columns.first() else { return };
    let columns = of(mount);
    let (kind, form) = (mount.kind.word(), mount.shown_as());
    if columns.is_empty() {
        if mount.kind.forms().contains(&form) {
            let message = format!("«{kind}» in theo dạng «{}» không chọn được cột", form.word());
            let has_columns = |form: &&MountForm| !known(mount.kind.value, **form).is_empty();
            let forms: Vec<_> = mount.kind.forms().iter().filter(has_columns).map(|form| form.word()).collect();
            let others =
                if forms.is_empty() { String::new() } else { format!(", hoặc in theo dạng {}", forms.join(", ")) };
            let help = format!("xóa «{}»{others}", COLUMNS.name());
            found.push(Diagnostic::error(COLUMN, first.key.span.clone(), message).help(help));
        }
        return;
    }
    let own = data::own_columns(case.plan, mount.kind.value);
    let mut seen = BTreeSet::new();
    for column in &mount.columns {
        let key = column.key.words.as_str();
        let error = |message: String| Diagnostic::error(COLUMN, column.key.span.clone(), message);
        let is_known = columns.iter().any(|known| known.key == key);
        if !seen.insert(key) {
            found.push(error(format!("cột «{key}» được chọn hai lần")).help("giữ một lần"));
        } else if !is_known && !own.contains(key) {
            let words = || columns.iter().map(|column| column.key).chain(own.iter().copied());
            let help = did_you_mean(key, words());
            let all = words().collect::<Vec<_>>().join(", ");
            found.push(error(format!("dữ liệu in ở đây không có cột «{key}»")).help(match help {
                Some(question) => format!("{question} Các cột: {all}"),
                None => format!("các cột: {all}"),
            }));
        } else if !is_known && column.title.is_none() {
            let help = format!("viết {{{key}: \"Tiêu đề\"}} thay cho {key}");
            found.push(error(format!("cột riêng «{key}» chưa có tiêu đề")).help(help));
        }
    }
    // In a list the entry's own words are there anyway.
    let is_named = columns.iter().any(|column| {
        let is_name = column.cells == Cells::Words && column.usual == Usual::Always;
        is_name && seen.contains(column.key)
    });
    if form != MountForm::List && !is_named {
        let name = columns.iter().find(|column| column.cells == Cells::Words).map_or("", |column| column.key);
        let message = format!("bảng thiếu cột «{name}»");
        found.push(
            Diagnostic::error(COLUMN, first.key.span.clone(), message)
                .help(format!("thêm {name} vào «{}»", COLUMNS.name())),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::{check, findings};

    fn tasks(columns: &str) -> String {
        format!("noi_dung: [{{in: nhiem_vu, dang: bang, cot: [{columns}]}}]\nnhiem_vu: {{a: {{viec: A}}}}")
    }

    #[test]
    fn columns_are_those_of_the_form() {
        check(&RULE, &tasks("viec, {stt: TT}"), &[]);
        let message = "lỗi «sanpham»: dữ liệu in ở đây không có cột «sanpham»";
        check(&RULE, &tasks("viec, sanpham"), &[message]);
        let help = findings(&RULE, &tasks("viec, sanpham")).remove(0).help.expect("advice");
        assert!(help.starts_with("có phải «san_pham»? Các cột: stt, "), "{help}");
        check(&RULE, &tasks("viec, stt, {viec: Việc}"), &["lỗi «viec»: cột «viec» được chọn hai lần"]);
        check(&RULE, &tasks("stt, chu_tri"), &["lỗi «stt»: bảng thiếu cột «viec»"]);
    }

    #[test]
    fn an_office_has_columns_of_its_own() {
        let own = "nhiem_vu: {a: {viec: A, cot_rieng: {dia_ban: Thôn Một}}}";
        let table = |column: &str| format!("noi_dung: [{{in: nhiem_vu, dang: bang, cot: [viec, {column}]}}]\n{own}");
        check(&RULE, &table("{dia_ban: Địa bàn}"), &[]);
        check(&RULE, &table("dia_ban"), &["lỗi «dia_ban»: cột riêng «dia_ban» chưa có tiêu đề"]);
        let message = "lỗi «viec»: mã cột riêng «viec» trùng với tên một khóa của nhiệm vụ";
        check(&RULE, "nhiem_vu: {a: {viec: A, cot_rieng: {viec: B}}}", &[message]);
    }

    #[test]
    fn a_paragraph_has_no_columns() {
        let plan = tasks("viec").replace("bang", "mot_doan");
        check(&RULE, &plan, &["lỗi «viec»: «nhiem_vu» in theo dạng «mot_doan» không chọn được cột"]);
        check(&RULE, &tasks("chu_tri").replace("dang: bang, ", ""), &[]);
    }
}
