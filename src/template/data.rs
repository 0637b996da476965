//! How the data of a plan is printed: targets, projects, money, tasks, duties, reports, tables.

use super::context::{Viewer, picked, picked_ids};
use super::view::{
    BodyView, CellView, FundingView, HeaderCellView, ItemGroupView, ItemView, ProjectView, ReportView,
    ResponsibilityView, ShareView, SplitRowView, SplitTableView, StepView, TableRowView, TableView, TargetView,
    TaskView,
};
use crate::plan::number::{Decimal, MONEY_UNITS, Money, MoneyUnit};
use crate::plan::table::{Align, Cell, CellContent, HeaderCell, Table};
use crate::plan::{
    Allocation, Amount, CoLead, Deadline, DutyForm, Funding, FundingItem, Id, Mount, MountForm, Project, Report,
    Responsibility, Target, Task,
};

impl Viewer<'_> {
    pub(super) fn target(&self, target: &Target) -> TargetView {
        let unit = target.unit.as_ref().map(|unit| unit.words.as_str());
        let direction = match (target.from, target.to) {
            (Some(from), Some(to)) => Some(if to.is_less_than(from) { "giảm" } else { "tăng" }),
            _ => None,
        };
        // A population names what is counted itself: `giảm 45 hộ cận nghèo`.
        let percent = unit.filter(|unit| *unit == "%");
        let counted = if target.population.is_some() { percent } else { unit };
        TargetView {
            loi: self.opt_words(target.text.as_ref()),
            mo: self.opt_words(target.lead_in.as_ref()),
            ten: self.opt_words(target.name.as_ref()),
            doi_tuong: self.opt_words(target.population.as_ref()),
            ket_qua: self.opt_words(target.result.as_ref()),
            so_sanh: target.comparator.map(|comparator| comparator.words),
            gia_tri: target.value.map(|value| with_unit(value, unit)),
            gia_tri_tron: target.value.map(|value| with_unit(value, percent)),
            con: target.level.map(|value| with_unit(value, counted)),
            phan: self.opt_words(target.fraction.as_ref()),
            moi: self.opt_words(target.per.as_ref()),
            so_voi: self.opt_words(target.against.as_ref()),
            giao: self.opt_words(target.set_by.as_ref()),
            chi_so: (!target.indicators.is_empty())
                .then(|| target.indicators.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
            tung_nam: target
                .steps
                .iter()
                .map(|(year, value)| StepView { nam: year.name.clone(), gia_tri: with_unit(*value, unit) })
                .collect(),
            tu: target.from.map(|value| with_unit(value, unit)),
            den: target.to.map(|value| with_unit(value, unit)),
            huong: direction,
            giam: target.decrease.map(|amount| range_with_unit(amount, counted)),
            tang: target.increase.map(|amount| range_with_unit(amount, counted)),
            chuan: self.opt_words(target.standard.as_ref()),
            thoi_han: self.opt_words(target.deadline.as_ref()).map(|deadline| when(&deadline)),
            trong_do: target.parts.iter().map(|(_, part)| self.target(part)).collect(),
            phan_bo: target
                .breakdown
                .iter()
                .map(|share| ShareView { noi: self.words(&share.place), gia_tri: with_unit(share.value, unit) })
                .collect(),
            phu_trach: target.owner.as_ref().map(|id| self.body(id)),
        }
    }

    /// The projects of a mount. Where all are parts of one Dự án, its number is in the heading above and is left out.
    pub(super) fn projects(&self, mount: &Mount, inner_style: &'static str) -> Vec<ProjectView> {
        let chosen: Vec<_> = picked_ids(&self.plan.projects, &mount.pick).collect();
        let parent = |id: &Id| {
            let programme = self.plan.programme.as_ref()?;
            Some(programme.projects.get(&id.name)?.part_of.as_ref()?.name.clone())
        };
        let first = chosen.first().and_then(|(id, _)| parent(id));
        let one_parent = first.is_some() && chosen.iter().all(|(id, _)| parent(id) == first);
        chosen
            .into_iter()
            .map(|(id, project)| {
                let mut view = self.project(id, project, inner_style);
                if one_parent {
                    view.ten_goi = view.ten_goi.split(" - ").next().unwrap_or_default().to_owned();
                }
                view
            })
            .collect()
    }

    pub(super) fn project(&self, id: &Id, project: &Project, inner_style: &'static str) -> ProjectView {
        let (ten_goi, ten) = self.project_name(id);
        ProjectView {
            ten_goi,
            ten,
            muc_tieu: self.all_words(&project.goals),
            doi_tuong: self.all_words(&project.groups),
            noi_dung: self.events(&project.content, inner_style),
            chu_tri: project.lead.as_ref().map(|id| self.body(id)),
            dong_chu_tri: self.co_leads(&project.co_leads),
            phoi_hop: self.bodies(&project.cooperating),
            kinh_phi: project
                .amount
                .map(|amount| amount.display(self.money_unit(amount)))
                .or_else(|| self.opt_words(project.funding.as_ref())),
            phan_cong: self.opt_words(project.assignment.as_ref()),
        }
    }

    /// The unit of the plan's money; without one, the largest in which an amount is whole.
    pub(super) fn money_unit(&self, amount: Money) -> MoneyUnit {
        let whole = || MONEY_UNITS.into_iter().find(|unit| amount.0 != 0 && amount.0 % unit.dong == 0);
        self.plan.funding.as_ref().map(|funding| funding.unit).or_else(whole).unwrap_or(MONEY_UNITS[3])
    }

    /// What a project is called, such as "Tiểu dự án 2 - Dự án 6", and its name.
    pub(super) fn project_name(&self, id: &Id) -> (String, String) {
        let programme = self.plan.programme.as_ref().expect("the reader lets no project without a programme through");
        let project = Self::known(&programme.projects, id);
        let number = self.words(&project.number);
        let called = match &project.part_of {
            None => format!("Dự án {number}"),
            Some(parent) => {
                let parent = Self::known(&programme.projects, parent);
                format!("Tiểu dự án {number} - Dự án {}", self.words(&parent.number))
            }
        };
        (called, self.words(&project.name))
    }

    pub(super) fn funding(&self, funding: &Funding, mount: &Mount) -> FundingView {
        let chosen: Vec<_> =
            picked(&funding.items, &mount.pick).filter(|item| mount.takes(item.group.as_ref())).collect();
        let mut groups: Vec<ItemGroupView> = Vec::new();
        let views: Vec<_> = chosen.iter().map(|item| self.funding_item(funding, item)).collect();
        for (item, view) in chosen.iter().zip(&views) {
            let name = self.opt_words(item.group.as_ref());
            match groups.last_mut() {
                Some(group) if group.ten == name => group.khoan.push(view.clone()),
                _ => groups.push(ItemGroupView { ten: name, khoan: vec![view.clone()] }),
            }
        }
        // Counts of different things do not add up.
        let one_unit = chosen
            .windows(2)
            .all(|pair| pair[0].unit.as_ref().map(|unit| &unit.words) == pair[1].unit.as_ref().map(|unit| &unit.words));
        let counts: Option<i128> = chosen.iter().map(|item| item.count.and_then(Decimal::to_whole)).sum();
        let counts = counts.filter(|_| one_unit && !chosen.is_empty());
        // A part of the items has a total of its own.
        let whole = mount.pick.is_empty() && mount.group.is_none();
        let amounts: Option<Vec<Money>> = chosen.iter().map(|item| item.amount).collect();
        let part = amounts.map(|amounts| Money(amounts.iter().map(|amount| amount.0).sum()));
        let total = if whole { funding.total } else { part };
        FundingView {
            don_vi: funding.unit.name,
            loi: self.opt_words(funding.text.as_ref()),
            tong: total.map(|total| total.display(funding.unit)),
            tong_so: total.map(|total| total.display_in(funding.unit)),
            tong_so_luong: counts.map(|count| Decimal::whole(count).display_count()),
            khoan: views,
            nhom: groups,
            theo_cot: match mount.form {
                MountForm::SourceTable => self.by_source(funding, &chosen),
                MountForm::YearTable => self.by_year(funding, &chosen),
                MountForm::List | MountForm::Paragraph | MountForm::Table | MountForm::Total => {
                    SplitTableView::default()
                }
            },
        }
    }

    /// Bodies that lead a part, each with its part in brackets.
    fn co_leads(&self, leads: &[CoLead]) -> Vec<BodyView> {
        let view = |lead: &CoLead| {
            let body = self.body(&lead.body);
            match self.opt_words(lead.role.as_ref()) {
                Some(role) => {
                    BodyView { ten: format!("{} ({role})", body.ten), ten_ngan: format!("{} ({role})", body.ten_ngan) }
                }
                None => body,
            }
        };
        leads.iter().map(view).collect()
    }

    /// What each source gives in all, with its unit.
    pub(super) fn source_totals(&self, funding: &Funding) -> Vec<(String, String)> {
        let total = |id: &Id| {
            let parts: Vec<_> = funding.items.iter().filter_map(|(_, item)| from_source(item, id)).collect();
            (!parts.is_empty()).then(|| Money(parts.iter().map(|part| part.0).sum()).display(funding.unit))
        };
        funding.sources.iter().filter_map(|(id, _)| Some((id.name.clone(), total(id)?))).collect()
    }

    /// Items in rows, sources in columns; an item without allocations stands under its only source.
    fn by_source(&self, funding: &Funding, items: &[&FundingItem]) -> SplitTableView {
        let columns: Vec<_> = funding.sources.iter().map(|(id, name)| (self.words(name), id)).collect();
        self.split(funding, items, &columns, |item, id| from_source(item, id))
    }

    /// Items in rows, years in columns; an allocation without a year falls to the plan's own.
    fn by_year(&self, funding: &Funding, items: &[&FundingItem]) -> SplitTableView {
        let own = self.plan.period.map_or(self.plan.date.year, |period| period.from);
        let year = |allocation: &Allocation| allocation.year.map_or(own, |year| year.from);
        let mut years: Vec<i32> = items.iter().flat_map(|item| item.allocations.iter().map(year)).collect();
        years.sort_unstable();
        years.dedup();
        let columns: Vec<_> = years.into_iter().map(|year| (format!("Năm {year}"), year)).collect();
        self.split(funding, items, &columns, |item, wanted| {
            sum_of(item.allocations.iter().filter(|allocation| year(allocation) == *wanted))
        })
    }

    fn split<C>(
        &self,
        funding: &Funding,
        items: &[&FundingItem],
        columns: &[(String, C)],
        amount: impl Fn(&FundingItem, &C) -> Option<Money>,
    ) -> SplitTableView {
        let show = |amount: Option<Money>| amount.map(|amount| amount.display_in(funding.unit)).unwrap_or_default();
        SplitTableView {
            cot: columns.iter().map(|(name, _)| name.clone()).collect(),
            dong: items
                .iter()
                .map(|item| SplitRowView {
                    ten: self.words(&item.name),
                    cong: item.amount.map(|amount| amount.display_in(funding.unit)),
                    o: columns.iter().map(|(_, column)| show(amount(item, column))).collect(),
                })
                .collect(),
            tong: columns
                .iter()
                .map(|(_, column)| {
                    let parts: Vec<_> = items.iter().filter_map(|item| amount(item, column)).collect();
                    show((!parts.is_empty()).then(|| Money(parts.iter().map(|part| part.0).sum())))
                })
                .collect(),
        }
    }

    pub(super) fn funding_item(&self, funding: &Funding, item: &FundingItem) -> ItemView {
        let unit = item.unit.as_ref().map(|unit| unit.words.as_str());
        ItemView {
            ten: self.words(&item.name),
            so_luong: item.count.map(|count| with_unit(count, unit)),
            so_luong_so: item.count.map(Decimal::display_count),
            so_tien: item.amount.map(|amount| amount.display(funding.unit)),
            theo: item.basis,
            so_tien_so: item.amount.map(|amount| amount.display_in(funding.unit)),
            muc_toi_da: item.cap.map(|cap| match &item.cap_unit {
                Some(unit) => format!("{}/{}", cap.display(funding.unit), self.words(unit)),
                None => cap.display(funding.unit),
            }),
            nguon: item.sources.iter().map(|id| self.words(Self::known(&funding.sources, id))).collect(),
            loi: self.opt_words(item.text.as_ref()),
        }
    }

    pub(super) fn task(&self, task: &Task) -> TaskView {
        TaskView {
            viec: self.words(&task.text),
            chu_tri: task.lead.as_ref().map(|id| self.body(id)),
            phoi_hop: self.bodies(&task.cooperating),
            dong_chu_tri: self.co_leads(&task.co_leads),
            thoi_han: task.deadline.as_ref().map(|deadline| self.deadline(deadline)),
            san_pham: self.opt_words(task.product.as_ref()),
        }
    }

    pub(super) fn responsibility(&self, duty: &Responsibility) -> ResponsibilityView {
        let names = || self.bodies(&duty.bodies).into_iter().map(|body| body.ten).collect::<Vec<_>>().join(", ");
        ResponsibilityView {
            ten: self.opt_words(duty.heading.as_ref()).unwrap_or_else(names),
            de_nghi: duty.requested,
            dang: match duty.form {
                DutyForm::Block => "rieng_dong",
                DutyForm::RunIn => "lien_dong",
                DutyForm::Sentence => "ca_cau",
            },
            loi: self.opt_words(duty.text.as_ref()),
            // Duties are dashes unless they say otherwise.
            viec: self.events(&duty.items, "-"),
        }
    }

    pub(super) fn report(&self, report: &Report) -> ReportView {
        ReportView {
            noi_dung: self.words(&report.what),
            co_quan: self.bodies(&report.from),
            gui: self.bodies(&report.to),
            qua: report.via.as_ref().map(|id| self.body(id)),
            thoi_han: report.when.as_ref().map(|deadline| self.deadline(deadline)),
            ky: self.opt_words(report.period.as_ref()),
        }
    }

    pub(super) fn deadline(&self, deadline: &Deadline) -> String {
        match deadline {
            Deadline::Text(text) => self.words(text),
            Deadline::Before(date) => format!("trước ngày {}", date.display_short()),
            Deadline::On(date) => format!("ngày {}", date.display_short()),
            Deadline::Quarter { quarter, year } => format!("quý {quarter} năm {year}"),
            Deadline::Month(date) => format!("tháng {}", date.display_short()),
            Deadline::Every { every, at: None } => self.words(every),
            Deadline::Every { every, at: Some(at) } => format!("{}, trước {}", self.words(every), self.words(at)),
            Deadline::DaysAfterIssue(days) => {
                format!("trong {} ngày kể từ ngày ban hành Kế hoạch", Decimal::whole(*days).display_count())
            }
        }
    }

    pub(super) fn table(&self, table: &Table) -> TableView {
        let cell = |cell: &Cell| CellView {
            doan: match &cell.content {
                CellContent::Words(texts) => self.all_words(texts),
                CellContent::Figure(figure) => vec![figure.clone()],
            },
            can: match cell.align {
                Align::Left => "left",
                Align::Center => "center",
                Align::Right => "right",
            },
            colspan: cell.colspan,
            rowspan: cell.rowspan,
        };
        let head = |head: &HeaderCell| HeaderCellView {
            chu: head.text.replace('\n', "\u{2028}"),
            colspan: head.colspan,
            rowspan: head.rowspan,
        };
        TableView {
            ten: self.opt_words(table.caption.as_ref()),
            don_vi: self.opt_words(table.unit.as_ref()),
            rong: table.widths.clone(),
            dau: table.header.iter().map(|row| row.iter().map(head).collect()).collect(),
            chi_so: table.index.clone(),
            dong: table
                .rows
                .iter()
                .map(|row| TableRowView { dam: row.emphasized, o: row.cells.iter().map(cell).collect() })
                .collect(),
            chu_thich: self.all_words(&table.notes),
            ngat_dong: table.splits,
        }
    }
}

