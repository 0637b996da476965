//! What a rule about a finished file is: data, and a function from a measured file to findings.

use super::expected::Expected;
use super::kind::Kind;
use super::observed::{Medium, Observed, Place};
use super::parts::{Marker, Part, Parts};
use super::piece::Piece;
use crate::decree::measured::Tolerance;
use crate::decree::{Component, Decree};
use crate::diagnostic::{Code, Diagnostic, Severity, Site};
use crate::vietnamese::shortened;

/// What a rule rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Written in the decree or its Phụ lục.
    Decree,
    /// Shown in its samples only.
    Sample,
    /// Another law or decree.
    OtherLaw,
    /// Practice of offices; the decree is silent.
    Practice,
}

impl Basis {
    /// How grave a fault is.
    pub fn severity(self) -> Severity {
        match self {
            Self::Decree => Severity::Error,
            Self::Sample | Self::OtherLaw => Severity::Warning,
            Self::Practice => Severity::Info,
        }
    }

    /// What the basis is called.
    pub fn term(self) -> &'static str {
        match self {
            Self::Decree => "Nghị định",
            Self::Sample => "mẫu của Nghị định",
            Self::OtherLaw => "văn bản khác",
            Self::Practice => "thông lệ",
        }
    }
}

/// Which kinds of document a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kinds {
    /// Every administrative document.
    All,
    /// Those with tên loại.
    Named,
    /// Kế hoạch alone.
    Plans,
}

/// Why a rule says nothing about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// It is not about such a file.
    NotApplicable(String),
    /// The file does not tell.
    NotMeasured(String),
}

/// What came of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Measured, and right.
    Fine,
    /// So many findings.
    Found(usize),
    /// Not about such a file, and why.
    NotApplicable(String),
    /// The file does not tell, and why.
    NotMeasured(String),
}

/// A check: what it measured is right or has been told; or why nothing can be said.
pub type Check = fn(&Case<'_>, &mut Findings<'_>) -> Result<(), Silence>;

/// A rule that finished files must keep.
#[derive(Debug)]
pub struct Rule {
    /// The code of its findings, `ND30-M01`.
    pub code: Code,
    /// What it rests on.
    pub basis: Basis,
    /// Whether drafts are let off.
    pub is_for_final: bool,
    /// Which kinds of document it is about.
    pub kinds: Kinds,
    /// The clause.
    pub clause: &'static str,
    /// What is measured in a DOCX; empty where it holds nothing of it.
    pub docx: &'static str,
    /// What is measured in a PDF; empty where it holds nothing of it.
    pub pdf: &'static str,
    /// What to do in Word.
    pub cure: &'static str,
    /// An example of the fault.
    pub wrong: &'static str,
    /// The same without it.
    pub right: &'static str,
    /// Adds what it finds.
    pub check: Check,
}

impl Rule {
    /// What most rules have in common: they rest on the decree and are about drafts and every kind.
    pub const USUAL: Self = Self {
        code: Code { id: "", title: "", about: "" },
        basis: Basis::Decree,
        is_for_final: false,
        kinds: Kinds::All,
        clause: "",
        docx: "",
        pdf: "",
        cure: "",
        wrong: "",
        right: "",
        check: |_, _| Ok(()),
    };

