//! A symbol that does not fit the kind, the date or the issuer of its document.

use crate::check::rule::{Case, Rule};
use crate::check::symbols::{self, Family};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::body::Body;
use crate::plan::cited::CitedDocument;
use crate::value::{IdOrText, Text};

/// A symbol that does not fit its document.
pub const SYMBOL_UNFIT: Code = Code {
    id: "KH-0417",
    title: "số, ký hiệu không hợp với văn bản",
    about: "Ký hiệu gồm chữ viết tắt tên loại và cơ quan ban hành; văn bản quy phạm pháp luật có thêm năm ban hành sau số; văn bản của \
            Quốc hội ghi khóa (QH15); văn bản của Đảng viết loại sau gạch nối, cơ quan sau gạch chéo (24-NQ/TU).",
};

/// A symbol does not fit the kind, the date or the issuer.
pub static RULE: Rule = Rule {
    code: SYMBOL_UNFIT,
    level: Severity::Warning,
    reason: "Phụ lục I, phần I, mục II, khoản 3; ký hiệu sai thì không tìm được văn bản",
    about: SYMBOL_UNFIT.about,
    wrong: "van_ban: {a: {loai: Nghị định, so_hieu: 351/NĐ-CP, ngay: 30/12/2025}}",
    right: "van_ban: {a: {loai: Nghị định, so_hieu: 351/2025/NĐ-CP, ngay: 30/12/2025}}",
    check,
};

/// Norms have had the year behind their number since the law of 1996.
const FIRST_WITH_YEAR: i32 = 1997;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    for document in plan.documents.values() {
        let Some(number) = &document.number else { continue };
        let letters = number.letters();
        let fault = if letters.contains(char::is_whitespace) {
            Some(("có dấu cách".to_owned(), "viết liền, không có dấu cách".to_owned()))
        } else {
            fault(plan, document, &letters)
        };
        if let Some((what, help)) = fault {
            let message = format!("số, ký hiệu «{letters}» {what}");
            found.push(Diagnostic::error(SYMBOL_UNFIT, number.span.first_line(), message).as_warning().help(help));
        }
    }
    found.extend(own(plan));
}

/// What is wrong with the symbol of a document, and what to write.
fn fault(plan: &Plan, document: &CitedDocument, letters: &str) -> Option<(String, String)> {
    let symbol = symbols::parse(letters)?;
    let kind = document.kind.as_ref()?.letters().to_lowercase();
    let year = document.date.as_ref().map(|date| date.value.0.year);
    let issuer = document.issuer.as_ref().and_then(|issuer| name(plan, issuer));
    let family = issuer.as_ref().and_then(|name| Family::of_name(&name.to_lowercase()));
    let written = Family::of_letters(symbol.issuer);
    if let (Some(known), Some(day)) = (symbol.year, year)
        && known != day
    {
        return Some((
            format!("ghi năm {known}, mà văn bản ban hành năm {day}"),
            format!("viết năm {day}, hoặc sửa ngày"),
        ));
    }
    if let Some(expected) = symbols::letters_of(&kind)
        && !symbol.kind.is_empty()
        && symbol.kind != expected
        && symbols::kind_of(symbol.kind).is_some()
    {
        let help = format!("viết {expected} thay cho {}, hoặc sửa tên loại", symbol.kind);
        return Some((format!("không phải của {kind}"), help));
    }
    let is_norm = match kind.as_str() {
        "nghị định" | "thông tư" => true,
        "nghị quyết" | "quyết định" => {
            let subject = document.subject.as_ref().map(|subject| subject.letters().to_lowercase()).unwrap_or_default();
            written == Some(Family::Council)
                && (subject.starts_with("quy định ") || subject.starts_with("ban hành quy định "))
        }
        _ => false,
    };
    if let Some(year) = year.filter(|year| is_norm && symbol.year.is_none() && *year >= FIRST_WITH_YEAR) {
        let help = format!("viết {}", letters.replacen('/', &format!("/{year}/"), 1));
        return Some(("thiếu năm của văn bản quy phạm pháp luật".to_owned(), help));
    }
    let issuer = issuer?;
    if family.is_none() && written == Some(Family::Committee) && is_no_committee(&issuer.to_lowercase()) {
        let help = "ký hiệu kết thúc bằng chữ viết tắt tên cơ quan ban hành, hoặc sửa cơ quan".to_owned();
        return Some((format!("không phải của {issuer}"), help));
    }
    let family = family?;
    if family == Family::Party && written == Some(Family::Party) && !symbol.of_party {
        let kind = if symbol.kind.is_empty() { "NQ" } else { symbol.kind };
        let help = format!("viết theo dạng 24-{kind}/{}", symbol.issuer);
        return Some(("không viết theo cách của văn bản của Đảng".to_owned(), help));
    }
    // What no letters tell is passed over, but the Quốc hội always names itself.
    let unlike = match written {
        Some(written) => written != family,
        None => family == Family::Assembly && !symbol.of_party,
    };
    unlike.then(|| {
        (format!("không phải của {issuer}"), format!("ký hiệu của {issuer} kết thúc bằng {}", family.letters()))
    })
}

