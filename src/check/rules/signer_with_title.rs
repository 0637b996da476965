//! A signer with an academic title before the name.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::value::Text;

/// An academic title before a signer's name.
pub const SIGNER_WITH_TITLE: Code = Code {
    id: "KH-0324",
    title: "họ tên người ký có học hàm, học vị",
    about: "Trước họ tên người ký không ghi học hàm, học vị. Viết họ, chữ đệm và tên.",
};

/// The name of who signs begins with an academic title.
pub static RULE: Rule = Rule {
    code: SIGNER_WITH_TITLE,
    level: Severity::Warning,
    reason: "Phụ lục I, phần I, mục II, khoản 7",
    about: "Trước họ tên người ký không ghi học hàm, học vị. Viết họ, chữ đệm và tên.",
    wrong: "nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: TS. Nguyễn Văn An}",
    right: "nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}",
    check,
};

/// Titles, small; no Vietnamese name is one.
const SHORT: [&str; 14] =
    ["gs", "pgs", "ts", "ths", "tskh", "bs", "bscki", "bsckii", "bsck1", "bsck2", "ks", "cn", "ngưt", "ngnd"];
/// Titles in full, small.
const FULL: [&str; 8] =
    ["giáo sư ", "phó giáo sư ", "tiến sĩ ", "thạc sĩ ", "bác sĩ ", "kỹ sư ", "cử nhân ", "dược sĩ "];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let signatures = case.plan.signatures.iter();
    let appendices = case.plan.appendices.values().flat_map(|appendix| appendix.signatures.iter());
    for name in signatures.chain(appendices).filter_map(|signature| signature.name.as_ref()) {
        found.extend(title(&name.letters()).map(|title| finding(name, &title)));
    }
}

/// The title with which a name begins.
fn title(name: &str) -> Option<String> {
    let small = name.trim().to_lowercase();
    let first = small.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let full = FULL.into_iter().find(|title| small.starts_with(title));
    let title = full.or_else(|| Some(first).filter(|first| SHORT.contains(first)))?;
    Some(name.trim().chars().take(title.trim_end().chars().count()).collect())
}

fn finding(name: &Text, title: &str) -> Diagnostic {
    let message = format!("trước họ tên người ký không ghi học hàm, học vị: «{title}»");
    Diagnostic::error(SIGNER_WITH_TITLE, name.span.first_line(), message)
        .as_warning()
        .help("chỉ viết họ, chữ đệm và tên")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_told_from_names() {
        for (name, expected) in [
            ("TS. Nguyễn Văn An", Some("TS")),
            ("PGS.TS Nguyễn Văn An", Some("PGS")),
            ("ThS Nguyễn Văn An", Some("ThS")),
            ("BSCKII. Nguyễn Văn An", Some("BSCKII")),
            ("Bác sĩ Nguyễn Văn An", Some("Bác sĩ")),
            ("Nguyễn Văn An", None),
            ("Giáp Văn Tiến", None),
            ("Kỳ Sơn", None),
        ] {
            assert_eq!(title(name).as_deref(), expected, "{name}");
        }
    }
}
