//! What the values that sentences name are printed as.

use std::collections::{BTreeMap, HashMap};

use super::whole::{self, Entity};
use crate::schema::Meaning;

/// What a value is printed as, by the words between its braces; `None` if it is not known.
pub type Values<'v> = dyn Fn(&str) -> Option<String> + 'v;

/// The values that something names, by the words between the braces; in a plan whose ids were exchanged for others, also by
/// those.
pub(super) fn values(meaning: &Meaning, ids: &BTreeMap<Entity, String>, of: &Values<'_>) -> HashMap<String, String> {
    let mut found = HashMap::new();
    take(meaning, &mut |named| {
        if found.contains_key(named) {
            return;
        }
        if let Some(value) = of(named) {
            let translated = whole::words_translated(format!("{{{{ {named} }}}}"), ids);
            let other = translated.trim_start_matches("{{ ").trim_end_matches(" }}");
            found.insert(other.to_owned(), value.clone());
            found.insert(named.to_owned(), value);
        }
    });
    found
}

fn take(meaning: &Meaning, see: &mut impl FnMut(&str)) {
    if let Meaning::Words(words) = meaning {
        let named = words.split("{{ ").skip(1).filter_map(|part| Some(part.split_once(" }}")?.0));
        named.for_each(&mut *see);
    }
    meaning.inside().into_iter().for_each(|part| take(&part.meaning, see));
}
