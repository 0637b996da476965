//! Widths of the columns of a table.
//!
//! A column with a length of its own has it. The others share the rest by what they hold: none is narrower than its widest
//! number or word, none narrower than its title asks for while others have room, none wider than its longest line while
//! others lack room; between these they go with the square root of the amount of their words, which makes the sum of their
//! heights least. Columns with weights share what they have together by their weights.

use super::demand::{Demand, Joint, demands};
use super::paragraph::Ruler;
use super::tree::Row;
use crate::decree::Allowed;
use crate::document::ColumnWidth;
use crate::units::Length;

/// The columns of a table, measured.
#[derive(Debug)]
pub(super) struct Columns {
    /// How wide each is.
    pub(super) widths: Vec<Length>,
    /// Left and right padding of their cells.
    pub(super) padding_x: Length,
    /// Those that are narrower than what they hold, by their index.
    pub(super) narrow: Vec<Narrow>,
    /// By how much they are wider than the text.
    pub(super) over: Length,
}

/// A column narrower than what it holds.
#[derive(Debug)]
pub(super) struct Narrow {
    /// The column.
    pub(super) index: usize,
    /// The word that finds no room.
    pub(super) word: String,
    /// How wide the column ought to be.
    pub(super) needs: Length,
    /// Whether even a number, a date or a code finds none.
    pub(super) cuts: bool,
}

/// The widths of columns.
pub(super) fn columns(
    ruler: &Ruler<'_>,
    written: &[ColumnWidth],
    rows: &[Row],
    header_rows: usize,
    text_width: Length,
) -> Columns {
    let (demands, joints) = demands(ruler, rows, header_rows, written.len());
    let fixed: Vec<_> = written.iter().map(|column| fixed(*column)).collect();
    let free = fixed.iter().flatten().fold(text_width, |rest, &width| rest - width).max(Length::ZERO);
    let flexible: Vec<usize> = (0..written.len()).filter(|&index| fixed[index].is_none()).collect();
    let padding_x = padding(ruler, &demands, &joints, &flexible, free);
    let around = around(ruler, padding_x);
    let bounds = bounds(&demands, &joints, around);

    let mut widths: Vec<_> = fixed.iter().map(|width| width.unwrap_or_default()).collect();
    let own: Vec<_> = flexible.iter().map(|&index| bounds[index]).collect();
    let weights: Vec<_> = flexible
        .iter()
        .map(|&index| match written[index] {
            ColumnWidth::Share(weight) => Some(weight),
            ColumnWidth::Content | ColumnWidth::Micrometers(_) => None,
        })
        .collect();
    for (&index, width) in flexible.iter().zip(shared(&own, &weights, free)) {
        widths[index] = width;
    }
    let narrow = demands
        .iter()
        .enumerate()
        .filter(|(index, _)| widths[*index] < bounds[*index].least)
        .map(|(index, demand)| Narrow {
            index,
            word: demand.widest.clone(),
            needs: bounds[index].least,
            cuts: widths[index] < demand.figure + around,
        })
        .collect();
    let over = (sum(widths.iter().copied()) - text_width).max(Length::ZERO);
    Columns { widths, padding_x, narrow, over }
}

fn fixed(column: ColumnWidth) -> Option<Length> {
    match column {
        ColumnWidth::Micrometers(width) => Some(Length::um(i64::from(width))),
        ColumnWidth::Content | ColumnWidth::Share(_) => None,
    }
}

/// The room around the words of a cell: its padding and the grid.
fn around(ruler: &Ruler<'_>, padding_x: Length) -> Length {
    padding_x * 2 + ruler.decree.tables.grid.chosen * 2
}

/// The usual padding, or what is left of it where many columns need the room for their numbers.
fn padding(ruler: &Ruler<'_>, demands: &[Demand], joints: &[Joint], flexible: &[usize], free: Length) -> Length {
    let rule = &ruler.decree.tables.cell_padding_x;
    let usual = rule.chosen;
    let bounds = bounds(demands, joints, around(ruler, usual));
    let least = sum(flexible.iter().map(|&index| bounds[index].least));
    let Ok(sides @ 1..) = i64::try_from(flexible.len() * 2) else { return usual };
    if least <= free {
        return usual;
    }
    let tightest = match rule.allowed {
        Allowed::Range(min, _) => min,
        Allowed::OneOf(_) => usual,
    };
    // A little more than each side's part, so that rounding takes nothing from the words.
    let tight = usual - (least - free).scaled(2, sides * 2 - 1);
    tight.max(tightest).min(usual)
}

