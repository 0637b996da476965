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
    assert_eq!(fault.messages.len(), 1, "{fault}");
    assert!(fault.messages[0].contains('☐') && fault.messages[0].contains(TYPEFACE.family()), "{fault}");
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
