//! Targets as templates see them.

use serde::Serialize;

use super::body::BodyView;
use crate::plan::deadline::Deadline;
use crate::plan::target::{Amount, Target};
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::Decimal;

/// A target.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct TargetView {
    loi: Option<Xml>,
    mo: Option<Xml>,
    ten: Option<Xml>,
    doi_tuong: Option<Xml>,
    /// Who is counted, behind a value whose unit may have named them already; with the space before.
    sau_don_vi: Option<Xml>,
    ket_qua: Option<Xml>,
    so_sanh: Option<&'static str>,
    /// Value with its unit: `0,79%`, `05 hộ`.
    gia_tri: Option<Xml>,
    con: Option<Xml>,
    /// The value with the word before it and the time behind it: `ít nhất 95%`, `12 hộ/năm`.
    muc: Option<Xml>,
    tu: Option<Xml>,
    den: Option<Xml>,
    /// `giảm` or `tăng`, from the two levels.
    huong: Option<&'static str>,
    giam: Option<Xml>,
    tang: Option<Xml>,
    phan: Option<Xml>,
    moi: Option<Xml>,
    so_voi: Option<Xml>,
    giao: Option<Xml>,
    chi_so: Option<Xml>,
    don_vi: Option<Xml>,
    tung_nam: Vec<StepView>,
    chuan: Option<Xml>,
    thoi_han: Option<Xml>,
    /// The day to which the deadline leads.
    den_ngay: Option<Xml>,
    trong_do: Vec<Self>,
    phan_bo: Vec<ShareView>,
    phu_trach: Option<BodyView>,
    nguon_so_lieu: Option<Xml>,
    nhom: Option<Xml>,
}

#[derive(Debug, Clone, Serialize)]
struct StepView {
    nam: Xml,
    gia_tri: Xml,
}

#[derive(Debug, Clone, Serialize)]
struct ShareView {
    noi: Xml,
    gia_tri: Xml,
}

impl Viewer<'_> {
    /// What a target is called: its name, or whom it counts and what is reached for them, else its own words.
    pub(super) fn target_name(&self, id: &str) -> Xml {
        let Some(target) = Target::find(&self.plan.targets, id) else { return Xml::default() };
        let name = self.opt_words(target.name.as_ref());
        let counted = || {
            let population = self.opt_words(target.population.as_ref())?;
            let result = self.opt_words(target.result.as_ref());
            Some(result.map_or_else(|| population.clone(), |result| Xml::format("{} {}", &[&population, &result])))
        };
        name.or_else(counted).or_else(|| self.opt_words(target.text.as_ref())).unwrap_or_default()
    }

    pub(in crate::template) fn target(&self, target: &Target) -> TargetView {
        let unit = self.opt_words(target.unit.as_ref());
        let unit = unit.as_ref();
        let direction = match (&target.from, &target.to) {
            (Some(from), Some(to)) => Some(if to.is_less_than(from.value) { "giảm" } else { "tăng" }),
            _ => None,
        };
        let level = |value: Option<&crate::value::Spanned<Decimal>>| value.map(|value| with_unit(value.value, unit));
        let amount =
            |amount: Option<&crate::value::Spanned<Amount>>| amount.map(|amount| range_with_unit(amount.value, unit));
        let population = self.opt_words(target.population.as_ref());
        let per = self.opt_words(target.per.as_ref());
        let stated = level(target.value.as_ref())
            .or_else(|| level(target.level.as_ref()))
            .or_else(|| amount(target.decrease.as_ref()))
            .or_else(|| amount(target.increase.as_ref()));
        TargetView {
            muc: stated.map(|stated| {
                let word = target.comparator.as_ref().map(|word| Xml::from(word.value.word()));
                let stated = per.as_ref().map(|per| Xml::format("{}/{}", &[&stated, per])).unwrap_or(stated);
                word.map(|word| Xml::format("{} {}", &[&word, &stated])).unwrap_or(stated)
            }),
            loi: self.opt_words(target.text.as_ref()),
            mo: self.opt_words(target.lead_in.as_ref()),
            ten: self.opt_words(target.name.as_ref()),
            sau_don_vi: population.as_ref().map(|population| match unit.filter(|_| is_counted(target)) {
                Some(unit) => behind_unit(population, unit),
                None => Xml::format(" {}", &[population]),
            }),
            doi_tuong: population,
            ket_qua: self.opt_words(target.result.as_ref()),
            so_sanh: target.comparator.as_ref().map(|comparator| comparator.value.word()),
            gia_tri: level(target.value.as_ref()),
            con: level(target.level.as_ref()),
            phan: target.fraction.as_ref().map(|part| format!("{}/{}", part.top, part.bottom).into()),
            moi: per,
            so_voi: self.opt_words(target.against.as_ref()),
            giao: self.opt_words(target.set_by.as_ref()),
            chi_so: (!target.indicators.is_empty()).then(|| {
                let numbers = target.indicators.iter().map(|number| number.0.to_string());
                numbers.collect::<Vec<_>>().join(", ").into()
            }),
            don_vi: unit.cloned(),
            tung_nam: self.yearly(target).map(|(nam, gia_tri)| StepView { nam: nam.into(), gia_tri }).collect(),
            tu: level(target.from.as_ref()),
            den: level(target.to.as_ref()),
            huong: direction,
            giam: amount(target.decrease.as_ref()),
            tang: amount(target.increase.as_ref()),
            chuan: self.opt_words(target.standard.as_ref()),
            thoi_han: target.deadline.as_ref().map(|deadline| match deadline.value {
                Deadline::Once(_) => when(&self.deadline(deadline)),
                Deadline::Milestones(_) => Xml::format("({})", &[&self.deadline(deadline)]),
            }),
            den_ngay: target.deadline.as_ref().and_then(|deadline| self.due(deadline)),
            trong_do: target.parts.values().map(|part| self.target(part)).collect(),
            phan_bo: target
                .breakdown
                .iter()
                .map(|share| ShareView {
                    noi: self.opt_words(share.at.as_ref()).unwrap_or_default(),
                    gia_tri: share.value.as_ref().map(|value| with_unit(value.value, unit)).unwrap_or_default(),
                })
                .collect(),
            phu_trach: target.owner.as_ref().map(|id| self.body(id)),
            nguon_so_lieu: self.opt_words(target.data.as_ref()),
            nhom: target.group.as_ref().map(|group| group.words.as_str().into()),
        }
    }
}

