//! Tera: a plan's words into the XML vocabulary of documents.
//!
//! Owns the template set, its safety and its errors, and how each value of a plan is printed. Knows no tree, no number of the
//! layout and no format. What templates see of a clerk's words is XML already, escaped when it is made: data is never
//! markup, and templates only put it together.

mod built_in;
pub mod comparison;
mod error;
mod filters;
mod findings;
mod missing;
mod printed;
mod sentence;
pub mod slip;
mod trace;
pub mod trial;
mod values;
mod view;
mod words;
mod xml;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Tera};

use words::Viewer;

use crate::diagnostic::{Code, Diagnostic};
use crate::plan::document_type;
use crate::plan::mount::MountKind;
use crate::plan::{Plan, Status};
use crate::schema::limit::Limit;
use crate::source::{SourceFile, Span};
use crate::table::Tables;

pub use built_in::{BUILT_IN, about};
pub use findings::findings;

/// The question whether the built-in template with the name nearest to a mistyped one was meant, if any is near.
pub fn did_you_mean(name: &str) -> Option<String> {
    crate::vietnamese::did_you_mean(name, BUILT_IN.iter().map(|(known, _)| *known))
}

/// A set of templates, loaded and free of errors that show without data.
pub struct Templates {
    tera: Tera,
    sources: BTreeMap<String, Arc<SourceFile>>,
}

/// Rendered XML, and where each part of it comes from.
pub struct Rendered {
    /// The XML.
    pub xml: Arc<SourceFile>,
}

impl Templates {
    /// Loads the built-in templates, with files of an agency in place of those of the same name.
    ///
    /// # Errors
    /// What is wrong with the templates.
    pub fn load(overrides: &[(String, Arc<SourceFile>)]) -> Result<Self, Vec<Diagnostic>> {
        let mut sources: BTreeMap<String, Arc<SourceFile>> = BUILT_IN
            .iter()
            .map(|(name, text)| ((*name).to_owned(), SourceFile::from_text(&format!("templates/{name}"), text)))
            .collect();
        for (name, file) in overrides {
            sources.insert(name.clone(), Arc::clone(file));
        }
        let mut tera = Tera::default();
        // What views hold is escaped already.
        tera.autoescape_on(Vec::<&str>::new());
        filters::register(&mut tera);
        let marked: Vec<_> =
            sources.iter().map(|(name, file)| (name.clone(), trace::marked(name, &file.text))).collect();
        match tera.add_raw_templates(marked) {
            Ok(()) => Ok(Self { tera, sources }),
            Err(error) => Err(error::diagnostics(&error, &sources)),
        }
    }

    /// Whether all templates are the built-in ones, so that a fault of theirs is the program's.
    pub fn are_built_in(&self) -> bool {
        self.sources.iter().all(|(name, file)| BUILT_IN.iter().any(|(known, text)| known == name && *text == file.text))
    }

    /// The text of the office's own templates for each kind of data that one of them prints, with those that they may
    /// call; the parts of the built-in ones are told apart no more.
    pub fn own(&self) -> Vec<(MountKind, String)> {
        let is_own = |name: &str| {
            let file = self.sources.get(name);
            file.is_some_and(|file| !BUILT_IN.iter().any(|(known, text)| *known == name && *text == file.text))
        };
        let of_kind = |kind: &MountKind| format!("muc/{}.xml", kind.word());
        let kinds = MountKind::ALL.iter().copied().filter(|kind| is_own(&of_kind(kind)));
        kinds.map(|kind| (kind, self.with_called(&of_kind(&kind)))).collect()
    }

    /// The text of a template and of all that it calls, by name or as components.
    fn with_called(&self, name: &str) -> String {
        let mut called = vec![name];
        let mut texts = Vec::new();
        while let Some(name) = called.get(texts.len()) {
            let text = self.sources.get(*name).map_or("", |file| file.text.as_str());
            texts.push(text);
            for (other, file) in &self.sources {
                let is_component = components(&file.text).any(|name| text.contains(&format!("<{name} ")));
                if !called.contains(&other.as_str()) && (text.contains(other.as_str()) || is_component) {
                    called.push(other);
                }
            }
        }
        texts.concat()
    }

