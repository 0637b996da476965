//! Bodies, citations and projects by name.

use serde::Serialize;

use crate::plan::body::Body;
use crate::plan::cited::{CitedDocument, LegalBasis};
use crate::plan::lead::{CoLeads, Lead};
use crate::template::words::{DOCUMENTS, Viewer};
use crate::template::xml::{Citation, Xml};
use crate::value::date::BLANK;
use crate::value::{IdOrText, Ref};

/// A body (cơ quan).
#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::template) struct BodyView {
    pub(in crate::template) ten: Xml,
    pub(in crate::template) ten_ngan: Xml,
}

/// One căn cứ.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct BasisView {
    dong_tu: Xml,
    van_ban: Vec<Xml>,
    loi: Option<Xml>,
}

/// What a project is called.
#[derive(Debug, Clone, Default)]
pub(in crate::template) struct ProjectName {
    /// Without the Dự án that it is a part of: "Tiểu dự án 2".
    pub(in crate::template) short: Xml,
    /// "Tiểu dự án 2 thuộc Dự án 6".
    pub(in crate::template) called: Xml,
    /// Its name.
    pub(in crate::template) name: Xml,
}

/// Kinds of document that are cited by name, without number and issuer. Phụ lục I, phần I, mục II, khoản 6.
const LAWS: [&str; 3] = ["Luật", "Bộ luật", "Pháp lệnh"];

/// A date with gaps for what is not known yet.
fn blank_date() -> String {
    format!("ngày {BLANK} tháng {BLANK} năm {BLANK}")
}

