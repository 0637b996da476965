//! The changes as people read them: one row each, in words, the same for every format.

mod bodies;
mod pieces;
mod row;
mod subject;

use super::change::{Ambition, Change, Known, Step, Verdict, What};
use super::names::{Names, money, unit_of, whole_amount};
use super::{Comparison, Follow, change};
use crate::schema::{Meaning, Stated};
use crate::source::Span;
use crate::value::{Amount, Decimal};
pub use pieces::{Piece, Side};
pub use row::{Row, Sign};
pub use subject::Subject;

/// The rows of a comparison: by topic, each change once.
pub fn rows(comparison: &Comparison<'_>) -> Vec<Row> {
    let columns = whole_columns(&comparison.set.changes);
    let mut rows: Vec<Row> = Vec::new();
    let mut only_year: Option<(usize, Vec<String>)> = None;
    let mut cells: Vec<(String, usize)> = columns.iter().map(|column| (column.clone(), 0)).collect();
    for change in &comparison.set.changes {
        if let Some(column) = cell_of(change).and_then(|cell| cells.iter_mut().find(|(known, _)| *known == cell)) {
            column.1 += 1;
            continue;
        }
        let row = row(change, comparison);
        if let Some(Verdict::SameDay(years)) = change.verdict {
            let line = format!("{}: {}", row.place.join(" › "), row.new.clone().unwrap_or_default());
            match &mut only_year {
                Some((_, lines)) => lines.push(line),
                None => {
                    only_year = Some((rows.len(), vec![line]));
                    rows.push(Row { old: None, new: None, note: Some(years_on(years)), ..row });
                }
            }
            continue;
        }
        rows.push(row);
    }
    if let Some((at, lines)) = only_year {
        rows[at].place = vec![format!("{} thời hạn", lines.len())];
        rows[at].aspect = None;
        rows[at].subject = Subject::default();
        rows[at].details = lines;
    }
    for (column, count) in cells.into_iter().filter(|(_, count)| *count > 0) {
        let is_column = |row: &&mut Row| column_name(&row.address, &row.place).as_deref() == Some(&column);
        if let Some(row) = rows.iter_mut().find(is_column) {
            row.note = Some(format!("cột của bảng, {count} ô"));
        }
    }
    without_doubles(&mut rows);
    rows.extend(comparison.follows.iter().map(follow));
    rows
}

/// A document that is cited no more, or now, is told as a basis where it is one, and not again as what it is.
fn without_doubles(rows: &mut Vec<Row>) {
    let is_whole = |row: &Row| matches!(row.sign, Sign::Added | Sign::Removed);
    let bases: Vec<(Sign, String)> = rows
        .iter()
        .filter(|row| is_whole(row) && row.address.starts_with("can_cu"))
        .map(|row| (row.sign, row.new.clone().or_else(|| row.old.clone()).unwrap_or_default()))
        .collect();
    rows.retain(|row| {
        let name = row.place.last().map_or("", String::as_str);
        let is_document = row.address.starts_with("van_ban.") && row.address.matches('.').count() == 1;
        let is_told = |(sign, basis): &(Sign, String)| *sign == row.sign && basis.contains(name.trim_end_matches('…'));
        !(is_document && is_whole(row) && bases.iter().any(is_told))
    });
}

/// A sum as a row: it is no change of its own.
fn follow(follow: &Follow) -> Row {
    Row {
        topic: follow.topic,
        sign: Sign::Follows,
        place: follow.place.clone(),
        address: follow.address.clone(),
        aspect: None,
        old: Some(follow.old.clone()),
        new: Some(follow.new.clone()),
        pieces: Vec::new(),
        difference: follow.difference.clone(),
        percent: follow.percent.clone(),
        note: Some("số cộng kéo theo".to_owned()),
        details: Vec::new(),
        bodies: Vec::new(),
        subject: Subject::default(),
        old_span: None,
        new_span: None,
    }
}

fn years_on(years: i32) -> String {
    format!("cùng ngày, dời đúng {years} năm")
}

