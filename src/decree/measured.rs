//! What a finished file may be: the sizes of both sets, tolerances of measuring, and bounds that no setting chooses.
//!
//! A document of this program is held to one set of sizes; a file from elsewhere may use either. The tolerances are ours: a
//! DOCX rounds to twips and Word's own files store 25 mm as 1418 of them, a PDF is measured on the letters.

use super::rule::{Rule, Share};
use super::{Component, Decree, TypeSet};
use crate::units::Length;

const NOTES: &str = "Phụ lục I, phần I, mục II, khoản 6";

/// How far a measure of a file may be off before it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tolerance {
    /// Margins and the size of the paper.
    pub page: Length,
    /// The size of type.
    pub size: Length,
    /// The indent of a first line, and the left edge of what stands flush left.
    pub indent: Length,
    /// The gap between paragraphs.
    pub gap: Length,
    /// From the middle of a centered line to that of its column. Word files shift such lines by indents up to 140 twips.
    pub center: Length,
    /// The same for a page number.
    pub number_center: Length,
    /// The difference in height of two lines that stand side by side.
    pub level: Length,
    /// The distance of lines, in thousandths.
    pub pitch: i64,
}

impl Tolerance {
    /// Of a DOCX, which says its measures itself.
    pub const DOCX: Self = Self {
        page: Length::twips(17),
        size: Length::ZERO,
        indent: Length::twips(17),
        gap: Length::twips(4),
        center: Length::pt(4),
        number_center: Length::pt(8),
        level: Length::pt(6),
        pitch: 10,
    };
    /// Of a PDF, which is measured on its letters.
    pub const PDF: Self = Self {
        page: Length::pt_tenths(15),
        size: Length::emu(3_175),
        indent: Length::pt_tenths(12),
        gap: Length::pt_tenths(5),
        center: Length::pt(3),
        number_center: Length::pt(8),
        level: Length::pt(6),
        pitch: 20,
    };
}

/// Distance of lines in thousandths of single spacing: from single to one and a half.
pub const PITCH: Rule<Share> =
    Rule::between_shares(NOTES, Share::permille(1_000), Share::permille(1_500), Share::permille(1_000));

/// Length of a rule under the issuer or trích yếu, in thousandths of its text, that is let pass: the sample of the decree
/// itself is shorter than its text demands.
pub const RULE_PASSES: Rule<Share> = Rule::between_shares(
    "Phụ lục I, phần I, mục II, khoản 2",
    Share::permille(300),
    Share::permille(520),
    Share::permille(420),
);

/// The same, that is only warned of.
pub const RULE_NEAR: Rule<Share> = Rule::between_shares(
    "Phụ lục I, phần I, mục II, khoản 2",
    Share::permille(250),
    Share::permille(600),
    Share::permille(420),
);

/// Lề dưới of a page on its side: that of the decree's own such pages is 15 mm.
pub const LANDSCAPE_BOTTOM: Rule<Length> =
    Rule::between("Phụ lục I, phần I, mục I", Length::mm(15), Length::mm(25), Length::mm(20));

/// The most space between Quốc hiệu and Tiêu ngữ, which stand in single spacing.
pub const WITHIN_HEADER: Rule<Length> =
    Rule::between("Phụ lục I, phần I, mục II, khoản 1", Length::ZERO, Length::pt(3), Length::ZERO);

/// The most space between tên loại and trích yếu.
pub const WITHIN_TITLE: Rule<Length> =
    Rule::between("Phụ lục I, phần I, mục II, khoản 5", Length::ZERO, Length::pt(12), Length::ZERO);

/// How far the sides of a boxed mark may be from the decree's.
pub const BOX_TOLERANCE: Length = Length::mm(1);

/// The most letters of trích yếu. Phụ lục VI.
pub const SUBJECT_LETTERS: usize = 500;

/// Letters that certainly fill more than one page.
pub const LETTERS_OF_TWO_PAGES: usize = 6_000;

/// Parts of color, of 255, that are still black to a reader.
pub const BLACK: u8 = 38;

/// Letters that a line of the body may have before it certainly needs a second one.
pub const LETTERS_OF_TWO_LINES: usize = 110;

/// The sizes of type that a component may have in a document of either set, the least and the most.
pub fn permitted_sizes(component: Component) -> Rule<Length> {
    let sets = [TypeSet::Thirteen, TypeSet::Fourteen].map(Decree::new);
    let [least, most] = sets.map(|decree| decree.style(component).size);
    let clause = sets[0].sizes.body.clause;
    match component {
        Component::UrgencyMark | Component::CirculationMark | Component::DraftMark => {
            let [least, most] = sets.map(|decree| decree.sizes.body.chosen);
            Rule::between(clause, least, most, least)
        }
        Component::AddressFooter => sets[0].sizes.address_footer,
        Component::TableCaption
        | Component::TableUnit
        | Component::TableHeader
        | Component::TableCell
        | Component::TableNote
        | Component::EndMark => sets[0].sizes.table,
        Component::NationalTitle
        | Component::NationalMotto
        | Component::ParentAgency
        | Component::Issuer
        | Component::NumberSymbol
        | Component::PlaceDate
        | Component::DocumentType
        | Component::Subject
        | Component::LegalBasis
        | Component::BodyText
        | Component::PartNumber
        | Component::PartTitle
        | Component::SectionTitle
        | Component::ClauseTitle
        | Component::PointTitle
        | Component::SigningAuthority
        | Component::SignerPost
        | Component::SignerOtherPost
        | Component::SignerName
        | Component::RecipientsLabel
        | Component::Recipient
        | Component::DrafterMark
        | Component::AppendixNumber
        | Component::AppendixTitle
        | Component::AppendixReference
        | Component::PageNumber => Rule::between(clause, least, most, least),
    }
}

/// Whether Quốc hiệu, Tiêu ngữ and the place line have the sizes of one of the two sets.
pub fn is_a_set(national_title: Length, national_motto: Length, place_date: Length, tolerance: Length) -> bool {
    let near = |one: Length, other: Length| (one - other).to_emu().abs() <= tolerance.to_emu();
    [TypeSet::Thirteen, TypeSet::Fourteen].map(Decree::new).iter().any(|decree| {
        near(national_title, decree.sizes.national_title.chosen)
            && near(national_motto, decree.sizes.national_motto.chosen)
            && near(place_date, decree.sizes.national_motto.chosen)
    })
}
