//! Grids and boxes.

use super::*;

#[test]
fn marks_have_boxes_of_exact_size() {
    let marks = Decree::new(TypeSet::Fourteen).marks;
    let xml = part(&written(&SAMPLE), "word/document.xml");
    let document = Document::parse(&xml).expect("the document is XML");
    let boxes: Vec<_> = all(document.root(), "tbl")
        .filter(|table| all(*table, "trHeight").any(|height| value(height, "hRule") == Some("exact")))
        .filter(|table| all(*table, "tbl").count() == 1)
        .map(|table| {
            let height = all(table, "trHeight").next().expect("a box has a height");
            let width = all(table, "tcW").next().expect("a box has a width");
            let red = all(table, "color").any(|color| value(color, "val") == Some("FF0000"));
            (number(width, "w"), number(height, "val"), red, words_in(table))
        })
        .collect();
    let height = marks.height.chosen.to_twips();
    let expected = [
        (marks.draft_width.chosen.to_twips(), height, false, "DỰ THẢO".to_owned()),
        (marks.urgent_width.chosen.to_twips(), height, true, "KHẨN".to_owned()),
    ];
    assert_eq!(boxes, expected);
}

fn sample_table() -> &'static Table {
    let blocks = SAMPLE.sections.iter().flat_map(|section| &section.blocks);
    let mut tables = blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    tables.next_back().expect("the sample has a table")
}

#[test]
fn grids_are_whole_and_headers_are_repeated() {
    let table = sample_table();
    let xml = part(&written(&SAMPLE), "word/document.xml");
    let document = Document::parse(&xml).expect("the document is XML");
    let spelled = all(document.root(), "tbl").last().expect("the sample has a table");
    let widths: Vec<_> = all(spelled, "gridCol").map(|column| number(column, "w")).collect();
    let whole = table.columns.iter().fold(Length::ZERO, |sum, &width| sum + width);
    assert_eq!(widths.iter().sum::<i64>(), whole.to_twips());

    let rows: Vec<_> = all(spelled, "tr").collect();
    assert_eq!(rows.len(), table.rows.len());
    for (index, row) in rows.iter().enumerate() {
        let property = child(*row, "trPr").expect("a row has properties");
        assert_eq!(child(property, "tblHeader").is_some(), index < table.header_rows, "row {index}");
        assert!(child(property, "cantSplit").is_some(), "row {index}");
        let spans = all(*row, "tc").map(|cell| all(cell, "gridSpan").next().map_or(1, |span| number(span, "val")));
        assert_eq!(spans.sum::<i64>(), 5, "row {index}");
        let across: i64 = all(*row, "tcW").map(|width| number(width, "w")).sum();
        assert_eq!(across, whole.to_twips(), "row {index}");
        assert!(all(*row, "tc").all(|cell| cell.last_element_child().is_some_and(|last| last.has_tag_name((W, "p")))));
    }
    let merges = |kind| all(spelled, "vMerge").filter(|merge| value(*merge, "val") == Some(kind)).count();
    let covering = table.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.rowspan > 1);
    assert_eq!(merges("restart"), covering.clone().count());
    assert_eq!(merges("continue"), covering.map(|cell| usize::from(cell.rowspan) - 1).sum::<usize>());

    let sides = all(spelled, "tblCellMar").next().expect("a table has paddings");
    for (side, padding) in
        [("left", table.padding_x), ("right", table.padding_x), ("top", table.padding_y), ("bottom", table.padding_y)]
    {
        assert_eq!(child(sides, side).map(|node| number(node, "w")), Some(padding.to_twips()), "{side}");
    }
    let borders = all(spelled, "tblBorders").next().expect("a table has borders");
    assert_eq!(borders.children().count(), 6);
    assert!(borders.children().all(|side| number(side, "sz") == table.grid.to_eighths_of_point()));
}

