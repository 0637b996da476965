//! Bodies, documents cited, the programme and the legal bases.

use super::super::reader::Reader;
use super::super::schema::Registry as RegistryKind;
use super::super::yaml::{Node, Value};
use super::super::{Body, CitedDocument, LegalBasis, Programme, ProgrammeProject, key};

impl Reader {
    pub(super) fn legal_basis(&mut self, node: &Node) -> Option<LegalBasis> {
        let span = node.span.clone();
        if let Value::Text(_) = node.value {
            let id = self.id(node, RegistryKind::Documents, &key::LEGAL_BASES)?;
            return Some(LegalBasis { verb: None, proposer: None, documents: vec![id], text: None, span });
        }
        let fields = self.group(node, &key::LEGAL_BASIS, &key::LEGAL_BASES)?;
        let basis = LegalBasis {
            verb: self.opt_text(&fields, &key::BASIS_VERB),
            proposer: self.opt_id_or_text(&fields, &key::BASIS_PROPOSER, RegistryKind::Bodies),
            documents: self.opt_ids(&fields, &key::BASIS_DOCUMENT, RegistryKind::Documents),
            text: self.opt_text(&fields, &key::BASIS_TEXT),
            span,
        };
        self.one_of(&fields, &[&key::BASIS_DOCUMENT, &key::BASIS_TEXT, &key::BASIS_PROPOSER]);
        Some(basis)
    }

    pub(super) fn body(&mut self, node: &Node) -> Option<Body> {
        let fields = self.group(node, &key::BODY_ENTRY, &key::BODIES)?;
        let name = self.opt_text(&fields, &key::BODY_NAME);
        let body = Body {
            short: self.opt_text(&fields, &key::BODY_SHORT),
            lines: self.opt_texts(&fields, &key::BODY_LINES),
            parent: self.opt_id(&fields, &key::BODY_PARENT, RegistryKind::Bodies),
            groups: self.opt_texts(&fields, &key::BODY_GROUPS),
            from: self.opt_date(&fields, &key::BODY_FROM),
            until: self.opt_date(&fields, &key::BODY_UNTIL),
            name: name?,
        };
        Some(body)
    }

    pub(super) fn document(&mut self, node: &Node) -> Option<CitedDocument> {
        let fields = self.group(node, &key::DOCUMENT, &key::DOCUMENTS)?;
        let kind = self.opt_text(&fields, &key::DOCUMENT_KIND);
        let document = CitedDocument {
            number: self.opt_text(&fields, &key::DOCUMENT_NUMBER),
            date: self.opt_date(&fields, &key::DOCUMENT_DATE),
            carries_out: self.opt_id(&fields, &key::DOCUMENT_CARRIES_OUT, RegistryKind::Documents),
            url: self.opt_text(&fields, &key::DOCUMENT_URL),
            issuer: self.opt_id_or_text(&fields, &key::DOCUMENT_ISSUER, RegistryKind::Bodies),
            subject: self.opt_text(&fields, &key::DOCUMENT_SUBJECT),
            kind: kind?,
        };
        Some(document)
    }

    pub(super) fn programme(&mut self, node: &Node) -> Option<Programme> {
        let fields = self.group(node, &key::PROGRAMME_SHAPE, &key::PROGRAMME)?;
        let name = self.opt_text(&fields, &key::PROGRAMME_NAME);
        let programme = Programme {
            short: self.opt_text(&fields, &key::PROGRAMME_SHORT),
            decision: self.opt_id(&fields, &key::PROGRAMME_DECISION, RegistryKind::Documents),
            period: self.opt_period(&fields, &key::PROGRAMME_PERIOD),
            projects: self.entities(&fields, &key::PROGRAMME_PROJECTS, Self::programme_project),
            name: name?,
        };
        Some(programme)
    }

    pub(super) fn programme_project(&mut self, node: &Node) -> Option<ProgrammeProject> {
        let fields = self.group(node, &key::PROGRAMME_PROJECT, &key::PROGRAMME_PROJECTS)?;
        let (number, name) = (self.opt_text(&fields, &key::PROJECT_NUMBER), self.opt_text(&fields, &key::PROJECT_NAME));
        let part_of = self.opt_id(&fields, &key::PROJECT_OF, RegistryKind::Projects);
        Some(ProgrammeProject { number: number?, name: name?, part_of })
    }
}
