//! What a form of printing leaves out of its data.

use std::collections::BTreeSet;

use crate::check::data::{self, Choice, Holding};
use crate::check::printed;
use crate::check::rule::{Case, Rule};
use crate::check::texts;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::COLUMNS;
use crate::plan::funding::{AMOUNT, Funding, ITEMS, STATED, TEXT, TOTAL, TOTAL_BY_SOURCE, TOTAL_BY_YEAR};
use crate::plan::mount::known_columns;
use crate::plan::mount::{Mount, MountForm, MountKind};
use crate::plan::task::TASK;

/// Keys that the form of printing leaves out.
pub const LEFT_OUT: Code = Code {
    id: "KH-0312",
    title: "dạng in bỏ bớt dữ liệu",
    about: "Bảng và đoạn văn không có chỗ cho mọi khóa của dữ liệu, và không chỗ nào khác của kế hoạch in các khóa được nêu. In \
            thêm theo dạng khác, hoặc xóa khóa.",
};

/// A place prints its data in a form that leaves out keys, which no other place prints.
pub static RULE: Rule = Rule {
    code: LEFT_OUT,
    level: Severity::Warning,
    reason: "điều đã viết mà không in thì người đọc không biết",
    about: LEFT_OUT.about,
    wrong: "noi_dung: [{in: trach_nhiem, dang: mot_doan}]\ntrach_nhiem: [{co_quan: a, loi: Rà soát.}]",
    right: "noi_dung: [{in: trach_nhiem, dang: bang}]\ntrach_nhiem: [{co_quan: a, loi: Rà soát.}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let mounts = plan.mounts();
    let paths = texts::named(plan);
    for &kind in MountKind::ALL {
        let choices = data::choices(&mounts, kind);
        let holding = Holding::new(plan, kind);
        let mut shown = Shown::new(case, kind, &choices, &holding, &paths);
        for choice in &choices {
            found.extend(judge(case, kind, choice, &holding, &mut shown));
        }
    }
}

/// The keys of entries that some place of the plan prints, or of which it has been told that none does.
struct Shown<'a> {
    /// By the number of the entry.
    keys: BTreeSet<(usize, &'a str)>,
    /// Whether the words in place of a total are printed.
    words: bool,
    /// Whether the total of the money is printed.
    total: bool,
    /// The keys by which the total is taken apart that are printed.
    parts: Vec<&'static str>,
}

