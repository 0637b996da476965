//! A hundred plans of twenty-two pages, no two alike, so that nothing that is remembered of one serves another; and the
//! largest plan that an office issues.

use std::fmt::Write;

/// How many plans there are.
pub(super) const PLANS: usize = 100;

/// Phrases that plans are made of; put together at random they read like one.
const PHRASES: [&str; 36] = [
    "rà soát hộ nghèo, hộ cận nghèo trên địa bàn",
    "thống kê đầy đủ các hộ có thành viên thiếu việc làm",
    "hướng dẫn các thôn lập danh sách đề nghị hỗ trợ",
    "tổng hợp kết quả thực hiện",
    "bảo đảm đúng quy định của pháp luật",
    "phù hợp với từng nhóm đối tượng và từng địa bàn dân cư",
    "lồng ghép các nguồn vốn của những chương trình khác",
    "ưu tiên hộ nghèo là người dân tộc thiểu số",
    "hỗ trợ cây giống, con giống, vật tư sản xuất",
    "mở lớp đào tạo nghề ngắn hạn cho lao động nông thôn",
    "vay vốn ưu đãi của Ngân hàng Chính sách xã hội",
    "sửa chữa nhà ở dột nát trước mùa mưa bão",
    "cấp thẻ bảo hiểm y tế kịp thời cho người thuộc diện hỗ trợ",
    "đưa nước sạch tới các cụm dân cư xa trung tâm",
    "vận động doanh nghiệp nhận lao động tại chỗ",
    "tuyên truyền trên hệ thống truyền thanh cơ sở",
    "nêu gương hộ thoát nghèo bằng sức mình",
    "kiểm tra, giám sát việc sử dụng kinh phí",
    "công khai kết quả bình xét ở nhà văn hóa thôn",
    "giao trách nhiệm cụ thể cho từng cán bộ, công chức",
    "phối hợp với Mặt trận Tổ quốc và các đoàn thể",
    "báo cáo cấp trên đúng thời hạn",
    "hoàn thành trước ngày 15 tháng 11",
    "duy trì các mô hình sinh kế đã có hiệu quả",
    "nhân rộng cách làm hay của các thôn bạn",
    "giúp người nghèo tiếp cận thông tin và dịch vụ công",
    "miễn, giảm học phí cho học sinh thuộc hộ nghèo",
    "giới thiệu việc làm trong và ngoài tỉnh",
    "chuyển đổi diện tích lúa kém hiệu quả sang cây ăn quả",
    "liên kết sản xuất với hợp tác xã trên địa bàn",
    "thăm hỏi, tặng quà dịp lễ, tết",
    "xây dựng đường nội đồng, kênh mương",
    "không để hộ nào phải chờ hồ sơ quá mười ngày",
    "cập nhật dữ liệu vào phần mềm quản lý",
    "phân loại nguyên nhân nghèo của từng hộ",
    "đề xuất biện pháp sát với hoàn cảnh của mỗi gia đình",
];

/// Numbers that only look like chance.
pub(super) struct Dice(u64);

impl Dice {
    /// Dice that fall alike for the same seed.
    #[allow(dead_code, reason = "another benchmark throws its own")]
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn below(&mut self, most: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % most as u64).unwrap_or_default()
    }

    pub(super) fn phrase(&mut self) -> &'static str {
        PHRASES[self.below(PHRASES.len())]
    }

    /// A sentence of some phrases, told from all others by a number.
    pub(super) fn sentence(&mut self, phrases: usize) -> String {
        let number = self.below(100_000);
        let words: Vec<_> = (0..phrases).map(|_| self.phrase()).collect();
        let words = words.join("; ");
        let mut letters = words.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{first}{} (văn bản số {number})", letters.as_str())
    }
}

