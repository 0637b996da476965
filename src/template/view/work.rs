//! Duties and reports as templates see them.

use super::step::{ReportView, ResponsibilityView};
use crate::plan::duty::{DutyForm, Report, Responsibility};
use crate::plan::numbering::NumberingStyle;
use crate::template::words::Viewer;
use crate::template::xml::Xml;

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
            giu_lien_dong: duty.form.as_ref().is_some_and(|form| form.value == DutyForm::RunIn),
            loi: self.opt_words(duty.text.as_ref()).map(|text| self.with_deadline(text, duty.deadline.as_ref())),
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
            cac_moc: report.when.as_ref().map(|deadline| self.steps(deadline)).unwrap_or_default(),
            ky: self.opt_words(report.period.as_ref()),
        }
    }
}
