//! Words inside a tag: emphasis, line breaks, citations.

use roxmltree::Node;

use super::walker::{DEEPEST, Walker, child, name};
use crate::document::tree::{Text, plain_text};
use crate::document::words::{Look, Words};
use crate::vietnamese::capitalize;

/// The words of a node that has no attributes: emphasis, line breaks, spaces made single.
pub(super) fn words(walker: &mut Walker, node: Node<'_, '_>) -> Text {
    walker.attributes(node, &[]);
    content(walker, node)
}

/// The words of a title, in which no short name of a document is defined.
pub(super) fn title(walker: &mut Walker, node: Node<'_, '_>) -> Text {
    let around = std::mem::replace(&mut walker.in_title, true);
    let title = words(walker, node);
    walker.in_title = around;
    title
}

/// The words of a node whose attributes are looked at elsewhere.
pub(super) fn content(walker: &mut Walker, node: Node<'_, '_>) -> Text {
    let mut words = Words::default();
    collect(walker, node, &mut words, Place { look: Look::default(), depth: 0, cites: false });
    words.finish()
}

/// The words of a node where no emphasis can be shown; a line break reads as a space.
pub(super) fn plain(walker: &mut Walker, node: Node<'_, '_>) -> String {
    plain_text(&words(walker, node))
}

/// Where among nested tags the reading stands.
#[derive(Clone, Copy)]
struct Place {
    look: Look,
    depth: usize,
    /// Whether it stands inside a citation.
    cites: bool,
}

fn collect(walker: &mut Walker, node: Node<'_, '_>, words: &mut Words, place: Place) {
    for child in node.children() {
        if child.is_text() {
            words.push(child.text().unwrap_or_default(), place.look);
        } else if child.is_element() {
            let within = |look| Place { look, depth: place.depth + 1, ..place };
            match name(child) {
                "b" | "i" if place.depth > DEEPEST => walker.fault(child, "các thẻ lồng quá sâu", "bỏ bớt thẻ"),
                "b" => {
                    walker.attributes(child, &[]);
                    collect(walker, child, words, within(Look { bold: true, ..place.look }));
                }
                "i" => {
                    walker.attributes(child, &[]);
                    collect(walker, child, words, within(Look { italic: true, ..place.look }));
                }
                "br" => {
                    walker.attributes(child, &[]);
                    if child.has_children() {
                        walker.fault(child, "chữ nằm trong thẻ «br»", "viết <br/>, chữ đặt sau thẻ");
                    }
                    words.line_break();
                }
                "nhac" => {
                    walker.attributes(child, &["muc", "hoa"]);
                    walker.children(child, &[]);
                    let name = walker.name_of(child, child.attribute("muc").unwrap_or_default());
                    let capital = child.attribute("hoa") == Some("co");
                    words.push(&if capital { capitalize(&name) } else { name }, place.look);
                }
                "vien-dan" if !place.cites => citation(walker, child, words, place),
                other => {
                    let help = if place.cites {
                        "trong viện dẫn chỉ có b, i, br, nhac"
                    } else {
                        "giữa câu chỉ có b, i, br, nhac, vien-dan"
                    };
                    walker.fault(child, format!("thẻ lạ «{other}» giữa câu"), help);
                }
            }
        }
    }
}

/// A document is cited in full where it is printed first and in short from then on.
///
/// One with a short name is cited in full until the name is defined, which titles do not do.
fn citation(walker: &mut Walker, node: Node<'_, '_>, words: &mut Words, place: Place) {
    walker.attributes(node, &["ma", "day-du"]);
    walker.children(node, &["day-du", "ngan", "goi-tat"]);
    walker.once(node, &["day-du", "ngan", "goi-tat"]);
    for tag in ["day-du", "ngan"] {
        walker.required(node, child(node, tag).is_some(), tag);
    }
    let mut form = |tag: &str| {
        let found = child(node, tag);
        let mut words = Words::default();
        if let Some(found) = found {
            walker.attributes(found, &[]);
            collect(walker, found, &mut words, Place { look: Look::default(), cites: true, ..place });
        }
        words.finish()
    };
    let (full, short, definition) = (form("day-du"), form("ngan"), form("goi-tat"));
    let always_full = match node.attribute("day-du") {
        None => false,
        Some("co") => true,
        Some(other) => {
            walker.fault(
                node,
                format!("thuộc tính «day-du» là «{other}»"),
                "viết day-du=\"co\" hoặc bỏ thuộc tính này",
            );
            false
        }
    };
    let id = node.attribute("ma").unwrap_or_default();
    if id.is_empty() {
        walker.fault(node, "thẻ «vien-dan» thiếu thuộc tính «ma»", "viết mã của văn bản được viện dẫn: ma=\"…\"");
    }
    let is_first = walker.cited.insert(id.to_owned());
    let defines = !definition.is_empty() && !walker.in_title && walker.defined.insert(id.to_owned());
    let is_undefined = !definition.is_empty() && !walker.defined.contains(id);
    words.extend(if is_first || always_full || defines || is_undefined { full } else { short }, place.look);
    if defines {
        words.push(" ", place.look);
        words.extend(definition, place.look);
    }
}
