//! Pages: numbers, what stays together, what may not.

use super::read::near;
use super::*;
use crate::decree::Style;
use crate::decree::{Choice, MeasureId};
use crate::layout::ColumnRow;
use crate::{document, layout};

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
    assert_eq!(pages.iter().map(|page| page.label).collect::<Vec<_>>(), [1, 2, 3, 1, 2, 3]);
}

#[test]
fn no_line_stands_alone() {
    // Paragraphs of two to five lines after every possible beginning of a page.
    let line = "Rà soát, phân loại hộ nghèo, hộ cận nghèo theo từng nguyên nhân cụ thể ";
    for (before, length) in (0..45).zip([2, 3, 4, 5].into_iter().cycle()) {
        let mut blocks = filled(before);
        blocks.push(body(&line.repeat(length)));
        let counts: Vec<_> = printed(&of_blocks(blocks))
            .iter()
            .map(|page| page.lines.iter().filter(|line| line.text.len() > 1).count())
            .filter(|&count| count > 0)
            .collect();
        assert!(counts.iter().all(|&count| count > 1), "{counts:?} after {before}");
    }
}

/// Empty room as high as some lines of the body.
fn filled(lines: usize) -> Vec<Block> {
    let style = Style { after: Length::ZERO, ..DECREE.style(Component::BodyText) };
    (0..lines).map(|_| Block::Para(Para { style, ..para(Component::BodyText, "") })).collect()
}

#[test]
fn a_rule_stays_with_what_it_closes_and_what_follows() {
    for before in 30..45 {
        let mut blocks = filled(before);
        blocks.push(Block::Para(para(Component::Subject, "Trích yếu")));
        blocks.push(Block::Rule {
            length: Length::mm(40),
            weight: DECREE.lines.weight.chosen,
            before: DECREE.lines.gap.chosen,
            after: DECREE.spacing.after_title.chosen,
            column: DECREE.page.text_width(),
        });
        blocks.push(body("Nội dung."));
        let pages = printed(&of_blocks(blocks));
        let last = pages.last().expect("there is a page");
        assert_eq!(last.rules.len(), 1, "after {before}");
        assert!(last.line("Trích yếu").baseline < last.line("Nội dung").baseline);
    }
}

#[test]
fn rows_stay_whole() {
    let text = "Rà soát, phân loại hộ nghèo theo từng nguyên nhân. ".repeat(4);
    for before in 30..42 {
        let mut blocks = filled(before);
        let rows = vec![vec![cell(0, 1, "Đầu"), cell(1, 1, "")], vec![cell(0, 1, &text), cell(1, 1, "bên")]];
        blocks.push(Block::Table(table(2, rows)));
        let pages = printed(&of_blocks(blocks));
        let with_text = pages.iter().filter(|page| page.lines.iter().any(|line| line.text.contains("nghèo")));
        assert_eq!(with_text.count(), 1, "after {before}");
    }
}

#[test]
fn a_row_that_may_split_does_so_behind_any_line() {
    // Word processors leave one line of a cell alone at the foot of a page; here are two.
    let text = "nghèo ".repeat(10);
    let breaks = (100..160).filter(|&before| {
        let mut blocks = vec![Block::Space { height: Length::pt(5) * before }];
        let mut split = table(2, vec![Vec::new(), vec![cell(0, 1, &text), cell(1, 1, "bên")]]);
        split.header_rows = 0;
        split.rows.iter_mut().for_each(|row| row.splits = true);
        blocks.push(Block::Table(split));
        let pages = printed(&of_blocks(blocks));
        let count = |page: &Page| page.lines.iter().filter(|line| line.text.contains("nghèo")).count();
        let counts: Vec<_> = pages.iter().map(count).filter(|&count| count > 0).collect();
        assert_eq!(counts.iter().sum::<usize>(), 2, "after {before}");
        counts == [1, 1]
    });
    assert!(breaks.count() > 0);
}

#[test]
fn a_row_is_as_high_as_it_has_to_be() {
    for kept in [false, true] {
        let mut raised = table(1, (0..3).map(|_| vec![cell(0, 1, "một")]).collect());
        raised.rows[1].keep_with_next = kept;
        let lines = |table: &Table| {
            let pages = printed(&of_blocks(vec![Block::Table(table.clone())]));
            pages[0].lines.iter().map(|line| line.baseline).collect::<Vec<_>>()
        };
        let before = lines(&raised);
        raised.rows[1].height = Some(Length::pt(60));
        let after = lines(&raised);
        assert!(after[2] - after[0] > 60.0 && before[2] - before[0] < 60.0, "{before:?} {after:?}");
    }
}