/// An amount or a range with its unit: `0,6 - 1,0%`.
fn range_with_unit(amount: Amount, unit: Option<&str>) -> String {
    match amount.high {
        None => with_unit(amount.low, unit),
        Some(high) => match unit {
            None => format!("{} - {}", amount.low.display(), high.display()),
            Some("%") => format!("{} - {}%", amount.low.display(), high.display()),
            Some(unit) => format!("{} - {} {unit}", amount.low.display(), high.display()),
        },
    }
}

/// A value with its unit: `%` close behind, other units after a space, counts padded.
fn with_unit(value: Decimal, unit: Option<&str>) -> String {
    match unit {
        None => value.display_count(),
        Some("%") => format!("{}%", value.display()),
        // Points of percent are measured, not counted.
        Some(unit) if unit.contains('%') => format!("{} {unit}", value.display()),
        Some(unit) => format!("{} {unit}", value.display_count()),
    }
}

/// What an item gets from a source.
fn from_source(item: &FundingItem, source: &Id) -> Option<Money> {
    if item.allocations.is_empty() {
        return item.amount.filter(|_| matches!(item.sources.as_slice(), [only] if only.name == source.name));
    }
    sum_of(item.allocations.iter().filter(|allocation| allocation.source.name == source.name))
}

/// The sum of allocations; `None` for none.
fn sum_of<'a>(allocations: impl Iterator<Item = &'a Allocation>) -> Option<Money> {
    let parts: Vec<_> = allocations.map(|allocation| allocation.amount.0).collect();
    (!parts.is_empty()).then(|| Money(parts.iter().sum()))
}

/// A deadline behind a sentence: "vào cuối năm 2024", but "trước ngày 31/12/2024".
fn when(deadline: &str) -> String {
    let prepositions = ["trước ", "sau ", "trong ", "đến ", "từ ", "vào ", "hằng ", "khi ", "tới "];
    if prepositions.iter().any(|word| deadline.starts_with(word)) {
        deadline.to_owned()
    } else {
        format!("vào {deadline}")
    }
}
