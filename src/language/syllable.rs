//! Vietnamese syllables: an onset, a rime and a tone, and how they are spelled.
//!
//! Whether letters can be a syllable follows from the three and from nothing else: no list of words is asked.

use std::sync::LazyLock;

/// A tone, by the mark that it is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// Without a mark (ngang).
    Level,
    /// `à` (huyền).
    Falling,
    /// `á` (sắc).
    Rising,
    /// `ả` (hỏi).
    Dipping,
    /// `ã` (ngã).
    Broken,
    /// `ạ` (nặng).
    Heavy,
}

use Tone::{Broken, Dipping, Falling, Heavy, Level, Rising};

/// Vowels with their five marked forms, in the order of the tones.
const VOWELS: [(char, [char; 5]); 12] = [
    ('a', ['à', 'á', 'ả', 'ã', 'ạ']),
    ('ă', ['ằ', 'ắ', 'ẳ', 'ẵ', 'ặ']),
    ('â', ['ầ', 'ấ', 'ẩ', 'ẫ', 'ậ']),
    ('e', ['è', 'é', 'ẻ', 'ẽ', 'ẹ']),
    ('ê', ['ề', 'ế', 'ể', 'ễ', 'ệ']),
    ('i', ['ì', 'í', 'ỉ', 'ĩ', 'ị']),
    ('o', ['ò', 'ó', 'ỏ', 'õ', 'ọ']),
    ('ô', ['ồ', 'ố', 'ổ', 'ỗ', 'ộ']),
    ('ơ', ['ờ', 'ớ', 'ở', 'ỡ', 'ợ']),
    ('u', ['ù', 'ú', 'ủ', 'ũ', 'ụ']),
    ('ư', ['ừ', 'ứ', 'ử', 'ữ', 'ự']),
    ('y', ['ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']),
];

/// The tones that have a mark, in the order of the vowels' forms.
const MARKED: [Tone; 5] = [Falling, Rising, Dipping, Broken, Heavy];

/// Every rime in small letters without its tone, sorted.
const RIMES: [&str; 173] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec", "em", "en", "eng", "eo",
    "ep", "et", "i", "ia", "ic", "ich", "im", "in", "inh", "ip", "it", "iu", "iêc", "iêm", "iên", "iêng", "iêp", "iêt",
    "iêu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oc", "oe",
    "oec", "oem", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "oăc", "oăm", "oăn", "oăng",
    "oăp", "oăt", "u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uy", "uya", "uych", "uyn", "uynh", "uyp",
    "uyt", "uyu", "uyên", "uyêt", "uân", "uâng", "uât", "uây", "uê", "uêch", "uên", "uênh", "uêt", "uôc", "uôi", "uôm",
    "uôn", "uông", "uôt", "uơ", "uơn", "uơt", "y", "ych", "ynh", "yt", "yêm", "yên", "yêng", "yêt", "yêu", "âc", "âm",
    "ân", "âng", "âp", "ât", "âu", "ây", "ê", "êc", "êch", "êm", "ên", "êng", "ênh", "êp", "êt", "êu", "ô", "ôc", "ôi",
    "ôm", "ôn", "ông", "ôp", "ôt", "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "ư", "ưa",
    "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
];

/// Onsets, longer ones before those that they begin with.
const ONSETS: [&str; 27] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x",
];

/// A word taken apart as if it were a syllable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Apart {
    /// Its letters without marks of tone, in small letters.
    pub(super) plain: String,
    /// Its tone; that of the first mark.
    pub(super) tone: Tone,
    /// How many marks of tone it has.
    pub(super) marks: usize,
    /// Which letter has the first of them.
    pub(super) marked: usize,
}

/// What keeps a word from being a syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// Two marks of tone.
    TwoTones,
    /// A mark of tone over the wrong letter.
    MisplacedTone,
    /// Neither sắc nor nặng before c, ch, p, t.
    ToneBeforeStop,
    /// Letters that make no onset and rime.
    Letters,
}

/// The vowels with a mark of tone, by their place: which vowel, and which of its forms, from 1.
static FORMS: LazyLock<[(usize, usize); PLACES]> = LazyLock::new(|| {
    let mut forms = [(0, 0); PLACES];
    for (vowel, (_, marked)) in VOWELS.iter().enumerate() {
        for (form, letter) in marked.iter().enumerate() {
            if let Some(place) = place(*letter) {
                forms[place] = (vowel, form + 1);
            }
        }
    }
    forms
});

/// How many letters have a place.
const PLACES: usize = 0x200 + 0x100;

