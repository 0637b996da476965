//! Reads plans, and the files of what plans share.

use super::body::Body;
use super::cited::CitedDocument;
use super::programme::Programme;
use super::shared::Shared;
use super::whole::{BODIES, DOCUMENTS, PROGRAMME, Plan};
use crate::diagnostic::Diagnostic;
use crate::schema::{Fields, NOTE, Reader, Record, Shape};
use crate::value::Registry;
use crate::yaml::Node;

/// Reads a plan, with what its folders share: what can be read, and what is wrong with the rest.
pub fn read_plan(node: &Node, shared: &Shared) -> (Plan, Vec<Diagnostic>) {
    let mut reader = Reader::default();
    let mut plan: Plan = reader.root(node);
    let own = Shared {
        bodies: std::mem::take(&mut plan.bodies),
        documents: std::mem::take(&mut plan.documents),
        programme: plan.programme.take(),
    };
    let mut all = shared.inherited(own.programme.is_some());
    reader.diagnostics.extend(all.merge(own));
    let plan = Plan { bodies: all.bodies, documents: all.documents, programme: all.programme, ..plan };
    (plan, reader.diagnostics)
}

/// A file of what plans share; its keys are those of a plan.
struct SharedFile {
    programme: Option<Programme>,
    bodies: Registry<Body>,
    documents: Registry<CitedDocument>,
}

/// Keys: tệp dùng chung.
pub static SHARED: Shape =
    Shape {
        name: "shared", title: "tệp dùng chung", keys: &[&PROGRAMME.key, &BODIES.key, &DOCUMENTS.key, &NOTE.key]
    };

impl Record for SharedFile {
    const SHAPE: &'static Shape = &SHARED;

    fn from_fields(fields: &Fields<'_>, reader: &mut Reader) -> Self {
        let _ = fields.get(&NOTE, reader);
        Self {
            programme: fields.get(&PROGRAMME, reader),
            bodies: fields.get(&BODIES, reader).unwrap_or_default(),
            documents: fields.get(&DOCUMENTS, reader).unwrap_or_default(),
        }
    }
}

/// Reads the files that the plans of a folder share, and adds what outer folders share: what could be read, whatever is
/// wrong with the rest. The files may use each other's ids, whatever their order, and those of outer folders.
pub fn read_shared(outer: &Shared, files: &[Node]) -> (Shared, Vec<Diagnostic>) {
    let mut reader = Reader::default();
    let read: Vec<SharedFile> = files.iter().map(|file| reader.root(file)).collect();
    let mut shared = outer.inherited(read.iter().any(|file| file.programme.is_some()));
    for file in read {
        let SharedFile { programme, bodies, documents } = file;
        reader.diagnostics.extend(shared.merge(Shared { bodies, documents, programme }));
    }
    (shared, reader.diagnostics)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;
    use crate::yaml;

    fn plan(text: &str) -> Plan {
        let node = yaml::read(&SourceFile::from_text("a.yaml", text), &|_| true).value.expect("YAML");
        read_plan(&node, &Shared::default()).0
    }

    const PLAN: &str = "so: 5\ntrich_yeu: Việc *gấp* của {{ nam }}\nchi_tieu: {a: {ten: tỷ lệ, gia_tri: \"1,50\"}}\n\
                        noi_dung: [{bang: {cot: [{ten: A}, {ten: B, loai: so}], dong: [[x, 2]]}}]\n";

    #[test]
    fn plans_that_mean_the_same_are_equal() {
        let other = "# ghi chú\nnoi_dung:\n- bang:\n    dong:\n    - [x, \"2\"]\n    cot:\n    - {ten: A}\n    - {loai: so, ten: B}\n\
                     chi_tieu:\n  a:\n    ghi_chu: nháp\n    gia_tri: 1,50\n    ten: \"tỷ   lệ\"\n\
                     trich_yeu: \"Vi\u{1EC7}c *gấp* của {{nam}}\"\nso: \"5\"\n";
        assert_eq!(plan(PLAN), plan(other));
        for (from, to) in [("2]", "3]"), ("*gấp*", "gấp"), ("so: 5", "so: 6"), ("1,50", "1,5"), ("{{ nam }}", "2026")]
        {
            assert_ne!(plan(PLAN), plan(&PLAN.replace(from, to)), "{from} → {to}");
        }
    }

    #[test]
    fn a_plan_with_mistakes_is_still_a_plan() {
        let read = plan("so: mười\ntrich_yeu: Thử\nla: lùng\nchi_tieu: [sai]\n");
        assert_eq!((read.number, read.subject.map(|text| text.letters())), (None, Some("Thử".to_owned())));
        assert!(plan("- a\n- b\n").subject.is_none());
    }
}
