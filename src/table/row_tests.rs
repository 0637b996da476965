//! Rows that were written inside others, computed: their sums, their parts, their numbers.

use super::tests::{ONE, check, check_numbers, check_parents, numbers_of, table_of};
use super::{Problem, RowNumber, compute};

#[test]
fn rows_inside_rows_belong_to_these() {
    let rows = "{nhom: A, dong: [[a, 1], {nhom: B, dong: [[b, 2]]}]}
        [c, 4]
        {nhom: D}
        [d, 8]
        {o: [e, ~], dong: [[f, 16]]}
        {nhom: G, dong: []}
        [h, 32]
        {tong: Tổng}";
    let parents = [None, Some(0), Some(0), Some(2), None, None, Some(5), Some(5), Some(7), None, None, None];
    check_parents(rows, &parents, &[]);
    check(rows, &["3", "1", "2", "2", "4", "24", "8", "16", "16", "", "32", "63"]);
}

#[test]
fn parts_are_shown_and_not_added() {
    let rows = "{tong: T, trong_do: [[a, 3], {nhom: B}, [b, 2], [c, 5]]}
        {nhom: D, trong_do: [{o: [d, ~], dong: [[e, 1], [f, 2]]}]}
        [g, 4]
        {o: [h, 6], trong_do: [[i, 6]]}
        {cong: Cộng}";
    check(rows, &["10", "3", "7", "2", "5", "10", "3", "1", "2", "4", "6", "6", "10"]);
    let computed = compute(&table_of("[]", ONE, "{nhom: A, trong_do: [[a, 3], [b, 2]]}\n[c, 2]"));
    assert_eq!(computed.problems, [Problem::LargerPart { row: 1, whole: 0, column: 2 }]);
    check_numbers(rows, &["", "", "", "", "", "I", "", "", "", "1", "2", "", ""]);
}

#[test]
fn numbers_follow_the_styles_of_their_levels() {
    let numbers = |styles: &str, rows: &str| {
        let columns = "[{ten: TT, loai: stt}, {ten: A}]";
        let table = table_of(styles, columns, rows);
        let shown = numbers_of(&table, 0).into_iter().map(|number| match number {
            RowNumber::None => String::new(),
            RowNumber::ByHand(text) => text.letters(),
            RowNumber::Counted(number) => number,
        });
        shown.collect::<Vec<_>>().join(" ")
    };
    let rows = "{nhom: A, dong: [[a], {o: [b], dong: [[c], [d]]}]}\n{nhom: B, dong: [[e]]}";
    assert_eq!(numbers("[I., \"1.1\", a)]", rows), "I. 1.1 1.2 a) b) II. 2.1");
    assert_eq!(numbers("[A, (1)]", rows), "A (1) (2) 2.1 2.2 B (1)");
    assert_eq!(numbers("[khong, 01, \"+\"]", rows), " 01 02 + +  01");
    assert_eq!(numbers("[i]", "[a]\n[b]\n{stt: 9, o: [c]}\n[d]"), "i ii 9 iii");
    assert_eq!(numbers("[I]", "{nhom: A}\n[a]\n[b]\n{nhom: B}\n[c]"), "I 1 2 II 1");
}
