//! Capitals of nouns: «Nhân dân», «tỉnh Quảng Ngãi», and what follows a semicolon. Phụ lục II, phần III and V.

use super::finding::{Fault, Finding};
use super::lexer::{Case, Kind, Line};

/// The word at which «nhân dân» begins.
pub(super) const PEOPLE: &str = "nhân";
/// Words before «nhân dân» that make it the people, never part of a name: «Ủy ban nhân dân», «Công an nhân dân».
const BEFORE_PEOPLE: [&str; 12] =
    ["vụ", "của", "với", "trong", "lớp", "cho", "chúng", "thể", "sống", "giúp", "động", "bà"];
/// Units whose name does not take in the word itself.
const UNITS: [(&str, &str); 4] = [("Tỉnh", "tỉnh"), ("Huyện", "huyện"), ("Xã", "xã"), ("Thôn", "thôn")];
/// Words that make a name with a unit: «Tỉnh Đoàn», «Xã Đội».
const NAMED_WITH: [&str; 6] = ["Đoàn", "Ủy", "Uỷ", "Đội", "Hội", "Đảng"];
/// Words of a clause, which a name has not.
const LEAST_WORDS: usize = 7;
/// Words that begin a sentence, never a name.
const BEGINNINGS: [&str; 14] = [
    "Các",
    "Tăng cường",
    "Đẩy mạnh",
    "Tiếp tục",
    "Tổ chức",
    "Thực hiện",
    "Triển khai",
    "Phối hợp",
    "Tham mưu",
    "Nâng cao",
    "Hỗ trợ",
    "Xây dựng kế",
    "Rà soát",
    "Báo cáo kết",
];

/// The words with which a clause begins that no name does, in small letters or not.
pub(super) fn beginnings() -> impl Iterator<Item = &'static str> {
    BEGINNINGS.iter().filter_map(|words| words.split_whitespace().next())
}

/// The units, in small letters.
pub(super) fn units() -> impl Iterator<Item = &'static str> {
    UNITS.iter().map(|(_, small)| *small)
}

/// «nhân dân» in small letters that means the people.
pub(super) fn find_people(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    if line.letters(at) != PEOPLE || line.next_word(at).is_none_or(|next| line.letters(next) != "dân") {
        return;
    }
    let before = line.before(at);
    let two_before = line.word_before(at).map_or("", |word| line.before(word));
    let is_people = BEFORE_PEOPLE.contains(&before)
        && match before {
            "lớp" => two_before == "tầng",
            "chúng" => two_before == "quần",
            "thể" => two_before == "toàn",
            "sống" => two_before == "đời",
            "động" => two_before == "vận",
            "vụ" => two_before == "phục",
            _ => before != "bà",
        };
    if is_people {
        let message = "«nhân dân» chỉ người dân không viết hoa chữ đầu";
        found.push(Finding::mended(Fault::PeopleSmall, line.range(at, at + 2), message, "Nhân dân"));
    }
}

/// «Tỉnh Quảng Ngãi» in mid-sentence.
pub(super) fn find_unit(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let word = line.letters(at);
    let Some((_, small)) = UNITS.iter().find(|(unit, _)| *unit == word) else { return };
    let Some(next) = line.next_word(at) else { return };
    let name = line.letters(next);
    let is_name = line.kind(next) == Some(Kind::Word(Case::Title)) && name.chars().nth(1).is_some();
    let is_after_small = line
        .word_before(at)
        .is_some_and(|before| matches!(line.kind(before), Some(Kind::Word(Case::Small | Case::Capitals))));
    if is_name && is_after_small && !NAMED_WITH.contains(&name) {
        let message = format!("«{word}» trước tên riêng, giữa câu, viết hoa chữ đầu");
        found.push(Finding::mended(Fault::UnitCapital, line.tokens[at].range(), message, *small));
    }
}

/// A capital behind a semicolon that begins no name.
pub(super) fn find_after_semicolon(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    if at < 2 || line.kind(at - 1) != Some(Kind::Space) || !line.is_mark(at - 2, ';') {
        return;
    }
    let rest = &line.text[line.tokens[at].range().start..];
    let begins = |words: &str| rest.strip_prefix(words).is_some_and(|rest| rest.starts_with(' '));
    // «Phòng Kinh tế; Các thôn», «Mục đích; Tổ chức thực hiện»: parts of a list, each with its capital.
    let before = line.tokens[..at - 2]
        .iter()
        .rev()
        .take_while(|token| !matches!(token.kind, Kind::Mark(';' | ':' | '.') | Kind::Break));
    if before.filter(|token| token.is_word()).take(LEAST_WORDS).count() < LEAST_WORDS {
        return;
    }
    if BEGINNINGS.iter().any(|words| begins(words)) {
        let word = line.letters(at);
        let message = format!("«{word}» sau dấu chấm phẩy viết hoa chữ đầu");
        found.push(Finding::mended(
            Fault::CapitalAfterSemicolon,
            line.tokens[at].range(),
            message,
            word.to_lowercase(),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::trial::{check, silent};

    #[test]
    fn nouns_have_their_case() {
        check(Fault::PeopleSmall, "phục vụ nhân dân, các tầng lớp nhân dân", &["nhân dân → Nhân dân"; 2]);
        check(Fault::UnitCapital, "trên địa bàn Tỉnh Quảng Ngãi và UBND Xã Bình Minh", &["Tỉnh → tỉnh", "Xã → xã"]);
        check(
            Fault::CapitalAfterSemicolon,
            "Rà soát hộ nghèo theo chuẩn mới từng quý; Tổ chức họp; Các thôn",
            &["Tổ → tổ"],
        );
    }

    #[test]
    fn names_are_left_alone() {
        silent(&[
            "Ủy ban nhân dân xã, Hội đồng nhân dân, Công an nhân dân, Tòa án nhân dân, Quỹ tín dụng nhân dân",
            "phục vụ Nhân dân; nhân dân tệ; hội thẩm nhân dân",
            "Tỉnh Quảng Ngãi có; cùng Tỉnh Đoàn, Xã Đội; Văn hóa - Xã hội; các Tỉnh ủy; (Xã Bình Minh)",
            "Sở Nội vụ; Sở Tài chính; Hội Nông dân",
        ]);
    }
}
