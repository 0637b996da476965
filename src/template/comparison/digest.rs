//! The changes as a chairman reads them: one line for each target, item of money, duty or document, whatever of it changed.

use crate::diff::change::Topic;
use crate::diff::view::{Piece, Row, Side, Sign};

/// Rows of a table of which so many changed are told by its sums.
const MANY: usize = 5;

/// Targets of which so many got the same body in the place of another are told in one line.
const SEVERAL: usize = 3;
/// Parts of a list in one line, so that its row is much lower than a page.
const LONGEST_LIST: usize = 10;
/// Letters of a cell, so that its row is much lower than a page.
const ROOM: usize = 700;

/// What becomes one line.
pub(super) enum Item<'r> {
    /// Several targets for which another body answers now.
    Answers(Vec<&'r Row>),
    /// A change that stands for itself.
    One(&'r Row),
    /// Something of which one or several things changed.
    Subject(Vec<&'r Row>),
    /// Those of a list that went and those that came.
    List(Vec<&'r Row>),
    /// Sentences of one section.
    Passage(Vec<&'r Row>),
    /// Figures of many rows of one table, and its sums.
    Table {
        /// The changed cells.
        cells: Vec<&'r Row>,
        /// How many rows they stand in.
        rows: usize,
        /// The sums that follow.
        sums: Vec<&'r Row>,
    },
}

/// Lines under a heading of their own.
pub(super) struct Part<'r> {
    /// The heading; none at the beginning of a topic.
    pub(super) heading: Option<String>,
    /// The lines.
    pub(super) items: Vec<Item<'r>>,
}

/// The changes of a topic, by what they are about.
pub(super) fn parts(rows: &[Row], topic: Topic) -> Vec<Part<'_>> {
    let own: Vec<&Row> = rows.iter().filter(|row| home(row) == topic).collect();
    let mut parts: Vec<Part<'_>> = Vec::new();
    for (heading, item) in items(&own) {
        match parts.iter_mut().find(|part| part.heading == heading) {
            Some(part) => part.items.push(item),
            None => parts.push(Part { heading, items: vec![item] }),
        }
    }
    // What has no heading of its own stands before what has.
    parts.sort_by_key(|part| part.heading.is_some());
    parts
}

/// Under which topic a change is read: that of the thing it belongs to.
fn home(row: &Row) -> Topic {
    match (row.topic, row.subject.noun) {
        (Topic::Printing, _) => Topic::Printing,
        // An id is printed nowhere.
        _ if row.sign == Sign::Renamed && row.aspect == Some("Mã") => Topic::Printing,
        (_, "target") => Topic::Targets,
        (_, "funding_item" | "source") => Topic::Money,
        (_, "task" | "responsibility" | "report" | "programme_project") => Topic::Assignment,
        (_, "document" | "legal_basis") => Topic::Bases,
        (topic, _) => topic,
    }
}

/// The lines of some changes in their order, each with the heading under which it belongs.
fn items<'r>(rows: &[&'r Row]) -> Vec<(Option<String>, Item<'r>)> {
    let mut items: Vec<(Option<String>, Item<'r>)> = Vec::new();
    let tables = full_tables(rows);
    let answers = answers(rows);
    items.extend(answers.iter().map(|rows| (None, Item::Answers(rows.clone()))));
    // A body that took another's place has another name, of course.
    let renamed: Vec<&str> = rows
        .iter()
        .filter(|row| row.subject.noun == "body_entry" && row.sign == Sign::Renamed)
        .map(|row| row.subject.address.as_str())
        .collect();
    for row in rows {
        if row.sign != Sign::Renamed && renamed.contains(&row.subject.address.as_str()) {
            continue;
        }
        if answers.iter().flatten().any(|known| std::ptr::eq(*known, *row)) {
            continue;
        }
        let heading = heading(row);
        if let Some(table) = tables.iter().find(|table| is_figure_of(row, table)) {
            let of_table = |item: &&mut (Option<String>, Item<'r>)| match &item.1 {
                Item::Table { cells, sums, .. } => cells.iter().chain(sums).any(|cell| is_figure_of(cell, table)),
                Item::One(_) | Item::Subject(_) | Item::Answers(_) | Item::Passage(_) | Item::List(_) => false,
            };
            let known = items.iter_mut().find(of_table);
            match known {
                Some((_, Item::Table { sums, .. })) if row.sign == Sign::Follows => sums.push(row),
                Some((_, Item::Table { cells, .. })) => cells.push(row),
                _ => items.push((heading, Item::Table { cells: vec![row], rows: table.1, sums: Vec::new() })),
            }
            continue;
        }
        if is_sentence(row) {
            match items.last_mut() {
                Some((_, Item::Passage(rows))) if goes_on(rows, row) => rows.push(row),
                _ => items.push((heading, Item::Passage(vec![row]))),
            }
            continue;
        }
        if let Some(kind) = listed(row) {
            let same = |item: &&mut (Option<String>, Item<'r>)| match &item.1 {
                Item::List(rows) => listed(rows[0]) == Some(kind) && rows.len() < LONGEST_LIST,
                Item::One(_) | Item::Table { .. } | Item::Answers(_) | Item::Passage(_) | Item::Subject(_) => false,
            };
            match items.iter_mut().find(same) {
                Some((_, Item::List(rows))) => rows.push(row),
                _ => items.push((heading, Item::List(vec![row]))),
            }
            continue;
        }
        let stands_alone = row.subject.address.is_empty() || row.sign == Sign::Reordered;
        let same = |item: &&mut (Option<String>, Item<'r>)| match &item.1 {
            Item::Subject(rows) => rows[0].subject.address == row.subject.address,
            Item::One(_) | Item::Table { .. } | Item::Answers(_) | Item::Passage(_) | Item::List(_) => false,
        };
        if stands_alone {
            items.push((heading, Item::One(row)));
        } else if let Some((_, Item::Subject(rows))) = items.iter_mut().find(same) {
            rows.push(row);
        } else {
            items.push((heading, Item::Subject(vec![row])));
        }
    }
    items
}

/// What a list is called whose parts went or came: those are told together.
pub(super) fn listed(row: &Row) -> Option<&'static str> {
    let is_whole = matches!(row.sign, Sign::Added | Sign::Removed);
    match row.subject.noun {
        "body_entry" if row.sign == Sign::Renamed => Some("Cơ quan, công chức và nơi kế tục"),
        _ if !is_whole => None,
        _ if row.address.starts_with("luu") => Some("Lưu"),
        _ if row.address.starts_with("noi_nhan") && row.subject.is_whole => Some("Nơi nhận"),
        _ if row.address.starts_with("can_cu") && row.subject.is_whole => Some("Căn cứ ban hành"),
        "document" if row.subject.is_whole => Some("Văn bản viện dẫn"),
        "programme_project" if row.subject.is_whole => Some("Dự án của Chương trình"),
        "source" if row.subject.is_whole => Some("Nguồn vốn"),
        _ => None,
    }
}

