//! The texts of a plan that are its own words, and the values that they name.

use crate::plan::Plan;
use crate::schema::{Visitor, Walk};
use crate::value::Text;

#[derive(Default)]
struct Texts<'a>(Vec<&'a Text>);

impl<'a> Visitor<'a> for Texts<'a> {
    fn text(&mut self, text: &'a Text) {
        self.0.push(text);
    }
}

/// Every text of a plan but those of its registers of bodies, documents and programme, which speak of other things.
pub(super) fn texts(plan: &Plan) -> Vec<&Text> {
    let mut texts = Texts::default();
    let parts: [&dyn Walked; 16] = [
        &plan.attached,
        &plan.subject,
        &plan.legal_bases,
        &plan.opening,
        &plan.purposes,
        &plan.demands,
        &plan.content,
        &plan.targets,
        &plan.projects,
        &plan.funding,
        &plan.tasks,
        &plan.responsibilities,
        &plan.reports,
        &plan.closing,
        &plan.appendices,
        &plan.recipients,
    ];
    for part in parts {
        part.collect(&mut texts);
    }
    texts.0
}

/// What can be walked through, whatever its type.
trait Walked {
    fn collect<'a>(&'a self, texts: &mut Texts<'a>);
}

impl<T: Walk> Walked for T {
    fn collect<'a>(&'a self, texts: &mut Texts<'a>) {
        self.walk(texts);
    }
}

/// The paths of all values that the texts of a plan name: `kinh_phi`, `tong`.
pub(super) fn named(plan: &Plan) -> Vec<Vec<&str>> {
    texts(plan)
        .into_iter()
        .flat_map(Text::values)
        .map(|named| named.path.iter().map(String::as_str).collect())
        .collect()
}
