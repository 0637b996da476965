//! A comparison as one page for the browser: nothing is loaded, and without scripts all of it is there to read.

mod rows;
mod words;

use super::Entry;
use crate::diff::change::Topic;
use crate::diff::view::{Row, Sign};
use words::{escaped, slug};

const PAGE: &str = include_str!("html/page.html");
const STYLE: &str = include_str!("html/style.css");
const SCRIPT: &str = include_str!("html/script.js");

/// The signs, in the order of their buttons.
const SIGNS: [Sign; 7] =
    [Sign::Added, Sign::Removed, Sign::Changed, Sign::Moved, Sign::Reordered, Sign::Renamed, Sign::Follows];

/// The page.
pub fn render(entries: &[Entry]) -> String {
    let bodies = bodies(entries);
    let rows = || entries.iter().flat_map(|entry| &entry.rows);
    let title = match entries {
        [entry] => format!("So sánh: {}", entry.title),
        _ => "So sánh kế hoạch".to_owned(),
    };
    let lead = match entries {
        [entry] => entry.periods.iter().flatten().cloned().collect::<Vec<_>>().join(" → "),
        _ => format!("{} kế hoạch, {}", entries.len(), tally(rows())),
    };
    let options: String = bodies
        .iter()
        .enumerate()
        .map(|(at, body)| format!("<option value=\"{at}\">{}</option>", escaped(body)))
        .collect();
    let topics: String = Topic::ALL
        .into_iter()
        .filter(|(topic, _)| rows().any(|row| row.topic == *topic))
        .map(|(topic, name)| button("topic", slug(topic), name))
        .collect();
    let signs: String = SIGNS
        .into_iter()
        .filter(|sign| rows().any(|row| row.sign == *sign))
        .map(|sign| button("sign", sign.english(), sign.word()))
        .collect();
    let shown: String = entries.iter().enumerate().map(|(at, entry)| article(at, entry, &bodies)).collect();
    let parts = [
        ("title", escaped(&title)),
        ("heading", "So sánh kế hoạch".to_owned()),
        ("style", STYLE.to_owned()),
        ("lead", escaped(&lead)),
        ("contents", contents(entries)),
        ("bodies", options),
        ("topics", topics),
        ("signs", signs),
        ("overview", overview(entries)),
        ("entries", shown),
        ("script", SCRIPT.to_owned()),
    ];
    filled(PAGE, &parts)
}

/// The page with its parts, each put in once: what a part says is never taken for the name of another.
fn filled(page: &str, parts: &[(&str, String)]) -> String {
    let piece = |(at, piece): (usize, &str)| match parts.iter().find(|(name, _)| *name == piece) {
        Some((_, part)) if at % 2 == 1 => part.clone(),
        _ => piece.to_owned(),
    };
    page.split('@').enumerate().map(piece).collect()
}

/// The bodies of all rows, each once, in order.
fn bodies(entries: &[Entry]) -> Vec<&str> {
    let all = entries.iter().flat_map(|entry| &entry.rows).flat_map(|row| &row.bodies);
    all.map(String::as_str).collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

fn button(filter: &str, value: &str, name: &str) -> String {
    format!("<button type=\"button\" data-filter=\"{filter}\" value=\"{value}\" aria-pressed=\"false\">{name}</button>")
}

/// How many of some rows are changes: sums only follow from them.
fn changes<'a>(rows: impl IntoIterator<Item = &'a Row>) -> usize {
    rows.into_iter().filter(|row| row.is_change()).count()
}

