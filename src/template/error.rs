//! Errors of Tera as findings in Vietnamese, at the template's own place.

#![expect(clippy::wildcard_enum_match_arm, reason = "Tera may name new kinds of error")]

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, ErrorKind};

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{SourceFile, Span};

/// What stands before a template's output, up to its name.
pub(super) const OPENING_MARK: &str = "<?mau ";
/// What stands after it.
pub(super) const CLOSING_MARK: &str = "<?het?>";

/// Tera's error as findings.
pub(super) fn diagnostics(error: &Error, sources: &BTreeMap<String, Arc<SourceFile>>) -> Vec<Diagnostic> {
    if let ErrorKind::Msg(text) = error.kind() {
        let found: Vec<_> = text.split("error: ").filter_map(|report| drawn(report, sources)).collect();
        if !found.is_empty() {
            return found;
        }
    }
    vec![diagnostic(error, sources)]
}

/// Bytes that were put before a template's text.
fn shift(file: &SourceFile, name: &str) -> usize {
    super::marked(name, &file.text).find(&file.text).unwrap_or(0)
}

/// A finding out of Tera's drawing of it: the only form in which it tells of unknown names found while loading.
fn drawn(report: &str, sources: &BTreeMap<String, Arc<SourceFile>>) -> Option<Diagnostic> {
    let (message, rest) = report.split_once('\n')?;
    let place = rest.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let name = parts.next()?;
    let file = sources.get(name)?;
    let text = super::marked(name, &file.text);
    let line_start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let in_line = text[line_start..].char_indices().nth(column - 1).map_or(0, |(at, _)| at);
    let start = (line_start + in_line).saturating_sub(shift(file, name));
    let length =
        rest.lines().find_map(|line| line.split_once('^')).map_or(1, |(_, more)| 1 + more.matches('^').count());
    let (code, message) = explain(message, Code::TemplateSyntax, "mẫu sai cú pháp");
    Some(
        Diagnostic::error(code, Span::new(file, start..start + length), message)
            .help("đối chiếu với mẫu có sẵn cùng tên"),
    )
}

fn diagnostic(error: &Error, sources: &BTreeMap<String, Arc<SourceFile>>) -> Diagnostic {
    let place = |report: &tera::ReportError| {
        let file = sources.get(report.filename())?;
        let shift = shift(file, report.filename());
        let range = &report.span().range;
        Some(Span::new(file, range.start.saturating_sub(shift)..range.end.saturating_sub(shift)))
    };
    let at = |code, message: String, span: Option<Span>, name: &str| match span {
        Some(span) => Diagnostic::error(code, span, message),
        None => Diagnostic::in_file(code, format!("templates/{name}"), message),
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let (code, message) = explain(report.message(), Code::TemplateSyntax, "mẫu sai cú pháp");
            at(code, message, place(report), report.filename()).help("đối chiếu với mẫu có sẵn cùng tên")
        }
        ErrorKind::RenderingError(report) => {
            let (code, message) = explain(report.message(), Code::TemplateRender, "mẫu không chạy được");
            at(code, message, place(report), report.filename())
                .help("kiểm tra tên; tên dùng trong mẫu là các khóa của kế hoạch")
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let chain = include_chain.join(" → ");
            at(Code::TemplateCycle, format!("các mẫu gọi vòng: {chain}"), None, tpl).help("bỏ lời gọi khép vòng")
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let chain = inheritance_chain.join(" → ");
            at(Code::TemplateCycle, format!("các mẫu kế thừa vòng: {chain}"), None, tpl).help("bỏ lời gọi khép vòng")
        }
        ErrorKind::MissingParent { current, parent } => {
            at(Code::TemplateName, format!("không có mẫu «{parent}»"), None, current).help("sửa tên sau extends")
        }
        ErrorKind::TemplateNotFound(name) => {
            at(Code::TemplateName, format!("không có mẫu «{name}»"), None, name).help("sửa tên sau include")
        }
        ErrorKind::Msg(text) if text.contains("recursion depth") => endless_components(sources),
        other => Diagnostic::in_file(Code::TemplateRender, "templates", format!("mẫu không chạy được: {other}")),
    }
}

