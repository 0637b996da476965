//! Values of a plan that know their place: numbers, money, dates, words, ids.
//!
//! Owns how each is read from letters and how it is printed. Knows no key and no plan. Two values are equal when they mean
//! the same, wherever they stand.

pub mod amount;
pub mod bound;
pub mod clock;
pub mod date;
pub mod day;
pub mod decimal;
pub mod id;
pub mod lapse;
pub mod money;
pub mod place;
pub mod quantity;
pub mod text;

pub use amount::Amount;
pub use bound::{Agreement, Bound};
pub use clock::{ClockTime, Duration};
pub use date::{Date, FullDate, Period, PeriodKind, SchoolYear, Year};
pub use day::{Day, Weekday};
pub use decimal::Decimal;
pub use id::{Entity, Home, Id, IdOrText, Ref, Registry};
pub use lapse::{Lapse, LapseUnit};
pub use money::{MONEY_UNITS, Money, MoneyUnit};
pub use place::{Place, Spanned};
pub use quantity::{Quantity, Said};
pub use text::{Filter, Look, Name, Named, Part, Room, Text, What};
