//! Names of agencies: a capital begins the name and each field of its work, and no other word. Phụ lục II, phần III.

use super::finding::{Fault, Finding};
use super::lexer::{Case, Kind, Line};

/// Bodies of the people, as they are written wrong: the four words from the first on, in small letters.
const BODIES: [([&str; 4], &str); 4] = [
    (["ủy", "ban", "nhân", "dân"], "Ủy ban nhân dân"),
    (["uỷ", "ban", "nhân", "dân"], "Uỷ ban nhân dân"),
    (["hội", "đồng", "nhân", "dân"], "Hội đồng nhân dân"),
    (["tòa", "án", "nhân", "dân"], "Tòa án nhân dân"),
];

/// The words at which a name may be wrong, in small letters: links, and first words of bodies.
pub(super) const BEGINNINGS: [&str; 7] = ["và", "của", "về", "ủy", "uỷ", "hội", "tòa"];
/// Words that link others in a name and have no capital there.
const LINKS: [&str; 3] = ["Và", "Của", "Về"];

/// Capitals inside of a name.
pub(super) fn find(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let word = line.letters(at);
    if LINKS.contains(&word) && is_within_capitals(line, at) {
        let message = format!("«{word}» trong tên viết hoa chữ đầu");
        let mut finding = Finding::mended(Fault::AgencyCapitals, line.tokens[at].range(), message, word.to_lowercase());
        finding.help.push_str("; tên cơ quan chỉ viết hoa chữ đầu tên và chữ đầu mỗi lĩnh vực: Sở Giáo dục và Đào tạo");
        found.push(finding);
        return;
    }
    if !matches!(word, "Ủy" | "Uỷ" | "Hội" | "Tòa") {
        return;
    }
    let words = [at, at + 2, at + 4, at + 6].map(|at| line.letters(at));
    let is_body = |name: &[&str; 4]| {
        name.iter().zip(words).all(|(right, written)| right.to_lowercase() == written.to_lowercase())
    };
    let are_titles = words[1..].iter().all(|word| !word.chars().skip(1).any(char::is_uppercase));
    let Some((_, right)) = BODIES.iter().find(|(name, _)| is_body(name)).filter(|_| are_titles) else { return };
    let range = line.range(at, at + 6);
    let written = &line.text[range.clone()];
    if written.split_whitespace().ne(right.split_whitespace()) {
        let message = format!("«{written}» viết hoa không đúng");
        found.push(Finding::mended(Fault::AgencyCapitals, range, message, *right));
    }
}

/// Whether a word stands between words that begin with capitals, in mid-sentence.
fn is_within_capitals(line: &Line<'_>, at: usize) -> bool {
    let is_title = |at: usize| line.kind(at) == Some(Kind::Word(Case::Title));
    line.word_before(at).is_some_and(is_title) && line.next_word(at).is_some_and(is_title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::trial::{check, silent};

    #[test]
    fn capitals_inside_names_are_found() {
        check(
            Fault::AgencyCapitals,
            "Ủy Ban Nhân Dân xã và Ủy ban Nhân dân tỉnh",
            &["Ủy Ban Nhân Dân → Ủy ban nhân dân", "Ủy ban Nhân dân → Ủy ban nhân dân"],
        );
        check(Fault::AgencyCapitals, "Sở Giáo Dục Và Đào Tạo", &["Và → và"]);
    }

    #[test]
    fn right_names_and_capital_lines_are_left_alone() {
        silent(&[
            "Ủy ban nhân dân xã, Hội đồng nhân dân tỉnh, Sở Giáo dục và Đào tạo, ỦY BAN NHÂN DÂN",
            "Ủy ban Mặt trận Tổ quốc Việt Nam; Và Hội Nông dân; Hội đồng Nhân sự",
        ]);
    }
}
