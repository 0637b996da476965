//! Formulas of table columns: `ngheo / tong * 100`, evaluated exactly and rounded once, at the end.

use crate::schema::limit::Limit;
use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::source::Span;
use crate::value::Decimal;
use crate::yaml::Node;

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

    /// Whether it adds or subtracts: a blank takes nothing from it.
    pub fn adds(self) -> bool {
        matches!(self, Self::Add | Self::Subtract)
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

/// Why letters are no formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoFormula {
    /// They are written otherwise than formulas are; what to write.
    Unreadable(String),
    /// It has more terms than any table needs.
    TooLong,
}

impl Read for Formula {
    fn kind() -> Kind {
        Kind::Form("một công thức", "^[^=]+$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let text = reader.scalar(node, &Self::kind(), key)?;
        match Self::parse(text) {
            Ok(formula) => Some(formula),
            Err(NoFormula::Unreadable(advice)) => {
                reader.bad_value(node, key, advice);
                None
            }
            Err(NoFormula::TooLong) => {
                reader.report(Limit::Terms.exceeded(usize::MAX, node.span.first_line()));
                None
            }
        }
    }
}

impl Walk for Formula {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    /// Why the letters are none.
    pub fn parse(text: &str) -> Result<Self, NoFormula> {
        let mut parser = Parser { rest: text.trim(), depth: 0, terms: 0 };
        let formula = parser.sum()?;
        if parser.rest.is_empty() { Ok(formula) } else { Err(parser.advice()) }
    }

    /// Where a column is named in a formula that stands at a place.
    pub fn place_of(&self, column: &str, span: &Span) -> Span {
        let letter = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
        let text = span.text();
        let whole =
            |at: &usize| !letter(text[..*at].chars().next_back()) && !letter(text[*at + column.len()..].chars().next());
        match text.match_indices(column).map(|(at, _)| at).find(whole) {
            Some(at) => Span::new(&span.file, span.range.start + at..span.range.start + at + column.len()),
            None => span.first_line(),
        }
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

    /// Whether a blank makes it blank: it multiplies or divides.
    pub fn needs_all(&self) -> bool {
        match self {
            Self::Number(_) | Self::Column(_) => false,
            Self::Binary(left, operator, right) => !operator.adds() || left.needs_all() || right.needs_all(),
        }
    }

    /// Whether it multiplies columns with each other, as a number of pieces with their price: then only the rows have a
    /// product, and a total adds these up.
    pub fn multiplies_columns(&self) -> bool {
        match self {
            Self::Number(_) | Self::Column(_) => false,
            Self::Binary(left, operator, right) => {
                let both = !left.columns().is_empty() && !right.columns().is_empty();
                *operator == Operator::Multiply && both || left.multiplies_columns() || right.multiplies_columns()
            }
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
    terms: usize,
}

impl Parser<'_> {
    fn advice(&self) -> NoFormula {
        let advice = "viết công thức bằng mã cột, số và các dấu + - * / ( ), ví dụ ngheo / tong * 100";
        NoFormula::Unreadable(advice.to_owned())
    }

    fn take(&mut self, signs: &[(char, Operator)]) -> Option<Operator> {
        let first = self.rest.chars().next()?;
        let (sign, operator) = signs.iter().find(|(sign, _)| *sign == first)?;
        self.rest = self.rest[sign.len_utf8()..].trim_start();
        Some(*operator)
    }

    fn sum(&mut self) -> Result<Formula, NoFormula> {
        let mut left = self.product()?;
        while let Some(operator) = self.take(&[('+', Operator::Add), ('-', Operator::Subtract)]) {
            left = Formula::Binary(Box::new(left), operator, Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Formula, NoFormula> {
        let signs =
            [('*', Operator::Multiply), ('×', Operator::Multiply), ('/', Operator::Divide), (':', Operator::Divide)];
        let mut left = self.atom()?;
        while let Some(operator) = self.take(&signs) {
            left = Formula::Binary(Box::new(left), operator, Box::new(self.atom()?));
        }
        Ok(left)
    }

    fn atom(&mut self) -> Result<Formula, NoFormula> {
        self.terms += 1;
        if self.terms > Limit::Terms.most() {
            return Err(NoFormula::TooLong);
        }
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
            return Decimal::parse(word).map(Formula::Number).map_err(NoFormula::Unreadable);
        }
        Ok(Formula::Column(word.to_owned()))
    }
}

impl Mean for Formula {
    fn mean(&self) -> Meaning {
        Meaning::Plain(self.written())
    }
}

impl Formula {
    /// The formula as a clerk would write it.
    pub fn written(&self) -> String {
        let inner = |formula: &Self, operator: Operator, is_right: bool| match formula {
            Self::Binary(_, own, _)
                if own.precedence() < operator.precedence()
                    || is_right && own.precedence() == operator.precedence() =>
            {
                format!("({})", formula.written())
            }
            Self::Binary(..) | Self::Number(_) | Self::Column(_) => formula.written(),
        };
        match self {
            Self::Number(number) => number.display(),
            Self::Column(id) => id.clone(),
            Self::Binary(left, operator, right) => {
                format!("{} {} {}", inner(left, *operator, false), operator.sign(), inner(right, *operator, true))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_formula_is_refused() {
        for text in ["", "ngheo +", "(ngheo", "ngheo tong", "2..5", "((((((((((((((((((1))))))))))))))))))"] {
            assert!(Formula::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_formula_of_a_thousand_terms_is_refused() {
        assert_eq!(Formula::parse(&"a+".repeat(1_000)), Err(NoFormula::TooLong));
    }

    #[test]
    fn the_index_row_shows_formulas_by_number() {
        let formula = Formula::parse("(a - b) / a * 100").expect("a formula");
        let name = |column: &str| if column == "a" { "1".to_owned() } else { "2".to_owned() };
        assert_eq!(formula.display(&name), "(1-2)/1×100");
    }
}