/// How wide a column may be.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    /// Its widest figure, or half of its widest word.
    figure: Length,
    /// Its widest word.
    least: Length,
    /// What its title needs too: that of figures may be high rather than wide.
    terse: Length,
    /// What its title asks for.
    fair: Length,
    /// Its longest line.
    most: Length,
    /// How much it asks for between these.
    pull: i64,
    has_words: bool,
}

fn bounds(demands: &[Demand], joints: &[Joint], around: Length) -> Vec<Bounds> {
    let mut bounds: Vec<_> = demands
        .iter()
        .map(|demand| {
            let least = demand.word.max(demand.figure) + around;
            let fair = least.max(demand.title + around);
            let terse = least.max(demand.terse + around);
            Bounds {
                // A word may be torn where all else fails, but something of it is seen.
                figure: demand.figure.max(demand.word.half()) + around,
                least,
                terse: if demand.has_words { fair } else { terse },
                fair,
                most: fair.max(demand.longest + around),
                pull: demand.amount.to_emu().isqrt().max(1),
                has_words: demand.has_words,
            }
        })
        .collect();
    for joint in joints {
        let last = (joint.first + joint.columns).min(bounds.len());
        let covered = &mut bounds[joint.first..last];
        let word = joint.demand.word.max(joint.demand.figure) + around;
        raise(covered, joint.demand.figure + around, |bounds| &mut bounds.figure);
        raise(covered, word, |bounds| &mut bounds.least);
        raise(covered, word.max(joint.demand.terse + around), |bounds| &mut bounds.terse);
        raise(covered, word.max(joint.demand.title + around), |bounds| &mut bounds.fair);
        for bounds in covered {
            bounds.terse = bounds.terse.max(bounds.least);
            bounds.fair = bounds.fair.max(bounds.terse);
            bounds.most = bounds.most.max(bounds.fair);
        }
    }
    bounds
}

/// Makes columns together as wide as a cell over all of them, each by as much.
fn raise(covered: &mut [Bounds], needed: Length, of: fn(&mut Bounds) -> &mut Length) {
    let Ok(count @ 1..) = i64::try_from(covered.len()) else { return };
    let lacking = needed - sum(covered.iter_mut().map(|bounds| *of(bounds)));
    if lacking > Length::ZERO {
        let each = lacking.scaled(1, count);
        for bounds in covered.iter_mut() {
            *of(bounds) = *of(bounds) + each;
        }
        *of(&mut covered[0]) = *of(&mut covered[0]) + (lacking - each * count);
    }
}

/// Shares a width among columns, whose weights decide where they have some.
fn shared(columns: &[Bounds], weights: &[Option<u32>], whole: Length) -> Vec<Length> {
    let mut widths = by_content(columns, weights, whole);
    let weighted: Vec<_> = weights.iter().enumerate().filter_map(|(at, weight)| Some((at, (*weight)?))).collect();
    let together = sum(weighted.iter().map(|&(at, _)| widths[at]));
    let least: Vec<_> = weighted.iter().map(|&(at, _)| columns[at].least).collect();
    if sum(least.iter().copied()) <= together {
        let pulls: Vec<_> = weighted.iter().map(|&(_, weight)| i64::from(weight)).collect();
        let open = vec![together; least.len()];
        for (&(at, _), width) in weighted.iter().zip(filled(&least, &open, &pulls, together)) {
            widths[at] = width;
        }
    }
    widths
}

