//! Where a plan calls itself by its year.

use crate::check::rules::year_of_last_plan::{is_heading, looks_back};

/// How a sentence may call the plan, or a part of it, by its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    /// It does not.
    None,
    /// It is the title of the plan.
    Plan,
    /// It names the plan.
    NamesPlan,
    /// It is a heading.
    Heading,
}

impl Title {
    /// How a key calls it.
    pub(super) fn of(shape: &str, key: &str) -> Self {
        match (shape, key) {
            ("plan", "trich_yeu") => Self::Plan,
            ("plan", "mo_dau" | "ket_thuc") => Self::NamesPlan,
            ("block", "muc") | ("appendix" | "table", "ten") => Self::Heading,
            _ => Self::None,
        }
    }

    /// Whether the year at a place is surely that of the plan.
    pub(super) fn is_own(self, text: &str, at: usize) -> bool {
        let before = text[..at].to_lowercase();
        match self {
            Self::None => false,
            Self::Plan => !looks_back(text, at),
            Self::NamesPlan => before.contains("kế hoạch") && !looks_back(text, at),
            Self::Heading => is_heading(text.trim_start_matches(['"', '\''])) && !looks_back(text, at),
        }
    }
}
