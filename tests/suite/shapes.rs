//! Plans of unusual shape, from their text to their files: several issuers, and a table of a thousand rows.

use std::fmt::Write as _;
use std::sync::LazyLock;

use kehoach::decree::{Decree, TypeSet};
use kehoach::pipeline::{Format, Office};
use kehoach::units::Length;
use roxmltree::{Document as Xml, Node};

use crate::decree::{all, child, laid_out, office, part, said, words, written};

static OFFICE: LazyLock<Office> = LazyLock::new(|| office(Decree::new(TypeSet::Fourteen), &[]));

const JOINT: &str = r#"
co_quan:
  mttq:
    ten: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Ngãi
    dong: [Ủy ban Mặt trận Tổ quốc Việt Nam, tỉnh Quảng Ngãi]
co_quan_ban_hanh: [Ủy ban nhân dân tỉnh Quảng Ngãi, mttq]
ky_hieu: KH-UBND-MTTQ
dia_danh: Quảng Ngãi
ngay_ban_hanh: 02/2026
trich_yeu: Phối hợp xóa nhà tạm, nhà dột nát năm 2026
noi_dung: [Vận động ủng hộ.]
noi_nhan: [Thường trực Tỉnh ủy]
soan_thao: PL
so_ban: 300
nguoi_ky:
  - {quyen_han: [TM. Ban Thường trực], chuc_vu: Chủ tịch, ho_ten: Trần Thị Bình}
  - {quyen_han: [TM. Ủy ban nhân dân, KT. Chủ tịch], chuc_vu: Phó Chủ tịch, chuc_vu_khac: Trưởng ban, ho_ten: Lê An}
"#;

/// The cells of a table, row by row.
fn cells<'a, 'd>(table: Node<'a, 'd>) -> Vec<Vec<Node<'a, 'd>>> {
    let within = |node: Node<'a, 'd>, name: &'static str| {
        node.children().filter(move |child| child.tag_name().name() == name).collect::<Vec<_>>()
    };
    within(table, "tr").into_iter().map(|row| within(row, "tc")).collect()
}

/// The words of the paragraphs of a cell; those without any are left out.
fn lines(cell: Node<'_, '_>) -> Vec<String> {
    all(cell, "p").map(words).filter(|words| !words.is_empty()).collect()
}

/// How high the paragraphs without words in a cell are, in all.
fn room(cell: Node<'_, '_>) -> Length {
    let empty = all(cell, "p").filter(|paragraph| words(*paragraph).is_empty());
    let heights = empty.filter_map(|paragraph| said(paragraph, &["pPr", "spacing"], "line")?.parse().ok());
    heights.fold(Length::ZERO, |sum, twips: i64| sum + Length::twips(twips))
}

#[test]
fn several_issuers_stand_apart_and_sign_side_by_side() {
    let xml = part(&written(&OFFICE, &laid_out(&OFFICE, JOINT), Format::Docx), "word/document.xml");
    let document = Xml::parse(&xml).expect("a document is XML");
    let tables: Vec<_> = all(document.root(), "tbl").collect();
    let (header, closing) = (cells(tables[0]), cells(tables[tables.len() - 1]));

    let names: Vec<_> = all(header[0][0], "p").filter(|paragraph| !words(*paragraph).is_empty()).collect();
    let [first, second] = names.as_slice() else { panic!("two issuers, not {}", names.len()) };
    assert_eq!(words(*first), "ỦY BAN NHÂN DÂNTỈNH QUẢNG NGÃI");
    assert_eq!(words(*second), "ỦY BAN MẶT TRẬNTỔ QUỐC VIỆT NAMTỈNH QUẢNG NGÃI");
    assert_eq!(said(*first, &["pPr", "spacing"], "before"), None);
    assert_eq!(said(*second, &["pPr", "spacing"], "before"), Some("120"));
    assert_eq!(all(header[0][0], "pBdr").count(), 1, "one rule under both");

    assert_eq!(closing.len(), 2);
    assert_eq!(lines(closing[0][0]), ["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Trần Thị Bình"]);
    let deputy = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trưởng ban", "Lê An"];
    assert_eq!(lines(closing[0][1]), deputy);
    // Two lines fewer, and so much more room: both names stand on one level.
    let signature = OFFICE.decree.spacing.signature.chosen;
    assert_eq!(room(closing[0][1]).to_twips(), signature.to_twips());
    let line = (room(closing[0][0]) - signature).half();
    assert!(line > OFFICE.decree.sizes.body.chosen && line < OFFICE.decree.sizes.body.chosen.scaled(6, 5), "{line}");
    assert_eq!(lines(closing[1][0]), ["Nơi nhận:", "- Thường trực Tỉnh ủy;", "- Lưu: VT.", "PL.(300)"]);
    assert_eq!(room(closing[1][0]), OFFICE.decree.spacing.before_closing.chosen);
    assert!(lines(closing[1][1]).is_empty());
}

