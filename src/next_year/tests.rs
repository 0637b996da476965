//! Whole plans: what is written, what is marked, and that nothing else changes.

use super::*;
use crate::check::rules::undecided::{MARK, marks};
use crate::plan::{Shared, read_plan};
use crate::source::SourceFile;
use crate::yaml;

const HEAD: &str = "co_quan_ban_hanh: Ủy ban nhân dân xã Bình Minh\nky_hieu: KH-UBND\ndia_danh: Bình Minh\n\
                    ngay_ban_hanh: 26/02/2025\ntrich_yeu: Giảm nghèo\nthoi_ky: 2025\nnoi_nhan: [Như trên]\n\
                    nguoi_ky: {chuc_vu: Chủ tịch}\n";

/// The plan for a year, as it goes to disk.
#[track_caller]
fn renewed(text: &str, year: i32) -> String {
    let file = SourceFile::from_text("a.yaml", text);
    let read = yaml::read(&file, &|_| true);
    let node = read.value.expect("YAML");
    let (plan, found) = read_plan(&node, &Shared::default());
    assert_eq!((read.diagnostics, found), (Vec::new(), Vec::new()), "{text}");
    next_year(&node, &plan, &Years::of(&plan, year).expect("a year after"))
}

/// The lines that a part below the head becomes for 2026, the marks without their sign.
#[track_caller]
fn check(part: &str, expected: &str) {
    let new = renewed(&format!("{HEAD}{part}"), 2026);
    let end = new.find("nguoi_ky: {chuc_vu: Chủ tịch}").expect("the head") + "nguoi_ky: {chuc_vu: Chủ tịch}\n".len();
    assert_eq!(new[end..].replace(&format!("# {MARK}: "), "? "), expected);
}

#[test]
fn the_head_is_that_of_a_draft_again() {
    let old = "trang_thai: ban_hanh # bản chính\nso: 29  # số\nco_quan_ban_hanh: UBND xã Bình Minh\nky_hieu: KH-UBND\n\
               dia_danh: Bình Minh\nngay_ban_hanh: \"05/3/2025\"\ntrich_yeu: Giảm nghèo năm 2025 của xã\nthoi_ky: '2025'\n\
               noi_nhan: [Như trên]\nnguoi_ky:\n  chuc_vu: Chủ tịch\n  ho_ten: Nguyễn Văn An\n";
    let new = "trang_thai: du_thao # bản chính\nso:  # số\nco_quan_ban_hanh: UBND xã Bình Minh\nky_hieu: KH-UBND\n\
               dia_danh: Bình Minh\nngay_ban_hanh: 3/2026\n# CẦN QUYẾT: đã đổi năm 2025 thành năm 2026, xem lại câu\n\
               trich_yeu: Giảm nghèo năm 2026 của xã\nthoi_ky: '2026'\nnoi_nhan: [Như trên]\nnguoi_ky:\n  chuc_vu: Chủ tịch\n  \
               # CẦN QUYẾT: họ tên người ký (năm 2025: Nguyễn Văn An)\n  ho_ten:\n";
    assert_eq!(renewed(old, 2026), new);
}

#[test]
fn blanks_in_brackets_are_written() {
    let old = HEAD.replace("{chuc_vu: Chủ tịch}", "{chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}");
    let new = renewed(&old, 2026);
    assert!(new.ends_with("nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: ~}\n"), "{new}");
}

#[test]
fn deadlines_move() {
    check(
        "nhiem_vu:\n  a: {viec: A, thoi_han: {truoc_ngay: 15/12/2025}}\n  b:\n    viec: B\n    thoi_han:\n      - {moc: M, thoi_han: {quy: II/2025}}\n",
        "nhiem_vu:\n  a: {viec: A, thoi_han: {truoc_ngay: 15/12/2026}}\n  b:\n    viec: B\n    thoi_han:\n      - {moc: M, thoi_han: {quy: II/2026}}\n",
    );
    check(
        "su_kien:\n  le: {ten: lễ, ngay: 05/9/2025}\n",
        "su_kien:\n  ? ngày của sự kiện trong năm 2026 (năm 2025: 05/9/2025)\n  le: {ten: lễ, ngay: 05/9/2026}\n",
    );
}

