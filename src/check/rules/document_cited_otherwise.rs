//! A document that a sentence cites otherwise than another place of the plan.

use crate::check::citations::{self, Citation, is_unique};
use crate::check::letters::{Words, place};
use crate::check::rule::{Case, Rule};
use crate::check::symbols;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::cited::CitedDocument;
use crate::source::Span;
use crate::value::{Day, IdOrText};

/// A document cited in two ways.
pub const CITED_OTHERWISE: Code = Code {
    id: "KH-0418",
    title: "một văn bản viện dẫn hai cách",
    about: "Một văn bản có một tên loại, một ngày ban hành, ở mọi nơi nhắc tới. Khai báo văn bản ở van_ban rồi gọi bằng mã, \
            {{ van_ban.kh21 }}, thì không ghi lệch được. Hai văn bản cùng số, khác cơ quan ban hành thì ghi rõ «của …» sau ngày.",
};

/// A sentence cites a document with another date than the register or another sentence, or with a kind that its symbol is not.
pub static RULE: Rule = Rule {
    code: CITED_OTHERWISE,
    level: Severity::Warning,
    reason: "người đọc không biết tìm văn bản nào",
    about: CITED_OTHERWISE.about,
    wrong: "noi_dung: [\"Theo Quyết định số 90/QĐ-TTg ngày 18/01/2022.\", \"Quyết định số 90/QĐ-TTg ngày 18/02/2022.\"]",
    right: "noi_dung: [\"Theo Quyết định số 90/QĐ-TTg ngày 18/01/2022.\", \"Quyết định số 90/QĐ-TTg ngày 18/01/2022.\"]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let subjects: Vec<_> =
        plan.documents.values().filter_map(|document| document.subject.as_ref()).map(Words::new).collect();
    let cited = [citations::all(case.letters()), citations::all(&subjects)].concat();
    for (at, citation) in cited.iter().enumerate() {
        if let Some(finding) = kind(citation) {
            found.push(finding);
        } else if let Some(day) = citation.day {
            let registered = plan.documents.values().find_map(|document| registered(plan, document, citation));
            let earlier = || {
                cited[..at]
                    .iter()
                    .find_map(|first| Some((first.day?, span(first))).filter(|_| is_same(first, citation)))
            };
            if let Some((known, place)) = registered.or_else(earlier)
                && known != day
            {
                found.push(date(citation, day, known, place));
            }
        }
    }
}

fn span(citation: &Citation<'_>) -> Span {
    place(citation.words.text, citation.written)
}

/// A kind in words that the symbol behind it is not.
fn kind(citation: &Citation<'_>) -> Option<Diagnostic> {
    let written = citation.kind?;
    let expected = symbols::letters_of(&written.to_lowercase())?;
    let symbol = symbols::parse(citation.symbol)?;
    let other = symbols::kind_of(symbol.kind).filter(|_| symbol.kind != expected)?;
    let message = format!("«{written} số {}»: ký hiệu là của {other}", citation.symbol);
    let help = format!("sửa «{written}» hoặc sửa ký hiệu");
    Some(Diagnostic::error(CITED_OTHERWISE, span(citation), message).as_warning().help(help))
}

/// The date of a registered document which a citation surely means.
pub(super) fn registered(plan: &Plan, document: &CitedDocument, citation: &Citation<'_>) -> Option<(Day, Span)> {
    let date = document.date.as_ref()?;
    let day = date.value.0.to_day()?;
    if document.number.as_ref()?.letters() != citation.symbol || !may_be_one(citation.symbol, day, citation.day?) {
        return None;
    }
    let issuer = citation.issuer();
    let names: Vec<String> = match &document.issuer {
        None => Vec::new(),
        Some(IdOrText::Text(text)) => vec![text.letters()],
        Some(IdOrText::Id(id)) => {
            let body = plan.bodies.get(&id.name);
            body.iter().flat_map(|body| body.name.iter().chain(&body.short)).map(|name| name.letters()).collect()
        }
    };
    let fits = |issuer: &str| names.iter().any(|name| issuer.starts_with(name.as_str()) || name.starts_with(issuer));
    let is_meant = is_unique(citation.symbol) || names.is_empty() || issuer.is_none_or(fits);
    is_meant.then(|| (day, date.span.clone()))
}

