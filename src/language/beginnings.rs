//! The words at which anything can begin, so that most words are passed over at once.

use std::sync::LazyLock;

use super::lexer::hash;
use super::{nouns, slips, variants};

/// Words at which rules look for more, in small letters.
const WORDS: [&str; 28] = [
    "điều", "ngày", "tháng", "nhân", "thứ", "tết", "nghị", "quyết", "thông", "chỉ", "kế", "công", "tờ", "báo", "hướng",
    "khoản", "điểm", "và", "của", "về", "ủy", "uỷ", "hội", "tòa", "tỉnh", "huyện", "xã", "thôn",
];

/// One bit for each word, among many.
static BITS: LazyLock<[u64; 128]> = LazyLock::new(|| {
    let mut bits = [0; 128];
    let words = WORDS.into_iter().chain(nouns::beginnings()).chain(slips::beginnings()).chain(variants::beginnings());
    for number in words.map(hash) {
        bits[(number >> 6) as usize % 128] |= 1 << (number % 64);
    }
    bits
});

/// Whether something may begin with the word of a number.
pub(super) fn may_begin(number: u64) -> bool {
    BITS[(number >> 6) as usize % 128] & (1 << (number % 64)) != 0
}
