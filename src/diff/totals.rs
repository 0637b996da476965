//! Sums that are printed but written nowhere: what the changes make of them.

use std::collections::BTreeSet;

use super::change::{self, Change, Step, Topic, percent};
use super::names::{money, unit_of};
use crate::plan::Plan;
use crate::plan::table::Table;
use crate::plan::table::column::Column;
use crate::plan::table::row::{Row, RowKind};
use crate::schema::{Meaning, Stated};
use crate::table::{Entered, Tables, show};
use crate::value::{Amount, Decimal, Money, Text};

/// Sums that follow from changes: those of one row of a table, or one of the money.
#[derive(Debug, Clone, PartialEq)]
pub struct Follow {
    /// The place of the table, or of the money, in the letters of the file.
    pub address: String,
    /// What its addends are about.
    pub topic: Topic,
    /// Where it is printed, from the outermost name in.
    pub place: Vec<String>,
    /// What it was.
    pub old: String,
    /// What it is.
    pub new: String,
    /// The difference, where it is one figure.
    pub difference: Option<String>,
    /// The difference in percent of the old.
    pub percent: Option<String>,
}

/// The sums that differ between two plans, as their changes make them.
pub(super) fn found(
    changes: &[Change],
    plans: [&Plan; 2],
    said: [&Meaning; 2],
    tables: [&Tables<'_>; 2],
) -> Vec<Follow> {
    let mut follows = of_money(plans);
    let mut seen = BTreeSet::new();
    for change in changes {
        let is_table = |step: &Step| matches!(step, Step::Key(key) if key.key == "bang");
        let Some(at) = change.path.iter().position(is_table) else { continue };
        let way = &change.path[..=at];
        let (Some(old), Some(new)) = (reached(said[0], way, true), reached(said[1], way, false)) else { continue };
        let (Some(before), Some(now)) = (table(tables[0], old), table(tables[1], new)) else { continue };
        if seen.insert(now.place.span.range.start) {
            let place = way.iter().filter(|step| !matches!(step, Step::Key(_))).map(|step| step.name().to_owned());
            let mut place: Vec<String> = place.collect();
            if let Some(caption) = now.caption.as_ref().map(Text::letters) {
                // The block of a table is called like the table.
                while place.pop_if(|last| caption.starts_with(last.trim_end_matches('…'))).is_some() {}
                place.push(caption);
            }
            place.dedup();
            let address = change::address(way);
            follows.extend(of_table((tables[0], before), (tables[1], now), (&address, &place)));
        }
    }
    follows
}

/// What a plan says at a place, by the ids and places of its own side.
pub(super) fn reached<'m>(whole: &'m Meaning, path: &[Step], is_old: bool) -> Option<&'m Stated> {
    let mut here: Option<&Stated> = None;
    for step in path {
        let meaning = here.map_or(whole, |stated| &stated.meaning);
        here = Some(match (step, meaning) {
            (Step::Key(key), meaning) => meaning.of(key.key)?,
            (Step::Entry { old, new, .. }, Meaning::Entries(entries)) => {
                let id = if is_old { old } else { new }.as_ref()?;
                &entries.iter().find(|(own, _)| own == id)?.1
            }
            (Step::Item { old, new, .. }, Meaning::List(items)) => items.get(if is_old { *old } else { *new }?)?,
            _ => return None,
        });
    }
    here
}

/// The table that says something, by the place of its words.
fn table<'a>(tables: &Tables<'a>, stated: &Stated) -> Option<&'a Table> {
    let Meaning::Record(_, members) = &stated.meaning else { return None };
    let span = members.iter().find_map(|(_, member)| member.span.as_ref())?;
    let holds = |table: &&Table| {
        let own = &table.place.span;
        own.file.name == span.file.name && own.range.start <= span.range.start && span.range.end <= own.range.end
    };
    tables.all().iter().map(|(table, _)| *table).find(holds)
}

