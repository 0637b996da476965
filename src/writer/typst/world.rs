//! The compiler's world: one source, one file of data, four fonts, and nothing else.
//!
//! Owns what a compilation may see. A layout cannot read the disk, fetch a package or ask for the time, so that the same
//! document gives the same bytes wherever and whenever it is written.

use std::sync::LazyLock;

use ::typst::diag::{FileError, FileResult};
use ::typst::foundations::{Bytes, Datetime, Duration};
use ::typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use ::typst::text::{Font, FontBook};
use ::typst::utils::LazyHash;
use ::typst::{Library, LibraryExt};

use crate::layout::Typeface;

/// The source that lays out every document; the documents differ in their data only.
const SOURCE: &str = include_str!("../../../assets/van-ban.typ");

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

// File ids are 16 bits wide and never freed, so the two that occur are made once.
static MAIN: LazyLock<Source> = LazyLock::new(|| Source::new(file_id("/main.typ"), SOURCE.to_owned()));
static DATA: LazyLock<FileId> = LazyLock::new(|| file_id("/doc.json"));

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a fixed path is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// What the compilation of one document sees.
pub(super) struct World<'a> {
    main: Source,
    data: Bytes,
    fonts: &'a [Font; 4],
    book: LazyHash<FontBook>,
}

impl<'a> World<'a> {
    /// A world with the given data in the fonts of a typeface.
    pub(super) fn new(data: Vec<u8>, typeface: &'a Typeface) -> Self {
        let fonts = typeface.fonts();
        Self { main: MAIN.clone(), data: Bytes::new(data), fonts, book: LazyHash::new(FontBook::from_fonts(fonts)) }
    }

    /// The same world under another source.
    #[cfg(test)]
    pub(super) fn with_source(self, source: &str) -> Self {
        Self { main: Source::new(MAIN.id(), source.to_owned()), ..self }
    }
}

impl ::typst::World for World<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use ::typst_layout::PagedDocument;

    use super::*;

    #[track_caller]
    fn check(source: &str, expected: Result<(), &str>) {
        let typeface = Typeface::built_in();
        let world = World::new(r#"{"words": "kế hoạch"}"#.into(), &typeface).with_source(source);
        let found = ::typst::compile::<PagedDocument>(&world).output.map(|_| ());
        match (found, expected) {
            (Ok(()), Ok(())) => {}
            (Err(errors), Err(message)) => {
                assert!(errors.iter().any(|error| error.message.contains(message)), "{source}: {errors:?}");
            }
            (found, expected) => panic!("{source}: {found:?}, not {expected:?}"),
        }
    }

    #[test]
    fn a_source_reads_its_data() {
        check(r#"#assert.eq(json("/doc.json").words, "kế hoạch")"#, Ok(()));
    }

    #[test]
    fn a_source_reads_no_other_file() {
        check(r#"#read("/etc/passwd")"#, Err("access denied"));
        check(r#"#read("Cargo.toml")"#, Err("access denied"));
        check(r#"#include "other.typ""#, Err("access denied"));
        check(r#"#image("seal.png")"#, Err("access denied"));
        check(r#"#import "@preview/cetz:0.4.0""#, Err("access denied"));
    }

    #[test]
    fn a_source_knows_no_date() {
        check("#datetime.today()", Err("unable to get the current date"));
    }
}
