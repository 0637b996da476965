//! Errors of Tera as findings in Vietnamese, at the template's own place.

#![expect(clippy::wildcard_enum_match_arm, reason = "Tera may name new kinds of error")]

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, ErrorKind};

use super::built_in::BUILT_IN;
use super::sentence::explain;
use super::trace::marked;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{SourceFile, Span};

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
    marked(name, &file.text).find(&file.text).unwrap_or(0)
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
    let text = marked(name, &file.text);
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
            let span = include_chain.iter().find_map(|called| call(tpl, called, sources));
            let chain = include_chain.join(" → ");
            at(Code::TemplateCycle, format!("các mẫu gọi vòng: {chain}"), span, tpl).help("bỏ lời gọi khép vòng")
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let span = inheritance_chain.iter().find_map(|parent| call(tpl, parent, sources));
            let chain = inheritance_chain.join(" → ");
            at(Code::TemplateCycle, format!("các mẫu kế thừa vòng: {chain}"), span, tpl).help("bỏ lời gọi khép vòng")
        }
        ErrorKind::MissingParent { current, parent } => {
            let span = call(current, parent, sources);
            at(Code::TemplateName, format!("không có mẫu «{parent}»"), span, current).help("sửa tên sau extends")
        }
        ErrorKind::TemplateNotFound(name) => {
            let span = sources.keys().find_map(|caller| call(caller, name, sources));
            at(Code::TemplateName, format!("không có mẫu «{name}»"), span, name).help("sửa tên sau include")
        }
        ErrorKind::Msg(text) if text.contains("recursion depth") => endless_components(sources),
        other => {
            let message = other.to_string();
            let (template, span) = named_last(&message, sources);
            let (code, message) = explain(&message, Code::TemplateRender, "mẫu không chạy được");
            at(code, message, span, template).help("đối chiếu với mẫu có sẵn cùng tên")
        }
    }
}

/// The template that an error without a place names last, and where in it the thing stands that it names first.
fn named_last<'m>(message: &'m str, sources: &BTreeMap<String, Arc<SourceFile>>) -> (&'m str, Option<Span>) {
    let names: Vec<_> = message.split('`').skip(1).step_by(2).collect();
    let Some((name, file)) = names.iter().rev().find_map(|name| Some((*name, sources.get(*name)?))) else {
        return ("", None);
    };
    let thing = names.first().and_then(|thing| Some((file.text.find(thing)?, thing.len())));
    (name, thing.map(|(at, length)| Span::new(file, at..at + length)))
}

/// Where a template names another.
fn call(caller: &str, called: &str, sources: &BTreeMap<String, Arc<SourceFile>>) -> Option<Span> {
    let file = sources.get(caller)?;
    let quoted = ['"', '\''].map(|quote| format!("{quote}{called}{quote}"));
    let at = quoted.iter().find_map(|name| file.text.find(name.as_str()))?;
    Some(Span::new(file, at + 1..at + 1 + called.len()))
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
    let own =
        sources.iter().filter(|(name, file)| !BUILT_IN.iter().any(|(known, text)| known == name && *text == file.text));
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
