//! Lengths as exact integers.
//!
//! Owns the conversion between the units of the decree (mm, pt) and those of the formats (twip, half-point, EMU). Refuses
//! floats: every unit that occurs is a whole number of EMU, so no value is ever off by a rounding.

use std::fmt;
use std::ops::{Add, Mul, Sub};

use serde::Serialize;

/// A length in EMU (English Metric Units): 36,000 to the millimeter, 12,700 to the point, 635 to the twip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct Length(i64);

impl Length {
    /// The empty length.
    pub const ZERO: Self = Self(0);

    /// A length of whole EMU.
    pub const fn emu(value: i64) -> Self {
        Self(value)
    }

    /// A length of whole millimeters.
    pub const fn mm(value: i64) -> Self {
        Self(value * 36_000)
    }

    /// A length of whole micrometers; 12.7 mm is `um(12_700)`.
    pub const fn um(value: i64) -> Self {
        Self(value * 36)
    }

    /// A length of whole points.
    pub const fn pt(value: i64) -> Self {
        Self(value * 12_700)
    }

    /// A length of whole tenths of a point.
    pub const fn pt_tenths(value: i64) -> Self {
        Self(value * 1_270)
    }

    /// A length of whole twips (twentieths of a point).
    pub const fn twips(value: i64) -> Self {
        Self(value * 635)
    }

    /// The length in EMU.
    pub const fn to_emu(self) -> i64 {
        self.0
    }

    /// The length in millimeters, rounded up: what a clerk may write to have at least as much.
    pub const fn to_whole_mm(self) -> i64 {
        (self.0 + 35_999).div_euclid(36_000)
    }

    /// The length in twips, rounded to the nearest: what a DOCX can hold.
    pub const fn to_twips(self) -> i64 {
        (self.0 + self.0.signum() * 317) / 635
    }

    /// The length in half-points, rounded to the nearest: how a DOCX holds a size of type.
    pub const fn to_half_points(self) -> i64 {
        (self.0 + self.0.signum() * 3_175) / 6_350
    }

    /// The length in eighths of a point, rounded to the nearest: how a DOCX holds the weight of a rule.
    pub const fn to_eighths_of_point(self) -> i64 {
        (self.0 * 8 + self.0.signum() * 6_350) / 12_700
    }

    /// This length multiplied by `numerator / denominator`, cut to whole EMU.
    pub const fn scaled(self, numerator: i64, denominator: i64) -> Self {
        Self(self.0 * numerator / denominator)
    }

    /// Whether the length is nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Half of this length, cut to whole EMU.
    pub const fn half(self) -> Self {
        Self(self.0 / 2)
    }

    /// Reads a length as an office writes it: `30 mm`, `1,27 cm`, `14 pt`. `None` when it is no length.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let unit_at = text.find(|c: char| c.is_ascii_alphabetic())?;
        let (number, unit) = text.split_at(unit_at);
        let micro_units = parse_millionths(number.trim())?;
        let emu_per_unit = match unit.trim() {
            "mm" => 36_000,
            "cm" => 360_000,
            "pt" => 12_700,
            _ => return None,
        };
        Some(Self(micro_units.checked_mul(emu_per_unit)? / 1_000_000))
    }

    /// The length in millimeters, as a Vietnamese reads it: `12,7 mm`.
    pub fn display_mm(self) -> String {
        format!("{} mm", decimal(self.0, 36_000))
    }

    /// The length in points, as a Vietnamese reads it: `18 pt`.
    pub fn display_pt(self) -> String {
        format!("{} pt", decimal(self.0, 12_700))
    }
}

/// `value / unit` with at most two decimals and a decimal comma.
fn decimal(value: i64, unit: i64) -> String {
    let hundredths = (value.abs() * 100 + unit / 2) / unit;
    let sign = if value < 0 { "-" } else { "" };
    let text = format!("{sign}{},{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// Reads `1,27` as 1,270,000.
fn parse_millionths(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
    let digits = |part: &str| part.len() <= 6 && part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let fraction: i64 = format!("{fraction:0<6}").parse().ok()?;
    Some(whole * 1_000_000 + fraction)
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, factor: i64) -> Self {
        Self(self.0 * factor)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.display_mm())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Length>) {
        assert_eq!(Length::parse(text), expected, "{text}");
    }

    #[test]
    fn reads_what_an_office_writes() {
        check("30 mm", Some(Length::mm(30)));
        check("1,27 cm", Some(Length::twips(720)));
        check("1cm", Some(Length::mm(10)));
        check("13,5 pt", Some(Length::pt_tenths(135)));
        check("30", None);
        check("1.27 cm", None);
        check("-3 mm", None);
        check("99999999999999 mm", None);
        check("3 inch", None);
    }

    #[test]
    fn rounds_to_the_nearest_unit_of_a_docx() {
        assert_eq!(Length::um(29_001).to_whole_mm(), 30);
        assert_eq!(Length::mm(35).to_twips(), 1984);
        assert_eq!(Length::um(12_700).to_twips(), 720);
        assert_eq!(Length::pt_tenths(135).to_half_points(), 27);
        assert_eq!(Length::pt_tenths(5).to_eighths_of_point(), 4);
    }

    #[test]
    fn prints_with_a_decimal_comma() {
        assert_eq!(Length::um(12_700).display_mm(), "12,7 mm");
        assert_eq!(Length::pt(18).display_pt(), "18 pt");
        assert_eq!(Length::mm(30).to_string(), "30 mm");
    }
}