impl Viewer<'_> {
    /// What a target wants each year, with its unit.
    pub(in crate::template) fn yearly(&self, target: &Target) -> impl Iterator<Item = (String, Xml)> {
        let unit = self.opt_words(target.unit.as_ref());
        target.steps.0.iter().map(move |(year, value)| (year.0.to_string(), with_unit(*value, unit.as_ref())))
    }
}

/// Whether a target says how many, so that its unit stands before whom it counts.
fn is_counted(target: &Target) -> bool {
    let level = target.value.is_some() || target.level.is_some();
    level || target.decrease.is_some() || target.increase.is_some()
}

/// A population behind its unit, without the words with which the unit ends: `hộ` and `hộ nghèo` are `05 hộ nghèo`,
/// `triệu thửa` and `thửa đất` are `4,2 triệu thửa đất`.
fn behind_unit(population: &Xml, unit: &Xml) -> Xml {
    let (population, unit) = (population.to_string(), unit.to_string());
    let words: Vec<&str> = population.split(' ').collect();
    let units: Vec<&str> = unit.split(' ').collect();
    let named = (1..=words.len().min(units.len())).rev().find(|&length| units.ends_with(&words[..length]));
    let rest = words[named.unwrap_or(0)..].join(" ");
    Xml::from_view(&if rest.is_empty() { rest } else { format!(" {rest}") })
}

/// An amount or a range with its unit: `0,6 - 1,0%`.
fn range_with_unit(amount: Amount, unit: Option<&Xml>) -> Xml {
    let Some(high) = amount.high else { return with_unit(amount.low, unit) };
    let range = Xml::from(format!("{} - {}", amount.low.display(), high.display()));
    match unit {
        None => range,
        Some(unit) if unit.letters() == "%" => Xml::concat([&range, unit]),
        Some(unit) => Xml::format("{} {}", &[&range, unit]),
    }
}

/// A value with its unit: `%` close behind, other units after a space, counts padded.
pub(in crate::template) fn with_unit(value: Decimal, unit: Option<&Xml>) -> Xml {
    let Some(unit) = unit else { return value.display_count().into() };
    let letters = unit.letters();
    if letters == "%" {
        return Xml::format("{}%", &[&value.display().into()]);
    }
    // Points of percent are measured, not counted.
    let number = if letters.contains('%') { value.display() } else { value.display_count() };
    Xml::format("{} {}", &[&number.into(), unit])
}

/// A deadline behind a sentence: "vào cuối năm 2024", but "trước ngày 31/12/2024".
fn when(deadline: &Xml) -> Xml {
    let prepositions =
        ["trước ", "sau ", "trong ", "đến ", "từ ", "vào ", "hằng ", "khi ", "tới ", "chậm nhất ", "thường xuyên"];
    let letters = deadline.letters();
    if prepositions.iter().any(|word| letters.starts_with(word)) {
        deadline.clone()
    } else {
        Xml::format("vào {}", &[deadline])
    }
}
