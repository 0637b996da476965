//! Duties and reports as templates see them.

use super::step::{ReportView, ResponsibilityView};
use crate::plan::deadline::Deadline;
use crate::plan::duty::{Report, Responsibility};
use crate::plan::numbering::NumberingStyle;
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::Decimal;

impl Viewer<'_> {
    pub(in crate::template) fn responsibility(&self, duty: &Responsibility) -> ResponsibilityView {
        let names = || {
            let names: Vec<_> = self.bodies(&duty.bodies).into_iter().map(|body| body.ten).collect();
            Xml::join(&names, ", ")
        };
        ResponsibilityView {
            ten: self.opt_words(duty.heading.as_ref()).unwrap_or_else(names),
            co_quan: self.bodies(&duty.bodies),
            de_nghi: crate::schema::YesNo::is_yes(duty.requested.as_ref()),
            dang: duty.shown_as().word(),
            loi: self.opt_words(duty.text.as_ref()),
            // Duties are dashes unless they say otherwise.
            viec: self.events(&duty.items, Some(NumberingStyle::Dash)),
            liet_ke: self.listing(duty),
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

    pub(super) fn deadline(&self, deadline: &Deadline) -> Xml {
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
