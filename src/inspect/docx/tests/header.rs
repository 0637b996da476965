//! The block at the head and the one at the end: side by side, whatever holds them.

use super::{body, bold, columns, find, p, side_by_side, texts, twips};
use crate::inspect::observed::{Align, Column};

const LEFT: [&str; 2] = ["ỦY BAN NHÂN DÂN", "XÃ SUỐI NGÀN"];
const RIGHT: [&str; 2] = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];

#[track_caller]
fn check_sides(xml: &str) {
    let observed = body(xml);
    let of = |side: Column| -> Vec<_> {
        let found = observed.paragraphs.iter().filter(|paragraph| paragraph.column == side);
        found.map(|paragraph| paragraph.text.trim()).collect()
    };
    assert_eq!(of(Column::Left), LEFT, "{:?}", columns(&observed));
    assert_eq!(of(Column::Right), RIGHT, "{:?}", columns(&observed));
    assert!(observed.paragraphs.iter().all(|paragraph| paragraph.row.is_some()));
}

#[test]
fn one_row_two_rows_and_a_spacer_between() {
    let [[a, b], [c, d]] = [LEFT.map(|text| bold(24, text)), RIGHT.map(|text| bold(26, text))];
    check_sides(&side_by_side(&[[&format!("{a}{b}"), &format!("{c}{d}")]]));
    check_sides(&side_by_side(&[[&a, &c], [&b, &d]]));
    check_sides(&side_by_side(&[[&a, &c], ["<w:p/>", "<w:p/>"], [&b, &d]]));
    // Without any width a cell is still on one side.
    check_sides(&side_by_side(&[[&a, &c], [&b, &d]]).replace("<w:gridCol w:w=\"3800\"/><w:gridCol w:w=\"5554\"/>", ""));
}

#[test]
fn breaks_within_one_paragraph_are_lines_of_their_own() {
    let lines = |texts: [&str; 2]| {
        format!(
            r#"<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{}</w:t><w:br/><w:t>{}</w:t></w:r></w:p>"#,
            texts[0], texts[1]
        )
    };
    check_sides(&side_by_side(&[[&lines(LEFT), &lines(RIGHT)]]));
}

#[test]
fn tabs_and_spaces_part_a_line() {
    let stops = r#"<w:tabs><w:tab w:val="center" w:pos="1800"/><w:tab w:val="center" w:pos="6600"/></w:tabs>"#;
    let run = |left: &str, right: &str| {
        format!(
            "<w:p><w:pPr>{stops}</w:pPr><w:r><w:rPr><w:b/><w:sz w:val=\"24\"/></w:rPr><w:tab/><w:t>{left}</w:t><w:tab/><w:t>{right}</w:t></w:r></w:p>"
        )
    };
    check_sides(&[run(LEFT[0], RIGHT[0]), run(LEFT[1], RIGHT[1])].concat());
    let spaces = |left: &str, right: &str, count: usize| {
        let run = format!("{left}{}{right}", " ".repeat(count));
        format!("<w:p><w:r><w:rPr><w:sz w:val=\"22\"/></w:rPr><w:t xml:space=\"preserve\">{run}</w:t></w:r></w:p>")
    };
    check_sides(&[spaces(LEFT[0], RIGHT[0], 20), spaces(LEFT[1], RIGHT[1], 40)].concat());
    let both = format!(
        "<w:p><w:pPr>{stops}</w:pPr><w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:tab/><w:t>{}</w:t><w:tab/><w:t>{}</w:t><w:br/><w:tab/><w:t>{}</w:t><w:tab/><w:t>{}</w:t></w:r></w:p>",
        LEFT[0], RIGHT[0], LEFT[1], RIGHT[1]
    );
    check_sides(&both);
}

