//! An id that two targets have.

use std::collections::BTreeMap;

use crate::check::rule::{Case, Rule};
use crate::check::twice::declared_before;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::Target;
use crate::value::{Id, Registry};

/// Two targets at different depths have the same id. Parts of different targets may be called alike.
pub static RULE: Rule = Rule {
    code: Code::DuplicateId,
    level: Severity::Error,
    reason: "mã trùng thì không biết nhiệm vụ phục vụ chỉ tiêu nào",
    about: "Chỉ tiêu nằm trong trong_do không được mang mã của một chỉ tiêu ở tầng khác. Đặt mã khác cho một trong hai.",
    wrong: "chi_tieu: {a: {loi: A, trong_do: {a: {loi: B}}}}",
    right: "chi_tieu: {a: {loi: A, trong_do: {b: {loi: B}}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let mut all = Vec::new();
    collect(&case.plan.targets, 0, &mut all);
    // The outermost come first: they are what the others repeat.
    all.sort_by_key(|(depth, _)| *depth);
    let mut known: BTreeMap<&str, (usize, &Id)> = BTreeMap::new();
    for (depth, id) in all {
        let (first_depth, first) = *known.entry(&id.name).or_insert((depth, id));
        if first_depth != depth {
            found.push(declared_before("chỉ tiêu", &id.name, &first.span, &id.span));
        }
    }
}

fn collect<'a>(targets: &'a Registry<Target>, depth: usize, all: &mut Vec<(usize, &'a Id)>) {
    for (id, target) in targets.iter() {
        all.push((depth, id));
        collect(&target.parts, depth + 1, all);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn an_id_stands_at_one_depth() {
        let message = "lỗi «a»: chỉ tiêu «a» đã được khai báo ở nơi khác";
        check(
            &RULE,
            "chi_tieu: {x: {loi: X, trong_do: {y: {loi: Y, trong_do: {a: {loi: B}}}}}, a: {loi: A}}",
            &[message],
        );
        check(&RULE, "chi_tieu: {x: {loi: X, trong_do: {a: {loi: A}}}, y: {loi: Y, trong_do: {a: {loi: A}}}}", &[]);
    }
}
