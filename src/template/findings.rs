//! What can be said of a plan only once its values are printed: names that are not there, texts too long, too much printed.

use super::missing::Missing;
use super::words::{DEEPEST, Viewer};
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::mount::{Mount, MountKind};
use crate::plan::task::Task;
use crate::plan::{Plan, Status};
use crate::schema::limit::{Budget, Limit};
use crate::schema::{Visitor, Walk};
use crate::table::{Lost, NoNumber, Tables};
use crate::value::{Named, Text};
use crate::vietnamese;

/// Names for which the right one is sought; nobody reads more.
const MOST_SUGGESTIONS: usize = 30;
/// Names that are not there after which no more are looked up: each costs a list of those that are.
const MOST_MISSING: usize = 200;
/// Names that are listed.
const MOST_NAMES: usize = 12;

/// What is wrong with the values that a plan's texts name, and with how much it prints; its tables are computed.
///
/// A value that is missing because it could not be read is no mistake of its own; `is_whole` says that all could be read.
pub fn findings(plan: &Plan, tables: &Tables<'_>, status: Status, is_whole: bool) -> Vec<Diagnostic> {
    let mut texts = Texts::default();
    plan.walk(&mut texts);
    let viewer = Viewer::new(plan, tables, status);
    let mut found = Vec::new();
    for text in texts.0 {
        for named in text.values() {
            let value = viewer.value(&named.path);
            // A circle further in is told where the text is that leads into it.
            let circle = viewer.circles.borrow_mut().drain(..).next().map(Missing::Cycle);
            let missing = circle
                .or(value.err())
                .filter(|missing| is_whole || !matches!(missing, Missing::Absent(_) | Missing::Blank));
            if let Some(missing) = missing {
                let seek = found.len() < MOST_SUGGESTIONS;
                found.push(finding(named, &missing, seek));
            }
            if found.len() > MOST_MISSING {
                return found;
            }
        }
        if text.values().next().is_some() {
            let letters = viewer.words(text).letters().chars().count();
            let limit = Limit::of(text.room);
            if letters > limit.most() {
                found.push(limit.exceeded(letters, text.span.first_line()));
            }
        }
        if viewer.is_too_deep() {
            let message = format!("các giá trị gọi nhau qua hơn {DEEPEST} bước");
            let help = "viết thẳng chữ vào một bước ở giữa";
            found.push(Diagnostic::error(Code::UndefinedValue, text.span.first_line(), message).help(help));
            break;
        }
        if viewer.is_exhausted() {
            found.push(Limit::Expanded.exceeded(usize::MAX, text.span.first_line()));
            break;
        }
    }
    found.extend(cells(&viewer));
    let mut budget = Budget::default();
    for mount in plan.mounts() {
        let (enough, finding) = budget.spend(Limit::Printed, entries(plan, mount), &mount.kind.span);
        found.extend(finding);
        if !enough {
            break;
        }
    }
    found
}

/// Cells of columns of numbers that name a value which gives them none.
fn cells(viewer: &Viewer<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for fault in viewer.tables.faults.iter().take(MOST_MISSING) {
        let written = fault.named.written();
        let told = match &fault.why {
            // Told where every text is looked at.
            NoNumber::Lost(_) | NoNumber::Absent => continue,
            NoNumber::NotNumber if viewer.value(&fault.named.path).is_err() => continue,
            NoNumber::NotNumber => (
                format!("«{written}» không phải một con số"),
                "cột số gọi được: bang.MÃ, chi_tieu.MÃ, kinh_phi, so_chi_tieu, so_nhiem_vu; chữ thì đặt ở cột chữ"
                    .to_owned(),
            ),
            NoNumber::NoMoneyUnit => (
                format!("«{written}» là số tiền, mà cột không nói tính bằng đơn vị nào"),
                "thêm don_vi: triệu đồng vào bảng, hoặc ghi đơn vị trong ngoặc ở tiêu đề cột".to_owned(),
            ),
            NoNumber::OtherUnit(from, to) => (
                format!("«{written}» tính bằng {}, cột này tính bằng {}", from.name, to.name),
                "dùng cùng một đơn vị; cột không phải tiền thì ghi đơn vị của nó trong ngoặc ở tiêu đề: Số hộ (hộ)"
                    .to_owned(),
            ),
            NoNumber::OtherKind(kind) => (
                format!("«{written}» là {}, cột này chứa thứ khác", kind.what()),
                format!("viết loai: {} cho cột này, hoặc gọi một ô khác", kind.word()),
            ),
        };
        found.push(Diagnostic::error(Code::NotNumber, fault.named.span.clone(), told.0).help(told.1));
    }
    found
}

/// Every text that is printed.
#[derive(Default)]
struct Texts<'a>(Vec<&'a Text>);

