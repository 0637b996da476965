//! What is wrong with rendered XML, in words.

#![expect(clippy::wildcard_enum_match_arm, reason = "the XML reader may name new errors")]

use std::ops::Range;

use roxmltree::{Error, TextPos};

/// What is wrong with rendered XML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Whether the text is no XML at all.
    pub malformed: bool,
    /// What is wrong, in Vietnamese.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// Where, in bytes of the XML.
    pub range: Range<usize>,
}

/// What is wrong with a text that is no XML, in words.
pub(super) fn malformed(xml: &str, error: &Error) -> Fault {
    let at = offset(xml, error.pos());
    let mut range = at..at + 1;
    let (what, help) = match error {
        Error::UnexpectedCloseTag(open, close, _) => {
            if let Some(opening) = unclosed(xml, at, open) {
                range = opening..opening + 1 + open.len();
            }
            (format!("thẻ «{open}» chưa đóng thì đã gặp </{close}>"), format!("thêm </{open}>"))
        }
        Error::UnclosedRootNode | Error::NoRootNode => {
            ("thẻ ngoài cùng không đóng".to_owned(), "thêm </van-ban> ở cuối".to_owned())
        }
        Error::MalformedEntityReference(_) | Error::UnknownEntityReference(..) => {
            ("dấu & trần".to_owned(), "viết &amp; thay cho dấu & trong mẫu".to_owned())
        }
        Error::DuplicatedAttribute(name, _) => {
            (format!("thuộc tính «{name}» viết hai lần trong một thẻ"), "giữ lại một".to_owned())
        }
        Error::DtdDetected => ("khai báo DOCTYPE".to_owned(), "xóa khai báo này".to_owned()),
        Error::NonXmlChar(letter, _) => {
            (format!("ký tự U+{:04X}", u32::from(*letter)), "xóa ký tự này khỏi mẫu".to_owned())
        }
        _ => (
            "thẻ viết sai".to_owned(),
            "thẻ viết <ten>…</ten>, thuộc tính viết ten=\"…\"; dấu < trong câu viết &lt;".to_owned(),
        ),
    };
    Fault { malformed: true, message: format!("kết quả của mẫu không phải XML đúng: {what}"), help, range }
}

/// Where the last tag of a name is opened that is not closed before an offset.
fn unclosed(xml: &str, before: usize, name: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, _) in xml[..before].match_indices('<') {
        let tag = &xml[at + 1..];
        let is_named =
            |tag: &str| tag.strip_prefix(name).is_some_and(|rest| rest.starts_with(['>', ' ', '/', '\n', '\t', '\r']));
        if tag.strip_prefix('/').is_some_and(is_named) {
            open.pop();
        } else if is_named(tag) && !tag.split('>').next().unwrap_or_default().ends_with('/') {
            open.push(at);
        }
    }
    open.pop()
}

fn offset(xml: &str, at: TextPos) -> usize {
    let line_start: usize = xml.split_inclusive('\n').take(at.row.saturating_sub(1) as usize).map(str::len).sum();
    let line = xml[line_start..].lines().next().unwrap_or_default();
    let column = line.char_indices().nth(at.col.saturating_sub(1) as usize).map_or(line.len(), |(at, _)| at);
    line_start + column
}