    /// What it measures in a format; empty for nothing.
    pub fn measures(&self, medium: Medium) -> &'static str {
        match medium {
            Medium::Docx => self.docx,
            Medium::Pdf => self.pdf,
        }
    }

    /// Judges a file.
    pub fn judge(&self, case: &Case<'_>, found: &mut Vec<Diagnostic>) -> Verdict {
        if let Some(reason) = self.not_applicable(case) {
            return Verdict::NotApplicable(reason);
        }
        if self.measures(case.observed.medium).is_empty() {
            let name = case.medium_name();
            return Verdict::NotMeasured(format!("tệp {name} không ghi điều này"));
        }
        let before = found.len();
        let silence = (self.check)(case, &mut Findings { rule: self, case, found });
        match (found.len() - before, silence) {
            (0, Ok(())) => Verdict::Fine,
            (0, Err(Silence::NotApplicable(reason))) => Verdict::NotApplicable(reason),
            (0, Err(Silence::NotMeasured(reason))) => Verdict::NotMeasured(reason),
            (count, _) => Verdict::Found(count),
        }
    }

    fn not_applicable(&self, case: &Case<'_>) -> Option<String> {
        let kind = case.parts.kind;
        let is_about = match self.kinds {
            Kinds::All => true,
            Kinds::Named => !matches!(kind, Kind::Dispatch | Kind::Unknown),
            Kinds::Plans => kind == Kind::Plan,
        };
        if !is_about {
            return Some(format!("không áp dụng cho {}", kind.term()));
        }
        (self.is_for_final && case.is_draft()).then(|| "văn bản là dự thảo".to_owned())
    }
}

/// A measured file that is judged.
#[derive(Debug)]
pub struct Case<'a> {
    /// The name of the file.
    pub file: &'a str,
    /// What was measured.
    pub observed: &'a Observed,
    /// What is permitted.
    pub decree: &'a Decree,
    /// What the office expects.
    pub expected: &'a Expected,
    /// What it is and where its parts stand.
    pub parts: &'a Parts,
}

impl<'a> Case<'a> {
    /// Whether the file is judged as a draft.
    pub fn is_draft(&self) -> bool {
        self.expected.is_final.map_or(self.parts.is_draft, |is_final| !is_final)
    }

    /// The format, as people call it.
    pub fn medium_name(&self) -> &'static str {
        match self.observed.medium {
            Medium::Docx => "DOCX",
            Medium::Pdf => "PDF",
        }
    }

    /// How far a measure may be off.
    pub fn tolerance(&self) -> Tolerance {
        match self.observed.medium {
            Medium::Docx => Tolerance::DOCX,
            Medium::Pdf => Tolerance::PDF,
        }
    }

    /// The first part that is a component.
    ///
    /// # Errors
    /// That there is none.
    pub fn first(&self, component: Component) -> Result<&'a Part, Silence> {
        self.parts.first(component).ok_or_else(|| missing(component))
    }

    /// The last part that is a component.
    ///
    /// # Errors
    /// That there is none.
    pub fn last(&self, component: Component) -> Result<&'a Part, Silence> {
        self.parts.last(component).ok_or_else(|| missing(component))
    }

    /// Every part that is a component, those of appendices too.
    ///
    /// # Errors
    /// That there is none.
    pub fn every(&self, component: Component) -> Result<Vec<&'a Part>, Silence> {
        let found: Vec<_> = self.parts.everywhere(component).collect();
        if found.is_empty() { Err(missing(component)) } else { Ok(found) }
    }

    /// Whether the kind of the document is certain, and its head is read as it stands, so that a part not found is not there.
    pub fn is_whole(&self) -> bool {
        let is_known = matches!(self.parts.kind, Kind::Plan | Kind::Report | Kind::Submission | Kind::Decision);
        let has = |component| self.parts.first(component).is_some();
        let has_head = has(Component::NationalTitle) && has(Component::Issuer) && has(Component::DocumentType);
        is_known && has_head && self.observed.medium == Medium::Docx
    }

    /// Whether words above tên loại, or in a box, are such.
    pub fn head_says(&self, is_so: impl Fn(&str) -> bool) -> bool {
        let end = self.parts.first(Component::DocumentType).map_or(0, |part| part.piece.paragraph);
        let lines = self.observed.paragraphs.iter().take(end).map(|paragraph| paragraph.text.as_str());
        lines.chain(self.observed.boxes.iter().map(|boxed| boxed.text.as_str())).any(is_so)
    }

    /// The paragraphs of the body.
    ///
    /// A line of a PDF that goes on with «- xã hội» looks like an item; flush left it is none, and is left out.
    ///
    /// # Errors
    /// That there are none.
    pub fn body(&self) -> Result<Vec<&'a Part>, Silence> {
        let is_flush =
            |part: &Part| self.observed.first_line_at(part.piece).is_some_and(|at| at <= self.tolerance().indent);
        let is_split =
            |part: &Part| self.observed.medium == Medium::Pdf && part.marker == Some(Marker::Dash) && is_flush(part);
        let found: Vec<_> = self.parts.body().filter(|part| !is_split(part)).collect();
        if found.is_empty() { Err(missing(Component::BodyText)) } else { Ok(found) }
    }
}

