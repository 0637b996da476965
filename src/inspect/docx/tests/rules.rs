//! Lines below words, in every way that Word files draw them, and boxes.

use super::{body, bold, columns, find, p, side_by_side, texts, twips};
use crate::inspect::observed::{Column, Observed};

const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// A drawn line as Word 2010 and later write it: once for itself, once for those before.
fn drawn(x: &str, y: &str, cx: i64) -> String {
    format!(
        r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:simplePos x="0" y="0"/>
        <wp:positionH relativeFrom="column">{x}</wp:positionH><wp:positionV relativeFrom="paragraph">{y}</wp:positionV>
        <wp:extent cx="{cx}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>
        <a:ext cx="{cx}" cy="0"/></a:xfrm><a:prstGeom prst="line"/><a:ln w="9525"/></wps:spPr><wps:bodyPr/></wps:wsp>
        </a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>
        <v:line style="position:absolute" from="0,10pt" to="400pt,10pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"#
    )
}

fn offset(value: i64) -> String {
    format!("<wp:posOffset>{value}</wp:posOffset>")
}

/// The motto in a right block, with some runs more, and what stands below.
fn motto(runs: &str, below: &str) -> Observed {
    let motto = format!(
        "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{runs}<w:r><w:rPr><w:b/></w:rPr><w:t>{MOTTO}</w:t></w:r></w:p>"
    );
    let right = [bold(26, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), motto, below.to_owned()].concat();
    body(&side_by_side(&[[&bold(26, "ỦY BAN"), &right], [&p("", "Số: 1/KH-UBND"), &p("", "Hà Nội, ngày")]]))
}

#[track_caller]
fn check(observed: &Observed, length: i64, off_center: Option<i64>) {
    let found = find(observed, MOTTO).rule.as_ref().unwrap_or_else(|| panic!("{:?}", columns(observed)));
    assert_eq!(found.length.to_twips(), length);
    assert_eq!(twips(found.off_center), off_center);
    let (last, longest) = found.text_widths.expect("the words are measured");
    assert!((last.to_twips() - 3_425).abs() < 20 && last == longest, "{last}");
    assert!(observed.paragraphs.iter().filter(|paragraph| paragraph.rule.is_some()).count() == 1);
    assert_eq!(observed.traits.loose_rules, 0);
}

#[test]
fn a_drawn_line_is_found_from_any_paragraph_near_it() {
    // The column is 5,338 twips wide; a line of 3,400 twips in its middle begins at 969.
    let x = offset(969 * 635);
    check(&motto(&drawn(&x, &offset(330 * 635), 3_400 * 635), ""), 3_400, Some(0));
    check(&motto(&drawn("<wp:align>center</wp:align>", &offset(330 * 635), 3_400 * 635), ""), 3_400, Some(0));
    let empty = format!("<w:p>{}</w:p>", drawn(&x, &offset(20_000), 3_400 * 635));
    check(&motto("", &empty), 3_400, Some(0));
    let first = format!(
        "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}<w:r><w:t>CỘNG HÒA</w:t></w:r></w:p>",
        drawn(&x, &offset(660 * 635), 3_400 * 635)
    );
    let motto = bold(28, MOTTO);
    check(&body(&side_by_side(&[["<w:p/>", &format!("{first}{motto}")]])), 3_400, Some(0));
    let below = format!("<w:p>{}<w:r><w:t>Hà Nội, ngày</w:t></w:r></w:p>", drawn(&x, &offset(15_000), 3_400 * 635));
    check(&body(&side_by_side(&[["<w:p/>", &motto], ["<w:p/>", &below]])), 3_400, Some(0));
}

#[test]
fn a_line_of_the_older_kind_is_found() {
    let line = r#"<w:r><w:pict><v:line style="position:absolute" from="48.45pt,17pt" to="218.45pt,17pt" strokeweight=".5pt"/></w:pict></w:r>"#;
    check(&motto(line, ""), 3_400, Some(0));
    let shape = r##"<w:r><w:pict><v:shapetype id="_x0000_t32"/><v:shape type="#_x0000_t32" style="position:absolute;margin-left:48.45pt;margin-top:17pt;width:170pt;height:0"/></w:pict></w:r>"##;
    check(&motto(shape, ""), 3_400, Some(0));
    let flat = r##"<w:r><w:pict><v:rect style="position:absolute;margin-left:48.45pt;margin-top:17pt;width:170pt;height:1pt" fillcolor="black"/></w:pict></w:r>"##;
    check(&motto(flat, ""), 3_400, Some(0));
    let grouped = r#"<w:r><w:pict><v:group style="position:absolute;width:170pt;height:10pt" coordsize="1000,100"><v:line from="0,50" to="1000,50"/></v:group></w:pict></w:r>"#;
    check(&motto(grouped, ""), 3_400, None);
}

