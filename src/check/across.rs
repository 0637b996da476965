//! What only several plans together show: two of one office with one number in one year.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Label};
use crate::plan::Plan;
use crate::value::IdOrText;
use crate::vietnamese::fold;

/// A number that another plan has.
pub(super) const NUMBER_TAKEN: Code = Code {
    id: "KH-0427",
    title: "hai kế hoạch cùng số",
    about: "Hai kế hoạch của một cơ quan trong một năm có cùng số và ký hiệu. Số văn bản cấp một lần trong năm; sửa số của kế hoạch sau, \
            hoặc để trống khi chưa được cấp.",
};

/// What of a plan is compared with others: small, so that a run over a thousand plans need not keep them.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Who issues it, its symbol, its year and its number, as far as they tell it from others.
    key: (String, String, i32, u32),
    /// How its number is printed: `05/KH-UBND`.
    shown: String,
    /// Where its number stands, with no more of its file than shows it.
    place: Label,
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
        let place = Label { span: number.span.clone(), text: String::new() }.light();
        Some(Self { key, shown, place })
    }

    /// The name of its file.
    fn file(&self) -> &str {
        &self.place.span.file.name
    }
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
        found.push(finding.help("sửa số, hoặc để trống khi chưa được cấp số"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial;
    use crate::source::{SourceFile, Span};

    fn facts(file: &str, issuer: &str, number: &str, date: &str) -> Option<Facts> {
        let text = format!("co_quan_ban_hanh: {issuer}\nso: {number}\nngay_ban_hanh: {date}");
        let mut facts = Facts::new(&trial::plan(&text))?;
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
    fn a_plan_given_twice_is_one() {
        let plan = facts("g.yaml", "UBND xã A", "5", "01/3/2026");
        assert!(across(plan.iter().chain(plan.iter())).is_empty());
    }
}
