//! Findings as commands of a GitHub workflow, which shows them beside the lines of a merge request.

use super::Run;
use super::position::{self, Position};
use crate::diagnostic::{Diagnostic, Severity};

/// What a run found, one command a line; what is set aside is left out.
pub fn github(run: &Run) -> String {
    run.findings.iter().filter(|found| found.waived.is_none()).map(command).collect()
}

fn command(found: &Diagnostic) -> String {
    let name = match found.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let file = property(position::file(found));
    let place = found.labels.first().map(|label| Position::of(&label.span));
    let place = place.map_or_else(String::new, |place| {
        // A column is only taken where beginning and end stand on one line.
        let columns = format!(",col={},endColumn={}", place.start.1, place.end.1);
        let columns = if place.start.0 == place.end.0 { columns } else { String::new() };
        format!(",line={},endLine={}{columns}", place.start.0, place.end.0)
    });
    let help = found.help.as_ref().map(|help| format!("\ngợi ý: {help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", found.message));
    format!("::{name} file={file}{place},title={}::{message}\n", property(found.code.id))
}

/// Words as GitHub takes them after the last colons.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Words as GitHub takes them for a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn what_commands_would_take_for_their_own_is_escaped() {
        assert_eq!(
            github(&sample::run()),
            "::error file=plans/a.yaml,line=2,endLine=2,col=1,endColumn=10,title=KH-0201::khóa lạ «trich_yêu»%0Agợi ý: có \
             phải «trich_yeu»?\n::warning file=output/a.pdf,title=KH-0001::50 %25 <sai>%0Aở đây\n"
        );
    }
}
