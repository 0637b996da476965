//! The plans of a country: 34 provinces with 3,321 communes, each plan of another length and, as far as its province does
//! not share them, other words.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::words::Dice;

/// Provinces of the country since 2025, and its communes.
const PROVINCES: usize = 34;
const COMMUNES: usize = 3_321;
/// All of them.
pub(crate) const ALL: usize = PROVINCES + COMMUNES;
/// Pages of the longest plan, about.
const LENGTHS: usize = 15;
/// Bodies that a province shares among its plans, and those that each plan prints of them.
const BODIES: usize = 40;
const PRINTED: usize = 6;

/// A country in a folder.
pub(crate) struct Country {
    /// The paths of its plans.
    pub(crate) plans: Vec<PathBuf>,
    /// What the first province shares.
    pub(crate) shared: PathBuf,
    /// How many plans print the first name in it.
    pub(crate) users: usize,
}

impl Country {
    /// Writes so many plans, of whose words a province shares so many of a hundred.
    pub(crate) fn write(root: &Path, number: usize, shared: usize) -> Self {
        fs::write(root.join("kehoach.yaml"), "").expect("the settings are written");
        let provinces = PROVINCES.min(number.div_ceil(ALL / PROVINCES)).max(1);
        let (mut plans, mut users) = (Vec::new(), 0);
        for index in 0..number {
            let province = index % provinces;
            let folder = root.join(format!("plans/tinh-{province:02}"));
            if index < provinces {
                fs::create_dir_all(&folder).expect("a folder");
                fs::write(folder.join("_chung.yaml"), common(province)).expect("what is shared is written");
            }
            let name = if index < provinces { "tinh.yaml".to_owned() } else { format!("xa-{index:04}.yaml") };
            let bodies = bodies(index);
            users += usize::from(province == 0 && bodies.contains(&0));
            fs::write(folder.join(&name), plan(index, province, shared, &bodies)).expect("a plan is written");
            plans.push(folder.join(name));
        }
        Self { plans, shared: root.join("plans/tinh-00/_chung.yaml"), users }
    }
}

/// What the plans of a province share.
fn common(province: usize) -> String {
    let mut dice = Dice::new(1_000_003 * province as u64 + 17);
    let mut out = String::from(
        "van_ban:\n  nd07: {loai: Nghị định, so_hieu: 07/2021/NĐ-CP, ngay: 27/01/2021, co_quan: Chính phủ, trich_yeu: \
         quy định chuẩn nghèo đa chiều}\n  qd90: {loai: Quyết định, so_hieu: 90/QĐ-TTg, ngay: 18/01/2022, co_quan: Thủ \
         tướng Chính phủ, trich_yeu: phê duyệt Chương trình}\nco_quan:\n",
    );
    for body in 0..BODIES {
        let _ = writeln!(out, "  p{body}: {{ten: \"Tổ công tác số {body} {}\", ten_ngan: Tổ {body}}}", dice.phrase());
    }
    out
}

/// Which bodies of its province a plan prints: those of a province in turn, so that each is printed by some.
fn bodies(index: usize) -> Vec<usize> {
    (0..PRINTED).map(|at| (index / PROVINCES * 7 + at * 5 + index % PROVINCES) % BODIES).collect()
}

/// A plan of some pages.
fn plan(index: usize, province: usize, shared: usize, bodies: &[usize]) -> String {
    let mut own = Dice::new(index as u64 + 1);
    let mut common = Dice::new(7_000_001 * (province as u64 + 1));
    let mut choice = Dice::new(index as u64 + 500_009);
    // The words of the province come in the same order in each of its plans.
    let mut sentence = |phrases: usize| {
        let (mine, theirs) = (own.sentence(phrases), common.sentence(phrases));
        if choice.below(100) < shared { theirs } else { mine }
    };
    let mut out = format!(
        "co_quan_ban_hanh: ubnd\nso: {}\nky_hieu: KH-UBND\ndia_danh: Bình Minh\nngay_ban_hanh: 08/12/2025\n\
         trang_thai: ban_hanh\ntrich_yeu: Giảm nghèo bền vững năm 2026, đợt {index}\nthoi_ky: 2026\n\
         can_cu: [nd07, qd90]\nmo_dau: \"{{{{ dinh_nghia.ubnd }}}} ban hành Kế hoạch như sau:\"\nnoi_dung:\n",
        index + 1
    );
    for part in 0..=index % LENGTHS {
        let _ = writeln!(out, "  - muc: \"Phần {part}, {}\"\n    noi_dung:", sentence(1));
        for item in 1..3 {
            let _ = writeln!(out, "      - muc: \"Việc {item}, {}\"\n        gach:", sentence(1));
            (0..5).for_each(|_| _ = writeln!(out, "          - \"{}.\"", sentence(4)));
        }
    }
    out.push_str("  - muc: Tổ chức thực hiện\n    noi_dung: [{in: trach_nhiem}]\ntrach_nhiem:\n");
    for body in bodies {
        let _ = writeln!(out, "  - co_quan: p{body}\n    viec:\n      - \"{}.\"", sentence(2));
    }
    out.push_str(
        "co_quan:\n  ubnd: {ten: Ủy ban nhân dân xã Bình Minh, ten_ngan: UBND xã}\nnoi_nhan:\n  - Các cơ quan, các thôn trong \
         xã\n  - {loi: Ban Chỉ đạo tỉnh, de: báo cáo}\nnguoi_ky: {quyen_han: [TM. Ủy ban nhân dân], chuc_vu: Chủ tịch, ho_ten: \
         Nguyễn Văn An}\n",
    );
    out
}