/// The columns that were added or dropped as a whole: the table's address and the column's name.
fn whole_columns(changes: &[Change]) -> Vec<String> {
    let column = |change: &Change| {
        let names: Vec<String> = change.path.iter().map(|step| step.name().to_owned()).collect();
        column_name(&change.address(), &names)
    };
    changes.iter().filter(|change| change.what.one_sided().is_some()).filter_map(column).collect()
}

fn column_name(address: &str, place: &[String]) -> Option<String> {
    let (table, rest) = address.rsplit_once(".cot[")?;
    let is_column = rest.ends_with(']') && table.ends_with("bang");
    is_column.then(|| format!("{table} {}", place.last().map_or("", String::as_str)))
}

/// The table and the column of a cell.
fn cell_of(change: &Change) -> Option<String> {
    let at = change.path.iter().position(|step| matches!(step, Step::Key(key) if key.key == "bang"))?;
    match (&change.path[change.path.len() - 2], change.path.last()?) {
        (Step::Key(key), Step::Entry { name, .. }) if key.key == "o" => {
            Some(format!("{} {name}", change::address(&change.path[..=at])))
        }
        _ => None,
    }
}

/// Keys that are only the way to what they hold.
const SILENT: [&str; 16] = [
    "noi_dung",
    "loi",
    "muc",
    "viec",
    "dong",
    "o",
    "bang",
    "khoan",
    "trong_do",
    "ten",
    "chuong_trinh",
    "du_an",
    "nguon",
    "phan_bo",
    "lich",
    "cot",
];

fn row(change: &Change, comparison: &Comparison<'_>) -> Row {
    let (old_names, new_names) = (&comparison.old_names, &comparison.new_names);
    let mut row = Row {
        topic: change.topic,
        sign: Sign::Changed,
        place: place(&change.path),
        address: change.address(),
        aspect: aspect(&change.path),
        old: None,
        new: None,
        pieces: Vec::new(),
        difference: None,
        percent: None,
        note: None,
        details: Vec::new(),
        bodies: bodies::of(change, comparison),
        subject: subject::of(change, comparison),
        old_span: None,
        new_span: None,
    };
    match &change.what {
        What::Added(stated) => {
            row.sign = Sign::Added;
            (row.new, row.details, row.new_span) = told(stated, new_names);
        }
        What::Removed(stated) => {
            row.sign = Sign::Removed;
            (row.old, row.details, row.old_span) = told(stated, old_names);
        }
        What::Changed { old, new } => {
            let (before, now) = (old_names.shown(&old.meaning), new_names.shown(&new.meaning));
            if let (Meaning::Words(_), Meaning::Words(_)) = (&old.meaning, &new.meaning) {
                row.pieces = pieces::of(&before, &now);
                if before == now {
                    row.note = Some("lời in ra như cũ, giá trị lấy từ chỗ khác".to_owned());
                }
            }
            (row.old, row.new) = (Some(before), Some(now));
            (row.old_span, row.new_span) = (old.span.clone(), new.span.clone());
        }
        What::Moved { from, old, new, .. } => {
            row.sign = Sign::Moved;
            let (before, now) = (told(old, old_names), told(new, new_names));
            (row.new, row.details) = (now.0, now.1);
            if old != new {
                let words = |names: &Names, stated: &Stated| names.told(&stated.meaning).join("\n");
                row.pieces = pieces::of(&words(old_names, old), &words(new_names, new));
                row.old = before.0;
            }
            let from = place(from);
            let outer = from.len().saturating_sub(1);
            row.note = Some(format!("trước ở: {}", from[..outer.max(1).min(from.len())].join(" › ")));
            (row.old_span, row.new_span) = (old.span.clone(), new.span.clone());
        }
        What::Reordered(turns) => {
            row.sign = Sign::Reordered;
            let moved = turns.iter().filter(|turn| turn.moved);
            row.details = moved
                .map(|turn| format!("{}: từ thứ {} thành thứ {}", turn.name, turn.old + 1, turn.new + 1))
                .collect();
        }
        What::Renamed(known) => {
            row.sign = Sign::Renamed;
            if let Some(Step::Entry { old, new, .. }) = change.path.last() {
                let shown = |names: &Names, id: &Option<String>| {
                    let id = id.clone().unwrap_or_default();
                    term(&change.path).map_or_else(|| id.clone(), |term| names.name(term, &id).to_owned())
                };
                (row.old, row.new) = (Some(shown(old_names, old)), Some(shown(new_names, new)));
                if row.old == row.new {
                    (row.old, row.new) = (old.clone(), new.clone());
                }
                // An id says nothing to a reader of the plan.
                if row.old == *old {
                    row.aspect = Some("Mã");
                }
            }
            row.note = Some(match known {
                Known::Declared => "kế tục, theo khai báo".to_owned(),
                Known::Alike(score) => format!("coi là một, tên giống {:.0}%", score * 100.0),
            });
        }
        What::Merged { old, new } => {
            row.sign = Sign::Renamed;
            // One that goes on under its own name is told by the two amounts.
            let goes_on =
                matches!(old.as_slice(), [(_, one)] if old_names.label(&one.meaning) == new_names.label(&new.meaning));
            let parts = old.iter().filter(|_| !goes_on);
            row.details = parts.map(|(_, part)| whole(part, old_names)).collect();
            row.new = Some(whole(new, new_names));
            row.note = Some(match old.len() {
                1 => "kế tục, theo khai báo".to_owned(),
                many => format!("gộp từ {many} của kỳ trước"),
            });
            sum(&mut row, old.iter().map(|(_, part)| part), std::iter::once(new));
            row.new_span = new.span.clone();
        }
        What::Split { old, new } => {
            row.sign = Sign::Renamed;
            row.details = new.iter().map(|(_, part)| whole(part, new_names)).collect();
            row.old = Some(whole(old, old_names));
            row.note = Some(match new.len() {
                1 => "kế tục, theo khai báo".to_owned(),
                many => format!("tách thành {many}"),
            });
            sum(&mut row, std::iter::once(old), new.iter().map(|(_, part)| part));
            row.old_span = old.span.clone();
        }
        What::Regrouped { group, others, alone, is_new } => {
            row.sign = Sign::Renamed;
            let names = if *is_new { new_names } else { old_names };
            let (words, span) = (Some(whole(group, names)), group.span.clone());
            row.details.clone_from(others);
            let without = if *is_new { "thêm" } else { "bỏ" };
            row.details.extend(alone.iter().map(|item| format!("{without}: {}", whole(item, names))));
            let many = others.len();
            (row.old, row.new, row.note) = if *is_new {
                (None, words, Some(format!("nhóm gồm các khoản tách từ {many} khoản của kỳ trước")))
            } else {
                (words, None, Some(format!("các khoản của nhóm đã vào {many} khoản của kỳ này")))
            };
            (row.old_span, row.new_span) = if *is_new { (None, span) } else { (span, None) };
        }
    }
    if let Some(verdict) = &change.verdict {
        judged(&mut row, verdict);
    }
    row
}

