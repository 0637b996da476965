//! Words of another level or of another time: huyện after 01/7/2025, ấp in a phường, «UBND các xã» in the plan of one xã.
//!
//! Only set phrases are judged, and none in a sentence that speaks of older times or cites a document.

use std::ops::Range;

use crate::vietnamese::fold;

/// Who issues a document, as far as words depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Issuer {
    /// A xã.
    Commune,
    /// A phường.
    Ward,
    /// A thị trấn.
    Township,
    /// Anyone else.
    Other,
}

impl Issuer {
    /// What the name of an issuer says: `Ủy ban nhân dân xã Bình Minh`.
    pub fn of_name(name: &str) -> Self {
        let folded = fold(name);
        let behind = ["uybannhandan", "ubnd"].iter().find_map(|prefix| folded.strip_prefix(prefix)).unwrap_or_default();
        match behind {
            _ if behind.starts_with("xa") => Self::Commune,
            _ if behind.starts_with("phuong") => Self::Ward,
            _ if behind.starts_with("thitran") => Self::Township,
            _ => Self::Other,
        }
    }
}

/// What does not belong where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    /// A unit or body of the district level, which ended on 01/7/2025.
    Ended,
    /// A unit that a phường or thị trấn has not.
    Hamlet,
    /// Several communes in the plan of one.
    Several,
}

/// A phrase that does not belong where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutOfPlace {
    /// Why.
    pub why: Misplaced,
    /// Its bytes.
    pub range: Range<usize>,
}

/// Letters that stand in each phrase of the district level, to pass over most texts at once.
const ENDED_HAVE: [&str; 6] = ["uyện", "quận", "thị x", "thị t", "LĐ-TB", "Thương binh"];
/// Letters that stand in each phrase of units that a phường has not.
const HAMLETS_HAVE: [&str; 3] = ["ấp", "sóc", "buôn"];
/// Letters that stand in each phrase of several communes.
const SEVERAL_HAVE: [&str; 1] = ["các xã"];
/// Phrases of the district level.
const ENDED: [&str; 20] = [
    "UBND huyện",
    "HĐND huyện",
    "Ủy ban nhân dân huyện",
    "Uỷ ban nhân dân huyện",
    "Hội đồng nhân dân huyện",
    "UBND các huyện",
    "Ủy ban nhân dân các huyện",
    "các huyện, thị xã",
    "các xã, thị trấn",
    "xã, phường, thị trấn",
    "Huyện ủy",
    "Huyện uỷ",
    "cấp huyện",
    "UBND quận",
    "UBND thị xã",
    "UBND thị trấn",
    "Ủy ban nhân dân thị trấn",
    "Phòng Lao động - Thương binh và Xã hội",
    "Phòng Lao động, Thương binh và Xã hội",
    "Phòng LĐ-TB&XH",
];
/// Phrases of units that a phường has not.
const HAMLETS: [&str; 9] =
    ["các ấp", "từng ấp", "ở ấp", "tại ấp", "trưởng ấp", "Trưởng ấp", "các sóc", "các buôn", "từng buôn"];
/// Phrases of several communes.
const SEVERAL: [&str; 4] = ["UBND các xã", "Ủy ban nhân dân các xã", "Uỷ ban nhân dân các xã", "Chủ tịch UBND các xã"];
/// How many letters of a sentence are looked at before and behind a phrase.
const FARTHEST: usize = 400;
/// Words that make a sentence speak of other times or places, or of another document.
const EXCUSES: [&str; 24] = [
    "cũ",
    "trước đây",
    "sắp xếp",
    "sáp nhập",
    "hợp nhất",
    "giải thể",
    "chuyển giao",
    "bàn giao",
    "tiếp nhận",
    "không còn",
    "không tổ chức",
    "bỏ cấp",
    "kết thúc",
    "thay thế",
    "từng là",
    "lân cận",
    "khác",
    "giáp ranh",
    "/QĐ-",
    "/NQ-",
    "/KH-",
    "/TTg",
    "/CT",
    "/BC-",
];

