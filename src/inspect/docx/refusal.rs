//! Why a file cannot be read, told from its first bytes: one sentence and what to do.

use crate::inspect::observed::Refusal;

/// What to do about most of it.
const SAVE_AS: &str =
    "mở tệp bằng Word, chọn Lưu thành (Save As), kiểu tệp «Word Document (*.docx)», rồi kiểm tra tệp mới";

/// A refusal.
pub(super) fn refusal(message: impl Into<String>, help: &str) -> Refusal {
    Refusal { message: message.into(), help: help.to_owned() }
}

/// A part that cannot be read.
pub(super) fn broken(part: &str, what: &str) -> Refusal {
    refusal(
        format!("phần «{part}» trong tệp Word bị hỏng: {what}"),
        "mở tệp bằng Word để Word sửa, lưu lại rồi kiểm tra lại",
    )
}

/// A file that would take too much.
pub(super) fn too_large(what: &str) -> Refusal {
    refusal(
        format!("tệp Word quá lớn: {what}"),
        "tách văn bản thành nhiều tệp, hoặc kiểm tra lại xem đây có đúng là văn bản cần kiểm tra",
    )
}

/// What a file is that is no zip; `None` for one that may be.
pub(super) fn foreign(bytes: &[u8]) -> Option<Refusal> {
    const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    if bytes.is_empty() {
        return Some(refusal("tệp rỗng, không có nội dung", "lưu lại tệp từ Word, hoặc tải lại"));
    }
    if bytes.starts_with(OLE) {
        return Some(if holds(bytes, "EncryptedPackage") {
            refusal(
                "tệp Word đặt mật khẩu, không đọc được",
                "mở tệp bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ tài liệu) rồi lưu lại",
            )
        } else {
            refusal("đây là tệp Word đời cũ (.doc), không phải .docx", SAVE_AS)
        });
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let head = text[..text.len().min(2_000)].to_ascii_lowercase();
    let within = |words: &[u8]| head.windows(words.len()).any(|window| window == words);
    let starts = |words: &[u8]| head.starts_with(words);
    if starts(b"pk") {
        return None;
    }
    Some(if starts(b"{\\rtf") {
        refusal("đây là tệp RTF, không phải .docx", SAVE_AS)
    } else if starts(b"%pdf") {
        refusal("đây là tệp PDF mang đuôi của Word", "đổi đuôi tệp thành .pdf rồi kiểm tra lại")
    } else if within(b"<html")
        || starts(b"<!doctype html")
        || starts(b"mime-version:")
        || within(b"urn:schemas-microsoft-com:office:word\"") && !starts(b"<?xml")
    {
        refusal("đây là trang web (HTML) mang đuôi của Word, không phải .docx", SAVE_AS)
    } else if starts(b"<?xml") || starts(b"<") {
        refusal("đây là tệp XML, không phải .docx", SAVE_AS)
    } else {
        refusal("đây không phải tệp Word (.docx)", SAVE_AS)
    })
}

/// What a zip is that holds no Word document.
pub(super) fn other_zip(has: impl Fn(&str) -> bool) -> Refusal {
    if has("xl/workbook.xml") {
        refusal("đây là bảng tính Excel, không phải văn bản Word", "chọn đúng tệp .docx")
    } else if has("ppt/presentation.xml") {
        refusal("đây là bài trình chiếu PowerPoint, không phải văn bản Word", "chọn đúng tệp .docx")
    } else if has("content.xml") {
        refusal(
            "đây là văn bản LibreOffice (.odt), không phải .docx",
            "mở tệp, chọn Lưu thành, kiểu tệp .docx, rồi kiểm tra tệp mới",
        )
    } else {
        refusal("tệp không có phần «word/document.xml», nơi Word giữ nội dung văn bản", SAVE_AS)
    }
}

/// Whether a file holds some letters as Windows spells names: two bytes each.
fn holds(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|window| window == wide)
}
