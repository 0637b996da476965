//! Syllables that cannot be Vietnamese.

use super::finding::{Fault, Finding};
use super::lexer::{Case, Line};
use super::syllable::{Flaw, Tone, apart, flaw, is_syllable, is_vowel, spelled};

/// Words of other languages that are written in one with marks of ours.
const LOANS: [&str; 20] = [
    "amiăng",
    "ápphích",
    "bêtông",
    "café",
    "cácbon",
    "cáctông",
    "côngtenơ",
    "kilômét",
    "kilôgam",
    "môđun",
    "môtô",
    "ôtô",
    "ôxi",
    "ôxy",
    "pôlime",
    "prôtêin",
    "sôcôla",
    "tuốcbin",
    "xêri",
    "xíchlô",
];

/// No word of a few syllables is longer, in bytes.
const LONGEST: usize = 48;

/// What the letters of Telex at the end of a word mean.
const TELEX: [(char, Tone); 5] =
    [('f', Tone::Falling), ('s', Tone::Rising), ('r', Tone::Dipping), ('x', Tone::Broken), ('j', Tone::Heavy)];

/// Letters that are written for each other at the beginning of words.
const SWAPS: [(&str, &str); 6] = [("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("k", "c"), ("c", "k")];

/// A word that cannot be a syllable; whether it is one, or none that is judged, wherever it stands.
///
/// Words in capitals are codes; one with a capital letter is a name, unless it begins a sentence and its cure is plain.
pub(super) fn find(line: &Line<'_>, at: usize, case: Case, found: &mut Vec<Finding>) -> bool {
    let token = &line.tokens[at];
    let letters = line.letters(at);
    let is_suspect = token.marked || letters.starts_with("ng") || letters.starts_with("dd");
    // What is longer than words are is none, and would be tried in too many ways.
    if !is_suspect || letters.len() > LONGEST {
        return true;
    }
    let small = letters.to_lowercase();
    let Some(flaw) = flaw(&small) else { return true };
    if line.is_part_of_code(at) {
        return false;
    }
    let is_known = small.chars().all(is_ours) && small.chars().any(|letter| is_vowel(apart_letter(letter)));
    if !is_known || LOANS.contains(&small.as_str()) || has_foreign_onset(&small) {
        return true;
    }
    let mended = mended(&small, flaw);
    if case == Case::Title {
        let is_name =
            !line.begins(at) || line.next_word(at).is_some_and(|next| starts_with_capital(line.letters(next)));
        if is_name || mended.is_none() {
            return false;
        }
    }
    let message = format!("«{letters}» không phải một tiếng viết đúng");
    found.extend(match (mended, flaw) {
        (Some(mended), _) => {
            let mended = if case == Case::Title { crate::vietnamese::capitalize(&mended) } else { mended };
            Some(Finding::mended(Fault::ImpossibleSyllable, token.range(), message, mended))
        }
        (None, Flaw::ToneBeforeStop) => {
            let plain = apart(&small).plain;
            let both = [Tone::Rising, Tone::Heavy].map(|tone| spelled(&plain, tone).unwrap_or_default());
            let help = format!("tiếng có c, ch, p, t ở cuối chỉ mang dấu sắc hoặc nặng: «{}», «{}»", both[0], both[1]);
            Some(Finding::told(Fault::ImpossibleSyllable, token.range(), message, help))
        }
        (None, Flaw::TwoTones | Flaw::MisplacedTone | Flaw::Letters) => without_cure(&small, flaw)
            .map(|help| Finding::told(Fault::ImpossibleSyllable, token.range(), message, help)),
    });
    false
}

/// What to say of a word whose cure is not plain; nothing of what may be a word of another language.
fn without_cure(word: &str, flaw: Flaw) -> Option<String> {
    if let Some((first, second)) = two_syllables(word) {
        // «ôtô», «cácbon»: words of other languages seldom have two tones.
        let have_tones = [first, second].iter().all(|half| apart(half).marks == 1);
        return have_tones.then(|| format!("nếu là hai tiếng thì viết cách ra: «{first} {second}»"));
    }
    // «milimét»
    if word.char_indices().skip(1).any(|(end, _)| is_syllable(&word[..end]) && two_syllables(&word[end..]).is_some()) {
        return None;
    }
    let ends = ["ch", "ng", "nh", "c", "m", "n", "p", "t"];
    let plain = apart(word).plain;
    let is_likely = plain.chars().next_back().is_some_and(is_vowel) || ends.iter().any(|end| plain.ends_with(end));
    let is_short = plain.chars().count() <= 7;
    let has_strange = plain.contains(['f', 'j', 'w', 'z']);
    let is_two_toned = flaw == Flaw::TwoTones && !is_syllable(&plain);
    (is_likely && is_short && !has_strange && !is_two_toned).then(|| "gõ lại tiếng này".to_owned())
}

/// Whether a letter is one of ours or of the keyboard.
fn is_ours(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter == 'đ' || is_vowel(apart_letter(letter))
}

/// A letter without its tone.
fn apart_letter(letter: char) -> char {
    let mut buffer = [0; 4];
    apart(letter.encode_utf8(&mut buffer)).plain.chars().next().unwrap_or(letter)
}

fn starts_with_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a word begins as none of ours does: `pr`, `kl`, `st`.
fn has_foreign_onset(word: &str) -> bool {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some('b' | 'c' | 'd' | 'đ' | 'f' | 'g' | 'k' | 'p' | 's'), Some('l' | 'r')) | (Some('s'), Some('t' | 'p')) => {
            true
        }
        (Some('h' | 'm'), Some('l' | 'r' | 'n' | 'm' | 'b' | 'đ')) | (Some('t'), Some('l')) => true,
        (Some(_), Some(_)) | (_, None) | (None, _) => false,
    }
}