impl<'a> Shown<'a> {
    fn new(
        case: &Case<'a>,
        kind: MountKind,
        choices: &[Choice<'a>],
        holding: &Holding<'a>,
        paths: &[Vec<&str>],
    ) -> Self {
        let plan = case.plan;
        let mut keys = BTreeSet::new();
        let mut add = |at: usize, printed: &[&'a str]| keys.extend(printed.iter().map(|key| (at, *key)));
        // Without a body tree the usual outline prints everything as lists.
        let outline = if plan.content.is_empty() { 0..holding.entries.len() } else { 0..0 };
        let list = printed::keys_by(case.own, kind, MountForm::List);
        outline.for_each(|at| add(at, &list));
        for choice in choices {
            let keys = printed::keys_of(case.own, choice.mount);
            holding.taken(choice).into_iter().for_each(|at| add(at, &keys));
        }
        for path in paths {
            if let (MountKind::Targets, ["chi_tieu", id, key]) | (MountKind::Funding, ["kinh_phi", "khoan", id, key]) =
                (kind, path.as_slice())
                && let [at] = holding.with_id(id)
            {
                let given = holding.entries[*at].given.iter();
                keys.extend(given.filter(|known| *known == key).map(|known| (*at, *known)));
            }
        }
        let in_form = |funding: &Funding, form| {
            let alone = form == MountForm::List && funding.items.is_empty() || form == MountForm::Total;
            alone && funding.printed().is_none()
        };
        let words = plan.funding.as_ref().is_some_and(|funding| {
            paths.iter().any(|path| path.as_slice() == ["kinh_phi", "loi"])
                || plan.content.is_empty() && in_form(funding, MountForm::List)
                || choices.iter().any(|choice| in_form(funding, choice.mount.shown_as()))
        });
        let has_total = |mount: &Mount| match mount.shown_as() {
            MountForm::Total
            | MountForm::SourceTable
            | MountForm::YearTable
            | MountForm::SourceYearTable
            | MountForm::Own => true,
            MountForm::Table => {
                mount.columns.is_empty() || mount.columns.iter().any(|column| column.key.words == AMOUNT.name())
            }
            MountForm::List | MountForm::Nested | MountForm::Paragraph => {
                plan.funding.as_ref().is_some_and(|money| money.items.is_empty())
            }
        };
        let total = paths.iter().any(|path| matches!(path.as_slice(), ["kinh_phi", key] if key.starts_with("tong")))
            || plan.content.is_empty()
            || choices.iter().any(|choice| has_total(choice.mount));
        let mut parts = Vec::new();
        for (key, called) in [(TOTAL_BY_SOURCE.name(), "nguon"), (TOTAL_BY_YEAR.name(), "nam")] {
            let is_named = paths.iter().any(|path| matches!(path.as_slice(), ["kinh_phi", name, _] if *name == called));
            let prints = |choice: &Choice<'_>| {
                choice.is_whole() && printed::keys_by(case.own, kind, choice.mount.shown_as()).contains(&key)
            };
            if is_named || plan.content.is_empty() || choices.iter().any(prints) {
                parts.push(key);
            }
        }
        Self { keys, words, total, parts }
    }
}

/// The finding for what a mount leaves out.
fn judge<'a>(
    case: &Case<'a>,
    kind: MountKind,
    choice: &Choice<'_>,
    holding: &Holding<'a>,
    shown: &mut Shown<'a>,
) -> Option<Diagnostic> {
    let form = choice.mount.shown_as();
    if !kind.forms().contains(&form) && !case.own.is_some_and(|own| own.handle(kind, form)) {
        return None;
    }
    // Who mistypes a column has made one mistake.
    let columns = known_columns::of(choice.mount);
    let own = data::own_columns(case.plan, kind);
    let is_known = |key: &str| columns.iter().any(|column| column.key == key) || own.contains(key);
    if !columns.is_empty() && choice.mount.columns.iter().any(|column| !is_known(&column.key.words)) {
        return None;
    }
    let mut left: Vec<&str> = Vec::new();
    for at in holding.taken(choice) {
        let given = &holding.entries[at].given;
        // A total says nothing of the items that it adds up; where one is printed elsewhere, that place says what it leaves out.
        if form == MountForm::Total && given.iter().any(|key| shown.keys.contains(&(at, *key))) {
            continue;
        }
        for key in given.iter().copied().filter(|key| shown.keys.insert((at, *key))) {
            let key = if form == MountForm::Total { ITEMS.name() } else { key };
            if !left.contains(&key) {
                left.push(key);
            }
        }
    }
    let mut names: Vec<_> = left.iter().map(|key| format!("«{key}»")).collect();
    // The keys of the money as a whole, beside those of its items.
    let mut totals = Vec::new();
    let mut apart = Vec::new();
    if let (MountKind::Funding, true, Some(funding)) = (kind, choice.is_whole(), &case.plan.funding) {
        let of_funding = |key: &str| format!("«{key}» của kinh phí");
        if funding.text.is_some() && !shown.words {
            names.push(of_funding(TEXT.name()));
        }
        let parts = [
            (TOTAL_BY_SOURCE.name(), !funding.by_source.0.is_empty()),
            (TOTAL_BY_YEAR.name(), !funding.by_year.0.is_empty()),
        ];
        for (key, _) in parts.into_iter().filter(|(key, given)| *given && !shown.parts.contains(key)) {
            names.push(of_funding(key));
            apart.push(key);
        }
        if !shown.total {
            totals.extend(funding.total.as_ref().map(|_| of_funding(TOTAL.name())));
            totals.extend(funding.stated.as_ref().map(|_| of_funding(STATED.name())));
        }
    }
    let lacks_total = !totals.is_empty();
    names.extend(totals);
    if names.is_empty() {
        return None;
    }
    let place = choice.mount.form.as_ref().map_or(&choice.mount.kind.span, |form| &form.span).clone();
    let message = format!("«{}» in theo dạng «{}» không in {}", kind.word(), form.word(), names.join(", "));
    let help = if left.is_empty() && !apart.is_empty() {
        by_other_forms(kind, form, &apart)
    } else if lacks_total && left.is_empty() {
        format!("gọi tổng trong câu quanh chỗ in: {{{{ kinh_phi.{} }}}}, hoặc xóa khóa", TOTAL.name())
    } else {
        advice(choice.mount, &left)
    };
    Some(Diagnostic::error(LEFT_OUT, place, message).as_warning().help(help))
}

