//! Appendices that are not numbered in Roman.

use crate::decree::Component;
use crate::diagnostic::{Code, Severity};
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::vietnamese::roman;

/// Appendices that are not numbered in Roman.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-A02",
        title: "số của phụ lục",
        about: "Từ hai phụ lục trở lên thì đánh số La Mã theo thứ tự; chỉ một phụ lục thì không đánh số.",
    },
    clause: "Phụ lục I, phần I, mục III, khoản 1",
    docx: "số của các phụ lục",
    pdf: "số của các phụ lục",
    cure: "Đánh số Phụ lục I, Phụ lục II theo thứ tự.",
    wrong: "Phụ lục 1, Phụ lục 2",
    right: "Phụ lục I, Phụ lục II",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all = case.every(Component::AppendixNumber)?;
    let number = |text: &str| {
        let words = text.split(' ').nth(2).unwrap_or_default();
        words.trim_end_matches([':', '.']).to_owned()
    };
    if let [only] = all.as_slice() {
        if !number(&only.text).is_empty() {
            found.graded_on(
                Severity::Info,
                only.piece,
                &format!("chỉ có một phụ lục mà ghi «{}»; một phụ lục thì không đánh số", only.text),
            );
        }
        return Ok(());
    }
    let wrong = all.iter().enumerate().find(|(nth, part)| number(&part.text) != roman(nth + 1));
    if let Some((nth, part)) = wrong {
        found.on(
            part.piece,
            &format!(
                "phụ lục thứ {} ghi «{}», phải là «Phụ lục {}»",
                nth + 1,
                crate::vietnamese::shortened(&part.text),
                roman(nth + 1)
            ),
        );
    }
    Ok(())
}
