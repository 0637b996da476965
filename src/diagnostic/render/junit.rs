//! Findings as a JUnit report: a suite for each file, a failed case for each finding that counts.

use std::collections::BTreeMap;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::concise::concise;
use super::position;
use super::{Run, TOOL};
use crate::diagnostic::{Diagnostic, Severity};
use crate::visible;

/// What a run found, as XML: findings of a severity or graver fail their case, lighter ones pass it.
pub fn junit(run: &Run, fail_on: Severity) -> String {
    let mut report = Report::new(TOOL);
    let mut files: BTreeMap<&str, Vec<&Diagnostic>> =
        run.files.iter().map(|file| (file.as_str(), Vec::new())).collect();
    run.findings.iter().for_each(|found| files.entry(position::file(found)).or_default().push(found));
    for (file, own) in files {
        let mut suite = TestSuite::new(visible::text(file));
        let cases: Vec<_> = own.into_iter().map(|found| case(found, fail_on)).collect();
        match cases.is_empty() {
            true => suite.add_test_case(TestCase::new("không có gì phải sửa", TestCaseStatus::success())),
            false => suite.add_test_cases(cases),
        };
        report.add_test_suite(suite);
    }
    report.to_string().unwrap_or_default()
}

fn case(found: &Diagnostic, fail_on: Severity) -> TestCase {
    let fails = found.waived.is_none() && found.severity >= fail_on;
    let status = if fails {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_message(visible::text(&found.message)).set_type(found.code.id);
        status.set_description(match &found.help {
            Some(help) => format!("{}\ngợi ý: {}", concise(found), visible::lines(help)),
            None => concise(found),
        });
        status
    } else {
        TestCaseStatus::success()
    };
    let mut case = TestCase::new(concise(found), status);
    case.set_classname(found.code.id);
    case
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn findings_that_count_fail() {
        let of = |fail_on| junit(&sample::run(), fail_on);
        let failures = |fail_on| of(fail_on).matches("<failure ").count();
        assert_eq!((failures(Severity::Error), failures(Severity::Warning)), (1, 2));
        assert_eq!(of(Severity::Error).matches("<testcase ").count(), 4);
        assert!(of(Severity::Error).contains("50 % &lt;sai&gt;"));
    }
}
