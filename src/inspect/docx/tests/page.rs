//! Sections, margins, numbers on pages, spaces between paragraphs.

use super::{File, SECTION, body, p, texts, twips};
use crate::inspect::observed::{Align, Column, PageNumber};

const PAGE: &str = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE \* MERGEFORMAT </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#;

/// A section that names headers.
fn section(more: &str) -> String {
    SECTION.replace("<w:sectPr>", &format!("<w:sectPr>{more}"))
}

/// The number of a file whose header is given.
#[track_caller]
fn number(header: &str) -> PageNumber {
    let section = section(r#"<w:headerReference w:type="default" r:id="h"/>"#);
    let observed = File::of(&format!("{}{section}", p("", "x"))).header("h", header).read();
    assert!(observed.traits.elsewhere.is_empty(), "{:?}", observed.traits.elsewhere);
    assert_eq!(texts(&observed), ["x"]);
    observed.sheets[0].number.clone().expect("a number")
}

#[test]
fn numbers_are_found_however_they_are_set() {
    let plain = number(&format!(r#"<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{PAGE}</w:p>"#));
    assert_eq!((plain.line.as_str(), plain.align, twips(plain.off_center)), ("#", Some(Align::Center), Some(0)));
    assert!(plain.is_above && plain.is_decimal);
    let simple = number(
        r#"<w:sdt><w:sdtContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:sdtContent></w:sdt>"#,
    );
    assert_eq!(simple.line, "#");
    let stops = r#"<w:tabs><w:tab w:val="center" w:pos="4677"/><w:tab w:val="right" w:pos="9354"/></w:tabs>"#;
    let tabbed = number(&format!("<w:p><w:pPr>{stops}</w:pPr><w:r><w:tab/></w:r>{PAGE}</w:p>"));
    assert_eq!(twips(tabbed.off_center), Some(0));
    let right = number(&format!("<w:p><w:pPr>{stops}</w:pPr><w:r><w:tab/><w:tab/></w:r>{PAGE}</w:p>"));
    assert!(twips(right.off_center).is_some_and(|off| off > 4_500));
    let placed =
        number(&format!(r#"<w:p><w:r><w:ptab w:relativeTo="margin" w:alignment="center"/></w:r>{PAGE}</w:p>"#));
    assert_eq!((placed.align, twips(placed.off_center)), (Some(Align::Center), Some(0)));
    let framed = number(&format!(
        r#"<w:p><w:pPr><w:framePr w:wrap="around" w:xAlign="center" w:hAnchor="margin"/></w:pPr>{PAGE}</w:p>"#
    ));
    assert_eq!((framed.align, twips(framed.off_center)), (Some(Align::Center), Some(0)));
    let worded = number(&format!(
        r#"<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">Trang </w:t></w:r>{PAGE}<w:r><w:t>/</w:t></w:r>{}</w:p>"#,
        PAGE.replace("PAGE", "NUMPAGES")
    ));
    assert_eq!((worded.line.as_str(), worded.align), ("Trang #/#", Some(Align::Right)));
}

#[test]
fn a_number_in_the_footer_is_below() {
    let section = section(r#"<w:footerReference w:type="default" r:id="f"/>"#);
    let footer = format!(r#"<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{PAGE}</w:p>"#);
    let observed = File::of(&format!("{}{section}", p("", "x"))).header("f", &footer).read();
    let sheet = &observed.sheets[0];
    assert!(!sheet.number.as_ref().expect("a number").is_above);
    assert!(sheet.first_number.is_some(), "without a header of its own the first page shows it too");
}

#[test]
fn the_first_page_shows_what_its_own_header_holds() {
    let references =
        r#"<w:headerReference w:type="default" r:id="h"/><w:headerReference w:type="first" r:id="e"/><w:titlePg/>"#;
    let file = File::of(&format!("{}{}", p("", "x"), section(references)));
    let observed = file.header("h", &format!("<w:p>{PAGE}</w:p>")).header("e", "<w:p/>").read();
    assert!(observed.sheets[0].number.is_some() && observed.sheets[0].first_number.is_none());
}

#[test]
fn sections_follow_each_other_and_inherit_headers() {
    let first = section(r#"<w:headerReference w:type="default" r:id="h"/>"#);
    let wide = r#"<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="851" w:bottom="850" w:left="1701" w:gutter="100"/><w:pgNumType w:start="1" w:fmt="upperRoman"/></w:sectPr>"#;
    let xml = format!("{}<w:p><w:pPr>{first}</w:pPr></w:p>{}{wide}", p("", "chính"), p("", "phụ lục"));
    let observed = File::of(&xml)
        .header("h", &format!("<w:p>{PAGE}</w:p>"))
        .part("word/settings.xml", "<w:settings xmlns:w=\"w\"><w:mirrorMargins/></w:settings>")
        .read();
    let [main, annex] = &observed.sheets[..] else { panic!("two sheets") };
    assert_eq!((main.paragraphs.clone(), annex.paragraphs.clone()), (0..1, 1..2));
    assert_eq!((twips(main.left), twips(main.right), twips(main.top)), (Some(1_701), Some(851), Some(1_134)));
    assert!(annex.is_landscape && !main.is_landscape);
    assert_eq!((twips(annex.gutter), annex.is_mirrored, annex.restart), (Some(100), Some(true), Some(1)));
    assert!(!annex.number.as_ref().expect("inherited").is_decimal);
    assert!(observed.paragraphs[1].begins_page && !observed.paragraphs[0].begins_page);
}

#[test]
fn headers_tell_what_else_they_hold() {
    let section = section(r#"<w:headerReference w:type="default" r:id="h"/>"#);
    let mark = r#"<w:p><w:r><w:t>Tài liệu nội bộ</w:t></w:r><w:r><w:pict><v:shape type="t136" style="width:400pt;height:100pt"><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>"#;
    let observed = File::of(&format!("{}{section}", p("", "x"))).header("h", mark).read();
    assert_eq!(observed.traits.elsewhere, ["Tài liệu nội bộ"]);
    assert_eq!(observed.traits.watermark.as_deref(), Some("DỰ THẢO"));
}

fn spaced(before: i64, after: i64, more: &str, text: &str) -> String {
    p(&format!(r#"<w:spacing w:before="{before}" w:after="{after}"/>{more}"#), text)
}

#[test]
fn the_space_between_paragraphs_is_the_larger_one() {
    let gap = |xml: &[String], settings: &str| {
        let file = File::of(&xml.concat())
            .part("word/settings.xml", &format!("<w:settings xmlns:w=\"w\">{settings}</w:settings>"));
        let observed = file.read();
        let last = observed.paragraphs.last().expect("a paragraph");
        (twips(last.gap), last.empty_above)
    };
    let pair = [spaced(0, 120, "", "a"), spaced(60, 0, "", "b")];
    assert_eq!(gap(&pair, ""), (Some(120), 0));
    assert_eq!(gap(&pair, "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"), (Some(180), 0));
    let alike = [spaced(0, 120, "<w:contextualSpacing/>", "a"), spaced(60, 0, "<w:contextualSpacing/>", "b")];
    assert_eq!(gap(&alike, ""), (Some(0), 0));
    let web = [p("", "a"), p(r#"<w:spacing w:beforeAutospacing="1"/>"#, "b")];
    assert_eq!(gap(&web, ""), (Some(280), 0));
    assert_eq!(gap(&[p("", "a")], ""), (None, 0));
    // An empty line of 14 pt is 16.1 pt high.
    let empty = [p("", "a"), "<w:p/>".to_owned(), p("", "b")];
    assert_eq!(gap(&empty, ""), (Some(321), 1));
}

#[test]
fn pitch_is_told_in_single_lines() {
    let pitch = |line: &str| body(&p(line, "x")).paragraphs[0].pitch;
    assert_eq!(pitch(""), Some(1_000));
    assert_eq!(pitch(r#"<w:spacing w:line="360" w:lineRule="auto"/>"#), Some(1_500));
    // 18 pt for letters of 14 pt, whose single line is 16.1 pt.
    assert_eq!(pitch(r#"<w:spacing w:line="360" w:lineRule="exact"/>"#), Some(1_121));
    assert_eq!(pitch(r#"<w:spacing w:line="240" w:lineRule="atLeast"/>"#), Some(1_000));
}

#[test]
fn first_lines_are_indented_as_they_are_seen() {
    let first = |xml: &str| twips(body(xml).paragraphs[0].first_line);
    assert_eq!(first(&p(r#"<w:ind w:firstLine="567"/>"#, "x")), Some(567));
    assert_eq!(first(&p(r#"<w:ind w:left="720" w:hanging="360"/>"#, "x")), Some(-360));
    assert_eq!(first("<w:p><w:r><w:tab/><w:t>x</w:t></w:r></w:p>"), Some(720));
    let own = r#"<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs></w:pPr><w:r><w:tab/><w:t>x</w:t></w:r></w:p>"#;
    assert_eq!(first(own), Some(567));
    // Ten spaces of 14 pt, each a quarter of it.
    assert_eq!(first(&p("", "          x")), Some(700));
}

#[test]
fn pages_begin_at_breaks() {
    let observed = body(
        &[
            p("", "a"),
            r#"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#.to_owned(),
            p("", "b"),
            r#"<w:p><w:r><w:t>c</w:t><w:br w:type="page"/><w:t>d</w:t></w:r></w:p>"#.to_owned(),
            p("<w:pageBreakBefore/>", "e"),
        ]
        .concat(),
    );
    assert_eq!(texts(&observed), ["a", "b", "c", "d", "e"]);
    let begins: Vec<_> = observed.paragraphs.iter().map(|paragraph| paragraph.begins_page).collect();
    assert_eq!(begins, [false, true, false, true, true]);
    assert!(observed.paragraphs.iter().all(|paragraph| paragraph.column == Column::Full));
}

#[test]
fn letters_are_pushed_by_tabs_and_spaces_and_not_by_blanks_to_fill_in() {
    let pushed = |text: &str| body(&p("", text)).paragraphs[0].has_layout_spaces;
    assert!(pushed("      thụt bằng dấu cách") && pushed("Nơi nhận:     TM. ỦY BAN"));
    assert!(!pushed("ngày      tháng      năm 2026") && !pushed("Số:      /KH-UBND") && !pushed("hai  dấu cách"));
}