#[test]
fn a_target_begins_where_it_was_to_end() {
    check(
        "chi_tieu:\n  a:\n    ten: tỷ lệ\n    tu: 0,82 # đầu kỳ\n    den: 0,79\n    don_vi: \"%\"\n  b: {ten: số hộ, gia_tri: 5, don_vi: hộ}\n",
        "chi_tieu:\n  a:\n    ten: tỷ lệ\n    ? mức đầu kỳ đã lấy mức mà năm 2025 phải đạt (0,79), thay bằng số đạt được; «den» của năm 2026 (năm 2025: tu 0,82%, den 0,79%)\n    tu: 0,79 # đầu kỳ\n    den: 0,79\n    don_vi: \"%\"\n  \
         ? «gia_tri» của năm 2026 (năm 2025: 5 hộ)\n  b: {ten: số hộ, gia_tri: 5, don_vi: hộ}\n",
    );
    check(
        "chi_tieu:\n  a: {ten: tỷ lệ, tu: \"0,82\", den: \"0,79\", tung_nam: {2025: \"0,79\"}}\n",
        "chi_tieu:\n  ? mức đầu kỳ đã lấy mức mà năm 2025 phải đạt (0,79), thay bằng số đạt được; «den», «tung_nam» của năm 2026 (năm 2025: tu 0,82, den 0,79)\n  a: {ten: tỷ lệ, tu: \"0,79\", den: \"0,79\", tung_nam: {2026: \"0,79\"}}\n",
    );
}

#[test]
fn money_is_to_be_decided() {
    check(
        "kinh_phi:\n  tong: 5 triệu đồng\n  nguon: {n: {ten: ngân sách}}\n  khoan:\n    k:\n      ten: K\n      phan_bo:\n        - {nguon: n, nam: 2025, so_tien: 5 triệu đồng}\n",
        "kinh_phi:\n  ? tổng kinh phí năm 2026 (năm 2025: 5 triệu đồng)\n  tong: 5 triệu đồng\n  nguon: {n: {ten: ngân sách}}\n  khoan:\n    ? số của khoản này trong năm 2026 (đang là của năm 2025)\n    k:\n      ten: K\n      phan_bo:\n        - {nguon: n, nam: 2026, so_tien: 5 triệu đồng}\n",
    );
}

#[test]
fn sentences_keep_their_years_but_those_of_the_plan_itself() {
    check(
        "noi_dung:\n  - muc: Chỉ tiêu năm 2025\n    gach:\n      - So với cuối năm\n        2024 giảm 12 hộ.\n      - Còn 15 hộ.\n",
        "noi_dung:\n  ? đã đổi năm 2025 thành năm 2026, xem lại câu\n  - muc: Chỉ tiêu năm 2026\n    gach:\n      ? năm cũ trong lời: «với cuối năm 2024»; số liệu ở mục này là của năm 2025: «12 hộ»\n      - So với cuối năm\n        2024 giảm 12 hộ.\n      - Còn 15 hộ.\n",
    );
    check(
        "ket_thuc: Tiếp tục kết quả của Kế hoạch năm 2025\n",
        "? năm cũ trong lời: «Kế hoạch năm 2025»\nket_thuc: Tiếp tục kết quả của Kế hoạch năm 2025\n",
    );
}

#[test]
fn named_values_keep_their_names() {
    check(
        "chi_tieu:\n  a: {ten: A, tung_nam: {2025: 1}}\nnoi_dung:\n  - \"Đạt {{ chi_tieu.a.nam.2025 }}.\"\n",
        "chi_tieu:\n  ? «tung_nam» của năm 2026 (đang là số cũ)\n  a: {ten: A, tung_nam: {2026: 1}}\nnoi_dung:\n  - \"Đạt {{ chi_tieu.a.nam.2026 }}.\"\n",
    );
}

#[test]
fn bodies_and_documents_that_are_no_more_are_told() {
    let registers = "co_quan:\n  cu: {ten: Sở Cũ, den_ngay: 30/6/2025, thay_bang: moi}\n  moi: {ten: Sở Mới}\nvan_ban:\n  \
                     nd: {loai: Nghị định, den_ngay: 31/12/2025, thay_bang: sau}\n  sau: {loai: Nghị định}\n  kh: {loai: Kế hoạch, trich_yeu: giảm nghèo năm 2025}\n";
    check(
        &format!("can_cu: [nd, kh]\nbao_cao:\n  q: {{noi_dung: a, co_quan: moi, gui: cu}}\n{registers}"),
        &format!(
            "? văn bản «nd» chỉ có hiệu lực đến ngày 31/12/2025; thay bằng «sau»\n? văn bản «kh» (…giảm nghèo năm 2025) là của năm cũ; có văn bản cho năm 2026 thì thay\ncan_cu: [nd, kh]\nbao_cao:\n  ? cơ quan «cu» (Sở Cũ) chỉ có đến ngày 30/6/2025; thay bằng «moi» (Sở Mới)\n  q: {{noi_dung: a, co_quan: moi, gui: cu}}\n{registers}"
        ),
    );
}

#[test]
fn tables_and_waivers_are_marked_once() {
    check(
        "noi_dung:\n  - bang:\n      cot: [{ten: Thôn}, {ten: Số hộ, loai: so}]\n      dong:\n        - [Một, 5]\n        - [Hai, 6]\nbo_qua:\n  - {ma: KH-0607, tai: a, ly_do: b}\n",
        "noi_dung:\n  - bang:\n      cot: [{ten: Thôn}, {ten: Số hộ, loai: so}]\n      ? số liệu của bảng là của năm 2025\n      dong:\n        - [Một, 5]\n        - [Hai, 6]\nbo_qua:\n  ? điều bỏ qua này là của kế hoạch năm trước; không còn đúng thì xóa\n  - {ma: KH-0607, tai: a, ly_do: b}\n",
    );
}

