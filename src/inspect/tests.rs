//! A right plan has no finding; one fault has that one finding, of that rule.

use super::observed::{Align, Boxed, Face, Medium, Observed, Place};
use super::rule::Verdict;
use super::rules::RULES;
use super::sample::{face, observed, observed_pdf, rule_below};
use super::{Expected, Report, judge};
use crate::decree::{Decree, TypeSet};
use crate::units::Length;

fn report(observed: &Observed) -> Report {
    judge("a.docx", observed, &Decree::new(TypeSet::Fourteen), &Expected::default())
}

fn codes(report: &Report) -> Vec<(&'static str, String)> {
    report.findings.iter().map(|found| (found.code.id, found.message.clone())).collect()
}

/// Changes the words of a paragraph.
fn say(observed: &mut Observed, from: &str, to: &str) {
    let paragraph = observed.paragraphs.iter_mut().find(|paragraph| paragraph.text == from);
    let paragraph = paragraph.unwrap_or_else(|| panic!("the sample has «{from}»"));
    to.clone_into(&mut paragraph.text);
    to.clone_into(&mut paragraph.runs[0].text);
}

/// Changes the type of a paragraph.
fn set(observed: &mut Observed, text: &str, change: impl Fn(&mut Face)) {
    let paragraph = observed.paragraphs.iter_mut().find(|paragraph| paragraph.text == text);
    change(&mut paragraph.unwrap_or_else(|| panic!("the sample has «{text}»")).runs[0].face);
}

/// Plants a fault in a right plan; that rule finds it, and no other finds anything.
#[track_caller]
fn check(id: &str, plant: impl Fn(&mut Observed)) {
    let mut file = observed();
    plant(&mut file);
    check_file(id, &file);
}

#[track_caller]
fn check_file(id: &str, file: &Observed) {
    let found = codes(&report(file));
    assert!(found.len() == 1 && found[0].0 == format!("ND30-{id}"), "{id}: {found:?}");
}

#[track_caller]
fn check_pdf(id: &str, plant: impl Fn(&mut Observed)) {
    let mut file = observed_pdf();
    plant(&mut file);
    check_file(id, &file);
}

#[test]
fn a_right_plan_has_no_finding() {
    for file in [observed(), observed_pdf()] {
        let report = report(&file);
        assert_eq!(codes(&report), []);
        assert_eq!((report.kind.term().as_str(), report.is_draft), ("kế hoạch", false));
        let counts = report.counts();
        assert_eq!(counts.measured + counts.not_applicable + counts.not_measured, RULES.len());
        assert!(counts.fine > 60, "{}", report.summary());
    }
}

#[test]
fn pages() {
    check("M01", |o| o.sheets[0].height = Length::mm(279));
    check("M02", |o| {
        let sheet = &mut o.sheets[0];
        (sheet.is_landscape, sheet.width, sheet.height) = (true, sheet.height, sheet.width);
    });
    check("M03", |o| o.sheets[0].top = Some(Length::mm(27)));
    check("M04", |o| o.sheets[0].bottom = Some(Length::mm(15)));
    check("M05", |o| o.sheets[0].left = Some(Length::mm(25)));
    check("M06", |o| o.sheets[0].right = Some(Length::mm(25)));
    check("M07", |o| o.sheets[0].is_mirrored = Some(true));
    check("M08", |o| {
        let sheet = &mut o.sheets[1];
        (sheet.is_landscape, sheet.width, sheet.height, sheet.left) =
            (true, sheet.height, sheet.width, Some(Length::mm(20)));
    });
    check_pdf("M04", |o| o.sheets[0].bottom = Some(Length::mm(12)));
}

