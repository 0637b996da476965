//! What a change is about, by the keys on the way to it.

use super::change::{Step, Topic, What};
use crate::schema::Meaning;

/// The topic of what happened at a place.
pub(super) fn of(path: &[Step], what: &What) -> Topic {
    let keys: Vec<&str> = path
        .iter()
        .filter_map(|step| match step {
            Step::Key(key) => Some(key.key),
            Step::Entry { .. } | Step::Item { .. } => None,
        })
        .collect();
    let (first, last) = (keys.first().copied().unwrap_or_default(), keys.last().copied().unwrap_or_default());
    // The group of a target says with which others it is printed.
    let is_group = last == "nhom" && matches!(first, "chi_tieu" | "du_an");
    // What a registry says of a body beside its name is printed nowhere.
    let is_silent = first == "co_quan" && matches!(last, "tu_ngay" | "den_ngay" | "thay_bang" | "thuoc" | "nhom");
    // That a body is named, or no more, is told where it is named.
    let is_listed = first == "co_quan" && path.len() == 2 && matches!(what, What::Added(_) | What::Removed(_));
    let is_silent = is_silent || is_listed;
    if is_group || is_silent || is_printing(last, &keys) {
        return Topic::Printing;
    }
    if keys.contains(&"bang") || keys.contains(&"dong") && keys.contains(&"o") {
        return Topic::Tables;
    }
    if matches!(last, "thoi_han" | "thoi_ky" | "tam_nhin") || keys.contains(&"thoi_han") || first == "su_kien" {
        return Topic::Time;
    }
    if matches!(last, "chu_tri" | "dong_chu_tri" | "phoi_hop" | "phu_trach" | "phan_cong") {
        return Topic::Assignment;
    }
    match first {
        "chi_tieu" => Topic::Targets,
        "kinh_phi" => Topic::Money,
        _ if holds_money(what) => Topic::Money,
        "trach_nhiem" | "nhiem_vu" | "bao_cao" | "du_an" | "co_quan" | "chuong_trinh" => Topic::Assignment,
        "can_cu" | "van_ban" => Topic::Bases,
        "noi_nhan" | "luu" => Topic::Recipients,
        "noi_dung" | "mo_dau" | "muc_dich" | "yeu_cau" | "ket_thuc" | "phu_luc" | "trich_yeu" => Topic::Content,
        _ => Topic::Document,
    }
}

/// Keys that say how something looks.
fn is_printing(last: &str, keys: &[&str]) -> bool {
    let of_block =
        matches!(last, "kieu" | "kieu_phan" | "danh_so" | "ngat_dong" | "rong" | "can" | "so_le" | "co_chu" | "kho");
    // An id is printed nowhere.
    let of_block = of_block || last == "ma" && keys.contains(&"bang");
    let of_mount = matches!(last, "dang" | "chon" | "stt") && !keys.contains(&"dong");
    let of_columns = last == "cot" && !keys.contains(&"bang");
    of_block || of_mount || of_columns
}

fn holds_money(what: &What) -> bool {
    let is_money = |meaning: &Meaning| matches!(meaning, Meaning::Money(_));
    match what {
        What::Changed { old, new } => is_money(&old.meaning) || is_money(&new.meaning),
        What::Added(stated) | What::Removed(stated) => is_money(&stated.meaning),
        What::Moved { .. }
        | What::Reordered(_)
        | What::Renamed(_)
        | What::Merged { .. }
        | What::Split { .. }
        | What::Regrouped { .. } => false,
    }
}
