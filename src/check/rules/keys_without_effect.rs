//! Keys that change nothing where they stand.

use std::collections::BTreeSet;

use crate::check::data::{self, Holding};
use crate::check::rule::{Case, Rule};
use crate::check::trees::every_block;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::block::{self, Block, Content};
use crate::plan::body::Body;
use crate::plan::funding::{self, Funding, FundingItem};
use crate::plan::mount::{Mount, MountForm, MountKind};
use crate::plan::project;
use crate::plan::whole::{COPIES, DRAFTER};
use crate::source::Span;
use crate::value::{IdOrText, Ref, Text};

/// A key that changes nothing where it stands.
pub const WITHOUT_EFFECT: Code = Code {
    id: "KH-0306",
    title: "khóa không có tác dụng",
    about: "Khóa này không đổi gì ở chỗ nó đứng: nó cần một khóa khác, hoặc bị một khóa khác thay. Xóa khóa, hoặc viết như gợi ý.",
};

/// A key that changes nothing where it stands.
pub static RULE: Rule = Rule {
    code: WITHOUT_EFFECT,
    level: Severity::Error,
    reason: "khóa không có tác dụng là khóa viết nhầm chỗ",
    about: WITHOUT_EFFECT.about,
    wrong: "so_ban: 30",
    right: "soan_thao: PL\nso_ban: 30",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    if plan.copies.is_some() && plan.drafter.is_none() {
        let message = format!("«{}» chỉ in cùng «{}»", COPIES.name(), DRAFTER.name());
        let help = format!("thêm {}: {}; hoặc xóa khóa", DRAFTER.name(), DRAFTER.key.example);
        found.push(finding(plan.place.of(COPIES.name()), message, &help));
    }
    for block in every_block(plan) {
        part_style(block, found);
        counting(block, found);
        numbering(block, found);
    }
    for nested in plan.funding.iter().flat_map(Funding::all_items) {
        of_item(nested.item, found);
        if nested.item.group.is_some() && !nested.within.is_empty() {
            let key = funding::GROUP.name();
            let message = format!("«{key}» chỉ dùng ở khoản ngoài cùng: khoản con thuộc nhóm của khoản mẹ");
            found.push(finding(nested.item.place.of(key), message, "xóa khóa này, hoặc viết ở khoản mẹ"));
        }
    }
    assignments(plan, found);
}

fn finding(place: Span, message: String, help: &str) -> Diagnostic {
    Diagnostic::error(WITHOUT_EFFECT, place, message).help(help)
}

/// Only a list of projects has parts to number.
fn part_style(block: &Block, found: &mut Vec<Diagnostic>) {
    for mount in own_mounts(block) {
        if let Some(style) = &mount.part_style
            && (mount.kind.value != MountKind::Projects
                || !matches!(mount.shown_as(), MountForm::List | MountForm::Nested))
        {
            let message = format!("«{}» chỉ dùng khi in danh sách dự án", block::PART_STYLE.name());
            let place = block.place.key(block::PART_STYLE.name()).unwrap_or(&style.span).clone();
            found.push(finding(place, message, "xóa khóa này"));
        }
    }
}

/// Only a table whose rows may stand in groups counts them in one way or another.
fn counting(block: &Block, found: &mut Vec<Diagnostic>) {
    for mount in own_mounts(block) {
        let form = match mount.kind.value {
            MountKind::Tasks => Some(MountForm::Table),
            MountKind::Targets => Some(MountForm::YearTable),
            MountKind::Projects | MountKind::Funding | MountKind::Responsibilities | MountKind::Reports => None,
        };
        if let Some(counting) = mount.counting.as_ref().filter(|_| form != Some(mount.shown_as())) {
            let key = block::COUNTING.name();
            let message = format!("«{key}» chỉ dùng ở bảng nhiệm vụ và bảng chỉ tiêu theo năm");
            found.push(finding(block.place.key(key).unwrap_or(&counting.span).clone(), message, "xóa khóa này"));
        }
    }
}

