//! A document that the body calls a basis and the list of bases lacks.

use crate::check::citations;
use crate::check::letters::place;
use crate::check::rule::{Case, Rule};
use crate::check::texts::texts;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::whole::LEGAL_BASES;
use crate::source::Span;
use crate::value::{Part, What};

/// A basis that the list of bases lacks.
pub const BASIS_MISSING: Code = Code {
    id: "KH-0430",
    title: "căn cứ nêu trong nội dung mà không có ở phần căn cứ",
    about: "Nội dung viết «căn cứ …» một văn bản không có ở phần căn cứ của kế hoạch. Kế hoạch dựa vào văn bản ấy thì thêm mã của nó \
            vào can_cu; chỉ một việc làm theo nó thì viết «theo …».",
};

/// The body says «căn cứ» before a document that the list of bases lacks.
pub static RULE: Rule = Rule {
    code: BASIS_MISSING,
    level: Severity::Info,
    reason: "phần căn cứ phải đủ những văn bản mà kế hoạch dựa vào",
    about: BASIS_MISSING.about,
    wrong: "can_cu: [{loi: Luật Tổ chức chính quyền địa phương}]\nmo_dau: [\"Căn cứ Quyết định số 90/QĐ-TTg, xã ban hành Kế hoạch.\"]",
    right: "can_cu: [{loi: Luật Tổ chức chính quyền địa phương}]\nmo_dau: [\"Theo Quyết định số 90/QĐ-TTg, xã ban hành Kế hoạch.\"]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    if plan.legal_bases.is_empty() {
        return;
    }
    let bases = Bases::new(plan);
    for text in texts(plan) {
        for pair in text.parts.windows(2) {
            if let [Part { what: What::Words(before), .. }, Part { what: What::Value(named), .. }] = pair
                && let [_, id] = named.path.as_slice()
                && named.path.first().is_some_and(|kind| kind == "van_ban")
                && calls_basis(before)
                && !bases.has_id(plan, id)
            {
                found.push(finding(named.span.clone(), &format!("«{id}»")));
            }
        }
    }
    for citation in citations::all(case.letters()) {
        let before = citation.kind.and_then(|kind| citation.before.trim_end().strip_suffix(kind));
        if before.is_some_and(calls_basis) && !bases.has_symbol(citation.symbol) {
            let told = format!("văn bản số {}", citation.symbol);
            found.push(finding(place(citation.words.text, citation.written), &told));
        }
    }
}

/// Whether a clause begins with «căn cứ», and a document follows.
fn calls_basis(before: &str) -> bool {
    let before = before.trim_end();
    let rest = ["Căn cứ", "căn cứ"].iter().find_map(|words| before.strip_suffix(words));
    rest.map(str::trim_end).is_some_and(|rest| rest.is_empty() || rest.ends_with(['.', ';', ',', ':', '(']))
}

/// The documents that are bases.
struct Bases<'a> {
    ids: Vec<&'a str>,
    /// Numbers and symbols, and words in which they may stand.
    words: Vec<String>,
}

impl<'a> Bases<'a> {
    fn new(plan: &'a Plan) -> Self {
        let ids: Vec<&str> = plan
            .legal_bases
            .iter()
            .flat_map(|basis| &basis.documents.0)
            .map(|document| document.name.as_str())
            .collect();
        let symbols = ids.iter().filter_map(|id| plan.documents.get(id)?.number.as_ref());
        let texts = plan.legal_bases.iter().filter_map(|basis| basis.text.as_ref());
        let words = symbols.chain(texts).map(|text| text.letters()).collect();
        Self { ids, words }
    }

    fn has_symbol(&self, symbol: &str) -> bool {
        self.words.iter().any(|words| words.contains(symbol))
    }

    /// Whether a registered document is one of them. One that is not registered is told elsewhere.
    fn has_id(&self, plan: &Plan, id: &str) -> bool {
        let Some(document) = plan.documents.get(id) else { return true };
        self.ids.contains(&id) || document.number.as_ref().is_some_and(|number| self.has_symbol(&number.letters()))
    }
}

fn finding(span: Span, told: &str) -> Diagnostic {
    let key = LEGAL_BASES.name();
    let message = format!("câu này căn cứ {told}, mà «{key}» không có");
    let help = format!("thêm văn bản ấy vào «{key}»; chỉ một việc làm theo nó thì viết «theo …»");
    Diagnostic { severity: Severity::Info, ..Diagnostic::error(BASIS_MISSING, span, message) }.help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    const REGISTER: &str = "can_cu: [a]\nvan_ban: {a: {loai: Kế hoạch, so_hieu: 21/KH-UBND}, b: {loai: Thông tư, so_hieu: 11/2022/TT-BNV}}";

    #[track_caller]
    fn body(words: &str, expected: &[&str]) {
        check(&RULE, &format!("{REGISTER}\nnoi_dung: [\"{words}\"]"), expected);
    }

    #[test]
    fn what_the_body_calls_a_basis_is_in_the_list() {
        body("Căn cứ {{ van_ban.b }}, xã rà soát.", &["lưu ý «van_ban.b»: câu này căn cứ «b», mà «can_cu» không có"]);
        body(
            "Hằng năm, căn cứ Thông tư số 11/2022/TT-BNV, xã rà soát.",
            &["lưu ý «11/2022/TT-BNV»: câu này căn cứ văn bản số 11/2022/TT-BNV, mà «can_cu» không có"],
        );
    }

    #[test]
    fn other_documents_are_passed_over() {
        for words in [
            "Căn cứ {{ van_ban.a }}, xã rà soát.",
            "Căn cứ Kế hoạch số 21/KH-UBND, xã rà soát.",
            "Theo {{ van_ban.b }}, xã rà soát.",
            "Đây là căn cứ {{ van_ban.b }} nêu.",
            "Căn cứ tình hình, theo Thông tư số 11/2022/TT-BNV, xã rà soát.",
        ] {
            body(words, &[]);
        }
    }
}
