//! What a document is: which rules it is made under, of what kind it is, and whether it is a draft.

use super::observed::Observed;
use super::piece::Worded;
use crate::vietnamese::fold;

/// The rules under which a document is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Regime {
    /// Văn bản hành chính: Nghị định 30/2020/NĐ-CP.
    Administrative,
    /// Văn bản của Đảng.
    Party,
    /// Văn bản quy phạm pháp luật.
    Normative,
    /// Nothing tells.
    None,
}

/// The kind of an administrative document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Kế hoạch.
    Plan,
    /// Báo cáo.
    Report,
    /// Tờ trình.
    Submission,
    /// Quyết định.
    Decision,
    /// Công văn.
    Dispatch,
    /// Another kind that has a name: which of [`TYPES`].
    Other(usize),
    /// None that is known.
    Unknown,
}

/// A kind of document that has a name: the name, and its abbreviation in symbols. Phụ lục III.
#[derive(Debug)]
pub struct DocumentType {
    /// The name as it is printed.
    pub name: &'static str,
    /// The abbreviation.
    pub code: &'static str,
}

const fn named(name: &'static str, code: &'static str) -> DocumentType {
    DocumentType { name, code }
}

/// Every kind that has a name; the first four have a [`Kind`] of their own.
pub static TYPES: &[DocumentType] = &[
    named("KẾ HOẠCH", "KH"),
    named("BÁO CÁO", "BC"),
    named("TỜ TRÌNH", "TTr"),
    named("QUYẾT ĐỊNH", "QĐ"),
    named("NGHỊ QUYẾT", "NQ"),
    named("CHỈ THỊ", "CT"),
    named("QUY CHẾ", "QC"),
    named("QUY ĐỊNH", "QyĐ"),
    named("THÔNG CÁO", "TC"),
    named("THÔNG BÁO", "TB"),
    named("HƯỚNG DẪN", "HD"),
    named("CHƯƠNG TRÌNH", "CTr"),
    named("PHƯƠNG ÁN", "PA"),
    named("ĐỀ ÁN", "ĐA"),
    named("DỰ ÁN", "DA"),
    named("BIÊN BẢN", "BB"),
    named("HỢP ĐỒNG", "HĐ"),
    named("CÔNG ĐIỆN", "CĐ"),
    named("BẢN GHI NHỚ", "BGN"),
    named("BẢN THỎA THUẬN", "BTT"),
    named("GIẤY ỦY QUYỀN", "GUQ"),
    named("GIẤY MỜI", "GM"),
    named("GIẤY GIỚI THIỆU", "GGT"),
    named("GIẤY NGHỈ PHÉP", "GNP"),
    named("PHIẾU GỬI", "PG"),
    named("PHIẾU CHUYỂN", "PC"),
    named("PHIẾU BÁO", "PB"),
];

impl Kind {
    /// The kind of a line that names one.
    pub fn of_type(index: usize) -> Self {
        match index {
            0 => Self::Plan,
            1 => Self::Report,
            2 => Self::Submission,
            3 => Self::Decision,
            other => Self::Other(other),
        }
    }

    /// Its name and abbreviation, if it has one.
    pub fn document_type(self) -> Option<&'static DocumentType> {
        match self {
            Self::Plan => TYPES.first(),
            Self::Report => TYPES.get(1),
            Self::Submission => TYPES.get(2),
            Self::Decision => TYPES.get(3),
            Self::Other(index) => TYPES.get(index),
            Self::Dispatch | Self::Unknown => None,
        }
    }

    /// What it is called in a sentence.
    pub fn term(self) -> String {
        match self {
            Self::Dispatch => "công văn".to_owned(),
            Self::Unknown => "văn bản chưa rõ loại".to_owned(),
            Self::Plan | Self::Report | Self::Submission | Self::Decision | Self::Other(_) => {
                self.document_type().map(|kind| kind.name.to_lowercase()).unwrap_or_default()
            }
        }
    }
}

/// Which kind a line names that has nothing else: an index of [`TYPES`].
pub(super) fn type_of_line(folded: &str) -> Option<usize> {
    TYPES.iter().position(|kind| fold(kind.name) == folded)
}

/// Which kind has an abbreviation.
pub(super) fn type_of_code(code: &str) -> Option<usize> {
    TYPES.iter().position(|kind| kind.code == code)
}

/// How many lines a head of a document has at most.
const HEAD: usize = 40;

/// The rules that the head of a document follows. `number` is the line with its number.
pub(super) fn regime(words: &[Worded], number: Option<&str>, kind: Kind, has_issuer: bool) -> Regime {
    let head = &words[..words.len().min(HEAD)];
    let begins = |start: &str| head.iter().any(|line| line.folded.starts_with(start));
    let is_national = begins("conghoaxahoichu");
    if !is_national && head.iter().any(|line| line.folded == "dangcongsanvietnam") {
        return Regime::Party;
    }
    let has_normative_kind = matches!(kind, Kind::Decision | Kind::Other(4));
    let is_law =
        ["luat", "nghidinh", "thongtu", "phaplenh"].iter().any(|name| head.iter().any(|line| line.folded == *name));
    if number.is_some_and(has_year) && (has_normative_kind || is_law) {
        return Regime::Normative;
    }
    // What citizens write bears Quốc hiệu too.
    let is_of_office = has_issuer || kind.document_type().is_some();
    if is_national && is_of_office || number.is_some() { Regime::Administrative } else { Regime::None }
}

/// Whether a year stands between number and symbol: `12/2026/QĐ-UBND`.
pub(super) fn has_year(number: &str) -> bool {
    let is_year =
        |part: &str| part.len() == 4 && part.starts_with(['1', '2']) && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<_> = number.split('/').map(str::trim).collect();
    parts.len() > 2 && parts[1..parts.len() - 1].iter().any(|part| is_year(part))
}

/// Whether a box, a line of the head or a watermark says that it is a draft.
pub(super) fn has_draft_mark(observed: &Observed, words: &[Worded]) -> bool {
    let is_mark = |folded: &str| folded.starts_with("duthao") && folded.len() < 16;
    let lines = words.iter().take(HEAD).any(|line| is_mark(&line.folded));
    let boxes = observed.boxes.iter().any(|boxed| is_mark(&fold(&boxed.text)));
    lines || boxes || observed.traits.watermark.as_ref().is_some_and(|words| fold(words).contains("duthao"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_in_numbers_are_seen() {
        assert!(has_year("Số: 12/2026/QĐ-UBND") && !has_year("Số: 12/QĐ-UBND") && !has_year("Số: 2026/QĐ-UBND"));
    }

    #[test]
    fn lines_name_kinds() {
        assert_eq!(type_of_line("kehoach").map(Kind::of_type), Some(Kind::Plan));
        assert_eq!(Kind::Other(9).term(), "thông báo");
        assert_eq!(type_of_code("TTr"), Some(2));
    }
}
