//! Text to nodes that know their place.
//!
//! Owns what is YAML: nothing here knows what a plan is. Every scalar stays the text that the clerk wrote (`05`, `2.10`,
//! `no`). Aliases, anchors and tags are refused, so a small file cannot grow into a large one. After a mistake whose cure
//! is plain (a tab, a colon inside a sentence) reading goes on as if it were cured, so that one run finds the others too;
//! what a mistake of syntax looks like, and its cure, is the business of `syntax`.

#![expect(clippy::wildcard_enum_match_arm, reason = "the parser may name new events")]

pub(super) mod syntax;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle, ScanError};

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::source::{SourceFile, Span};

/// Deeper than any document; a limit against files made to exhaust the program.
const DEEPEST: usize = 48;
/// Larger than any plan, in bytes.
const LARGEST: usize = 1 << 20;
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
        let size = format!("tệp dài hơn {} MB, quá lớn cho một kế hoạch", file.text.len() >> 20);
        return failed(
            Diagnostic::in_file(Code::TooLarge, &file.name, size)
                .help("kiểm tra xem có chép nhầm tệp khác vào không; một kế hoạch dài chỉ chừng 0,05 MB"),
        );
    }
    let bad = |letter: char| letter.is_control() || is_invisible(letter) || is_foreign(letter) || !printable(letter);
    let mut diagnostics = unprintable(file, &bad);
    let mut text = Cured::new(file);
    diagnostics.extend(syntax::hard_spaces(&mut text));
    let mut last = 0;
    for _ in 0..MOST_SYNTAX_ERRORS {
        match compose(&text, &bad) {
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
                if let Some(diagnostic) = syntax::tabs(&mut text) {
                    diagnostics.push(diagnostic);
                    continue;
                }
                let (diagnostic, cure) = syntax::explain(&text, &error);
                let at = diagnostic.place().1;
                // A letter that YAML does not know breaks its line; it has been named already.
                if diagnostics.iter().any(|known| known.code == Code::BadCharacter && same_line(file, known, at)) {
                    return Checked { value: None, diagnostics };
                }
                diagnostics.push(diagnostic);
                // Each cure stands later in the file than the one before; anything else would go in a circle.
                match cure {
                    Some(cure) if at >= last => {
                        last = at + 1;
                        text.edit(cure.range, &cure.with);
                    }
                    _ => return Checked { value: None, diagnostics },
                }
            }
        }
    }
    Checked { value: None, diagnostics }
}

fn same_line(file: &SourceFile, known: &Diagnostic, at: usize) -> bool {
    let line = |at| file.line_column(at).0;
    !known.labels.is_empty() && line(known.place().1) == line(at)
}

/// The text that is parsed: the file's, with cured mistakes, each of its bytes with its place in the file.
struct Cured<'f> {
    file: &'f Arc<SourceFile>,
    text: String,
    /// The places; empty as long as the text is the file's own.
    places: Vec<usize>,
}

/// What to write in place of a mistake, so that reading can go on.
struct Cure {
    range: Range<usize>,
    with: String,
}

impl<'f> Cured<'f> {
    fn new(file: &'f Arc<SourceFile>) -> Self {
        Self { file, text: file.text.clone(), places: Vec::new() }
    }

    /// Where a byte of the text stands in the file.
    fn place(&self, at: usize) -> usize {
        if self.places.is_empty() { at } else { self.places.get(at).copied().unwrap_or(self.file.text.len()) }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.place(range.start)..self.place(range.end))
    }

    fn edit(&mut self, range: Range<usize>, with: &str) {
        if self.places.is_empty() {
            self.places = (0..=self.text.len()).collect();
        }
        let from = self.place(range.start);
        self.text.replace_range(range.clone(), with);
        self.places.splice(range, std::iter::repeat_n(from, with.len()));
    }
}

fn failed(diagnostic: Diagnostic) -> Checked<Node> {
    Checked { value: None, diagnostics: vec![diagnostic] }
}

