//! The measures that an office may choose in its settings.

use super::rule::{Allowed, Rule};
use super::{Decree, TypeSet};
use crate::units::Length;

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

/// A measure that is chosen for a part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    id: MeasureId,
    length: Length,
}

impl Choice {
    /// Reads a length as an office writes it.
    pub fn parse(id: MeasureId, text: &str) -> Option<Self> {
        Some(Self { id, length: Length::parse(text)? })
    }
}

impl Decree {
    /// The layout with measures that a part of the document chooses, as far as they are permitted.
    #[must_use]
    pub fn with_choices(mut self, choices: &[Choice]) -> Self {
        for choice in choices {
            let Some(measure) = MEASURES.iter().find(|measure| measure.id == choice.id) else { continue };
            let rule = (measure.of)(&mut self);
            if rule.allows(choice.length) {
                rule.chosen = choice.length;
            }
        }
        self
    }

    /// The layout with the body of one of the two sets of sizes; its lines are no farther apart than that set permits.
    #[must_use]
    pub fn with_body_of(mut self, type_set: TypeSet) -> Self {
        let other = Self::new(type_set);
        self.sizes.body = other.sizes.body;
        let pitch = self.spacing.line_pitch.chosen;
        self.spacing.line_pitch.allowed = other.spacing.line_pitch.allowed;
        if let Allowed::Range(least, most) = other.spacing.line_pitch.allowed {
            self.spacing.line_pitch.chosen = pitch.clamp(least, most);
        }
        self
    }
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
    pub of: fn(&mut Decree) -> &mut Rule<Length>,
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
