//! Events of the parser to nodes.

#![expect(clippy::wildcard_enum_match_arm, reason = "the parser may name new events")]

use std::collections::BTreeMap;
use std::ops::Range;

use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle, ScanError};

use super::cured::Cured;
use super::node::{Entry, Node, Value};
use super::sentences::Sentences;
use super::syntax;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// Parts of one file; far more than any plan has.
const MOST_NODES: usize = 120_000;

/// How far before a value its anchor or tag is sought, in bytes.
const LONGEST_SIGN: usize = 256;

/// What a clerk, or a program that writes YAML, puts where there is no value.
const NOTHING: [&str; 5] = ["", "~", "null", "Null", "NULL"];
/// What programs write for a number that they could not compute.
const NO_NUMBER: [&str; 8] = [".nan", ".NaN", ".NAN", "NaN", "nan", ".inf", ".Inf", "-.inf"];

/// Why composing stopped.
pub(super) enum Stop {
    /// A mistake of syntax.
    Syntax(ScanError),
    /// Parts inside parts beyond measure.
    Deep(Span),
    /// More parts than any plan has.
    Many(Span),
}

/// What a text is composed into.
pub(super) struct Composed {
    /// The value of the whole text.
    pub(super) root: Option<Node>,
    /// What was found on the way.
    pub(super) diagnostics: Vec<Diagnostic>,
}

struct Composer<'a> {
    text: &'a Cured<'a>,
    bad: &'a dyn Fn(char) -> bool,
    parser: Parser<'a, Sentences<'a>>,
    diagnostics: Vec<Diagnostic>,
    nodes: usize,
}

/// Composes the events of the parser into nodes.
pub(super) fn compose(text: &Cured<'_>, bad: &dyn Fn(char) -> bool) -> Result<Composed, Stop> {
    let mut composer =
        Composer { text, bad, parser: Parser::new(Sentences::new(&text.text)), diagnostics: Vec::new(), nodes: 0 };
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
        if depth > syntax::DEEPEST {
            return Err(Stop::Deep(self.span(range)));
        }
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(Stop::Many(self.span(range)));
        }
        if event.tag().is_some() || event.anchor_id().is_some_and(|id| id > 0) || event.is_alias() {
            let sign = self.sign_before(range.start);
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
                let plain = style == ScalarStyle::Plain;
                let value = if plain && NOTHING.contains(&text.as_ref()) {
                    self.blank(&range)
                } else {
                    if plain && NO_NUMBER.contains(&text.as_ref()) {
                        self.no_number(&text, &range);
                    }
                    // The file's text is composed; only what a backslash writes may not be.
                    let escaped = style == ScalarStyle::DoubleQuoted && self.text.text[range.clone()].contains('\\');
                    Value::Text(if escaped { crate::vietnamese::compose(&text) } else { text.into_owned() })
                };
                (value, range.end)
            }
            Event::SequenceStart(..) => {
                let (items, end) = self.list(range, depth)?;
                (Value::List(items), end)
            }
            Event::MappingStart(..) => {
                let (entries, end) = self.map(range, depth)?;
                (Value::Map(entries), end)
            }
            // What an alias stands for is not looked up; its name keeps it from being called blank besides.
            _ => (Value::Text(self.text.text[range.clone()].trim_start_matches('*').to_owned()), range.end),
        };
        Ok(Node { span: self.span(start..end.max(start)), value })
    }

    /// Where the anchor or tag of a value stands, on the same line and not far before it.
    fn sign_before(&self, at: usize) -> usize {
        let near = &self.text.text.as_bytes()[at.saturating_sub(LONGEST_SIGN)..at];
        let mut back = near.iter().rev().take_while(|byte| **byte != b'\n');
        back.position(|byte| matches!(byte, b'!' | b'&')).map_or(at, |back| at - back - 1)
    }

    fn list(&mut self, range: Range<usize>, depth: usize) -> Result<(Vec<Node>, usize), Stop> {
        let mut items: Vec<Node> = Vec::new();
        let mut bracket = None;
        while let Some((event, at)) = self.next()? {
            if event == Event::SequenceEnd {
                bracket = (!at.is_empty()).then_some(at.end);
                break;
            }
            let item = self.node(event, at, depth + 1)?;
            if let Some(last) = items.last() {
                self.check_comma(&last.span.range, &item.span.range);
            }
            items.push(item);
        }
        let end = bracket.or_else(|| items.last().map(|node| node.span.range.end));
        Ok((items, end.unwrap_or(range.end)))
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

    /// A word that other programs write for what they could not compute.
    fn no_number(&mut self, text: &str, range: &Range<usize>) {
        let span = self.span(range.clone());
        self.diagnostics.push(
            Diagnostic::error(
                Code::NoNumber,
                span,
                format!("«{text}» được in như chữ; có phải ô này không có giá trị?"),
            )
            .as_warning()
            .help("không có giá trị thì viết ~; đúng là chữ thì đặt trong dấu nháy kép"),
        );
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
        let sign = rest.trim_start_matches([' ', '\t']);
        let is_comment = sign.strip_prefix('#').is_some_and(|comment| comment.starts_with(char::is_alphanumeric));
        if range.is_empty() || !is_comment {
            return;
        }
        let start = range.end + rest.len() - sign.len();
        self.comment(start..start + line_length(sign));
    }

    /// Nothing, unless a `#` has made a comment of the sentence that was to be the value.
    fn blank(&mut self, range: &Range<usize>) -> Value {
        let text = &self.text.text;
        let at = range.start.min(text.len());
        // The parser puts it behind the comment, at the end of the line.
        if !range.is_empty() || !text[at..].trim_start_matches(' ').starts_with('\n') && at < text.len() {
            return Value::Blank;
        }
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let line = &text[start..at];
        let Some(sign) = line.find(" #").map(|at| at + 1) else { return Value::Blank };
        let lone = line[..sign].trim_end().ends_with(['-', ':']);
        if !lone || !line[sign + 1..].starts_with(char::is_alphanumeric) {
            return Value::Blank;
        }
        let range = start + sign..at;
        let sentence = text[range.clone()].to_owned();
        self.comment(range);
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
        if !self.text.text[range.clone()].contains('\\') {
            return;
        }
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

/// The length of the first line of a text.
fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}
