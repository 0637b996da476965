//! Bodies that issue a plan together, and signers who are not as many.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::whole::SIGNATURES;

/// Several bodies issue the plan together, but not as many sign it.
pub static RULE: Rule = Rule {
    code: Code::Incompatible,
    level: Severity::Error,
    reason: "văn bản liên tịch có chữ ký của mỗi cơ quan ban hành",
    about: "Nhiều cơ quan cùng ban hành thì mỗi cơ quan có một người ký. Viết người ký thành danh sách, theo thứ tự cơ quan.",
    wrong: "co_quan_ban_hanh: [Ủy ban nhân dân xã A, Ủy ban MTTQ xã A]\nnguoi_ky: {chuc_vu: Chủ tịch}",
    right: "co_quan_ban_hanh: [Ủy ban nhân dân xã A, Ủy ban MTTQ xã A]\nnguoi_ky: [{chuc_vu: Chủ tịch}, {chuc_vu: Chủ tịch}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let (issuers, signers) = (case.plan.issuers.len(), case.plan.signatures.len());
    if let Some(span) = case.plan.place.key(SIGNATURES.name())
        && issuers > 1
        && issuers != signers
    {
        let message = format!("{issuers} cơ quan cùng ban hành nhưng có {signers} người ký");
        let help = format!("viết «{}» thành danh sách, mỗi cơ quan một người ký", SIGNATURES.name());
        found.push(Diagnostic::error(Code::Incompatible, span.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn each_issuer_has_a_signer() {
        check(&RULE, RULE.wrong, &["lỗi «nguoi_ky»: 2 cơ quan cùng ban hành nhưng có 1 người ký"]);
    }
}