/// What has neither heading nor words has no number: a table stands by itself, parts have numbers of their own.
fn numbering(block: &Block, found: &mut Vec<Diagnostic>) {
    if block.heading.is_some() || block.text.is_some() || block.content.is_empty() {
        return;
    }
    let (style, label) = (block::STYLE.name(), block::LABEL.name());
    let is_table = |content: &Content| match content {
        Content::Table(_) | Content::Agenda(_) => true,
        Content::Mount(mount) => mount.shown_as().is_table(),
        Content::Blocks(_) | Content::Amendments(_) => false,
    };
    if block.content.iter().all(is_table) {
        let help = format!("thêm «{}» hoặc «{}», hoặc xóa khóa này", block::HEADING.name(), block::TEXT.name());
        for (key, span) in [style, label].into_iter().filter_map(|key| Some((key, block.place.key(key)?))) {
            let message = format!("«{key}» không dùng được ở chỗ chỉ có bảng: bảng không mang số");
            found.push(finding(span.clone(), message, &help));
        }
    } else if block.label.is_none()
        && block.content.iter().all(|content| matches!(content, Content::Blocks(_)))
        && let Some(span) = block.place.key(style)
    {
        let message = format!("«{style}» không có tác dụng: chỗ này không có tiêu đề hay lời để mang số");
        let help = format!("viết «{style}» ở từng phần bên trong, hoặc xóa khóa này");
        found.push(finding(span.clone(), message, &help));
    }
}

fn own_mounts(block: &Block) -> impl Iterator<Item = &Mount> {
    block.content.iter().filter_map(|content| match content {
        Content::Mount(mount) => Some(mount),
        Content::Blocks(_) | Content::Table(_) | Content::Agenda(_) | Content::Amendments(_) => None,
    })
}

fn of_item(item: &FundingItem, found: &mut Vec<Diagnostic>) {
    let (amount, basis) = (funding::AMOUNT.name(), funding::BASIS.name());
    if item.whole().is_some() && item.basis.is_some() {
        let parts =
            [funding::ALLOCATIONS.name(), funding::BY_SOURCE.name(), funding::BY_YEAR.name(), funding::CHILDREN.name()];
        let other = [amount].into_iter().chain(parts).find(|key| item.place.has(key)).unwrap_or(amount);
        let message = format!("«{basis}» không được in vì khoản này có «{other}»");
        found.push(finding(item.place.of(basis), message, "giữ một trong hai"));
    }
    if item.cap_unit.is_some() && item.cap.is_none() {
        let (unit, cap) = (funding::CAP_UNIT.name(), funding::CAP.name());
        let help = format!("thêm {cap}: {}; hoặc xóa khóa", funding::CAP.key.example);
        found.push(finding(item.place.of(unit), format!("«{unit}» chỉ dùng cùng «{cap}»"), &help));
    }
}

/// Words that are shown of a part that somebody leads.
const MOST_SHOWN: usize = 8;

/// Bodies that are named; nobody reads more.
const MOST_NAMED: usize = 5;

