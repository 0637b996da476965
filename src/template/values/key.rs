//! The last step of a path: one of some names, or a key of what templates see of an entity.

use serde::Serialize;
use serde_json::Value as Json;

use super::super::missing::Missing;
use super::super::xml::Xml;
use crate::value::Text;

/// The name of what falls to each year.
pub(super) const YEARS: &str = "nam";

/// The value of one of some names, and nothing behind it.
pub(super) fn entry<'n>(
    rest: &[String],
    names: impl Iterator<Item = &'n str> + Clone,
    value: impl Fn(&str) -> Xml,
) -> Result<Xml, Missing> {
    let all = || names.clone().map(str::to_owned).collect();
    match rest {
        [] => Err(Missing::Group(all())),
        [name] if names.clone().any(|known| known == name) => Ok(value(name)),
        [name, ..] if names.clone().any(|known| known == name) => Err(Missing::Unknown(Vec::new())),
        [..] => Err(Missing::Unknown(all())),
    }
}

/// Keeps the words of one key alone: the others may name that key.
pub(super) fn keep<const N: usize>(texts: [(&mut Option<Text>, &str); N], rest: &[String]) {
    for (text, key) in texts {
        if rest.first().is_none_or(|wanted| wanted != key) {
            *text = None;
        }
    }
}

/// A value inside what templates see of an entity.
pub(super) fn inside(view: &impl Serialize, rest: &[String]) -> Result<Xml, Missing> {
    let view = serde_json::to_value(view).expect("a view serializes");
    let Json::Object(entries) = &view else { return Err(Missing::Unknown(Vec::new())) };
    let all = || entries.iter().filter(|(_, value)| value.is_string()).map(|(key, _)| key.clone()).collect();
    match rest {
        [] => Err(Missing::Group(all())),
        [key] => match entries.get(key) {
            Some(Json::String(words)) => Ok(Xml::from_view(words)),
            Some(Json::Array(_) | Json::Object(_)) => Err(Missing::Group(Vec::new())),
            Some(_) => Err(Missing::Absent(all())),
            None => Err(Missing::Unknown(all())),
        },
        [..] => Err(Missing::Unknown(all())),
    }
}
