//! The formats in which a comparison is shown: one report of one or several pairs of plans, one set of rows.

pub mod html;
pub mod json;
pub mod markdown;
pub mod text;

use super::Comparison;
use super::view::{self, Row};

/// Two plans compared, or one that has no other, as a report shows them.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The path of the old plan; `None` for a new plan.
    pub old: Option<String>,
    /// The path of the new plan; `None` for one that is gone.
    pub new: Option<String>,
    /// What the new plan, or the old where there is none, is called: `Kế hoạch thực hiện giảm nghèo năm 2026`.
    pub title: String,
    /// The years of both sides in words, for the heads of columns.
    pub periods: [Option<String>; 2],
    /// The changes.
    pub rows: Vec<Row>,
    /// Why some cannot be compared.
    pub notes: Vec<String>,
}

impl Entry {
    /// A pair of plans with what differs between them.
    pub fn of(comparison: &Comparison<'_>, old: &str, new: &str) -> Self {
        Self {
            old: Some(old.to_owned()),
            new: Some(new.to_owned()),
            title: title(comparison.new),
            periods: [comparison.old, comparison.new].map(crate::plan::Plan::period_in_words),
            rows: view::rows(comparison),
            notes: comparison.set.notes.clone(),
        }
    }

    /// A plan that stands on one side only.
    pub fn alone(plan: &crate::plan::Plan, shown: &str, is_new: bool) -> Self {
        let path = || Some(shown.to_owned());
        let period = || plan.period_in_words();
        Self {
            old: if is_new { None } else { path() },
            new: if is_new { path() } else { None },
            title: title(plan),
            periods: if is_new { [None, period()] } else { [period(), None] },
            rows: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Whether the two sides differ.
    pub fn differs(&self) -> bool {
        !self.rows.is_empty() || self.old.is_none() || self.new.is_none()
    }
}

fn title(plan: &crate::plan::Plan) -> String {
    let subject = plan.subject.as_ref().map(crate::value::Text::letters).unwrap_or_default();
    format!("Kế hoạch {}", crate::vietnamese::uncapitalize(&subject))
}
