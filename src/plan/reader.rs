//! Reads values out of nodes by the table of keys, and says of each mistake what to write instead.

use super::date::{Date, Period};
use super::number::{Decimal, Money};
use super::schema::{Field, Kind, Need, Registry as RegistryKind, Shape};
use super::yaml::syntax::{BULLETS, shortened};
use super::yaml::{Entry, Node, Value};
use super::{Id, IdOrText, MountKind, Registry, Status, Text};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::{emphasis, vietnamese};

/// Unknown keys of a mapping for which the right one is sought; nobody reads more.
const MOST_SUGGESTIONS: usize = 50;

/// The ids that a plan may use, by registry.
#[derive(Debug, Default)]
pub(super) struct Ids(pub(super) Vec<(RegistryKind, String)>);

impl Ids {
    fn of(&self, registry: RegistryKind) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| *known == registry).map(|(_, id)| id.as_str())
    }
}

/// Reads nodes and collects what is wrong with them.
pub(super) struct Reader {
    pub(super) ids: Ids,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Whether the plan is read as a draft or for issue.
    pub(super) status: Status,
    /// Which data the body prints, and where it says so.
    pub(super) mounted: Vec<(MountKind, Span)>,
}

/// The keys of a mapping, checked against a shape.
#[derive(Clone, Copy)]
pub(super) struct Fields<'n> {
    entries: &'n [Entry],
    /// Where the mapping stands.
    pub(super) node: &'n Node,
}

impl<'n> Fields<'n> {
    /// The value of a key; `None` if the key is not there or blank.
    pub(super) fn get(&self, field: &Field) -> Option<&'n Node> {
        self.entries
            .iter()
            .find(|entry| entry.key == field.key)
            .map(|entry| &entry.node)
            .filter(|node| node.value != Value::Blank)
    }

    /// The values of some keys, in the order of the file.
    pub(super) fn in_order<'f>(
        &self,
        fields: &'f [(&'static Field, &'static str)],
    ) -> impl Iterator<Item = (&'f (&'static Field, &'static str), &'n Node)> + use<'f, 'n> {
        let entries = self.entries;
        entries.iter().filter(|entry| entry.node.value != Value::Blank).filter_map(move |entry| {
            fields.iter().find(|(field, _)| field.key == entry.key).map(|found| (found, &entry.node))
        })
    }

    /// Where a key stands.
    pub(super) fn key_span(&self, field: &Field) -> Option<&'n Span> {
        self.entries.iter().find(|entry| entry.key == field.key).map(|entry| &entry.key_span)
    }
}

