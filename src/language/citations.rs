//! Điều is written with a capital, khoản and điểm are not; the type of a document has one before its number. Phụ lục II,
//! phần IV and V.

use super::finding::{Fault, Finding};
use super::lexer::{Case, Kind, Line};

/// Types of documents, as they are written in mid-sentence by mistake.
const TYPES: [(&str, &str); 11] = [
    ("nghị", "quyết"),
    ("nghị", "định"),
    ("quyết", "định"),
    ("thông", "tư"),
    ("chỉ", "thị"),
    ("kế", "hoạch"),
    ("công", "văn"),
    ("tờ", "trình"),
    ("báo", "cáo"),
    ("thông", "báo"),
    ("hướng", "dẫn"),
];

/// The words at which a citation may begin, in small letters.
pub(super) fn beginnings() -> impl Iterator<Item = &'static str> {
    TYPES.iter().map(|(first, _)| *first).chain(["điều", "khoản", "điểm"])
}

/// `điều 5` behind a khoản, or behind «tại»; a type of document in small letters before its number.
pub(super) fn find_small(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let word = line.letters(at);
    if word == "điều" && line.kind(at + 2) == Some(Kind::Number) && line.kind(at + 1) == Some(Kind::Space) {
        let is_behind_clause =
            at >= 4 && line.kind(at - 2) == Some(Kind::Number) && matches!(line.letters(at - 4), "khoản" | "Khoản");
        let is_cited = matches!(line.before(at), "tại" | "theo")
            && matches!(line.letters(at + 4), "" | "của" | "Luật" | "Nghị" | "Thông" | "Quyết");
        if is_behind_clause || is_cited {
            let message = "«điều» trong viện dẫn không viết hoa chữ đầu";
            found.push(Finding::mended(Fault::CitationCase, line.tokens[at].range(), message, "Điều"));
        }
        return;
    }
    let Some(next) = line.next_word(at) else { return };
    let is_type = TYPES.iter().any(|(first, second)| *first == word && *second == line.letters(next));
    if is_type && is_numbered(line, next + 2) {
        let range = line.range(at, next);
        let written = &line.text[range.clone()];
        let message = format!("«{written}» trước số của văn bản không viết hoa chữ đầu");
        found.push(Finding::mended(Fault::DocumentTypeCase, range, message, crate::vietnamese::capitalize(written)));
    }
}

/// Whether `số 12/…` stands there.
fn is_numbered(line: &Line<'_>, at: usize) -> bool {
    let is_symbol = matches!(line.kind(at + 4), Some(Kind::Word(Case::Capitals) | Kind::Number));
    line.letters(at) == "số" && line.kind(at + 2) == Some(Kind::Number) && line.is_mark(at + 3, '/') && is_symbol
}

/// `Khoản 2 Điều 5`, `Điểm a khoản 2` in mid-sentence.
pub(super) fn find_capital(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let word = line.letters(at);
    if !matches!(word, "Khoản" | "Điểm") || line.kind(at + 1) != Some(Kind::Space) || line.begins(at) {
        return;
    }
    let is_clause =
        word == "Khoản" && line.kind(at + 2) == Some(Kind::Number) && matches!(line.letters(at + 4), "Điều" | "điều");
    let is_point = word == "Điểm"
        && line.letters(at + 2).chars().count() == 1
        && line.tokens.get(at + 2).is_some_and(super::lexer::Token::is_word)
        && matches!(line.letters(at + 4), "khoản" | "Khoản");
    if is_clause || is_point {
        let small = if word == "Khoản" { "khoản" } else { "điểm" };
        let message = format!("«{word}» giữa câu viết hoa chữ đầu");
        found.push(Finding::mended(Fault::CitationCase, line.tokens[at].range(), message, small));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::trial::{check, silent};

    #[test]
    fn parts_of_documents_have_their_own_case() {
        check(
            Fault::CitationCase,
            "theo Điểm a Khoản 2 điều 5 Nghị định",
            &["Điểm → điểm", "Khoản → khoản", "điều → Điều"],
        );
        check(Fault::CitationCase, "quy định tại điều 7 Luật Đầu tư", &["điều → Điều"]);
        check(Fault::DocumentTypeCase, "Thực hiện nghị quyết số 12/NQ-HĐND", &["nghị quyết → Nghị quyết"]);
        check(Fault::DocumentTypeCase, "Theo quyết định số 90/2022/QĐ-TTg", &["quyết định → Quyết định"]);
    }

    #[test]
    fn what_is_no_citation_is_left_alone() {
        silent(&[
            "Khoản 2 Điều 5 quy định",
            "Theo điểm a khoản 2 Điều 5 Chương II; 19 điều đảng viên không được làm; những điều 5 năm qua",
            "các quyết định số lượng hộ; ban hành kế hoạch số hóa; kế hoạch số 3",
            "Điểm trường a; theo điều 5 nghìn hộ mong",
        ]);
    }
}
