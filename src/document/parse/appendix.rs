//! Appendices (phụ lục).

use roxmltree::Node;

use super::blocks::numbered_blocks;
use super::header::signer;
use super::inline::title;
use super::walker::{Walker, name};
use crate::decree::{Choice, Component, MeasureId, TypeSet};
use crate::document::ending::close;
use crate::document::tree::{Appendix, Orientation, Paragraph, plain_text};

/// The measures that an appendix may choose, by their attributes.
const MEASURES: [(&str, MeasureId); 5] = [
    ("co-chu-bang", MeasureId::TableSize),
    ("le-tren", MeasureId::MarginTop),
    ("le-duoi", MeasureId::MarginBottom),
    ("le-trai", MeasureId::MarginLeft),
    ("le-phai", MeasureId::MarginRight),
];

/// Which way the pages of a part are turned.
pub(super) fn orientation(walker: &mut Walker, node: Node<'_, '_>) -> Orientation {
    match node.attribute("huong") {
        None | Some("doc") => Orientation::Portrait,
        Some("ngang") => Orientation::Landscape,
        Some(other) => {
            walker.fault(node, format!("hướng giấy «{other}»"), "viết doc hoặc ngang");
            Orientation::Portrait
        }
    }
}

/// An appendix: its head, then blocks under numbers of their own.
pub(super) fn appendix(walker: &mut Walker, node: Node<'_, '_>) -> Appendix {
    let orientation = orientation(walker, node);
    let type_set = match node.attribute("co-chu") {
        None => None,
        Some("13") => Some(TypeSet::Thirteen),
        Some("14") => Some(TypeSet::Fourteen),
        Some(other) => {
            walker.fault(node, format!("cỡ chữ «{other}»"), "viết 13 hoặc 14");
            None
        }
    };
    let mut choices = Vec::new();
    for (name, id) in MEASURES {
        let Some(text) = node.attribute(name) else { continue };
        match Choice::parse(id, text) {
            Some(choice) => choices.push(choice),
            None => walker.fault(node, format!("thuộc tính «{name}» là «{text}»"), "viết số và đơn vị, như 20 mm"),
        }
    }
    let mut head = Vec::new();
    for child in node.children().filter(Node::is_element) {
        let (component, heading) = match name(child) {
            "so" => (Component::AppendixNumber, Some(1)),
            "ten" => (Component::AppendixTitle, None),
            "kem-theo" => (Component::AppendixReference, None),
            _ => continue,
        };
        let words = title(walker, child);
        if component == Component::AppendixNumber {
            walker.appendix = Some(plain_text(&words));
        }
        head.push(Paragraph { heading, ..Paragraph::new(component, words) });
    }
    for (component, tag) in [
        (Component::AppendixNumber, "so"),
        (Component::AppendixTitle, "ten"),
        (Component::AppendixReference, "kem-theo"),
    ] {
        walker.required(node, head.iter().any(|part| part.component == component), tag);
    }
    let attributes: Vec<_> =
        ["huong", "danh-so", "co-chu"].into_iter().chain(MEASURES.iter().map(|(name, _)| *name)).collect();
    let mut blocks = numbered_blocks(walker, node, &attributes);
    walker.appendix = None;
    close(&mut blocks);
    let signers = node.children().filter(|child| child.is_element() && name(*child) == "ky");
    let signers = signers.map(|child| signer(walker, child)).collect();
    Appendix { orientation, type_set, choices, head, blocks, signers }
}
