//! Sentences of the old plan: the year by which a plan calls itself moves, every other one is a clerk's to decide.

use super::prose::{self, Spoken};
use super::walker::Walker;
use crate::yaml::Node;

/// Quotations in one mark.
const MOST_QUOTED: usize = 3;

/// A sentence: its own year is moved, and what may not be true any more is told.
pub(super) fn sentence(walker: &mut Walker<'_>, node: &Node) {
    let text = node.span.text();
    named_years(walker, node);
    let (own, others): (Vec<_>, Vec<_>) =
        prose::stale(text, walker.years).into_iter().partition(|spoken| is_own(walker, text, spoken));
    let mut words = Vec::new();
    if !own.is_empty() {
        let (old, new) = (walker.years.old.display(), walker.years.new.display());
        words.push(format!("đã đổi {old} thành {new}, xem lại câu"));
    }
    for spoken in own {
        let range = spoken.range.start + node.span.range.start..spoken.range.end + node.span.range.start;
        let moved = walker.years.moved(&text[spoken.range]).0;
        walker.edits.replace(range, moved);
    }
    if !others.is_empty() {
        let quoted: Vec<_> = others.iter().map(|spoken| format!("«{}»", spoken.quoted(text))).collect();
        words.push(format!("năm cũ trong lời: {}", some(&quoted)));
    }
    let figures = prose::figures(text);
    if let Some(told) = walker.told.last_mut().filter(|told| !**told && !figures.is_empty()) {
        *told = true;
        let quoted: Vec<_> = figures.iter().map(|figure| format!("«{figure}»")).collect();
        words.push(format!("số liệu ở mục này là của {}: {}", walker.years.old.display(), some(&quoted)));
    }
    for name in prose::named(text) {
        words.extend(walker.entities.of_named(&text[name]).filter(|objection| !words.contains(objection)));
    }
    if !words.is_empty() {
        walker.mark(words.join("; "));
    }
}

/// Whether a year is that of the plan itself.
fn is_own(walker: &Walker<'_>, text: &str, spoken: &Spoken) -> bool {
    let old = walker.years.old;
    let before = text[..spoken.range.start].trim_end().to_lowercase();
    let is_called = ["năm", "giai đoạn", "năm học"].iter().any(|word| before.ends_with(word));
    (spoken.from, spoken.to) == (old.from, old.to) && is_called && walker.title.is_own(text, spoken.range.start)
}

/// Moves the years in the names of values: `{{ chi_tieu.ho_ngheo.nam.2026 }}`.
pub(super) fn named_years(walker: &mut Walker<'_>, node: &Node) {
    let text = node.span.text();
    let names = prose::named(text);
    let is_name = |at: usize| names.iter().any(|name| name.contains(&at)) || !text.contains(' ');
    for (at, found) in text.match_indices(".nam.").filter(|(at, _)| is_name(*at)) {
        let start = at + found.len();
        let Some(year) = text.get(start..start + 4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))
        else {
            continue;
        };
        let range = node.span.range.start + start..node.span.range.start + start + 4;
        walker.edits.replace(range, walker.years.moved(year).0);
    }
}

/// The first of some quotations.
pub(super) fn some(quoted: &[String]) -> String {
    let rest = if quoted.len() > MOST_QUOTED { "…" } else { "" };
    format!("{}{rest}", quoted.iter().take(MOST_QUOTED).cloned().collect::<Vec<_>>().join(", "))
}
