//! What stands in a PDF is read as it is seen, and what is none is refused with a word of advice.

use super::*;
use crate::inspect::observed::{Align, Column, Paragraph};
use crate::units::Length;

/// A file of objects, numbered from 1; the first is the root.
fn file(objects: &[String]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    bytes.extend(format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1).bytes());
    bytes
}

fn stream(content: &str) -> String {
    format!("<</Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// The objects of a file of one page; letters are half as wide as they are high.
fn objects(content: &str) -> Vec<String> {
    let widths = "500 ".repeat(224);
    let font = |number: u32, name: &str, more: &str| {
        let name =
            format!("<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+{name}/FirstChar 32/Widths[{widths}]/Encoding");
        format!("{name}/WinAnsiEncoding/FontDescriptor<</Flags 32/FontFile2 {number} 0 R>>{more}>>")
    };
    let map = "beginbfchar <01> <0065> <02> <0302> <03> <0301> <04> <0020> <05> <006503020301> endbfchar";
    vec![
        "<</Type/Catalog/Pages 2 0 R/Lang(vi-VN)>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R/F3 7 0 R>>/XObject<</X 9 0 R/P 10 0 R>>>>>>".to_owned(),
        stream(content),
        font(8, "TimesNewRomanPSMT", ""),
        font(8, "TimesNewRomanPS-BoldItalicMT", ""),
        font(8, "Decomposed", "/ToUnicode 8 0 R"),
        stream(map),
        "<</Subtype/Form/Resources<</XObject<</X 9 0 R>>>>/Length 9>>\nstream\n/X Do /X Do\nendstream".to_owned(),
        "<</Subtype/Image/Filter/DCTDecode/Length 1>>\nstream\n0\nendstream".to_owned(),
    ]
}

fn seen(content: &str) -> Observed {
    read(&file(&objects(content))).unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

fn texts(observed: &Observed) -> Vec<&str> {
    observed.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect()
}

/// Words at a place, at a size.
fn words(x: u32, y: u32, size: u32, words: &str) -> String {
    format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET ")
}

#[track_caller]
fn only(observed: &Observed) -> &Paragraph {
    let [paragraph] = observed.paragraphs.as_slice() else { panic!("{:?}", texts(observed)) };
    paragraph
}

#[test]
fn letters_have_a_place_a_size_and_a_type() {
    let seen = seen("q 2 0 0 2 0 0 cm 1 0 0 rg BT /F2 7 Tf 50 350 Td (Ke hoach) Tj ET Q");
    let paragraph = only(&seen);
    let [run] = paragraph.runs.as_slice() else { panic!("{paragraph:?}") };
    assert_eq!((run.text.as_str(), run.face.family.as_str()), ("Ke hoach", "TimesNewRomanPS-BoldItalicMT"));
    assert!(run.face.is_bold && run.face.is_italic);
    assert_eq!((run.face.size, run.face.color), (Length::pt(14), Some([255, 0, 0])));
    assert_eq!(paragraph.first_baseline, Some(Length::pt(100)));
    assert_eq!(seen.traits.language.as_deref(), Some("vi-VN"));
    assert_eq!(seen.traits.pdf_version, Some(14));
}

#[test]
fn marks_that_are_drawn_apart_join_their_letters() {
    let seen = seen("BT /F3 14 Tf 100 700 Td [<01> 500 <02> 500 <03>] TJ ET");
    assert_eq!(texts(&seen), ["ế"]);
}

#[test]
fn a_letter_with_its_marks_under_one_code_is_as_wide_as_they_are_together() {
    let seen = seen("BT /F3 14 Tf 100 700 Td <0505> Tj ET");
    assert_eq!(texts(&seen), ["ếế"]);
}

#[test]
fn a_long_name_beside_the_national_title_is_apart_from_it() {
    let head = [
        words(50, 700, 13, "UBND PHUONG"),
        words(130, 700, 13, "CONG HOA XA HOI CHU NGHIA VIET NAM"),
        words(60, 684, 13, "PHONG A"),
        words(180, 684, 13, "Doc lap - Tu do"),
    ];
    let seen = seen(&head.concat());
    let found: Vec<_> = seen.paragraphs.iter().map(|paragraph| (paragraph.column, paragraph.text.as_str())).collect();
    let (left, right) = (Column::Left, Column::Right);
    let title = "CONG HOA XA HOI CHU NGHIA VIET NAM";
    assert_eq!(found, [(left, "UBND PHUONG"), (left, "PHONG A"), (right, title), (right, "Doc lap - Tu do")]);
}

#[test]
fn a_name_below_one_line_of_a_signature_stands_beside_the_recipients() {
    let end = [
        words(85, 300, 12, "Noi nhan:"),
        words(380, 300, 14, "CHU TICH"),
        words(85, 287, 11, "- Nhu Dieu 4;"),
        words(85, 274, 11, "- Luu: VT."),
        words(250, 260, 11, "HT.(150)"),
        words(366, 215, 14, "Nguyen Van A"),
    ];
    let seen = seen(&end.concat());
    let right: Vec<_> = seen.paragraphs.iter().filter(|paragraph| paragraph.column == Column::Right).collect();
    assert_eq!(right.iter().map(|paragraph| &*paragraph.text).collect::<Vec<_>>(), ["CHU TICH", "Nguyen Van A"]);
    assert_eq!(seen.paragraphs.iter().filter(|paragraph| paragraph.column == Column::Left).count(), 4);
}

#[test]
fn a_line_that_is_drawn_out_to_both_edges_is_one() {
    let line = |y, all: [&str; 4]| {
        let at = |x, text: &str| (x + 120 + 7 * u32::try_from(text.len()).expect("short"), words(x, y, 14, text));
        let parts = all.iter().scan(85, |x, text| {
            let (next, part) = at(*x, text);
            *x = next;
            Some(part)
        });
        parts.collect::<String>()
    };
    let seen = seen(&format!("{}{}", line(700, ["Noi", "dung", "gom", "co:"]), line(684, ["-", "Y", "mot", "la;"])));
    assert_eq!(seen.paragraphs.iter().filter(|paragraph| paragraph.column != Column::Full).count(), 0);
    assert!(texts(&seen).concat().starts_with("Noi dung gom co:"), "{:?}", texts(&seen));
}

#[test]
fn a_gap_between_words_is_a_space() {
    let seen = seen("BT /F1 14 Tf 100 700 Td [(mot) -300 (hai)] TJ ET");
    assert_eq!(texts(&seen), ["mot hai"]);
}

#[test]
fn what_a_stretch_says_its_letters_are_stands_in_their_place() {
    let seen = seen("/Span <</ActualText <FEFF0111>>> BDC BT /F1 14 Tf 100 700 Td (d-) Tj ET EMC");
    assert_eq!(texts(&seen), ["đ"]);
}

#[test]
fn a_line_below_words_is_measured_against_them() {
    // «abcdefgh» is 56 points wide, from 100 to 156.
    let text = words(100, 700, 14, "abcdefgh");
    for line in ["114 694 m 142 694 l S", "114 693.5 28 1 re f"] {
        let seen = seen(&format!("{text}{line}"));
        let rule = only(&seen).rule.clone().expect("a rule");
        assert_eq!((rule.length, rule.text_widths.map(|widths| widths.0)), (Length::pt(28), Some(Length::pt(56))));
        assert_eq!((rule.off_center, rule.is_solid), (Some(Length::ZERO), true), "{line}");
    }
    let dashed = seen(&format!("{text}[3 2] 0 d 114 694 m 142 694 l S"));
    assert!(!only(&dashed).rule.clone().expect("a rule").is_solid);
    let underscores = seen(&format!("{text}{}", words(114, 695, 7, "________")));
    assert_eq!(only(&underscores).rule.clone().expect("a rule").length, Length::pt(28));
    let underline = seen(&format!("{text}100 698.5 m 156 698.5 l S"));
    assert_eq!(only(&underline).rule, None);
}

#[test]
fn words_in_a_frame_are_a_box() {
    let seen = seen(&format!("{}100 690 80 24 re S", words(110, 698, 13, "HOA TOC")));
    let [boxed] = seen.boxes.as_slice() else { panic!("{seen:?}") };
    assert_eq!(
        (boxed.text.as_str(), boxed.width, boxed.height),
        ("HOA TOC", Some(Length::pt(80)), Some(Length::pt(24)))
    );
    assert!(seen.paragraphs.is_empty());
}

#[test]
fn cells_of_a_grid_are_read_row_by_row() {
    let lines = "50 640 500 100 re S 50 690 m 550 690 l S 300 640 m 300 740 l S ";
    let cells = [(310, 720, "B"), (60, 720, "A"), (60, 670, "C"), (310, 670, "D")];
    let cells: String = cells.iter().map(|(x, y, word)| words(*x, *y, 12, word)).collect();
    let seen = seen(&format!("{lines}{cells}"));
    assert_eq!(texts(&seen), ["A", "B", "C", "D"]);
    assert!(seen.paragraphs.iter().all(|paragraph| paragraph.column == Column::Table(0)));
    assert_eq!(seen.tables[0].paragraphs, 0..4);
}

#[test]
fn two_blocks_beside_each_other_are_read_one_after_the_other() {
    let lines = [(60, 740, "UBND XA"), (330, 740, "CONG HOA XA HOI"), (64, 724, "SUOI NGAN"), (350, 724, "Doc lap")];
    let seen = seen(&lines.iter().map(|(x, y, text)| words(*x, *y, 13, text)).collect::<String>());
    assert_eq!(texts(&seen), ["UBND XA", "SUOI NGAN", "CONG HOA XA HOI", "Doc lap"]);
    let columns: Vec<_> = seen.paragraphs.iter().map(|paragraph| paragraph.column).collect();
    assert_eq!(columns, [Column::Left, Column::Left, Column::Right, Column::Right]);
}

#[test]
fn lines_become_paragraphs_by_their_indent_and_their_ends() {
    // Lines end at 520: 60 letters of 7 points from 100, of which the first has an indent of 35.
    let full = "abcde ".repeat(10);
    let lines = [(135, &full[..55]), (100, &full[..59]), (100, "abc"), (135, &full[..55]), (100, "xyz.")];
    let content = lines.iter().zip(0..).map(|((x, text), line)| words(*x, 700 - line * 18, 14, &text[..text.len()]));
    let content: String = content.collect();
    let seen = seen(&content);
    assert_eq!(seen.paragraphs.len(), 2, "{:?}", texts(&seen));
    let first = &seen.paragraphs[0];
    assert_eq!((first.lines, first.first_line), (Some(3), Some(Length::pt(35))));
    assert_eq!(first.pitch, Some(1119));
}

#[test]
fn a_number_above_the_text_is_no_paragraph() {
    let seen = seen(&format!("{}{}", words(298, 760, 14, "2"), words(100, 700, 14, "abc")));
    assert_eq!(texts(&seen), ["abc"]);
    let number = seen.sheets[0].number.clone().expect("a number");
    assert_eq!((number.is_above, number.value, number.line.as_str()), (true, Some(2), "#"));
}

#[test]
fn a_line_alone_in_the_middle_is_centered() {
    let body: String = (0..6).map(|line| words(100, 600 - line * 18, 14, &"abcd ".repeat(12)[..58])).collect();
    let seen = seen(&format!("{}{body}", words(275, 700, 14, "KE HOACH")));
    assert_eq!(seen.paragraphs[0].text, "KE HOACH");
    assert_eq!(seen.paragraphs[0].align, Some(Align::Center));
}

#[test]
fn a_scanned_page_is_told_from_one_with_words() {
    assert!(seen("600 0 0 800 0 0 cm /P Do BT 3 Tr /F1 12 Tf (unseen) Tj ET").traits.is_scanned);
    assert!(!seen(&format!("q 60 0 0 60 0 0 cm /P Do Q {}", words(100, 700, 14, "abc"))).traits.is_scanned);
}

#[test]
fn large_turned_letters_are_a_watermark() {
    let seen = seen("BT /F1 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DU THAO) Tj ET");
    assert_eq!(seen.traits.watermark.as_deref(), Some("DU THAO"));
    assert!(seen.paragraphs.is_empty());
}

#[track_caller]
fn refused(bytes: &[u8], expected: Trouble) {
    assert_eq!(observe(bytes).err(), Some(expected));
}

#[test]
fn what_is_no_pdf_is_named() {
    refused(b"", Trouble::Empty);
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Trouble::Word);
    refused(b"PK\x03\x04", Trouble::Word);
    refused(b"<!DOCTYPE html><html>", Trouble::Html);
    refused(b"{\\rtf1 abc}", Trouble::Rtf);
    refused(b"\xff\xd8\xff\xe0", Trouble::Picture);
    refused(b"abc", Trouble::NotPdf);
}

#[test]
fn hostile_files_are_refused_or_read_within_bounds() {
    let whole = file(&objects(&words(100, 700, 14, "abc")));
    let trailer = String::from_utf8_lossy(&whole).replace("/Root", "/Encrypt 8 0 R/Root");
    refused(trailer.as_bytes(), Trouble::Encrypted);
    refused(&whole[..200], Trouble::Damaged);
    // Without its end, a file is searched for its objects.
    let end = whole.len() - 400;
    assert_eq!(texts(&read(&whole[..end]).expect("a file")), ["abc"]);

    let mut circle = objects("");
    circle[1] = "<</Type/Pages/Kids[2 0 R 2 0 R]>>".to_owned();
    refused(&file(&circle), Trouble::NoPages);
    circle[1] = "2 0 R".to_owned();
    refused(&file(&circle), Trouble::NoPages);

    // A form that shows itself shows nothing there; one that is shown for ever is too much.
    assert!(observe(&file(&objects(&"/X Do ".repeat(9_000)))).is_ok());
    refused(&file(&objects(&"/X Do ".repeat(30_000))), Trouble::TooLarge);
    refused(&file(&objects(&format!("/F1 9 Tf {}", "(ab) Tj ".repeat(500_000)))), Trouble::TooLarge);
    let mut self_long = objects("");
    self_long[3] = "<</Length 4 0 R>>\nstream\n\nendstream".to_owned();
    assert!(observe(&file(&self_long)).is_ok());
    assert!(observe(&file(&objects(&"[".repeat(100_000)))).is_ok());
}
