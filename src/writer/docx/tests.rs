use std::io::{Cursor, Read};
use std::sync::LazyLock;

use ::proptest::prelude::*;
use ::roxmltree::{Document, Node};
use ::zip::{CompressionMethod, DateTime, ZipArchive};

use super::*;
use crate::decree::{Align, Component, Slant, Style, TypeSet, Weight};
use crate::units::Length;
use crate::writer::font::Typeface;
use crate::writer::layout::{Block, Cell, Para, Row, Run, Table, lay_out};
use crate::writer::sample;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

static SAMPLE: LazyLock<Layout> = LazyLock::new(|| laid_out(TypeSet::Fourteen));

fn laid_out(type_set: TypeSet) -> Layout {
    lay_out(&sample::document(), &Decree::new(type_set), &Typeface::built_in())
}

fn written(layout: &Layout) -> Vec<u8> {
    docx(layout, &Decree::new(TypeSet::Fourteen))
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a file is an archive");
    let mut text = String::new();
    archive.by_name(name).expect("the part is there").read_to_string(&mut text).expect("a part is text");
    text
}

fn child<'a, 'd>(node: Node<'a, 'd>, name: &str) -> Option<Node<'a, 'd>> {
    node.children().find(|child| child.has_tag_name((W, name)))
}

fn all<'a, 'd: 'a>(node: Node<'a, 'd>, name: &'static str) -> impl Iterator<Item = Node<'a, 'd>> {
    node.descendants().filter(move |node| node.has_tag_name((W, name)))
}

fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((W, name))
}

fn number(node: Node<'_, '_>, name: &str) -> i64 {
    value(node, name).expect("the attribute is there").parse().expect("the attribute is a number")
}

/// Goes through every paragraph of blocks in the order in which it is read.
fn each_para(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Para)) {
    for block in blocks {
        match block {
            Block::Para(para) | Block::Mark { para, .. } => visit(para),
            Block::Rule { .. } | Block::Space { .. } => {}
            Block::Columns { rows, .. } => {
                for row in rows {
                    each_para(&mut row.left, visit);
                    each_para(&mut row.right, visit);
                }
            }
            Block::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.flat_map(|cell| &mut cell.paras).for_each(&mut *visit);
            }
        }
    }
}

fn paras(layout: &Layout) -> Vec<Para> {
    let mut found = Vec::new();
    for section in &mut layout.clone().sections {
        each_para(&mut section.blocks, &mut |para| found.push(para.clone()));
    }
    found
}

/// The sample with other words, which come around again when they run out.
fn with_words(words: &[String]) -> Layout {
    let mut layout = SAMPLE.clone();
    let mut words = words.iter().cycle();
    for section in &mut layout.sections {
        each_para(&mut section.blocks, &mut |para| {
            for run in &mut para.runs {
                if let Run::Words { text, .. } = run {
                    text.clone_from(words.next().expect("words come around again"));
                }
            }
        });
    }
    layout
}

fn words_of(para: &Para) -> String {
    let piece = |run: &Run| match run {
        Run::Words { text, .. } => text.clone(),
        Run::Break => "\n".to_owned(),
    };
    para.runs.iter().map(piece).collect()
}

fn words_in(paragraph: Node<'_, '_>) -> String {
    let piece = |node: Node<'_, '_>| match node.tag_name().name() {
        "t" => node.text().unwrap_or_default().to_owned(),
        "br" => "\n".to_owned(),
        _ => String::new(),
    };
    paragraph.descendants().map(piece).collect()
}

fn words_read_back(layout: &Layout) -> Vec<String> {
    let xml = part(&written(layout), "word/document.xml");
    let document = Document::parse(&xml).expect("the document is XML");
    all(document.root(), "p").map(words_in).filter(|words| !words.is_empty()).collect()
}

fn words(layout: &Layout) -> Vec<String> {
    paras(layout).iter().map(words_of).filter(|words| !words.is_empty()).collect()
}

/// Words with the letters that formats stumble over.
fn any_words() -> impl Strategy<Value = String> {
    let awkward = "<>&\"'\\]#$ \u{a0}\u{301}\u{ad}\u{200d}\u{2028}ạỘđ😀\u{10ffff}".chars().collect::<Vec<_>>();
    let letter = prop_oneof![proptest::sample::select(awkward), any::<char>()];
    let letter =
        letter.prop_filter("XML holds it", |letter| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}'));
    proptest::collection::vec(letter, 0..24).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_words_read_back(strings in proptest::collection::vec(any_words(), 1..8)) {
        let layout = with_words(&strings);
        prop_assert_eq!(words_read_back(&layout), words(&layout));
    }

    #[test]
    fn any_properties_read_back(title in any_words(), author in any_words()) {
        let layout = Layout { title: title.clone(), author: author.clone(), sections: SAMPLE.sections.clone(), ..SAMPLE.clone() };
        let xml = part(&written(&layout), "docProps/core.xml");
        let core = Document::parse(&xml).expect("the properties are XML");
        let text = |name| {
            core.descendants().find(|node| node.tag_name().name() == name).and_then(|node| node.text()).unwrap_or_default()
        };
        prop_assert_eq!(text("title"), title);
        prop_assert_eq!(text("creator"), author);
    }
}

