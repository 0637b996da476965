//! How each component looks.

use serde::Serialize;

use super::{Component, Decree};
use crate::units::Length;

/// Weight of type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Ordinary type.
    Regular,
    /// Đậm.
    Bold,
}

/// Slant of type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Slant {
    /// Đứng.
    Upright,
    /// Nghiêng.
    Italic,
}

/// Case of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Letters {
    /// In thường: as the text is written.
    AsWritten,
    /// In hoa.
    Capitals,
}

/// Alignment of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Flush left.
    Left,
    /// Centered.
    Center,
    /// Flush right.
    Right,
    /// Justified on both sides.
    Justify,
}

/// The look of a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Style {
    /// Size of type.
    pub size: Length,
    /// Weight of type.
    pub weight: Weight,
    /// Slant of type.
    pub slant: Slant,
    /// Case of letters.
    pub letters: Letters,
    /// Alignment.
    pub align: Align,
    /// Indent of the first line.
    pub first_line: Length,
    /// Gap above.
    pub before: Length,
    /// Gap below.
    pub after: Length,
    /// Distance between baselines; `None` is the typeface's own single spacing (dòng đơn).
    pub pitch: Option<Length>,
    /// Whether the paragraph stays on one page with the next.
    pub keep_with_next: bool,
}

impl Decree {
    /// The look of a component.
    pub fn style(&self, component: Component) -> Style {
        let sizes = &self.sizes;
        let plain = Style {
            size: sizes.body.chosen,
            weight: Weight::Regular,
            slant: Slant::Upright,
            letters: Letters::AsWritten,
            align: Align::Center,
            first_line: Length::ZERO,
            before: Length::ZERO,
            after: Length::ZERO,
            pitch: None,
            keep_with_next: false,
        };
        let body = Style {
            align: Align::Justify,
            first_line: self.spacing.first_line.chosen,
            after: self.spacing.paragraph_gap.chosen,
            pitch: Some(self.spacing.line_pitch.chosen),
            ..plain
        };
        let bold = Weight::Bold;
        let capitals = Letters::Capitals;
        match component {
            Component::NationalTitle => {
                Style { size: sizes.national_title.chosen, weight: bold, letters: capitals, ..plain }
            }
            Component::NationalMotto => Style { size: sizes.national_motto.chosen, weight: bold, ..plain },
            Component::ParentAgency => Style { size: sizes.national_title.chosen, letters: capitals, ..plain },
            Component::Issuer => Style { size: sizes.national_title.chosen, weight: bold, letters: capitals, ..plain },
            Component::NumberSymbol => {
                Style { size: sizes.number_symbol.chosen, before: self.spacing.before_number.chosen, ..plain }
            }
            Component::PlaceDate => Style {
                size: sizes.national_motto.chosen,
                slant: Slant::Italic,
                before: self.spacing.before_number.chosen,
                ..plain
            },
            Component::UrgencyMark | Component::CirculationMark | Component::DraftMark => {
                Style { size: sizes.number_symbol.chosen, weight: bold, letters: capitals, ..plain }
            }
            Component::DocumentType => Style {
                weight: bold,
                letters: capitals,
                before: self.spacing.before_title.chosen,
                keep_with_next: true,
                ..plain
            },
            Component::Subject => Style { weight: bold, keep_with_next: true, ..plain },
            Component::LegalBasis => Style { slant: Slant::Italic, ..body },
            Component::BodyText => body,
            Component::PartNumber => Style {
                weight: bold,
                align: Align::Center,
                first_line: Length::ZERO,
                after: Length::ZERO,
                keep_with_next: true,
                ..body
            },
            Component::PartTitle => Style {
                weight: bold,
                letters: capitals,
                align: Align::Center,
                first_line: Length::ZERO,
                keep_with_next: true,
                ..body
            },
            Component::SectionTitle => Style { weight: bold, letters: capitals, keep_with_next: true, ..body },
            Component::ClauseTitle => Style { weight: bold, keep_with_next: true, ..body },
            Component::PointTitle => Style { keep_with_next: true, ..body },
            Component::SigningAuthority | Component::SignerPost => {
                Style { weight: bold, letters: capitals, keep_with_next: true, ..plain }
            }
            Component::SignerOtherPost => Style { weight: bold, keep_with_next: true, ..plain },
            Component::SignerName => Style { weight: bold, ..plain },
            Component::RecipientsLabel => Style {
                size: sizes.recipients_label.chosen,
                weight: bold,
                slant: Slant::Italic,
                align: Align::Left,
                keep_with_next: true,
                ..plain
            },
            Component::Recipient => Style { size: sizes.recipient.chosen, align: Align::Left, ..plain },
            Component::DrafterMark => Style { size: sizes.recipient.chosen, align: Align::Right, ..plain },
            Component::AddressFooter => Style { size: sizes.address_footer.chosen, ..plain },
            Component::AppendixNumber => {
                Style { size: sizes.appendix_number.chosen, weight: bold, keep_with_next: true, ..plain }
            }
            Component::AppendixTitle => Style { weight: bold, letters: capitals, keep_with_next: true, ..plain },
            Component::AppendixReference => Style { slant: Slant::Italic, keep_with_next: true, ..plain },
            Component::TableCaption => Style {
                weight: bold,
                before: self.spacing.paragraph_gap.chosen,
                after: self.tables.cell_padding_y.chosen,
                keep_with_next: true,
                ..plain
            },
            Component::TableUnit => Style {
                size: sizes.table.chosen,
                slant: Slant::Italic,
                align: Align::Right,
                before: self.spacing.paragraph_gap.chosen,
                after: self.tables.cell_padding_y.chosen,
                keep_with_next: true,
                ..plain
            },
            Component::TableHeader => Style { size: sizes.table.chosen, weight: bold, ..plain },
            Component::TableCell => Style { size: sizes.table.chosen, align: Align::Left, ..plain },
            Component::TableNote => Style {
                size: sizes.table.chosen,
                slant: Slant::Italic,
                align: Align::Justify,
                after: self.spacing.paragraph_gap.chosen,
                ..plain
            },
            // At the right, where the last row ends: at the left it would begin a paragraph.
            Component::EndMark => Style {
                size: sizes.table.chosen,
                align: Align::Right,
                after: self.spacing.paragraph_gap.chosen,
                ..plain
            },
            Component::PageNumber => plain,
        }
    }
}