/// What something is called, with its money.
fn whole(stated: &Stated, names: &Names) -> String {
    let label = names.label(&stated.meaning);
    match whole_amount(&stated.meaning) {
        Some(amount) => format!("{label}: {}", money(amount)),
        None => label,
    }
}

/// The money of several items beside that of several others.
fn sum<'a>(row: &mut Row, old: impl Iterator<Item = &'a Stated>, new: impl Iterator<Item = &'a Stated>) {
    let total = |items: &mut dyn Iterator<Item = &'a Stated>| items.map(|item| whole_amount(&item.meaning)).sum_of();
    let (mut old, mut new) = (old, new);
    if let (Some(before), Some(now)) = (total(&mut old), total(&mut new)) {
        let difference = crate::value::Money(now.money.0 - before.money.0);
        (row.old, row.new) = (Some(money(before)), Some(money(now)));
        let of = change::percent(Decimal::whole(difference.0), Decimal::whole(before.money.0));
        judged(row, &Verdict::Money { difference, percent: of });
    }
}

/// The sum of amounts, if all are known and there is one.
trait SumOf {
    fn sum_of(self) -> Option<Amount>;
}

impl<I: Iterator<Item = Option<Amount>>> SumOf for I {
    fn sum_of(self) -> Option<Amount> {
        let all: Option<Vec<Amount>> = self.collect();
        all.filter(|all| !all.is_empty()).map(Amount::sum)
    }
}