fn by_content(columns: &[Bounds], weights: &[Option<u32>], whole: Length) -> Vec<Length> {
    let all = |of: fn(&Bounds) -> Length| columns.iter().map(of).collect::<Vec<_>>();
    let (figures, least, terse, most) = (all(|c| c.figure), all(|c| c.least), all(|c| c.terse), all(|c| c.most));
    let total = |widths: &[Length]| sum(widths.iter().copied());
    if total(&figures) > whole {
        // A table that reaches into the margin is told of; a number that is cut is read wrongly.
        return figures;
    }
    if total(&least) > whole {
        return between(&figures, &least, whole);
    }
    if total(&terse) > whole {
        return between(&least, &terse, whole);
    }
    let pulls: Vec<_> = columns.iter().map(|column| column.pull).collect();
    if total(&most) > whole {
        return filled(&terse, &most, &pulls, whole);
    }
    // More room than words: those that have weights take it, else words twice as willingly as figures, and these no more than
    // half their width.
    let any_weight = weights.iter().any(Option::is_some);
    let ends: Vec<_> = columns
        .iter()
        .zip(weights)
        .map(|(column, weight)| match (any_weight, weight) {
            (true, None) => column.most,
            (true, Some(_)) => column.most + whole,
            (false, _) if column.has_words => column.most + whole,
            (false, _) => column.most + column.most.half(),
        })
        .collect();
    let pulls: Vec<_> = columns
        .iter()
        .map(|column| if column.has_words { column.most.to_emu() } else { column.most.to_emu() / 2 })
        .collect();
    let ends = if total(&ends) < whole { vec![whole; ends.len()] } else { ends };
    let spare: Vec<_> = ends.iter().zip(&most).map(|(&end, &most)| end - most).collect();
    let none = vec![Length::ZERO; columns.len()];
    let more = filled(&none, &spare, &pulls, whole - total(&most));
    most.iter().zip(more).map(|(&most, more)| most + more).collect()
}

/// Widths on the way from some to wider ones, all equally far.
fn between(from: &[Length], to: &[Length], whole: Length) -> Vec<Length> {
    let (start, end) = (sum(from.iter().copied()), sum(to.iter().copied()));
    let (part, way) = ((whole - start).to_emu(), (end - start).to_emu().max(1));
    let widths = from.iter().zip(to).map(|(&from, &to)| {
        let far = i128::from((to - from).to_emu()) * i128::from(part.max(0)) / i128::from(way);
        from + Length::emu(i64::try_from(far).unwrap_or_default())
    });
    whole_again(widths.collect(), whole)
}

/// Widths in proportion to pulls, each within its bounds, adding up to the whole.
fn filled(least: &[Length], most: &[Length], pulls: &[i64], whole: Length) -> Vec<Length> {
    let at = |level: i128| -> Vec<Length> {
        let width = |pull: i64| Length::emu(i64::try_from((i128::from(pull) * level) >> 32).unwrap_or(i64::MAX / 256));
        let bounds = least.iter().zip(most);
        bounds.zip(pulls).map(|((&least, &most), &pull)| width(pull).min(most).max(least)).collect()
    };
    // The greatest level at which they do not yet need more than there is.
    let (mut low, mut high) = (0_i128, i128::from(whole.to_emu().max(0) + 1) << 32);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if sum(at(middle)) <= whole { low = middle } else { high = middle }
    }
    whole_again(at(low), whole)
}

/// Gives what rounding left over to the widest.
fn whole_again(mut widths: Vec<Length>, whole: Length) -> Vec<Length> {
    let rest = whole - sum(widths.iter().copied());
    if let Some(widest) = widths.iter_mut().max() {
        *widest = *widest + rest;
    }
    widths
}

