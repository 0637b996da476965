//! One plan, from its text to the bytes of its documents: the order of the steps, and nothing else.

mod blame;
mod choice;
mod comparison;
mod redline;
mod renew;
mod room;
mod slip;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::check::verdict::{self, Levels};
use crate::decree::Decree;
use crate::diagnostic::{Checked, Code, Diagnostic, has_errors};
use crate::document::{self, Document};
use crate::inspect::Expected;
use crate::layout::{Layout, Typeface, lay_out};
use crate::plan::{self, Plan, Shared, Status};
use crate::source::SourceFile;
use crate::table::Tables;
use crate::template::Templates;
pub use crate::writer::typst::Fault;
use crate::writer::{docx, typst};
use crate::{check, template, yaml};

pub use blame::blame;
pub use choice::choose;
pub use comparison::comparison;
pub use redline::{NoRedline, redline};
pub use renew::{NotRenewed, Renewed};
pub use room::room;
pub use slip::slip;

/// What is said where the program, not what it was given, is at fault.
pub const OWN_FAULT: &str = "chương trình gặp lỗi của chính nó; xin báo lại cùng tệp này";

/// Does work in which the program may be at fault; `None` if it was.
///
/// A mistake of ours in one file must not take the others with it.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

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
    /// How grave it takes findings.
    pub levels: Levels,
    /// What finished files of its own say.
    pub expected: Expected,
}

/// A plan that may not be read as it stands: `--draft`, `--final`.
pub type StatusOverride = Option<Status>;

/// A plan in which nothing is wrong that would keep it from being printed.
#[derive(Debug)]
pub struct Printable {
    /// The plan.
    pub plan: Plan,
    /// As what it is printed.
    pub status: Status,
}

impl Office {
    /// Reads a plan, judges it, and says all that is wrong with it.
    pub fn read(&self, file: &Arc<SourceFile>, shared: &Shared, status: StatusOverride) -> Checked<Printable> {
        let nodes = yaml::read(file, &|letter| self.typeface.covers(letter));
        let mut diagnostics = nodes.diagnostics;
        let plan = nodes.value.map(|node| {
            let (plan, found) = plan::read_plan(&node, shared);
            let status = status.unwrap_or_else(|| plan.own_status());
            diagnostics.extend(found);
            let tables = Tables::new(&plan);
            diagnostics.extend(check::check_printed_by(&plan, &tables, status, &self.own_templates()));
            diagnostics.extend(choice::appendix_choices(&plan, &self.decree));
            diagnostics.extend(template::findings(&plan, &tables, status, !has_errors(&diagnostics)));
            diagnostics = verdict::settle(&plan, &self.levels, std::mem::take(&mut diagnostics));
            Printable { plan, status }
        });
        diagnostics.sort_by(|a, b| a.place().cmp(&b.place()));
        let value = plan.filter(|_| !has_errors(&diagnostics));
        Checked { value, diagnostics }
    }

    /// Reads a plan as far as it can be understood, whatever rules it breaks: one of another time is not judged by the rules
    /// of today. What it names must be there, or nobody knows what it says.
    pub fn understood(&self, file: &Arc<SourceFile>, shared: &Shared) -> Checked<Printable> {
        let nodes = yaml::read(file, &|letter| self.typeface.covers(letter));
        let mut diagnostics = nodes.diagnostics;
        let plan = nodes.value.map(|node| {
            let (plan, found) = plan::read_plan(&node, shared);
            diagnostics.extend(found);
            let status = plan.own_status();
            let tables = Tables::new(&plan);
            let judged = check::check_printed_by(&plan, &tables, status, &self.own_templates());
            diagnostics.extend(judged.into_iter().filter(|found| found.code == Code::UnknownId));
            Printable { plan, status }
        });
        let value = plan.filter(|_| !has_errors(&diagnostics));
        Checked { value, diagnostics }
    }

    /// The office's own templates, as far as rules ask what they print.
    fn own_templates(&self) -> check::OwnTemplates {
        check::OwnTemplates::new(self.templates.own())
    }

    /// A plan as a document tree.
    ///
    /// # Errors
    /// The template's mistakes.
    pub fn document(&self, printable: &Printable) -> Result<Document, Vec<Diagnostic>> {
        document(&self.templates, &printable.plan, printable.status)
    }

    /// A document tree, measured.
    pub fn layout(&self, document: &Document) -> Layout {
        lay_out(document, &self.decree, &self.typeface)
    }

    /// A layout in one format.
    ///
    /// # Errors
    /// What kept the document from being written.
    pub fn write(&self, layout: &Layout, format: Format) -> Result<Vec<u8>, Fault> {
        match format {
            Format::Docx => Ok(docx::docx(layout, &self.decree)),
            Format::Pdf => typst::pdf(layout, &self.typeface),
        }
    }
}

/// A plan as a document tree, by the templates alone.
///
/// # Errors
/// The template's mistakes.
pub fn document(templates: &Templates, plan: &Plan, status: Status) -> Result<Document, Vec<Diagnostic>> {
    let made = templates.render(plan, status).and_then(|rendered| {
        document::parse(&rendered.xml.text).map_err(|faults| {
            let told = |fault: document::Fault| {
                let code = if fault.malformed { Code::MarkupSyntax } else { Code::MarkupVocabulary };
                rendered.fault(code, fault.range, fault.message, fault.help)
            };
            faults.into_iter().map(told).collect()
        })
    });
    // No agency has written these templates, and no clerk can mend them.
    made.map_err(|found| {
        if templates.are_built_in() { found.into_iter().map(|found| own_fault(found, plan)).collect() } else { found }
    })
}

/// A fault of a built-in template as what it is.
fn own_fault(mut found: Diagnostic, plan: &Plan) -> Diagnostic {
    if !found.code.id.starts_with("MB-") {
        return found;
    }
    let message = format!("{}: {OWN_FAULT}", plan.place.span.file.name);
    let detail = std::mem::replace(&mut found.message, message);
    found.help = None;
    found.at_place(detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_a_built_in_template_is_ours() {
        let file = SourceFile::from_text("ke-hoach.yaml", "trich_yeu: x\n");
        let node = yaml::read(&file, &|_| true).value.expect("it is YAML");
        let (plan, _) = plan::read_plan(&node, &Shared::default());
        let span = node.span.first_line();
        let of = |code| own_fault(Diagnostic::error(code, span.clone(), "mẫu không chạy được").help("sửa mẫu"), &plan);
        let ours = of(Code::TemplateRender);
        assert_eq!((ours.message, ours.help), (format!("ke-hoach.yaml: {OWN_FAULT}"), None));
        assert_eq!(ours.labels[0].text, "mẫu không chạy được");
        assert_eq!(of(Code::TooMuchPrinted).message, "mẫu không chạy được");
    }

    #[test]
    fn a_mistake_of_ours_ends_no_run() {
        assert_eq!(guarded(|| 1), Some(1));
        assert_eq!(guarded(|| -> u8 { panic!("a mistake of ours") }), None);
    }
}