impl Reader {
    pub(super) fn new() -> Self {
        Self { ids: Ids::default(), diagnostics: Vec::new(), status: Status::Draft, mounted: Vec::new() }
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// A mapping with the keys of a shape: unknown and missing keys are reported.
    pub(super) fn group<'n>(&mut self, node: &'n Node, shape: &'static Shape, field: &Field) -> Option<Fields<'n>> {
        let Value::Map(entries) = &node.value else {
            self.wrong_type(node, Kind::Group(shape), field);
            return None;
        };
        Some(self.fields(node, entries, shape))
    }

    /// The mapping of a whole file.
    pub(super) fn root<'n>(&mut self, node: &'n Node, shape: &'static Shape) -> Option<Fields<'n>> {
        let Value::Map(entries) = &node.value else {
            self.report(
                Diagnostic::error(
                    Code::WrongType,
                    node.span.clone(),
                    format!("{} phải gồm các khóa, nhưng tệp này là {}", shape.title, found(&node.value)),
                )
                .help(format!(
                    "mỗi dòng ngoài cùng viết khóa, dấu hai chấm, dấu cách, giá trị; ví dụ {}",
                    example(shape)
                )),
            );
            return None;
        };
        Some(self.fields(node, entries, shape))
    }

    fn fields<'n>(&mut self, node: &'n Node, entries: &'n [Entry], shape: &'static Shape) -> Fields<'n> {
        // A mistyped key is one mistake: the right one is not reported as missing besides.
        let mut meant: Vec<&str> = Vec::new();
        let unknown = entries.iter().filter(|entry| !shape.fields.iter().any(|field| field.key == entry.key));
        for (index, entry) in unknown.enumerate() {
            meant.extend(self.unknown_key(entry, shape, index));
        }
        let fields = Fields { entries, node };
        for field in shape.fields.iter().filter(|field| field.need == Need::Required) {
            if fields.get(field).is_none() && !meant.contains(&field.key) {
                let (place, message) = match fields.key_span(field) {
                    Some(key) => (key.clone(), format!("khóa «{}» còn trống", field.key)),
                    None => (first_line(&node.span), format!("{} thiếu khóa «{}»", shape.title, field.key)),
                };
                self.report(
                    Diagnostic::error(Code::MissingKey, place, message)
                        .help(format!("thêm {}: {} ({})", field.key, field.example, field.title)),
                );
            }
        }
        fields
    }

    /// Reports a key that a shape does not have; the key that was meant, if that is plain.
    fn unknown_key(&mut self, entry: &Entry, shape: &'static Shape, index: usize) -> Option<&'static str> {
        let keys = || shape.fields.iter().map(|field| field.key);
        let by_title = || {
            vietnamese::nearest(&entry.key, shape.fields.iter().map(|field| field.title))
                .and_then(|title| shape.fields.iter().find(|field| field.title == title).map(|field| field.key))
        };
        let mut meant = None;
        let help = if index >= MOST_SUGGESTIONS {
            "xóa khóa này, hoặc sửa như các khóa trên".to_owned()
        } else if is_cut_by_comma(entry) {
            "trong ngoặc { } dấu phẩy ngăn các khóa; đặt cả giá trị có dấu phẩy trong dấu nháy kép".to_owned()
        } else if entry.key.contains(' ') && entry.key.chars().count() > 24 {
            "dấu hai chấm biến đầu câu này thành khóa; đặt cả câu trong dấu nháy kép".to_owned()
        } else if let Some(near) = vietnamese::nearest(&entry.key, keys()).or_else(by_title) {
            meant = Some(near);
            vietnamese::question(near)
        } else {
            format!("{} có các khóa: {}", shape.title, keys().collect::<Vec<_>>().join(", "))
        };
        let message = format!("khóa lạ «{}»", entry.key);
        self.report(Diagnostic::error(Code::UnknownKey, entry.key_span.clone(), message).help(help));
        meant
    }

    pub(super) fn wrong_type(&mut self, node: &Node, wanted: Kind, field: &Field) {
        let message = format!("«{}» cần {}, nhưng ở đây là {}", field.key, wanted.term(), found(&node.value));
        let sentence = match &node.value {
            Value::Map(entries) => entries.first().filter(|entry| entry.key.contains(' ')),
            Value::Blank | Value::Text(_) | Value::List(_) => None,
        };
        let diagnostic = match (sentence, wanted) {
            (Some(entry), Kind::Text | Kind::IdOrText(_)) => colon_in_sentence(entry),
            (_, Kind::List(_)) if item_sign(&node.value).is_some() => {
                let words = item_sign(&node.value).map(shortened).unwrap_or_default();
                Diagnostic::error(Code::WrongType, first_line(&node.span), "dấu gạch đầu dòng viết chưa đúng")
                    .help(format!("viết dấu gạch ngắn rồi một dấu cách: - {words}"))
            }
            (_, Kind::List(_)) => Diagnostic::error(Code::WrongType, first_line(&node.span), message).help(format!(
                "viết {}: xuống dòng, mỗi phần một dòng mở đầu bằng dấu gạch ngắn và dấu cách «- »",
                field.key
            )),
            (_, Kind::Group(_)) if key_without_space(&node.value).is_some() => {
                let (key, value) = key_without_space(&node.value).unwrap_or_default();
                Diagnostic::error(Code::WrongType, first_line(&node.span), "thiếu dấu cách sau dấu hai chấm")
                    .help(format!("viết: {key}: {value}"))
            }
            _ => Diagnostic::error(Code::WrongType, first_line(&node.span), message)
                .help(format!("ví dụ {}: {}", field.key, field.example)),
        };
        self.report(diagnostic);
    }

    /// Warns of a figure that the source of a plan states and that the plan's own figures do not give.
    pub(super) fn stated_differs(&mut self, place: Span, stated: &str, computed: &str) {
        self.report(
            Diagnostic::error(Code::WrongSum, place, format!("ghi {stated}, tính được {computed}"))
                .as_warning()
                .help("sửa số liệu, hoặc bỏ số ghi để in số tính được"),
        );
    }

    /// The letters of a scalar.
    fn scalar<'n>(&mut self, node: &'n Node, wanted: Kind, field: &Field) -> Option<&'n str> {
        if let Value::Text(text) = &node.value {
            return Some(text);
        }
        self.wrong_type(node, wanted, field);
        None
    }

    fn bad_value(&mut self, node: &Node, field: &Field, text: &str, advice: String) {
        let shown = shortened(text);
        self.report(
            Diagnostic::error(
                Code::BadValue,
                node.span.clone(),
                format!("«{}» không nhận giá trị «{shown}»", field.key),
            )
            .help(advice),
        );
    }

    /// Words.
    pub(super) fn text(&mut self, node: &Node, field: &Field) -> Option<Text> {
        let raw = self.scalar(node, Kind::Text, field)?;
        let lines: Vec<_> = raw
            .trim()
            .split('\n')
            .map(|line| line.split([' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
            .collect();
        let words = emphasis::mark(&lines.join("\n"));
        if words.is_empty() {
            self.report(
                Diagnostic::error(Code::BadValue, node.span.clone(), format!("«{}» không có chữ nào", field.key))
                    .help(format!("viết nội dung, ví dụ {}: {}; hoặc xóa khóa", field.key, field.example)),
            );
            return None;
        }
        Some(Text { words, span: node.span.clone() })
    }

    fn parsed<T>(&mut self, node: &Node, field: &Field, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let text = self.scalar(node, field.kind, field)?;
        match parse(text) {
            Ok(value) => Some(value),
            Err(advice) => {
                self.bad_value(node, field, text, advice);
                None
            }
        }
    }

    /// A number.
    pub(super) fn number(&mut self, node: &Node, field: &Field) -> Option<Decimal> {
        self.parsed(node, field, Decimal::parse)
    }

    /// An amount of money.
    pub(super) fn money(&mut self, node: &Node, field: &Field) -> Option<Money> {
        self.parsed(node, field, Money::parse)
    }

    /// A date whose day or month may be blank.
    pub(super) fn partial_date(&mut self, node: &Node, field: &Field) -> Option<Date> {
        self.parsed(node, field, Date::parse)
    }

    /// A date in full.
    pub(super) fn date(&mut self, node: &Node, field: &Field) -> Option<Date> {
        self.parsed(node, field, |text| {
            Date::parse(text).and_then(|date| {
                if date.is_complete() {
                    Ok(date)
                } else {
                    Err("viết đủ ngày/tháng/năm, ví dụ 26/02/2024".to_owned())
                }
            })
        })
    }

    /// A year or a span of years.
    pub(super) fn period(&mut self, node: &Node, field: &Field) -> Option<Period> {
        self.parsed(node, field, Period::parse)
    }

    /// One of the words that a key allows.
    pub(super) fn choice(&mut self, node: &Node, field: &Field) -> Option<(&'static str, &'static str)> {
        let Kind::Choice(options) = field.kind else { return None };
        self.choice_of(node, options, field)
    }

    /// One of some words.
    pub(super) fn choice_of(
        &mut self,
        node: &Node,
        options: &'static [(&'static str, &'static str)],
        field: &Field,
    ) -> Option<(&'static str, &'static str)> {
        let text = self.scalar(node, field.kind, field)?.trim();
        if let Some(option) = options.iter().find(|(word, _)| *word == text) {
            return Some(*option);
        }
        let words = || options.iter().map(|(word, _)| *word);
        let all = words().collect::<Vec<_>>().join(", ");
        let near = vietnamese::did_you_mean(text, words()).map(|question| format!("{question} ")).unwrap_or_default();
        let advice = format!("{near}các từ cho phép: {all}");
        self.bad_value(node, field, text, advice);
        None
    }

    /// An id that must be declared.
    pub(super) fn id(&mut self, node: &Node, registry: RegistryKind, field: &Field) -> Option<Id> {
        let text = self.scalar(node, Kind::Id(registry), field)?.trim();
        if self.ids.of(registry).any(|id| id == text) {
            return Some(Id { name: text.to_owned(), span: node.span.clone() });
        }
        let shown: String = text.chars().take(60).collect();
        let help = vietnamese::did_you_mean(text, self.ids.of(registry))
            .unwrap_or_else(|| format!("khai báo mã này dưới {}", registry.place()));
        self.report(
            Diagnostic::error(
                Code::UnknownId,
                node.span.clone(),
                format!("chưa khai báo {} nào có mã «{shown}»", registry.term()),
            )
            .help(help),
        );
        None
    }

    /// One id or a list of ids.
    pub(super) fn ids(&mut self, node: &Node, registry: RegistryKind, field: &Field) -> Vec<Id> {
        match &node.value {
            Value::List(items) => items.iter().filter_map(|item| self.id(item, registry, field)).collect(),
            Value::Blank | Value::Text(_) | Value::Map(_) => self.id(node, registry, field).into_iter().collect(),
        }
    }

    /// An id, or words if there is a space in them.
    pub(super) fn id_or_text(&mut self, node: &Node, registry: RegistryKind, field: &Field) -> Option<IdOrText> {
        let text = self.scalar(node, Kind::IdOrText(registry), field)?.trim();
        if text.contains([' ', '\n']) {
            self.text(node, field).map(IdOrText::Text)
        } else {
            self.id(node, registry, field).map(IdOrText::Id)
        }
    }

    /// Words or a list of words.
    pub(super) fn texts(&mut self, node: &Node, field: &Field) -> Vec<Text> {
        match &node.value {
            Value::List(items) => items.iter().filter_map(|item| self.text(item, field)).collect(),
            Value::Blank | Value::Text(_) | Value::Map(_) => self.text(node, field).into_iter().collect(),
        }
    }

    /// Each item of a list.
    pub(super) fn list<'n, T>(
        &mut self,
        node: &'n Node,
        field: &Field,
        mut read: impl FnMut(&mut Self, &'n Node) -> Option<T>,
    ) -> Vec<T> {
        let Value::List(items) = &node.value else {
            self.wrong_type(node, field.kind, field);
            return Vec::new();
        };
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            if item.value == Value::Blank {
                self.report(
                    Diagnostic::error(
                        Code::BadValue,
                        item.span.clone(),
                        format!("một dòng của «{}» còn trống", field.key),
                    )
                    .help("viết nội dung sau dấu gạch, hoặc xóa dòng"),
                );
                continue;
            }
            values.extend(read(self, item));
        }
        values
    }

    /// Each entry of a mapping from ids.
    pub(super) fn dict<'n, T>(
        &mut self,
        node: &'n Node,
        field: &Field,
        mut read: impl FnMut(&mut Self, &'n Node) -> Option<T>,
    ) -> Registry<T> {
        let Value::Map(entries) = &node.value else {
            self.wrong_type(node, field.kind, field);
            return Registry::default();
        };
        let mut registry = Registry::default();
        for entry in entries {
            if entry.key.is_empty() || entry.key.contains(char::is_whitespace) {
                self.report(
                    Diagnostic::error(
                        Code::BadValue,
                        entry.key_span.clone(),
                        format!("mã «{}» không được có dấu cách", entry.key),
                    )
                    .help("viết mã liền, không dấu, nối bằng dấu gạch dưới: ho_ngheo"),
                );
            }
            if entry.node.value == Value::Blank {
                let message = format!("mã «{}» của «{}» còn trống", entry.key, field.key);
                self.report(
                    Diagnostic::error(Code::WrongType, entry.key_span.clone(), message)
                        .help(format!("viết các khóa của {} này ở dưới, hoặc xóa mã", field.title.to_lowercase())),
                );
                continue;
            }
            if let Some(value) = read(self, &entry.node) {
                registry.push(Id { name: entry.key.clone(), span: entry.key_span.clone() }, value);
            }
        }
        registry
    }

    /// Each entry of a mapping from ids, if the key is there.
    pub(super) fn entities<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        field: &Field,
        read: impl FnMut(&mut Self, &'n Node) -> Option<T>,
    ) -> Registry<T> {
        fields.get(field).map(|node| self.dict(node, field, read)).unwrap_or_default()
    }

    /// The words of a key, if it is there.
    pub(super) fn opt_text(&mut self, fields: &Fields<'_>, field: &Field) -> Option<Text> {
        fields.get(field).and_then(|node| self.text(node, field))
    }

    /// The words of a key, or a list of them; none if it is not there.
    pub(super) fn opt_texts(&mut self, fields: &Fields<'_>, field: &Field) -> Vec<Text> {
        fields.get(field).map(|node| self.texts(node, field)).unwrap_or_default()
    }

    /// The number of a key, if it is there.
    pub(super) fn opt_number(&mut self, fields: &Fields<'_>, field: &Field) -> Option<Decimal> {
        fields.get(field).and_then(|node| self.number(node, field))
    }

    /// The amount of money of a key, if it is there.
    pub(super) fn opt_money(&mut self, fields: &Fields<'_>, field: &Field) -> Option<Money> {
        fields.get(field).and_then(|node| self.money(node, field))
    }

    /// The date in full of a key, if it is there.
    pub(super) fn opt_date(&mut self, fields: &Fields<'_>, field: &Field) -> Option<Date> {
        fields.get(field).and_then(|node| self.date(node, field))
    }

    /// The period of a key, if it is there.
    pub(super) fn opt_period(&mut self, fields: &Fields<'_>, field: &Field) -> Option<Period> {
        fields.get(field).and_then(|node| self.period(node, field))
    }

    /// The word of a key and its meaning, if it is there.
    pub(super) fn opt_choice(&mut self, fields: &Fields<'_>, field: &Field) -> Option<(&'static str, &'static str)> {
        fields.get(field).and_then(|node| self.choice(node, field))
    }

    /// The id of a key, if it is there.
    pub(super) fn opt_id(&mut self, fields: &Fields<'_>, field: &Field, registry: RegistryKind) -> Option<Id> {
        fields.get(field).and_then(|node| self.id(node, registry, field))
    }

    /// The ids of a key; none if it is not there.
    pub(super) fn opt_ids(&mut self, fields: &Fields<'_>, field: &Field, registry: RegistryKind) -> Vec<Id> {
        fields.get(field).map(|node| self.ids(node, registry, field)).unwrap_or_default()
    }

    /// The id of a key, or words in its place, if it is there.
    pub(super) fn opt_id_or_text(
        &mut self,
        fields: &Fields<'_>,
        field: &Field,
        registry: RegistryKind,
    ) -> Option<IdOrText> {
        fields.get(field).and_then(|node| self.id_or_text(node, registry, field))
    }

    /// The date of a key, day or month perhaps blank, if it is there.
    pub(super) fn opt_partial_date(&mut self, fields: &Fields<'_>, field: &Field) -> Option<Date> {
        fields.get(field).and_then(|node| self.partial_date(node, field))
    }

    /// Whether a key says `co`.
    pub(super) fn says_yes(&mut self, fields: &Fields<'_>, field: &Field) -> bool {
        matches!(self.opt_choice(fields, field), Some(("co", _)))
    }

    /// Each item of the list of a key; none if it is not there.
    pub(super) fn opt_list<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        field: &Field,
        read: impl FnMut(&mut Self, &'n Node) -> Option<T>,
    ) -> Vec<T> {
        fields.get(field).map(|node| self.list(node, field, read)).unwrap_or_default()
    }
}

/// Whether a key is the rest of a value that a comma has cut off: `{gia_tri: 0,82}`.
fn is_cut_by_comma(entry: &Entry) -> bool {
    let text = &entry.key_span.file.text;
    let before = text[..entry.key_span.range.start].trim_end();
    let after = text[entry.key_span.range.end..].trim_start();
    entry.node.value == Value::Blank && before.ends_with(',') && !after.starts_with(':')
}

/// The finding for a sentence whose beginning a colon has made a key.
pub(super) fn colon_in_sentence(entry: &Entry) -> Diagnostic {
    let text = &entry.key_span.file.text;
    let sentence = &text[entry.key_span.range.start..entry.node.span.range.end.max(entry.key_span.range.end)];
    let sentence = if entry.node.value == Value::Blank { format!("{sentence}:") } else { sentence.to_owned() };
    let help = if sentence.starts_with(['“', '”', '‘', '«']) {
        "dấu nháy cong không bao được câu; đặt cả câu trong dấu nháy kép thẳng: \"…\"".to_owned()
    } else {
        format!("đặt cả câu trong dấu nháy kép: \"{}\"", shortened(&sentence))
    };
    Diagnostic::error(Code::Colon, entry.key_span.clone(), "dấu hai chấm giữa câu").help(help)
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

/// The first key that must be there, or may, as a clerk would write it.
fn example(shape: &Shape) -> String {
    let required = shape.fields.iter().find(|field| field.need == Need::Required);
    let field = required.or(shape.fields.first());
    field.map(|field| format!("{}: {}", field.key, field.example)).unwrap_or_default()
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

/// The first line of a place.
pub(super) fn first_line(span: &Span) -> Span {
    let end = span.text().find('\n').map_or(span.range.end, |at| span.range.start + at);
    Span::new(&span.file, span.range.start..end)
}
