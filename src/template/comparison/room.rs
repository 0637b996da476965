//! How much of what is said finds room in a cell.

use crate::template::xml::Xml;

/// What is said of a thing that goes on under another id.
pub(super) const GOES_ON: &str = "kế tục, theo khai báo";
/// Letters of a cell; of more, the beginning is shown, so that no row is higher than a page.
const MOST_LETTERS: usize = 240;
/// Letters as which even the shortest paragraph counts, since it has a line of its own.
const LEAST_LETTERS: usize = 40;

/// Lines as paragraphs, as many as a row holds; what is left out is said to be.
pub(super) fn shortened(lines: Vec<&str>) -> Vec<Xml> {
    let mut room = MOST_LETTERS;
    let mut paragraphs = Vec::new();
    for line in lines {
        let letters = line.chars().count().max(LEAST_LETTERS);
        if letters > room {
            let beginning: String = line.chars().take(room).collect();
            let beginning = beginning.rsplit_once(' ').map_or("", |(whole_words, _)| whole_words);
            paragraphs.push(Xml::words(&format!("{beginning}… (còn nữa, xem trong kế hoạch)")));
            break;
        }
        room -= letters;
        paragraphs.push(Xml::words(line));
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_additions_show_their_beginning() {
        let line = "một hai ba ".repeat(20);
        let shown = shortened(vec![&line, &line, "cuối"]);
        let [first, second] = shown.as_slice() else { panic!("{shown:?}") };
        assert_eq!(first.to_string(), line);
        assert!(second.to_string().ends_with("… (còn nữa, xem trong kế hoạch)"), "{second}");
        assert_eq!(shortened(vec!["một", "hai"]).len(), 2);
    }
}
