//! How scalars are read: words, names, ids, choices, and whatever parses itself.

use super::kind::{Key, Kind, Shape};
use super::limit::Limit;
use super::mistake;
use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic, Fix};
use crate::source::Span;
use crate::value::id::is_id;
use crate::value::text::{self, Fault, Faulty};
use crate::value::{Filter, Home, Name, Text, Year};
use crate::vietnamese::{self, shortened};
use crate::yaml::{Entry, Node, Value};

impl Reader {
    /// The letters of a scalar.
    pub fn scalar<'n>(&mut self, node: &'n Node, wanted: &Kind, key: &Key) -> Option<&'n str> {
        if let Value::Text(text) = &node.value {
            return Some(text);
        }
        self.wrong_type(node, wanted, key);
        None
    }

    /// Reports a value that is not taken.
    pub fn bad_value(&mut self, node: &Node, key: &Key, advice: impl Into<String>) {
        let shown = match &node.value {
            Value::Text(text) => shortened(text),
            Value::Blank | Value::List(_) | Value::Map(_) => shortened(node.span.text()),
        };
        let message = format!("«{}» không nhận giá trị «{shown}»", key.key);
        self.report(Diagnostic::error(Code::BadValue, node.span.first_line(), message).help(advice));
    }

    /// A scalar that parses itself.
    pub fn parsed<T>(&mut self, node: &Node, key: &Key, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let text = self.scalar(node, &(key.kind)(), key)?;
        match parse(text) {
            Ok(value) => Some(value),
            Err(advice) => {
                self.bad_value(node, key, advice);
                None
            }
        }
    }

    /// Words.
    pub fn text(&mut self, node: &Node, key: &Key) -> Option<Text> {
        let raw = self.scalar(node, &Kind::Text, key)?;
        self.text_of(raw, &node.span, key)
    }

    fn text_of(&mut self, raw: &str, span: &Span, key: &Key) -> Option<Text> {
        let limit = Limit::of(key.room);
        if raw.len() > limit.most() {
            let letters = raw.chars().count();
            if letters > limit.most() {
                self.report(limit.exceeded(letters, span.first_line()));
                return None;
            }
        }
        let (mut text, faults) = text::parse(raw, span);
        text.room = key.room;
        let is_blank = text.parts.is_empty() && faults.is_empty();
        for faulty in faults {
            self.report(finding(faulty));
        }
        if is_blank {
            let message = format!("«{}» không có chữ nào", key.key);
            self.report(
                Diagnostic::error(Code::BadValue, span.clone(), message)
                    .help(format!("viết nội dung, ví dụ {}: {}; hoặc xóa khóa", key.key, key.example)),
            );
            return None;
        }
        Some(text).filter(|text| !text.parts.is_empty())
    }

    /// Words that are compared.
    pub fn name(&mut self, node: &Node, key: &Key) -> Option<Name> {
        let raw = self.scalar(node, &Kind::Name, key)?;
        let words = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.contains("{{") || words.is_empty() || words.len() > Limit::Line.most() {
            let advice = if words.contains("{{") {
                "ở đây không gọi được giá trị bằng {{ }}: viết thẳng tên".to_owned()
            } else {
                format!("viết một tên ngắn, ví dụ {}: {}", key.key, key.example)
            };
            self.bad_value(node, key, advice);
            return None;
        }
        Some(Name { words, span: node.span.clone() })
    }

    /// One of some words; its index among them.
    pub fn choice(&mut self, node: &Node, key: &Key, words: &'static [(&'static str, &'static str)]) -> Option<usize> {
        let text = self.scalar(node, &Kind::Choice(words), key)?.trim();
        let found = words.iter().position(|(word, _)| *word == text);
        if found.is_none() {
            let names = || words.iter().map(|(word, _)| *word);
            let all = names().collect::<Vec<_>>().join(", ");
            let near = vietnamese::nearest(text, names());
            let question = near.map(|near| format!("{} ", vietnamese::question(near))).unwrap_or_default();
            self.bad_value(node, key, format!("{question}các từ cho phép: {all}"));
            if let (Some(near), Some(last)) = (near, self.diagnostics.last_mut()) {
                last.fix = Some(Fix { span: node.span.clone(), with: near.to_owned() });
            }
        }
        found
    }

    /// An id; whether it is declared is not looked at.
    pub fn id(&mut self, node: &Node, key: &Key, home: &'static Home) -> Option<String> {
        let text = self.scalar(node, &Kind::Id(home), key)?.trim();
        if !is_id(text) {
            let advice = if text.contains("{{") {
                format!("ở đây viết mã của {}, không gọi giá trị bằng {{{{ }}}}", home.term)
            } else if text.contains(',') && text.split(',').all(|part| is_id(part.trim())) {
                format!("nhiều mã thì viết trong ngoặc vuông: [{}]", shortened(text))
            } else {
                format!("mã chỉ gồm chữ, số và dấu gạch dưới; {} được khai báo dưới {}", home.term, home.place)
            };
            self.bad_value(node, key, advice);
            return None;
        }
        Some(text.to_owned())
    }

    /// Whether words are a key of a shape and its value, with no space between; if so it is reported.
    pub fn has_glued_key(&mut self, node: &Node, shape: &Shape) -> bool {
        let found = mistake::glued_key_of(node, shape);
        let is_glued = found.is_some();
        found.into_iter().for_each(|found| self.report(found));
        is_glued
    }

    /// Reports an id that is none where it is declared.
    pub(super) fn check_id(&mut self, id: &str, span: &Span) {
        if !is_id(id) {
            let short = id.chars().all(|letter| letter.is_alphanumeric() || letter == '_') && !id.is_empty();
            let fault = if short { "quá dài" } else { "có ký tự khác chữ, số và dấu gạch dưới" };
            let message = format!("mã «{}» {fault}", shortened(id));
            self.report(
                Diagnostic::error(Code::BadValue, span.first_line(), message)
                    .help("viết mã liền, không dấu, nối bằng dấu gạch dưới: ho_ngheo"),
            );
        }
    }

    /// Warns of sentences in square brackets that a comma has cut: one begins with a small letter.
    pub(super) fn split_sentences(&mut self, list: &Node, items: &[Node]) {
        if !list.span.text().starts_with('[') {
            return;
        }
        let plain = |node: &Node| match &node.value {
            Value::Text(text) if !node.span.text().starts_with(['"', '\'']) => text.chars().next(),
            Value::Blank | Value::Text(_) | Value::List(_) | Value::Map(_) => None,
        };
        let mut before: Option<&Node> = None;
        for item in items {
            let begins = plain(item).is_some_and(char::is_lowercase);
            if let Some(first) = before.filter(|first| begins && plain(first).is_some_and(char::is_uppercase)) {
                let whole = format!("{}, {}", first.span.text(), item.span.text());
                self.report(
                    Diagnostic::error(Code::SplitSentence, item.span.clone(), "câu này có vẻ bị dấu phẩy tách làm đôi")
                        .as_warning()
                        .label(first.span.clone(), "phần đầu ở đây")
                        .help(format!("nếu là một câu thì đặt cả câu trong dấu nháy kép: \"{}\"; nếu là hai ý thì viết hoa chữ đầu", shortened(&whole))),
                );
            }
            before = Some(item);
        }
    }

    /// A key that is a year.
    pub(super) fn year_key(&mut self, entry: &Entry, key: &Key) -> Option<Year> {
        match Year::parse(&entry.key) {
            Ok(year) => Some(year),
            Err(advice) => {
                let message = format!("«{}» không nhận năm «{}»", key.key, shortened(&entry.key));
                self.report(Diagnostic::error(Code::BadValue, entry.key_span.clone(), message).help(advice));
                None
            }
        }
    }
}