/// Whether a change is that of a sentence in a section.
fn is_sentence(row: &Row) -> bool {
    row.topic == Topic::Content && row.subject.address.is_empty() && !row.pieces.is_empty() && row.sign == Sign::Changed
}

/// Whether a sentence stands in the section of some others, and finds room beside them.
fn goes_on(rows: &[&Row], row: &Row) -> bool {
    let section = |row: &Row| row.place.split_last().map(|(_, outer)| outer.to_vec());
    let letters: usize = rows.iter().copied().chain([row]).map(weight).sum();
    row.place.len() > 1 && section(rows[0]) == section(row) && letters <= ROOM
}

/// About how many letters a change of words takes in a cell.
fn weight(row: &Row) -> usize {
    let of = |piece: &Piece| {
        let letters = piece.words.chars().count();
        if piece.side == Side::Both { letters.min(20) } else { letters.min(220) }
    };
    row.pieces.iter().map(of).sum()
}

/// Targets for which one body answers now in the place of one other, if they are several.
fn answers<'r>(rows: &[&'r Row]) -> Vec<Vec<&'r Row>> {
    let mut groups: Vec<Vec<&'r Row>> = Vec::new();
    let is_answer =
        |row: &&&Row| row.subject.noun == "target" && row.sign == Sign::Changed && row.address.ends_with(".phu_trach");
    for row in rows.iter().filter(is_answer) {
        match groups.iter_mut().find(|group| (&group[0].old, &group[0].new) == (&row.old, &row.new)) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups.retain(|group| group.len() >= SEVERAL);
    groups
}

/// Tables of which figures changed in many rows: the address of each and how many rows.
fn full_tables(rows: &[&Row]) -> Vec<(String, usize)> {
    let mut tables: Vec<(String, Vec<&str>)> = Vec::new();
    for row in rows.iter().filter(|row| is_cell(row)) {
        let Some((table, _)) = row.subject.address.rsplit_once(".dong[") else { continue };
        match tables.iter_mut().find(|(known, _)| known == table) {
            Some((_, lines)) => lines.push(&row.subject.address),
            None => tables.push((table.to_owned(), vec![&row.subject.address])),
        }
    }
    let counted = tables.into_iter().map(|(table, mut lines)| {
        lines.dedup();
        (table, lines.len())
    });
    counted.filter(|(_, count)| *count > MANY).collect()
}

/// Whether a change is that of a figure in a cell.
fn is_cell(row: &Row) -> bool {
    row.subject.noun == "row" && row.sign == Sign::Changed && row.pieces.is_empty() && row.address.contains(".o.")
}

/// Whether a change is one of the figures of a table, or a sum of it.
fn is_figure_of(row: &Row, (table, _): &(String, usize)) -> bool {
    let is_inside = |address: &str| address.strip_prefix(table.as_str()).is_some_and(|rest| rest.starts_with(".dong["));
    is_cell(row) && is_inside(&row.subject.address) || row.sign == Sign::Follows && row.address == *table
}

/// The heading under which a change stands.
fn heading(row: &Row) -> Option<String> {
    let joined = |names: &[String]| Some(names.join(" › ")).filter(|heading| !heading.is_empty());
    match (row.topic, row.subject.noun) {
        (Topic::Money, _) if row.sign == Sign::Follows => Some("Theo nguồn vốn (số cộng của các khoản)".to_owned()),
        (_, "body_entry") => Some("Cơ quan kế tục".to_owned()),
        (_, "responsibility") => Some("Trách nhiệm".to_owned()),
        (_, "report") => Some("Chế độ báo cáo".to_owned()),
        (_, "task") => Some("Nhiệm vụ".to_owned()),
        (_, "source") => Some("Nguồn vốn".to_owned()),
        (Topic::Assignment, _) if row.address.starts_with("chuong_trinh") => Some("Chương trình".to_owned()),
        (Topic::Content | Topic::Tables, _) => row.place.first().filter(|_| row.place.len() > 1).cloned(),
        (_, "target") => joined(&[]),
        _ => None,
    }
}
