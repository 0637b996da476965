//! Numbers as a Vietnamese writes them: a dot between thousands, a comma before decimals.

use crate::vietnamese::group_thousands;

/// A decimal number, exact; keeps how many decimals the clerk wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// The number times 10 to the power of `decimals`.
    digits: i128,
    decimals: u32,
}

/// More digits than any figure of a plan; keeps sums far from overflow.
const MOST_DIGITS: usize = 24;

/// Within one part in so many, a number is «khoảng» another.
const ABOUT: i128 = 20;

impl Decimal {
    /// A whole number.
    pub const fn whole(number: i128) -> Self {
        Self { digits: number, decimals: 0 }
    }

    /// Reads `1.234,5`, `0,82`, `05`; the error says what to write instead.
    ///
    /// # Errors
    /// A sentence of advice, such as `viết «0,82»` for `0.82`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        Self::read(text).ok_or_else(|| {
            in_vietnamese(text).unwrap_or_else(|| {
                let advice = "viết số với dấu chấm giữa các nhóm ba chữ số và dấu phẩy trước phần thập phân";
                format!("{advice}, ví dụ 1.250,5")
            })
        })
    }

    /// The number that letters are, without advice where they are none.
    pub fn of(text: &str) -> Option<Self> {
        Self::read(text)
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let (sign, unsigned) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, fraction) = unsigned.split_once(',').unwrap_or((unsigned, ""));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let mut groups = whole.split('.');
        let first = groups.next().unwrap_or_default();
        let rest: Vec<_> = groups.collect();
        let grouped = rest.iter().all(|group| group.len() == 3 && digits(group));
        // `0.820` is no thousand: nobody groups behind a nought.
        let wrong_first = !rest.is_empty() && (first.len() > 3 || first.starts_with('0'));
        let wrong_fraction = unsigned.contains(',') && !digits(fraction);
        if !digits(first) || wrong_first || !grouped || wrong_fraction || whole.len() + fraction.len() > MOST_DIGITS {
            return None;
        }
        let all: String = whole.chars().chain(fraction.chars()).filter(char::is_ascii_digit).collect();
        Some(Self { digits: sign * all.parse::<i128>().ok()?, decimals: u32::try_from(fraction.len()).ok()? })
    }

    /// The same number on the other side of zero.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { digits: -self.digits, ..self }
    }

    /// The number as a whole one, if it is whole.
    pub fn to_whole(self) -> Option<i128> {
        let unit = 10_i128.pow(self.decimals);
        (self.digits % unit == 0).then(|| self.digits / unit)
    }

    /// A fraction of whole numbers, rounded half up (away from zero) to some decimals; `None` if it is too large.
    pub fn rounded(top: i128, bottom: i128, decimals: u32) -> Option<Self> {
        let scaled = top.checked_mul(10_i128.checked_pow(decimals)?)?;
        let half = bottom / 2 + bottom % 2;
        let (whole, rest) = (scaled / bottom, (scaled % bottom).abs());
        let digits = if rest >= half { whole + scaled.signum() } else { whole };
        Some(Self { digits, decimals })
    }

    /// How many digits it has behind the comma.
    pub fn decimals(self) -> u32 {
        self.decimals
    }

    /// The number as whole digits over a power of ten.
    pub fn to_fraction(self) -> (i128, i128) {
        (self.digits, 10_i128.pow(self.decimals))
    }

    /// The sum of two numbers, with the decimals of the finer; `None` if it is too large.
    pub fn plus(self, other: Self) -> Option<Self> {
        let decimals = self.decimals.max(other.decimals);
        let scaled = |number: Self| number.digits.checked_mul(10_i128.checked_pow(decimals - number.decimals)?);
        Some(Self { digits: scaled(self)?.checked_add(scaled(other)?)?, decimals })
    }

    /// The number with some decimals, rounded half up.
    pub fn to_decimals(self, decimals: u32) -> Self {
        let (top, bottom) = self.to_fraction();
        Self::rounded(top, bottom, decimals).unwrap_or(self)
    }

    /// The digits at a finer precision.
    fn scaled(self, decimals: u32) -> i128 {
        self.digits.saturating_mul(10_i128.saturating_pow(decimals - self.decimals))
    }

    /// Whether the number is less than another.
    pub fn is_less_than(self, other: Self) -> bool {
        let decimals = self.decimals.max(other.decimals);
        self.scaled(decimals) < other.scaled(decimals)
    }

    /// Whether the number is as large as another: `1,50` and `1,5`.
    pub fn equals(self, other: Self) -> bool {
        !self.is_less_than(other) && !other.is_less_than(self)
    }

    /// Whether the number is near enough another to be «khoảng» it; numbers too large to be multiplied are not.
    pub fn is_about(self, wanted: Self) -> bool {
        let ((top, bottom), (wanted_top, wanted_bottom)) = (self.to_fraction(), wanted.to_fraction());
        let (Some(number), Some(wanted)) = (top.checked_mul(wanted_bottom), wanted_top.checked_mul(bottom)) else {
            return false;
        };
        let difference = number.checked_sub(wanted).and_then(|difference| difference.abs().checked_mul(ABOUT));
        difference.is_some_and(|difference| difference <= wanted.abs())
    }

    /// The number multiplied by a whole one, if the product is whole.
    pub(super) fn times_whole(self, factor: i128) -> Option<i128> {
        let product = self.digits.checked_mul(factor)?;
        let unit = 10_i128.pow(self.decimals);
        (product % unit == 0).then(|| product / unit)
    }

    /// The number as it is printed: `1.234,5`.
    pub fn display(self) -> String {
        let unit = 10_i128.pow(self.decimals);
        let whole = group_thousands(self.digits / unit);
        if self.decimals == 0 {
            return whole;
        }
        let sign = if self.digits < 0 && self.digits / unit == 0 { "-" } else { "" };
        let fraction = (self.digits % unit).abs();
        format!("{sign}{whole},{fraction:0width$}", width = self.decimals as usize)
    }

    /// A count as plans print it: below 10 with a leading zero, `05`; other numbers as they are.
    pub fn display_count(self) -> String {
        match self.to_whole() {
            Some(number @ 0..=9) if self.decimals == 0 => format!("0{number}"),
            _ => self.display(),
        }
    }
}

