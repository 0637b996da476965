//! Mistakes of shape: unknown keys, values of another type, and what a clerk meant by them.

use super::kind::{Key, Kind, Need, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::vietnamese::{self, shortened};
use crate::yaml::{BULLETS, Entry, Node, Value, quoting};

/// Unknown keys of a file for which the right one is sought; nobody reads more.
const MOST_SUGGESTIONS: usize = 50;

/// The finding that a whole file is no mapping.
pub(super) fn no_mapping(node: &Node, shape: &'static Shape) -> Diagnostic {
    let message = format!("{} phải gồm các khóa, nhưng tệp này là {}", shape.title, found(&node.value));
    Diagnostic::error(Code::WrongType, node.span.first_line(), message)
        .help(format!("mỗi dòng ngoài cùng viết khóa, dấu hai chấm, dấu cách, giá trị; ví dụ {}", example(shape)))
}

/// The finding for a key that a shape does not have, and the key that was meant, if that is plain.
pub(super) fn unknown_key(entry: &Entry, shape: &'static Shape, before: usize) -> (Diagnostic, Option<&'static str>) {
    let keys = || shape.keys.iter().map(|key| key.key);
    let by_title = || {
        vietnamese::nearest(&entry.key, shape.keys.iter().map(|key| key.title))
            .and_then(|title| shape.keys.iter().find(|key| key.title == title).map(|key| key.key))
    };
    // A key that is the name of what it holds is closer than any that looks like it.
    let named = || {
        let written = vietnamese::fold(&entry.key);
        shape.keys.iter().find(|key| vietnamese::fold(key.title) == written).map(|key| key.key)
    };
    let mut meant = None;
    let help = if before >= MOST_SUGGESTIONS {
        "xóa khóa này, hoặc sửa như các khóa trên".to_owned()
    } else if is_cut_by_comma(entry) {
        "trong ngoặc { } dấu phẩy ngăn các khóa; đặt cả giá trị có dấu phẩy trong dấu nháy kép".to_owned()
    } else if is_part_of_sentence(entry, &mut || vietnamese::nearest(&entry.key, keys()).is_some()) {
        "dấu phẩy và dấu hai chấm biến một phần câu này thành khóa; đặt cả câu trong dấu nháy kép".to_owned()
    } else if let Some(near) = named().or_else(|| vietnamese::nearest(&entry.key, keys())).or_else(by_title) {
        meant = Some(near);
        vietnamese::question(near)
    } else {
        format!("{} có các khóa: {}", shape.title, keys().collect::<Vec<_>>().join(", "))
    };
    let message = format!("khóa lạ «{}»", shortened(&entry.key));
    let mut diagnostic = Diagnostic::error(Code::UnknownKey, entry.key_span.clone(), message).help(help);
    if let Some(key) = meant {
        diagnostic = diagnostic.fix(entry.key_span.clone(), key);
    }
    (diagnostic, meant)
}

/// The finding for a value of another type than the key needs.
pub(super) fn wrong_type(node: &Node, wanted: &Kind, key: &Key) -> Diagnostic {
    let message = format!("«{}» cần {}, nhưng ở đây là {}", key.key, wanted.term(), found(&node.value));
    let place = || node.span.first_line();
    let sentence = match &node.value {
        Value::Map(entries) => entries.first().filter(|entry| entry.key.contains(' ')),
        Value::Blank | Value::Text(_) | Value::List(_) => None,
    };
    match (sentence, wanted) {
        (Some(entry), Kind::Text | Kind::IdOrText(_)) => colon_in_sentence(entry),
        (_, Kind::List(_)) if item_sign(&node.value).is_some() => {
            let words = item_sign(&node.value).map(shortened).unwrap_or_default();
            Diagnostic::error(Code::WrongType, place(), "dấu gạch đầu dòng viết chưa đúng")
                .help(format!("viết dấu gạch ngắn rồi một dấu cách: - {words}"))
        }
        (_, Kind::List(_)) if one_word(&node.value).is_some() => {
            let word = one_word(&node.value).unwrap_or_default();
            Diagnostic::error(Code::WrongType, place(), message).help(format!("viết {}: [{word}]", key.key))
        }
        (_, Kind::List(_)) => Diagnostic::error(Code::WrongType, place(), message).help(format!(
            "viết {}: xuống dòng, mỗi phần một dòng mở đầu bằng dấu gạch ngắn và dấu cách «- »",
            key.key
        )),
        (_, Kind::Group(_)) if key_without_space(&node.value).is_some() => {
            let (key, value) = key_without_space(&node.value).unwrap_or_default();
            glued_key(node, key, value)
        }
        _ => Diagnostic::error(Code::WrongType, place(), message).help(format!("ví dụ {}: {}", key.key, key.example)),
    }
}

fn glued_key(node: &Node, key: &str, value: &str) -> Diagnostic {
    Diagnostic::error(Code::WrongType, node.span.first_line(), "thiếu dấu cách sau dấu hai chấm")
        .help(format!("viết: {key}: {}", shortened(value)))
}

/// The finding for words that are a key of a shape and its value, with no space between; words in quotes are words.
pub(super) fn glued_key_of(node: &Node, shape: &Shape) -> Option<Diagnostic> {
    let (key, value) = key_without_space(&node.value)?;
    let is_plain = !node.span.text().starts_with(['"', '\'']);
    (is_plain && shape.key(key).is_some() && !value.starts_with(char::is_whitespace))
        .then(|| glued_key(node, key, value))
}

/// Whether a key is no key but words of a sentence in which a colon stands.
fn is_part_of_sentence(entry: &Entry, is_near_a_key: &mut dyn FnMut() -> bool) -> bool {
    if !entry.key.contains(' ') {
        return false;
    }
    let before = entry.key_span.file.text[..entry.key_span.range.start].trim_end();
    entry.key.chars().count() > 24 || before.ends_with(',') || !is_near_a_key()
}

/// Whether a key is the rest of a value that a comma has cut off: `{gia_tri: 0,82}`.
fn is_cut_by_comma(entry: &Entry) -> bool {
    let text = &entry.key_span.file.text;
    let before = text[..entry.key_span.range.start].trim_end();
    let after = text[entry.key_span.range.end..].trim_start();
    entry.node.value == Value::Blank && before.ends_with(',') && !after.starts_with(':')
}

/// The finding for a sentence whose beginning a colon has made a key.
pub fn colon_in_sentence(entry: &Entry) -> Diagnostic {
    let text = &entry.key_span.file.text;
    let sentence = &text[entry.key_span.range.start..entry.node.span.range.end.max(entry.key_span.range.end)];
    let sentence = if entry.node.value == Value::Blank { format!("{sentence}:") } else { sentence.to_owned() };
    Diagnostic::error(Code::Colon, entry.key_span.clone(), "dấu hai chấm giữa câu").help(quoting(&sentence))
}

/// The words after the sign of an item that is no item for want of a space, or of the right sign.
fn item_sign(value: &Value) -> Option<&str> {
    let Value::Text(text) = value else { return None };
    let rest = text.strip_prefix(|sign| sign == '-' || BULLETS.contains(&sign))?;
    Some(rest.trim_start()).filter(|rest| rest.starts_with(char::is_alphanumeric))
}

/// The key and the value of words such as `chuc_vu:Chủ tịch`.
fn key_without_space(value: &Value) -> Option<(&str, &str)> {
    let Value::Text(text) = value else { return None };
    let (key, value) = text.split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    (is_key && !value.is_empty()).then_some((key, value))
}

/// A word that stands where a list of words should.
fn one_word(value: &Value) -> Option<&str> {
    let Value::Text(text) = value else { return None };
    (!text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || letter == '_')).then_some(text)
}

/// The first key that must be there, or may, as a clerk would write it.
fn example(shape: &Shape) -> String {
    let required = shape.keys.iter().find(|key| key.need == Need::Required);
    let key = required.or(shape.keys.first());
    key.map(|key| format!("{}: {}", key.key, key.example)).unwrap_or_default()
}

/// What a value is, in words.
fn found(value: &Value) -> &'static str {
    match value {
        Value::Blank => "chỗ trống",
        Value::Text(_) => "một câu",
        Value::List(_) => "một danh sách",
        Value::Map(_) => "một nhóm khóa",
    }
}
