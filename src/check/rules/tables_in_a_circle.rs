//! Tables that take figures from each other.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::Table;
use crate::plan::table::cell::Cell;
use crate::source::Span;

/// Tables that take figures from each other.
pub const TABLE_CYCLE: Code = Code {
    id: "KH-0325",
    title: "các bảng lấy số của nhau thành vòng",
    about: "Bảng này lấy số của bảng kia, bảng kia lại lấy số của bảng này, nên không bảng nào tính được. Viết thẳng số vào \
            một ô của vòng được nêu.",
};

/// Tables wait for each other's figures, or one for its own.
pub static RULE: Rule = Rule {
    code: TABLE_CYCLE,
    level: Severity::Error,
    reason: "mỗi bảng tính được từ các bảng khác",
    about: TABLE_CYCLE.about,
    wrong: "noi_dung: [{bang: {ma: a, cot: [{ten: A}, {ten: B, ma: b, loai: so}], dong: [{ma: x, o: [X, \"{{ bang.a.y.b }}\"]}, {ma: y, o: [Y, 1]}]}}]",
    right: "noi_dung: [{bang: {ma: a, cot: [{ten: A}, {ten: B, ma: b, loai: so}], dong: [{ma: x, o: [X, 1]}, {ma: y, o: [Y, 1]}]}}]",
    check,
};

/// Tables of a circle that are named.
const MOST_NAMED: usize = 8;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for circle in &case.book.circles {
        let name = |table: &&Table| table.id.as_ref().map_or("", |id| id.0.as_str()).to_owned();
        let mut way: Vec<_> = circle.iter().take(MOST_NAMED).map(name).collect();
        if circle.len() > MOST_NAMED {
            way.push("…".to_owned());
        }
        way.extend(circle.first().map(name));
        let next = circle.get(1).or(circle.first()).map(name).unwrap_or_default();
        let span = circle.first().map(|table| place(table, &next));
        let Some(span) = span else { continue };
        found.push(
            Diagnostic::error(TABLE_CYCLE, span, format!("các bảng lấy số của nhau thành vòng: {}", way.join(" → ")))
                .help("viết thẳng số vào ô này, hoặc vào một ô khác của vòng"),
        );
    }
}

/// Where a table takes a figure from another.
fn place(table: &Table, other: &str) -> Span {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let named = cells.filter_map(|cell| match cell {
        Cell::Value(text) => text.values().next(),
        Cell::Blank | Cell::Dash | Cell::Number(_) | Cell::Words(_) => None,
    });
    let mut towards = named.filter(|named| named.path.get(1).is_some_and(|id| id == other));
    towards.next().map_or_else(|| table.place.first_line(), |named| named.span.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    fn tables(cells: [&str; 3]) -> String {
        let ids = ["a", "b", "c"];
        let table = |(id, cell): (&str, &str)| {
            format!(
                "{{bang: {{ma: {id}, cot: [{{ten: A}}, {{ten: B, ma: n, loai: so}}], dong: [{{ma: x, o: [X, {cell}]}}]}}}}"
            )
        };
        format!("noi_dung: [{}]", ids.into_iter().zip(cells).map(table).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn circles_are_named_once() {
        let to = |id: &str| format!("\"{{{{ bang.{id}.x.n }}}}\"");
        let (a, b, c) = (to("a"), to("b"), to("c"));
        check(&RULE, &tables([&b, &c, "1"]), &[]);
        let message = "lỗi «bang.b.x.n»: các bảng lấy số của nhau thành vòng: a → b → c → a";
        check(&RULE, &tables([&b, &c, &a]), &[message]);
        let message = "lỗi «bang.c.x.n»: các bảng lấy số của nhau thành vòng: c → c";
        check(&RULE, &tables([&c, "1", &c]), &[message]);
    }
}
