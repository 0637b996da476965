//! What a plan is called in a comparison.

use crate::plan::Plan;
use crate::table::Tables;
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::{Filter, Text};

/// Who issued a plan, line by line.
pub(super) fn issuer(plan: &Plan) -> Xml {
    let tables = Tables::new(plan);
    let names = Viewer::new(plan, &tables, plan.own_status()).issuers();
    names.into_iter().reduce(|lines, name| Xml::concat([&lines, &Xml::line_break(), &name])).unwrap_or_default()
}

/// `Kế hoạch số 05/KH-UBND ngày 26 tháng 02 năm 2026`; what has no number yet is called a draft.
pub(super) fn called(plan: &Plan) -> Xml {
    let term = plan.document_type().term;
    let date = plan.issue_date().map(|date| format!(" {}", date.display_full())).unwrap_or_default();
    if let Some(document) = plan.issuing_document() {
        let number = document.number.as_ref().map(Text::letters).unwrap_or_default();
        return Xml::words(&format!("{term} ban hành kèm theo văn bản số {number}{date}"));
    }
    let symbol = plan.symbol.as_ref().map(|symbol| format!("/{}", symbol.0)).unwrap_or_default();
    match &plan.number {
        Some(number) => Xml::words(&format!("{term} số {}{symbol}{date}", number.display())),
        None => Xml::words(&format!("dự thảo {term}{date}")),
    }
}

/// A plan in a sentence of its own: under which head it stands in the table, what it is called, who issued it, of what it
/// is, and where its file is.
pub(super) fn introduced(head: &Xml, plan: &Plan, path: &str) -> Xml {
    let tables = Tables::new(plan);
    let viewer = Viewer::new(plan, &tables, plan.own_status());
    let subject = viewer.opt_words(plan.subject.as_ref()).unwrap_or_default().filtered(Filter::Uncapitalize);
    let issuer = viewer.issuer_name();
    let by = if issuer.is_empty() { Xml::default() } else { Xml::format(" của {}", &[&issuer]) };
    let of = if subject.is_empty() { Xml::default() } else { Xml::format(", {}", &[&subject]) };
    Xml::format("{}: {}{}{} (tệp {}).", &[head, &called(plan), &by, &of, &Xml::words(path)])
}
