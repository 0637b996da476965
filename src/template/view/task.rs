//! Tasks as templates see them.

use std::collections::BTreeMap;

use super::columns::{ColumnView, group_row, total_row};
use super::step::{MountView, TaskView};
use super::task_rows::{TaskRow, roots, rows};
use crate::plan::mount::Mount;
use crate::plan::numbering::NumberingStyle;
use crate::plan::task::Task;
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::{Decimal, MONEY_UNITS, MoneyUnit};

/// The styles of a list within a list.
const WITHIN: [(&str, &str); 7] =
    [("I.", "1."), ("1.", "a)"), ("1.1.", "-"), ("a)", "-"), ("a.", "-"), ("-", "+"), ("+", "+")];

impl Viewer<'_> {
    /// The tasks that a mount prints.
    pub(super) fn tasks(&self, mount: &Mount, style: Option<NumberingStyle>, empty: MountView) -> MountView {
        let roots = roots(&self.plan.tasks, mount);
        let rows = rows(&roots, mount.counts_on());
        let mut cot = self.columns(mount, &|key| rows.iter().any(|row| is_filled(row.task, key)));
        for column in cot.iter_mut().filter(|column| column.rieng) {
            let mut cells = rows.iter().filter_map(|row| row.task.own.get(&column.ma));
            if cells.all(|cell| Decimal::parse(&cell.letters()).is_ok()) {
                column.holds_figures();
            }
        }
        let unit = mount.money_unit().unwrap_or_else(|| self.table_unit());
        if mount.shown_as().is_table() {
            cot.iter_mut().filter(|column| column.is("so_tien")).for_each(|column| column.says_unit(unit));
        }
        let total = Task::total(roots.iter().map(|(_, task)| *task));
        MountView {
            o_nhom: group_row(&cot, &|column| column.so),
            o_tong: total_row(&cot, &|column| column.ma == "so_tien" && total.is_some()),
            tong_so: total.map(|total| total.display_in(unit).into()),
            don_vi: unit.name,
            nhiem_vu: rows
                .iter()
                .enumerate()
                .map(|(at, row)| TaskView {
                    sau_nhom: at > 0 && rows[at - 1].task.is_group(),
                    ..self.task(row, &cot, style, unit)
                })
                .collect(),
            cot,
            ..empty
        }
    }

    /// The unit of money in tables of what is no item of the funding.
    fn table_unit(&self) -> MoneyUnit {
        self.plan.funding.as_ref().map_or(MONEY_UNITS[1], crate::plan::funding::Funding::money_unit)
    }

    fn task(
        &self,
        row: &TaskRow<'_>,
        columns: &[ColumnView],
        style: Option<NumberingStyle>,
        unit: MoneyUnit,
    ) -> TaskView {
        let task = row.task;
        let (kieu, kieu_con) = styles(style, row.level);
        let products = self.all_words(task.products.iter());
        let own = task.own.iter().map(|(id, words)| (id.name.clone(), self.words(words)));
        let whole = task.whole();
        TaskView {
            stt: row.number.clone(),
            ky_hieu: self.opt_words(task.code.as_ref()),
            viec: self.opt_words(task.text.as_ref()).unwrap_or_default(),
            la_nhom: task.is_group(),
            chi_ten: task.is_group()
                && !columns.iter().any(|column| column.holds_words() && is_filled(task, &column.ma)),
            dong: row.closes,
            sau_nhom: false,
            kieu,
            kieu_con,
            chu_tri: task.lead.as_ref().map(|lead| self.lead(lead)),
            dong_chu_tri: self.co_leads(&task.co_leads),
            phoi_hop: task.cooperating.iter().map(|body| self.named(body)).collect(),
            cach_lam: self.opt_words(task.method.as_ref()),
            thoi_han: task.deadline.as_ref().map(|deadline| self.deadline(deadline)),
            cac_moc: task.deadline.as_ref().map(|deadline| self.steps(deadline)).unwrap_or_default(),
            san_pham: joined(&products),
            cac_san_pham: products,
            so_tien: whole.map(|amount| amount.display(unit).into()),
            so_tien_so: whole.map(|amount| amount.display_in(unit).into()),
            kinh_phi: self.opt_words(task.funding.as_ref()),
            loai_chi: self.opt_words(task.spending.as_ref()),
            du_an: task.project.as_ref().map(|id| self.project_name(&id.name).called),
            chi_tieu: task.targets.iter().map(|id| self.target_name(&id.name)).collect(),
            o_rieng: own.collect::<BTreeMap<_, _>>(),
        }
    }
}

/// Whether a task has something for a column beside its number and its name.
fn is_filled(task: &Task, key: &str) -> bool {
    match key {
        "ky_hieu" => task.code.is_some(),
        "cach_lam" => task.method.is_some(),
        "chu_tri" => task.lead.is_some() || !task.co_leads.0.is_empty(),
        "phoi_hop" => !task.cooperating.is_empty(),
        "thoi_han" => task.deadline.is_some(),
        "san_pham" => !task.products.is_empty(),
        "so_tien" => task.amount.is_some() || task.funding.is_some(),
        "loai_chi" => task.spending.is_some(),
        "du_an" => task.project.is_some(),
        "chi_tieu" => !task.targets.is_empty(),
        own => task.own.get(own).is_some(),
    }
}

/// Products in one sentence: the others without their capital.
pub(in crate::template) fn joined(products: &[Xml]) -> Option<Xml> {
    use crate::value::Filter::{Uncapitalize, Unended};
    let first = products.first()?;
    let others = products.iter().skip(1).map(|product| product.filtered(Uncapitalize));
    let mut parts: Vec<_> = std::iter::once(first.clone()).chain(others).collect();
    let last = parts.len() - 1;
    for part in &mut parts[..last] {
        *part = part.filtered(Unended);
    }
    Some(Xml::join(&parts, "; "))
}

/// The styles of an entry of a list below so many groups, and of its lines.
fn styles(outer: Option<NumberingStyle>, level: usize) -> (&'static str, &'static str) {
    let within = |style: &str| WITHIN.iter().find(|(known, _)| *known == style).map_or("", |(_, within)| *within);
    let own = outer.map_or("", NumberingStyle::word);
    let style = (0..level).fold(own, |style, _| within(style));
    let lines = if style == "-" || style == "+" || level > 1 { "+" } else { "-" };
    (style, lines)
}