/// The text of a plan, by its number.
pub(super) fn plan(number: usize) -> String {
    let mut dice = Dice(number as u64 + 1);
    let mut out = format!(
        "co_quan_ban_hanh: ubnd\nso: {}\nky_hieu: KH-UBND\ndia_danh: Bình Minh\nngay_ban_hanh: 08/12/2025\n\
         trang_thai: ban_hanh\ntrich_yeu: Giảm nghèo bền vững năm 2026, đợt {number}\nthoi_ky: 2026\n\
         can_cu: [nd07, qd90]\nmo_dau: \"{{{{ dinh_nghia.ubnd }}}} ban hành Kế hoạch như sau:\"\nnoi_dung:\n",
        number + 1
    );
    for part in 0..6 {
        let _ = writeln!(out, "  - muc: Phần {part}, {}\n    noi_dung:", dice.phrase());
        for item in 1..6 {
            let _ = writeln!(out, "      - muc: Việc {item}, {}\n        gach:", dice.phrase());
            for _ in 0..5 {
                let _ = writeln!(out, "          - \"{}.\"", dice.sentence(4));
            }
            let _ = writeln!(
                out,
                "          - \"Theo {{{{ van_ban.qd90 }}}}, **{}** *{}*.\"",
                dice.phrase(),
                dice.phrase()
            );
        }
    }
    out.push_str("  - muc: Chỉ tiêu\n    noi_dung: [{in: chi_tieu}]\n  - muc: Tổ chức thực hiện\n");
    out.push_str("    noi_dung: [{in: trach_nhiem}]\n  - muc: Biểu số liệu\n    noi_dung:\n      - bang:\n");
    out.push_str("          cot:\n            - {ten: STT, loai: stt}\n            - {ten: Thôn}\n");
    out.push_str("            - {ten: Hộ, ma: ho, loai: so}\n            - {ten: Hộ nghèo, ma: ngheo, loai: so}\n");
    out.push_str("            - {ten: Tỷ lệ, tinh: ngheo / ho * 100, so_le: 2, cong: khong}\n          dong:\n");
    for row in 0..40 {
        let _ = writeln!(out, "            - [Thôn {row}, {}, {}]", 100 + dice.below(900), 1 + dice.below(99));
    }
    out.push_str("            - {tong: Tổng cộng}\nchi_tieu:\n");
    for target in 0..12 {
        let _ = writeln!(
            out,
            "  c{target}:\n    ten: \"số hộ được {}\"\n    so_sanh: it_nhat\n    gia_tri: {}\n    don_vi: hộ\n    phu_trach: p{target}",
            dice.phrase(),
            1 + dice.below(999)
        );
    }
    out.push_str("trach_nhiem:\n");
    for body in 0..15 {
        let _ = writeln!(out, "  - co_quan: p{body}\n    viec:");
        for _ in 0..3 {
            let _ = writeln!(out, "      - \"{}.\"", dice.sentence(2));
        }
    }
    out.push_str("co_quan:\n  ubnd: {ten: Ủy ban nhân dân xã Bình Minh, ten_ngan: UBND xã}\n");
    for body in 0..15 {
        let _ = writeln!(out, "  p{body}: {{ten: \"Tổ công tác số {body} {}\", ten_ngan: Tổ {body}}}", dice.phrase());
    }
    out.push_str(
        "van_ban:\n  nd07: {loai: Nghị định, so_hieu: 07/2021/NĐ-CP, ngay: 27/01/2021, co_quan: Chính phủ, trich_yeu: \
         quy định chuẩn nghèo đa chiều}\n  qd90: {loai: Quyết định, so_hieu: 90/QĐ-TTg, ngay: 18/01/2022, co_quan: Thủ \
         tướng Chính phủ, trich_yeu: phê duyệt Chương trình}\nnoi_nhan:\n  - Các cơ quan, các thôn trong xã\n  - {loi: Ban Chỉ đạo \
         huyện, de: báo cáo}\nnguoi_ky: {quyen_han: [TM. Ủy ban nhân dân], chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}\n",
    );
    out
}