/// A thing in one line, by what it is known and its figures; and all that is said of it, where that is more.
fn told(stated: &Stated, names: &Names) -> (Option<String>, Vec<String>, Option<Span>) {
    let lines = names.told(&stated.meaning);
    let label = names.full_label(&stated.meaning);
    let first = match names.fact(&stated.meaning) {
        Some(fact) => format!("{label} ({fact})"),
        None => label,
    };
    let more = lines.len() > 1 || lines.first().is_some_and(|line| !line.ends_with(&first));
    (Some(first), if more { lines } else { Vec::new() }, stated.span.clone())
}

/// The names on the way, without those that say nothing.
fn place(path: &[Step]) -> Vec<String> {
    let own = path.len() - 1;
    let mut names: Vec<String> = Vec::new();
    for (at, step) in path.iter().enumerate() {
        let name = match step {
            Step::Key(key) if SILENT.contains(&key.key) || at == own && at > 0 => continue,
            Step::Key(key) if at == 0 && path.len() > 1 && matches!(path[1], Step::Entry { .. }) => {
                let _ = key;
                continue;
            }
            step => step.name(),
        };
        if !name.is_empty() && names.last().is_none_or(|last| last != name) {
            names.push(name.to_owned());
        }
    }
    // What stands below the heading of its topic does not begin with it again.
    let is_told = matches!(path.first(), Some(Step::Key(key)) if matches!(key.key, "noi_nhan" | "can_cu" | "kinh_phi"));
    if is_told && names.len() > 1 {
        names.remove(0);
    }
    if names.is_empty() {
        names.extend(path.first().map(|step| step.name().to_owned()));
    }
    names
}

/// What of a thing changed.
fn aspect(path: &[Step]) -> Option<&'static str> {
    match path {
        [_, .., Step::Key(key)] if !SILENT.contains(&key.key) || key.key == "ten" => Some(key.title),
        _ => None,
    }
}

/// The term of the entities of the registry on the way.
fn term(path: &[Step]) -> Option<&'static str> {
    path.iter().rev().find_map(|step| match step {
        Step::Key(key) => match key.key {
            "co_quan" => Some("cơ quan"),
            "van_ban" => Some("văn bản"),
            "du_an" => Some("dự án"),
            "chi_tieu" => Some("chỉ tiêu"),
            "nguon" => Some("nguồn vốn"),
            _ => None,
        },
        Step::Entry { .. } | Step::Item { .. } => None,
    })
}

fn judged(row: &mut Row, verdict: &Verdict) {
    match verdict {
        Verdict::Number { difference, percent, unit, ambition } => {
            let unit = match unit.as_deref() {
                Some("%") => " điểm %".to_owned(),
                Some(unit) => format!(" {unit}"),
                None => String::new(),
            };
            row.difference = Some(format!("{}{unit}", signed(*difference)));
            row.percent = percent.map(|percent| format!("{}%", signed(percent)));
            row.note = ambition.map(|ambition| {
                match ambition {
                    Ambition::More => "đòi hỏi cao hơn",
                    Ambition::Less => "đòi hỏi thấp hơn",
                }
                .to_owned()
            });
        }
        Verdict::Money { difference, percent } => {
            let sign = if difference.0 > 0 { "+" } else { "" };
            row.difference = Some(format!("{sign}{}", difference.display(unit_of(difference.0))));
            row.percent = percent.map(|percent| format!("{}%", signed(percent)));
        }
        Verdict::Days(0) => row.note = Some("cùng ngày".to_owned()),
        Verdict::Days(days) if *days > 0 => row.difference = Some(format!("muộn hơn {days} ngày")),
        Verdict::Days(days) => row.difference = Some(format!("sớm hơn {} ngày", -days)),
        Verdict::SameDay(years) => row.note = Some(years_on(*years)),
        Verdict::NotComparable(why) => row.note = Some(format!("không so sánh được: {why}")),
        Verdict::Note(note) => row.note = Some(note.clone()),
    }
}

fn signed(number: Decimal) -> String {
    let shown = number.display();
    if number.to_fraction().0 > 0 { format!("+{shown}") } else { shown }
}
