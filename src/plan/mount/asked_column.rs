//! A column of a generated table, as a clerk asks for it.

use crate::diagnostic::{Code, Diagnostic};
use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::value::{MoneyUnit, Name, Text};
use crate::yaml::{Entry, Node, Value};

/// A column that a clerk asks for: its word, perhaps with a title of his own.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedColumn {
    /// Its word.
    pub key: Name,
    /// Its title.
    pub title: Option<Text>,
}

impl Read for AskedColumn {
    fn kind() -> Kind {
        Kind::Name.or(Kind::Dict(Box::new(Kind::Text)))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            return reader.name(node, key).map(|key| Self { key, title: None });
        };
        let [entry] = entries.as_slice() else {
            let help =
                "mỗi cột một dòng: - mã cột, hoặc - mã cột: \"tiêu đề\"; tiêu đề có dấu phẩy đặt trong dấu nháy kép";
            let message = format!("một cột của «{}» chỉ có một mã và một tiêu đề", key.key);
            reader.report(Diagnostic::error(Code::BadValue, node.span.first_line(), message).help(help));
            // The first is a column all the same.
            return entries.first().map(|entry| Self::of(entry, None));
        };
        let title = Some(&entry.node).filter(|node| node.value != Value::Blank);
        let title = title.map(|node| reader.text(node, key));
        // A title that is not taken has been reported.
        (title != Some(None)).then(|| Self::of(entry, title.flatten()))
    }
}

impl AskedColumn {
    /// The unit of money that its title names.
    pub fn named_unit(&self) -> Option<MoneyUnit> {
        self.title.as_ref().and_then(|title| MoneyUnit::named_in(&title.letters()))
    }

    fn of(entry: &Entry, title: Option<Text>) -> Self {
        Self { key: Name { words: entry.key.clone(), span: entry.key_span.clone() }, title }
    }
}

impl Walk for AskedColumn {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.title.walk(visitor);
    }
}

impl Mean for AskedColumn {
    fn mean(&self) -> Meaning {
        match &self.title {
            None => self.key.mean(),
            Some(title) => Meaning::list([self.key.stated(), title.stated()]),
        }
    }
}
