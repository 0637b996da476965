//! What is printed at one place of the body.

use super::columns::group_row;
use super::picked::picked;
use super::step::MountView;
use crate::plan::mount::{Mount, MountForm, MountKind};
use crate::plan::numbering::NumberingStyle;
use crate::template::words::Viewer;
use crate::template::xml::Xml;

impl Viewer<'_> {
    /// Every entry of a kind, as the usual outline prints it.
    pub(in crate::template) fn everything(&self, kind: MountKind) -> MountView {
        let mount = |kind| Mount {
            kind,
            group: None,
            pick: Vec::new(),
            form: None,
            part_style: None,
            columns: Vec::new(),
            counting: None,
        };
        let plan = self.plan;
        let kind = crate::value::Spanned { value: kind, span: plan.place.span.clone() };
        self.mount(&mount(kind), None, false, &[])
    }

    /// What a mount prints; `around` are the headings under which it stands.
    pub(in crate::template) fn mount(
        &self,
        mount: &Mount,
        style: Option<NumberingStyle>,
        goes_on: bool,
        around: &[Xml],
    ) -> MountView {
        let plan = self.plan;
        let part_style = mount.part_style.as_ref().map_or(NumberingStyle::Dash, |style| style.value);
        let inner = if part_style == NumberingStyle::Dash { NumberingStyle::Plus } else { NumberingStyle::Dash };
        let kind = mount.kind.value;
        let empty = MountView {
            loai: kind.word(),
            dang: mount.shown_as().word(),
            goc: mount.kind.span.range.start,
            kieu: style.map_or("", NumberingStyle::word),
            kieu_phan: part_style.word(),
            kieu_con: inner.word(),
            noi_tiep: goes_on,
            ..MountView::default()
        };
        match kind {
            MountKind::Targets => {
                let targets: Vec<_> = picked(&plan.targets, mount)
                    .map(|(_, target)| target)
                    .filter(|target| mount.takes(target.group.as_ref().map(|group| group.words.as_str())))
                    .collect();
                let chi_tieu = targets.iter().map(|target| self.target(target)).collect();
                if mount.shown_as() == MountForm::YearTable {
                    let table = self.targets_by_year(&targets, mount);
                    let (cot, dong, hai_tang) = (table.columns, table.rows, table.has_title);
                    return MountView { o_nhom: group_row(&cot, &|_| false), cot, dong, hai_tang, chi_tieu, ..empty };
                }
                let filled = |_: &str| targets.iter().any(|target| target.owner.is_some());
                MountView { cot: self.columns(mount, &filled), chi_tieu, ..empty }
            }
            MountKind::Projects => self.projects(mount, inner, around, empty),
            MountKind::Funding => {
                let Some(funding) = &plan.funding else { return empty };
                let (view, cot, o_tong) = self.funding(funding, mount);
                MountView { cot, o_tong, kinh_phi: Some(view), ..empty }
            }
            MountKind::Tasks => self.tasks(mount, style, empty),
            MountKind::Responsibilities => MountView {
                cot: self.columns(mount, &|_| true),
                trach_nhiem: plan
                    .responsibilities
                    .iter()
                    .filter(|duty| mount.takes(duty.group.as_ref().map(|group| group.words.as_str())))
                    .filter(|duty| mount.pick.is_empty() || duty.bodies.iter().any(|body| mount.picks(&body.name)))
                    .map(|duty| self.responsibility(duty))
                    .collect(),
                ..empty
            },
            MountKind::Reports => {
                let reports: Vec<_> = picked(&plan.reports, mount).map(|(_, report)| report).collect();
                let filled = |key: &str| key != "thoi_han" || reports.iter().any(|report| report.when.is_some());
                let cot = self.columns(mount, &filled);
                MountView { cot, bao_cao: reports.iter().map(|report| self.report(report)).collect(), ..empty }
            }
        }
    }
}
