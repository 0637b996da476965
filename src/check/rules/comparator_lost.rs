//! A sentence that names the number of a target and leaves out how the target compares with it.

use crate::check::rule::{Case, Rule};
use crate::check::texts::texts;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::cell::Cell;
use crate::plan::target::{COMPARATOR, DECREASE, INCREASE, LEVEL, Target, VALUE};
use crate::plan::whole::TARGETS;
use crate::value::{Bound, Named, Part, Text, What};

/// A sentence says a number where the target says at least so much.
pub const COMPARATOR_LOST: Code = Code {
    id: "KH-0359",
    title: "câu bỏ từ so sánh của chỉ tiêu",
    about: "Chỉ tiêu khai so_sanh, như ít nhất 95%, mà câu gọi con số thì chỉ in 95%: người đọc hiểu là đúng 95%. Gọi muc để in \
            cả từ so sánh, hoặc viết từ so sánh ngay trước chỗ gọi.",
};

/// A sentence names the bare number of a target that has a comparator, and does not say the comparator itself.
pub static RULE: Rule = Rule {
    code: COMPARATOR_LOST,
    level: Severity::Warning,
    reason: "«ít nhất 95%» và «95%» là hai điều khác nhau",
    about: COMPARATOR_LOST.about,
    wrong: "noi_dung: [\"Đạt {{ chi_tieu.a.gia_tri }}.\"]\nchi_tieu: {a: {ten: A, so_sanh: it_nhat, gia_tri: 95}}",
    right: "noi_dung: [\"Đạt {{ chi_tieu.a.muc }}.\"]\nchi_tieu: {a: {ten: A, so_sanh: it_nhat, gia_tri: 95}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    // Cells of figures keep the comparator.
    let cells: Vec<&Text> =
        case.tables().iter().flat_map(|(table, _)| &table.rows).flat_map(|row| &row.cells).filter_map(figure).collect();
    for text in texts(case.plan).into_iter().filter(|text| !cells.iter().any(|cell| std::ptr::eq(*cell, *text))) {
        for (at, part) in text.parts.iter().enumerate() {
            let What::Value(named) = &part.what else { continue };
            let bare = comparator(case, named).filter(|_| !is_said(text, at));
            found.extend(bare.map(|bound| lost(named, bound)));
        }
    }
}

/// What a cell of a column of figures names.
fn figure(cell: &Cell) -> Option<&Text> {
    match cell {
        Cell::Value(text) => Some(text),
        Cell::Blank | Cell::Dash | Cell::Number(_) | Cell::Words(_) => None,
    }
}

/// How a target compares with the number that a name gives, without saying so.
fn comparator(case: &Case<'_>, named: &Named) -> Option<Bound> {
    let path: Vec<&str> = named.path.iter().map(String::as_str).collect();
    let bare = [VALUE.name(), LEVEL.name(), DECREASE.name(), INCREASE.name()];
    let id = match path.as_slice() {
        [targets, id, key] if *targets == TARGETS.name() && bare.contains(key) => id,
        _ => return None,
    };
    Some(Target::find(&case.plan.targets, id)?.comparator.as_ref()?.value)
}

/// Whether the sentence compares by itself: before the value or behind it.
fn is_said(text: &Text, at: usize) -> bool {
    let words = |part: Option<&Part>| match part.map(|part| &part.what) {
        Some(What::Words(words)) => words.trim().to_lowercase(),
        Some(What::Value(_) | What::Break) | None => String::new(),
    };
    let before = words(at.checked_sub(1).and_then(|before| text.parts.get(before)));
    let behind = words(text.parts.get(at + 1));
    Bound::ends(&before) || ["trở lên", "trở xuống"].iter().any(|word| behind.starts_with(word))
}

fn lost(named: &Named, bound: Bound) -> Diagnostic {
    let key = named.path.last().map(String::as_str).unwrap_or_default();
    let message = format!("chỉ tiêu có {} «{}», câu này chỉ in con số", COMPARATOR.name(), bound.word());
    let called = named.written();
    let whole = called.strip_suffix(key).unwrap_or_default();
    let help = format!("viết {{{{ {whole}muc }}}}, hoặc viết «{}» ngay trước {{{{ {called} }}}}", bound.word());
    Diagnostic::error(COMPARATOR_LOST, named.span.clone(), message).as_warning().help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn sentence(sentence: &str, lost: bool) {
        let plan = format!(
            "noi_dung: [\"{sentence}\"]\nchi_tieu: {{a: {{ten: A, so_sanh: it_nhat, gia_tri: 95}}, b: {{ten: B, gia_tri: 5}}}}"
        );
        let message = "cảnh báo «chi_tieu.a.gia_tri»: chỉ tiêu có so_sanh «ít nhất», câu này chỉ in con số";
        let expected = if lost { vec![message] } else { Vec::new() };
        check(&RULE, &plan, &expected);
    }

    #[test]
    fn a_sentence_says_what_the_target_says() {
        sentence("Đạt {{ chi_tieu.a.gia_tri }}.", true);
        sentence("**Đạt** {{ chi_tieu.a.gia_tri }}.", true);
        sentence("Ít nhất {{ chi_tieu.a.gia_tri }}.", false);
        sentence("Đạt trên {{ chi_tieu.a.gia_tri }}.", false);
        sentence("Đạt {{ chi_tieu.a.gia_tri }} trở lên.", false);
        sentence("Đạt {{ chi_tieu.a.muc }}, {{ chi_tieu.b.gia_tri }}.", false);
    }

    #[test]
    fn cells_of_figures_keep_it() {
        let cell = |kind: &str| {
            format!(
                "noi_dung: [{{bang: {{cot: [{{ten: A}}, {{ten: B, loai: {kind}}}], dong: [[x, \"{{{{ chi_tieu.a.gia_tri }}}}\"]]}}}}]\nchi_tieu: {{a: {{ten: A, so_sanh: it_nhat, gia_tri: 95}}}}"
            )
        };
        check(&RULE, &cell("so"), &[]);
        let message = "cảnh báo «chi_tieu.a.gia_tri»: chỉ tiêu có so_sanh «ít nhất», câu này chỉ in con số";
        check(&RULE, &cell("chu"), &[message]);
    }
}
