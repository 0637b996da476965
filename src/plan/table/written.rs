//! What a row holds as it was written: its meaning depends on the columns of its table.

use crate::schema::{Key, Kind, Many, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::value::Text;
use crate::yaml::{Node, Value};

/// A number by hand, or none at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Ordinal(pub Option<Text>);

impl Read for Ordinal {
    fn kind() -> Kind {
        Kind::Text
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Text(text) if text.trim().is_empty() => Some(Self(None)),
            Value::Blank | Value::Text(_) | Value::List(_) | Value::Map(_) => {
                reader.text(node, key).map(|text| Self(Some(text)))
            }
        }
    }
}

impl Walk for Ordinal {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.walk(visitor);
    }
}

/// Cells as they are written.
#[derive(Debug, Clone)]
pub struct Written(pub(super) Node);

impl PartialEq for Written {
    fn eq(&self, other: &Self) -> bool {
        self.0.value == other.0.value
    }
}

impl Read for Written {
    fn kind() -> Kind {
        let cell = || Kind::Blank(Box::new(<Many<Text>>::kind()));
        cell().list().or(Kind::Dict(Box::new(cell())))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::List(_) | Value::Map(_) => Some(Self(node.clone())),
            Value::Blank | Value::Text(_) => {
                reader.wrong_type(node, &Self::kind(), key);
                None
            }
        }
    }
}

impl Walk for Written {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

/// How many rows a cell goes over.
#[derive(Debug, Clone, Copy)]
pub(super) enum RowCount {
    /// So many, its own among them.
    Some(usize),
    /// Its own and all those inside it.
    All,
}

/// The word for all rows inside a row.
const ALL: &[(&str, &str)] = &[("ca_nhom", "dòng này và mọi dòng bên trong")];

impl Read for RowCount {
    fn kind() -> Kind {
        Kind::Whole(1, 5_000).or(Kind::Choice(ALL))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let advice = || "viết số dòng từ 1 đến 5.000, hoặc ca_nhom".to_owned();
        let read = reader.scalar(node, &Self::kind(), key).map(|text| match text.trim() {
            "ca_nhom" => Ok(Self::All),
            text => text.parse().ok().filter(|rows| (1..=5_000).contains(rows)).map(Self::Some).ok_or_else(advice),
        })?;
        read.map_err(|advice| reader.bad_value(node, key, advice)).ok()
    }
}

/// Over how many rows cells go, by the ids of their columns, as it is written.
#[derive(Debug, Clone)]
pub struct WrittenSpans(pub(super) Node);

impl PartialEq for WrittenSpans {
    fn eq(&self, other: &Self) -> bool {
        self.0.value == other.0.value
    }
}

impl Read for WrittenSpans {
    fn kind() -> Kind {
        Kind::Dict(Box::new(RowCount::kind()))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return Some(Self(node.clone()));
        }
        reader.wrong_type(node, &Self::kind(), key);
        None
    }
}

impl Walk for WrittenSpans {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Mean for Ordinal {
    fn mean(&self) -> Meaning {
        self.0.as_ref().map_or_else(|| Meaning::Words(String::new()), Mean::mean)
    }
}

// What a row holds is told by the row, which knows the columns.
impl Mean for Written {
    fn mean(&self) -> Meaning {
        Meaning::Nothing
    }
}

impl Mean for WrittenSpans {
    fn mean(&self) -> Meaning {
        Meaning::Nothing
    }
}
