//! Values of a plan that know their place: numbers, money, dates, words, ids.
//!
//! Owns how each is read from letters and how it is printed. Knows no key and no plan. Two values are equal when they mean
//! the same, wherever they stand.

pub mod clock;
pub mod date;
pub mod decimal;
pub mod id;
pub mod money;
pub mod place;
pub mod text;

pub use date::{Date, FullDate, Period, Year};
pub use decimal::Decimal;
pub use id::{Entity, Home, Id, IdOrText, Ref, Registry};
pub use money::{MONEY_UNITS, Money, MoneyUnit};
pub use place::{Place, Spanned};
pub use text::{Filter, Look, Name, Named, Part, Room, Text, What};