#[test]
fn lines_parted_by_tabs_are_rows_of_one_group() {
    let line = |left: &str, right: &str| {
        format!("<w:p><w:r><w:t>{left}</w:t><w:tab/><w:tab/><w:tab/><w:tab/><w:t>{right}</w:t></w:r></w:p>")
    };
    let observed = body(&[line("Nơi nhận:", "CHỦ TỊCH"), line("Như trên;", "Nguyễn Văn An"), p("", "sau")].concat());
    let rows: Vec<_> = observed.paragraphs.iter().map(|paragraph| paragraph.row).collect();
    assert_eq!(rows, [Some((0, 0)), Some((0, 0)), Some((0, 1)), Some((0, 1)), None]);
}

#[test]
fn tabs_and_blanks_in_the_body_part_nothing() {
    for line in [
        "<w:r><w:t>1.</w:t><w:tab/><w:t>Mục đích của kế hoạch này là giảm nghèo</w:t></w:r>",
        "<w:r><w:t>07 giờ 30</w:t><w:tab/><w:tab/><w:tab/><w:tab/><w:tab/><w:t>Đón tiếp đại biểu</w:t></w:r>",
        "<w:r><w:t xml:space=\"preserve\">Số:            /KH-UBND ngày            tháng            năm 2026</w:t></w:r>",
        "<w:r><w:t>I. MỤC ĐÍCH, YÊU CẦU</w:t><w:tab/><w:tab/><w:tab/><w:tab/><w:t>3</w:t></w:r>",
    ] {
        let observed = body(&format!("<w:p>{line}</w:p>"));
        assert_eq!(observed.paragraphs.len(), 1, "{:?}", columns(&observed));
        assert_eq!(observed.paragraphs[0].column, Column::Full);
    }
}

#[test]
fn recipients_and_signature_stand_in_one_row_or_two_with_cells_between() {
    let left = [p("", "Nơi nhận:"), p("", "- Như trên;")].concat();
    let right = [bold(28, "TM. ỦY BAN NHÂN DÂN"), bold(28, "CHỦ TỊCH")].concat();
    let expected = [
        (Column::Left, "Nơi nhận:"),
        (Column::Left, "- Như trên;"),
        (Column::Right, "TM. ỦY BAN NHÂN DÂN"),
        (Column::Right, "CHỦ TỊCH"),
    ];
    assert_eq!(columns(&body(&side_by_side(&[[&left, &right]]))), expected);
    let three = format!(
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"4000\"/></w:tblGrid>
        <w:tr><w:tc>{left}</w:tc><w:tc><w:p/></w:tc><w:tc>{right}</w:tc></w:tr></w:tbl>"
    );
    assert_eq!(columns(&body(&three)), expected);
}

#[test]
fn a_grid_whose_lines_are_taken_away_cell_by_cell_is_none() {
    let none = r#"<w:tcPr><w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders></w:tcPr>"#;
    let row = format!("<w:tr><w:tc>{none}{}</w:tc><w:tc>{none}{}</w:tc></w:tr>", p("", LEFT[0]), p("", RIGHT[0]));
    let table = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"5000\"/></w:tblGrid>{row}</w:tbl>"
    );
    assert_eq!(columns(&body(&table)), [(Column::Left, LEFT[0]), (Column::Right, RIGHT[0])]);
}

#[test]
fn rows_without_lines_below_a_grid_are_no_part_of_it() {
    let none = r#"<w:tcPr><w:tcBorders><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders></w:tcPr>"#;
    let open = r#"<w:tcPr><w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders></w:tcPr>"#;
    let row = |open: &str, left: &str, right: &str| {
        format!("<w:tr><w:tc>{open}{}</w:tc><w:tc>{open}{}</w:tc></w:tr>", p("", left), p("", right))
    };
    let rows =
        [row("", "Thôn", "Vốn"), row("", "A", "86"), row(none, "Nơi nhận:", "CHỦ TỊCH"), row(open, "- A;", "An")];
    let table = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"5000\"/></w:tblGrid>{}</w:tbl>",
        rows.concat()
    );
    let (grid, left, right) = (Column::Table(0), Column::Left, Column::Right);
    let expected = [(grid, "Thôn"), (grid, "Vốn"), (grid, "A"), (grid, "86"), (left, "Nơi nhận:"), (right, "CHỦ TỊCH")];
    assert_eq!(columns(&body(&table))[..6], expected);
}

