//! A line above an issuer that has none.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::body::Body;
use crate::plan::whole::PARENT;
use crate::value::IdOrText;

/// A people's committee or council with a body above it.
pub const ISSUER_WITH_PARENT: Code = Code {
    id: "KH-0310",
    title: "Ủy ban nhân dân có dòng cơ quan chủ quản",
    about: "Ô cơ quan ban hành ghi cơ quan chủ quản trực tiếp (nếu có); Ủy ban nhân dân, Hội đồng nhân dân không có. Xóa khóa \
            co_quan_chu_quan.",
};

/// A people's committee or council is given a body above it.
pub static RULE: Rule = Rule {
    code: ISSUER_WITH_PARENT,
    level: Severity::Warning,
    reason: "Phụ lục I, phần I, mục II, khoản 2",
    about: ISSUER_WITH_PARENT.about,
    wrong: "co_quan_ban_hanh: Ủy ban nhân dân xã Bình Minh\nco_quan_chu_quan: Ủy ban nhân dân tỉnh Lào Cai",
    right: "co_quan_ban_hanh: Phòng Kinh tế xã Bình Minh\nco_quan_chu_quan: UBND xã Bình Minh",
    check,
};

/// How the names of bodies begin that have none above them in the head of a document.
const HIGHEST: [&str; 5] = ["ủy ban nhân dân", "uỷ ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd"];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    if plan.parent.is_none() {
        return;
    }
    let issuer = plan.issuers.iter().filter_map(|issuer| name(plan, issuer)).find(|name| {
        let name = name.to_lowercase();
        HIGHEST.iter().any(|highest| name.starts_with(highest))
    });
    if let Some(issuer) = issuer {
        let message = format!("«{issuer}» không có dòng cơ quan chủ quản");
        let place = plan.place.of(PARENT.name());
        let help = format!("xóa khóa {}", PARENT.name());
        found.push(Diagnostic::error(ISSUER_WITH_PARENT, place, message).as_warning().help(help));
    }
}

fn name(plan: &Plan, issuer: &IdOrText<Body>) -> Option<String> {
    match issuer {
        IdOrText::Id(id) => plan.bodies.get(&id.name)?.name.as_ref().map(crate::value::Text::letters),
        IdOrText::Text(text) => Some(text.letters()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn committees_and_councils_have_no_line_above() {
        let message = |name: &str| format!("cảnh báo «co_quan_chu_quan»: «{name}» không có dòng cơ quan chủ quản");
        let above = "co_quan_chu_quan: Ủy ban nhân dân tỉnh Lào Cai";
        check(&RULE, above, &[&message("Ủy ban nhân dân xã Bình Minh")]);
        let council = format!("co_quan_ban_hanh: h\nco_quan: {{h: {{ten: Hội đồng nhân dân xã A}}}}\n{above}");
        check(&RULE, &council, &[&message("Hội đồng nhân dân xã A")]);
        check(&RULE, &format!("co_quan_ban_hanh: Sở Y tế\n{above}"), &[]);
    }
}
