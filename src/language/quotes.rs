//! Quotation marks: each has its partner, and no space inside.

use super::finding::{Fault, Finding};
use super::lexer::{Kind, Line};

/// Marks that open, and those that close them.
const PAIRS: [(char, char); 2] = [('“', '”'), ('«', '»')];

/// Whether a mark is one of quotation.
pub(super) fn is_quote(mark: char) -> bool {
    matches!(mark, '“' | '”' | '«' | '»' | '"')
}

/// Quotation marks without a partner, and spaces inside of them.
///
/// A quotation may begin in one paragraph and end in another, so a mark that opens a text, or its last part behind a colon,
/// and one that ends it are let stand alone.
pub(super) fn find(line: &Line<'_>, found: &mut Vec<Finding>) {
    // Behind the last word nothing but marks stands.
    let last =
        line.tokens.iter().rposition(|token| !matches!(token.kind, Kind::Mark(_) | Kind::Space)).unwrap_or_default();
    for (open, close) in PAIRS {
        curly(line, open, close, last, found);
    }
    straight(line, last, found);
}

fn curly(line: &Line<'_>, open: char, close: char, last: usize, found: &mut Vec<Finding>) {
    let mut opened: Vec<usize> = Vec::new();
    let mut stray = Vec::new();
    for (at, token) in line.tokens.iter().enumerate() {
        if token.kind == Kind::Mark(open) {
            opened.push(at);
            no_space_behind(line, at, found);
        } else if token.kind == Kind::Mark(close) {
            if opened.pop().is_none() && at <= last {
                stray.push(at);
            }
            no_space_before(line, at, found);
        }
    }
    stray.extend(opened.into_iter().filter(|at| !begins(line, *at)));
    found.extend(stray.into_iter().map(|at| lonely(line, at)));
}

fn straight(line: &Line<'_>, last_word: usize, found: &mut Vec<Finding>) {
    let is_inch = |at: usize| at > 0 && line.kind(at - 1) == Some(Kind::Number);
    let marks: Vec<_> = (0..line.tokens.len()).filter(|at| line.is_mark(*at, '"')).collect();
    if marks.iter().any(|at| is_inch(*at)) && marks.len() % 2 == 1 {
        return;
    }
    if marks.len() % 2 == 1 {
        let has_partner_elsewhere = marks.iter().any(|at| begins(line, *at) || *at > last_word);
        if let (Some(last), false) = (marks.last(), has_partner_elsewhere) {
            found.push(lonely(line, *last));
        }
        return;
    }
    for (index, at) in marks.into_iter().enumerate() {
        if index % 2 == 0 {
            no_space_behind(line, at, found);
        } else {
            no_space_before(line, at, found);
        }
    }
}

/// Whether a mark begins a text, or what follows a colon.
fn begins(line: &Line<'_>, at: usize) -> bool {
    let mut before = line.tokens[..at].iter().rev().map(|token| token.kind).filter(|kind| *kind != Kind::Space);
    matches!(before.next(), None | Some(Kind::Mark(':' | '-' | '–' | '+') | Kind::Break))
}

fn lonely(line: &Line<'_>, at: usize) -> Finding {
    let mark = line.letters(at);
    Finding::told(
        Fault::Quote,
        line.tokens[at].range(),
        format!("dấu ngoặc kép {mark} không có dấu đi cùng"),
        "thêm dấu ngoặc kép mở hoặc đóng cho đủ đôi, hoặc xóa dấu này",
    )
}

fn no_space_behind(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let is_outside = at == 0 || matches!(line.kind(at - 1), Some(Kind::Space | Kind::Break | Kind::Mark('(' | ':')));
    if is_outside
        && line.kind(at + 1) == Some(Kind::Space)
        && line.tokens.get(at + 2).is_some_and(|token| token.is_word())
    {
        found.push(inner_space(line, at, at + 1, format!("thừa dấu cách sau dấu ngoặc kép mở {}", line.letters(at))));
    }
}

fn no_space_before(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let Some(before) = at.checked_sub(2) else { return };
    let is_outside = line.kind(at + 1).is_none_or(|kind| matches!(kind, Kind::Space | Kind::Break | Kind::Mark(_)));
    if is_outside && line.kind(at - 1) == Some(Kind::Space) && line.tokens[before].is_word() {
        found.push(inner_space(
            line,
            at - 1,
            at,
            format!("thừa dấu cách trước dấu ngoặc kép đóng {}", line.letters(at)),
        ));
    }
}

fn inner_space(line: &Line<'_>, from: usize, to: usize, message: String) -> Finding {
    let range = line.range(from, to);
    let with = line.text[range.clone()].trim().to_owned();
    Finding { fault: Fault::Quote, range, message, help: "xóa dấu cách ấy".to_owned(), replacement: Some(with) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::trial::{check, silent};

    #[test]
    fn marks_pair_up() {
        check(Fault::Quote, "Phong trào “Vì người nghèo là trọng tâm", &["“"]);
        check(Fault::Quote, "Phong trào Vì người nghèo” là trọng tâm", &["”"]);
        check(Fault::Quote, "Phong trào \"Vì người nghèo là trọng tâm", &["\""]);
        check(Fault::Quote, "Cuộc thi «Tin mới «Ngày mai» nay", &["«"]);
    }

    #[test]
    fn no_space_stands_inside() {
        check(Fault::Quote, "Phong trào “ Vì người nghèo ” năm", &["“  → “", " ” → ”"]);
        check(Fault::Quote, "Phong trào \" Vì người nghèo\" năm", &["\"  → \""]);
    }

    #[test]
    fn quotations_over_paragraphs_and_inches_are_left_alone() {
        silent(&[
            "Phong trào “Vì người nghèo”, «Ngày vì người nghèo» và \"Nhà sạch\".",
            "“1. Mục tiêu chung của Chương trình",
            "Sửa đổi điểm a như sau: “a) Hộ nghèo",
            "b) Hộ cận nghèo.”",
            "b) Hộ cận nghèo\".",
            "Màn hình 32\" và ống 15' 20\" các loại \"mới\"",
        ]);
    }
}
