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
}

impl Rule<Share> {
    /// A ratio with a permitted range.
    pub const fn between_shares(clause: &'static str, min: Share, max: Share, chosen: Share) -> Self {
        assert!(min.0 <= chosen.0 && chosen.0 <= max.0, "choice outside its range");
        Self { clause, allowed: Allowed::Range(min, max), chosen }
    }
}

/// The measures that an office may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureId {
    /// Lề trên.
    MarginTop,
    /// Lề dưới.
    MarginBottom,
    /// Lề trái.
    MarginLeft,
    /// Lề phải.
    MarginRight,
    /// Thụt đầu dòng.
    FirstLine,
    /// Khoảng cách giữa các đoạn.
    ParagraphGap,
    /// Giãn dòng.
    LinePitch,
    /// Cỡ chữ trong bảng.
    TableSize,
}

/// The measures that an office may choose, in the order of the guide.
pub const MEASURES: [Measure; 8] = [
    Measure { id: MeasureId::MarginTop, term: "lề trên", in_points: false, of: |d| &mut d.page.margin_top },
    Measure { id: MeasureId::MarginBottom, term: "lề dưới", in_points: false, of: |d| &mut d.page.margin_bottom },
    Measure { id: MeasureId::MarginLeft, term: "lề trái", in_points: false, of: |d| &mut d.page.margin_left },
    Measure { id: MeasureId::MarginRight, term: "lề phải", in_points: false, of: |d| &mut d.page.margin_right },
    Measure {
        id: MeasureId::FirstLine, term: "thụt đầu dòng", in_points: false, of: |d| &mut d.spacing.first_line
    },
    Measure {
        id: MeasureId::ParagraphGap,
        term: "khoảng cách đoạn",
        in_points: true,
        of: |d| &mut d.spacing.paragraph_gap,
    },
    Measure { id: MeasureId::LinePitch, term: "giãn dòng", in_points: true, of: |d| &mut d.spacing.line_pitch },
    Measure { id: MeasureId::TableSize, term: "cỡ chữ trong bảng", in_points: true, of: |d| &mut d.sizes.table },
];

/// A measure that an office may choose in its settings.
pub struct Measure {
    /// Its name in the code.
    pub id: MeasureId,
    /// What the measure is called, in a sentence.
    pub term: &'static str,
    /// Whether a reader expects points rather than millimeters.
    pub in_points: bool,
    /// Finds the measure in a layout.
    pub of: fn(&mut super::Decree) -> &mut Rule<Length>,
}

impl Measure {
    /// A length in the unit of this measure.
    pub fn display(&self, length: Length) -> String {
        if self.in_points { length.display_pt() } else { length.display_mm() }
    }

    /// The permitted values in words: `từ 30 mm đến 35 mm`.
    pub fn display_allowed(&self, allowed: Allowed<Length>) -> String {
        match allowed {
            Allowed::Range(min, max) => format!("từ {} đến {}", self.display(min), self.display(max)),
            Allowed::OneOf(values) => {
                values.iter().map(|&value| self.display(value)).collect::<Vec<_>>().join(" hoặc ")
            }
        }
    }
}