impl Viewer<'_> {
    /// A body by its id.
    pub(in crate::template) fn body_named(&self, id: &str) -> BodyView {
        let Some(body) = self.plan.bodies.get(id) else { return BodyView::default() };
        let ten = self.opt_words(body.name.as_ref()).unwrap_or_default();
        let ten_ngan = self.opt_words(body.short.as_ref()).unwrap_or_else(|| ten.clone());
        BodyView { ten, ten_ngan }
    }

    pub(in crate::template) fn body(&self, id: &Ref<Body>) -> BodyView {
        self.body_named(&id.name)
    }

    pub(in crate::template) fn bodies(&self, ids: &[Ref<Body>]) -> Vec<BodyView> {
        ids.iter().map(|id| self.body(id)).collect()
    }

    /// A body by id or in words.
    pub(in crate::template) fn named(&self, body: &IdOrText<Body>) -> BodyView {
        match body {
            IdOrText::Id(id) => self.body(id),
            IdOrText::Text(text) => {
                let ten = self.words(text);
                BodyView { ten_ngan: ten.clone(), ten }
            }
        }
    }

    /// A body that leads, with its part in brackets.
    pub(in crate::template) fn lead(&self, lead: &Lead) -> BodyView {
        let body = self.named(&lead.body);
        match self.opt_words(lead.role.as_ref()) {
            Some(role) => BodyView {
                ten: Xml::format("{} ({})", &[&body.ten, &role]),
                ten_ngan: Xml::format("{} ({})", &[&body.ten_ngan, &role]),
            },
            None => body,
        }
    }

    /// Bodies that lead a part, each with its part in brackets.
    pub(in crate::template) fn co_leads(&self, leads: &CoLeads) -> Vec<BodyView> {
        leads.0.iter().map(|lead| self.lead(lead)).collect()
    }

    /// The issuers' names.
    pub(in crate::template) fn issuer_name(&self) -> Xml {
        let names: Vec<_> = self.plan.issuers.iter().map(|issuer| self.named(issuer).ten).collect();
        Xml::join(&names, ", ").attribute()
    }

    /// The issuers' names, broken into lines.
    pub(in crate::template) fn issuers(&self) -> Vec<Xml> {
        self.plan.issuers.iter().map(|issuer| self.lines_of(issuer)).collect()
    }

    /// A name in lines: as declared, else broken after "Ủy ban nhân dân".
    pub(in crate::template) fn lines_of(&self, issuer: &IdOrText<Body>) -> Xml {
        let mut lines = match issuer {
            IdOrText::Id(id) => self
                .plan
                .bodies
                .get(&id.name)
                .map(|body| self.all_words(body.lines.iter().map(|line| &line.0)))
                .unwrap_or_default(),
            IdOrText::Text(_) => Vec::new(),
        };
        let name = self.named(issuer).ten;
        if lines.is_empty() {
            let letters = name.to_string();
            for kind in ["Ủy ban nhân dân ", "Hội đồng nhân dân "] {
                if let Some(place) = letters.strip_prefix(kind) {
                    lines = vec![Xml::words(kind.trim_end()), Xml::from_view(place)];
                }
            }
        }
        if lines.is_empty() {
            lines = vec![name];
        }
        let mut xml = Xml::default();
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                xml.push(&Xml::line_break(), crate::value::Look::default());
            }
            xml.push(line, crate::value::Look::default());
        }
        xml
    }

    pub(in crate::template) fn basis(&self, basis: &LegalBasis) -> BasisView {
        let usual = match &basis.proposer {
            Some(proposer) if basis.documents.is_empty() => {
                Xml::format("Theo đề nghị của {}", &[&self.named(proposer).ten])
            }
            Some(proposer) => Xml::format("Theo đề nghị của {} tại", &[&self.named(proposer).ten]),
            None => Xml::words("Căn cứ"),
        };
        BasisView {
            dong_tu: self.opt_words(basis.verb.as_ref()).unwrap_or(usual),
            van_ban: basis.documents.iter().map(|id| self.citation(&id.name, true)).collect(),
            loi: self.opt_words(basis.text.as_ref()),
        }
    }

    /// The citation of a document.
    pub(in crate::template) fn citation(&self, id: &str, always_full: bool) -> Xml {
        let Some(document) = self.plan.documents.get(id) else { return Xml::default() };
        self.opened(format!("{DOCUMENTS}.{id}"), || {
            let called = self.opt_words(document.short.as_ref());
            let definition = called.as_ref().map(|called| Xml::format("(sau đây gọi tắt là {})", &[called]));
            let short = called.unwrap_or_else(|| self.short_citation(id));
            Xml::citation(id, always_full, &Citation { full: self.full_citation(document), short, definition })
        })
    }

    fn full_citation(&self, document: &CitedDocument) -> Xml {
        let kind = self.opt_words(document.kind.as_ref()).unwrap_or_default();
        let date = document.date.as_ref().map(|date| date.value.0.display_full());
        let date = date.or_else(|| self.issues(document).then(blank_date)).map(|date| format!(" {date}"));
        let date = Xml::from(date.unwrap_or_default());
        let subject = self.opt_words(document.subject.as_ref()).map(|subject| Xml::format(" {}", &[&subject]));
        let subject = subject.unwrap_or_default();
        if LAWS.contains(&kind.letters().as_str()) {
            return Xml::concat([&kind, &subject, &date]);
        }
        let number = self.numbered(document);
        let issuer = document.issuer.as_ref().map(|issuer| Xml::format(" của {}", &[&self.named(issuer).ten]));
        Xml::concat([&kind, &number, &date, &issuer.unwrap_or_default(), &subject])
    }

    /// The citation of a document from its second on.
    pub(in crate::template) fn short_citation(&self, id: &str) -> Xml {
        let Some(document) = self.plan.documents.get(id) else { return Xml::default() };
        let kind = self.opt_words(document.kind.as_ref()).unwrap_or_default();
        if LAWS.contains(&kind.letters().as_str()) {
            let subject = self.opt_words(document.subject.as_ref()).map(|subject| Xml::format(" {}", &[&subject]));
            return Xml::concat([&kind, &subject.unwrap_or_default()]);
        }
        Xml::concat([&kind, &self.numbered(document)])
    }

    /// The line below trích yếu of a plan that a document issues, or that line's beginning in an appendix of such a plan.
    pub(in crate::template) fn attachment(&self, words: &Xml, document: &CitedDocument) -> Xml {
        let kind = self.opt_words(document.kind.as_ref()).unwrap_or_default();
        let number = self.numbered(document);
        let date = document.date.as_ref().map(|date| date.value.0.display_full());
        let date = Xml::from(date.unwrap_or_else(blank_date));
        let issuer = document.issuer.as_ref().map_or_else(|| self.issuer_name(), |issuer| self.named(issuer).ten);
        Xml::format("{} {}{} {} của {}", &[words, &kind, &number, &date, &issuer])
    }

    /// The number of a document; that of the document which issues the plan has a gap where it is not known yet.
    fn numbered(&self, document: &CitedDocument) -> Xml {
        let number = self.opt_words(document.number.as_ref());
        if !self.issues(document) {
            return number.map(|number| Xml::format(" số {}", &[&number])).unwrap_or_default();
        }
        let number = number.unwrap_or_default();
        let is_blank = number.is_empty() || number.to_string().starts_with('/');
        Xml::format(" số {}{}", &[&Xml::words(if is_blank { BLANK } else { "" }), &number])
    }

    /// Whether a document is the one that issues the plan.
    fn issues(&self, document: &CitedDocument) -> bool {
        self.plan.issuing_document().is_some_and(|own| std::ptr::eq(own, document))
    }

    /// What a project is called, and its name.
    pub(in crate::template) fn project_name(&self, id: &str) -> ProjectName {
        let projects = self.plan.programme.as_ref().map(|programme| &programme.projects);
        let find = |id: &str| projects.and_then(|projects| projects.get(id));
        let Some(project) = find(id) else { return ProjectName::default() };
        let number = self.opt_words(project.number.as_ref()).unwrap_or_default();
        let name = self.opt_words(project.name.as_ref()).unwrap_or_default();
        match project.part_of.as_ref().map(|parent| find(&parent.name)) {
            None => {
                let called = Xml::format("Dự án {}", &[&number]);
                ProjectName { short: called.clone(), called, name }
            }
            Some(parent) => {
                let of = parent.and_then(|parent| self.opt_words(parent.number.as_ref())).unwrap_or_default();
                let short = Xml::format("Tiểu dự án {}", &[&number]);
                ProjectName { called: Xml::format("{} thuộc Dự án {}", &[&short, &of]), short, name }
            }
        }
    }
}
