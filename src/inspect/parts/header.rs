//! The head of a document: agencies, Quốc hiệu, number, place and date.

use super::search::Search;
use crate::decree::Component;
use crate::inspect::kind::type_of_line;
use crate::inspect::observed::Column;
use crate::inspect::piece::{Piece, Worded, has_small};
use crate::vietnamese::fold;

/// What was found of the head.
pub(super) struct Head {
    /// Lines of `V/v`.
    pub(super) dispatch_subject: Vec<Piece>,
    /// One past the last line of it in the order of reading.
    pub(super) end: usize,
}

/// In how many lines the head is looked for.
const LINES: usize = 45;

/// Words that the name of an agency of its own begins with, folded.
const AGENCIES: [&str; 22] = [
    "uybannhandan",
    "ubnd",
    "hoidongnhandan",
    "hdnd",
    "so",
    "phong",
    "truong",
    "trungtam",
    "vanphong",
    "ban",
    "chicuc",
    "cuc",
    "benhvien",
    "tramyte",
    "thanhtra",
    "congan",
    "hoi",
    "bo",
    "tongcuc",
    "daihoc",
    "hocvien",
    "bqlduan",
];

pub(super) fn find(search: &mut Search<'_>) -> Head {
    let words = search.words;
    let most = words.len().min(LINES);
    let title = (0..most).find(|&index| words[index].folded.starts_with("conghoaxahoichu"));
    let mut end = 0;
    let mut dispatch_subject = Vec::new();
    if let Some(title) = title {
        search.add(Component::NationalTitle, title, None);
        end = title + 1;
        let is_motto = |folded: &str| folded.starts_with("doclap") && folded.contains("hanhphuc");
        if let Some(motto) = (title + 1..most.min(title + 6)).find(|&index| is_motto(&words[index].folded)) {
            search.add(Component::NationalMotto, motto, None);
            end = motto + 1;
        }
    }
    let number = (0..most).find(|&index| is_number(&words[index].text) && words[index].column != Column::Right);
    if let Some(number) = number {
        search.add(Component::NumberSymbol, number, None);
        end = end.max(number + 1);
    }
    let from = title.unwrap_or(0);
    let dated = (from..most).find_map(|index| place_date(words, index));
    let in_digits = || {
        let is_beside = |index: &usize| words[*index].column == Column::Right && is_date_in_digits(&words[*index].text);
        (from..most).find(is_beside).map(|index| (index, words[index].text.clone(), 1))
    };
    if let Some((place, text, lines)) = dated.or_else(in_digits) {
        search.add_as(Component::PlaceDate, place, text);
        end = end.max(place + lines);
    }
    if let Some(title) = title {
        agencies(search, title, number.unwrap_or(end));
    }
    let is_left = |index: usize| words[index].column == Column::Left || words[index].column == Column::Full;
    // Below tên loại it is a trích yếu that begins like one of a công văn.
    let above_type = (0..most).take_while(|&index| type_of_line(&words[index].folded).is_none());
    let begins = |index: &usize| is_left(*index) && begins_dispatch(&words[*index].text);
    if let Some(first) = above_type.into_iter().find(begins) {
        let column = words[first].column;
        let last = if column == Column::Left { most } else { first + 1 };
        let lines = (first..last).take_while(|&index| words[index].column == column);
        let lines: Vec<_> = lines.take(5).collect();
        end = end.max(lines.last().map_or(end, |last| last + 1));
        dispatch_subject.extend(lines.into_iter().map(|index| words[index].piece));
    }
    // A table of the head may hold marks and blank cells below.
    let group = title.and_then(|title| search.observed.paragraph(words[title].piece).row).map(|(group, _)| group);
    let is_same = |index: &usize| {
        group.is_some() && search.observed.paragraph(words[*index].piece).row.map(|(group, _)| group) == group
    };
    end = (end..most).take_while(is_same).last().map_or(end, |last| last + 1);
    Head { dispatch_subject, end }
}

/// The lines at the left of Quốc hiệu, above the number: those that are not bold before those that are.
fn agencies(search: &mut Search<'_>, title: usize, number: usize) {
    let words = search.words;
    let own = words[title].column;
    let start = (0..title).rev().take_while(|&index| words[index].column != Column::Right).last().unwrap_or(title);
    let is_name = |index: &usize| {
        let line = &words[*index];
        let is_left = line.column == Column::Left || own == Column::Full && *index < title;
        is_left && !is_number(&line.text) && !line.folded.is_empty() && !is_mark(&line.folded)
    };
    // What stands below the number is a trích yếu or a note.
    let lines: Vec<_> = (start..number).filter(|&index| index != title).filter(is_name).collect();
    let row_of = |index: usize| search.observed.paragraph(words[index].piece).row;
    let lines: Vec<_> = lines
        .into_iter()
        .filter(|&index| row_of(index).map(|(group, _)| group) == row_of(title).map(|(group, _)| group))
        .take(8)
        .collect();
    let plain = lines.iter().take_while(|&&index| !search.is_bold(index)).count();
    let begins = |index: usize| AGENCIES.iter().any(|agency| words[index].folded.starts_with(agency));
    // All of one weight: the last line that begins the name of an agency begins the issuer's.
    let parents = if plain == 0 || plain == lines.len() {
        let is_above = |at: usize| begins(lines[at]) && is_whole_name(&words[lines[0]].folded);
        (1..lines.len()).rev().find(|&at| is_above(at)).unwrap_or(0)
    } else {
        plain
    };
    for (at, &index) in lines.iter().enumerate() {
        let component = if at < parents { Component::ParentAgency } else { Component::Issuer };
        search.add(component, index, None);
    }
}

