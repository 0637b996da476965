//! The integration tests: one binary, a module a concern.

mod bad_input;
mod cli;
mod golden;
mod project;
