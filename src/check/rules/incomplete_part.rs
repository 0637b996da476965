//! A part that says nothing, because one of several keys is needed.

use crate::check::rule::{Case, Rule};
use crate::check::trees::every_block;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{self, Target};
use crate::plan::{block, cited, duty, recipient};
use crate::schema::Key;
use crate::value::Place;

/// A part has none of the keys of which it needs one.
pub static RULE: Rule = Rule {
    code: Code::MissingKey,
    level: Severity::Error,
    reason: "phần không có nội dung thì không in được gì",
    about: "Phần này cần ít nhất một trong các khóa được nêu. Thêm một khóa, hoặc xóa phần này.",
    wrong: "trach_nhiem: [{co_quan: a}]\nco_quan: {a: {ten: A}}",
    right: "trach_nhiem: [{co_quan: a, viec: [Rà soát.]}]\nco_quan: {a: {ten: A}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let block_keys = [
        &block::HEADING.key,
        &block::TEXT.key,
        &block::MOUNT.key,
        &block::DASHES.key,
        &block::POINTS.key,
        &block::CLAUSES.key,
        &block::PLUSES.key,
        &block::TABLE.key,
        &block::AMENDMENTS.key,
        &block::AGENDA.key,
        &block::CHILDREN.key,
    ];
    for block in every_block(plan).into_iter().filter(|block| block.text.is_none()) {
        found.extend(one_of(&block.place, &block_keys));
    }
    let basis_keys = [&cited::BASIS_DOCUMENTS.key, &cited::BASIS_TEXT.key, &cited::PROPOSER.key];
    for basis in plan.legal_bases.iter().filter(|basis| basis.documents.is_empty()) {
        found.extend(one_of(&basis.place, &basis_keys));
    }
    for (_, target) in Target::with_parts(&plan.targets) {
        let keys = [&target::NAME.key, &target::POPULATION.key, &target::TEXT.key];
        let is_said = [&target.name, &target.population, &target.text].into_iter().any(Option::is_some);
        found.extend(one_of(&target.place, &keys).or_else(|| blank(&target.place, &keys).filter(|_| !is_said)));
    }
    for duty in &plan.responsibilities {
        found.extend(one_of(&duty.place, &[&duty::ITEMS.key, &duty::TEXT.key, &duty::LISTINGS.key]));
    }
    let line_keys = [&recipient::BODIES.key, &recipient::TEXT.key, &recipient::GROUP.key];
    for line in plan.recipients.iter().filter(|line| line.bodies.is_empty() && line.text.is_none()) {
        found.extend(one_of(&line.place, &line_keys));
    }
}

/// The finding for a place that has none of some keys.
fn one_of(place: &Place, choices: &[&Key]) -> Option<Diagnostic> {
    if choices.iter().any(|key| place.has(key.key)) {
        return None;
    }
    let keys = choices.iter().map(|key| format!("«{}»", key.key)).collect::<Vec<_>>().join(" hoặc ");
    let first = choices.first()?;
    let help = format!("ví dụ {}: {}", first.key, first.example);
    Some(Diagnostic::error(Code::MissingKey, place.first_line(), format!("chỗ này cần khóa {keys}")).help(help))
}

/// The finding for a place whose only key of some is there without a value.
fn blank(place: &Place, choices: &[&Key]) -> Option<Diagnostic> {
    let key = choices.iter().find(|key| place.has(key.key))?;
    if choices.iter().any(|key| place.is_refused(key.key)) {
        return None;
    }
    let message = format!("khóa «{}» còn trống", key.key);
    let help = format!("thêm {}: {} ({})", key.key, key.example, key.title);
    Some(Diagnostic::error(Code::MissingKey, place.of(key.key), message).help(help))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn every_part_says_something() {
        let basis = "lỗi «{dong_tu: Căn cứ»: chỗ này cần khóa «van_ban» hoặc «loi» hoặc «theo_de_nghi»";
        check(&RULE, "can_cu: [{dong_tu: Căn cứ}, {loi: Luật}, qd1]", &[basis]);
        let block = "lỗi «{kieu: \"1.\"»: chỗ này cần khóa «muc» hoặc «loi» hoặc «in» hoặc «gach» hoặc «diem» hoặc \
                     «khoan» hoặc «cong» hoặc «bang» hoặc «sua_doi» hoặc «lich» hoặc «noi_dung»";
        check(&RULE, "noi_dung: [{kieu: \"1.\"}, Câu., {gach: [Ý.]}]", &[block]);
        let duty = "lỗi «{co_quan: a»: chỗ này cần khóa «viec» hoặc «loi» hoặc «liet_ke»";
        check(&RULE, "trach_nhiem: [{co_quan: a}, {co_quan: a, loi: B}]", &[duty]);
        let target = "lỗi «{gia_tri: 1»: chỗ này cần khóa «ten» hoặc «doi_tuong» hoặc «loi»";
        check(&RULE, "chi_tieu: {a: {ten: A, trong_do: {b: {gia_tri: 1}}}}", &[target]);
        check(&RULE, "chi_tieu: {a: {doi_tuong: ~, gia_tri: 9}}", &["lỗi «doi_tuong»: khóa «doi_tuong» còn trống"]);
        check(&RULE, "chi_tieu: {a: {ten: , gia_tri: 9}}", &["lỗi «ten»: khóa «ten» còn trống"]);
        check(&RULE, "chi_tieu: {a: {ten: ~, doi_tuong: hộ, gia_tri: 9}}", &[]);
        let line = "lỗi «{de: báo cáo»: chỗ này cần khóa «co_quan» hoặc «loi» hoặc «nhom»";
        check(&RULE, "noi_nhan: [{de: báo cáo}, Như trên, ubnd, {nhom: x}]", &[line]);
    }
}
