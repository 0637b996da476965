//! The parts of a document: what each is called in the code, in the decree and in Word.
//!
//! Owns the pairing of an identifier with the decree's official term. Knows no size, no margin, no format.

use serde::Serialize;

/// A part of a document (thành phần thể thức), down to the kinds of paragraph that the decree tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Component {
    /// Quốc hiệu, box 1.
    NationalTitle,
    /// Tiêu ngữ, box 1.
    NationalMotto,
    /// Tên cơ quan chủ quản trực tiếp, box 2.
    ParentAgency,
    /// Tên cơ quan ban hành, box 2.
    Issuer,
    /// Số, ký hiệu, box 3.
    NumberSymbol,
    /// Địa danh và thời gian, box 4.
    PlaceDate,
    /// Dấu chỉ độ khẩn, box 10b.
    UrgencyMark,
    /// Dấu chỉ dẫn lưu hành, box 11.
    CirculationMark,
    /// The word DỰ THẢO of a draft; office practice, not in the decree.
    DraftMark,
    /// Tên loại văn bản, box 5a.
    DocumentType,
    /// Trích yếu nội dung, box 5a.
    Subject,
    /// Căn cứ ban hành, box 6.
    LegalBasis,
    /// A paragraph of the body (nội dung), box 6; also a numbered one without a title.
    BodyText,
    /// Number of a Phần or Chương on its own line.
    PartNumber,
    /// Title of a Phần or Chương.
    PartTitle,
    /// Title of a mục, `I.`.
    SectionTitle,
    /// Title of a khoản, `1.`, on its own line.
    ClauseTitle,
    /// Title of a điểm, `a)`, or of a deeper item, on its own line.
    PointTitle,
    /// Quyền hạn của người ký, such as `TM. ỦY BAN NHÂN DÂN`, box 7a.
    SigningAuthority,
    /// Chức vụ của người ký, box 7a.
    SignerPost,
    /// Chức vụ khác của người ký, above the name, box 7b.
    SignerOtherPost,
    /// Họ và tên của người ký, box 7b.
    SignerName,
    /// The words "Nơi nhận:", box 9b.
    RecipientsLabel,
    /// One line of nơi nhận, box 9b.
    Recipient,
    /// Ký hiệu người soạn thảo và số lượng bản phát hành, box 12.
    DrafterMark,
    /// Địa chỉ cơ quan at the foot of page 1, box 13.
    AddressFooter,
    /// The line "Phụ lục" or "Phụ lục I".
    AppendixNumber,
    /// Title of a phụ lục.
    AppendixTitle,
    /// The line "(Kèm theo ...)" of a phụ lục.
    AppendixReference,
    /// Caption above a table.
    TableCaption,
    /// The unit above a table, "Đơn vị tính: ...".
    TableUnit,
    /// A cell of a table's header row.
    TableHeader,
    /// A cell of a table.
    TableCell,
    /// A note below a table.
    TableNote,
    /// The mark `./.` below a table that ends the body or an appendix.
    EndMark,
    /// Số trang.
    PageNumber,
}

impl Component {
    /// Every component, in the order of a document.
    pub const ALL: [Self; 36] = [
        Self::NationalTitle,
        Self::NationalMotto,
        Self::ParentAgency,
        Self::Issuer,
        Self::NumberSymbol,
        Self::PlaceDate,
        Self::UrgencyMark,
        Self::CirculationMark,
        Self::DraftMark,
        Self::DocumentType,
        Self::Subject,
        Self::LegalBasis,
        Self::BodyText,
        Self::PartNumber,
        Self::PartTitle,
        Self::SectionTitle,
        Self::ClauseTitle,
        Self::PointTitle,
        Self::SigningAuthority,
        Self::SignerPost,
        Self::SignerOtherPost,
        Self::SignerName,
        Self::RecipientsLabel,
        Self::Recipient,
        Self::DrafterMark,
        Self::AddressFooter,
        Self::AppendixNumber,
        Self::AppendixTitle,
        Self::AppendixReference,
        Self::TableCaption,
        Self::TableUnit,
        Self::TableHeader,
        Self::TableCell,
        Self::TableNote,
        Self::EndMark,
        Self::PageNumber,
    ];

    /// The decree's term, as it stands in messages and as the name of the Word style.
    pub fn term(self) -> &'static str {
        match self {
            Self::NationalTitle => "Quốc hiệu",
            Self::NationalMotto => "Tiêu ngữ",
            Self::ParentAgency => "Cơ quan chủ quản",
            Self::Issuer => "Cơ quan ban hành",
            Self::NumberSymbol => "Số, ký hiệu",
            Self::PlaceDate => "Địa danh, thời gian",
            Self::UrgencyMark => "Dấu chỉ độ khẩn",
            Self::CirculationMark => "Dấu chỉ dẫn lưu hành",
            Self::DraftMark => "Dấu dự thảo",
            Self::DocumentType => "Tên loại văn bản",
            Self::Subject => "Trích yếu nội dung",
            Self::LegalBasis => "Căn cứ ban hành",
            Self::BodyText => "Nội dung",
            Self::PartNumber => "Số phần, chương",
            Self::PartTitle => "Tiêu đề phần, chương",
            Self::SectionTitle => "Tiêu đề mục",
            Self::ClauseTitle => "Tiêu đề khoản",
            Self::PointTitle => "Tiêu đề điểm",
            Self::SigningAuthority => "Quyền hạn của người ký",
            Self::SignerPost => "Chức vụ của người ký",
            Self::SignerOtherPost => "Chức vụ khác của người ký",
            Self::SignerName => "Họ và tên của người ký",
            Self::RecipientsLabel => "Nơi nhận",
            Self::Recipient => "Danh sách nơi nhận",
            Self::DrafterMark => "Ký hiệu người soạn thảo",
            Self::AddressFooter => "Địa chỉ cơ quan",
            Self::AppendixNumber => "Số phụ lục",
            Self::AppendixTitle => "Tiêu đề phụ lục",
            Self::AppendixReference => "Căn cứ kèm theo của phụ lục",
            Self::TableCaption => "Tên bảng",
            Self::TableUnit => "Đơn vị tính của bảng",
            Self::TableHeader => "Tiêu đề cột",
            Self::TableCell => "Ô bảng",
            Self::TableNote => "Ghi chú bảng",
            Self::EndMark => "Dấu kết thúc",
            Self::PageNumber => "Số trang",
        }
    }
}