#[test]
fn one_signer_stands_beside_the_recipients() {
    let signers = JOINT.lines().filter(|line| !line.contains("Trần Thị Bình")).map(|line| format!("{line}\n"));
    let plan = signers.collect::<String>().replace("Quảng Ngãi, mttq]", "Quảng Ngãi]");
    let xml = part(&written(&OFFICE, &laid_out(&OFFICE, &plan), Format::Docx), "word/document.xml");
    let document = Xml::parse(&xml).expect("a document is XML");
    let closing = cells(all(document.root(), "tbl").last().expect("a document is signed"));
    assert_eq!(closing.len(), 1);
    assert_eq!(lines(closing[0][0])[0], "Nơi nhận:");
    assert_eq!(lines(closing[0][1])[0], "TM. ỦY BAN NHÂN DÂN");
    assert_eq!(room(closing[0][0]), Length::ZERO);
}

/// A plan with a table of ten groups of a hundred rows on a page turned on its side.
fn long_plan() -> String {
    let mut rows = String::new();
    for group in 1..=10 {
        writeln!(rows, "          - nhom: Khu vực {group}").expect("a string takes everything");
        for village in 1..=100 {
            let (before, after) = (100 + village, 90 + village - group);
            writeln!(rows, "          - [Thôn {group}.{village}, {before}, {after}, Đường ruộng lầy lội]")
                .expect("a string takes everything");
        }
    }
    JOINT.replace("[Vận động ủng hộ.]", "[Xem Phụ lục.]")
        + "phu_luc:
  mot:
    ten: Chỉ tiêu giảm nghèo theo thôn
    huong: ngang
    noi_dung:
      - bang:
          don_vi: hộ
          cot:
            - {ten: STT, loai: stt, rong: 6}
            - {ten: Thôn, rong: 24}
            - ten: Hộ nghèo
              cot:
                - {ten: Đầu năm, ma: dau, loai: so, rong: 14}
                - {ten: Cuối năm, ma: cuoi, loai: so, rong: 14}
                - {ten: Giảm, ma: giam, loai: so, tinh: dau - cuoi, rong: 14}
            - {ten: Khó khăn, rong: 28}
          dong:
" + &rows
        + "          - tong: Tổng cộng\n"
}

#[test]
fn a_table_of_a_thousand_rows_is_whole_in_both_formats() {
    let layout = laid_out(&OFFICE, &long_plan());
    let xml = part(&written(&OFFICE, &layout, Format::Docx), "word/document.xml");
    let document = Xml::parse(&xml).expect("a document is XML");
    let table = all(document.root(), "tbl").find(|table| words(*table).contains("Thôn 1.1")).expect("there is a table");
    let rows: Vec<_> = all(table, "tr").collect();
    // Two rows of the header, ten groups, the total, the mark below it.
    assert_eq!(rows.len(), 1_014);
    let is_header =
        |row: &Node<'_, '_>| child(*row, "trPr").is_some_and(|property| child(property, "tblHeader").is_some());
    assert!(rows[..2].iter().all(is_header) && !rows[2..].iter().any(is_header));
    assert!(rows.iter().all(|row| child(*row, "trPr").is_some_and(|property| child(property, "cantSplit").is_some())));
    assert!(words(rows[0]).contains("Hộ nghèo") && words(rows[1]).contains("Cuối năm"));
    assert_eq!(lines(rows[1_011]), ["100", "Thôn 10.100", "200", "180", "20", "Đường ruộng lầy lội"]);
    // Each row of a group loses ten and the group's number.
    assert!(words(rows[1_012]).contains("15.500"), "{}", words(rows[1_012]));

    let file = written(&OFFICE, &layout, Format::Pdf);
    let pages = |marker: &[u8]| file.windows(marker.len()).filter(|window| *window == marker).count();
    assert!(pages(b"/Type/Page/") > 20, "{}", pages(b"/Type/Page/"));
}
