//! What a plan prints where a sentence names a value, in letters.

use super::words::Viewer;
use crate::value::Filter;

impl Viewer<'_> {
    /// The letters of a value by the words between its braces: `kinh_phi.tong | hoa_dau`; `None` if there is none, or if only
    /// the finished document knows it.
    pub(super) fn printed(&self, named: &str) -> Option<String> {
        let mut parts = named.split(" | ");
        let path: Vec<String> = parts.next()?.split('.').map(str::to_owned).collect();
        let value = self.value(&path).ok()?;
        let filter = |name: &str| Filter::ALL.into_iter().find(|(_, known)| *known == name.trim());
        let value = parts.filter_map(filter).fold(value, |value, (filter, _)| value.filtered(filter));
        Some(value.letters()).filter(|letters| !letters.is_empty())
    }
}
