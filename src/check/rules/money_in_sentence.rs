//! A sentence that says another total than the funding.

use crate::check::prose::{Passage, Unit, Written};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::funding::{self, Funding};
use crate::plan::whole::FUNDING;
use crate::value::Money;

/// A sentence says another total than the funding.
pub const MONEY_IN_SENTENCE: Code = Code {
    id: "KH-0455",
    title: "tổng kinh phí trong câu khác kinh_phi",
    about: "Câu viết tay ghi tổng kinh phí thực hiện khác với tổng ở kinh_phi. Sửa số, hoặc gọi {{ kinh_phi.tong }} để chương trình \
            in tổng. Chỉ xét câu nói về toàn bộ kinh phí của kế hoạch.",
};

/// A sentence says another total than the funding.
pub static RULE: Rule = Rule {
    code: MONEY_IN_SENTENCE,
    level: Severity::Warning,
    reason: "một tổng kinh phí ở hai chỗ phải là một",
    about: MONEY_IN_SENTENCE.about,
    wrong: "noi_dung: [\"Tổng kinh phí thực hiện là 3.320 triệu đồng.\"]\nkinh_phi: {tong: 3.230 triệu đồng}",
    right: "noi_dung: [\"Tổng kinh phí thực hiện là 3.230 triệu đồng.\"]\nkinh_phi: {tong: 3.230 triệu đồng}",
    check,
};

/// How the total is called.
const TOTALS: [&str; 6] =
    ["tổng kinh phí", "tổng nhu cầu kinh phí", "tổng dự toán", "tổng số tiền", "tổng số kinh phí", "tổng nguồn vốn"];
/// Words that may stand between it and the amount without narrowing it.
const BETWEEN: [&str; 26] = [
    "thực",
    "hiện",
    "triển",
    "khai",
    "kế",
    "hoạch",
    "này",
    "dự",
    "kiến",
    "là",
    "để",
    "của",
    "cần",
    "xã",
    "phường",
    "tỉnh",
    "nhu",
    "cầu",
    "năm",
    "toàn",
    "bộ",
    "giai",
    "đoạn",
    "ước",
    "khoản",
    "các",
];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(funding) = &case.plan.funding else { return };
    let Some(total) = funding.printed().filter(|total| total.bound.is_none()) else { return };
    let passages =
        case.passages().iter().filter(|passage| passage.figures.iter().any(is_money) && passage.words.contains("ổng "));
    for passage in passages.filter(|passage| funding.text.as_ref() != Some(passage.text)) {
        let small = passage.words.to_lowercase();
        // Letters that change their length when made small would shift the places; Vietnamese has none.
        let totals =
            TOTALS.iter().flat_map(|total| small.match_indices(total)).filter(|_| small.len() == passage.words.len());
        for (at, name) in totals {
            let stated = stated(case.plan, passage, at + name.len());
            found.extend(stated.and_then(|stated| judge(funding, passage, stated, total.money)));
        }
    }
}

fn is_money(figure: &Written) -> bool {
    matches!(figure.unit, Unit::Money(_))
}

/// The amount that is said to be the total whose name ends at a place.
fn stated<'p>(plan: &Plan, passage: &'p Passage<'_>, from: usize) -> Option<&'p Written> {
    let stated = passage.figures.iter().find(|figure| figure.start >= from && is_money(figure))?;
    let years = plan.years()?;
    let is_plain = |word: &str| {
        let year = || word.parse::<i32>().is_ok_and(|year| year == years.from || year == years.to);
        let is_span = || word == format!("{}-{}", years.from, years.to);
        ["-", "–"].contains(&word) || BETWEEN.contains(&word.to_lowercase().as_str()) || year() || is_span()
    };
    // A year of several is a part of them.
    let link = passage.between(from, stated.start);
    let is_one_year = years.from == years.to || !link.contains("năm");
    (link.split_whitespace().all(is_plain) && is_one_year).then_some(stated)
}

