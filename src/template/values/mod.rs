//! Values that a text may name: `{{ kinh_phi.tong }}`, `{{ van_ban.qd90 }}`.
//!
//! Here are the outermost names, what is known already, and circles; what has figures of its own has a file.

mod funding;
mod key;
mod table;
mod target;
mod time;

use super::missing::Missing;
use super::words::{DEEPEST, DOCUMENTS, Viewer};
use super::xml::Xml;
use crate::plan::block::PARTS;
use crate::plan::task::Task;
use crate::value::{Date, Decimal};
use key::entry;

/// The outermost names.
const ROOTS: [&str; 20] = [
    "nam",
    "thoi_ky",
    "ngay",
    "dia_danh",
    "van_ban",
    "co_quan",
    "ten_co_quan",
    "dinh_nghia",
    "chuong_trinh",
    "du_an",
    "ten_du_an",
    "phu_luc",
    PARTS,
    "chi_tieu",
    "so_chi_tieu",
    "so_nhiem_vu",
    "nhiem_vu",
    "bao_cao",
    "su_kien",
    "bang",
];
/// The outermost name of what the money of a plan is called by.
const FUNDING: &str = "kinh_phi";

impl Viewer<'_> {
    /// A value by its path.
    pub(super) fn value(&self, path: &[String]) -> Result<Xml, Missing> {
        let name = path.join(".");
        // Inside the citation of a document another one is in short, and so is a value of its own.
        let shortened = path.first().is_some_and(|root| root == DOCUMENTS) && self.is_inside(DOCUMENTS);
        let known = if shortened { format!("{name} (ngắn)") } else { name.clone() };
        if let Some(value) = self.known.borrow().get(&known) {
            return value.clone();
        }
        if self.open.borrow().contains(&name) {
            let mut way = self.open.borrow().clone();
            way.push(name);
            self.circles.borrow_mut().push(way.clone());
            return Err(Missing::Cycle(way));
        }
        if self.open.borrow().len() >= DEEPEST {
            self.deep.set(true);
            return Err(Missing::Group(Vec::new()));
        }
        let value = self.opened(name, || look_up(self, path, shortened));
        // What was cut short by a circle around it may be whole elsewhere.
        if self.open.borrow().is_empty() || value.is_ok() {
            self.known.borrow_mut().insert(known, value.clone());
        }
        value
    }

    /// Does something while a value is being looked up.
    pub(super) fn opened<T>(&self, name: String, work: impl FnOnce() -> T) -> T {
        self.open.borrow_mut().push(name);
        let done = work();
        self.open.borrow_mut().pop();
        done
    }

    /// Whether a value of a kind is being looked up.
    fn is_inside(&self, root: &str) -> bool {
        self.open.borrow().iter().any(|name| name.split('.').next() == Some(root))
    }
}

/// The value of a path; a document is cited in short inside the citation of another.
fn look_up(viewer: &Viewer<'_>, path: &[String], shortened: bool) -> Result<Xml, Missing> {
    let plan = viewer.plan;
    let (root, rest) = path.split_first().map_or(("", path), |(root, rest)| (root.as_str(), rest));
    let unknown = || Missing::Unknown(ROOTS.iter().chain([&FUNDING]).map(ToString::to_string).collect());
    let single = |value: Option<Xml>| match (value, rest) {
        (Some(value), []) => Ok(value),
        (Some(_), _) => Err(Missing::Unknown(Vec::new())),
        (None, _) => Err(Missing::Absent(Vec::new())),
    };
    let count = |number: usize| Some(Xml::from(Decimal::whole(number as i128).display_count()));
    match root {
        "nam" => single(plan.years().map(|years| match plan.issue_date() {
            Some(date) if years.from != years.to => Xml::from(date.year.to_string()),
            _ => Xml::from(years.from.to_string()),
        })),
        "thoi_ky" => single(plan.period_in_words().map(Xml::from)),
        "ngay" => single(plan.issue_date().map(|date| Date::display_full(date).into())),
        "dia_danh" => single(viewer.opt_words(plan.seat.as_ref())),
        "so_chi_tieu" => single(count(plan.targets.len())),
        "so_nhiem_vu" => single(count(Task::count(&plan.tasks))),
        DOCUMENTS => entry(rest, plan.documents.ids(), |id| {
            if shortened { viewer.short_citation(id) } else { viewer.citation(id, false) }
        }),
        "co_quan" => entry(rest, plan.bodies.ids(), |id| viewer.body_named(id).ten_ngan),
        "ten_co_quan" => entry(rest, plan.bodies.ids(), |id| viewer.body_named(id).ten),
        "dinh_nghia" => entry(rest, plan.bodies.ids(), |id| definition(viewer, id)),
        "chuong_trinh" => of_programme(viewer, rest),
        "du_an" => of_project(viewer, rest, |id| viewer.project_name(id).called),
        "ten_du_an" => of_project(viewer, rest, |id| viewer.project_name(id).name),
        "phu_luc" => entry(rest, plan.appendices.ids(), |id| {
            let index = plan.appendices.ids().position(|known| known == id);
            index.map(|index| viewer.appendix_number(index)).unwrap_or_default()
        }),
        PARTS => {
            let ids: Vec<_> = plan.part_ids().into_iter().map(|id| id.name.as_str()).collect();
            entry(rest, ids.into_iter(), Xml::part_name)
        }
        "chi_tieu" => target::of_target(viewer, rest),
        "nhiem_vu" => time::of_task(viewer, rest),
        "bao_cao" => time::of_report(viewer, rest),
        "su_kien" => time::of_event(viewer, rest),
        "bang" => table::of_table(viewer, rest),
        FUNDING => funding::of_funding(viewer, rest),
        _ => Err(unknown()),
    }
}

/// A body's name, with its short one where that is another.
fn definition(viewer: &Viewer<'_>, id: &str) -> Xml {
    let body = viewer.body_named(id);
    if body.ten == body.ten_ngan {
        return body.ten;
    }
    Xml::format("{} (sau đây gọi tắt là {})", &[&body.ten, &body.ten_ngan])
}

/// A name of the programme.
fn of_programme(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
    let programme = viewer.plan.programme.as_ref().ok_or_else(|| Missing::Absent(Vec::new()))?;
    let name = viewer.opt_words(programme.name.as_ref()).unwrap_or_default();
    let short = viewer.opt_words(programme.short.as_ref()).unwrap_or_else(|| name.clone());
    entry(rest, ["ten", "ten_ngan"].into_iter(), |key| if key == "ten" { name.clone() } else { short.clone() })
}

/// A name of a project of the programme.
fn of_project(viewer: &Viewer<'_>, rest: &[String], name: impl Fn(&str) -> Xml) -> Result<Xml, Missing> {
    let ids: Vec<_> = viewer.plan.programme.iter().flat_map(|programme| programme.projects.ids()).collect();
    entry(rest, ids.into_iter(), name)
}
