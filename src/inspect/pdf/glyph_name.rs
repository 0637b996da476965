//! What the names of letters mean, and the codes of typefaces that have no map of their own.

/// The marks over and under letters, by their names.
const MARKS: &[(&str, char)] = &[
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("hookabove", '\u{309}'),
    ("tilde", '\u{303}'),
    ("dotbelow", '\u{323}'),
    ("circumflex", '\u{302}'),
    ("breve", '\u{306}'),
    ("horn", '\u{31b}'),
    ("dieresis", '\u{308}'),
    ("caron", '\u{30c}'),
    ("cedilla", '\u{327}'),
    ("ring", '\u{30a}'),
];

/// Names of what is no Latin letter.
#[rustfmt::skip]
const NAMES: &[(&str, char)] = &[
    ("space", ' '), ("exclam", '!'), ("quotedbl", '"'), ("numbersign", '#'), ("dollar", '$'), ("percent", '%'),
    ("ampersand", '&'), ("quotesingle", '\''), ("parenleft", '('), ("parenright", ')'), ("asterisk", '*'), ("plus", '+'),
    ("comma", ','), ("hyphen", '-'), ("period", '.'), ("slash", '/'), ("zero", '0'), ("one", '1'), ("two", '2'),
    ("three", '3'), ("four", '4'), ("five", '5'), ("six", '6'), ("seven", '7'), ("eight", '8'), ("nine", '9'),
    ("colon", ':'), ("semicolon", ';'), ("less", '<'), ("equal", '='), ("greater", '>'), ("question", '?'), ("at", '@'),
    ("bracketleft", '['), ("backslash", '\\'), ("bracketright", ']'), ("asciicircum", '^'), ("underscore", '_'),
    ("braceleft", '{'), ("bar", '|'), ("braceright", '}'), ("asciitilde", '~'), ("bullet", '•'), ("dagger", '†'),
    ("daggerdbl", '‡'), ("ellipsis", '…'), ("emdash", '—'), ("endash", '–'), ("quotedblleft", '“'),
    ("quotedblright", '”'), ("quotedblbase", '„'), ("quoteleft", '‘'), ("quoteright", '’'), ("quotesinglbase", '‚'),
    ("guillemotleft", '«'), ("guillemotright", '»'), ("section", '§'), ("paragraph", '¶'), ("degree", '°'),
    ("copyright", '©'), ("registered", '®'), ("trademark", '™'), ("multiply", '×'), ("divide", '÷'), ("plusminus", '±'),
    ("minus", '−'), ("periodcentered", '·'), ("lessequal", '≤'), ("greaterequal", '≥'), ("onehalf", '½'),
    ("onequarter", '¼'), ("threequarters", '¾'), ("onesuperior", '¹'), ("twosuperior", '²'), ("threesuperior", '³'),
    ("nbspace", ' '), ("nonbreakingspace", ' '), ("sfthyphen", '-'), ("dcroat", 'đ'), ("Dcroat", 'Đ'), ("dmacron", 'đ'),
    ("Dslash", 'Đ'), ("Eth", 'Đ'), ("eth", 'ð'), ("dong", '₫'), ("Euro", '€'), ("fi", 'ﬁ'), ("fl", 'ﬂ'), ("germandbls", 'ß'),
    ("ae", 'æ'), ("AE", 'Æ'), ("oslash", 'ø'), ("Oslash", 'Ø'), ("dotlessi", 'ı'), ("mu", 'µ'), ("currency", '¤'),
    ("fraction", '⁄'), ("checkmark", '✓'), ("arrowright", '→'),
];

/// The letters that Windows puts between ASCII and Latin-1, from 0x80 on.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The letter that a name stands for: `a`, `ohornacute`, `uni1EBF`.
pub(super) fn letters(name: &str) -> Option<String> {
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    if let Some((_, letter)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(letter.to_string());
    }
    if let Some(code) = name.strip_prefix("uni").filter(|code| code.len() >= 4 && code.len() % 4 == 0) {
        let unit = |at: usize| u32::from_str_radix(code.get(at..at + 4)?, 16).ok().and_then(char::from_u32);
        if let Some(letters) = (0..code.len()).step_by(4).map(unit).collect() {
            return Some(letters);
        }
    }
    if let Some(code) = name.strip_prefix('u').filter(|code| (4..=6).contains(&code.len()))
        && let Some(letter) = u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
    {
        return Some(letter.to_string());
    }
    let mut rest = name.chars();
    let base = rest.next().filter(char::is_ascii_alphabetic)?;
    let (mut letters, mut rest) = (base.to_string(), rest.as_str());
    while !rest.is_empty() {
        let (mark, letter) = MARKS.iter().find(|(mark, _)| rest.starts_with(mark))?;
        letters.push(*letter);
        rest = &rest[mark.len()..];
    }
    Some(letters)
}

/// The letter of a code in the way of Windows, which agrees with all others where letters are plain.
pub(super) fn windows(code: u8) -> Option<char> {
    match code {
        0..=0x1f | 0x7f => None,
        0x80..=0x9f => Some(WINDOWS[usize::from(code - 0x80)]),
        0xa0 => Some(' '),
        _ => Some(char::from(code)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_vietnamese_letters_are_known() {
        let read = |name| letters(name).map(|letters| crate::vietnamese::compose(&letters));
        let of = |text: &str| Some(text.to_owned());
        assert_eq!(read("A"), of("A"));
        assert_eq!(read("ohornacute"), of("ớ"));
        assert_eq!(read("Acircumflexdotbelow"), of("Ậ"));
        assert_eq!(read("dcroat"), of("đ"));
        assert_eq!(read("uni1EBF"), of("ế"));
        assert_eq!(read("g123"), None);
    }
}