/// The phrases of a text that do not belong in a document of an issuer, dated after the district level ended or before.
pub fn out_of_place(text: &str, issuer: Issuer, is_after_districts: bool) -> Vec<OutOfPlace> {
    let mut found = Vec::new();
    let mut look = |have: &[&str], phrases: &[&str], why: Misplaced| {
        let is_possible = have.iter().any(|letters| text.contains(letters));
        for phrase in phrases.iter().filter(|_| is_possible) {
            let places = text.match_indices(phrase).map(|(at, _)| at..at + phrase.len());
            found.extend(
                places
                    .filter(|range| is_whole(text, range) && !is_excused(text, range))
                    .map(|range| OutOfPlace { why, range }),
            );
        }
    };
    if is_after_districts {
        look(&ENDED_HAVE, &ENDED, Misplaced::Ended);
    }
    match issuer {
        Issuer::Ward | Issuer::Township => look(&HAMLETS_HAVE, &HAMLETS, Misplaced::Hamlet),
        Issuer::Commune => look(&SEVERAL_HAVE, &SEVERAL, Misplaced::Several),
        Issuer::Other => {}
    }
    found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end)));
    let mut end = 0;
    // «Chủ tịch UBND các xã» holds «UBND các xã».
    found.retain(|found| {
        let is_new = found.range.start >= end;
        end = end.max(found.range.end);
        is_new
    });
    found
}

/// Whether a phrase is not the beginning or the end of longer words.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    !text[..range.start].ends_with(char::is_alphanumeric) && !text[range.end..].starts_with(char::is_alphanumeric)
}

/// Whether the sentence around a phrase speaks of other times, or names a year before the change.
fn is_excused(text: &str, range: &Range<usize>) -> bool {
    let is_end = |letter: char| matches!(letter, '.' | ';' | '\n');
    let before = text[..range.start].char_indices().rev().take(FARTHEST);
    let start = before.take_while(|(_, letter)| !is_end(*letter)).last().map_or(range.start, |(at, _)| at);
    let mut behind = text[range.end..].char_indices().enumerate();
    let end = behind.find(|(count, (_, letter))| *count == FARTHEST || is_end(*letter));
    let sentence = &text[start..end.map_or(text.len(), |(_, (at, _))| range.end + at)];
    let is_older =
        |year: &str| year.get(..4).and_then(|year| year.parse::<u16>().ok()).is_some_and(|year| year <= 2025);
    EXCUSES.iter().any(|excuse| has_word(sentence, excuse))
        || sentence.match_indices("20").any(|(at, _)| is_older(&sentence[at..]))
}

/// Whether words stand whole in a sentence; signs of documents anywhere.
fn has_word(sentence: &str, words: &str) -> bool {
    sentence.match_indices(words).any(|(at, _)| words.starts_with('/') || is_whole(sentence, &(at..at + words.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, issuer: Issuer, is_after: bool, expected: &[&str]) {
        let found = out_of_place(text, issuer, is_after);
        let found: Vec<_> = found.into_iter().map(|found| &text[found.range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_of_another_time_are_found_after_it() {
        check("Báo cáo UBND huyện và Phòng LĐ-TB&XH.", Issuer::Other, true, &["UBND huyện", "Phòng LĐ-TB&XH"]);
        check("Báo cáo UBND huyện.", Issuer::Other, false, &[]);
        check("Kế hoạch 12/KH-UBND của UBND huyện; UBND huyện Trà Bồng (cũ)", Issuer::Other, true, &[]);
        check("Năm 2024 UBND huyện đã hỗ trợ. Bàn giao từ UBND huyện, sau khi sắp xếp", Issuer::Other, true, &[]);
        check("Báo cáo UBND huyện năm 2026", Issuer::Other, true, &["UBND huyện"]);
    }

    #[test]
    fn units_of_another_level_are_found() {
        check("Các khu phố và các ấp", Issuer::Ward, true, &["các ấp"]);
        check("Các khu phố và các ấp", Issuer::Commune, true, &[]);
        check("Chủ tịch UBND các xã chỉ đạo", Issuer::Commune, true, &["Chủ tịch UBND các xã"]);
        check("UBND các xã lân cận; các xã nghèo", Issuer::Commune, true, &[]);
    }

    #[test]
    fn phrases_have_the_letters_by_which_they_are_found() {
        let has_any = |phrase: &&str, have: &[&str]| have.iter().any(|letters| phrase.contains(letters));
        assert!(ENDED.iter().all(|phrase| has_any(phrase, &ENDED_HAVE)));
        assert!(HAMLETS.iter().all(|phrase| has_any(phrase, &HAMLETS_HAVE)));
        assert!(SEVERAL.iter().all(|phrase| has_any(phrase, &SEVERAL_HAVE)));
    }

    #[test]
    fn the_level_of_an_issuer_is_told_by_its_name() {
        let levels = [
            "Ủy ban nhân dân xã A",
            "UBND phường B",
            "Ủy ban nhân dân thị trấn C",
            "Ủy ban nhân dân tỉnh D",
            "Sở Y tế",
        ];
        let expected = [Issuer::Commune, Issuer::Ward, Issuer::Township, Issuer::Other, Issuer::Other];
        assert_eq!(levels.map(Issuer::of_name), expected);
    }
}
