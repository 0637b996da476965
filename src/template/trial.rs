//! The trial of a template set: every template on built-in plans, before any clerk's plan is built.

use crate::diagnostic::Diagnostic;
use crate::plan::{Plan, Shared, read_plan};
use crate::source::SourceFile;
use crate::yaml;

/// Plans that between them use every template, every kind of data in every form, and both statuses.
const SAMPLES: [(&str, &str); 3] = [
    ("mẫu thử 1", include_str!("trial/du_lieu.yaml")),
    ("mẫu thử 2", include_str!("trial/thong_thuong.yaml")),
    ("mẫu thử 3", include_str!("trial/kem_theo.yaml")),
];

/// What goes wrong when a template set meets the built-in plans; `faults` says what goes wrong with one.
pub fn findings(faults: impl Fn(&Plan) -> Vec<Diagnostic>) -> Vec<Diagnostic> {
    for plan in plans() {
        let found = faults(&plan);
        if found.is_empty() {
            continue;
        }
        // A fault in a loop is one fault.
        let mut once: Vec<Diagnostic> = Vec::new();
        for fault in found {
            if !once.iter().any(|known| known.message == fault.message) {
                once.push(fault);
            }
        }
        return once;
    }
    Vec::new()
}

/// The built-in plans.
pub fn plans() -> impl Iterator<Item = Plan> {
    SAMPLES.into_iter().map(|(name, text)| sample(name, text))
}

fn sample(name: &str, text: &str) -> Plan {
    let file = SourceFile::from_text(name, text);
    let node = yaml::read(&file, &|_| true).value.expect("a built-in plan is YAML");
    let (plan, found) = read_plan(&node, &Shared::default());
    assert!(found.is_empty(), "a built-in plan is a plan: {found:?}");
    plan
}

#[cfg(test)]
mod tests {
    use crate::pipeline::document;
    use crate::template::Templates;

    use super::*;

    #[test]
    fn the_built_in_templates_pass() {
        let templates = Templates::load(&[]).unwrap_or_else(|found| panic!("{found:?}"));
        assert_eq!(findings(|plan| document(&templates, plan, plan.own_status()).err().unwrap_or_default()), []);
    }
}
