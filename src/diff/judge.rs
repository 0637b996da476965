//! What a change of one value comes to: a difference, a percentage, more or less ambition, days; or why it cannot be told.

use super::change::{Ambition, Step, Verdict, percent};
use crate::schema::Meaning;
use crate::value::{Day, Decimal, Money};

/// What both plans say of themselves, as far as values are judged by it.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    /// How many years the new plan is after the old one.
    pub years: i32,
    /// Standards in the words of targets that end before the new plan's last day: the name by which sentences call the document, and
    /// its last day.
    pub ended: Vec<(String, Day)>,
}

/// What the change of a value comes to.
pub(super) fn verdict(
    frame: &Frame,
    path: &[Step],
    (old, new): (&Meaning, &Meaning),
    around: Option<&(Meaning, Meaning)>,
) -> Option<Verdict> {
    let said = |key: &str| {
        let (before, now) = around?;
        Some((before.of(key).map(|stated| &stated.meaning), now.of(key).map(|stated| &stated.meaning)))
    };
    match (old, new) {
        (Meaning::Number(before), Meaning::Number(now)) => {
            if let Some(why) = not_comparable(frame, &said) {
                return Some(Verdict::NotComparable(why));
            }
            let difference = now.number.plus(before.number.negated())?;
            let unit = said("don_vi").and_then(|(_, unit)| match unit {
                Some(Meaning::Words(unit)) => Some(unit.clone()),
                _ => None,
            });
            Some(Verdict::Number {
                difference,
                percent: percent(difference, before.number),
                unit,
                ambition: ambition(path, difference, &said),
            })
        }
        (Meaning::Money(before), Meaning::Money(now)) => {
            let difference = now.money.0 - before.money.0;
            let of = percent(Decimal::whole(difference), Decimal::whole(before.money.0));
            Some(Verdict::Money { difference: Money(difference), percent: of })
        }
        // How much later another document was issued says nothing.
        (Meaning::Time(..), Meaning::Time(..)) if matches!(path.first(), Some(Step::Key(key)) if key.key == "van_ban") => {
            None
        }
        (Meaning::Time(before_words, Some(before)), Meaning::Time(now_words, Some(now))) => {
            let years = now.year() - before.year();
            let same = before.plus_months(12 * years) == Some(*now) && years != 0 && years == frame.years;
            let same_words = without_year(before_words, before.year()) == without_year(now_words, now.year());
            if same && same_words {
                return Some(Verdict::SameDay(years));
            }
            let on = before.plus_months(12 * frame.years).unwrap_or(*before);
            // Beside the same day of the new year, where the plans are years apart.
            Some(Verdict::Days(now.number() - if frame.years == 0 { before.number() } else { on.number() }))
        }
        _ => None,
    }
}

/// The words of a deadline without its year.
fn without_year(words: &str, year: i32) -> String {
    words.replace(&year.to_string(), "")
}

type Said<'a> = dyn Fn(&str) -> Option<(Option<&'a Meaning>, Option<&'a Meaning>)> + 'a;

/// Why two numbers of a target or a figure cannot be subtracted.
fn not_comparable<'a>(frame: &Frame, said: &Said<'a>) -> Option<String> {
    let words = |meaning: Option<&Meaning>| match meaning {
        Some(Meaning::Words(words) | Meaning::Plain(words)) => words.clone(),
        _ => String::new(),
    };
    let differ =
        |key: &str| said(key).filter(|(before, now)| before != now).map(|(before, now)| (words(before), words(now)));
    let or_none = |words: String| if words.is_empty() { "không ghi".to_owned() } else { format!("«{words}»") };
    if let Some((before, now)) = differ("chuan") {
        return Some(format!("hai năm theo hai chuẩn khác nhau: {}, nay {}", or_none(before), or_none(now)));
    }
    if let Some((before, now)) = differ("don_vi") {
        return Some(format!("hai năm tính theo hai đơn vị khác nhau: {}, nay {}", or_none(before), or_none(now)));
    }
    let (_, standard) = said("chuan")?;
    let standard = words(standard);
    let ended = frame.ended.iter().find(|(name, _)| standard.contains(name.as_str()));
    ended.map(|(_, day)| format!("chuẩn hết hiệu lực ngày {}, trước khi kỳ sau kết thúc", day.display()))
}

/// Whether a target asks for more than before.
fn ambition<'a>(path: &[Step], difference: Decimal, said: &Said<'a>) -> Option<Ambition> {
    let keys: Vec<&str> = path
        .iter()
        .filter_map(|step| match step {
            Step::Key(key) => Some(key.key),
            Step::Entry { .. } | Step::Item { .. } => None,
        })
        .collect();
    if keys.first() != Some(&"chi_tieu") {
        return None;
    }
    let (top, _) = difference.to_fraction();
    let up = if top > 0 { Ambition::More } else { Ambition::Less };
    let down = if top > 0 { Ambition::Less } else { Ambition::More };
    let bound = match said("so_sanh") {
        Some((_, Some(Meaning::Plain(bound)))) => bound.as_str(),
        _ => "",
    };
    let number = |key: &str| match said(key) {
        Some((_, Some(Meaning::Number(number)))) => Some(number.number),
        _ => None,
    };
    let falls = number("tu").zip(number("den")).map(|(from, to)| to.is_less_than(from));
    match *keys.last()? {
        "den" if falls == Some(true) => Some(down),
        "den" if falls == Some(false) => Some(up),
        "giam" | "tang" | "phan" => Some(up),
        "gia_tri" if matches!(bound, "ít nhất" | "tối thiểu" | "trên") => Some(up),
        "gia_tri" | "con" | "den" if matches!(bound, "tối đa" | "không quá" | "dưới") => Some(down),
        _ => None,
    }
}
