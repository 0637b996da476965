//! Money that does not add up.

use crate::check::codes::WRONG_SUM;
use crate::check::rule::{Case, Rule};
use crate::check::sums::{Sum, stated_otherwise};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::figure::Figure;
use crate::plan::funding::{self, Funding, FundingItem, Parts, Source, Way};
use crate::schema::{ById, ByYear};
use crate::source::Span;
use crate::value::{Amount, MoneyUnit, Place, Registry, Spanned};

/// A total of the funding differs from what its parts add up to, or the parts from each other.
pub static RULE: Rule = Rule {
    code: WRONG_SUM,
    level: Severity::Error,
    reason: "số liệu trong một văn bản phải thống nhất",
    about: "Số tiền viết ra khác với số mà các phần của nó cộng lại: khoản con, phân bổ, nguồn vốn, năm; hoặc hai cách chia cho \
            hai tổng khác nhau. Sửa số sai, hoặc xóa số tổng để chương trình tự cộng. Với «khoảng», lệch quá 5% là cảnh báo, \
            lệch ít hơn là lưu ý; với «trên», «không quá» và các từ tương tự, chỉ báo khi hai số không thể cùng đúng.",
    wrong: "kinh_phi:\n  tong: 10 triệu đồng\n  khoan: {a: {ten: A, so_tien: 3 triệu đồng}, b: {ten: B, so_tien: 6 triệu đồng}}",
    right: "kinh_phi:\n  tong: 9 triệu đồng\n  khoan: {a: {ten: A, so_tien: 3 triệu đồng}, b: {ten: B, so_tien: 6 triệu đồng}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(funding) = &case.plan.funding else { return };
    let unit = funding.money_unit();
    let own = case.plan.years().filter(|years| years.from == years.to).map(|years| years.from);
    of_funding(funding, unit, own, found);
    for nested in funding.all_items() {
        of_item(nested.item, unit, own, found);
    }
}

/// An amount as it is written and as it is taken apart.
struct Whole<'a> {
    /// What it is called: `tổng`.
    name: &'a str,
    written: Option<&'a Spanned<Amount>>,
    ways: Vec<Parts>,
    /// Where the parts of a way stand.
    places: &'a dyn Fn(Way) -> Vec<Span>,
    place: &'a Place,
    unit: MoneyUnit,
}

fn of_funding(funding: &Funding, unit: MoneyUnit, own: Option<i32>, found: &mut Vec<Diagnostic>) {
    let whole = Whole {
        name: "tổng",
        written: funding.total.as_ref(),
        ways: funding.ways(),
        places: &|way| match way {
            Way::Items => of_items(&funding.items),
            Way::Sources => of_sources(&funding.by_source),
            Way::Years => of_years(&funding.by_year),
            Way::Allocations => Vec::new(),
        },
        place: &funding.place,
        unit,
    };
    whole.check(found);
    let computed = funding.total.as_ref().map(|total| total.value).or_else(|| funding.computed());
    if let (Some(stated), Some(computed)) = (&funding.stated, computed)
        && stated.value != computed
    {
        let (said, made) = (stated.display(unit), computed.display(unit));
        found.push(stated_otherwise(stated.span.clone(), &said, &made));
    }
    let items: Vec<_> = funding.items.values().filter(|item| item.is_money()).collect();
    let columns = Columns { items: &items, parts: "các khoản", unit };
    columns.by_source(&funding.by_source, found);
    columns.by_year(&funding.by_year, own, found);
}

fn of_item(item: &FundingItem, unit: MoneyUnit, own: Option<i32>, found: &mut Vec<Diagnostic>) {
    let whole = Whole {
        name: "số tiền",
        written: item.amount.as_ref(),
        ways: item.ways(),
        places: &|way| match way {
            Way::Items => of_items(&item.children),
            Way::Sources => of_sources(&item.by_source),
            Way::Years => of_years(&item.by_year),
            Way::Allocations => {
                item.allocations.iter().map(|part| part.place.of(funding::ALLOCATION_AMOUNT.name())).collect()
            }
        },
        place: &item.place,
        unit,
    };
    whole.check(found);
    let children: Vec<_> = item.children.values().filter(|item| item.is_money()).collect();
    let columns = Columns { items: &children, parts: "các khoản con", unit };
    columns.by_source(&item.by_source, found);
    columns.by_year(&item.by_year, own, found);
    // The same amounts, by source and year at once.
    let mut crossed = item.clone();
    (crossed.by_source, crossed.by_year) = (ById::default(), ByYear::default());
    if !item.allocations.is_empty() {
        let columns = Columns { items: &[&crossed], parts: "các phần phân bổ", unit };
        columns.by_source(&item.by_source, found);
        // Undated parts fall to no year of a plan of several.
        if own.is_some() || item.allocations.iter().all(|part| part.year.is_some()) {
            columns.by_year(&item.by_year, own, found);
        }
    }
}

