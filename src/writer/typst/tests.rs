use std::sync::LazyLock;

use ::proptest::prelude::*;

use super::read::{Line, Page, near, pages};
use super::*;
use crate::decree::{Align, Component, Decree, Style, TypeSet};
use crate::units::Length;
use crate::writer::layout::{Block, Cell, ColumnRow, Para, Row, Run, Table};
use crate::writer::{layout, sample};

static TYPEFACE: LazyLock<Typeface> = LazyLock::new(Typeface::built_in);

const DECREE: Decree = Decree::new(TypeSet::Fourteen);

fn sample(type_set: TypeSet) -> Layout {
    layout::lay_out(&sample::document(), &Decree::new(type_set), &TYPEFACE)
}

/// A layout of one section with the given blocks.
fn of_blocks(blocks: Vec<Block>) -> Layout {
    let mut layout = sample(TypeSet::Fourteen);
    layout.sections.truncate(1);
    layout.sections[0].blocks = blocks;
    layout
}

fn words(text: &str) -> Run {
    Run::Words { text: text.to_owned(), bold: false, italic: false }
}

fn para(component: Component, text: &str) -> Para {
    Para {
        component,
        style: DECREE.style(component),
        heading: None,
        runs: if text.is_empty() { Vec::new() } else { vec![words(text)] },
        keep_lines: false,
    }
}

fn body(text: &str) -> Block {
    Block::Para(para(Component::BodyText, text))
}

fn cell(column: usize, rowspan: u16, text: &str) -> Cell {
    Cell { column, colspan: 1, rowspan, paras: vec![para(Component::TableCell, text)] }
}

/// A table as wide as the text, with one row for the header.
fn table(columns: usize, rows: Vec<Vec<Cell>>) -> Table {
    let width = DECREE.page.text_width();
    Table {
        columns: vec![Length::emu(width.to_emu() / i64::try_from(columns).expect("a few columns")); columns],
        header_rows: 1,
        rows: rows.into_iter().map(|cells| Row { cells }).collect(),
        grid: DECREE.tables.grid.chosen,
        padding_x: DECREE.tables.cell_padding_x.chosen,
        padding_y: DECREE.tables.cell_padding_y.chosen,
    }
}

/// The pages of a layout; a warning of the compiler is a failure.
#[track_caller]
fn printed(layout: &Layout) -> Vec<Page> {
    let world = world(layout, &TYPEFACE);
    let Warned { output, warnings } = compile(&world);
    let warnings: Vec<_> = warnings.iter().map(|warning| message(warning, &world)).collect();
    assert_eq!(warnings, Vec::<String>::new());
    match output {
        Ok(document) => pages(&document),
        Err(fault) => panic!("{fault}"),
    }
}

#[track_caller]
fn bytes(layout: &Layout) -> Vec<u8> {
    match pdf(layout, &TYPEFACE) {
        Ok(bytes) => bytes,
        Err(fault) => panic!("{fault}"),
    }
}

fn lines(pages: &[Page]) -> Vec<&str> {
    pages.iter().flat_map(|page| &page.lines).map(|line| line.text.trim()).collect()
}

/// Everything printed, without spaces: lines break at some of them.
fn letters(pages: &[Page]) -> String {
    lines(pages).concat().split_whitespace().collect()
}

fn pt(length: Length) -> f64 {
    // Lengths of a page are far below the 53 bits of a float.
    length.to_emu() as f64 / Length::pt(1).to_emu() as f64
}

#[test]
fn the_sample_compiles_without_a_warning() {
    for type_set in [TypeSet::Thirteen, TypeSet::Fourteen] {
        assert!(printed(&sample(type_set)).len() > 3);
    }
}

// --- the file ---

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
    bytes(&of_blocks(vec![heading(2, "1. Một"), heading(4, "a) Hai"), body("Ba"), heading(1, "II. Bốn"), body("Năm")]));
}

// --- what is printed ---

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
    let pages = printed(&of_blocks(vec![body(&format!("một {word} hai"))]));
    assert_eq!(letters(&pages), format!("một{word}hai"));
    let edge = pt(DECREE.page.margin_left.chosen + DECREE.page.text_width());
    assert!(pages[0].lines.iter().all(|line| line.right <= edge + 0.01), "{:?}", pages[0].lines);

    let cells = vec![cell(0, 1, &"Đ".repeat(40)), cell(1, 1, "hai")];
    let pages = printed(&of_blocks(vec![Block::Table(table(12, vec![Vec::new(), cells]))]));
    assert!(pages[0].line("ĐĐ").right <= pages[0].line("hai").left);
}

// --- pages ---