/// The columns or the forms that print what is left out.
fn advice(mount: &Mount, left: &[&str]) -> String {
    let (kind, form) = (mount.kind.value, mount.shown_as());
    let known = known_columns::of(mount);
    let column = |key: &&str| known.iter().find(|column| column.prints.contains(key)).map(|column| column.key);
    let own =
        |key: &&str| (kind == MountKind::Tasks && TASK.key(key).is_none()).then(|| format!("{{{key}: \"Tiêu đề\"}}"));
    // A form without columns takes none.
    if known.is_empty() {
        let of_office: Vec<_> = left.iter().filter_map(own).collect();
        if of_office.is_empty() {
            return by_other_forms(kind, form, left);
        }
        let (table, columns, added) = (MountForm::Table.word(), COLUMNS.name(), of_office.join(", "));
        return format!("in thêm một chỗ theo dạng {table}, thêm {added} vào «{columns}» của chỗ ấy, hoặc xóa khóa");
    }
    let asked: Vec<_> = left.iter().filter_map(|key| column(key).map(str::to_owned).or_else(|| own(key))).collect();
    if !asked.is_empty() {
        return format!("thêm {} vào «{}» của chỗ in, hoặc xóa khóa", asked.join(", "), COLUMNS.name());
    }
    by_other_forms(kind, form, left)
}