/// Where the amounts of some items stand.
fn of_items(items: &Registry<FundingItem>) -> Vec<Span> {
    let money = items.values().filter(|item| item.is_money());
    money.map(|item| item.place.of(funding::AMOUNT.name())).collect()
}

fn of_sources(parts: &ById<Source, Figure>) -> Vec<Span> {
    parts.0.iter().map(|(source, _)| source.span.clone()).collect()
}

fn of_years(parts: &ByYear<Figure>) -> Vec<Span> {
    parts.0.iter().map(|(year, _)| year.span.clone()).collect()
}

/// What the parts of a way are, and the key under which they stand.
fn words(way: Way) -> (&'static str, &'static str) {
    match way {
        Way::Items => ("các khoản", funding::ITEMS.name()),
        Way::Allocations => ("các phần phân bổ", funding::ALLOCATIONS.name()),
        Way::Sources => ("các nguồn vốn", funding::BY_SOURCE.name()),
        Way::Years => ("các năm", funding::BY_YEAR.name()),
    }
}

impl Whole<'_> {
    fn check(&self, found: &mut Vec<Diagnostic>) {
        let Some(written) = self.written else { return self.ways_agree(found) };
        for way in &self.ways {
            let amounts: Vec<Amount> = way.amounts.iter().copied().flatten().collect();
            let said = format!("{} ghi", self.name);
            let places = self.places(way);
            let parts = words(way.way).0;
            let sum =
                Sum { said: &said, stated: written.value, parts, amounts: &amounts, unit: self.unit, places: &places };
            // Parts that are not all known may only be less.
            let is_told = amounts.len() == way.amounts.len();
            let is_more = way.way == Way::Items && written.value.money < sum.sum().money;
            if is_told || is_more {
                let help = format!("sửa {}, hoặc xóa khóa để chương trình tự cộng", self.name);
                found.extend(sum.judge(&written.span, &help));
            }
        }
    }

    /// Where the known parts of a way stand.
    fn places(&self, way: &Parts) -> Vec<Span> {
        let all = (self.places)(way.way);
        let known = way.amounts.iter().zip(all).filter(|(amount, _)| amount.is_some());
        known.map(|(_, place)| place).collect()
    }

    /// Without a written amount the ways must agree with the first.
    fn ways_agree(&self, found: &mut Vec<Diagnostic>) {
        let mut known = self.ways.iter().filter_map(|way| Some((way, way.sum()?)));
        let Some((first, stated)) = known.next() else { return };
        for (way, _) in known {
            let amounts: Vec<Amount> = way.amounts.iter().copied().flatten().collect();
            let said = format!("{} cộng lại được", words(first.way).0);
            let (parts, key) = words(way.way);
            let sum = Sum { said: &said, stated, parts, amounts: &amounts, unit: self.unit, places: &[] };
            let help = format!("sửa «{}» hoặc «{key}» cho hai cách chia có cùng tổng", words(first.way).1);
            found.extend(sum.judge(&self.place.of(key), &help));
        }
    }
}

/// The items that make up a total by source or by year.
struct Columns<'a> {
    items: &'a [&'a FundingItem],
    parts: &'a str,
    unit: MoneyUnit,
}