/// Two syllables that a word is written of, if it is.
fn two_syllables(word: &str) -> Option<(&str, &str)> {
    let mut ends = word.char_indices().map(|(end, _)| end).skip(1);
    ends.find(|end| is_syllable(&word[..*end]) && is_syllable(&word[*end..])).map(|end| word.split_at(end))
}

/// The one word that is meant, if one alone can be.
fn mended(word: &str, flaw: Flaw) -> Option<String> {
    let whole = apart(word);
    if flaw == Flaw::MisplacedTone {
        return spelled(&whole.plain, whole.tone);
    }
    let mut candidates: Vec<String> = Vec::new();
    let mut add = |candidate: Option<String>| {
        if let Some(candidate) = candidate.filter(|candidate| is_syllable(candidate) && !candidates.contains(candidate))
        {
            candidates.push(candidate);
        }
    };
    for (key, tone) in TELEX {
        if let Some(rest) = word.strip_suffix(key) {
            let rest_apart = apart(rest);
            add(if rest_apart.marks == 0 { spelled(&rest_apart.plain, tone) } else { Some(rest.to_owned()) });
        }
    }
    let letters: Vec<char> = word.chars().collect();
    for (at, pair) in letters.windows(2).enumerate() {
        if pair[0] == pair[1] {
            let without = letters.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, letter)| letter);
            add(Some(without.collect()));
        }
    }
    for (from, to) in SWAPS {
        if let Some(rest) = word.strip_prefix(from) {
            add(Some(format!("{to}{rest}")));
        }
    }
    for (from, to) in [("uơ", "ươ"), ("ưo", "ươ")] {
        if whole.plain.contains(from) && whole.marks <= 1 {
            add(spelled(&whole.plain.replacen(from, to, 1), whole.tone));
        }
    }
    if whole.plain.starts_with("iê") {
        add(spelled(&whole.plain.replacen('i', "y", 1), whole.tone));
    }
    (candidates.len() == 1).then(|| candidates.remove(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::trial::{check, silent};

    #[test]
    fn syllables_that_cannot_be_are_found_and_mended() {
        for (word, expected) in [
            ("khôngg", "khôngg → không"),
            ("đươcj", "đươcj → được"),
            ("ngiệp", "ngiệp → nghiệp"),
            ("nghành", "nghành → ngành"),
            ("nưóc", "nưóc → nước"),
            ("luợng", "luợng → lượng"),
            ("hòan", "hòan → hoàn"),
            ("qủa", "qủa → quả"),
            ("iêu", "iêu → yêu"),
            ("viêc", "viêc"),
            ("thựchiện", "thựchiện"),
            ("hơng", "hơng"),
        ] {
            check(Fault::ImpossibleSyllable, &format!("Các {word} khác"), &[expected]);
        }
        check(Fault::ImpossibleSyllable, "Nghành y tế", &["Nghành → Ngành"]);
    }

    #[test]
    fn names_codes_and_words_of_other_languages_are_left_alone() {
        silent(&[
            "Các huyện Đắk Lắk, Ia Pa, Kon Tum, Krông Pa, Chư Sê, Đăk Pxi và xã Ya Xiêr",
            "Đăk Tơ Ver là xã; Klông Pút, Y Hlô, K'Bang, Hbông, H'Mông",
            "bếp ga, ôtô, xe môtô, prôtêin, café, milimét, pê-đan, xăng-ti-mét, h'mông",
            "trang web https://chinhphu.vn, thư ubnd@gialai.gov.vn, email, zalo, online, video",
            "số 12/KH-UBND, NTTQ, VHXH, LĐ-TB&XH, đ/c, 5 đ, m², 3 km, kg, ha, mục II, khoản IV",
            "(smartphone), “digital”, 4.0, COVID-19, tên-miền, DTTS&MN",
        ]);
    }
}
