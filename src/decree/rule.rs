//! A rule: what the decree permits, what is chosen, and the clause that says so.

use serde::Serialize;

use crate::units::Length;

/// A ratio in thousandths, for lengths that the decree gives relative to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Share(i64);

impl Share {
    /// A ratio of `value` thousandths.
    pub const fn permille(value: i64) -> Self {
        Self(value)
    }

    /// This share of a length.
    pub const fn of(self, whole: Length) -> Length {
        whole.scaled(self.0, 1_000)
    }

    /// The ratio in thousandths.
    pub const fn to_permille(self) -> i64 {
        self.0
    }
}

/// What the decree permits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed<T: 'static> {
    /// Every value from the first to the last, both included.
    Range(T, T),
    /// These values and none between.
    OneOf(&'static [T]),
}

/// A measure: its clause, what is permitted, and what this office has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule<T: 'static> {
    /// The clause that sets the measure.
    pub clause: &'static str,
    /// The permitted values.
    pub allowed: Allowed<T>,
    /// The value that documents are written with.
    pub chosen: T,
}

impl Rule<Length> {
    /// A measure with one permitted value.
    pub const fn exactly(clause: &'static str, value: Length) -> Self {
        Self { clause, allowed: Allowed::Range(value, value), chosen: value }
    }

    /// A measure with a permitted range; does not compile into a constant whose choice lies outside it.
    pub const fn between(clause: &'static str, min: Length, max: Length, chosen: Length) -> Self {
        assert!(min.to_emu() <= chosen.to_emu() && chosen.to_emu() <= max.to_emu(), "choice outside its range");
        Self { clause, allowed: Allowed::Range(min, max), chosen }
    }

    /// A measure with a few permitted values.
    pub const fn either(clause: &'static str, values: &'static [Length], chosen: Length) -> Self {
        let mut found = false;
        let mut i = 0;
        while i < values.len() {
            found = found || values[i].to_emu() == chosen.to_emu();
            i += 1;
        }
        assert!(found, "choice not among its values");
        Self { clause, allowed: Allowed::OneOf(values), chosen }
    }

    /// Whether a length is permitted, compared in twips because a DOCX holds no finer value.
    pub fn allows(&self, length: Length) -> bool {
        let twips = length.to_twips();
        match self.allowed {
            Allowed::Range(min, max) => (min.to_twips()..=max.to_twips()).contains(&twips),
            Allowed::OneOf(values) => values.iter().any(|value| value.to_twips() == twips),
        }
    }

    /// Whether a length is permitted, or no farther from what is permitted than a measure may be off.
    pub fn allows_within(&self, length: Length, tolerance: Length) -> bool {
        let near = |least: Length, most: Length| {
            let twips = length.to_twips();
            ((least - tolerance).to_twips()..=(most + tolerance).to_twips()).contains(&twips)
        };
        match self.allowed {
            Allowed::Range(least, most) => near(least, most),
            Allowed::OneOf(values) => values.iter().any(|&value| near(value, value)),
        }
    }
}

impl Rule<Share> {
    /// A ratio with a permitted range.
    pub const fn between_shares(clause: &'static str, min: Share, max: Share, chosen: Share) -> Self {
        assert!(min.0 <= chosen.0 && chosen.0 <= max.0, "choice outside its range");
        Self { clause, allowed: Allowed::Range(min, max), chosen }
    }
}
