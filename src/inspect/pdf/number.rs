//! Numbers of pages, above and below the text.

use super::marks::{Type, length};
use super::piece::Piece;
use crate::inspect::observed::PageNumber;

/// The share of the paper's height, above and below, in which a number may stand.
const BAND: f64 = 0.125;

/// A number on a page, apart from how it stands to the text.
#[derive(Debug)]
pub(super) struct Numbered {
    /// What is said of it.
    pub(super) number: PageNumber,
    /// The middle of its line.
    pub(super) middle: f64,
}

/// Takes the number of a page from its pieces.
///
/// It stands alone on the first line or on the last, near the edge of the paper.
pub(super) fn take_number(pieces: &mut Vec<Piece>, types: &[Type], height: f64) -> Option<Numbered> {
    let alone = |place: usize| {
        let piece = &pieces[place];
        let beside = pieces.iter().filter(|other| (other.y - piece.y).abs() < piece.size * 0.6).count();
        (beside == 1).then_some(place)
    };
    let first = (0..pieces.len().min(1)).next().filter(|place| pieces[*place].y < height * BAND);
    let last = pieces.len().checked_sub(1).filter(|place| pieces[*place].y > height * (1.0 - BAND));
    let found = [(first, true), (last, false)].into_iter().find_map(|(place, is_above)| {
        let place = place.and_then(alone)?;
        let shape = shape(&pieces[place].text())?;
        // Far from what follows, or far at the edge: else it is a line that happens to be a number.
        Some((place, is_above, shape))
    });
    let (place, is_above, (line, value, is_decimal)) = found?;
    let piece = pieces.remove(place);
    let digit = piece.letters.iter().find(|letter| letter.letter.is_ascii_alphanumeric()).or(piece.letters.first())?;
    let face = types.get(digit.kind).map(|kind| kind.at_size(digit.size)).unwrap_or_default();
    let number = PageNumber { is_above, value, is_decimal, line, face, align: None, off_center: Some(length(0.0)) };
    Some(Numbered { number, middle: piece.middle() })
}

/// What a line says with its numbers as `#`, the first number, and whether it is in digits; `None` for other lines.
fn shape(text: &str) -> Option<(String, Option<u32>, bool)> {
    let text = text.trim();
    if !text.is_empty() && text.len() <= 6 && text.chars().all(|letter| "ivxlcIVXLC".contains(letter)) {
        return Some(("#".to_owned(), roman(&text.to_uppercase()), false));
    }
    let mut line = String::new();
    let mut numbers: Vec<String> = Vec::new();
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            if !line.ends_with('#') {
                line.push('#');
                numbers.push(String::new());
            }
            numbers.last_mut()?.push(letter);
        } else {
            line.push(letter);
        }
    }
    let rest: String = line.chars().filter(|letter| letter.is_alphabetic()).collect();
    let rest = rest.to_lowercase();
    let signs = line.chars().filter(|letter| !letter.is_alphabetic()).all(|letter| "# -–—/|.:()[]~".contains(letter));
    let is_number = (1..=2).contains(&numbers.len())
        && numbers.iter().all(|number| number.len() <= 4)
        && numbers[0].len() <= 3
        && signs
        && ["", "trang", "tr", "page", "trangtrên", "pageof"].contains(&rest.as_str());
    // «1.» begins a list.
    let is_label = line.ends_with(['.', ')']) && !line.starts_with(['-', '(', '–']);
    (is_number && !is_label).then(|| (line, numbers[0].parse().ok(), true))
}

fn roman(text: &str) -> Option<u32> {
    let values = text.chars().map(|letter| match letter {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        _ => None,
    });
    let values: Vec<u32> = values.collect::<Option<_>>()?;
    let signed = values.iter().enumerate().map(|(place, value)| {
        let is_taken_off = values.get(place + 1).is_some_and(|next| next > value);
        if is_taken_off { -i64::from(*value) } else { i64::from(*value) }
    });
    u32::try_from(signed.sum::<i64>()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, u32, bool)>) {
        let expected = expected.map(|(line, value, is_decimal)| (line.to_owned(), Some(value), is_decimal));
        assert_eq!(shape(text), expected, "{text}");
    }

    #[test]
    fn numbers_of_pages_are_told_from_other_lines() {
        check("2", Some(("#", 2, true)));
        check("Trang 2/5", Some(("Trang #/#", 2, true)));
        check("- 12 -", Some(("- # -", 12, true)));
        check("iv", Some(("#", 4, false)));
        check("1.", None);
        check("2026 đồng", None);
        check("năm 2026", None);
    }
}
