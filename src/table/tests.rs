//! Tables of a few lines, computed.

use super::{Computed, Entered, Problem, RowNumber, compute};
use crate::plan::block;
use crate::plan::table::Table;
use crate::schema::{Read, Reader};
use crate::source::SourceFile;
use crate::yaml;

/// Columns of numbers `a` and `b`, after an ordinal column and one of words.
const PLAIN: &str = "[{ten: TT, loai: stt}, {ten: Tên}, {ten: A, ma: a, loai: so}, {ten: B, ma: b, loai: so}]";
/// One column of numbers.
pub(super) const ONE: &str = "[{ten: TT, loai: stt}, {ten: Tên}, {ten: Vốn, ma: v, loai: so}]";

#[track_caller]
fn table(columns: &str, rows: &str) -> Table {
    table_of("[]", columns, rows)
}

/// A table whose levels have styles of numbers.
#[track_caller]
pub(super) fn table_of(styles: &str, columns: &str, rows: &str) -> Table {
    let rows: String = rows.lines().map(|row| format!("- {}\n", row.trim())).collect();
    let file = SourceFile::from_text("bang.yaml", &format!("danh_so: {styles}\ncot: {columns}\ndong:\n{rows}"));
    let node = yaml::read(&file, &|_| true).value.expect("YAML");
    let mut reader = Reader::default();
    let table = Table::read(&node, &block::TABLE.key, &mut reader).expect("a table");
    let messages: Vec<_> = reader.diagnostics.iter().map(|diagnostic| &diagnostic.message).collect();
    assert!(messages.is_empty(), "{messages:?}");
    table
}

fn shown(computed: &Computed, row: usize, column: usize) -> String {
    match computed.figure(row, column).printed() {
        Entered::Blank => String::new(),
        Entered::Dash => "-".to_owned(),
        Entered::Number(number) => number.display(),
    }
}

/// What is printed in a column, by row.
#[track_caller]
fn check_column(computed: &Computed, column: usize, expected: &[&str]) {
    let found: Vec<String> = (0..expected.len()).map(|row| shown(computed, row, column)).collect();
    assert_eq!(found, expected);
}

/// A table with one column of numbers, right in all its rows.
#[track_caller]
pub(super) fn check(rows: &str, expected: &[&str]) {
    let computed = compute(&table(ONE, rows));
    check_column(&computed, 2, expected);
    assert_eq!(computed.problems, []);
}

/// What stands in an ordinal column.
pub(super) fn numbers_of(table: &Table, column: usize) -> Vec<RowNumber> {
    let computed = compute(table);
    (0..table.rows.len()).map(|row| computed.number(row, column).clone()).collect()
}

/// The numbers in the ordinal column.
#[track_caller]
pub(super) fn check_numbers(rows: &str, expected: &[&str]) {
    let numbers = numbers_of(&table(ONE, rows), 0).into_iter().map(|number| match number {
        RowNumber::None => String::new(),
        RowNumber::ByHand(text) => format!("«{}»", text.letters()),
        RowNumber::Counted(number) => number,
    });
    assert_eq!(numbers.collect::<Vec<_>>(), expected);
}

/// The group that each row stands in.
#[track_caller]
pub(super) fn check_parents(rows: &str, expected: &[Option<usize>], unclear: &[(usize, usize)]) {
    let computed = compute(&table(ONE, rows));
    let parents: Vec<_> = (0..expected.len()).map(|row| computed.tree.parent(row)).collect();
    assert_eq!(parents, expected);
    let problem = |&(row, group): &(usize, usize)| Problem::Unclear { row, group };
    assert_eq!(computed.problems, unclear.iter().map(problem).collect::<Vec<_>>());
}

#[test]
fn groups_in_groups_count_once() {
    let rows = "{tong: Tổng cộng}
        {stt: A, o: [Cấp tỉnh, 9]}
        {stt: B, nhom: Phân bổ cho xã}
        {stt: I, nhom: Khu vực một}
        [Xã Một, 10]
        {stt: II, nhom: Khu vực hai}
        [Xã Hai, 20]";
    check(rows, &["39", "9", "30", "10", "10", "20", "20"]);
}

