//! The money of a plan as templates see it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::columns::{ColumnView, SpanView, total_row};
use super::item::{ItemView, PartView, RowView, rows};
use super::split::SplitTableView;
use super::target::with_unit;
use crate::plan::figure::Figure;
use crate::plan::funding::{Funding, FundingItem, Source};
use crate::plan::mount::Mount;
use crate::schema::{ById, ByYear, YesNo};
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::{Amount, Decimal, MONEY_UNITS, Money, MoneyUnit, Text};

/// The money of a plan.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct FundingView {
    don_vi: &'static str,
    loi: Option<Xml>,
    tong: Option<Xml>,
    tong_so: Option<Xml>,
    tong_bang_chu: Option<Xml>,
    tong_so_luong: Option<Xml>,
    /// What the total is made up of, as the clerk has taken it apart.
    theo_nguon: Vec<PartView>,
    theo_nam: Vec<PartView>,
    /// What is given in kind and is no money, added up by unit.
    hien_vat: Option<Xml>,
    khoan: Vec<RowView>,
    nhom: Vec<ItemGroupView>,
    /// By source, by year or both.
    theo_cot: SplitTableView,
}

#[derive(Debug, Clone, Serialize)]
struct ItemGroupView {
    /// `None` for items without a group.
    ten: Option<Xml>,
    khoan: Vec<RowView>,
}

impl Viewer<'_> {
    /// The unit of the plan's money; without one, the largest in which an amount is whole.
    pub(in crate::template) fn money_unit(&self, amount: Money) -> MoneyUnit {
        let whole = || MONEY_UNITS.into_iter().find(|unit| amount.0 != 0 && amount.0 % unit.dong == 0);
        self.plan.funding.as_ref().map(Funding::money_unit).or_else(whole).unwrap_or(MONEY_UNITS[3])
    }

    /// The money that a mount prints, the columns of its table, and the cells of its total row.
    pub(in crate::template) fn funding(
        &self,
        funding: &Funding,
        mount: &Mount,
    ) -> (FundingView, Vec<ColumnView>, Vec<SpanView>) {
        let items = chosen(funding, mount);
        let view = self.funding_of(funding, &items, mount);
        let filled = |key: &str| match key {
            "so_luong" => view.khoan.iter().any(|row| row.khoan.so_luong.is_some()),
            "nguon" => view.khoan.iter().any(|row| !row.khoan.nguon.is_empty()),
            _ => true,
        };
        let cot = self.columns(mount, &filled);
        let has_total = |column: &ColumnView| {
            column.is("so_luong") && view.tong_so_luong.is_some() || column.is("so_tien") && view.tong_so.is_some()
        };
        let total = total_row(&cot, &has_total);
        (view, cot, total)
    }

    fn funding_of(&self, funding: &Funding, items: &[&FundingItem], mount: &Mount) -> FundingView {
        let unit = mount.money_unit().unwrap_or_else(|| funding.money_unit());
        let (whole, form) = (mount.is_whole(), mount.shown_as());
        let is_flat = items.iter().all(|item| item.children.is_empty());
        let mut listed = Vec::new();
        rows(items, 0, &mut listed);
        let mut groups: Vec<ItemGroupView> = Vec::new();
        let mut views = Vec::new();
        for row in &listed {
            let view = RowView {
                stt: row.label(is_flat),
                cap: row.depth,
                nhom: !row.item.children.is_empty(),
                khep: row.closes,
                khoan: self.funding_item(funding, row.item, unit),
            };
            views.push(view.clone());
            let name = self.opt_words(row.item.group.as_ref());
            match groups.last_mut() {
                Some(group) if row.depth > 0 || group.ten == name => group.khoan.push(view),
                _ => groups.push(ItemGroupView { ten: name, khoan: vec![view] }),
            }
        }
        // A part of the items has a total of its own.
        let counted = items.iter().filter(|item| item.is_money());
        let amounts: Option<Vec<Amount>> = counted.map(|item| item.whole()).collect();
        let total = if whole { funding.printed() } else { amounts.map(Amount::sum) };
        FundingView {
            don_vi: unit.name,
            loi: self.opt_words(funding.text.as_ref()),
            tong: total.map(|total| total.display(unit).into()),
            tong_so: total.map(|total| total.display_in(unit).into()),
            tong_bang_chu: total.map(|total| total.in_words().into()),
            tong_so_luong: self::counted(items),
            theo_nguon: if whole { self.source_parts(funding, &funding.by_source, unit) } else { Vec::new() },
            theo_nam: if whole { year_parts(&funding.by_year, unit) } else { Vec::new() },
            hien_vat: self.in_kind(items),
            theo_cot: self.split(funding, &listed, &views, whole, form),
            khoan: views,
            nhom: groups,
        }
    }

    /// What is given in kind and is no money: how many of each unit.
    pub(in crate::template) fn in_kind(&self, items: &[&FundingItem]) -> Option<Xml> {
        let mut listed = Vec::new();
        rows(items, 0, &mut listed);
        let mut sums: Vec<(Option<&Text>, Decimal)> = Vec::new();
        for item in listed.iter().map(|row| row.item).filter(|item| !item.is_money()) {
            let Some(count) = &item.count else { continue };
            let unit = item.unit.as_ref();
            match sums.iter_mut().find(|(known, _)| *known == unit) {
                Some((_, sum)) => *sum = sum.plus(count.value)?,
                None => sums.push((unit, count.value)),
            }
        }
        let shown: Vec<_> = sums.into_iter().map(|(unit, sum)| with_unit(sum, self.opt_words(unit).as_ref())).collect();
        (!shown.is_empty()).then(|| Xml::join(&shown, "; "))
    }

    /// What each source gives in all, with its unit.
    pub(in crate::template) fn source_totals<'f>(&self, funding: &'f Funding) -> BTreeMap<&'f str, Xml> {
        let total = |id: &str| funding.from_source(id).map(|amount| amount.display(funding.money_unit()).into());
        funding.sources.ids().filter_map(|id| Some((id, total(id)?))).collect()
    }

    /// What falls to each year in all, with its unit.
    pub(in crate::template) fn year_totals(&self, funding: &Funding) -> BTreeMap<String, Xml> {
        let own = self.own_year();
        let total = |year: i32| funding.in_year(year, own).map(|amount| amount.display(funding.money_unit()).into());
        let told = funding.by_year.0.iter().map(|(year, _)| year.0);
        let years = told.chain(funding.items.values().flat_map(|item| item.years(own)));
        years.filter_map(|year| Some((year.to_string(), total(year)?))).collect()
    }

    /// The year of a plan that has one.
    pub(super) fn own_year(&self) -> Option<i32> {
        self.plan.years().filter(|years| years.from == years.to).map(|years| years.from)
    }

    pub(super) fn source_name(&self, funding: &Funding, id: &str) -> Xml {
        let source = funding.sources.get(id);
        source.and_then(|source| self.opt_words(source.name.as_ref())).unwrap_or_default()
    }

    fn source_parts(&self, funding: &Funding, parts: &ById<Source, Figure>, unit: MoneyUnit) -> Vec<PartView> {
        let part = |(id, figure): &(crate::value::Ref<Source>, Figure)| {
            Some(part(self.source_name(funding, &id.name), figure.amount()?, unit))
        };
        parts.0.iter().filter_map(part).collect()
    }

    /// An item with its money in a unit.
    pub(in crate::template) fn funding_item(
        &self,
        funding: &Funding,
        item: &FundingItem,
        money: MoneyUnit,
    ) -> ItemView {
        let unit = self.opt_words(item.unit.as_ref());
        ItemView {
            ten: self.opt_words(item.name.as_ref()).unwrap_or_default(),
            so_luong: item.count.as_ref().map(|count| with_unit(count.value, unit.as_ref())),
            so_luong_so: item.count.as_ref().map(|count| count.display_count().into()),
            don_vi: unit,
            so_tien: item.whole().map(|amount| amount.display(money).into()),
            theo: item.basis.as_ref().map(|basis| basis.meaning()),
            so_tien_so: item.whole().map(|amount| amount.display_in(money).into()),
            muc_toi_da: item.cap.as_ref().map(|cap| {
                let cap = Xml::from(cap.value.display(money));
                match self.opt_words(item.cap_unit.as_ref()) {
                    Some(unit) => Xml::format("{}/{}", &[&cap, &unit]),
                    None => cap,
                }
            }),
            hien_vat: YesNo::is_yes(item.in_kind.as_ref()),
            du_an: item.project.as_ref().map(|project| self.project_name(&project.name).called),
            nguon: item.sources.iter().map(|id| self.source_name(funding, &id.name)).collect(),
            theo_nguon: self.source_parts(funding, &item.by_source, money),
            theo_nam: year_parts(&item.by_year, money),
            loi: self.opt_words(item.text.as_ref()),
        }
    }
}

