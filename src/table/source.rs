//! Numbers of a plan outside its tables: what its money, its targets and its counts come to.

use super::lookup::Lost;
use crate::plan::Plan;
use crate::plan::funding::{self, Funding, Nested};
use crate::plan::table::column::ColumnKind;
use crate::plan::target::{self, Target};
use crate::plan::task::Task;
use crate::plan::whole;
use crate::value::{Amount, Decimal, MoneyUnit, Quantity, Said, Spanned};

/// Why a name gives no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoNumber {
    /// It leads to nothing in a table.
    Lost(Lost),
    /// What has the name has no figure.
    Absent,
    /// What has the name is no number.
    NotNumber,
    /// It is money, and the column does not say in which unit it counts.
    NoMoneyUnit,
    /// It is counted in another unit of money.
    OtherUnit(MoneyUnit, MoneyUnit),
    /// It is a time or a date and the column holds something else, or the other way round.
    OtherKind(ColumnKind),
}

/// A number outside the tables.
#[derive(Debug)]
pub(super) enum Outside {
    /// An amount of money.
    Money(Amount),
    /// Another number.
    Number(Quantity),
}

/// The number that a name outside the tables gives, and where it stands.
pub(super) fn outside(plan: &Plan, path: &[&str]) -> Result<Spanned<Outside>, NoNumber> {
    let count = |number: usize, key: &str| {
        let value = Outside::Number(Decimal::whole(number as i128).into());
        Ok(Spanned { value, span: plan.place.of(key) })
    };
    match path {
        ["so_chi_tieu"] => count(plan.targets.len(), whole::TARGETS.name()),
        ["so_nhiem_vu"] => count(Task::count(&plan.tasks), whole::TASKS.name()),
        ["kinh_phi", rest @ ..] => {
            let funding = plan.funding.as_ref().ok_or(NoNumber::Absent)?;
            money(funding, rest)
        }
        ["chi_tieu", id, "nam", year] => {
            let target = Target::find(&plan.targets, id).ok_or(NoNumber::Absent)?;
            let step = target.steps.0.iter().find(|(known, _)| known.0.to_string() == *year).ok_or(NoNumber::Absent)?;
            let value = Outside::Number(Quantity {
                number: step.1,
                said: target.comparator.as_ref().map(|word| Said::from(word.value)),
            });
            Ok(Spanned { value, span: step.0.span.clone() })
        }
        ["chi_tieu", id, key] => {
            let target = Target::find(&plan.targets, id).ok_or(NoNumber::Absent)?;
            level(target, key)
        }
        _ => Err(NoNumber::NotNumber),
    }
}

fn money(funding: &Funding, path: &[&str]) -> Result<Spanned<Outside>, NoNumber> {
    let placed = |amount: Option<Amount>, span| amount.map(|amount| Spanned { value: Outside::Money(amount), span });
    let number =
        |number: Option<Decimal>, span| number.map(|number| Spanned { value: Outside::Number(number.into()), span });
    let found = match path {
        ["tong"] => {
            let key = if funding.stated.is_some() { funding::STATED.name() } else { funding::TOTAL.name() };
            placed(funding.printed(), funding.place.of(key))
        }
        ["tong_so_luong"] => {
            let counts = funding.items.values().map(|item| item.count.as_ref().map(|count| count.value));
            let one_unit = funding.items.values().zip(funding.items.values().skip(1)).all(|(a, b)| a.unit == b.unit);
            let counts = counts.collect::<Option<Vec<_>>>().filter(|counts| one_unit && !counts.is_empty());
            let sum = counts.and_then(|counts| counts.into_iter().try_fold(Decimal::whole(0), Decimal::plus));
            number(sum, funding.place.of(funding::ITEMS.name()))
        }
        ["nguon", id] => {
            let (id, _) = funding.sources.entry(id).ok_or(NoNumber::Absent)?;
            placed(funding.from_source(&id.name), id.span.clone())
        }
        ["khoan", id, key] => {
            let Nested { id, item, .. } =
                funding.all_items().into_iter().find(|nested| nested.id.name == *id).ok_or(NoNumber::Absent)?;
            let span = item.place.key(key).unwrap_or(&id.span).clone();
            match *key {
                "so_tien" => placed(item.whole(), span),
                "muc_toi_da" => placed(item.cap.as_ref().map(|cap| Amount::exactly(cap.value)), span),
                "so_luong" => number(item.count.as_ref().map(|count| count.value), span),
                _ => return Err(NoNumber::NotNumber),
            }
        }
        _ => return Err(NoNumber::NotNumber),
    };
    found.ok_or(NoNumber::Absent)
}

/// A figure of a target; its comparator belongs to what is to be reached.
fn level(target: &Target, key: &str) -> Result<Spanned<Outside>, NoNumber> {
    let said = target.comparator.as_ref().map(|word| Said::from(word.value));
    let exact = |value: &Option<Spanned<Decimal>>| value.as_ref().map(|value| Quantity::from(value.value));
    let reached = |value: &Option<Spanned<Decimal>>| exact(value).map(|exact| Quantity { said, ..exact });
    let amount = |value: &Option<Spanned<target::Amount>>| match value.as_ref().map(|amount| amount.value) {
        Some(target::Amount { high: Some(_), .. }) => Err(NoNumber::NotNumber),
        Some(target::Amount { low, high: None }) => Ok(Some(Quantity { number: low, said })),
        None => Ok(None),
    };
    let found = match key {
        "gia_tri" => reached(&target.value),
        "con" => reached(&target.level),
        "tu" => exact(&target.from),
        "den" => exact(&target.to),
        "giam" => amount(&target.decrease)?,
        "tang" => amount(&target.increase)?,
        _ => return Err(NoNumber::NotNumber),
    };
    let placed = |figure| Spanned { value: Outside::Number(figure), span: target.place.of(key) };
    found.map(placed).ok_or(NoNumber::Absent)
}
