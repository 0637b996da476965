//! Tables with a grid: merged, nested, cut in several.

use super::{body, columns, p, side_by_side, texts};
use crate::inspect::observed::Column;

fn grid(rows: &str) -> String {
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"4000\"/></w:tblGrid>{rows}</w:tbl>"
    )
}

fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|text| format!("<w:tc>{}</w:tc>", p("", text))).collect();
    format!("<w:tr>{cells}</w:tr>")
}

#[test]
fn cells_are_read_row_by_row_with_their_table() {
    let heads = r#"<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>TT</w:t></w:r></w:p></w:tc>
        <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Kinh phí</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>2025</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2026</w:t></w:r></w:p></w:tc></w:tr>"#;
    let table = grid(&format!("{heads}{}{}", row(&["I", "Nhóm", ""]), row(&["1", "a", "b"])));
    let observed = body(&[p("", "trước"), table.clone(), p("", "giữa"), table, p("", "sau")].concat());
    let cells = ["TT", "Kinh phí", "2025", "2026", "I", "Nhóm", "1", "a", "b"];
    let mut expected = vec![(Column::Full, "trước")];
    expected.extend(cells.map(|text| (Column::Table(0), text)));
    expected.push((Column::Full, "giữa"));
    expected.extend(cells.map(|text| (Column::Table(1), text)));
    expected.push((Column::Full, "sau"));
    assert_eq!(columns(&observed), expected);
    assert_eq!(observed.tables[1].paragraphs, 11..20);
    assert_eq!(observed.tables[0].width.map(|width| width.to_twips()), Some(9_000));
}

#[test]
fn tables_in_tables_keep_to_themselves() {
    let inner = grid(&row(&["x", "y", "z"]));
    let outer = side_by_side(&[[&p("", "trái"), &format!("{inner}{}", p("", "phải"))]]);
    let expected = [
        (Column::Left, "trái"),
        (Column::Table(0), "x"),
        (Column::Table(0), "y"),
        (Column::Table(0), "z"),
        (Column::Right, "phải"),
    ];
    assert_eq!(columns(&body(&outer)), expected);
}

#[test]
fn a_space_below_a_table_is_no_empty_paragraph() {
    let observed = body(&[grid(&row(&["x", "y", "z"])), "<w:p/>".to_owned(), p("", "sau")].concat());
    assert_eq!(observed.paragraphs[3].empty_above, 0);
    assert!(observed.paragraphs[3].gap.is_some());
}

#[test]
fn a_table_of_one_cell_with_a_long_text_is_a_table() {
    let long = "từ ".repeat(60);
    let one = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"9000\"/></w:tblGrid>{}</w:tbl>",
        row(&[&long])
    );
    assert_eq!(body(&one).paragraphs[0].column, Column::Table(0));
    let short = one.replace(&long, "DỰ THẢO");
    let observed = body(&short);
    assert_eq!((texts(&observed).len(), observed.boxes.len()), (0, 1));
}