#[test]
fn a_row_numbered_like_a_group_stands_beside_it() {
    let rows = "{stt: \"1\", nhom: Dự án 1}
        {stt: \"1.1\", o: [Tiểu dự án 1, 1]}
        {stt: \"1.2\", o: [Tiểu dự án 2, 2]}
        {stt: \"2\", o: [Dự án 2, 10]}
        {stt: \"3\", nhom: Dự án 3}
        {stt: \"3.1\", o: [Tiểu dự án 1, 5]}
        {tong: Tổng cộng}";
    check(rows, &["3", "1", "2", "10", "5", "5", "18"]);
}

#[test]
fn groups_without_numbers_follow_each_other() {
    let rows = "[Xã Không, 1]
        {nhom: Một}
        [Xã Một, 10]
        {cong: Cộng}
        {loi: Lời}
        {nhom: Hai}
        [Xã Hai, 20]
        [Xã Ba, 30]
        {cong: Cộng}
        {tong: Tổng}";
    check(rows, &["1", "10", "10", "10", "", "50", "20", "30", "50", "61"]);
}

#[test]
fn without_groups_a_subtotal_goes_back_to_the_one_before() {
    let rows = "[Một, 1]\n[Hai, 2]\n{cong: Cộng}\n[Ba, 4]\n{cong: Cộng}\n{tong: Tổng}";
    check(rows, &["1", "2", "3", "4", "4", "7"]);
}

#[test]
fn no_figures_make_no_sum() {
    let rows = "{nhom: Trống}
        [Một, ~]
        [Hai, \"-\"]
        {cong: Cộng}
        {nhom: Không dòng nào}
        {tong: Tổng}";
    check(rows, &["", "", "-", "", "", ""]);
    check(
        "{nhom: Một}\n[Xã, ~]\n[Xã, \"-\"]\n[Xã, 0]\n[Xã, \"2,50\"]\n{tong: Tổng}",
        &["2,50", "", "-", "0", "2,50", "2,50"],
    );
}

#[test]
fn a_group_without_figures_inside_counts_with_its_own() {
    check("{nhom: Một, o: [~, 5]}\n[Xã, ~]\n{nhom: Hai}\n[Xã, 2]\n{tong: Tổng}", &["5", "", "2", "2", "7"]);
}

#[test]
fn a_dash_by_hand_stays_and_the_rows_still_count() {
    check("{nhom: Một, o: [~, \"-\"]}\n[Xã, 3]\n{tong: Tổng}", &["-", "3", "3"]);
}

#[test]
fn a_column_that_is_not_added_has_no_sums() {
    let columns = "[{ten: Tên}, {ten: Mức, ma: m, loai: so, cong: khong}]";
    let computed = compute(&table(columns, "{nhom: Một}\n[Xã, 3]\n{tong: Tổng, o: [~, \"2,00\"]}"));
    check_column(&computed, 1, &["", "3", "2,00"]);
    assert_eq!(computed.problems, []);
}

#[test]
fn formulas_may_read_columns_after_them() {
    let columns =
        "[{ten: Đơn vị}, {ten: Tổng số, ma: t, tinh: a + b}, {ten: A, ma: a, loai: so}, {ten: B, ma: b, loai: so}]";
    let computed = compute(&table(columns, "{nhom: Nhóm một}\n[Xã Một, 10, 1]\n[Xã Hai, 20, 2]\n{tong: Tổng cộng}"));
    check_column(&computed, 1, &["33", "11", "22", "33"]);
    assert_eq!(computed.problems, []);
}

#[test]
fn products_of_columns_are_added_up() {
    let columns = "[{ten: Tên}, {ten: Số lượng, ma: n, loai: so}, {ten: Đơn giá, ma: g, loai: so, cong: khong}, {ten: Thành tiền, ma: t, tinh: n * g}, {ten: Bình quân, tinh: t / n}]";
    let rows = "{nhom: A}\n[x, 2, 18]\n[y, 4, 15]\n{nhom: B}\n[z, 1, 24]\n{cong: Cộng B}\n{tong: Tổng}";
    let computed = compute(&table(columns, rows));
    check_column(&computed, 3, &["96", "36", "60", "24", "24", "24", "120"]);
    check_column(&computed, 4, &["16", "18", "15", "24", "24", "24", "17"]);
    let by_hand = compute(&table(columns, "[x, 2, 18]\n{tong: Tổng, ghi: {t: 35}}"));
    assert!(matches!(by_hand.problems.as_slice(), [Problem::Stated(_)]), "{:?}", by_hand.problems);
}

#[test]
fn a_stated_figure_is_printed_and_compared() {
    let columns =
        "[{ten: Đơn vị}, {ten: Tổng số, ma: t, tinh: a + b}, {ten: A, ma: a, loai: so}, {ten: B, ma: b, loai: so}]";
    let computed =
        compute(&table(columns, "[Xã Một, 10, 1]\n[Xã Hai, 20, 2]\n{tong: Tổng cộng, ghi: {t: 999, a: \"30,0\"}}"));
    check_column(&computed, 1, &["11", "22", "999"]);
    assert_eq!(computed.figure(2, 1).computed.map(|number| number.display()).as_deref(), Some("33"));
    let [Problem::Stated(difference)] = computed.problems.as_slice() else { panic!("{:?}", computed.problems) };
    assert_eq!((difference.row, difference.column), (2, 1));
    assert_eq!((difference.given.display(), difference.computed.display()), ("999".to_owned(), "33".to_owned()));
}

#[test]
fn what_is_written_into_a_sum_is_compared() {
    let rows = "{nhom: Một, o: [~, 12]}\n[Xã Một, 10]\n[Xã Hai, 2]\n[Xã Ba, 7]\n{tong: Tổng, o: [~, 19]}";
    let computed = compute(&table(ONE, rows));
    check_column(&computed, 2, &["12", "10", "2", "7", "19"]);
    let [Problem::Written(difference)] = computed.problems.as_slice() else { panic!("{:?}", computed.problems) };
    assert_eq!((difference.row, difference.computed.display().as_str()), (0, "19"));
    let added: Vec<usize> = computed.addends(0, 2).map(|(row, _)| row).collect();
    assert_eq!(added, [1, 2, 3]);
    assert_eq!(
        computed.addends(4, 2).map(|(row, number)| (row, number.display())).collect::<Vec<_>>(),
        [(0, "19".to_owned())]
    );
}

#[test]
fn formulas_of_totals_use_printed_figures() {
    let columns = "[{ten: Tên}, {ten: A, ma: a, loai: so}, {ten: B, ma: b, loai: so}, {ten: C, tinh: a / b * 100, so_le: 2}, {ten: D, ma: d, tinh: a - b, cong: khong}]";
    let computed = compute(&table(columns, "[Một, 1, 3]\n[Hai, 1, 0]\n{tong: Tổng, ghi: {b: 4}}"));
    check_column(&computed, 3, &["33,33", "", "50,00"]);
    check_column(&computed, 4, &["-2", "1", ""]);
    let [Problem::Stated(difference)] = computed.problems.as_slice() else { panic!("{:?}", computed.problems) };
    assert_eq!((difference.row, difference.column), (2, 2));
}

#[test]
fn circles_of_formulas_are_named_and_stay_blank() {
    let columns = "[{ten: A, ma: a, loai: so}, {ten: B, ma: b, tinh: a + c}, {ten: C, ma: c, tinh: b + 1}, {ten: D, ma: d, tinh: a + c}, {ten: E, ma: e, tinh: a * 2}]";
    let computed = compute(&table(columns, "[4]\n{tong: Tổng}"));
    assert_eq!(computed.problems, [Problem::Cycle { columns: vec![1, 2] }]);
    for (column, expected) in ["4", "", "", "", "8"].into_iter().enumerate() {
        check_column(&computed, column, &[expected]);
    }
}

#[test]
fn rows_that_lack_a_figure_of_a_product_are_named_where_totals_are() {
    let columns = "[{ten: A, ma: a, loai: so}, {ten: B, ma: b, loai: so}, {ten: C, tinh: a / b}, {ten: D, tinh: a + b}, {ten: E, tinh: b / a}]";
    let rows = "[1, 2]\n[~, 2]\n[3, \"-\"]\n[~, ~]";
    assert_eq!(compute(&table(columns, rows)).problems, []);
    let incomplete = |row, column| Problem::Incomplete { row, column };
    let problems = compute(&table(columns, &format!("{rows}\n{{tong: Tổng}}"))).problems;
    assert_eq!(problems, [incomplete(1, 0), incomplete(2, 1)]);
}

#[test]
fn what_is_too_large_is_named_and_a_zero_divisor_is_not() {
    let columns = "[{ten: A, ma: a, loai: so}, {ten: B, tinh: a * a}, {ten: C, tinh: 1 / a}]";
    let computed = compute(&table(columns, "[999999999999999999999999]\n[0]"));
    assert_eq!(computed.problems, [Problem::NotComputable { row: 0, column: 1 }]);
    check_column(&computed, 2, &["0", ""]);
}

#[test]
fn means_of_totals_are_made_from_their_rows() {
    let columns = "[{ten: Tên}, {ten: Hộ, ma: h, loai: so}, {ten: Thu nhập, loai: so, trung_binh: h}, {ten: Điểm, loai: so, trung_binh: co, so_le: 1}]";
    let rows = "{nhom: A}\n[x, 10, \"40,5\", 1]\n[y, 30, 50, 2]\n{nhom: B}\n[z, 60, 30, 4]\n[t, 5, ~, ~]\n{cong: Cộng}\n{tong: Tổng}";
    let computed = compute(&table(columns, rows));
    check_column(&computed, 2, &["47,6", "40,5", "50", "30,0", "30", "", "30,0", "37,1"]);
    check_column(&computed, 3, &["1,5", "1", "2", "4,0", "4", "", "4,0", "2,3"]);
    // A row without a figure takes no part, and that is said.
    assert_eq!(computed.problems, [Problem::Incomplete { row: 5, column: 2 }]);
    let written = compute(&table(columns, "[x, 10, 40, ~]\n[y, 30, 60, ~]\n{tong: Tổng, o: [~, ~, 50, ~]}"));
    let [Problem::Written(difference)] = written.problems.as_slice() else { panic!("{:?}", written.problems) };
    assert_eq!((difference.column, difference.computed.display().as_str()), (2, "55"));
}

#[test]
fn a_mean_may_be_weighted_by_what_is_computed_and_be_read_by_formulas() {
    let columns = "[{ten: A, tinh: m * 2}, {ten: M, ma: m, loai: so, trung_binh: w}, {ten: W, ma: w, tinh: b + c}, {ten: B, ma: b, loai: so}, {ten: C, ma: c, loai: so}]";
    let computed = compute(&table(columns, "[4, 1, 2]\n[8, 3, 6]\n{tong: T}"));
    check_column(&computed, 1, &["4", "8", "7"]);
    check_column(&computed, 0, &["8", "16", "14"]);
    let circle = "[{ten: M, ma: m, loai: so, trung_binh: w}, {ten: W, ma: w, tinh: m + 1}]";
    assert_eq!(compute(&table(circle, "[4]\n{tong: T}")).problems, [Problem::Cycle { columns: vec![0, 1] }]);
}

#[test]
fn sums_of_figures_that_are_not_exact_say_so() {
    check("[Xã, trên 237]\n[Xã, 100]\n{tong: Tổng}", &["trên 237", "100", "trên 337"]);
    check(
        "{nhom: N}\n[Xã, khoảng 40]\n{nhom: M}\n[Xã, 2]\n{tong: T}",
        &["khoảng 40", "khoảng 40", "2", "2", "khoảng 42"],
    );
    check("[Xã, không quá 12]\n[Xã, 5]\n{tong: Tổng, o: [~, không quá 20]}", &["không quá 12", "5", "không quá 20"]);
    let computed = compute(&table(ONE, "[Xã, trên 237]\n[Xã, 100]\n{tong: Tổng, o: [~, 337]}"));
    let [Problem::Written(difference)] = computed.problems.as_slice() else { panic!("{:?}", computed.problems) };
    assert_eq!(difference.computed.display(), "trên 337");
}

#[test]
fn lengths_of_time_add_up_and_times_of_day_do_not() {
    let columns = "[{ten: Từ, ma: a, loai: gio}, {ten: Đến, ma: b, loai: gio}, {ten: Lâu, ma: l, loai: thoi_luong, tinh: b - a}, {ten: Nghỉ, loai: phut}, {ten: Ngày, loai: ngay}]";
    let computed = compute(&table(columns, "[7h30, 9 giờ, 15 phút, 05/3/2026]\n[13h, 14h15, 1h30, ~]\n{tong: Cộng}"));
    check_column(&computed, 0, &["450", "780", ""]);
    check_column(&computed, 2, &["90", "75", "165"]);
    check_column(&computed, 3, &["15", "90", "105"]);
    check_column(&computed, 4, &["2.461.105", "", ""]);
    assert_eq!(computed.problems, []);
}

#[test]
fn rows_and_groups_are_counted() {
    let rows = "[Xã, 1]\n{stt: A, nhom: N}\n{stt: I, nhom: N}\n[Xã, 1]\n[Xã, 1]\n{stt: II, nhom: N}\n[Xã, 1]\n{cong: C}\n{stt: B, nhom: N}\n{loi: Lời}\n{tong: T}";
    let computed = compute(&table(ONE, rows));
    let counted = |group| (computed.rows_in(group), computed.groups_in(group));
    assert_eq!(counted(None), (4, 2));
    assert_eq!(counted(Some(1)), (3, 2));
    assert_eq!(counted(Some(2)), (2, 0));
    assert_eq!(counted(Some(8)), (0, 0));
}

#[test]
fn letters_that_are_roman_numbers_follow_the_rows_before() {
    let row = |number: &str| format!("{{stt: {number}, nhom: N}}\n");
    let table_of = |numbers: &str| numbers.split(' ').map(row).collect::<String>();
    // A run of letters.
    check_parents(&table_of("A B C D Đ E G H I K L M"), &[None; 12], &[]);
    let first = Some(0);
    check_parents(&table_of("I G H I K II"), &[None, first, first, first, first, None], &[]);
    // Roman numbers, in and out of letters.
    check_parents(&table_of("I II III IV V VI"), &[None; 6], &[]);
    let (a, b, c) = (Some(0), Some(3), Some(6));
    check_parents(&table_of("A I II B I II C I II"), &[None, a, a, None, b, b, None, c, c], &[]);
    // H has Roman numbers of its own, as G had; the «I» after those is a letter.
    let h = Some(3);
    check_parents(&table_of("G I II H I II I"), &[None, Some(0), Some(0), None, h, h, None], &[]);
    // X after IX is a number, after V a letter.
    check_parents(&table_of("IX X U V X"), &[None, None, Some(1), Some(1), Some(1)], &[]);
    // Letters in lower case do the same.
    check_parents(&table_of("g) h) i) k)"), &[None; 4], &[]);
    check_parents(&table_of("i) ii) a) b) iii)"), &[None, None, Some(1), Some(1), None], &[]);
}

#[test]
fn levels_follow_from_numbers() {
    let rows = "{stt: I., nhom: N}
        {stt: \"1\", nhom: N}
        {stt: a), nhom: N}
        [Xã, 1]
        {stt: b), o: [Xã, 1]}
        [Xã, 1]
        {stt: \"2\", nhom: N}
        {stt: \"-\", nhom: N}
        {stt: \"\", o: [Xã, 1]}
        {stt: II., nhom: N}
        {tong: Tổng}";
    let parents = [None, Some(0), Some(1), Some(2), Some(1), Some(1), Some(0), Some(6), Some(7), None, None];
    check_parents(rows, &parents, &[]);
}

#[test]
fn numbers_with_dots_name_their_groups() {
    let rows = "{stt: \"1\", nhom: N}
        {stt: \"1.1\", nhom: N}
        {stt: a), nhom: N}
        {stt: \"1.1.1\", o: [Xã, 1]}
        {stt: \"1.2\", nhom: N}
        [Xã, 1]
        {stt: \"1.3\", o: [Xã, 1]}
        {stt: \"2\", nhom: N}
        {nhom: Không số}
        {stt: \"2.1\", o: [Xã, 1]}
        {stt: \"2.2\", nhom: N}
        {stt: \"3.1\", o: [Xã, 1]}";
    let parents =
        [None, Some(0), Some(1), Some(1), Some(0), Some(4), Some(0), None, Some(7), Some(8), Some(8), Some(8)];
    check_parents(rows, &parents, &[(11, 7)]);
}

#[test]
fn numbers_that_do_not_fit_are_unclear() {
    check_parents("{stt: \"2\", nhom: N}\n{stt: \"3.1\", o: [Xã, 1]}", &[None, Some(0)], &[(1, 0)]);
    check_parents("{stt: I, nhom: N}\n{stt: II.1, o: [Xã, 1]}", &[None, Some(0)], &[(1, 0)]);
    check_parents("{stt: I, nhom: N}\n{stt: I.1, o: [Xã, 1]}", &[None, Some(0)], &[]);
    // A row that comes before the group whose level it has.
    check_parents("{stt: \"2\", nhom: N}\n{stt: \"1\", o: [Xã, 1]}", &[None, None], &[(1, 0)]);
    check_parents("{stt: \"1\", nhom: N}\n{stt: 1a, o: [Xã, 1]}", &[None, None], &[]);
    // A row that its number makes a part of another, while the total adds both.
    check_parents("{stt: \"2\", o: [Xã, 1]}\n{stt: \"2.1\", o: [Xã, 1]}\n{tong: Tổng}", &[None; 3], &[(1, 0)]);
    check_parents("{stt: \"2\", o: [Xã, ~]}\n{stt: \"2.1\", o: [Xã, 1]}\n{tong: Tổng}", &[None; 3], &[]);
    check_parents("{stt: \"2\", o: [Xã, 1]}\n{stt: \"2.1\", o: [Xã, 1]}", &[None; 2], &[]);
}

#[test]
fn rows_count_in_their_group() {
    let rows = "[Xã]\n{nhom: N}\n[Xã]\n[Xã]\n{cong: C}\n[Xã]\n{loi: Lời}\n{nhom: N}\n[Xã]\n{tong: T}"
        .replace("[Xã]", "[Xã, 1]");
    check_numbers(&rows, &["1", "I", "1", "2", "", "3", "", "II", "1", ""]);
}

#[test]
fn a_number_by_hand_uses_up_no_other() {
    check_numbers(
        "[Xã, 1]\n{stt: 1a, o: [Xã, 1]}\n[Xã, 1]\n{stt: \"\", o: [Xã, 1]}\n[Xã, 1]",
        &["1", "«1a»", "2", "", "3"],
    );
    let rows =
        "{stt: A, nhom: N}\n{nhom: N}\n[Xã, 1]\n{nhom: N}\n{stt: B, nhom: N}\n{nhom: N}\n{stt: C, o: [Xã, 1]}\n[Xã, 1]";
    check_numbers(rows, &["«A»", "I", "1", "II", "«B»", "I", "«C»", "1"]);
    check_numbers("{tong: Tổng, stt: I}\n[Xã, 1]", &["«I»", "1"]);
}

/// A table made large by repeating its rows.
fn repeated(columns: &str, rows: &str, times: usize) -> Table {
    let small = table(columns, rows);
    let rows = small.rows.iter().cycle().take(small.rows.len() * times).cloned().collect();
    Table { rows, ..small }
}

#[test]
fn work_grows_with_rows_and_columns_only() {
    let rows = [
        // Many groups beside each other, many in each other, many subtotals, many totals with a wrong figure.
        "{nhom: N}\n[Xã, 1, 2]",
        "{stt: A, nhom: N}\n{stt: I, nhom: N}\n{stt: \"1\", nhom: N}\n{stt: a, nhom: N}",
        "{cong: C, ghi: {a: 5}}\n[Xã, 1, 2]",
        "{tong: T, ghi: {a: 5}}\n[Xã, 1, 2]",
    ];
    for rows in rows {
        let small = compute(&repeated(PLAIN, rows, 1_000)).steps;
        let large = compute(&repeated(PLAIN, rows, 4_000)).steps;
        assert!(large < 5 * small, "{rows}: {small} steps, then {large}");
    }
}

#[test]
fn groups_of_as_many_levels_as_rows_are_no_trouble() {
    let small = table(ONE, "{stt: \"+\", nhom: N}\n[Xã, 1]");
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).expect("a letter"));
    let number = |index: usize| [letter(index / 676), letter(index / 26), letter(index)].iter().collect::<String>();
    let groups = (0..3_000).map(|index| format!("{{stt: loại {}, nhom: N}}\n", number(index)));
    let mut deep = table(ONE, &groups.collect::<String>());
    deep.rows.push(small.rows[1].clone());
    let computed = compute(&deep);
    check_column(&computed, 2, &["1"; 3_001]);
    assert!(computed.steps < 40_000, "{}", computed.steps);
}
