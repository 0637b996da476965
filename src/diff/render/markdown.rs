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
        if !section(entry, &mut out) {
            out.push_str(
                "\n_Còn nữa: báo cáo dài hơn mức một lời bình nhận được; xem đủ bằng_ `kehoach diff --format html`.\n",
            );
            break;
        }
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
        out.push_str(&format!(" {} |\n", or_blank(entry.rows.iter().filter(|row| row.is_change()).count())));
    }
    out
}

fn or_blank(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

fn count(entry: &Entry, topic: Topic) -> usize {
    entry.rows.iter().filter(|row| row.topic == topic && row.is_change()).count()
}

/// Adds the changes of one plan; whether all of them found room.
fn section(entry: &Entry, out: &mut String) -> bool {
    let path = |side: &Option<String>| {
        side.as_ref().map_or_else(|| "(không có)".to_owned(), |path| format!("`{}`", path.replace('`', "'")))
    };
    let head = format!("\n### {}\n\n{} → {}\n", escaped(&entry.title), path(&entry.old), path(&entry.new));
    let notes = entry.notes.iter().map(|note| format!("\n> {}\n", escaped(note)));
    let head = notes.fold(head, |head, note| head + &note);
    if out.len() + head.len() > MOST {
        return false;
    }
    out.push_str(&head);
    let mut is_whole = true;
    for (topic, name) in Topic::ALL {
        let rows: Vec<&Row> = entry.rows.iter().filter(|row| row.topic == topic).collect();
        if rows.is_empty() {
            continue;
        }
        let open = if matches!(topic, Topic::Targets | Topic::Money) { " open" } else { "" };
        out.push_str(&format!("\n<details{open}><summary><b>{name}</b> ({})</summary>\n\n", count(entry, topic)));
        out.push_str("| | Nội dung | Kỳ trước | Kỳ này | Tăng, giảm | Ghi chú |\n|---|---|---|---|--:|---|\n");
        let left = MOST.saturating_sub(out.len()) / share(topic);
        let end = out.len() + left;
        let mut shown = 0;
        for row in &rows {
            let line = line(row);
            if out.len() + line.len() > end {
                break;
            }
            out.push_str(&line);
            shown += 1;
        }
        if shown < rows.len() {
            is_whole = false;
            out.push_str(&format!("| | … còn {} thay đổi | | | | |\n", rows.len() - shown));
        }
        out.push_str("\n</details>\n");
    }
    is_whole
}

/// Among how many topics the room that is left is shared: those still to come have some, too.
fn share(topic: Topic) -> usize {
    let at = Topic::ALL.iter().position(|(known, _)| *known == topic).unwrap_or_default();
    (Topic::ALL.len() - at).div_ceil(2)
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
