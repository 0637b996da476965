//! A line «(Kèm theo …)» whose number or date is not that of the document.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::number::number_symbol;
use crate::inspect::parts::date_fields;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};

/// A line «(Kèm theo …)» whose number or date is not that of the document.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-A05",
        title: "số, ngày của phụ lục khác văn bản",
        about: "Số, ký hiệu và ngày ghi ở phụ lục giống số, ký hiệu và ngày của văn bản.",
    },
    is_for_final: true,
    clause: "Phụ lục I, phần I, mục III, khoản 1",
    docx: "số, ngày của dòng «Kèm theo» và của văn bản",
    pdf: "số, ngày của dòng «Kèm theo» và của văn bản",
    cure: "Sửa số, ngày ở dòng «Kèm theo» theo văn bản.",
    wrong: "(Kèm theo Kế hoạch số 50/KH-UBND) của Kế hoạch số 05",
    right: "(Kèm theo Kế hoạch số 05/KH-UBND)",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all: Vec<_> =
        case.parts.everywhere(Component::AppendixReference).filter(|part| part.appendix.is_some()).collect();
    let first = all.first().ok_or_else(|| not_applicable("văn bản không có dòng «Kèm theo»"))?;
    let number = number_symbol(&case.first(Component::NumberSymbol)?.text);
    let own = number.value().ok_or_else(|| not_applicable("văn bản chưa có số"))?;
    let date = case.parts.first(Component::PlaceDate).and_then(|part| date_fields(&part.text));
    for its in case.parts.by_appendix() {
        let lines: Vec<_> = its.into_iter().filter(|part| part.component == Component::AppendixReference).collect();
        let text = lines.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ");
        let piece = lines.first().map_or(first.piece, |part| part.piece);
        let cited =
            text.split(' ').find(|word| word.contains('/') && word.starts_with(|letter: char| letter.is_ascii_digit()));
        let value: Option<u32> = cited.and_then(|cited| cited.split('/').next()?.parse().ok());
        if let Some(other) = value.filter(|&value| value != own) {
            found.on(piece, &format!("phụ lục ghi số {other:02}, văn bản mang số {own:02}"));
            break;
        }
        let is_given = |fields: &[&str; 3]| fields.iter().all(|field| field.parse::<u32>().is_ok());
        let (theirs, own_date) = (date_fields(&text).filter(is_given), date.filter(is_given));
        if let (Some(theirs), Some(own_date)) = (theirs, own_date)
            && theirs.map(|field| field.parse::<u32>().ok()) != own_date.map(|field| field.parse::<u32>().ok())
        {
            found.on(piece, &format!("phụ lục ghi ngày {}, văn bản ngày {}", theirs.join("/"), own_date.join("/")));
            break;
        }
    }
    Ok(())
}
