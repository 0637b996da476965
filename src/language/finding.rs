//! What is found in words.

use std::ops::Range;

/// A kind of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Letters that no syllable is made of.
    ImpossibleSyllable,
    /// A slip that typists make: a word that stands where another is meant.
    Slip,
    /// A word or two written twice.
    DoubledWord,
    /// A quotation mark without its partner, or a space inside.
    Quote,
    /// A space where none belongs, or none where one does.
    Spacing,
    /// More spaces than one. Texts of plans have none: they are made single on reading.
    DoubledSpace,
    /// A day or month that is padded where it is not, or not where it is.
    DatePadding,
    /// A decimal point, or a comma between thousands.
    NumberMark,
    /// VNĐ.
    Currency,
    /// `./.`
    EndMark,
    /// Capitals inside the name of an agency.
    AgencyCapitals,
    /// Capitals of điểm, khoản, Điều.
    CitationCase,
    /// A small letter of a type of document before its number.
    DocumentTypeCase,
    /// A capital of tỉnh, huyện, xã in mid-sentence.
    UnitCapital,
    /// Capitals of weekdays and of Tết.
    DayCase,
    /// «nhân dân» that means the people.
    PeopleSmall,
    /// A capital behind a semicolon.
    CapitalAfterSemicolon,
}

/// A fault in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its kind.
    pub fault: Fault,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// One Vietnamese sentence that stands alone.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// What takes the place of the range, where one thing alone can be meant.
    pub replacement: Option<String>,
}

impl Finding {
    /// A fault that is told and not mended.
    pub(super) fn told(fault: Fault, range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { fault, range, message: message.into(), help: help.into(), replacement: None }
    }

    /// A fault whose cure is plain.
    pub(super) fn mended(
        fault: Fault,
        range: Range<usize>,
        message: impl Into<String>,
        with: impl Into<String>,
    ) -> Self {
        let with = with.into();
        let help = format!("sửa thành «{}»", with.trim());
        Self { fault, range, message: message.into(), help, replacement: Some(with) }
    }
}