impl<'a> Visitor<'a> for Texts<'a> {
    fn text(&mut self, text: &'a Text) {
        self.0.push(text);
    }
}

/// How many entries a mount prints at most.
fn entries(plan: &Plan, mount: &Mount) -> usize {
    if !mount.pick.is_empty() {
        return mount.pick.len();
    }
    match mount.kind.value {
        MountKind::Targets => plan.targets.len(),
        MountKind::Projects => plan.projects.len(),
        MountKind::Funding => plan.funding.as_ref().map_or(0, |funding| funding.all_items().len()),
        MountKind::Tasks => Task::all(&plan.tasks).len(),
        MountKind::Responsibilities => plan.responsibilities.len(),
        MountKind::Reports => plan.reports.len(),
    }
}

fn finding(named: &Named, missing: &Missing, seek: bool) -> Diagnostic {
    let written = named.written();
    let error = |message: String| Diagnostic::error(Code::UndefinedValue, named.span.clone(), message);
    let listed = |names: &[String]| {
        let shown: Vec<_> = names.iter().take(MOST_NAMES).cloned().collect();
        let more = if names.len() > MOST_NAMES { "…" } else { "" };
        format!("{}{more}", shown.join(", "))
    };
    let guide = &undeclared(&named.path)
        .unwrap_or_else(|| "các giá trị gọi được nằm trong hướng dẫn, phần «Gọi số liệu trong câu»".to_owned());
    match missing {
        Missing::Unknown(names) => {
            let near = || {
                let wanted = |name: &&String| vietnamese::nearest(name, names.iter().map(String::as_str));
                let (name, near) = named.path.iter().rev().find_map(|name| Some((name, wanted(&name)?)))?;
                Some(vietnamese::question(&written.replace(name.as_str(), near)))
            };
            let help = Some(()).filter(|()| seek).and_then(|()| near());
            let help =
                help.unwrap_or_else(|| if names.is_empty() { guide.clone() } else { format!("có: {}", listed(names)) });
            error(format!("câu gọi tên «{written}» không có")).help(help)
        }
        Missing::Absent(names) => {
            let others: Vec<_> = names.iter().filter(|name| Some(*name) != named.path.last()).cloned().collect();
            let message = format!("câu gọi «{written}», mà kế hoạch không có giá trị ấy");
            error(message).help(if others.is_empty() { guide.clone() } else { format!("có: {}", listed(&others)) })
        }
        Missing::Group(names) => {
            let example = names.first().map_or_else(String::new, |name| format!(", ví dụ {{{{ {written}.{name} }}}}"));
            error(format!("«{written}» là một nhóm giá trị, không in được"))
                .help(format!("gọi một khóa của nhóm{example}"))
        }
        Missing::Lost(lost) => {
            let near = Some(()).filter(|()| seek).and_then(|()| lost.nearest(&named.path));
            let known = match lost {
                Lost::Unknown(_, names) if !names.is_empty() => format!("có: {}", listed(names)),
                Lost::Unknown(..) | Lost::Group(_) | Lost::Unclear => guide.clone(),
            };
            let help = near.map_or(known, |near| vietnamese::question(&near));
            error(format!("câu gọi tên «{written}» không có")).help(help)
        }
        Missing::Blank => {
            error(format!("câu gọi «{written}», mà ô ấy của bảng để trống")).help("điền ô ấy, hoặc bỏ lời gọi")
        }
        Missing::Dropped(column) => error(format!("câu gọi «{written}», mà cột «{column}» bỏ khi ban hành"))
            .help("giữ cột ấy trong bản ban hành, hoặc gọi một cột khác"),
        Missing::Cycle(over) => {
            error(format!("giá trị gọi vòng: {}", over.join(" → "))).help("bỏ lời gọi khép vòng, viết thẳng chữ vào")
        }
    }
}

/// Where a value is declared of whose kind the plan has none.
fn undeclared(path: &[String]) -> Option<String> {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    match names.as_slice() {
        ["kinh_phi", "nguon", _] => Some("thêm «nguon» hoặc «theo_nguon» cho các khoản kinh phí".to_owned()),
        ["kinh_phi", "nam", _] => Some("thêm «theo_nam» cho các khoản kinh phí".to_owned()),
        ["kinh_phi", ..] => Some("khai báo các khoản ở khóa «kinh_phi» của kế hoạch".to_owned()),
        ["muc", id] => Some(format!("thêm ma: {id} vào phần của nội dung mà câu nhắc tới")),
        ["phu_luc", id] => Some(format!("khai báo phụ lục «{id}» ở khóa «phu_luc» của kế hoạch")),
        ["ngay"] => {
            Some("viết ngay_ban_hanh; kế hoạch ban hành kèm theo thì viết «ngay» ở văn bản ban hành nó".to_owned())
        }
        [..] => None,
    }
}
