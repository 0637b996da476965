//! Mistakes of syntax: what a clerk meant, what to write instead, and how reading can go on.
//!
//! The parser says where it could not go on; the cause often stands before. Each mistake that clerks are known to make is
//! told by the look of its line.

#![expect(clippy::wildcard_enum_match_arm, reason = "the parser may name new errors")]

use std::ops::Range;

use serde_saphyr::granit_parser::{ErrorKind, Marker, ScanError};

use super::cured::{Cure, Cured};
use super::flow;
use super::line::{Line, finding, is_key, item_start};
use super::quote::quoting;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::vietnamese::shortened;

/// Signs that clerks write before the items of a list, besides `-`.
pub const BULLETS: [char; 6] = ['–', '—', '−', '•', '●', '▪'];
/// Columns that a tab stands for.
const TAB: &str = "  ";

/// Deeper than any document; a limit against files made to exhaust the program.
pub(super) const DEEPEST: usize = 48;

/// The finding that parts stand inside parts beyond measure.
pub(super) fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::error(Code::TooDeep, span, format!("các phần lồng vào nhau quá {DEEPEST} tầng"))
        .help("kiểm tra lại thụt dòng và các dấu ngoặc [ { ở chỗ này")
}

/// A mistake of syntax as a finding, with its cure if that is plain.
pub(super) fn explain(text: &Cured<'_>, error: &ScanError) -> (Diagnostic, Option<Cure>) {
    let at = offset(&text.text, error.marker());
    let line = Line::at(&text.text, at);
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => (too_deep(text.span(at..at + 1)), None),
        kind if is_about_tabs(kind) => {
            let tab = line.text.find('\t').map_or(at, |tab| line.start + tab);
            (tab_finding(text, tab, 1), Some(Cure::plain(tab..tab + 1, " ")))
        }
        ErrorKind::InvalidColonPlacement
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::BlockEntryInFlowCollection
            if let Some(sign) = flow::comment_above(&text.text, at) =>
        {
            flow::comment(text, sign)
        }
        ErrorKind::InvalidColonPlacement
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
            if let Some((bracket, cure)) = flow::unclosed_above(&text.text, at) =>
        {
            (brackets(text, bracket), Some(cure))
        }
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator
            if text.text[at..].starts_with(':') =>
        {
            flow::colon(text, at, &line)
        }
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement | ErrorKind::SimpleKeyExpected => {
            item(text, &line).or_else(|| colon_without_space(text, &line)).unwrap_or_else(|| colon(text, &line, at))
        }
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => {
            let quote = opening_quote(&text.text, at);
            let help = "thêm dấu nháy ở cuối câu; dòng sau của câu dài phải thụt vào";
            let message = "dấu nháy mở ra mà không đóng lại";
            (finding(text, Code::YamlSyntax, quote..quote + 1, message, help), flow::close_quote(&text.text, quote))
        }
        ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar => {
            let help = "đặt cả câu trong một cặp dấu nháy kép; dấu nháy bên trong viết là “ ”";
            (finding(text, Code::YamlSyntax, at..line.end(), "còn chữ sau dấu nháy đóng", help), None)
        }
        ErrorKind::UnknownQuotedScalarEscape => {
            let help = "viết hai dấu \\\\ , hoặc dùng dấu gạch chéo /";
            let message = "dấu gạch chéo ngược trong câu đặt giữa nháy kép";
            (finding(text, Code::YamlSyntax, at..at + 1, message, help), None)
        }
        ErrorKind::BlockEntryInFlowCollection => flow::item(text, at),
        ErrorKind::MisplacedFlowCollectionEnd => (brackets(text, at), Some(Cure::plain(at..at + 1, " "))),
        ErrorKind::UnclosedFlowCollection { .. } | ErrorKind::MismatchedFlowCollectionEnd { .. } => {
            (brackets(text, at), flow::close_bracket(&text.text, at))
        }
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => {
            (brackets(text, at), None)
        }
        ErrorKind::UnexpectedCharacter { character } => bad_start(text, at, *character),
        ErrorKind::UnknownAnchor => bad_start(text, at, '*'),
        _ => item(text, &line).or_else(|| colon_without_space(text, &line)).unwrap_or_else(|| other(text, &line, at)),
    }
}

/// The finding that a bracket has no partner.
fn brackets(text: &Cured<'_>, at: usize) -> Diagnostic {
    let help = "đóng ngoặc, hoặc đặt câu có dấu ngoặc, dấu phẩy trong dấu nháy kép";
    finding(text, Code::YamlSyntax, at..at + 1, "dấu ngoặc [ ] hoặc { } không khớp", help)
}

