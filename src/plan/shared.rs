//! What the plans of a folder share: read from files whose name begins with `_`.

use super::body::Body;
use super::cited::CitedDocument;
use super::programme::Programme;
use crate::diagnostic::{Code, Diagnostic};
use crate::value::{Entity, Registry};

/// What a folder's plans share.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shared {
    /// Bodies.
    pub bodies: Registry<Body>,
    /// Documents cited.
    pub documents: Registry<CitedDocument>,
    /// The programme.
    pub programme: Option<Programme>,
}

impl Shared {
    /// Adds what another file shares; an id that both declare is an error.
    pub(super) fn merge(&mut self, other: Self) -> Vec<Diagnostic> {
        let mut diagnostics = merge(&mut self.bodies, other.bodies);
        diagnostics.extend(merge(&mut self.documents, other.documents));
        match (&self.programme, other.programme) {
            (Some(known), Some(second)) => diagnostics.push(
                Diagnostic::error(
                    Code::DuplicateId,
                    second.place.first_line(),
                    "chương trình đã được khai báo ở nơi khác",
                )
                .label(known.place.first_line(), "khai báo ở đây")
                .help("một kế hoạch thực hiện một chương trình: giữ một nơi khai báo"),
            ),
            (None, Some(programme)) => self.programme = Some(programme),
            (_, None) => {}
        }
        diagnostics
    }

    /// What is inherited from outside: a programme of one's own takes the place of the one shared from outside.
    pub(super) fn inherited(&self, own_programme: bool) -> Self {
        Self { programme: self.programme.clone().filter(|_| !own_programme), ..self.clone() }
    }
}

fn merge<T: Entity>(into: &mut Registry<T>, from: Registry<T>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (id, entity) in from.into_entries() {
        match into.entry(&id.name).map(|(known, _)| known.span.clone()) {
            Some(known) => diagnostics.push(
                Diagnostic::error(
                    Code::DuplicateId,
                    id.span.clone(),
                    format!("{} «{}» đã được khai báo ở nơi khác", T::HOME.term, id.name),
                )
                .label(known, "khai báo ở đây")
                .help("giữ một nơi khai báo, hoặc đặt mã khác"),
            ),
            None => into.push(id, entity),
        }
    }
    diagnostics
}
