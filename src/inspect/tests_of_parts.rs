//! What is no fault is not told, and what is not there at all is.

use super::observed::{Align, Column, Medium, Observed, Paragraph};
use super::sample::{observed, observed_pdf};
use super::{Expected, judge};
use crate::decree::{Decree, TypeSet};
use crate::units::Length;

/// The codes of all findings.
#[track_caller]
fn check(file: &Observed, expected: &[&str]) -> String {
    let report = judge("a.docx", file, &Decree::new(TypeSet::Fourteen), &Expected::default());
    let found: Vec<_> = report.findings.iter().map(|found| found.code.id.trim_start_matches("ND30-")).collect();
    let messages: Vec<_> = report.findings.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(found, expected, "{messages:?}");
    messages.concat()
}

/// Where a paragraph stands.
#[track_caller]
fn at(file: &Observed, text: &str) -> usize {
    file.paragraphs.iter().position(|paragraph| paragraph.text == text).unwrap_or_else(|| panic!("«{text}»"))
}

fn say(file: &mut Observed, from: &str, to: &str) {
    let index = at(file, from);
    to.clone_into(&mut file.paragraphs[index].text);
    to.clone_into(&mut file.paragraphs[index].runs[0].text);
}

/// Moves the bounds of all sheets behind a paragraph.
fn shift(file: &mut Observed, index: usize, by: isize) {
    for sheet in &mut file.sheets {
        for bound in [&mut sheet.paragraphs.start, &mut sheet.paragraphs.end] {
            if *bound > index {
                *bound = bound.checked_add_signed(by).expect("a bound");
            }
        }
    }
}

fn remove(file: &mut Observed, text: &str) -> Paragraph {
    let index = at(file, text);
    shift(file, index, -1);
    file.paragraphs.remove(index)
}

/// Puts a paragraph with other words behind one like it.
fn add_below(file: &mut Observed, above: &str, text: &str) -> usize {
    let index = at(file, above);
    let mut paragraph = file.paragraphs[index].clone();
    text.clone_into(&mut paragraph.text);
    text.clone_into(&mut paragraph.runs[0].text);
    paragraph.rule = None;
    shift(file, index, 1);
    file.paragraphs.insert(index + 1, paragraph);
    index + 1
}

const NUMBER: &str = "Số: 05/KH-UBND";
const DATE: &str = "Bình Minh, ngày 26 tháng 02 năm 2026";
const SUBJECT: &str = "Thực hiện công tác giảm nghèo năm 2026";

#[test]
fn what_stands_below_the_number_is_no_agency() {
    let mut file = observed();
    let number = remove(&mut file, NUMBER);
    shift(&mut file, 1, 1);
    file.paragraphs.insert(2, number);
    add_below(&mut file, NUMBER, "(Bản gửi các thôn)");
    file.paragraphs.iter_mut().take(7).for_each(|paragraph| paragraph.row = Some((0, 0)));
    check(&file, &[]);
}

#[test]
fn what_is_not_there_at_all_is_missed() {
    for (gone, code) in [(NUMBER, "S01"), (DATE, "D01"), (SUBJECT, "T03")] {
        let mut file = observed();
        remove(&mut file, gone);
        check(&file, &[code]);
    }
    let mut file = observed();
    for item in ["- UBND tỉnh;", "- Lưu: VT, KT."] {
        remove(&mut file, item);
    }
    check(&file, &["R04"]);
    for rest in ["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn An"] {
        remove(&mut file, rest);
    }
    check(&file, &["K01"]);
    // A box may hold it.
    file.boxes.push(super::observed::Boxed {
        place: file.paragraphs[0].place.clone(),
        text: "CHỦ TỊCH".to_owned(),
        face: super::sample::face(14, true, false),
        width: None,
        height: None,
        has_border: false,
        color: None,
    });
    check(&file, &[]);
}

