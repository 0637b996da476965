//! What a plan is.

pub mod yaml;
