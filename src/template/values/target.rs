//! Values of targets: `{{ chi_tieu.ho_ngheo.gia_tri }}`.

use std::collections::BTreeMap;

use super::super::missing::Missing;
use super::super::words::Viewer;
use super::super::xml::Xml;
use super::key::{YEARS, entry, inside, keep};
use super::time::DUE;
use crate::plan::target::{self, Target};
use crate::value::Registry;

/// The value of a target with the word before it and the time behind it: `{{ chi_tieu.ho_ngheo.muc }}`.
const AIM: &str = "muc";

/// A value of a target, at whatever depth it stands.
pub(super) fn of_target(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
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
    // What is aimed at is told with the time for which it counts; words that name a value may name this one.
    if rest.first().is_some_and(|wanted| wanted == AIM) {
        only.per = target.per.clone().filter(|per| per.values().next().is_none());
    }
    if rest.first().is_none_or(|wanted| wanted != target::DEADLINE.name() && wanted != DUE) {
        only.deadline = None;
    }
    only
}