/// Advice for a number in another country's notation, or with more than a number: `0.82`, `1,250.5`, `1 250`, `96%`.
fn in_vietnamese(text: &str) -> Option<String> {
    let end = text.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (number, rest) = text.split_at(end);
    let rest = rest.trim();
    if !rest.is_empty() {
        let number = number.trim();
        let known = Decimal::read(number).is_some() && rest.chars().count() <= 20;
        return known.then(|| format!("chỉ viết số: {number}; đơn vị «{rest}» viết ở khóa riêng"));
    }
    let compact: String = number.chars().filter(|letter| !letter.is_whitespace()).collect();
    let compact = compact.strip_prefix('+').unwrap_or(&compact);
    let commas = compact.matches(',').count();
    let dots = compact.matches('.').count();
    let swapped: String = match (commas, dots) {
        (0, 1) => compact.replace('.', ","),
        (2.., 0) => compact.replace(',', "."),
        (1.., 1) if compact.find(',') < compact.find('.') => compact
            .chars()
            .map(|letter| {
                if letter == ',' {
                    '.'
                } else if letter == '.' {
                    ','
                } else {
                    letter
                }
            })
            .collect(),
        _ => compact.to_owned(),
    };
    let swapped = if swapped.starts_with(',') { format!("0{swapped}") } else { swapped };
    let number = Decimal::read(&swapped).filter(|_| swapped != text)?;
    let quoted = if number.decimals > 0 {
        format!("; trong ngoặc thì đặt trong nháy: \"{}\"", number.display())
    } else {
        String::new()
    };
    Some(format!("viết {}: dấu chấm giữa các nhóm ba chữ số, dấu phẩy trước phần thập phân{quoted}", number.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, &str>) {
        match (Decimal::parse(text).map(Decimal::display), expected) {
            (Ok(shown), Ok(expected)) => assert_eq!(shown, expected),
            (Err(advice), Err(expected)) => assert!(advice.contains(expected), "{text}: {advice}"),
            (found, expected) => panic!("{text}: {found:?}, not {expected:?}"),
        }
    }

    #[test]
    fn decimals_are_read_the_vietnamese_way() {
        check("0,82", Ok("0,82"));
        check("1.250.000", Ok("1.250.000"));
        check("-0,5", Ok("-0,5"));
        check("05", Ok("5"));
        check("1250", Ok("1.250"));
        check("0.82", Err("0,82"));
        check("0.820", Err("0,820"));
        check("12.5", Err("12,5"));
        check("1,250.5", Err("1.250,5:"));
        check("3,000,000", Err("3.000.000:"));
        check("1 250", Err("viết 1.250:"));
        check(".5", Err("0,5"));
        check("+5", Err("viết 5:"));
        check("96%", Err("chỉ viết số: 96; đơn vị «%»"));
        check("1,5,2", Err("1.250,5"));
        check("một", Err("1.250,5"));
        check("", Err("1.250,5"));
        check("9999999999999999999999999999999999999", Err("1.250,5"));
    }

    #[test]
    fn counts_below_ten_are_padded() {
        assert_eq!(Decimal::whole(5).display_count(), "05");
        assert_eq!(Decimal::whole(12).display_count(), "12");
    }
}
