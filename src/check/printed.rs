//! What each form of each kind of data prints: the keys of an entry beyond its name that the built-in templates put on
//! paper. Data that no form prints (who answers for a target, its indicators, the project of a task) is not in it.

use crate::check::own::OwnTemplates;
use crate::plan::mount::known_columns::{self, Usual};
use crate::plan::mount::{Mount, MountForm, MountKind};
use crate::plan::{duty, funding, project, target, task};
use crate::schema::Shape;

/// A form of a kind of data, and the keys that it prints of each entry.
type Row = (MountKind, MountForm, &'static [&'static str]);

/// What a project is printed with as an item of a list.
const PROJECT: &[&str] =
    &["muc_tieu", "doi_tuong", "noi_dung", "chu_tri", "dong_chu_tri", "phoi_hop", "phan_cong", "so_tien", "kinh_phi"];

/// The table, one row for each form of a kind of data that has no columns to choose from.
pub(super) const PRINTED: &[Row] = {
    use MountForm::{List, Nested, Paragraph, SourceTable, SourceYearTable, Total, YearTable};
    use MountKind::{Funding, Projects, Reports, Responsibilities, Targets, Tasks};
    &[
        (Targets, List, &["phan_bo"]),
        (Targets, Paragraph, &[]),
        (Projects, List, PROJECT),
        (Projects, Nested, PROJECT),
        (Projects, Paragraph, &[]),
        (
            Funding,
            List,
            &[
                "nhom",
                "so_luong",
                "so_tien",
                "theo",
                "muc_toi_da",
                "hien_vat",
                "nguon",
                "theo_nguon",
                "theo_nam",
                "loi",
            ],
        ),
        (Funding, Total, &[]),
        (Funding, SourceTable, &["so_tien", "hien_vat", "phan_bo", "nguon", "theo_nguon"]),
        (Funding, YearTable, &["so_tien", "hien_vat", "phan_bo", "theo_nam"]),
        (Funding, SourceYearTable, &["so_tien", "hien_vat", "phan_bo", "nguon", "theo_nguon", "theo_nam"]),
        (Tasks, Paragraph, &[]),
        (Responsibilities, List, &["loi", "viec", "de_nghi", "liet_ke"]),
        (Responsibilities, Paragraph, &[]),
        (Reports, List, &["noi_dung", "co_quan", "gui", "qua", "thoi_han", "ky"]),
        (Reports, Paragraph, &["noi_dung", "co_quan", "gui", "qua", "thoi_han", "ky"]),
    ]
};

/// The keys that a form prints of each entry where nobody chooses its columns; nothing for a form that the kind does not
/// have.
pub(super) fn keys(kind: MountKind, form: MountForm) -> Vec<&'static str> {
    let columns = known_columns::known(kind, form).iter().filter(|column| column.usual != Usual::Asked);
    let by_columns = columns.flat_map(|column| column.prints);
    let row = PRINTED.iter().find(|row| row.0 == kind && row.1 == form);
    // The sentence of a target says the same in a list and in a paragraph.
    let in_words = kind == MountKind::Targets && matches!(form, MountForm::List | MountForm::Paragraph);
    let sentence = if in_words { known_columns::SENTENCE } else { &[] };
    row.map_or(&[][..], |row| row.2).iter().chain(sentence).chain(by_columns).copied().collect()
}

/// The shape of an entry of a kind of data.
fn shape(kind: MountKind) -> &'static Shape {
    match kind {
        MountKind::Targets => &target::TARGET,
        MountKind::Projects => &project::PROJECT,
        MountKind::Funding => &funding::FUNDING_ITEM,
        MountKind::Tasks => &task::TASK,
        MountKind::Responsibilities => &duty::RESPONSIBILITY,
        MountKind::Reports => &duty::REPORT,
    }
}

/// The keys that a form prints of each entry, by the office's own template of the kind if it has one.
pub(super) fn keys_by(own: Option<&OwnTemplates>, kind: MountKind, form: MountForm) -> Vec<&'static str> {
    match own.filter(|own| own.print(kind)) {
        Some(own) => shape(kind).keys.iter().map(|key| key.key).filter(|key| own.name(kind, key)).collect(),
        None => keys(kind, form),
    }
}

