//! Tera: a plan's words into the XML vocabulary of documents.
//!
//! Owns the template set, its safety and its errors. Knows no tree, no number of the layout and no format. Data are escaped
//! on output, always: the filters that could switch that off are taken away.

mod built_in;
mod context;
mod data;
mod error;
mod filters;
pub mod trial;
mod values;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Tera};

use crate::diagnostic::{Code, Diagnostic};
use crate::plan::Plan;
use crate::source::{SourceFile, Span};

pub use built_in::BUILT_IN;

/// The question whether the built-in template with the name nearest to a mistyped one was meant, if any is near.
pub fn did_you_mean(name: &str) -> Option<String> {
    crate::vietnamese::did_you_mean(name, BUILT_IN.iter().map(|(known, _)| *known))
}

/// The frame of a plan.
const FRAME: &str = "khung/ke_hoach.xml";

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
        filters::register(&mut tera);
        let marked: Vec<_> = sources.iter().map(|(name, file)| (name.clone(), marked(name, &file.text))).collect();
        match tera.add_raw_templates(marked) {
            Ok(()) => Ok(Self { tera, sources }),
            Err(error) => Err(error::diagnostics(&error, &sources)),
        }
    }

    /// Renders a plan.
    ///
    /// # Errors
    /// The template's mistake, at its place.
    pub fn render(&self, plan: &Plan) -> Result<Rendered, Vec<Diagnostic>> {
        let (view, citations) = context::view(plan)?;
        let context = Context::from_serialize(&view).expect("a plan's view serializes");
        match self.tera.render(FRAME, &context) {
            Ok(xml) => {
                // As it is: composed anew, a `>` would melt into a mark that the words behind it begin with.
                let text = values::write_citations(&xml, &citations);
                Ok(Rendered { xml: Arc::new(SourceFile { name: "kết quả của mẫu".to_owned(), text }) })
            }
            Err(error) => Err(error::diagnostics(&error, &self.sources)),
        }
    }
}

impl Rendered {
    /// A finding about the rendered XML, which names the template that wrote the place and shows the lines around it.
    pub fn fault(&self, code: Code, range: std::ops::Range<usize>, message: String, help: String) -> Diagnostic {
        let template = error::template_at(&self.xml.text, range.start);
        let message = match template {
            Some(name) => format!("mẫu «{name}»: {message}"),
            None => message,
        };
        Diagnostic::error(code, Span::new(&self.xml, range), message).help(help)
    }
}

/// The start and end of a template leave a trace in what it renders, so that a fault there finds its template.
///
/// The trace adds no line, and the same number of bytes before every template's text is taken off again in errors.
fn marked(name: &str, text: &str) -> String {
    if text.trim_start().starts_with("{% extends") || text.trim_start().starts_with("{%- extends") {
        return text.to_owned();
    }
    format!("{}{text}{}", opening_mark(name), error::CLOSING_MARK)
}

fn opening_mark(name: &str) -> String {
    format!("{}{name}?>", error::OPENING_MARK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_templates_load() {
        assert!(Templates::load(&[]).is_ok());
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
        check("phan/dau.xml", "{% include \"phan/khong_co.xml\" %}", Code::TemplateName, "");
        check("phan/dau.xml", "{% include \"phan/dau.xml\" %}", Code::TemplateCycle, "");
    }
}
