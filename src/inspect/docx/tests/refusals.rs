//! Files that are no Word files, broken ones, and those that would take too much.

use super::{File, NAMES, body, p, refusal_of, texts, zipped};

#[track_caller]
fn refused(bytes: &[u8], said: &str) {
    let refusal = refusal_of(bytes);
    assert!(refusal.message.contains(said), "{refusal:?}");
    assert!(!refusal.help.is_empty());
}

#[test]
fn other_formats_are_told_by_name() {
    let ole = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &name, &[0; 100]].concat()
    };
    refused(b"", "rỗng");
    refused(&ole("WordDocument"), ".doc");
    refused(&ole("EncryptedPackage"), "mật khẩu");
    refused(b"{\\rtf1\\ansi x}", "RTF");
    refused(b"%PDF-1.7", "PDF");
    refused(b"\xef\xbb\xbf\r\n<html><body>x</body></html>", "HTML");
    refused(b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "HTML");
    refused(b"<?xml version=\"1.0\"?><w:wordDocument/>", "XML");
    refused(b"xin chao", "không phải tệp Word");
}

#[test]
fn an_old_file_that_holds_the_zip_of_its_theme_is_an_old_file() {
    let theme = zipped([("theme/theme/theme1.xml", b"<a/>".as_slice())].into_iter());
    refused(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &theme].concat(), ".doc");
    refused(&theme, "word/document.xml");
}

#[test]
fn zips_of_other_programs_are_told_by_name() {
    let holding = |name: &str| zipped([(name, b"<x/>".as_slice())].into_iter());
    refused(&holding("xl/workbook.xml"), "Excel");
    refused(&holding("ppt/presentation.xml"), "PowerPoint");
    refused(&holding("content.xml"), ".odt");
    refused(&holding("anh.png"), "word/document.xml");
}

#[test]
fn a_file_cut_short_is_refused_wherever_it_is_cut() {
    let whole = File::of(&p("", "x")).bytes();
    for length in (0..whole.len()).step_by(7) {
        assert!(super::read(&whole[..length]).is_err(), "{length} of {}", whole.len());
    }
    refused(&whole[..whole.len() - 30], "bị cụt");
}

#[test]
fn broken_parts_are_named() {
    refused(&File::of("").part("word/document.xml", "<w:document><w:body>").bytes(), "«word/document.xml»");
    refused(&File::of("").part("word/styles.xml", "<a><b></a>").bytes(), "«word/styles.xml»");
    refused(&File::of("").part("word/document.xml", "<a>&khong;</a>").bytes(), "thực thể");
}

#[test]
fn nothing_outside_the_file_is_read() {
    let hostile = format!(
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document {NAMES}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
    );
    refused(&File::of("").part("word/document.xml", &hostile).bytes(), "DOCTYPE");
}

#[test]
fn parts_that_are_missing_have_usual_values() {
    let observed = super::read(&zipped(
        [("word/document.xml", format!("<w:document {NAMES}><w:body>{}</w:body></w:document>", p("", "x")).as_bytes())]
            .into_iter(),
    ))
    .expect("a document alone is a file");
    assert_eq!((texts(&observed), observed.sheets.len()), (vec!["x"], 1));
    assert_eq!(observed.sheets[0].left, None);
}

#[test]
fn a_file_in_another_encoding_of_unicode_is_read() {
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document {NAMES}><w:body>{}</w:body></w:document>",
        p("", "Kế hoạch")
    );
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(xml.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let observed = super::read(&zipped([("word/document.xml", wide.as_slice())].into_iter())).expect("it is read");
    assert_eq!(texts(&observed), ["Kế hoạch"]);
}

#[test]
fn names_of_parts_are_found_however_they_are_written() {
    let document = format!("<w:document {NAMES}><w:body>{}</w:body></w:document>", p("", "x"));
    let ways =
        r#"<Relationships><Relationship Id="r" Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>"#;
    let parts = [("_rels/.rels", ways.as_bytes()), ("Word\\Document2.xml", document.as_bytes())];
    assert_eq!(texts(&super::read(&zipped(parts.into_iter())).expect("it is read")), ["x"]);
}

#[test]
fn what_unpacks_to_far_more_is_refused() {
    let blank = " ".repeat(49 << 20);
    refused(&File::of("").part("word/document.xml", &blank).bytes(), "48 MB");
}

#[test]
fn too_many_paragraphs_are_refused_and_very_many_runs_joined() {
    refused(&File::of(&"<w:p/>".repeat(100_001)).bytes(), "100.000 đoạn");
    let runs = "<w:r><w:t>a</w:t></w:r>".repeat(100_000);
    let observed = body(&format!("<w:p>{runs}</w:p>"));
    assert_eq!((observed.paragraphs.len(), observed.paragraphs[0].runs.len()), (1, 1));
    let changing = "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>".repeat(130_000);
    refused(&File::of(&format!("<w:p>{changing}</w:p>")).bytes(), "kiểu chữ");
    refused(&File::of(&format!("<w:p><w:r>{}</w:r></w:p>", "<w:br/>".repeat(260_000))).bytes(), "kiểu chữ");
}

#[test]
fn what_is_nested_too_deep_is_refused() {
    let deep =
        |open: &str, close: &str, times: usize| format!("{}{}{}", open.repeat(times), p("", "x"), close.repeat(times));
    let table = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    assert_eq!(texts(&body(&deep(table.0, table.1, 20))), ["x"]);
    refused(&File::of(&deep(table.0, table.1, 5_000)).bytes(), "quá sâu");
    refused(&File::of(&deep("<w:sdt>", "</w:sdt>", 200_000)).bytes(), "quá sâu");
    let boxes = ("<w:p><w:r><w:pict><v:rect><w:txbxContent>", "</w:txbxContent></v:rect></w:pict></w:r></w:p>");
    let observed = body(&deep(boxes.0, boxes.1, 10));
    assert_eq!((observed.boxes.len(), observed.boxes[0].text.as_str()), (1, "x"));
}

#[test]
fn senseless_numbers_are_taken_calmly() {
    let huge = "999999999999999999999999";
    let xml = format!(
        r#"<w:p><w:pPr><w:ind w:left="{huge}" w:firstLine="-99999999"/><w:spacing w:line="-5" w:before="99999999999"/><w:jc w:val="giua"/></w:pPr>
        <w:r><w:rPr><w:sz w:val="{huge}"/><w:color w:val="zzz"/></w:rPr><w:t>x</w:t></w:r></w:p>
        <w:tbl><w:tblGrid><w:gridCol w:w="-{huge}"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{huge}"/></w:tcPr><w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:sectPr><w:pgSz w:w="0" w:h="-1"/><w:pgMar w:left="{huge}" w:right="99999999" w:top="-1"/></w:sectPr>"#
    );
    assert_eq!(texts(&body(&xml)), ["x", "y"]);
}
