//! The file: its standards, its properties, its bytes.

use super::*;

#[test]
fn the_file_names_its_standards_and_itself() {
    let file = bytes(&sample(TypeSet::Fourteen));
    let has = |text: &str| file.windows(text.len()).any(|window| window == text.as_bytes());
    for text in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Kế hoạch thực hiện Chương trình năm 2026",
        "<rdf:li>Ủy ban nhân dân xã Bình Minh</rdf:li>",
        "<rdf:li>vi-VN</rdf:li>",
        "<xmp:CreateDate>2026-02-26T00:00:00Z</xmp:CreateDate>",
        "<xmp:CreatorTool>kehoach</xmp:CreatorTool>",
    ] {
        assert!(has(text), "{text}");
    }
    assert!(!has("Typst"));
}

#[test]
fn the_identifier_makes_the_file_another() {
    let layout = sample(TypeSet::Fourteen);
    let other = Layout { identifier: "06/KH-UBND".to_owned(), ..layout.clone() };
    assert_ne!(bytes(&layout), bytes(&other));
}

#[test]
fn the_same_layout_gives_the_same_bytes() {
    let (layout, other) = (sample(TypeSet::Fourteen), sample(TypeSet::Thirteen));
    let first = bytes(&layout);
    assert_eq!(first, bytes(&layout));
    let other_first = bytes(&other);
    assert_eq!(first, bytes(&layout));
    // Everything is forgotten, as after many other documents.
    comemo::evict(0);
    assert_eq!(first, bytes(&layout));

    std::thread::scope(|scope| {
        let threads = [(&layout, &first), (&other, &other_first)].map(|(layout, expected)| {
            scope.spawn(move || (0..3).all(|_| pdf(layout, &TYPEFACE).as_ref() == Ok(expected)))
        });
        for thread in threads {
            assert!(thread.join().expect("a thread ends well"));
        }
    });
}

#[test]
fn a_missing_letter_is_named() {
    let layout = of_blocks(vec![body("Đánh dấu ☐ vào ô.")]);
    let fault = pdf(&layout, &TYPEFACE).expect_err("the typeface has no box to tick");
    let text = "Đánh dấu ☐ vào ô.".to_owned();
    assert_eq!(fault.causes, [Cause::Letter { letter: '☐', text }]);
    assert_eq!(fault.to_string(), "ký tự U+2610 không in được vào PDF, ở câu «Đánh dấu ☐ vào ô.»");
}

#[test]
fn letters_that_no_archive_takes_are_named() {
    let layout = of_blocks(vec![body("Một\u{f0001} hai\u{f0001} ba\u{e000}.")]);
    let fault = pdf(&layout, &TYPEFACE).expect_err("private letters mean nothing");
    let said = fault.to_string();
    let sentence = "ở câu «Một\u{fffd} hai\u{fffd} ba\u{fffd}.»";
    let expected = ["U+F0001", "U+E000"].map(|letter| format!("ký tự {letter} không in được vào PDF, {sentence}"));
    assert_eq!(said.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn texts_too_long_for_a_string_of_the_file_are_named() {
    let long = "kế hoạch ".repeat(LONGEST_STRING / 10);
    let heading = Para { heading: Some(1), ..para(Component::SectionTitle, &long) };
    let whole = Layout { title: long.clone(), ..of_blocks(vec![Block::Para(heading), body(&long)]) };
    let fault = pdf(&whole, &TYPEFACE).expect_err("a string holds no more");
    let cause = Cause::TooLong { text: long.clone() };
    assert_eq!(fault.causes, [cause.clone(), cause]);
    let said = fault.to_string();
    assert!(said.starts_with("câu dài 42588 byte, PDF chỉ chứa được câu dài đến 32767 byte: «kế hoạch kế"), "{said}");
    // A paragraph is laid out line by line and has no limit.
    bytes(&of_blocks(vec![body(&long)]));
}

#[test]
fn headings_that_leave_out_a_level_are_accepted() {
    let heading = |level, text| Block::Para(Para { heading: Some(level), ..para(Component::ClauseTitle, text) });
    bytes(&of_blocks(vec![
        heading(1, ""),
        heading(2, "1. Một"),
        heading(4, "a) Hai"),
        body("Ba"),
        heading(1, "II. Bốn"),
        body("Năm"),
    ]));
}
