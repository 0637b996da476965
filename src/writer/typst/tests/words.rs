//! Words: printed letter for letter, broken where a word processor breaks them.

use ::proptest::prelude::*;

use super::*;
use crate::decree::{Align, Style};

#[test]
fn nothing_is_read_as_markup() {
    let texts = [
        "#panic() #let x = 1 #include \"a.typ\"",
        "$x^2$ *đậm* _nghiêng_ `mã` = Đề mục",
        "<nhan> @nhan \\ \\u{1F600} \\# -- --- ... ~ /* // */",
        "\"ngoặc\" 'đơn' [nội dung] {khối} https://example.gov.vn/a//b?c=d#e",
        "fi fl ffi AV To 12-13/KH-UBND 1.250.000 <b>&amp;</b> {{ y }} ]]>",
    ];
    let pages = printed(&of_blocks(texts.iter().map(|text| body(text)).collect()));
    let expected: String = texts.concat().split_whitespace().collect();
    assert_eq!(letters(&pages), expected);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_printed_letter_for_letter(
        texts in proptest::collection::vec("[ -~À-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ–—“”‘’…₫²½\u{a0}]{0,120}", 1..6),
        first_bold in any::<bool>(),
    ) {
        let mut runs = vec![Run::Words { text: texts[0].clone(), bold: first_bold, italic: !first_bold }];
        runs.extend(texts.iter().map(|text| words(text)));
        let whole = Para { runs, ..para(Component::BodyText, "") };
        let blocks = vec![
            Block::Para(whole.clone()),
            Block::Para(Para { heading: Some(1), ..whole.clone() }),
            Block::Table(table(3, vec![
                vec![cell(0, 1, "một"), cell(1, 1, "hai"), cell(2, 1, "ba")],
                vec![cell(0, 1, ""), cell(1, 1, &texts[0]), cell(2, 1, "")],
            ])),
        ];
        let once: String = std::iter::once(&texts[0]).chain(&texts).flat_map(|text| text.split_whitespace()).collect();
        let in_cell: String = texts[0].split_whitespace().collect();
        let mut pages = printed(&of_blocks(blocks));
        // The page numbers.
        for page in pages.iter_mut().skip(1) {
            page.lines.remove(0);
        }
        prop_assert_eq!(letters(&pages), format!("{once}{once}mộthaiba{in_cell}"));
    }
}

/// Where a narrow column breaks a word, whatever stands before it.
#[track_caller]
fn breaks(expected: &str) {
    let word: String = expected.split('|').collect();
    let style = Style { align: Align::Left, first_line: Length::ZERO, ..DECREE.style(Component::BodyText) };
    let mut layout = of_blocks(Vec::new());
    let section = &mut layout.sections[0];
    section.right = section.width - section.left - Length::pt(100);
    let mut found = vec![0];
    for before in 0..15 {
        layout.sections[0].blocks = vec![Block::Para(Para {
            style,
            runs: vec![words(&format!("{} {word}", "a".repeat(before)))],
            ..para(Component::BodyText, "")
        })];
        let printed: String = lines(&printed(&layout)).join("|").replace(' ', "|");
        let word_printed = printed.trim_start_matches('a').trim_start_matches('|');
        let ends = word_printed.match_indices('|').enumerate().map(|(index, (at, _))| at - index);
        found.extend(ends);
    }
    found.sort_unstable();
    found.dedup();
    let ends: Vec<_> = found.iter().copied().skip(1).chain([word.len()]).collect();
    let parts: Vec<_> = found.iter().zip(ends).map(|(&start, end)| &word[start..end]).collect();
    assert_eq!(parts.join("|"), expected);
}

#[test]
fn words_break_where_a_word_processor_breaks_them() {
    breaks("nguồn/vốn");
    breaks("12,5%/năm");
    breaks("20/10/2025");
    breaks("12/KH-|UBND");
    breaks("2021-|2025");
    breaks("01/01-|31/12");
    breaks("T1-|T12/2026");
    breaks("chính-|trị");
    breaks("một(hai)");
    breaks("www.hue.gov.vn");
}

#[test]
fn a_word_wider_than_its_line_goes_on_in_the_next() {
    let word = "W".repeat(120);
    let mut layout = of_blocks(vec![body(&format!("một {word} hai"))]);
    layout::end_lines(&mut layout, &TYPEFACE);
    let pages = printed(&layout);
    assert_eq!(letters(&pages), format!("một{word}hai"));
    let edge = pt(DECREE.page.margin_left.chosen + DECREE.page.text_width());
    assert!(pages[0].lines.iter().all(|line| line.right <= edge + 0.01), "{:?}", pages[0].lines);

    let cells = vec![cell(0, 1, &"Đ".repeat(40)), cell(1, 1, "hai")];
    let mut layout = of_blocks(vec![Block::Table(table(12, vec![Vec::new(), cells]))]);
    layout::end_lines(&mut layout, &TYPEFACE);
    let pages = printed(&layout);
    assert!(pages[0].line("ĐĐ").right <= pages[0].line("hai").left);
}

#[test]
fn lines_take_as_many_words_as_they_hold() {
    let text =
        "Rà soát, phân loại hộ nghèo, hộ cận nghèo theo từng nguyên nhân; giao đoàn thể giúp đỡ hộ cụ thể. ".repeat(12);
    let words: Vec<_> = text.split_whitespace().collect();
    let style = DECREE.style(Component::BodyText);
    let edge = DECREE.page.margin_left.chosen + DECREE.page.text_width();
    for count in (40..words.len()).step_by(9) {
        let page = &printed(&of_blocks(vec![body(&words[..count].join(" "))]))[0];
        for pair in page.lines.windows(2) {
            let word = pair[1].text.split(' ').next().expect("a line has a word");
            let longer = format!("{} {word}", pair[0].text.trim());
            let end = |text: &str| pair[0].left + pt(TYPEFACE.width(text, style.size, false, false));
            assert!(end(pair[0].text.trim()) <= pt(edge) && end(&longer) > pt(edge), "{longer}");
        }
    }
}

#[test]
fn a_line_ends_at_a_space_that_holds_what_follows() {
    let text = "Thực hiện Dự án 4 của Chương trình";
    let at = text.find(" Dự").expect("the words have a project");
    let style = Style { first_line: Length::ZERO, ..DECREE.style(Component::BodyText) };
    let room = DECREE.page.text_width() - TYPEFACE.width("Thực hiện Dự", style.size, false, false) + Length::mm(1);
    let held = Para {
        style,
        runs: vec![words(text)],
        holds: vec![Hold { run: 0, at, room }],
        ..para(Component::BodyText, "")
    };
    let pages = printed(&of_blocks(vec![Block::Para(held)]));
    let lines = lines(&pages);
    assert_eq!(lines.first(), Some(&"Thực hiện"));
    assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
}
