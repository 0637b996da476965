//! A change in another document that lacks its words, or has words that it does not print.

use crate::check::rule::{Case, Rule};
use crate::check::trees::every_block;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::amendment::{AFTER, Amendment, BY, Change, NEW, OLD};
use crate::plan::block::Content;
use crate::schema::Key;

/// A change whose words do not fit what is done.
pub const MISFIT: Code = Code {
    id: "KH-0348",
    title: "nội dung sửa đổi không khớp với việc",
    about: "Mỗi việc cần những khóa của nó: sua, sua_bo_sung cần thanh; bo_sung cần thanh, có thể có sau; thay cần boi; thay_cum_tu \
            cần cum_tu và boi; bai_bo chỉ cần cho. Khóa khác không được in. Thêm khóa thiếu, hoặc xóa khóa thừa.",
};

/// A change lacks a key that it needs, or has one that it does not print.
pub static RULE: Rule = Rule {
    code: MISFIT,
    level: Severity::Error,
    reason: "sửa đổi phải nói rõ thành gì, và chỉ nói điều được in",
    about: MISFIT.about,
    wrong: "noi_dung: [{sua_doi: {van_ban: kh, noi_dung: [{viec: sua, cho: mục II}]}}]\nvan_ban: {kh: {loai: Kế hoạch}}",
    right: "noi_dung: [{sua_doi: {van_ban: kh, noi_dung: [{viec: sua, cho: mục II, thanh: Lời mới.}]}}]\nvan_ban: {kh: {loai: Kế hoạch}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for content in every_block(case.plan).into_iter().flat_map(|block| &block.content) {
        match content {
            Content::Amendments(amendments) => amendments.changes.iter().for_each(|change| judge(change, found)),
            Content::Blocks(_) | Content::Mount(_) | Content::Table(_) | Content::Agenda(_) => {}
        }
    }
}

/// What a change must have, and what it may have besides.
fn keys(change: Change) -> (&'static [&'static Key], &'static [&'static Key]) {
    static NEW_WORDS: [&Key; 1] = [&NEW.key];
    static BY_WHAT: [&Key; 1] = [&BY.key];
    static WORDS: [&Key; 2] = [&OLD.key, &BY.key];
    static BEHIND: [&Key; 1] = [&AFTER.key];
    match change {
        Change::Replace | Change::Extend => (&NEW_WORDS, &[]),
        Change::Add => (&NEW_WORDS, &BEHIND),
        Change::Exchange => (&BY_WHAT, &[]),
        Change::Words => (&WORDS, &[]),
        Change::Drop => (&[], &[]),
    }
}

fn judge(amendment: &Amendment, found: &mut Vec<Diagnostic>) {
    let Some(change) = &amendment.change else { return };
    let (needed, allowed) = keys(change.value);
    let given = [
        (&AFTER.key, amendment.after.is_some()),
        (&OLD.key, amendment.old.is_some()),
        (&BY.key, amendment.by.is_some()),
        (&NEW.key, !amendment.new.is_empty()),
    ];
    let word = change.value.word();
    let holds = |keys: &[&Key], key: &Key| keys.iter().any(|known| known.key == key.key);
    for (key, is_given) in given {
        let name = key.key;
        if !is_given && holds(needed, key) && !amendment.place.is_refused(name) {
            let message = format!("việc «{word}» thiếu «{name}» ({})", key.title);
            let help = format!("thêm {name}: {}", key.example);
            found.push(Diagnostic::error(MISFIT, change.span.clone(), message).help(help));
        } else if is_given && !holds(needed, key) && !holds(allowed, key) {
            let message = format!("việc «{word}» không in «{name}» ({})", key.title);
            let printing = Change::ALL.iter().filter(|other| {
                let (needed, allowed) = keys(**other);
                holds(needed, key) || holds(allowed, key)
            });
            let works: Vec<_> = printing.map(|other| other.word()).collect();
            let instead: Vec<_> = needed.iter().chain(allowed).map(|key| key.key).collect();
            let own =
                if instead.is_empty() { String::new() } else { format!("; việc này dùng {}", instead.join(", ")) };
            let help = format!("xóa khóa này, hoặc đổi việc thành {}{own}", works.join(" hoặc "));
            found.push(Diagnostic::error(MISFIT, amendment.place.of(name), message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn judged(change: &str, expected: &[&str]) {
        let plan = format!(
            "noi_dung: [{{sua_doi: {{van_ban: kh, noi_dung: [{{{change}}}]}}}}]\nvan_ban: {{kh: {{loai: Kế hoạch}}}}"
        );
        check(&RULE, &plan, expected);
    }

    #[test]
    fn each_change_has_the_words_that_it_prints() {
        judged("viec: bai_bo, cho: mục IV", &[]);
        judged("viec: bo_sung, cho: mục V, sau: mục IV, thanh: [Một., Hai.]", &[]);
        judged("viec: thay, cho: Phụ lục II, boi: Phụ lục kèm theo", &[]);
        judged("viec: thay_cum_tu, cho: mục IV, cum_tu: a, boi: b", &[]);
        judged(
            "viec: thay_cum_tu, cho: mục IV, boi: b",
            &["lỗi «thay_cum_tu»: việc «thay_cum_tu» thiếu «cum_tu» (Cụm từ cũ)"],
        );
        judged("viec: bai_bo, cho: mục IV, thanh: Lời.", &["lỗi «thanh»: việc «bai_bo» không in «thanh» (Lời mới)"]);
        judged("viec: sua, cho: mục IV, thanh: Lời., sau: x", &["lỗi «sau»: việc «sua» không in «sau» (Vào sau)"]);
    }
}
