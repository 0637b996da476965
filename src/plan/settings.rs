//! The settings of an office, `kehoach.yaml`: choices within what the decree permits.

use super::Text;
use super::key;
use super::reader::{Fields, Reader};
use super::schema::{Field, Shape};
use super::yaml::Node;
use crate::diagnostic::Checked;
use crate::source::Span;

/// A choice of an office for one measure, as it wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The key.
    pub key: &'static str,
    /// The words, such as `30 mm`.
    pub words: String,
    /// Where they stand.
    pub span: Span,
}

/// What an office has set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Size of the body's type, 13 or 14; `None` for the usual one.
    pub type_set: Option<&'static str>,
    /// Choices for measures.
    pub measures: Vec<Choice>,
    /// Folder of the office's own fonts.
    pub fonts: Option<Text>,
}

/// Reads the settings of an office: what can be read, whatever is wrong with the rest.
pub fn read_settings(node: &Node) -> Checked<Settings> {
    let mut reader = Reader::new();
    let settings = reader.root(node, &key::SETTINGS).map(|fields| {
        let type_set = reader.opt_choice(&fields, &key::SETTING_TYPE_SET);
        let mut measures = Vec::new();
        let mut note = |reader: &mut Reader, fields: &Fields<'_>, shape: &'static Shape| {
            for field in measure_fields(shape) {
                let text = reader.opt_text(fields, field);
                measures.extend(text.map(|text| Choice { key: field.key, words: text.words, span: text.span }));
            }
        };
        note(&mut reader, &fields, &key::SETTINGS);
        if let Some(margins) =
            fields.get(&key::SETTING_MARGINS).and_then(|node| reader.group(node, &key::MARGINS, &key::SETTING_MARGINS))
        {
            note(&mut reader, &margins, &key::MARGINS);
        }
        let fonts = reader.opt_text(&fields, &key::SETTING_FONT);
        Settings { type_set: type_set.map(|(word, _)| word), measures, fonts }
    });
    Checked { value: settings, diagnostics: reader.diagnostics }
}

/// The keys of a shape whose value is a measure.
fn measure_fields(shape: &'static Shape) -> impl Iterator<Item = &'static Field> {
    let others = [&key::SETTING_TYPE_SET, &key::SETTING_MARGINS, &key::SETTING_FONT, &key::NOTE].map(|field| field.key);
    shape.fields.iter().copied().filter(move |field| !others.contains(&field.key))
}
