//! How mappings are read by their keys.

use super::field::{Fields, Record};
use super::kind::{Key, Kind, Need, Shape};
use super::mistake;
use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Entry, Node, Value};

impl Reader {
    /// A record at a key.
    pub fn record<T: Record>(&mut self, node: &Node, key: &Key) -> Option<T> {
        let fields = self.group(node, T::SHAPE, key)?;
        Some(T::from_fields(&fields, self))
    }

    /// A mapping with the keys of a shape: unknown and missing keys are reported.
    pub fn group<'n>(&mut self, node: &'n Node, shape: &'static Shape, key: &Key) -> Option<Fields<'n>> {
        let Value::Map(entries) = &node.value else {
            self.wrong_type(node, &Kind::Group(shape), key);
            return None;
        };
        Some(self.fields(node, entries, shape))
    }

    /// The record of a whole file; one without a key if the file has none.
    pub fn root<T: Record>(&mut self, node: &Node) -> T {
        let fields = if let Value::Map(entries) = &node.value {
            self.fields(node, entries, T::SHAPE)
        } else {
            self.report(mistake::no_mapping(node, T::SHAPE));
            Fields { entries: &[], node, shape: T::SHAPE, meant: Vec::new() }
        };
        T::from_fields(&fields, self)
    }

    fn fields<'n>(&mut self, node: &'n Node, entries: &'n [Entry], shape: &'static Shape) -> Fields<'n> {
        // A mistyped key is one mistake: the right one is not reported as missing besides.
        let mut meant = Vec::new();
        for entry in entries.iter().filter(|entry| shape.key(&entry.key).is_none()) {
            let (diagnostic, key) = mistake::unknown_key(entry, shape, self.unknown);
            self.unknown += 1;
            self.report(diagnostic);
            meant.extend(key);
        }
        let fields = Fields { entries, node, shape, meant };
        let is_needed = |key: &&&Key| match key.need {
            Need::Required => true,
            Need::Unless(other) => fields.key_span(other).is_none() && !fields.meant.contains(&other),
            Need::Optional => false,
        };
        for key in shape.keys.iter().filter(is_needed) {
            if fields.node_of(key.key).is_none() && !fields.meant.contains(&key.key) {
                let (place, message) = match fields.key_span(key.key) {
                    Some(span) => (span.clone(), format!("khóa «{}» còn trống", key.key)),
                    None => (node.span.first_line(), format!("{} thiếu khóa «{}»", shape.title, key.key)),
                };
                self.report(
                    Diagnostic::error(Code::MissingKey, place, message)
                        .help(format!("thêm {}: {} ({})", key.key, key.example, key.title)),
                );
            }
        }
        fields
    }
}