#[test]
fn a_margin_is_told_with_its_range_and_what_to_do() {
    let mut file = observed();
    file.sheets[0].top = Some(Length::mm(27));
    let report = report(&file);
    let found = &report.findings[0];
    assert_eq!(found.message, "lề trên 27 mm, ngoài khoảng 20–25 mm (Phụ lục I, phần I, mục I)");
    assert!(found.help.as_ref().is_some_and(|help| help.contains("Bố cục")));
    let verdict = report.rules.iter().find(|(rule, _)| rule.code.id == "ND30-M03").map(|(_, verdict)| verdict);
    assert_eq!(verdict, Some(&Verdict::Found(1)));
}

#[test]
fn page_numbers() {
    let number = |o: &mut Observed, change: fn(&mut super::observed::PageNumber)| {
        change(o.sheets[0].number.as_mut().expect("the sample has numbers"));
    };
    check("P01", |o| {
        o.sheets[0].number = None;
        let last = o.paragraphs.iter_mut().find(|paragraph| paragraph.text.ends_with("Phụ lục II).")).expect("a body");
        last.text = last.text.repeat(40);
    });
    check("P02", |o| o.sheets[0].first_number = o.sheets[0].number.clone());
    check("P03", |o| number(o, |number| (number.align, number.off_center) = (Some(Align::Right), None)));
    check("P04", |o| number(o, |number| number.face = face(11, false, false)));
    check("P05", |o| o.sheets[0].restart = Some(3));
    check("P06", |o| number(o, |number| number.is_decimal = false));
    check("P07", |o| o.sheets[1].restart = None);
    check("P08", |o| number(o, |number| number.is_above = false));
    check("P09", |o| number(o, |number| number.line = "Trang #".to_owned()));
}

