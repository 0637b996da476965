//! Findings as text for a person.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Label, Severity};

/// Lines shown before and after the lines of a label.
const CONTEXT_LINES: usize = 1;

/// A line longer than this many letters is cut around its caret by the renderer.
const TERMINAL_WIDTH: usize = 140;

/// Whether text carries terminal colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Styling {
    /// Letters only.
    Plain,
    /// With ANSI colors.
    Colored,
}

/// Draws a finding: message, place with caret, what to write instead.
pub fn full(diagnostic: &Diagnostic, styling: Styling) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
    .with_name(diagnostic.severity.term());
    let windows = grouped(&diagnostic.labels);
    let mut group =
        level.primary_title(&diagnostic.message).id(diagnostic.code.id()).elements(windows.iter().map(snippet));
    if let (true, Some(file)) = (windows.is_empty(), &diagnostic.file) {
        group = group.element(Origin::path(file));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.with_name("gợi ý").message(help));
    }
    let renderer = match styling {
        Styling::Plain => Renderer::plain(),
        Styling::Colored => Renderer::styled(),
    };
    let groups: [Group<'_>; 1] = [group];
    renderer.decor_style(DecorStyle::Ascii).term_width(TERMINAL_WIDTH).render(&groups)
}

/// Labels of one file that stand near each other, with the part of its text that is shown.
struct Window<'a> {
    labels: Vec<(&'a Label, bool)>,
    lines: Range<usize>,
    first_line: usize,
}

fn grouped(labels: &[Label]) -> Vec<Window<'_>> {
    let mut windows: Vec<Window<'_>> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let file = &label.span.file;
        let lines = around(&file.text, &label.span.range);
        let near = windows.iter_mut().find(|window| {
            let known = &window.labels[0].0.span.file;
            known.name == file.name && lines.start <= window.lines.end && window.lines.start <= lines.end
        });
        match near {
            Some(window) => {
                window.lines = window.lines.start.min(lines.start)..window.lines.end.max(lines.end);
                window.labels.push((label, index == 0));
            }
            None => windows.push(Window { labels: vec![(label, index == 0)], lines, first_line: 0 }),
        }
    }
    for window in &mut windows {
        let text = &window.labels[0].0.span.file.text;
        window.first_line = text[..window.lines.start].matches('\n').count() + 1;
    }
    windows
}

fn snippet<'a>(window: &Window<'a>) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let file = &window.labels[0].0.span.file;
    let source = &file.text[window.lines.clone()];
    let mut snippet = Snippet::source(source).path(file.name.as_str()).line_start(window.first_line).fold(true);
    for (label, primary) in &window.labels {
        let kind = if *primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let start = label.span.range.start - window.lines.start;
        // A place that runs over several lines is shown by its first, so that a section does not fill the screen.
        let end = label.span.range.end.min(window.lines.end).saturating_sub(window.lines.start).max(start);
        let first_line_end = source[start..end].find('\n').map_or(end, |at| start + at);
        let annotation = kind.span(start..first_line_end);
        snippet = snippet.annotation(if label.text.is_empty() { annotation } else { annotation.label(&label.text) });
    }
    snippet
}

/// The lines that hold the start of a range, and a few around them.
fn around(text: &str, range: &Range<usize>) -> Range<usize> {
    let mut start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let mut end = text[range.start..].find('\n').map_or(text.len(), |at| range.start + at);
    for _ in 0..CONTEXT_LINES {
        if start > 0 {
            start = text[..start - 1].rfind('\n').map_or(0, |at| at + 1);
        }
        if end < text.len() {
            end = text[end + 1..].find('\n').map_or(text.len(), |at| end + 1 + at);
        }
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::source::{SourceFile, Span};

    #[test]
    fn a_place_longer_than_what_is_shown_is_cut() {
        let file = SourceFile::from_text("a.yaml", "- một\n- hai\n- ba\n- bốn\n");
        let place = Span::new(&file, 0..file.text.len());
        let shown = full(&Diagnostic::error(Code::WrongType, place, "sai"), Styling::Plain);
        assert!(shown.contains("1 | - một") && !shown.contains("bốn"), "{shown}");
    }
}
