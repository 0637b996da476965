//! XML as text: elements in the order in which they are written, words escaped.

use std::fmt::{Arguments, Write as _};

use super::printable::printable;
use crate::redline::{Change, Stamp};

/// What each part begins with.
pub(super) const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A part of the file while it is written.
///
/// The schema wants the children of an element in one order; whoever writes them keeps it. Tags come with their attributes, which
/// are numbers and names of the format: only words are escaped.
pub(super) struct Xml<'a> {
    text: String,
    /// Who made its changes, and when.
    stamp: Option<&'a Stamp>,
    /// How many changes it has.
    changes: usize,
}

impl<'a> Xml<'a> {
    /// A part whose root knows the vocabularies of a document.
    pub(super) fn part(root: &str, inside: impl FnOnce(&mut Self)) -> Vec<u8> {
        Self::part_with_changes(root, None, inside)
    }

    /// A part in which changes have an author and a time. One part of a file has them, so that their numbers are its own.
    pub(super) fn part_with_changes(root: &str, stamp: Option<&'a Stamp>, inside: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self { text: DECLARATION.to_owned(), stamp, changes: 0 };
        xml.element_with(root, format_args!(r#" xmlns:r="{RELATED}" xmlns:w="{WORD}""#), inside);
        xml.text.into_bytes()
    }

    /// What came or went: words within a paragraph.
    pub(super) fn changed(&mut self, change: Option<Change>, inside: impl FnOnce(&mut Self)) {
        let Some(change) = change else { return inside(self) };
        self.open_change(change);
        self.text.push('>');
        inside(self);
        self.close(tag(change));
    }

    /// That something came or went: the end of a paragraph, a row.
    pub(super) fn mark(&mut self, change: Option<Change>) {
        if let Some(change) = change {
            self.open_change(change);
            self.text.push_str("/>");
        }
    }

    fn open_change(&mut self, change: Change) {
        self.changes += 1;
        let (name, id) = (tag(change), self.changes);
        self.put(format_args!(r#"<{name} w:id="{id}""#));
        if let Some(stamp) = self.stamp {
            self.text.push_str(r#" w:author=""#);
            self.words(stamp.author());
            self.put(format_args!(r#"" w:date="{}""#, stamp.time()));
        }
    }

    /// An element with what stands in it.
    pub(super) fn element(&mut self, tag: &str, inside: impl FnOnce(&mut Self)) {
        self.element_with(tag, format_args!(""), inside);
    }

    /// An element with attributes, each with a space before it.
    pub(super) fn element_with(&mut self, tag: &str, attributes: Arguments<'_>, inside: impl FnOnce(&mut Self)) {
        self.text.push('<');
        self.text.push_str(tag);
        self.put(attributes);
        self.text.push('>');
        let start = self.text.len();
        inside(self);
        if self.text.len() == start {
            self.text.pop();
            self.text.push_str("/>");
        } else {
            self.close(tag);
        }
    }

    /// An element that says nothing when it is empty, and so is left out.
    pub(super) fn group(&mut self, tag: &str, inside: impl FnOnce(&mut Self)) {
        let before = self.text.len();
        self.text.push('<');
        self.text.push_str(tag);
        self.text.push('>');
        let start = self.text.len();
        inside(self);
        if self.text.len() == start {
            self.text.truncate(before);
        } else {
            self.close(tag);
        }
    }

    fn close(&mut self, tag: &str) {
        self.text.push_str("</");
        self.text.push_str(tag);
        self.text.push('>');
    }

    /// An element without anything in it: its tag with its attributes.
    pub(super) fn empty(&mut self, tag: Arguments<'_>) {
        self.text.push('<');
        self.put(tag);
        self.text.push_str("/>");
    }

    /// Words, escaped.
    pub(super) fn words(&mut self, text: &str) {
        for letter in printable(text) {
            match letter {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\'' => self.text.push_str("&apos;"),
                letter => self.text.push(letter),
            }
        }
    }

    fn put(&mut self, text: Arguments<'_>) {
        match text.as_str() {
            Some(text) => self.text.push_str(text),
            None => self.text.write_fmt(text).expect("a string takes everything"),
        }
    }
}

fn tag(change: Change) -> &'static str {
    match change {
        Change::Inserted => "w:ins",
        Change::Deleted => "w:del",
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
