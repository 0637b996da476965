//! The end of a document: recipients at the left, signature at the right.

use std::collections::BTreeSet;
use std::ops::Range;

use super::appendix::begins_appendix;
use super::search::Search;
use crate::decree::Component;
use crate::inspect::observed::Column;
use crate::inspect::piece::is_capitals;
use crate::vietnamese::fold;

/// Family names that nine of ten Vietnamese bear: a line in capitals that begins with one is a name, no post.
const SURNAMES: [&str; 30] = [
    "NGUYỄN", "TRẦN", "LÊ", "PHẠM", "HOÀNG", "HUỲNH", "PHAN", "VŨ", "VÕ", "ĐẶNG", "BÙI", "ĐỖ", "HỒ", "NGÔ", "DƯƠNG",
    "LÝ", "ĐÀO", "ĐOÀN", "VƯƠNG", "TRỊNH", "TRƯƠNG", "ĐINH", "LÂM", "PHÙNG", "MAI", "TÔ", "HÀ", "TẠ", "THÁI", "CAO",
];

/// How the line of an authority begins, right or wrong.
const CODES: [&str; 11] = ["TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M", "K/T", "T/L", "TM ", "T.M", "KT "];

/// Whether a line begins with what authority its signer has.
pub(super) fn begins_authority(text: &str) -> bool {
    CODES.iter().any(|code| text.starts_with(code)) && is_capitals(text)
}

/// Posts of those who sign.
const POSTS: [&str; 6] = ["CHỦ TỊCH", "GIÁM ĐỐC", "TRƯỞNG ", "CHÁNH ", "BÍ THƯ", "HIỆU TRƯỞNG"];

/// Whether a line names the head of an office or his deputy and nothing else, in whatever letters.
fn is_chief(text: &str) -> bool {
    let folded = fold(text);
    let post = folded.strip_prefix("pho").unwrap_or(&folded);
    ["chutich", "giamdoc", "truongphong", "hieutruong", "chanhvanphong"].contains(&post)
}

/// Whether a line is the authority or the post of a signer.
fn begins_signature(text: &str) -> bool {
    let is_post = || POSTS.iter().any(|post| text.trim_start_matches("PHÓ ").starts_with(post)) && is_capitals(text);
    begins_authority(text) || is_post()
}

/// Finds the end of the document: the lines of it.
pub(super) fn find(search: &mut Search<'_>, from: usize) -> Range<usize> {
    let words = search.words;
    let is_label =
        |index: &usize| words[*index].folded.starts_with("noinhan") && words[*index].text.chars().count() < 60;
    // A table may have a column of that name.
    let is_free = |index: &usize| is_label(index) && !matches!(words[*index].column, Column::Table(_));
    // Some close with a table that has a grid: beside the label it holds the signature.
    let signed: BTreeSet<_> =
        words.iter().filter(|line| begins_signature(&line.text)).map(|line| line.column).collect();
    let is_closing = |index: &usize| is_label(index) && signed.contains(&words[*index].column);
    let label = (from..words.len()).find(is_free).or_else(|| (from..words.len()).find(is_closing));
    let is_item = |index: &usize| words[*index].text.starts_with(['-', '–']) || words[*index].folded.starts_with("luu");
    let is_beside = |index: &usize| words[*index].column == Column::Right && begins_authority(&words[*index].text);
    let Some(anchor) = label.or_else(|| (from..words.len()).find(is_beside)) else {
        let appendix = (from..words.len()).find(|&index| begins_appendix(&words[index]).is_some());
        let end = appendix.unwrap_or(words.len());
        return end..end;
    };
    let group_of = |index: usize| search.observed.paragraph(words[index].piece).row.map(|(group, _)| group);
    let range = match group_of(anchor) {
        Some(group) => {
            let is_same = |index: &usize| group_of(*index) == Some(group);
            let start = (from..=anchor).rev().take_while(is_same).last().unwrap_or(anchor);
            let end = (anchor..words.len()).take_while(is_same).last().unwrap_or(anchor);
            // Beside an empty place for the signature the items of a PDF stand alone.
            let is_below =
                |index: &usize| matches!(words[*index].column, Column::Full | Column::Left) && is_item(index);
            let end = (end + 1..words.len()).take_while(is_below).last().unwrap_or(end);
            start..end + 1
        }
        None => {
            let end = (anchor + 1..words.len()).take_while(is_item).last().unwrap_or(anchor);
            anchor..end + 1
        }
    };
    recipients(search, label, &range);
    signatures(search, label, &range);
    let end = name_below(search, &range);
    range.start..end
}