fn judge(funding: &Funding, passage: &Passage<'_>, stated: &Written, total: Money) -> Option<Diagnostic> {
    let Unit::Money(unit) = stated.unit else { return None };
    let (top, bottom) = stated.number.to_fraction();
    let dong = Money(top.checked_mul(unit.dong)? / bottom);
    if dong == total || is_known(funding, dong) {
        return None;
    }
    let (told, whole) = (passage.told(stated), total.display(unit));
    let factor = [1_000, 100, 10]
        .into_iter()
        .find(|factor| dong.0.checked_mul(*factor) == Some(total.0) || total.0.checked_mul(*factor) == Some(dong.0));
    let why = factor.map(|factor| {
        let times = crate::vietnamese::number_in_words(u128::from(factor.unsigned_abs() as u64));
        format!(", lệch đúng {times} lần: xem lại đơn vị")
    });
    let message = format!("câu này ghi {told}, kinh_phi là {whole}{}", why.unwrap_or_default());
    let key = if funding.stated.is_some() { funding::STATED.name() } else { funding::TOTAL.name() };
    let finding = Diagnostic::error(MONEY_IN_SENTENCE, passage.place(stated.start..stated.rest), message).as_warning();
    let help = format!("sửa một trong hai số, hoặc viết {{{{ {}.tong }}}} thay cho số", FUNDING.name());
    Some(finding.label(funding.place.of(key), "tổng ở đây").help(help))
}

/// Whether an amount is that of an item, a source or a year: then a sentence may speak of that.
fn is_known(funding: &Funding, dong: Money) -> bool {
    let is = |amount: Option<crate::value::Amount>| amount.is_some_and(|amount| amount.money == dong);
    let totals = [&funding.total, &funding.stated];
    totals.into_iter().flatten().any(|amount| amount.value.money == dong)
        || funding.all_items().iter().any(|nested| is(nested.item.whole()))
        || funding.by_source.0.iter().any(|(_, figure)| is(figure.amount()))
        || funding.by_year.0.iter().any(|(_, figure)| is(figure.amount()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn sentence(sentence: &str, expected: &[&str]) {
        let plan = "thoi_ky: 2026\nkinh_phi: {tong: 3.230 triệu đồng, khoan: {a: {ten: A, so_tien: 230 triệu đồng}, b: {ten: B, so_tien: 3 tỷ đồng}}}";
        check(&RULE, &format!("noi_dung: [\"{sentence}\"]\n{plan}"), expected);
    }

    #[test]
    fn the_total_is_the_same_in_both_places() {
        sentence("Tổng kinh phí thực hiện Kế hoạch năm 2026 là 3,23 tỷ đồng.", &[]);
        let message = "cảnh báo «3.320 triệu đồng»: câu này ghi 3.320 triệu đồng, kinh_phi là 3.230 triệu đồng";
        sentence("Dự kiến cần tổng số tiền 3.320 triệu đồng.", &[message]);
        let message = "cảnh báo «3.230 tỷ đồng»: câu này ghi 3.230 tỷ đồng, kinh_phi là 3,23 tỷ đồng, lệch đúng một nghìn lần: xem lại đơn vị";
        sentence("Tổng kinh phí là 3.230 tỷ đồng.", &[message]);
    }

    #[test]
    fn what_may_be_other_money_is_passed_over() {
        for words in [
            "Tổng kinh phí hỗ trợ nhà ở là 500 triệu đồng.",
            "Tổng kinh phí thực hiện năm 2025 là 500 triệu đồng.",
            "Tổng kinh phí là 230 triệu đồng.",
            "Tổng kinh phí khoảng 3.300 triệu đồng.",
            "Kinh phí là 500 triệu đồng.",
            "Tổng kinh phí là 5 triệu đồng/hộ.",
        ] {
            sentence(words, &[]);
        }
    }
}