/// Every tab in the indentation of a line, as one finding; then each stands for two spaces.
pub(super) fn tabs(text: &mut Cured<'_>) -> Option<Diagnostic> {
    let mut tabs = Vec::new();
    let mut lines = 0;
    let mut start = 0;
    for line in text.text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let before = tabs.len();
        tabs.extend(line[..indent].match_indices('\t').map(|(at, _)| start + at));
        lines += usize::from(tabs.len() > before && indent < line.trim_end().len());
        start += line.len();
    }
    let finding = tab_finding(text, *tabs.first()?, lines);
    let ranges: Vec<_> = tabs.into_iter().map(|tab| (tab..tab + 1, TAB)).collect();
    text.edit_all(&ranges);
    Some(finding)
}

/// Whether a letter looks like a space and is none to YAML.
pub(super) fn is_hard_space(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}')
}

/// Spaces in the indentation that look like spaces and are none, as text processors write them; then they are.
pub(super) fn hard_spaces(text: &mut Cured<'_>) -> Option<Diagnostic> {
    let mut found: Vec<(Range<usize>, &str)> = Vec::new();
    let mut start = 0;
    for line in text.text.split_inclusive('\n') {
        let spaces =
            line.char_indices().take_while(|&(_, letter)| letter == ' ' || letter == '\t' || is_hard_space(letter));
        let hard = spaces.filter(|&(_, letter)| is_hard_space(letter));
        found.extend(hard.map(|(at, letter)| (start + at..start + at + letter.len_utf8(), " ")));
        start += line.len();
    }
    let first = found.first()?.0.clone();
    text.edit_all(&found);
    let message = "thụt dòng bằng dấu cách không ngắt, chép từ trình soạn thảo khác";
    let help = "xóa các dấu cách ở đầu dòng rồi gõ lại bằng phím cách";
    Some(finding(&Cured::new(text.file), Code::BadCharacter, first, message, help))
}

/// Whether a line reads like an item of a list, below a line that may go on in it: `kinh tế` above `- xã hội`.
pub(super) fn looks_like_item(line: &str, above: &str) -> bool {
    let mut letters = line.chars();
    let sign = letters.next().is_some_and(|sign| matches!(sign, '-' | '+') || BULLETS.contains(&sign));
    let rest = letters.as_str();
    let Some(word) = rest.trim_start().chars().next() else { return false };
    sign && word.is_alphabetic() && (word.is_uppercase() || above.ends_with(['.', ';', ':', ',']))
}

fn tab_finding(text: &Cured<'_>, tab: usize, lines: usize) -> Diagnostic {
    let message = match lines {
        0 | 1 => "thụt dòng bằng phím Tab".to_owned(),
        _ => format!("thụt dòng bằng phím Tab, ở {lines} dòng kể từ đây"),
    };
    let help = "thay mỗi phím Tab bằng hai dấu cách; nên đặt trình soạn thảo tự thay";
    finding(text, Code::Tab, tab..tab + 1, &message, help)
}

/// An item of a list whose sign is not `- `.
fn item(text: &Cured<'_>, line: &Line<'_>) -> Option<(Diagnostic, Option<Cure>)> {
    let words = line.text.trim_start();
    let start = line.end() - words.len();
    let sign = words.chars().next()?;
    let rest = &words[sign.len_utf8()..];
    let sign_range = start..start + sign.len_utf8();
    let shown = shortened(rest.trim());
    let help = format!("viết dấu gạch ngắn rồi một dấu cách: - {shown}");
    if sign == '-' && rest.starts_with(|letter: char| letter.is_alphabetic() || letter == '"') {
        let finding =
            finding(text, Code::YamlSyntax, sign_range.clone(), "thiếu dấu cách sau dấu gạch đầu dòng", &help);
        return Some((finding, Some(Cure::plain(sign_range, "- "))));
    }
    if BULLETS.contains(&sign) {
        let message = format!("dấu «{sign}» ở đầu dòng không phải dấu gạch của danh sách");
        let with = if rest.starts_with(' ') { "-" } else { "- " };
        let finding = finding(text, Code::YamlSyntax, sign_range.clone(), &message, &help);
        return Some((finding, Some(Cure::plain(sign_range, with))));
    }
    None
}

/// A key whose colon no space follows, on the line or on the one above, which then was no key.
fn colon_without_space(text: &Cured<'_>, line: &Line<'_>) -> Option<(Diagnostic, Option<Cure>)> {
    [(line.start, line.text), line.above].into_iter().find_map(|(start, line)| {
        let item = item_start(line);
        let (key, value) = line[item..].split_once(':')?;
        let is_address = value.starts_with("//");
        if !is_key(key)
            || !key.starts_with(char::is_alphabetic)
            || value.starts_with(' ')
            || value.is_empty()
            || is_address
        {
            return None;
        }
        let colon = start + item + key.len();
        let help = format!("viết: {key}: {}", shortened(value.trim()));
        let finding = finding(text, Code::YamlSyntax, colon..colon + 1, "thiếu dấu cách sau dấu hai chấm", &help);
        Some((finding, Some(Cure::plain(colon..colon + 1, ": "))))
    })
}

