//! Two sentences word by word.

use similar::{Algorithm, ChangeTag, TextDiff};

/// On which side a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On both.
    Both,
    /// Only in the old sentence.
    Old,
    /// Only in the new sentence.
    New,
}

/// Some words that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// On which side.
    pub side: Side,
    /// The words, with the spaces around them.
    pub words: String,
}

/// The pieces of two sentences; what went stands before what came.
pub(super) fn of(old: &str, new: &str) -> Vec<Piece> {
    let diff = TextDiff::configure().algorithm(Algorithm::Myers).diff_words(old, new);
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut gone, mut come) = (String::new(), String::new());
    let mut gap = String::new();
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Delete => {
                close(&mut gap, &mut gone, &mut come);
                gone.push_str(change.value());
            }
            ChangeTag::Insert => {
                close(&mut gap, &mut gone, &mut come);
                come.push_str(change.value());
            }
            // A lone space between two changed words belongs to both.
            ChangeTag::Equal if change.value().trim().is_empty() && !(gone.is_empty() && come.is_empty()) => {
                gap.push_str(change.value());
            }
            ChangeTag::Equal => {
                flush(&mut pieces, &mut gone, &mut come);
                push(&mut pieces, Side::Both, &std::mem::take(&mut gap));
                push(&mut pieces, Side::Both, change.value());
            }
        }
    }
    flush(&mut pieces, &mut gone, &mut come);
    push(&mut pieces, Side::Both, &gap);
    pieces
}

fn close(gap: &mut String, gone: &mut String, come: &mut String) {
    gone.push_str(gap);
    come.push_str(gap);
    gap.clear();
}

fn flush(pieces: &mut Vec<Piece>, gone: &mut String, come: &mut String) {
    push(pieces, Side::Old, gone);
    push(pieces, Side::New, come);
    gone.clear();
    come.clear();
}

fn push(pieces: &mut Vec<Piece>, side: Side, words: &str) {
    if words.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.side == side => last.words.push_str(words),
        _ => pieces.push(Piece { side, words: words.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        let pieces = of(old, new);
        let shown: String = pieces
            .iter()
            .map(|piece| match piece.side {
                Side::Both => piece.words.clone(),
                Side::Old => format!("[-{}-]", piece.words),
                Side::New => format!("{{+{}+}}", piece.words),
            })
            .collect();
        assert_eq!(shown, expected);
        let side = |skipped: Side| {
            pieces.iter().filter(|piece| piece.side != skipped).map(|piece| piece.words.as_str()).collect::<String>()
        };
        assert_eq!((side(Side::New), side(Side::Old)), (old.to_owned(), new.to_owned()));
    }

    #[test]
    fn words_that_changed_stand_together() {
        check("Rà soát hộ nghèo năm 2025.", "Rà soát hộ nghèo năm 2026.", "Rà soát hộ nghèo năm [-2025.-]{+2026.+}");
        check("một hai ba", "một bốn năm ba", "một [-hai-]{+bốn năm+} ba");
        check("", "mới", "{+mới+}");
    }
}