#[test]
fn a_date_in_digits_is_a_date_of_another_form() {
    let mut file = observed();
    say(&mut file, DATE, "Bình Minh, ngày 26/02/2026");
    assert!(check(&file, &["D01"]).contains("không đúng dạng"));
}

#[test]
fn a_date_of_two_lines_is_one() {
    let mut file = observed();
    say(&mut file, DATE, "Thành phố Hồ Chí Minh, ngày 26 tháng 02 năm");
    add_below(&mut file, "Thành phố Hồ Chí Minh, ngày 26 tháng 02 năm", "2026");
    check(&file, &[]);
}

#[test]
fn the_name_of_a_kind_is_told_apart_from_what_is_wrong_with_it() {
    let told = |name: &str, expected: &[&str]| {
        let mut file = observed();
        say(&mut file, "KẾ HOẠCH", name);
        check(&file, expected)
    };
    told("KẾ HOẠCH TỔNG THỂ", &[]);
    assert!(told("KẾ HOẠCH:", &["T01"]).contains("thừa dấu «:»"));
    assert!(told("K Ế H O Ạ C H", &["T01"]).contains("viết «KẾ HOẠCH»"));
    assert!(told("KẾ HOẠCH TRIỂN KHAI CÔNG TÁC", &["T01"]).contains("không đứng riêng"));
}

#[test]
fn those_addressed_line_by_line_are_no_body() {
    let mut file = observed();
    say(&mut file, "KẾ HOẠCH", "BÁO CÁO");
    say(&mut file, NUMBER, "Số: 05/BC-UBND");
    for text in ["- Sở Tài chính.", "- Ủy ban nhân dân tỉnh;", "Kính gửi:"] {
        let index = add_below(&mut file, SUBJECT, text);
        let paragraph = &mut file.paragraphs[index];
        (paragraph.align, paragraph.off_center, paragraph.gap) = (Some(Align::Left), None, Some(Length::ZERO));
        paragraph.first_line = Some(Length::mm(50));
    }
    check(&file, &[]);
}

#[test]
fn what_a_citizen_writes_is_not_judged() {
    let mut file = observed();
    for gone in ["ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH", NUMBER] {
        remove(&mut file, gone);
    }
    say(&mut file, "KẾ HOẠCH", "ĐƠN XIN NGHỈ PHÉP");
    assert!(check(&file, &["G03"]).contains("không có tên cơ quan"));
}

#[test]
fn words_in_an_old_code_are_told_by_their_typefaces() {
    let mut file = observed();
    for gone in ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", NUMBER, "KẾ HOẠCH"] {
        remove(&mut file, gone);
    }
    file.traits.legacy_fonts = vec![".VnTime".to_owned()];
    file.paragraphs[0].runs[0].face.family = ".VnTime".to_owned();
    check(&file, &["G03", "F05", "F01"]);
}

#[test]
fn the_head_of_a_school_may_write_his_degree() {
    let mut file = observed();
    say(&mut file, "ỦY BAN NHÂN DÂN", "TRƯỜNG TIỂU HỌC");
    say(&mut file, "Nguyễn Văn An", "TS. Nguyễn Văn An");
    check(&file, &[]);
}

#[test]
fn a_post_in_small_letters_and_an_item_without_its_dash_are_told() {
    let mut file = observed();
    say(&mut file, "CHỦ TỊCH", "Chủ tịch");
    check(&file, &["K03"]);
    let mut file = observed();
    add_below(&mut file, "- UBND tỉnh;", "Các thôn;");
    check(&file, &["R04"]);
}

#[test]
fn a_name_on_the_next_page_belongs_to_the_post_above_it() {
    let mut file = observed_pdf();
    assert_eq!(file.medium, Medium::Pdf);
    let name = at(&file, "Nguyễn Văn An");
    let paragraph = &mut file.paragraphs[name];
    (paragraph.column, paragraph.row, paragraph.align, paragraph.off_center) = (Column::Full, None, None, None);
    (paragraph.page, paragraph.last_page) = (Some(2), Some(2));
    check(&file, &[]);
}