/// The items that a mount prints, in its order; one that stands in another that is printed is printed there.
fn chosen<'a>(funding: &'a Funding, mount: &Mount) -> Vec<&'a FundingItem> {
    let group = |item: &FundingItem| item.group.as_ref().map(Text::letters);
    if mount.pick.is_empty() {
        return funding.items.values().filter(|item| mount.takes(group(item).as_deref())).collect();
    }
    let all = funding.all_items();
    let find = |id: &str| all.iter().find(|nested| nested.id.name == id);
    let alone = mount.pick.iter().filter_map(|pick| find(&pick.words)).filter(|nested| {
        let outermost = nested.within.first().map_or(nested.item, |(_, outer)| outer);
        mount.takes(group(outermost).as_deref()) && !nested.within.iter().any(|(id, _)| mount.picks(&id.name))
    });
    alone.map(|nested| nested.item).collect()
}

fn part(name: Xml, amount: Amount, unit: MoneyUnit) -> PartView {
    PartView { ten: name, so_tien: amount.display(unit).into(), so_tien_so: amount.display_in(unit).into() }
}

fn year_parts(parts: &ByYear<Figure>, unit: MoneyUnit) -> Vec<PartView> {
    let named = parts.0.iter().filter_map(|(year, figure)| Some((year.0, figure.amount()?)));
    named.map(|(year, amount)| part(format!("năm {year}").into(), amount, unit)).collect()
}

/// How many there are of all items together; counts of different things do not add up.
pub(in crate::template) fn counted(items: &[&FundingItem]) -> Option<Xml> {
    let one_unit = items.windows(2).all(|pair| pair[0].unit == pair[1].unit);
    let count = |item: &&FundingItem| item.count.as_ref().map(|count| count.value);
    let counts: Option<Vec<Decimal>> = items.iter().map(count).collect();
    let counts = counts.filter(|_| one_unit && !items.is_empty());
    let sum = counts.and_then(|counts| counts.into_iter().try_fold(Decimal::whole(0), Decimal::plus));
    sum.map(|count| count.display_count().into())
}
