//! The money of a plan as templates see it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::picked::picked;
use super::target::with_unit;
use crate::plan::funding::{Allocation, Funding, FundingItem};
use crate::plan::mount::{Mount, MountForm};
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::{Decimal, MONEY_UNITS, Money, MoneyUnit};

/// The money of a plan.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct FundingView {
    don_vi: &'static str,
    loi: Option<Xml>,
    tong: Option<Xml>,
    tong_so: Option<Xml>,
    tong_so_luong: Option<Xml>,
    khoan: Vec<ItemView>,
    nhom: Vec<ItemGroupView>,
    /// By source or by year.
    theo_cot: SplitTableView,
}

/// Items by source or by year.
#[derive(Debug, Clone, Default, Serialize)]
struct SplitTableView {
    cot: Vec<Xml>,
    dong: Vec<SplitRowView>,
    tong: Vec<Xml>,
}

#[derive(Debug, Clone, Serialize)]
struct SplitRowView {
    ten: Xml,
    cong: Option<Xml>,
    o: Vec<Xml>,
}

#[derive(Debug, Clone, Serialize)]
struct ItemGroupView {
    /// `None` for items without a group.
    ten: Option<Xml>,
    khoan: Vec<ItemView>,
}

/// An item of the funding.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct ItemView {
    ten: Xml,
    so_luong: Option<Xml>,
    so_luong_so: Option<Xml>,
    so_tien: Option<Xml>,
    so_tien_so: Option<Xml>,
    /// Words in place of an amount.
    theo: Option<&'static str>,
    muc_toi_da: Option<Xml>,
    nguon: Vec<Xml>,
    loi: Option<Xml>,
}

