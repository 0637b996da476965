//! Targets in a table by year: groups, targets, and the targets within them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::columns::ColumnView;
use super::target::{TargetView, with_unit};
use crate::plan::mount::Mount;
use crate::plan::target::Target;
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::Decimal;
use crate::vietnamese::roman;

/// A row of a table by year.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct TargetRowView {
    stt: String,
    /// The name of a group; a target has none.
    nhom: Option<Xml>,
    ct: Option<TargetView>,
    /// Whether it has nothing but its name: what is within it follows.
    chi_ten: bool,
    /// How deep it stands within other targets.
    bac: usize,
    tu: Option<Xml>,
    muc_tieu: Option<Xml>,
    /// The level of each year.
    theo_nam: BTreeMap<String, Xml>,
}

/// The columns and the rows of a table by year.
pub(super) struct YearTable {
    pub(super) columns: Vec<ColumnView>,
    pub(super) rows: Vec<TargetRowView>,
    /// Whether the years stand under a title.
    pub(super) has_title: bool,
}

impl Viewer<'_> {
    pub(super) fn targets_by_year(&self, targets: &[&Target], mount: &Mount) -> YearTable {
        let all = || targets.iter().flat_map(|target| with_parts(target));
        let columns = self.columns(mount, &|key| all().any(|target| is_filled(target, key)));
        let mut years: Vec<i32> = all().flat_map(|target| target.steps.0.iter().map(|(year, _)| year.0)).collect();
        years.sort_unstable();
        years.dedup();
        let mut rows =
            Rows { viewer: self, has_units: columns.iter().any(|column| column.ma == "don_vi"), rows: Vec::new() };
        // The name of a group that is one word chooses where it is printed; one in words is printed.
        let named = |target: &Target| {
            target.group.as_ref().map(|group| group.words.clone()).filter(|words| words.contains(' '))
        };
        let has_groups = targets.iter().any(|target| named(target).is_some());
        let (mut group, mut groups, mut number) = (None, 0, 0);
        for target in targets {
            let own = named(target);
            let begins = own != group;
            if let Some(name) = own.as_ref().filter(|_| begins) {
                groups += 1;
                number = if mount.counts_on() { number } else { 0 };
                rows.rows.push(TargetRowView::group(roman(groups), name.as_str().into()));
            }
            if own.is_none() && has_groups {
                // A target in no group stands beside the groups.
                groups += 1;
                rows.add(target, &roman(groups), 0);
            } else {
                number += 1;
                rows.add(target, &number.to_string(), 0);
            }
            group = own;
        }
        let has_title = columns.iter().any(|column| column.ma == "tung_nam" && column.ten.is_some());
        let columns = columns.into_iter().flat_map(|column| by_year(column, &years)).collect();
        YearTable { columns, rows: rows.rows, has_title }
    }
}

/// A column, or one for each year in its place.
fn by_year(column: ColumnView, years: &[i32]) -> Vec<ColumnView> {
    if column.ma != "tung_nam" {
        return vec![column];
    }
    let over = |at| match (&column.ten, at) {
        (None, _) => 1,
        (Some(_), 0) => years.len(),
        (Some(_), _) => 0,
    };
    years.iter().enumerate().map(|(at, year)| column.of_year(*year, over(at))).collect()
}

fn with_parts(target: &Target) -> Vec<&Target> {
    std::iter::once(target).chain(target.parts.values().flat_map(with_parts)).collect()
}

/// Whether a target has something for a column beside its number and its name.
fn is_filled(target: &Target, key: &str) -> bool {
    match key {
        "don_vi" => target.unit.is_some(),
        "tu" => target.from.is_some(),
        "tung_nam" => !target.steps.0.is_empty(),
        "muc_tieu" => says_more_than_its_steps(target),
        "phu_trach" => target.owner.is_some(),
        "nguon_so_lieu" => target.data.is_some(),
        "chi_so" => !target.indicators.is_empty(),
        _ => false,
    }
}

