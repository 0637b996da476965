//! Values of the funding: `{{ kinh_phi.tong }}`.

use super::super::missing::Missing;
use super::super::view::counted;
use super::super::words::Viewer;
use super::super::xml::Xml;
use super::key::{YEARS, entry, inside, keep};
use crate::plan::funding::{self, FundingItem};
use crate::value::Amount;

/// A total of the funding, or a value of one of its items.
pub(super) fn of_funding(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
    let names: Vec<&str> = rest.iter().map(String::as_str).collect();
    let known = ["tong", "tong_bang_chu", "tong_so_luong", "hien_vat", "don_vi", "nguon", "nam", "khoan"];
    let all = || known.iter().map(ToString::to_string).collect();
    let Some(funding) = viewer.plan.funding.as_ref() else {
        let is_known = names.first().is_none_or(|name| known.contains(name));
        return Err(Missing::Unknown(if is_known { Vec::new() } else { all() }));
    };
    let items = || funding.items.values().collect::<Vec<_>>();
    let ids = || funding.all_items().iter().map(|nested| nested.id.name.clone()).collect();
    let given = |value: Option<Xml>| value.ok_or_else(|| Missing::Absent(all()));
    match names.as_slice() {
        [] => Err(Missing::Group(all())),
        ["tong"] => given(funding.printed().map(|total| total.display(funding.money_unit()).into())),
        ["tong_bang_chu"] => given(funding.printed().map(|total| Amount::in_words(total).into())),
        ["tong_so_luong"] => given(counted(&items())),
        ["hien_vat"] => given(viewer.in_kind(&items())),
        ["don_vi"] => Ok(funding.money_unit().name.into()),
        ["nguon", ..] => {
            let totals = viewer.source_totals(funding);
            entry(&rest[1..], totals.keys().copied(), |id| totals.get(id).cloned().unwrap_or_default())
        }
        [YEARS, ..] => {
            let totals = viewer.year_totals(funding);
            entry(&rest[1..], totals.keys().map(String::as_str), |year| totals.get(year).cloned().unwrap_or_default())
        }
        ["khoan"] => Err(Missing::Group(ids())),
        ["khoan", id, ..] => match funding.find(id) {
            Some(item) => {
                inside(&viewer.funding_item(funding, &only_of_item(item, &rest[2..]), funding.money_unit()), &rest[2..])
            }
            None => Err(Missing::Unknown(ids())),
        },
        [..] => Err(Missing::Unknown(all())),
    }
}

/// An item of the funding with the words of one key alone.
fn only_of_item(item: &FundingItem, rest: &[String]) -> FundingItem {
    let mut only = item.clone();
    keep([(&mut only.name, funding::NAME.name()), (&mut only.text, funding::ITEM_TEXT.name())], rest);
    only
}