#[test]
fn typefaces() {
    check("F01", |o| set(o, "1. Mục đích", |face| face.family = "Arial".to_owned()));
    check("F02", |o| set(o, "1. Mục đích", |face| face.color = Some([255, 0, 0])));
    check("F03", |o| set(o, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", |face| face.size = Length::pt(12)));
    check("F04", |o| set(o, "1. Mục đích", |face| face.size = Length::pt(13)));
    check("F05", |o| o.traits.legacy_fonts = vec![".VnTime".to_owned()]);
}

#[test]
fn heads() {
    let (title, motto) = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc");
    check("H01", |o| say(o, title, "CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM"));
    check("H02", |o| set(o, title, |face| face.size = Length::pt(15)));
    check("H04", |o| say(o, motto, "Độc lập-Tự do-Hạnh phúc"));
    check("U02", |o| say(o, motto, "Độc lập – Tự do – Hạnh phúc"));
    check("H05", |o| set(o, motto, |face| face.is_bold = false));
    check("H06", |o| o.paragraphs[3].rule = None);
    check("H06", |o| o.paragraphs[3].rule = Some(rule_below(600)));
    check("H07", |o| o.paragraphs[3].gap = Some(Length::pt(12)));
    check("H09", |o| set(o, "XÃ BÌNH MINH", |face| face.size = Length::pt(15)));
    check("H11", |o| o.paragraphs[1].rule = Some(rule_below(900)));
    check("H12", |o| (0..2).for_each(|index| o.paragraphs[index].row = Some((0, 1))));
    check("H13", |o| set(o, motto, |face| face.is_underlined = true));
    check_pdf("H12", |o| o.paragraphs[0].first_baseline = Some(Length::pt(90)));
}

#[test]
fn parents() {
    let with_parent = |bold: bool| {
        let mut file = observed();
        say(&mut file, "ỦY BAN NHÂN DÂN", "UBND XÃ BÌNH MINH");
        say(&mut file, "XÃ BÌNH MINH", "PHÒNG KINH TẾ");
        set(&mut file, "UBND XÃ BÌNH MINH", |face| face.is_bold = bold);
        file
    };
    assert_eq!(codes(&report(&with_parent(false))), []);
    check_file("H10", &with_parent(true));
    let mut file = with_parent(false);
    say(&mut file, "PHÒNG KINH TẾ", "ỦY BAN NHÂN DÂN XÃ BÌNH MINH");
    check_file("G02", &file);
}

#[test]
fn numbers_and_dates() {
    let (number, date) = ("Số: 05/KH-UBND", "Bình Minh, ngày 26 tháng 02 năm 2026");
    check("S01", |o| say(o, number, "Số 05/KH-UBND"));
    check("S02", |o| say(o, number, "Số: 5/KH-UBND"));
    check("S03", |o| say(o, number, "Số: 05/BC-UBND"));
    check("S04", |o| say(o, number, "Số: 05/KH - UBND"));
    check("S05", |o| set(o, number, |face| face.size = Length::pt(14)));
    check("S06", |o| say(o, number, "Số: 05/2026/KH-UBND"));
    check("D01", |o| say(o, date, "Bình Minh ngày 26 tháng 02 năm 2026"));
    check("D02", |o| {
        say(o, date, "Bình Minh, ngày 26 tháng 2 năm 2026");
    });
    check("D03", |o| set(o, date, |face| face.is_italic = false));
    check_pdf("D04", |o| o.paragraphs[5].first_baseline = Some(Length::pt(160)));
}

#[test]
fn what_the_office_expects() {
    let file = observed();
    let decree = Decree::new(TypeSet::Fourteen);
    let expected = |issuer: &str, symbol: &str, place: &str| Expected {
        is_final: Some(true),
        issuer: Some(issuer.to_owned()),
        symbol: Some(symbol.to_owned()),
        place: Some(place.to_owned()),
    };
    let right = judge("a.docx", &file, &decree, &expected("Ủy ban nhân dân xã Bình Minh", "UBND", "Bình Minh"));
    assert_eq!(codes(&right), []);
    let wrong = judge("a.docx", &file, &decree, &expected("Ủy ban nhân dân xã Khác", "SYT", "Khác"));
    let ids: Vec<_> = wrong.findings.iter().map(|found| found.code.id).collect();
    assert_eq!(ids, ["ND30-H08", "ND30-S07", "ND30-D05"]);
}

#[test]
fn titles() {
    let subject = "Thực hiện công tác giảm nghèo năm 2026";
    check("T01", |o| say(o, "KẾ HOẠCH", "KẾ HOẠCH Năm 2026"));
    check("T02", |o| set(o, "KẾ HOẠCH", |face| face.size = Length::pt(16)));
    check("T03", |o| set(o, subject, |face| face.is_bold = false));
    check("T04", |o| o.paragraphs[7].rule = Some(rule_below(900)));
    check("T05", |o| say(o, subject, "V/v thực hiện công tác giảm nghèo năm 2026"));
    check("T06", |o| say(o, subject, "Thực hiện công tác giảm nghèo năm 2026."));
    check("T07", |o| say(o, subject, &"Thực hiện công tác ".repeat(30)));
    check("T08", |o| o.paragraphs[7].empty_above = 1);
}

#[test]
fn bases() {
    let law = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;";
    check("C01", |o| set(o, law, |face| face.is_italic = false));
    check("C02", |o| say(o, law, &law.replace(';', ",")));
    check("C03", |o| say(o, law, &format!("Căn cứ Hiến pháp ngày 28 tháng 11 năm 2013; {law}")));
    check("C04", |o| say(o, law, "Căn cứ Nghị định của Chính phủ về công tác văn thư;"));
    check("C04", |o| {
        say(o, law, "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;")
    });
    check("C06", |o| say(o, "b) Hỗ trợ sinh kế.", "b) Theo Kế hoạch 12/KH-UBND."));
    check("C07", |o| {
        say(o, "b) Hỗ trợ sinh kế.", law);
        let last = o.paragraphs.iter_mut().rfind(|paragraph| paragraph.text == law).expect("planted");
        last.runs[0].face.is_italic = true;
    });
}

#[test]
fn bodies() {
    const BODY: usize = 14;
    check("B01", |o| o.paragraphs[BODY].align = Some(Align::Left));
    check("B02", |o| {
        for paragraph in &mut o.paragraphs[12..20] {
            paragraph.runs[0].face.size = Length::pt(if paragraph.runs[0].face.is_bold { 14 } else { 15 });
        }
    });
    check("B03", |o| o.paragraphs[BODY].first_line = Some(Length::mm(15)));
    check("B04", |o| o.paragraphs[BODY].first_line = Some(Length::mm(10)));
    check("B05", |o| o.paragraphs[BODY].gap = Some(Length::pt(3)));
    check("B06", |o| o.paragraphs[BODY].pitch = Some(2_000));
    check("B07", |o| o.paragraphs[BODY].empty_above = 1);
    check("B08", |o| {
        let text = o.paragraphs[19].text.replace("./.", ".");
        o.paragraphs[19].text = text;
    });
}

#[test]
fn numbering() {
    check("N01", |o| set(o, "Phần I", |face| face.is_bold = false));
    check("N03", |o| say(o, "I. MỤC ĐÍCH, YÊU CẦU", "I. Mục đích, yêu cầu"));
    check("N04", |o| {
        say(o, "2. Yêu cầu", "2. Yêu cầu: ");
        let paragraph = o.paragraphs.iter_mut().find(|paragraph| paragraph.text == "2. Yêu cầu: ").expect("planted");
        paragraph.text.push_str("làm đúng hạn, đủ việc.");
        let face = face(14, false, false);
        paragraph.runs.push(super::observed::Run { text: "làm đúng hạn, đủ việc.".to_owned(), face });
    });
    check("N05", |o| set(o, "b) Hỗ trợ sinh kế.", |face| face.is_bold = true));
    check("N06", |o| say(o, "b) Hỗ trợ sinh kế.", "d) Hỗ trợ sinh kế."));
    check("N07", |o| say(o, "II. TỔ CHỨC THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN"));
    check("N08", |o| {
        o.paragraphs.remove(11);
        o.sheets.iter_mut().for_each(|sheet| {
            sheet.paragraphs = sheet.paragraphs.start.saturating_sub(1)..sheet.paragraphs.end - 1;
        });
    });
    check("N09", |o| say(o, "b) Hỗ trợ sinh kế.", "1.1. Hỗ trợ sinh kế."));
    check("N10", |o| say(o, "b) Hỗ trợ sinh kế.", "Điều 1. Hỗ trợ sinh kế."));
}

#[test]
fn closings() {
    check("K01", |o| say(o, "Nguyễn Văn An", "…"));
    check("K02", |o| say(o, "TM. ỦY BAN NHÂN DÂN", "T/M ỦY BAN NHÂN DÂN"));
    check("K03", |o| set(o, "CHỦ TỊCH", |face| face.is_bold = false));
    check("K04", |o| say(o, "Nguyễn Văn An", "NGUYỄN VĂN AN"));
    check("K05", |o| say(o, "Nguyễn Văn An", "TS. Nguyễn Văn An"));
    check("K06", |o| say(o, "CHỦ TỊCH", "PHÓ CHỦ TỊCH"));
    check("K08", |o| say(o, "Nguyễn Văn An", "Nguyễn văn An"));
    check("R01", |o| set(o, "Nơi nhận:", |face| face.size = Length::pt(14)));
    check("R02", |o| o.paragraphs[20].row = Some((1, 1)));
    check("R03", |o| set(o, "- UBND tỉnh;", |face| face.size = Length::pt(13)));
    check("R04", |o| say(o, "- UBND tỉnh;", "- UBND tỉnh,"));
    check("R05", |o| say(o, "- Lưu: VT, KT.", "- Lưu VT, KT."));
    check("R06", |o| say(o, "- UBND tỉnh;", "- Như trên;"));
    check("R07", |o| o.paragraphs[21].left = Some(Length::mm(10)));
    check_pdf("K07", |o| {
        o.paragraphs[20..26].iter_mut().for_each(|paragraph| paragraph.page = Some(2));
    });
}

#[test]
fn appendices() {
    let reference = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 26 tháng 02 năm 2026 của Ủy ban nhân dân xã Bình Minh)";
    check("A01", |o| say(o, "Phụ lục I", "PHỤ LỤC I"));
    check("A02", |o| say(o, "Phụ lục II", "Phụ lục 2"));
    check("A03", |o| say(o, "PHÂN CÔNG", "Phân công"));
    check("A04", |o| set(o, reference, |face| face.is_italic = false));
    check("A05", |o| say(o, reference, &reference.replace("05/", "50/")));
    check("A06", |o| {
        for paragraph in &mut o.paragraphs[..26] {
            paragraph.text = paragraph.text.replace("Phụ lục", "biểu");
        }
    });
    check("A07", |o| o.paragraphs[28].rule = None);
    check("A08", |o| o.paragraphs[30].begins_page = false);
}

#[test]
fn marks() {
    let boxed = |text: &str, width: i64| Boxed {
        place: Place::Part { part: "word/document.xml".to_owned(), paragraph: 5 },
        text: text.to_owned(),
        face: Face { color: Some([255, 0, 0]), ..face(13, true, false) },
        width: Some(Length::mm(width)),
        height: Some(Length::mm(8)),
        has_border: true,
        color: Some([255, 0, 0]),
    };
    let mut file = observed();
    file.boxes.push(boxed("HỎA TỐC", 30));
    assert_eq!(codes(&report(&file)), []);
    check("X01", |o| o.boxes.push(boxed("HỎA TỐC", 40)));
    check("X02", |o| o.boxes.push(Boxed { has_border: false, ..boxed("LƯU HÀNH NỘI BỘ", 60) }));
    check("X03", |o| o.traits.comments = 2);
    check("U01", |o| {
        let decomposed = "2. Ye\u{302}u ca\u{302}\u{300}u".to_owned();
        let paragraph = o.paragraphs.iter_mut().find(|paragraph| paragraph.text == "2. Yêu cầu").expect("a title");
        paragraph.runs[0].text = decomposed;
    });
    check_pdf("E02", |o| o.traits.not_embedded = vec!["Arial".to_owned()]);
}

#[test]
fn drafts_may_leave_blanks() {
    let mut file = observed();
    say(&mut file, "Số: 05/KH-UBND", "Số:      /KH-UBND");
    say(&mut file, "Bình Minh, ngày 26 tháng 02 năm 2026", "Bình Minh, ngày      tháng 02 năm 2026");
    say(&mut file, "Nguyễn Văn An", "…");
    let report = report(&file);
    assert_eq!(codes(&report), []);
    assert!(report.is_draft);
    let expected = Expected { is_final: Some(true), ..Expected::default() };
    let found = judge("a.docx", &file, &Decree::new(TypeSet::Fourteen), &expected);
    let ids: Vec<_> = found.findings.iter().map(|found| found.code.id).collect();
    assert_eq!(ids, ["ND30-S02", "ND30-D02", "ND30-K01"]);
}

#[test]
fn other_regimes_get_one_sentence() {
    let mut party = observed();
    say(&mut party, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM");
    check_file("G03", &party);
    let mut normative = observed();
    say(&mut normative, "KẾ HOẠCH", "QUYẾT ĐỊNH");
    say(&mut normative, "Số: 05/KH-UBND", "Số: 05/2026/QĐ-UBND");
    check_file("G03", &normative);
    assert!(report(&normative).rules.is_empty());
}

#[test]
fn rules_about_other_kinds_are_not_applicable() {
    let mut file = observed();
    say(&mut file, "KẾ HOẠCH", "BÁO CÁO");
    say(&mut file, "Số: 05/KH-UBND", "Số: 05/BC-UBND");
    say(&mut file, "- UBND tỉnh;", "- Như trên;");
    let report = report(&file);
    assert_eq!((codes(&report), report.medium), (Vec::new(), Medium::Docx));
    let reasons: Vec<_> = report.silent().filter(|(rule, _)| rule.code.id == "ND30-R06").collect();
    assert_eq!(reasons[0].1, "không áp dụng cho báo cáo");
}
