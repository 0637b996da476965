//! Appendices (phụ lục).

use roxmltree::Node;

use super::blocks::numbered_blocks;
use super::header::signer;
use super::inline::title;
use super::walker::{Walker, name};
use crate::decree::Component;
use crate::document::ending::close;
use crate::document::tree::{Appendix, Orientation, Paragraph, plain_text};

/// An appendix: its head, then blocks under numbers of their own.
pub(super) fn appendix(walker: &mut Walker, node: Node<'_, '_>) -> Appendix {
    let orientation = match node.attribute("huong") {
        None | Some("doc") => Orientation::Portrait,
        Some("ngang") => Orientation::Landscape,
        Some(other) => {
            walker.fault(node, format!("hướng giấy «{other}»"), "viết doc hoặc ngang");
            Orientation::Portrait
        }
    };
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
    let mut blocks = numbered_blocks(walker, node, &["huong", "danh-so"]);
    walker.appendix = None;
    close(&mut blocks);
    let signers = node.children().filter(|child| child.is_element() && name(*child) == "ky");
    let signers = signers.map(|child| signer(walker, child)).collect();
    Appendix { orientation, head, blocks, signers }
}