/// Whether a line names an agency with its place, so that the next line is no part of it.
fn is_whole_name(folded: &str) -> bool {
    ["ubndtinh", "ubndthanhpho", "ubndtp", "ubndxa", "ubndphuong", "ubnddackhu", "uybannhandantinh", "uybannhandanxa"]
        .iter()
        .any(|name| folded.starts_with(name) && folded.len() > name.len())
}

/// Whether a line of the head is a mark of its own.
pub(super) fn is_mark(folded: &str) -> bool {
    matches!(
        folded,
        "hoatoc" | "thuongkhan" | "khan" | "mat" | "toimat" | "tuyetmat" | "xemxongtralai" | "luuhanhnoibo"
    ) || folded.starts_with("duthao") && folded.len() < 16
}

/// Whether a line is the number and symbol: `Số: 05/KH-UBND`, however it is written.
pub(super) fn is_number(text: &str) -> bool {
    let folded = fold(text);
    let has_symbol = text.contains('/') || text.chars().filter(|letter| letter.is_uppercase()).count() > 2;
    folded.starts_with("so") && has_symbol && text.chars().count() < 60 && {
        let rest = text.trim_start_matches(|letter: char| letter.is_alphabetic()).trim_start();
        let head = &text[..text.len() - text.trim_start_matches(|letter: char| letter.is_alphabetic()).len()];
        fold(head) == "so" && rest.starts_with(|letter: char| !letter.is_alphabetic())
    }
}

fn begins_dispatch(text: &str) -> bool {
    let folded = fold(text);
    let start: String = text.chars().take(3).collect::<String>().to_lowercase();
    start == "v/v" || folded.starts_with("vevviec")
}

/// A place and a date at a line, of one line or of two: where it is, its words, how many lines it has.
fn place_date(words: &[Worded], index: usize) -> Option<(usize, String, usize)> {
    let line = &words[index];
    let rest = words.get(index + 1).filter(|next| next.column == line.column && next.column != Column::Full);
    let is_rest = |text: &str| {
        let begins = ["tháng", "năm"].iter().any(|word| text.starts_with(word));
        (begins || text.starts_with(|letter: char| letter.is_ascii_digit())) && text.chars().count() < 25
    };
    let is_open = line.text.contains("ngày") && date_fields(&line.text).is_none_or(|[_, _, year]| year.is_empty());
    if let Some(rest) = rest.filter(|rest| is_open && is_rest(&rest.text)) {
        let text = format!("{} {}", line.text, rest.text);
        return is_place_date(&text).then_some((index, text, 2));
    }
    is_place_date(&line.text).then(|| (index, line.text.clone(), 1))
}

/// Whether a line is a place and a date in words.
pub(super) fn is_place_date(text: &str) -> bool {
    let lower = text.to_lowercase();
    let (day, month, year) = (lower.find("ngày"), lower.find("tháng"), lower.find("năm"));
    let in_order = matches!((day, month, year), (Some(day), Some(month), Some(year)) if day < month && month < year);
    let begins = text.chars().next().is_some_and(|letter| letter.is_uppercase() || letter == '.' || letter == '…');
    in_order && begins && text.chars().count() < 80 && !lower.starts_with("căn cứ") && has_small(text)
}

/// Whether a line is a place and a date in digits: `Bình Minh, ngày 05/3/2026`.
fn is_date_in_digits(text: &str) -> bool {
    let Some((place, date)) = text.split_once("ngày") else { return false };
    let fields: Vec<_> = date.trim().split(['/', '-', '.']).collect();
    let is_digits = |field: &&str| (1..=4).contains(&field.len()) && field.bytes().all(|byte| byte.is_ascii_digit());
    fields.len() == 3 && fields.iter().all(is_digits) && place.starts_with(char::is_uppercase) && place.len() < 60
}

/// The letters that stand for what is not yet given.
fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| !letter.is_alphanumeric())
}

/// Whether the number of a document is not yet given.
pub(super) fn is_number_blank(text: &str) -> bool {
    let before = text.split('/').next().unwrap_or_default();
    let digits = before.trim_start_matches(|letter: char| letter.is_alphabetic());
    is_blank(digits)
}

/// Whether the day of a document is not yet given.
pub(super) fn is_day_blank(text: &str) -> bool {
    date_fields(text).is_some_and(|fields| is_blank(fields[0]) || is_blank(fields[1]))
}

/// What stands for day, month and year in a date in words.
pub fn date_fields(text: &str) -> Option<[&str; 3]> {
    let (_, rest) = text.split_once("ngày")?;
    let (day, rest) = rest.split_once("tháng")?;
    let (month, rest) = rest.split_once("năm")?;
    let rest = rest.trim_start();
    let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    Some([day.trim(), month.trim(), &rest[..end]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_however_they_are_written() {
        for line in ["Số: 05/KH-UBND", "Số 05 / KH-UBND", "Số:     /KH-UBND", "SỐ: …../KH-UBND", "Số:05/2026/QĐ-UBND"]
        {
            assert!(is_number(line), "{line}");
        }
        for line in ["SỞ Y TẾ", "Số hộ nghèo", "Sở Nông nghiệp/Môi trường"] {
            assert!(!is_number(line), "{line}");
        }
        assert!(is_number_blank("Số: ……/KH-UBND") && !is_number_blank("Số: 05/KH-UBND"));
    }

    #[test]
    fn dates_are_read() {
        assert_eq!(date_fields("Bình Minh, ngày 05 tháng 3 năm 2026"), Some(["05", "3", "2026"]));
        assert!(is_day_blank("Bình Minh, ngày      tháng 3 năm 2026") && is_day_blank("X, ngày … tháng … năm 2026"));
        assert!(is_place_date("Bình Minh, ngày 05 tháng 3 năm 2026"));
    }
}
