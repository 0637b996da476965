//! Every table of a plan, each computed once, after those whose figures it takes.

use std::collections::BTreeMap;

use super::compute::{Computed, compute_given};
use super::graph;
use super::lookup::{Found, Lost, Names, Spot};
use super::shown::{decimals, rounded};
use super::source::{NoNumber, Outside, outside};
use super::unit::money_unit;
use crate::plan::Plan;
use crate::plan::table::Table;
use crate::plan::table::agreement::ValuePath;
use crate::plan::table::cell::Cell;
use crate::plan::table::column::{Column, ColumnKind};
use crate::value::{Decimal, MoneyUnit, Named, Quantity, Spanned};

/// The outermost name of the figures of tables.
const TABLES: &str = "bang";

/// Every table of a plan, computed.
#[derive(Debug)]
pub struct Tables<'a> {
    plan: &'a Plan,
    names: Vec<Names<'a>>,
    by_id: BTreeMap<&'a str, usize>,
    /// Whether there is a table besides that could not be read.
    lacks_one: bool,
    /// Tables by where they begin in the file.
    by_place: BTreeMap<usize, usize>,
    /// Where each table stands in `all`.
    at: Vec<Option<usize>>,
    /// Whether each table is computed with all that it takes from others.
    ready: Vec<bool>,
    all: Vec<(&'a Table, Computed)>,
    /// Tables that take figures from each other: each from the next, the last from the first.
    pub circles: Vec<Vec<&'a Table>>,
    /// Cells that name a value which gives them no number.
    pub faults: Vec<Fault<'a>>,
}

/// A cell that names a value which gives it no number.
#[derive(Debug)]
pub struct Fault<'a> {
    /// The value.
    pub named: &'a Named,
    /// Why.
    pub why: NoNumber,
}

/// A number that a name gives, and where it stands.
#[derive(Debug, Clone)]
pub struct Sourced {
    /// The number, and where it stands.
    pub figure: Spanned<Quantity>,
    /// The decimals with which it is printed, if its place says so.
    pub decimals: Option<u32>,
}

/// What a place that takes a number counts in.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    kind: ColumnKind,
    unit: Option<MoneyUnit>,
}

impl Wanted {
    fn of(table: &Table, column: &Column) -> Self {
        Self { kind: column.holds(), unit: money_unit(table, column) }
    }
}

/// A plain number.
const COUNT: Wanted = Wanted { kind: ColumnKind::Numbers, unit: None };

impl<'a> Tables<'a> {
    /// Computes every table of a plan, in time proportional to their cells.
    pub fn new(plan: &'a Plan) -> Self {
        let tables = plan.tables();
        let mut by_id = BTreeMap::new();
        for (index, table) in tables.iter().enumerate() {
            if let Some(id) = &table.id {
                by_id.entry(id.0.as_str()).or_insert(index);
            }
        }
        let reads: Vec<_> = tables.iter().map(|table| Some(reads(table, &by_id))).collect();
        let order = graph::order(&reads);
        let circle = |circle: &Vec<usize>| circle.iter().map(|&index| tables[index]).collect();
        let start = |(index, table): (usize, &&Table)| (table.place.span.range.start, index);
        let mut made = Self {
            plan,
            names: tables.iter().map(|table| Names::new(table)).collect(),
            by_id,
            lacks_one: plan.lacks_table(),
            by_place: tables.iter().enumerate().map(start).collect(),
            at: vec![None; tables.len()],
            ready: vec![false; tables.len()],
            all: Vec::with_capacity(tables.len()),
            circles: order.cycles.iter().map(circle).collect(),
            faults: Vec::new(),
        };
        for &index in &order.columns {
            made.compute(index, tables[index]);
            made.ready[index] = true;
        }
        // What waits for a circle is computed without what it waits for, so that its other mistakes are found too.
        let waiting: Vec<usize> = (0..tables.len()).filter(|index| !made.ready[*index]).collect();
        for index in waiting {
            made.compute(index, tables[index]);
        }
        made
    }

    fn compute(&mut self, index: usize, table: &'a Table) {
        let leaves = table.leaves().0;
        let mut given: BTreeMap<(usize, usize), Quantity> = BTreeMap::new();
        let mut is_whole = true;
        for (row, column, named) in named(table) {
            match self.number(&parts(&named.path), Wanted::of(table, leaves[column])) {
                Ok(found) => {
                    given.insert((row, column), found.figure.value);
                }
                Err(why) => {
                    is_whole = false;
                    self.faults.push(Fault { named, why });
                }
            }
        }
        let mut computed = compute_given(table, &|row, column| given.get(&(row, column)).copied());
        computed.is_whole = is_whole;
        self.at[index] = Some(self.all.len());
        self.all.push((table, computed));
    }