#[test]
fn awkward_words_read_back() {
    let layout = with_words(&["]]>".to_owned(), " a  b ".to_owned(), "&lt;\"'".to_owned(), String::new()]);
    assert_eq!(words_read_back(&layout), words(&layout));
}

#[test]
fn what_xml_forbids_is_left_out() {
    let layout = with_words(&["a\u{0}\u{b}\u{1b}\tb\r\nc\u{ffff}".to_owned()]);
    let found = words_read_back(&layout);
    assert!(!found.is_empty());
    assert!(found.iter().all(|words| words.replace('\n', "").replace("a b  c", "").is_empty()));
}

#[test]
fn the_same_layout_gives_the_same_bytes() {
    let first = written(&SAMPLE);
    let other = docx(&laid_out(TypeSet::Thirteen), &Decree::new(TypeSet::Thirteen));
    assert_ne!(first, other);
    let second = std::thread::spawn(|| written(&SAMPLE)).join().expect("the writer does not panic");
    assert_eq!(first, second);
    assert_eq!(first, written(&SAMPLE));
}

/// The counters of docx-rs run on through a process, and differ between two: nothing of them may be left.
#[test]
fn no_counter_is_left_in_the_file() {
    let file = written(&SAMPLE);
    for name in ["word/document.xml", "word/styles.xml", "word/header1.xml", "word/header2.xml"] {
        let xml = part(&file, name);
        let document = Document::parse(&xml).expect("a part is XML");
        let counted = |node: &Node<'_, '_>| {
            node.attributes().any(|attribute| matches!(attribute.name(), "paraId" | "textId"))
                || value(*node, "id").is_some()
        };
        assert_eq!(document.descendants().find(counted).map(|node| node.tag_name()), None, "{name}");
    }
}

#[test]
fn the_archive_has_a_fixed_order_and_time() {
    let file = written(&SAMPLE);
    let mut archive = ZipArchive::new(Cursor::new(&file)).expect("a file is an archive");
    let names: Vec<_> = (0..archive.len())
        .map(|index| {
            let entry = archive.by_index(index).expect("the part is there");
            assert_eq!(entry.last_modified(), Some(DateTime::default()));
            assert_eq!(entry.compression(), CompressionMethod::Deflated);
            entry.name().to_owned()
        })
        .collect();
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/header1.xml",
            "word/header2.xml",
        ]
    );
}

/// What a style or a paragraph says, laid over what its base says.
fn look(node: Node<'_, '_>, base: Style) -> Style {
    let mut style = base;
    let mut run = child(node, "rPr");
    if let Some(property) = child(node, "pPr") {
        run = run.or_else(|| child(property, "rPr"));
        style.keep_with_next |= child(property, "keepNext").is_some();
        if let Some(indent) = child(property, "ind") {
            style.first_line = Length::twips(number(indent, "firstLine"));
        }
        if let Some(spacing) = child(property, "spacing") {
            style.before = Length::twips(number(spacing, "before"));
            style.after = Length::twips(number(spacing, "after"));
            let line = Length::twips(number(spacing, "line"));
            style.pitch = (value(spacing, "lineRule") == Some("exact")).then_some(line);
        }
        if let Some(alignment) = child(property, "jc") {
            style.align = match value(alignment, "val") {
                Some("left") => Align::Left,
                Some("center") => Align::Center,
                Some("right") => Align::Right,
                Some("both") => Align::Justify,
                other => unreachable!("the writer knows no alignment {other:?}"),
            };
        }
    }
    if let Some(run) = run {
        let on = |name| child(run, name).map(|node| value(node, "val") != Some("false"));
        if let Some(bold) = on("b") {
            style.weight = if bold { Weight::Bold } else { Weight::Regular };
        }
        if let Some(italic) = on("i") {
            style.slant = if italic { Slant::Italic } else { Slant::Upright };
        }
        if let Some(size) = child(run, "sz") {
            style.size = Length::twips(number(size, "val") * 10);
        }
    }
    style
}