impl Columns<'_> {
    fn by_source(&self, totals: &ById<Source, Figure>, found: &mut Vec<Diagnostic>) {
        if self.items.iter().all(|item| item.tells_sources()) {
            for (source, figure) in &totals.0 {
                let said = format!("nguồn «{}» ghi", source.name);
                self.column(&said, figure, &source.span, &|item| item.from_source(&source.name), found);
            }
        }
    }

    fn by_year(&self, totals: &ByYear<Figure>, own: Option<i32>, found: &mut Vec<Diagnostic>) {
        if self.items.iter().all(|item| item.tells_years()) {
            for (year, figure) in &totals.0 {
                let said = format!("năm {} ghi", year.0);
                self.column(&said, figure, &year.span, &|item| item.in_year(year.0, own), found);
            }
        }
    }

    fn column(
        &self,
        said: &str,
        figure: &Figure,
        place: &Span,
        amount: &dyn Fn(&FundingItem) -> Option<Amount>,
        found: &mut Vec<Diagnostic>,
    ) {
        let (Some(figure), false) = (&figure.0, self.items.is_empty()) else { return };
        let amounts: Vec<_> = self.items.iter().filter_map(|item| amount(item)).collect();
        let stated = figure.value;
        let sum = Sum { said, stated, parts: self.parts, amounts: &amounts, unit: self.unit, places: &[] };
        found.extend(sum.judge(place, "sửa số này, hoặc sửa các phần của nó"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn items_make_up_the_total() {
        let wrong = "kinh_phi: {tong: 10 triệu đồng, khoan: {a: {ten: a, so_tien: 3 triệu đồng}, b: {ten: b, so_tien: \"6,5 triệu đồng\"}}}";
        let message = "tổng ghi 10 triệu đồng, các khoản cộng lại được 3 + 6,5 = 9,5 triệu đồng, chênh 0,5 triệu đồng";
        check(&RULE, wrong, &[&format!("lỗi «10 triệu đồng»: {message}")]);
        check(&RULE, "kinh_phi: {tong: 10 triệu đồng, khoan: {a: {ten: a, so_tien: 3 triệu đồng}, b: {ten: b}}}", &[]);
        let more = "kinh_phi: {tong: 1 triệu đồng, khoan: {a: {ten: a, so_tien: 3 triệu đồng}, b: {ten: b}}}";
        let message = "tổng ghi 1 triệu đồng, các khoản cộng lại được 3 triệu đồng, chênh 2 triệu đồng";
        check(&RULE, more, &[&format!("lỗi «1 triệu đồng»: {message}")]);
        let spelled = "kinh_phi: {tong: 3.000.000 đồng, khoan: {a: {ten: a, so_tien: 3 triệu đồng}}}";
        check(&RULE, spelled, &[]);
    }

    #[test]
    fn allocations_make_up_the_item() {
        let plan = |amount: &str| {
            format!(
                "kinh_phi: {{nguon: {{n: {{ten: N}}}}, khoan: {{a: {{ten: A, so_tien: {amount}, phan_bo: [{{nguon: n, so_tien: 2 triệu đồng}}]}}}}}}"
            )
        };
        check(&RULE, &plan("2 triệu đồng"), &[]);
        let message = "số tiền ghi 3 triệu đồng, các phần phân bổ cộng lại được 2 triệu đồng, chênh 1 triệu đồng";
        check(&RULE, &plan("3 triệu đồng"), &[&format!("lỗi «3 triệu đồng»: {message}")]);
    }

    #[test]
    fn what_the_source_states_may_differ_but_is_said() {
        let plan = "kinh_phi: {ghi: 4 triệu đồng, khoan: {a: {ten: A, so_tien: 3 triệu đồng}}}";
        check(&RULE, plan, &["cảnh báo «4 triệu đồng»: ghi 4 triệu đồng, tính được 3 triệu đồng"]);
    }

    const SOURCES: &str = "don_vi: đồng, nguon: {n: {ten: N}, m: {ten: M}}";

    #[track_caller]
    fn money(keys: &str, expected: &[&str]) {
        check(&RULE, &format!("thoi_ky: 2026-2027\nkinh_phi: {{{SOURCES}, {keys}}}"), expected);
    }

    #[test]
    fn both_marginals_make_up_the_total() {
        let total = "theo_nguon: {n: 4 đồng, m: 6 đồng}, theo_nam: {2026: 3 đồng, 2027: 7 đồng}";
        money(&format!("tong: 10 đồng, {total}"), &[]);
        let by_source = "tổng ghi 11 đồng, các nguồn vốn cộng lại được 4 + 6 = 10 đồng, chênh 1 đồng";
        let by_year = "tổng ghi 11 đồng, các năm cộng lại được 3 + 7 = 10 đồng, chênh 1 đồng";
        let place = |message: &str| format!("lỗi «11 đồng»: {message}");
        money(&format!("tong: 11 đồng, {total}"), &[&place(by_source), &place(by_year)]);
        let message =
            "lỗi «theo_nam»: các nguồn vốn cộng lại được 10 đồng, các năm cộng lại được 3 + 6 = 9 đồng, chênh 1 đồng";
        money(&total.replace("7 đồng", "6 đồng"), &[message]);
        money(&format!("khoan: {{k: {{ten: K, so_tien: 10 đồng, {total}}}}}"), &[]);
    }

    #[test]
    fn marginals_of_the_items_make_up_those_of_the_total() {
        let item = |n: u32, first: u32| {
            let (m, second) = (5 - n, 5 - first);
            format!(
                "{{ten: K, theo_nguon: {{n: {n} đồng, m: {m} đồng}}, theo_nam: {{2026: {first} đồng, 2027: {second} đồng}}}}"
            )
        };
        let total = "theo_nguon: {n: 4 đồng, m: 6 đồng}, theo_nam: {2026: 3 đồng, 2027: 7 đồng}";
        money(&format!("{total}, khoan: {{k: {}, l: {}}}", item(1, 1), item(3, 2)), &[]);
        let found = [
            "lỗi «n»: nguồn «n» ghi 4 đồng, các khoản cộng lại được 1 + 2 = 3 đồng, chênh 1 đồng",
            "lỗi «m»: nguồn «m» ghi 6 đồng, các khoản cộng lại được 4 + 3 = 7 đồng, chênh 1 đồng",
        ];
        money(&format!("{total}, khoan: {{k: {}, l: {}}}", item(1, 1), item(2, 2)), &found);
        let crossed = "phan_bo: [{nguon: n, nam: 2026, so_tien: 1 đồng}, {nguon: m, nam: 2026, so_tien: 2 đồng}]";
        let message = "lỗi «n»: nguồn «n» ghi 2 đồng, các phần phân bổ cộng lại được 1 đồng, chênh 1 đồng";
        let other = message.replace("«n»", "«m»").replace("ghi 2", "ghi 1").replace("được 1", "được 2");
        money(
            &format!("khoan: {{k: {{ten: K, theo_nguon: {{n: 2 đồng, m: 1 đồng}}, {crossed}}}}}"),
            &[message, &other],
        );
    }

    #[test]
    fn items_within_an_item_make_it_up() {
        let item = |amount: &str| {
            let inner = "con: {ten: C, khoan: {x: {ten: X, so_tien: 1 đồng}, y: {ten: Y, so_tien: 2 đồng}}}";
            format!("khoan: {{k: {{ten: K, so_tien: {amount}, khoan: {{{inner}, d: {{ten: D, so_tien: 4 đồng}}}}}}}}")
        };
        money(&item("7 đồng"), &[]);
        let message = "lỗi «8 đồng»: số tiền ghi 8 đồng, các khoản cộng lại được 3 + 4 = 7 đồng, chênh 1 đồng";
        money(&item("8 đồng"), &[message]);
        money(&format!("tong: 7 đồng, {}", item("7 đồng")), &[]);
    }

    #[test]
    fn what_is_given_in_kind_is_no_money_unless_it_has_a_value() {
        let items = "a: {ten: A, so_tien: 3 đồng}, b: {ten: B, hien_vat: co, so_luong: 5, don_vi: công}";
        money(&format!("tong: 3 đồng, khoan: {{{items}}}"), &[]);
        let worth = items.replace("so_luong", "so_tien: 2 đồng, so_luong");
        let message = "lỗi «3 đồng»: tổng ghi 3 đồng, các khoản cộng lại được 3 + 2 = 5 đồng, chênh 2 đồng";
        money(&format!("tong: 3 đồng, khoan: {{{worth}}}"), &[message]);
    }

    #[test]
    fn bounds_are_taken_at_their_word() {
        let plan = |total: &str, amount: &str| {
            format!("tong: {total}, khoan: {{a: {{ten: A, so_tien: {amount}}}, b: {{ten: B, so_tien: 100 đồng}}}}")
        };
        money(&plan("trên 150 đồng", "trên 50 đồng"), &[]);
        money(&plan("180 đồng", "trên 50 đồng"), &[]);
        money(&plan("không quá 150 đồng", "50 đồng"), &[]);
        let message =
            "lỗi «140 đồng»: tổng ghi 140 đồng, các khoản cộng lại được trên 50 + 100 = trên 150 đồng, chênh 10 đồng";
        money(&plan("140 đồng", "trên 50 đồng"), &[message]);
        let message = "lưu ý «khoảng 155 đồng»: tổng ghi khoảng 155 đồng, các khoản cộng lại được 50 + 100 = 150 đồng, chênh 5 đồng";
        money(&plan("khoảng 155 đồng", "50 đồng"), &[message]);
        let message = "cảnh báo «khoảng 180 đồng»: tổng ghi khoảng 180 đồng, các khoản cộng lại được 50 + 100 = 150 đồng, chênh 30 đồng";
        money(&plan("khoảng 180 đồng", "50 đồng"), &[message]);
    }
}
