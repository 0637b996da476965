//! Formulas of table columns: `ngheo / tong * 100`, evaluated exactly and rounded once, at the end.

use super::number::Decimal;

/// A formula over the columns of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// A number.
    Number(Decimal),
    /// The value of a column, by its id.
    Column(String),
    /// Two formulas and what is done with them.
    Binary(Box<Self>, Operator, Box<Self>),
}

/// What is done with two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*` or `×`
    Multiply,
    /// `/` or `:`
    Divide,
}

impl Operator {
    /// The operator as it is printed in the index row of a table.
    pub fn sign(self) -> char {
        match self {
            Self::Add => '+',
            Self::Subtract => '-',
            Self::Multiply => '×',
            Self::Divide => '/',
        }
    }

    fn precedence(self) -> u8 {
        match self {
            Self::Add | Self::Subtract => 1,
            Self::Multiply | Self::Divide => 2,
        }
    }
}

/// Brackets nested deeper than this are refused.
const DEEPEST: usize = 16;

/// A fraction of whole numbers; `None` once a number is too large to be a figure of a plan.
#[derive(Debug, Clone, Copy)]
struct Fraction {
    top: i128,
    bottom: i128,
}

impl Fraction {
    fn new(top: i128, bottom: i128) -> Option<Self> {
        if bottom == 0 {
            return None;
        }
        let divisor = greatest_common_divisor(top.unsigned_abs(), bottom.unsigned_abs()).max(1);
        let divisor = i128::try_from(divisor).ok()?;
        Some(Self { top: top / divisor * bottom.signum(), bottom: (bottom / divisor).abs() })
    }

    fn combine(self, operator: Operator, other: Self) -> Option<Self> {
        match operator {
            Operator::Add => Self::new(
                self.top.checked_mul(other.bottom)?.checked_add(other.top.checked_mul(self.bottom)?)?,
                self.bottom.checked_mul(other.bottom)?,
            ),
            Operator::Subtract => self.combine(Operator::Add, Self { top: -other.top, ..other }),
            Operator::Multiply => Self::new(self.top.checked_mul(other.top)?, self.bottom.checked_mul(other.bottom)?),
            Operator::Divide => Self::new(self.top.checked_mul(other.bottom)?, self.bottom.checked_mul(other.top)?),
        }
    }
}

fn greatest_common_divisor(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parser = Parser { rest: text.trim(), depth: 0 };
        let formula = parser.sum()?;
        if parser.rest.is_empty() { Ok(formula) } else { Err(parser.advice()) }
    }

    /// The columns that the formula reads.
    pub fn columns(&self) -> Vec<&str> {
        match self {
            Self::Number(_) => Vec::new(),
            Self::Column(name) => vec![name],
            Self::Binary(left, _, right) => {
                let mut columns = left.columns();
                columns.extend(right.columns());
                columns
            }
        }
    }

    /// The value rounded half up to some decimals; `None` where a column is blank or a divisor is zero.
    pub fn evaluate(&self, column: &dyn Fn(&str) -> Option<Decimal>, decimals: u32) -> Option<Decimal> {
        let exact = self.exact(column)?;
        Decimal::rounded(exact.top, exact.bottom, decimals)
    }

    fn exact(&self, column: &dyn Fn(&str) -> Option<Decimal>) -> Option<Fraction> {
        let fraction = |number: Decimal| {
            let (digits, unit) = number.to_fraction();
            Fraction::new(digits, unit)
        };
        match self {
            Self::Number(number) => fraction(*number),
            Self::Column(name) => fraction(column(name)?),
            Self::Binary(left, operator, right) => left.exact(column)?.combine(*operator, right.exact(column)?),
        }
    }

    /// The formula with other names for its columns: `2/1×100`.
    pub fn display(&self, name: &dyn Fn(&str) -> String) -> String {
        match self {
            Self::Number(number) => number.display(),
            Self::Column(column) => name(column),
            Self::Binary(left, operator, right) => {
                let side = |formula: &Self, right: bool| match formula {
                    Self::Binary(_, inner, _)
                        if inner.precedence() < operator.precedence()
                            || (right && inner.precedence() == operator.precedence()) =>
                    {
                        format!("({})", formula.display(name))
                    }
                    Self::Binary(..) | Self::Number(_) | Self::Column(_) => formula.display(name),
                };
                format!("{}{}{}", side(left, false), operator.sign(), side(right, true))
            }
        }
    }
}