fn unprintable(file: &Arc<SourceFile>, bad: &dyn Fn(char) -> bool) -> Vec<Diagnostic> {
    let bad = |letter: char| !matches!(letter, '\n' | '\t' | ' ') && bad(letter);
    let mut found: Vec<_> = file
        .text
        .char_indices()
        .filter(|&(_, letter)| bad(letter))
        .take(MOST_CHARACTERS + 1)
        .map(|(at, letter)| bad_character(Span::new(file, at..at + letter.len_utf8()), letter))
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

fn bad_character(span: Span, letter: char) -> Diagnostic {
    let shown = if letter.is_control() || is_invisible(letter) { String::new() } else { format!(" «{letter}»") };
    let message = format!("ký tự{shown} U+{:04X} không in được", u32::from(letter));
    let help = match crate::vietnamese::plain_letter(letter) {
        Some(plain) => format!("gõ lại bằng «{plain}»"),
        None => "xóa ký tự này, hoặc gõ lại bằng chữ có trong phông Times New Roman".to_owned(),
    };
    Diagnostic::error(Code::BadCharacter, span, message).help(help)
}

/// Letters that a typeface may have and a document may not: those for private use, which PDF/A forbids and this program uses
/// itself, and those of writings that run from right to left, which no part of a document is laid out for.
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
    text: &'a Cured<'a>,
    bad: &'a dyn Fn(char) -> bool,
    parser: Parser<'a, serde_saphyr::granit_parser::StrInput<'a>>,
    diagnostics: Vec<Diagnostic>,
}