/// The place of a letter among those that Vietnamese may be written with.
fn place(letter: char) -> Option<usize> {
    let number = u32::from(letter) as usize;
    match number {
        0..0x200 => Some(number),
        0x1e00..0x1f00 => Some(number - 0x1e00 + 0x200),
        _ => None,
    }
}

/// A letter without its tone, and the tone.
fn split(letter: char) -> (char, Option<Tone>) {
    if letter.is_ascii() || matches!(letter, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư' | 'đ') {
        return (letter, None);
    }
    match place(letter).map(|place| FORMS[place]) {
        Some((vowel, form)) if form > 0 => (VOWELS[vowel].0, Some(MARKED[form - 1])),
        Some(_) | None => (letter, None),
    }
}

/// Whether a letter, its tone taken off, is a vowel.
pub(super) fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

/// Takes a word in small letters apart.
pub(super) fn apart(word: &str) -> Apart {
    let mut apart = Apart { plain: String::with_capacity(word.len()), tone: Level, marks: 0, marked: 0 };
    for (at, letter) in word.chars().enumerate() {
        let (plain, tone) = split(letter);
        apart.plain.push(plain);
        if let Some(tone) = tone {
            if apart.marks == 0 {
                apart.tone = tone;
                apart.marked = at;
            }
            apart.marks += 1;
        }
    }
    apart
}

/// What keeps a word in small letters from being a syllable, if anything does.
pub(super) fn flaw(word: &str) -> Option<Flaw> {
    let apart = apart(word);
    if apart.marks > 1 {
        return Some(Flaw::TwoTones);
    }
    let Some((onset, rime)) = parts(&apart.plain) else { return Some(Flaw::Letters) };
    if ends_in_stop(rime) && !matches!(apart.tone, Rising | Heavy) {
        return Some(Flaw::ToneBeforeStop);
    }
    let before = apart.plain[..apart.plain.len() - rime.len()].chars().count();
    let is_placed = apart.marks == 0 || places(onset, rime).iter().any(|place| before + place == apart.marked);
    (!is_placed).then_some(Flaw::MisplacedTone)
}

/// Whether a word in small letters can be a syllable.
pub(super) fn is_syllable(word: &str) -> bool {
    flaw(word).is_none()
}

/// The onset and the rime of letters without tone, if they make a syllable.
///
/// `gì` and `gìn` share their i between both.
fn parts(plain: &str) -> Option<(&str, &str)> {
    if matches!(plain, "gi" | "gin") {
        return Some(plain.split_at(1));
    }
    let onset = ONSETS.iter().find(|onset| plain.starts_with(**onset)).copied().unwrap_or_default();
    let rime = &plain[onset.len()..];
    fits(onset, rime).then_some((onset, rime))
}

/// Whether an onset and a rime stand together.
fn fits(onset: &str, rime: &str) -> bool {
    if RIMES.binary_search(&rime).is_err() {
        return false;
    }
    let is_front = rime.starts_with(['e', 'ê', 'i', 'y']);
    match onset {
        "" => !matches!(rime, "ynh" | "ych" | "yt" | "êc") && !rime.starts_with("iê"),
        "c" => !is_front,
        "k" | "gh" => is_front,
        "ngh" => is_front && !rime.starts_with('y'),
        "g" | "ng" => !is_front,
        "gi" => !rime.starts_with(['i', 'y']),
        "qu" => rime.starts_with(['a', 'ă', 'â', 'e', 'ê', 'i', 'y', 'ơ']) && !rime.starts_with("iê") || rime == "ôc",
        _ => rime == "y" || !rime.starts_with('y') && rime != "êc",
    }
}

/// Whether a rime ends in c, ch, p or t.
fn ends_in_stop(rime: &str) -> bool {
    rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch")
}

