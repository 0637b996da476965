//! Brings a part that docx-rs has written into the order of the schema.
//!
//! docx-rs writes the properties of paragraphs, runs, tables and sections in an order of its own, which Word's validator
//! refuses, leaves identifiers that differ from run to run, and has no word for some things a document needs. Each part is
//! read into a small tree, put right and written again. Text is carried over as it is escaped, never read.

use std::fmt::Write as _;

use ::quick_xml::Reader;
use ::quick_xml::events::{BytesStart, Event};

/// The language of every document.
const LANGUAGE: &str = "vi-VN";

/// Children of an element in the order of ECMA-376, Part 1; what is not named here has no place in it.
const ORDERS: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:framePr",
            "w:widowControl",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:bidi",
            "w:adjustRightInd",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:textAlignment",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
            "w:pPrChange",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:ins",
            "w:del",
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:caps",
            "w:strike",
            "w:dstrike",
            "w:vanish",
            "w:color",
            "w:spacing",
            "w:w",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:u",
            "w:bdr",
            "w:shd",
            "w:fitText",
            "w:vertAlign",
            "w:lang",
            "w:specVanish",
        ],
    ),
    (
        "w:sectPr",
        &[
            "w:headerReference",
            "w:footerReference",
            "w:type",
            "w:pgSz",
            "w:pgMar",
            "w:pgNumType",
            "w:cols",
            "w:titlePg",
            "w:textDirection",
            "w:docGrid",
        ],
    ),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblpPr",
            "w:tblW",
            "w:jc",
            "w:tblInd",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
        ],
    ),
    ("w:trPr", &["w:cantSplit", "w:trHeight", "w:tblHeader", "w:ins", "w:del"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:tcMar", "w:textDirection", "w:vAlign"]),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:link",
            "w:uiPriority",
            "w:semiHidden",
            "w:unhideWhenUsed",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
            "w:tcPr",
        ],
    ),
    ("w:pBdr", &["w:top", "w:left", "w:bottom", "w:right", "w:between", "w:bar"]),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tcBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV", "w:tl2br", "w:tr2bl"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tcMar", &["w:top", "w:left", "w:bottom", "w:right"]),
];

/// Elements that say nothing when they are empty.
const IDLE_WHEN_EMPTY: &[&str] = &["w:pPr", "w:rPr", "w:trPr", "w:tcPr", "w:tblBorders", "w:pBdr"];

/// Rewrites a part of a document as the schema demands.
pub(super) fn tidy(part: &[u8]) -> Vec<u8> {
    let mut root = read(part);
    put_right(&mut root);
    let mut text = String::with_capacity(part.len());
    text.push_str(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#);
    write(&root, &mut text);
    text.into_bytes()
}

struct Element {
    name: String,
    /// Names and escaped values.
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

enum Node {
    Element(Element),
    /// Escaped text.
    Text(String),
}

impl Element {
    fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let attributes = attributes.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { name: name.to_owned(), attributes, children: Vec::new() }
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn elements_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.children.iter_mut().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }
}

/// Everything that is to be done to one element and all below it.
fn put_right(element: &mut Element) {
    element.attributes.retain(|(name, _)| is_ours(name));
    match element.name.as_str() {
        // A row that the writer marked as one of the header: see `table::mark_header`.
        "w:trHeight" if element.attribute("w:hRule") == Some("auto") => *element = Element::new("w:tblHeader", &[]),
        "w:gridCol" => element.attributes.retain(|(name, _)| name == "w:w"),
        "w:pgNumType" => element.attributes.push(("w:fmt".to_owned(), "decimal".to_owned())),
        "w:style" if element.attribute("w:styleId") == Some("Normal") => {
            element.attributes.insert(1, ("w:default".to_owned(), "1".to_owned()));
        }
        "w:rPrDefault" => {
            let language = [("w:val", LANGUAGE), ("w:eastAsia", LANGUAGE)];
            for property in element.elements_mut() {
                property.children.push(Node::Element(Element::new("w:lang", &language)));
            }
        }
        _ => {}
    }
    element.elements_mut().for_each(put_right);
    element.children.retain(|child| match child {
        Node::Element(child) => {
            !(child.children.is_empty()
                && child.attributes.is_empty()
                && IDLE_WHEN_EMPTY.contains(&child.name.as_str()))
        }
        Node::Text(_) => true,
    });
    if let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) {
        let place = |node: &Node| match node {
            Node::Element(child) => order.iter().position(|name| *name == child.name),
            Node::Text(_) => None,
        };
        element.children.retain(|child| place(child).is_some());
        element.children.sort_by_key(place);
    }
}

