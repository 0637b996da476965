//! The table of a topic: what it said beside what it says.

use super::words::{escaped, slug};
use crate::diff::change::Topic;
use crate::diff::render::Entry;
use crate::diff::view::{Row, Side, Sign};

/// What the columns of old and new are called.
struct Heads {
    old: String,
    new: String,
    periods: [Option<String>; 2],
    /// Whether differences have columns of their own.
    figures: bool,
}

impl Heads {
    fn of(entry: &Entry, topic: Topic) -> Self {
        let [old, new] = &entry.periods;
        let (before, now) = if old == new { ("Bản trước", "Bản này") } else { ("Kỳ trước", "Kỳ này") };
        let periods = if old == new { [None, None] } else { [old.clone(), new.clone()] };
        let figures = matches!(topic, Topic::Targets | Topic::Money);
        Self { old: before.to_owned(), new: now.to_owned(), periods, figures }
    }

    fn markup(&self) -> String {
        let col = |class: &str| format!("<col class=\"{class}\"/>");
        let period =
            |period: &Option<String>| period.as_deref().map(|period| format!(" <span>{}</span>", escaped(period)));
        let [before, now] = self.periods.each_ref().map(|side| period(side).unwrap_or_default());
        let (cols, heads) = if self.figures {
            let heads = "<th scope=\"col\" class=\"number\">Tăng, giảm</th><th scope=\"col\" class=\"number\">%</th>";
            (col("w-diff") + &col("w-part"), heads)
        } else {
            (String::new(), "")
        };
        format!(
            "<colgroup>{}{}{}{}{cols}{}</colgroup>\n<thead><tr><th scope=\"col\">Thay đổi</th><th scope=\"col\">Nội dung</th>\
             <th scope=\"col\">{}{before}</th><th scope=\"col\">{}{now}</th>{heads}<th scope=\"col\">Ghi chú</th></tr></thead>\n",
            col("w-sign"),
            col("w-place"),
            col("w-side"),
            col("w-side"),
            col("w-note"),
            self.old,
            self.new
        )
    }
}

/// The rows of one topic of a plan, whose ids begin with `id`.
pub(super) fn table(id: &str, topic: Topic, entry: &Entry, rows: &[(usize, &Row)], bodies: &[&str]) -> String {
    let heads = Heads::of(entry, topic);
    let rows: String = rows.iter().map(|(at, row)| line(&format!("{id}-{at}"), row, &heads, bodies)).collect();
    format!("<table class=\"rows\">\n{}<tbody>\n{rows}</tbody>\n</table>\n", heads.markup())
}

fn line(id: &str, row: &Row, heads: &Heads, bodies: &[&str]) -> String {
    let numbers: Vec<String> = bodies
        .iter()
        .enumerate()
        .filter(|(_, body)| row.bodies.iter().any(|own| own == *body))
        .map(|(at, _)| at.to_string())
        .collect();
    let (sign, words, letter) = (row.sign.english(), row.sign.word(), row.sign.letter());
    let mut out = format!(
        "<tr class=\"row {sign}\" id=\"{id}\" tabindex=\"-1\" data-topic=\"{}\" data-sign=\"{sign}\" data-bodies=\"{}\">\
         <td><span class=\"sign\"><span aria-hidden=\"true\">{letter}</span> {words}</span></td>{}",
        slug(row.topic),
        numbers.join(" "),
        place(row)
    );
    let details = details(row);
    let (mut old, mut new, mut note) = (side(row, Side::Old), side(row, Side::New), String::new());
    let beside_both = old.is_some() && new.is_some() && !matches!(row.sign, Sign::Moved);
    let home = match row.sign {
        _ if details.is_empty() => None,
        _ if beside_both => Some(&mut note),
        Sign::Removed => Some(old.get_or_insert_default()),
        Sign::Added | Sign::Moved => Some(new.get_or_insert_default()),
        Sign::Changed | Sign::Reordered | Sign::Renamed | Sign::Follows if new.is_some() => {
            Some(old.get_or_insert_default())
        }
        Sign::Changed | Sign::Reordered | Sign::Renamed | Sign::Follows => Some(new.get_or_insert_default()),
    };
    if let Some(home) = home {
        home.push_str(&details);
    }
    out.push_str(&cell(&heads.old, old, row));
    out.push_str(&cell(&heads.new, new, row));
    let facts = if heads.figures {
        out.push_str(&number("Tăng, giảm", row.difference.as_deref()));
        out.push_str(&percent(row.percent.as_deref()));
        vec![&row.note]
    } else {
        vec![&row.difference, &row.percent, &row.note]
    };
    let facts: Vec<String> = facts.into_iter().flatten().map(|fact| escaped(fact)).collect();
    let empty = if facts.is_empty() && note.is_empty() { " class=\"empty\"" } else { "" };
    out.push_str(&format!("<td{empty} data-label=\"Ghi chú\">{}{note}</td></tr>\n", facts.join("; ")));
    out
}