fn page_number(page: &Page) -> Option<&str> {
    let margin = pt(DECREE.page.margin_top.chosen);
    page.lines.iter().find(|line| line.baseline < margin).map(|line| line.text.as_str())
}

#[test]
fn pages_are_numbered_from_the_second_in_each_section() {
    let mut layout = of_blocks((0..80).map(|index| body(&format!("Đoạn {index}"))).collect());
    layout.sections.push(layout.sections[0].clone());
    let pages = printed(&layout);
    let numbers: Vec<_> = pages.iter().map(page_number).collect();
    assert_eq!(numbers, [None, Some("2"), Some("3"), None, Some("2"), Some("3")]);
}

#[test]
fn no_line_stands_alone() {
    // Paragraphs of two to five lines after every possible beginning of a page.
    let line = "Rà soát, phân loại hộ nghèo, hộ cận nghèo theo từng nguyên nhân cụ thể ";
    for (before, length) in (0..45).zip([2, 3, 4, 5].into_iter().cycle()) {
        let mut blocks: Vec<_> = (0..before).map(|_| Block::Space { height: Length::pt(18) }).collect();
        blocks.push(body(&line.repeat(length)));
        let counts: Vec<_> = printed(&of_blocks(blocks))
            .iter()
            .map(|page| page.lines.iter().filter(|line| line.text.len() > 1).count())
            .filter(|&count| count > 0)
            .collect();
        assert!(counts.iter().all(|&count| count > 1), "{counts:?} after {before}");
    }
}

#[test]
fn a_title_stays_with_its_text() {
    for before in 30..42 {
        let mut blocks: Vec<_> = (0..before).map(|_| Block::Space { height: Length::pt(18) }).collect();
        blocks.push(Block::Para(Para { heading: Some(1), ..para(Component::SectionTitle, "I. NHIỆM VỤ") }));
        blocks.push(Block::Para(Para { heading: Some(2), ..para(Component::ClauseTitle, "1. Việc làm") }));
        blocks.push(body("Nội dung."));
        let pages = printed(&of_blocks(blocks));
        let last = pages.last().expect("there is a page");
        assert!(["NHIỆM", "Việc", "Nội"].iter().all(|word| last.lines.iter().any(|line| line.text.contains(word))));
    }
}

#[test]
fn what_is_taller_than_a_page_is_not_cut() {
    let sentence = "Rà soát, phân loại hộ nghèo, hộ cận nghèo theo từng nguyên nhân cụ thể. ".repeat(90);
    let long = Para { keep_lines: true, ..para(Component::BodyText, &sentence) };
    let recipients =
        (0..90).map(|index| Block::Para(para(Component::Recipient, &format!("- Thôn {index};")))).collect();
    let columns = Block::Columns {
        left_width: Length::mm(80),
        right_width: Length::mm(85),
        rows: vec![ColumnRow { left: recipients, right: vec![body("Ký tên")] }],
    };
    let cells = vec![cell(0, 1, &sentence), cell(1, 1, "bên")];
    let blocks = [
        (Block::Para(long), sentence.split_whitespace().collect::<String>()),
        (columns, (0..90).map(|index| format!("-Thôn{index};")).collect::<String>()),
        (Block::Table(table(2, vec![Vec::new(), cells])), sentence.split_whitespace().collect()),
    ];
    for (block, expected) in blocks {
        let pages = printed(&of_blocks(vec![block]));
        let edge = pt(DECREE.page.height.chosen - DECREE.page.margin_bottom.chosen);
        let left: String = pages
            .iter()
            .enumerate()
            .flat_map(|(index, page)| page.lines.iter().skip(usize::from(index > 0)))
            .filter(|line| line.baseline < edge && !line.text.contains("Ký") && !line.text.contains("bên"))
            .map(|line| line.text.as_str())
            .collect();
        assert_eq!(left.split_whitespace().collect::<String>(), expected);
    }
}

#[test]
fn a_table_repeats_its_header_and_loses_no_row() {
    let mut rows = vec![vec![cell(0, 1, "STT"), cell(1, 1, "Thôn"), cell(2, 1, "Ghi chú")]];
    for index in 0..1_000 {
        let mut cells = vec![cell(0, 1, &index.to_string()), cell(1, 1, &format!("Thôn số {index}"))];
        if index % 4 == 0 {
            cells.push(cell(2, 4, "Bốn thôn"));
        }
        rows.push(cells);
    }
    let pages = printed(&of_blocks(vec![Block::Table(table(3, rows))]));
    assert!(pages.len() > 10);
    for page in &pages {
        assert_eq!(page.lines.iter().filter(|line| line.text == "STT").count(), 1);
    }
    for index in 0..1_000 {
        let text = format!("Thôn số {index}");
        let found = pages.iter().flat_map(|page| &page.lines).filter(|line| line.text == text).count();
        assert_eq!(found, 1, "{text}");
    }
}