/// Words on who does what stand for the lines on lead and co-operation, except in tables. A body that they name is there.
fn assignments(plan: &Plan, found: &mut Vec<Diagnostic>) {
    let holding = Holding::new(plan, MountKind::Projects);
    let choices = data::choices(&plan.mounts(), MountKind::Projects);
    let tables = choices.iter().filter(|choice| choice.mount.shown_as().is_table());
    let in_tables: BTreeSet<usize> = tables.flat_map(|choice| holding.taken(choice)).collect();
    for (at, project) in plan.projects.values().enumerate() {
        let Some(words) = &project.assignment else { continue };
        let by_id = |body: &Ref<Body>| (!is_named(body, words, plan)).then(|| body.name.clone());
        let leads = project.co_leads.0.iter().filter_map(|lead| match &lead.body {
            IdOrText::Id(id) => by_id(id),
            IdOrText::Text(text) => Some(text.letters()).filter(|name| !words.letters().contains(name)),
        });
        let said: [(&str, Vec<String>); 3] = [
            (project::LEAD.name(), project.lead.iter().filter_map(by_id).collect()),
            (project::CO_LEADS.name(), leads.collect()),
            (project::COOPERATING.name(), project.cooperating.iter().filter_map(by_id).collect()),
        ];
        let missed = |(key, left): (&str, Vec<String>)| {
            let names: Vec<_> = left.iter().take(MOST_NAMED).map(String::as_str).collect();
            let more = if left.len() > MOST_NAMED { ", …" } else { "" };
            (!left.is_empty()).then(|| format!("«{key}» ({}{more})", names.join(", ")))
        };
        let mut left: Vec<_> = said.into_iter().filter_map(missed).collect();
        // A body that is named may lead a part that is not.
        let roles = project.co_leads.0.iter().filter_map(|lead| lead.role.as_ref());
        let lost = roles.filter(|role| !tells(words, role)).map(|role| format!("«{}»", start_of(role)));
        left.extend(lost.take(MOST_NAMED));
        if !left.is_empty() && !in_tables.contains(&at) {
            let key = project::ASSIGNMENT.name();
            let message = format!("{} không được in vì dự án này có «{key}»", left.join(", "));
            let help = format!("nêu các cơ quan, phần việc ấy trong «{key}», hoặc xóa «{key}»");
            found.push(finding(project.place.of(key), message, &help).as_warning());
        }
    }
}

/// Words that tell nothing of a part.
const EMPTY: [&str; 10] = ["phần", "việc", "nội", "dung", "về", "các", "những", "cho", "của", "và"];

/// Whether words tell what others tell: all of these that say something, in any order.
fn tells(words: &Text, wanted: &Text) -> bool {
    let small = words.letters().to_lowercase();
    let wanted = wanted.letters().to_lowercase();
    let is_letter = |letter: char| !letter.is_alphanumeric();
    let told: BTreeSet<&str> = small.split(is_letter).collect();
    wanted.split(is_letter).all(|word| told.contains(word) || EMPTY.contains(&word))
}

/// The first words of a text.
fn start_of(text: &Text) -> String {
    let letters = text.letters();
    let words: Vec<&str> = letters.split_whitespace().collect();
    let more = if words.len() > MOST_SHOWN { " …" } else { "" };
    format!("{}{more}", words[..words.len().min(MOST_SHOWN)].join(" "))
}

