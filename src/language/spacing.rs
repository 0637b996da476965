//! Spaces around marks, and `./.`.

use super::finding::{Fault, Finding};
use super::lexer::{Case, Kind, Line};

/// A space before a mark that follows its word at once, behind a bracket, or where one space is enough.
#[inline]
pub(super) fn find_space(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let Some(before) = at.checked_sub(1).and_then(|before| line.kind(before)) else { return };
    let Some(after) = line.kind(at + 1) else { return };
    // One byte is one space, and between words it is right.
    if line.tokens[at].range().len() > 1 || !is_word(before) || !is_word(after) {
        find_space_between(line, at, before, after, found);
    }
}

fn is_word(kind: Kind) -> bool {
    matches!(kind, Kind::Word(_) | Kind::Number | Kind::Value)
}

fn find_space_between(line: &Line<'_>, at: usize, before: Kind, after: Kind, found: &mut Vec<Finding>) {
    let range = line.tokens[at].range();
    let remove = |message: String| Finding {
        fault: Fault::Spacing,
        range: range.clone(),
        message,
        help: "xóa dấu cách ấy".to_owned(),
        replacement: Some(String::new()),
    };
    let ends_word = is_word(before) || matches!(before, Kind::Mark(')' | '%' | '”' | '»'));
    if let Kind::Mark(mark) = after {
        // «dấu ; và dấu chấm» speaks of marks.
        let is_spoken_of = line.letters(at - 1) == "dấu";
        let follows = matches!(mark, ',' | ';' | ':' | '.' | '!' | '?') && ends_word && is_plain(line, at + 1);
        if follows && !is_spoken_of {
            found.push(remove(format!("thừa dấu cách trước dấu «{mark}»")));
        } else if mark == ')' && is_word(before) {
            found.push(remove("thừa dấu cách trước dấu ngoặc «)»".to_owned()));
        }
    } else if before == Kind::Mark('(') && is_word(after) {
        found.push(remove("thừa dấu cách sau dấu ngoặc «(»".to_owned()));
    } else if line.letters(at).chars().nth(1).is_some() && is_word(before) && is_word(after) {
        found.push(Finding {
            fault: Fault::DoubledSpace,
            range,
            message: "thừa dấu cách giữa hai từ".to_owned(),
            help: "chỉ để một dấu cách".to_owned(),
            replacement: Some(" ".to_owned()),
        });
    }
}

/// Whether a mark ends a word: no ratio (1 : 2), no blank to fill in («ngày ... tháng»), no `./.`, no `.vn`.
fn is_plain(line: &Line<'_>, at: usize) -> bool {
    match line.kind(at + 1) {
        None | Some(Kind::Break) => true,
        Some(Kind::Space) => !(line.is_mark(at, ':') && line.kind(at + 2) == Some(Kind::Number)),
        Some(Kind::Word(_)) => {
            !line.is_mark(at, '.') && !line.is_mark(at, ':') && !line.is_in_address(line.tokens[at].range().start)
        }
        Some(Kind::Mark('”' | '»' | '"' | ')')) => true,
        Some(Kind::Number | Kind::Value | Kind::Mark(_)) => false,
    }
}

/// A comma or semicolon with a word glued to it; `./.`.
pub(super) fn find_mark(line: &Line<'_>, at: usize, mark: char, found: &mut Vec<Finding>) {
    match mark {
        ',' | ';' => glued(line, at, mark, found),
        '/' if is_end_mark(line, at) => found.push(Finding {
            fault: Fault::EndMark,
            range: line.range(at - 1, at + 1),
            message: "dấu «./.» được viết tay".to_owned(),
            help: "viết dấu chấm; chương trình tự đặt «./.» ở cuối văn bản".to_owned(),
            replacement: Some(".".to_owned()),
        }),
        _ => {}
    }
}

/// Whether `./.` stands around a slash, which is no part of a path: `../../a`.
fn is_end_mark(line: &Line<'_>, at: usize) -> bool {
    let goes_on = matches!(line.kind(at + 2), Some(Kind::Word(_) | Kind::Number | Kind::Mark('/' | '.')));
    at > 0 && line.is_mark(at - 1, '.') && line.is_mark(at + 1, '.') && !goes_on
}

fn glued(line: &Line<'_>, at: usize, mark: char, found: &mut Vec<Finding>) {
    let is_word = |at: Option<usize>| {
        let Some(Kind::Word(case)) = at.and_then(|at| line.kind(at)) else { return false };
        // «VT,KT», «x,y»: codes and letters of formulas.
        matches!(case, Case::Small | Case::Title) && at.is_some_and(|at| line.letters(at).chars().nth(1).is_some())
    };
    let range = line.tokens[at].range();
    if is_word(at.checked_sub(1)) && is_word(Some(at + 1)) && !line.is_in_address(range.start) {
        found.push(Finding {
            fault: Fault::Spacing,
            range,
            message: format!("thiếu dấu cách sau dấu «{mark}»"),
            help: "thêm một dấu cách".to_owned(),
            replacement: Some(format!("{mark} ")),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::trial::{check, silent};

    #[test]
    fn spaces_stand_behind_marks_not_before() {
        check(Fault::Spacing, "Rà soát , lập danh sách ; báo cáo .", &["  → "; 3]);
        check(Fault::Spacing, "Mục tiêu : giảm (theo ( Biểu 1 )).", &["  → "; 3]);
    }

    #[test]
    fn spaces_are_missing_behind_marks() {
        let found: Vec<_> = crate::language::findings("Rà soát,lập;báo cáo");
        let found: Vec<_> = found.into_iter().filter_map(|finding| finding.replacement).collect();
        assert_eq!(found, [", ", "; "]);
    }

    #[test]
    fn marks_in_numbers_codes_and_blanks_are_left_alone() {
        silent(&[
            "Tỷ lệ 1 : 2, ngày ... tháng ... năm ....., họ tên: ……… , mã a,b và VT,KT; 1.234,5; x;y",
            "https://a.vn/x,yz?b=c,de và a.b@c.vn, lúc 7:30, www.abc,def",
            "Xem (1), (2); ( ) và (…); dấu ; và dấu chấm",
        ]);
        check(Fault::EndMark, "Kế hoạch này./. và ../../docs", &["./. → ."]);
    }

    #[test]
    fn spaces_between_words_are_single() {
        check(Fault::DoubledSpace, "Rà  soát hộ", &["   →  "]);
    }
}
