//! The slip on a file's layout (phiếu kiểm tra thể thức): one page, made by the pipeline that makes plans.

use super::{Format, Office};
use crate::diagnostic::{Diagnostic, Severity, Site};
use crate::document;
use crate::inspect::Report;
use crate::inspect::observed::Medium;
use crate::template::slip::{Finding, Slip};

/// Findings that one page holds.
const MOST_FINDINGS: usize = 12;
/// Letters of a finding on the page.
const MOST_LETTERS: usize = 160;

/// The slip on a file, in one format.
///
/// # Panics
/// When the built-in template of slips makes no document, which is a mistake of ours.
pub fn slip(office: &Office, file: &str, report: &Report, format: Format) -> Vec<u8> {
    let counts = report.counts();
    let mut findings: Vec<_> = report.findings.iter().collect();
    findings.sort_by_key(|found| std::cmp::Reverse(found.severity));
    let of = |severity| findings.iter().filter(|found| found.severity == severity).count();
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let issuer = office.expected.issuer.clone().map_or_else(|| report.issuer.clone(), |name| vec![name]);
    let slip = Slip {
        issuer,
        file: name.to_owned(),
        medium: match report.medium {
            Medium::Docx => "DOCX",
            Medium::Pdf => "PDF",
        },
        kind: format!("{}{}", report.kind.term(), if report.is_draft { " (dự thảo)" } else { "" }),
        measured: counts.measured,
        fine: counts.fine,
        not_applicable: counts.not_applicable,
        not_measured: counts.not_measured,
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        infos: of(Severity::Info),
        findings: findings.iter().take(MOST_FINDINGS).map(|found| row(found)).collect(),
        more: findings.len().saturating_sub(MOST_FINDINGS),
        reasons: reasons(report),
    };
    let xml = office.templates.render_slip(&slip);
    let document = document::parse(&xml).unwrap_or_else(|faults| panic!("a slip is a document: {faults:?}"));
    office.write(&office.layout(&document), format).unwrap_or_else(|fault| panic!("a slip can be written: {fault:?}"))
}

fn row(found: &Diagnostic) -> Finding {
    let place = match &found.site {
        Some(Site::Part { paragraph, .. }) if *paragraph > 0 => format!("đoạn {paragraph}"),
        Some(Site::Page { page, .. }) => format!("trang {page}"),
        Some(Site::Part { .. } | Site::File(_)) | None => "cả tệp".to_owned(),
    };
    let mut message: String = found.message.chars().take(MOST_LETTERS).collect();
    if message.len() < found.message.len() {
        message.push('…');
    }
    Finding { code: found.code.id, level: found.severity.term(), message, place }
}

/// Why rules were not measured, the commonest reasons first: `tệp PDF không ghi điều này (12)`.
fn reasons(report: &Report) -> Vec<String> {
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for reason in report.not_measured() {
        match counted.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, count)) => *count += 1,
            None => counted.push((reason, 1)),
        }
    }
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().take(3).map(|(reason, count)| format!("{reason} ({count})")).collect()
}
