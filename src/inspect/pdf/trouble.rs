//! Why a PDF could not be read, and what a clerk can do.

use crate::inspect::observed::Refusal;

/// What stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// There is not one byte.
    Empty,
    /// It is a Word file, old or new.
    Word,
    /// It is a page of the web.
    Html,
    /// It is rich text.
    Rtf,
    /// It is a picture.
    Picture,
    /// It is something else.
    NotPdf,
    /// A password or a seal keeps its content.
    Encrypted,
    /// It is cut off, or its parts do not lead to each other.
    Damaged,
    /// It has no page.
    NoPages,
    /// It would take more room or time than any document needs.
    TooLarge,
}

impl Trouble {
    /// What the bytes are, unless they may be a PDF.
    pub(super) fn of_kind(bytes: &[u8]) -> Option<Self> {
        let head = &bytes[..bytes.len().min(1024)];
        if head.windows(5).any(|five| five == b"%PDF-") {
            return None;
        }
        let start: Vec<u8> = head.iter().skip_while(|byte| byte.is_ascii_whitespace()).copied().collect();
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start).to_ascii_lowercase();
        let begins = |signs: &[&[u8]]| signs.iter().any(|sign| start.starts_with(sign));
        Some(if bytes.iter().all(u8::is_ascii_whitespace) {
            Self::Empty
        } else if begins(&[b"\xd0\xcf\x11\xe0", b"pk\x03\x04"]) {
            Self::Word
        } else if begins(&[b"<!doctype", b"<html", b"<?xml"]) {
            Self::Html
        } else if begins(&[b"{\\rtf"]) {
            Self::Rtf
        } else if begins(&[b"\xff\xd8\xff", b"\x89png", b"ii*\0", b"mm\0*", b"gif8"]) {
            Self::Picture
        } else {
            Self::NotPdf
        })
    }

    /// What is said about it.
    pub(super) fn refusal(self) -> Refusal {
        let (message, help) = match self {
            Self::Empty => ("tệp trống, không có nội dung nào", "xuất lại tệp PDF từ văn bản gốc rồi kiểm tra lại"),
            Self::Word => (
                "tệp mang tên PDF nhưng bên trong là tệp Word hoặc tệp nén",
                "đổi đuôi tệp về đúng loại (.docx) rồi kiểm tra lại, hoặc xuất văn bản ra PDF",
            ),
            Self::Html => (
                "tệp mang tên PDF nhưng bên trong là trang web",
                "mở tệp bằng trình duyệt xem có phải thông báo lỗi khi tải về không; tải hoặc xuất lại tệp PDF",
            ),
            Self::Rtf => (
                "tệp mang tên PDF nhưng bên trong là văn bản RTF",
                "mở tệp bằng Word, lưu thành .docx hoặc xuất ra PDF rồi kiểm tra lại",
            ),
            Self::Picture => (
                "tệp mang tên PDF nhưng bên trong là ảnh",
                "kiểm tra tệp Word hoặc tệp PDF xuất thẳng từ Word; ảnh chụp không đo được thể thức",
            ),
            Self::NotPdf => ("tệp không phải là PDF", "xuất lại tệp PDF từ văn bản gốc rồi kiểm tra lại"),
            Self::Encrypted => (
                "tệp PDF bị khóa bằng mật khẩu hoặc bị hạn chế quyền, không đọc được nội dung",
                "kiểm tra bản chưa khóa, hoặc tệp Word của văn bản",
            ),
            Self::Damaged => (
                "tệp PDF bị hỏng hoặc bị cắt cụt, không đọc được",
                "tải lại tệp, hoặc xuất lại PDF từ văn bản gốc rồi kiểm tra lại",
            ),
            Self::NoPages => ("tệp PDF không có trang nào", "xuất lại tệp PDF từ văn bản gốc rồi kiểm tra lại"),
            Self::TooLarge => (
                "tệp PDF lớn hơn mức đọc được của một văn bản",
                "tách riêng văn bản cần kiểm tra thành một tệp, hoặc xuất lại PDF từ văn bản gốc",
            ),
        };
        Refusal { message: message.to_owned(), help: help.to_owned() }
    }
}
