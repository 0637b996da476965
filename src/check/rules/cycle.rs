//! Something that stands above itself.

use std::collections::BTreeMap;

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::body::Body;
use crate::plan::cited::CitedDocument;
use crate::plan::programme::ProgrammeProject;
use crate::value::{Ref, Registry};

/// Something that stands above itself.
pub const CYCLE: Code = Code {
    id: "KH-0311",
    title: "vòng cấp trên, cấp dưới",
    about: "Một cơ quan, dự án hoặc văn bản đứng trên chính nó, qua một hay nhiều bước. Sửa một bước của vòng được nêu.",
};

/// A body, a project or a document stands above itself.
pub static RULE: Rule = Rule {
    code: CYCLE,
    level: Severity::Error,
    reason: "không gì đứng trên chính nó",
    about: CYCLE.about,
    wrong: "co_quan: {a: {ten: A, thuoc: b}, b: {ten: B, thuoc: a}}",
    right: "co_quan: {a: {ten: A, thuoc: b}, b: {ten: B}}",
    check,
};

/// What names the one above.
type Above<T> = fn(&T) -> Option<&Ref<T>>;

/// Steps of a chain that are named.
const MOST_NAMED: usize = 8;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let parent: Above<Body> = |body| body.parent.as_ref();
    let part_of: Above<ProgrammeProject> = |project| project.part_of.as_ref();
    let carries_out: Above<CitedDocument> = |document| document.carries_out.as_ref();
    cycles(&plan.bodies, parent, "cơ quan «{}» là cấp trên của chính nó", found);
    if let Some(programme) = &plan.programme {
        cycles(&programme.projects, part_of, "dự án «{}» là phần của chính nó", found);
    }
    cycles(&plan.documents, carries_out, "văn bản «{}» thực hiện chính nó", found);
}

/// Each has one above it at most: whoever walks up either ends, or meets a cycle.
fn cycles<T>(registry: &Registry<T>, above: Above<T>, said: &str, found: &mut Vec<Diagnostic>) {
    let up: BTreeMap<&str, &Ref<T>> =
        registry.iter().filter_map(|(id, entity)| Some((id.name.as_str(), above(entity)?))).collect();
    // Which walk has met an id first.
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for (walk, start) in registry.ids().enumerate() {
        let mut at = start;
        while !met.contains_key(at) {
            met.insert(at, walk);
            let Some(next) = up.get(at) else { break };
            at = &next.name;
        }
        if met.get(at) == Some(&walk) && up.contains_key(at) {
            found.extend(around(at, &up, said));
        }
    }
}

/// The finding for the cycle in which an id stands.
fn around<T>(id: &str, up: &BTreeMap<&str, &Ref<T>>, said: &str) -> Option<Diagnostic> {
    let first = up.get(id)?;
    let mut chain = vec![id];
    let mut at = first.name.as_str();
    while at != id {
        chain.push(at);
        at = &up.get(at)?.name;
    }
    let shown = if chain.len() > MOST_NAMED {
        format!("{} → … → {id}", chain[..MOST_NAMED].join(" → "))
    } else {
        format!("{} → {id}", chain.join(" → "))
    };
    let message = format!("{}: {shown}", said.replace("{}", id));
    let help = "sửa mã ở đây, hoặc ở một bước khác của vòng";
    Some(Diagnostic::error(CYCLE, first.span.clone(), message).help(help))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn chains_end() {
        let message = "lỗi «b»: cơ quan «a» là cấp trên của chính nó: a → b → a";
        check(&RULE, "co_quan: {a: {ten: A, thuoc: b}, b: {ten: B, thuoc: a}}", &[message]);
        let below =
            "co_quan: {x: {ten: X, thuoc: a}, a: {ten: A, thuoc: b}, b: {ten: B, thuoc: a}, y: {ten: Y, thuoc: x}}";
        check(&RULE, below, &[message]);
        check(&RULE, "co_quan: {a: {ten: A, thuoc: b}, b: {ten: B, thuoc: c}, c: {ten: C, thuoc: mat}}", &[]);
        let own = "chuong_trinh: {ten: C, du_an: {d: {so: 1, ten: D, thuoc: d}}}";
        check(&RULE, own, &["lỗi «d»: dự án «d» là phần của chính nó: d → d"]);
        let document = "van_ban: {v: {loai: Luật, thuc_hien: v}, w: {loai: Luật, thuc_hien: v}}";
        check(&RULE, document, &["lỗi «v»: văn bản «v» thực hiện chính nó: v → v"]);
    }

    #[test]
    fn long_chains_are_shortened() {
        let bodies: Vec<_> = (0..20).map(|at| format!("n{at}: {{ten: N, thuoc: n{}}}", (at + 1) % 20)).collect();
        let message = "lỗi «n1»: cơ quan «n0» là cấp trên của chính nó: n0 → n1 → n2 → n3 → n4 → n5 → n6 → n7 → … → n0";
        check(&RULE, &format!("co_quan: {{{}}}", bodies.join(", ")), &[message]);
    }
}
