//! A duty to provide money of a kind that is not among the sources.

use crate::check::letters::{place, sentence};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::funding::{SOURCES, Source};
use crate::value::Text;

/// Money of a kind that no source is.
pub const NO_SOURCE: Code = Code {
    id: "KH-0414",
    title: "giao lo khoản tiền không có trong nguồn vốn",
    about: "Chương trách nhiệm giao bố trí ngân sách, vốn đối ứng, mà các nguồn vốn của kế hoạch không có ngân sách nào. Thêm nguồn \
            vốn, hoặc bỏ việc ấy.",
};

/// A duty provides public money, and no source of the plan is public.
pub static RULE: Rule = Rule {
    code: NO_SOURCE,
    level: Severity::Warning,
    reason: "nguồn vốn và trách nhiệm lo vốn phải nói về cùng một khoản tiền",
    about: NO_SOURCE.about,
    wrong: "co_quan: {tc: {ten: Tài chính}}\nkinh_phi: {nguon: {xhh: {ten: nguồn xã hội hóa}}}\n\
            trach_nhiem: [{co_quan: tc, loi: Bố trí vốn đối ứng của xã.}]",
    right: "co_quan: {tc: {ten: Tài chính}}\nkinh_phi: {nguon: {xhh: {ten: nguồn xã hội hóa}, xa: {ten: ngân sách xã}}}\n\
            trach_nhiem: [{co_quan: tc, loi: Bố trí vốn đối ứng của xã.}]",
    check,
};

/// Words for money that the budget matches.
const MATCHED: [&str; 3] = ["vốn đối ứng", "ngân sách đối ứng", "kinh phí đối ứng"];
/// Words by which a source is public.
const PUBLIC: [&str; 7] = ["ngân sách", "ns", "đối ứng", "vốn đầu tư", "vốn sự nghiệp", "nhà nước", "trung ương"];
/// What one does who provides money.
const PROVIDES: [&str; 5] = ["bố trí", "cân đối", "phân bổ", "bảo đảm", "lập phương án"];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let Some(funding) = plan.funding.as_ref().filter(|funding| !funding.sources.is_empty()) else { return };
    let is_public = |source: &Source| {
        let name = source.name.as_ref().map(|name| name.letters().to_lowercase()).unwrap_or_default();
        name.is_empty() || PUBLIC.iter().any(|word| name.contains(word))
    };
    if funding.sources.values().any(is_public) {
        return;
    }
    for duty in &plan.responsibilities {
        let mut texts: Vec<&Text> = duty.text.iter().collect();
        duty.items.iter().for_each(|item| item.visit(&mut |block| texts.extend(&block.text)));
        for text in texts {
            let letters = text.letters();
            if !letters.contains("đối ứng") {
                continue;
            }
            let letters = letters.to_lowercase();
            let named = MATCHED.iter().find_map(|words| Some((letters.find(words)?, *words)));
            let Some((at, words)) = named else { continue };
            if PROVIDES.iter().any(|verb| sentence(&letters, at).contains(verb)) {
                let message = format!("việc này lo {words}, mà nguồn vốn của kế hoạch không có ngân sách nào");
                let finding = Diagnostic::error(NO_SOURCE, place(text, words), message).as_warning();
                let sources = funding.place.of(SOURCES.name());
                found.push(finding.label(sources, "các nguồn vốn ở đây").help("thêm nguồn vốn, hoặc bỏ việc này"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn who_provides_money_has_a_source() {
        let plan = |source: &str, duty: &str| {
            format!("kinh_phi: {{nguon: {{a: {{ten: {source}}}}}}}\ntrach_nhiem: [{{co_quan: x, viec: [{duty}]}}]")
        };
        let message =
            "cảnh báo «vốn đối ứng»: việc này lo vốn đối ứng, mà nguồn vốn của kế hoạch không có ngân sách nào";
        check(&RULE, &plan("xã hội hóa", "Cân đối vốn đối ứng."), &[message]);
        check(&RULE, &plan("xã hội hóa", "Giám sát việc sử dụng vốn đối ứng."), &[]);
        check(&RULE, &plan("NSTW", "Cân đối vốn đối ứng."), &[]);
        check(&RULE, "trach_nhiem: [{co_quan: x, viec: [Cân đối vốn đối ứng.]}]", &[]);
    }
}
