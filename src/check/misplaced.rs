//! Words of another level or time than the plan's, looked for once for all rules.

use super::texts::texts;
use super::written::letters;
use crate::language::{Issuer, OutOfPlace, out_of_place};
use crate::plan::Plan;
use crate::value::{IdOrText, Text};

/// The day on which the district level ended.
const DISTRICTS_ENDED: (i32, u8, u8) = (2025, 7, 1);

/// The texts of a plan that have words of another level or time, each with those.
pub(super) fn misplaced(plan: &Plan) -> Vec<(&Text, Vec<OutOfPlace>)> {
    let is_after = plan.issue_date().is_some_and(|date| date.or_first() >= DISTRICTS_ENDED);
    let issuer = issuer(plan);
    if issuer == Issuer::Other && !is_after {
        return Vec::new();
    }
    let found = texts(plan).into_iter().map(|text| (text, out_of_place(&letters(text), issuer, is_after)));
    found.filter(|(_, phrases)| !phrases.is_empty()).collect()
}

/// Who issues a plan; one of several is not asked.
fn issuer(plan: &Plan) -> Issuer {
    let name = match plan.issuers.0.as_slice() {
        [IdOrText::Text(text)] => Some(text),
        [IdOrText::Id(id)] => plan.bodies.get(&id.name).and_then(|body| body.name.as_ref()),
        _ => None,
    };
    name.map_or(Issuer::Other, |name| Issuer::of_name(&letters(name)))
}