/// A style as a DOCX can hold it: in twips, and without the case of letters, which are written as they are printed.
fn held(style: Style) -> Style {
    let twips = |length: Length| Length::twips(length.to_twips());
    Style {
        size: twips(style.size),
        letters: crate::decree::Letters::AsWritten,
        first_line: twips(style.first_line),
        before: twips(style.before),
        after: twips(style.after),
        pitch: style.pitch.map(twips),
        ..style
    }
}

/// A look that differs from every component's, so that a style which says nothing is found out.
fn unset() -> Style {
    Style {
        size: Length::ZERO,
        weight: Weight::Regular,
        slant: Slant::Upright,
        letters: crate::decree::Letters::AsWritten,
        align: Align::Right,
        first_line: Length::twips(1),
        before: Length::twips(1),
        after: Length::twips(1),
        pitch: Some(Length::twips(1)),
        keep_with_next: false,
    }
}

fn defined(styles: &Document<'_>, id: &str) -> Style {
    let style = all(styles.root(), "style").find(|style| value(*style, "styleId") == Some(id));
    look(style.expect("the style is defined"), unset())
}

#[test]
fn every_component_has_a_style_of_the_decree() {
    for type_set in [TypeSet::Thirteen, TypeSet::Fourteen] {
        let decree = Decree::new(type_set);
        let xml = part(&docx(&laid_out(type_set), &decree), "word/styles.xml");
        let styles = Document::parse(&xml).expect("the styles are XML");
        for component in Component::ALL {
            assert_eq!(defined(&styles, &styles::style_id(component)), held(decree.style(component)), "{component:?}");
        }
        let names: Vec<_> = all(styles.root(), "name").filter_map(|name| value(name, "val")).collect();
        let mut distinct = names.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), names.len());
        assert!(names.contains(&"heading 1") && names.contains(&"Trích yếu nội dung"));
        assert!(names.iter().all(|name| !name.contains(',')), "Word takes a comma for a second name");
    }
}

#[test]
fn every_paragraph_looks_as_laid_out() {
    let mut emphasized = SAMPLE.clone();
    for section in &mut emphasized.sections {
        each_para(&mut section.blocks, &mut |para| {
            for run in &mut para.runs {
                if let Run::Words { bold, italic, .. } = run {
                    (*bold, *italic) = (!*bold, !*italic);
                }
            }
        });
    }
    for (layout, type_set) in [
        (laid_out(TypeSet::Thirteen), TypeSet::Thirteen),
        (SAMPLE.clone(), TypeSet::Fourteen),
        (emphasized, TypeSet::Fourteen),
    ] {
        let file = docx(&layout, &Decree::new(type_set));
        let (body, styles) = (part(&file, "word/document.xml"), part(&file, "word/styles.xml"));
        let (body, styles) = (Document::parse(&body).expect("XML"), Document::parse(&styles).expect("XML"));
        let spelled: Vec<_> = all(body.root(), "p").filter(|node| !words_in(*node).is_empty()).collect();
        let laid: Vec<_> = paras(&layout).into_iter().filter(|para| !words_of(para).is_empty()).collect();
        assert_eq!(spelled.len(), laid.len());
        for (node, para) in spelled.into_iter().zip(laid) {
            let property = child(node, "pPr").expect("a paragraph names its style");
            let id = child(property, "pStyle").and_then(|style| value(style, "val")).expect("a style has an id");
            let base = defined(&styles, id);
            let found = look(node, base);
            // Rows that stay together keep with the next whatever their style says; weight is looked at run by run.
            let keep_with_next = para.style.keep_with_next || found.keep_with_next;
            let (weight, slant) = (found.weight, found.slant);
            assert_eq!(found, Style { keep_with_next, weight, slant, ..held(para.style) }, "{}", words_of(&para));
            let runs = para.runs.iter().filter_map(|run| match run {
                Run::Words { bold, italic, .. } => Some((*bold, *italic)),
                Run::Break => None,
            });
            let runs_found = all(node, "r").filter(|run| child(*run, "t").is_some()).map(|run| {
                let look = look(run, base);
                assert_eq!(look.size, held(para.style).size);
                (look.weight == Weight::Bold, look.slant == Slant::Italic)
            });
            assert!(runs.eq(runs_found), "{}", words_of(&para));
            assert_eq!(para.heading.is_some(), id.starts_with("Heading"));
            assert_eq!(para.keep_lines, child(property, "keepLines").is_some());
        }
    }
}

