//! Money in a table by source, by year, or by both side by side.

use serde::Serialize;

use super::item::{Row, RowView};
use crate::plan::funding::{Funding, FundingItem, sum_of};
use crate::plan::mount::MountForm;
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::Amount;

/// Items in rows, sources and years in columns.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct SplitTableView {
    /// The headings over the columns, each with how many it stands over.
    nhom: Vec<HeadingView>,
    cot: Vec<Xml>,
    dong: Vec<SplitRowView>,
    tong: Vec<Xml>,
}

#[derive(Debug, Clone, Serialize)]
struct HeadingView {
    ten: &'static str,
    so_cot: usize,
}

#[derive(Debug, Clone, Serialize)]
struct SplitRowView {
    stt: String,
    cap: usize,
    /// Whether it holds the rows below it.
    nhom: bool,
    ten: Xml,
    /// How many of what is given in kind.
    so_luong: Option<Xml>,
    cong: Option<Xml>,
    o: Vec<Xml>,
}

/// What an item has in a column.
type Share<'a> = dyn Fn(&FundingItem) -> Option<Amount> + 'a;

/// A column: its heading, what an item has in it, and the total if it is written.
struct Column<'a> {
    heading: &'static str,
    name: Xml,
    amount: Box<Share<'a>>,
    total: Option<Amount>,
}

impl Viewer<'_> {
    /// The table of a form; empty for forms that are none.
    pub(super) fn split(
        &self,
        funding: &Funding,
        rows: &[Row<'_>],
        views: &[RowView],
        whole: bool,
        form: MountForm,
    ) -> SplitTableView {
        let columns = match form {
            MountForm::SourceTable => self.source_columns(funding, whole, "Trong đó"),
            MountForm::YearTable => self.year_columns(funding, rows, whole, "Trong đó"),
            MountForm::SourceYearTable => {
                let mut columns = self.source_columns(funding, whole, "Theo nguồn vốn");
                columns.extend(self.year_columns(funding, rows, whole, "Theo năm"));
                columns
            }
            MountForm::List
            | MountForm::Paragraph
            | MountForm::Table
            | MountForm::Total
            | MountForm::Nested
            | MountForm::Own => {
                return SplitTableView::default();
            }
        };
        table(funding, rows, views, columns)
    }

    fn source_columns<'f>(&self, funding: &'f Funding, whole: bool, heading: &'static str) -> Vec<Column<'f>> {
        let column = |id: &'f str| {
            let written = funding.by_source.0.iter().find(|(known, _)| known.name == id);
            Column {
                heading,
                name: self.source_name(funding, id),
                amount: Box::new(move |item| item.from_source(id)),
                total: written.filter(|_| whole).and_then(|(_, figure)| figure.amount()),
            }
        };
        funding.sources.ids().map(column).collect()
    }

    fn year_columns<'f>(
        &self,
        funding: &'f Funding,
        rows: &[Row<'_>],
        whole: bool,
        heading: &'static str,
    ) -> Vec<Column<'f>> {
        let own = self.own_year();
        let told = funding.by_year.0.iter().filter(|_| whole).map(|(year, _)| year.0);
        let mut years: Vec<i32> = rows.iter().flat_map(|row| row.item.years(own)).chain(told).collect();
        years.sort_unstable();
        years.dedup();
        let column = |year: i32| {
            let written = funding.by_year.0.iter().find(|(known, _)| known.0 == year);
            Column {
                heading,
                name: format!("Năm {year}").into(),
                amount: Box::new(move |item| item.in_year(year, own)),
                total: written.filter(|_| whole).and_then(|(_, figure)| figure.amount()),
            }
        };
        years.into_iter().map(column).collect()
    }
}

/// The cells of the rows; a column without a figure is left out.
fn table(funding: &Funding, rows: &[Row<'_>], views: &[RowView], columns: Vec<Column<'_>>) -> SplitTableView {
    let unit = funding.money_unit();
    let show = |amount: Option<Amount>| amount.map(|amount| amount.display_in(unit).into()).unwrap_or_default();
    let mut table = SplitTableView { dong: views.iter().map(SplitRowView::of).collect(), ..SplitTableView::default() };
    let outermost: Vec<_> = rows.iter().zip(views).filter(|(_, view)| view.cap == 0).map(|(row, _)| row.item).collect();
    let is_empty =
        |column: &Column<'_>| column.total.is_none() && rows.iter().all(|row| (column.amount)(row.item).is_none());
    let all_empty = columns.iter().all(is_empty);
    for column in columns.into_iter().filter(|column| all_empty || !is_empty(column)) {
        match table.nhom.last_mut() {
            Some(heading) if heading.ten == column.heading => heading.so_cot += 1,
            _ => table.nhom.push(HeadingView { ten: column.heading, so_cot: 1 }),
        }
        for (row, line) in rows.iter().zip(&mut table.dong) {
            line.o.push(show((column.amount)(row.item)));
        }
        let sum = || sum_of(outermost.iter().filter_map(|item| (column.amount)(item)));
        table.tong.push(show(column.total.or_else(sum)));
        table.cot.push(column.name);
    }
    table
}

impl SplitRowView {
    fn of(row: &RowView) -> Self {
        let item = &row.khoan;
        Self {
            stt: row.stt.clone(),
            cap: row.cap,
            nhom: row.nhom,
            ten: item.ten.clone(),
            so_luong: item.so_luong.clone().filter(|_| item.hien_vat),
            cong: item.so_tien_so.clone(),
            o: Vec::new(),
        }
    }
}
