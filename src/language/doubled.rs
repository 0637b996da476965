//! Words written twice.

use super::finding::{Fault, Finding};
use super::lexer::{Case, Kind, Line};

/// Words that never stand twice, each with the words behind which it belongs to another: «theo theo dõi».
const SINGLE: [(&str, &[&str]); 24] = [
    ("các", &[]),
    ("của", &[]),
    ("và", &[]),
    ("những", &[]),
    ("với", &[]),
    ("tại", &[]),
    ("là", &[]),
    ("được", &[]),
    ("bị", &[]),
    ("sẽ", &[]),
    ("đã", &["đời"]),
    ("đang", &[]),
    ("thuộc", &["tính", "lòng", "diện"]),
    ("nhưng", &[]),
    ("hoặc", &[]),
    ("nhằm", &["vào"]),
    ("giữa", &[]),
    ("trên", &[]),
    ("dưới", &[]),
    ("trước", &[]),
    ("mỗi", &[]),
    ("theo", &["dõi", "đuổi", "học", "kịp", "sát", "chân"]),
    ("trong", &["sạch", "suốt", "sáng", "lành", "trẻo"]),
    ("cho", &["vay", "thuê", "mượn", "phép", "con", "ăn", "điểm"]),
];

/// Pairs of words that never stand twice, each beginning with another word than it ends with.
const PAIRS: [&str; 26] = [
    "thực hiện",
    "tăng cường",
    "tiếp tục",
    "đẩy mạnh",
    "triển khai",
    "nâng cao",
    "kiểm tra",
    "đề xuất",
    "ban hành",
    "đảm bảo",
    "bảo đảm",
    "tuyên truyền",
    "địa bàn",
    "hằng năm",
    "hàng năm",
    "đối với",
    "đồng thời",
    "bao gồm",
    "hộ nghèo",
    "cận nghèo",
    "giảm nghèo",
    "bền vững",
    "thiểu số",
    "nông thôn",
    "giai đoạn",
    "trên địa",
];

/// Words behind which a pair may name who does what the pair then says: «đơn vị thực hiện thực hiện».
const DOERS: [&str; 7] = ["vị", "quan", "người", "bộ", "tổ", "ban", "tác"];

/// A word, or two, that stand twice.
#[inline]
pub(super) fn find(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let hash = line.tokens[at].hash;
    let stands_again = |at: usize| line.tokens.get(at).is_some_and(|token| token.hash == hash);
    if stands_again(at + 2) || stands_again(at + 4) {
        find_again(line, at, found);
    }
}

/// Looks closer where the number of a word stands again.
fn find_again(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let hash = |at: usize| line.tokens.get(at).map_or(0, |token| token.hash);
    let is_small = |at: usize| line.kind(at) == Some(Kind::Word(Case::Small));
    if hash(at + 2) == hash(at) && is_small(at + 2) && line.next_word(at).is_some() && !line.is_part_of_code(at + 2) {
        let behind = line.next_word(at + 2).map_or("", |next| line.letters(next));
        let word = line.letters(at + 2);
        if SINGLE.iter().any(|(single, others)| *single == word && !others.contains(&behind)) {
            found.push(finding(line, at, at + 2));
        }
        return;
    }
    if hash(at + 4) == hash(at)
        && hash(at + 6) == hash(at + 2)
        && [at, at + 2, at + 4, at + 6].into_iter().all(is_small)
    {
        let are_joined = [at, at + 2, at + 4].into_iter().all(|at| line.next_word(at).is_some());
        let pair = &line.text[line.range(at + 4, at + 6)];
        if are_joined && PAIRS.contains(&pair) && !DOERS.contains(&line.before(at)) {
            found.push(finding(line, at, at + 6));
        }
    }
}

/// What stands twice from one token to another is written once.
fn finding(line: &Line<'_>, from: usize, to: usize) -> Finding {
    let range = line.range(from, to);
    let twice = &line.text[range.clone()];
    let half = (from + to) / 2 - 1;
    let once = &line.text[line.range(from, half)];
    Finding::mended(Fault::DoubledWord, range, format!("viết lặp «{twice}»"), once)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::trial::{check, silent};

    #[test]
    fn words_written_twice_are_found() {
        check(Fault::DoubledWord, "Nhiệm vụ của của các các xã", &["của của → của", "các các → các"]);
        check(Fault::DoubledWord, "Tổ chức thực hiện thực hiện Kế hoạch", &["thực hiện thực hiện → thực hiện"]);
        check(Fault::DoubledWord, "Các các xã", &["Các các → Các"]);
        check(Fault::DoubledWord, "mục tiêu là là giảm", &["là là → là"]);
    }

    #[test]
    fn what_is_meant_twice_is_left_alone() {
        silent(&[
            "ngày ngày, xanh xanh, luôn luôn, dần dần, từ từ, thường xuyên, đều đều, người người, nhà nhà",
            "nằm trong trong_do; phân công theo theo dõi; vốn cho cho vay; Đảng trong trong sạch",
            "các tổ chức tổ chức thực hiện; công tác công tác xã hội; cơ quan thực hiện thực hiện báo cáo",
            "kế hoạch kế hoạch hóa gia đình, xã hội xã hội hóa, năm 5 năm, của, của",
        ]);
    }
}
