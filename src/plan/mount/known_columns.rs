//! The columns of what is generated from data: which there are in each form, and which of them are usual.
//!
//! A form of a kind of data has its columns in [`known`]; a list has them too, each a line below its entry. What a column is
//! called and how its cells are worded is for the templates to say.

use super::{Mount, MountForm, MountKind};

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// Numbers of rows, codes: they stand before the name of a row.
    Marks,
    /// Words.
    Words,
    /// Figures, flush right, which may have a total.
    Figures,
}

/// When a column is printed that nobody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usual {
    /// Always.
    Always,
    /// When some cell of it holds something.
    Filled,
    /// Never: it must be asked for.
    Asked,
}

/// A column that a form has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownColumn {
    /// The word by which it is asked for: mostly the key that it prints.
    pub key: &'static str,
    /// What its cells hold.
    pub cells: Cells,
    /// When it is printed that nobody asks for.
    pub usual: Usual,
    /// The keys of an entry that it puts on paper.
    pub prints: &'static [&'static str],
}

const fn column(key: &'static str, cells: Cells, usual: Usual, prints: &'static [&'static str]) -> KnownColumn {
    KnownColumn { key, cells, usual, prints }
}

use Cells::{Figures, Marks, Words};
use Usual::{Always, Asked, Filled};

const TASKS: &[KnownColumn] = &[
    column("stt", Marks, Always, &[]),
    column("ky_hieu", Marks, Filled, &["ky_hieu"]),
    column("viec", Words, Always, &[]),
    column("cach_lam", Words, Filled, &["cach_lam"]),
    column("chu_tri", Words, Filled, &["chu_tri", "dong_chu_tri"]),
    column("phoi_hop", Words, Filled, &["phoi_hop"]),
    column("thoi_han", Words, Filled, &["thoi_han"]),
    column("san_pham", Words, Filled, &["san_pham"]),
    column("so_tien", Figures, Filled, &["so_tien", "kinh_phi"]),
    column("loai_chi", Words, Filled, &["loai_chi"]),
    column("du_an", Words, Asked, &["du_an"]),
    column("chi_tieu", Words, Asked, &["chi_tieu"]),
];

/// What the sentence of a target says beside its name.
pub const SENTENCE: &[&str] = &[
    "mo", "tu", "den", "gia_tri", "con", "giam", "tang", "phan", "giao", "so_sanh", "moi", "so_voi", "chuan",
    "thoi_han", "tung_nam",
];

const TARGETS: &[KnownColumn] = &[
    column("stt", Marks, Always, &[]),
    column("chi_tieu", Words, Always, SENTENCE),
    column("phu_trach", Words, Filled, &["phu_trach"]),
    column("nguon_so_lieu", Words, Asked, &["nguon_so_lieu"]),
    column("chi_so", Words, Asked, &["chi_so"]),
];

const PROJECTS: &[KnownColumn] = &[
    column("stt", Marks, Always, &[]),
    column("du_an", Words, Always, &[]),
    column("muc_tieu", Words, Asked, &["muc_tieu"]),
    column("doi_tuong", Words, Asked, &["doi_tuong"]),
    column("so_tien", Figures, Filled, &["so_tien"]),
    column("kinh_phi", Words, Filled, &["kinh_phi"]),
    column("chu_tri", Words, Filled, &["chu_tri", "dong_chu_tri"]),
    column("phoi_hop", Words, Filled, &["phoi_hop"]),
    column("phan_cong", Words, Filled, &["phan_cong"]),
];

const FUNDING: &[KnownColumn] = &[
    column("stt", Marks, Always, &[]),
    column("noi_dung", Words, Always, &["muc_toi_da"]),
    column("so_luong", Figures, Filled, &["so_luong"]),
    column("so_tien", Figures, Always, &["so_tien", "theo", "hien_vat"]),
    column("nguon", Words, Filled, &["nguon"]),
    column("theo_nguon", Words, Asked, &["theo_nguon"]),
    column("theo_nam", Words, Asked, &["theo_nam"]),
    column("du_an", Words, Asked, &["du_an"]),
    column("loi", Words, Asked, &["loi"]),
];

/// What a target wants in the end.
const GOAL: &[&str] = &["den", "gia_tri", "con", "giam", "tang", "phan", "giao", "so_sanh", "moi", "thoi_han"];

const TARGETS_BY_YEAR: &[KnownColumn] = &[
    column("stt", Marks, Always, &[]),
    column("chi_tieu", Words, Always, &["chuan", "so_voi"]),
    column("don_vi", Words, Filled, &[]),
    column("tu", Figures, Filled, &["tu"]),
    column("tung_nam", Figures, Filled, &["tung_nam"]),
    column("muc_tieu", Figures, Filled, GOAL),
    column("phu_trach", Words, Filled, &["phu_trach"]),
    column("nguon_so_lieu", Words, Filled, &["nguon_so_lieu"]),
    column("chi_so", Words, Asked, &["chi_so"]),
];

const DUTIES: &[KnownColumn] = &[
    column("stt", Marks, Always, &[]),
    column("co_quan", Words, Always, &[]),
    column("viec", Words, Always, &["loi", "viec", "de_nghi", "liet_ke"]),
];

const REPORTS: &[KnownColumn] = &[
    column("stt", Marks, Always, &[]),
    column("noi_dung", Words, Always, &["noi_dung", "ky"]),
    column("co_quan", Words, Filled, &["co_quan"]),
    column("gui", Words, Filled, &["gui", "qua"]),
    column("thoi_han", Words, Filled, &["thoi_han"]),
];

/// The columns of a form of a kind of data, in their usual order; none for a form that has no columns to choose from.
pub fn known(kind: MountKind, form: MountForm) -> &'static [KnownColumn] {
    let is_table = form == MountForm::Table;
    match kind {
        MountKind::Tasks if is_table || form == MountForm::List => TASKS,
        MountKind::Targets if is_table => TARGETS,
        MountKind::Targets if form == MountForm::YearTable => TARGETS_BY_YEAR,
        MountKind::Responsibilities if is_table => DUTIES,
        MountKind::Reports if is_table => REPORTS,
        MountKind::Projects if is_table => PROJECTS,
        MountKind::Funding if is_table => FUNDING,
        MountKind::Tasks
        | MountKind::Targets
        | MountKind::Responsibilities
        | MountKind::Reports
        | MountKind::Projects
        | MountKind::Funding => &[],
    }
}

/// The columns that the form of a mount has, in their usual order.
pub fn of(mount: &Mount) -> &'static [KnownColumn] {
    known(mount.kind.value, mount.shown_as())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_belong_to_forms_that_there_are() {
        for kind in MountKind::ALL {
            for form in MountForm::ALL {
                let columns = known(*kind, *form);
                assert!(columns.is_empty() || kind.forms().contains(form), "{kind:?} {form:?}");
                let mut keys: Vec<_> = columns.iter().map(|column| column.key).collect();
                keys.sort_unstable();
                keys.dedup();
                assert_eq!(keys.len(), columns.len(), "{kind:?} {form:?}");
                // The first column of words names the entry, so it is always there.
                let name = columns.iter().find(|column| column.cells == Words);
                assert!(name.is_none_or(|column| column.usual == Always), "{kind:?} {form:?}");
            }
        }
    }
}