/// Whether an attribute belongs to the vocabularies that a document of ours uses; those of newer versions of Word hold
/// nothing but the identifiers of paragraphs, which differ from run to run.
fn is_ours(name: &str) -> bool {
    match name.split_once(':') {
        Some(("w" | "r" | "xml", _)) => true,
        Some(("xmlns", prefix)) => matches!(prefix, "w" | "r"),
        _ => false,
    }
}

/// Reads a part. docx-rs writes well-formed XML from text that [`super::printable`] has passed.
fn read(part: &[u8]) -> Element {
    let text = std::str::from_utf8(part).expect("docx-rs writes UTF-8");
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::new("", &[])];
    let push = |open: &mut Vec<Element>, node| {
        open.last_mut().expect("the document itself stays open").children.push(node);
    };
    loop {
        match reader.read_event().expect("docx-rs writes well-formed XML") {
            Event::Start(start) => open.push(started(&start)),
            Event::Empty(start) => push(&mut open, Node::Element(started(&start))),
            Event::End(_) => {
                let element = open.pop().expect("the reader matches ends with starts");
                push(&mut open, Node::Element(element));
            }
            Event::Text(text) => push(&mut open, Node::Text(utf8(&text))),
            Event::GeneralRef(name) => push(&mut open, Node::Text(format!("&{};", utf8(&name)))),
            Event::Eof => break,
            Event::Decl(_) | Event::CData(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    let document = open.pop().expect("the document itself stays open");
    document
        .children
        .into_iter()
        .find_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
        .expect("a part has a root")
}

fn started(start: &BytesStart<'_>) -> Element {
    let attributes = start
        .attributes()
        .map(|attribute| attribute.expect("docx-rs writes well-formed XML"))
        .map(|attribute| (utf8(attribute.key.as_ref()), utf8(&attribute.value)))
        .collect();
    Element { name: utf8(start.name().as_ref()), attributes, children: Vec::new() }
}

fn utf8(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).expect("docx-rs writes UTF-8").to_owned()
}

fn write(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(&element.name);
    for (name, value) in &element.attributes {
        write!(out, r#" {name}="{value}""#).expect("a string takes everything");
    }
    if element.children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    for child in &element.children {
        match child {
            Node::Element(child) => write(child, out),
            Node::Text(text) => out.push_str(text),
        }
    }
    write!(out, "</{}>", element.name).expect("a string takes everything");
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMESPACE: &str = r#"xmlns:w="w""#;

    #[track_caller]
    fn check(inner: &str, expected: &str) {
        let part = format!(r#"<w:body xmlns:w14="x" {NAMESPACE}>{inner}</w:body>"#);
        let tidied = String::from_utf8(tidy(part.as_bytes())).expect("a part is UTF-8");
        let (_, root) = tidied.split_once("?>").expect("a part has a declaration");
        assert_eq!(root, format!("<w:body {NAMESPACE}>{expected}</w:body>"));
    }

    #[test]
    fn children_stand_in_the_order_of_the_schema() {
        check(
            r#"<w:pPr><w:jc w:val="both"/><w:keepNext/><w:pStyle w:val="A"/></w:pPr>"#,
            r#"<w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:jc w:val="both"/></w:pPr>"#,
        );
        check(
            r#"<w:tcPr><w:vAlign w:val="center"/><w:tcW w:w="1"/></w:tcPr>"#,
            r#"<w:tcPr><w:tcW w:w="1"/><w:vAlign w:val="center"/></w:tcPr>"#,
        );
    }

    #[test]
    fn what_the_schema_has_no_room_for_is_dropped() {
        check(r#"<w:rPr><w:b/><w:ptab/></w:rPr>"#, "<w:rPr><w:b/></w:rPr>");
        check(r#"<w:gridCol w:w="5" w:type="dxa"/>"#, r#"<w:gridCol w:w="5"/>"#);
        check(r#"<w:p w14:paraId="00000001"><w:pPr><w:rPr/></w:pPr></w:p>"#, "<w:p/>");
    }

    #[test]
    fn a_marked_row_becomes_a_header() {
        check(
            r#"<w:trPr><w:cantSplit/><w:trHeight w:val="0" w:hRule="auto"/></w:trPr>"#,
            "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
        );
        let exact = r#"<w:trPr><w:trHeight w:val="454" w:hRule="exact"/></w:trPr>"#;
        check(exact, exact);
    }

    #[test]
    fn text_is_carried_over_as_it_is() {
        let text = r#"<w:t xml:space="preserve"> &lt;b&gt;&amp;amp; &#xA;&quot; ]]&gt; đ </w:t>"#;
        check(text, text);
    }
}
