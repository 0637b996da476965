//! Sources of money from which no money comes.

use crate::check::rule::{Case, Rule};
use crate::check::texts;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::funding::{Funding, Nested};
use crate::plan::mount::MountKind;

/// A source of money that is used nowhere.
pub const UNUSED: Code = Code {
    id: "KH-0491",
    title: "nguồn vốn khai mà không dùng",
    about: "Nguồn vốn có trong danh sách nguồn, mà không khoản chi nào, không câu nào gọi tới nó, nên không nơi nào in tên nó. Ghi \
            nguồn ấy vào khoản chi (nguon, theo_nguon, phan_bo), hoặc xóa nguồn.",
};

/// No item takes money from a source that is declared, and no text names it.
pub static RULE: Rule = Rule {
    code: UNUSED,
    level: Severity::Warning,
    reason: "điều đã viết mà không in thì người đọc không biết",
    about: UNUSED.about,
    wrong: "kinh_phi: {nguon: {n: {ten: ngân sách xã}, x: {ten: xổ số kiến thiết}}, khoan: {a: {ten: A, so_tien: 9 triệu đồng, nguon: n}}}",
    right: "kinh_phi: {nguon: {n: {ten: ngân sách xã}, x: {ten: xổ số kiến thiết}}, khoan: {a: {ten: A, so_tien: 9 triệu đồng, nguon: [n, x]}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    // Without items nobody says yet what comes from where.
    let Some(funding) = case.plan.funding.as_ref().filter(|funding| !funding.items.is_empty()) else { return };
    if case.own.is_some_and(|own| own.print(MountKind::Funding)) {
        return;
    }
    let items = funding.all_items();
    let named = texts::named(case.plan);
    for (id, _) in funding.sources.iter() {
        let is_named = named.iter().any(|path| path.contains(&id.name.as_str()));
        if is_named || gives(funding, &items, &id.name) {
            continue;
        }
        let message = format!("nguồn vốn «{}» không có khoản nào, nên không được in ở đâu", id.name);
        let help = "ghi mã ấy vào «nguon», «theo_nguon» của khoản chi, hoặc xóa nguồn này";
        found.push(Diagnostic::error(UNUSED, id.span.clone(), message).as_warning().help(help));
    }
}

/// Whether some money is said to come from a source.
fn gives(funding: &Funding, items: &[Nested<'_>], source: &str) -> bool {
    let of_item = |nested: &Nested<'_>| {
        let item = nested.item;
        item.sources.iter().any(|id| id.name == source)
            || item.by_source.0.iter().any(|(id, _)| id.name == source)
            || item.allocations.iter().any(|part| part.source.as_ref().is_some_and(|id| id.name == source))
    };
    funding.by_source.0.iter().any(|(id, _)| id.name == source) || items.iter().any(of_item)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn every_source_gives_something() {
        let plan = |rest: &str| format!("kinh_phi: {{nguon: {{n: {{ten: N}}, x: {{ten: X}}}}, {rest}}}");
        let message = "cảnh báo «x»: nguồn vốn «x» không có khoản nào, nên không được in ở đâu";
        check(&RULE, &plan("khoan: {a: {ten: A, so_tien: 9 đồng, nguon: n}}"), &[message]);
        check(&RULE, &plan("khoan: {a: {ten: A, theo_nguon: {n: 9 đồng, x: 1 đồng}}}"), &[]);
        check(&RULE, &plan("theo_nguon: {x: 1 đồng}, khoan: {a: {ten: A, so_tien: 9 đồng, nguon: n}}"), &[]);
        let nested = plan("khoan: {a: {ten: A, nguon: n, khoan: {b: {ten: B, so_tien: 1 đồng, nguon: x}}}}");
        check(&RULE, &nested, &[]);
        let named = plan("khoan: {a: {ten: A, so_tien: 9 đồng, nguon: n}}");
        check(&RULE, &format!("{named}\nnoi_dung: [\"Không dùng {{{{ kinh_phi.nguon.x }}}}\"]"), &[]);
        check(&RULE, &plan("tong: 1 đồng"), &[]);
    }
}
