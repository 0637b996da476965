//! Values that a text may name of what is due and of what happens: `{{ nhiem_vu.ra_soat.den_ngay }}`.

use super::super::missing::Missing;
use super::super::view::joined;
use super::super::words::Viewer;
use super::super::xml::Xml;
use crate::plan::deadline::Deadline;
use crate::plan::task::{self, Task};
use crate::plan::{duty, event};
use crate::value::{Id, Spanned, Text};

/// The name of the day to which a deadline leads.
pub(super) const DUE: &str = "den_ngay";

/// A value of a task, at whatever depth its group stands.
pub(super) fn of_task(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
    let (task, rest) = found(rest, &Task::all(&viewer.plan.tasks))?;
    let words = [(task::TEXT.name(), task.text.as_slice()), (task::PRODUCTS.name(), &task.products)];
    of_duty(viewer, rest, words, task.deadline.as_ref())
}

/// A value of a report.
pub(super) fn of_report(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
    let (report, rest) = found(rest, &viewer.plan.reports.iter().collect::<Vec<_>>())?;
    let words = [(duty::WHAT.name(), report.what.as_slice()), (duty::COVERED.name(), report.period.as_slice())];
    of_duty(viewer, rest, words, report.when.as_ref())
}

/// A value of what is to be done: the words of a key, or its deadline.
fn of_duty(
    viewer: &Viewer<'_>,
    rest: &[String],
    words: [(&'static str, &[Text]); 2],
    deadline: Option<&Spanned<Deadline>>,
) -> Result<Xml, Missing> {
    let known = || {
        let words = words.iter().filter(|(_, texts)| !texts.is_empty()).map(|(key, _)| *key);
        let due = deadline.and_then(|deadline| deadline.due(viewer.plan.counted()));
        let of_deadline = deadline.map(|_| task::DEADLINE.name()).into_iter().chain(due.map(|_| DUE));
        words.chain(of_deadline).map(str::to_owned).collect::<Vec<_>>()
    };
    let [key] = rest else {
        return Err(if rest.is_empty() { Missing::Group(known()) } else { Missing::Unknown(known()) });
    };
    let value = if let Some((_, texts)) = words.iter().find(|(name, _)| name == key) {
        joined(&viewer.all_words(texts.iter()))
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
    let (event, rest) = found(rest, &viewer.plan.events.iter().collect::<Vec<_>>())?;
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
fn found<'a, 'p, T>(rest: &'p [String], all: &[(&'a Id, &'a T)]) -> Result<(&'a T, &'p [String]), Missing> {
    let ids = || all.iter().map(|(id, _)| id.name.clone()).collect();
    let Some((id, rest)) = rest.split_first() else { return Err(Missing::Group(ids())) };
    let entity = all.iter().find(|(known, _)| known.name == *id).map(|(_, entity)| *entity);
    entity.map(|entity| (entity, rest)).ok_or_else(|| Missing::Unknown(ids()))
}
