//! Values that a text may name: `{{ kinh_phi.tong }}`, `{{ van_ban.qd90 }}`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;

use super::missing::Missing;
use super::times;
use super::view::{counted, is_gone};
use super::words::{DEEPEST, DOCUMENTS, Viewer};
use super::xml::Xml;
use crate::plan::Status;
use crate::plan::block::PARTS;
use crate::plan::funding::{self, FundingItem};
use crate::plan::table::column::ColumnKind;
use crate::plan::target::{self, Target};
use crate::plan::task::Task;
use crate::table::{Found, Lost, show};
use crate::value::{Amount, Date, Decimal, Registry, Text};
use crate::vietnamese;

/// The outermost names.
const ROOTS: [&str; 20] = [
    "nam",
    "thoi_ky",
    "ngay",
    "dia_danh",
    "van_ban",
    "co_quan",
    "ten_co_quan",
    "dinh_nghia",
    "chuong_trinh",
    "du_an",
    "ten_du_an",
    "phu_luc",
    PARTS,
    "chi_tieu",
    "so_chi_tieu",
    "so_nhiem_vu",
    "nhiem_vu",
    "bao_cao",
    "su_kien",
    "bang",
];
/// The name of what falls to each year.
const YEARS: &str = "nam";
/// The outermost name of what the money of a plan is called by.
const FUNDING: &str = "kinh_phi";

impl Viewer<'_> {
    /// A value by its path.
    pub(super) fn value(&self, path: &[String]) -> Result<Xml, Missing> {
        let name = path.join(".");
        // Inside the citation of a document another one is in short, and so is a value of its own.
        let shortened = path.first().is_some_and(|root| root == DOCUMENTS) && self.is_inside(DOCUMENTS);
        let known = if shortened { format!("{name} (ngắn)") } else { name.clone() };
        if let Some(value) = self.known.borrow().get(&known) {
            return value.clone();
        }
        if self.open.borrow().contains(&name) {
            let mut way = self.open.borrow().clone();
            way.push(name);
            self.circles.borrow_mut().push(way.clone());
            return Err(Missing::Cycle(way));
        }
        if self.open.borrow().len() >= DEEPEST {
            self.deep.set(true);
            return Err(Missing::Group(Vec::new()));
        }
        let value = self.opened(name, || look_up(self, path, shortened));
        // What was cut short by a circle around it may be whole elsewhere.
        if self.open.borrow().is_empty() || value.is_ok() {
            self.known.borrow_mut().insert(known, value.clone());
        }
        value
    }

    /// Does something while a value is being looked up.
    pub(super) fn opened<T>(&self, name: String, work: impl FnOnce() -> T) -> T {
        self.open.borrow_mut().push(name);
        let done = work();
        self.open.borrow_mut().pop();
        done
    }

    /// Whether a value of a kind is being looked up.
    fn is_inside(&self, root: &str) -> bool {
        self.open.borrow().iter().any(|name| name.split('.').next() == Some(root))
    }
}

