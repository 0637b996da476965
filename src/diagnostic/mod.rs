//! What was found in a plan, a template or a setting: data, apart from how it is shown.

pub mod code;
mod excerpt;
mod light;
pub mod render;

pub use code::Code;
use serde::{Deserialize, Serialize};

use crate::source::Span;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Probably a mistake; the document can be built.
    Warning,
    /// The document cannot be built.
    Error,
}

impl Severity {
    /// The word that messages begin with.
    pub fn term(self) -> &'static str {
        match self {
            Self::Info => "lưu ý",
            Self::Warning => "cảnh báo",
            Self::Error => "lỗi",
        }
    }
}

/// A place and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is said; may be empty for the place of the message itself.
    pub text: String,
}

/// Where a finding is that has no place in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Site {
    /// In a file as a whole.
    File(String),
    /// In a part of a DOCX.
    Part {
        /// The DOCX.
        file: String,
        /// The name of the part: `word/document.xml`.
        part: String,
        /// The paragraph, from 1; 0 for the part as a whole.
        paragraph: usize,
    },
    /// On a page of a PDF.
    Page {
        /// The PDF.
        file: String,
        /// The page, from 1.
        page: u32,
    },
}

impl Site {
    /// The file.
    pub fn file(&self) -> &str {
        match self {
            Self::File(file) | Self::Part { file, .. } | Self::Page { file, .. } => file,
        }
    }
}

impl std::fmt::Display for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(file) => f.write_str(file),
            Self::Part { file, part, paragraph: 0 } => write!(f, "{file} ({part})"),
            Self::Part { file, paragraph, .. } => write!(f, "{file} (đoạn {paragraph})"),
            Self::Page { file, page } => write!(f, "{file} (trang {page})"),
        }
    }
}

/// What to write in place of some letters, where that is plain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// The letters.
    pub span: Span,
    /// What to write in their place.
    pub with: String,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its code.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// One Vietnamese sentence that stands alone and names the value.
    pub message: String,
    /// The place, then places that explain it. Empty when the fault has no place, as with a file that is not text.
    pub labels: Vec<Label>,
    /// Where, for a finding that has no place in a text.
    pub site: Option<Site>,
    /// What to write instead.
    pub help: Option<String>,
    /// The same for a program, where one thing alone can be meant.
    pub fix: Option<Fix>,
    /// Why the plan sets it aside; such a finding is shown and counts for nothing.
    pub waived: Option<String>,
}

/// The word that begins a finding which a plan sets aside.
pub const WAIVED: &str = "bỏ qua";

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            labels: vec![Label { span, text: String::new() }],
            site: None,
            help: None,
            fix: None,
            waived: None,
        }
    }

    /// An error in a file, at no place in its text.
    pub fn in_file(code: Code, file: impl Into<String>, message: impl Into<String>) -> Self {
        Self::at(code, Site::File(file.into()), message)
    }

    /// An error at a site that is no text.
    pub fn at(code: Code, site: Site, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            labels: Vec::new(),
            site: Some(site),
            help: None,
            fix: None,
            waived: None,
        }
    }

    /// The finding as a warning: the document can be built in spite of it.
    #[must_use]
    pub fn as_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// The finding with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The finding with what to write in place of some letters.
    #[must_use]
    pub fn fix(mut self, span: Span, with: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, with: with.into() });
        self
    }

    /// The finding with another place that explains it.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// The finding with words at its own place.
    #[must_use]
    pub fn at_place(mut self, text: impl Into<String>) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.text = text.into();
        }
        self
    }

    /// File and byte on disk, to sort findings by place.
    pub fn place(&self) -> (&str, usize) {
        match self.labels.first() {
            Some(label) => (&label.span.file.name, label.span.on_disk().start),
            None => (self.site.as_ref().map_or("", Site::file), 0),
        }
    }
}

/// What could be built, and all that was found on the way.
#[derive(Debug)]
pub struct Checked<T> {
    /// The value, if it could be built in spite of what was found.
    pub value: Option<T>,
    /// Everything found.
    pub diagnostics: Vec<Diagnostic>,
}

/// Whether any finding is an error.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    any_at(diagnostics, Severity::Error)
}

/// Whether any finding that is not set aside is so grave or graver.
pub fn any_at(diagnostics: &[Diagnostic], severity: Severity) -> bool {
    diagnostics.iter().any(|found| found.severity >= severity && found.waived.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_are_told_with_their_file() {
        let part =
            |paragraph| Site::Part { file: "a.docx".to_owned(), part: "word/document.xml".to_owned(), paragraph };
        let page = Site::Page { file: "a.pdf".to_owned(), page: 2 };
        assert_eq!([part(0), part(4)].map(|site| site.to_string()), ["a.docx (word/document.xml)", "a.docx (đoạn 4)"]);
        assert_eq!(page.to_string(), "a.pdf (trang 2)");
        assert_eq!(Diagnostic::at(Code::NotText, page, "sai").place(), ("a.pdf", 0));
    }
}
