//! Text to nodes that know their place.
//!
//! Owns what is YAML: nothing here knows what a plan is. Every scalar stays the text that the clerk wrote (`05`, `2.10`,
//! `no`). Aliases, anchors and tags are refused, so a small file cannot grow into a large one. After a mistake whose cure
//! is plain (a tab, a colon inside a sentence) reading goes on as if it were cured, so that one run finds the others too.

#![expect(clippy::wildcard_enum_match_arm, reason = "the parser may name new events")]

use std::ops::Range;
use std::sync::Arc;

use serde_saphyr::granit_parser::{ErrorKind, Event, Marker, Parser, ScalarStyle, ScanError};

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::source::{SourceFile, Span};

/// Deeper than any document; a limit against files made to exhaust the program.
const DEEPEST: usize = 48;
/// Larger than any plan, in bytes.
const LARGEST: usize = 4 << 20;
/// Mistakes of syntax after which reading gives up.
const MOST_SYNTAX_ERRORS: usize = 50;
/// Characters that cannot be printed after which the rest is only counted.
const MOST_CHARACTERS: usize = 20;

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where the value stands.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// A value of YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing written after the key or dash, or `~`.
    Blank,
    /// A scalar, letter for letter.
    Text(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order of the file, each key once.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub node: Node,
}

/// Reads a file into nodes.
///
/// `printable` tells whether a letter can be printed; every other letter in the file is an error.
pub fn read(file: &Arc<SourceFile>, printable: &dyn Fn(char) -> bool) -> Checked<Node> {
    if file.text.len() > LARGEST {
        let size = format!("tệp dài {} MB, quá lớn cho một kế hoạch", file.text.len() >> 20);
        return failed(Diagnostic::in_file(Code::TooLarge, &file.name, size));
    }
    let mut diagnostics = unprintable(file, printable);
    let mut text = file.text.clone();
    let mut last_patch = 0;
    for _ in 0..MOST_SYNTAX_ERRORS {
        match compose(file, &text, printable) {
            Ok(composed) => {
                diagnostics.extend(composed.diagnostics);
                if composed.root.is_none() && diagnostics.is_empty() {
                    diagnostics.push(
                        Diagnostic::in_file(Code::EmptyFile, &file.name, "tệp không có nội dung")
                            .help("viết kế hoạch vào tệp này, hoặc xóa tệp"),
                    );
                }
                return Checked { value: composed.root, diagnostics };
            }
            Err(Stop::Deep(span)) => {
                diagnostics.push(too_deep(span));
                return Checked { value: None, diagnostics };
            }
            Err(Stop::Syntax(error)) => {
                let (diagnostic, patch) = syntax_error(file, &text, &error);
                diagnostics.push(diagnostic);
                // Each cure stands later in the file than the one before; anything else would go in a circle.
                match patch {
                    Some(patch) if patch.end > last_patch => {
                        last_patch = patch.end;
                        let blank = " ".repeat(patch.len());
                        text.replace_range(patch, &blank);
                    }
                    _ => return Checked { value: None, diagnostics },
                }
            }
        }
    }
    Checked { value: None, diagnostics }
}

fn failed(diagnostic: Diagnostic) -> Checked<Node> {
    Checked { value: None, diagnostics: vec![diagnostic] }
}

fn unprintable(file: &Arc<SourceFile>, printable: &dyn Fn(char) -> bool) -> Vec<Diagnostic> {
    let bad = |letter: char| is_bad(letter, printable);
    let mut found: Vec<_> = file
        .text
        .char_indices()
        .filter(|&(_, letter)| bad(letter))
        .take(MOST_CHARACTERS + 1)
        .map(|(at, letter)| {
            let shown = if letter.is_control() { String::new() } else { format!(" «{letter}»") };
            Diagnostic::error(
                Code::BadCharacter,
                Span::new(file, at..at + letter.len_utf8()),
                format!("ký tự{shown} U+{:04X} không in được", u32::from(letter)),
            )
            .help("xóa ký tự này, hoặc gõ lại bằng chữ có trong phông Times New Roman")
        })
        .collect();
    if found.len() > MOST_CHARACTERS {
        found.truncate(MOST_CHARACTERS);
        let rest = file.text.chars().filter(|&letter| bad(letter)).count() - MOST_CHARACTERS;
        found.push(Diagnostic::in_file(
            Code::BadCharacter,
            &file.name,
            format!("còn {rest} ký tự khác không in được trong tệp này"),
        ));
    }
    found
}