/// The largest plan: 12 Dự án, 40 bodies, 6 appendices with 300 rows of tables, 80 pages.
pub(super) fn largest() -> String {
    let mut dice = Dice(u64::MAX);
    let mut out = String::from(
        "co_quan_ban_hanh: Ủy ban nhân dân tỉnh Bình Minh\nso: 80\nky_hieu: KH-UBND\ndia_danh: Bình Minh\n\
         ngay_ban_hanh: 08/01/2026\ntrang_thai: ban_hanh\ntrich_yeu: Thực hiện Chương trình giai đoạn 2026 - 2030\n\
         thoi_ky: 2026-2030\nmo_dau: Ủy ban nhân dân tỉnh ban hành Kế hoạch kèm theo các phụ lục như sau.\n\
         noi_dung:\n  - muc: Các Dự án\n    noi_dung: [{in: du_an}]\n",
    );
    for part in 0..8 {
        let _ = writeln!(out, "  - muc: Phần {part}, {}\n    noi_dung:", dice.phrase());
        for item in 1..8 {
            let _ = writeln!(out, "      - muc: Việc {item}, {}\n        gach:", dice.phrase());
            (0..6).for_each(|_| _ = writeln!(out, "          - \"{}.\"", dice.sentence(5)));
        }
    }
    out.push_str("  - muc: Tổ chức thực hiện\n    noi_dung: [{in: trach_nhiem}]\n");
    let appendices: Vec<_> = (0..6).map(|number| format!("{{{{ phu_luc.pl{number} }}}}")).collect();
    let _ = writeln!(out, "  - muc: Biểu số liệu\n    loi: \"Các biểu tại {}.\"\ndu_an:", appendices.join(", "));
    for project in 0..12 {
        let _ = writeln!(
            out,
            "  da{project}:\n    chu_tri: b{project}\n    phoi_hop: [b{}, b{}]",
            project + 12,
            project + 24
        );
        let _ = writeln!(out, "    muc_tieu: \"{}.\"\n    doi_tuong:", dice.sentence(3));
        (0..3).for_each(|_| _ = writeln!(out, "      - \"{}\"", dice.sentence(2)));
        out.push_str("    noi_dung:\n");
        (0..6).for_each(|_| _ = writeln!(out, "      - \"{}.\"", dice.sentence(4)));
    }
    out.push_str("trach_nhiem:\n");
    for body in 0..40 {
        let _ = writeln!(out, "  - co_quan: b{body}\n    viec:");
        (0..4).for_each(|_| _ = writeln!(out, "      - \"{}.\"", dice.sentence(3)));
    }
    out.push_str("phu_luc:\n");
    for appendix in 0..6 {
        let _ = writeln!(out, "  pl{appendix}:\n    ten: Biểu số {appendix}\n    huong: ngang\n    noi_dung:");
        out.push_str(
            "      - bang:\n          cot:\n            - {ten: STT, loai: stt}\n            - {ten: Công trình}\n",
        );
        out.push_str("            - {ten: Quy mô}\n            - {ten: Trung ương, ma: tw, loai: so}\n");
        out.push_str("            - {ten: Tỉnh, ma: tinh, loai: so}\n            - {ten: Cộng, tinh: tw + tinh}\n");
        out.push_str("          dong:\n");
        for row in 0..50 {
            let [central, own] = [900, 99].map(|most| 1 + dice.below(most));
            let _ =
                writeln!(out, "            - [\"{row}. {}\", \"{}\", {central}, {own}]", dice.phrase(), dice.phrase());
        }
        out.push_str("            - {tong: Tổng cộng}\n");
    }
    out.push_str("chuong_trinh:\n  ten: Chương trình mục tiêu quốc gia\n  du_an:\n");
    (0..12)
        .for_each(|project| _ = writeln!(out, "    da{project}: {{so: {}, ten: \"{}\"}}", project + 1, dice.phrase()));
    out.push_str("co_quan:\n");
    (0..40).for_each(|body| {
        _ = writeln!(out, "  b{body}: {{ten: \"Sở số {body} {}\", ten_ngan: Sở {body}}}", dice.phrase())
    });
    out.push_str(
        "noi_nhan: [Các sở]\nnguoi_ky: {quyen_han: [TM. Ủy ban nhân dân], chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}\n",
    );
    out
}