fn compose(text: &Cured<'_>, bad: &dyn Fn(char) -> bool) -> Result<Composed, Stop> {
    let mut composer = Composer { text, bad, parser: Parser::new_from_str(&text.text), diagnostics: Vec::new() };
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
        self.text.span(range)
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
            let line = self.text.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
            let sign = self.text.text[line..range.start].rfind(['!', '&']).map_or(range.start, |at| line + at);
            self.report(
                Code::Reference,
                sign..range.end,
                "kế hoạch không dùng bí danh, mỏ neo hay thẻ của YAML",
                "viết giá trị ra; nếu câu bắt đầu bằng dấu * & hoặc ! thì đặt cả câu trong dấu nháy kép",
            );
        }
        let start = range.start;
        let (value, end) = match event {
            Event::Scalar(text, style, ..) => {
                match style {
                    ScalarStyle::Plain => {
                        self.check_comment(&range);
                        self.check_joined(&range);
                    }
                    ScalarStyle::DoubleQuoted => self.check_escapes(&text, &range),
                    _ => {}
                }
                let blank = style == ScalarStyle::Plain && (text.is_empty() || text == "~");
                (if blank { self.blank(&range) } else { Value::Text(crate::vietnamese::compose(&text)) }, range.end)
            }
            Event::SequenceStart(..) => {
                let (items, end) = self.list(range, depth)?;
                (Value::List(items), end)
            }
            Event::MappingStart(..) => {
                let (entries, end) = self.map(range, depth)?;
                (Value::Map(entries), end)
            }
            // What an alias stands for is not looked up; its own letters keep it from being called blank besides.
            _ => (Value::Text(self.text.text[range.clone()].to_owned()), range.end),
        };
        Ok(Node { span: self.span(start..end.max(start)), value })
    }

    fn list(&mut self, range: Range<usize>, depth: usize) -> Result<(Vec<Node>, usize), Stop> {
        let mut items: Vec<Node> = Vec::new();
        while let Some((event, at)) = self.next()? {
            if event == Event::SequenceEnd {
                break;
            }
            let item = self.node(event, at, depth + 1)?;
            if let Some(last) = items.last() {
                self.check_comma(&last.span.range, &item.span.range);
            }
            items.push(item);
        }
        let end = items.last().map_or(range.end, |node| node.span.range.end);
        Ok((items, end))
    }

    fn map(&mut self, range: Range<usize>, depth: usize) -> Result<(Vec<Entry>, usize), Stop> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut known: BTreeMap<String, Span> = BTreeMap::new();
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
            if let Some(first) = known.get(&name) {
                let first = first.clone();
                self.diagnostics.push(
                    Diagnostic::error(Code::DuplicateKey, key.span, format!("khóa «{name}» viết hai lần"))
                        .label(first, "lần thứ nhất")
                        .help("giữ lại một lần, hoặc gộp hai giá trị làm một"),
                );
                continue;
            }
            known.insert(name.clone(), key.span.clone());
            entries.push(Entry { key: name, key_span: key.span, node });
        }
        Ok((entries, end))
    }

    /// A comma between two digits, without a space, is hardly meant to part two items: `[giảm còn 3,15%]`.
    fn check_comma(&mut self, before: &Range<usize>, after: &Range<usize>) {
        let text = &self.text.text;
        let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let joined = text.get(before.end..after.start) == Some(",");
        if joined && digit(text.as_bytes().get(before.end.wrapping_sub(1))) && digit(text.as_bytes().get(after.start)) {
            self.report(
                Code::YamlSyntax,
                before.end..after.start,
                "trong ngoặc [ ] dấu phẩy ngăn các phần, nên số này bị cắt đôi",
                "đặt cả câu có số thập phân trong dấu nháy kép; nếu là hai phần thì viết dấu cách sau dấu phẩy",
            );
        }
    }

    /// A `#` that stands close before a word after a plain sentence is hardly meant to start a comment.
    fn check_comment(&mut self, range: &Range<usize>) {
        let rest = self.text.text.get(range.end..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let Some(comment) = line.trim_start_matches([' ', '\t']).strip_prefix('#') else { return };
        if range.is_empty() || !comment.starts_with(char::is_alphanumeric) {
            return;
        }
        let start = range.end + line.find('#').unwrap_or(0);
        self.comment(start..range.end + line.len());
    }

    /// Nothing, unless a `#` has made a comment of the sentence that was to be the value.
    fn blank(&mut self, range: &Range<usize>) -> Value {
        let text = &self.text.text;
        let at = range.start.min(text.len());
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        let Some(sign) = line.find(" #").map(|at| at + 1) else { return Value::Blank };
        let lone = line[..sign].trim_end().ends_with(['-', ':']);
        if !lone || !line[sign + 1..].starts_with(char::is_alphanumeric) {
            return Value::Blank;
        }
        let sentence = line[sign..].to_owned();
        self.comment(start + sign..start + line.len());
        Value::Text(sentence)
    }

    fn comment(&mut self, range: Range<usize>) {
        self.report(
            Code::CommentInText,
            range,
            "dấu # cắt mất phần sau của câu",
            "đặt cả câu trong dấu nháy kép; nếu là lời ghi chú thì viết một dấu cách sau dấu #",
        );
    }

    /// A line that looks like an item of a list but stands so deep that YAML makes it part of the sentence above.
    fn check_joined(&mut self, range: &Range<usize>) {
        let text = &self.text.text[range.clone()];
        let mut at = range.start;
        let mut above = "";
        let mut found = Vec::new();
        for line in text.split_inclusive('\n') {
            let words = line.trim();
            if at > range.start && syntax::looks_like_item(words, above) {
                let start = at + line.len() - line.trim_start().len();
                found.push(start..start + words.len());
            }
            at += line.len();
            above = words;
        }
        for range in found {
            let span = self.span(range);
            let diagnostic = Diagnostic::error(Code::JoinedLine, span, "dòng có gạch đầu dòng bị nối vào câu trên")
                .as_warning()
                .help("nếu là một ý riêng, viết dấu gạch thẳng cột với dấu gạch của ý trên; nếu vẫn là câu trên, đưa dấu gạch lên cuối dòng trước");
            self.diagnostics.push(diagnostic);
        }
    }

    /// A backslash can write letters that cannot be printed.
    fn check_escapes(&mut self, text: &str, range: &Range<usize>) {
        let letter = text.chars().find(|&letter| !matches!(letter, '\n' | '\t') && (self.bad)(letter));
        let written = &self.text.text[range.clone()];
        if let Some(letter) = letter
            && !written.contains(letter)
            && let Some(at) = written.find('\\')
        {
            let span = self.span(range.start + at..range.start + at + 2);
            let message =
                format!("dấu gạch chéo ngược trong câu tạo ra ký tự U+{:04X} không in được", u32::from(letter));
            self.diagnostics.push(
                Diagnostic::error(Code::BadCharacter, span, message)
                    .help("viết hai dấu \\\\ , hoặc dùng dấu gạch chéo /, hoặc bỏ dấu nháy kép"),
            );
        }
    }
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
        check("a: &x 1\nb: *x\n", &[(Code::Reference, 1, 4), (Code::Reference, 2, 4)]);
        check("a: Dự án #2 của xã\nb: 1 # ghi chú\n", &[(Code::CommentInText, 1, 10)]);
        check("a: 1\n---\nb: 2\n", &[(Code::YamlSyntax, 2, 1)]);
        check("a: \"mở\nb: 1\n", &[(Code::YamlSyntax, 1, 4)]);
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