#[test]
fn the_last_line_of_a_grid_lies_above_the_lower_margin() {
    let grid = DECREE.tables.grid.chosen;
    let edge = DECREE.page.height.chosen - DECREE.page.margin_bottom.chosen;
    for step in 0..60 {
        let mut blocks = vec![Block::Space { height: grid * step }];
        let rows = (0..50).map(|_| vec![cell(0, 1, "một")]).collect();
        blocks.push(Block::Table(table(1, rows)));
        for page in printed(&of_blocks(blocks)) {
            let lowest = page.rules.iter().map(|rule| rule.top + rule.height).fold(0.0, f64::max);
            assert!(lowest <= pt(edge - grid) + 0.01, "{lowest}");
        }
    }
}

#[test]
fn a_title_stays_with_its_text() {
    for before in 30..42 {
        let mut blocks = filled(before);
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
fn the_last_row_stays_with_what_it_keeps() {
    let closing = || Block::Columns {
        left_width: Length::mm(80),
        right_width: Length::mm(85),
        rows: vec![ColumnRow { left: vec![body("Nơi nhận"), body("cuối")], right: vec![body("Ký tên")] }],
    };
    for before in 24..42 {
        let mut rows = vec![vec![cell(0, 1, "đầu bảng")]];
        rows.extend((0..4).map(|index| vec![cell(0, 1, &format!("dòng {index}"))]));
        let mut table = table(1, rows);
        table.rows.last_mut().expect("there are rows").keep_with_next = true;
        let mut blocks = filled(before);
        table.tail = vec![Block::Space { height: Length::mm(4) }, closing()];
        blocks.push(Block::Table(table));
        let pages = printed(&of_blocks(blocks));
        let last = pages.last().expect("there is a page");
        let baseline = |text: &str| last.line(text).baseline;
        assert!(baseline("đầu bảng") < baseline("dòng 3") && baseline("dòng 3") < baseline("Nơi"), "after {before}");
        assert!(baseline("cuối") < pt(DECREE.page.height.chosen - DECREE.page.margin_bottom.chosen));
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
fn a_header_of_two_rows_stands_on_each_page_turned_on_its_side() {
    let wide = |column, colspan, rowspan, text: &str| Cell { colspan, ..cell(column, rowspan, text) };
    let mut rows = vec![
        vec![cell(0, 2, "STT"), cell(1, 2, "Thôn"), wide(2, 2, 1, "Hộ nghèo")],
        vec![cell(2, 1, "Đầu năm"), cell(3, 1, "Cuối năm")],
    ];
    for index in 0..1_000 {
        rows.push(["", "thôn", "41", "32"].iter().enumerate().map(|(at, text)| cell(at, 1, text)).collect());
        rows.last_mut().expect("a row was added")[0] = cell(0, 1, &index.to_string());
    }
    let mut layout = of_blocks(vec![Block::Table(Table { header_rows: 2, ..table(4, rows) })]);
    let section = &mut layout.sections[0];
    (section.width, section.height, section.landscape) = (section.height, section.width, true);
    let pages = printed(&layout);
    assert!(pages.len() > 20, "{}", pages.len());
    for page in &pages {
        for text in ["STT", "Thôn", "Hộ nghèo", "Đầu năm", "Cuối năm"] {
            assert_eq!(page.lines.iter().filter(|line| line.text == text).count(), 1, "{text}");
        }
    }
    let found = pages.iter().flat_map(|page| &page.lines).filter(|line| line.text == "thôn").count();
    assert_eq!(found, 1_000);
}

#[test]
fn a_paragraph_without_words_is_as_high_as_one_with_words() {
    let height = |middle: &str| printed(&of_blocks(vec![body("một"), body(middle), body("ba")]))[0].line("ba").baseline;
    assert!(near(height(""), height("hai")));
}

#[test]
fn a_column_keeps_the_gap_below_its_last_paragraph() {
    let columns = Block::Columns {
        left_width: Length::mm(80),
        right_width: Length::mm(85),
        rows: vec![ColumnRow { left: vec![body("trên")], right: Vec::new() }],
    };
    let page = &printed(&of_blocks(vec![columns, body("dưới")]))[0];
    let style = DECREE.style(Component::BodyText);
    let pitch = style.pitch.expect("the body has a pitch");
    assert!(near(page.line("dưới").baseline - page.line("trên").baseline, pt(pitch + style.after)));
}

#[test]
fn rows_without_words_are_as_high_as_rows_with_words() {
    let rows = |middle: &str| vec![vec![cell(0, 1, "một")], vec![cell(0, 1, middle)], vec![cell(0, 1, "ba")]];
    let height = |middle: &str| printed(&of_blocks(vec![Block::Table(table(1, rows(middle)))]))[0].line("ba").baseline;
    assert!(near(height(""), height("hai")));
}

#[test]
fn rows_that_keep_together_share_a_page() {
    let mut rows = vec![vec![cell(0, 1, "Thôn")]];
    for index in 0..200 {
        rows.push(vec![cell(0, 1, if index % 3 == 0 { "Nhóm" } else { "Thôn Một" })]);
    }
    let mut kept = table(1, rows);
    let mut shifted = 0;
    // However many rows stand above, no group is the last row of a page.
    for above in 0..4 {
        for row in &mut kept.rows {
            row.keep_with_next = row.cells[0].paras[0].runs == [words("Nhóm")];
        }
        let blocks = (0..above).map(|_| body("trên")).chain([Block::Table(kept.clone())]).collect();
        let pages = printed(&of_blocks(blocks));
        assert!(pages.len() > 3);
        assert!(pages.iter().all(|page| page.lines.last().is_none_or(|line| line.text != "Nhóm")));
        kept.rows.iter_mut().for_each(|row| row.keep_with_next = false);
        let blocks = (0..above).map(|_| body("trên")).chain([Block::Table(kept.clone())]).collect();
        shifted += printed(&of_blocks(blocks))
            .iter()
            .filter(|page| page.lines.last().is_some_and(|line| line.text == "Nhóm"))
            .count();
    }
    assert!(shifted > 0, "without being kept, some group would be the last row of a page");
}

#[test]
fn a_label_over_several_pages_stands_at_the_top_of_each() {
    let text = |words: &str| vec![vec![document::Inline::plain(words)]];
    let part = |words: &str, rowspan| document::Cell {
        colspan: 1,
        rowspan,
        align: document::CellAlign::Left,
        paragraphs: text(words),
    };
    for above in 0..12 {
        let mut document = sample::document();
        let rows = (0..150).map(|index| {
            let mut cells = vec![part(&format!("Thôn {index}"), 1)];
            if index == 0 {
                cells.push(part("Cả năm", 150));
            }
            document::Row { kind: document::RowKind::Body, leads_on: false, cells }
        });
        let header =
            document::Row { kind: document::RowKind::Header, leads_on: false, cells: vec![part("a", 1), part("b", 1)] };
        let table = document::Table {
            columns: vec![document::ColumnWidth::Content; 2],
            rows: [header].into_iter().chain(rows).collect(),
            splits: false,
            origin: None,
        };
        let paragraph = |_| {
            let words = document::Inline::plain("Rà soát hộ nghèo, hộ cận nghèo theo từng nguyên nhân. ".repeat(3));
            document::Block::Paragraph(document::Paragraph::new(Component::BodyText, vec![words]))
        };
        document.body = (0..above).map(paragraph).chain([document::Block::Table(table)]).collect();
        document.appendices.clear();
        let pages = printed(&layout::lay_out(&document, &DECREE, &TYPEFACE));
        let with_rows = pages.iter().filter(|page| page.lines.iter().any(|line| line.text.starts_with("Thôn ")));
        let mut found = 0;
        for page in with_rows {
            let first = page.lines.iter().find(|line| line.text.starts_with("Thôn ")).expect("the page has rows");
            let labels: Vec<_> = page.lines.iter().filter(|line| line.text == "Cả năm").collect();
            assert_eq!(labels.len(), 1, "{above} paragraphs above");
            assert!(near(labels[0].baseline, first.baseline), "{above} paragraphs above");
            found += 1;
        }
        assert!(found >= 3);
    }
}

#[test]
fn an_appendix_has_the_sizes_and_margins_that_it_chooses() {
    let mut document = sample::document();
    let choice = |id, text| Choice::parse(id, text).expect("it is a length");
    document.appendices[0].type_set = Some(TypeSet::Thirteen);
    document.appendices[0].choices = vec![
        choice(MeasureId::TableSize, "11 pt"),
        choice(MeasureId::MarginLeft, "35 mm"),
        // Outside its range: the plan was refused, and no layout follows it.
        choice(MeasureId::MarginRight, "5 mm"),
    ];
    let layout = layout::lay_out(&document, &DECREE, &TYPEFACE);
    let [body, appendix] = &layout.sections[..] else { panic!("a body and an appendix") };
    assert_eq!((appendix.left, appendix.right), (Length::mm(35), body.right));
    assert_eq!(appendix.page_number, body.page_number);
    let sizes = |section: &layout::Section| {
        let of_block = |block: &Block| match block {
            Block::Para(para) => vec![para.style.size],
            Block::Table(table) => vec![table.rows[0].cells[0].paras[0].style.size],
            Block::Rule { .. } | Block::Mark { .. } | Block::Space { .. } | Block::Columns { .. } => Vec::new(),
        };
        section.blocks.iter().flat_map(of_block).collect::<std::collections::BTreeSet<_>>()
    };
    // The line «Phụ lục» is of 14 points whatever the body is.
    assert_eq!(sizes(appendix), [11, 13, 14].map(Length::pt).into());
    assert!(printed(&layout).len() > 2);
}
