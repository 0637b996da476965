//! What concerns a file as a whole.

use super::file::File;
use super::object::{Dict, Object, readable};
use super::pages::Page;
use crate::inspect::observed::Traits;
use crate::vietnamese::compose;

/// Kinds of annotations by which readers say something.
const COMMENTS: &[&str] = &[
    "Text",
    "FreeText",
    "Highlight",
    "Underline",
    "Squiggly",
    "StrikeOut",
    "Caret",
    "Ink",
    "Line",
    "Square",
    "Circle",
];

/// Reads the traits that stand in the file apart from what is drawn.
pub(super) fn traits(file: &File<'_>, pages: &[Page]) -> Traits {
    let root = file.dict(file.trailer(), "Root");
    let info = file.dict(file.trailer(), "Info");
    let text = |dict: &Dict, key: &str| {
        let text = file.get(dict, key).text().map(readable)?;
        let text = compose(text.trim());
        (!text.is_empty()).then_some(text)
    };
    Traits {
        title: text(&info, "Title"),
        language: text(&root, "Lang"),
        comments: pages.iter().map(|page| comments(file, page)).sum(),
        pdf_version: version(file, &root),
        ..Traits::default()
    }
}

/// How many readers' comments a page bears.
fn comments(file: &File<'_>, page: &Page) -> usize {
    let Object::Array(notes) = file.get(&page.dict, "Annots") else { return 0 };
    let is_comment = |note: &&Object| {
        let kind = file.resolve(note).into_dict().map(|note| file.get(&note, "Subtype"));
        kind.as_ref().and_then(Object::name).is_some_and(|kind| COMMENTS.contains(&kind))
    };
    notes.iter().take(2_000).filter(is_comment).count()
}

/// The version: that of the root wins over that of the first line.
fn version(file: &File<'_>, root: &Dict) -> Option<u32> {
    let number = |text: &str| {
        let (major, minor) = text.split_once('.')?;
        Some(major.parse::<u32>().ok()? * 10 + minor.parse::<u32>().ok()?)
    };
    let head = file.bytes().get(5..8).and_then(|head| std::str::from_utf8(head).ok()).and_then(number);
    let root = file.get(root, "Version").name().and_then(number);
    root.max(head)
}
