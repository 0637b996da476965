//! The layout as PDF bytes, through the Typst compiler.
//!
//! Owns the conformance of the file: PDF/A-2a for the archive and PDF/UA-1 for readers who cannot see it. What is printed
//! goes to a fixed source as data, never as markup.

mod sheet;
#[cfg(test)]
mod tests;
mod words;
mod world;

use std::fmt;

use ::typst::diag::{Severity, SourceDiagnostic, Warned};
use ::typst::foundations::Smart;
use ::typst::{World as _, WorldExt as _, comemo};
use ::typst_layout::PagedDocument;
use ::typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::sheet::Sheet;
use self::world::World;
use super::font::Typeface;
use super::layout::Layout;

/// The program that the file names as its maker; without a version, so that a new release changes no old plan.
const CREATOR: &str = "kehoach";

/// For how many further documents the compiler remembers what it worked out.
///
/// It speeds up a document that is written again after a small change. Different documents have nothing in common, and one
/// takes several megabytes, so the memory is short.
const REMEMBERED_DOCUMENTS: usize = 4;

/// Why no PDF was written: a letter that the typeface lacks, else a mistake of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What the compiler said, one sentence each; a missing letter is named.
    pub messages: Vec<String>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.messages.join("\n"))
    }
}

impl std::error::Error for Fault {}

/// Writes a layout as PDF/A-2a and PDF/UA-1, set in a typeface.
///
/// The same layout gives the same bytes: no clock, no random number and no earlier document enters them.
pub fn pdf(layout: &Layout, typeface: &Typeface) -> Result<Vec<u8>, Fault> {
    let world = world(layout, typeface);
    let bytes = compile(&world).output.and_then(|document| export(&document, layout, &world));
    // After a failure too: what it left behind is as large.
    comemo::evict(REMEMBERED_DOCUMENTS);
    bytes
}

fn world<'a>(layout: &Layout, typeface: &'a Typeface) -> World<'a> {
    let data = serde_json::to_vec(&Sheet::new(layout, typeface)).expect("a layout of texts and numbers is JSON");
    World::new(data, typeface)
}

/// Lays the document out in pages.
fn compile(world: &World) -> Warned<Result<PagedDocument, Fault>> {
    let Warned { output, warnings } = ::typst::compile(world);
    Warned { output: output.map_err(|errors| fault(&errors, world)), warnings }
}

fn export(document: &PagedDocument, layout: &Layout, world: &World) -> Result<Vec<u8>, Fault> {
    let options = PdfOptions {
        ident: Smart::Custom(layout.identifier.clone()),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        timestamp: None,
        page_ranges: None,
        standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .expect("PDF/A-2a and PDF/UA-1 go together"),
        tagged: true,
        pretty: false,
    };
    ::typst_pdf::pdf(document, &options).map_err(|errors| fault(&errors, world))
}

fn fault(diagnostics: &[SourceDiagnostic], world: &World) -> Fault {
    Fault { messages: diagnostics.iter().map(|diagnostic| message(diagnostic, world)).collect() }
}

/// The compiler's sentence, with the line of our source that it is about.
fn message(diagnostic: &SourceDiagnostic, world: &World) -> String {
    let line = world.range(diagnostic.span).and_then(|range| {
        let source = world.source(world.main()).ok()?;
        source.lines().byte_to_line(range.start)
    });
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    match line {
        Some(line) => format!("van-ban.typ:{}: {level}: {}", line + 1, diagnostic.message),
        None => format!("{level}: {}", diagnostic.message),
    }
}