#[test]
fn borders_and_rows_of_strokes_are_lines() {
    let border = |kind: &str| {
        p(&format!(r#"<w:pBdr><w:bottom w:val="{kind}"/></w:pBdr><w:ind w:left="969" w:right="969"/>"#), "")
    };
    check(&motto("", &border("single")), 3_400, Some(0));
    let dotted = motto("", &border("dotted"));
    assert!(!find(&dotted, MOTTO).rule.as_ref().expect("a line").is_solid);
    let own = p(r#"<w:jc w:val="center"/><w:pBdr><w:bottom w:val="single"/></w:pBdr>"#, MOTTO);
    assert_eq!(find(&body(&own), MOTTO).rule.as_ref().expect("a line").length.to_twips(), 9_354);
    let strokes = bold(28, &"_".repeat(24));
    let observed = motto("", &strokes);
    check(&observed, 3_360, Some(0));
    assert!(!texts(&observed).iter().any(|text| text.contains('_')), "strokes are no words");
    let raised = r#"<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>____________________________________</w:t></w:r></w:p>"#;
    check(&motto("", raised), 3_276, Some(0));
}

#[test]
fn the_lower_border_of_a_cell_is_a_line() {
    let cell = |text: &str| format!(r#"<w:tcPr><w:tcBorders><w:bottom w:val="single"/></w:tcBorders></w:tcPr>{text}"#);
    let observed = body(&side_by_side(&[[&p("", "ỦY BAN"), &cell(&bold(28, MOTTO))]]));
    assert_eq!(find(&observed, MOTTO).rule.as_ref().expect("a line").length.to_twips(), 5_554);
    assert_eq!(find(&observed, "ỦY BAN").column, Column::Left);
}

#[test]
fn the_longest_line_of_a_text_counts_whatever_parts_it() {
    let border = p(r#"<w:pBdr><w:bottom w:val="single"/></w:pBdr><w:ind w:left="3000" w:right="3000"/>"#, "");
    let title =
        [bold(28, "KẾ HOẠCH"), bold(28, "Thực hiện Chương trình giảm nghèo bền vững"), bold(28, "năm 2026"), border];
    let rule = find(&body(&title.concat()), "năm").rule.clone().expect("a line");
    let (last, longest) = rule.text_widths.expect("measured");
    assert!(longest.to_twips() > 4 * last.to_twips());
}

#[test]
fn underlined_letters_are_no_line() {
    let observed = body(&format!("<w:p><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t>{MOTTO}</w:t></w:r></w:p>"));
    assert_eq!(find(&observed, MOTTO).rule, None);
    assert!(find(&observed, MOTTO).runs[0].face.is_underlined);
}

#[test]
fn the_words_of_a_text_box_stand_once_and_apart() {
    let content = format!("<w:txbxContent>{}</w:txbxContent>", bold(26, "DỰ THẢO"));
    let boxed = format!(
        r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="1080000" cy="288000"/>
        <a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="rect"/><a:solidFill/><a:ln><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr>
        <wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
        <mc:Fallback><w:pict><v:rect><v:textbox>{content}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"#
    );
    let observed = body(&format!("<w:p>{boxed}<w:r><w:t>Số: 5/KH-UBND</w:t></w:r></w:p>"));
    assert_eq!(texts(&observed), ["Số: 5/KH-UBND"]);
    let [found] = &observed.boxes[..] else { panic!("one box: {:?}", observed.boxes) };
    assert_eq!((found.text.as_str(), found.has_border, found.color), ("DỰ THẢO", true, Some([255, 0, 0])));
    assert_eq!(found.width.map(|width| width.to_whole_mm()), Some(30));
    assert!(found.face.is_bold);
    let old = format!(
        r#"<w:p><w:r><w:pict><v:shape stroked="f" style="width:85pt;height:20pt"><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r></w:p>"#
    );
    let [found] = &body(&old).boxes[..] else { panic!("one box") };
    assert!(!found.has_border);
}

#[test]
fn bordered_paragraphs_and_cells_are_boxes() {
    let sides = r#"<w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/>"#;
    let paragraph = p(&format!("<w:pBdr>{sides}</w:pBdr>"), "HỎA TỐC");
    let cell = format!("<w:tcPr><w:tcBorders>{sides}</w:tcBorders></w:tcPr>{}", p("", "DỰ THẢO"));
    let observed =
        body(&format!("{paragraph}{}{}", side_by_side(&[[&p("", "a"), &p("", "b")], [&cell, "<w:p/>"]]), p("", "c")));
    let found: Vec<_> = observed.boxes.iter().map(|boxed| (boxed.text.as_str(), boxed.has_border)).collect();
    assert_eq!(found, [("HỎA TỐC", true), ("DỰ THẢO", true)]);
    assert_eq!(texts(&observed), ["a", "b", "c"]);
}
