//! The walk over the XML: what a tag may hold, and what is said where it holds something else.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use super::fault::Fault;
use crate::document::address::{self, Numbered};
use crate::vietnamese::did_you_mean;

/// Parts nested deeper than this are refused; far deeper than any numbering.
pub(super) const DEEPEST: usize = 24;

/// What is known while a document is read in the order in which it is printed.
#[derive(Default)]
pub(super) struct Walker {
    /// What is wrong so far.
    pub(super) faults: Vec<Fault>,
    /// The ids of the documents that have been cited so far.
    pub(super) cited: BTreeSet<String>,
    /// The ids of the documents whose short name has been defined so far.
    pub(super) defined: BTreeSet<String>,
    /// Whether the words that are read are a title, which defines no short name.
    pub(super) in_title: bool,
    /// The numbered parts around what is read, from the outermost in.
    pub(super) around: Vec<Numbered>,
    /// The number of the appendix that is read: `Phụ lục I`.
    pub(super) appendix: Option<String>,
    /// Tên loại, by which an appendix names the document.
    pub(super) document_type: String,
    /// Where the parts with ids stand, as far as they have been read.
    pub(super) addresses: BTreeMap<String, Address>,
    /// Where all of them stand, once the document has been read; the first reading does not know it yet.
    pub(super) known: Option<BTreeMap<String, Address>>,
    /// Whether some words name a part.
    pub(super) names_parts: bool,
}

/// Where a part with an id stands.
#[derive(Debug, Clone)]
pub(super) struct Address {
    /// Its name within the body or its appendix.
    name: String,
    /// The number of its appendix.
    appendix: Option<String>,
}

impl Walker {
    /// Notes a fault at a node.
    pub(super) fn fault(&mut self, node: Node<'_, '_>, message: impl Into<String>, help: impl Into<String>) {
        self.faults.push(Fault { malformed: false, message: message.into(), help: help.into(), range: node.range() });
    }

    /// The element children of a node; others than the allowed ones, and stray words, are faults.
    pub(super) fn children<'a, 'i>(&mut self, node: Node<'a, 'i>, allowed: &[&str]) -> Vec<Node<'a, 'i>> {
        let parent = node.tag_name().name();
        let mut children = Vec::new();
        for child in node.children() {
            if child.is_element() {
                let name = child.tag_name().name();
                if allowed.contains(&name) {
                    children.push(child);
                } else {
                    let help = did_you_mean(name, allowed.iter().copied())
                        .unwrap_or_else(|| format!("trong «{parent}» chỉ có: {}", allowed.join(", ")));
                    self.fault(child, format!("thẻ lạ «{name}» trong «{parent}»"), help);
                }
            } else if child.is_text() && !child.text().unwrap_or_default().trim_ascii().is_empty() {
                let help = if allowed.contains(&"p") {
                    "đặt chữ trong thẻ <p>…</p>".to_owned()
                } else {
                    format!("đặt chữ trong một trong các thẻ: {}", allowed.join(", "))
                };
                self.fault(child, format!("chữ nằm thẳng trong «{parent}»"), help);
            }
        }
        children
    }

    /// Attributes others than the allowed ones are faults.
    pub(super) fn attributes(&mut self, node: Node<'_, '_>, allowed: &[&str]) {
        for attribute in node.attributes() {
            let name = attribute.name();
            if !allowed.contains(&name) {
                let help = did_you_mean(name, allowed.iter().copied()).unwrap_or_else(|| {
                    if allowed.is_empty() {
                        "bỏ thuộc tính này".to_owned()
                    } else {
                        format!("thẻ này có: {}", allowed.join(", "))
                    }
                });
                self.fault(node, format!("thuộc tính lạ «{name}» ở thẻ «{}»", node.tag_name().name()), help);
            }
        }
    }

    /// Notes where the part stands that is the innermost of those around; a part with an id of another is a fault.
    pub(super) fn note_address(&mut self, node: Node<'_, '_>, id: &str) {
        let address = Address { name: address::name(&self.around), appendix: self.appendix.clone() };
        if self.addresses.insert(id.to_owned(), address).is_some() {
            self.fault(node, format!("hai mục mang mã «{id}»"), "đặt mã khác cho một mục");
        }
    }

    /// How a part is named from where the reading stands; nothing as long as its number is not known.
    pub(super) fn name_of(&mut self, node: Node<'_, '_>, id: &str) -> String {
        self.names_parts = true;
        let Some(known) = &self.known else { return String::new() };
        let Some(Address { name, appendix }) = known.get(id) else {
            self.fault(node, format!("không mục nào mang mã «{id}»"), "thêm ma=\"…\" vào thẻ muc của mục ấy");
            return String::new();
        };
        match (appendix, &self.appendix) {
            (None, None) => name.clone(),
            (None, Some(_)) => format!("{name} {}", self.document_type),
            (Some(own), Some(here)) if own == here => format!("{name} Phụ lục này"),
            (Some(own), _) => format!("{name} {own}"),
        }
    }

    /// A part that must be there.
    pub(super) fn required(&mut self, node: Node<'_, '_>, found: bool, child: &str) {
        if !found {
            let name = node.tag_name().name();
            self.fault(node, format!("thẻ «{name}» thiếu «{child}»"), format!("thêm <{child}>…</{child}>"));
        }
    }

    /// Parts that may not stand twice in a node: the second would not be printed.
    pub(super) fn once(&mut self, node: Node<'_, '_>, parts: &[&str]) {
        for part in parts {
            let of_the_name = |child: &Node<'_, '_>| child.is_element() && name(*child) == *part;
            if let Some(second) = node.children().filter(of_the_name).nth(1) {
                let message = format!("thẻ «{part}» viết hai lần trong «{}»", name(node));
                self.fault(second, message, "giữ lại một");
            }
        }
    }

    /// A whole number from 1 on in an attribute.
    pub(super) fn whole(&mut self, node: Node<'_, '_>, attribute: &str, most: u16) -> Option<u16> {
        let text = node.attribute(attribute)?;
        let number = text.parse().ok().filter(|number| (1..=most).contains(number));
        if number.is_none() {
            let message = format!("thuộc tính «{attribute}» là «{text}»");
            self.fault(node, message, format!("viết một số từ 1 đến {most}"));
        }
        number
    }
}

/// The name of a node's tag.
pub(super) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The first child of a name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.is_element() && name(*child) == wanted)
}
