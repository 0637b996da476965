//! Filters for templates: the wording that Vietnamese asks for, and nothing that lets data act as markup.

use tera::{Error, Kwargs, State, StringInput, Tera, Value};

use crate::vietnamese;

/// Adds our filters and takes away those that switch escaping off.
pub(super) fn register(tera: &mut Tera) {
    wording(tera, "hoa_dau", vietnamese::capitalize);
    wording(tera, "thuong_dau", vietnamese::uncapitalize);
    wording(tera, "cham", |text| ended(text, "."));
    wording(tera, "cham_phay", |text| ended(text, ";"));
    wording(tera, "khong_cham", |text| unended(text).to_owned());
    for name in ["safe", "newlines_to_br"] {
        tera.register_filter(name, move |_: &str, _: Kwargs, _: &State<'_>| -> Result<String, Error> {
            Err(Error::message(format!("bộ lọc «{name}» không dùng được: dữ liệu luôn phải được mã hóa")))
        });
    }
}

/// Takes away the functions that could run long or stop a run: a text only names values.
pub(super) fn forbid_functions(tera: &mut Tera) {
    for name in ["range", "throw"] {
        tera.register_function(name, move |_: Kwargs, _: &State<'_>| -> Result<String, Error> {
            Err(Error::message(format!("hàm «{name}» không dùng được trong câu")))
        });
    }
}

/// A filter that changes letters; what was escaped before stays escaped once.
fn wording(tera: &mut Tera, name: &'static str, change: fn(&str) -> String) {
    tera.register_filter(name, move |text: StringInput<'_>, _: Kwargs, _: &State<'_>| -> Value {
        text.inherit_safety(change(text.as_str()))
    });
}

/// A text that ends with a mark, instead of whatever mark it ended with.
fn ended(text: &str, mark: &str) -> String {
    let text = unended(text);
    if text.ends_with(['!', '?', '…']) { text.to_owned() } else { format!("{text}{mark}") }
}

/// A text without the marks at its end. The `;` that ends an escaped letter, as in `&quot;`, is no mark.
fn unended(text: &str) -> &str {
    let mut rest = text;
    while let Some(shorter) = rest.strip_suffix(['.', ';', ',', ' ']) {
        if rest.ends_with(';') && ends_inside_entity(shorter) {
            break;
        }
        rest = shorter;
    }
    rest
}

fn ends_inside_entity(text: &str) -> bool {
    text.rsplit_once('&').is_some_and(|(_, name)| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn end_marks_are_replaced_and_entities_kept() {
        assert_eq!(ended("đạt 96%;", "."), "đạt 96%.");
        assert_eq!(ended("gọi là &quot;x&quot;", ";"), "gọi là &quot;x&quot;;");
        assert_eq!(unended("x. ; "), "x");
        assert_eq!(ended("sao?", "."), "sao?");
    }
}