    /// Renders a plan.
    ///
    /// # Errors
    /// The template's mistake, at its place; or that the plan prints more than any document holds.
    pub fn render(&self, plan: &Plan, status: Status) -> Result<Rendered, Vec<Diagnostic>> {
        let tables = Tables::new(plan);
        let viewer = Viewer::new(plan, &tables, status);
        let view = viewer.plan();
        if viewer.is_exhausted() {
            return Err(vec![Limit::Expanded.exceeded(usize::MAX, plan.place.first_line())]);
        }
        let context = Context::from_serialize(&view).expect("a plan's view serializes");
        match self.tera.render(document_type::PLAN.frame, &context) {
            // As it is: composed anew, a `>` would melt into a mark that the words behind it begin with.
            Ok(text) => Ok(Rendered { xml: Arc::new(SourceFile::verbatim("kết quả của mẫu", text)) }),
            Err(error) => Err(error::diagnostics(&error, &self.sources)),
        }
    }
}

/// The components that a template declares.
fn components(text: &str) -> impl Iterator<Item = &str> {
    text.split("{% component ").skip(1).filter_map(|rest| rest.split('(').next()).map(str::trim)
}

impl Rendered {
    /// A finding about the rendered XML, which names the template that wrote the place and shows the lines around it.
    pub fn fault(&self, code: Code, range: std::ops::Range<usize>, message: String, help: String) -> Diagnostic {
        let template = trace::template_at(&self.xml.text, range.start);
        let message = match template {
            Some(name) => format!("mẫu «{name}»: {message}"),
            None => message,
        };
        Diagnostic::error(code, Span::new(&self.xml, range), message).help(help)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_templates_load() {
        assert!(Templates::load(&[]).is_ok());
    }

    #[test]
    fn own_templates_are_told_with_what_they_call() {
        let own = |name: &str, text: &str| {
            let file = SourceFile::from_text(name, text);
            let loaded = Templates::load(&[(name.to_owned(), file)]).unwrap_or_else(|found| panic!("{found:?}"));
            loaded.own()
        };
        assert!(own("phan/dau.xml", "<dau/>").is_empty());
        let found = own("muc/chi_tieu.xml", "{% for ct in dl.chi_tieu %}{{ <CauChiTieu ct={ct} /> }}{% endfor %}");
        let [(MountKind::Targets, text)] = found.as_slice() else { panic!("{found:?}") };
        assert!(text.contains("ct.doi_tuong") && !text.contains("da.muc_tieu"), "{text}");
        let found = own("muc/du_an.xml", "{% for da in dl.du_an %}{% include \"phan/phan_du_an.xml\" %}{% endfor %}");
        let [(MountKind::Projects, text)] = found.as_slice() else { panic!("{found:?}") };
        assert!(text.contains("ten_phan") && !text.contains("da.chu_tri"), "{text}");
    }

    #[track_caller]
    fn check(name: &str, text: &str, code: Code, place: &str) {
        let file = SourceFile::from_text(name, text);
        let found = Templates::load(&[(name.to_owned(), file)]).err().expect("a broken template");
        assert_eq!(found[0].code, code, "{found:?}");
        let shown = found[0].labels.first().map_or("", |label| label.span.text());
        assert!(shown.contains(place), "{shown:?} in {found:?}");
    }

    #[test]
    fn broken_templates_are_found_when_they_load() {
        check("phan/dau.xml", "<dau>{% if %}</dau>", Code::TemplateSyntax, "%}");
        check("phan/dau.xml", "<dau>{{ so | to_chuc }}</dau>", Code::TemplateName, "to_chuc");
        check("phan/dau.xml", "{% include \"phan/khong_co.xml\" %}", Code::TemplateName, "phan/khong_co.xml");
        check("phan/dau.xml", "{% include \"phan/dau.xml\" %}", Code::TemplateCycle, "phan/dau.xml");
        check("phan/dau.xml", "{% extends \"khong_co.xml\" %}", Code::TemplateName, "khong_co.xml");
        check("phan/dau.xml", "<dau>\n{{ so is la }}</dau>", Code::TemplateName, "la");
        check("phan/dau.xml", "<dau>{{ la() }}</dau>", Code::TemplateName, "la()");
        check("phan/dau.xml", "<dau>{{ <la/> }}</dau>", Code::TemplateName, "la");
    }

    /// What is said of a template that breaks on a plan, and the line where.
    #[track_caller]
    fn broken(text: &str) -> (String, String) {
        let file = SourceFile::from_text("templates/phan/dau.xml", text);
        let templates =
            Templates::load(&[("phan/dau.xml".to_owned(), file)]).unwrap_or_else(|found| panic!("{found:?}"));
        let found = trial::findings(|plan| templates.render(plan, Status::Draft).err().unwrap_or_default());
        let found = found.first().expect("a broken template");
        let place = found
            .labels
            .first()
            .map(|label| (&label.span.file.name, label.span.file.line_column(label.span.range.start).0));
        (found.message.clone(), place.map(|(name, line)| format!("{name}:{line}")).unwrap_or_default())
    }

    #[test]
    fn no_error_of_a_template_is_told_in_english_or_without_a_place() {
        let wrong = [
            "{{ so + 1 }}",
            "{{ so | round }}",
            "{{ so / 0 }}",
            "{{ 1 / 0 }}",
            "{% for x in 5 %}{% endfor %}",
            "{{ la }}",
            "{{ so.la.la }}",
            "{{ 1 < \"a\" }}",
            "{{ so | upper }}",
            "{{ -so }}",
            "{{ 1 in 2 }}",
            "{{ so | length | first }}",
            "{{ range(end=1, step_by=0) }}",
            "{{ throw(message=\"Oh no\") }}",
            "{{ so[1:2:0] }}",
            "{{ \"x\" | int }}",
            "{{ [1, \"a\"] | sort }}",
            "{{ 2 ** 1000 }}",
            "{% for k, v in [1] %}{% endfor %}",
            "{{ 1.5 is odd }}",
        ];
        const ENGLISH: [&str; 14] =
            ["the", "is", "not", "type", "cannot", "value", "found", "error", "with", "must", "be", "on", "only", "Oh"];
        for text in wrong {
            let (message, place) = broken(&format!("<dau>\n{text}</dau>"));
            assert_eq!(place, "templates/phan/dau.xml:2", "{text}: {message}");
            let english = message.split(|letter: char| !letter.is_alphabetic()).find(|word| ENGLISH.contains(word));
            assert_eq!(english, None, "{text}: {message}");
        }
    }

    /// Every key of a view, at whatever depth.
    fn keys(value: &serde_json::Value, out: &mut std::collections::BTreeSet<String>) {
        if let Some(entries) = value.as_object() {
            out.extend(entries.keys().cloned());
            entries.values().for_each(|value| keys(value, out));
        }
        value.as_array().into_iter().flatten().for_each(|value| keys(value, out));
    }

    #[test]
    fn templates_see_every_name_of_the_guide() {
        const GUIDE: &str = include_str!("../../docs/huong-dan.md");
        // Where data stands in templates, and the words of a step.
        const OTHERS: [&str; 6] = ["dl", "doan", "mo", "dong", "in", "bang"];
        let (_, table) = GUIDE.split_once("| Tên | Có |").expect("the table of names");
        let (table, _) = table.split_once("Bộ lọc riêng").expect("the end of the table");
        let mut seen = std::collections::BTreeSet::new();
        for plan in trial::plans() {
            let tables = Tables::new(&plan);
            let viewer = Viewer::new(&plan, &tables, plan.own_status());
            keys(&serde_json::to_value(viewer.plan()).expect("a view serializes"), &mut seen);
        }
        for name in table.split('`').skip(1).step_by(2).filter(|name| !name.contains(['/', '*'])) {
            for part in name.split('.') {
                assert!(seen.contains(part) || OTHERS.contains(&part), "{name}");
            }
        }
    }

    #[test]
    fn what_templates_walk_through_has_one_order() {
        let text = "{% for ten, gia_tri in nguoi_ky | first %}<p>{{ ten }}</p>{% endfor %}";
        let file = SourceFile::from_text("phan/phu_luc.xml", text);
        let templates =
            Templates::load(&[("phan/phu_luc.xml".to_owned(), file)]).unwrap_or_else(|found| panic!("{found:?}"));
        let plan = trial::plans().next().expect("a built-in plan");
        let rendered = templates.render(&plan, plan.own_status()).unwrap_or_else(|found| panic!("{found:?}"));
        let order = "<p>quyen_han</p><p>chuc_vu</p><p>chuc_vu_khac</p><p>ho_ten</p>";
        assert!(rendered.xml.text.contains(order), "{}", rendered.xml.text);
    }
}
