//! Paragraphs: words under the style of their component, lines of titles, rules below them.

use super::balance::balance;
use super::tree::{Block, Para, Run};
use super::typeface::Typeface;
use crate::decree::{Component, Decree, Letters, Slant, Style, Weight};
use crate::document::{Inline, Paragraph};
use crate::units::Length;

/// The two things every measure comes from.
pub(super) struct Ruler<'a> {
    pub(super) decree: &'a Decree,
    pub(super) typeface: &'a Typeface,
}

impl Ruler<'_> {
    /// A paragraph with its label.
    pub(super) fn paragraph(&self, paragraph: &Paragraph) -> Para {
        let mut style = self.decree.style(paragraph.component);
        let runs = runs(paragraph.label.iter().chain(&paragraph.text), &style);
        style.keep_with_next |= paragraph.leads_on;
        Para { heading: paragraph.heading, ..Para::new(paragraph.component, style, runs) }
    }

    /// Words as a paragraph of a component.
    pub(super) fn words(&self, component: Component, text: &[Inline]) -> Para {
        let style = self.decree.style(component);
        Para::new(component, style, runs(text, &style))
    }

    /// A centered paragraph in balanced lines, and the width of its last line.
    pub(super) fn centered(&self, component: Component, text: &[Inline], column: Length) -> (Para, Length) {
        let mut para = self.words(component, text);
        let lines = balance(&para.runs, column, |runs| self.typeface.runs_width(runs, para.style.size));
        let last = lines.last().map_or(Length::ZERO, |line| self.typeface.runs_width(line, para.style.size));
        para.runs = lines.join(&Run::Break);
        (para, last.min(column))
    }

    /// A rule below a text.
    pub(super) fn rule(&self, length: Length, column: Length, after: Length) -> Block {
        let lines = &self.decree.lines;
        Block::Rule { length, weight: lines.weight.chosen, before: lines.gap.chosen, after, column }
    }
}

/// Words under a style; emphasis inside italic or bold text cannot go further, so it is added, never turned back.
///
/// Neighbors of one look become one.
fn runs<'a>(text: impl IntoIterator<Item = &'a Inline>, style: &Style) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for inline in text {
        let Inline::Words { text, bold, italic } = inline else {
            runs.push(Run::Break);
            continue;
        };
        let (bold, italic) = (*bold || style.weight == Weight::Bold, *italic || style.slant == Slant::Italic);
        let text = match style.letters {
            Letters::AsWritten => text.clone(),
            Letters::Capitals => text.to_uppercase(),
        };
        match runs.last_mut() {
            Some(Run::Words { text: last, bold: last_bold, italic: last_italic })
                if (*last_bold, *last_italic) == (bold, italic) =>
            {
                last.push_str(&text);
            }
            _ => runs.push(Run::Words { text, bold, italic }),
        }
    }
    runs
}
