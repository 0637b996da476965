//! What becomes of a key in next year's plan: a table, so that no key with a date or a number is forgotten.

/// What becomes of the value of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Treatment {
    /// It stays, and nothing in it is looked at.
    Keep,
    /// The status: a draft again.
    Draft,
    /// It is blank until it is known.
    Blank,
    /// It is blank, and what stood there is told.
    BlankAndTold(&'static str),
    /// The day of issue.
    Issued,
    /// The period of the plan.
    Period,
    /// The year beyond the period.
    Vision,
    /// A date that moves.
    Move,
    /// A date that moves, and may be another.
    MoveAndAsk(&'static str),
    /// It stays, and a clerk decides.
    Ask(&'static str),
    /// Each of its parts stays, and a clerk decides.
    AskEach(&'static str),
    /// A figure of the old year, by its name; a clerk decides.
    Figure(&'static str),
    /// Rows of a table.
    Rows,
    /// A figure that is decided with what holds it; what stands inside is gone through.
    Within,
}

/// What becomes of a key of a shape; `None` where it says nothing of a year by itself, and what stands inside is gone through.
pub(super) fn treatment(shape: &str, key: &str) -> Option<Treatment> {
    use Treatment as T;
    Some(match (shape, key) {
        (_, "ghi_chu") | ("plan", "van_ban" | "chuong_trinh") => T::Keep,
        ("plan", "trang_thai") => T::Draft,
        ("plan", "so") => T::Blank,
        ("signature_shape", "ho_ten") => T::BlankAndTold("họ tên người ký"),
        ("plan", "ngay_ban_hanh") => T::Issued,
        ("plan", "thoi_ky") => T::Period,
        ("plan", "tam_nhin") => T::Vision,
        ("plan", "dau_du_thao") => T::Ask("dấu dự thảo này là của kế hoạch năm trước"),
        ("plan", "kem_theo") => {
            T::Ask("kế hoạch năm trước ban hành kèm theo văn bản này; ghi văn bản ban hành kế hoạch mới")
        }
        ("plan", "bo_qua") => T::AskEach("điều bỏ qua này là của kế hoạch năm trước; không còn đúng thì xóa"),
        ("block", "sua_doi") => T::Ask("nội dung sửa đổi này là của kế hoạch năm trước"),
        ("deadline", "truoc_ngay" | "ngay" | "thang" | "quy" | "nam" | "nam_hoc" | "tu" | "den") => T::Move,
        ("allocation", "nam") => T::Move,
        ("event", "ngay") => T::MoveAndAsk("ngày của sự kiện"),
        ("agenda" | "agenda_day", "ngay") => T::MoveAndAsk("ngày của lịch"),
        ("target", "gia_tri" | "con" | "tu" | "den" | "giam" | "tang" | "phan" | "tung_nam" | "phan_bo") => T::Within,
        ("share", "gia_tri") => T::Within,
        ("funding_shape", "tong") => T::Figure("tổng kinh phí"),
        ("funding_shape", "ghi") => T::Figure("tổng ghi trong văn bản gốc"),
        ("funding_shape", "theo_nguon") => T::Figure("kinh phí theo nguồn vốn"),
        ("funding_shape", "theo_nam") => T::Figure("kinh phí theo năm"),
        ("funding_item", "so_luong" | "so_tien" | "muc_toi_da" | "phan_bo" | "theo_nguon" | "theo_nam" | "khoan") => {
            T::Within
        }
        ("allocation", "so_tien") => T::Within,
        ("project" | "task", "so_tien") => T::Figure("số tiền"),
        ("table", "dong") => T::Rows,
        ("body_entry", "tu_ngay" | "den_ngay" | "thuoc" | "thay_bang") => T::Keep,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::whole::PLAN;
    use crate::schema::{Kind, Shape};

    /// Whether a value of a kind can hold a date, a year or a number that is measured.
    fn tells_of_a_year(kind: &Kind) -> bool {
        match kind {
            Kind::Number
            | Kind::Money
            | Kind::Amount
            | Kind::Date
            | Kind::PartialDate
            | Kind::Period
            | Kind::Year
            | Kind::ByYear(_) => true,
            Kind::Form(term, pattern) => pattern.contains("{4}") || *term == "một phân số",
            Kind::List(inner) | Kind::Dict(inner) | Kind::Pairs(inner) | Kind::Blank(inner) => tells_of_a_year(inner),
            Kind::Either(first, second) => tells_of_a_year(first) || tells_of_a_year(second),
            Kind::Text
            | Kind::Name
            | Kind::Whole(..)
            | Kind::Between(..)
            | Kind::Choice(_)
            | Kind::Id(_)
            | Kind::IdOrText(_)
            | Kind::Group(_) => false,
        }
    }

    #[test]
    fn every_key_with_a_date_or_a_number_is_decided() {
        let kept =
            ["document", "programme_shape", "programme_project", "waiver", "amendments", "amendment", "attachment"];
        let mut forgotten = Vec::new();
        for shape in Shape::reached(&[&PLAN]).into_iter().filter(|shape| !kept.contains(&shape.name)) {
            for key in shape.keys.iter().filter(|key| tells_of_a_year(&(key.kind)())) {
                if treatment(shape.name, key.key).is_none() {
                    forgotten.push(format!("{}.{}", shape.name, key.key));
                }
            }
        }
        assert_eq!(forgotten, Vec::<String>::new());
    }

    #[test]
    fn every_key_of_the_table_is_one() {
        let shapes = Shape::reached(&[&PLAN]);
        let has = |shape: &str, key: &str| shapes.iter().any(|known| known.name == shape && known.key(key).is_some());
        for (shape, key) in [
            ("plan", "trang_thai"),
            ("signature_shape", "ho_ten"),
            ("block", "sua_doi"),
            ("deadline", "truoc_ngay"),
            ("allocation", "nam"),
            ("event", "ngay"),
            ("agenda_day", "ngay"),
            ("target", "tung_nam"),
            ("share", "gia_tri"),
            ("funding_shape", "theo_nam"),
            ("funding_item", "khoan"),
            ("task", "so_tien"),
            ("table", "dong"),
            ("body_entry", "den_ngay"),
        ] {
            assert!(has(shape, key) && treatment(shape, key).is_some(), "{shape}.{key}");
        }
    }
}
