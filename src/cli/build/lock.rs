//! The lock file: what every output holds, in the form of `sha256sum`, so that anyone can prove a published file with it.

use std::collections::{BTreeMap, BTreeSet};

use crate::digest::Digest;

/// The name of the lock file in the folder of outputs.
pub(super) const NAME: &str = "kehoach.lock";

/// Outputs, by their paths below the folder of all outputs, as a lock file.
pub(super) fn encode(outputs: &BTreeMap<String, Digest>) -> String {
    outputs.iter().map(|(place, content)| line(place, *content)).collect()
}

/// A line of `sha256sum`, which marks a name with odd letters by a backslash.
fn line(place: &str, content: Digest) -> String {
    let escaped = place.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
    let mark = if escaped == place { "" } else { "\\" };
    format!("{mark}{content}  {escaped}\n")
}

/// The outputs in which a lock file and the plans differ.
pub(super) fn differing(lock: &str, outputs: &BTreeMap<String, Digest>) -> Vec<String> {
    let meant = encode(outputs);
    let (written, meant): (BTreeSet<_>, BTreeSet<_>) = (lock.lines().collect(), meant.lines().collect());
    let place = |line: &&str| line.split_once("  ").map_or(*line, |(_, place)| place).to_owned();
    let places: BTreeSet<String> = written.symmetric_difference(&meant).map(place).collect();
    places.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_file_is_what_sha256sum_reads() {
        let outputs = [("a b.pdf", "x"), ("c\\d.pdf", "y")];
        let outputs = outputs.map(|(place, text)| (place.to_owned(), Digest::of(text.as_bytes()))).into();
        let expected = format!("{}  a b.pdf\n\\{}  c\\\\d.pdf\n", Digest::of(b"x"), Digest::of(b"y"));
        assert_eq!(encode(&outputs), expected);
    }

    #[test]
    fn what_differs_is_named_once() {
        let of = |files: &[(&str, &str)]| -> BTreeMap<String, Digest> {
            files.iter().map(|(place, text)| ((*place).to_owned(), Digest::of(text.as_bytes()))).collect()
        };
        let (old, new) = (of(&[("a", "1"), ("b", "1"), ("c", "1")]), of(&[("b", "2"), ("c", "1"), ("d", "1")]));
        assert_eq!(differing(&encode(&old), &new), ["a", "b", "d"]);
        assert_eq!(differing(&encode(&new), &new), Vec::<String>::new());
        assert_eq!(differing("x\n", &new), ["b", "c", "d", "x"]);
    }
}