/// Where it stands: the outer names small, its own in bold.
fn place(row: &Row) -> String {
    let Some((own, outer)) = row.place.split_last() else { return "<th scope=\"row\"></th>".to_owned() };
    let crumbs = match outer {
        [] => String::new(),
        outer => format!("<span class=\"crumbs\">{} ›</span> ", escaped(&outer.join(" › "))),
    };
    let aspect = row.aspect.map(|aspect| format!(", {}", escaped(&aspect.to_lowercase()))).unwrap_or_default();
    format!("<th scope=\"row\">{crumbs}<strong>{}</strong>{aspect}</th>", escaped(own))
}

/// What one side says, with its own words marked; `None` where it says nothing.
fn side(row: &Row, side: Side) -> Option<String> {
    if row.pieces.is_empty() {
        let (words, mark) = if side == Side::Old { (&row.old, "del") } else { (&row.new, "ins") };
        let words = escaped(words.as_ref()?);
        let is_marked = matches!(row.sign, Sign::Added | Sign::Removed);
        return Some(if is_marked { format!("<{mark}>{words}</{mark}>") } else { words });
    }
    let pieces = row.pieces.iter().filter(|piece| piece.side == Side::Both || piece.side == side);
    let shown = pieces.map(|piece| {
        let words = escaped(&piece.words);
        match piece.side {
            Side::Both => words,
            Side::Old => format!("<del>{words}</del>"),
            Side::New => format!("<ins>{words}</ins>"),
        }
    });
    Some(shown.collect())
}

fn cell(label: &str, words: Option<String>, row: &Row) -> String {
    match words {
        Some(words) => format!("<td class=\"words\" data-label=\"{label}\">{words}</td>"),
        None if row.sign == Sign::Moved => format!("<td class=\"faint\" data-label=\"{label}\">không đổi lời</td>"),
        None => "<td class=\"faint empty\">–</td>".to_owned(),
    }
}

/// A difference, with an arrow for the eye.
fn number(label: &str, said: Option<&str>) -> String {
    let Some(said) = said else { return "<td class=\"number empty\"></td>".to_owned() };
    let arrow = match said.chars().next() {
        Some('+') => "<span aria-hidden=\"true\">▲</span> ",
        Some('-' | '−') => "<span aria-hidden=\"true\">▼</span> ",
        _ => "",
    };
    format!("<td class=\"number\" data-label=\"{label}\">{arrow}{}</td>", escaped(said))
}

fn percent(said: Option<&str>) -> String {
    match said {
        Some(said) => format!("<td class=\"number\" data-label=\"%\">{}</td>", escaped(said)),
        None => "<td class=\"number empty\"></td>".to_owned(),
    }
}

/// What belongs to it, folded; what moved is told whole by its words.
fn details(row: &Row) -> String {
    if row.details.is_empty() || !row.pieces.is_empty() {
        return String::new();
    }
    let lines: String = row.details.iter().map(|line| format!("<li>{}</li>", escaped(line))).collect();
    format!("<details><summary>Chi tiết ({})</summary><ul>{lines}</ul></details>", row.details.len())
}