#[test]
fn blocks_of_lines_stay_whole() {
    check(
        "muc_dich:\n  - |\n    Kết quả năm 2024\n    đã đạt.\n  - >-\n    Đến 2025\n\n  - Xong.\n",
        "muc_dich:\n  ? năm cũ trong lời: «Kết quả năm 2024»\n  - |\n    Kết quả năm 2024\n    đã đạt.\n  ? năm cũ trong lời: «Đến 2025»\n  - >-\n    Đến 2025\n\n  - Xong.\n",
    );
}

#[test]
fn a_span_of_years_goes_on_as_long() {
    let old = HEAD
        .replace("26/02/2025", "26/02/2021")
        .replace("thoi_ky: 2025", "thoi_ky: 2021 - 2025")
        .replace("trich_yeu: Giảm nghèo", "trich_yeu: Giảm nghèo giai đoạn 2021 - 2025");
    let new = renewed(&old, 2026);
    for line in ["ngay_ban_hanh: 02/2026", "thoi_ky: 2026 - 2030", "trich_yeu: Giảm nghèo giai đoạn 2026 - 2030"]
    {
        assert!(new.contains(line), "{new}");
    }
    assert!(new.contains("# CẦN QUYẾT: thời kỳ mới đang dài như thời kỳ cũ (giai đoạn 2021 - 2025)"), "{new}");
}

#[test]
fn the_year_comes_after_the_old_plan() {
    let told = |text: &str, year: i32| {
        let node = yaml::read(&SourceFile::from_text("a.yaml", text), &|_| true).value.expect("YAML");
        Years::of(&read_plan(&node, &Shared::default()).0, year).map(|years| years.new.display())
    };
    assert_eq!(told("thoi_ky: 2025", 2026), Ok("năm 2026".to_owned()));
    assert_eq!(told("ngay_ban_hanh: 01/3/2025", 2027), Ok("năm 2027".to_owned()));
    assert_eq!(told("thoi_ky: năm học 2025-2026", 2026), Ok("năm học 2026 - 2027".to_owned()));
    assert_eq!(
        told("thoi_ky: 2021-2025", 2025),
        Err("kế hoạch cũ là của giai đoạn 2021 - 2025: viết --year từ 2026 trở đi".to_owned())
    );
    assert!(told("trich_yeu: x", 2026).is_err());
}

/// Takes the marks out of a text, and the edits: every other byte must be that of the old one.
#[track_caller]
fn differs_in_years_alone(old: &str, new: &str) {
    let kept: String = new.split_inclusive('\n').filter(|line| !line.trim_start().starts_with("# CẦN QUYẾT")).collect();
    let lines = |text: &str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(old), lines(&kept));
    assert_eq!(old.len(), new.len(), "{kept}");
    let without_figures = |line: &str| line.chars().filter(|letter| !letter.is_ascii_digit()).collect::<String>();
    let head = ["trang_thai", "so:", "ngay_ban_hanh", "ho_ten", "tu:"];
    for (old, new) in old.iter().zip(&new) {
        let edited = head.iter().any(|key| old.trim_start_matches([' ', '-', '\u{feff}']).starts_with(key))
            || old.contains("tu: ");
        assert!(edited || without_figures(old) == without_figures(new), "{old:?} {new:?}");
        assert_eq!(old.ends_with("\r\n"), new.ends_with("\r\n"));
    }
}

#[test]
fn whatever_the_bytes_are_others_stay() {
    let plan = format!(
        "\u{feff}# đầu tệp\n{HEAD}\n\n# về nhiệm vụ năm 2025\nnhiem_vu: # cuối dòng 2025\n  a:   {{ viec : \"Tra\u{302}\u{300}m  2025\" ,thoi_han: {{ngay: 2025-03-05}} }}   \n\n  # ghi\n  b:\n      viec: 'Rà  soát\n\n        xong 2025'\n"
    );
    for text in [plan.clone(), plan.replace('\n', "\r\n"), plan.trim_end().to_owned()] {
        let new = renewed(&text, 2026);
        differs_in_years_alone(&text, &new);
        assert!(new.starts_with("\u{feff}# đầu tệp"), "{new:?}");
        assert!(new.contains("# về nhiệm vụ năm 2025") && new.contains("nhiem_vu: # cuối dòng 2025"), "{new}");
        assert!(new.contains("{ngay: 2026-03-05} }   "), "{new}");
        // What is written can be read, and says the same of all that is no year.
        let file = SourceFile::from_text("b.yaml", &new);
        let read = yaml::read(&file, &|_| true);
        assert_eq!(read.diagnostics, Vec::new(), "{new}");
        assert!(!marks(&file).is_empty());
    }
}
