//! The layout as PDF bytes, through the Typst compiler.
//!
//! Owns the conformance of the file: PDF/A-2a for the archive and PDF/UA-1 for readers who cannot see it. What is printed
//! goes to a fixed source as data, never as markup.

mod fault;
mod gaps;
mod rows;
mod sheet;
#[cfg(test)]
mod tests;
mod words;
mod world;

use ::typst::diag::{SourceDiagnostic, Warned};
use ::typst::foundations::{Datetime, Smart};
use ::typst::{World as _, WorldExt as _, comemo};
use ::typst_layout::PagedDocument;
use ::typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::fault::fault;
use self::sheet::Sheet;
use self::world::World;
use crate::layout::{Layout, Typeface};

pub use self::fault::{Cause, Fault, LONGEST_STRING};

/// The program that the file names as its maker; without a version, so that a new release changes no old plan.
const CREATOR: &str = "kehoach";

/// For how many further documents, whichever thread makes them, the compiler remembers what it worked out.
///
/// Plans of one province have many paragraphs in common, and a document is written again after a small change. What is
/// remembered of one of twenty-two pages takes twelve to sixteen megabytes, so the memory ends early; it is longer than most
/// machines have threads, for what one thread set is of use to the others.
const REMEMBERED_DOCUMENTS: usize = 12;

/// Writes a layout as PDF/A-2a and PDF/UA-1, set in a typeface.
///
/// The same layout gives the same bytes: no clock, no random number and no earlier document enters them.
///
/// # Errors
/// What stands in the way, with the texts concerned where there are any.
pub fn pdf(layout: &Layout, typeface: &Typeface) -> Result<Vec<u8>, Fault> {
    let world = world(layout, typeface);
    let bytes = compile(&world).output.and_then(|mut document| {
        name(&mut document, layout);
        export(&document, layout, &world)
    });
    // After a failure too: what it left behind is as large.
    comemo::evict(REMEMBERED_DOCUMENTS);
    bytes.map_err(|details| fault(details, layout, typeface))
}

fn world<'a>(layout: &Layout, typeface: &'a Typeface) -> World<'a> {
    let data = serde_json::to_vec(&Sheet::new(layout, typeface)).expect("a layout of texts and numbers is JSON");
    World::new(data, typeface)
}

/// Lays the document out in pages.
fn compile(world: &World) -> Warned<Result<PagedDocument, Vec<String>>> {
    let Warned { output, warnings } = ::typst::compile(world);
    Warned { output: output.map_err(|errors| details(&errors, world)), warnings }
}

/// Says what the document is. In the source it would be part of the look of every paragraph, and none would be remembered.
fn name(document: &mut PagedDocument, layout: &Layout) {
    let (year, month, day) = layout.date;
    let info = document.info_mut();
    info.title = Some(layout.title.as_str().into());
    info.author = vec![layout.author.as_str().into()];
    info.date = Smart::Custom(Datetime::from_ymd(year, month, day));
}

fn export(document: &PagedDocument, layout: &Layout, world: &World) -> Result<Vec<u8>, Vec<String>> {
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
    ::typst_pdf::pdf(document, &options).map_err(|errors| details(&errors, world))
}

/// The compiler's sentences, each with the line of our source that it is about.
fn details(diagnostics: &[SourceDiagnostic], world: &World) -> Vec<String> {
    let line = |diagnostic: &SourceDiagnostic| {
        let range = world.range(diagnostic.span)?;
        world.source(world.main()).ok()?.lines().byte_to_line(range.start)
    };
    diagnostics
        .iter()
        .map(|diagnostic| match line(diagnostic) {
            Some(line) => format!("van-ban.typ:{}: {}", line + 1, diagnostic.message),
            None => diagnostic.message.to_string(),
        })
        .collect()
}
