//! The templates that come with the program, one line a file of `templates/`.

/// Lists templates by name with their text.
macro_rules! templates {
    ($($name:literal)*) => {
        /// Name and text of each built-in template.
        pub const BUILT_IN: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../templates/", $name)))),*];
    };
}

templates! {
    "cau/bao_cao.xml"
    "cau/chi_tieu.xml"
    "cau/sua_doi.xml"
    "khung/ke_hoach.xml"
    "khung/phieu.xml"
    "khung/so-sanh.xml"
    "muc/bang.xml"
    "muc/bao_cao.xml"
    "muc/chi_tieu.xml"
    "muc/du_an.xml"
    "muc/kinh_phi.xml"
    "muc/lich.xml"
    "muc/nhiem_vu.xml"
    "muc/sua_doi.xml"
    "muc/trach_nhiem.xml"
    "phan/bo_cuc.xml"
    "phan/can_cu.xml"
    "phan/chia_kinh_phi.xml"
    "phan/cuoi.xml"
    "phan/dau.xml"
    "phan/du_an.xml"
    "phan/in_du_lieu.xml"
    "phan/khoi.xml"
    "phan/khoi_chu.xml"
    "phan/nguoi_ky.xml"
    "phan/phan_du_an.xml"
    "phan/phu_luc.xml"
}

/// What a template is for: the comment at its head, in one line.
pub fn about(text: &str) -> String {
    let comment = text.split_once("{#").and_then(|(_, rest)| rest.split_once("#}")).map_or("", |(comment, _)| comment);
    comment.trim_matches('-').split_whitespace().collect::<Vec<_>>().join(" ")
}