/// The value of a path; a document is cited in short inside the citation of another.
fn look_up(viewer: &Viewer<'_>, path: &[String], shortened: bool) -> Result<Xml, Missing> {
    let plan = viewer.plan;
    let (root, rest) = path.split_first().map_or(("", path), |(root, rest)| (root.as_str(), rest));
    let unknown = || Missing::Unknown(ROOTS.iter().chain([&FUNDING]).map(ToString::to_string).collect());
    let single = |value: Option<Xml>| match (value, rest) {
        (Some(value), []) => Ok(value),
        (Some(_), _) => Err(Missing::Unknown(Vec::new())),
        (None, _) => Err(Missing::Absent(Vec::new())),
    };
    let count = |number: usize| Some(Xml::from(Decimal::whole(number as i128).display_count()));
    match root {
        "nam" => single(plan.years().map(|years| match plan.issue_date() {
            Some(date) if years.from != years.to => Xml::from(date.year.to_string()),
            _ => Xml::from(years.from.to_string()),
        })),
        "thoi_ky" => single(plan.period_in_words().map(Xml::from)),
        "ngay" => single(plan.issue_date().map(|date| Date::display_full(date).into())),
        "dia_danh" => single(viewer.opt_words(plan.seat.as_ref())),
        "so_chi_tieu" => single(count(plan.targets.len())),
        "so_nhiem_vu" => single(count(Task::count(&plan.tasks))),
        DOCUMENTS => entry(rest, plan.documents.ids(), |id| {
            if shortened { viewer.short_citation(id) } else { viewer.citation(id, false) }
        }),
        "co_quan" => entry(rest, plan.bodies.ids(), |id| viewer.body_named(id).ten_ngan),
        "ten_co_quan" => entry(rest, plan.bodies.ids(), |id| viewer.body_named(id).ten),
        "dinh_nghia" => entry(rest, plan.bodies.ids(), |id| {
            let body = viewer.body_named(id);
            if body.ten == body.ten_ngan {
                body.ten
            } else {
                Xml::format("{} (sau đây gọi tắt là {})", &[&body.ten, &body.ten_ngan])
            }
        }),
        "chuong_trinh" => {
            let programme = plan.programme.as_ref().ok_or_else(|| Missing::Absent(Vec::new()))?;
            let name = viewer.opt_words(programme.name.as_ref()).unwrap_or_default();
            let short = viewer.opt_words(programme.short.as_ref()).unwrap_or_else(|| name.clone());
            entry(rest, ["ten", "ten_ngan"].into_iter(), |key| if key == "ten" { name.clone() } else { short.clone() })
        }
        "du_an" | "ten_du_an" => {
            let ids = plan.programme.iter().flat_map(|programme| programme.projects.ids());
            entry(rest, ids.collect::<Vec<_>>().into_iter(), |id| {
                let name = viewer.project_name(id);
                if root == "du_an" { name.called } else { name.name }
            })
        }
        "phu_luc" => entry(rest, plan.appendices.ids(), |id| {
            let index = plan.appendices.ids().position(|known| known == id);
            index.map(|index| viewer.appendix_number(index)).unwrap_or_default()
        }),
        PARTS => {
            let ids: Vec<_> = plan.part_ids().into_iter().map(|id| id.name.as_str()).collect();
            entry(rest, ids.into_iter(), Xml::part_name)
        }
        "chi_tieu" => of_target(viewer, rest),
        "nhiem_vu" => times::of_task(viewer, rest),
        "bao_cao" => times::of_report(viewer, rest),
        "su_kien" => times::of_event(viewer, rest),
        "bang" => of_table(viewer, rest),
        FUNDING => of_funding(viewer, rest),
        _ => Err(unknown()),
    }
}

/// The value of one of some names, and nothing behind it.
fn entry<'n>(
    rest: &[String],
    names: impl Iterator<Item = &'n str> + Clone,
    value: impl Fn(&str) -> Xml,
) -> Result<Xml, Missing> {
    let all = || names.clone().map(str::to_owned).collect();
    match rest {
        [] => Err(Missing::Group(all())),
        [name] if names.clone().any(|known| known == name) => Ok(value(name)),
        [name, ..] if names.clone().any(|known| known == name) => Err(Missing::Unknown(Vec::new())),
        [..] => Err(Missing::Unknown(all())),
    }
}

fn of_target(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
    let ids = || Target::with_parts(&viewer.plan.targets).iter().map(|(id, _)| id.name.clone()).collect();
    let Some((id, rest)) = rest.split_first() else { return Err(Missing::Group(ids())) };
    match Target::find(&viewer.plan.targets, id) {
        Some(target) => match rest {
            [key, year @ ..] if key == YEARS => {
                let yearly: BTreeMap<_, _> = viewer.yearly(target).collect();
                entry(year, yearly.keys().map(String::as_str), |year| yearly.get(year).cloned().unwrap_or_default())
            }
            _ => inside(&viewer.target(&only_of_target(target, rest)), rest),
        },
        None => Err(Missing::Unknown(ids())),
    }
}

