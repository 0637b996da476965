//! What only several plans together show: two of one office with one number in one year.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Diagnostic, Label};
use crate::plan::Plan;
use crate::plan::waiver::Waiver;
use crate::source::Span;
use crate::value::IdOrText;
use crate::vietnamese::fold;

/// A number that another plan has.
pub(super) const NUMBER_TAKEN: Code = Code {
    id: "KH-0427",
    title: "hai kế hoạch cùng số",
    about: "Hai kế hoạch của một cơ quan trong một năm có cùng số và ký hiệu. Số văn bản cấp một lần trong năm; sửa số của kế hoạch sau, \
            hoặc để trống khi chưa được cấp. Cố ý để trùng (hai bản dự thảo của một kế hoạch) thì ghi lý do ở bo_qua của một trong hai kế \
            hoạch, tai chép vài chữ của dòng số.",
};

/// What of a plan is compared with others: small, so that a run over a thousand plans need not keep them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Facts {
    /// Who issues it, its symbol, its year and its number, as far as they tell it from others.
    key: (String, String, i32, u32),
    /// How its number is printed: `05/KH-UBND`.
    shown: String,
    /// Where its number stands, with no more of its file than shows it.
    place: Label,
    /// Why the plan sets aside that another has its number; the line of the number holds the words that it names.
    waived: Option<String>,
}

impl Facts {
    /// The facts of a plan that has a number of its own.
    pub fn new(plan: &Plan) -> Option<Self> {
        let (number, symbol) = (plan.number.as_ref()?, plan.symbol.as_ref()?);
        let year = plan.date.as_ref()?.value.year;
        let issuers = plan.issuers.0.iter().map(|issuer| match issuer {
            IdOrText::Text(text) => text.letters(),
            IdOrText::Id(id) => {
                let body = plan.bodies.get(&id.name).and_then(|body| body.name.as_ref());
                body.map_or_else(|| id.name.clone(), |name| name.letters())
            }
        });
        let issuer = fold(&issuers.collect::<Vec<_>>().join(" "));
        let shown = format!("{}/{}", number.value.display(), symbol.value.0);
        let key = (issuer, symbol.value.0.clone(), year, number.value.0.parse().ok()?);
        let span = &number.span;
        let waived = plan.waivers.iter().find_map(|waiver| {
            let is_meant = is_number_taken(waiver) && stands_on_line(span, &waiver.words.as_ref()?.words);
            waiver.reason.as_ref().filter(|_| is_meant).map(|reason| reason.words.clone())
        });
        let place = Label { span: span.clone(), text: String::new() }.light();
        Some(Self { key, shown, place, waived })
    }

    /// The name of its file.
    fn file(&self) -> &str {
        &self.place.span.file.name
    }
}

/// Whether a plan sets aside that another has its number.
pub(super) fn is_number_taken(waiver: &Waiver) -> bool {
    waiver.code.as_ref().is_some_and(|code| code.words.trim() == NUMBER_TAKEN.id)
}

/// Whether the line of a place holds some words.
pub(super) fn stands_on_line(span: &Span, words: &str) -> bool {
    let (text, range) = (&span.file.text, &span.range);
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.start..].find('\n').map_or(text.len(), |at| range.start + at);
    text[start..end].contains(words.trim())
}

/// What is wrong among several plans, in the order in which they are given: a number that an earlier one has.
pub fn across<'a>(plans: impl IntoIterator<Item = &'a Facts>) -> Vec<Diagnostic> {
    let mut known = BTreeMap::new();
    let mut found = Vec::new();
    for facts in plans {
        let first: &Facts = known.entry(&facts.key).or_insert(facts);
        // A plan that is given twice is one plan.
        if first.file() == facts.file() {
            continue;
        }
        let message = format!("số {} năm {} đã dùng cho kế hoạch {}", facts.shown, facts.key.2, first.file());
        let finding = Diagnostic::error(NUMBER_TAKEN, facts.place.span.clone(), message).as_warning();
        let finding = finding.label(first.place.span.clone(), "kế hoạch kia");
        let mut finding = finding.help("sửa số, hoặc để trống khi chưa được cấp số");
        // Either plan may say why both have the number.
        finding.waived = facts.waived.as_ref().or(first.waived.as_ref()).cloned();
        found.push(finding);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial;
    use crate::source::{SourceFile, Span};

    fn facts(file: &str, issuer: &str, number: &str, date: &str) -> Option<Facts> {
        with(file, &format!("co_quan_ban_hanh: {issuer}\nso: {number}\nngay_ban_hanh: {date}"))
    }

    fn with(file: &str, text: &str) -> Option<Facts> {
        let mut facts = Facts::new(&trial::plan(text))?;
        let held = SourceFile::from_text(file, &facts.place.span.file.text);
        facts.place.span = Span::new(&held, facts.place.span.range);
        Some(facts)
    }

    #[test]
    fn a_number_is_given_once_a_year() {
        let plans = [
            facts("a.yaml", "UBND xã A", "5", "01/3/2026"),
            facts("b.yaml", "UBND xã A", "\"05\"", "02/4/2026"),
            facts("c.yaml", "UBND xã B", "5", "01/3/2026"),
            facts("d.yaml", "UBND xã A", "5", "01/3/2025"),
            facts("e.yaml", "UBND xã A", "6", "01/3/2026"),
            facts("f.yaml", "UBND xã A", "~", "05/3/2026"),
        ];
        let found = across(plans.iter().flatten());
        let messages: Vec<_> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(messages, ["số 05/KH-UBND năm 2026 đã dùng cho kế hoạch a.yaml"]);
    }

    #[test]
    fn either_plan_may_say_why() {
        let plain = "so: 5\nngay_ban_hanh: 01/3/2026";
        let waived = |words: &str| format!("{plain}\nbo_qua: [{{ma: KH-0427, tai: \"{words}\", ly_do: hai dự thảo}}]");
        let reasons = |one: &str, other: &str| {
            let plans = [with("a.yaml", one), with("b.yaml", other)];
            let found = across(plans.iter().flatten());
            found.into_iter().map(|found| found.waived).collect::<Vec<_>>()
        };
        let told = || vec![Some("hai dự thảo".to_owned())];
        assert_eq!(reasons(plain, &waived("so: 5")), told());
        assert_eq!(reasons(&waived("so: 5"), plain), told());
        assert_eq!(reasons(plain, &waived("so: 6")), [None]);
    }

    #[test]
    fn a_plan_given_twice_is_one() {
        let plan = facts("g.yaml", "UBND xã A", "5", "01/3/2026");
        assert!(across(plan.iter().chain(plan.iter())).is_empty());
    }
}
