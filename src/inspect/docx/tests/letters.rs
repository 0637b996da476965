//! Letters: joined, composed, shown as they are seen, of the type that they have.

use super::{File, body, find, p, texts};
use crate::inspect::observed::Run;

#[track_caller]
fn text(runs: &str, expected: &str) {
    let observed = body(&format!("<w:p>{runs}</w:p>"));
    assert_eq!(texts(&observed), [expected], "{runs}");
}

fn runs(observed: &[Run]) -> Vec<&str> {
    observed.iter().map(|run| run.text.as_str()).collect()
}

#[test]
fn runs_split_for_no_reason_are_one() {
    let pieces: String = "CỘNG HÒA XÃ HỘI"
        .chars()
        .map(|letter| format!("<w:r w:rsidR=\"00A1\"><w:t xml:space=\"preserve\">{letter}</w:t></w:r><w:proofErr/>"))
        .collect();
    let observed = body(&format!("<w:p>{pieces}</w:p>"));
    assert_eq!(runs(&observed.paragraphs[0].runs), ["CỘNG HÒA XÃ HỘI"]);
}

#[test]
fn decomposed_accents_and_no_break_spaces_are_composed_in_the_text_alone() {
    let observed = body(&p("", "Kế\u{a0}hoạch  o\u{301}"));
    assert_eq!(observed.paragraphs[0].text, "Kế hoạch  ó");
    assert_eq!(observed.paragraphs[0].runs[0].text, "Kế\u{a0}hoạch  o\u{301}");
}

