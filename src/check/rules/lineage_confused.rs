//! A thing that says it comes from what this very plan has, or from what another of its things goes on with.

use std::collections::BTreeMap;

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::Target;
use crate::plan::task::Task;
use crate::schema::Many;
use crate::source::Span;
use crate::value::{Id, Name};

/// A thing whose origin cannot be what it says.
pub const LINEAGE_CONFUSED: Code = Code {
    id: "KH-0481",
    title: "nguồn gốc khai không rõ",
    about: "ke_thua, gop_tu và tach_tu ghi mã của kế hoạch trước, để so sánh hai kế hoạch. Mã mà kế hoạch này vẫn còn dùng thì tự nối với \
            chính nó, không thể đồng thời là nguồn gốc của mục khác. Một mục cũ chỉ được một mục mới kế thừa trọn vẹn: vào nhiều mục thì \
            mỗi mục ghi tach_tu. Bỏ mã ghi nhầm, hoặc đổi khóa.",
};

/// What `ke_thua`, `gop_tu` and `tach_tu` name can be where it comes from.
pub static RULE: Rule = Rule {
    code: LINEAGE_CONFUSED,
    level: Severity::Warning,
    reason: "mỗi mục của kế hoạch trước đi vào một nơi của kế hoạch này",
    about: LINEAGE_CONFUSED.about,
    wrong: "chi_tieu: {a: {doi_tuong: hộ nghèo, gia_tri: 5, don_vi: hộ, ke_thua: cu}, b: {doi_tuong: hộ cận nghèo, gia_tri: 6, don_vi: hộ, \
            ke_thua: cu}}",
    right: "chi_tieu: {a: {doi_tuong: hộ nghèo, gia_tri: 5, don_vi: hộ, tach_tu: cu}, b: {doi_tuong: hộ cận nghèo, gia_tri: 6, don_vi: hộ, \
            tach_tu: cu}}",
    check,
};

/// A thing with what it declares of its origin.
struct Declared<'a> {
    id: &'a Id,
    continues: Option<&'a Name>,
    merges: &'a Many<Name>,
    splits: Option<&'a Name>,
}

macro_rules! declared {
    ($entries:expr) => {
        $entries
            .into_iter()
            .map(|(id, entity)| Declared {
                id,
                continues: entity.continues.as_ref(),
                merges: &entity.merges,
                splits: entity.splits.as_ref(),
            })
            .collect::<Vec<_>>()
    };
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let funding = plan.funding.as_ref();
    let items = funding.map(|funding| funding.all_items()).unwrap_or_default();
    let registries = [
        declared!(Target::with_parts(&plan.targets)),
        declared!(items.iter().map(|nested| (nested.id, nested.item))),
        declared!(funding.iter().flat_map(|funding| funding.sources.iter())),
        declared!(Task::all(&plan.tasks)),
        declared!(plan.appendices.iter()),
        declared!(plan.programme.iter().flat_map(|programme| programme.projects.iter())),
    ];
    registries.iter().for_each(|registry| of_registry(registry, found));
}

fn of_registry(registry: &[Declared<'_>], found: &mut Vec<Diagnostic>) {
    let place = |id: &str| registry.iter().find(|entity| entity.id.name == id).map(|entity| &entity.id.span);
    // The whole of an old one is what `ke_thua` and `gop_tu` take.
    let mut taken: BTreeMap<&str, &Span> = BTreeMap::new();
    for entity in registry {
        let whole = entity.continues.into_iter().chain(&entity.merges.0);
        for name in whole.clone().chain(entity.splits) {
            // What keeps its id and takes others in is merged of itself too.
            let is_itself = name.words == entity.id.name && entity.merges.0.len() > 1;
            if let Some(own) = place(&name.words).filter(|_| !is_itself) {
                found.push(still_here(name, own));
            }
        }
        for name in whole.filter(|name| place(&name.words).is_none()) {
            match taken.get(name.words.as_str()) {
                Some(first) => found.push(taken_twice(name, first)),
                None => drop(taken.insert(&name.words, &name.span)),
            }
        }
    }
}

fn still_here(name: &Name, own: &Span) -> Diagnostic {
    let message = format!("«{}» là mã của một mục trong chính kế hoạch này, không phải mục cũ đã đổi mã", name.words);
    Diagnostic::error(LINEAGE_CONFUSED, name.span.clone(), message)
        .as_warning()
        .label(own.clone(), "mục có mã ấy ở đây")
        .help("ghi mã mà mục này có trong kế hoạch trước, hoặc bỏ mã này")
}

fn taken_twice(name: &Name, first: &Span) -> Diagnostic {
    let message = format!("mục cũ «{}» được hai mục cùng kế thừa trọn vẹn", name.words);
    Diagnostic::error(LINEAGE_CONFUSED, name.span.clone(), message)
        .as_warning()
        .label(first.clone(), "đã được kế thừa ở đây")
        .help(format!("mỗi mục chỉ nhận một phần thì ghi «tach_tu: {}» ở cả hai; nhận nhầm thì bỏ một", name.words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn each_old_one_goes_to_one_place() {
        let plan = |first: &str, second: &str| {
            let of = |keys: &str| format!("{{doi_tuong: hộ nghèo, gia_tri: 5, don_vi: hộ{keys}}}");
            format!("chi_tieu:\n  a: {}\n  b: {}\n", of(first), of(second))
        };
        let twice = "cảnh báo «cu»: mục cũ «cu» được hai mục cùng kế thừa trọn vẹn";
        let here = "cảnh báo «a»: «a» là mã của một mục trong chính kế hoạch này, không phải mục cũ đã đổi mã";
        check(&RULE, &plan(", ke_thua: cu", ", ke_thua: cu"), &[twice]);
        check(&RULE, &plan(", ke_thua: cu", ", gop_tu: [cu, khac]"), &[twice]);
        check(&RULE, &plan("", ", tach_tu: a"), &[here]);
        check(&RULE, &plan(", tach_tu: cu", ", tach_tu: cu"), &[]);
        check(&RULE, &plan(", ke_thua: cu", ", ke_thua: khac"), &[]);
    }

    #[test]
    fn what_keeps_its_id_may_take_others_in() {
        let plan = |merged: &str| {
            format!("chi_tieu: {{a: {{doi_tuong: hộ nghèo, gia_tri: 5, don_vi: hộ, gop_tu: [{merged}]}}}}")
        };
        let here = "cảnh báo «a»: «a» là mã của một mục trong chính kế hoạch này, không phải mục cũ đã đổi mã";
        check(&RULE, &plan("a, cu"), &[]);
        check(&RULE, &plan("a"), &[here]);
    }
}
