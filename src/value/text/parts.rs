//! What a text is made of.

use crate::source::Span;

/// Words of a clerk. Spaces are single, a line breaks where the clerk broke it.
#[derive(Debug, Clone)]
pub struct Text {
    /// What they are made of, in order.
    pub parts: Vec<Part>,
    /// Where they stand.
    pub span: Span,
    /// How much room the page has for them.
    pub room: Room,
}

/// How much room a page has for words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Room {
    /// A paragraph, which may go over pages.
    #[default]
    Paragraph,
    /// One line, one box, or a heading of a few lines.
    Line,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.parts == other.parts
    }
}

/// How a part is set within its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// In bold letters.
    pub bold: bool,
    /// In italic letters.
    pub italic: bool,
}

/// A part of a text, of one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// How it is set.
    pub look: Look,
    /// What it is.
    pub what: What,
}

/// What a part of a text is.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Words.
    Words(String),
    /// A value of the plan, named in `{{ }}`.
    Value(Named),
    /// A line break.
    Break,
}

/// A value that a text names: `{{ kinh_phi.tong | hoa_dau }}`.
#[derive(Debug, Clone)]
pub struct Named {
    /// The names from the outermost in: `kinh_phi`, `tong`.
    pub path: Vec<String>,
    /// What is done with the value, in order.
    pub filters: Vec<Filter>,
    /// Where the path stands.
    pub span: Span,
}

impl PartialEq for Named {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.filters == other.filters
    }
}

impl Named {
    /// The path as it is written: `kinh_phi.tong`.
    pub fn written(&self) -> String {
        self.path.join(".")
    }
}

/// What may be done with a value inside a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// Its first letter in upper case.
    Capitalize,
    /// Its first letter in lower case.
    Uncapitalize,
    /// Ended with a full stop.
    FullStop,
    /// Ended with a semicolon.
    Semicolon,
    /// Without the mark that it ends with.
    Unended,
}

impl Filter {
    /// Every filter with the name by which sentences and templates call it.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Capitalize, "hoa_dau"),
        (Self::Uncapitalize, "thuong_dau"),
        (Self::FullStop, "cham"),
        (Self::Semicolon, "cham_phay"),
        (Self::Unended, "khong_cham"),
    ];

    /// The name by which sentences call it.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(known, _)| *known == self).map_or("", |(_, name)| name)
    }
}

impl Text {
    /// The letters without emphasis; a value stands as it is named, a line break as a space.
    pub fn letters(&self) -> String {
        match self.parts.as_slice() {
            [Part { what: What::Words(words), .. }] => words.clone(),
            parts => parts
                .iter()
                .map(|part| match &part.what {
                    What::Words(words) => words.clone(),
                    What::Value(named) => format!("{{{{ {} }}}}", named.written()),
                    What::Break => " ".to_owned(),
                })
                .collect(),
        }
    }

    /// Whether the text is just some words.
    pub fn is(&self, words: &str) -> bool {
        matches!(self.parts.as_slice(), [Part { what: What::Words(own), .. }] if own == words)
    }

    /// The values that it names.
    pub fn values(&self) -> impl Iterator<Item = &Named> {
        self.parts.iter().filter_map(|part| match &part.what {
            What::Value(named) => Some(named),
            What::Words(_) | What::Break => None,
        })
    }
}

/// Words that are compared, never printed: the name of a group, a symbol. They name no value and have no emphasis.
#[derive(Debug, Clone)]
pub struct Name {
    /// The words.
    pub words: String,
    /// Where they stand.
    pub span: Span,
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}