/// Over which letters of a rime the mark of tone may stand, the usual one first.
///
/// `hòa` and `hoà`, `thúy` and `thuý` are both in use; behind `qu` the u is no vowel.
fn places(onset: &str, rime: &str) -> Vec<usize> {
    let letters: Vec<_> = rime.chars().collect();
    if let Some(at) = letters.iter().rposition(|letter| matches!(letter, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư')) {
        // Of «ưa» the mark stands over the ư, of «ươ» over the ơ: the last of these letters in both.
        return vec![at];
    }
    let vowels = letters.iter().take_while(|letter| is_vowel(**letter)).count();
    let is_open = vowels == letters.len();
    match (vowels, rime) {
        (1, _) => vec![0],
        (2, "oa" | "oe" | "uy") if onset != "qu" => vec![0, 1],
        (2, _) if is_open => vec![0],
        _ => vec![1],
    }
}

/// The syllable of letters without tone and a tone, spelled as is usual; `None` if there is none.
pub(super) fn spelled(plain: &str, tone: Tone) -> Option<String> {
    let (onset, rime) = parts(plain)?;
    if ends_in_stop(rime) && !matches!(tone, Rising | Heavy) {
        return None;
    }
    let Some(form) = MARKED.iter().position(|marked| *marked == tone) else { return Some(plain.to_owned()) };
    let at = plain[..plain.len() - rime.len()].chars().count() + places(onset, rime).first()?;
    let marked =
        |letter: char| VOWELS.iter().find(|(vowel, _)| *vowel == letter).map_or(letter, |(_, forms)| forms[form]);
    Some(plain.chars().enumerate().map(|(place, letter)| if place == at { marked(letter) } else { letter }).collect())
}

/// Of a syllable whose mark of tone may stand in two places, whether it stands in the first, as in `hòa`, not `hoà`.
pub(super) fn tone_comes_first(word: &str) -> Option<bool> {
    // Only open «oa», «oe» and «uy» have two places.
    let mut last = word.chars().rev().map(|letter| split(letter).0);
    let (second, first) = (last.next()?, last.next()?);
    if !matches!((first, second), ('o', 'a' | 'e') | ('u', 'y')) {
        return None;
    }
    let apart = apart(word);
    if apart.marks != 1 {
        return None;
    }
    let (onset, rime) = parts(&apart.plain)?;
    let places = places(onset, rime);
    let at = apart.plain[..apart.plain.len() - rime.len()].chars().count();
    (places.len() == 2).then(|| at + places[0] == apart.marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rimes_are_sorted() {
        assert!(RIMES.is_sorted(), "{:?}", RIMES.windows(2).find(|pair| pair[0] >= pair[1]));
    }

    #[test]
    fn what_is_said_is_a_syllable() {
        let words = "nghiệp giữ gì gìn giếng giêng giết quốc quý quả quyết quýt thuở khuya khuỷu khúc khuyến ngoằn \
                     ngoèo ngoéo xoong moóc ý yếu yên ỷ ủy uỷ hòa hoà thúy thuý xuất xuân khuâng khuấy huơ kỹ kĩ ương \
                     ướt ưu hươu rượu nguyện nguyệt tuýp huỳnh huých huýt đặc đực kệch quệch huệ tuế oẳn oách ngoạm \
                     loạng choạng bươm trường ngừng ưỡn ưng ngủ nghỉ ghi ghế ghét gà gồ cả kẻ ky kinh lý sĩ sỹ tích tắc \
                     ạ ừ ừm ơ ờ vuông muối muỗi giỗ giềng giặc giường giời quẩn quặng quở quờ loét";
        for word in words.split_whitespace() {
            assert_eq!(flaw(word), None, "{word}");
        }
    }

    #[test]
    fn what_cannot_be_said_or_is_spelled_wrong_is_none() {
        for (word, expected) in [
            ("khôngg", Flaw::Letters),
            ("đươcj", Flaw::Letters),
            ("ngiệp", Flaw::Letters),
            ("nghành", Flaw::Letters),
            ("kách", Flaw::Letters),
            ("cế", Flaw::Letters),
            ("ghà", Flaw::Letters),
            ("nưóc", Flaw::Letters),
            ("luợng", Flaw::Letters),
            ("viêc", Flaw::ToneBeforeStop),
            ("cầp", Flaw::ToneBeforeStop),
            ("đựơc", Flaw::MisplacedTone),
            ("qủa", Flaw::MisplacedTone),
            ("gíam", Flaw::MisplacedTone),
            ("hòan", Flaw::MisplacedTone),
            ("muà", Flaw::MisplacedTone),
            ("đấtế", Flaw::TwoTones),
        ] {
            assert_eq!(flaw(word), Some(expected), "{word}");
        }
    }

    #[test]
    fn syllables_are_spelled_with_the_tone_in_its_place() {
        assert_eq!(spelled("đươc", Heavy).as_deref(), Some("được"));
        assert_eq!(spelled("hoan", Falling).as_deref(), Some("hoàn"));
        assert_eq!(spelled("quy", Rising).as_deref(), Some("quý"));
        assert_eq!(spelled("giêng", Rising).as_deref(), Some("giếng"));
        assert_eq!(spelled("viêc", Level), None);
        assert_eq!(tone_comes_first("hòa"), Some(true));
        assert_eq!(tone_comes_first("thuỷ"), Some(false));
        assert_eq!(tone_comes_first("quý"), None);
        assert_eq!(tone_comes_first("toán"), None);
    }
}