/// Whether a target has a value that its last year does not say already.
fn says_more_than_its_steps(target: &Target) -> bool {
    let level = [&target.value, &target.level, &target.to].into_iter().flatten().next().map(|level| level.value);
    level.is_some_and(|level| last_step(target) != Some(level))
        || target.decrease.is_some()
        || target.increase.is_some()
        || target.fraction.is_some()
        || target.set_by.is_some()
        || target.comparator.is_some()
        || target.deadline.is_some()
}

/// What a target wants in the last of its years.
fn last_step(target: &Target) -> Option<Decimal> {
    target.steps.0.iter().max_by_key(|(year, _)| year.0).map(|(_, level)| *level)
}

struct Rows<'v, 'a> {
    viewer: &'v Viewer<'a>,
    /// Whether units have a column of their own.
    has_units: bool,
    rows: Vec<TargetRowView>,
}

impl Rows<'_, '_> {
    fn add(&mut self, target: &Target, number: &str, depth: usize) {
        let unit = self.viewer.opt_words(target.unit.as_ref());
        let level = |level: Decimal| match &unit {
            Some(unit) if !self.has_units => with_unit(level, Some(unit)),
            // Levels stand below each other, so none is padded.
            Some(_) | None => level.display().into(),
        };
        let theo_nam: BTreeMap<_, _> =
            target.steps.0.iter().map(|(year, value)| (year.0.to_string(), level(*value))).collect();
        let tu = target.from.as_ref().map(|from| level(from.value));
        let muc_tieu = self.goal(target, &level);
        let chi_ten = theo_nam.is_empty()
            && tu.is_none()
            && muc_tieu.is_none()
            && !target.parts.is_empty()
            && ["phu_trach", "nguon_so_lieu", "chi_so", "don_vi"].iter().all(|key| !is_filled(target, key));
        let ct = Some(self.viewer.target(target));
        self.rows.push(TargetRowView {
            stt: number.to_owned(),
            nhom: None,
            ct,
            chi_ten,
            bac: depth,
            tu,
            muc_tieu,
            theo_nam,
        });
        for (index, part) in target.parts.values().enumerate() {
            self.add(part, &format!("{number}.{}", index + 1), depth + 1);
        }
    }

    /// What a target wants in the end, without its unit where that has a column.
    fn goal(&self, target: &Target, level: &dyn Fn(Decimal) -> Xml) -> Option<Xml> {
        let viewer = self.viewer;
        let range = |amount: crate::plan::target::Amount| match amount.high {
            None => level(amount.low),
            Some(high) => Xml::format("{} - {}", &[&amount.low.display().into(), &level(high)]),
        };
        let levels = [&target.value, &target.level, &target.to];
        let value = levels.into_iter().flatten().next().map(|value| level(value.value));
        let fraction = target.fraction.as_ref().map(|part| Xml::from(format!("{}/{}", part.top, part.bottom)));
        let change = |verb: &'static str, amount: Xml| (verb, amount);
        let (verb, amount) = None
            .or(value.map(|value| change("", value)))
            .or(target.decrease.as_ref().map(|amount| change("giảm ", range(amount.value))))
            .or(target.increase.as_ref().map(|amount| change("tăng ", range(amount.value))))
            .or(fraction.map(|fraction| change("giảm ", fraction)))
            .or(viewer
                .opt_words(target.set_by.as_ref())
                .map(|by| change("", Xml::format("theo chỉ tiêu {} giao", &[&by]))))
            .or(last_step(target).map(|last| change("", level(last))))?;
        let comparator = target.comparator.as_ref().map_or(String::new(), |word| format!("{} ", word.value.word()));
        let per = viewer.opt_words(target.per.as_ref()).map(|per| Xml::format("/{}", &[&per])).unwrap_or_default();
        Some(Xml::concat([&Xml::from(format!("{verb}{comparator}")), &amount, &per]))
    }
}

impl TargetRowView {
    fn group(number: String, name: Xml) -> Self {
        Self {
            stt: number,
            nhom: Some(name),
            ct: None,
            chi_ten: true,
            bac: 0,
            tu: None,
            muc_tieu: None,
            theo_nam: BTreeMap::new(),
        }
    }
}
