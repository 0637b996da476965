//! Projects, tasks, duties and reports as templates see them.

use super::step::{ProjectView, ReportView, ResponsibilityView, TaskView};
use crate::plan::deadline::Deadline;
use crate::plan::duty::{DutyForm, Report, Responsibility};
use crate::plan::numbering::NumberingStyle;
use crate::plan::project::Project;
use crate::plan::task::Task;
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::Decimal;

impl Viewer<'_> {
    pub(in crate::template) fn project(&self, id: &str, project: &Project, inner: NumberingStyle) -> ProjectView {
        let name = self.project_name(id);
        let words = self.opt_words(project.funding.as_ref());
        let amount =
            project.amount.as_ref().map(|amount| Xml::from(amount.value.display(self.money_unit(amount.value))));
        ProjectView {
            ten_goi: name.called,
            ten: name.name,
            muc_tieu: self.all_words(project.goals.iter()),
            doi_tuong: self.all_words(project.groups.iter()),
            noi_dung: self.events(&project.content, Some(inner)),
            chu_tri: project.lead.as_ref().map(|id| self.body(id)),
            dong_chu_tri: self.co_leads(&project.co_leads),
            phoi_hop: self.bodies(&project.cooperating),
            kinh_phi: match (amount, words) {
                // Words that begin with the amount say it already.
                (Some(amount), Some(words)) if words.letters().starts_with(&amount.letters()) => Some(words),
                (Some(amount), Some(words)) => Some(Xml::format("{}; {}", &[&amount, &words])),
                (amount, words) => amount.or(words),
            },
            phan_cong: self.opt_words(project.assignment.as_ref()),
        }
    }

    pub(in crate::template) fn task(&self, task: &Task) -> TaskView {
        TaskView {
            viec: self.opt_words(task.text.as_ref()).unwrap_or_default(),
            chu_tri: task.lead.as_ref().map(|id| self.body(id)),
            phoi_hop: self.bodies(&task.cooperating),
            dong_chu_tri: self.co_leads(&task.co_leads),
            thoi_han: task.deadline.as_ref().map(|deadline| self.deadline(deadline)),
            san_pham: self.opt_words(task.product.as_ref()),
        }
    }

    pub(in crate::template) fn responsibility(&self, duty: &Responsibility) -> ResponsibilityView {
        let names = || {
            let names: Vec<_> = self.bodies(&duty.bodies).into_iter().map(|body| body.ten).collect();
            Xml::join(&names, ", ")
        };
        ResponsibilityView {
            ten: self.opt_words(duty.heading.as_ref()).unwrap_or_else(names),
            de_nghi: crate::schema::YesNo::is_yes(duty.requested.as_ref()),
            dang: duty.shown_as().word(),
            giu_lien_dong: duty.form.as_ref().is_some_and(|form| form.value == DutyForm::RunIn),
            loi: self.opt_words(duty.text.as_ref()),
            // Duties are dashes unless they say otherwise.
            viec: self.events(&duty.items, Some(NumberingStyle::Dash)),
        }
    }

    pub(in crate::template) fn report(&self, report: &Report) -> ReportView {
        ReportView {
            noi_dung: self.opt_words(report.what.as_ref()).unwrap_or_default(),
            co_quan: self.bodies(&report.from),
            gui: self.bodies(&report.to),
            qua: report.via.as_ref().map(|id| self.body(id)),
            thoi_han: report.when.as_ref().map(|deadline| self.deadline(deadline)),
            ky: self.opt_words(report.period.as_ref()),
        }
    }

    fn deadline(&self, deadline: &Deadline) -> Xml {
        match deadline {
            Deadline::Text(text) => self.words(text),
            Deadline::Before(date) => format!("trước ngày {}", date.value.0.display_short()).into(),
            Deadline::On(date) => format!("ngày {}", date.value.0.display_short()).into(),
            Deadline::Quarter(quarter) => format!("quý {} năm {}", quarter.numeral(), quarter.year).into(),
            Deadline::Month(month) => format!("tháng {}", month.value.0.display_short()).into(),
            Deadline::Every { every, at: None } => self.words(every),
            Deadline::Every { every, at: Some(at) } => {
                Xml::format("{}, trước {}", &[&self.words(every), &self.words(at)])
            }
            Deadline::DaysAfterIssue(days) => {
                let days = Decimal::whole(i128::from(days.value.0)).display_count();
                format!("trong {days} ngày kể từ ngày ban hành {}", self.plan.document_type().term).into()
            }
        }
    }
}
