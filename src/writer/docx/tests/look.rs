//! What is read back looks as the decree says.

use super::*;

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
            let mut runs: Vec<_> = para
                .runs
                .iter()
                .filter_map(|run| match run {
                    Run::Words { bold, italic, .. } => Some((*bold, *italic)),
                    Run::Break => None,
                })
                .collect();
            let runs_found = all(node, "r").filter(|run| child(*run, "t").is_some()).map(|run| {
                let look = look(run, base);
                assert_eq!(look.size, held(para.style).size);
                (look.weight == Weight::Bold, look.slant == Slant::Italic)
            });
            // A space that holds what follows stands in a run of its own.
            let mut runs_found: Vec<_> = runs_found.collect();
            runs.dedup();
            runs_found.dedup();
            assert_eq!(runs, runs_found, "{}", words_of(&para));
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
