//! XML as text: elements in the order in which they are written, words escaped.

use std::fmt::{Arguments, Write as _};

use super::printable::printable;

/// What each part begins with.
pub(super) const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A part of the file while it is written.
///
/// The schema wants the children of an element in one order; whoever writes them keeps it. Tags come with their attributes, which
/// are numbers and names of the format: only words are escaped.
pub(super) struct Xml(String);

impl Xml {
    /// A part whose root knows the vocabularies of a document.
    pub(super) fn part(root: &str, inside: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self(DECLARATION.to_owned());
        xml.element_with(root, format_args!(r#" xmlns:r="{RELATED}" xmlns:w="{WORD}""#), inside);
        xml.0.into_bytes()
    }

    /// An element with what stands in it.
    pub(super) fn element(&mut self, tag: &str, inside: impl FnOnce(&mut Self)) {
        self.element_with(tag, format_args!(""), inside);
    }

    /// An element with attributes, each with a space before it.
    pub(super) fn element_with(&mut self, tag: &str, attributes: Arguments<'_>, inside: impl FnOnce(&mut Self)) {
        self.0.push('<');
        self.0.push_str(tag);
        self.put(attributes);
        self.0.push('>');
        let start = self.0.len();
        inside(self);
        if self.0.len() == start {
            self.0.pop();
            self.0.push_str("/>");
        } else {
            self.close(tag);
        }
    }

    /// An element that says nothing when it is empty, and so is left out.
    pub(super) fn group(&mut self, tag: &str, inside: impl FnOnce(&mut Self)) {
        let before = self.0.len();
        self.0.push('<');
        self.0.push_str(tag);
        self.0.push('>');
        let start = self.0.len();
        inside(self);
        if self.0.len() == start {
            self.0.truncate(before);
        } else {
            self.close(tag);
        }
    }

    fn close(&mut self, tag: &str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// An element without anything in it: its tag with its attributes.
    pub(super) fn empty(&mut self, tag: Arguments<'_>) {
        self.0.push('<');
        self.put(tag);
        self.0.push_str("/>");
    }

    /// Words, escaped.
    pub(super) fn words(&mut self, text: &str) {
        for letter in printable(text) {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&apos;"),
                letter => self.0.push(letter),
            }
        }
    }

    fn put(&mut self, text: Arguments<'_>) {
        match text.as_str() {
            Some(text) => self.0.push_str(text),
            None => self.0.write_fmt(text).expect("a string takes everything"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_close_themselves_and_empty_groups_are_left_out() {
        let part = Xml::part("w:body", |xml| {
            xml.element("w:p", |xml| xml.group("w:pPr", |xml| xml.group("w:rPr", |_| {})));
            xml.element_with("w:t", format_args!(r#" xml:space="preserve""#), |xml| xml.words(" <b>&\t\"'\u{1}\n"));
            xml.group("w:rPr", |xml| xml.empty(format_args!(r#"w:sz w:val="{}""#, 28)));
        });
        let text = String::from_utf8(part).expect("a part is UTF-8");
        let (_, inside) = text.split_once("/main\">").expect("the root has its namespaces");
        let expected = r#"<w:p/><w:t xml:space="preserve"> &lt;b&gt;&amp; &quot;&apos; </w:t><w:rPr><w:sz w:val="28"/></w:rPr></w:body>"#;
        assert_eq!(inside, expected);
    }
}
