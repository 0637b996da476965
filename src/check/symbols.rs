//! Symbols of documents (số, ký hiệu), taken apart: `351/2025/NĐ-CP`, `24-NQ/TU`.

/// A symbol taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Symbol<'t> {
    /// The year that norms have behind their number.
    pub(super) year: Option<i32>,
    /// The letters that stand for the kind of document; empty where there are none.
    pub(super) kind: &'t str,
    /// The letters that stand for who issued it.
    pub(super) issuer: &'t str,
    /// Whether it is written as those of the Party are: the kind behind a dash, the issuer behind a stroke.
    pub(super) of_party: bool,
}

/// Takes a symbol apart, if it is of a form that is known.
pub(super) fn parse(symbol: &str) -> Option<Symbol<'_>> {
    let digits = symbol.find(|letter: char| !letter.is_ascii_digit()).filter(|end| *end > 0)?;
    let rest = &symbol[digits..];
    if let Some(rest) = rest.strip_prefix('-') {
        let (kind, issuer) = rest.split_once('/')?;
        return Some(Symbol { year: None, kind, issuer, of_party: true });
    }
    let rest = rest.strip_prefix('/')?;
    let (year, rest) = match rest.split_once('/') {
        Some((year, rest)) if year.len() == 4 => (Some(year.parse().ok()?), rest),
        Some(_) => return None,
        None => (None, rest),
    };
    // A law and a resolution of the Quốc hội name their issuer alone.
    let (kind, issuer) = rest.split_once('-').unwrap_or(if year.is_some() { ("", rest) } else { (rest, "") });
    Some(Symbol { year, kind, issuer, of_party: false })
}

/// The kinds of document and the letters that stand for them. NĐ 30/2020/NĐ-CP, Phụ lục III.
const KINDS: [(&str, &str); 22] = [
    ("nghị định", "NĐ"),
    ("nghị quyết", "NQ"),
    ("quyết định", "QĐ"),
    ("chỉ thị", "CT"),
    ("quy chế", "QC"),
    ("thông tư", "TT"),
    ("thông tư liên tịch", "TTLT"),
    ("thông báo", "TB"),
    ("hướng dẫn", "HD"),
    ("chương trình", "CTr"),
    ("kế hoạch", "KH"),
    ("phương án", "PA"),
    ("đề án", "ĐA"),
    ("dự án", "DA"),
    ("báo cáo", "BC"),
    ("biên bản", "BB"),
    ("tờ trình", "TTr"),
    ("công điện", "CĐ"),
    ("kết luận", "KL"),
    ("quy định", "QĐ"),
    ("nghị quyết liên tịch", "NQLT"),
    ("pháp lệnh", "PL"),
];

/// The letters that stand for a kind of document, by its name in small letters.
pub(super) fn letters_of(kind: &str) -> Option<&'static str> {
    KINDS.iter().find(|(name, _)| *name == kind).map(|(_, letters)| *letters)
}

/// The kind of document that some letters stand for, in small letters; the usual one of several.
pub(super) fn kind_of(letters: &str) -> Option<&'static str> {
    KINDS.iter().find(|(_, known)| *known == letters).map(|(name, _)| *name)
}

/// Whose documents a symbol or a name speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// Quốc hội.
    Assembly,
    /// Ủy ban Thường vụ Quốc hội.
    AssemblyCommittee,
    /// Chính phủ.
    Government,
    /// Thủ tướng Chính phủ.
    PrimeMinister,
    /// Hội đồng nhân dân.
    Council,
    /// Ủy ban nhân dân and its chairman.
    Committee,
    /// A committee of the Party.
    Party,
}

impl Family {
    /// The letters by which its symbols end.
    pub(super) fn letters(self) -> &'static str {
        match self {
            Self::Assembly => "QH và số khóa, như QH15",
            Self::AssemblyCommittee => "UBTVQH và số khóa, như UBTVQH15",
            Self::Government => "CP",
            Self::PrimeMinister => "TTg",
            Self::Council => "HĐND",
            Self::Committee => "UBND",
            Self::Party => "TU",
        }
    }

    /// Whose documents end with some letters, where that is sure.
    pub(super) fn of_letters(letters: &str) -> Option<Self> {
        let numbered = |start: &str| {
            let rest = letters.strip_prefix(start);
            rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
        };
        Some(match letters {
            "CP" => Self::Government,
            "TTg" => Self::PrimeMinister,
            "HĐND" => Self::Council,
            "UBND" => Self::Committee,
            "TU" | "TW" | "HU" | "ĐU" => Self::Party,
            _ if numbered("QH") => Self::Assembly,
            _ if numbered("UBTVQH") => Self::AssemblyCommittee,
            _ => return None,
        })
    }

    /// Whose documents those of a body are, by its name in small letters, where that is sure.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        const PARTY: [&str; 9] = [
            "tỉnh ủy",
            "thành ủy",
            "huyện ủy",
            "quận ủy",
            "đảng ủy",
            "ban thường vụ",
            "ban chấp hành",
            "ban bí thư",
            "bộ chính trị",
        ];
        let is = |start: &str| name.starts_with(start);
        if is("ủy ban thường vụ quốc hội") {
            return Some(Self::AssemblyCommittee);
        }
        if name == "quốc hội" {
            return Some(Self::Assembly);
        }
        if name == "chính phủ" {
            return Some(Self::Government);
        }
        if is("thủ tướng") {
            return Some(Self::PrimeMinister);
        }
        if is("hội đồng nhân dân") || is("hđnd") {
            return Some(Self::Council);
        }
        if is("ủy ban nhân dân") || is("ubnd") || is("chủ tịch ủy ban nhân dân") || is("chủ tịch ubnd")
        {
            return Some(Self::Committee);
        }
        PARTY.iter().any(|start| is(start)).then_some(Self::Party)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(symbol: &str, expected: Option<(Option<i32>, &str, &str, bool)>) {
        let parsed = parse(symbol).map(|symbol| (symbol.year, symbol.kind, symbol.issuer, symbol.of_party));
        assert_eq!(parsed, expected, "{symbol}");
    }

    #[test]
    fn symbols_are_taken_apart() {
        check("21/KH-UBND", Some((None, "KH", "UBND", false)));
        check("351/2025/NĐ-CP", Some((Some(2025), "NĐ", "CP", false)));
        check("257/2025/QH15", Some((Some(2025), "", "QH15", false)));
        check("24-NQ/TU", Some((None, "NQ", "TU", true)));
        check("3067/CTrPH-UBND-BTTUBMTTQ", Some((None, "CTrPH", "UBND-BTTUBMTTQ", false)));
        check("24/2021/NQ", Some((Some(2021), "", "NQ", false)));
        check("/QĐ-UBND", None);
        check("05", None);
    }

    #[test]
    fn names_and_letters_meet() {
        assert_eq!(Family::of_letters("QH15"), Family::of_name("quốc hội"));
        assert_eq!(Family::of_letters("HĐND"), Family::of_name("hội đồng nhân dân tỉnh gia lai"));
        assert_eq!(Family::of_name("sở nội vụ"), None);
        assert_eq!((kind_of("KH"), kind_of("QĐ"), kind_of("SNV")), (Some("kế hoạch"), Some("quyết định"), None));
    }
}
