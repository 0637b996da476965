//! Automatic numbers, beside typed ones.

use super::{File, NAMES, p, texts};

const NUMBERING: &str = r#"
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>
    <w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>
    <w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>"#;

fn item(list: i64, level: i64, text: &str) -> String {
    p(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), text)
}

fn numbered(body: &str) -> File {
    File::of(body).part("word/numbering.xml", &format!("<w:numbering {NAMES}>{NUMBERING}</w:numbering>"))
}

#[test]
fn labels_are_expanded_level_by_level() {
    let items = [(0, "A"), (1, "b"), (1, "c"), (2, "d"), (2, "e"), (0, "B"), (1, "f"), (2, "g")];
    let body: String = items.iter().map(|(level, text)| item(1, *level, text)).collect();
    let expected = ["I. A", "1.1. b", "1.2. c", "a) d", "b) e", "II. B", "2.1. f", "a) g"];
    assert_eq!(texts(&numbered(&body).read()), expected);
}

#[test]
fn labels_stand_beside_typed_numbers() {
    let body = format!("{}{}{}", p("", "I. MỤC TIÊU"), item(1, 0, "gõ tự động"), p("", "2. gõ tay"));
    let observed = numbered(&body).read();
    assert_eq!(texts(&observed), ["I. MỤC TIÊU", "I. gõ tự động", "2. gõ tay"]);
    let label = &observed.paragraphs[1];
    assert_eq!((label.label.as_deref(), label.runs[0].text.as_str()), (Some("I."), "I. "));
    assert!(label.runs[0].face.is_bold && !label.runs[1].face.is_bold);
    assert_eq!(label.first_line.map(|length| length.to_twips()), Some(-360));
    assert_eq!(observed.paragraphs[0].label, None);
}

#[test]
fn a_list_that_begins_anew_does_so_once() {
    let body = [item(1, 0, "a"), item(3, 0, "b"), item(3, 0, "c"), item(0, 0, "d")].concat();
    assert_eq!(texts(&numbered(&body).read()), ["I. a", "V. b", "VI. c", "d"]);
}

#[test]
fn bullets_are_signs_in_the_typeface_of_the_text() {
    let observed = numbered(&item(2, 0, "x")).read();
    assert_eq!(texts(&observed), ["• x"]);
    assert_eq!(observed.paragraphs[0].runs[0].face.family, "Times New Roman");
}

#[test]
fn styles_carry_lists() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="M"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="100"/></w:pPr></w:style>"#;
    let observed = numbered(&p(r#"<w:pStyle w:val="M"/>"#, "x")).styles(styles).read();
    assert_eq!(texts(&observed), ["I. x"]);
    assert_eq!(observed.paragraphs[0].left.map(|length| length.to_twips()), Some(100));
}

#[test]
fn lists_that_are_nowhere_have_no_label() {
    assert_eq!(texts(&numbered(&item(99, 0, "x")).read()), ["x"]);
    assert_eq!(texts(&numbered(&item(1, 99, "x")).read()), ["x"]);
    assert_eq!(texts(&File::of(&item(1, 0, "x")).read()), ["x"]);
}

#[test]
fn letters_and_digits_are_those_of_word() {
    let number = super::super::numbering::number;
    assert_eq!(number("lowerLetter", 4), "d");
    assert_eq!(number("lowerLetter", 28), "bb");
    assert_eq!(number("upperRoman", 9), "IX");
    assert_eq!(number("decimalZero", 7), "07");
    assert_eq!(number("upperRoman", 1 << 40), (1_i64 << 40).to_string());
}