impl Viewer<'_> {
    /// The unit of the plan's money; without one, the largest in which an amount is whole.
    pub(in crate::template) fn money_unit(&self, amount: Money) -> MoneyUnit {
        let whole = || MONEY_UNITS.into_iter().find(|unit| amount.0 != 0 && amount.0 % unit.dong == 0);
        self.plan.funding.as_ref().map(Funding::money_unit).or_else(whole).unwrap_or(MONEY_UNITS[3])
    }

    /// The money that a mount prints.
    pub(in crate::template) fn funding(&self, funding: &Funding, mount: &Mount) -> FundingView {
        let group = |item: &FundingItem| item.group.as_ref().map(crate::value::Text::letters);
        let items: Vec<_> = picked(&funding.items, mount)
            .map(|(_, item)| item)
            .filter(|item| mount.takes(group(item).as_deref()))
            .collect();
        self.funding_of(funding, &items, mount.is_whole(), mount.shown_as())
    }

    fn funding_of(&self, funding: &Funding, items: &[&FundingItem], whole: bool, form: MountForm) -> FundingView {
        let unit = funding.money_unit();
        let mut groups: Vec<ItemGroupView> = Vec::new();
        let views: Vec<_> = items.iter().map(|item| self.funding_item(funding, item)).collect();
        for (item, view) in items.iter().zip(&views) {
            let name = self.opt_words(item.group.as_ref());
            match groups.last_mut() {
                Some(group) if group.ten == name => group.khoan.push(view.clone()),
                _ => groups.push(ItemGroupView { ten: name, khoan: vec![view.clone()] }),
            }
        }
        // A part of the items has a total of its own.
        let amounts: Option<Vec<Money>> = items.iter().map(|item| item.whole()).collect();
        let total = if whole { funding.printed() } else { amounts.map(Money::sum) };
        FundingView {
            don_vi: unit.name,
            loi: self.opt_words(funding.text.as_ref()),
            tong: total.map(|total| total.display(unit).into()),
            tong_so: total.map(|total| total.display_in(unit).into()),
            tong_so_luong: counted(items),
            khoan: views,
            nhom: groups,
            theo_cot: match form {
                MountForm::SourceTable => self.by_source(funding, items),
                MountForm::YearTable => self.by_year(funding, items),
                MountForm::List | MountForm::Paragraph | MountForm::Table | MountForm::Total => {
                    SplitTableView::default()
                }
            },
        }
    }

    /// What each source gives in all, with its unit.
    pub(in crate::template) fn source_totals<'f>(&self, funding: &'f Funding) -> BTreeMap<&'f str, Xml> {
        let total = |id: &str| {
            let parts: Vec<_> = funding.items.values().filter_map(|item| item.from_source(id)).collect();
            (!parts.is_empty()).then(|| Xml::from(Money::sum(parts).display(funding.money_unit())))
        };
        funding.sources.ids().filter_map(|id| Some((id, total(id)?))).collect()
    }

    /// Items in rows, sources in columns; an item without allocations stands under its only source.
    fn by_source(&self, funding: &Funding, items: &[&FundingItem]) -> SplitTableView {
        let name = |source: &crate::plan::funding::Source| self.opt_words(source.name.as_ref()).unwrap_or_default();
        let columns: Vec<_> = funding.sources.iter().map(|(id, source)| (name(source), id.name.as_str())).collect();
        self.split(funding, items, &columns, |item, id| item.from_source(id))
    }

    /// Items in rows, years in columns; an allocation without a year falls to the plan's own.
    fn by_year(&self, funding: &Funding, items: &[&FundingItem]) -> SplitTableView {
        let own = self.plan.years().map_or(0, |years| years.from);
        let year = |allocation: &Allocation| allocation.year.as_ref().map_or(own, |year| year.0);
        let mut years: Vec<i32> = items.iter().flat_map(|item| item.allocations.iter().map(year)).collect();
        years.sort_unstable();
        years.dedup();
        let columns: Vec<_> = years.into_iter().map(|year| (Xml::from(format!("Năm {year}")), year)).collect();
        self.split(funding, items, &columns, |item, wanted| {
            sum_of(item.allocations.iter().filter(|allocation| year(allocation) == *wanted))
        })
    }

    fn split<C>(
        &self,
        funding: &Funding,
        items: &[&FundingItem],
        columns: &[(Xml, C)],
        amount: impl Fn(&FundingItem, &C) -> Option<Money>,
    ) -> SplitTableView {
        let unit = funding.money_unit();
        let show = |amount: Option<Money>| amount.map(|amount| amount.display_in(unit).into()).unwrap_or_default();
        SplitTableView {
            cot: columns.iter().map(|(name, _)| name.clone()).collect(),
            dong: items
                .iter()
                .map(|item| SplitRowView {
                    ten: self.opt_words(item.name.as_ref()).unwrap_or_default(),
                    cong: item.whole().map(|amount| amount.display_in(unit).into()),
                    o: columns.iter().map(|(_, column)| show(amount(item, column))).collect(),
                })
                .collect(),
            tong: columns
                .iter()
                .map(|(_, column)| {
                    let parts: Vec<_> = items.iter().filter_map(|item| amount(item, column)).collect();
                    show((!parts.is_empty()).then(|| Money::sum(parts)))
                })
                .collect(),
        }
    }

    pub(in crate::template) fn funding_item(&self, funding: &Funding, item: &FundingItem) -> ItemView {
        let money = funding.money_unit();
        let unit = self.opt_words(item.unit.as_ref());
        let source = |id: &str| {
            let source = funding.sources.get(id);
            source.and_then(|source| self.opt_words(source.name.as_ref())).unwrap_or_default()
        };
        ItemView {
            ten: self.opt_words(item.name.as_ref()).unwrap_or_default(),
            so_luong: item.count.as_ref().map(|count| with_unit(count.value, unit.as_ref())),
            so_luong_so: item.count.as_ref().map(|count| count.display_count().into()),
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
            nguon: item.sources.iter().map(|id| source(&id.name)).collect(),
            loi: self.opt_words(item.text.as_ref()),
        }
    }
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

/// The sum of allocations; `None` for none.
fn sum_of<'a>(allocations: impl Iterator<Item = &'a Allocation>) -> Option<Money> {
    let parts: Vec<_> = allocations.filter_map(|part| part.amount.as_ref().map(|amount| amount.value)).collect();
    (!parts.is_empty()).then(|| Money::sum(parts))
}
