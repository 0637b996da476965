//! Boxed marks, against the decree.

use super::face::{allows_size, sizes};
use super::observed::Boxed;
use super::piece::has_small;
use super::rule::Case;
use crate::decree::measured::permitted_sizes;
use crate::decree::{Component, Rule};
use crate::units::Length;

/// What is wrong with the letters of a box.
pub(super) fn face_faults(case: &Case<'_>, component: Component, boxed: &Boxed) -> Vec<String> {
    let demand = permitted_sizes(component);
    let mut faults = Vec::new();
    if !boxed.face.size.is_zero() && !allows_size(case, &demand, boxed.face.size) {
        faults.push(format!("cỡ {}, quy định {}", boxed.face.size.display_pt(), sizes(&demand)));
    }
    faults.extend((!boxed.face.is_bold).then(|| "không đậm".to_owned()));
    faults.extend(boxed.face.is_italic.then(|| "in nghiêng".to_owned()));
    faults.extend(has_small(&boxed.text).then(|| "không in hoa".to_owned()));
    faults
}

/// Why a box has another size than the decree's, where it was measured.
pub(super) fn size_fault(
    boxed: &Boxed,
    width: &Rule<Length>,
    height: &Rule<Length>,
    tolerance: Length,
) -> Option<String> {
    let is_off = |rule: &Rule<Length>, length: Option<Length>| {
        length.is_some_and(|length| !rule.allows_within(length, tolerance))
    };
    let shown = |length: Option<Length>| length.map_or("?".to_owned(), Length::display_mm);
    (is_off(width, boxed.width) || is_off(height, boxed.height)).then(|| {
        let (demanded, high) = (width.chosen.display_mm(), height.chosen.display_mm());
        format!("khung {} × {}, quy định {demanded} × {high}", shown(boxed.width), shown(boxed.height))
    })
}
