//! Every word of a layout stands in the file, letter for letter.

use super::*;

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
fn a_space_that_ends_its_line_is_the_space_that_was_written() {
    let mut layout = SAMPLE.clone();
    let text = "Thực hiện Dự án 4 của Chương trình";
    let at = text.find(" Dự").expect("the words have a project");
    layout.sections.truncate(1);
    layout.sections[0].blocks.truncate(1);
    let mut held = paras(&SAMPLE).into_iter().find(|para| para.component == Component::BodyText).expect("a paragraph");
    held.runs = vec![Run::Words { text: text.to_owned(), bold: false, italic: false }];
    held.holds = vec![Hold { run: 0, at, room: Length::mm(9) }];
    layout.sections[0].blocks = vec![Block::Para(held)];
    assert_eq!(words_read_back(&layout), [text]);
    let xml = part(&written(&layout), "word/document.xml");
    let document = Document::parse(&xml).expect("the document is XML");
    let wide: Vec<_> = all(document.root(), "r")
        .filter(|run| child(*run, "rPr").is_some_and(|look| child(look, "spacing").is_some()))
        .map(words_in)
        .collect();
    assert_eq!(wide, [" "]);
}
