//! A sentence that counts the hamlets or communes otherwise than the table that lists them all.

use crate::check::prose::{Passage, Unit, Written};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::Table;
use crate::plan::table::cell::Cell;
use crate::plan::table::row::RowKind;
use crate::source::Span;
use crate::table::{Computed, Role};

/// A sentence counts units otherwise than a table.
pub const UNITS_IN_SENTENCE: Code = Code {
    id: "KH-0433",
    title: "câu đếm thôn, xã khác bảng",
    about: "Câu nói toàn xã có bao nhiêu thôn (toàn huyện có bao nhiêu xã…), mà bảng kê từng thôn có dòng «Toàn xã» lại có số dòng khác. \
            Sửa số trong câu, hoặc thêm dòng còn thiếu của bảng.",
};

/// A sentence says how many units the whole has, and the table of them all has another number of rows.
pub static RULE: Rule = Rule {
    code: UNITS_IN_SENTENCE,
    level: Severity::Warning,
    reason: "số đếm trong câu phải bằng số dòng người đọc đếm được",
    about: UNITS_IN_SENTENCE.about,
    wrong: "noi_dung: [\"Toàn xã có 03 thôn.\", {bang: {cot: [{ten: Thôn}, {ten: Hộ, loai: so}], dong: [[A, 120], [B, 131], {tong: Toàn xã}]}}]",
    right: "noi_dung: [\"Toàn xã có 02 thôn.\", {bang: {cot: [{ten: Thôn}, {ten: Hộ, loai: so}], dong: [[A, 120], [B, 131], {tong: Toàn xã}]}}]",
    check,
};

/// What can be counted.
const NOUNS: [&str; 5] = ["thôn", "xã", "phường", "tổ dân phố", "khu phố"];
/// Words between the whole and the number.
const LEADS: [&str; 6] = ["hiện có", "có", "gồm có", "gồm", "được chia thành", "chia thành"];
/// The whole, in small letters.
const WHOLES: [&str; 6] = ["toàn xã", "toàn phường", "toàn thị trấn", "toàn huyện", "toàn tỉnh", "toàn thành phố"];

/// A table that lists all units of a kind.
struct List {
    noun: &'static str,
    rows: usize,
    place: Span,
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let lists: Vec<List> = case.tables().iter().filter_map(|(table, computed)| list(table, computed)).collect();
    if lists.is_empty() {
        return;
    }
    for passage in case.passages() {
        let claims: Vec<_> = passage.figures.iter().filter_map(|figure| claim(passage, figure)).collect();
        if let [(noun, number, figure)] = claims.as_slice() {
            let same = || lists.iter().filter(|list| list.noun == *noun);
            // A sentence that tells two numbers tells of two times.
            let told =
                passage.figures.iter().filter(|other| other.unit == figure.unit && is_led(passage, other)).count();
            if let Some(first) = same().next().filter(|_| told == 1)
                && same().all(|list| list.rows != *number)
            {
                found.push(finding(passage, figure, *number, first));
            }
        }
    }
}

/// What a table lists, if it lists all: its first column of words is that of a unit, and its total is that of the whole.
fn list(table: &Table, computed: &Computed) -> Option<List> {
    let leaves = table.leaves().0;
    let (column, noun) = leaves.iter().enumerate().find_map(|(at, column)| {
        let title = column.title.as_ref()?.letters().to_lowercase();
        let noun = NOUNS.into_iter().find(|noun| title.strip_prefix("tên ").unwrap_or(&title) == *noun)?;
        Some((at, noun))
    })?;
    let is_whole = |name: &str| WHOLES.iter().any(|whole| name.to_lowercase().contains(whole));
    let mut rows = 0;
    let mut has_whole = false;
    for (at, row) in table.rows.iter().enumerate() {
        match &row.kind {
            RowKind::Ordinary => {
                let is_unit = matches!(row.cells.get(column), Some(Cell::Words(_)));
                if !is_unit || computed.tree.role(at) != Role::Ordinary || computed.tree.depth(at) > 0 {
                    return None;
                }
                rows += 1;
            }
            RowKind::Total(name) => has_whole |= is_whole(&name.letters()),
            // Whoever groups units may leave some out, or list one twice.
            RowKind::Group(_) | RowKind::Subtotal(_) | RowKind::Across(_) => return None,
        }
    }
    (has_whole && rows > 0).then(|| List { noun, rows, place: table.place.first_line() })
}