/// Components that call each other without end; the file is named if its component calls itself.
fn endless_components(sources: &BTreeMap<String, Arc<SourceFile>>) -> Diagnostic {
    let calls = |file: &SourceFile| -> Vec<(usize, String)> {
        let declared = file.text.match_indices("{% component ").filter_map(|(at, opening)| {
            let start = at + opening.len();
            let name = file.text[start..].split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()?;
            file.text[start..].contains(&format!("<{name} ")).then(|| (start, name.to_owned()))
        });
        declared.collect()
    };
    let own = sources
        .iter()
        .filter(|(name, file)| !super::BUILT_IN.iter().any(|(known, text)| known == name && *text == file.text));
    let message = "các thành phần của mẫu gọi nhau không dứt";
    let help = "thành phần gọi chính nó phải có điều kiện dừng: {% if … %}";
    for (_, file) in own {
        if let Some((at, name)) = calls(file).first() {
            let span = Span::new(file, *at..at + name.len());
            return Diagnostic::error(Code::TemplateCycle, span, message).help(help);
        }
    }
    Diagnostic::in_file(Code::TemplateCycle, "templates", message).help(help)
}

/// What the parser of templates expected, in Vietnamese.
fn expectation(message: &str) -> Option<String> {
    if message.contains("nexpected end of input") {
        return Some("mẫu kết thúc giữa chừng, thường là thiếu {% endif %}, {% endfor %} hay dấu đóng".to_owned());
    }
    let (found, wanted) = message.strip_prefix("Found ")?.split_once(" but expected ")?;
    let found = found.trim_matches('`');
    let wanted = wanted.trim_start_matches("one of: ").trim_end_matches('.');
    let words = [
        ("integer", "số nguyên"),
        ("float", "số thập phân"),
        ("string", "chuỗi chữ"),
        ("bool", "true, false"),
        ("identifier", "tên"),
        ("ident", "tên"),
        (" or ", " hoặc "),
        ("end of input", "hết tệp"),
    ];
    let wanted = words.iter().fold(wanted.to_owned(), |wanted, (english, term)| wanted.replace(english, term));
    Some(format!("gặp «{found}» ở chỗ cần: {wanted}"))
}

/// Tera's English sentence in Vietnamese, where it is one that template writers meet.
pub(super) fn explain(message: &str, otherwise: Code, title: &str) -> (Code, String) {
    let quoted = message.split('`').nth(1).or_else(|| message.split('\'').nth(1)).unwrap_or_default();
    let lower = message.to_lowercase();
    let available = message.split_once("Available").map(|(_, rest)| rest.trim_start_matches(|c| c != ':'));
    let available = available.map(|names| format!("; có{names}")).unwrap_or_default();
    let unknown = lower.contains("not defined") || lower.contains("not found") || lower.contains("unknown");
    if unknown || lower.contains("undefined") || lower.contains("isn't registered") {
        let what = if lower.contains("argument") {
            "tham số"
        } else if lower.contains("filter") {
            "bộ lọc"
        } else if lower.contains("component") {
            "thành phần"
        } else if lower.contains("template") || lower.contains("include") {
            "mẫu"
        } else {
            "tên"
        };
        if quoted == "undefined" {
            return (Code::TemplateName, "mẫu dùng một giá trị không có ở chỗ này".to_owned());
        }
        if quoted.is_empty() {
            return (Code::TemplateName, format!("{title}: {message}"));
        }
        return (Code::TemplateName, format!("mẫu dùng {what} «{quoted}» không có{available}"));
    }
    match expectation(message) {
        Some(expectation) => (otherwise, format!("{title}: {expectation}")),
        None => (otherwise, format!("{title}: {message}")),
    }
}

/// The template that wrote a place of the rendered XML.
pub(super) fn template_at(xml: &str, at: usize) -> Option<&str> {
    let mut at = at.min(xml.len());
    while !xml.is_char_boundary(at) {
        at -= 1;
    }
    let mut closed = 0_usize;
    let mut rest = &xml[..at];
    loop {
        let opening = rest.rfind(OPENING_MARK)?;
        if let Some(closing) = rest.rfind(CLOSING_MARK)
            && closing > opening
        {
            closed += 1;
            rest = &rest[..closing];
            continue;
        }
        if closed == 0 {
            return rest[opening + OPENING_MARK.len()..].split("?>").next();
        }
        closed -= 1;
        rest = &rest[..opening];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_finds_the_template_that_wrote_it() {
        let xml = "<?mau a?>1<?mau b?>2<?het?>3<?mau c?>4<?het?>5<?het?>";
        let at = |letter: char| template_at(xml, xml.find(letter).expect("in the text"));
        assert_eq!(
            [at('1'), at('2'), at('3'), at('4'), at('5')],
            [Some("a"), Some("b"), Some("a"), Some("c"), Some("a")]
        );
        assert_eq!(template_at("không có", 3), None);
    }
}
