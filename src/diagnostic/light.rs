//! Findings without the files that they were found in: a run over thousands of plans keeps what it has to show of them, and
//! no more.

use std::sync::Arc;

use super::excerpt::around;
use super::{Diagnostic, Label};
use crate::source::{Extract, SourceFile, Span};

impl Diagnostic {
    /// The finding, as it would be shown, with no more of its files than shows it.
    #[must_use]
    pub fn light(mut self) -> Self {
        let mut spans: Vec<&mut Span> = self.labels.iter_mut().map(|label| &mut label.span).collect();
        spans.extend(self.fix.as_mut().map(|fix| &mut fix.span));
        lighten(&mut spans);
        self
    }
}

impl Label {
    /// The label with no more of its file than shows it.
    #[must_use]
    pub fn light(mut self) -> Self {
        lighten(&mut [&mut self.span]);
        self
    }
}

/// Puts in the place of each file the lines that its places stand on, and those that are shown around them.
fn lighten(spans: &mut [&mut Span]) {
    let mut files: Vec<Arc<SourceFile>> = Vec::new();
    for span in &*spans {
        if !files.contains(&span.file) {
            files.push(Arc::clone(&span.file));
        }
    }
    for file in files {
        let mut own: Vec<&mut &mut Span> = spans.iter_mut().filter(|span| span.file == file).collect();
        let ends = own.iter().flat_map(|span| [span.range.start, span.range.end]);
        let extract = Extract::new(&file, ends.map(|at| around(&file.text, at)));
        own.iter_mut().for_each(|span| ***span = extract.span(span));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::diagnostic::render::Run;
    use crate::diagnostic::render::full::{Styling, full};
    use crate::diagnostic::render::json::json;

    /// Asserts that a finding about words of a file, the first of them its own place, is shown alike without the file.
    #[track_caller]
    fn check(text: &str, words: &[&str]) {
        let file = SourceFile::from_text("a.yaml", text);
        let place = |word: &&str| {
            let at = file.text.find(word).expect("in the text");
            Span::new(&file, at..at + word.len())
        };
        let finding = Diagnostic::error(Code::WrongType, place(&words[0]), "sai").fix(place(&words[0]), "đúng");
        let finding = words[1..].iter().fold(finding, |finding, word| finding.label(place(word), "ở đây"));
        let light = finding.clone().light();
        assert!(light.labels[0].span.file.text.len() < file.text.len());
        assert_eq!(light.place(), finding.place());
        assert_eq!(full(&light, Styling::Plain), full(&finding, Styling::Plain));
        let run = |finding| Run { findings: vec![finding], files: Vec::new() };
        assert_eq!(json(&run(light)), json(&run(finding)));
    }

    #[test]
    fn what_is_shown_needs_no_file() {
        let lines: Vec<String> = (0..40).map(|line| format!("k{line:02}: Chữ thứ {line:02}")).collect();
        let text = lines.join("\n");
        check(&text, &["thứ 20"]);
        check(&text, &["k00"]);
        check(&text, &["thứ 39"]);
        check(&text, &["thứ 20", "k22", "k05", "k21"]);
        check(&text, &[&lines[7..30].join("\n"), "k28"]);
        check(&format!("\u{feff}{}", lines.join("\r\n")), &["k00", "thứ 09", "k30"]);
        check(&text.replace("ứ", "u\u{31b}\u{301}"), &["k00", "thứ 09", "k30"]);
    }
}