#[test]
fn a_post_that_a_tab_sets_beside_a_recipient_is_apart() {
    let stop = r#"<w:tabs><w:tab w:val="center" w:pos="6500"/></w:tabs>"#;
    let line = "<w:r><w:t>- UBND tỉnh (để b/c);</w:t><w:tab/><w:t>CHỦ TỊCH</w:t></w:r>";
    let observed = body(&format!("<w:p><w:pPr>{stop}</w:pPr>{line}</w:p>"));
    assert_eq!(columns(&observed), [(Column::Left, "- UBND tỉnh (để b/c);"), (Column::Right, "CHỦ TỊCH")]);
}

#[test]
fn a_head_in_text_boxes_is_a_head() {
    let boxed = |content: &str| {
        format!(
            r#"<w:r><w:drawing><wp:anchor><wp:extent cx="2286000" cy="635000"/><a:graphic><a:graphicData><wps:wsp>
            <wps:spPr><a:prstGeom prst="rect"/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent>
            </wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"#
        )
    };
    let [title, motto] = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];
    let boxes = [
        boxed(&[bold(26, title), bold(28, motto)].concat()),
        boxed(&bold(26, "ỦY BAN NHÂN DÂN")),
        boxed(&p("", "Bình Minh, ngày 05 tháng 3 năm 2026")),
        boxed(&p("", "Số: 15/KH-UBND")),
    ];
    let observed = body(&format!("<w:p>{}</w:p>{}", boxes.concat(), bold(28, "KẾ HOẠCH")));
    let (left, right) = (Column::Left, Column::Right);
    let expected = [
        (left, "ỦY BAN NHÂN DÂN"),
        (right, title),
        (right, motto),
        (left, "Số: 15/KH-UBND"),
        (right, "Bình Minh, ngày 05 tháng 3 năm 2026"),
        (Column::Full, "KẾ HOẠCH"),
    ];
    assert_eq!(columns(&observed), expected);
    assert!(observed.boxes.is_empty());
}

#[test]
fn small_indents_and_spaces_move_the_middle() {
    let observed = body(
        &[
            p(r#"<w:jc w:val="center"/><w:ind w:left="-80" w:right="60"/>"#, "lệch trái"),
            p(r#"<w:jc w:val="center"/>"#, "      đẩy bằng dấu cách"),
            p(r#"<w:jc w:val="center"/><w:ind w:firstLine="720"/>"#, "thụt dòng"),
        ]
        .concat(),
    );
    assert_eq!(twips(observed.paragraphs[0].off_center), Some(-70));
    // Six spaces of 14 pt are 21 pt; half of them is off.
    assert_eq!(twips(observed.paragraphs[1].off_center), Some(210));
    assert!(observed.paragraphs[1].has_layout_spaces);
    assert_eq!(twips(observed.paragraphs[2].off_center), Some(360));
}

#[test]
fn a_title_over_several_paragraphs_stays_so() {
    let observed = body(&[bold(28, "KẾ HOẠCH"), bold(28, "Giảm nghèo bền vững"), bold(28, "năm 2026")].concat());
    assert_eq!(texts(&observed), ["KẾ HOẠCH", "Giảm nghèo bền vững", "năm 2026"]);
    assert!(observed.paragraphs.iter().all(|paragraph| paragraph.align == Some(Align::Center)));
}

#[test]
fn blanks_of_every_kind_are_kept_as_found() {
    for blank in ["…", "......", "____", "      ", "\t"] {
        let observed = body(&side_by_side(&[[&p("", &format!("Số: {blank}/KH-UBND")), "<w:p/>"]]));
        assert_eq!(find(&observed, "Số").text, format!("Số: {blank}/KH-UBND"));
    }
}
