//! A comparison for a merge request: a summary first, details folded, never longer than the sites take.

use super::Entry;
use crate::diff::change::Topic;
use crate::diff::view::{Piece, Row, Side};

/// GitHub takes 65,536 letters in a comment, GitLab 1,000,000 bytes: what fits the first fits both, in bytes too.
pub const MOST: usize = 60_000;

/// The report.
pub fn render(entries: &[Entry]) -> String {
    let mut out = String::from("## So sánh kế hoạch\n\n");
    out.push_str(&summary(entries));
    for entry in entries.iter().filter(|entry| entry.differs()) {
        let whole = section(entry);
        if out.len() + whole.len() > MOST {
            out.push_str(&format!(
                "\n_Còn nữa: báo cáo dài hơn mức một lời bình nhận được; xem đủ bằng `kehoach diff … --format html`. \
                 Dừng trước: {}_\n",
                escaped(&entry.title)
            ));
            break;
        }
        out.push_str(&whole);
    }
    out
}

/// One line for each plan.
fn summary(entries: &[Entry]) -> String {
    let topics: Vec<_> =
        Topic::ALL.into_iter().filter(|(topic, _)| entries.iter().any(|entry| count(entry, *topic) > 0)).collect();
    let mut out = String::from("| Kế hoạch |");
    topics.iter().for_each(|(_, name)| out.push_str(&format!(" {name} |")));
    out.push_str(" Cộng |\n|---|");
    (0..=topics.len()).for_each(|_| out.push_str("--:|"));
    out.push('\n');
    for entry in entries {
        let state = match (&entry.old, &entry.new) {
            (None, Some(_)) => " (mới)",
            (Some(_), None) => " (bỏ)",
            _ => "",
        };
        out.push_str(&format!("| {}{state} |", escaped(&entry.title)));
        topics.iter().for_each(|(topic, _)| out.push_str(&format!(" {} |", or_blank(count(entry, *topic)))));
        out.push_str(&format!(" {} |\n", or_blank(entry.rows.len())));
    }
    out
}

fn or_blank(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

fn count(entry: &Entry, topic: Topic) -> usize {
    entry.rows.iter().filter(|row| row.topic == topic).count()
}

/// The changes of one plan.
fn section(entry: &Entry) -> String {
    let path = |side: &Option<String>| {
        side.as_ref().map_or_else(|| "(không có)".to_owned(), |path| format!("`{}`", path.replace('`', "'")))
    };
    let mut out = format!("\n### {}\n\n{} → {}\n", escaped(&entry.title), path(&entry.old), path(&entry.new));
    for note in &entry.notes {
        out.push_str(&format!("\n> {}\n", escaped(note)));
    }
    for (topic, name) in Topic::ALL {
        let rows: Vec<&Row> = entry.rows.iter().filter(|row| row.topic == topic).collect();
        if rows.is_empty() {
            continue;
        }
        let open = if matches!(topic, Topic::Targets | Topic::Money) { " open" } else { "" };
        out.push_str(&format!("\n<details{open}><summary><b>{name}</b> ({})</summary>\n\n", rows.len()));
        out.push_str("| | Nội dung | Kỳ trước | Kỳ này | Tăng, giảm | Ghi chú |\n|---|---|---|---|--:|---|\n");
        rows.into_iter().for_each(|row| out.push_str(&line(row)));
        out.push_str("\n</details>\n");
    }
    out
}

fn line(row: &Row) -> String {
    let mut what = row.outer().join(" › ");
    if let Some(aspect) = row.aspect {
        what.push_str(&format!(", {}", aspect.to_lowercase()));
    }
    let (old, new) = if row.pieces.is_empty() {
        let side = |words: &Option<String>| words.as_deref().map(escaped).unwrap_or_default();
        (side(&row.old), side(&row.new))
    } else {
        (side(&row.pieces, Side::Old), side(&row.pieces, Side::New))
    };
    let difference: Vec<&str> = [&row.difference, &row.percent].into_iter().flatten().map(String::as_str).collect();
    let details = row.details.iter().map(|detail| escaped(detail)).collect::<Vec<_>>().join("<br>");
    let note = row.note.as_deref().map(escaped).unwrap_or_default();
    let rest = match (note.is_empty(), details.is_empty()) {
        (_, true) => note,
        (true, false) => format!("<details><summary>chi tiết</summary>{details}</details>"),
        (false, false) => format!("{note}<details><summary>chi tiết</summary>{details}</details>"),
    };
    let difference = escaped(&difference.join(", "));
    format!("| {} | {} | {old} | {new} | {difference} | {rest} |\n", row.sign.word(), escaped(&what))
}

/// One side of a sentence, what is only there marked.
fn side(pieces: &[Piece], wanted: Side) -> String {
    let shown = pieces.iter().filter(|piece| piece.side == Side::Both || piece.side == wanted);
    let words = shown.map(|piece| match piece.side {
        Side::Both => escaped(&piece.words),
        Side::Old => format!("<del>{}</del>", escaped(&piece.words)),
        Side::New => format!("<ins>{}</ins>", escaped(&piece.words)),
    });
    words.collect()
}

/// Words as a cell of a table takes them: nothing of them is markup, none calls a person or another request.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' => out.push_str("<br>"),
            '@' => out.push_str("&#64;"),
            '#' => out.push_str("&#35;"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '!' | '$' | ':' => {
                out.push('\\');
                out.push(letter);
            }
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_markup() {
        assert_eq!(escaped("a|b <b> @x #1\n*c*"), "a\\|b &lt;b&gt; &#64;x &#35;1<br>\\*c\\*");
    }
}
