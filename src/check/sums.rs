//! Figures that are said twice: as a whole, and as the parts that make it up.

use super::culprit::{Culprit, Who, culprit};
use crate::check::codes::WRONG_SUM;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;
use crate::value::{Agreement, Amount, Decimal, Money, MoneyUnit};

/// Addends that are told; of more only the first are.
const MOST_ADDENDS: usize = 8;

/// An amount as it is stated, and the parts that are to make it up.
#[derive(Debug)]
pub(super) struct Sum<'a> {
    /// What is stated, in words: `tổng ghi`.
    pub(super) said: &'a str,
    /// The amount.
    pub(super) stated: Amount,
    /// What the parts are, in words: `các khoản`.
    pub(super) parts: &'a str,
    /// Their amounts.
    pub(super) amounts: &'a [Amount],
    /// The unit in which all are told.
    pub(super) unit: MoneyUnit,
    /// Where each of them stands; empty where no single one is to be blamed.
    pub(super) places: &'a [Span],
}

/// Addends in words, `3 + 6,5 = `, of many only the first; nothing for one alone.
pub(super) fn addends_told(shown: impl ExactSizeIterator<Item = String>) -> String {
    let more = if shown.len() > MOST_ADDENDS { " + …" } else { "" };
    let shown: Vec<_> = shown.take(MOST_ADDENDS).collect();
    if shown.len() > 1 { format!("{}{more} = ", shown.join(" + ")) } else { String::new() }
}

/// The finding with the figure that explains it: an addend at its place, or the stated total, which stands where the finding
/// does; `told` is what may have been done with an addend.
pub(super) fn with_culprit(
    finding: Diagnostic,
    culprit: Culprit,
    place: Option<Span>,
    told: &str,
    show: &dyn Fn(Decimal) -> String,
) -> Diagnostic {
    match (culprit.who, place) {
        (Who::Addend(_), Some(place)) => finding.label(place, told),
        (Who::Addend(_), None) => finding,
        (Who::Total, _) => {
            finding.at_place(format!("{}: đúng ra là {}", culprit.slip.told("số này"), show(culprit.meant)))
        }
    }
}

/// How grave it is that what is stated stands so to what its parts make; nothing where both can be true.
pub(super) fn severity(agreement: Agreement) -> Option<Severity> {
    match agreement {
        // More than follows may be true all the same.
        Agreement::Agree | Agreement::Beyond => None,
        Agreement::Near => Some(Severity::Info),
        Agreement::Far => Some(Severity::Warning),
        Agreement::Apart => Some(Severity::Error),
    }
}

/// The finding that a figure which is printed as the source states it is not what is computed.
pub(super) fn stated_otherwise(span: Span, stated: &str, computed: &str) -> Diagnostic {
    Diagnostic::error(WRONG_SUM, span, format!("ghi {stated}, tính được {computed}")).as_warning().help(STATED_HELP)
}

/// What is advised where a figure is printed as the source states it.
pub(super) const STATED_HELP: &str = "sửa số liệu, hoặc bỏ số ghi để in số tính được";

impl Sum<'_> {
    /// What the parts add up to.
    pub(super) fn sum(&self) -> Amount {
        Amount::sum(self.amounts.iter().copied())
    }

    /// The finding at a place if the parts do not make up what is stated.
    pub(super) fn judge(&self, span: &Span, help: &str) -> Option<Diagnostic> {
        let severity = severity(self.stated.agreement(self.sum()))?;
        let finding = Diagnostic::error(WRONG_SUM, span.clone(), self.told()).help(help);
        let finding = Diagnostic { severity, ..finding };
        Some(match self.culprit() {
            Some(culprit) => {
                let place = match culprit.who {
                    Who::Addend(at) => self.places.get(at).cloned(),
                    Who::Total => None,
                };
                let show = |number: Decimal| self.in_dong(number).display(self.unit);
                with_culprit(finding, culprit, place, &culprit.slip.told("khoản này"), &show)
            }
            None => finding,
        })
    }

    /// The one amount that explains the difference, among exact ones.
    fn culprit(&self) -> Option<Culprit> {
        let is_exact = |amount: &Amount| amount.bound.is_none();
        if self.places.is_empty() || !is_exact(&self.stated) || !self.amounts.iter().all(is_exact) {
            return None;
        }
        // In the unit in which they are told, so that digits are those that people read.
        let number = |amount: Amount| Decimal::of(&amount.money.display_in(self.unit));
        culprit(number(self.stated)?, &self.amounts.iter().map(|amount| number(*amount)).collect::<Option<Vec<_>>>()?)
    }

    fn in_dong(&self, number: Decimal) -> Money {
        let (top, bottom) = number.to_fraction();
        Money(top.saturating_mul(self.unit.dong) / bottom)
    }

    /// Both figures with the addends and the difference.
    fn told(&self) -> String {
        let sum = self.sum();
        let addends = addends_told(self.amounts.iter().map(|amount| amount.display_in(self.unit)));
        let difference = Money((self.stated.money.0 - sum.money.0).abs());
        // «Trên 10» is not 10: there is no difference to be told.
        let difference = match difference {
            Money(0) => String::new(),
            difference => format!(", chênh {}", difference.display(self.unit)),
        };
        format!(
            "{} {}, {} cộng lại được {addends}{}{difference}",
            self.said,
            self.stated.display(self.unit),
            self.parts,
            sum.display(self.unit),
        )
    }
}