/// The name of a signature that stands below what belongs together: on the next page, or pushed there by tabs. One past it.
fn name_below(search: &mut Search<'_>, range: &Range<usize>) -> usize {
    let words = search.words;
    let has = |component| search.found.iter().any(|part| part.component == component);
    let has_post = has(Component::SignerPost) || has(Component::SigningAuthority);
    let Some(last) = range.clone().last().filter(|_| has_post && !has(Component::SignerName)) else { return range.end };
    let page = search.observed.paragraph(words[last].piece).last_page;
    let is_item = |index: &usize| words[*index].text.starts_with(['-', '–']) && words[*index].column != Column::Right;
    let items = (range.end..words.len()).take_while(is_item).count();
    let name = range.end + items;
    let is_there = words.get(name).is_some_and(|line| {
        let paragraph = search.observed.paragraph(line.piece);
        let is_next_page = page.is_some() && paragraph.page == page.map(|page| page + 1);
        let is_pushed = page.is_none() && search.observed.letters(line.piece).starts_with(['\t', ' ']);
        (is_next_page || is_pushed) && is_name(&line.text)
    });
    if !is_there {
        return range.end;
    }
    for index in range.end..name {
        search.add(Component::Recipient, index, None);
    }
    search.add(Component::SignerName, name, None);
    name + 1
}

/// Whether a line is a name and no more: a few words, each with its capital.
fn is_name(text: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|letter| letter.is_alphabetic() || letter == '.')
    };
    (2..=7).contains(&text.split(' ').count()) && text.split(' ').all(is_word) && !is_capitals(text)
}

fn recipients(search: &mut Search<'_>, label: Option<usize>, range: &Range<usize>) {
    let Some(label) = label else { return };
    search.add(Component::RecipientsLabel, label, None);
    let column = search.words[label].column;
    for index in label + 1..range.end {
        let line = &search.words[index];
        if ![column, Column::Full].contains(&line.column) || line.folded.is_empty() || is_post(&line.text) {
            continue;
        }
        let is_mark = is_drafter_mark(&line.text);
        search.add(if is_mark { Component::DrafterMark } else { Component::Recipient }, index, None);
    }
}

/// Whether a line is in capitals and more than an abbreviation.
fn is_post(text: &str) -> bool {
    is_capitals(text) && text.contains(' ') && !text.starts_with(['-', '–', '+'])
}

/// Whether a line is the mark of who drafted it: `PL.(300)`, `PL.300b`.
fn is_drafter_mark(text: &str) -> bool {
    let letters = text.chars().take_while(|letter| letter.is_alphabetic()).count();
    (1..=5).contains(&letters)
        && text.chars().count() < 16
        && text.chars().any(|letter| letter.is_ascii_digit())
        && text.chars().nth(letters).is_some_and(|next| matches!(next, '.' | '('))
        && !fold(text).starts_with("luu")
}

/// The signature at the right, and those above the recipients.
fn signatures(search: &mut Search<'_>, label: Option<usize>, range: &Range<usize>) {
    let words = search.words;
    let label = label.unwrap_or(range.end);
    let is_signed = |index: &usize| {
        let line = &words[*index];
        let says = line.text.chars().any(char::is_alphabetic) && !line.text.starts_with('(');
        says && (line.column == Column::Right || line.column == Column::Left && *index < label)
    };
    for column in [Column::Left, Column::Right] {
        let lines: Vec<_> = range.clone().filter(is_signed).filter(|&index| words[index].column == column).collect();
        // A new authority begins a new signature.
        let mut starts: Vec<_> = Vec::new();
        for (at, &index) in lines.iter().enumerate() {
            let after_name = at > 0 && !is_capitals(&words[lines[at - 1]].text);
            if at == 0 || after_name && is_capitals(&words[index].text) {
                starts.push(at);
            }
        }
        for (nth, &start) in starts.iter().enumerate() {
            let end = starts.get(nth + 1).copied().unwrap_or(lines.len());
            signature(search, &lines[start..end]);
        }
    }
}

fn signature(search: &mut Search<'_>, lines: &[usize]) {
    let words = search.words;
    let text = |at: usize| words[lines[at]].text.as_str();
    let is_name = |text: &str| {
        let first = text.split(' ').next().unwrap_or_default();
        !is_capitals(text) || SURNAMES.contains(&first) && text.split(' ').count() > 1
    };
    let last = lines.len() - 1;
    let name = (last > 0 && is_name(text(last)) || last == 0 && !is_capitals(text(0)) && !begins_authority(text(0)))
        .then_some(last);
    let has_posts = (0..last).any(|at| is_capitals(text(at)));
    for (at, &index) in lines.iter().enumerate() {
        let component = if Some(at) == name {
            Component::SignerName
        } else if begins_authority(text(at)) {
            Component::SigningAuthority
        } else if at > 0 && begins_authority(text(at - 1)) && is_chief(text(at)) {
            Component::SignerPost
        } else if has_posts && name.is_some() && !is_capitals(text(at)) && at + 1 == last {
            Component::SignerOtherPost
        } else {
            Component::SignerPost
        };
        search.add(component, index, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_drafters_are_no_recipients() {
        assert!(is_drafter_mark("PL.(300)") && is_drafter_mark("NVA.20b"));
        assert!(
            !is_drafter_mark("- Lưu: VT, 02b.") && !is_drafter_mark("Lưu VT 2") && !is_drafter_mark("UBND xã 2 lần")
        );
    }
}
