//! Who leads something, and which part of it.

use super::body::Body;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::{Key, Kind, Many, Mean, Meaning, Read, Reader, Slot, Visitor, Walk};
use crate::value::{IdOrText, Text};
use crate::yaml::{Entry, Node, Value};

/// A body that leads a part of something.
#[derive(Debug, Clone, PartialEq)]
pub struct Lead {
    /// Who.
    pub body: IdOrText<Body>,
    /// Which part.
    pub role: Option<Text>,
}

impl Read for Lead {
    fn kind() -> Kind {
        <IdOrText<Body>>::kind().or(Kind::Pairs(Box::new(Kind::Text)))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Map(entries) => match entries.as_slice() {
                [entry] => with_role(entry, key, reader),
                _ => several(node, key, reader),
            },
            Value::List(_) => several(node, key, reader),
            Value::Blank | Value::Text(_) => IdOrText::read(node, key, reader).map(|body| Self { body, role: None }),
        }
    }
}

/// Reports several bodies where only one leads.
fn several(node: &Node, key: &Key, reader: &mut Reader) -> Option<Lead> {
    let message = format!("«{}» chỉ nhận một cơ quan", key.key);
    let help = "giữ một cơ quan, các cơ quan còn lại viết ở khóa dong_chu_tri";
    reader.report(Diagnostic::error(Code::BadValue, node.span.first_line(), message).help(help));
    None
}

/// A body as a key, with its part as the value.
fn with_role(entry: &Entry, key: &Key, reader: &mut Reader) -> Option<Lead> {
    let name = Node { span: entry.key_span.clone(), value: Value::Text(entry.key.clone()) };
    let body = IdOrText::read(&name, key, reader);
    let role = Some(&entry.node).filter(|node| node.value != Value::Blank);
    let role = role.and_then(|node| reader.text(node, key));
    body.map(|body| Lead { body, role })
}

impl Walk for Lead {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.body.walk(visitor);
        self.role.walk(visitor);
    }
}

/// Bodies that lead a part each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CoLeads(pub Vec<Lead>);

impl Read for CoLeads {
    fn kind() -> Kind {
        <Many<Lead>>::kind()
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let Value::Map(entries) = &node.value else { return Many::read(node, key, reader).map(|leads| Self(leads.0)) };
        Some(Self(entries.iter().filter_map(|entry| with_role(entry, key, reader)).collect()))
    }
}

impl Slot for CoLeads {
    type Read = Self;

    fn from_read(value: Option<Self>) -> Self {
        value.unwrap_or_default()
    }
}

impl Walk for CoLeads {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.walk(visitor);
    }
}

impl Mean for Lead {
    fn mean(&self) -> Meaning {
        match &self.role {
            None => self.body.mean(),
            Some(role) => Meaning::list([self.body.stated(), role.stated()]),
        }
    }
}

impl Mean for CoLeads {
    fn mean(&self) -> Meaning {
        self.0.mean()
    }
}