/// How many changes, and of which kinds.
fn tally<'a>(rows: impl Iterator<Item = &'a Row>) -> String {
    let rows: Vec<&Row> = rows.filter(|row| row.is_change()).collect();
    let kinds: Vec<String> = SIGNS
        .into_iter()
        .map(|sign| (sign, rows.iter().filter(|row| row.sign == sign).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(sign, count)| format!("{count} {}", sign.word()))
        .collect();
    match kinds.as_slice() {
        [] => "không có thay đổi".to_owned(),
        kinds => format!("{} thay đổi: {}", rows.len(), kinds.join(", ")),
    }
}

/// The rows of an entry by topic, without topics that have none.
fn by_topic(entry: &Entry) -> impl Iterator<Item = (Topic, &'static str, Vec<(usize, &Row)>)> {
    Topic::ALL.into_iter().filter_map(move |(topic, name)| {
        let rows: Vec<(usize, &Row)> = entry.rows.iter().enumerate().filter(|(_, row)| row.topic == topic).collect();
        (!rows.is_empty()).then_some((topic, name, rows))
    })
}

fn contents(entries: &[Entry]) -> String {
    let mut out = String::from("<ol>\n");
    for (at, entry) in entries.iter().enumerate() {
        let count = changes(&entry.rows);
        let link = format!(
            "<a class=\"plan\" href=\"#k{at}\"><span>{}</span> <span class=\"count\">{count}</span></a>",
            escaped(&entry.title)
        );
        out.push_str(&format!("<li>{link}"));
        if count > 0 {
            out.push_str("\n<ol>\n");
            for (topic, name, rows) in by_topic(entry) {
                let (slug, count) = (slug(topic), changes(rows.iter().map(|(_, row)| *row)));
                out.push_str(&format!(
                    "<li><a href=\"#k{at}-{slug}\"><span>{name}</span> <span class=\"count\">{count}</span></a></li>\n"
                ));
            }
            out.push_str("</ol>");
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n");
    out
}

/// Several plans in one table: how many changes each has of what.
fn overview(entries: &[Entry]) -> String {
    if entries.len() < 2 {
        return String::new();
    }
    let count = |entry: &Entry, topic: Topic| changes(entry.rows.iter().filter(|row| row.topic == topic));
    let topics: Vec<(Topic, &str)> =
        Topic::ALL.into_iter().filter(|(topic, _)| entries.iter().any(|entry| count(entry, *topic) > 0)).collect();
    let heads: String =
        topics.iter().map(|(_, name)| format!("<th scope=\"col\" class=\"number\">{name}</th>")).collect();
    let mut out = format!(
        "<section class=\"overview\" aria-labelledby=\"overview\"><h2 id=\"overview\">Tổng hợp</h2>\n<table>\n<thead><tr>\
         <th scope=\"col\">Kế hoạch</th>{heads}<th scope=\"col\" class=\"number\">Cộng</th></tr></thead>\n<tbody>\n"
    );
    for (at, entry) in entries.iter().enumerate() {
        let counts: String = topics
            .iter()
            .map(|(topic, _)| match count(entry, *topic) {
                0 => "<td class=\"number faint\">0</td>".to_owned(),
                count => format!("<td class=\"number\"><a href=\"#k{at}-{}\">{count}</a></td>", slug(*topic)),
            })
            .collect();
        out.push_str(&format!(
            "<tr><th scope=\"row\"><a href=\"#k{at}\">{}</a></th>{counts}<td class=\"number\"><strong>{}</strong></td></tr>\n",
            escaped(&entry.title),
            changes(&entry.rows)
        ));
    }
    out.push_str("</tbody>\n</table>\n</section>\n");
    out
}

fn article(at: usize, entry: &Entry, bodies: &[&str]) -> String {
    let shown = |side: &Option<String>| side.as_deref().map_or_else(|| "(không có)".to_owned(), escaped);
    let mut out = format!(
        "<article id=\"k{at}\" aria-labelledby=\"k{at}-ten\">\n<h2 id=\"k{at}-ten\">{}</h2>\n<p class=\"paths\">{} → {}</p>\n",
        escaped(&entry.title),
        shown(&entry.old),
        shown(&entry.new)
    );
    let said = match (&entry.old, &entry.new) {
        (None, _) => "Kế hoạch mới, không có bản trước để so sánh.".to_owned(),
        (_, None) => "Kế hoạch không còn trong bản này.".to_owned(),
        _ if entry.rows.is_empty() => "Hai bản không khác gì nhau.".to_owned(),
        _ => format!("{}.", tally(entry.rows.iter())),
    };
    out.push_str(&format!("<p class=\"tally\">{said}</p>\n"));
    for note in &entry.notes {
        out.push_str(&format!("<p class=\"notice\"><strong>Lưu ý:</strong> {}</p>\n", escaped(note)));
    }
    for (topic, name, rows) in by_topic(entry) {
        let (slug, count) = (slug(topic), changes(rows.iter().map(|(_, row)| *row)));
        out.push_str(&format!(
            "<section class=\"topic\" id=\"k{at}-{slug}\" aria-labelledby=\"k{at}-{slug}-ten\">\n\
             <h3 id=\"k{at}-{slug}-ten\">{name} <span class=\"count\">({count})</span></h3>\n"
        ));
        out.push_str(&rows::table(&format!("k{at}"), topic, entry, &rows, bodies));
        out.push_str("</section>\n");
    }
    out.push_str("</article>\n");
    out
}
