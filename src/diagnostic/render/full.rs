//! A finding as a person reads it: message, lines with carets, what to write instead.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::super::excerpt::{Excerpt, excerpts};
use super::super::{Diagnostic, Severity, WAIVED};
use crate::visible;

/// Lines are cut before they are drawn.
const TERMINAL_WIDTH: usize = 10_000;
/// Letters of a sentence; no sentence of a finding that quotes as much as a person reads has more.
const MOST_LETTERS: usize = 1_000;
/// Places of a finding that are shown.
const MOST_LABELS: usize = 8;

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
    .with_name(if diagnostic.waived.is_some() { WAIVED } else { diagnostic.severity.term() });
    let excerpts = excerpts(&diagnostic.labels[..diagnostic.labels.len().min(MOST_LABELS)]);
    let title = level.primary_title(sentence(&diagnostic.message)).id(diagnostic.code.id);
    let mut group = title.elements(excerpts.iter().map(snippet));
    if let (true, Some(site)) = (excerpts.is_empty(), &diagnostic.site) {
        group = group.element(Origin::path(visible::text(&site.to_string())));
    }
    // What is set aside needs no advice; its reason is what the reader asks for.
    if let Some(reason) = &diagnostic.waived {
        group = group.element(Level::HELP.with_name("lý do").message(sentence(reason)));
    } else if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.with_name("gợi ý").message(sentence(help)));
    }
    let renderer = match styling {
        Styling::Plain => Renderer::plain(),
        Styling::Colored => Renderer::styled(),
    };
    let groups: [Group<'_>; 1] = [group];
    let drawn = renderer.decor_style(DecorStyle::Ascii).term_width(TERMINAL_WIDTH).render(&groups);
    excerpts.iter().fold(drawn, with_place)
}

/// A sentence that can be shown whatever it quotes.
fn sentence(text: &str) -> String {
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => visible::lines(&text[..end]) + "…",
        None => visible::lines(text),
    }
}

fn snippet<'a>(excerpt: &'a Excerpt<'_>) -> Snippet<'a, Annotation<'a>> {
    let source = Snippet::source(excerpt.text.as_str());
    let mut snippet = source.path(excerpt.name.as_str()).line_start(excerpt.first_line).fold(true);
    for mark in &excerpt.marks {
        let kind = if mark.is_primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(mark.range.clone());
        let text = &mark.label.text;
        snippet = snippet.annotation(if text.is_empty() { annotation } else { annotation.label(sentence(text)) });
    }
    snippet
}

/// Names the column of the file, not that of the line as it is shown, where the line is cut.
fn with_place(drawn: String, excerpt: &Excerpt<'_>) -> String {
    for mark in &excerpt.marks {
        let (line, column) = mark.place;
        let place = |column: usize| format!("{}:{line}:{column}", excerpt.name);
        let shown = place(mark.column);
        let is_whole = |at: &usize| !drawn[at + shown.len()..].starts_with(|next: char| next.is_ascii_digit());
        let at = drawn.match_indices(&shown).map(|(at, _)| at).find(is_whole);
        if let (true, Some(at)) = (mark.column != column, at) {
            return format!("{}{}{}", &drawn[..at], place(column), &drawn[at + shown.len()..]);
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::source::{SourceFile, Span};

    /// A finding about the words of a file, the first of them its own place.
    fn shown(text: &str, words: &[&str]) -> String {
        let file = SourceFile::from_text("a.yaml", text);
        let place = |word: &&str| {
            let at = file.text.find(word).expect("in the text");
            Span::new(&file, at..at + word.len())
        };
        let finding = Diagnostic::error(Code::WrongType, place(&words[0]), "sai");
        let finding = words[1..].iter().fold(finding, |finding, word| finding.label(place(word), "ở đây"));
        full(&finding, Styling::Plain)
    }

    #[test]
    fn a_place_longer_than_what_is_shown_is_cut() {
        let shown = shown("- một\n- hai\n- ba\n- bốn\n", &["- một\n- hai\n- ba\n- bốn\n"]);
        assert!(shown.contains("1 | - một") && !shown.contains("bốn"), "{shown}");
    }

    #[track_caller]
    fn check(text: &str, word: &str, place: &str, lines: &str) {
        let shown = shown(text, &[word]);
        assert!(shown.contains(&format!("--> a.yaml:{place}\n")), "{shown}");
        assert!(shown.contains(lines), "{shown}");
    }

    #[test]
    fn places_are_those_of_the_disk() {
        // Composed, the mark would stand in the ninth column.
        check("a: Tra\u{302}\u{300}m x", "x", "1:11", "1 | a: Tra\u{302}\u{300}m x\n  |         ^");
        check("\u{feff}a: b", "a", "1:1", "1 | a: b\n  | ^");
        check("\u{feff}a: b", "b", "1:4", "1 | a: b\n  |    ^");
        check("a: 1\r\nb: 2\r\nc: 3\r\n", "2", "2:4", "2 | b: 2\n  |    ^");
        check("a\u{1b}[2J\u{202e}b", "b", "1:7", "1 | a␛[2J�b\n  |       ^");
    }

    #[test]
    fn a_line_that_is_cut_names_the_column_of_the_file() {
        let text = format!("a: 1\nb: {}x{}", "chữ ".repeat(100), "chữ ".repeat(100));
        check(&text, "x", "2:404", "chữ xchữ ");
        assert!(shown(&text, &["x"]).contains("\n2 | …"));
    }

    #[test]
    fn what_is_shown_is_bounded() {
        let words: Vec<_> = (0..100).map(|index| format!("w{index:03}")).collect();
        let text = words.iter().map(|word| format!("{word}{}", "ơ".repeat(5_000))).collect::<String>();
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        assert!(text.len() > 1_000_000);
        let all = shown(&text, &words);
        assert!(all.contains("w007") && all.len() < 8_000, "{}", all.len());
        for word in words.iter().take(50) {
            assert!(shown(&text, &[word]).len() < 1_000);
        }
        let file = SourceFile::from_text("a.yaml", "x");
        let finding = Diagnostic::error(Code::WrongType, Span::new(&file, 0..1), "ơ".repeat(100_000));
        assert!(full(&finding.help("ơ".repeat(100_000)), Styling::Plain).len() < 8_000);
    }

    #[test]
    fn no_raw_letter_of_control_is_shown() {
        let file = SourceFile::from_text("a\u{1b}.yaml", "x");
        let finding = Diagnostic::error(Code::WrongType, Span::new(&file, 0..1), "giá trị «\u{1b}[2J\u{202e}»\n");
        let finding = finding.at_place("\u{9b}").help("\u{7}");
        let nowhere = Diagnostic::in_file(Code::WrongType, "\u{9b}", "\u{202e}");
        for shown in [full(&finding, Styling::Plain), full(&nowhere, Styling::Plain)] {
            let is_raw = |letter: char| letter != '\n' && visible::is_hidden(letter);
            assert!(!shown.contains(is_raw), "{shown:?}");
        }
        assert!(full(&finding, Styling::Plain).contains("a\\u{1b}.yaml:1:1"));
    }
}