#[test]
fn rows_without_words_are_as_high_as_rows_with_words() {
    let rows = |middle: &str| vec![vec![cell(0, 1, "một")], vec![cell(0, 1, middle)], vec![cell(0, 1, "ba")]];
    let height = |middle: &str| printed(&of_blocks(vec![Block::Table(table(1, rows(middle)))]))[0].line("ba").baseline;
    assert!(near(height(""), height("hai")));
}

// --- the decree's figures, read back from the pages ---

/// Every line of the first section's second page on that a paragraph continues with.
fn continued<'a>(pages: &'a [Page], left: f64) -> impl Iterator<Item = &'a Line> {
    pages.iter().flat_map(|page| &page.lines).filter(move |line| near(line.left, left))
}

#[track_caller]
fn same(what: &str, found: f64, expected: Length) {
    assert!(near(found, pt(expected)), "{what}: {found} pt, not {} pt", pt(expected));
}

#[test]
fn the_figures_of_the_decree_stand_on_the_page() {
    for type_set in [TypeSet::Thirteen, TypeSet::Fourteen] {
        let decree = Decree::new(type_set);
        let pages = printed(&sample(type_set));
        let (page, spacing) = (&decree.page, &decree.spacing);
        let first = &pages[0];
        let left = pt(page.margin_left.chosen);
        let middle = left + pt(page.text_width()) / 2.0;

        same("width", first.width, page.width.chosen);
        same("height", first.height, page.height.chosen);
        let last = pages.last().expect("there is an appendix");
        same("width of a landscape page", last.width, page.height.chosen);
        same("height of a landscape page", last.height, page.width.chosen);

        // Margins, indent and pitch, from the first paragraph of several lines.
        let opening = first.line("Theo đề nghị");
        let second = first.lines.iter().find(|line| line.baseline > opening.baseline).expect("a second line");
        same("left margin", second.left, page.margin_left.chosen);
        same("first line", opening.left - second.left, spacing.first_line.chosen);
        same("right margin", first.width - opening.right, page.margin_right.chosen);
        same("pitch", second.baseline - opening.baseline, spacing.line_pitch.chosen);
        let next = first.line("ban hành Kế hoạch");
        let gap = spacing.line_pitch.chosen + spacing.paragraph_gap.chosen;
        same("gap of paragraphs", next.baseline - second.baseline, gap);
        let top = pages[1].lines.iter().find(|line| near(line.left, left)).expect("text on the second page");
        same("upper margin", top.baseline - pt(spacing.line_pitch.chosen.scaled(4, 5)), page.margin_top.chosen);
        for page_read in &pages[..pages.len() - 2] {
            let lowest = page_read.lines.iter().map(|line| line.baseline).fold(0.0, f64::max);
            assert!(lowest < page_read.height - pt(page.margin_bottom.chosen));
        }
        assert!(continued(&pages[..2], left).count() > 20);

        // Page number: centered, its line at the header's distance.
        let number = pages[1].line("2");
        let style = decree.style(Component::PageNumber);
        same("size of the page number", number.size, style.size);
        same("page number", number.baseline - pt(TYPEFACE.single_line(style.size).0), page.header_distance.chosen);
        assert!(near((number.left + number.right) / 2.0, middle) && !number.bold && !number.italic);

        // Size, weight and slant of each component.
        for (component, text, bold, italic) in [
            (Component::NationalTitle, "CỘNG HÒA", true, false),
            (Component::NationalMotto, "Độc lập", true, false),
            (Component::ParentAgency, "TỈNH QUẢNG NGÃI", false, false),
            (Component::Issuer, "XÃ BÌNH MINH", true, false),
            (Component::NumberSymbol, "/KH-UBND", false, false),
            (Component::PlaceDate, "Bình Minh, ngày", false, true),
            (Component::DraftMark, "DỰ THẢO", true, false),
            (Component::DocumentType, "KẾ HOẠCH", true, false),
            (Component::Subject, "Thực hiện Chương trình", true, false),
            (Component::LegalBasis, "Căn cứ", false, true),
            (Component::SectionTitle, "I. MỤC ĐÍCH", true, false),
            (Component::ClauseTitle, "1. Nâng cao", true, false),
            (Component::PointTitle, "a) Về việc làm", false, false),
            (Component::BodyText, "Rà soát", false, false),
            (Component::RecipientsLabel, "Nơi nhận:", true, true),
            (Component::Recipient, "- Sở Nông nghiệp", false, false),
            (Component::SigningAuthority, "TM. ỦY BAN", true, false),
            (Component::SignerPost, "PHÓ CHỦ TỊCH", true, false),
            (Component::SignerName, "Nguyễn Văn An", true, false),
            (Component::AppendixNumber, "Phụ lục", true, false),
            (Component::AppendixTitle, "BIỂU CHỈ TIÊU", true, false),
            (Component::AppendixReference, "(Kèm theo", false, true),
            (Component::TableUnit, "Đơn vị tính", false, true),
            (Component::TableHeader, "Nguyên nhân", true, false),
            (Component::TableCell, "Thôn 1", false, false),
            (Component::TableNote, "Ghi chú", false, true),
        ] {
            let line = pages
                .iter()
                .flat_map(|page| &page.lines)
                .find(|line| line.text.contains(text))
                .unwrap_or_else(|| panic!("no line has “{text}”"));
            same(text, line.size, decree.style(component).size);
            assert_eq!((line.bold, line.italic), (bold, italic), "{text}");
        }

        // Rules: their length against the text above them, and in its middle.
        let lines = &decree.lines;
        for (index, text, share) in [
            (0, "XÃ BÌNH MINH", lines.under_issuer.chosen),
            (0, "Độc lập", lines.under_motto.chosen),
            (0, "trên địa bàn xã", lines.under_subject.chosen),
            (pages.len() - 2, "(Kèm theo", lines.under_appendix_reference.chosen),
        ] {
            let line = pages[index].line(text);
            let rule = pages[index]
                .rules
                .iter()
                .find(|rule| rule.height == 0.0 && rule.top > line.baseline && rule.top < line.baseline + line.size)
                .filter(|rule| rule.left < line.right && rule.left + rule.width > line.left)
                .unwrap_or_else(|| panic!("no rule under “{text}”"));
            let width = Length::emu(((line.right - line.left) * Length::pt(1).to_emu() as f64) as i64);
            same(text, rule.width, share.of(width));
            same("weight of a rule", rule.weight, lines.weight.chosen);
            assert!(near(rule.left + rule.width / 2.0, (line.left + line.right) / 2.0), "{text}");
        }

        // Boxes 1 to 4: level in pairs, centered in their columns.
        let level = |one: &str, other: &str| (first.line(one).baseline - first.line(other).baseline).abs();
        assert!(near(level("TỈNH QUẢNG NGÃI", "CỘNG HÒA"), 0.0));
        assert!(level("/KH-UBND", "Bình Minh, ngày") < 4.0);
        let column = |text: &str| (first.line(text).left + first.line(text).right) / 2.0;
        let right = left + pt(page.text_width() - spacing.header_right_column.chosen.half());
        for text in ["CỘNG HÒA", "Độc lập", "Bình Minh, ngày"] {
            assert!(near(column(text), right), "{text}");
        }
        for text in ["KẾ HOẠCH", "Thực hiện Chương trình", "nghèo bền vững"] {
            assert!(near(column(text), middle), "{text}");
        }
        // Six spaces stand where the number will be written.
        let number = first.line("/KH-UBND");
        let plain = first.line("/KH-UBND").text.clone();
        assert_eq!(plain, "Số:\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/KH-UBND");
        same(
            "blank number",
            number.right - number.left,
            TYPEFACE.width(&plain, decree.sizes.number_symbol.chosen, false, false),
        );

        // Boxed marks.
        let marks = &decree.marks;
        for (text, width) in [("DỰ THẢO", marks.draft_width.chosen), ("KHẨN", marks.urgent_width.chosen)] {
            let line = first.line(text);
            let frame = first
                .boxes
                .iter()
                .find(|frame| frame.top < line.baseline && frame.top + frame.height > line.baseline)
                .unwrap_or_else(|| panic!("no box around “{text}”"));
            same(text, frame.width, width);
            same(text, frame.height, marks.height.chosen);
            assert!(frame.left < line.left && frame.left + frame.width > line.right);
            assert!(near(frame.left + frame.width / 2.0, column(text)));
        }

        // Recipients level with the signature, and room for it.
        let signed = &pages[pages.len() - 3];
        let (label, authority) = (signed.line("Nơi nhận:"), signed.line("TM. ỦY BAN"));
        assert!((label.baseline - authority.baseline).abs() < 5.0);
        same("recipients", label.left, page.margin_left.chosen);
        let (post, name) = (signed.line("PHÓ CHỦ TỊCH"), signed.line("Nguyễn Văn An"));
        let (above, below) = TYPEFACE.single_line(decree.sizes.body.chosen);
        same("room for the signature", name.baseline - post.baseline - pt(above + below), spacing.signature.chosen);
        assert!(near((post.left + post.right) / 2.0, (name.left + name.right) / 2.0));
    }
}
