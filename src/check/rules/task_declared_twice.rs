//! An id that two tasks have.

use crate::check::rule::{Case, Rule};
use crate::check::twice::declared_twice;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::task::Task;

/// Two tasks or groups have the same id.
pub static RULE: Rule = Rule {
    code: Code::DuplicateId,
    level: Severity::Error,
    reason: "mã trùng thì không biết in nhiệm vụ nào",
    about: "Hai nhiệm vụ, dù ở hai nhóm khác nhau, không được mang cùng một mã. Đặt mã khác cho một trong hai.",
    wrong: "nhiem_vu: {n: {viec: N, nhiem_vu: {n: {viec: A}}}}",
    right: "nhiem_vu: {n: {viec: N, nhiem_vu: {a: {viec: A}}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(declared_twice("nhiệm vụ", Task::all(&case.plan.tasks).into_iter().map(|(id, _)| id.named())));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn groups_share_their_ids() {
        let tasks = "nhiem_vu: {n: {viec: N, nhiem_vu: {a: {viec: A}}}, m: {viec: M, nhiem_vu: {a: {viec: B}}}}";
        check(&RULE, tasks, &["lỗi «a»: nhiệm vụ «a» đã được khai báo ở nơi khác"]);
    }
}