    /// Every table, each after those that it takes figures from.
    pub fn all(&self) -> &[(&'a Table, Computed)] {
        &self.all
    }

    /// What follows from a table of the plan.
    pub fn of(&self, table: &Table) -> &Computed {
        let index = self.by_place.get(&table.place.span.range.start).expect("the plan knows every table that it holds");
        &self.table(*index).1
    }

    fn table(&self, index: usize) -> &(&'a Table, Computed) {
        let at = self.at[index].expect("a table is asked for after it is computed");
        &self.all[at]
    }

    /// What a name behind «bang» leads to.
    ///
    /// # Errors
    /// Why it leads to nothing.
    pub fn find(&self, path: &[&str]) -> Result<Found<'a>, Lost> {
        let ids = || self.by_id.keys().map(|id| (*id).to_owned()).collect();
        let Some((id, rest)) = path.split_first() else { return Err(Lost::Group(ids())) };
        let Some(&index) = self.by_id.get(id) else {
            return Err(if self.lacks_one { Lost::Unclear } else { Lost::Unknown(0, ids()) });
        };
        if !self.ready[index] {
            return Err(Lost::Unclear);
        }
        let (table, computed) = self.table(index);
        self.names[index].find(index, rest, computed).map_err(|lost| match lost {
            Lost::Unknown(..) if table.has_refused() => Lost::Unclear,
            Lost::Unknown(..) | Lost::Group(_) | Lost::Unclear => lost.behind(1),
        })
    }

    /// A figure: its table, its column and what is printed.
    pub fn figure(&self, spot: Spot) -> (&'a Table, &'a Column, Option<Quantity>) {
        let (table, computed) = self.table(spot.table);
        (*table, table.leaves().0[spot.column], computed.figure(spot.row, spot.column).number())
    }

    /// Two figures that a table declares to be one.
    ///
    /// # Errors
    /// Which name gives no number, and why.
    pub fn both<'p>(
        &self,
        table: &Table,
        own: &'p ValuePath,
        other: &'p ValuePath,
    ) -> Result<(Sourced, Sourced), (&'p ValuePath, NoNumber)> {
        let index = self.by_place.get(&table.place.span.range.start).copied().unwrap_or_default();
        let found = self.names[index].find(index, &parts(&own.0), self.of(table)).map_err(NoNumber::Lost);
        let wanted = match &found {
            Ok(Found::Figure(spot)) => Wanted::of(table, table.leaves().0[spot.column]),
            Ok(Found::Words(..) | Found::Count(_) | Found::CountInWords(_)) | Err(_) => COUNT,
        };
        let first = found.and_then(|found| self.sourced(&found, index, wanted)).map_err(|why| (own, why))?;
        let second = self.number(&parts(&other.0), wanted).map_err(|why| (other, why))?;
        Ok((first, second))
    }

    /// The number that a name gives to a place.
    fn number(&self, path: &[&str], wanted: Wanted) -> Result<Sourced, NoNumber> {
        if let [TABLES, rest @ ..] = path {
            let found = self.find(rest).map_err(|lost| match lost {
                Lost::Unclear => NoNumber::Absent,
                Lost::Unknown(..) | Lost::Group(_) => NoNumber::Lost(lost.behind(1)),
            })?;
            let index = rest.first().and_then(|id| self.by_id.get(id)).copied().unwrap_or_default();
            return self.sourced(&found, index, wanted);
        }
        let Spanned { value: outside, span } = outside(self.plan, path)?;
        if wanted.kind != ColumnKind::Numbers {
            return Err(NoNumber::OtherKind(ColumnKind::Numbers));
        }
        let figure = match outside {
            Outside::Number(figure) => figure,
            Outside::Money(amount) => {
                let unit = wanted.unit.ok_or(NoNumber::NoMoneyUnit)?;
                Quantity::parse(&amount.display_in(unit)).map_err(|_| NoNumber::Absent)?
            }
        };
        Ok(Sourced { figure: Spanned { value: figure, span }, decimals: None })
    }

    /// The number that was found in a table.
    fn sourced(&self, found: &Found<'_>, index: usize, wanted: Wanted) -> Result<Sourced, NoNumber> {
        let spot = match found {
            Found::Figure(spot) => *spot,
            Found::Count(count) => {
                if wanted.kind != ColumnKind::Numbers {
                    return Err(NoNumber::OtherKind(ColumnKind::Numbers));
                }
                let figure = Decimal::whole(i128::try_from(*count).unwrap_or(i128::MAX)).into();
                let span = self.table(index).0.place.first_line();
                return Ok(Sourced { figure: Spanned { value: figure, span }, decimals: None });
            }
            Found::Words(..) | Found::CountInWords(_) => return Err(NoNumber::NotNumber),
        };
        let (table, column, figure) = self.figure(spot);
        let own = Wanted::of(table, column);
        if !is_alike(own.kind, wanted.kind) {
            return Err(NoNumber::OtherKind(own.kind));
        }
        if let (Some(own), Some(wanted)) = (own.unit, wanted.unit)
            && own != wanted
        {
            return Err(NoNumber::OtherUnit(own, wanted));
        }
        let figure = figure.ok_or(NoNumber::Absent)?;
        let row = &table.rows[spot.row];
        let span = match &row.cells[spot.column] {
            Cell::Number(number) => number.span.clone(),
            Cell::Value(text) => text.span.clone(),
            Cell::Blank | Cell::Dash | Cell::Words(_) => row.place.first_line(),
        };
        let value = Quantity { number: rounded(column, figure.number), ..figure };
        Ok(Sourced { figure: Spanned { value, span }, decimals: decimals(column) })
    }
}