/// The keys that a mount prints of each entry: those of the columns that it asks for, else those of its form.
pub(super) fn keys_of<'m>(own: Option<&OwnTemplates>, mount: &'m Mount) -> Vec<&'m str> {
    let known = known_columns::of(mount);
    if own.is_some_and(|own| own.print(mount.kind.value)) {
        let named = keys_by(own, mount.kind.value, mount.shown_as());
        return mount.columns.iter().map(|column| column.key.words.as_str()).chain(named).collect();
    }
    if mount.columns.is_empty() || known.is_empty() {
        return keys(mount.kind.value, mount.shown_as());
    }
    let prints = |key: &str| known.iter().find(|column| column.key == key).map_or(&[][..], |column| column.prints);
    let asked = || mount.columns.iter().map(|column| column.key.words.as_str());
    // A column of an office's own is called like its cells.
    asked().flat_map(|key| prints(key).iter().copied().chain([key])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The built-in template of a kind of data.
    fn template(kind: MountKind) -> &'static str {
        match kind {
            MountKind::Targets => {
                concat!(
                    include_str!("../../templates/cau/chi_tieu.xml"),
                    include_str!("../../templates/muc/chi_tieu.xml")
                )
            }
            MountKind::Projects => {
                concat!(include_str!("../../templates/muc/du_an.xml"), include_str!("../../templates/phan/du_an.xml"))
            }
            MountKind::Funding => include_str!("../../templates/muc/kinh_phi.xml"),
            MountKind::Tasks => include_str!("../../templates/muc/nhiem_vu.xml"),
            MountKind::Responsibilities => include_str!("../../templates/muc/trach_nhiem.xml"),
            MountKind::Reports => include_str!("../../templates/muc/bao_cao.xml"),
        }
    }

    /// What a template holds for a form: a table ends with its element, a paragraph with its line; lists come last.
    fn branch(kind: MountKind, form: MountForm) -> String {
        let whole = template(kind);
        let from = |whole: &'static str| whole.split_once(&format!("\"{}\"", form.word())).map(|(_, rest)| rest);
        let branch = match form {
            MountForm::List | MountForm::Nested => whole.rsplit_once("</bang>").map(|(_, rest)| rest),
            MountForm::Paragraph | MountForm::Total => from(whole).and_then(|rest| rest.lines().next()),
            MountForm::Table => from(whole).and_then(|rest| rest.split("</bang>").next()),
            MountForm::SourceTable | MountForm::YearTable | MountForm::SourceYearTable | MountForm::Own => None,
        };
        let branch = branch.unwrap_or_default();
        let sentence =
            if branch.contains("cau/bao_cao.xml") { include_str!("../../templates/cau/bao_cao.xml") } else { "" };
        format!("{branch}{sentence}")
    }

    /// How a template names a key of an entry.
    fn name(kind: MountKind, key: &str) -> String {
        match (kind, key) {
            (MountKind::Funding, "nhom") => "kp.nhom".to_owned(),
            (MountKind::Funding, _) => format!("khoan.{key}"),
            // Both are one value.
            (MountKind::Projects, "so_tien") => ".kinh_phi".to_owned(),
            _ => format!(".{key}"),
        }
    }

    #[test]
    fn every_form_of_every_kind_has_a_row() {
        for kind in MountKind::ALL {
            for form in MountForm::ALL {
                let rows = PRINTED.iter().filter(|row| row.0 == *kind && row.1 == *form).count();
                let has_columns = !known_columns::known(*kind, *form).is_empty();
                let ways = rows + usize::from(has_columns);
                assert_eq!(ways, usize::from(kind.forms().contains(form)), "{kind:?} {form:?}");
            }
        }
    }

    #[test]
    fn the_templates_print_what_is_said() {
        let split = [MountForm::SourceTable, MountForm::YearTable, MountForm::SourceYearTable];
        for row in PRINTED.iter().filter(|row| !split.contains(&row.1)) {
            let branch = branch(row.0, row.1);
            assert!(!branch.is_empty(), "{row:?}");
            for key in PRINTED.iter().filter(|other| other.0 == row.0).flat_map(|other| other.2) {
                let printed = branch.contains(&name(row.0, key));
                // The table of projects is to name co-leads beside the lead.
                let awaited = row.0 == MountKind::Projects && row.1 == MountForm::Table && *key == "dong_chu_tri";
                assert!(printed == row.2.contains(key) || awaited, "{row:?}: {key}");
            }
        }
    }

    #[test]
    fn the_templates_have_every_column() {
        for kind in MountKind::ALL {
            for form in MountForm::ALL {
                for column in known_columns::known(*kind, *form) {
                    let named = template(*kind).contains(&format!("c.ma == \"{}\"", column.key));
                    assert!(named, "{kind:?} {form:?}: {column:?}");
                    let printed = column.prints.iter().filter(|key| **key != "dong_chu_tri");
                    for key in printed {
                        assert!(template(*kind).contains(&name(*kind, key)), "{kind:?} {form:?}: {key}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_key_that_some_form_prints_is_a_key_of_the_data() {
        for (kind, form) in MountKind::ALL.iter().flat_map(|kind| kind.forms().iter().map(move |form| (*kind, *form))) {
            assert!(keys(kind, form).iter().all(|key| shape(kind).key(key).is_some()), "{kind:?} {form:?}");
        }
    }
}
