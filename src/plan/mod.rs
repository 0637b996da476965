//! What a plan is: its parts as typed values with their places, and how they are read.
//!
//! Each noun has a file, with its keys, its struct and its reader. A plan always exists: what could not be read is missing
//! from it, and reported. Entities (bodies, documents cited, targets, money, duties) are apart from the body tree, which
//! says where each is printed. Whether a plan is right is judged elsewhere. Knows no layout number, no file system and no
//! format.

pub mod agenda;
pub mod amendment;
pub mod appendix;
pub mod attached;
pub mod block;
pub mod body;
pub mod cited;
pub mod deadline;
pub mod document_type;
pub mod duty;
pub mod event;
pub mod figure;
pub mod funding;
pub mod lead;
pub mod mount;
pub mod numbering;
pub mod programme;
pub mod project;
pub mod read;
pub mod recipient;
pub mod settings;
pub mod shared;
pub mod successor;
pub mod table;
pub mod target;
pub mod task;
pub mod waiver;
pub mod whole;

pub use read::{read_plan, read_shared};
pub use shared::Shared;
pub use whole::{Plan, Status};