/// The rows of two tables that add up others, side by side.
fn of_table(
    (before, old): (&Tables<'_>, &Table),
    (after, new): (&Tables<'_>, &Table),
    (address, place): (&str, &[String]),
) -> Vec<Follow> {
    let (was, is) = (before.of(old), after.of(new));
    let (old_leaves, leaves) = (old.leaves().0, new.leaves().0);
    let mut titles = Vec::new();
    take_titles(&new.columns, "", &mut titles);
    let mut follows = Vec::new();
    for (at, row) in new.rows.iter().enumerate() {
        let Some(name) = sum_name(row) else { continue };
        let Some(own) = old.rows.iter().position(|other| sum_name(other).as_ref() == Some(&name)) else { continue };
        let (mut olds, mut news) = (Vec::new(), Vec::new());
        for (column, leaf) in leaves.iter().enumerate() {
            let title = titles.get(column).map_or("", String::as_str);
            let same = |other: &Column| {
                other.title == leaf.title || !leaf.called().is_empty() && other.called() == leaf.called()
            };
            // Two columns of one title are told apart by their places.
            let same_place = old_leaves.get(column).filter(|other| same(other)).map(|_| column);
            let Some(old_column) = same_place.or_else(|| old_leaves.iter().position(|other| same(other))) else {
                continue;
            };
            let (figure, old_figure) = (is.figure(at, column), was.figure(own, old_column));
            let computed = |figure: &crate::table::Figure| {
                figure.computed.filter(|_| figure.stated.is_none() && figure.entered == Entered::Blank)
            };
            let (Some(one), Some(two)) = (computed(old_figure), computed(figure)) else { continue };
            let (one, two) = (show(old_leaves[old_column], one), show(leaf, two));
            if one != two {
                olds.push(format!("{title} {one}"));
                news.push(format!("{title} {two}"));
            }
        }
        if !news.is_empty() {
            let place = place.iter().cloned().chain([name]).collect();
            let (old, new) = (olds.join("; "), news.join("; "));
            let address = address.to_owned();
            follows.push(Follow { address, topic: Topic::Tables, place, old, new, difference: None, percent: None });
        }
    }
    follows
}

/// The titles of the columns that hold cells, each behind those of the columns around it.
fn take_titles(columns: &[Column], outer: &str, titles: &mut Vec<String>) {
    for column in columns {
        let own = column.title.as_ref().map(Text::letters).unwrap_or_default();
        let title = if outer.is_empty() { own } else { format!("{outer}, {own}") };
        if column.children.is_empty() {
            titles.push(title);
        } else {
            take_titles(&column.children, &title, titles);
        }
    }
}

/// By what a row is known that adds up others.
fn sum_name(row: &Row) -> Option<String> {
    match &row.kind {
        RowKind::Group(name) | RowKind::Subtotal(name) | RowKind::Total(name) => Some(name.letters()),
        RowKind::Ordinary | RowKind::Across(_) => None,
    }
}

/// The total of the money where nobody wrote it, and what each source gives.
fn of_money(plans: [&Plan; 2]) -> Vec<Follow> {
    let [Some(old), Some(new)] = plans.map(|plan| plan.funding.as_ref()) else { return Vec::new() };
    let mut follows = Vec::new();
    let is_written = [old, new].iter().any(|funding| funding.total.is_some() || funding.stated.is_some());
    if let (false, Some(before), Some(now)) = (is_written, old.computed(), new.computed()) {
        follows.extend(sum("Tổng kinh phí", before, now));
    }
    for (id, source) in new.sources.iter() {
        let is_given = [old, new].iter().any(|funding| funding.by_source.0.iter().any(|(own, _)| own.name == id.name));
        let both = old.from_source(&id.name).zip(new.from_source(&id.name)).filter(|_| !is_given);
        let name = source.name.as_ref().map_or_else(|| id.name.clone(), Text::letters);
        follows.extend(both.and_then(|(before, now)| sum(&name, before, now)));
    }
    follows
}

fn sum(name: &str, before: Amount, now: Amount) -> Option<Follow> {
    let difference = Money(now.money.0 - before.money.0);
    let of = percent(Decimal::whole(difference.0), Decimal::whole(before.money.0));
    let sign = |is_up: bool| if is_up { "+" } else { "" };
    (difference.0 != 0).then(|| Follow {
        address: "kinh_phi".to_owned(),
        topic: Topic::Money,
        place: vec![name.to_owned()],
        old: money(before),
        new: money(now),
        difference: Some(format!("{}{}", sign(difference.0 > 0), difference.display(unit_of(difference.0)))),
        percent: of.map(|of| format!("{}{}%", sign(of.to_fraction().0 > 0), of.display())),
    })
}