#[test]
fn each_section_has_the_page_of_the_decree() {
    for type_set in [TypeSet::Thirteen, TypeSet::Fourteen] {
        let layout = laid_out(type_set);
        let page = Decree::new(type_set).page;
        let xml = part(&docx(&layout, &Decree::new(type_set)), "word/document.xml");
        let document = Document::parse(&xml).expect("the document is XML");
        let sections: Vec<_> = all(document.root(), "sectPr").collect();
        assert_eq!(sections.len(), 2);
        for (property, landscape) in sections.into_iter().zip([false, true]) {
            let margin = child(property, "pgMar").expect("a section has margins");
            for (name, rule) in [
                ("top", page.margin_top),
                ("bottom", page.margin_bottom),
                ("left", page.margin_left),
                ("right", page.margin_right),
                ("header", page.header_distance),
            ] {
                assert_eq!(number(margin, name), rule.chosen.to_twips(), "{name}");
            }
            assert_eq!(number(margin, "gutter"), 0);
            let size = child(property, "pgSz").expect("a section has a page");
            let (short, long) = if landscape { ("h", "w") } else { ("w", "h") };
            assert_eq!(number(size, short), page.width.chosen.to_twips());
            assert_eq!(number(size, long), page.height.chosen.to_twips());
            assert_eq!(value(size, "orient"), landscape.then_some("landscape"));
            let numbers = child(property, "pgNumType").expect("a section numbers its pages");
            assert_eq!((value(numbers, "start"), value(numbers, "fmt")), (Some("1"), Some("decimal")));
            assert!(child(property, "titlePg").is_some());
            let kinds: Vec<_> = all(property, "headerReference").filter_map(|node| value(node, "type")).collect();
            assert_eq!(kinds, ["default", "first"]);
        }
    }
}

#[test]
fn first_pages_have_no_number() {
    let file = written(&SAMPLE);
    let (numbered, blank) = (part(&file, "word/header1.xml"), part(&file, "word/header2.xml"));
    assert!(numbered.contains("PAGE"));
    assert!(!blank.contains("PAGE") && !blank.contains("<w:t"));
    let relationships = part(&file, "word/_rels/document.xml.rels");
    let document = part(&file, "word/document.xml");
    for (kind, target) in [("default", "header1.xml"), ("first", "header2.xml")] {
        let (_, after) = document.split_once(&format!(r#"w:type="{kind}" r:id=""#)).expect("a section refers to it");
        let (id, _) = after.split_once('"').expect("an identifier ends");
        let (_, after) = relationships.split_once(&format!(r#"Id="{id}""#)).expect("the identifier is known");
        assert!(after.split_once("/>").is_some_and(|(relationship, _)| relationship.contains(target)), "{kind}");
    }
}

#[test]
fn rules_are_borders_of_their_length() {
    let xml = part(&written(&SAMPLE), "word/document.xml");
    let document = Document::parse(&xml).expect("the document is XML");
    let mut rules = Vec::new();
    for section in &SAMPLE.sections {
        for block in &section.blocks {
            match block {
                Block::Rule { .. } => rules.push(block),
                Block::Columns { rows, .. } => rows.iter().for_each(|row| {
                    rules.extend(row.left.iter().chain(&row.right).filter(|block| matches!(block, Block::Rule { .. })));
                }),
                Block::Para(_) | Block::Mark { .. } | Block::Space { .. } | Block::Table(_) => {}
            }
        }
    }
    let borders: Vec<_> = all(document.root(), "pBdr").collect();
    assert_eq!(borders.len(), rules.len());
    for (border, rule) in borders.into_iter().zip(rules) {
        let Block::Rule { length, weight, column, .. } = rule else { unreachable!("only rules were collected") };
        let indent = border.parent().and_then(|property| child(property, "ind")).expect("a rule has indents");
        let (left, right) = (number(indent, "left"), number(indent, "right"));
        assert_eq!(column.to_twips() - left - right, length.to_twips());
        assert!((left - right).abs() <= 1, "a rule is centered");
        let line = child(border, "bottom").expect("a rule is a lower border");
        assert_eq!((value(line, "val"), number(line, "sz")), (Some("single"), weight.to_eighths_of_point()));
    }
    assert_eq!(all(document.root(), "u").count(), 0);
}

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
    let tables = blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    tables.last().expect("the sample has a table")
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
    let cell = |column, colspan, rowspan| Cell { column, colspan, rowspan, paras: paras("a") };
    let row = |cells| Row { cells };
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

#[test]
fn settings_are_those_of_a_new_document() {
    let xml = part(&written(&SAMPLE), "word/settings.xml");
    assert!(xml.contains(r#"w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15""#));
    let styles = part(&written(&SAMPLE), "word/styles.xml");
    assert!(styles.contains(r#"<w:lang w:val="vi-VN" w:eastAsia="vi-VN"/>"#));
    for script in ["ascii", "hAnsi", "cs", "eastAsia"] {
        assert!(styles.contains(&format!(r#"w:{script}="Times New Roman""#)), "{script}");
    }
    assert!(styles.contains(r#"w:default="1" w:styleId="Normal""#));
}
