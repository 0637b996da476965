//! Findings for people and for programs: one file a format, all of them reading the same data.

pub mod concise;
pub mod full;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod junit;
mod position;
pub mod sarif;

use super::Diagnostic;

/// The name of the program in what other programs read.
const TOOL: &str = "kehoach";

/// What a run found: every finding, in the order of files and places, and every file that was looked at.
#[derive(Debug, Default)]
pub struct Run {
    /// The findings.
    pub findings: Vec<Diagnostic>,
    /// The files, without doubles, sorted.
    pub files: Vec<String>,
}

#[cfg(test)]
mod sample {
    use super::*;
    use crate::diagnostic::{Code, Site};
    use crate::source::{SourceFile, Span};

    /// One finding of each kind: in a text with a second place, advice and a fix; set aside; on a page.
    pub(super) fn run() -> Run {
        let file = SourceFile::from_text("plans/a.yaml", "\u{feff}so: 1\r\ntrich_yêu: Một, \"hai\"\r\n");
        let at = |word: &str| {
            let start = file.text.find(word).expect("in the text");
            Span::new(&file, start..start + word.len())
        };
        let wrong = Diagnostic::error(Code::UnknownKey, at("trich_yêu"), "khóa lạ «trich_yêu»")
            .help("có phải «trich_yeu»?")
            .label(at("1"), "số ở đây")
            .fix(at("trich_yêu"), "trich_yeu");
        let waived = Diagnostic {
            waived: Some("đúng như bản gốc".to_owned()),
            ..Diagnostic::error(Code::BadValue, at("1"), "số lạ").as_warning()
        };
        let page = Site::Page { file: "output/a.pdf".to_owned(), page: 2 };
        let paper = Diagnostic::at(Code::NotText, page, "50 % <sai>\nở đây").as_warning();
        Run {
            findings: vec![wrong, waived, paper],
            files: ["output/a.pdf", "plans/a.yaml", "plans/b.yaml"].map(str::to_owned).to_vec(),
        }
    }
}