struct Parser<'a> {
    rest: &'a str,
    depth: usize,
}

impl Parser<'_> {
    fn advice(&self) -> String {
        "viết công thức bằng mã cột, số và các dấu + - * / ( ), ví dụ ngheo / tong * 100".to_owned()
    }

    fn take(&mut self, signs: &[(char, Operator)]) -> Option<Operator> {
        let first = self.rest.chars().next()?;
        let (sign, operator) = signs.iter().find(|(sign, _)| *sign == first)?;
        self.rest = self.rest[sign.len_utf8()..].trim_start();
        Some(*operator)
    }

    fn sum(&mut self) -> Result<Formula, String> {
        let mut left = self.product()?;
        while let Some(operator) = self.take(&[('+', Operator::Add), ('-', Operator::Subtract)]) {
            left = Formula::Binary(Box::new(left), operator, Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Formula, String> {
        let signs =
            [('*', Operator::Multiply), ('×', Operator::Multiply), ('/', Operator::Divide), (':', Operator::Divide)];
        let mut left = self.atom()?;
        while let Some(operator) = self.take(&signs) {
            left = Formula::Binary(Box::new(left), operator, Box::new(self.atom()?));
        }
        Ok(left)
    }

    fn atom(&mut self) -> Result<Formula, String> {
        if let Some(inner) = self.rest.strip_prefix('(') {
            self.depth += 1;
            if self.depth > DEEPEST {
                return Err(self.advice());
            }
            self.rest = inner.trim_start();
            let formula = self.sum()?;
            self.rest = self.rest.strip_prefix(')').ok_or_else(|| self.advice())?.trim_start();
            self.depth -= 1;
            return Ok(formula);
        }
        let end = self
            .rest
            .find(|letter: char| !(letter.is_alphanumeric() || "_.,".contains(letter)))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        if word.is_empty() {
            return Err(self.advice());
        }
        self.rest = rest.trim_start();
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            return Decimal::parse(word).map(Formula::Number);
        }
        Ok(Formula::Column(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str) -> Option<Decimal> {
        match name {
            "ngheo" => Decimal::parse("2.059").ok(),
            "tong" => Decimal::parse("18.286").ok(),
            "khong" => Some(Decimal::whole(0)),
            _ => None,
        }
    }

    #[track_caller]
    fn check(formula: &str, decimals: u32, expected: Option<&str>) {
        let formula = Formula::parse(formula).expect("a formula");
        let value = formula.evaluate(&column, decimals).map(Decimal::display);
        assert_eq!(value.as_deref(), expected);
    }

    #[test]
    fn formulas_are_exact_and_rounded_once() {
        check("ngheo / tong * 100", 2, Some("11,26"));
        check("ngheo/tong×100", 1, Some("11,3"));
        check("(ngheo + 1) * 2 - 20", 0, Some("4.100"));
        check("1 / 8", 2, Some("0,13"));
        check("0 - 1/8", 2, Some("-0,13"));
        check("ngheo / khong", 2, None);
        check("ngheo + trong", 2, None);
    }

    #[test]
    fn what_is_no_formula_is_refused() {
        for text in ["", "ngheo +", "(ngheo", "ngheo tong", "2..5", "((((((((((((((((((1))))))))))))))))))"] {
            assert!(Formula::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_index_row_shows_formulas_by_number() {
        let formula = Formula::parse("(a - b) / a * 100").expect("a formula");
        let name = |column: &str| if column == "a" { "1".to_owned() } else { "2".to_owned() };
        assert_eq!(formula.display(&name), "(1-2)/1×100");
    }
}