/// The other forms that print what is left out.
fn by_other_forms(kind: MountKind, form: MountForm, left: &[&str]) -> String {
    let prints = |other: MountForm| {
        let keys = printed::keys(kind, other);
        other != form && left.iter().any(|key| keys.contains(key) || *key == ITEMS.name() && keys.contains(&"so_tien"))
    };
    let others: Vec<_> = kind.forms().iter().filter(|other| prints(**other)).map(|other| other.word()).collect();
    if others.is_empty() {
        "viết điều ấy vào lời quanh chỗ in, hoặc xóa khóa".to_owned()
    } else {
        format!("in thêm một chỗ theo dạng {}, hoặc xóa khóa", others.join(" hoặc "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::OwnTemplates;
    use crate::check::trial::{check, findings};
    use crate::table::Tables;

    #[track_caller]
    fn left(mounts: &str, data: &str, expected: &[&str]) {
        check(&RULE, &format!("noi_dung: [{mounts}]\n{data}"), expected);
    }

    const PROJECTS: &str = "du_an: {d: {chu_tri: a, muc_tieu: M, so_tien: 1 đồng}}";

    #[test]
    fn tables_leave_out_what_has_no_column() {
        let message = "cảnh báo «bang»: «du_an» in theo dạng «bang» không in «muc_tieu»";
        left("{in: du_an, dang: bang}", PROJECTS, &[message]);
        left("{in: du_an}", PROJECTS, &[]);
        left("{in: du_an, dang: bang}, {in: du_an}", PROJECTS, &[]);
        let message = "cảnh báo «bang»: «chi_tieu» in theo dạng «bang» không in «phan_bo»";
        let target = "chi_tieu: {c: {ten: C, gia_tri: 1, phu_trach: a, phan_bo: [{noi: A, gia_tri: 1}]}}";
        left("{in: chi_tieu, dang: bang}", target, &[message]);
        left("{in: chi_tieu, dang: bang}", &target.replace("ten: C", "loi: C"), &[]);
    }

    #[test]
    fn paragraphs_leave_out_more() {
        let message = "cảnh báo «mot_doan»: «du_an» in theo dạng «mot_doan» không in «muc_tieu», «chu_tri», «so_tien»";
        left("{in: du_an, dang: mot_doan}", PROJECTS, &[message]);
        let message = "cảnh báo «mot_doan»: «nhiem_vu» in theo dạng «mot_doan» không in «chu_tri», «san_pham»";
        let task = "nhiem_vu: {n: {viec: N, chu_tri: a, san_pham: S, du_an: d}}";
        left("{in: nhiem_vu, dang: mot_doan}", task, &[message]);
    }

    #[test]
    fn what_no_place_prints_is_told_once() {
        let funding = "kinh_phi: {nguon: {n: {ten: N}}, khoan: {k: {ten: K, so_luong: 2, don_vi: lít, so_tien: 1 đồng, nguon: n}}}";
        let message = "cảnh báo «bang_nguon»: «kinh_phi» in theo dạng «bang_nguon» không in «so_luong»";
        left("{in: kinh_phi, dang: tong}, {in: kinh_phi, dang: bang_nguon}", funding, &[message]);
        let both = "{in: kinh_phi, dang: bang_nguon}, {in: kinh_phi, dang: bang_nguon}";
        left(both, funding, &[message]);
    }

    #[test]
    fn each_entry_is_looked_at() {
        let tasks = "nhiem_vu: {n: {viec: N, chu_tri: a}, m: {viec: M, san_pham: S}}";
        let message = "cảnh báo «mot_doan»: «nhiem_vu» in theo dạng «mot_doan» không in «san_pham»";
        left("{in: nhiem_vu, chon: [n]}, {in: nhiem_vu, dang: mot_doan}", tasks, &[message]);
    }

    const ITEMS: &str = "khoan: {k: {ten: K, so_tien: 1 đồng, nhom: N, loi: L}}";

    #[test]
    fn money_is_told_in_full_somewhere() {
        let funding = format!("kinh_phi: {{{ITEMS}}}");
        let message = "cảnh báo «bang»: «kinh_phi» in theo dạng «bang» không in «nhom», «loi»";
        left("{in: kinh_phi, dang: bang}", &funding, &[message]);
        let named = "\"{{ kinh_phi.khoan.k.loi }}\", {in: kinh_phi, dang: bang}";
        let message = "cảnh báo «bang»: «kinh_phi» in theo dạng «bang» không in «nhom»";
        left(named, &funding, &[message]);
        let message = "cảnh báo «tong»: «kinh_phi» in theo dạng «tong» không in «khoan»";
        left("{in: kinh_phi, dang: tong}", &funding, &[message]);
        left("{in: kinh_phi, dang: tong}, {in: kinh_phi}", &funding, &[]);
    }

    #[test]
    fn words_in_place_of_a_total_need_their_place() {
        left("{in: kinh_phi}", "kinh_phi: {loi: theo nguồn được giao}", &[]);
        let message = "cảnh báo «kinh_phi»: «kinh_phi» in theo dạng «danh_sach» không in «loi» của kinh phí";
        left("{in: kinh_phi}", "kinh_phi: {loi: L, khoan: {k: {ten: K, so_tien: 1 đồng}}}", &[message]);
        let message = "cảnh báo «tong»: «kinh_phi» in theo dạng «tong» không in «loi» của kinh phí";
        left("{in: kinh_phi, dang: tong}", "kinh_phi: {tong: 1 đồng, loi: L}", &[message]);
    }

    #[test]
    fn a_total_that_is_written_is_printed_somewhere() {
        let funding = "kinh_phi: {tong: 1 đồng, khoan: {k: {ten: K, so_tien: 1 đồng}}}";
        let message = "cảnh báo «kinh_phi»: «kinh_phi» in theo dạng «danh_sach» không in «tong» của kinh phí";
        left("{in: kinh_phi}", funding, &[message]);
        left("\"{{ kinh_phi.tong }}\", {in: kinh_phi}", funding, &[]);
        left("{in: kinh_phi, dang: bang}", funding, &[]);
        left("{in: kinh_phi}", &funding.replace("tong: 1 đồng, ", ""), &[]);
    }

    #[test]
    fn how_the_total_is_taken_apart_is_printed_somewhere() {
        let funding = "kinh_phi: {tong: 2 đồng, theo_nguon: {n: 2 đồng}, theo_nam: {2026: 2 đồng}, khoan: {k: {ten: K, so_tien: 2 đồng}}}";
        let message = "cảnh báo «bang_nguon»: «kinh_phi» in theo dạng «bang_nguon» không in «theo_nam» của kinh phí";
        left("{in: kinh_phi, dang: bang_nguon}", funding, &[message]);
        left("{in: kinh_phi, dang: bang_nguon_nam}", funding, &[]);
        left("\"{{ kinh_phi.nam.2026 }}\", {in: kinh_phi, dang: bang_nguon}", funding, &[]);
    }

    #[test]
    fn an_own_template_is_taken_at_its_word() {
        let text = "noi_dung: [{in: du_an, dang: bang}]\ndu_an: {d: {muc_tieu: M, chu_tri: a}}\nco_quan: {a: {ten: A}}";
        let plan = crate::check::trial::plan(text);
        let found = |text: &str| {
            let own = OwnTemplates::new([(MountKind::Projects, text.to_owned())]);
            let mut found = Vec::new();
            super::check(&Case::printed_by(&plan, &Tables::new(&plan), plan.own_status(), &own), &mut found);
            found.into_iter().map(|found| found.message).collect::<Vec<_>>().join("; ")
        };
        assert_eq!(found("{{ da.muc_tieu }}, {{ da.chu_tri.ten }}"), "");
        let message = "«du_an» in theo dạng «bang» không in ";
        assert_eq!(found("{{ da.chu_tri.ten }}"), format!("{message}«muc_tieu»"));
        assert_eq!(found("{{ da.ten }}"), format!("{message}«muc_tieu», «chu_tri»"));
    }

    #[test]
    fn a_total_needs_its_column() {
        let funding = "kinh_phi: {tong: 1 đồng, khoan: {k: {ten: K, so_tien: 1 đồng}}}";
        let message = "cảnh báo «bang»: «kinh_phi» in theo dạng «bang» không in «so_tien», «tong» của kinh phí";
        left("{in: kinh_phi, dang: bang, cot: [noi_dung]}", funding, &[message]);
        left("{in: kinh_phi, dang: bang, cot: [noi_dung, so_tien]}", funding, &[]);
    }

    #[test]
    fn the_forms_that_print_it_are_told() {
        let plan =
            "noi_dung: [{in: kinh_phi}]\nkinh_phi: {khoan: {k: {ten: K, phan_bo: [{nguon: n, so_tien: 1 đồng}]}}}";
        let help = findings(&RULE, plan).remove(0).help;
        assert_eq!(
            help.as_deref(),
            Some("in thêm một chỗ theo dạng bang_nguon hoặc bang_nam hoặc bang_nguon_nam, hoặc xóa khóa")
        );
    }
}
