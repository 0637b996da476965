//! The integration tests: one binary, a module a concern.

mod bad_input;
mod cli;
mod decree;
mod docs;
mod golden;
mod project;
mod property;
mod tidy;