/// Whether two sentences surely cite one document.
pub(super) fn is_same(one: &Citation<'_>, other: &Citation<'_>) -> bool {
    let (Some(first), Some(second)) = (one.day, other.day) else { return false };
    let said = (one.issuer(), other.issuer());
    let issuers = is_unique(one.symbol) || said.0 == said.1 && said.0.is_some();
    one.symbol == other.symbol && may_be_one(one.symbol, first, second) && issuers
}

/// Whether a document may have both dates by a slip: numbers begin anew each year, unless the symbol tells the year.
fn may_be_one(symbol: &str, first: Day, second: Day) -> bool {
    first.year() == second.year() || symbols::parse(symbol).is_some_and(|symbol| symbol.year.is_some())
}

fn date(citation: &Citation<'_>, day: Day, known: Day, place: Span) -> Diagnostic {
    let message = format!(
        "văn bản số {} ở đây ghi ngày {}, ở nơi khác ghi ngày {}",
        citation.symbol,
        day.display(),
        known.display()
    );
    Diagnostic::error(CITED_OTHERWISE, span(citation), message)
        .as_warning()
        .label(place, format!("ghi ngày {} ở đây", known.display()))
        .help("sửa ngày sai; khai báo văn bản ở «van_ban» rồi gọi bằng mã thì ngày nào cũng như nhau")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    const REGISTER: &str = "co_quan: {h: {ten: Ủy ban nhân dân huyện Trà Bồng, ten_ngan: UBND huyện}}\n\
                            van_ban: {a: {loai: Kế hoạch, so_hieu: 21/KH-UBND, ngay: 29/02/2024, co_quan: h}}";

    #[track_caller]
    fn cited(words: &str, is_wrong: bool) {
        let message = "cảnh báo «21/KH-UBND ngày 28/02/2024»: văn bản số 21/KH-UBND ở đây ghi ngày 28/02/2024, ở nơi khác ghi ngày 29/02/2024";
        check(
            &RULE,
            &format!("{REGISTER}\nnoi_dung: [\"{words}\"]"),
            if is_wrong { std::slice::from_ref(&message) } else { &[] },
        );
    }

    #[test]
    fn sentences_agree_with_the_register() {
        cited("Kế hoạch số 21/KH-UBND ngày 29 tháng 02 năm 2024 của UBND huyện", false);
        cited("Kế hoạch số 21/KH-UBND ngày 28/02/2024 của UBND huyện về giảm nghèo", true);
        cited("Kế hoạch số 21/KH-UBND ngày 28/02/2024", true);
        cited("Kế hoạch số 21/KH-UBND ngày 28/02/2024 của UBND tỉnh", false);
        cited("Kế hoạch số 21/KH-UBND ngày 28/02/2023 của UBND huyện", false);
    }

    #[test]
    fn sentences_agree_with_each_other() {
        let two = |one: &str, other: &str| format!("noi_dung: [\"{one}\", \"{other}\"]");
        let (first, second) = ("số 3067/CTrPH-UBND-MTTQ ngày 09/8/2017", "số 3067/CTrPH-UBND-MTTQ ngày 09/7/2017");
        let message = "cảnh báo «3067/CTrPH-UBND-MTTQ ngày 09/7/2017»: văn bản số 3067/CTrPH-UBND-MTTQ ở đây ghi ngày 09/7/2017, \
                       ở nơi khác ghi ngày 09/8/2017";
        check(&RULE, &two(first, second), &[message]);
        check(&RULE, &two("số 5/KH-UBND ngày 09/8/2017", "số 5/KH-UBND ngày 09/7/2017"), &[]);
    }

    #[test]
    fn a_kind_agrees_with_its_symbol() {
        let message = "cảnh báo «21/KH-UBND»: «Quyết định số 21/KH-UBND»: ký hiệu là của kế hoạch";
        check(&RULE, "noi_dung: [Theo Quyết định số 21/KH-UBND]", &[message]);
        check(&RULE, "noi_dung: [Theo Quyết định số 21/2024/QĐ-UBND]", &[]);
    }
}
