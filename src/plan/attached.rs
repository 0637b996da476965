//! A plan that another document issues (ban hành kèm theo): its number, date, recipients and signature are that document's.

use super::cited::CitedDocument;
use crate::record;
use crate::schema::{Field, Read};
use crate::value::text::Room;
use crate::value::{Ref, Text};

record! {
    /// The document with which a plan is issued.
    pub group Attachment, ATTACHMENT = "attachment", "văn bản ban hành kế hoạch";
    /// The document.
    required DOCUMENT document: Option<Ref<CitedDocument>> = "van_ban", "Văn bản", "Mã của quyết định ban hành kế hoạch, khai báo ở van_ban; chưa có số thì bỏ trống phần số: so_hieu: /QĐ-UBND.", "qd05";
    /// The words before its citation.
    optional_line WORDS words: Option<Text> = "loi", "Lời mở đầu", "Lời mở đầu dòng trong ngoặc dưới trích yếu; không viết là Ban hành kèm theo.", "Kèm theo";
}

/// The key that says that a plan is another document's.
const ATTACHED: &str = "kem_theo";

impl<T: Read> Field<T> {
    /// A key that a plan must have unless it is another document's.
    pub(super) const fn own(
        key: &'static str,
        title: &'static str,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self::unless(ATTACHED, key, title, about, example, Room::Paragraph)
    }

    /// Such a key whose words are set in one line or one box.
    pub(super) const fn own_line(
        key: &'static str,
        title: &'static str,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self::unless(ATTACHED, key, title, about, example, Room::Line)
    }
}
