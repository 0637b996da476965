//! Lines above a signer's post that do not fit the post.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::recipient::{AUTHORITY, Signature};
use crate::plan::{Plan, body::Body};
use crate::source::Span;
use crate::value::IdOrText;

/// Lines of authority that do not fit who signs.
pub const WITHOUT_AUTHORITY: Code = Code {
    id: "KH-0412",
    title: "quyền hạn không hợp chức vụ người ký",
    about: "Ký thay mặt tập thể ghi TM.; cấp phó ký thay người đứng đầu ghi KT. và chức vụ người đứng đầu ở trên chức vụ của mình; \
            người được ủy quyền ký thừa lệnh ghi TL. Người đứng đầu không ký thay chính mình, cấp phó của Ủy ban nhân dân ghi đủ TM. \
            và KT.; cơ quan theo chế độ thủ trưởng không ghi TM.",
};

/// The lines of authority do not fit the post or the issuer.
pub static RULE: Rule = Rule {
    code: WITHOUT_AUTHORITY,
    level: Severity::Warning,
    reason: "Phụ lục I, phần I, mục II, khoản 7",
    about: WITHOUT_AUTHORITY.about,
    wrong: "nguoi_ky: {quyen_han: [TM. Ủy ban nhân dân], chuc_vu: Phó Chủ tịch}",
    right: "nguoi_ky: {quyen_han: [TM. Ủy ban nhân dân, KT. Chủ tịch], chuc_vu: Phó Chủ tịch}",
    check,
};

/// How the names of bodies begin that one person heads.
const HEADED: [&str; 8] =
    ["sở ", "phòng ", "chi cục ", "trung tâm ", "trường ", "bệnh viện ", "văn phòng ", "thanh tra "];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    for (at, signature) in plan.signatures.iter().enumerate() {
        let issuer = plan.issuers.0.get(at).map(|issuer| name(plan, issuer)).unwrap_or_default();
        found.extend(finding(signature, &issuer.to_lowercase()));
    }
}

fn name(plan: &Plan, issuer: &IdOrText<Body>) -> String {
    let text = match issuer {
        IdOrText::Text(text) => Some(text),
        IdOrText::Id(id) => plan.bodies.get(&id.name).and_then(|body| body.name.as_ref()),
    };
    text.map(|text| text.letters()).unwrap_or_default()
}

fn finding(signature: &Signature, issuer: &str) -> Option<Diagnostic> {
    let written = signature.post.as_ref()?;
    let post = written.letters().to_lowercase();
    let post = post.trim();
    let lines: Vec<(String, &Span)> =
        signature.authority.iter().map(|line| (line.0.letters().to_lowercase(), &line.0.span)).collect();
    let with = |code: &str| lines.iter().find_map(|(line, span)| Some((line.strip_prefix(code)?.trim(), *span)));
    let report = |span: &Span, message: String, help: String| {
        Some(Diagnostic::error(WITHOUT_AUTHORITY, span.first_line(), message).as_warning().help(help))
    };
    let is_deputy = post.starts_with("phó ") || post.contains(" phó ") || post.starts_with("thứ trưởng");
    if let Some((head, span)) = with("kt. ") {
        if head == post {
            let message = format!("{} ký thay chính mình", written.letters());
            return report(span, message, "bỏ dòng KT., hoặc ghi chức vụ cấp phó của người ký".to_owned());
        }
        return None;
    }
    if with("tl. ").is_some() || with("tuq. ").is_some() {
        return None;
    }
    let of_committee = with("tm. ").filter(|(whom, _)| whom.starts_with("ủy ban nhân dân"));
    if let Some((_, span)) = of_committee
        && is_deputy
    {
        let message = format!("{} ký thay mặt Ủy ban nhân dân mà không có dòng ký thay Chủ tịch", written.letters());
        let help = format!("viết {}: [TM. Ủy ban nhân dân, KT. Chủ tịch]", AUTHORITY.name());
        return report(span, message, help);
    }
    HEADED.iter().any(|start| issuer.starts_with(start)).then_some(())?;
    if let Some(head) = post.strip_prefix("phó ").filter(|_| lines.is_empty()) {
        let message = format!("{} ký mà không có dòng ký thay người đứng đầu", written.letters());
        let help = format!("viết {}: [KT. {}]", AUTHORITY.name(), crate::vietnamese::capitalize(head));
        return report(&written.span, message, help);
    }
    let (_, span) = with("tm. ")?;
    let message = "cơ quan này do thủ trưởng đứng đầu, không ký thay mặt tập thể".to_owned();
    report(span, message, "bỏ dòng TM., chỉ ghi chức vụ của người ký".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    fn plan(issuer: &str, lines: &str, post: &str) -> String {
        format!("co_quan_ban_hanh: {issuer}\nnguoi_ky: {{quyen_han: [{lines}], chuc_vu: {post}}}")
    }

    #[test]
    fn lines_fit_the_post() {
        let committee = "Ủy ban nhân dân xã A";
        check(&RULE, &plan(committee, "TM. Ủy ban nhân dân", "Chủ tịch"), &[]);
        check(&RULE, &plan(committee, "TM. Ủy ban nhân dân, KT. Chủ tịch", "Phó Chủ tịch"), &[]);
        check(&RULE, &plan(committee, "TL. Chủ tịch", "Phó Chánh Văn phòng"), &[]);
        let itself = "cảnh báo «KT. Chủ tịch»: Chủ tịch ký thay chính mình";
        check(&RULE, &plan(committee, "TM. Ủy ban nhân dân, KT. Chủ tịch", "Chủ tịch"), &[itself]);
        check(&RULE, &plan("Sở Y tế", "KT. Giám đốc", "Phó Giám đốc"), &[]);
        let alone = "cảnh báo «Phó Giám đốc»: Phó Giám đốc ký mà không có dòng ký thay người đứng đầu";
        check(&RULE, &plan("Sở Y tế", "", "Phó Giám đốc"), &[alone]);
        check(&RULE, &plan("Sở Y tế", "", "Giám đốc"), &[]);
    }

    #[test]
    fn lines_fit_the_issuer() {
        let message = "cảnh báo «TM. Sở Y tế»: cơ quan này do thủ trưởng đứng đầu, không ký thay mặt tập thể";
        check(&RULE, &plan("Sở Y tế", "TM. Sở Y tế", "Giám đốc"), &[message]);
        check(&RULE, &plan("Ban Chỉ đạo xã", "TM. Ban Chỉ đạo", "Trưởng Ban"), &[]);
    }
}
