use crate::document::{Document, dump, parse};

/// A document with parts between the ones that must be there.
fn xml(before: &str, body: &str, after: &str) -> String {
    format!(
        "<van-ban tieu-de='' tac-gia='' dinh-danh='' ngay='2026-01-01'><dau><co-quan>a</co-quan><so>b</so>\
         <dia-danh>c</dia-danh></dau><ten-loai>d</ten-loai><trich-yeu>e</trich-yeu>{before}<than>{body}</than>\
         <cuoi><noi-nhan><luu>f</luu></noi-nhan><ky><chuc-vu>g</chuc-vu></ky></cuoi>{after}</van-ban>"
    )
}

#[track_caller]
fn read(xml: &str) -> Document {
    parse(xml).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// Checks the bases and the body of a document, as a dump shows them.
#[track_caller]
fn check_xml(xml: &str, expected: &[&str]) {
    let dump = dump(&read(xml));
    let (_, after) = dump.split_once("Trích yếu nội dung: e\n").expect("the dump shows trích yếu");
    let (body, _) = after.split_once("Nơi nhận:").expect("the dump shows nơi nhận");
    assert_eq!(body.lines().collect::<Vec<_>>(), expected);
}

#[track_caller]
fn check(body: &str, expected: &[&str]) {
    check_xml(&xml("", body, ""), expected);
}

/// Checks that the body of a document has one fault, at a place.
#[track_caller]
fn check_fault(body: &str, message: &str, place: &str) {
    let xml = xml("", body, "");
    let faults = parse(&xml).expect_err("a fault");
    let [fault] = faults.as_slice() else { panic!("one fault, not {faults:?}") };
    assert!(fault.message.contains(message), "{fault:?}");
    assert_eq!(&xml[fault.range.clone()], place);
}

#[test]
fn a_part_has_its_number_on_its_own_line() {
    check("<muc kieu='phan'><loi>Lời.</loi></muc>", &["Số phần, chương: Phần I", "Nội dung: Lời./."]);
    let titled = "<muc kieu='phan'><ten>Tên</ten><loi>lời.</loi></muc>";
    check(titled, &["Số phần, chương: Phần I", "Tiêu đề phần, chương (cấp 1): Tên", "Nội dung: lời./."]);
    let heading = "<muc kieu='phan'><ten>Tên</ten></muc><p>Lời.</p>";
    check(heading, &["Số phần, chương: Phần I", "Tiêu đề phần, chương (cấp 1): Tên", "Nội dung: Lời./."]);
}

#[test]
fn parts_are_named_before_and_after_they_are_numbered() {
    let body = "<p>Tại <nhac muc='b'/>.</p><muc><ten>Một</ten><muc ma='b'><loi>Hai.</loi></muc></muc>\
                <muc><ten>Như <nhac muc='b' hoa='co'/></ten></muc><p>Hết</p>";
    let expected = [
        "Nội dung: Tại khoản 1 mục I.",
        "Tiêu đề mục (cấp 1): I. Một",
        "Nội dung: 1. Hai.",
        "Tiêu đề mục (cấp 1): II. Như Khoản 1 mục I",
        "Nội dung: Hết./.",
    ];
    check(body, &expected);
    check_fault("<p>a <nhac muc='x'/></p>", "không mục nào mang mã «x»", "<nhac muc='x'/>");
    let second = "<muc ma='a'><ten>Hai</ten></muc>";
    check_fault(&format!("<muc ma='a'><ten>Một</ten></muc>{second}"), "hai mục mang mã «a»", second);
}

#[test]
fn a_short_name_is_defined_once_and_in_no_title() {
    let cite = "<vien-dan ma='a'><day-du>Luật A</day-du><ngan>A</ngan><goi-tat>(gọi là A)</goi-tat></vien-dan>";
    let body = format!("<muc><ten>{cite}</ten><p>{cite};</p><p>{cite} và {cite}.</p></muc>");
    let expected = ["Tiêu đề mục (cấp 1): I. Luật A", "Nội dung: Luật A (gọi là A);", "Nội dung: A và A./."];
    check(&body, &expected);
}

#[test]
fn titles_of_one_list_stand_alike() {
    let list = |second: &str| format!("<muc kieu='1.'><ten>Một</ten><p>a</p></muc>{second}<p>Hết</p>");
    let below = ["Tiêu đề khoản (cấp 1): 1. Một", "Nội dung: a", "Tiêu đề khoản (cấp 1): 2. Hai", "Nội dung: Lời"];
    check(&list("<muc kieu='1.'><ten>Hai</ten><loi>lời</loi></muc>"), &[&below[..], &["Nội dung: Hết./."]].concat());
    let beside = [below[0], below[1], "Nội dung: 2. Hai: lời", "Nội dung: Hết./."];
    check(&list("<muc kieu='1.' lien-dong='co'><ten>Hai</ten><loi>lời</loi></muc>"), &beside);
    check(
        &list("<muc><muc kieu='a)'><ten>Hai</ten><loi>lời</loi></muc></muc>"),
        &[below[0], below[1], "Nội dung: a) Hai: lời", beside[3]],
    );
}

#[test]
fn a_document_that_another_issues_has_no_number_and_no_end() {
    let xml = xml("<kem-theo>(Kèm theo f)</kem-theo>", "<p>a</p>", "");
    let document = read(&xml);
    assert!(document.header.number.is_empty() && document.closing.signers.is_empty());
    let bare = xml.replace("<so>b</so>", "").replace("<dia-danh>c</dia-danh>", "");
    let (bare, _) = bare.split_once("<cuoi>").expect("it has an end");
    assert_eq!(read(&format!("{bare}</van-ban>")), document);
}

#[test]
fn emphasis_takes_the_marks_that_follow_it() {
    check("<p>a <b>b <i>c</i></b></p>", &["Nội dung: a *b *_*c./.*_"]);
    check("<p>a<b> b </b>c<i>.</i></p>", &["Nội dung: a *b *c./."]);
    check("<p><i>a</i><b>b</b> <b>c</b></p>", &["Nội dung: _a_*b c./.*"]);
    check("<p>a<b></b> <i> </i>b</p>", &["Nội dung: a b./."]);
}

#[test]
fn line_breaks_stand_between_words_alone() {
    check("<p><br/> a <br/> <b>b<br/>c</b> <br/></p>", &["Nội dung: a⏎*b*⏎*c./.*"]);
    check("<p>a<br/><br/>b</p>", &["Nội dung: a⏎⏎b./."]);
    check_fault("<p>a<br>b</br></p>", "chữ nằm trong thẻ «br»", "<br>b</br>");
}

const CITATION: &str =
    "<vien-dan ma='x'>\n<day-du> Nghị định <i>số 1</i> </day-du>\n<ngan>Nghị định 1</ngan></vien-dan>";

#[test]
fn a_document_is_cited_in_full_where_it_is_printed_first() {
    let body = format!("<p>Theo {CITATION}, nay.</p><muc><ten>{CITATION}</ten><loi><b>{CITATION}</b>.</loi></muc>");
    check(
        &body,
        &["Nội dung: Theo Nghị định _số 1_, nay.", "Tiêu đề mục (cấp 1): I. Nghị định 1", "Nội dung: *Nghị định 1./.*"],
    );
    // The appendix stands first in the text and last on paper.
    let appendix = format!("<phu-luc><so>h</so><ten>i</ten><kem-theo>k</kem-theo><p>{CITATION}</p></phu-luc>");
    check_xml(&xml(&appendix, &format!("<p>{CITATION}</p>"), ""), &["Nội dung: Nghị định _số 1./._"]);
}

#[test]
fn a_basis_is_cited_in_full_always() {
    let full = CITATION.replace("ma='x'", "ma='x' day-du='co'");
    let bases = format!("<can-cu>{full}</can-cu><can-cu>{full}</can-cu>");
    check_xml(
        &xml(&bases, &format!("<p>{CITATION}</p>"), ""),
        &["Căn cứ ban hành: Nghị định _số 1;_", "Căn cứ ban hành: Nghị định _số 1._", "Nội dung: Nghị định 1./."],
    );
}

#[test]
fn citations_hold_both_forms_and_no_other_citation() {
    check_fault(
        "<p><vien-dan ma='x'><ngan>a</ngan></vien-dan></p>",
        "thiếu «day-du»",
        "<vien-dan ma='x'><ngan>a</ngan></vien-dan>",
    );
    let nested = format!("<p><vien-dan ma='y'><day-du>{CITATION}</day-du><ngan>b</ngan></vien-dan></p>");
    check_fault(&nested, "thẻ lạ «vien-dan» giữa câu", CITATION);
    let unnamed = CITATION.replace(" ma='x'", "");
    check_fault(&format!("<p>{unnamed}</p>"), "thiếu thuộc tính «ma»", &unnamed);
}

#[test]
fn a_label_is_words() {
    check("<muc kieu='1.'><nhan>Bước <b>1:</b></nhan><loi>lời</loi></muc>", &["Nội dung: Bước *1: *lời./."]);
    check(
        "<muc kieu='phan'><nhan>Phần <i>A</i></nhan><ten>Tên</ten></muc><p>b</p>",
        &["Số phần, chương: Phần _A_", "Tiêu đề phần, chương (cấp 1): Tên", "Nội dung: b./."],
    );
    check("<muc><nhan>A.</nhan><muc kieu='-'><loi>lời</loi></muc></muc>", &["Nội dung: A. ", "Nội dung: - lời./."]);
    check(
        "<muc kieu='1.'><nhan>5.</nhan><ten>a</ten><muc kieu='1.1.'><ten>b</ten><p>c</p></muc></muc>",
        &["Tiêu đề khoản (cấp 1): 5. a", "Tiêu đề khoản (cấp 2): 5.1. b", "Nội dung: c./."],
    );
}

#[test]
fn a_part_that_would_not_be_printed_is_a_fault() {
    check_fault("<muc><ten>a</ten><ten>b</ten></muc>", "thẻ «ten» viết hai lần trong «muc»", "<ten>b</ten>");
    let twice = CITATION.replace("</vien-dan>", "<ngan>c</ngan></vien-dan>");
    check_fault(&format!("<p>{twice}</p>"), "thẻ «ngan» viết hai lần trong «vien-dan»", "<ngan>c</ngan>");
}

#[test]
fn the_mark_ends_the_text_once_whatever_ends_it() {
    let table = |cell: &str, note: &str| format!("<bang><tbody><tr><td>{cell}</td></tr></tbody>{note}</bang>");
    let grid = "Bảng: [tự tính]";
    check("<p>a./.</p>", &["Nội dung: a./."]);
    check("<muc kieu='-'><loi>a;</loi></muc>", &["Nội dung: - a./."]);
    check("<muc kieu='1.'><ten>a</ten></muc>", &["Tiêu đề khoản (cấp 1): 1. a./."]);
    check(&table("a", ""), &[grid, "  Body: a", "Dấu kết thúc: ./."]);
    check(&table("a./.", ""), &[grid, "  Body: a./."]);
    check(&table("a", "<ghi-chu>b.</ghi-chu>"), &[grid, "  Body: a", "Ghi chú bảng: b./."]);
}

#[test]
fn columns_have_decimal_weights() {
    let table = "<bang><cot rong='3.5'/><cot rong='10'/><tbody><tr><td>a</td><td>b</td></tr></tbody></bang>";
    check(table, &["Bảng: [3.5, 10]", "  Body: a | b", "Dấu kết thúc: ./."]);
    check_fault(&table.replace("10", "0.05"), "thuộc tính «rong» là «0.05»", "<cot rong='0.05'/>");
}

#[test]
fn cells_of_a_header_stay_in_it() {
    let table = "<thead><tr><td rowspan='2'/><td/></tr></thead><tbody><tr><td/></tr></tbody>";
    check_fault(&format!("<bang>{table}</bang>"), "lấn xuống tbody", "<tr><td/></tr>");
}

#[test]
fn rows_may_be_wider_than_any_page() {
    let cells = "<td colspan='64'/>".repeat(1_100);
    let xml = format!("<van-ban><than><bang><tbody><tr>{cells}</tr></tbody></bang></than></van-ban>");
    assert!(parse(&xml).is_err());
}

#[test]
fn items_are_not_nested_without_end() {
    let deep = 4_000;
    let body = format!("{}{}", "<muc>".repeat(deep), "</muc>".repeat(deep));
    let faults = parse(&xml("", &body, "")).expect_err("a fault");
    assert!(faults[0].message.contains("lồng quá sâu"), "{faults:?}");
}