fn sum(widths: impl IntoIterator<Item = Length>) -> Length {
    widths.into_iter().fold(Length::ZERO, |sum, width| sum + width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decree::{Component, Decree, TypeSet};
    use crate::document::Inline;
    use crate::layout::{Cell, Typeface};

    const TEXT: Length = Length::mm(165);

    /// The widths in millimeters of columns whose cells are told row by row, the header first, and what found no room.
    fn measured(written: &[ColumnWidth], rows: &[&[&str]]) -> (Vec<i64>, Columns) {
        let (decree, typeface) = (Decree::new(TypeSet::Fourteen), Typeface::built_in());
        let ruler = Ruler { decree: &decree, typeface: &typeface };
        let row = |(index, cells): (usize, &&[&str])| {
            let component = if index == 0 { Component::TableHeader } else { Component::TableCell };
            let cells = cells.iter().enumerate().map(|(column, words)| Cell {
                column,
                colspan: 1,
                rowspan: 1,
                at_top: false,
                paras: vec![ruler.words(component, &[Inline::plain(*words)])],
            });
            Row { cells: cells.collect(), keep_with_next: false, is_ruled: true, splits: false, height: None }
        };
        let rows: Vec<_> = rows.iter().enumerate().map(row).collect();
        let columns = columns(&ruler, written, &rows, 1, TEXT);
        (columns.widths.iter().map(|width| width.to_emu() / Length::mm(1).to_emu()).collect(), columns)
    }

    const OWN: ColumnWidth = ColumnWidth::Content;
    const LONG: &str = "Rà soát, phân loại hộ nghèo, hộ cận nghèo theo từng nguyên nhân cụ thể; lập danh sách, công khai và \
                        báo cáo kết quả với Ủy ban nhân dân xã trước ngày 30 tháng 9";

    #[test]
    fn words_share_what_numbers_and_ordinals_leave() {
        let rows: &[&[&str]] = &[
            &["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian hoàn thành", "Kinh phí"],
            &["1", LONG, "Phòng Kinh tế", "30/6/2026", "12.345.678.900"],
            &["2", LONG, "Phòng Văn hóa - Xã hội", "31/12/2026", "5"],
        ];
        let (widths, columns) = measured(&[OWN; 5], rows);
        assert_eq!(sum(columns.widths.iter().copied()), TEXT);
        assert!(columns.narrow.is_empty());
        let [ordinal, work, body, term, money] = widths[..] else { panic!("five columns") };
        assert!(ordinal < 14 && money < 35 && term < 26, "{widths:?}");
        assert!(work > body && body > ordinal && work > 55, "{widths:?}");
    }

    #[test]
    fn titles_of_years_are_high_where_words_need_the_room() {
        let rows: &[&[&str]] = &[
            &["STT", "Chỉ tiêu", "Năm 2026", "Năm 2027", "Năm 2028", "Năm 2029", "Năm 2030", "Phụ trách"],
            &["1", LONG, "11,5", "10", "8,5", "7", "5", "Phòng Kinh tế"],
            &["2", LONG, "95", "96", "98", "99", "100", "Phòng Văn hóa - Xã hội"],
        ];
        let (widths, columns) = measured(&[OWN; 8], rows);
        assert!(columns.narrow.is_empty());
        assert!(widths[1] > 40 && widths[2..7].iter().all(|&year| year < 16), "{widths:?}");
    }

    #[test]
    fn weights_share_by_themselves_and_lengths_stand() {
        let rows: &[&[&str]] = &[&["A", "B", "C", "D"], &["1", "hai", "ba", "bốn"]];
        let share = ColumnWidth::Share;
        let (widths, columns) = measured(&[ColumnWidth::Micrometers(40_500), share(3_000), share(1_000), OWN], rows);
        assert_eq!(columns.widths[0], Length::um(40_500));
        let (three, one) = (columns.widths[1], columns.widths[2]);
        assert!((three - one * 3).to_emu().abs() < Length::mm(1).to_emu(), "{widths:?}");
        assert_eq!(sum(columns.widths.iter().copied()), TEXT);
        assert!(widths[3] < 15, "{widths:?}");
    }

    #[test]
    fn a_number_is_wider_than_its_weight() {
        let rows: &[&[&str]] = &[&["Nội dung", "Vốn"], &["Dự án 1", "5.130.000"]];
        let (widths, columns) = measured(&[ColumnWidth::Share(90_000), ColumnWidth::Share(1_000)], rows);
        assert!(columns.narrow.is_empty() && widths[1] >= 19, "{widths:?}");
    }

    #[test]
    fn what_finds_no_room_is_told_and_no_number_is_cut() {
        let number = "2.345.678.900";
        let tight: &[&[&str]] = &[&["Nghiêng"; 6], &[number; 6]];
        let (_, columns) = measured(&[OWN; 6], tight);
        assert!(columns.padding_x < Decree::new(TypeSet::Fourteen).tables.cell_padding_x.chosen);
        assert!(columns.narrow.is_empty() && columns.over.is_zero());
        let over: &[&[&str]] = &[&["Nghiêng"; 7], &[number; 7]];
        let (_, columns) = measured(&[OWN; 7], over);
        assert!(columns.over > Length::ZERO && columns.narrow.iter().all(|narrow| !narrow.cuts));
        let (_, columns) = measured(&[OWN, ColumnWidth::Micrometers(9_000)], &[&["a", "b"], &["c", number]]);
        let found: Vec<_> =
            columns.narrow.iter().map(|narrow| (narrow.index, narrow.word.as_str(), narrow.cuts)).collect();
        assert_eq!(found, [(1, number, true)]);
    }
}