#[test]
fn a_wide_and_tall_cell_covers_its_place_in_each_row() {
    let paras = |words: &str| {
        let mut para = sample_table().rows[0].cells[0].paras[0].clone();
        para.runs = vec![Run::Words { text: words.to_owned(), bold: false, italic: false }];
        vec![para]
    };
    let cell = |column, colspan, rowspan| Cell { column, colspan, rowspan, at_top: false, paras: paras("a") };
    let row = |cells| Row { cells, keep_with_next: false, is_ruled: true, splits: false, height: None };
    let mut layout = SAMPLE.clone();
    let table = Table {
        columns: vec![Length::mm(20); 4],
        header_rows: 0,
        rows: vec![
            row(vec![cell(0, 1, 1), cell(1, 2, 3), cell(3, 1, 2)]),
            row(vec![cell(0, 1, 2)]),
            row(vec![cell(3, 1, 1)]),
            row(vec![cell(0, 1, 1), cell(1, 1, 1), cell(2, 2, 1)]),
        ],
        ..sample_table().clone()
    };
    layout.sections.truncate(1);
    layout.sections[0].blocks = vec![Block::Table(table)];
    let xml = part(&written(&layout), "word/document.xml");
    let document = Document::parse(&xml).expect("the document is XML");
    let rows: Vec<Vec<_>> = all(document.root(), "tr")
        .map(|row| {
            all(row, "tc")
                .map(|cell| {
                    let span = all(cell, "gridSpan").next().map_or(1, |span| number(span, "val"));
                    (span, all(cell, "vMerge").next().and_then(|merge| value(merge, "val")))
                })
                .collect()
        })
        .collect();
    let (from, on) = (Some("restart"), Some("continue"));
    assert_eq!(
        rows,
        [
            vec![(1, None), (2, from), (1, from)],
            vec![(1, from), (2, on), (1, on)],
            vec![(1, on), (2, on), (1, None)],
            vec![(1, None), (1, None), (2, None)],
        ]
    );
}

/// Word repairs a cell or a body that ends with a table, and makes one table of two neighbors.
#[test]
fn tables_have_paragraphs_behind_them() {
    let mut layout = SAMPLE.clone();
    for section in &mut layout.sections {
        section.blocks = vec![Block::Table(sample_table().clone()), Block::Table(sample_table().clone())];
    }
    for layout in [&layout, &*SAMPLE] {
        let xml = part(&written(layout), "word/document.xml");
        let document = Document::parse(&xml).expect("the document is XML");
        for table in all(document.root(), "tbl") {
            let next = table.next_sibling_element().expect("a table is not the last thing");
            assert!(next.has_tag_name((W, "p")), "{:?}", next.tag_name());
        }
    }
}

/// Word processors keep rows of one table together, but no table that runs over pages with what follows it.
#[test]
fn what_stays_with_the_last_row_is_rows_of_the_table() {
    let table = sample_table();
    let para = table.rows[0].cells[0].paras[0].clone();
    let side = |count| vec![Block::Para(para.clone()); count];
    let whole = table.columns.iter().fold(Length::ZERO, |sum, &width| sum + width);
    for left_width in [Length::mm(71), table.columns[0], whole] {
        let rows = vec![crate::layout::ColumnRow { left: side(2), right: side(1) }; 2];
        let columns = Block::Columns { left_width, right_width: whole - left_width, rows };
        let mut layout = SAMPLE.clone();
        layout.sections.truncate(1);
        let tail = vec![Block::Para(para.clone()), columns];
        layout.sections[0].blocks = vec![Block::Table(Table { tail, ..table.clone() })];
        let xml = part(&written(&layout), "word/document.xml");
        let document = Document::parse(&xml).expect("the document is XML");
        let places = all(document.root(), "gridCol").count();
        let rows: Vec<_> = all(document.root(), "tr").collect();
        assert_eq!(rows.len(), table.rows.len() + 3);
        for row in &rows {
            let spans = all(*row, "tc").map(|cell| all(cell, "gridSpan").next().map_or(1, |span| number(span, "val")));
            assert_eq!(usize::try_from(spans.sum::<i64>()), Ok(places));
            assert_eq!(all(*row, "tcW").map(|width| number(width, "w")).sum::<i64>(), whole.to_twips());
        }
        let cells = rows[table.rows.len()..].iter().map(|row| all(*row, "tc").count());
        assert_eq!(cells.collect::<Vec<_>>(), [1, 2, 2]);
    }
}

#[test]
fn rows_keep_with_the_next_and_notes_have_no_grid() {
    let mut table = sample_table().clone();
    table.rows[5].keep_with_next = true;
    let kept = table.rows[5].cells.len();
    let last = table.rows.len() - 1;
    table.rows[last].is_ruled = false;
    table.rows[last].splits = true;
    let mut layout = SAMPLE.clone();
    layout.sections.truncate(1);
    layout.sections[0].blocks = vec![Block::Table(table)];
    let xml = part(&written(&layout), "word/document.xml");
    let document = Document::parse(&xml).expect("the document is XML");
    let rows: Vec<_> = all(document.root(), "tr").collect();
    let keeps = |row: usize| all(rows[row], "keepNext").count();
    assert!(keeps(5) >= kept);
    assert_eq!((keeps(4), keeps(6)), (0, 0));
    let bare: Vec<usize> = (0..rows.len()).filter(|row| all(rows[*row], "tcBorders").next().is_some()).collect();
    assert_eq!(bare, [last]);
    assert_eq!(all(rows[last], "cantSplit").count(), 0);
}
