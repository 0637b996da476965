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