/// That a file has no part of a kind.
pub fn missing(component: Component) -> Silence {
    Silence::NotApplicable(format!("không thấy phần «{}»", component.term()))
}

/// That a file does not tell.
pub fn not_measured(why: &str) -> Silence {
    Silence::NotMeasured(why.to_owned())
}

/// That a rule is not about such a file.
pub fn not_applicable(why: &str) -> Silence {
    Silence::NotApplicable(why.to_owned())
}

/// Takes the findings of a rule.
pub struct Findings<'f> {
    rule: &'f Rule,
    case: &'f Case<'f>,
    found: &'f mut Vec<Diagnostic>,
}

impl Findings<'_> {
    /// A finding at a place, as grave as the rule.
    pub fn at(&mut self, place: &Place, message: &str) {
        self.graded(self.rule.basis.severity(), place, message);
    }

    /// A finding at a piece.
    pub fn on(&mut self, piece: Piece, message: &str) {
        let place = self.case.observed.paragraph(piece).place.clone();
        self.at(&place, message);
    }

    /// A finding at a piece, of another gravity.
    pub fn graded_on(&mut self, severity: Severity, piece: Piece, message: &str) {
        let place = self.case.observed.paragraph(piece).place.clone();
        self.graded(severity, &place, message);
    }

    /// A finding in the file as a whole.
    pub fn in_file(&mut self, message: &str) {
        self.push(self.rule.basis.severity(), Site::File(self.case.file.to_owned()), message);
    }

    /// A finding at a place, of another gravity.
    pub fn graded(&mut self, severity: Severity, place: &Place, message: &str) {
        self.push(severity, site(self.case.file, place), message);
    }

    /// One finding for all the parts where something is so: `12 đoạn …, đoạn đầu: «…»`.
    pub fn summed(&mut self, parts: &[&Part], what: &str) {
        self.summed_as(self.rule.basis.severity(), parts, what);
    }

    /// The same, of another gravity.
    pub fn summed_as(&mut self, severity: Severity, parts: &[&Part], what: &str) {
        if let Some(first) = parts.first() {
            let message = summed(parts, what);
            self.graded_on(severity, first.piece, &message);
        }
    }

    fn push(&mut self, severity: Severity, site: Site, message: &str) {
        let mut finding = Diagnostic::at(self.rule.code, site, format!("{message} ({})", self.rule.clause));
        finding.severity = severity;
        self.found.push(if self.rule.cure.is_empty() { finding } else { finding.help(self.rule.cure) });
    }
}

/// A place of a file as findings name it.
pub fn site(file: &str, place: &Place) -> Site {
    let file = file.to_owned();
    match place {
        Place::Part { part, paragraph } => Site::Part { file, part: part.clone(), paragraph: *paragraph },
        Place::Page { page, .. } => Site::Page { file, page: *page },
    }
}

/// What is so of some parts, in one sentence.
pub fn summed(parts: &[&Part], what: &str) -> String {
    let excerpt = parts.first().map(|part| shortened(&part.text)).unwrap_or_default();
    match parts.len() {
        1 => format!("đoạn «{excerpt}» {what}"),
        count => format!("{count} đoạn {what}, đoạn đầu: «{excerpt}»"),
    }
}
