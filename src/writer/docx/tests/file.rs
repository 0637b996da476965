//! The parts of a file, and that the same layout gives the same file.

use super::*;

#[test]
fn the_same_layout_gives_the_same_bytes() {
    let first = written(&SAMPLE);
    let other = docx(&laid_out(TypeSet::Thirteen), &Decree::new(TypeSet::Thirteen));
    assert_ne!(first, other);
    let second = std::thread::spawn(|| written(&SAMPLE)).join().expect("the writer does not panic");
    assert_eq!(first, second);
    assert_eq!(first, written(&SAMPLE));
}

/// Word numbers paragraphs and the like; such a counter would differ between two runs or after a small change.
#[test]
fn no_counter_is_in_the_file() {
    let file = written(&SAMPLE);
    for name in ["word/document.xml", "word/styles.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml"] {
        let xml = part(&file, name);
        let document = Document::parse(&xml).expect("a part is XML");
        let counted = |node: &Node<'_, '_>| {
            node.attributes().any(|attribute| matches!(attribute.name(), "paraId" | "textId"))
                || value(*node, "id").is_some()
        };
        assert_eq!(document.descendants().find(counted).map(|node| node.tag_name()), None, "{name}");
    }
}

/// Children of an element in the order of ECMA-376, Part 1, 17; those that the writer has no use for are left out.
const ORDERS: [(&str, &[&str]); 11] = [
    (
        "pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "widowControl",
            "pBdr",
            "spacing",
            "ind",
            "jc",
            "outlineLvl",
            "rPr",
            "sectPr",
        ],
    ),
    ("rPr", &["rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "lang"]),
    ("sectPr", &["headerReference", "footerReference", "pgSz", "pgMar", "pgNumType", "cols", "titlePg"]),
    ("tblPr", &["tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar"]),
    ("tblBorders", &["top", "left", "bottom", "right", "insideH", "insideV"]),
    ("tblCellMar", &["top", "left", "bottom", "right"]),
    ("trPr", &["cantSplit", "trHeight", "tblHeader"]),
    ("tcPr", &["tcW", "gridSpan", "vMerge", "tcBorders", "tcMar", "vAlign"]),
    ("tcMar", &["left", "right"]),
    ("tcBorders", &["left", "bottom", "right"]),
    ("style", &["name", "basedOn", "next", "qFormat", "pPr", "rPr"]),
];

#[test]
fn children_stand_in_the_order_of_the_schema() {
    let file = written(&SAMPLE);
    let mut seen = std::collections::BTreeSet::new();
    for name in ["word/document.xml", "word/styles.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml"] {
        let xml = part(&file, name);
        let document = Document::parse(&xml).expect("a part is XML");
        for node in document.descendants() {
            let Some((parent, order)) = ORDERS.iter().find(|(parent, _)| node.has_tag_name((W, *parent))) else {
                continue;
            };
            seen.insert(*parent);
            let places: Vec<_> = node
                .children()
                .map(|child| {
                    let place = order.iter().position(|tag| child.has_tag_name((W, *tag)));
                    place.unwrap_or_else(|| panic!("{name}: {parent} has no {}", child.tag_name().name()))
                })
                .collect();
            assert!(places.is_sorted(), "{name}: {parent} {places:?}");
        }
    }
    assert_eq!(seen.len(), ORDERS.len(), "{seen:?}");
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
            "word/footer1.xml",
            "word/footer2.xml",
        ]
    );
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

/// The parts that sections name for the footers of their pages, as (kind, part) in each section.
fn footers(file: &[u8]) -> Vec<Vec<(String, String)>> {
    let (document, relationships) = (part(file, "word/document.xml"), part(file, "word/_rels/document.xml.rels"));
    let (document, relationships) =
        (Document::parse(&document).expect("XML"), Document::parse(&relationships).expect("XML"));
    let target = |id: &str| {
        let found = relationships.descendants().find(|node| node.attribute("Id") == Some(id)).expect("an id is known");
        assert!(found.attribute("Type").is_some_and(|kind| kind.ends_with("/footer")));
        format!("word/{}", found.attribute("Target").expect("a relationship leads somewhere"))
    };
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let named = |node: Node<'_, '_>| {
        let id = node.attribute((relation, "id")).expect("a reference has an id");
        (value(node, "type").expect("a reference has a kind").to_owned(), target(id))
    };
    all(document.root(), "sectPr").map(|section| all(section, "footerReference").map(named).collect()).collect()
}

#[test]
fn the_address_stands_on_the_first_page_alone() {
    let file = written(&SAMPLE);
    let of_first = |part: &str| vec![("first".to_owned(), part.to_owned())];
    assert_eq!(footers(&file), [of_first("word/footer1.xml"), of_first("word/footer2.xml")]);

    let (address, blank) = (part(&file, "word/footer1.xml"), part(&file, "word/footer2.xml"));
    let (address, blank) = (Document::parse(&address).expect("XML"), Document::parse(&blank).expect("XML"));
    assert!(words_in(blank.root()).is_empty() && all(blank.root(), "pBdr").next().is_none());
    let paragraphs: Vec<_> = all(address.root(), "p").collect();
    let [rule, words] = paragraphs.as_slice() else { panic!("a rule and the address, not {}", paragraphs.len()) };
    assert_eq!(words_in(*words), "Số 1 đường Hùng Vương, xã Bình Minh. ĐT: 0255.3.123.456");
    let style = child(*words, "pPr").and_then(|property| child(property, "pStyle")).expect("it has a style");
    assert_eq!(value(style, "val"), Some("AddressFooter"));
    let property = child(*rule, "pPr").expect("a rule has properties");
    let indent = child(property, "ind").expect("a rule has indents");
    assert_eq!((number(indent, "left"), number(indent, "right")), (0, 0), "a rule as wide as the text");
    let border = child(property, "pBdr").and_then(|border| child(border, "bottom")).expect("a rule is a border");
    assert_eq!(number(border, "sz"), Decree::new(TypeSet::Fourteen).lines.weight.chosen.to_eighths_of_point());

    let document = part(&file, "word/document.xml");
    assert!(!document.contains("Hùng Vương"));
    let types = part(&file, "[Content_Types].xml");
    for name in ["/word/footer1.xml", "/word/footer2.xml"] {
        assert!(types.contains(&format!(r#"PartName="{name}""#)), "{name}");
    }
}

#[test]
fn only_the_footers_that_are_needed_are_written() {
    let names = |layout: &Layout| {
        let file = written(layout);
        let archive = ZipArchive::new(Cursor::new(&file)).expect("a file is an archive");
        let mut names: Vec<_> =
            archive.file_names().filter(|name| name.contains("footer")).map(str::to_owned).collect();
        names.sort_unstable();
        (names, footers(&file).into_iter().flatten().count())
    };
    let mut layout = SAMPLE.clone();
    layout.sections.truncate(1);
    assert_eq!(names(&layout), (vec!["word/footer1.xml".to_owned()], 1));
    let mut layout = SAMPLE.clone();
    layout.sections[0].footer.clear();
    assert_eq!(names(&layout), (Vec::new(), 0));
    let file = written(&layout);
    assert!(!part(&file, "[Content_Types].xml").contains("footer"));
    assert!(!part(&file, "word/_rels/document.xml.rels").contains("footer"));
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