/// Whether a letter must not stand in a plan.
fn is_bad(letter: char, printable: &dyn Fn(char) -> bool) -> bool {
    let layout = matches!(letter, '\n' | '\t' | ' ');
    let refused = letter.is_control() || is_invisible(letter) || is_foreign(letter);
    !layout && (refused || crate::emphasis::is_mark(letter) || !printable(letter))
}

/// Letters that a typeface may have and a document may not: those for private use, which PDF/A forbids, and those of
/// writings that run from right to left, which no part of a document is laid out for.
fn is_foreign(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
        || matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// Letters without width: they break search and comparison, and nobody sees them.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::error(Code::TooDeep, span, format!("các phần lồng vào nhau quá {DEEPEST} tầng"))
        .help("kiểm tra lại thụt dòng và các dấu ngoặc [ { ở chỗ này")
}

/// Why composing stopped.
enum Stop {
    Syntax(ScanError),
    Deep(Span),
}

struct Composed {
    root: Option<Node>,
    diagnostics: Vec<Diagnostic>,
}

struct Composer<'a> {
    file: &'a Arc<SourceFile>,
    /// The text that is parsed: the file's, with cured mistakes; as long as the file's, so that places hold.
    text: &'a str,
    parser: Parser<'a, serde_saphyr::granit_parser::StrInput<'a>>,
    printable: &'a dyn Fn(char) -> bool,
    diagnostics: Vec<Diagnostic>,
}

fn compose(file: &Arc<SourceFile>, text: &str, printable: &dyn Fn(char) -> bool) -> Result<Composed, Stop> {
    let mut composer = Composer { file, text, parser: Parser::new_from_str(text), printable, diagnostics: Vec::new() };
    let mut root = None;
    let mut documents = 0;
    while let Some((event, range)) = composer.next()? {
        match event {
            Event::StreamEnd => break,
            Event::DocumentStart(..) => {
                documents += 1;
                if documents == 2 {
                    let message = "tệp có hai phần ngăn bằng dấu ---; mỗi tệp chỉ giữ một kế hoạch";
                    composer.report(Code::YamlSyntax, range, message, "tách phần sau dấu --- thành một tệp khác");
                    break;
                }
            }
            Event::Scalar(..)
            | Event::SequenceStart(..)
            | Event::MappingStart(..)
            | Event::Alias(..)
            | Event::UnresolvedAlias(..) => root = Some(composer.node(event, range, 0)?),
            _ => {}
        }
    }
    // A file of comments alone is as empty as one without a letter.
    let root = root.filter(|node| node.value != Value::Blank);
    Ok(Composed { root, diagnostics: composer.diagnostics })
}

