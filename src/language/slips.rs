//! Slips of typists: a real word where another is meant. The list is a file of its own.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::finding::{Fault, Finding};
use super::lexer::{Case, Line, hash};
use crate::vietnamese::capitalize;

/// The file, which says itself how it is written.
const FILE: &str = include_str!("slips.txt");

/// A slip: what is typed and what is meant.
#[derive(Debug)]
struct Slip {
    /// Its words, each with its number.
    typed: Vec<(u64, &'static str)>,
    meant: &'static str,
}

/// The slips by the number of their first word.
#[derive(Debug)]
struct Slips {
    by_first: HashMap<u64, Vec<Slip>, BuildHasherDefault<Number>>,
}

static SLIPS: LazyLock<Slips> = LazyLock::new(|| {
    let mut slips = Slips { by_first: HashMap::default() };
    for (typed, meant) in entries() {
        let typed: Vec<_> = typed.split_whitespace().map(|word| (hash(word), word)).collect();
        let first = typed.first().map_or(0, |(number, _)| *number);
        slips.by_first.entry(first).or_default().push(Slip { typed, meant });
    }
    slips
});

/// The number of a word, which is one of its letters already.
#[derive(Debug, Default)]
struct Number(u64);

impl Hasher for Number {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }
}

/// What the file lists.
fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = FILE.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(|line| line.split_once("->")).map(|(typed, meant)| (typed.trim(), meant.trim()))
}

/// The first words of slips.
pub(super) fn beginnings() -> impl Iterator<Item = &'static str> {
    entries().filter_map(|(typed, _)| typed.split_whitespace().next())
}

/// A slip that begins with a word.
pub(super) fn find(line: &Line<'_>, at: usize, case: Case, found: &mut Vec<Finding>) {
    let Some(slips) = SLIPS.by_first.get(&line.tokens[at].hash) else { return };
    let stands = |slip: &&Slip| {
        slip.typed.iter().enumerate().skip(1).all(|(index, (number, word))| {
            let next = line.next_word(at + 2 * (index - 1));
            next.is_some_and(|next| line.tokens[next].hash == *number && line.letters(next) == *word)
        })
    };
    let Some(slip) = slips.iter().filter(stands).max_by_key(|slip| slip.typed.len()) else { return };
    if matches!(case, Case::Capitals | Case::Mixed)
        || case == Case::Title && !line.begins(at)
        || line.is_part_of_code(at)
    {
        return;
    }
    let range = line.range(at, at + 2 * (slip.typed.len() - 1));
    let meant = if case == Case::Title { capitalize(slip.meant) } else { slip.meant.to_owned() };
    let message = format!("«{}» có vẻ gõ nhầm", &line.text[range.clone()]);
    found.push(Finding::mended(Fault::Slip, range, message, meant));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::syllable::is_syllable;
    use crate::language::trial::{check, silent};

    #[test]
    fn slips_are_found() {
        check(Fault::Slip, "Lòng ghép các nguồn vốn; phần đấu giảm", &["Lòng ghép → Lồng ghép", "phần đấu → phấn đấu"]);
        check(Fault::Slip, "phòng chống bảo lũ", &["bảo lũ → bão lũ"]);
    }

    #[test]
    fn words_that_are_meant_are_left_alone() {
        silent(&["lòng dân, phần lớn, bảo vệ, lồng ghép, vôn kế, chỉ trích, Ông Lòng Ghép"]);
    }

    #[test]
    fn the_file_lists_each_slip_once_and_cures_it() {
        let all: Vec<_> = entries().collect();
        assert!(all.len() >= 60);
        for (at, (typed, meant)) in all.iter().enumerate() {
            assert!(all[..at].iter().all(|(known, _)| known != typed), "{typed} stands twice");
            assert!(
                typed != meant && !typed.is_empty() && meant.split_whitespace().all(is_syllable),
                "{typed} -> {meant}"
            );
            assert!(typed.split_whitespace().count() >= 2, "{typed} alone may be meant");
            check(Fault::Slip, meant, &[]);
            // What is no syllable another rule finds.
            check(Fault::ImpossibleSyllable, typed, &[]);
        }
    }
}