/// A colon where none may be: inside a sentence, or after a key that stands in the wrong column.
fn colon(text: &Cured<'_>, line: &Line<'_>, at: usize) -> (Diagnostic, Option<Cure>) {
    let colon = inner_colon(line, at);
    let before = &text.text[line.start..colon];
    if is_key(&before[item_start(before)..]) {
        return (wrong_column(text, line), None);
    }
    if text.text.as_bytes().get(colon) != Some(&b':') {
        return other(text, line, at);
    }
    let sentence = text.text[line.value().min(colon)..line.end()].trim();
    let help = if line.value() == line.end() - line.text.trim_start().len() {
        "đặt cả câu, kể từ dòng mà câu bắt đầu, trong dấu nháy kép: \"…\"".to_owned()
    } else {
        quoting(sentence)
    };
    let finding = finding(text, Code::Colon, colon..colon + 1, "dấu hai chấm giữa câu", &help);
    (finding, Some(Cure::plain(colon..colon + 1, " ")))
}

fn wrong_column(text: &Cured<'_>, line: &Line<'_>) -> Diagnostic {
    let words = line.text.trim();
    let range = line.end() - line.text.trim_start().len()..line.end();
    let help = if words.starts_with("- ") {
        "các dấu gạch của một danh sách phải thẳng cột".to_owned()
    } else {
        let key = words.split(':').next().unwrap_or_default();
        format!("thụt «{key}» cho thẳng cột với các khóa cùng cấp, và sâu hơn khóa chứa nó hai dấu cách")
    };
    finding(text, Code::YamlSyntax, range, "dòng này thụt vào không khớp với các dòng trên", &help)
}

/// A sentence that begins with a sign to which YAML gives a meaning.
fn bad_start(text: &Cured<'_>, at: usize, sign: char) -> (Diagnostic, Option<Cure>) {
    let line = Line::at(&text.text, at);
    let rest = &text.text[at..line.end()];
    let length = rest.len() - rest.trim_start_matches(sign).len();
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let range = at..at + length.max(first);
    let sentence = quoting(rest.trim());
    let help = match sign {
        '|' | '>' => format!("{sentence}; nếu là đoạn nhiều dòng thì sau dấu {sign} phải xuống dòng"),
        '*' => format!("{sentence}; chữ nghiêng, chữ đậm bên trong vẫn giữ nguyên"),
        _ => sentence,
    };
    let message = format!("câu không được bắt đầu bằng dấu «{sign}»");
    let with = " ".repeat(range.len());
    let code = if matches!(sign, '*' | '&' | '!') { Code::Reference } else { Code::YamlSyntax };
    (finding(text, code, range.clone(), &message, &help), Some(Cure::plain(range, with)))
}

fn other(text: &Cured<'_>, line: &Line<'_>, at: usize) -> (Diagnostic, Option<Cure>) {
    let value = line.value();
    match text.text[value..].chars().next() {
        Some(sign @ ('[' | '{')) if at > value => return bad_start(text, value, sign),
        Some(sign @ ('&' | '!' | '|' | '>')) => return bad_start(text, value, sign),
        _ => {}
    }
    let words = line.text.trim();
    if words.starts_with("- ") || words.split_once(':').is_some_and(|(key, _)| is_key(key)) {
        return (wrong_column(text, line), None);
    }
    let message = "không đọc được cấu trúc của tệp từ chỗ này";
    let help = "kiểm tra thụt dòng: các khóa cùng cấp phải thẳng cột, danh sách bắt đầu bằng «- »";
    (finding(text, Code::YamlSyntax, at..at + 1, message, help), None)
}

/// The quote that opens the last value at or before an offset.
fn opening_quote(text: &str, at: usize) -> usize {
    if text[at..].starts_with(['"', '\'']) {
        return at;
    }
    [": \"", ": '", "- \"", "- '", "[\"", "['"]
        .iter()
        .filter_map(|opening| text[..at].rfind(opening).map(|found| found + opening.len() - 1))
        .max()
        .unwrap_or(at)
}

fn is_about_tabs(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar
    )
}

/// The colon that the parser complained of, or the last one before it on the line that a space follows.
fn inner_colon(line: &Line<'_>, at: usize) -> usize {
    let in_line = at - line.start;
    if line.text.as_bytes().get(in_line) == Some(&b':') {
        return at;
    }
    let end = in_line.max(line.text.rfind(": ").map_or(0, |found| found + 1));
    line.text[..end.min(line.text.len())].rfind(": ").map_or(at, |found| line.start + found)
}

pub(super) fn offset(text: &str, marker: &Marker) -> usize {
    let mut at = marker
        .byte_offset()
        .unwrap_or_else(|| text.char_indices().nth(marker.index()).map_or(text.len(), |(at, _)| at));
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