/// Whether a figure tells how many there are.
fn is_led(passage: &Passage<'_>, figure: &Written) -> bool {
    let before = passage.before(figure);
    LEADS.iter().any(|lead| before.strip_suffix(lead).is_some_and(|rest| rest.ends_with(' ')))
}

/// How many units of the whole a figure of a sentence counts.
fn claim<'p>(passage: &Passage<'_>, figure: &'p Written) -> Option<(&'static str, usize, &'p Written)> {
    let Unit::Count(noun) = figure.unit else { return None };
    if !NOUNS.contains(&noun) || figure.is_over || figure.is_under {
        return None;
    }
    let before = passage.before(figure).to_lowercase();
    let whole = LEADS.iter().find_map(|lead| before.strip_suffix(lead)?.strip_suffix(' '))?;
    let named = WHOLES.iter().find_map(|name| whole.strip_suffix(name))?;
    let begins = named.trim_end().is_empty() || named.trim_end().ends_with(['.', ';', ':', ',']);
    // What was before, or will be, no table of today shows.
    let sentence = named.rsplit(['.', ';']).next().unwrap_or_default();
    let of_today = !["trước", "sau ", "năm ", "đến ", "dự kiến"].iter().any(|word| sentence.contains(word));
    let behind = passage.between(figure.rest, passage.words.len()).trim_start();
    let is_all = behind.is_empty()
        || behind.starts_with(['.', ';', ':', '(', ')'])
        || behind.starts_with("với ")
        || behind.strip_prefix(',').is_some_and(|rest| !NOUNS.iter().any(|noun| rest.trim_start().starts_with(noun)));
    let number = usize::try_from(figure.number.to_whole()?).ok()?;
    (begins && of_today && is_all).then_some((noun, number, figure))
}

fn finding(passage: &Passage<'_>, figure: &Written, number: usize, list: &List) -> Diagnostic {
    let message = format!("câu này ghi {number} {}, bảng kê {} {0}", list.noun, list.rows);
    let help = format!("sửa số trong câu thành {:02}, hoặc thêm dòng còn thiếu của bảng", list.rows);
    Diagnostic::error(UNITS_IN_SENTENCE, passage.place(figure.start..figure.rest), message)
        .as_warning()
        .label(list.place.clone(), format!("bảng này có {} dòng", list.rows))
        .help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn sentence(words: &str, rows: &str, expected: &[&str]) {
        let table = format!("{{bang: {{cot: [{{ten: Thôn}}, {{ten: Hộ, loai: so}}], dong: [{rows}]}}}}");
        check(&RULE, &format!("noi_dung: [\"{words}\", {table}]"), expected);
    }

    const ALL: &str = "[A, 1], [B, 2], {tong: Toàn xã}";

    #[test]
    fn units_are_those_of_the_table() {
        let message = "cảnh báo «09 thôn»: câu này ghi 9 thôn, bảng kê 2 thôn";
        sentence("Diện tích 148 km². Toàn xã có 09 thôn với 45 hộ.", ALL, &[message]);
        sentence("Diện tích lớn, toàn xã gồm 02 thôn (01 thôn xa).", ALL, &[]);
    }

    #[test]
    fn what_may_be_other_units_is_passed_over() {
        for words in [
            "Toàn xã có 09 thôn đặc biệt khó khăn.",
            "Trước khi sắp xếp, toàn xã có 09 thôn.",
            "Toàn xã có 09 thôn, nay toàn xã có 08 thôn.",
            "Toàn xã có 09 thôn, tổ dân phố.",
            "Tổ chức họp tại 09 thôn.",
            "Toàn xã có 09 xóm.",
        ] {
            sentence(words, ALL, &[]);
        }
        sentence("Toàn xã có 09 thôn.", "[A, 1], [B, 2], {tong: Cộng}", &[]);
        sentence("Toàn xã có 09 thôn.", "{nhom: Vùng cao, dong: [[A, 1], [B, 2]]}, {tong: Toàn xã}", &[]);
    }
}
