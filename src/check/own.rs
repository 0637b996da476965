//! What the templates of an office print that the built-in ones do not.
//!
//! An office's template of a kind of data takes the place of the built-in one, so what that prints says nothing any more.
//! It is taken at its word: a form that it names it handles, a key that it names it prints.

use std::collections::BTreeMap;

use crate::plan::mount::{MountForm, MountKind};

/// Values of templates that are made of several keys.
const MADE_OF: [(MountKind, &str, &[&str]); 2] = [
    (MountKind::Projects, "kinh_phi", &["so_tien"]),
    (MountKind::Funding, "theo_cot", &["so_tien", "phan_bo", "nguon", "theo_nguon", "theo_nam"]),
];

/// The texts of an office's own templates, by the kind of data that they print.
#[derive(Debug, Default)]
pub struct OwnTemplates(BTreeMap<MountKind, String>);

impl OwnTemplates {
    /// The templates of some kinds.
    pub fn new(texts: impl IntoIterator<Item = (MountKind, String)>) -> Self {
        Self(texts.into_iter().collect())
    }

    /// Whether a kind is printed by a template of the office.
    pub(super) fn print(&self, kind: MountKind) -> bool {
        self.0.contains_key(&kind)
    }

    /// Whether the office's template of a kind handles a form.
    pub(super) fn handle(&self, kind: MountKind, form: MountForm) -> bool {
        let word = form.word();
        let text = self.0.get(&kind).map_or("", String::as_str);
        text.contains(&format!("\"{word}\"")) || text.contains(&format!("'{word}'"))
    }

    /// Whether the office's template of a kind names a key, or a value that is made of it.
    pub(super) fn name(&self, kind: MountKind, key: &str) -> bool {
        let mut made = MADE_OF.iter().filter(|(known, _, keys)| *known == kind && keys.contains(&key));
        self.names(kind, key)
            || self.names(kind, &format!("{key}_so"))
            || made.any(|(_, name, _)| self.names(kind, name))
    }

    fn names(&self, kind: MountKind, key: &str) -> bool {
        let text = self.0.get(&kind).map_or("", String::as_str);
        let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
        text.match_indices(&format!(".{key}")).any(|(at, found)| !text[at + found.len()..].starts_with(is_name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_is_a_whole_word() {
        let text = "{% if dl.dang == \"bang_nam\" %}{{ ct.phan_bo }}{{ ct.chuan_moi }}{% endif %}";
        let own = OwnTemplates::new([(MountKind::Targets, text.to_owned())]);
        assert!(own.print(MountKind::Targets) && !own.print(MountKind::Tasks));
        assert!(own.handle(MountKind::Targets, MountForm::YearTable));
        assert!(!own.handle(MountKind::Targets, MountForm::Table));
        let own_money = OwnTemplates::new([(MountKind::Funding, "{{ khoan.so_luong_so }}".to_owned())]);
        assert!(own_money.name(MountKind::Funding, "so_luong") && !own_money.name(MountKind::Funding, "so_tien"));
        assert!(own.name(MountKind::Targets, "phan_bo") && !own.name(MountKind::Targets, "chuan"));
    }
}