impl<'a> Composer<'a> {
    fn next(&mut self) -> Result<Option<(Event<'a>, Range<usize>)>, Stop> {
        match self.parser.next_event() {
            None => Ok(None),
            Some(Ok((event, span))) => {
                let range = span.byte_range().unwrap_or(0..0);
                Ok(Some((event, range)))
            }
            Some(Err(error)) => Err(Stop::Syntax(error)),
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    fn report(&mut self, code: Code, range: Range<usize>, message: impl Into<String>, help: &str) {
        let span = self.span(range);
        self.diagnostics.push(Diagnostic::error(code, span, message).help(help));
    }

    fn node(&mut self, event: Event<'a>, range: Range<usize>, depth: usize) -> Result<Node, Stop> {
        if depth > DEEPEST {
            return Err(Stop::Deep(self.span(range)));
        }
        if event.tag().is_some() || event.anchor_id().is_some_and(|id| id > 0) || event.is_alias() {
            self.report(
                Code::Reference,
                range.clone(),
                "kế hoạch không dùng bí danh, mỏ neo hay thẻ của YAML",
                "viết giá trị ra; nếu câu bắt đầu bằng dấu * & hoặc ! thì đặt cả câu trong dấu nháy kép",
            );
        }
        let start = range.start;
        let (value, end) = match event {
            Event::Scalar(text, style, ..) => {
                if style == ScalarStyle::Plain {
                    self.check_comment(&range);
                }
                let blank = style == ScalarStyle::Plain && (text.is_empty() || text == "~");
                let text = match style {
                    ScalarStyle::DoubleQuoted => self.unescaped(&text, &range),
                    _ => text.into_owned(),
                };
                (if blank { Value::Blank } else { Value::Text(text) }, range.end)
            }
            Event::SequenceStart(..) => {
                let (items, end) = self.list(range, depth)?;
                (Value::List(items), end)
            }
            Event::MappingStart(..) => {
                let (entries, end) = self.map(range, depth)?;
                (Value::Map(entries), end)
            }
            _ => (Value::Blank, range.end),
        };
        Ok(Node { span: self.span(start..end.max(start)), value })
    }

    fn list(&mut self, range: Range<usize>, depth: usize) -> Result<(Vec<Node>, usize), Stop> {
        let mut items: Vec<Node> = Vec::new();
        while let Some((event, at)) = self.next()? {
            if event == Event::SequenceEnd {
                break;
            }
            items.push(self.node(event, at, depth + 1)?);
        }
        let end = items.last().map_or(range.end, |node| node.span.range.end);
        Ok((items, end))
    }

    fn map(&mut self, range: Range<usize>, depth: usize) -> Result<(Vec<Entry>, usize), Stop> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut end = range.end;
        while let Some((event, at)) = self.next()? {
            if event == Event::MappingEnd {
                break;
            }
            let key = self.node(event, at, depth + 1)?;
            let Some((event, at)) = self.next()? else { break };
            let node = self.node(event, at, depth + 1)?;
            end = node.span.range.end.max(key.span.range.end);
            let Value::Text(name) = key.value else {
                self.report(
                    Code::YamlSyntax,
                    key.span.range,
                    "khóa phải là một từ",
                    "viết khóa bằng chữ không dấu, ví dụ trich_yeu:",
                );
                continue;
            };
            let name = crate::vietnamese::compose(&name);
            if let Some(first) = entries.iter().find(|entry| entry.key == name) {
                let first = first.key_span.clone();
                self.diagnostics.push(
                    Diagnostic::error(Code::DuplicateKey, key.span, format!("khóa «{name}» viết hai lần"))
                        .label(first, "lần thứ nhất")
                        .help("giữ lại một lần, hoặc gộp hai giá trị làm một"),
                );
                continue;
            }
            entries.push(Entry { key: name, key_span: key.span, node });
        }
        Ok((entries, end))
    }

    /// Words between double quotes, made uniform as the file was: an escape can spell what the file may not hold.
    fn unescaped(&mut self, words: &str, range: &Range<usize>) -> String {
        let written = self.text.get(range.clone()).unwrap_or_default();
        let bad = words.chars().find(|&letter| is_bad(letter, self.printable) && !written.contains(letter));
        if let Some(letter) = bad {
            let message = format!("ký tự U+{:04X} viết bằng dấu gạch chéo ngược không in được", u32::from(letter));
            let help = "xóa dấu gạch chéo ngược và mã đi sau nó, hoặc gõ chữ cần in";
            self.report(Code::BadCharacter, range.clone(), message, help);
        }
        crate::vietnamese::compose(words)
    }

    /// A `#` that stands close before a word after a plain sentence is hardly meant to start a comment.
    fn check_comment(&mut self, range: &Range<usize>) {
        let rest = self.text.get(range.end..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let Some(comment) = line.trim_start_matches([' ', '\t']).strip_prefix('#') else { return };
        if range.is_empty() || !comment.starts_with(|letter: char| letter.is_alphanumeric()) {
            return;
        }
        let start = range.end + line.find('#').unwrap_or(0);
        self.report(
            Code::CommentInText,
            start..range.end + line.len(),
            "dấu # cắt mất phần sau của câu",
            "đặt cả câu trong dấu nháy kép; nếu là lời ghi chú thì viết một dấu cách sau dấu #",
        );
    }
}

/// The finding for a mistake of syntax, and the bytes whose blanking lets reading go on.
fn syntax_error(file: &Arc<SourceFile>, text: &str, error: &ScanError) -> (Diagnostic, Option<Range<usize>>) {
    let at = offset(text, error.marker());
    let line_start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let line = &text[line_start..line_end];
    let finding = |code, range: Range<usize>, message: &str, help: &str| {
        Diagnostic::error(code, Span::new(file, range), message).help(help)
    };
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    let tab = line[..indent].find('\t').or_else(|| line.find('\t')).map(|tab| line_start + tab);
    match (error.kind(), tab) {
        (ErrorKind::RecursionLimitExceeded, _) => (too_deep(Span::new(file, at..at + 1)), None),
        (kind, Some(tab)) if is_about_tabs(kind) || tab < line_start + indent => (
            finding(
                Code::Tab,
                tab..tab + 1,
                "thụt dòng bằng phím Tab",
                "thay mỗi phím Tab bằng hai dấu cách; nên đặt trình soạn thảo tự thay",
            ),
            Some(tab..tab + 1),
        ),
        (ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement | ErrorKind::SimpleKeyExpected, _) => {
            let colon = inner_colon(text, line_start, at, line_end);
            (
                finding(
                    Code::Colon,
                    colon..colon + 1,
                    "dấu hai chấm giữa câu",
                    "đặt cả câu trong dấu nháy kép: khóa: \"câu: có dấu hai chấm\"",
                ),
                (text.as_bytes().get(colon) == Some(&b':')).then_some(colon..colon + 1),
            )
        }
        (
            ErrorKind::UnclosedQuotedScalar
            | ErrorKind::DocumentIndicatorInQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent,
            _,
        ) => {
            let quote = opening_quote(text, at);
            (
                finding(
                    Code::YamlSyntax,
                    quote..quote + 1,
                    "dấu nháy mở ra mà không đóng lại",
                    "thêm dấu nháy ở cuối câu; dòng sau của câu dài phải thụt vào",
                ),
                None,
            )
        }
        (ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar, _) => (
            finding(
                Code::YamlSyntax,
                at..at + 1,
                "còn chữ sau dấu nháy đóng",
                "trong câu đặt giữa nháy kép, viết dấu nháy bằng “ ” hoặc \\\"",
            ),
            None,
        ),
        (ErrorKind::UnknownQuotedScalarEscape, _) => (
            finding(
                Code::YamlSyntax,
                at..at + 1,
                "dấu gạch chéo ngược trong câu đặt giữa nháy kép",
                "viết hai dấu \\\\ , hoặc dùng dấu gạch chéo /",
            ),
            None,
        ),
        (
            ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::MisplacedFlowCollectionEnd,
            _,
        ) => (
            finding(
                Code::YamlSyntax,
                at..at + 1,
                "dấu ngoặc [ ] hoặc { } không khớp",
                "đóng ngoặc, hoặc đặt câu có dấu ngoặc, dấu phẩy trong dấu nháy kép",
            ),
            None,
        ),
        (ErrorKind::UnexpectedCharacter { character }, _) => (
            finding(
                Code::YamlSyntax,
                at..at + character.len_utf8(),
                &format!("giá trị không được bắt đầu bằng «{character}»"),
                "đặt cả câu trong dấu nháy kép",
            ),
            None,
        ),
        (ErrorKind::UnknownAnchor, _) => (
            finding(
                Code::Reference,
                at..at + 1,
                "kế hoạch không dùng bí danh của YAML",
                "nếu câu bắt đầu bằng dấu * thì đặt cả câu trong dấu nháy kép",
            ),
            None,
        ),
        _ => (
            finding(
                Code::YamlSyntax,
                at..at + 1,
                "không đọc được cấu trúc của tệp từ chỗ này",
                "kiểm tra thụt dòng: các khóa cùng cấp phải thẳng cột, danh sách bắt đầu bằng «- »",
            ),
            None,
        ),
    }
}

/// The quote that opens the last value at or before an offset.
fn opening_quote(text: &str, at: usize) -> usize {
    [": \"", ": '", "- \"", "- '"]
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
fn inner_colon(text: &str, line_start: usize, at: usize, line_end: usize) -> usize {
    if text.as_bytes().get(at) == Some(&b':') {
        return at;
    }
    let line = &text[line_start..line_end];
    let end = (at - line_start).max(line.rfind(": ").map_or(0, |found| found + 1));
    line[..end.min(line.len())].rfind(": ").map_or(at, |found| line_start + found)
}

fn offset(text: &str, marker: &Marker) -> usize {
    let mut at = marker
        .byte_offset()
        .unwrap_or_else(|| text.char_indices().nth(marker.index()).map_or(text.len(), |(at, _)| at));
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(text: &str) -> Vec<(String, usize, usize)> {
        let file = SourceFile::from_text("a.yaml", text);
        read(&file, &|_| true)
            .diagnostics
            .iter()
            .map(|diagnostic| {
                let (line, column) = diagnostic
                    .labels
                    .first()
                    .map_or((0, 0), |label| label.span.file.line_column(label.span.range.start));
                (diagnostic.code.id().to_owned(), line, column)
            })
            .collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(Code, usize, usize)]) {
        let expected: Vec<_> =
            expected.iter().map(|(code, line, column)| (code.id().to_owned(), *line, *column)).collect();
        assert_eq!(findings(text), expected, "{text}");
    }

    #[test]
    fn scalars_keep_their_letters() {
        let file = SourceFile::from_text("a.yaml", "a: 05\nb: 2.10\nc: no\nd: 1.250.000\ne:\nf: ~\ng: \"\"\n");
        let node = read(&file, &|_| true).value.expect("valid YAML");
        let Value::Map(entries) = node.value else { panic!("a map") };
        let values: Vec<_> = entries.into_iter().map(|entry| entry.node.value).collect();
        let text = |text: &str| Value::Text(text.to_owned());
        assert_eq!(
            values,
            [text("05"), text("2.10"), text("no"), text("1.250.000"), Value::Blank, Value::Blank, text("")]
        );
    }

    #[test]
    fn each_mistake_has_its_place() {
        check("", &[(Code::EmptyFile, 0, 0)]);
        check("# chỉ ghi chú\n", &[(Code::EmptyFile, 0, 0)]);
        check("a: 1\nb: 2\na: 3\n", &[(Code::DuplicateKey, 3, 1)]);
        check("a: *x\n", &[(Code::Reference, 1, 4)]);
        check("a: &x 1\nb: *x\n", &[(Code::Reference, 1, 7), (Code::Reference, 2, 4)]);
        check("a: Dự án #2 của xã\nb: 1 # ghi chú\n", &[(Code::CommentInText, 1, 10)]);
        check("a: 1\n---\nb: 2\n", &[(Code::YamlSyntax, 2, 1)]);
        check("a: \"mở\nb: 1\n", &[(Code::YamlSyntax, 1, 4)]);
    }

    #[test]
    fn letters_that_no_document_may_hold_are_found() {
        check("a: b\u{f004}\n", &[(Code::BadCharacter, 1, 5)]);
        check("a: \u{5d0}\u{591}\n", &[(Code::BadCharacter, 1, 4), (Code::BadCharacter, 1, 5)]);
        for escape in ["\\0", "\\r", "\\L", "\\u202e", "\\U000F0001", "\\ue000"] {
            check(&format!("a: \"b{escape}\"\n"), &[(Code::BadCharacter, 1, 4)]);
        }
        check("a: \"\\u1EC7 \\t \\n \\_ \\\\0\"\n", &[]);
    }

    #[test]
    fn escaped_letters_are_composed() {
        let file = SourceFile::from_text("a.yaml", "\"Tra\\u0302\\u0300m\"\n");
        let node = read(&file, &|_| true).value.expect("valid YAML");
        assert_eq!(node.value, Value::Text("Trầm".to_owned()));
    }

    #[test]
    fn reading_goes_on_after_tabs_and_colons() {
        check(
            "a:\n\tb: 1\nc: Sở Y tế: chủ trì\nd: 1\nd: 2\n",
            &[(Code::Tab, 2, 1), (Code::Colon, 3, 11), (Code::DuplicateKey, 5, 1)],
        );
    }

    #[test]
    fn deep_nesting_is_refused_at_once() {
        let deep = "[".repeat(100_000);
        assert_eq!(findings(&deep)[0].0, Code::TooDeep.id());
        let deep: String = (0..1_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
        assert_eq!(findings(&deep)[0].0, Code::TooDeep.id());
    }

    #[test]
    fn letters_that_cannot_be_printed_are_named() {
        let file = SourceFile::from_text("a.yaml", "a: x\u{7}y\u{f0001}\nb: 😀\n");
        let found = read(&file, &|letter| letter != '😀').diagnostics;
        let messages: Vec<_> = found.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
        assert_eq!(messages[0], "ký tự U+0007 không in được");
        assert!(messages[2].contains("«😀» U+1F600"), "{messages:?}");
    }
}
