//! Projects as templates see them: alone, under each other, and as rows of a table.

use super::columns::{ColumnView, total_row};
use super::picked::picked;
use super::step::{MountView, ProjectView};
use crate::plan::funding::Funding;
use crate::plan::mount::{Mount, MountForm};
use crate::plan::numbering::NumberingStyle;
use crate::plan::project::Project;
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::{Amount, Id, MONEY_UNITS, MoneyUnit};

/// A Dự án with those of its Tiểu dự án that are printed, or a Tiểu dự án whose Dự án is not.
struct Entry<'a> {
    id: &'a str,
    /// Nothing for a Dự án of which the plan says nothing itself.
    project: Option<&'a Project>,
    parts: Vec<(&'a str, &'a Project)>,
}

impl Entry<'_> {
    /// How much it is, else what its parts add up to.
    fn whole(&self) -> Option<Amount> {
        let own = self.project.and_then(|project| project.amount.as_ref()).map(|amount| amount.value);
        let parts = || self.parts.iter().map(|(_, part)| Some(part.amount.as_ref()?.value));
        own.or_else(|| parts().collect::<Option<Vec<_>>>().filter(|parts| !parts.is_empty()).map(Amount::sum))
    }
}

impl Viewer<'_> {
    /// The projects of a mount; `around` are the headings under which it stands.
    pub(super) fn projects(&self, mount: &Mount, inner: NumberingStyle, around: &[Xml], empty: MountView) -> MountView {
        let chosen: Vec<_> = picked(&self.plan.projects, mount).collect();
        match mount.shown_as() {
            MountForm::Nested => {
                let entries = self.under_each_other(&chosen, true);
                let du_an = entries.iter().map(|entry| self.entry(entry, inner, around)).collect();
                MountView { du_an, ..empty }
            }
            MountForm::Table => self.project_table(mount, inner, around, &chosen, empty),
            MountForm::List
            | MountForm::Own
            | MountForm::Paragraph
            | MountForm::Total
            | MountForm::SourceTable
            | MountForm::YearTable
            | MountForm::SourceYearTable => {
                let view = |(id, project): &(&Id, &Project)| ProjectView {
                    ten_goi: self.called(&id.name, &chosen, around),
                    ..self.project(&id.name, project, inner)
                };
                MountView { du_an: chosen.iter().map(view).collect(), ..empty }
            }
        }
    }

    fn project_table(
        &self,
        mount: &Mount,
        inner: NumberingStyle,
        around: &[Xml],
        chosen: &[(&Id, &Project)],
        empty: MountView,
    ) -> MountView {
        let usual = || self.plan.funding.as_ref().map_or(MONEY_UNITS[1], Funding::money_unit);
        let unit = mount.money_unit().unwrap_or_else(usual);
        let entries = self.under_each_other(chosen, false);
        let projects = || chosen.iter().map(|(_, project)| *project);
        let filled = |key: &str| match key {
            "so_tien" => projects().any(|project| project.amount.is_some()),
            "kinh_phi" => projects().any(|project| project.funding.is_some()),
            "chu_tri" => projects().any(|project| project.lead.is_some() || !project.co_leads.0.is_empty()),
            "phoi_hop" => projects().any(|project| !project.cooperating.is_empty()),
            "phan_cong" => projects().any(|project| project.assignment.is_some()),
            _ => true,
        };
        let cot = self.columns(mount, &filled);
        let amounts: Option<Vec<Amount>> = entries.iter().map(Entry::whole).collect();
        let total = amounts.filter(|amounts| !amounts.is_empty()).map(Amount::sum);
        let has_total = |column: &ColumnView| column.is("so_tien") && total.is_some();
        let mut rows = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            let own = self.headed(entry, inner, chosen, around);
            let money = entry.whole().map(|amount| amount.display_in(unit).into());
            rows.push(ProjectView { stt: (at + 1).to_string(), so_tien_so: money, con: Vec::new(), ..own });
            for (place, (id, part)) in entry.parts.iter().enumerate() {
                let mut row = self.project(id, part, inner);
                row.ten_goi = self.project_name(id).short;
                (row.stt, row.cap) = (format!("{}.{}", at + 1, place + 1), 1);
                row.so_tien_so = part.amount.as_ref().map(|amount| amount.value.display_in(unit).into());
                rows.push(row);
            }
        }
        MountView {
            o_tong: total_row(&cot, &has_total),
            tong_so: total.map(|total| total.display_in(unit).into()),
            don_vi: if cot.iter().any(|column| column.is("so_tien")) { unit.name } else { "" },
            cot,
            du_an: rows,
            ..empty
        }
    }

    /// Projects with their parts inside, in the order in which they or their parts come first. A Dự án that is not printed
    /// itself is an entry only where a heading for its parts is `wanted`.
    fn under_each_other<'c>(&'c self, chosen: &[(&'c Id, &'c Project)], wanted: bool) -> Vec<Entry<'c>> {
        let mut entries: Vec<Entry<'c>> = Vec::new();
        for (id, project) in chosen {
            let parent = self.part_of(&id.name);
            let parent = parent.filter(|parent| wanted || chosen.iter().any(|(known, _)| known.name == *parent));
            let name = parent.unwrap_or(&id.name);
            let at = entries.iter().position(|entry| entry.id == name).unwrap_or_else(|| {
                entries.push(Entry { id: name, project: None, parts: Vec::new() });
                entries.len() - 1
            });
            match parent {
                Some(_) => entries[at].parts.push((&id.name, project)),
                None => entries[at].project = Some(project),
            }
        }
        entries
    }

    /// A Dự án as an entry of a list, with its parts inside.
    fn entry(&self, entry: &Entry<'_>, inner: NumberingStyle, around: &[Xml]) -> ProjectView {
        // Their parts are dashes, whatever those of the Dự án are.
        let view = |(id, part): &(&str, &Project)| ProjectView {
            ten_goi: self.project_name(id).short,
            ..self.project(id, part, NumberingStyle::Plus)
        };
        ProjectView { con: entry.parts.iter().map(view).collect(), ..self.headed(entry, inner, &[], around) }
    }

    fn headed(
        &self,
        entry: &Entry<'_>,
        inner: NumberingStyle,
        chosen: &[(&Id, &Project)],
        around: &[Xml],
    ) -> ProjectView {
        let name = self.project_name(entry.id);
        let own = entry.project.map(|project| self.project(entry.id, project, inner));
        ProjectView {
            ten_goi: self.called(entry.id, chosen, around),
            ..own.unwrap_or_else(|| ProjectView::named(name))
        }
    }

    /// What a project is called under some headings: where all are parts of one Dự án that a heading names, its number
    /// is left out.
    fn called(&self, id: &str, chosen: &[(&Id, &Project)], around: &[Xml]) -> Xml {
        let name = self.project_name(id);
        let Some(parent) = self.part_of(id) else { return name.called };
        let one_parent = chosen.iter().all(|(id, _)| self.part_of(&id.name) == Some(parent));
        let wanted = self.project_name(parent).called.letters();
        if one_parent && around.iter().any(|heading| names(&heading.letters(), &wanted)) {
            name.short
        } else {
            name.called
        }
    }

    /// The Dự án of a Tiểu dự án.
    fn part_of(&self, id: &str) -> Option<&str> {
        self.plan.programme.as_ref()?.part_of(id)
    }

    pub(in crate::template) fn project(&self, id: &str, project: &Project, inner: NumberingStyle) -> ProjectView {
        let words = self.opt_words(project.funding.as_ref());
        let unit = |amount: Amount| -> MoneyUnit { self.money_unit(amount.money) };
        let amount = project.amount.as_ref().map(|amount| Xml::from(amount.value.display(unit(amount.value))));
        let both = match (&amount, &words) {
            // Words that begin with the amount say it already.
            (Some(amount), Some(words)) if words.letters().starts_with(&amount.letters()) => Some(words.clone()),
            (Some(amount), Some(words)) => Some(Xml::format("{}; {}", &[amount, words])),
            (amount, words) => amount.clone().or(words.clone()),
        };
        ProjectView {
            muc_tieu: self.all_words(project.goals.iter()),
            doi_tuong: self.all_words(project.groups.iter()),
            noi_dung: self.events(&project.content, Some(inner)),
            chu_tri: project.lead.as_ref().map(|id| self.body(id)),
            dong_chu_tri: self.co_leads(&project.co_leads),
            phoi_hop: self.bodies(&project.cooperating),
            so_tien: amount,
            loi_kinh_phi: words,
            kinh_phi: both,
            phan_cong: self.opt_words(project.assignment.as_ref()),
            ..ProjectView::named(self.project_name(id))
        }
    }
}

/// Whether a heading names a project: `Dự án 3` is not in `Dự án 35`.
fn names(heading: &str, called: &str) -> bool {
    let heading = heading.to_lowercase();
    let called = called.to_lowercase();
    let ends = |at: usize| !heading[at + called.len()..].starts_with(char::is_alphanumeric);
    heading.match_indices(&called).any(|(at, _)| ends(at))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_heading_names_a_whole_number() {
        assert!(names("DỰ ÁN 3: Sinh kế", "Dự án 3") && names("Thực hiện Dự án 3", "Dự án 3"));
        assert!(!names("Dự án 35", "Dự án 3") && names("Dự án 35, Dự án 3", "Dự án 3"));
    }
}
