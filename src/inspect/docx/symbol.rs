//! Signs of typefaces that have a code of their own: Symbol, Wingdings.

/// The letter that a sign looks like; the sign itself where none is known.
pub(super) fn symbol(font: &str, sign: char) -> char {
    let code = match u32::from(sign) {
        code @ 0xf020..=0xf0ff => code - 0xf000,
        code @ 0..=0xff => code,
        _ => return sign,
    };
    let is_private = u32::from(sign) >= 0xf000;
    let found = match font.to_ascii_lowercase().as_str() {
        "wingdings" => match code {
            0x6c | 0x9f => '•',
            0x6e | 0xa7 => '▪',
            0x6f | 0xa8 => '☐',
            0x71 => '❑',
            0x76 => '❖',
            0xd8 => '➢',
            0xe0 => '→',
            0xfb => '✗',
            0xfc => '✓',
            0xfd => '☒',
            0xfe => '☑',
            _ => sign,
        },
        "wingdings 2" => match code {
            0x50 => '✓',
            0x51 => '☒',
            0x52 => '☑',
            0xa3 | 0x30 => '☐',
            _ => sign,
        },
        "symbol" => match code {
            0x2d => '−',
            0xa3 => '≤',
            0xae => '→',
            0xb0 => '°',
            0xb1 => '±',
            0xb3 => '≥',
            0xb4 => '×',
            0xb7 => '•',
            0x20..=0x3f => char::from_u32(code).unwrap_or(sign),
            _ => sign,
        },
        _ if is_private && code == 0xb7 => '•',
        _ if is_private && code < 0x7f => char::from_u32(code).unwrap_or(sign),
        _ => sign,
    };
    // A hyphen serves as a dash in lists, and the minus of Symbol is the same stroke.
    if found == '−' && font.eq_ignore_ascii_case("symbol") { '-' } else { found }
}
