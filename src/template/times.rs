//! Values that a text may name of what is due and of what happens: `{{ nhiem_vu.ra_soat.den_ngay }}`.

use super::missing::Missing;
use super::words::Viewer;
use super::xml::Xml;
use crate::plan::deadline::Deadline;
use crate::plan::{duty, event, task};
use crate::value::{Registry, Spanned, Text};

/// The name of the day to which a deadline leads.
pub(super) const DUE: &str = "den_ngay";

/// A value of a task.
pub(super) fn of_task(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
    of_duty(viewer, rest, &viewer.plan.tasks, |task| {
        let words = [(task::TEXT.name(), task.text.as_ref()), (task::PRODUCT.name(), task.product.as_ref())];
        (words, task.deadline.as_ref())
    })
}

/// A value of a report.
pub(super) fn of_report(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
    of_duty(viewer, rest, &viewer.plan.reports, |report| {
        let words = [(duty::WHAT.name(), report.what.as_ref()), (duty::COVERED.name(), report.period.as_ref())];
        (words, report.when.as_ref())
    })
}

/// The words of what is to be done that may be named, and its deadline.
type Told<'a> = ([(&'static str, Option<&'a Text>); 2], Option<&'a Spanned<Deadline>>);

fn of_duty<'a, T>(
    viewer: &Viewer<'a>,
    rest: &[String],
    all: &'a Registry<T>,
    told: fn(&'a T) -> Told<'a>,
) -> Result<Xml, Missing> {
    let (duty, rest) = found(rest, all)?;
    let (words, deadline) = told(duty);
    let known = || {
        let words = words.iter().filter(|(_, text)| text.is_some()).map(|(key, _)| *key);
        let due = deadline.and_then(|deadline| deadline.due(viewer.plan.counted()));
        let of_deadline = deadline.map(|_| task::DEADLINE.name()).into_iter().chain(due.map(|_| DUE));
        words.chain(of_deadline).map(str::to_owned).collect::<Vec<_>>()
    };
    let [key] = rest else {
        return Err(if rest.is_empty() { Missing::Group(known()) } else { Missing::Unknown(known()) });
    };
    let value = if let Some((_, text)) = words.iter().find(|(name, _)| name == key) {
        viewer.opt_words(*text)
    } else if key == task::DEADLINE.name() {
        deadline.map(|deadline| viewer.deadline(deadline))
    } else if key == DUE {
        deadline.and_then(|deadline| viewer.due(deadline))
    } else {
        return Err(Missing::Unknown(known()));
    };
    value.ok_or_else(|| Missing::Absent(known()))
}

/// A value of an event: what it is called, or its day.
pub(super) fn of_event(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
    let (event, rest) = found(rest, &viewer.plan.events)?;
    let keys = || vec![event::NAME.name().to_owned(), event::DATE.name().to_owned()];
    match rest {
        [] => Err(Missing::Group(keys())),
        [key] if key == event::NAME.name() => viewer.opt_words(event.name.as_ref()).ok_or(Missing::Absent(keys())),
        [key] if key == event::DATE.name() => {
            event.date.as_ref().map(|date| date.display_short().into()).ok_or(Missing::Absent(keys()))
        }
        [..] => Err(Missing::Unknown(keys())),
    }
}

/// The entity that a path names first, and what follows.
fn found<'a, 'p, T>(rest: &'p [String], all: &'a Registry<T>) -> Result<(&'a T, &'p [String]), Missing> {
    let ids = || all.ids().map(str::to_owned).collect();
    let Some((id, rest)) = rest.split_first() else { return Err(Missing::Group(ids())) };
    all.get(id).map(|entity| (entity, rest)).ok_or_else(|| Missing::Unknown(ids()))
}