#[test]
fn letters_are_seen_whatever_makes_them() {
    text("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc");
    text("<w:r><w:t>Độc lập</w:t><w:noBreakHyphen/><w:t>Tự</w:t><w:softHyphen/><w:t>do</w:t></w:r>", "Độc lập-Tựdo");
    text(r#"<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t>x</w:t></w:r>"#, "•x");
    text(r#"<w:r><w:rPr><w:caps/></w:rPr><w:t>Ủy ban</w:t></w:r>"#, "ỦY BAN");
    text(r#"<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>b</w:t></w:r>"#, "ab");
    text("<w:r><w:t>a &amp; b &#272;</w:t></w:r>", "a & b Đ");
    text("<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space=\"preserve\"> b</w:t></w:r>", "a b");
    text("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1");
}

#[test]
fn what_holds_letters_is_passed_through() {
    text(
        r#"<w:hyperlink r:id="x"><w:r><w:t>a</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag>"#,
        "ab",
    );
    text("<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>", "a");
    let observed = body(&format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", p("", "trong khung")));
    assert_eq!(texts(&observed), ["trong khung"]);
}

#[test]
fn fields_show_their_result_once() {
    text(
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>
        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>kết quả</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#,
        "kết quả",
    );
    text(r#"<w:fldSimple w:instr="DATE"><w:r><w:t>2026</w:t></w:r></w:fldSimple>"#, "2026");
    text(
        r#"<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText><w:fldChar w:fldCharType="begin"/>
        <w:instrText>A</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>ẩn</w:t><w:fldChar w:fldCharType="end"/>
        <w:fldChar w:fldCharType="separate"/><w:t>hiện</w:t><w:fldChar w:fldCharType="end"/></w:r>"#,
        "hiện",
    );
}

#[test]
fn a_field_without_an_end_hides_its_own_paragraph_alone() {
    let broken = r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>a</w:t></w:r></w:p>"#;
    assert_eq!(texts(&body(&format!("{broken}{}", p("", "sau")))), ["sau"]);
}

#[test]
fn tracked_changes_are_counted_and_their_old_words_left_out() {
    let observed = body(
        r#"<w:p><w:r><w:t>a</w:t></w:r><w:ins w:id="1"><w:r><w:t>b</w:t></w:r></w:ins>
        <w:del w:id="2"><w:r><w:delText>c</w:delText></w:r></w:del>
        <w:moveFrom w:id="3"><w:r><w:t>d</w:t></w:r></w:moveFrom></w:p>
        <w:p><w:moveTo w:id="3"><w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>d</w:t></w:r></w:moveTo></w:p>"#,
    );
    assert_eq!(texts(&observed), ["ab", "d"]);
    assert_eq!(observed.traits.tracked_changes, 3);
    assert!(!observed.paragraphs[1].runs[0].face.is_bold);
}

#[test]
fn a_paragraph_that_is_deleted_whole_is_no_space() {
    let gone = r#"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>c</w:delText></w:r></w:del></w:p>"#;
    let observed = body(&format!("{}{gone}{}", p("", "a"), p("", "b")));
    assert_eq!(observed.paragraphs[1].empty_above, 0);
}

#[test]
fn types_come_from_defaults_styles_and_runs_in_this_order() {
    let styles = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/>
        </w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:sz w:val="26"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="S"><w:rPr><w:b/><w:i/></w:rPr></w:style>"#;
    let theme = r#"<a:theme xmlns:a="x"><a:minorFont><a:latin typeface="Cambria"/><a:font script="Viet" typeface="Arial"/></a:minorFont></a:theme>"#;
    let run = |properties: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>x</w:t></w:r>");
    let [own, style, back] = [
        "<w:sz w:val=\"30\"/><w:u w:val=\"single\"/>",
        "<w:rStyle w:val=\"S\"/>",
        "<w:b w:val=\"0\"/><w:color w:val=\"auto\"/>",
    ]
    .map(run);
    let observed = File::of(&format!("<w:p>{own}</w:p><w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr>{style}{back}</w:p>"))
        .styles(styles)
        .part("word/theme/theme1.xml", theme)
        .read();
    let first = &observed.paragraphs[0].runs[0].face;
    assert_eq!((first.family.as_str(), first.size.to_half_points(), first.is_underlined), ("Cambria", 30, true));
    let [styled, direct] = &observed.paragraphs[1].runs[..] else { panic!("two types") };
    // Two styles that both switch a letter to bold switch it back.
    assert_eq!((styled.face.is_bold, styled.face.is_italic, styled.face.size.to_half_points()), (false, true, 26));
    assert_eq!(styled.face.color, Some([255, 0, 0]));
    assert_eq!((direct.face.is_bold, direct.face.color), (false, None));
}

#[test]
fn the_typeface_is_that_of_the_letters_not_of_other_scripts() {
    let run = r#"<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Arial" w:cs="Tahoma" w:eastAsia="MS Mincho"/></w:rPr><w:t>abc ế</w:t></w:r>"#;
    let observed = body(&format!("<w:p>{run}</w:p>"));
    let families: Vec<_> = observed.paragraphs[0].runs.iter().map(|run| run.face.family.as_str()).collect();
    assert_eq!(families, ["Times New Roman", "Arial"]);
}

#[test]
fn typefaces_of_old_codes_are_noted() {
    let run = |font: &str| {
        format!(r#"<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t>chu</w:t></w:r>"#)
    };
    let observed = body(&format!("<w:p>{}{}{}</w:p>", run(".VnTime"), run("VNI-Times"), run("Times New Roman")));
    assert_eq!(observed.traits.legacy_fonts, [".VnTime", "VNI-Times"]);
}

#[test]
fn a_file_without_styles_has_usual_letters() {
    let mut file = File::of(&p("", "x"));
    file.parts.retain(|(name, _)| name != "word/styles.xml");
    let observed = file.read();
    let face = &find(&observed, "x").runs[0].face;
    assert_eq!((face.family.as_str(), face.size.to_half_points()), ("", 20));
}

#[test]
fn styles_that_stand_on_each_other_end() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>"#;
    let observed = File::of(&p(r#"<w:pStyle w:val="A"/>"#, "x")).styles(styles).read();
    assert!(observed.paragraphs[0].runs[0].face.is_bold);
}

#[test]
fn notes_comments_title_and_language_are_told() {
    let notes = r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
        <w:footnote w:id="1"><w:p><w:r><w:t>Nguồn: Sở Tài chính</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let observed = File::of(&p("", "x"))
        .part("word/footnotes.xml", notes)
        .part("word/comments.xml", r#"<w:comments xmlns:w="w"><w:comment w:id="0"><w:p/></w:comment></w:comments>"#)
        .part(
            "docProps/core.xml",
            r#"<c:coreProperties xmlns:c="c" xmlns:dc="d"><dc:title>Kế hoạch</dc:title></c:coreProperties>"#,
        )
        .read();
    assert_eq!(observed.traits.elsewhere, ["Nguồn: Sở Tài chính"]);
    assert_eq!((observed.traits.comments, observed.traits.title.as_deref()), (1, Some("Kế hoạch")));
    assert_eq!(observed.traits.language.as_deref(), Some("vi-VN"));
}
