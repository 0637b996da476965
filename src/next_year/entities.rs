//! Bodies and documents that the new plan may no longer name, and what takes their place.

use super::prose;
use super::years::Years;
use crate::plan::Plan;
use crate::plan::body::Body;
use crate::plan::cited::CitedDocument;
use crate::plan::successor::successors;
use crate::value::{Day, Entity, Home};

/// What the new plan may name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entities<'a> {
    plan: &'a Plan,
    years: &'a Years,
}

impl<'a> Entities<'a> {
    pub(super) fn new(plan: &'a Plan, years: &'a Years) -> Self {
        Self { plan, years }
    }

    /// Why an id may not be used any more.
    pub(super) fn objection(&self, home: &Home, id: &str) -> Option<String> {
        if *home == *Body::HOME {
            self.of_body(id)
        } else if *home == *CitedDocument::HOME {
            self.of_document(id)
        } else {
            None
        }
    }

    /// Why a value that a sentence names may not be used any more: `{{ co_quan.so_ldtbxh }}`.
    pub(super) fn of_named(&self, named: &str) -> Option<String> {
        let path = named.trim_start_matches('{').trim();
        let mut steps = path.split(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == '.'));
        let mut steps = steps.next().unwrap_or_default().split('.');
        match (steps.next()?, steps.next()?) {
            ("co_quan" | "ten_co_quan", id) => self.of_body(id),
            ("van_ban", id) => self.of_document(id),
            _ => None,
        }
    }

    fn of_body(&self, id: &str) -> Option<String> {
        let body = self.plan.bodies.get(id)?;
        let until = body.until.as_ref()?.value.0.to_day().filter(|until| self.is_before_the_end(*until))?;
        let name = body.name.as_ref().map_or_else(|| id.to_owned(), |name| name.letters());
        let heirs = successors(&self.plan.bodies, id, |body| body.replaced_by.as_ref());
        let ended = |id: &&str| {
            let until = self.plan.bodies.get(id).and_then(|body| body.until.as_ref()?.value.0.to_day());
            until.is_some_and(|until| self.is_before_the_end(until))
        };
        // One that ended in its turn is passed by, but the last is better than none.
        let next = match heirs.iter().find(|id| !ended(id)).or(heirs.last()) {
            Some(next) => {
                let named = self.plan.bodies.get(next).and_then(|body| body.name.as_ref());
                let named = named.map(|name| format!(" ({})", name.letters())).unwrap_or_default();
                format!("thay bằng «{next}»{named}")
            }
            None => "ghi cơ quan nhận việc của nó".to_owned(),
        };
        Some(format!("cơ quan «{id}» ({name}) chỉ có đến ngày {}; {next}", until.display()))
    }

    fn of_document(&self, id: &str) -> Option<String> {
        let document = self.plan.documents.get(id)?;
        let heirs = successors(&self.plan.documents, id, |document| document.replaced_by.as_ref());
        let next = heirs.last().map(|next| format!("thay bằng «{next}»"));
        let until = document.until.as_ref().and_then(|until| until.value.0.to_day());
        if let Some(until) = until.filter(|until| self.is_before_the_end(*until)) {
            let next = next.unwrap_or_else(|| "ghi văn bản thay thế, hoặc bỏ".to_owned());
            return Some(format!("văn bản «{id}» chỉ có hiệu lực đến ngày {}; {next}", until.display()));
        }
        if until.is_none()
            && let Some(next) = next
        {
            return Some(format!("văn bản «{id}» đã được thay thế; {next}"));
        }
        let subject = document.subject.as_ref()?.letters();
        // A document of a span of years stays as long as the span lasts.
        let year = prose::stale(&subject, self.years).into_iter().find(|spoken| spoken.to < self.years.new.from)?;
        let (quoted, new) = (year.quoted(&subject), self.years.new.display());
        Some(format!("văn bản «{id}» (…{quoted}) là của năm cũ; có văn bản cho {new} thì thay"))
    }

    /// Whether a day lies before the last one of the new plan.
    fn is_before_the_end(&self, day: Day) -> bool {
        Day::last_of_year(self.years.new.to).is_some_and(|end| day < end)
    }
}
