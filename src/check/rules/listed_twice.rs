//! A basis or a recipient that is listed twice.

use std::collections::BTreeMap;

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A line of căn cứ or of nơi nhận that says again what one before it says.
pub const LISTED_TWICE: Code = Code {
    id: "KH-0483",
    title: "ghi hai lần trong một danh sách",
    about: "Một văn bản được ghi hai lần ở căn cứ, hoặc một cơ quan hai lần ở nơi nhận, và được in hai lần. Xóa một trong hai chỗ.",
};

/// The same document is a basis twice, or the same body a recipient twice.
pub static RULE: Rule = Rule {
    code: LISTED_TWICE,
    level: Severity::Warning,
    reason: "mỗi căn cứ, mỗi nơi nhận chỉ ghi một lần",
    about: LISTED_TWICE.about,
    wrong: "can_cu: [a, a]\nvan_ban: {a: {loai: Luật, trich_yeu: Đất đai}}",
    right: "can_cu: [a]\nvan_ban: {a: {loai: Luật, trich_yeu: Đất đai}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    // Words behind a document, or a verb of its own, may say something new of it.
    let plain = plan.legal_bases.iter().filter(|basis| basis.text.is_none() && basis.verb.is_none());
    let bases = plain.flat_map(|basis| &basis.documents.0).map(|id| (id.name.as_str(), &id.span));
    twice(bases, "căn cứ", found);
    // What a line is for may tell one from another.
    let lines = plan.recipients.iter().filter(|line| line.purpose.is_none() && line.text.is_none());
    let recipients = lines.flat_map(|line| &line.bodies.0).map(|id| (id.name.as_str(), &id.span));
    twice(recipients, "nơi nhận", found);
}

fn twice<'a>(listed: impl Iterator<Item = (&'a str, &'a Span)>, list: &str, found: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<&str, Vec<&Span>> = BTreeMap::new();
    for (name, place) in listed {
        known.entry(name).or_default().push(place);
    }
    for (name, places) in known {
        let [first, second, ..] = places.as_slice() else { continue };
        let times = if places.len() == 2 { "hai lần".to_owned() } else { format!("{} lần", places.len()) };
        let finding = Diagnostic::error(LISTED_TWICE, second.first_line(), format!("«{name}» ghi {times} ở {list}"));
        found.push(finding.as_warning().label(first.first_line(), "ghi lần đầu ở đây").help("chỉ giữ một chỗ"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn each_is_listed_once() {
        check(&RULE, RULE.wrong, &["cảnh báo «a»: «a» ghi hai lần ở căn cứ"]);
        let bodies = "co_quan: {a: {ten: A}, b: {ten: B}}";
        check(
            &RULE,
            &format!("noi_nhan: [a, {{co_quan: [b, a]}}]\n{bodies}"),
            &["cảnh báo «a»: «a» ghi hai lần ở nơi nhận"],
        );
        check(&RULE, &format!("noi_nhan: [{{co_quan: a, de: báo cáo}}, {{co_quan: a, de: biết}}, b]\n{bodies}"), &[]);
    }
}
