//! One plan, from its text to the bytes of its documents: the order of the steps, and nothing else.

use std::sync::Arc;

use crate::decree::Decree;
use crate::diagnostic::{Checked, Code, Diagnostic, has_errors};
use crate::document::{self, Document};
use crate::plan::{self, Plan, Shared, Status, yaml};
use crate::source::SourceFile;
use crate::template::Templates;
use crate::writer::font::Typeface;
use crate::writer::layout::{Layout, lay_out};
use crate::writer::{docx, typst};

/// A format of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Word.
    Docx,
    /// PDF/A-2a and PDF/UA-1.
    Pdf,
}

impl Format {
    /// Every format, in the order in which files are written.
    pub const ALL: [Self; 2] = [Self::Docx, Self::Pdf];

    /// The ending of its files, which is its name on the command line too.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }
}

/// What all plans of a run have in common.
pub struct Office {
    /// The layout.
    pub decree: Decree,
    /// The templates.
    pub templates: Templates,
    /// The typeface of the PDF, and of every measure.
    pub typeface: Typeface,
}

/// A plan that may not be read as it stands: `--draft`, `--final`.
pub type StatusOverride = Option<Status>;

impl Office {
    /// Reads a plan and says all that is wrong with it.
    pub fn read(&self, file: &Arc<SourceFile>, shared: &Shared, status: StatusOverride) -> Checked<Plan> {
        let nodes = yaml::read(file, &|letter| self.typeface.covers(letter));
        let mut diagnostics = nodes.diagnostics;
        let plan = nodes.value.and_then(|node| {
            let checked = plan::read_plan(&node, shared, status);
            diagnostics.extend(checked.diagnostics);
            checked.value
        });
        diagnostics.sort_by(|a, b| a.place().cmp(&b.place()));
        let value = plan.filter(|_| !has_errors(&diagnostics));
        Checked { value, diagnostics }
    }

    /// A plan as a document tree.
    ///
    /// # Errors
    /// The template's mistakes.
    pub fn document(&self, plan: &Plan) -> Result<Document, Vec<Diagnostic>> {
        document(&self.templates, plan)
    }

    /// A document tree, measured.
    pub fn layout(&self, document: &Document) -> Layout {
        lay_out(document, &self.decree, &self.typeface)
    }

    /// A layout in one format.
    ///
    /// # Errors
    /// What kept the document from being written, in words; a mistake of the program or of a template.
    pub fn write(&self, layout: &Layout, format: Format) -> Result<Vec<u8>, String> {
        match format {
            Format::Docx => Ok(docx::docx(layout, &self.decree)),
            Format::Pdf => typst::pdf(layout, &self.typeface).map_err(|fault| fault.to_string()),
        }
    }
}

/// A plan as a document tree, by the templates alone.
///
/// # Errors
/// The template's mistakes.
pub fn document(templates: &Templates, plan: &Plan) -> Result<Document, Vec<Diagnostic>> {
    let rendered = templates.render(plan)?;
    document::parse(&rendered.xml.text).map_err(|faults| {
        faults
            .into_iter()
            .map(|fault| {
                let code = if fault.malformed { Code::MarkupSyntax } else { Code::MarkupVocabulary };
                rendered.fault(code, fault.range, fault.message, fault.help)
            })
            .collect()
    })
}
