//! A finding in one line: `plans/a.yaml:5:1: lỗi[KH-0201]: khóa lạ «trich_yêu»`.

use crate::diagnostic::{Diagnostic, WAIVED};
use crate::visible;

/// A finding in one line, without its advice.
pub fn concise(found: &Diagnostic) -> String {
    let place = match (found.labels.first(), &found.site) {
        (Some(label), _) => {
            let (line, column) = label.span.file.line_column(label.span.range.start);
            format!("{}:{line}:{column}: ", visible::text(&label.span.file.name))
        }
        (None, Some(site)) => format!("{}: ", visible::text(&site.to_string())),
        (None, None) => String::new(),
    };
    let (id, message) = (found.code.id, visible::text(&found.message));
    match &found.waived {
        Some(reason) => format!("{place}{WAIVED}[{id}]: {message} ({})", visible::text(reason)),
        None => format!("{place}{}[{id}]: {message}", found.severity.term()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn each_finding_is_one_line() {
        let shown: Vec<_> = sample::run().findings.iter().map(concise).collect();
        assert_eq!(
            shown,
            [
                "plans/a.yaml:2:1: lỗi[KH-0201]: khóa lạ «trich_yêu»",
                "plans/a.yaml:1:5: bỏ qua[KH-0204]: số lạ (đúng như bản gốc)",
                "output/a.pdf (trang 2): cảnh báo[KH-0001]: 50 % <sai>\\u{a}ở đây",
            ]
        );
    }
}
