//! Filters for templates: the wording that Vietnamese asks for, and nothing that lets data act as markup.

use tera::{Error, Kwargs, State, StringInput, Tera, Value};

use super::xml;
use crate::value::Filter;

/// Filters of Tera that change letters without knowing of tags, and so would break them.
const FORBIDDEN: [&str; 12] = [
    "safe",
    "newlines_to_br",
    "escape",
    "escape_html",
    "escape_xml",
    "upper",
    "lower",
    "capitalize",
    "title",
    "truncate",
    "reverse",
    "replace",
];

/// Adds our filters and takes away those that would break what templates carry.
pub(super) fn register(tera: &mut Tera) {
    for (filter, name) in Filter::ALL {
        tera.register_filter(name, move |text: StringInput<'_>, _: Kwargs, _: &State<'_>| -> Value {
            text.inherit_safety(xml::filtered(text.as_str(), filter))
        });
    }
    for name in FORBIDDEN {
        tera.register_filter(name, move |_: &str, _: Kwargs, _: &State<'_>| -> Result<String, Error> {
            Err(Error::message(format!("bộ lọc «{name}» không dùng được: nó làm hỏng thẻ và chữ đã mã hóa")))
        });
    }
}
