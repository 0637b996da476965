//! What took the place of bodies and documents, to the end of the way.

use std::collections::HashMap;

use crate::plan::Plan;
use crate::plan::body::BODY;
use crate::plan::cited::DOCUMENT;
use crate::plan::successor::successors;

/// The heirs of each body and document that has any, the next one first, by the name of its noun and its id.
pub(super) fn of(plan: &Plan) -> HashMap<(&'static str, String), Vec<String>> {
    let owned = |heirs: Vec<&str>| heirs.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let bodies = plan.bodies.ids().map(|id| {
        let heirs = successors(&plan.bodies, id, |body| body.replaced_by.as_ref());
        ((BODY.name, id.to_owned()), owned(heirs))
    });
    let documents = plan.documents.ids().map(|id| {
        let heirs = successors(&plan.documents, id, |document| document.replaced_by.as_ref());
        ((DOCUMENT.name, id.to_owned()), owned(heirs))
    });
    bodies.chain(documents).filter(|(_, heirs)| !heirs.is_empty()).collect()
}
