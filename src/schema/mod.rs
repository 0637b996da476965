//! Keys that read themselves: a key's type says what it accepts, what messages say of it and what editors are told.
//!
//! [`record!`](crate::record) declares a noun's keys and its struct in one place. Reading never stops: a value that is not
//! taken is reported by its own name at its place, and is missing from what is built.

pub mod choice;
pub mod collection;
pub mod field;
mod group;
pub mod json;
pub mod kind;
pub mod limit;
pub mod meaning;
mod mistake;
pub mod read;
pub mod reader;
pub mod record;
pub mod reference;
mod scalar;
pub mod walk;

pub use choice::YesNo;
pub use collection::{ById, ByYear, Many};
pub use field::{Field, Fields, Record};
pub use kind::{Key, Kind, Need, Shape};
pub use limit::{Budget, Limit};
pub use meaning::{Mean, Meaning, Stated};
pub use mistake::colon_in_sentence;
pub use read::{Read, Slot, Whole};
pub use reader::Reader;
pub use walk::{Visitor, Walk};

/// `ghi_chu`: every record takes it, and no form prints it.
pub static NOTE: Field<crate::value::Text> =
    Field::optional("ghi_chu", "Ghi chú", "Lời ghi cho người soạn; không bao giờ được in.", "số liệu chờ thôn báo lại");