/// What is wrong with a text, as a finding.
fn finding(faulty: Faulty) -> Diagnostic {
    let Faulty { fault, span } = faulty;
    let call = "trong câu gọi một giá trị bằng tên của nó: {{ kinh_phi.tong }}";
    match fault {
        Fault::Star(count) => {
            let message = if count == 1 {
                "dấu sao không khép, nên được in nguyên".to_owned()
            } else {
                format!("{count} dấu sao không khép, nên được in nguyên")
            };
            Diagnostic::error(Code::StrayStar, span, message).as_warning().help(
                "chữ nghiêng viết *chữ*, chữ đậm viết **chữ**, cả hai viết ***chữ***; không muốn in dấu sao thì xóa đi",
            )
        }
        Fault::Unclosed => Diagnostic::error(Code::BadBraces, span, "«{{» mở ra mà không có «}}» đóng lại")
            .help("thêm }} sau tên giá trị; muốn in chính hai dấu ngoặc thì viết {{ \"{{\" }}"),
        Fault::Unopened => Diagnostic::error(Code::BadBraces, span, "«}}» đóng lại mà không có «{{» mở ra")
            .help("thêm {{ trước tên giá trị, hoặc xóa }}"),
        Fault::Statement(sign) => {
            Diagnostic::error(Code::BadBraces, span, format!("«{sign}» không dùng được trong câu")).help(call)
        }
        Fault::NoName(what) => {
            let message = if what.is_empty() {
                "trong {{ }} không có tên giá trị nào".to_owned()
            } else {
                format!("«{}» không phải tên một giá trị", shortened(&what))
            };
            Diagnostic::error(Code::BadBraces, span, message).help(call)
        }
        Fault::Filter(name) => {
            let known: Vec<_> = Filter::ALL.iter().map(|(_, name)| *name).collect();
            let word = name.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default();
            let message = format!("bộ lọc «{}» không dùng được trong câu", shortened(&name));
            let near = vietnamese::did_you_mean(word, known.iter().copied()).map(|near| format!("{near} "));
            Diagnostic::error(Code::BadBraces, span, message).help(format!(
                "{}các bộ lọc: {}",
                near.unwrap_or_default(),
                known.join(", ")
            ))
        }
    }
}