/// Whether words name a body: by its id as a value, or by its name.
fn is_named(body: &Ref<Body>, words: &Text, plan: &Plan) -> bool {
    if words.values().any(|value| value.path.last() == Some(&body.name)) {
        return true;
    }
    let letters = words.letters().to_lowercase();
    let names = plan.bodies.get(&body.name).into_iter().flat_map(|body| [&body.name, &body.short]).flatten();
    names.into_iter().any(|name| letters.contains(&name.letters().to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn copies_are_printed_behind_the_drafter() {
        check(&RULE, "so_ban: 30", &["lỗi «so_ban»: «so_ban» chỉ in cùng «soan_thao»"]);
    }

    #[test]
    fn parts_are_numbered_in_a_list_of_projects() {
        let message = "lỗi «kieu_phan»: «kieu_phan» chỉ dùng khi in danh sách dự án";
        check(&RULE, "noi_dung: [{in: chi_tieu, kieu_phan: \"a)\"}]", &[message]);
        check(&RULE, "noi_dung: [{in: du_an, dang: bang, kieu_phan: \"a)\"}]", &[message]);
        check(&RULE, "noi_dung: [{in: du_an, kieu_phan: \"a)\"}]", &[]);
    }

    #[test]
    fn only_tables_with_groups_count_their_rows() {
        let message = "lỗi «stt»: «stt» chỉ dùng ở bảng nhiệm vụ và bảng chỉ tiêu theo năm";
        check(&RULE, "noi_dung: [{in: nhiem_vu, stt: lien_tuc}]", &[message]);
        check(&RULE, "noi_dung: [{in: nhiem_vu, dang: bang, stt: lien_tuc}]", &[]);
        check(&RULE, "noi_dung: [{in: chi_tieu, dang: bang_nam, stt: tung_nhom}]", &[]);
    }

    #[test]
    fn tables_have_no_number() {
        let message = |key: &str| format!("lỗi «{key}»: «{key}» không dùng được ở chỗ chỉ có bảng: bảng không mang số");
        check(&RULE, "noi_dung: [{in: chi_tieu, dang: bang, kieu: \"1.\"}]", &[&message("kieu")]);
        let table = "{cot: [{ten: A}], dong: [[x]]}";
        check(&RULE, &format!("noi_dung: [{{nhan: \"2.\", bang: {table}}}]"), &[&message("nhan")]);
        check(&RULE, &format!("noi_dung: [{{muc: M, kieu: \"1.\", bang: {table}}}]"), &[]);
        check(&RULE, "noi_dung: [{in: chi_tieu, kieu: \"-\"}]", &[]);
        let message = "lỗi «kieu»: «kieu» không có tác dụng: chỗ này không có tiêu đề hay lời để mang số";
        check(&RULE, "noi_dung: [{kieu: \"-\", noi_dung: [Câu.]}]", &[message]);
        check(&RULE, "noi_dung: [{kieu: \"-\", loi: Câu, noi_dung: [Câu.]}]", &[]);
        check(&RULE, &format!("noi_dung: [{{khoan: [{{bang: {table}}}]}}]"), &[]);
    }

    #[test]
    fn an_item_has_an_amount_or_words_in_its_place() {
        let item = |keys: &str| format!("kinh_phi: {{khoan: {{a: {{ten: A, {keys}}}}}}}");
        let message = "lỗi «theo»: «theo» không được in vì khoản này có «so_tien»";
        check(&RULE, &item("so_tien: 1 đồng, theo: phan_bo"), &[message]);
        check(&RULE, &item("theo: phan_bo"), &[]);
        let message = "lỗi «muc_toi_da_cho»: «muc_toi_da_cho» chỉ dùng cùng «muc_toi_da»";
        check(&RULE, &item("muc_toi_da_cho: hộ"), &[message]);
        check(&RULE, &item("muc_toi_da: 1 đồng, muc_toi_da_cho: hộ"), &[]);
        let message = "lỗi «theo»: «theo» không được in vì khoản này có «theo_nguon»";
        check(&RULE, &item("theo_nguon: {n: 1 đồng}, theo: phan_bo"), &[message]);
        let message = "lỗi «nhom»: «nhom» chỉ dùng ở khoản ngoài cùng: khoản con thuộc nhóm của khoản mẹ";
        check(&RULE, &item("khoan: {b: {ten: B, nhom: N}}"), &[message]);
    }

    #[test]
    fn words_on_assignment_take_the_place_of_lines() {
        let project = "du_an: {d: {chu_tri: a, dong_chu_tri: c, phoi_hop: [b], phan_cong: \"Phòng A và {{ co_quan.c }} chủ trì\"}}\n\
                       co_quan: {a: {ten: phòng A}, b: {ten: Phòng B}, c: {ten: Phòng C}}";
        let message = "cảnh báo «phan_cong»: «phoi_hop» (b) không được in vì dự án này có «phan_cong»";
        check(&RULE, project, &[message]);
        check(&RULE, &format!("noi_dung: [{{in: du_an}}, {{in: du_an, dang: bang}}]\n{project}"), &[]);
        check(&RULE, "du_an: {d: {phan_cong: A chủ trì}}", &[]);
        let part = |words: &str| {
            format!(
                "du_an: {{d: {{phan_cong: \"{words}\", dong_chu_tri: {{c: phần khám sức khỏe cho hộ nghèo}}}}}}\nco_quan: {{c: {{ten: Phòng C}}}}"
            )
        };
        let message =
            "cảnh báo «phan_cong»: «phần khám sức khỏe cho hộ nghèo» không được in vì dự án này có «phan_cong»";
        check(&RULE, &part("Phòng C phối hợp"), &[message]);
        check(&RULE, &part("Phòng C chủ trì khám sức khỏe của hộ nghèo"), &[]);
    }
}