/// Whether figures of one kind can stand in a column of another.
fn is_alike(one: ColumnKind, other: ColumnKind) -> bool {
    let is_length = |kind| matches!(kind, ColumnKind::Duration | ColumnKind::Minutes);
    one == other && one.is_figure() || is_length(one) && is_length(other)
}

fn parts(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

/// The tables that the cells of a table take figures from.
fn reads(table: &Table, by_id: &BTreeMap<&str, usize>) -> Vec<usize> {
    let tables = named(table).filter(|(_, _, named)| named.path.first().is_some_and(|root| root == TABLES));
    let mut reads: Vec<usize> =
        tables.filter_map(|(_, _, named)| by_id.get(named.path.get(1)?.as_str()).copied()).collect();
    reads.sort_unstable();
    reads.dedup();
    reads
}

/// The values that cells of columns of numbers name, by row and column.
fn named(table: &Table) -> impl Iterator<Item = (usize, usize, &Named)> {
    table.rows.iter().enumerate().flat_map(|(row, written)| {
        written.cells.iter().enumerate().filter_map(move |(column, cell)| match cell {
            Cell::Value(text) => Some((row, column, text.values().next()?)),
            Cell::Blank | Cell::Dash | Cell::Number(_) | Cell::Words(_) => None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Shared, read_plan};
    use crate::source::SourceFile;
    use crate::yaml;

    fn plan(text: &str) -> Plan {
        let node = yaml::read(&SourceFile::from_text("a.yaml", text), &|_| true).value.expect("YAML");
        read_plan(&node, &Shared::default()).0
    }

    /// The figure that a name leads to, as it is printed.
    #[track_caller]
    fn shown(tables: &Tables<'_>, path: &str) -> String {
        match tables.find(&path.split('.').collect::<Vec<_>>()) {
            Ok(Found::Figure(spot)) => tables.figure(spot).2.map_or("-".to_owned(), Quantity::display),
            found => format!("{found:?}"),
        }
    }

    fn table(id: usize, cell: &str) -> String {
        format!(
            "- bang: {{ma: b{id}, cot: [{{ten: A}}, {{ten: N, ma: n, loai: so}}], dong: [{{ma: x, o: [X, {cell}]}}, [Y, 1], {{tong: T}}]}}\n"
        )
    }

    #[test]
    fn a_chain_of_tables_is_computed_from_its_end_wherever_that_stands() {
        let next = |id: usize| format!("\"{{{{ bang.b{}.tong.n }}}}\"", id + 1);
        let chain: String =
            (0..1_500).map(|id| table(id, &if id < 1_499 { next(id) } else { "5".to_owned() })).collect();
        let plan = plan(&format!("noi_dung:\n{chain}"));
        let tables = Tables::new(&plan);
        assert_eq!((tables.circles.len(), tables.faults.len()), (0, 0));
        assert_eq!(shown(&tables, "b0.tong.n"), "1.505");
        assert_eq!(tables.all().len(), 1_500);
        let first = plan.tables()[0];
        assert_eq!(tables.of(first).figure(0, 1).written().map(Quantity::display).as_deref(), Some("1.504"));
    }

    #[test]
    fn what_waits_for_a_circle_has_no_figures() {
        let to = |id: usize| format!("\"{{{{ bang.b{id}.x.n }}}}\"");
        let text: String =
            [to(1), to(0), to(1), "7".to_owned()].iter().enumerate().map(|(id, cell)| table(id, cell)).collect();
        let plan = plan(&format!("noi_dung:\n{text}"));
        let tables = Tables::new(&plan);
        assert_eq!(tables.circles.len(), 1);
        assert_eq!(tables.find(&["b2", "x", "n"]), Err(Lost::Unclear));
        assert_eq!(shown(&tables, "b3.tong.n"), "8");
        let whole: Vec<bool> = plan.tables().iter().map(|table| tables.of(table).is_whole).collect();
        assert_eq!(whole, [false, false, false, true]);
    }
}