/// A figure as its table prints it, the words of a cell, the number of a row, or a count of rows.
fn of_table(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
    let names: Vec<&str> = rest.iter().map(String::as_str).collect();
    let found = viewer.tables.find(&names).map_err(|lost| match lost {
        Lost::Unknown(..) => Missing::Lost(lost.behind(1)),
        Lost::Group(names) => Missing::Group(names),
        Lost::Unclear => Missing::Blank,
    })?;
    let spot = match found {
        Found::Count(count) => return Ok(Decimal::whole(count as i128).display_count().into()),
        Found::CountInWords(count) => return Ok(vietnamese::number_in_words(count as u128).into()),
        Found::Figure(spot) | Found::Words(_, spot) => spot,
    };
    let (table, column, figure) = viewer.tables.figure(spot);
    if viewer.status != Status::Draft && is_gone(table, spot.column) {
        return Err(Missing::Dropped(column.title.as_ref().map(Text::letters).unwrap_or_default()));
    }
    if column.holds() == ColumnKind::Ordinal {
        let number = viewer.number(viewer.tables.of(table).number(spot.row, spot.column));
        return if number.is_empty() { Err(Missing::Blank) } else { Ok(number) };
    }
    match found {
        Found::Words(texts, _) => Ok(Xml::join(&viewer.all_words(texts), "; ")),
        Found::Figure(_) | Found::Count(_) | Found::CountInWords(_) => {
            figure.map(|figure| show(column, figure).into()).ok_or(Missing::Blank)
        }
    }
}

fn of_funding(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
    let funding = viewer.plan.funding.as_ref().ok_or(Missing::Unknown(Vec::new()))?;
    let names: Vec<&str> = rest.iter().map(String::as_str).collect();
    let items = || funding.items.values().collect::<Vec<_>>();
    let ids = || funding.all_items().iter().map(|nested| nested.id.name.clone()).collect();
    let known = ["tong", "tong_bang_chu", "tong_so_luong", "hien_vat", "don_vi", "nguon", "nam", "khoan"];
    let all = || known.iter().map(ToString::to_string).collect();
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
            Some(item) => inside(&viewer.funding_item(funding, &only_of_item(item, &rest[2..])), &rest[2..]),
            None => Err(Missing::Unknown(ids())),
        },
        [..] => Err(Missing::Unknown(all())),
    }
}

/// A target with the words of one key alone: the others may name that key.
fn only_of_target(target: &Target, rest: &[String]) -> Target {
    let mut only = Target { parts: Registry::default(), breakdown: Vec::new(), ..target.clone() };
    let texts = [
        (&mut only.text, target::TEXT.name()),
        (&mut only.lead_in, target::LEAD_IN.name()),
        (&mut only.name, target::NAME.name()),
        (&mut only.population, target::POPULATION.name()),
        (&mut only.result, target::RESULT.name()),
        (&mut only.per, target::PER.name()),
        (&mut only.against, target::AGAINST.name()),
        (&mut only.standard, target::STANDARD.name()),
        (&mut only.set_by, target::SET_BY.name()),
        (&mut only.data, target::DATA.name()),
    ];
    keep(texts, rest);
    if rest.first().is_none_or(|wanted| wanted != target::DEADLINE.name() && wanted != times::DUE) {
        only.deadline = None;
    }
    only
}

/// An item of the funding with the words of one key alone.
fn only_of_item(item: &FundingItem, rest: &[String]) -> FundingItem {
    let mut only = item.clone();
    keep([(&mut only.name, funding::NAME.name()), (&mut only.text, funding::ITEM_TEXT.name())], rest);
    only
}

fn keep<const N: usize>(texts: [(&mut Option<Text>, &str); N], rest: &[String]) {
    for (text, key) in texts {
        if rest.first().is_none_or(|wanted| wanted != key) {
            *text = None;
        }
    }
}

/// A value inside what templates see of an entity.
fn inside(view: &impl Serialize, rest: &[String]) -> Result<Xml, Missing> {
    let view = serde_json::to_value(view).expect("a view serializes");
    let Json::Object(entries) = &view else { return Err(Missing::Unknown(Vec::new())) };
    let all = || entries.iter().filter(|(_, value)| value.is_string()).map(|(key, _)| key.clone()).collect();
    match rest {
        [] => Err(Missing::Group(all())),
        [key] => match entries.get(key) {
            Some(Json::String(words)) => Ok(Xml::from_view(words)),
            Some(Json::Array(_) | Json::Object(_)) => Err(Missing::Group(Vec::new())),
            Some(_) => Err(Missing::Absent(all())),
            None => Err(Missing::Unknown(all())),
        },
        [..] => Err(Missing::Unknown(all())),
    }
}