fn name(plan: &Plan, issuer: &IdOrText<Body>) -> Option<String> {
    let text: Option<&Text> = match issuer {
        IdOrText::Text(text) => Some(text),
        IdOrText::Id(id) => plan.bodies.get(&id.name).and_then(|body| body.name.as_ref()),
    };
    text.map(|text| text.letters())
}

/// Whether a body surely is no Ủy ban, by its name in small letters: most names tell nothing here, those of a Sở or a Phòng do.
fn is_no_committee(name: &str) -> bool {
    ["sở ", "phòng ", "chi cục ", "công an ", "trường "].iter().any(|start| name.starts_with(start))
}

/// The symbol of the plan itself, where one body issues it.
fn own(plan: &Plan) -> Option<Diagnostic> {
    let (symbol, [issuer]) = (plan.symbol.as_ref()?, plan.issuers.0.as_slice()) else { return None };
    let issuer = name(plan, issuer)?;
    let written = Family::of_letters(symbol.value.0.split('-').nth(1)?)?;
    let small = issuer.to_lowercase();
    let unlike = match Family::of_name(&small) {
        Some(family) => family != written,
        None => is_no_committee(&small),
    };
    unlike.then(|| {
        let message = format!("ký hiệu «{}» không phải của {issuer}", symbol.value.0);
        let help = "viết chữ viết tắt tên cơ quan ban hành sau KH-";
        Diagnostic::error(SYMBOL_UNFIT, symbol.span.first_line(), message).as_warning().help(help)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn symbol(kind: &str, number: &str, rest: &str, expected: &str) {
        let plan = format!("van_ban: {{a: {{loai: {kind}, so_hieu: {number}, {rest}}}}}");
        let message = format!("cảnh báo «{number}»: số, ký hiệu «{number}» {expected}");
        check(&RULE, &plan, &if expected.is_empty() { vec![] } else { vec![message.as_str()] });
    }

    #[test]
    fn symbols_fit_kind_and_date() {
        symbol("Kế hoạch", "21/KH-UBND", "ngay: 29/02/2024", "");
        symbol("Kế hoạch", "21/NQ-HĐND", "ngay: 29/02/2024", "không phải của kế hoạch");
        symbol("Quyết định", "90/QĐ-TTg", "ngay: 18/01/2022", "");
        symbol("Thông tư", "07/2021/TT-BLĐTBXH", "ngay: 18/7/2022", "ghi năm 2021, mà văn bản ban hành năm 2022");
        symbol("Thông tư", "07/TT-BLĐTBXH", "ngay: 18/7/2021", "thiếu năm của văn bản quy phạm pháp luật");
        symbol(
            "Nghị quyết",
            "05/NQ-HĐND",
            "ngay: 30/6/2022, trich_yeu: quy định nguyên tắc",
            "thiếu năm của văn bản quy phạm pháp luật",
        );
        symbol("Nghị quyết", "27/NQ-HĐND", "ngay: 24/12/2025, trich_yeu: về nhiệm vụ năm 2026", "");
        symbol("Kế hoạch", "21 /KH-UBND", "ngay: 29/02/2024", "có dấu cách");
    }

    #[test]
    fn symbols_fit_the_issuer() {
        symbol("Nghị quyết", "257/2025/QH15", "co_quan: Quốc hội", "");
        symbol("Nghị quyết", "24/2021/NQ", "co_quan: Quốc hội", "không phải của Quốc hội");
        symbol("Nghị quyết", "424/NQ-CP", "co_quan: Thủ tướng Chính phủ", "không phải của Thủ tướng Chính phủ");
        symbol("Nghị quyết", "24-NQ/TU", "co_quan: Ban Thường vụ Tỉnh ủy", "");
        symbol("Nghị quyết", "24/NQ-TU", "co_quan: Tỉnh ủy Gia Lai", "không viết theo cách của văn bản của Đảng");
        symbol("Quyết định", "5/QĐ-SNV", "co_quan: Sở Nội vụ", "");
    }

    #[test]
    fn the_plan_has_the_symbol_of_its_issuer() {
        let plan = |issuer: &str| format!("co_quan_ban_hanh: {issuer}\nky_hieu: KH-UBND");
        check(&RULE, &plan("Sở Y tế"), &["cảnh báo «KH-UBND»: ký hiệu «KH-UBND» không phải của Sở Y tế"]);
        check(&RULE, &plan("Ủy ban nhân dân xã A"), &[]);
        check(&RULE, &plan("Ban Chỉ đạo xã"), &[]);
    }
}
